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
        return format!("In “{}”", closed(&quoted(title)));
    }
    format!("In “{},” by {}", quoted(title), closed(&in_sentence(authors)))
}

/// A text with a full stop, unless it has a mark of its own at its end; a text that is empty stays so.
pub(super) fn closed(text: &str) -> String {
    let last = text.trim_end_matches(['’', '”']).chars().last();
    if matches!(last, None | Some('.' | '!' | '?')) { text.to_owned() } else { format!("{text}.") }
}

/// A text that stands within quotation marks.
pub(super) fn quoted(text: &str) -> String {
    text.replace('“', "‘").replace('”', "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_one_mark_at_its_end() {
        for (text, expected) in [
            ("", ""),
            ("Plato", "Plato."),
            ("Why?", "Why?"),
            ("Etc.", "Etc."),
            ("He said ‘no!’", "He said ‘no!’"),
            ("The ‘Slap’", "The ‘Slap’."),
        ] {
            assert_eq!(closed(text), expected);
        }
    }
}
