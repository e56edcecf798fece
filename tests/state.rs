//! What a reader does, as actions on one value, and what the program is asked to do. No browser.

use palimpsest::acts::{Act, Dialog};
use palimpsest::address::Address;
use palimpsest::card::{Anchor, Card};
use palimpsest::lens::{Order, Scope};
use palimpsest::settings::{Settings, Size, Theme};
use palimpsest::state::{Action, Gesture, Outcome, Panel, State, reduce};
use palimpsest::years::Years;
use palimpsest_contract::{Command, Outline, Target};
use palimpsest_tests::outline;

/// The program at work on the outline of the real story.
struct Program {
    outline: Outline,
    state: State,
    acts: Vec<Act>,
}

impl Program {
    fn started() -> Self {
        Self::opened("", Settings::default())
    }

    /// A fresh window with this address, on a device with these settings.
    fn opened(url: &str, settings: Settings) -> Self {
        let mut program = Self { outline: outline(), state: State::default(), acts: Vec::new() };
        let (query, fragment) = url.split_once('#').unwrap_or((url, ""));
        let address = Address::parse(query, fragment, &program.outline);
        program.act(Action::Started { open: Vec::new(), address, found: true, settings });
        program
    }

    fn act(&mut self, action: Action) -> &mut Self {
        let Outcome { state, acts } = reduce(&self.state, &self.outline, action);
        (self.state, self.acts) = (state, acts);
        self
    }

    fn press(&mut self, command: Command) -> &mut Self {
        self.choose(command, "")
    }

    fn choose(&mut self, command: Command, value: &str) -> &mut Self {
        self.act(Action::Used { command, value: value.to_owned(), entry: String::new() })
    }

    fn press_in(&mut self, command: Command, entry: &str) -> &mut Self {
        self.act(Action::Used { command, value: String::new(), entry: entry.to_owned() })
    }

    fn toggle(&mut self, event: &str, open: bool) -> &mut Self {
        let event = self.event(event);
        self.act(Action::EventToggled { event, open })
    }

    fn look_up(&mut self, target: &str, place: &str) -> &mut Self {
        let card = self.card(target, place, true);
        self.act(Action::LookedUp(card))
    }

    fn look_on(&mut self, target: &str) -> &mut Self {
        let target = self.target(target);
        self.act(Action::LookedOn(target))
    }

    fn card(&self, target: &str, place: &str, pinned: bool) -> Card {
        let anchor = Anchor { place: place.to_owned(), nth: 0 };
        Card { trail: vec![self.target(target)], anchor, pinned }
    }

    fn target(&self, id: &str) -> Target {
        self.outline.target(id).unwrap_or_else(|| panic!("{id} is in the story"))
    }

    fn event(&self, id: &str) -> usize {
        self.outline.event(id).unwrap_or_else(|| panic!("{id} is an event"))
    }

    fn open(&self) -> Vec<&str> {
        self.state.open.iter().map(|event| self.outline.id(Target::Event(*event))).collect()
    }

    fn url(&self) -> String {
        self.state.address().url(&self.outline)
    }

    /// Whether the last action became an entry of the history.
    fn is_step(&self) -> bool {
        self.acts.iter().any(|act| matches!(act, Act::Write { push: true, .. }))
    }

    fn trail(&self) -> Vec<&str> {
        let trail = self.state.card.iter().flat_map(|card| &card.trail);
        trail.map(|target| self.outline.id(*target)).collect()
    }
}

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
    assert_eq!(program.acts, [Act::AfterFrame(Action::EventToggled { event, open: true }.into())]);
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

#[test]
fn arriving_at_an_event_opens_it_and_leaves_the_card_and_the_dialog_behind() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").press(Command::Search);
    program.act(Action::CardClosed);
    assert!(program.state.card.is_some(), "a card that a dialog hides comes back when the dialog goes");
    program.act(Action::Arrived("kronstadt".to_owned()));
    assert_eq!((&program.state.panel, program.open()), (&None, vec!["kronstadt"]));
    assert_eq!(program.acts[..2], [Act::HideCard { returns: false }, Act::ShowPanel(None)]);
    assert_eq!(program.url(), "#kronstadt");
    program.toggle("kronstadt", false);
    assert_eq!(program.url(), "", "whoever closes the event is not there any more");
}

#[test]
fn a_card_leads_on_and_back_and_never_around_in_circles() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").look_on("kronstadt").look_on("lenin");
    assert!(program.is_step());
    assert_eq!(program.url(), "?card=stalin,kronstadt,lenin#s9");
    program.act(Action::LookedBack);
    assert_eq!(program.trail(), ["stalin", "kronstadt"]);
    assert!(!program.acts.iter().any(|act| matches!(act, Act::ShowCard(_))), "it is the same card");
    program.look_on("lenin").look_on("stalin");
    assert_eq!(program.trail(), ["stalin"], "it was there before");
    let before = program.state.clone();
    program.act(Action::LookedBack);
    assert_eq!((&program.state, program.acts.len()), (&before, 0), "there is nothing before the first");
    program.act(Action::CardClosed);
    assert!(matches!(program.acts.as_slice(), [Act::HideCard { returns: true }, Act::LeaveCard(_)]));
    assert_eq!(program.url(), "#s9", "the reader is where the link stands");
}

#[test]
fn a_clicked_link_opens_its_card_one_frame_later() {
    let mut program = Program::started();
    let card = program.card("stalin", "s9", true);
    program.act(Action::LinkClicked(card.clone()));
    assert_eq!((program.state.expanded(), program.state.card.as_ref()), (Some(&card), None));
    assert_eq!(program.acts, [Act::AfterFrame(Action::LookedUp(card.clone()).into())]);
    let passing = program.card("lenin", "s7", false);
    program.act(Action::Hovered(passing));
    assert_eq!(program.state.card, None, "the pointer opens nothing meanwhile");
    program.act(Action::LookedUp(card.clone()));
    assert_eq!(program.acts[0], Act::ShowCard(card));
    assert_eq!(program.state.opening, None);
}

#[test]
fn a_card_that_is_looked_up_again_is_shown_again() {
    let mut program = Program::started();
    program.look_up("lenin", "s7").look_up("lenin", "s7");
    // Else nothing would show the card that the browser has closed meanwhile.
    assert!(matches!(program.acts[0], Act::ShowCard(_)));
}

#[test]
fn a_card_that_comes_with_the_pointer_is_no_place_until_it_is_asked_for() {
    let mut program = Program::started();
    let passing = program.card("stalin", "s9", false);
    program.act(Action::Hovered(passing.clone()));
    assert_eq!((program.url(), program.is_step()), (String::new(), false));
    program.act(Action::HoverEnded);
    assert_eq!(program.state.card, None);
    program.act(Action::Hovered(passing.clone())).look_up("stalin", "s9");
    assert_eq!(program.url(), "?card=stalin#s9");
    program.act(Action::HoverEnded);
    assert!(program.state.card.is_some(), "a pinned card stays");
    let mut other = Program::started();
    other.act(Action::Hovered(passing)).look_on("kronstadt");
    assert_eq!(other.url(), "?card=stalin,kronstadt#s9", "whoever goes on means it");
}

#[test]
fn a_card_beside_a_closed_event_does_not_open_it() {
    let mut program = Program::started();
    program.look_up("lenin", "kronstadt");
    assert_eq!((program.open(), program.url().as_str()), (vec![], "?card=lenin#kronstadt"));
    assert_eq!(program.act(Action::CardClosed).url(), "");
}

#[test]
fn a_card_comes_back_when_the_dialog_goes() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").press(Command::Share);
    let share = program.acts.iter().find(|act| matches!(act, Act::FillShare { .. }));
    assert!(matches!(share, Some(Act::FillShare { url, .. }) if url == "?card=stalin#s9"), "{share:?}");
    program.act(Action::PanelClosed);
    assert!(matches!(program.acts.as_slice(), [Act::ShowPanel(None), Act::ShowCard(_)]), "{:?}", program.acts);
}

#[test]
fn following_somebody_is_a_step_that_can_be_taken_back() {
    let mut program = Program::started();
    program.press_in(Command::FollowHere, "kamenev");
    assert_eq!((program.url().as_str(), program.is_step()), ("?follow=kamenev", true));
    program.press_in(Command::FollowHere, "zinoviev");
    assert_eq!(program.url(), "?follow=kamenev,zinoviev");
    program.press_in(Command::FollowHere, "stalin");
    assert_eq!(program.url(), "?follow=kamenev,stalin", "two at most");
    program.press_in(Command::FollowHere, "kamenev").press_in(Command::FollowHere, "stalin");
    assert_eq!((program.url().as_str(), program.is_step()), ("", true));
    program.press_in(Command::FollowHere, "nobody");
    assert_eq!((program.url().as_str(), program.acts.len()), ("", 0));
    let address = Address::parse("?follow=lenin", "", &program.outline);
    program.act(Action::Returned(address));
    assert_eq!((program.url().as_str(), program.is_step()), ("?follow=lenin", false), "the browser's step is not ours");
}

#[test]
fn lists_choose_whom_to_follow() {
    let mut program = Program::opened("?follow=kamenev", Settings::default());
    program.choose(Command::FollowSecond, "zinoviev");
    assert_eq!(program.url(), "?follow=kamenev,zinoviev");
    program.choose(Command::FollowFirst, "zinoviev");
    assert_eq!(program.url(), "?follow=zinoviev,kamenev", "they change places");
    program.choose(Command::FollowFirst, "");
    assert_eq!(program.url(), "?follow=kamenev");
    program.choose(Command::FollowSecond, "kamenev");
    assert_eq!(program.url(), "?follow=kamenev", "nobody is followed twice");
    assert_eq!(program.acts, [Act::Restore(Command::FollowSecond)], "and the list says so");
    program.choose(Command::FollowFirst, "nobody");
    assert_eq!(program.url(), "?follow=kamenev");
}

#[test]
fn whoever_is_followed_has_their_events_in_front() {
    let mut program = Program::started();
    let front = |program: &Program| {
        let events = program.outline.events.iter().filter(|event| program.state.lens.favors(event));
        events.map(|event| event.id.to_string()).collect::<Vec<_>>()
    };
    assert!(!program.state.lens.dims());
    program.press_in(Command::FollowHere, "kamenev");
    let kamenev = program.outline.person("kamenev").and_then(|person| i32::try_from(person).ok()).expect("a person");
    let theirs = program.outline.events.iter().filter(|event| event.people.contains(&kamenev));
    let theirs: Vec<_> = theirs.map(|event| event.id.to_string()).collect();
    assert!(!theirs.is_empty() && theirs.len() < program.outline.events.len());
    assert_eq!(front(&program), theirs);
    program.press_in(Command::FollowHere, "zinoviev");
    assert!(front(&program).contains(&"trial-of-the-sixteen".to_owned()), "they were tried together");
    assert!(program.press(Command::ClearLens).acts.contains(&Act::FocusTimeline));
    assert!(!program.state.lens.is_narrowed());
}

#[test]
fn the_order_is_stored_and_the_events_are_arranged() {
    let mut program = Program::started();
    program.press(Command::OrderArticle);
    assert_eq!(program.acts[..2], [Act::Arrange, Act::SaveSettings]);
    assert_eq!((program.state.settings.order, program.url().as_str()), (Order::Article, "?order=article"));
    let sentences: Vec<_> = program
        .outline
        .article_order
        .iter()
        .map(|event| program.outline.events[usize::try_from(*event).expect("an index")].sentence.unwrap_or(i32::MAX))
        .collect();
    assert!(sentences.is_sorted(), "{sentences:?}");
    assert_eq!(sentences.iter().filter(|sentence| **sentence == i32::MAX).count(), 4, "context comes last");
    assert_eq!(sentences.len(), program.outline.events.len(), "none is lost");
}

/// A color changes a color: the order in the address stays (P1).
#[test]
fn a_color_changes_nothing_but_the_color() {
    let mut program = Program::opened("?order=article", Settings::default());
    program.press(Command::ThemeDark);
    assert_eq!((program.url().as_str(), program.state.lens.order()), ("?order=article", Order::Article));
    assert_eq!(program.state.settings, Settings { theme: Theme::Dark, ..Settings::default() });
    assert_eq!(program.acts, [Act::SaveSettings]);
}

/// Two choices in one task both hold (P2): neither action carries a result that was made before the other.
#[test]
fn two_choices_in_a_row_both_hold() {
    let mut program = Program::started();
    program.press(Command::ThemeDark).press(Command::SizeLarge);
    assert_eq!(program.state.settings, Settings { theme: Theme::Dark, size: Size::Large, order: Order::Time });
    program.choose(Command::FollowFirst, "kamenev").choose(Command::FollowSecond, "zinoviev");
    program.choose(Command::YearsFrom, "1917").choose(Command::YearsTo, "1929");
    assert_eq!(program.url(), "?follow=kamenev,zinoviev&years=1917-1929");
}

/// A link shows what its sender saw, whatever the device remembers (P3).
#[test]
fn an_order_in_the_address_goes_before_the_device() {
    let by_article = Settings { order: Order::Article, ..Settings::default() };
    for (url, order, kept) in [
        ("?order=time", Order::Time, "?order=time"),
        ("?order=article", Order::Article, "?order=article"),
        ("#kronstadt", Order::Time, "#kronstadt"),
        ("?follow=lenin", Order::Time, "?follow=lenin"),
        // An address that asks for nothing opens as the reader likes, and then says so.
        ("", Order::Article, "?order=article"),
    ] {
        let program = Program::opened(url, by_article);
        assert_eq!((program.state.lens.order(), program.url().as_str()), (order, kept), "{url}");
        assert_eq!(program.acts.contains(&Act::Arrange), order == Order::Article, "{url}");
    }
    let mut program = Program::opened("", by_article);
    program.press(Command::OrderTime);
    assert_eq!(program.url(), "?order=time", "who gets this address sees the order of time");
}

#[test]
fn the_scope_leaves_out_context_until_an_address_asks_for_it() {
    let mut program = Program::started();
    let context = program.outline.events.iter().find(|event| event.sentence.is_none()).expect("there is context");
    let context = context.id.to_string();
    program.press(Command::ScopeArticle);
    assert_eq!(program.outline.events.iter().filter(|event| program.state.lens.shows(event)).count(), 26);
    program.act(Action::Arrived(context));
    assert_eq!(program.state.lens.scope, Scope::All, "the place is shown");
}

#[test]
fn years_move_and_zoom_within_the_story() {
    let whole = Years { from: 1879, to: 2001 };
    assert_eq!(Years::of(&outline()), Some(whole));
    let war = Years { from: 1917, to: 1929 };
    assert_eq!(war.moved(3, whole), Years { from: 1920, to: 1932 });
    assert_eq!(war.moved(1000, whole), Years { from: 1989, to: 2001 }, "as far as there is room");
    assert_eq!(war.moved(-1000, whole), Years { from: 1879, to: 1891 });
    assert_eq!(war.zoomed(1, 1917, whole), Some(Years { from: 1917, to: 1927 }), "the year stays where it is");
    assert_eq!(Years::within(1940, 1929, whole), Some(Years { from: 1929, to: 1940 }), "drawn backward");
    assert_eq!(Years::within(0, 3000, whole), None, "that is all of them");
    let mut years = Some(war);
    for _ in 0..60 {
        years = years.unwrap_or(whole).zoomed(1, 1921, whole);
        let years = years.expect("closer is never all");
        assert!(years.contains(1921) && years.count() >= 1, "{years:?}");
    }
    assert_eq!(years, Some(Years { from: 1921, to: 1921 }));
    for _ in 0..200 {
        years = years.and_then(|years| years.zoomed(-1, 1921, whole));
    }
    assert_eq!(years, None);
}

#[test]
fn choosing_years_is_one_step_however_far_they_are_moved() {
    let mut program = Program::started();
    assert!(program.press(Command::YearsFewer).is_step());
    assert!(!program.press(Command::YearsFewer).is_step());
    let years = program.state.lens.years.expect("they are chosen");
    let front = program.outline.events.iter().filter(|event| program.state.lens.favors(event)).count();
    assert!(front < program.outline.events.len() && front > 0);
    assert_eq!(program.url(), format!("?years={}-{}", years.from, years.to));
    assert!(program.press(Command::YearsAll).is_step());
}

#[test]
fn sliders_take_each_other_along() {
    let mut program = Program::opened("?years=1917-1929", Settings::default());
    for (command, year, url) in [
        (Command::YearsFrom, "1925", "?years=1925-1929"),
        // Were it kept back, the slider would hold what is not shown.
        (Command::YearsFrom, "1940", "?years=1940-1940"),
        (Command::YearsTo, "1900", "?years=1900-1900"),
        (Command::YearsTo, "soon", "?years=1900-1900"),
    ] {
        assert_eq!(program.choose(command, year).url(), url);
    }
}

#[test]
fn gestures_draw_move_and_zoom_the_years() {
    let mut program = Program::started();
    let position = |year| {
        outline()
            .scale()
            .map(|scale| scale.position(palimpsest_calendar::CalendarDay { year, month: 7, day: 1 }.number()))
            .expect("dated")
    };
    program.act(Action::Gestured(Gesture::Began)).act(Action::Gestured(Gesture::Drawn(position(1940), position(1929))));
    assert_eq!(program.url(), "?years=1929-1940");
    program.act(Action::Gestured(Gesture::Began)).act(Action::Gestured(Gesture::Drawn(position(1930), position(1935))));
    assert_eq!(program.url(), "?years=1934-1945", "whoever takes hold of the window moves it");
    program.act(Action::Gestured(Gesture::Began)).act(Action::Gestured(Gesture::Dragged(50_000, 100_000)));
    assert_eq!(program.url(), "?years=1928-1939", "a chart of the window moves by its own measure");
    program.act(Action::Gestured(Gesture::Zoomed { steps: 1, position: 0, stretched: true }));
    assert_eq!(program.url(), "?years=1928-1937");
}

#[test]
fn the_passage_stands_at_the_event_that_was_told_last() {
    let mut program = Program::started();
    let mut at = |sentence: Option<i32>| {
        program.act(Action::Passed(sentence));
        program.state.current_event(&program.outline).map(|event| program.outline.id(Target::Event(event)).to_owned())
    };
    assert_eq!(at(Some(4)).as_deref(), Some("tenth-congress"));
    assert_eq!(at(Some(6)), at(Some(5)), "a sentence without a date goes on with the last");
    assert_eq!(at(None), None);
}

#[test]
fn what_was_chosen_before_holds_and_is_forgotten_on_demand() {
    let settings = Settings { theme: Theme::Dark, size: Size::Large, order: Order::Article };
    assert_eq!(settings.words(), "dark large article");
    assert_eq!(Settings::parse("dark large article"), settings);
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
    assert_eq!(program.acts, [Act::ShowPanel(Some(Dialog::Search)), Act::ReadIndex]);
    program.choose(Command::Query, "kron");
    assert_eq!(program.acts, [Act::Search("kron".to_owned())]);
    let hit = |id: &str| palimpsest::search::Hit {
        entry: 0,
        kind: palimpsest::search::Kind::Event,
        id: id.to_owned(),
        title: Vec::new(),
        excerpt: Vec::new(),
    };
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
        Action::Used { command: Command::CloseNotice, value: String::new(), entry: String::new() },
        Action::Used { command: Command::YearsAll, value: String::new(), entry: String::new() },
        Action::Used { command: Command::ScopeAll, value: String::new(), entry: String::new() },
    ] {
        program.act(action.clone());
        assert_eq!((&program.state, &program.acts), (&before, &Vec::new()), "{action:?}");
    }
}
