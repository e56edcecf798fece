//! Quotation marks within those that the style puts around a title.

use crate::csl::style::QuotationMarks;
use crate::csl::text::{OWN, back};

/// Gives the quotation marks of a title the form of a quotation within another: `“Who Said ‘No’?”`.
pub(crate) struct Nesting<'a> {
    marks: &'a QuotationMarks,
    /// Whether a quotation of the style is open.
    is_inside: bool,
    previous: Option<char>,
}

impl<'a> Nesting<'a> {
    pub(crate) fn new(marks: &'a QuotationMarks) -> Self {
        Self { marks, is_inside: false, previous: None }
    }

    /// Converts the next piece of what the style printed.
    pub(crate) fn nested(&mut self, printed: &str) -> String {
        let [open, close] = self.marks.outer.each_ref().map(|mark| mark.chars().next());
        let [_, inner] = &self.marks.inner;
        let mut nested = String::new();
        // The offset in `nested` at which the last mark within the quotation closes.
        let mut closed = None;
        let mut letters = printed.chars().peekable();
        while let Some(letter) = letters.next() {
            let is_marked = letter == OWN && letters.peek().is_some_and(|next| is_double(*next));
            let letter = if is_marked { letters.next().unwrap_or(letter) } else { letter };
            let mark = back(letter);
            let is_own = is_marked || mark != letter;
            if !is_own && !self.is_inside && Some(mark) == open {
                self.is_inside = true;
                nested.push(letter);
            } else if !is_own && self.is_inside && Some(mark) == close {
                self.is_inside = false;
                nested.push(letter);
            } else if self.is_inside && is_double(mark) {
                let opens = self.opens();
                closed = (!opens).then_some(nested.len());
                nested.push_str(&self.marks.inner[usize::from(!opens)]);
            } else if let Some(at) = closed.filter(|at| at + inner.len() == nested.len())
                && matches!(letter, '.' | ',')
                && letters.peek().copied() == close
            {
                // The library moves a stop into its own quotation, but not into one that ends with it.
                nested.insert(at, letter);
            } else {
                nested.push(letter);
            }
            self.previous = Some(mark);
        }
        nested
    }

    /// Reports whether a mark at this position is an opening one, judging by the character before it.
    fn opens(&self) -> bool {
        let begins = |letter: char| letter.is_whitespace() || "([{“„«‘‚「《—–-/".contains(letter);
        self.previous.is_none_or(begins)
    }
}

fn is_double(letter: char) -> bool {
    "“”„‟«»\"「」『』《》〈〉".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csl::style::locale_code;
    use crate::csl::text::{protected, words};

    #[test]
    fn marks_within_a_quotation_are_those_of_the_language() {
        for (language, title, around, shown) in [
            ("en", "Operatsiia “Utka”", ["“", ".”"], "“Operatsiia ‘Utka.’”"),
            ("en", "“Utka” and “No”", ["“", ".”"], "“‘Utka’ and ‘No.’”"),
            ("en", "“Utka”", ["“", ".”"], "“‘Utka.’”"),
            ("en", "Who said \"no\"?", ["“", "”"], "“Who said ‘no’?”"),
            ("en", "Lenin’s «No»", ["“", ".”"], "“Lenin’s ‘No.’”"),
            ("en", "The Sailors’", ["“", ".”"], "“The Sailors’.”"),
            ("en", "Who Said “No”", ["", "."], "Who Said “No”."),
            ("en", "Who said \"no\" and “yes”, he", ["", "."], "Who said \"no\" and “yes”, he."),
            ("de", "Wer sagte „Nein“?", ["„", "“."], "„Wer sagte ‚Nein‘?“."),
            ("de", "Das „Nein“", ["„", "“."], "„Das ‚Nein‘“."),
            ("de", "Operation “Utka”", ["„", "“."], "„Operation ‚Utka‘“."),
            ("de", "Das „Nein“", ["", "."], "Das „Nein“."),
            ("ru", "Операция «Утка»", ["«", "»."], "«Операция „Утка“»."),
            ("fr", "L’opération “Utka”", ["«\u{a0}", "\u{a0}»."], "«\u{a0}L’opération “Utka”\u{a0}»."),
        ] {
            let marks = QuotationMarks::of(&locale_code(language));
            let [before, after] = around;
            let printed = format!("{before}{}{after}", protected(title, language == "en", false));
            assert_eq!(words(&Nesting::new(&marks).nested(&printed)), shown, "{language}: {title}");
        }
    }
}
