//! The capitals of English titles. The library that formats citations capitalizes small words after commas, semicolons,
//! brackets and the stops of abbreviations, and not at the end of a title. Words that it would set wrongly are written as
//! they should be, and kept so.

use crate::abbreviations::Conventions;

/// The words that the library writes small within a title.
const SMALL: [&str; 45] = [
    "a",
    "above",
    "across",
    "against",
    "among",
    "an",
    "and",
    "around",
    "as",
    "at",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "but",
    "by",
    "down",
    "during",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "nor",
    "of",
    "on",
    "onto",
    "or",
    "over",
    "since",
    "so",
    "the",
    "till",
    "to",
    "toward",
    "under",
    "underneath",
    "until",
    "up",
    "via",
    "with",
    "within",
    "yet",
];

/// Other words that it writes small, though they are none: parts of contractions.
const NOT_SMALL: [&str; 5] = ["front", "m", "n", "s", "t"];

/// How a word of a title is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// As the library writes it.
    Left,
    Small,
    Capital,
}

/// Returns how each word of a title is written. The words end with the white space, the hyphen or the dash after them.
pub(crate) fn cases(words: &[String]) -> Vec<Case> {
    let has_letters = |word: &str| word.contains(char::is_alphanumeric);
    let last = words.iter().rposition(|word| has_letters(word));
    let mut begins = true;
    let mut hyphenated = false;
    let mut cases = Vec::with_capacity(words.len());
    for (position, word) in words.iter().enumerate() {
        if !has_letters(word) {
            cases.push(Case::Left);
            // A dash or a stop may stand alone, with white space around it.
            begins = begins || ends_part(word.trim_end());
            hyphenated = false;
            continue;
        }
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let lower = bare.to_lowercase();
        let ends = Some(position) == last || ends_part(word.trim_end());
        let opens_compound =
            word.ends_with('-') && !hyphenated && words.get(position + 1).is_some_and(|next| has_letters(next));
        let is_small = SMALL.contains(&lower.as_str());
        cases.push(match is_small {
            _ if begins => Case::Left,
            true if ends || opens_compound => Case::Capital,
            true => Case::Small,
            // An abbreviation such as “p.m.”
            false if lower == bare && bare.contains('.') => Case::Small,
            false if NOT_SMALL.contains(&lower.as_str()) && (lower == "front" || bare != lower) => Case::Capital,
            false => Case::Left,
        });
        begins = ends_part(word.trim_end());
        hyphenated = word.ends_with('-');
    }
    cases
}

/// Reports whether a word ends a title before its subtitle, or a sentence in it.
fn ends_part(word: &str) -> bool {
    let word = word.trim_end_matches(['”', '’', '"', '»', '›', ')', ']']);
    let Some(stopped) = word.strip_suffix('.') else { return word.ends_with([':', '?', '!']) };
    let bare = stopped.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let english = Conventions::of("en");
    let is_abbreviation = english.is_title(bare) || english.is_abbreviation(bare) || english.is_numbered(bare);
    // An initial, a group of initials, or an ellipsis.
    let is_initials = bare.contains('.') || bare.chars().count() <= 1;
    !is_abbreviation && !is_initials
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a title with `^` before each small word that is left to the library, which capitalizes it.
    fn written(title: &str) -> String {
        let ends = |letter: char| letter.is_whitespace() || "-–—/".contains(letter);
        let words: Vec<String> = title.split_inclusive(ends).map(str::to_owned).collect();
        let written = words.iter().zip(cases(&words)).map(|(word, case)| match case {
            Case::Capital => word[..1].to_uppercase() + &word[1..],
            Case::Left if SMALL.contains(&word.trim_end()) => format!("^{word}"),
            Case::Left | Case::Small => word.clone(),
        });
        written.collect()
    }

    #[test]
    fn small_words_are_small_within_a_title() {
        for expected in [
            "paris, the artists",
            "trotsky; a life",
            "paris—the city",
            "paris – the city",
            "1914-the end",
            "(the end) and after",
            "end (and after)",
            "war: ^the end",
            "why? ^the end",
            "stop! ^in the name",
            "who said “no?” ^the end",
            "volume one. ^the start",
            "^the U.S. and russia",
            "john f. and jane",
            "trade unions vs. the party",
            "then … the end",
            "what it is For",
            "what it is For: ^a study",
            "^a follow-Up",
            "^the Up-to-date guide",
            "my brother-in-law",
            "my over- and underground",
            "^the popular Front in spain",
            "^the model T of ford",
            "",
            "… : ^the",
        ] {
            let title = expected.replace('^', "").replace("For", "for").replace("Up", "up").replace("Front", "front");
            assert_eq!(written(&title), expected);
        }
    }
}
