//! Decodes a GEDCOM file. The encoding is detected by a byte order mark, by zero bytes between ASCII letters, or from the
//! header.

use palimpsest_compiler::encoding_rs;

use super::{Wrong, ansel};

/// How to fix a file whose characters cannot be decoded.
const HELP: &str = "export the file again as UTF-8; most programs ask for the character set when they save GEDCOM";

/// Decodes the bytes.
///
/// # Errors
///
/// Returns an error if a line has bytes that are not in the file's character set, or if that set is unknown.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Wrong> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        [0, first, ..] if *first != 0 => utf16(bytes, u16::from_be_bytes),
        _ => by_head(bytes),
    }
}

fn by_head(bytes: &[u8]) -> Result<String, Wrong> {
    let Some((line, name)) = charset(bytes) else {
        return utf8(bytes);
    };
    match name.to_ascii_uppercase().as_str() {
        "UTF-8" | "UTF8" | "UNICODE" => utf8(bytes),
        // Programs use these names loosely. Windows-1252 extends ASCII, and agrees with Latin-1 on the letters.
        "ASCII" | "ANSI" | "WINDOWS-1252" | "CP1252" | "WINDOWS" | "IBM WINDOWS" | "ISO-8859-1" | "ISO8859-1"
        | "LATIN1" => {
            utf8(bytes).or_else(|_| Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into()))
        }
        "MACINTOSH" => Ok(encoding_rs::MACINTOSH.decode_without_bom_handling(bytes).0.into()),
        "ANSEL" => {
            let wrong = |at| unreadable(bytes, at, "ANSEL");
            ansel::decode(bytes).map_err(wrong)
        }
        _ if bytes.is_ascii() => utf8(bytes),
        _ => Err(Wrong::new(line, format!("the character set \"{name}\" is unknown"), HELP)),
    }
}

/// Returns the number of the line on which the header names the character set, and the name.
fn charset(bytes: &[u8]) -> Option<(usize, String)> {
    let lines = bytes.split(|byte| *byte == b'\n' || *byte == b'\r').filter(|line| !line.is_empty());
    for (at, line) in lines.enumerate() {
        let line = line.trim_ascii();
        if at > 0 && line.starts_with(b"0") {
            return None;
        }
        if let Some(name) = line.strip_prefix(b"1 CHAR ") {
            return Some((at + 1, String::from_utf8_lossy(name).trim().to_owned()));
        }
    }
    None
}

fn utf8(bytes: &[u8]) -> Result<String, Wrong> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(unreadable(bytes, error.valid_up_to(), "UTF-8")),
    }
}

fn unreadable(bytes: &[u8], at: usize, set: &str) -> Wrong {
    let byte = bytes.get(at).copied().unwrap_or_default();
    Wrong::new(line_of(&bytes[..at]), format!("byte {byte:#04X} is not a character in {set}"), HELP)
}

/// Returns the number, counted from 1, of the line on which these bytes end.
fn line_of(bytes: &[u8]) -> usize {
    let mut line = 1;
    let mut before = 0;
    for byte in bytes {
        line += usize::from(*byte == b'\r' || *byte == b'\n' && before != b'\r');
        before = *byte;
    }
    line
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Wrong> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        // Half a unit at the end means that the file was truncated; an unpaired surrogate makes it an error.
        _ => 0xD800,
    });
    let mut text = String::new();
    for letter in char::decode_utf16(units) {
        let Ok(letter) = letter else {
            let message = "this is not UTF-16: the file was cut off, or changed by another program".to_owned();
            return Err(Wrong::new(line_of(text.as_bytes()), message, HELP));
        };
        text.push(letter);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "0 HEAD\n1 CHAR UNICODE\n0 @I1@ INDI\n1 NAME Zoë /Łuczak/\n";

    #[test]
    fn each_form_of_unicode_is_recognized() {
        let utf16 = |mark: bool, bytes: fn(u16) -> [u8; 2]| {
            let mark = mark.then_some(0xFEFF);
            mark.into_iter().chain(TEXT.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
        };
        let forms = [
            TEXT.as_bytes().to_vec(),
            ["\u{FEFF}", TEXT].concat().into_bytes(),
            utf16(true, u16::to_le_bytes),
            utf16(true, u16::to_be_bytes),
            utf16(false, u16::to_le_bytes),
            utf16(false, u16::to_be_bytes),
        ];
        for form in forms {
            assert_eq!(decode(&form).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn older_sets_are_those_that_the_head_names() {
        let head = |set: &str, name: &[u8]| {
            [b"0 HEAD\r\n1 CHAR ", set.as_bytes(), b"\r\n0 @I1@ INDI\r\n1 NAME ", name].concat()
        };
        let name = |set: &str, name: &[u8]| decode(&head(set, name)).map(|text| text[text.len() - 5..].to_owned());
        assert_eq!(name("ANSEL", b" No\xE8e").as_deref(), Ok(" Noë"));
        assert_eq!(name("ANSI", b" No\xEB").as_deref(), Ok(" Noë"));
        assert_eq!(name("MACINTOSH", b" No\x91").as_deref(), Ok(" Noë"));
        assert_eq!(name("UTF-8", b" No\xEB").map_err(|wrong| wrong.line), Err(4));
        assert_eq!(name("ANSEL", b" No\xD5").map_err(|wrong| wrong.line), Err(4));
        assert_eq!(name("IBMPC", b" No\x89").map_err(|wrong| wrong.line), Err(2));
        assert_eq!(name("IBMPC", b" Noel").as_deref(), Ok(" Noel"));
    }
}
