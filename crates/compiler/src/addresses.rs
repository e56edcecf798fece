//! Addresses of the web and of mail that stand in a text as they are. No part of one is a name or a word.

use std::ops::Range;

use crate::whole_words::is_unspaced;

/// Characters that end an address, beside whitespace and scripts without spaces.
const OUTSIDE: &[char] =
    &['<', '>', '"', '“', '”', '„', '«', '»', '，', '。', '、', '；', '：', '（', '）', '「', '」'];

/// Returns the byte ranges of the addresses in a text, in order.
pub(crate) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for part in text.split(|letter: char| letter.is_whitespace() || OUTSIDE.contains(&letter) || is_unspaced(letter)) {
        let end = at + part.len();
        if is_address(part) {
            found.push(at..end);
        }
        // A single character separates the parts.
        at = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_address(part: &str) -> bool {
    let is_mail = part.split_once('@').is_some_and(|(before, after)| {
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric) && after.contains('.')
    });
    part.contains("://") || part.trim_start_matches(['(', '[', '‘', '\'']).starts_with("www.") || is_mail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_where_words_begin() {
        for (text, expected) in [
            ("See https://example.org/Lenin?q=1, then", vec!["https://example.org/Lenin?q=1,"]),
            ("(www.Lenin.com) and Lenin@example.org.", vec!["(www.Lenin.com)", "Lenin@example.org."]),
            ("见https://example.org/a，毛泽东", vec!["https://example.org/a"]),
            ("https://example.org/毛泽东", vec!["https://example.org/"]),
            ("He @Lenin www a@b :// x", vec!["://"]),
            ("", vec![]),
        ] {
            let found: Vec<&str> = addresses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
