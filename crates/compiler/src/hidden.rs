//! Invisible characters. They reverse the text around them, keep names from being found, or make a text read differently to
//! its editor and its readers, so they are rejected both as characters and as escapes.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// The named character references of HTML for invisible characters, which Markdown resolves too.
const ENTITIES: [(&str, char); 17] = [
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
    ("it;", '\u{2062}'),
    ("InvisibleTimes;", '\u{2062}'),
    ("ic;", '\u{2063}'),
    ("InvisibleComma;", '\u{2063}'),
    ("zwj;", '\u{200d}'),
    ("zwnj;", '\u{200c}'),
];

/// Reports each invisible character in a file, except within the ranges `unseen`, which no reader sees.
pub(crate) fn check(file: &SourceFile, unseen: &[Range<usize>], problems: &mut Vec<Diagnostic>) {
    // In Markdown, a backslash before a letter is itself.
    let is_data = !file.path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
    let mut before = '\0';
    let mut unseen = unseen.iter().peekable();
    for (at, letter) in file.text.char_indices() {
        while unseen.next_if(|range| range.end <= at).is_some() {}
        if unseen.peek().is_some_and(|range| range.start <= at) {
            continue;
        }
        let rest = &file.text[at..];
        let found = match letter {
            '\\' if before != '\\' => escape(&rest[1..])
                .or_else(|| control(&rest[1..]).filter(|_| is_data))
                .map(|(letter, length)| (letter, length + 1)),
            '&' => entity(&rest[1..]).map(|(letter, length)| (letter, length + 1)),
            letter => Some((letter, letter.len_utf8())),
        };
        if let Some((found, length)) = found
            && let Some(name) = name(found, before)
            && !(is_mark_of_direction(found) && is_right_to_left(&file.text, at))
        {
            problems.push(problem(file, at..at + length, found, name));
        }
        before = letter;
    }
}

/// Returns a text without its invisible characters.
pub(crate) fn without(text: &str) -> String {
    let mut before = '\0';
    let mut seen = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        if name(letter, before).is_none() || is_mark_of_direction(letter) && is_right_to_left(text, at) {
            seen.push(letter);
            before = letter;
        }
    }
    seen
}

/// Reports whether a character orders lines of mixed direction without reversing any text.
fn is_mark_of_direction(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
}

/// Reports whether the line around an offset has letters that are written from right to left.
fn is_right_to_left(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |line| line + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    line.chars().any(|letter| {
        letter.is_alphabetic()
            && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
                | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}

fn problem(file: &SourceFile, range: Range<usize>, letter: char, name: &str) -> Diagnostic {
    let message = format!("U+{:04X}, {name}, is invisible", u32::from(letter));
    Diagnostic::error(file.id.at(range), message).help("remove it: it breaks names and misleads readers")
}

/// Returns the name of an invisible character, or `None` for others. `before` is the character before it.
fn name(letter: char, before: char) -> Option<&'static str> {
    Some(match letter {
        '\t' | '\n' | '\r' => return None,
        '\u{ad}' => "a soft hyphen",
        '\u{200b}' => "a zero-width space",
        // Some scripts need these to join or separate letters. After an ASCII character, they only hide.
        '\u{200c}' | '\u{200d}' if !before.is_ascii() => return None,
        '\u{200c}' | '\u{200d}' => "a zero-width joiner or non-joiner",
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "a text direction mark"
        }
        '\u{2028}' | '\u{2029}' => "a line separator",
        '\u{180e}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}' => "a zero-width character",
        '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => "a blank letter",
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}' => "a character for internal use",
        letter if letter.is_control() => "a control character",
        _ => return None,
    })
}

/// Returns the character whose number a TOML or JSON escape gives, and the length of the escape. `text` begins after the
/// backslash.
pub(crate) fn escape(text: &str) -> Option<(char, usize)> {
    let digits = match text.chars().next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let number = text.get(1..=digits)?;
    Some((char::from_u32(u32::from_str_radix(number, 16).ok()?)?, digits + 1))
}

/// Returns the control character of an escape that is a letter, as in `C:\books`, and the length of the escape.
fn control(text: &str) -> Option<(char, usize)> {
    match text.chars().next()? {
        'b' => Some(('\u{8}', 1)),
        'f' => Some(('\u{c}', 1)),
        _ => None,
    }
}

/// Returns the character that an HTML character reference stands for, and the length of the reference. `text` begins after
/// the `&`.
fn entity(text: &str) -> Option<(char, usize)> {
    let named =
        ENTITIES.into_iter().find(|(name, _)| text.starts_with(name)).map(|(name, letter)| (letter, name.len()));
    let numbered = || {
        // No code point has more digits, and Markdown does not read more either.
        let (reference, _) = text.strip_prefix('#')?.split_once(';').filter(|(reference, _)| reference.len() <= 8)?;
        let hexadecimal = reference.strip_prefix(['x', 'X']);
        let number = hexadecimal.map_or_else(|| reference.parse(), |digits| u32::from_str_radix(digits, 16)).ok()?;
        Some((char::from_u32(number)?, reference.len() + 2))
    };
    named.or_else(numbered)
}
