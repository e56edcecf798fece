//! How people write dates and their words, in a form in which different habits look alike. Suggestions for an editor's date
//! and imports from other programs share these rules.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words before a date that mark it as approximate.
const ABOUT: [&str; 20] = [
    "approximately",
    "approx.",
    "approx",
    "environ",
    "around",
    "about",
    "circa",
    "hacia",
    "около",
    "gegen",
    "etwa",
    "vers",
    "env.",
    "abt.",
    "abt",
    "ca.",
    "ca",
    "um",
    "c.",
    "c",
];

/// Returns the text after a word for “about”.
pub(crate) fn about(text: &str) -> Option<&str> {
    if let Some(bare) = text.strip_prefix('~') {
        return Some(bare.trim());
    }
    ABOUT.iter().find_map(|word| {
        let end = text.char_indices().nth(word.chars().count()).map(|(end, _)| end)?;
        let (before, rest) = text.split_at(end);
        let is_word = rest.starts_with(|next: char| next == ' ' || next.is_ascii_digit());
        (is_word && before.to_lowercase() == *word).then(|| rest.trim())
    })
}

/// Reports whether two texts differ only in case, spaces, commas and the kind of dash, which vary among programs.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| -> String {
        let text = text.replace(['–', '—', '−'], "-");
        text.chars().filter(|letter| !letter.is_whitespace() && *letter != ',').flat_map(char::to_lowercase).collect()
    };
    bare(one) == bare(other)
}

/// Formats a date in EDTF. Years are astronomical: 1 BC is 0. The caller makes sure that there is such a day.
pub(crate) fn edtf(year: i64, month: Option<u8>, day: Option<u8>) -> String {
    let year = match year {
        ..-9999 => format!("Y{year}"),
        -9999..0 => format!("-{:04}", year.unsigned_abs()),
        0..=9999 => format!("{year:04}"),
        _ => format!("Y{year}"),
    };
    match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year,
    }
}

/// Returns a text in lower case, without accents, apostrophes and quotation marks, with single spaces, the digits 0 to 9,
/// hyphens `-` and dashes `–`, and without what may stand around a date.
pub(crate) fn cleaned(text: &str) -> String {
    let mut cleaned = String::new();
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | '‘' | 'ʼ' | '"' | '“' | '”' | '„' => {}
            '‐' | '‑' | '−' => cleaned.push('-'),
            '—' | '―' | '‒' => cleaned.push('–'),
            '\u{ff10}'..='\u{ff19}' => cleaned.extend(char::from_digit(u32::from(letter) - 0xff10, 10)),
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => {
                cleaned.extend(char::from_digit(u32::from(letter) & 0xf, 10));
            }
            letter if letter.is_whitespace() => {
                if !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            letter => cleaned.push(letter),
        }
    }
    cleaned.trim_matches([' ', ',', ';']).trim_end_matches('.').to_owned()
}

/// Words before the last or the first possible date, without accents. `true` is for the last.
const BOUNDS: [(&str, bool); 12] = [
    ("before ", true),
    ("by ", true),
    ("not later than ", true),
    ("vor ", true),
    ("avant ", true),
    ("antes de ", true),
    ("до ", true),
    ("after ", false),
    ("nach ", false),
    ("apres ", false),
    ("despues de ", false),
    ("после ", false),
];

/// Returns the date after a word such as “before” or “after”, and whether it is the last possible one.
pub(crate) fn bounded(text: &str) -> Option<(&str, bool)> {
    BOUNDS.iter().find_map(|(word, is_last)| Some((text.strip_prefix(word)?, *is_last)))
}

/// Returns a year with an X for each unknown digit, for which people also type question marks and hyphens: `188?`, `18--`.
pub(crate) fn unknown(text: &str) -> Option<String> {
    let known = text.trim_end_matches(['?', '_', '*', '-', '–', 'x', '.']);
    let is_year = (2..=3).contains(&known.len()) && known.bytes().all(|digit| digit.is_ascii_digit());
    let missing = text.chars().count().checked_sub(known.len())?;
    let is_dash = text.ends_with('–') && missing == 1;
    (is_year && missing > 0 && (known.len() + missing == 4 || is_dash && known.len() == 2))
        .then(|| format!("{known}{}", "X".repeat(4 - known.len())))
}

/// Words before a date that mean its first, its second or its last third, without accents.
const THIRDS: [&[&str]; 3] = [
    &[
        "early in",
        "early",
        "beginning of",
        "start of",
        "anfang",
        "debut",
        "principios",
        "inicios",
        "comienzos",
        "начало",
    ],
    &["mid", "middle of", "mitte", "mi", "milieu", "mediados", "середина"],
    &["late in", "late", "end of", "ende", "fin", "finales", "fines", "конец"],
];

/// Returns the date after a word such as “early” or “late”, and which third of it is meant: 0, 1 or 2.
pub(crate) fn part(text: &str) -> Option<(&str, usize)> {
    let text = text.strip_prefix("the ").unwrap_or(text);
    let after = |word: &&str| text.strip_prefix(*word)?.strip_prefix([' ', '-']);
    THIRDS.iter().enumerate().find_map(|(third, words)| Some((words.iter().find_map(after)?.trim(), third)))
}

/// Returns a third of a month, a year, a decade or a century in EDTF, as one of its days, months or years. The last day of a
/// month is the first that exists.
pub(crate) fn third(edtf: &str, third: usize) -> Vec<String> {
    let bounds = |bounds: [(u8, u8); 3], between: &str| {
        let (first, last) = bounds.get(third).copied().unwrap_or_default();
        let known = edtf.trim_end_matches('X');
        let width = (edtf.len() - known.len()).max(if between.is_empty() { 1 } else { 2 });
        format!("[{known}{between}{first:0width$}..{known}{between}{last:0width$}]")
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let date = edtf.strip_prefix('-').unwrap_or(edtf);
    match date.split_once('-') {
        Some((year, month)) if is_number(year) && is_number(month) => {
            [31, 30, 29, 28].map(|last| bounds([(1, 10), (11, 20), (21, last)], "-")).into()
        }
        None if is_number(date) => vec![bounds([(1, 4), (5, 8), (9, 12)], "-")],
        None if date.ends_with("XX") => vec![bounds([(0, 33), (34, 66), (67, 99)], "")],
        None if date.ends_with('X') => vec![bounds([(0, 3), (4, 6), (7, 9)], "")],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_about_are_found() {
        for (text, bare) in [
            ("c. 1922", Some("1922")),
            ("Ca.1922", Some("1922")),
            ("ABOUT 1922", Some("1922")),
            ("Около 1922", Some("1922")),
            ("~1922", Some("1922")),
            ("cart 1922", None),
            ("1922", None),
            ("um", None),
            ("", None),
        ] {
            assert_eq!(about(text), bare, "{text}");
        }
    }

    #[test]
    fn habits_look_alike() {
        assert_eq!(cleaned(" 8\u{a0}Août —  1887‑90., "), "8 aout – 1887-90");
        assert_eq!(cleaned("١٩٢١"), "1921");
        assert_eq!(cleaned("۱۹۲۱."), "1921");
        assert!(is_same("3 March, 1921 – 1922", "3 march 1921-1922"));
    }

    #[test]
    fn years_of_any_length_are_written() {
        for (date, written) in [
            ((1887, Some(1), Some(8)), "1887-01-08"),
            ((887, None, None), "0887"),
            ((-43, Some(3), None), "-0043-03"),
            ((12000, None, None), "Y12000"),
            ((-12000, None, None), "Y-12000"),
        ] {
            assert_eq!(edtf(date.0, date.1, date.2), written);
        }
    }
}
