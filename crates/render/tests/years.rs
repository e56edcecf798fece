//! Years and days as the page writes them.

mod common;

use common::{print, small, texts};
use palimpsest_story::{CalendarDay, Date, Event, EventId, Extent, Phase, Story};

/// A date that covers all days from one to the other. Where a date is not known to the day, its first and its last day are
/// those that it may touch.
fn date(edtf: &str, [first, last]: [(i32, u8, u8); 2]) -> Date {
    let [first, last] = [first, last].map(|(year, month, day)| CalendarDay { year, month, day });
    let extent = Extent { first: first.number(), rising: 0, length: last.number() + 1 - first.number(), falling: 0 };
    Date { edtf: edtf.to_owned(), parts: Vec::new(), earliest: Some(first), latest: Some(last), extent: Some(extent) }
}

/// The small story with an event on each of two dates, and a phase between them.
fn between(from: Date, until: Date) -> Story {
    let mut story = small();
    let event = |id: &str, date: Date| Event { id: id.into(), date, ..story.events[0].clone() };
    story.events = vec![event("from", from), event("until", until)];
    let [from, until]: [EventId; 2] = ["from", "until"].map(Into::into);
    story.phases = vec![Phase { name: "Phase".to_owned(), from, until }];
    story
}

#[test]
fn the_door_to_the_timeline_names_its_years() {
    let year = |year: i32| date("", [(year, 1, 1), (year, 12, 31)]);
    for (from, until, door) in [
        (1917, 1940, "1917–1940, year by year"),
        (-43, -39, "44 BC – 40 BC, year by year"),
        (-5, 14, "6 BC – AD 14, year by year"),
    ] {
        let texts = texts(&print(&between(year(from), year(until))));
        assert!(texts.iter().any(|text| text == door), "{door}: {texts:?}");
    }
}
