//! Years and days as the page writes them.

mod common;

use common::{print, small, texts};
use palimpsest_story::{CalendarDay, Date, Event, EventId, Extent, LifeDate, Phase, Story};

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

#[test]
fn the_years_of_a_life_have_their_eras() {
    let year = |edtf: &str, [first, last]: [i32; 2]| date(edtf, [(first, 1, 1), (last, 12, 31)]);
    for (born, died, years) in [
        (Some(("1879", [1879; 2])), Some(("1940", [1940; 2])), "1879–1940"),
        (Some(("-0062", [-62; 2])), Some(("0014", [14; 2])), "63 BC – AD 14"),
        (Some(("-0062", [-62; 2])), Some(("0014/0016", [14, 16])), "63 BC – between AD 14 and AD 16"),
        (Some(("-0062", [-62; 2])), Some(("0014?", [14; 2])), "63 BC – AD 14?"),
        (Some(("-0001/0001", [-1, 1])), Some(("0030~", [30; 2])), "between 2 BC and AD 1 – about AD 30"),
        (None, Some(("-0001/0001", [-1, 1])), "? – between 2 BC and AD 1"),
        (None, Some(("0014/0016", [14, 16])), "? – between 14 and 16"),
    ] {
        let mut story = small();
        let voss = &mut story.people[0];
        for (life, known) in [(&mut voss.born, born), (&mut voss.died, died)] {
            *life = life.take().zip(known).map(|(life, (edtf, ends))| LifeDate { date: year(edtf, ends), ..life });
        }
        let texts = texts(&print(&story));
        assert!(texts.iter().any(|text| text == years), "{years} is not in {texts:?}");
    }
}

#[test]
fn a_phase_of_a_few_days_names_only_days_that_are_known() {
    let days =
        |edtf: &str, year: i32, [first, last]: [(u8, u8); 2]| date(edtf, [first, last].map(|(m, d)| (year, m, d)));
    let rising = |mut date: Date| {
        date.extent.as_mut().expect("it has days").rising = 3;
        date
    };
    let november = || days("1918-11-03", 1918, [(11, 3); 2]);
    for (from, until, phase) in [
        (days("1918-10-24", 1918, [(10, 24); 2]), november(), "24 October – 3 November"),
        (days("1918-10-24/1918-10-29", 1918, [(10, 24), (10, 29)]), november(), "24 October – 3 November"),
        (days("1918-10-24/1918-10-29~", 1918, [(10, 24), (10, 29)]), november(), "24 October – 3 November"),
        (days("-0043-03-15", -43, [(3, 15); 2]), days("-0043-03-20", -43, [(3, 20); 2]), "15 March – 20 March"),
        (november(), november(), "3 November"),
        (days("1918-10-XX", 1918, [(10, 1), (10, 31)]), november(), "1918"),
        (days("1918-10", 1918, [(10, 1), (10, 31)]), november(), "1918"),
        (days("1918-10-24~", 1918, [(10, 24); 2]), november(), "1918"),
        (days("[1918-10-24,1918-10-26]", 1918, [(10, 24), (10, 26)]), november(), "1918"),
        (rising(days("1918-10-24~/1918-10-31", 1918, [(10, 24), (10, 31)])), november(), "1918"),
    ] {
        let edtf = from.edtf.clone();
        let page = print(&between(from, until));
        let phases = page.split("class=\"phases\"").nth(1).and_then(|rest| rest.split("</ol>").next());
        let texts = texts(phases.expect("there are phases"));
        assert!(texts.iter().any(|text| text == phase), "{edtf}: {phase} is not in {texts:?}");
    }
}
