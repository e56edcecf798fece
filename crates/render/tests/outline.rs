//! What travels in the page is what the story has.

mod common;

use common::{print, published, small, values};
use palimpsest_contract::hook::attribute;
use palimpsest_contract::{Outline, Span, Target};
use palimpsest_render::outline;
use palimpsest_story::{CalendarDay, Story};
use palimpsest_words::Words;

fn of(story: &Story) -> Outline {
    outline(story, &Words::load("en").expect("English has a catalog")).expect("the program has its words")
}

#[test]
fn people_and_events_are_numbered_as_in_the_story() {
    let outline = of(&small());
    let event = &outline.events[0];
    assert_eq!((&*event.id, event.title.as_str()), ("clock-made", "The clock is made"));
    let [first, end] = [4, 7].map(|month| CalendarDay { year: 1801, month, day: 1 }.number());
    assert_eq!(event.span, Some(Span { first, end }), "April to June 1801");
    assert_eq!((event.people.as_slice(), event.sentence), (&[0][..], Some(1)));
    let person = &outline.people[0];
    assert_eq!((&*person.id, person.name.as_str(), person.sentences.as_slice()), ("voss", "Anna Voss", &[1, 2][..]));
    assert_eq!(outline.target("price"), Some(Target::Note(0)));
    assert_eq!(outline.title(Target::Source(0)), "Clerk 1801");
}

#[test]
fn every_target_is_on_the_page() {
    let story = published();
    let (outline, ids) = (of(&story), values(&print(&story), "id"));
    let people = (0..outline.people.len()).map(Target::Person);
    let events = (0..outline.events.len()).map(Target::Event);
    let notes = (0..outline.notes.len()).map(Target::Note);
    let sources = (0..outline.sources.len()).map(Target::Source);
    for target in people.chain(events).chain(notes).chain(sources) {
        let id = outline.id(target);
        assert!(ids.iter().any(|printed| printed == id), "{id} is not on the page");
        assert_eq!(outline.target(id), Some(target));
    }
    for person in values(&print(&story), attribute::AGE_OF) {
        assert!(outline.person(&person).is_some(), "{person} has an age and no card");
    }
}
