//! Slips that a TOML parser notices only lines later, or at every word that follows: brackets and texts that are not closed,
//! missing commas, and typographic quotation marks around a text. Each slip is one problem, at the place where it begins.

use std::ops::Range;

use toml::de::DeTable;

use crate::quotation_marks::{is_typographic, straight};

/// The maximum number of open brackets for which the help text lists all closing ones.
const DEPTH: usize = 4;

/// The maximum length, in characters, of a text that is repeated in a help text.
const SHORT: usize = 80;

/// A slip.
#[derive(Debug)]
pub(crate) struct Slip {
    /// The place to point at.
    pub at: Range<usize>,
    pub message: String,
    pub help: String,
    /// The range that a parser would misread because of the slip: a key with its value, or a header.
    pub extent: Range<usize>,
}

/// Returns the slips in a text that is not valid TOML, at most one for each key.
pub(crate) fn slips(text: &str) -> Vec<Slip> {
    let mut scanner = Scanner { text, at: 0, found: None, slips: Vec::new() };
    while scanner.at < text.len() {
        let start = scanner.at;
        scanner.line();
        if let Some((at, message, help)) = scanner.found.take() {
            scanner.slips.push(Slip { at, message, help, extent: start..scanner.at });
        }
    }
    scanner.slips
}

/// Returns a text with spaces in place of the given ranges, which must be in order. All lines and offsets stay the same.
pub(crate) fn blanked(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut blanked = String::with_capacity(text.len());
    for range in ranges {
        let start = range.start.max(blanked.len());
        blanked.push_str(&text[blanked.len()..start]);
        for letter in text[start..range.end.max(start)].chars() {
            match letter {
                '\n' => blanked.push('\n'),
                letter => blanked.extend(std::iter::repeat_n(' ', letter.len_utf8())),
            }
        }
    }
    blanked.push_str(&text[blanked.len()..]);
    blanked
}

/// Returns the range of the item that contains a slip or an error, from its header to the next one. `start` is where the
/// line begins that a parser would misread, and `end` where the slip ends.
pub(crate) fn item(text: &str, start: usize, end: usize) -> Range<usize> {
    // `[[person.offices]]` begins a section of an item.
    let is_header = |at: usize| {
        let name = text[at..].strip_prefix("[[").and_then(|rest| rest.split([']', '\n']).next());
        name.is_some_and(|name| !name.contains('.'))
    };
    let start = match start {
        start if is_header(start) => start,
        start => text[..start].rmatch_indices("\n[[").map(|(at, _)| at + 1).find(|at| is_header(*at)).unwrap_or(0),
    };
    let mut after = text[end..].match_indices("\n[[").map(|(at, _)| end + at + 1);
    start..after.find(|at| is_header(*at)).unwrap_or(text.len())
}

/// Returns the position and the text of an item's id.
pub(crate) fn id(text: &str, item: Range<usize>) -> Option<(Range<usize>, &str)> {
    let mut at = item.start;
    for line in text[item].split_inclusive('\n') {
        let value = line.trim_start().strip_prefix("id").and_then(|rest| rest.trim_start().strip_prefix('='));
        if let Some(value) = value.and_then(|value| value.trim_start().strip_prefix('"')) {
            let start = at + (line.len() - value.len());
            let id = &value[..value.find('"')?];
            return Some((start - 1..start + id.len() + 1, id));
        }
        at += line.len();
    }
    None
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    /// The position, the message and the help of the first slip of the current key.
    found: Option<(Range<usize>, String, String)>,
    slips: Vec<Slip>,
}

impl<'t> Scanner<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn rest_of_line(&self) -> &'t str {
        self.rest().split('\n').next().unwrap_or_default()
    }

    fn slip(&mut self, at: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.found.get_or_insert_with(|| (at, message.into(), help.into()));
    }

    /// Reads a header, or a key with its value.
    fn line(&mut self) {
        let line = self.rest_of_line();
        let bare = line.trim_start();
        if bare.starts_with("[[") && !bare.contains("]]") {
            let start = self.at + line.len() - bare.len();
            self.slip(start..start + 2, "this [[ is not closed", "write ]] after the name");
        }
        match bare.find('=').filter(|_| !bare.starts_with(['[', '#'])) {
            Some(equals) => {
                self.at += line.len() - bare.len() + equals + 1;
                self.value();
            }
            None => self.at = (self.at + line.len() + 1).min(self.text.len()),
        }
    }

    /// Reads a value to the end of its last line.
    fn value(&mut self) {
        let mut open: Vec<(char, usize)> = Vec::new();
        let equals = self.at;
        // The last character other than whitespace.
        let mut before = '=';
        while let Some(letter) = self.rest().chars().next() {
            let start = self.at;
            let inner = open.last().map(|(bracket, _)| *bracket);
            self.at += letter.len_utf8();
            if inner.is_some() && ends_value(before) && !"\r\n \t#,.=]}".contains(letter) {
                self.no_comma(start);
            }
            if inner.is_none() && ['"', '\''].contains(&before) && !"\r\n \t#,]}".contains(letter) {
                self.ended(equals, start);
            }
            let is_value = before == '=' || inner == Some('[') && ['[', ','].contains(&before);
            if is_value && (letter.is_alphanumeric() || letter == '-') && self.bare(equals, start, inner) {
                before = '"';
                continue;
            }
            match letter {
                '\n' if open.is_empty() => return,
                '\n' if is_left(inner, before, self.rest_of_line()) => break,
                '\n' | '\r' | ' ' | '\t' => continue,
                '#' => {
                    self.at = start + self.text[start..].find('\n').unwrap_or(self.text.len() - start);
                    continue;
                }
                // In the middle of a word, it does not begin a text.
                '"' | '\'' if !self.text[..start].ends_with(char::is_alphanumeric) => {
                    self.string(letter, start, open.is_empty());
                }
                '[' | '{' => {
                    if inner == Some('{') && before != '=' {
                        self.unclosed(&open[open.len() - 1..]);
                        open.pop();
                    }
                    open.push((letter, start));
                }
                ']' | '}' => {
                    let opening = if letter == ']' { '[' } else { '{' };
                    // Only the first slip of a key is reported, so once there is one, no matching bracket is searched for.
                    let position = match inner {
                        Some(bracket) if bracket == opening => Some(open.len() - 1),
                        _ if self.found.is_some() => None,
                        _ => open.iter().rposition(|(bracket, _)| *bracket == opening),
                    };
                    if let Some(position) = position {
                        if position + 1 < open.len() {
                            self.unclosed(&open[position + 1..]);
                        }
                        open.truncate(position);
                    } else {
                        let help = format!("write {opening} where the {} begins, or remove it", name(opening));
                        self.slip(start..start + 1, format!("this {letter} closes nothing"), help);
                    }
                }
                mark if is_typographic(mark) && ['=', '[', ',', '{'].contains(&before) => self.typographic(start),
                _ => {}
            }
            before = letter;
        }
        if !open.is_empty() {
            self.unclosed(&open);
        }
    }

    /// Reports a value that follows another one, or what follows a text because of a quotation mark within it.
    fn no_comma(&mut self, start: usize) {
        let place = start..start + self.text[start..].chars().next().map_or(0, char::len_utf8);
        if self.text[..start].ends_with(['"', '\'']) {
            let help = "a text stands between two quotation marks, and a comma follows it; a quotation mark within a text is \
                        written \\\" or as “ ”";
            self.slip(place, "the text before this has ended", help);
        } else {
            self.slip(place, "a comma is missing before this", "write a comma between one value and the next");
        }
    }

    /// Reports what follows a text in its line because of a quotation mark within it. `equals` is where the value begins, and
    /// `start` where the rest does.
    fn ended(&mut self, equals: usize, start: usize) {
        let line = self.text[equals..].split('\n').next().unwrap_or_default().trim();
        let is_long = line.starts_with("\"\"\"") || line.starts_with("'''");
        let Some(quote) = line.chars().next().filter(|quote| !is_long && ['"', '\''].contains(quote)) else { return };
        let text = &line[quote.len_utf8()..];
        let text = quoted(text.strip_suffix(quote).unwrap_or(text), quote == '"');
        let place = start..start + self.text[start..].chars().next().map_or(0, char::len_utf8);
        let key = key(&self.text[..equals]);
        let help = format!("write {key} = \"{text}\"; a quotation mark within a text is written \\\" or as “ ”");
        self.slip(place, format!("the text of `{key}` has ended before this"), help);
        self.at = equals + self.text[equals..].find('\n').unwrap_or(self.text.len() - equals);
    }

    /// Reads a value that begins at `start` without a quotation mark. Returns whether it is none, and reports it if so.
    fn bare(&mut self, equals: usize, start: usize, inner: Option<char>) -> bool {
        let line = self.text[start..].split('\n').next().unwrap_or_default();
        let line = match inner {
            Some(_) => line.split([',', ']', '}', '#']).next().unwrap_or_default(),
            None => line.split(" #").next().unwrap_or_default(),
        };
        let written = line.trim_end();
        // A table in a list may lack its opening bracket.
        let is_field = inner.is_some() && written.contains('=');
        if is_field || DeTable::parse(&format!("a = {written}")).is_ok() {
            return false;
        }
        let text = quoted(written.trim_end_matches(['"', '\'']), false);
        let item = key(&self.text[..equals]);
        let field = key(&self.text[..start]);
        let is_text = written.starts_with(char::is_alphabetic);
        let message = match inner {
            Some('[') if is_text => format!("an item of `{item}` is a text"),
            _ if is_text => format!("`{field}` is a text"),
            _ => "this is no number, and a text stands in quotation marks".to_owned(),
        };
        let help = match inner {
            Some('[') => format!("write {item} = [\"{text}\"]"),
            _ => format!("write {field} = \"{text}\""),
        };
        self.slip(start..start + written.len(), message, help);
        self.at = start + line.len();
        true
    }

    /// Reports brackets that are open where a value ends.
    fn unclosed(&mut self, open: &[(char, usize)]) {
        let [(bracket, at), ..] = *open else { return };
        let told = if open.len() > DEPTH { &open[..1] } else { open };
        let closing: String = told.iter().rev().map(|(bracket, _)| if *bracket == '[' { ']' } else { '}' }).collect();
        let help = format!("write {closing} where the {} ends", name(bracket));
        self.slip(at..at + 1, format!("this {bracket} is not closed"), help);
    }

    /// Reads a string. Its first quotation mark, at `start`, has been read.
    fn string(&mut self, quote: char, start: usize, alone: bool) {
        let long: String = std::iter::repeat_n(quote, 3).collect();
        let is_long = self.text[start..].starts_with(&long);
        if is_long {
            self.at = start + long.len();
        }
        let within = if is_long { self.rest() } else { self.rest_of_line() };
        // A long text that holds a header or a key has probably not been closed before it.
        let left = if is_long { left_behind(within) } else { None };
        let mut escaped = false;
        for (at, letter) in within.char_indices().take_while(|(at, _)| left.is_none_or(|left| *at < left)) {
            let ends = if is_long { within[at..].starts_with(&long) } else { letter == quote };
            if ends && !escaped {
                // Up to two more quotation marks may precede the closing ones.
                let more = within[at..].chars().take_while(|letter| *letter == quote).count();
                self.at += at + if is_long { more.min(5) } else { 1 };
                return;
            }
            escaped = letter == '\\' && quote == '"' && !escaped;
        }
        let written = within.trim_end_matches([' ', '\t', '\r', ',', ']', '}']);
        let last = written.char_indices().next_back().filter(|(at, mark)| *at > 0 && is_typographic(*mark));
        match last.filter(|_| !is_long) {
            Some((at, mark)) => {
                let place = self.at + at..self.at + at + mark.len_utf8();
                self.slip(place, "this text ends with a typographic quotation mark", straight(&written[..at]));
            }
            // On a line without open brackets, it is left for the parser to report.
            None if alone && !is_long => {}
            None => {
                let quotes = if is_long { long } else { quote.to_string() };
                let place = start..start + quotes.len();
                self.slip(place, "this text is not closed", format!("write {quotes} where it ends"));
            }
        }
        self.at += left.unwrap_or(within.len());
    }

    /// Reads a text that begins with a typographic quotation mark at `start`.
    fn typographic(&mut self, start: usize) {
        let line = self.rest_of_line();
        // An apostrophe ends the text only if there is no other mark. Without any mark, the text takes the rest of the line.
        let closes = |letter: char| is_typographic(letter) && letter != '’';
        let end = line.find(closes).or_else(|| line.find(['"', '’'])).unwrap_or(line.len());
        let message = "this text begins with a typographic quotation mark";
        self.slip(start..self.at, message, straight(&line[..end]));
        self.at += end + line[end..].chars().next().map_or(0, char::len_utf8);
    }
}

/// Returns the name of the field whose value begins after a text.
fn key(before: &str) -> &str {
    let before = before.trim_end().trim_end_matches('=').trim_end();
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    &before[before.trim_end_matches(is_bare).len()..]
}

/// Returns a text as it stands between quotation marks, if it is short. `is_escaped` says that it has escapes already.
fn quoted(text: &str, is_escaped: bool) -> String {
    let mut quoted = String::new();
    let mut escaped = false;
    for letter in text.chars() {
        if letter == '"' && !escaped || letter == '\\' && !is_escaped {
            quoted.push('\\');
        }
        escaped = letter == '\\' && !escaped && is_escaped;
        quoted.push(letter);
    }
    if quoted.is_empty() || quoted.chars().count() > SHORT { "…".to_owned() } else { quoted }
}

/// Returns the name of what the brackets enclose.
fn name(bracket: char) -> &'static str {
    if bracket == '[' { "list" } else { "table" }
}

/// Reports whether the brackets around a value must have been meant to close before a line, because the line is a header or
/// the next key.
fn is_left(inner: Option<char>, before: char, line: &str) -> bool {
    let line = line.trim();
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let is_name = |name: &str| name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(is_bare);
    let header = line.split('#').next().unwrap_or_default().trim_end();
    let header = header.strip_prefix('[').and_then(|header| header.strip_suffix(']'));
    let header = header.map(|name| name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name));
    if header.is_some_and(|name| is_name(name) && !["true", "false", "inf", "nan"].contains(&name)) {
        return true;
    }
    let is_key = line.split_once('=').is_some_and(|(name, _)| is_name(name.trim_end()));
    // A table that is written over several lines continues after a comma, or until it is closed, and may lack its opening
    // bracket.
    let is_end = line.contains('}') && !line.contains('{');
    let goes_on = inner == Some('{') && [',', '{'].contains(&before) || is_end;
    is_key && !goes_on
}

/// Reports whether a character ends a text, a list or a table.
fn ends_value(letter: char) -> bool {
    ['"', '\'', ']', '}'].contains(&letter)
}

/// Returns the offset of the end of the line before the first header or key with a value in a text.
fn left_behind(text: &str) -> Option<usize> {
    let is_name = |name: &str| {
        let is_bare = |letter: char| letter.is_ascii_lowercase() || letter == '_';
        !name.is_empty() && name.chars().all(is_bare)
    };
    let is_left = |line: &str| {
        let header = line.strip_prefix("[[").and_then(|rest| rest.trim_end().strip_suffix("]]"));
        let value = line.split_once('=').filter(|(name, _)| is_name(name.trim_end()));
        let is_value = |value: &str| value.starts_with(['"', '\'', '[', '{']) || ["true", "false"].contains(&value);
        header.is_some_and(is_name) || value.is_some_and(|(_, value)| is_value(value.trim()))
    };
    let mut breaks = text.match_indices('\n').map(|(at, _)| at);
    breaks.find(|at| is_left(text[at + 1..].lines().next().unwrap_or_default()))
}

#[cfg(test)]
mod tests;
