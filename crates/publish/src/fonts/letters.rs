//! The letters that a page shows, grouped by the font face that they are set in.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use anyhow::Result;
use html_escape::decode_html_entities;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

/// The characters, besides ASCII letters and digits, that the program writes and readers type in any face.
const BASIC: &str = " !\"&'(),-./:;?[]“”‘’–—…\u{a0}\u{ad}\u{2011}";

/// The elements that the style sheets set in italics.
const ITALIC: &str = "#reader em, #reader i, #reader cite, #reader .quote-link";

/// The Unicode blocks of combining marks that European languages use.
const MARKS: [RangeInclusive<char>; 5] = [
    '\u{300}'..='\u{36f}',
    '\u{483}'..='\u{489}',
    '\u{1ab0}'..='\u{1aff}',
    '\u{1dc0}'..='\u{1dff}',
    '\u{fe20}'..='\u{fe2f}',
];

pub(super) fn is_mark(letter: char) -> bool {
    MARKS.iter().any(|block| block.contains(&letter))
}

/// The letters of a page.
pub(super) struct Letters {
    all: BTreeSet<char>,
    /// The letters in the page's own language, that is, outside elements with a `lang` of their own.
    native: BTreeSet<char>,
    italic: BTreeSet<char>,
}

impl Letters {
    pub(super) fn of(html: &str) -> Result<Self> {
        let [all, native, italic] = [(); 3].map(|()| RefCell::new(String::new()));
        let is_foreign = Cell::new(false);
        let settings = RewriteStrSettings::new()
            // For each piece of text, the handlers are called in this order.
            .append_element_content_handler(text!("#reader [lang]", |_| {
                is_foreign.set(true);
                Ok(())
            }))
            .append_element_content_handler(text!("#reader", |chunk| {
                all.borrow_mut().push_str(chunk.as_str());
                if !is_foreign.take() {
                    native.borrow_mut().push_str(chunk.as_str());
                }
                Ok(())
            }))
            .append_element_content_handler(text!(ITALIC, |chunk| {
                italic.borrow_mut().push_str(chunk.as_str());
                Ok(())
            }))
            .append_element_content_handler(element!("#reader [alt], #reader [placeholder]", |element| {
                let shown = ["alt", "placeholder"].into_iter().filter_map(|name| element.get_attribute(name));
                native.borrow_mut().extend(shown);
                Ok(())
            }))
            // The only non-ASCII characters in a style sheet are those that it draws.
            .append_element_content_handler(text!("style", |chunk| {
                native.borrow_mut().extend(chunk.as_str().chars().filter(|letter| !letter.is_ascii()));
                Ok(())
            }));
        rewrite_str(html, settings)?;
        let [mut all, native, italic] =
            [all, native, italic].map(|text| decode_html_entities(&text.into_inner()).chars().collect::<BTreeSet<_>>());
        all.extend(&native);
        Ok(Self { all, native, italic })
    }

    pub(super) fn text(&self) -> BTreeSet<char> {
        with_basic(self.all.iter().copied())
    }

    /// Returns the letters for the display face, including all of ASCII: fields with addresses, BibTeX and JSON are set in
    /// this face.
    pub(super) fn display(&self) -> BTreeSet<char> {
        with_basic(self.native.iter().copied().chain(' '..='~'))
    }

    /// Returns the letters for the italic face: those in italics, and all letters of the page's language, since a card or a
    /// search result may set any of them in italics.
    pub(super) fn italic(&self) -> BTreeSet<char> {
        with_basic(
            self.native.iter().copied().filter(|letter| letter.is_alphabetic()).chain(self.italic.iter().copied()),
        )
    }

    /// Returns the characters that are shown and have a shape.
    pub(super) fn visible(&self) -> BTreeSet<char> {
        self.all.iter().copied().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect()
    }
}

fn with_basic(letters: impl Iterator<Item = char>) -> BTreeSet<char> {
    let ascii = ('A'..='Z').chain('a'..='z').chain('0'..='9');
    letters.filter(|letter| !letter.is_control()).chain(ascii).chain(BASIC.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_where_they_are_shown() {
        let html = "<style>a::after{content:\"§\"}</style><title>ß</title><div id=reader><p>ö &lt;<bdi lang=ru>Ж<b>Д</b></bdi>\
            <em>é</em>ø</p><img alt=ü title=ÿ><!-- ñ --></div><script>å</script>";
        let letters = Letters::of(html).expect("a page");
        let beyond = |set: BTreeSet<char>| -> String { set.difference(&with_basic([].into_iter())).collect() };
        assert_eq!(beyond(letters.text()), "<§éöøüДЖ");
        assert_eq!(beyond(letters.display()), "#$%*+<=>@\\^_`{|}~§éöøü");
        assert_eq!(beyond(letters.italic()), "éöøü");
        assert!(letters.visible().contains(&'Ж') && !letters.visible().contains(&' '));
    }
}
