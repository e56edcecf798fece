//! Citations in words, much as the Chicago Manual of Style has them in a bibliography.

use super::name::{in_bibliography, in_sentence};
use super::{Container, EDITION, Work};
use crate::date::Unit;

/// `Lovelace, Ada. “Title.” 26 December 2016. Palimpsest edition. Accessed 28 November 2026. https://example.org/.`, or, of
/// an entry, `Editors. “Entry.” In “Title,” by Ada Lovelace. Palimpsest edition. …`.
pub(super) fn citation(work: &Work) -> String {
    let date = Unit::parse(work.date).map_or_else(|| work.date.to_owned(), Unit::words);
    let title = if work.title.plain.is_empty() { String::new() } else { format!("“{}”", work.title.closed) };
    let sentences = [
        closed(&in_bibliography(&work.authors)),
        title,
        work.container.as_ref().map(container).unwrap_or_default(),
        closed(&date),
        format!("{EDITION} edition."),
        work.accessed.as_ref().map(|accessed| format!("Accessed {}.", accessed.words)).unwrap_or_default(),
        closed(&work.address),
    ];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

fn container(Container { title, authors }: &Container) -> String {
    if authors.is_empty() {
        return format!("In “{}”", closed_title(title));
    }
    format!("In “{}” by {}", quoted(title, ","), closed(&in_sentence(authors)))
}

/// A text with a full stop, unless it has a mark of its own at its end; a text that is empty stays so.
fn closed(text: &str) -> String {
    if text.is_empty() || has_mark(text) { text.to_owned() } else { format!("{text}.") }
}

/// A title with a full stop, unless it has a mark of its own at its end, as it stands within quotation marks.
pub(super) fn closed_title(title: &str) -> String {
    quoted(title, if has_mark(title.trim_end_matches('”')) { "" } else { "." })
}

fn has_mark(text: &str) -> bool {
    text.ends_with(['.', '!', '?'])
}

/// A title and a mark after it, as they stand within quotation marks. The mark goes inside quotation marks that end the
/// title.
fn quoted(title: &str, mark: &str) -> String {
    let words = title.trim_end_matches('”');
    format!("{words}{mark}{}", &title[words.len()..]).replace('“', "‘").replace('”', "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_one_mark_at_its_end() {
        for (title, expected) in [
            ("The Tenth Congress", "The Tenth Congress."),
            ("Why?", "Why?"),
            ("Etc.", "Etc."),
            ("He said “no!”", "He said ‘no!’"),
            ("Lenin’s “Letter to the Congress”", "Lenin’s ‘Letter to the Congress.’"),
            ("The Soviets’", "The Soviets’."),
        ] {
            assert_eq!(closed_title(title), expected);
        }
        assert_eq!(quoted("The “Slap”", ","), "The ‘Slap,’");
        assert_eq!((closed("").as_str(), closed("Plato").as_str(), closed("Inc.").as_str()), ("", "Plato.", "Inc."));
    }
}
