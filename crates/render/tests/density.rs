//! A thousand events can be seen.

mod common;

use common::{published, small};
use palimpsest_contract::hook::class;
use palimpsest_story::{CalendarDay, Extent, Story};

/// A story of so many events, evenly over a century.
fn crowded(count: i32) -> Story {
    let mut story = small();
    let event = story.events.remove(0);
    let first = CalendarDay::new_year(1800).number();
    for number in 0..count {
        let mut event = event.clone();
        event.id = format!("event-{number}").as_str().into();
        event.date.extent = Some(Extent { first: first + number * 36_524 / count, rising: 0, length: 1, falling: 0 });
        story.events.push(event);
    }
    story
}

/// The classes of the drawings on a page that show events.
fn drawings(story: &Story) -> Vec<bool> {
    let page = common::print(story);
    let rail = [class::SCALE_UPRIGHT, class::SCALE_LEVEL].map(|class| {
        let start = page.find(&format!("<svg class=\"{class}")).expect("the rail is drawn");
        page[start..].split('>').next().unwrap_or_default().contains(class::DENSE)
    });
    let chart =
        page.split(class::LIVES_EVENTS).nth(1).and_then(|chart| chart.split("<title>").next()).expect("a chart");
    rail.into_iter().chain([chart.contains(class::DENSE)]).collect()
}

#[test]
fn marks_that_would_hide_one_another_have_no_rims() {
    assert_eq!(drawings(&published()), [false; 3], "30 events stand apart");
    assert_eq!(drawings(&crowded(150)), [false; 3]);
    assert_eq!(drawings(&crowded(1000)), [true; 3]);
}

#[test]
fn every_event_has_its_mark() {
    let page = common::print(&crowded(1000));
    let rail = page.split(class::SCALE_UPRIGHT).nth(1).and_then(|rail| rail.split("</svg>").next()).expect("a rail");
    assert_eq!(rail.matches(&format!("class=\"{}\"", class::IN_ARTICLE)).count(), 1000);
    let sheet = std::fs::read_to_string(common::project("styles/drawn.css")).expect("there is a sheet");
    assert!(sheet.contains(".dense :is(.in-article, .context) {\n    stroke: none;"), "what is dense has no rims");
}
