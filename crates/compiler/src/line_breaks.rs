//! Line breaks of a file, which stand for spaces, but not between the characters of Chinese and Japanese.

use crate::whole_words::is_solid;

/// Punctuation that Chinese shares with other languages. What stands beyond it decides.
const SHARED: &[char] = &['“', '”', '‘', '’', '—', '―', '…', '·', '•'];

/// Stops that are as wide as a character. No space follows them.
const WIDE: &[char] = &['。', '，', '、', '：', '；', '！', '？'];

/// Reports whether no space belongs between a text and what follows it in the next line.
pub(crate) fn is_joined(before: &str, after: &str) -> bool {
    let inner = before.trim_end_matches(SHARED);
    let outer = after.trim_start_matches(SHARED);
    if before.ends_with(WIDE) && after.starts_with(SHARED) {
        return true;
    }
    // The rest of what follows may be emphasized, and so come later.
    inner.ends_with(is_solid) && (outer.starts_with(is_solid) || outer.is_empty() && !after.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_separates_characters() {
        for (before, after) in [
            ("成立。", "随后"),
            ("他说：", "“好”"),
            ("他说：", "“Good”"),
            ("走了——", "然后"),
            ("成立……", "随后"),
            ("成立……", "“好”"),
            ("好”", "他说"),
            ("他说", "“"),
            ("终わった。", "「はい」"),
        ] {
            assert!(is_joined(before, after), "{before}|{after}");
        }
        for (before, after) in [
            ("One", "two"),
            ("成立。", "Then"),
            ("He said —", "then"),
            ("Lenin", "成立"),
            ("成立", "“The"),
            ("成立”", "The"),
            ("He said", "“好”"),
            ("레닌은", "갔다"),
            ("", "好"),
            ("成立 ", "—"),
        ] {
            assert!(!is_joined(before, after), "{before}|{after}");
        }
    }
}
