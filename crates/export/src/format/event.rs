//! An event as plain text.

use palimpsest_story::{Event, Person, Place, Prose, Source, Story};

/// What an event is grouped under in formats that have groups.
pub(super) fn group(event: &Event) -> &'static str {
    if in_article(event) { "Told by the article" } else { "Context" }
}

/// Whether the article tells the event. Otherwise it is context that the editors add.
pub(super) fn in_article(event: &Event) -> bool {
    event.told.is_some()
}

/// The event's paragraphs; the first is its summary.
pub(super) fn paragraphs(event: &Event) -> impl Iterator<Item = String> {
    // All fields are named, so that the compiler asks for the place of a new one: among the paragraphs, or in the formats.
    let Event { id: _, date: _, title: _, summary, text: more, place: _, people: _, told: _, sources: _ } = event;
    [summary].into_iter().chain(more).map(text).filter(|paragraph| !paragraph.is_empty())
}

/// Where it was; empty when that is not said.
pub(super) fn place(event: &Event) -> String {
    event.place.as_ref().map(Place::text).unwrap_or_default()
}

/// Those who had a part in it.
pub(super) fn people<'story>(event: &'story Event, story: &'story Story) -> impl Iterator<Item = &'story Person> {
    event.people.iter().filter_map(|id| story.person(id))
}

/// The works that it rests on.
pub(super) fn sources<'story>(event: &'story Event, story: &'story Story) -> impl Iterator<Item = &'story Source> {
    event.sources.iter().filter_map(|id| story.source(id))
}

/// The page's address; empty when it is not known.
pub(super) fn page(story: &Story) -> &str {
    story.publication.address.as_deref().unwrap_or_default()
}

/// The address of an event; empty when the page's is not known.
pub(super) fn address(event: &Event, story: &Story) -> String {
    let page = page(story);
    if page.is_empty() { String::new() } else { format!("{page}#{}", event.id) }
}

/// Text without control characters, for which no format has a use, except line feeds.
pub(super) fn clean(text: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_control() && letter != '\n' { ' ' } else { letter };
    text.replace("\r\n", "\n").chars().map(plain).collect()
}

fn text(prose: &Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}
