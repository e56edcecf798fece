//! Relations and events from `FAM` records.

use palimpsest_story::Stance;

use super::dates::{Dated, Need, is_plain};
use super::events::Whose;
use super::{Reader, record::Record};
use crate::draft::{Citation, Relation, Statement};
use crate::text::Markdown;

/// The ways in which a child can belong to a family, with the prefixes of the words for the child and for a parent.
const PEDIGREES: [(&str, &str, &str); 2] = [("ADOPTED", "Adopted ", "Adoptive "), ("FOSTER", "Foster ", "Foster ")];

/// A member of a family.
#[derive(Clone)]
struct Member<'a> {
    /// The index of the person in the draft.
    at: usize,
    record: &'a Record,
}

impl<'a> Reader<'a> {
    /// Adds relations between the members of a family, and events in the life of the couple.
    pub(super) fn family(&mut self, family: &'a Record) {
        family.mark();
        let mut comments = Vec::new();
        let partners = self.members(family, &["HUSB", "WIFE"]);
        let children = self.members(family, &["CHIL"]);
        let sources = self.cited(family, &mut comments);
        let keys: Vec<String> = partners.iter().map(|member| self.draft.people[member.at].key.clone()).collect();
        let names: Vec<String> = partners.iter().map(|member| self.name(member.at)).collect();
        let first = self.draft.events.len();
        let (born, died) = self.common_life(&partners);
        let name = if names.is_empty() { "an unknown couple".to_owned() } else { names.join(" and ") };
        let whose = Whose { is_family: true, name: &name, people: &keys, born: &born, died: &died };
        self.events(family, &whose);
        let of = |tag: &str| {
            let lines = family.parts.iter().filter(|line| line.tag == tag);
            lines.map(|line| format!("line-{}", line.line)).next()
        };
        let event = |key: Option<String>| {
            let events = &self.draft.events[first..];
            events.iter().find(|event| Some(&event.key) == key.as_ref())
        };
        let wedding = event(of("MARR"));
        let is_married = wedding.is_some();
        let mut resting = wedding.map(|wedding| wedding.cited.clone()).unwrap_or_default();
        resting.extend(sources.iter().filter(|source| !resting.contains(source)).cloned().collect::<Vec<_>>());
        let (from, until) =
            (wedding.and_then(|event| event.date.clone()), event(of("DIV")).and_then(|event| event.date.clone()));
        if let [one, other] = partners.as_slice() {
            let date = self.lasted(from, until.or_else(|| died.edtf.clone()));
            for (whose, with) in [(one, other), (other, one)] {
                let word = if is_married { by_sex(with.record, ["Husband", "Wife", "Spouse"]) } else { "Partner" };
                self.relate(whose, with, word.to_owned(), date.clone(), &resting);
            }
        }
        for child in &children {
            let (to_child, to_parent) = pedigree(child.record, family);
            for parent in &partners {
                let own = by_sex(child.record, ["Son", "Daughter", "Child"]);
                self.relate(parent, child, prefixed(to_child, own), None, &sources);
                let own = by_sex(parent.record, ["Father", "Mother", "Parent"]);
                self.relate(child, parent, prefixed(to_parent, own), None, &sources);
            }
        }
        // A family has no entry of its own, so what is known about it goes to the first of its members.
        if let Some(member) = partners.first().or(children.first()) {
            self.set_by(family, "on the family", &mut comments);
            self.draft.people[member.at].comments.append(&mut comments);
        }
    }

    /// Returns the people that lines refer to. A line that does not refer to a person is left over.
    fn members(&mut self, family: &'a Record, tags: &[&'static str]) -> Vec<Member<'a>> {
        let mut members: Vec<Member> = Vec::new();
        for line in tags.iter().flat_map(|tag| family.take_all(tag)) {
            let person = self.record(line, "INDI");
            let at = line.pointer.as_deref().and_then(|xref| self.people.get(xref)).copied();
            let (Some(at), Some(record)) = (at, person) else {
                line.give_back();
                continue;
            };
            if members.iter().all(|member| member.at != at) {
                members.push(Member { at, record });
            }
            // The person's own reference to the family is redundant.
            for back in record.parts.iter().filter(|part| ["FAMS", "FAMC"].contains(&part.tag.as_str())) {
                if back.pointer == family.xref {
                    back.mark();
                }
            }
        }
        members
    }

    fn name(&self, at: usize) -> String {
        let name = &self.draft.people[at].name;
        if name.is_empty() { "an unknown person".to_owned() } else { name.clone() }
    }

    /// Returns the bounds of the time when all members were alive: the latest birth and the earliest death.
    fn common_life(&self, members: &[Member]) -> (Dated, Dated) {
        let lives = members.iter().filter_map(|member| self.lives.get(member.at));
        let born = lives.clone().map(|(born, _)| born).filter(|born| born.edtf.is_some()).max_by_key(|born| born.first);
        let died = lives.map(|(_, died)| died).filter(|died| died.edtf.is_some()).min_by_key(|died| died.last);
        (born.cloned().unwrap_or_default(), died.cloned().unwrap_or_default())
    }

    /// Returns the duration of a marriage, if its beginning is simple enough for a range.
    fn lasted(&self, from: Option<String>, until: Option<String>) -> Option<String> {
        let from = from.filter(|from| is_plain(from))?;
        let until = until.filter(|until| is_plain(until));
        let range = until.and_then(|until| self.tried(format!("{from}/{until}"), Need::Any));
        range.or_else(|| self.tried(format!("{from}/"), Need::Any))?.edtf
    }

    fn relate(&mut self, whose: &Member, with: &Member, word: String, date: Option<String>, sources: &[Citation]) {
        if whose.at == with.at {
            return;
        }
        let key = self.draft.people[with.at].key.clone();
        let person = &mut self.draft.people[whose.at];
        let statement = Statement { text: Markdown::plain(&format!("{word}.")), sources: sources.to_vec() };
        person.relations.push(Relation { with: key, stance: Stance::Family, date, statement });
    }
}

/// Chooses the word for a man, a woman, or a person whose sex the file does not give.
fn by_sex<'w>(person: &Record, [man, woman, either]: [&'w str; 3]) -> &'w str {
    match person.find("SEX").map(|sex| sex.value.trim().to_ascii_uppercase()).as_deref() {
        Some("M") => man,
        Some("F") => woman,
        _ => either,
    }
}

/// Returns the prefixes of the words for a child and its parents in a family, which are usually empty.
fn pedigree(child: &Record, family: &Record) -> (&'static str, &'static str) {
    let line = child.parts.iter().find(|part| part.tag == "FAMC" && part.pointer == family.xref);
    let Some(pedigree) = line.and_then(|line| line.find("PEDI")) else { return ("", "") };
    let value = pedigree.value.trim().to_ascii_uppercase();
    if value == "BIRTH" {
        pedigree.mark();
    }
    let known = PEDIGREES.iter().find(|(known, ..)| *known == value);
    known.map_or(("", ""), |(_, child, parent)| {
        pedigree.mark();
        (child, parent)
    })
}

fn prefixed(prefix: &str, word: &str) -> String {
    if prefix.is_empty() { word.to_owned() } else { format!("{prefix}{}", word.to_lowercase()) }
}
