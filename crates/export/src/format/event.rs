//! An event as plain text.

use palimpsest_story::{Event, Person, Place, Prose, Source, Story};
use palimpsest_words::Words;

/// What an event is grouped under in formats that have groups.
pub(crate) fn group(event: &Event, words: &Words) -> String {
    words.text(if in_article(event) { "export-in-article" } else { "export-context" })
}

/// Whether the article tells the event. Otherwise it is context that the editors add.
pub(crate) fn in_article(event: &Event) -> bool {
    event.told.is_some()
}

/// The event's paragraphs; the first is its summary.
pub(crate) fn paragraphs(event: &Event) -> impl Iterator<Item = String> {
    // All fields are named, so that the compiler asks for the place of a new one: among the paragraphs, or in the formats.
    let Event { id: _, date: _, title: _, summary, text: more, figure: _, place: _, people: _, told: _, sources: _ } =
        event;
    [summary].into_iter().chain(more).map(plain).filter(|paragraph| !paragraph.is_empty())
}

/// Where it was; empty when that is not said.
pub(crate) fn place(event: &Event, words: &Words) -> String {
    event.place.as_ref().map(|place| place_name(place, words)).unwrap_or_default()
}

/// The name of a place at the time and, if it differs, today: `Alma-Ata, now Almaty`.
pub fn place_name(place: &Place, words: &Words) -> String {
    match &place.now {
        Some(now) => words.format("place-now", &[("name", (&*place.name).into()), ("now", (&**now).into())]),
        None => place.name.clone(),
    }
}

/// Those who had a part in it.
pub(crate) fn people<'story>(event: &'story Event, story: &'story Story) -> impl Iterator<Item = &'story Person> {
    event.people.iter().filter_map(|id| story.person(id))
}

/// The works that it rests on.
pub(crate) fn sources<'story>(event: &'story Event, story: &'story Story) -> impl Iterator<Item = &'story Source> {
    let mut works: Vec<&Source> = Vec::new();
    for work in event.sources.iter().filter_map(|citation| story.source(&citation.source)) {
        if works.iter().all(|known| known.id != work.id) {
            works.push(work);
        }
    }
    works.into_iter()
}

/// The page's address; empty when it is not known.
pub(crate) fn page(story: &Story) -> &str {
    story.publication.address.as_deref().unwrap_or_default()
}

/// The address of an event; empty when the page's is not known.
pub(crate) fn address(event: &Event, story: &Story) -> String {
    let page = page(story);
    if page.is_empty() { String::new() } else { format!("{page}#{}", event.id) }
}

/// Text without control characters, for which no format has a use, except line feeds.
pub(crate) fn clean(text: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_control() && letter != '\n' { ' ' } else { letter };
    text.replace("\r\n", "\n").chars().map(plain).collect()
}

/// The words of a text without emphasis and links.
pub(crate) fn plain(prose: &Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}
