//! An event as plain text.

use palimpsest_story::{Event, Person, Place, Source, Story, words_of};
use palimpsest_words::Words;

/// Returns the group of an event in formats that have groups.
pub(crate) fn group(event: &Event, words: &Words) -> String {
    words.text(if in_article(event) { "export-in-article" } else { "export-context" })
}

/// Reports whether the article tells the event. If not, it is context that the editors add.
pub(crate) fn in_article(event: &Event) -> bool {
    event.told.is_some()
}

/// Returns the event's paragraphs; the first is its summary.
pub(crate) fn paragraphs(event: &Event) -> impl Iterator<Item = String> {
    // All fields are listed, so that adding a field causes a compile error until it is used: in the paragraphs, or in the
    // formats.
    let Event { id: _, date: _, title: _, summary, text: more, figure: _, place: _, people: _, told: _, sources: _ } =
        event;
    [summary].into_iter().chain(more).map(|paragraph| words_of(paragraph)).filter(|paragraph| !paragraph.is_empty())
}

/// Returns the place of the event, or an empty string if it has none.
pub(crate) fn place(event: &Event, words: &Words) -> String {
    event.place.as_ref().map(|place| place_name(place, words)).unwrap_or_default()
}

/// Returns the name of a place at the time and, if it differs, today: `Alma-Ata, now Almaty`.
pub fn place_name(place: &Place, words: &Words) -> String {
    match &place.now {
        Some(now) => words.format("place-now", &[("name", (&*place.name).into()), ("now", (&**now).into())]),
        None => place.name.clone(),
    }
}

/// Returns the people who took part in the event.
pub(crate) fn people<'story>(event: &'story Event, story: &'story Story) -> impl Iterator<Item = &'story Person> {
    event.people.iter().filter_map(|id| story.person(id))
}

/// Returns the works that the event is based on, without duplicates.
pub(crate) fn sources<'story>(event: &'story Event, story: &'story Story) -> impl Iterator<Item = &'story Source> {
    let mut works: Vec<&Source> = Vec::new();
    for work in event.sources.iter().filter_map(|citation| story.source(&citation.source)) {
        if works.iter().all(|known| known.id != work.id) {
            works.push(work);
        }
    }
    works.into_iter()
}

/// Returns the page's address, or an empty string if it is not known.
pub(crate) fn page(story: &Story) -> &str {
    story.publication.address.as_deref().unwrap_or_default()
}

/// Returns the address of an event, or an empty string if the page's address is not known.
pub(crate) fn address(event: &Event, story: &Story) -> String {
    let page = page(story);
    if page.is_empty() { String::new() } else { format!("{page}#{}", event.id) }
}

/// Replaces control characters, which no format can use, with spaces, except for line feeds.
pub(crate) fn clean(text: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_control() && letter != '\n' { ' ' } else { letter };
    text.replace("\r\n", "\n").chars().map(plain).collect()
}

/// Returns the text of a cell of a table. Spreadsheets execute text that begins with certain characters as a formula, which
/// could do harm, unless an apostrophe precedes it. Negative numbers and dates before Christ are not formulas.
pub(crate) fn guarded(cell: &str) -> String {
    let clean = clean(cell);
    let is_formula = match cell.chars().next() {
        Some('=' | '+' | '@' | '\t' | '\r') => true,
        Some('-') => cell.contains(|letter: char| !letter.is_ascii_digit() && !"-./~?%X".contains(letter)),
        _ => false,
    };
    if is_formula { format!("'{clean}") } else { clean }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, expected) in [
            ("", ""),
            ("a=b", "a=b"),
            ("=1+1", "'=1+1"),
            ("@a", "'@a"),
            ("-99.14", "-99.14"),
            ("-0043-03-15~", "-0043-03-15~"),
            ("-0043/0014", "-0043/0014"),
            ("-1+SUM(A1)", "'-1+SUM(A1)"),
            ("- said he", "'- said he"),
            ("\tx", "' x"),
            ("\ra", "' a"),
            ("\u{1}a\r\nb\nc", " a\nb\nc"),
            ("–1", "–1"),
        ] {
            assert_eq!(guarded(cell), expected);
        }
    }
}
