//! Marks that other dialects of Markdown know and this one prints as they are: superscripts of Pandoc, formulas of TeX, fences
//! of colons, task lists, links of wikis, templates. What cannot be meant as text is an error, and what can is a warning.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::files::SourceFile;
use crate::prose::Voice;

mod brackets;
mod emphasis;

/// The signs with which such marks begin.
const SIGNS: [char; 11] = ['^', '~', '=', '+', '$', ':', '[', '{', '\\', '*', '_'];

/// The length, in bytes, of the longest mark that is looked for.
const LONGEST: usize = 1000;

/// The parts of a block that are text to Markdown, as ranges in the file.
#[derive(Default)]
pub(crate) struct Runs(Vec<Range<usize>>);

impl Runs {
    /// Adds a text. What only a line break separates from it belongs to the same part.
    pub(crate) fn push(&mut self, file: &SourceFile, text: &Range<usize>) {
        // An address between angle brackets is a link.
        if file.text[..text.start].ends_with('<') && file.text[text.end..].starts_with('>') {
            return;
        }
        let is_break = |between: &str| between.chars().all(|letter| letter.is_whitespace() || letter == '>');
        match self.0.last_mut() {
            Some(last) if file.text.get(last.end..text.start).is_some_and(is_break) => last.end = text.end,
            _ => self.0.push(text.clone()),
        }
    }

    /// Reports the marks of other dialects, and begins the next block.
    pub(crate) fn check(&mut self, file: &SourceFile, voice: Voice, problems: &mut Vec<Diagnostic>) {
        for run in self.0.drain(..) {
            let mut at = run.start;
            while let Some(found) = file.text.get(at..run.end).and_then(|rest| rest.find(SIGNS)) {
                at += found;
                let spot = Spot { text: &file.text, at, end: run.end, is_article: voice == Voice::Author };
                let Some(mark) = spot.mark() else {
                    at += 1;
                    continue;
                };
                let end = at + mark.length.max(1);
                let problem = Diagnostic::error(file.id.at(at..end), mark.message).help(mark.help);
                problems.push(Diagnostic { severity: mark.severity, ..problem });
                at = end;
            }
        }
    }
}

/// A mark of another dialect.
struct Mark {
    /// How many bytes of the text it is.
    length: usize,
    severity: Severity,
    message: String,
    help: String,
}

/// A sign in a text, and what stands around it.
struct Spot<'a> {
    text: &'a str,
    at: usize,
    /// Where the text ends that has no other Markdown in it.
    end: usize,
    is_article: bool,
}

impl<'a> Spot<'a> {
    fn mark(&self) -> Option<Mark> {
        match self.rest(0).chars().next()? {
            // A backslash before it says that it is text.
            _ if self.before() == Some('\\') => None,
            sign @ ('^' | '~') => self.raised(sign),
            sign @ ('=' | '+') => self.doubled(sign),
            '$' => self.display().or_else(|| self.formula()),
            ':' => self.fence().or_else(|| self.definition()).or_else(|| self.emoji()),
            '[' => self.contents().or_else(|| self.box_of_task()).or_else(|| self.alert()).or_else(|| self.link()),
            '{' => self.template().or_else(|| self.attributes()),
            '\\' => self.command(),
            sign @ ('*' | '_') => self.emphasis(sign),
            _ => None,
        }
    }

    /// Returns the text that begins so many bytes after the sign, as far as a mark may reach.
    fn rest(&self, after: usize) -> &'a str {
        let rest = self.text.get(self.at + after..self.end).unwrap_or_default();
        &rest[..rest.floor_char_boundary(LONGEST)]
    }

    /// Returns the character before the sign.
    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// Returns the rest of the line from the sign on.
    fn line(&self) -> &'a str {
        let rest = &self.text[self.at..];
        rest[..rest.floor_char_boundary(LONGEST)].lines().next().unwrap_or_default().trim_end()
    }

    /// Reports whether the sign is the first of its line, perhaps in a quotation.
    fn is_first(&self) -> bool {
        is_line_start(&self.text[..self.at])
    }

    /// Returns a mark of this length, which is not text.
    fn error(length: usize, message: &str, help: impl Into<String>) -> Mark {
        Mark { length, severity: Severity::Error, message: message.to_owned(), help: help.into() }
    }

    /// Returns a mark of this length, which may be text.
    fn warning(length: usize, message: impl Into<String>, help: impl Into<String>) -> Mark {
        Mark { length, severity: Severity::Warning, message: message.into(), help: help.into() }
    }

    /// Returns a superscript or a subscript: `m^2^`, `H~2~O`.
    fn raised(&self, sign: char) -> Option<Mark> {
        let (inner, after) = self.rest(1).split_once(sign)?;
        let is_inner = |letter: char| letter.is_alphanumeric() || "+-−()".contains(letter);
        let is_short = inner.len() <= 20 && inner.chars().all(is_inner) && inner.contains(char::is_alphanumeric);
        // Tildes also stand for “to” and draw out the words of Korean.
        if !is_short || after.starts_with(sign) || sign == '~' && !inner.is_ascii() {
            return None;
        }
        let is_digit = |letter: char| letter.is_ascii_digit();
        let follows = after.starts_with(char::is_alphanumeric);
        let is_glued = match self.before() {
            // `1~2~3` and `2^3^4` are text.
            Some(before) if is_digit(before) && inner.starts_with(is_digit) => {
                sign == '^' && !after.starts_with(is_digit)
            }
            Some(before) if before == ')' || before.is_alphanumeric() && (sign == '^' || before.is_ascii()) => true,
            before => follows && before.is_none_or(|before| before.is_whitespace() || before == '('),
        };
        if !is_glued {
            return None;
        }
        let (what, tag, digits) = match sign {
            '^' => ("superscript", "sup", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
            _ => ("subscript", "sub", "₀₁₂₃₄₅₆₇₈₉"),
        };
        let small = |digit: char| digits.chars().nth(digit.to_digit(10)? as usize);
        let help = if self.is_article {
            format!("write <{tag}>{inner}</{tag}>; if it is text, write \\{sign}")
        } else {
            match inner.chars().map(small).collect::<Option<String>>() {
                Some(small) => format!("write {small}; if it is text, write \\{sign}"),
                None => format!("write it without marks; if it is text, write \\{sign}"),
            }
        };
        Some(Self::error(inner.len() + 2, &format!("to Markdown this is no {what}, but text"), help))
    }

    /// Returns marked or inserted words, `==…==` and `++…++`, or a heading of a wiki.
    fn doubled(&self, sign: char) -> Option<Mark> {
        if self.before() == Some(sign) {
            return None;
        }
        let mark = if sign == '=' { "==" } else { "++" };
        let line = self.line();
        let inner = line.strip_prefix(mark)?.trim_start_matches(sign);
        let words = inner.trim_end_matches(sign);
        let is_heading = sign == '=' && self.is_first() && words.starts_with(' ') && words.ends_with(' ');
        if is_heading && inner.len() > words.len() && words.contains(char::is_alphanumeric) {
            let help = format!("for a heading write ## {}; if it is text, write \\=", words.trim());
            let help =
                if self.is_article { help } else { "write it as a sentence; if it is text, write \\=".to_owned() };
            return Some(Self::warning(line.len(), "to Markdown this is no heading, but text", help));
        }
        let (inner, after) = self.rest(0).strip_prefix(mark)?.split_once(mark)?;
        let is_outside = |letter: char| letter == sign || letter.is_alphanumeric();
        let is_word = |letter: char| letter.is_alphanumeric() || "“„«".contains(letter);
        let inner = Some(inner).filter(|inner| inner.starts_with(is_word))?;
        if self.before().is_some_and(char::is_alphanumeric) || after.starts_with(is_outside) || !is_tight(inner, sign) {
            return None;
        }
        let how = if self.is_article { "<strong>…</strong>" } else { "*…*" };
        let help = format!("for words that stand out write {how}; if it is text, write \\{sign}\\{sign}");
        Some(Self::warning(inner.len() + 4, format!("\"{mark}\" is printed as it is here"), help))
    }

    /// Returns what to write for a formula.
    fn formula_help(&self) -> String {
        let how = if self.is_article {
            "write it in words and signs, as in x<sup>2</sup>, or show a picture of it"
        } else {
            "write it in words and signs, as in x²"
        };
        format!("the page sets no formulas: {how}; if it is text, write \\$")
    }

    /// Returns a formula that stands apart, `$$…$$`.
    fn display(&self) -> Option<Mark> {
        const MESSAGE: &str = "to Markdown this is no formula, but text";
        let inner = self.rest(0).strip_prefix("$$").filter(|inner| !inner.starts_with('$'))?;
        let is_alone = self.is_first() && self.line() == "$$";
        match inner.split_once("$$") {
            _ if self.before() == Some('$') => None,
            Some((inner, _)) if is_alone || is_formula(inner) => {
                Some(Self::error(inner.len() + 4, MESSAGE, self.formula_help()))
            }
            _ if is_alone => Some(Self::error("$$".len(), MESSAGE, self.formula_help())),
            _ => None,
        }
    }

    /// Returns a formula in a sentence, `$x^2$`. Sums of money are none.
    fn formula(&self) -> Option<Mark> {
        let (inner, after) = self.rest(1).split_once('$')?;
        let is_outside = |letter: char| letter == '$' || letter.is_alphanumeric();
        let is_apart = !self.before().is_some_and(is_outside) && !after.starts_with(is_outside);
        if !is_apart || inner.contains('\n') || !is_tight(inner, '$') || !is_formula(inner) {
            return None;
        }
        Some(Self::warning(inner.len() + 2, "to Markdown this is no formula, but text", self.formula_help()))
    }

    /// Returns the line that begins or ends a part of a document, `::: note`.
    fn fence(&self) -> Option<Mark> {
        let line = self.line();
        if !line.starts_with(":::") || !self.is_first() {
            return None;
        }
        let help = if self.is_article {
            "remove this line and its counterpart; a quotation has > before each line; if it is text, write \\:::"
        } else {
            "remove this line and its counterpart; if it is text, write \\:::"
        };
        Some(Self::error(line.len(), "to Markdown these colons are text", help))
    }

    /// Returns the sign before the meaning of a term, `: meaning` in the line under it. Under a table, such a paragraph is its
    /// caption.
    fn definition(&self) -> Option<Mark> {
        if !self.rest(1).starts_with([' ', '\t']) || !self.is_first() {
            return None;
        }
        let mut above = self.text[..self.at].lines().map(|line| line.trim_matches([' ', '\t', '>']));
        above.rfind(|line| !line.is_empty()).filter(|line| !line.contains('|'))?;
        let help = if self.is_article {
            "write the term and its meaning in one line, as in **Clock**: a machine; if it is text, write \\:"
        } else {
            "write the term and its meaning in one line; if it is text, write \\:"
        };
        Some(Self::warning(":".len(), "to Markdown this is no definition, but text", help))
    }

    /// Returns the name of an emoji, `:smile:`.
    fn emoji(&self) -> Option<Mark> {
        let (name, after) = self.rest(1).split_once(':')?;
        let is_name = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "_+-".contains(letter);
        let letters = name.chars().filter(char::is_ascii_lowercase).count();
        let is_apart = self.before().is_none_or(|before| before.is_whitespace() || "([“„«".contains(before));
        let is_ended = !after.starts_with(|next: char| next.is_alphanumeric() || next == ':');
        if !is_apart || !is_ended || letters < 3 || name.len() > 40 || !name.chars().all(is_name) {
            return None;
        }
        let help = format!("write the character itself, or words; if it is text, write \\:{name}:");
        Some(Self::warning(name.len() + 2, format!("\":{name}:\" is printed as it is here"), help))
    }

    /// Returns what a generator of pages would fill in, `{{…}}` and `{% … %}`.
    fn template(&self) -> Option<Mark> {
        let (open, close) =
            [("{{", "}}"), ("{%", "%}")].into_iter().find(|(open, _)| self.rest(0).starts_with(open))?;
        let (inner, _) = self.rest(open.len()).split_once(close)?;
        let help = format!("the page fills nothing in: write the words themselves; if it is text, write \\{open}");
        let length = inner.len() + open.len() + close.len();
        Some(Self::warning(length, format!("\"{open}\" is printed as it is here"), help))
    }

    /// Returns an id, a class or other attributes in braces: `{#id}`, `{.note}`, `{width=50%}`.
    fn attributes(&self) -> Option<Mark> {
        let (inner, _) = self.rest(1).split_once('}')?;
        let is_inner = |letter: char| letter.is_alphanumeric() || "#.:-_= \"'%".contains(letter);
        let named = inner.strip_prefix(['#', '.', ':']).unwrap_or_default().trim_start_matches([' ', '#', '.']);
        let is_pair = |(name, value): (&str, &str)| {
            !value.is_empty()
                && !name.is_empty()
                && name.bytes().all(|letter| letter.is_ascii_alphabetic() || letter == b'-')
        };
        let is_named = named.starts_with(char::is_alphabetic);
        if !inner.chars().all(is_inner) || !is_named && !inner.split_once('=').is_some_and(is_pair) {
            return None;
        }
        let how = match inner {
            ".smallcaps" | ".sc" if self.is_article => "for small capitals write <span class=\"smallcaps\">…</span>",
            _ if self.is_article && inner.starts_with('#') => {
                "only a heading can be given an id, at its end: ## Words {#id}; remove it here"
            }
            _ => "remove it; nothing here is given an id or a class",
        };
        Some(Self::warning(
            inner.len() + 2,
            "to Markdown these braces are text",
            format!("{how}; if it is text, write \\{{"),
        ))
    }

    /// Returns a command of TeX, `\newpage`. The parts of a Windows path are none.
    fn command(&self) -> Option<Mark> {
        let rest = self.rest(1);
        if rest.is_empty() && self.text[self.at + 1..].trim_start_matches([' ', '\t', '\r']).starts_with(['\n']) {
            let help = "a line break needs a line after it in its paragraph: remove it; if it is text, write \\\\";
            return Some(Self::warning(1, "\"\\\" is printed as it is here", help));
        }
        let name = &rest[..rest.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let is_path = self.before().is_some_and(|before| before.is_alphanumeric() || ":/.".contains(before));
        if name.len() < 2 || is_path || rest[name.len()..].starts_with(['\\', '/', '_', '-']) {
            return None;
        }
        let help = format!("the page knows no commands of TeX: remove it; if it is text, write \\\\{name}");
        Some(Self::warning(name.len() + 1, format!("\"\\{name}\" is printed as it is here"), help))
    }
}

/// Reports whether nothing of a line but the marks of quotations stands at the end of a text.
fn is_line_start(text: &str) -> bool {
    let before = text.trim_end_matches([' ', '\t', '>']);
    before.is_empty() || before.ends_with('\n')
}

/// Reports whether words touch the signs around them.
fn is_tight(inner: &str, sign: char) -> bool {
    let is_edge = |letter: char| letter.is_whitespace() || letter == sign;
    inner.contains(char::is_alphanumeric) && !inner.starts_with(is_edge) && !inner.ends_with(is_edge)
}

/// Reports whether a text between dollar signs is a formula, rather than the words between two sums.
fn is_formula(inner: &str) -> bool {
    let mut words = inner.split(|letter: char| !letter.is_alphanumeric());
    let is_short = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() <= 1;
    inner.contains(['\\', '^', '_', '{']) || inner.contains(char::is_alphabetic) && words.all(is_short)
}

#[cfg(test)]
mod tests;
