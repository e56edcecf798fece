//! Parses the lines of a GEDCOM file into records: level, cross-reference, tag, value.

use std::cell::Cell;

use super::Wrong;

/// The deepest level that the standard allows.
const DEEPEST: usize = 99;

/// The number of problems that are reported for one file.
const MOST: usize = 20;

/// A line and its subordinate lines.
#[derive(Debug, Default)]
pub(super) struct Record {
    /// The number of the line in the file, counted from 1.
    pub(super) line: usize,
    /// The cross-reference with which other records refer to it, such as `I1`.
    pub(super) xref: Option<String>,
    pub(super) tag: String,
    /// The cross-reference of the record that it refers to.
    pub(super) pointer: Option<String>,
    /// The text, with continuation lines joined and escapes resolved.
    pub(super) value: String,
    pub(super) parts: Vec<Record>,
    /// Whether the draft contains the line.
    taken: Cell<bool>,
}

impl Record {
    /// Takes the first part with this tag that is not yet taken.
    pub(super) fn take(&self, tag: &'static str) -> Option<&Self> {
        self.take_all(tag).next()
    }

    /// Takes the parts with this tag that are not yet taken, each when the iterator reaches it.
    pub(super) fn take_all(&self, tag: &'static str) -> impl Iterator<Item = &Self> {
        self.parts.iter().filter(move |part| part.tag == tag && !part.taken.replace(true))
    }

    /// Returns the first part with this tag, without taking it.
    pub(super) fn find(&self, tag: &str) -> Option<&Self> {
        self.parts.iter().find(|part| part.tag == tag)
    }

    /// Takes the first part with this tag that is not yet taken. Returns its text, or `None` if that is empty.
    pub(super) fn take_text(&self, tag: &'static str) -> Option<String> {
        self.take(tag).map(|part| part.value.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// Marks the line itself, but not its parts, as contained in the draft.
    pub(super) fn mark(&self) {
        self.taken.set(true);
    }

    /// Marks the line and all of its parts as not contained in the draft after all.
    pub(super) fn give_back(&self) {
        self.taken.set(false);
        self.parts.iter().for_each(Self::give_back);
    }

    /// Marks the line and all of its parts as contained in the draft.
    pub(super) fn mark_all(&self) {
        self.mark();
        self.parts.iter().for_each(Self::mark_all);
    }

    /// Collects the lines that were not taken, each as a path from its record. A line represents all lines below it.
    pub(super) fn left<'a>(&'a self, above: &[&'a Self], left: &mut Vec<Vec<&'a Self>>) {
        let path: Vec<&Self> = above.iter().copied().chain([self]).collect();
        if self.taken.get() {
            self.parts.iter().for_each(|part| part.left(&path, left));
        } else {
            left.push(path);
        }
    }

    /// Formats the line and its subordinate lines as one line of text.
    pub(super) fn text(&self) -> String {
        let mut text = self.tag.clone();
        for more in [self.pointer.as_ref().map(|pointer| format!("@{pointer}@")), Some(self.value.replace('\n', " / "))]
        {
            if let Some(more) = more.filter(|more| !more.is_empty()) {
                text = format!("{text} {more}");
            }
        }
        let parts: Vec<String> = self.parts.iter().map(Self::text).collect();
        if parts.is_empty() { text } else { format!("{text} ({})", parts.join("; ")) }
    }
}

/// The records of a file.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) records: Vec<Record>,
    /// Whether the file ends with its trailer.
    pub(super) is_whole: bool,
}

/// Parses the lines of a file.
///
/// # Errors
///
/// Returns the lines that are not GEDCOM, up to [`MOST`].
pub(super) fn parse(text: &str) -> Result<Tree, Vec<Wrong>> {
    let is_seven = is_seven(text);
    let mut wrong = Vec::new();
    let mut open: Vec<Record> = Vec::new();
    let mut records = Vec::new();
    for (number, line) in lines(text) {
        if wrong.len() == MOST {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let (level, mut record) = match read(line, number, is_seven) {
            Ok(read) => read,
            Err(problem) => {
                wrong.push(problem);
                continue;
            }
        };
        if records.is_empty() && open.is_empty() && (level, record.tag.as_str()) != (0, "HEAD") {
            let message = "a GEDCOM file begins with the line \"0 HEAD\"";
            return Err(vec![Wrong::new(number, message.to_owned(), "check that this is the right file")]);
        }
        if level > open.len() {
            let message = format!("level {level} follows level {}", open.len().saturating_sub(1));
            wrong.push(Wrong::new(number, message, "a line is at most one level deeper than the one before it"));
            continue;
        }
        close(&mut open, level, &mut records);
        match (record.tag.as_str(), open.last_mut()) {
            ("CONT", Some(above)) => {
                above.value.push('\n');
                above.value.push_str(&record.value);
            }
            ("CONC", Some(above)) => above.value.push_str(&record.value),
            _ => {
                record.taken = Cell::new(false);
                open.push(record);
            }
        }
    }
    close(&mut open, 0, &mut records);
    if wrong.is_empty() && records.is_empty() {
        let message = "this file is empty".to_owned();
        wrong.push(Wrong::new(1, message, "a GEDCOM file begins with the line \"0 HEAD\""));
    }
    let is_whole = records.last().is_some_and(|last| last.tag == "TRLR");
    if wrong.is_empty() { Ok(Tree { records, is_whole }) } else { Err(wrong) }
}

/// Closes the open records at this level and deeper.
fn close(open: &mut Vec<Record>, level: usize, records: &mut Vec<Record>) {
    while open.len() > level {
        let Some(done) = open.pop() else { return };
        match open.last_mut() {
            Some(above) => above.parts.push(done),
            None => records.push(done),
        }
    }
}

/// Returns the lines with their numbers. Line endings of any system are accepted.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    let mut number = 0;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        number += 1;
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])).unwrap_or(after);
        Some((number, line))
    })
}

fn is_seven(text: &str) -> bool {
    let mut in_form = false;
    for (_, line) in lines(text) {
        let line = line.trim();
        match line.strip_prefix("1 ") {
            Some(tag) => in_form = tag.trim_end() == "GEDC",
            None if in_form && line.starts_with("2 VERS ") => return line.starts_with("2 VERS 7"),
            None => {}
        }
    }
    false
}

/// Parses a line into its level and the rest.
fn read(line: &str, number: usize, is_seven: bool) -> Result<(usize, Record), Wrong> {
    const FORM: &str = "a line is a level, a tag and a value, as in \"1 NAME Ada /Lund/\"; a text continues on the next \
                        line with CONT";
    let wrong = |message: &str| Wrong::new(number, format!("{message}: \"{}\"", excerpt(line)), FORM);
    let blank = [' ', '\t'];
    let rest = line.trim_start_matches(blank);
    let (level, rest) = rest.split_once(blank).unwrap_or((rest, ""));
    let is_number = !level.is_empty() && level.len() <= 4 && level.bytes().all(|byte| byte.is_ascii_digit());
    let level: usize = is_number
        .then(|| level.parse().ok())
        .flatten()
        .ok_or_else(|| wrong("this line does not begin with a level"))?;
    if level > DEEPEST {
        return Err(wrong("the deepest level is 99"));
    }
    let mut rest = rest.trim_start_matches(blank);
    let mut xref = None;
    if let Some(after) = rest.strip_prefix('@') {
        let (name, after) = after.split_once('@').ok_or_else(|| wrong("a cross-reference has no end"))?;
        xref = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        if xref.is_none() {
            return Err(wrong("a cross-reference is empty"));
        }
        rest = after.trim_start_matches(blank);
    }
    let (tag, value) = rest.split_once(blank).unwrap_or((rest.trim_end(), ""));
    let is_tag = |tag: &str| tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if tag.is_empty() || !is_tag(tag) {
        return Err(wrong("this line has no tag"));
    }
    let pointer = pointer(value).map(str::to_owned);
    let value = match value.strip_prefix("@@") {
        _ if pointer.is_some() => String::new(),
        Some(after) if is_seven => format!("@{after}"),
        _ if is_seven => value.to_owned(),
        _ => value.replace("@@", "@"),
    };
    let tag = tag.to_ascii_uppercase();
    Ok((level, Record { line: number, xref, tag, pointer, value, ..Record::default() }))
}

/// Returns the cross-reference that a value points to. `@#DJULIAN@` is an escape, and `@@` an at sign.
fn pointer(value: &str) -> Option<&str> {
    let name = value.trim().strip_prefix('@')?.strip_suffix('@')?;
    (!name.is_empty() && !name.starts_with('#') && !name.contains('@')).then_some(name)
}

/// Returns the beginning of a line, for a message.
fn excerpt(line: &str) -> String {
    let mut letters = line.trim().chars();
    let start: String = letters.by_ref().take(40).collect();
    if letters.next().is_some() { start + "…" } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_wrong(text: &str) -> Vec<usize> {
        parse(text).map_or_else(|wrong| wrong.iter().map(|wrong| wrong.line).collect(), |_| Vec::new())
    }

    #[test]
    fn texts_go_on_and_are_unescaped() {
        let five =
            "0 HEAD\r\n1 NOTE ada@@exam\r\n2 CONC ple.org\r\n2 CONT \r\n2 CONT @@end\r\n1 SUBM @U1@\r\n0 TRLR\r\n";
        let tree = parse(five).expect("it is GEDCOM");
        let head = &tree.records[0];
        assert_eq!(head.find("NOTE").map(|note| note.value.as_str()), Some("ada@example.org\n\n@end"));
        assert_eq!(head.find("SUBM").and_then(|subm| subm.pointer.as_deref()), Some("U1"));
        assert!(tree.is_whole);

        let seven = "0 HEAD\n1 GEDC\n2 VERS 7.0\n1 NOTE @@ada a@@b\n2 CONT @@\n0 TRLR";
        let tree = parse(seven).expect("it is GEDCOM");
        let note = tree.records[0].find("NOTE");
        assert_eq!(note.map(|note| note.value.as_str()), Some("@ada a@@b\n@"), "only at the start of a line");
    }

    #[test]
    fn each_wrong_line_is_reported() {
        assert_eq!(lines_wrong(""), [1]);
        assert_eq!(lines_wrong("\n\n{\"a\": 1}"), [3]);
        assert_eq!(lines_wrong("0 @I1@ INDI\n"), [1]);
        assert_eq!(
            lines_wrong("0 HEAD\n1 NOTE a\nrest of it\n3 CONT b\n1 \n1 N*\n0 @I1 INDI\n0 @@ INDI"),
            [3, 4, 5, 6, 7, 8]
        );
        assert_eq!(lines_wrong("0 HEAD\n100 A\n99999999999999999999 B"), [2, 3]);
        assert_eq!(lines_wrong(&format!("0 HEAD\n{}", "x\n".repeat(100))).len(), MOST);
    }

    #[test]
    fn what_nothing_took_is_left_with_all_below_it() {
        let tree = parse("0 HEAD\n1 A 1\n2 B @X@\n2 C\n3 D 2\n1 E 3\n").expect("it is GEDCOM");
        let head = &tree.records[0];
        head.mark();
        assert!(!tree.is_whole);
        let a = head.take("A").expect("it is there");
        assert_eq!(a.take("B").and_then(|b| b.pointer.as_deref()), Some("X"));
        assert!(a.take("B").is_none(), "nothing is taken twice");
        let mut left = Vec::new();
        head.left(&[], &mut left);
        let texts: Vec<_> = left.iter().map(|path| path.last().map(|last| last.text()).unwrap_or_default()).collect();
        assert_eq!(texts, ["C (D 2)", "E 3"]);
        assert_eq!(left[0].iter().map(|record| record.tag.as_str()).collect::<Vec<_>>(), ["HEAD", "A", "C"]);
    }
}
