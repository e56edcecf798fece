//! How the timeline is viewed.

use palimpsest_contract::Target;
use palimpsest_contract::hook::id;
use palimpsest_state::{
    Act, Action, Address, Command, Gesture, Line, Node, Order, Pointing, Scope, Settings, Spot, Years, marks,
};
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
fn whoever_is_followed_has_their_events_in_front() {
    let mut program = Program::started();
    let front = |program: &Program| {
        let events = program.outline.events.iter().filter(|event| program.state.lens.favors(event));
        events.map(|event| event.id.to_string()).collect::<Vec<_>>()
    };
    assert!(!program.state.lens.dims());
    program.press_in(Command::FollowHere, "kamenev");
    let kamenev = program.outline.person("kamenev").expect("a person");
    let theirs = program.outline.events.iter().filter(|event| event.people.contains(&kamenev));
    let theirs: Vec<_> = theirs.map(|event| event.id.to_string()).collect();
    assert!(!theirs.is_empty() && theirs.len() < program.outline.events.len());
    assert_eq!(front(&program), theirs);
    program.press_in(Command::FollowHere, "zinoviev");
    assert!(front(&program).contains(&"trial-of-the-sixteen".to_owned()), "they were tried together");
    assert!(program.press(Command::ClearLens).acts.contains(&Act::Focus(id::TIMELINE_TITLE)));
    assert!(!program.state.lens.is_narrowed());
}

/// A view says which events are shown, not what becomes of the others.
#[test]
fn a_view_keeps_the_other_events_as_they_are() {
    let mut program = Program::started();
    program.press(Command::OthersShow).remember("order article");
    let lens = Address::parse("?years=1917-1923", "", &program.outline).lens;
    program.act(Action::Viewed { lens, is_step: false });
    assert_eq!(program.url(), "?order=article&others=dimmed&years=1917-1923");
    program.act(Action::AnswerChosen("?follow=kamenev".to_owned()));
    assert_eq!(program.url(), "?follow=kamenev&order=article&others=dimmed#timeline");
}

/// The printed years stay until the reader chooses others.
#[test]
fn the_sliders_say_the_years_once_they_are_chosen() {
    let mut program = Program::started();
    let said = |program: &Program| {
        let marks = marks(&program.state, &program.outline).into_iter();
        let outputs = marks.filter(|mark| matches!(&mark.node, Node::All(selector) if selector.ends_with(" + output")));
        outputs.map(|mark| mark.value).collect::<Vec<_>>()
    };
    assert_eq!(said(&program), [None, None]);
    program.choose(Command::YearsFrom, "1917");
    assert_eq!(said(&program)[0].as_deref(), Some("1917"));
    program.press(Command::ClearLens);
    assert_eq!(said(&program), [None, None]);
}

#[test]
fn the_order_is_stored_and_the_events_are_arranged() {
    let mut program = Program::started();
    program.remember("order article");
    assert_eq!(program.acts[..2], [Act::Arrange, Act::SaveSettings]);
    assert_eq!((program.state.settings.order(), program.url().as_str()), (Order::Article, "?order=article"));
    let sentences: Vec<_> = program
        .outline
        .article_order
        .iter()
        .map(|event| program.outline.events[*event].sentence.unwrap_or(i32::MAX))
        .collect();
    assert!(sentences.is_sorted(), "{sentences:?}");
    assert_eq!(sentences.iter().filter(|sentence| **sentence == i32::MAX).count(), 9, "context comes last");
    assert_eq!(sentences.len(), program.outline.events.len(), "none is lost");
}

/// A link shows what its sender saw, whatever the device remembers.
#[test]
fn an_order_in_the_address_goes_before_the_device() {
    let by_article = Settings::parse("article");
    for (url, order, kept) in [
        ("?order=time", Order::Time, "?order=time"),
        ("?order=article", Order::Article, "?order=article"),
        ("#kronstadt", Order::Time, "#kronstadt"),
        ("?follow=lenin", Order::Time, "?follow=lenin"),
        // An address that asks for nothing opens as the reader prefers, and then says so.
        ("", Order::Article, "?order=article"),
    ] {
        let program = Program::opened(url, by_article);
        assert_eq!((program.state.lens.order(), program.url().as_str()), (order, kept), "{url}");
        assert_eq!(program.acts.contains(&Act::Arrange), order == Order::Article, "{url}");
    }
    let mut program = Program::opened("", by_article);
    program.remember("order time");
    assert_eq!(program.url(), "?order=time", "who gets this address sees the order of time");
}

#[test]
fn the_scope_leaves_out_context_until_an_address_asks_for_it() {
    let mut program = Program::started();
    let context = program.outline.events.iter().find(|event| event.sentence.is_none()).expect("there is context");
    let context = context.id.to_string();
    program.act(Action::Returned(Address::parse("?scope=told", "", &program.outline)));
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
    let ages = Years { from: -59_999, to: 2001 };
    assert_eq!(ages.zoomed(1, 2001, ages), Some(Years { from: -47_599, to: 2001 }));
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
    assert!(program.choose(Command::YearsFrom, "1917").is_step());
    assert!(!program.choose(Command::YearsTo, "1929").is_step());
    let years = program.state.lens.years.expect("they are chosen");
    let front = program.outline.events.iter().filter(|event| program.state.lens.favors(event)).count();
    assert!(front < program.outline.events.len() && front > 0);
    assert_eq!(program.url(), format!("?years={}-{}", years.from, years.to));
    assert!(program.press(Command::ClearLens).is_step());
}

#[test]
fn what_the_lens_is_not_on_is_folded_away_or_steps_back() {
    let mut program = Program::started();
    let folded = |program: &Program| {
        let marks = marks(&program.state, &program.outline).into_iter();
        marks.filter(|mark| mark.value.as_deref() == Some("until-found")).count()
    };
    assert_eq!(folded(&program), 0);
    program.press_in(Command::FollowHere, "kamenev");
    let others = program.outline.events.iter().filter(|event| !program.state.lens.favors(event)).count();
    assert!(others > 0);
    assert_eq!(folded(&program), others);
    program.act(Action::Arrived("trotsky-born".to_owned()));
    assert_eq!(folded(&program), others - 1, "where the reader came to is never hidden");
    program.press(Command::OthersShow);
    assert_eq!((folded(&program), program.url().as_str()), (0, "?follow=kamenev&others=dimmed#trotsky-born"));
    program.press(Command::ClearLens);
    assert_eq!(program.url(), "?others=dimmed#trotsky-born", "how to show the others is not what is shown");
}

/// A link to a view of the timeline, with its place, is one step, which the browser has already made.
#[test]
fn a_link_shows_another_view_of_the_timeline() {
    let mut program = Program::opened("?order=article", Settings::default());
    let lens = Address::parse("?years=1917-1923", "", &program.outline).lens;
    program.act(Action::Arrived("timeline".to_owned()));
    program.act(Action::Viewed { lens: lens.clone(), is_step: false });
    assert_eq!((program.url().as_str(), program.is_step()), ("?order=article&years=1917-1923#timeline", false));
    let other = Address::parse("?years=1928-1940", "", &program.outline).lens;
    assert!(program.act(Action::Viewed { lens: other, is_step: true }).is_step());
}

#[test]
fn sliders_take_each_other_along() {
    let mut program = Program::opened("?years=1917-1929", Settings::default());
    for (command, year, url) in [
        (Command::YearsFrom, "1925", "?years=1925-1929"),
        // The other year follows. If this one were held back instead, the slider would show a year that does not apply.
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
    let drawn = |from, to| Gesture::Drawn { line: Line::Rail, from: position(from), to: position(to) };
    program.act(Action::Gestured(Gesture::Began)).act(Action::Gestured(drawn(1940, 1929)));
    assert_eq!(program.url(), "?years=1929-1940");
    program.act(Action::Gestured(Gesture::Began)).act(Action::Gestured(drawn(1930, 1935)));
    assert_eq!(program.url(), "?years=1934-1945", "whoever takes hold of the window moves it");
    program.act(Action::Gestured(Gesture::Pulled { is_first: false, position: position(1937) }));
    assert_eq!(program.url(), "?years=1934-1937", "a handle moves its end alone");
    program.act(Action::Gestured(Gesture::Zoomed { steps: 1, position: position(1934), line: Line::Rail }));
    assert_eq!(program.url(), "?years=1934-1936");
    // At true scale, the middle of the line is the middle of the time.
    program.press(Command::ScaleTrue).act(Action::Gestured(Gesture::Pulled { is_first: true, position: 49_000 }));
    assert_eq!(program.url(), "?years=1939-1939");
}

#[test]
fn the_nearest_mark_is_meant() {
    let mut program = Program::started();
    let mut at = |line, day: (i32, u8, u8), reach, person: &str| {
        let (year, month, day) = day;
        let day = palimpsest_calendar::CalendarDay { year, month, day }.number();
        let position = program.state.scale_of(line, &program.outline).expect("a scale").position(day);
        let spot = Spot { line, position, reach, person: person.to_owned(), top: 7 };
        program.act(Action::Pointed(Pointing::At(spot)));
        let pointed = program.state.pointed.as_ref()?;
        Some(program.outline.id(Target::Event(pointed.events[0])).to_owned())
    };
    assert_eq!(at(Line::Chart, (1924, 1, 21), 1_000, "").as_deref(), Some("lenin-dies"));
    assert_eq!(at(Line::Rail, (1924, 1, 25), 1_000, "").as_deref(), Some("lenin-dies"), "the nearest");
    assert_eq!(at(Line::Chart, (1910, 1, 1), 100, ""), None, "none is near");
    // Among the marks under the pointer, the shortest wins: the congress, not the months of debate around it.
    assert_eq!(at(Line::Chart, (1921, 3, 10), 30, "").as_deref(), Some("tenth-congress"));
    // Events in the same place are named together, so that each can be reached.
    assert_eq!(at(Line::Chart, (1921, 3, 5), 30, "").as_deref(), Some("kronstadt-ultimatum"));
    // On the line of a person's life, only events that they took part in are found.
    assert_ne!(at(Line::Chart, (1924, 1, 21), 1_000, "sedova").as_deref(), Some("lenin-dies"));
    program.act(Action::Pointed(Pointing::Mark("kronstadt".to_owned())));
    let marked = program.state.pointed.as_ref().expect("a mark has the focus");
    assert_eq!((marked.line, program.outline.id(Target::Event(marked.events[0]))), (Line::Rail, "kronstadt"));
    program.act(Action::Pointed(Pointing::Nothing));
    assert_eq!(program.state.pointed, None);
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
