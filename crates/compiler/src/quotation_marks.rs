//! Quotation marks that word processors write, where a file must have straight ones.

/// How long a text may be to stand in help.
const SHORT: usize = 40;

/// Whether a character is a quotation mark, but not a straight one.
pub(crate) fn is_typographic(letter: char) -> bool {
    "“”„‟«»‹›‘’‚‛「」『』″＂".contains(letter)
}

/// How to write a text that has such marks around it.
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
