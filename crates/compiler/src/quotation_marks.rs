//! Quotation marks as word processors write them, where a file must have straight ones.

/// The maximum length, in characters, of a text that is repeated in a help text.
const SHORT: usize = 40;

/// Reports whether a character is a quotation mark other than a straight one.
pub(crate) fn is_typographic(letter: char) -> bool {
    "“”„‟«»‹›‘’‚‛「」『』″＂".contains(letter)
}

/// Returns a help text on how to write a text that has typographic quotation marks around it.
pub(crate) fn straight(text: &str) -> String {
    let text = text.trim();
    let is_short = !text.is_empty() && text.chars().count() <= SHORT && !text.contains(['"', '\\']);
    format!("write straight quotation marks, as in \"{}\"", if is_short { text } else { "…" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_written_out() {
        assert_eq!(straight(" CC-BY-4.0 "), "write straight quotation marks, as in \"CC-BY-4.0\"");
        for text in ["", "the \"fox\"", &"long ".repeat(20)] {
            assert_eq!(straight(text), "write straight quotation marks, as in \"…\"");
        }
    }
}
