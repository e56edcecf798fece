//! Events, dialogs, settings, and the page as it opens.

use palimpsest_contract::hook::id;
use palimpsest_state::search::{Hit, Kind};
use palimpsest_state::{Act, Action, Address, Command, Course, Delayed, Order, Panel, Settings, State, Years};
use palimpsest_tests::outline;

use crate::program::Program;

#[test]
fn several_events_are_open_at_once_and_close_one_by_one() {
    let mut program = Program::started();
    program.toggle("tenth-congress", true).toggle("kronstadt", true).toggle("tenth-congress", false);
    assert_eq!(program.open(), ["kronstadt"]);
    program.toggle("trotsky-born", true);
    assert_eq!(program.open(), ["trotsky-born", "kronstadt"], "in the order of time");
    let before = program.state.clone();
    program.act(Action::EventToggled { event: usize::MAX, open: true });
    assert_eq!(program.state, before, "the story has no such event");
}

#[test]
fn a_clicked_event_opens_one_frame_later() {
    let mut program = Program::started();
    let event = program.event("kronstadt");
    program.act(Action::EventClicked { event, open: true });
    assert_eq!((program.state.turning, program.open()), (Some(event), vec![]));
    assert_eq!(program.acts, [Act::AfterFrame(Delayed::Toggle { event, open: true })]);
    program.act(Action::EventToggled { event, open: true });
    assert_eq!((program.state.turning, program.open()), (None, vec!["kronstadt"]));
}

#[test]
fn all_events_open_and_close_together() {
    let mut program = Program::started();
    program.toggle("kronstadt", true).press(Command::OpenAll);
    assert_eq!(program.state.open.len(), program.outline.events.len(), "each once");
    assert_eq!(program.url(), "?open=all");
    assert!(program.press(Command::CloseAll).state.open.is_empty());
}

/// Choosing a color scheme changes nothing else: the order in the address stays.
#[test]
fn a_color_changes_nothing_but_the_color() {
    let mut program = Program::opened("?order=article", Settings::default());
    program.remember("theme dark");
    assert_eq!((program.url().as_str(), program.state.lens.order()), ("?order=article", Order::Article));
    assert_eq!(program.state.settings, Settings::parse("dark"));
    assert_eq!(program.acts, [Act::SaveSettings]);
}

/// Another window of the page has stored something in the meantime.
#[test]
fn what_another_window_stores_is_kept() {
    let mut program = Program::started();
    program.remember("theme dark").act(Action::SettingsRead(Settings::parse("dark large")));
    assert_eq!((&program.state.settings, program.acts.len()), (&Settings::parse("dark large"), 0));
    program.remember("theme light");
    assert_eq!(program.state.settings, Settings::parse("light large"));
    program.act(Action::SettingsRead(Settings::parse("article")));
    assert_eq!((program.state.lens.order(), program.url().as_str()), (Order::Time, "?order=time"), "nothing moves");
}

/// Two choices in one task both take effect: neither action carries a result computed before the other.
#[test]
fn two_choices_in_a_row_both_hold() {
    let mut program = Program::started();
    program.remember("theme dark").remember("size large");
    assert_eq!(program.state.settings, Settings::parse("dark large"));
    program.press_in(Command::FollowHere, "kamenev").press_in(Command::FollowHere, "zinoviev");
    program.choose(Command::YearsFrom, "1917").choose(Command::YearsTo, "1929");
    assert_eq!(program.url(), "?follow=kamenev,zinoviev&years=1917-1929");
}

#[test]
fn what_was_chosen_before_holds_and_is_forgotten_on_demand() {
    let settings = Settings::parse("dark large article");
    assert_eq!((settings.words().as_str(), settings.order()), ("dark large article", Order::Article));
    assert_eq!(Settings::parse("article <b> dark  LARGE large"), settings, "unknown words are ignored");
    assert_eq!(Settings::default().words(), "");
    let mut program = Program::opened("", settings);
    assert_eq!(
        (program.state.lens.order(), program.state.settings, program.state.live),
        (Order::Article, settings, true)
    );
    program.press(Command::ForgetSettings);
    assert_eq!((program.state.lens.order(), program.state.settings.words().as_str()), (Order::Time, ""));
}

#[test]
fn an_address_that_names_nothing_opens_the_page_with_a_line() {
    for (query, fragment, found, missing) in [
        ("", "#nothing-here", false, "#nothing-here"),
        ("?follow=nobody", "", true, "follow=nobody"),
        ("?order=backwards", "", true, "order=backwards"),
        ("?years=1940-1921", "", true, "years=1940-1921"),
        ("?card=<script>", "", true, "card=<script>"),
    ] {
        let mut program = Program { outline: outline(), state: State::default(), acts: Vec::new() };
        let address = Address::parse(query, fragment, &program.outline);
        program.act(Action::Started { open: Vec::new(), address, found, settings: Settings::default() });
        assert_eq!(program.state.unknown.as_deref(), Some(missing));
        assert_eq!(program.press(Command::CloseNotice).state.unknown, None);
    }
    let strange = Program::opened("?utm_source=x&fbclid=1", Settings::default());
    assert_eq!(strange.state.unknown, None, "what others add is no mistake");
}

#[test]
fn the_search_answers_only_the_present_query() {
    let mut program = Program::started();
    program.press(Command::Search);
    assert_eq!(program.acts, [Act::ShowPanel(Some(id::SEARCH_PANEL)), Act::ReadIndex]);
    program.choose(Command::Query, "kron");
    assert_eq!(program.acts, [Act::Search("kron".to_owned())]);
    let hit = |id: &str| Hit { entry: 0, kind: Kind::Event, id: id.to_owned(), title: Vec::new(), excerpt: Vec::new() };
    let found = |query: &str, ids: &[&str]| Action::Found {
        query: query.to_owned(),
        hits: ids.iter().map(|id| hit(id)).collect::<Vec<_>>().into(),
    };
    program.act(found("kro", &["old"]));
    let shown = |program: &Program| match &program.state.panel {
        Some(Panel::Search { hits, chosen, .. }) => (hits.len(), *chosen),
        _ => panic!("the search is open"),
    };
    assert_eq!(shown(&program), (0, 0), "an answer to another query");
    program.act(found("kron", &["a", "b", "c"])).act(Action::HitMoved(-1));
    assert_eq!((shown(&program), &program.acts), ((3, 2), &vec![Act::RevealHit]), "around to the last");
    assert_eq!(shown(program.act(Action::HitMoved(1))), (3, 0));
}

#[test]
fn an_entry_opens_where_the_reader_arrives_at_it() {
    let mut program = Program::opened("#kamenev", Settings::default());
    assert!(program.acts.contains(&Act::Unfold("kamenev".to_owned())));
    assert_eq!(program.state.course, Course::CameIn);
    program.act(Action::Scrolled { down: true });
    assert_eq!(program.state.course, Course::Down);
    program.act(Action::Arrived("kronstadt".to_owned()));
    assert!(!program.acts.iter().any(|act| matches!(act, Act::Unfold(_))));
    program.act(Action::Arrived("troika".to_owned()));
    assert!(program.acts.contains(&Act::Unfold("troika".to_owned())), "a term");
}

#[test]
fn an_answer_may_be_a_view_of_the_timeline_a_query_or_a_tool() {
    let mut program = Program::opened("?follow=stalin&order=article&scope=told", Settings::default());
    program.look_up("stalin", "s9").press(Command::Search);
    program.act(Action::AnswerChosen("?years=1927-1929".to_owned()));
    assert_eq!((program.url().as_str(), program.is_step()), ("?order=article&years=1927-1929#timeline", true));
    assert_eq!((&program.state.panel, &program.state.card), (&None, &None));
    let acts = [Act::HideCard { returns: false }, Act::ShowPanel(None), Act::ShowTimeline];
    assert_eq!(program.acts[..3], acts);
    assert_eq!(program.state.lens.years, Some(Years { from: 1927, to: 1929 }));

    program.press(Command::Search).act(Action::AnswerChosen("=Ice axe".to_owned()));
    assert_eq!(program.acts, [Act::Search("Ice axe".to_owned())]);
    assert!(matches!(&program.state.panel, Some(Panel::Search { query, .. }) if query == "Ice axe"));

    program.act(Action::AnswerChosen("!share".to_owned()));
    assert!(matches!(&program.state.panel, Some(Panel::Share { place }) if place.is_empty()));
    for (answer, act) in [
        ("!print", Act::Print { part: "", place: String::new() }),
        ("!help", Act::ShowHelp),
        ("!theme dark", Act::SaveSettings),
    ] {
        program.press(Command::Search).act(Action::AnswerChosen(answer.to_owned()));
        assert_eq!((&program.state.panel, &program.acts), (&None, &vec![Act::ShowPanel(None), act]), "{answer}");
    }
    program.press(Command::Search);
    let before = program.state.clone();
    for answer in ["", "!", "!explode", "kronstadt", "é"] {
        program.act(Action::AnswerChosen(answer.to_owned()));
        assert_eq!((&program.state, &program.acts), (&before, &Vec::new()), "{answer}");
    }
}

#[test]
fn actions_that_change_nothing_ask_for_nothing() {
    let mut program = Program::opened("?follow=kamenev#kronstadt", Settings::default());
    let before = program.state.clone();
    let (event, target) = (program.event("kronstadt"), program.target("stalin"));
    for action in [
        Action::EventToggled { event, open: true },
        Action::LookedBack,
        Action::LookedOn(target),
        Action::CardClosed,
        Action::HoverEnded,
        Action::PanelClosed,
        Action::HitMoved(1),
        Action::Passed(None),
        Action::ControlUsed { command: Command::CloseNotice, value: String::new(), entry: String::new() },
        Action::Entered(String::new()),
        Action::ControlUsed { command: Command::OthersHide, value: String::new(), entry: String::new() },
    ] {
        program.act(action.clone());
        assert_eq!((&program.state, &program.acts), (&before, &Vec::new()), "{action:?}");
    }
}
