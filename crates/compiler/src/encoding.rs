//! The encoding of text files. It must be UTF-8; others are recognized, so that editors learn how to save the file.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file that is not UTF-8.
pub(crate) struct Misread {
    pub message: String,
    pub help: String,
    /// The text as it was probably meant, from which problems show a line.
    pub text: String,
    /// The range in the text of the first character that is not encoded as UTF-8.
    pub at: std::ops::Range<usize>,
}

/// Decodes a text file and removes its byte order mark.
///
/// # Errors
///
/// Returns a description of a file that is not UTF-8.
pub(crate) fn decoded(bytes: Vec<u8>) -> Result<String, Misread> {
    if let Some((text, order)) = utf_16(&bytes) {
        let at = 0..text.chars().next().map_or(0, char::len_utf8);
        return Err(Misread { message: "this file is UTF-16, not UTF-8".to_owned(), help: help(order), text, at });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let first = bytes[start];
        let line = bytes[..start].split(|byte| *byte == b'\n').count();
        if is_windows_1252(&bytes) {
            let text = WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
            let message = "this file is most likely Windows-1252, not UTF-8".to_owned();
            // The bytes before `start` are ASCII, because the file has no other characters that are valid in UTF-8. Their
            // offsets are therefore the same in the decoded text.
            let at = start..start + text[start..].chars().next().map_or(0, char::len_utf8);
            return Misread { message, help: help("WINDOWS-1252"), text, at };
        }
        let message = format!("this file is not UTF-8: the first invalid byte, 0x{first:02X}, is in line {line}");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let help =
            "save it as UTF-8 in the program that it comes from; if it is no text, it has a wrong name".to_owned();
        Misread { message, help, text, at: start..start + '\u{fffd}'.len_utf8() }
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn help(encoding: &str) -> String {
    format!(
        "save it as UTF-8: text editors offer that under “Save as” or “Save with encoding”; on a command line, iconv -f \
         {encoding} -t UTF-8 OLD > NEW"
    )
}

/// Decodes a file in UTF-16, removes its byte order mark, and returns the text with the name of the encoding. A file without
/// a mark is recognized by its many zero bytes, which UTF-8 text does not have.
fn utf_16(bytes: &[u8]) -> Option<(String, &'static str)> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let is_many = |zeros: usize| zeros > bytes.len() / 8;
    let (is_little, marked) = match bytes {
        [0xff, 0xfe, ..] => (true, true),
        [0xfe, 0xff, ..] => (false, true),
        _ => (zeros(1) > zeros(0), false),
    };
    if !marked && !is_many(zeros(usize::from(is_little))) {
        return None;
    }
    let encoding = if is_little { UTF_16LE } else { UTF_16BE };
    // A trailing byte without a partner is dropped.
    let even = &bytes[..bytes.len() / 2 * 2];
    Some((encoding.decode_with_bom_removal(even).0.into_owned(), encoding.name()))
}

/// Reports whether bytes that are not UTF-8 are probably Windows-1252: most of the letters are ASCII, as in the languages of
/// Western Europe.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let is_other = |byte: &&u8| **byte >= 0x80;
    let undefined = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
    let is_control = |byte: &u8| *byte < b' ' && !byte.is_ascii_whitespace() || undefined.contains(byte);
    let others = bytes.iter().filter(is_other).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    !bytes.iter().any(is_control) && others <= letters / 2 && !has_utf_8(bytes)
}

/// Reports whether there is a multibyte UTF-8 character. If so, the rest is damaged rather than in another encoding.
fn has_utf_8(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misread(bytes: &[u8]) -> (String, String, String, String) {
        let Err(Misread { message, help, text, at }) = decoded(bytes.to_vec()) else { panic!("{bytes:?} is UTF-8") };
        let letter = text[at].to_owned();
        (message, help, text, letter)
    }

    #[test]
    fn utf_8_may_have_a_byte_order_mark() {
        assert_eq!(decoded("\u{feff}é".into()).ok().as_deref(), Some("é"));
        assert_eq!(decoded("a\0b, c, d, e, f".into()).ok().as_deref(), Some("a\0b, c, d, e, f"));
        assert_eq!(decoded(Vec::new()).ok().as_deref(), Some(""));
    }

    #[test]
    fn windows_1252_is_recognized() {
        let (message, help, text, letter) = misread(b"role = \"Ringer\"\nname = \"J\xf6rg \x93Fox\x94 \x96 1\"\n");
        assert_eq!(message, "this file is most likely Windows-1252, not UTF-8");
        assert!(help.contains("iconv -f WINDOWS-1252"), "{help}");
        assert_eq!((text.as_str(), letter.as_str()), ("role = \"Ringer\"\nname = \"Jörg “Fox” – 1\"\n", "ö"));
    }

    #[test]
    fn utf_16_is_recognized() {
        for (text, is_little, is_marked) in [
            ("a = \"é\"\n", true, true),
            ("a = \"б\"\n", false, true),
            ("a = 1\nb = 2\n", true, false),
            ("ab", false, false),
        ] {
            let units = is_marked.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
            let (message, help, read, letter) = misread(&bytes);
            assert_eq!((message.as_str(), read.as_str()), ("this file is UTF-16, not UTF-8", text));
            assert!(help.contains(if is_little { "UTF-16LE" } else { "UTF-16BE" }), "{help}");
            assert_eq!(letter, text[..1]);
        }
        assert_eq!(misread(&[0xff, 0xfe]).3, "");
    }

    #[test]
    fn other_bytes_are_told_with_their_line() {
        let texts: [&[u8]; 3] = ["é\n# \u{1}".as_bytes(), b"\n# \x81 two", b"\n\xcf\xf0\xe8\xe2\xe5\xf2"];
        for bytes in texts {
            let broken = [bytes, b"\xff\n"].concat();
            let (message, _, text, letter) = misread(&broken);
            assert!(message.starts_with("this file is not UTF-8") && message.ends_with("is in line 2"), "{message}");
            assert_eq!((text.lines().count(), letter.as_str()), (2, "\u{fffd}"));
        }
    }
}
