//! How the timeline is viewed.

use palimpsest::acts::Act;
use palimpsest::address::Address;
use palimpsest::lens::{Order, Scope};
use palimpsest::settings::Settings;
use palimpsest::state::{Action, Gesture};
use palimpsest::years::Years;
use palimpsest_contract::{Command, Target};
use palimpsest_tests::outline;

use crate::program::Program;

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
