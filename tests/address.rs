//! The page's address: whatever is shown can be written and read back, and whatever is written can be read.

use palimpsest_contract::{Outline, Target};
use palimpsest_state::{
    Action, Address, Anchor, Card, Choice, Command, Gesture, Line, Pointing, Settings, Spot, State, reduce,
};
use palimpsest_tests::outline;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn read(url: &str, outline: &Outline) -> Address {
    let (query, fragment) = url.split_once('#').unwrap_or((url, ""));
    Address::parse(query, fragment, outline)
}

#[test]
fn a_text_fragment_is_no_part_of_a_place() {
    let outline = outline();
    for (url, place) in [("#:~:text=694%20voting", ""), ("#tenth-congress:~:text=694", "tenth-congress")] {
        let address = read(url, &outline);
        assert_eq!((address.place.as_str(), &address.unknown), (place, &None));
    }
}

#[test]
fn addresses_are_readable() {
    let outline = outline();
    for url in [
        "",
        "#s9",
        "#kronstadt",
        "?follow=kamenev#timeline",
        "?follow=kamenev,zinoviev",
        "?order=article&scope=told",
        "?order=time",
        "?years=1917-1929&open=kronstadt,tenth-congress",
        "?open=kronstadt#tenth-congress",
        "?open=all",
        "?card=stalin,troika,kamenev#s9",
        "?card=kotkin-2014.2#kronstadt",
        "?copy=censor",
        "?follow=kamenev&copy=censor#s9",
    ] {
        let address = read(url, &outline);
        assert_eq!((address.url(&outline).as_str(), &address.unknown), (url, &None));
    }
}

#[test]
fn addresses_of_the_whole_timeline_need_no_words() {
    let outline = outline();
    for url in ["?scope=all", "?years=1879-2001", "?years=1000-3000"] {
        let address = read(url, &outline);
        assert_eq!((address.url(&outline).as_str(), &address.unknown), ("", &None), "{url}");
    }
}

#[test]
fn there_is_no_censors_copy_of_a_story_that_erases_nobody() {
    let outline = Outline { erased: Vec::new(), ..outline() };
    let address = read("?copy=censor", &outline);
    assert_eq!((address.censored, address.unknown.as_deref()), (false, Some("copy=censor")));
    assert_eq!(address.url(&outline), "");
    for query in ["copy=", "copy=written", "copy=Censor"] {
        let outline = self::outline();
        assert_eq!(read(query, &outline).unknown.as_deref(), Some(query));
    }
}

#[test]
fn years_before_our_era_are_read_back() {
    let event = |id: &str, year: i32| {
        let first = palimpsest_calendar::CalendarDay::new_year(year).number();
        let span = Some(palimpsest_contract::Span { first, end: first + 1 });
        palimpsest_contract::Event { id: id.into(), span, ..Default::default() }
    };
    let outline = Outline { events: vec![event("a", -99), event("b", 14)], ..Outline::default() }.indexed();
    for url in ["?years=-48--40", "?years=-43-12", "?years=3-5", "?years=-7--7"] {
        let address = read(url, &outline);
        assert_eq!((address.url(&outline).as_str(), &address.unknown), (url, &None));
    }
    for url in ["?years=-", "?years=--", "?years=5", "?years=-5", "?years=1-2-3", "?years=5-3", "?years=é-1"] {
        assert!(read(url, &outline).unknown.is_some(), "{url}");
    }
}

/// Every action that a reader can perform, in any order. `every_action_is_tried` checks that none is missing.
fn action() -> BoxedStrategy<Action> {
    let outline = outline();
    let ids = |count: usize, target: fn(usize) -> Target| {
        (0..count).map(|index| outline.id(target(index)).to_owned()).collect::<Vec<_>>()
    };
    let people = ids(outline.people.len(), Target::Person);
    let events = ids(outline.events.len(), Target::Event);
    let targets: Vec<Target> = (0..outline.people.len())
        .map(Target::Person)
        .chain((0..outline.events.len()).map(Target::Event))
        .chain((0..outline.notes.len()).map(Target::Note))
        .chain((0..outline.sources.len()).map(Target::Source))
        .collect();
    let places: Vec<String> = (1..60).map(|number| format!("s{number}")).chain(events.iter().cloned()).collect();
    let places = || select(places.clone());
    let card = (select(targets.clone()), places(), 0u32..4, any::<bool>())
        .prop_map(|(target, place, nth, pinned)| Card { trail: vec![target], anchor: Anchor { place, nth }, pinned });
    let card = || card.clone();
    let event = || 0..outline.events.len();
    let value = prop_oneof![
        select(people.clone()),
        (1800..2100).prop_map(|year: i32| year.to_string()),
        Just(String::new()),
        "\\PC{0,8}"
    ];
    let entry = prop_oneof![select(people.clone()), select(events.clone()), Just(String::new())];
    let used = (select(Command::all().collect::<Vec<_>>()), value, entry)
        .prop_map(|(command, value, entry)| Action::ControlUsed { command, value, entry });
    let line = || select(&[Line::Rail, Line::Chart][..]);
    let gesture = prop_oneof![
        Just(Gesture::Began),
        (line(), 0..100_000, 0..100_000).prop_map(|(line, from, to)| Gesture::Drawn { line, from, to }),
        (any::<bool>(), 0..100_000).prop_map(|(is_first, position)| Gesture::Pulled { is_first, position }),
        (-2..3, 0..100_000, line()).prop_map(|(steps, position, line)| Gesture::Zoomed { steps, position, line }),
    ];
    let spot = (line(), 0..100_000, select(people.clone()), 0..900).prop_map(|(line, position, person, top)| Spot {
        line,
        position,
        reach: 2_000,
        person,
        top,
    });
    let pointing = prop_oneof![
        Just(Pointing::Nothing),
        spot.prop_map(Pointing::At),
        select(events.clone()).prop_map(Pointing::Mark),
    ];
    let cards = prop_oneof![
        card().prop_map(Action::LookedUp),
        card().prop_map(Action::LinkClicked),
        card().prop_map(|card| Action::Hovered(Card { pinned: false, ..card })),
        select(targets.clone()).prop_map(Action::LookedOn),
        select(targets).prop_map(Action::CardLinkClicked),
        Just(Action::LookedBack),
        Just(Action::CardClosed),
        Just(Action::HoverEnded),
    ];
    let urls: Vec<_> = ["", "?years=1917-1923", "?follow=kamenev,trotsky&others=dimmed", "?scope=told&order=article"]
        .map(|url| Address::parse(url, "", &outline).lens)
        .into();
    let others = prop_oneof![
        (event(), any::<bool>()).prop_map(|(event, open)| Action::EventToggled { event, open }),
        (event(), any::<bool>()).prop_map(|(event, open)| Action::EventClicked { event, open }),
        places().prop_map(Action::Arrived),
        prop::option::of(0..60).prop_map(Action::Passed),
        select(vec!["article", "people"]).prop_map(|part| Action::Entered(part.to_owned())),
        any::<bool>().prop_map(|down| Action::Scrolled { down }),
        (select(urls), any::<bool>()).prop_map(|(lens, is_step)| Action::Viewed { lens, is_step }),
        Just(Action::PanelClosed),
        (-1..2).prop_map(Action::HitMoved),
        Just(Action::Found { query: String::new(), hits: std::rc::Rc::default() }),
        select(
            &["?years=1927-1929", "?follow=kamenev,trotsky", "?years=x", "=ice axe", "!print", "!theme dark", "!", ""]
                [..]
        )
        .prop_map(|answer| Action::AnswerChosen(answer.to_owned())),
        gesture.prop_map(Action::Gestured),
        pointing.prop_map(Action::Pointed),
        select(vec!["", "dark", "article large"]).prop_map(|words| Action::SettingsRead(Settings::parse(words))),
    ];
    prop_oneof![3 => used, 2 => cards, 2 => others].boxed()
}

/// The number of an action among all actions. A new action does not compile until it has an arm here;
/// `every_action_is_tried` then fails until the strategy produces it.
fn number(action: &Action) -> usize {
    match action {
        Action::ControlUsed { command, .. } => {
            100 + Command::all().position(|other| other == *command).expect("all() has every command")
        }
        Action::LinkClicked(_) => 0,
        Action::LookedUp(_) => 1,
        Action::Hovered(_) => 2,
        Action::HoverEnded => 3,
        Action::CardLinkClicked(_) => 4,
        Action::LookedOn(_) => 5,
        Action::LookedBack => 6,
        Action::CardClosed => 7,
        Action::EventClicked { .. } => 8,
        Action::EventToggled { .. } => 9,
        Action::Arrived(_) => 10,
        Action::Passed(_) => 11,
        Action::Found { .. } => 12,
        Action::HitMoved(_) => 13,
        Action::PanelClosed => 14,
        Action::Gestured(_) => 15,
        Action::Entered(_) => 16,
        Action::Scrolled { .. } => 17,
        Action::Viewed { .. } => 18,
        Action::AnswerChosen(_) => 19,
        Action::Pointed(_) => 20,
        Action::SettingsRead(_) => 21,
        // The property itself covers these two: each case opens a fresh window, and goes back.
        Action::Started { .. } | Action::Returned(_) => 22,
    }
}

#[test]
fn every_action_is_tried() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let (mut runner, strategy) = (TestRunner::deterministic(), action());
    let mut tried = std::collections::BTreeSet::new();
    for _ in 0..20_000 {
        tried.insert(number(&strategy.new_tree(&mut runner).expect("an action").current()));
    }
    let all: std::collections::BTreeSet<_> = (0..22).chain(100..100 + Command::all().count()).collect();
    assert_eq!(tried, all);
}

fn settings() -> impl Strategy<Value = Settings> {
    proptest::collection::vec(select(Choice::all().collect::<Vec<_>>()), 0..4).prop_map(|choices| {
        let mut settings = Settings::default();
        for choice in choices {
            settings.choose(choice);
        }
        settings
    })
}

/// A fresh window with an address, on a device with these settings.
fn opened(address: Address, settings: Settings, outline: &Outline) -> State {
    let action = Action::Started { open: Vec::new(), address, found: true, settings };
    reduce(&State::default(), outline, action).state
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_what_its_address_shows(
        mine in settings(),
        theirs in settings(),
        actions in proptest::collection::vec(action(), 0..12),
    ) {
        let outline = outline_once();
        let mut state = opened(Address::default(), mine, outline);
        for action in actions {
            state = reduce(&state, outline, action).state;
        }
        let address = state.address();
        let url = address.url(outline);
        let again = read(&url, outline);
        prop_assert_eq!(&again, &address, "{}", url);
        prop_assert_eq!(again.url(outline), url.clone());
        // Opening the address in a fresh window shows the same, whatever that device remembers, and so does going back to
        // it.
        if !url.is_empty() {
            prop_assert_eq!(opened(again.clone(), theirs, outline).address(), address.clone(), "{}", url);
        }
        let returned = reduce(&State { live: true, ..State::default() }, outline, Action::Returned(again)).state;
        prop_assert_eq!(returned.address(), address);
    }

    #[test]
    fn a_color_and_a_size_change_nothing_else(
        actions in proptest::collection::vec(action(), 0..8),
        choice in select(Choice::all().filter(|choice| choice.order().is_none()).collect::<Vec<_>>()),
    ) {
        let outline = outline_once();
        let state = actions.into_iter().fold(State { live: true, ..State::default() }, |state, action| reduce(&state, outline, action).state);
        let used = Action::ControlUsed { command: Command::Choose(choice), value: String::new(), entry: String::new() };
        let next = reduce(&state, outline, used).state;
        prop_assert_eq!(State { settings: state.settings, ..next }, state);
    }

    #[test]
    fn whatever_stands_in_an_address_opens_the_page(query in "\\PC{0,60}", fragment in "\\PC{0,30}", known in any::<Index>()) {
        let outline = outline_once();
        let names = ["follow", "order", "scope", "years", "open", "card", "copy"];
        let query = format!("?{}={query}&{query}", names[known.index(names.len())]);
        let address = Address::parse(&query, &fragment, outline);
        let again = read(&address.url(outline), outline);
        prop_assert_eq!(again.lens, address.lens);
    }
}

/// One outline for all cases.
fn outline_once() -> &'static Outline {
    thread_local! {
        static OUTLINE: &'static Outline = Box::leak(Box::new(outline()));
    }
    OUTLINE.with(|outline| *outline)
}
