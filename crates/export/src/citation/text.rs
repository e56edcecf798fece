//! Titles in citations in words.

use palimpsest_contract::placeholder;

/// A title with a full stop, unless it has a mark of its own at its end. The mark goes inside quotation marks that end the
/// title. What stands for a title stands for its mark, too.
pub(super) fn closed_title(title: &str) -> String {
    let words = title.trim_end_matches(['”', '’']);
    // A title may end with an apostrophe.
    let words = if title[words.len()..].contains('”') || title.contains('‘') { words } else { title };
    let is_closed = title == placeholder::TITLE || words.ends_with(['.', '!', '?']);
    format!("{words}{}{}", if is_closed { "" } else { "." }, &title[words.len()..])
}

/// A title as it stands within quotation marks: those in it become single ones.
pub(super) fn within_quotes(title: &str) -> String {
    title.replace('“', "‘").replace('”', "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_has_one_mark_at_its_end() {
        for (title, plain, quoted) in [
            ("The Tenth Congress", "The Tenth Congress.", "The Tenth Congress."),
            ("Why?", "Why?", "Why?"),
            ("Etc.", "Etc.", "Etc."),
            ("He said “no!”", "He said “no!”", "He said ‘no!’"),
            (
                "Lenin’s “Letter to the Congress”",
                "Lenin’s “Letter to the Congress.”",
                "Lenin’s ‘Letter to the Congress.’",
            ),
            ("The Soviets’", "The Soviets’.", "The Soviets’."),
            (placeholder::TITLE, placeholder::TITLE, placeholder::TITLE),
        ] {
            assert_eq!(closed_title(title), plain);
            assert_eq!(closed_title(&within_quotes(title)), quoted);
        }
    }
}
