//! ANSEL (ANSI/NISO Z39.47), the character set of most GEDCOM files before UTF-8.

use unicode_normalization::UnicodeNormalization as _;

/// Letters and signs, by byte. GEDCOM's own additions are the boxes, the midline e and o, and the second code for ß.
const LETTERS: [(u8, char); 41] = [
    (0xA1, 'Ł'),
    (0xA2, 'Ø'),
    (0xA3, 'Đ'),
    (0xA4, 'Þ'),
    (0xA5, 'Æ'),
    (0xA6, 'Œ'),
    (0xA7, 'ʹ'),
    (0xA8, '·'),
    (0xA9, '♭'),
    (0xAA, '®'),
    (0xAB, '±'),
    (0xAC, 'Ơ'),
    (0xAD, 'Ư'),
    (0xAE, 'ʼ'),
    (0xB0, 'ʻ'),
    (0xB1, 'ł'),
    (0xB2, 'ø'),
    (0xB3, 'đ'),
    (0xB4, 'þ'),
    (0xB5, 'æ'),
    (0xB6, 'œ'),
    (0xB7, 'ʺ'),
    (0xB8, 'ı'),
    (0xB9, '£'),
    (0xBA, 'ð'),
    (0xBC, 'ơ'),
    (0xBD, 'ư'),
    (0xBE, '□'),
    (0xBF, '■'),
    (0xC0, '°'),
    (0xC1, 'ℓ'),
    (0xC2, '℗'),
    (0xC3, '©'),
    (0xC4, '♯'),
    (0xC5, '¿'),
    (0xC6, '¡'),
    (0xC7, 'ß'),
    (0xC8, '€'),
    (0xCD, 'e'),
    (0xCE, 'o'),
    (0xCF, 'ß'),
];

/// Combining marks, by byte. In ANSEL they precede their letter; in Unicode they follow it.
const MARKS: [(u8, char); 31] = [
    (0xE0, '\u{309}'),
    (0xE1, '\u{300}'),
    (0xE2, '\u{301}'),
    (0xE3, '\u{302}'),
    (0xE4, '\u{303}'),
    (0xE5, '\u{304}'),
    (0xE6, '\u{306}'),
    (0xE7, '\u{307}'),
    (0xE8, '\u{308}'),
    (0xE9, '\u{30C}'),
    (0xEA, '\u{30A}'),
    (0xEB, '\u{FE20}'),
    (0xEC, '\u{FE21}'),
    (0xED, '\u{315}'),
    (0xEE, '\u{30B}'),
    (0xEF, '\u{310}'),
    (0xF0, '\u{327}'),
    (0xF1, '\u{328}'),
    (0xF2, '\u{323}'),
    (0xF3, '\u{324}'),
    (0xF4, '\u{325}'),
    (0xF5, '\u{333}'),
    (0xF6, '\u{332}'),
    (0xF7, '\u{326}'),
    (0xF8, '\u{31C}'),
    (0xF9, '\u{32E}'),
    (0xFA, '\u{FE22}'),
    (0xFB, '\u{FE23}'),
    (0xFC, '\u{338}'),
    (0xFE, '\u{313}'),
    (0xFF, '\u{338}'),
];

/// Decodes a text into composed characters (NFC).
///
/// # Errors
///
/// Returns the offset of the first byte that ANSEL does not define.
pub(super) fn decode(bytes: &[u8]) -> Result<String, usize> {
    let mut text = String::with_capacity(bytes.len());
    let mut marks = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        if let Some((_, mark)) = MARKS.iter().find(|(known, _)| known == byte) {
            marks.push(*mark);
            continue;
        }
        let letter = if byte.is_ascii() {
            char::from(*byte)
        } else {
            LETTERS.iter().find(|(known, _)| known == byte).map(|(_, letter)| *letter).ok_or(at)?
        };
        // A mark at the end of a line has no letter, so it stays where it is.
        if letter.is_control() {
            text.extend(marks.drain(..));
            text.push(letter);
        } else {
            text.push(letter);
            text.extend(marks.drain(..));
        }
    }
    text.extend(marks);
    Ok(text.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_move_behind_their_letter() {
        let decoded = |bytes: &[u8]| decode(bytes);
        assert_eq!(decoded(b"Fran\xF0cois No\xE8el \xE2Etienne").as_deref(), Ok("François Noël Étienne"));
        assert_eq!(decoded(b"\xA1\xE2od\xE2z, \xB2re, stra\xCFe").as_deref(), Ok("Łódź, øre, straße"));
        assert_eq!(decoded(b"\xE3\xF2a").as_deref(), Ok("ậ"), "two marks on one letter");
        assert_eq!(decoded(b"a\xE8\nb").as_deref(), Ok("ä\nb"), "a mark at the end of a line stays in it");
        assert_eq!(decoded(b"ab\xD5"), Err(2));
    }
}
