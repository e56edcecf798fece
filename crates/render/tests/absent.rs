//! What a story does not have is not announced: every subset of its parts is printed, each link leads somewhere, and nothing
//! names a part that is not there.

mod common;

use std::collections::BTreeSet;

use common::{attributes, print, project, texts, values};
use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_contract::hook::{class, id};
use palimpsest_export::Format;
use palimpsest_story::{Inline, Revision, Story};

/// Which parts a story has.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "five independent flags")]
struct Parts {
    events: bool,
    people: bool,
    notes: bool,
    sources: bool,
    places: bool,
}

impl Parts {
    fn all() -> impl Iterator<Item = Self> {
        let has = |number: u8, bit: u8| number >> bit & 1 == 1;
        (0..32).map(move |number| Self {
            events: has(number, 0),
            people: has(number, 1),
            notes: has(number, 2),
            sources: has(number, 3),
            places: has(number, 4),
        })
    }

    /// Whether something is stated, which needs a source.
    fn states(self) -> bool {
        self.events || self.people || self.notes
    }

    /// The sound story of `tests/invalid/base` with these parts alone; the problems, where there is no story.
    fn compiled(self) -> Result<Story, String> {
        let read = |name: &str| {
            let path = project("tests/invalid/base").join(name);
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let mut article = read("article.md");
        let mut events = read("events.toml");
        if !self.events {
            article = article.replace("[1801](#clock-made)", "1801");
        }
        if !self.notes {
            article = article.replace("[^price]", "").replace("[astronomical clock](#astronomical)", "clock");
        }
        if !self.people {
            events = events.replace("people = [\"voss\"]\n", "");
        }
        if !self.places {
            events = events.replace("place = \"lindow\"\n", "");
        }
        let mut files = vec![("story.toml", read("story.toml")), ("article.md", article)];
        let others = [
            (self.events, "events.toml", events),
            (self.people, "people.toml", read("people.toml")),
            (self.notes, "notes.md", read("notes.md")),
            (self.sources, "sources.json", read("sources.json")),
            (self.places, "places.toml", read("places.toml")),
        ];
        files.extend(others.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, name, text)| (name, text)));
        let compilation = compile_folder(&Folder::in_memory(files));
        let report = compilation.report();
        compilation.story.ok_or(report)
    }
}

#[test]
fn every_subset_is_printed_and_names_only_its_parts() {
    let mut printed = 0;
    for parts in Parts::all() {
        let story = match parts.compiled() {
            Ok(story) => story,
            Err(report) => {
                assert!(parts.states() && !parts.sources, "{parts:?}: {report}");
                assert!(report.contains("unknown source"), "{parts:?}: {report}");
                continue;
            }
        };
        printed += 1;
        let html = print(&story);
        let ids: BTreeSet<String> = values(&html, "id").into_iter().collect();
        for href in values(&html, "href").iter().filter_map(|href| href.split_once('#').map(|(_, id)| id)) {
            assert!(href == "top" || ids.contains(href), "{parts:?}: nothing has the id {href}");
        }
        for target in ["for", "popovertarget", "aria-labelledby"] {
            for value in values(&html, target) {
                assert!(value.split(' ').all(|id| ids.contains(id)), "{parts:?}: nothing has the id {value}");
            }
        }
        let labels =
            attributes(&html).into_iter().filter(|(_, name, _)| ["aria-label", "data-ours"].contains(&&**name));
        let words: Vec<String> = texts(&html).into_iter().chain(labels.map(|(.., value)| value)).collect();
        let words = words.join(" ").to_lowercase();
        for (is_there, section, names) in [
            (parts.events, id::TIMELINE, ["timeline", "face above"]),
            (parts.people, id::PEOPLE, ["show the events of", "everyone whom"]),
            (parts.notes, id::NOTES, ["corrections", "what it gets wrong"]),
            (parts.sources, id::SOURCES, ["sources", "bibliography"]),
        ] {
            assert_eq!(ids.contains(section), is_there, "{parts:?}: {section}");
            let named = names.iter().find(|name| !is_there && words.contains(**name));
            let around = named.and_then(|name| {
                let at = words.find(name)?;
                words.get(words.floor_char_boundary(at.saturating_sub(60))..words.ceil_char_boundary(at + 60))
            });
            assert_eq!(around, None, "{parts:?}");
        }
        let files: Vec<&str> = Format::of(&story).map(|format| format.file_name).collect();
        assert_eq!(files.iter().any(|file| file.starts_with("timeline")), parts.events, "{files:?}");
        for island in [
            id::NOTICE_ISLAND,
            id::MARKER_ISLAND,
            id::LABEL_ISLAND,
            id::LENS_ISLAND,
            id::RIBBON_ISLAND,
            id::FOLLOWED_ISLAND,
            id::CARD,
            id::RESULTS_ISLAND,
        ] {
            assert!(ids.contains(island), "{parts:?}: the program looks for {island}");
        }
    }
    assert_eq!(printed, 18, "with sources, or without a statement");
}

#[test]
fn the_bar_and_the_search_lead_to_every_section() {
    let revision = || {
        let changes = vec![vec![Inline::plain("A year.")]];
        Revision { date: "2026-11-28".to_owned(), title: "Second edition".to_owned(), changes }
    };
    for parts in Parts::all() {
        let Ok(compiled) = parts.compiled() else { continue };
        for [has_text, has_revisions] in [[false, false], [false, true], [true, false], [true, true]] {
            let mut story = compiled.clone();
            story.publication.about = has_text.then(|| vec![Inline::plain("We made it.")]).into_iter().collect();
            story.revisions = has_revisions.then(revision).into_iter().collect();
            let html = print(&story);
            let after = html.split(&format!("class=\"{}\"", class::EDITION_PARTS)).nth(1).expect("there is a bar");
            let bar = values(after.split("</nav>").next().unwrap_or_default(), "href");
            let (ids, ways) = (values(&html, "id"), values(&html, "data-way"));
            for section in [id::NOTES, id::TIMELINE, id::PEOPLE, id::TERMS, id::SOURCES, id::ABOUT] {
                let is_there = ids.iter().any(|id| id == section);
                assert_eq!(bar.contains(&format!("#{section}")), is_there, "{parts:?}: {section} in the bar");
                assert_eq!(ways.iter().any(|way| way == section), is_there, "{parts:?}: {section} in the search");
                assert!(section != id::ABOUT || is_there == (has_text || has_revisions), "{parts:?}");
            }
        }
    }
}

#[test]
fn the_title_may_call_a_note_of_the_authors_and_have_neither_byline_nor_picture() {
    let article = "+++\ntitle = \"The Bell: A Life[^1]\"\nauthors = [\"Lund\"]\ndate = \"1924-05-03\"\n+++\n\nIt rang.\n\n[^1]: Twice.\n";
    let edition = "language = \"en\"\ndescription = \"d\"\neditors = [\"e\"]\n";
    let files = [("story.toml", edition), ("article.md", article)].map(|(name, text)| (name, text.to_owned()));
    let html = print(&compile_folder(&Folder::in_memory(files)).story.expect("a story"));
    let (ids, hrefs) = (values(&html, "id"), values(&html, "href"));
    let leads = |from: &str, to: &str| ids.iter().any(|id| id == from) && hrefs.iter().any(|href| href == to);
    assert!(leads("note_1", "#note_1") && leads("mark_1_1", "#mark_1_1"), "the mark leads to the note, and back");
    let classes = values(&html, "class");
    assert!(!classes.iter().any(|class| ["byline", "poster"].contains(&class.as_str())), "{classes:?}");
}
