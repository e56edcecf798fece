//! Templates, and what the values in them are escaped with.

/// Texts with what is written instead of them. The first that fits counts.
pub(super) type Replacements = [(&'static str, &'static str)];

/// HTML in a JSON string, within a paragraph.
pub(super) const HTML: &Replacements = &[
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ("\n\n", "</p><p>"),
    // JavaScript once took the last two for ends of lines.
    ("\"", "\\\""),
    ("\\", "\\\\"),
    ("\n", "\\n"),
    ("\u{2028}", "\\u2028"),
    ("\u{2029}", "\\u2029"),
];

/// A JSON string (RFC 8259).
pub(super) const JSON: &Replacements = HTML.split_at(4).1;

/// Adds a template in which each `$` stands for the next of the values.
pub(super) fn fill(out: &mut String, template: &str, values: &[&str], replacements: &Replacements) {
    let mut values = values.iter();
    for sign in template.chars() {
        if sign == '$' {
            push(out, values.next().copied().unwrap_or_default(), replacements);
        } else {
            out.push(sign);
        }
    }
}

/// Adds a template with one `$` unless its value is empty.
pub(super) fn fill_known(out: &mut String, template: &str, value: &str, replacements: &Replacements) {
    if !value.is_empty() {
        fill(out, template, &[value], replacements);
    }
}

/// Adds a value. Control characters that are not replaced become spaces: no format here has a use for them.
pub(super) fn push(out: &mut String, value: &str, replacements: &Replacements) {
    let mut rest = value.chars();
    'next: loop {
        for (from, to) in replacements {
            if let Some(after) = rest.as_str().strip_prefix(from) {
                out.push_str(to);
                rest = after.chars();
                continue 'next;
            }
        }
        match rest.next() {
            Some('\0'..' ' | '\u{7f}') => out.push(' '),
            Some(sign) => out.push(sign),
            None => break,
        }
    }
}
