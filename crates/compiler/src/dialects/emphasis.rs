//! Emphasis that Markdown does not recognize because of the letters around it: `*“Pravda”*s`, `_Pravda_s`.

use super::{Mark, Spot, is_tight};

/// Punctuation with which emphasized words may begin.
const OPENING: &str = "“„”‘‚’«»‹›\"'(《「『（";
/// Punctuation with which they may end.
const CLOSING: &str = "”“’‘»«›‹\"').,:;!?…》」』）。，：；！？";

impl Spot<'_> {
    /// Returns words between two asterisks or underscores that touch a letter outside.
    pub(super) fn emphasis(&self, sign: char) -> Option<Mark> {
        let (inner, after) = self.rest(1).split_once(sign)?;
        let before = self.before();
        let is_outside = |letter: char| letter == sign || letter.is_whitespace();
        let is_begun = inner.starts_with(|first: char| first.is_alphanumeric() || OPENING.contains(first));
        let is_ended = inner.ends_with(|last: char| last.is_alphanumeric() || CLOSING.contains(last));
        if !is_tight(inner, sign) || !is_begun || !is_ended || before == Some(sign) || after.starts_with(sign) {
            return None;
        }
        let is_apart = before.is_none_or(|before| is_outside(before) || OPENING.contains(before));
        let is_glued = after.starts_with(char::is_alphanumeric);
        // Underscores between letters are parts of names, such as those of files.
        let touches =
            if sign == '_' { is_apart && is_glued } else { is_glued || before.is_some_and(char::is_alphanumeric) };
        if !touches || !inner.contains(char::is_alphabetic) {
            return None;
        }
        let how = if self.is_article { "for emphasis write <em>…</em>" } else { "no letter may touch these marks" };
        let help = format!("{how}; if it is text, write \\{sign}");
        Some(Self::warning(inner.len() + 2, format!("\"{sign}\" is printed as it is here"), help))
    }
}
