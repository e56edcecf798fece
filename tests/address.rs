//! The page's address: every state can be written and read back, and any address can be read.

use palimpsest::address::Address;
use palimpsest::command::Command;
use palimpsest::lens::{Order, Scope, Years};
use palimpsest::settings::Settings;
use palimpsest::state::{Action, Card, Spot, State, reduce};
use palimpsest_story::{EventId, PersonId, Story, Target};
use palimpsest_tests::story;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn read(url: &str, story: &Story) -> Address {
    let (query, fragment) = url.split_once('#').unwrap_or((url, ""));
    Address::parse(query, fragment, story)
}

#[test]
fn words_to_be_found_are_no_part_of_a_place() {
    let story = story();
    for (url, place) in [("#:~:text=694%20voting", ""), ("#tenth-congress:~:text=694", "tenth-congress")] {
        let address = read(url, &story);
        assert_eq!((address.place.as_str(), &address.unknown), (place, &None));
    }
}

#[test]
fn addresses_are_readable() {
    let story = story();
    for url in [
        "",
        "#s9",
        "#kronstadt",
        "?follow=kamenev#timeline",
        "?follow=kamenev,zinoviev",
        "?order=article&scope=told",
        "?years=1917-1929&open=kronstadt,tenth-congress",
        "?open=kronstadt#tenth-congress",
        "?open=all",
        "?card=stalin,troika,kamenev#s9",
        "?card=avrich-1970.2#kronstadt",
    ] {
        let address = read(url, &story);
        assert_eq!((address.url(&story).as_str(), &address.unknown), (url, &None));
    }
}

#[test]
fn addresses_of_the_page_as_it_is_need_no_words() {
    let story = story();
    for url in ["?order=time", "?scope=all", "?years=1879-2001", "?years=1000-3000"] {
        let address = read(url, &story);
        assert_eq!((address.url(&story).as_str(), &address.unknown), ("", &None), "{url}");
    }
}

/// Actions of a reader, in any order.
fn action() -> impl Strategy<Value = Action> {
    let story = story();
    let people: Vec<PersonId> = story.people.iter().map(|person| person.id.clone()).collect();
    let events: Vec<EventId> = story.events.iter().map(|event| event.id.clone()).collect();
    let mut targets: Vec<Target> = people.iter().cloned().map(Target::Person).collect();
    targets.extend(events.iter().cloned().map(Target::Event));
    targets.extend(story.notes.iter().map(|note| Target::Note(note.id.clone())));
    targets.extend(story.sources.iter().map(|source| Target::Source(source.id.clone())));
    let places = || {
        let sentences = story.article.sentences().map(|sentence| sentence.id.to_string());
        select(sentences.chain(events.iter().map(ToString::to_string)).collect::<Vec<_>>())
    };
    let whole = Years::of(&story).expect("the story has events");
    let event = select(events.clone());
    let look = (select(targets.clone()), places(), 0u32..4, any::<bool>()).prop_map(|(target, place, nth, pinned)| {
        Action::LookedUp(Card { trail: vec![target], beside: Spot { place, nth }, pinned })
    });
    prop_oneof![
        look,
        select(targets).prop_map(Action::LookedOn),
        Just(Action::LookedBack),
        (0u32..20).prop_map(Action::CardClosed),
        (event, any::<bool>()).prop_map(|(event, open)| Action::EventSet { event, open }),
        any::<bool>().prop_map(|open| Action::AllEventsSet { open }),
        places().prop_map(Action::Arrived),
        select(people.clone()).prop_map(Action::Followed),
        select(vec![Order::Time, Order::Article]).prop_map(Action::OrderSet),
        select(vec![Scope::All, Scope::Told]).prop_map(Action::ScopeSet),
        (1800..2100, 1800..2100).prop_map(move |(from, to)| Action::YearsSet(Years::within(from, to, whole))),
        (-2..3, 1800..2100).prop_map(|(steps, around)| Action::YearsZoomed(steps, around)),
        Just(Action::LensCleared),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_what_its_address_shows(actions in proptest::collection::vec(action(), 0..12)) {
        let story = story_once();
        let state = actions.into_iter().fold(State::default(), |state, action| reduce(&state, story, action).unwrap_or(state));
        let address = Address::of(&state);
        let url = address.url(story);
        let again = read(&url, story);
        prop_assert_eq!(&again, &address, "{}", url);
        prop_assert_eq!(again.url(story), url);
        // Opening the address in a new window shows the same.
        let opened = Action::Started { open: Vec::new(), address: again, found: true, settings: Settings::default() };
        let fresh = reduce(&State::default(), story, opened).expect("the program starts");
        prop_assert_eq!(Address::of(&fresh), address);
    }

    #[test]
    fn whatever_stands_in_an_address_opens_the_page(query in "\\PC{0,60}", fragment in "\\PC{0,30}", known in any::<Index>()) {
        let story = story_once();
        let names = ["follow", "order", "scope", "years", "open", "card"];
        let query = format!("?{}={query}&{query}", names[known.index(names.len())]);
        let address = Address::parse(&query, &fragment, story);
        let again = read(&address.url(story), story);
        prop_assert_eq!(again.lens, address.lens);
    }

    #[test]
    fn whatever_a_control_says_is_harmless(words in "[a-z]{0,8}( \\PC{0,12})?", value in "\\PC{0,12}") {
        let story = story_once();
        let state = State::default();
        if let Some(Command::Act(action) | Command::Move(action)) = Command::parse(&words, &value, &state, story) {
            let next = reduce(&state, story, action).unwrap_or(state);
            let url = Address::of(&next).url(story);
            prop_assert_eq!(read(&url, story).url(story), url);
        }
    }
}

/// One story for all cases.
fn story_once() -> &'static Story {
    thread_local! {
        static STORY: &'static Story = Box::leak(Box::new(story()));
    }
    STORY.with(|story| *story)
}

#[test]
fn controls_mean_what_they_say() {
    let story = story();
    let state = State { lens: read("?follow=kamenev&years=1917-1929", &story).lens, ..State::default() };
    let parse = |words: &str, value: &str| Command::parse(words, value, &state, &story);
    let act = |words: &str, value: &str| match parse(words, value) {
        Some(Command::Act(action) | Command::Move(action)) => action,
        other => panic!("{words}: {other:?}"),
    };
    assert_eq!(act("second", "zinoviev"), Action::FollowSet(vec!["kamenev".into(), "zinoviev".into()]));
    assert_eq!(act("second", "kamenev"), Action::FollowSet(vec!["kamenev".into()]), "nobody is followed twice");
    assert_eq!(act("first", ""), Action::FollowSet(Vec::new()));
    assert_eq!(act("from", "1925"), Action::YearsSet(Some(Years { from: 1925, to: 1929 })));
    // A slider moved past the other takes it along: otherwise the other would show a year that is not in view.
    assert_eq!(act("from", "1940"), Action::YearsSet(Some(Years { from: 1940, to: 1940 })));
    assert_eq!(act("to", "1900"), Action::YearsSet(Some(Years { from: 1900, to: 1900 })));
    assert_eq!(act("closer", ""), Action::YearsZoomed(1, 1923));
    assert!(matches!(parse("order article", ""), Some(Command::Move(Action::OrderSet(Order::Article)))), "events move");
    assert_eq!(parse("save csv", ""), Some(Command::Save("csv".to_owned())));
    assert_eq!([parse("", ""), parse("from", "soon"), parse("explode", "")], [None, None, None]);
}
