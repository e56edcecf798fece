//! Characters that nobody sees. They turn the words around them, hide in names so that no name is found, or let a text say
//! one thing to its editor and another to its readers: the page's texts have none, written out or by an escape.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// The ones that HTML has a word for, which Markdown reads too.
const ENTITIES: [(&str, char); 13] = [
    ("lrm;", '\u{200e}'),
    ("rlm;", '\u{200f}'),
    ("shy;", '\u{ad}'),
    ("ZeroWidthSpace;", '\u{200b}'),
    ("NegativeVeryThinSpace;", '\u{200b}'),
    ("NegativeThinSpace;", '\u{200b}'),
    ("NegativeMediumSpace;", '\u{200b}'),
    ("NegativeThickSpace;", '\u{200b}'),
    ("NoBreak;", '\u{2060}'),
    ("ApplyFunction;", '\u{2061}'),
    ("af;", '\u{2061}'),
    ("InvisibleTimes;", '\u{2062}'),
    ("InvisibleComma;", '\u{2063}'),
];

/// Tells of each that stands in a file.
pub(crate) fn check(file: &SourceFile, problems: &mut Vec<Diagnostic>) {
    let mut before = '\0';
    for (at, letter) in file.text.char_indices() {
        let rest = &file.text[at..];
        let found = match letter {
            '\\' if before != '\\' => escape(&rest[1..]).map(|(letter, length)| (letter, length + 1)),
            '&' => entity(&rest[1..]).map(|(letter, length)| (letter, length + 1)),
            letter => Some((letter, letter.len_utf8())),
        };
        if let Some((found, length)) = found
            && let Some(name) = name(found, before)
        {
            problems.push(problem(file, at..at + length, found, name));
        }
        before = letter;
    }
}

fn problem(file: &SourceFile, range: Range<usize>, letter: char, name: &str) -> Diagnostic {
    let message = format!("U+{:04X}, {name}, cannot be seen", u32::from(letter));
    Diagnostic::error(file.id.at(range), message).help("take it away: readers and names would stumble over it")
}

/// What it is called, when it is one of them. `before` is the letter before it.
fn name(letter: char, before: char) -> Option<&'static str> {
    Some(match letter {
        '\t' | '\n' | '\r' => return None,
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a space without width",
        // They join and part letters where a script needs that; among Latin letters they only hide.
        '\u{200c}' | '\u{200d}' if !before.is_ascii() => return None,
        '\u{200c}' | '\u{200d}' => "a joiner",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a mark of the writing's direction"
        }
        '\u{2028}' | '\u{2029}' => "a separator of lines",
        '\u{180e}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' => "a mark without width",
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => "a letter without a shape",
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => "a mark for programs",
        letter if letter.is_control() => "a control character",
        _ => return None,
    })
}

/// What an escape of TOML or JSON means, after its backslash, and how long it is.
fn escape(text: &str) -> Option<(char, usize)> {
    let digits = match text.chars().next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let number = text.get(1..=digits)?;
    Some((char::from_u32(u32::from_str_radix(number, 16).ok()?)?, digits + 1))
}

/// What a character reference means, after its `&`, and how long it is.
fn entity(text: &str) -> Option<(char, usize)> {
    let named =
        ENTITIES.into_iter().find(|(name, _)| text.starts_with(name)).map(|(name, letter)| (letter, name.len()));
    let numbered = || {
        // No number of a character is longer; Markdown reads no more of it either.
        let (reference, _) = text.strip_prefix('#')?.split_once(';').filter(|(reference, _)| reference.len() <= 8)?;
        let hexadecimal = reference.strip_prefix(['x', 'X']);
        let number = hexadecimal.map_or_else(|| reference.parse(), |digits| u32::from_str_radix(digits, 16)).ok()?;
        Some((char::from_u32(number)?, reference.len() + 2))
    };
    named.or_else(numbered)
}
