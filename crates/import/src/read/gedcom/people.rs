//! People from `INDI` records.

use super::citations::Note;
use super::dates::{Dated, Need};
use super::events::{Whose, unique};
use super::names::names;
use super::{Reader, record::Record};
use crate::draft::{Life, Office, Person, Statement};
use crate::text::Markdown;

/// The birth and death of a person, and the fields for both.
#[derive(Default)]
struct Lived {
    born: Option<Life>,
    died: Option<Life>,
    /// The dates, as far as they are known.
    birth: Dated,
    death: Dated,
    fate: Vec<Statement>,
    last_seen: Option<i32>,
}

impl<'a> Reader<'a> {
    /// Adds a person from a record, and events from the person's life.
    pub(super) fn person(&mut self, record: &'a Record) {
        record.mark();
        let mut comments = Vec::new();
        let mut sources = self.listed(record, &mut comments);
        for line in record.parts.iter().filter(|line| line.tag == "NAME") {
            sources.extend(self.listed(line, &mut comments));
            self.set_by(line, &format!("on the name {}", line.value.trim()), &mut comments);
        }
        let called = names(record);
        let lived = self.lived(record, &called.name, &mut sources, &mut comments);
        let (role, offices) = self.work(record, &mut sources, &mut comments);
        let detail = self.notes(record, &mut comments);
        let detail =
            detail.into_iter().map(|Note { text, sources }| Statement { text: Markdown::plain(&text), sources });
        let detail = detail.collect();
        let person = Person {
            key: Self::key(record),
            name: called.name,
            birth_name: called.birth_name,
            spellings: called.spellings,
            wikidata: wikidata(record),
            role,
            born: lived.born,
            died: lived.died,
            offices,
            last_seen: lived.last_seen,
            fate: lived.fate,
            detail,
            sources: unique(sources),
            comments,
            ..Person::default()
        };
        let (key, name) = (person.key.clone(), person.name.clone());
        if let Some(xref) = &record.xref {
            self.people.entry(xref.as_str()).or_insert(self.draft.people.len());
        }
        self.lives.push((lived.birth.clone(), lived.death.clone()));
        self.draft.people.push(person);
        let name = if name.is_empty() { "an unknown person" } else { &name };
        self.events(record, &Whose { is_family: false, name, people: &[key], born: &lived.birth, died: &lived.death });
    }

    /// Takes the first birth and the first death. Other information about a death becomes the person's fate.
    fn lived(&mut self, record: &Record, name: &str, sources: &mut Vec<String>, comments: &mut Vec<String>) -> Lived {
        let mut lived = Lived::default();
        let (birth, death) = (record.take("BIRT"), record.take("DEAT"));
        // Each may be a bound for the other, so the one with a date of its own is read first.
        let exact = |line: Option<&Record>| {
            let value = line?.find("DATE")?.value.trim_start();
            Some(!value.starts_with("BEF") && !value.starts_with("AFT"))
        };
        let is_death_first = exact(death) == Some(true) && exact(birth) != Some(true);
        if is_death_first {
            lived.death = self.life_date(death, [None, None], comments);
        }
        lived.birth = self.life_date(birth, [None, Some(&lived.death)], comments);
        if !is_death_first {
            lived.death = self.life_date(death, [Some(&lived.birth), None], comments);
        }
        if let (Some(first), Some(last)) = (lived.birth.first, lived.death.last)
            && last < first
        {
            let (born, died) = (lived.birth.edtf.take(), lived.death.edtf.take());
            lived.birth = Dated { edtf: born, ..lived.birth };
            let said = format!("{name} dies before being born: died {}", died.unwrap_or_default());
            self.wait(death.unwrap_or(record), &said, "the draft leaves the death out; check both dates", comments);
            lived.death = Dated::default();
        }
        if let Some(line) = birth {
            lived.born = self.life(line, &lived.birth, comments);
            sources.extend(self.listed(line, comments));
            self.set_by(line, "on the birth", comments);
        }
        if let Some(line) = death {
            lived.died = self.life(line, &lived.death, comments);
            let cited = self.cited(line, comments);
            // A death has only a date, which cannot cite anything, so the works go into the card's list of sources.
            sources.extend(cited.iter().map(|citation| citation.source.clone()));
            if let Some(cause) = line.take_text("CAUS") {
                let text = Markdown::plain(&format!("Cause of death: {}.", cause.trim_end_matches('.')));
                lived.fate.push(Statement { text, sources: cited });
            } else {
                self.keys(line, cited, comments);
            }
            for Note { text, sources } in self.notes(line, comments) {
                lived.fate.push(Statement { text: Markdown::plain(&text), sources });
            }
        }
        let is_dead = ["DEAT", "BURI", "CREM", "PROB"].iter().any(|tag| record.find(tag).is_some());
        lived.last_seen = lived.birth.last.map(|day| day.year).filter(|_| !is_dead);
        lived
    }

    fn life_date(&mut self, line: Option<&Record>, between: [Option<&Dated>; 2], comments: &mut Vec<String>) -> Dated {
        line.map(|line| self.dated(line, Need::Both, between, comments)).unwrap_or_default()
    }

    /// Returns the fields of a birth or a death. A bare `Y` in the line only says that it happened.
    fn life(&mut self, line: &Record, date: &Dated, comments: &mut Vec<String>) -> Option<Life> {
        let place = self.place_name(line, comments);
        if date.edtf.is_none() && place.is_none() {
            // A date that could not be used has already been kept as a comment. A birth without any information is no loss,
            // since everyone has one.
            let is_undated = line.find("DATE").is_none_or(|date| date.value.trim().is_empty() && date.parts.is_empty());
            if is_undated && (line.tag == "DEAT" || !line.value.trim().is_empty()) {
                let said = format!("{} {}", line.tag, line.value.trim());
                let why = match line.tag.as_str() {
                    "DEAT" => "the file does not say when this person died, and a story has no death without a date",
                    _ => "a story has no birth without a date",
                };
                self.wait(line, said.trim_end(), why, comments);
            }
            return None;
        }
        Some(Life { date: date.edtf.clone(), place, ..Life::default() })
    }

    /// Returns the person's role, made of all titles and occupations, and those with a date as offices.
    fn work(
        &mut self,
        record: &Record,
        sources: &mut Vec<String>,
        comments: &mut Vec<String>,
    ) -> (Option<String>, Vec<Office>) {
        let mut roles: Vec<String> = Vec::new();
        let mut offices = Vec::new();
        let lines: Vec<&Record> = record.take_all("TITL").chain(record.take_all("OCCU")).collect();
        for line in lines {
            let title = line.value.split_whitespace().collect::<Vec<_>>().join(" ");
            if title.is_empty() {
                line.give_back();
                continue;
            }
            let date = self.dated(line, Need::First, [None, None], comments);
            let place = self.place_name(line, comments);
            let cited = self.listed(line, comments);
            self.set_by(line, &format!("on {title}"), comments);
            let title_there = place.map_or_else(|| title.clone(), |place| format!("{title}, {place}"));
            if date.edtf.is_some() {
                offices.push(Office { title: title_there, date: date.edtf, sources: cited });
            } else {
                // A role cannot cite anything, so the works go into the card's list of sources.
                sources.extend(cited);
                if title != title_there {
                    self.wait(line, &title_there, "a role has no place, and an office needs a date", comments);
                }
            }
            if !roles.contains(&title) {
                roles.push(title);
            }
        }
        (Some(roles.join("; ")).filter(|roles| !roles.is_empty()), offices)
    }
}

/// Returns the person's Wikidata item, if the file names it.
fn wikidata(record: &Record) -> Option<String> {
    let is_one = |line: &&Record| {
        let number = line.value.trim().strip_prefix('Q').unwrap_or_default();
        let of = line.find("TYPE").map(|kind| kind.value.to_lowercase()).unwrap_or_default();
        of.contains("wikidata") && number.parse::<u64>().is_ok() && !number.starts_with(['0', '+'])
    };
    let line = record.parts.iter().filter(|part| ["EXID", "REFN"].contains(&part.tag.as_str())).find(is_one)?;
    line.mark_all();
    Some(line.value.trim().to_owned())
}
