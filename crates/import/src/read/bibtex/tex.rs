//! TeX in the values of fields: markup that CSL also has, braces that protect capitals, and special characters.
//!
//! The crate `biblatex` converts accents and special characters, but drops markup. [`prepared`] therefore replaces the
//! markup to be kept with private-use characters, and [`restored`] replaces these with CSL's markup.

/// The commands with an argument, the private-use character for their start, and their CSL markup.
const COMMANDS: [(&str, char, &str, &str); 12] = [
    ("emph", '\u{E000}', "<i>", "</i>"),
    ("textit", '\u{E000}', "<i>", "</i>"),
    ("mkbibemph", '\u{E000}', "<i>", "</i>"),
    ("mkbibitalic", '\u{E000}', "<i>", "</i>"),
    ("textbf", '\u{E002}', "<b>", "</b>"),
    ("mkbibbold", '\u{E002}', "<b>", "</b>"),
    ("textsuperscript", '\u{E004}', "<sup>", "</sup>"),
    ("textsubscript", '\u{E006}', "<sub>", "</sub>"),
    ("textsc", '\u{E008}', "<span style=\"font-variant:small-caps;\">", "</span>"),
    ("enquote", '\u{E00A}', "“", "”"),
    ("mkbibquote", '\u{E00A}', "“", "”"),
    ("url", '\u{E00C}', "", ""),
];

/// Switches, which are in effect until the end of their group, and the equivalent commands.
const SWITCHES: [(&str, &str); 7] = [
    ("em", "emph"),
    ("it", "emph"),
    ("itshape", "emph"),
    ("bf", "textbf"),
    ("bfseries", "textbf"),
    ("sc", "textsc"),
    ("scshape", "textsc"),
];

/// The markup for braces, which protect the capitals within them.
const NOCASE: (char, &str, &str) = ('\u{E00E}', "<span class=\"nocase\">", "</span>");

/// The deepest nesting of braces that is accepted, since the crate parses them recursively.
const DEEPEST: usize = 40;

/// Something that a closing brace ends.
enum Open {
    /// A group that is kept as TeX, with its braces.
    Group,
    /// Markup, with the private-use character for its end.
    Mark(char),
}

/// Prepares a value for the crate, with private-use characters for everything that the crate would drop. `None` if its
/// braces are nested too deeply.
pub(super) fn prepared(value: &str) -> Option<String> {
    let value: String = value.chars().map(|letter| if is_private(letter) { '\u{FFFD}' } else { letter }).collect();
    let mut value = value.trim();
    // Braces around the whole value protect all of its capitals, which CSL keeps anyway.
    while let Some(inner) = unbraced(value) {
        value = inner.trim();
    }
    let mut out = String::with_capacity(value.len());
    let mut open: Vec<Open> = Vec::new();
    let mut rest = value;
    while let Some(letter) = rest.chars().next() {
        rest = &rest[letter.len_utf8()..];
        match letter {
            '\\' => {
                let (name, after) = command(rest);
                let mark = COMMANDS.iter().find(|(known, ..)| *known == name).map(|(_, mark, ..)| *mark);
                if let (Some(mark), Some(inner)) = (mark, after.strip_prefix('{')) {
                    out.push(mark);
                    open.push(Open::Mark(end_of(mark)));
                    rest = inner;
                    continue;
                }
                out.push('\\');
                out.push_str(name);
                rest = after;
                // The argument of an accent.
                if let Some(inner) = rest.strip_prefix('{').filter(|_| !is_brace(name)) {
                    out.push('{');
                    open.push(Open::Group);
                    rest = inner;
                }
            }
            '{' => {
                let (name, after) = rest.strip_prefix('\\').map(command).unwrap_or_default();
                let of = SWITCHES.iter().find(|(known, _)| *known == name).map(|(_, command)| *command);
                if let Some((_, mark, ..)) = COMMANDS.iter().find(|(known, ..)| Some(*known) == of) {
                    out.push(*mark);
                    open.push(Open::Mark(end_of(*mark)));
                    rest = after.trim_start();
                } else if !name.is_empty() && !COMMANDS.iter().any(|(known, ..)| *known == name) {
                    out.push('{');
                    open.push(Open::Group);
                } else {
                    out.push(NOCASE.0);
                    open.push(Open::Mark(end_of(NOCASE.0)));
                }
            }
            '}' => match open.pop() {
                Some(Open::Mark(end)) => out.push(end),
                // An extra brace is left for the crate to reject.
                Some(Open::Group) | None => out.push('}'),
            },
            '~' => out.push('\u{A0}'),
            '`' if rest.starts_with('`') => {
                out.push('“');
                rest = &rest[1..];
            }
            '\'' if rest.starts_with('\'') => {
                out.push('”');
                rest = &rest[1..];
            }
            letter => out.push(letter),
        }
        if open.len() > DEEPEST {
            return None;
        }
    }
    Some(out)
}

/// Replaces the private-use characters in the crate's output with CSL's markup. Capitals are protected only in titles.
pub(super) fn restored(text: &str, is_title: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let beginning = |(_, mark, start, end): &(&str, char, &'static str, &'static str)| {
            if *mark == letter { Some(*start) } else { (end_of(*mark) == letter).then_some(*end) }
        };
        if let Some(markup) = COMMANDS.iter().find_map(beginning) {
            out.push_str(markup);
        } else if is_private(letter) {
            out.push_str(match (is_title, letter == NOCASE.0) {
                (true, true) => NOCASE.1,
                (true, false) => NOCASE.2,
                (false, _) => "",
            });
        } else {
            out.push(letter);
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Converts the value of a field without markup: braces only group, and a backslash escapes special characters of TeX.
pub(super) fn verbatim(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' => {}
            '\\' => out.push(letters.next_if(|next| "_%&#${}~".contains(*next)).unwrap_or('\\')),
            letter => out.push(letter),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Removes the braces around a value, if one pair encloses all of it.
pub(super) fn unbraced(value: &str) -> Option<&str> {
    let inner = value.strip_prefix('{')?.strip_suffix('}')?;
    // A group that begins with a command is an accent or a switch.
    if let Some(rest) = inner.strip_prefix('\\') {
        let (name, after) = command(rest);
        if !after.starts_with('{')
            || SWITCHES.iter().any(|(known, _)| *known == name)
            || !name.starts_with(char::is_alphabetic)
        {
            return None;
        }
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for letter in inner.chars() {
        match letter {
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth = depth.checked_sub(1)?,
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    (depth == 0 && !escaped).then_some(inner)
}

/// Splits off the name of a command, which is a run of letters or one other character.
fn command(text: &str) -> (&str, &str) {
    let letters = text.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(text.len());
    let end = if letters == 0 { text.chars().next().map_or(0, char::len_utf8) } else { letters };
    text.split_at(end)
}

/// Reports whether a command is an escaped character, which takes no argument.
fn is_brace(name: &str) -> bool {
    matches!(name, "{" | "}" | "\\" | "&" | "%" | "$" | "#" | "_" | "")
}

/// Returns the private-use character for the end of markup, which is the one after that for its start.
fn end_of(mark: char) -> char {
    char::from_u32(u32::from(mark) + 1).unwrap_or(mark)
}

fn is_private(letter: char) -> bool {
    ('\u{E000}'..='\u{E0FF}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_braces_become_those_of_csl() {
        let of = |value: &str| restored(&prepared(value).unwrap_or_default(), true);
        for (tex, csl) in [
            (r"{The \emph{Potemkin} and {NASA}}", "The <i>Potemkin</i> and <span class=\"nocase\">NASA</span>"),
            (r"H\textsubscript{2}O {\em and} \textbf{b}", "H<sub>2</sub>O <i>and</i> <b>b</b>"),
            ("``Quoted''~words\n here", "“Quoted” words here"),
            (r"\enquote{Who?} \emph{{A} b}", "“Who?” <i><span class=\"nocase\">A</span> b</i>"),
            ("{{{a}}}", "a"),
            ("{a} b {c}", "<span class=\"nocase\">a</span> b <span class=\"nocase\">c</span>"),
            ("a\u{E000}b", "a\u{FFFD}b"),
        ] {
            assert_eq!(of(tex), csl, "{tex}");
        }
        assert_eq!(
            prepared(r#"G{\"o}del \'{E}t\{ \"{u} {\ss} \&{b}"#).as_deref(),
            Some("G{\\\"o}del \\'{E}t\\{ \\\"{u} {\\ss} \\&\u{E00E}b\u{E00F}")
        );
        assert_eq!(prepared(&"{a".repeat(100)), None);
        assert_eq!(restored(&prepared("{NATO} x").unwrap_or_default(), false), "NATO x");
        assert_eq!(of("a\u{a0}b").as_str(), "a b");
    }
}
