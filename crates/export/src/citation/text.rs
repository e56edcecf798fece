//! Titles within citations in words.

use palimpsest_contract::placeholder;

/// Ends a title with a period, unless it ends with punctuation of its own. The period goes inside quotation marks at the end
/// of the title. A placeholder for a title includes the punctuation.
pub(super) fn closed_title(title: &str) -> String {
    let words = title.trim_end_matches(['”', '’']);
    // An apostrophe at the end of a title is not a quotation mark.
    let words = if title[words.len()..].contains('”') || title.contains('‘') { words } else { title };
    let is_closed = title == placeholder::TITLE || words.ends_with(['.', '!', '?']);
    format!("{words}{}{}", if is_closed { "" } else { "." }, &title[words.len()..])
}

/// Converts a title for use within quotation marks: its own become single.
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
