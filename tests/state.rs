//! The reducer: what a reader does, as actions on the state. No browser.

use palimpsest::address::Address;
use palimpsest::lens::{Lens, Order, Scope, Years};
use palimpsest::settings::{Settings, Size, Theme};
use palimpsest::state::{Action, Card, Panel, Spot, State, reduce};
use palimpsest_story::{SentenceId, Story, Target};
use palimpsest_tests::story;

/// The state after these actions, each of which must change it.
fn after(story: &Story, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), |state, action| then(&state, story, action))
}

fn then(state: &State, story: &Story, action: Action) -> State {
    reduce(state, story, action.clone()).unwrap_or_else(|| panic!("{action:?} changed nothing"))
}

fn set(event: &str, open: bool) -> Action {
    Action::EventSet { event: event.into(), open }
}

fn person(id: &str) -> Target {
    Target::Person(id.into())
}

fn event(id: &str) -> Target {
    Target::Event(id.into())
}

fn card(target: Target, place: &str, pinned: bool) -> Card {
    Card { trail: vec![target], beside: Spot { place: place.to_owned(), nth: 0 }, pinned }
}

fn looked_up(target: Target, place: &str) -> Action {
    Action::LookedUp(card(target, place, true))
}

fn started(address: Address) -> Action {
    Action::Started { open: Vec::new(), address, found: true, settings: Settings::default() }
}

fn url(state: &State, story: &Story) -> String {
    Address::of(state).url(story)
}

#[test]
fn several_events_are_open_at_once_and_close_one_by_one() {
    let story = story();
    let state = after(&story, [set("tenth-congress", true), set("kronstadt", true), set("tenth-congress", false)]);
    assert_eq!(state.open, ["kronstadt".into()]);
    let both = then(&state, &story, set("trotsky-born", true));
    assert_eq!(both.open, ["trotsky-born".into(), "kronstadt".into()], "in the story's order");
    assert_eq!(reduce(&both, &story, set("no-such-event", true)), None);
}

#[test]
fn all_events_open_and_close_together() {
    let story = story();
    let open = after(&story, [set("kronstadt", true), Action::AllEventsSet { open: true }]);
    assert_eq!(open.open.len(), story.events.len(), "each once");
    assert_eq!(url(&open, &story), "?open=all");
    assert!(then(&open, &story, Action::AllEventsSet { open: false }).open.is_empty());
}

#[test]
fn arriving_at_an_event_opens_it_and_leaves_the_card_and_the_panel_behind() {
    let story = story();
    let search = Panel::Search { query: "kron".to_owned(), chosen: 1 };
    let busy = after(&story, [looked_up(person("stalin"), "s9"), Action::PanelSet(Some(search))]);
    let hidden = reduce(&busy, &story, Action::CardClosed(busy.openings));
    assert!(busy.card.is_some() && hidden.is_none(), "a card that a panel hides comes back with its going");
    let state = then(&busy, &story, Action::Arrived("kronstadt".to_owned()));
    assert_eq!((state.panel.as_ref(), state.open.as_slice()), (None, ["kronstadt".into()].as_slice()));
    assert_eq!(url(&state, &story), "#kronstadt");
    let closed = then(&state, &story, set("kronstadt", false));
    assert_eq!(url(&closed, &story), "", "who closes the event is not there any more");
}

#[test]
fn a_card_leads_on_and_back_and_never_round_in_circles() {
    let story = story();
    let state = after(
        &story,
        [looked_up(person("stalin"), "s9"), Action::LookedOn(event("kronstadt")), Action::LookedOn(person("lenin"))],
    );
    let trail = |state: &State| state.card.as_ref().map(|card| card.trail.clone()).unwrap_or_default();
    assert_eq!(url(&state, &story), "?card=stalin,kronstadt,lenin#s9");
    let again = then(&state, &story, Action::LookedOn(person("stalin")));
    assert_eq!(trail(&again), [person("stalin")], "it was there before");
    let back = then(&state, &story, Action::LookedBack);
    assert_eq!(trail(&back), [person("stalin"), event("kronstadt")]);
    assert_eq!(back.openings, state.openings, "it is the same card");
    let first = then(&back, &story, Action::LookedBack);
    assert_eq!(reduce(&first, &story, Action::LookedBack), None, "there is nothing before the first");
    let closed = then(&first, &story, Action::CardClosed(first.openings));
    assert_eq!(url(&closed, &story), "#s9", "the reader is where the link stands");
}

#[test]
fn news_of_a_card_that_is_gone_closes_no_other() {
    let story = story();
    let first = after(&story, [looked_up(person("stalin"), "s9")]);
    let second = then(&first, &story, looked_up(person("lenin"), "s7"));
    assert_eq!(reduce(&second, &story, Action::CardClosed(first.openings)), None);
    let again = then(&second, &story, looked_up(person("lenin"), "s7"));
    assert_ne!(again.openings, second.openings, "else nothing would show the card that the browser has closed");
}

#[test]
fn a_card_that_passes_is_no_place_until_it_is_asked_for() {
    let story = story();
    let passing = after(&story, [Action::LookedUp(card(person("stalin"), "s9", false))]);
    assert_eq!(url(&passing, &story), "");
    let asked = then(&passing, &story, looked_up(person("stalin"), "s9"));
    assert_eq!(url(&asked, &story), "?card=stalin#s9");
    let on = then(&passing, &story, Action::LookedOn(event("kronstadt")));
    assert_eq!(url(&on, &story), "?card=stalin,kronstadt#s9", "who goes on means it");
}

#[test]
fn a_card_beside_a_closed_event_does_not_open_it() {
    let story = story();
    let state = after(&story, [looked_up(person("lenin"), "kronstadt")]);
    assert!(state.open.is_empty());
    assert_eq!(url(&state, &story), "?card=lenin#kronstadt");
    let closed = then(&state, &story, Action::CardClosed(state.openings));
    assert_eq!(url(&closed, &story), "");
}

#[test]
fn following_somebody_is_a_step_that_can_be_taken_back() {
    let story = story();
    let one = after(&story, [Action::Followed("kamenev".into())]);
    assert_eq!((url(&one, &story).as_str(), one.steps), ("?follow=kamenev", 1));
    let two = then(&one, &story, Action::Followed("zinoviev".into()));
    assert_eq!(url(&two, &story), "?follow=kamenev,zinoviev");
    let third = then(&two, &story, Action::Followed("stalin".into()));
    assert_eq!(url(&third, &story), "?follow=kamenev,stalin", "two at most");
    let none = [Action::Followed("kamenev".into()), Action::Followed("stalin".into())];
    let none = none.into_iter().fold(third, |state, action| then(&state, &story, action));
    assert_eq!((url(&none, &story).as_str(), none.steps), ("", 5));
    assert_eq!(reduce(&none, &story, Action::Followed("nobody".into())), None);
    let back = then(&none, &story, Action::Returned(Address::parse("?follow=lenin", "", &story)));
    assert_eq!((url(&back, &story).as_str(), back.steps), ("?follow=lenin", 5), "the browser's step is not ours");
}

#[test]
fn who_is_followed_has_their_events_in_front() {
    let story = story();
    let favoured = |state: &State| {
        let events = story.events.iter().filter(|event| state.lens.favours(event));
        events.map(|event| event.id.to_string()).collect::<Vec<_>>()
    };
    let kamenev = after(&story, [Action::Followed("kamenev".into())]);
    let theirs: Vec<_> = story.events_of(&"kamenev".into()).map(|event| event.id.to_string()).collect();
    assert!(!theirs.is_empty() && theirs.len() < story.events.len());
    assert_eq!(favoured(&kamenev), theirs);
    let words = kamenev.lens.words(&story).expect("something steps back");
    assert!(words.starts_with(&format!("Following Lev Kamenev: {} of 30 events; ", theirs.len())), "{words}");

    let shared = then(&kamenev, &story, Action::Followed("zinoviev".into()));
    assert!(favoured(&shared).contains(&"trial-of-the-sixteen".to_owned()), "they were tried together");
    assert!(
        shared
            .lens
            .words(&story)
            .is_some_and(|words| words.starts_with("What Lev Kamenev and Grigory Zinoviev share: "))
    );
    assert_eq!(then(&shared, &story, Action::LensCleared).lens.words(&story), None);
}

#[test]
fn events_stand_as_they_happened_or_as_the_article_tells_them() {
    let story = story();
    let order = |lens: &Lens| lens.events(&story).into_iter().map(|(index, _)| index).collect::<Vec<_>>();
    assert_eq!(order(&Lens::default()), (0..story.events.len()).collect::<Vec<_>>());
    let told = after(&story, [Action::OrderSet(Order::Article)]);
    assert_eq!(told.settings.order, Order::Article, "it is remembered");
    let events = told.lens.events(&story);
    let sentences: Vec<_> =
        events.iter().map(|(_, event)| event.told.as_ref().map_or(u32::MAX, SentenceId::number)).collect();
    assert!(sentences.is_sorted(), "{sentences:?}");
    assert_eq!(sentences.iter().filter(|sentence| **sentence == u32::MAX).count(), 4, "context comes last");
    let mut all = order(&told.lens);
    all.sort_unstable();
    assert_eq!(all, order(&Lens::default()), "none is lost");
    assert_eq!(url(&told, &story), "?order=article");
}

#[test]
fn the_scope_leaves_out_context_until_an_address_asks_for_it() {
    let story = story();
    let context = story.events.iter().find(|event| event.told.is_none()).expect("there is context");
    let told = after(&story, [Action::ScopeSet(Scope::Told)]);
    assert_eq!(story.events.iter().filter(|event| told.lens.shows(event)).count(), 26);
    let arrived = then(&told, &story, Action::Arrived(context.id.to_string()));
    assert_eq!(arrived.lens.scope, Scope::All, "what is gone to is shown");
}

#[test]
fn years_move_and_zoom_within_the_story() {
    let whole = Years { from: 1879, to: 2001 };
    let story = story();
    assert_eq!(Years::of(&story), Some(whole));
    let war = Years { from: 1917, to: 1929 };
    assert_eq!(war.moved(3, whole), Years { from: 1920, to: 1932 });
    assert_eq!(war.moved(1000, whole), Years { from: 1989, to: 2001 }, "as far as there is room");
    assert_eq!(war.moved(-1000, whole), Years { from: 1879, to: 1891 });
    assert_eq!(war.zoomed(1, 1917, whole), Some(Years { from: 1917, to: 1927 }), "the year stays where it is");
    assert_eq!(Years::within(1940, 1929, whole), Some(Years { from: 1929, to: 1940 }), "drawn backwards");
    assert_eq!(Years::within(0, 3000, whole), None, "that is all of them");
    let mut years = Some(war);
    for _ in 0..60 {
        years = years.unwrap_or(whole).zoomed(1, 1921, whole);
        let years = years.expect("closer is never all");
        assert!(years.from <= 1921 && years.to >= 1921 && years.count() >= 1, "{years:?}");
    }
    assert_eq!(years, Some(Years { from: 1921, to: 1921 }));
    for _ in 0..200 {
        years = years.and_then(|years| years.zoomed(-1, 1921, whole));
    }
    assert_eq!(years, None);
}

#[test]
fn choosing_years_is_one_step_however_far_they_are_moved() {
    let story = story();
    let chosen =
        after(&story, [Action::YearsZoomed(1, 1921), Action::YearsZoomed(1, 1921), Action::YearsZoomed(1, 1921)]);
    assert_eq!(chosen.steps, 1);
    let years = chosen.lens.years.expect("they are chosen");
    let front = story.events.iter().filter(|event| chosen.lens.favours(event)).count();
    assert!(front < story.events.len() && front > 0);
    assert_eq!(url(&chosen, &story), format!("?years={}-{}", years.from, years.to));
    assert_eq!(then(&chosen, &story, Action::YearsSet(None)).steps, 2);
}

#[test]
fn the_passage_stands_at_the_event_that_was_told_last() {
    let story = story();
    let at = |sentence: &str| {
        let state = after(&story, [Action::Passed(Some(sentence.into()))]);
        state.told_last(&story).map(|event| event.id.to_string())
    };
    assert_eq!(at("s4").as_deref(), Some("tenth-congress"));
    assert_eq!(at("s6").as_deref(), at("s5").as_deref(), "a sentence without a date goes on with the last");
    assert_eq!(State::default().told_last(&story), None);
}

#[test]
fn what_was_chosen_before_holds_and_is_forgotten_on_demand() {
    let story = story();
    let settings = Settings { theme: Theme::Dark, size: Size::Large, order: Order::Article };
    assert_eq!(settings.words(), "dark large article");
    assert_eq!(Settings::parse("dark large article"), settings);
    assert_eq!(Settings::parse("article <b> dark  LARGE large"), settings, "what it does not know is left out");
    assert_eq!(Settings::default().words(), "");
    let state =
        after(&story, [Action::Started { open: Vec::new(), address: Address::default(), found: true, settings }]);
    assert_eq!((state.lens.order, state.settings, state.live), (Order::Article, settings, true));
    let forgotten = then(&state, &story, Action::SettingsSet(Settings::default()));
    assert_eq!((forgotten.lens.order, forgotten.settings.words().as_str()), (Order::Time, ""));
}

#[test]
fn an_address_that_names_nothing_opens_the_page_with_a_line() {
    let story = story();
    for (query, fragment, found, missing) in [
        ("", "#nothing-here", false, "#nothing-here"),
        ("?follow=nobody", "", true, "follow=nobody"),
        ("?order=backwards", "", true, "order=backwards"),
        ("?years=1940-1921", "", true, "years=1940-1921"),
        ("?card=<script>", "", true, "card=<script>"),
    ] {
        let address = Address::parse(query, fragment, &story);
        let state =
            after(&story, [Action::Started { open: Vec::new(), address, found, settings: Settings::default() }]);
        assert!(
            state.notice.as_ref().is_some_and(|notice| notice.contains(missing)),
            "{query}{fragment}: {:?}",
            state.notice
        );
        assert_eq!(then(&state, &story, Action::NoticeClosed).notice, None);
    }
    let strange = Address::parse("?utm_source=x&fbclid=1", "", &story);
    assert_eq!(after(&story, [started(strange)]).notice, None, "what is not ours is no mistake");
}

#[test]
fn nothing_that_changes_nothing_is_news() {
    let story = story();
    let state = after(&story, [started(Address::parse("?follow=kamenev", "#kronstadt", &story))]);
    for action in [
        set("kronstadt", true),
        Action::FollowSet(vec!["kamenev".into()]),
        Action::OrderSet(Order::Time),
        Action::YearsSet(None),
        Action::LookedBack,
        Action::LookedOn(person("stalin")),
        Action::CardClosed(state.openings),
        Action::PanelSet(None),
        Action::NoticeClosed,
        Action::Passed(None),
    ] {
        assert_eq!(reduce(&state, &story, action.clone()), None, "{action:?}");
    }
}
