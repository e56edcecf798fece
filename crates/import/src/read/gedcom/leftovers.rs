//! The lines of a file for which the draft has no place.

use std::collections::BTreeMap;

use super::{Reader, record::Record};

/// The reasons why lines with these tags have no place. Most others have no corresponding field in a story.
const REASONS: [(&str, &str); 11] = [
    ("BIRT", "a person has one birth; decide, or make a contested fact of it in claims.toml"),
    ("CHAN", "it says when somebody changed the record, not what is in it"),
    ("CREA", "it says when somebody made the record, not what is in it"),
    ("DATA", "a work has no such field; say it in the work's note"),
    ("DEAT", "a person has one death; choose one, or make it a contested fact in claims.toml"),
    ("FAMC", "it refers to a family that does not name this person, or that the file does not have"),
    ("FAMS", "it refers to a family that does not name this person, or that the file does not have"),
    ("OBJE", "pictures and other files are not copied; a story draws people, and puts pictures into its article"),
    ("SEX", "only words such as “daughter” say it"),
    ("SUBM", "add to story.toml whom you want to name as an editor"),
    ("ASSO", "say how they stood to each other in `relations`"),
];

impl Reader<'_> {
    /// Lists the lines that were not taken, grouped by kind, in the order of the file.
    pub(super) fn leftovers(&mut self) {
        let mut paths = Vec::new();
        for record in self.tree.records.iter().filter(|record| record.tag != "TRLR") {
            record.left(&[], &mut paths);
        }
        let mut kinds: BTreeMap<String, Vec<Vec<&Record>>> = BTreeMap::new();
        let mut order: Vec<String> = Vec::new();
        for path in paths {
            let kind = path.iter().map(|record| record.tag.as_str()).collect::<Vec<_>>().join(" ");
            let list = kinds.entry(kind.clone()).or_default();
            if list.is_empty() {
                order.push(kind);
            }
            list.push(path);
        }
        for kind in order {
            let Some(list) = kinds.remove(&kind) else { continue };
            let lines: Vec<String> = list.iter().filter_map(|path| Some(path.last()?.line.to_string())).collect();
            let plural = if lines.len() == 1 { "line" } else { "lines" };
            let what: Vec<String> = list.iter().filter_map(|path| line(path)).collect();
            let tag = kind.rsplit(' ').next().unwrap_or_default();
            let why = REASONS.iter().find(|(known, _)| *known == tag).map(|(_, why)| *why);
            let is_known = |path: &Vec<&Record>| path.last().is_some_and(|line| self.record(line, "SOUR").is_some());
            let why = match why {
                Some(why) => why,
                None if kind == "HEAD SOUR" => "it names the program that wrote the file",
                None if tag == "SOUR" && list.iter().all(is_known) => {
                    "a story has no statement here that could cite it"
                }
                None if tag == "SOUR" => "it names no source that the file has",
                None if tag.starts_with('_') => "a program's own extension",
                None => "a story has no field for it",
            };
            self.draft.leave(format!("{plural} {}", lines.join(", ")), what.join("\n"), format!("{kind}: {why}"));
        }
        if !self.tree.is_whole {
            let last = self.tree.records.last().map_or(0, |record| record.line);
            let why = "the last line of a GEDCOM file is \"0 TRLR\": this one may have been cut off";
            self.draft.leave(format!("after line {last}"), "the end of the file", why);
        }
    }
}

/// Formats a line, preceded by the record that it belongs to.
fn line(path: &[&Record]) -> Option<String> {
    let (first, last) = (path.first()?, path.last()?);
    let name = first.find("NAME").or_else(|| first.find("TITL")).map(|name| name.value.replace('/', ""));
    let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty());
    let xref = first.xref.as_ref().map(|xref| format!("@{xref}@"));
    let whose: Vec<String> = xref.into_iter().chain(name.filter(|_| path.len() > 1)).collect();
    let whose = if whose.is_empty() { String::new() } else { format!("{}: ", whose.join(" ")) };
    Some(format!("{whose}{}", last.text()))
}
