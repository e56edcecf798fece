//! The names of months, seasons and eras in the catalogs, in the form in which dates are read.

use palimpsest_words::{MONTHS, Words};

use crate::typed_text::cleaned;

/// The catalog keys of the seasons, from 21 on.
const SEASONS: [&str; 4] = ["edtf-spring", "edtf-summer", "edtf-autumn", "edtf-winter"];

/// The marks of years before and after Christ that people type beside those of the catalogs: only letters, without accents.
const BEFORE: &str = "bc bce vchr vuz avjc aec";
const AFTER: &str = "ad ce nchr uz apjc ec";

thread_local! {
    /// The words of every language, English first.
    static ALL: Vec<Words> = {
        let others = palimpsest_words::languages().filter(|language| *language != "en");
        std::iter::once("en").chain(others).filter_map(|language| Words::load(language).ok()).collect()
    };
}

/// Returns the languages in which an editor most likely writes, that of the story and English, and all others.
pub(super) fn languages(words: &Words) -> [Vec<Words>; 2] {
    let language = |words: &Words| words.language().split('-').next().unwrap_or_default().to_owned();
    let mut others = ALL.with(Clone::clone);
    others.retain(|other| language(other) != language(words));
    let english = others.iter().position(|other| language(other) == "en").map(|at| others.remove(at));
    [std::iter::once(words.clone()).chain(english).collect(), others]
}

/// Returns the names of months and seasons, each with its number.
pub(super) fn months(languages: &[Words]) -> Vec<(String, u8)> {
    let mut names = Vec::new();
    for words in languages {
        for (key, number) in MONTHS.into_iter().zip(1..).chain(SEASONS.into_iter().zip(21..)) {
            names.push((cleaned(&words.text(key)), number));
            names.push((cleaned(&words.format_of(key, &[])), number));
        }
    }
    names.push(("fall".to_owned(), 23));
    names
}

/// A mark of years before or after Christ, as what stands before and after the year. Only letters count.
pub(super) struct Era {
    pub before: String,
    pub after: String,
    pub is_bc: bool,
}

/// Returns the marks of both eras.
pub(super) fn eras(languages: &[Words]) -> Vec<Era> {
    let mut eras = Vec::new();
    for words in languages {
        for (key, is_bc) in [("edtf-before-christ", true), ("edtf-anno-domini", false)] {
            let text = words.format(key, &[("year", "\u{1}".into())]);
            let (before, after) = text.split_once('\u{1}').unwrap_or_default();
            eras.push(Era { before: letters(&cleaned(before)), after: letters(&cleaned(after)), is_bc });
        }
    }
    for (marks, is_bc) in [(BEFORE, true), (AFTER, false)] {
        for mark in marks.split(' ').map(str::to_owned) {
            eras.push(Era { before: mark.clone(), after: String::new(), is_bc });
            eras.push(Era { before: String::new(), after: mark, is_bc });
        }
    }
    eras.retain(|era| !era.before.is_empty() || !era.after.is_empty());
    eras
}

/// Returns the letters of a text.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphabetic()).collect()
}
