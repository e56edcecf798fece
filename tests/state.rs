//! What a reader does, as actions on one value; and the page's address. No browser.

use palimpsest::address::Address;
use palimpsest::state::{Action, Card, State, Theme, reduce};
use palimpsest_compiler::compile;
use palimpsest_story::{Story, Target};

fn story() -> Story {
    let compilation = compile(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/story")));
    let report = compilation.report();
    compilation.story.unwrap_or_else(|| panic!("{report}"))
}

/// The state after these actions, each of which must change something.
fn after(story: &Story, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| {
        reduce(&state, story, action.clone()).unwrap_or_else(|| panic!("{action:?} changed nothing"))
    })
}

fn set(event: &str, open: bool) -> Action {
    Action::EventSet { event: event.into(), open }
}

fn card(person: &str, mention: &str) -> Card {
    Card { target: Target::Person(person.into()), mention: mention.into() }
}

#[test]
fn several_events_are_open_at_once_and_close_one_by_one() {
    let story = story();
    let state = after(&story, [set("kronstadt", true), set("tenth-congress", true), set("kronstadt", false)]);
    assert_eq!(state.open, ["tenth-congress".into()]);
}

#[test]
fn all_events_open_and_close_together() {
    let story = story();
    let open = after(&story, [set("kronstadt", true), Action::AllEventsSet { open: true }]);
    assert_eq!(open.open.len(), story.events.len(), "each once");
    let closed = reduce(&open, &story, Action::AllEventsSet { open: false }).expect("something closes");
    assert!(closed.open.is_empty());
}

#[test]
fn a_card_that_is_opened_again_at_once_is_news() {
    let story = story();
    let opened = after(&story, [Action::CardOpened(card("stalin", "m13"))]);
    let again = [Action::CardClosed(card("stalin", "m13")), Action::CardOpened(card("stalin", "m13"))];
    let again =
        again.into_iter().fold(opened.clone(), |state, action| reduce(&state, &story, action).expect("a change"));
    assert_eq!(again.card, opened.card);
    assert_ne!(again, opened, "else nothing would show the card that the browser has closed");
}

#[test]
fn colours_are_those_that_were_chosen_before_until_others_are() {
    let story = story();
    let started = Action::Started { open: Vec::new(), address: Address::Page, theme: Theme::Dark };
    let state = after(&story, [started]);
    assert_eq!(state.theme, Theme::Dark);
    let state = reduce(&state, &story, Action::ThemeSet(Theme::System)).expect("that changes something");
    assert_eq!(state.theme, Theme::System);
    assert_eq!(reduce(&state, &story, Action::ThemeSet(Theme::System)), None);
}

#[test]
fn what_changes_nothing_makes_no_new_state() {
    let story = story();
    let state = after(&story, [set("kronstadt", true)]);
    for action in [
        set("kronstadt", true),
        set("tenth-congress", false),
        Action::CardClosed(card("stalin", "m13")),
        Action::Arrived(Address::Page),
        Action::Arrived(Address::Event("kronstadt".into())),
    ] {
        assert_eq!(reduce(&state, &story, action.clone()), None, "{action:?}");
    }
}

#[test]
fn starting_takes_over_what_the_browser_did_before() {
    let story = story();
    let address = Address::parse("#tenth-congress", &story);
    let open = vec!["kronstadt".into(), "of-another-story".into()];
    let state = after(&story, [Action::Started { open, address, theme: Theme::Dark }]);
    assert!(state.live);
    assert_eq!(state.open, ["kronstadt".into(), "tenth-congress".into()]);
}

#[test]
fn one_card_is_shown_and_going_somewhere_leaves_it() {
    let story = story();
    let open = [card("stalin", "m13"), card("lenin", "m18")].map(Action::CardOpened);
    let state = after(&story, open);
    assert_eq!(state.card, Some(card("lenin", "m18")));
    let state = reduce(&state, &story, Action::Arrived(Address::parse("#lenin", &story))).expect("the card goes");
    assert_eq!(state.card, None);
}

#[test]
fn late_news_of_an_earlier_card_leaves_the_present_one() {
    let story = story();
    let state = after(&story, [Action::CardOpened(card("lenin", "m18"))]);
    assert_eq!(reduce(&state, &story, Action::CardClosed(card("stalin", "m13"))), None);
    let closed = reduce(&state, &story, Action::CardClosed(card("lenin", "m18"))).expect("the card closes");
    assert_eq!(closed.card, None);
}

#[test]
fn every_place_has_an_address_that_leads_back_to_it() {
    let story = story();
    let people = story.people.iter().map(|person| Address::Person(person.id.clone()));
    let events = story.events.iter().map(|event| Address::Event(event.id.clone()));
    let sentences = story.article.sentences().map(|sentence| Address::Elsewhere(sentence.id.to_string()));
    for address in people.chain(events).chain(sentences).chain([Address::Page]) {
        assert_eq!(Address::parse(address.fragment(), &story), address);
        assert_eq!(Address::parse(&format!("#{}", address.fragment()), &story), address);
    }
}

#[test]
fn a_strange_address_is_harmless() {
    let story = story();
    for fragment in ["#nothing", "#%3Cscript%3E", "#\u{202e}", "##", "#stalin?", "#STALIN", "#:~:text=Lenin"] {
        let address = Address::parse(fragment, &story);
        assert!(matches!(address, Address::Elsewhere(_)), "{fragment}");
        let state = after(&story, [Action::Started { open: Vec::new(), address, theme: Theme::System }]);
        assert_eq!(state, State { live: true, ..State::default() });
    }
}
