//! What the page is held by: every id, class and attribute is named in the contract, every command in the state, and is
//! there; every remembered choice is styled.

mod common;

use std::collections::BTreeSet;
use std::fs;

use common::{magazine, print, project, published, sketch, values};
use palimpsest_contract::hook::{attribute, class, id};
use palimpsest_state::settings::SETTINGS;
use palimpsest_state::{Choice, Command};
use palimpsest_words::Words;

/// What only the program draws or sets.
const DRAWN_CLASSES: &[&str] = &[
    class::NOTICE_STOPPED,
    class::SCALE_HERE,
    class::MARK_LABEL,
    class::FOLLOWING_WAYS,
    class::FOLLOWED_PLACES,
    class::BETWEEN,
    class::CARD_CONTENT,
    class::CARD_WAYS,
    class::CARD_BACK,
    class::CARD_HERE,
    class::CARD_ONWARD,
    class::CARD_PERSON,
    class::CARD_EVENT,
    class::CARD_NOTE,
    class::CARD_SOURCE,
    class::SEARCH_COUNT,
    class::SEARCH_KIND,
];

/// What stands on other pages, or outside of `#reader`.
const ELSEWHERE: &[&str] = &[class::DENSE, class::MAP_RING, class::SPRITE];

fn set(values: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    values.into_iter().flat_map(|value| value.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn known(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The style sheets, each with its name, without comments and strings.
fn sheets() -> Vec<(String, String)> {
    let folder = fs::read_dir(project("styles")).expect("there are styles");
    let sheet = |entry: fs::DirEntry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let mut source = fs::read_to_string(entry.path()).expect("a style sheet can be read");
        for (start, end) in [("/*", "*/"), ("\"", "\"")] {
            while let Some(from) = source.find(start) {
                let to = source[from + start.len()..].find(end).expect("what begins ends") + start.len() + end.len();
                source.replace_range(from..from + to, "");
            }
        }
        (name, source)
    };
    folder.map(|entry| sheet(entry.expect("the folder can be listed"))).collect()
}

/// The names after a sign in the selectors of a sheet: classes after `.`, attributes after `[`.
fn selected(sheet: &str, sign: char) -> BTreeSet<String> {
    let selectors = sheet.split('{').filter_map(|before| before.rsplit([';', '}']).next());
    let name =
        |rest: &str| rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next().map(str::to_owned);
    let names = selectors.flat_map(|selector| selector.split(sign).skip(1).filter_map(name).collect::<Vec<_>>());
    names.filter(|name| name.starts_with(|first: char| first.is_ascii_alphabetic())).collect()
}

#[test]
fn every_class_has_a_name_and_is_there() {
    let words = Words::load("en").expect("English has a catalog");
    let embed = palimpsest_render::embed(&published(), &words).expect("the parts can be printed");
    let pages = [print(&published()), print(&magazine()), print(&sketch()), embed];
    let printed = set(pages.iter().flat_map(|page| values(page, "class")));
    let all = known(class::ALL);
    assert_eq!(printed.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "printed without a name");
    let mut styled = BTreeSet::new();
    for (name, sheet) in sheets() {
        let tones = known(if name == "portrait.css" { class::tone::ALL } else { &[] });
        let found = selected(&sheet, '.');
        let unknown: Vec<_> = found.iter().filter(|class| !all.contains(*class) && !tones.contains(*class)).collect();
        assert_eq!(unknown, Vec::<&String>::new(), "without a name in {name}");
        styled.extend(found);
    }
    assert!(styled.len() > 100, "selectors were found: {styled:?}");
    let other: BTreeSet<_> = known(DRAWN_CLASSES).union(&known(ELSEWHERE)).cloned().collect();
    assert_eq!(all.difference(&printed).collect::<Vec<_>>(), other.iter().collect::<Vec<_>>(), "not on the page");
}

#[test]
fn every_command_is_known_and_is_there() {
    let commands = values(&print(&published()), attribute::COMMAND);
    let mut printed = BTreeSet::new();
    for words in commands {
        printed.insert(words.parse::<Command>().unwrap_or_else(|error| panic!("{words}: {error}")));
    }
    let absent: Vec<Command> = Command::all().filter(|command| !printed.contains(command)).collect();
    // The program draws their buttons: on the notice, on the card, and in the line that says what is shown.
    // The search knows the help, whose own button needs no program.
    let drawn = [Command::CloseNotice, Command::CardBack, Command::CloseCard, Command::ClearLens];
    assert_eq!(absent, [&[Command::Help], &drawn[..]].concat());
}

/// What a device remembers shows itself in the style sheets, except the order of the events and the
/// style of citations.
#[test]
fn every_remembered_choice_is_styled() {
    let sheet = fs::read_to_string(project("styles/tokens.css")).expect("the sheet can be read");
    let words = SETTINGS.iter().enumerate().flat_map(|(index, setting)| {
        let choices = Choice::of(index).zip(setting.values).enumerate();
        choices.filter(|(value, (choice, _))| {
            *value != setting.default && choice.order().is_none() && !choice.is_citation()
        })
    });
    let words: Vec<_> = words.map(|(_, (_, word))| word).collect();
    assert!(words.len() > 4);
    for word in words {
        assert!(sheet.contains(&format!(":root[{}~=\"{word}\"]", attribute::SETTINGS)), "{word} is not styled");
    }
}

#[test]
fn every_attribute_of_our_own_has_a_name() {
    let attributes = common::attributes(&print(&published()));
    let printed: BTreeSet<String> =
        attributes.into_iter().map(|(_, name, _)| name).filter(|name| name.starts_with("data-")).collect();
    let all = known(attribute::ALL);
    assert_eq!(printed.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "printed without a name");
    let mut styled = BTreeSet::new();
    for (_, sheet) in sheets() {
        styled.extend(selected(&sheet, '[').into_iter().filter(|name| name.starts_with("data-")));
    }
    assert_eq!(styled.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "styled without a name");
    // The program sets them, or the publisher on `<html>`.
    let set = [
        attribute::LIVE,
        attribute::TURNING,
        attribute::TRANSIENT,
        attribute::ASIDE,
        attribute::CENSORED,
        attribute::RESULT,
        attribute::TRUE_SCALE,
        attribute::PRINTED_X,
        attribute::PRINTED_WIDTH,
        attribute::FOLLOWED,
        attribute::DIMMED,
        attribute::IN_FRONT,
        attribute::SCOPE,
        attribute::SETTINGS,
        attribute::SCRIPTS,
        attribute::FONTS,
        attribute::WORKER,
        attribute::ADDRESS,
        attribute::STORY,
        attribute::DOWN,
        attribute::CAME_IN,
        attribute::PRINT,
        attribute::PRINTED,
    ];
    assert_eq!(all.difference(&printed).cloned().collect::<BTreeSet<_>>(), known(&set));
}

#[test]
fn every_id_of_the_page_itself_has_a_name_and_is_there() {
    let story = published();
    let printed = set(values(&print(&story), "id"));
    let titled = |id: &str| {
        if id.starts_with("slider_") || id.strip_prefix("left_").is_some_and(|row| row.parse::<u8>().is_ok()) {
            return true;
        }
        let sections = [id::PEOPLE, id::NOTES, id::TERMS, id::SOURCES, id::ABOUT];
        id.strip_suffix("_title")
            .is_some_and(|of| sections.contains(&of) || story.people.iter().any(|person| &*person.id == of))
    };
    let all = known(id::ALL);
    let own: BTreeSet<_> = printed.iter().filter(|id| id.contains('_') && !titled(id)).cloned().collect();
    assert_eq!(own.difference(&all).collect::<Vec<_>>(), Vec::<&String>::new(), "printed without a name");
    // The page's frame, the data block, what the program draws, and what stands where other sites may show the page.
    let other = known(&[id::READER, id::OUTLINE, id::SEARCH_RESULTS, id::SHARE_EMBED]);
    assert_eq!(all.difference(&printed).cloned().collect::<BTreeSet<_>>(), other, "not on the page");
}
