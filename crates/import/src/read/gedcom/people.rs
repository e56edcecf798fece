//! People from `INDI` records.

use super::dates::{Dated, Need};
use super::events::{Whose, unique};
use super::names::names;
use super::{Reader, at, record::Record};
use crate::draft::{Life, Office, Person, Statement};
use crate::text::Markdown;

/// When somebody was born and died, and the fields for both.
#[derive(Default)]
struct Lived {
    born: Option<Life>,
    died: Option<Life>,
    /// When, as far as is known.
    birth: Dated,
    death: Dated,
}

impl<'a> Reader<'a> {
    /// Makes a person from a record, and events from what happened to them.
    pub(super) fn person(&mut self, record: &'a Record) {
        record.mark();
        let mut comments = Vec::new();
        let mut sources = self.cited(record, &mut comments);
        for line in record.parts.iter().filter(|line| line.tag == "NAME") {
            sources.extend(self.cited(line, &mut comments));
            for note in self.notes(line, &mut comments) {
                comments.push(format!("{}, on the name {}: {}", at(line), line.value, note.text.replace('\n', " ")));
                sources.extend(note.sources);
            }
        }
        let called = names(record);
        let mut fate = Statement::default();
        let lived = self.lived(record, &called.name, &mut sources, &mut fate, &mut comments);
        let (role, offices) = self.work(record, &mut comments);
        let mut detail = Vec::new();
        let mut detail_sources = Vec::new();
        for note in self.notes(record, &mut comments) {
            detail.push(note.text);
            detail_sources.extend(note.sources);
        }
        let sources = unique(sources);
        let detail = (!detail.is_empty()).then(|| Statement {
            text: Markdown::plain(&detail.join(" ")),
            sources: if detail_sources.is_empty() { sources.clone() } else { unique(detail_sources) },
        });
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
            fate: (!fate.text.is_empty()).then_some(fate),
            detail,
            sources,
            comments,
            ..Person::default()
        };
        let (key, name, sources) = (person.key.clone(), person.name.clone(), person.sources.clone());
        if let Some(xref) = &record.xref {
            self.people.entry(xref.as_str()).or_insert(self.draft.people.len());
        }
        self.lives.push((lived.birth.clone(), lived.death.clone()));
        self.draft.people.push(person);
        let name = if name.is_empty() { "an unknown person" } else { &name };
        self.events(
            record,
            &Whose {
                is_family: false,
                name,
                people: &[key],
                born: &lived.birth,
                died: &lived.death,
                sources: &sources,
            },
        );
    }

    /// Takes the first birth and the first death. Whatever else is known about the death is the person's fate.
    fn lived(
        &mut self,
        record: &Record,
        name: &str,
        sources: &mut Vec<String>,
        fate: &mut Statement,
        comments: &mut Vec<String>,
    ) -> Lived {
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
            let died = died.unwrap_or_default();
            comments.push(format!("{name} dies before being born, in {died}; check both dates"));
            lived.death = Dated::default();
        }
        if let Some(line) = birth {
            lived.born = self.life(line, &lived.birth, sources, comments);
            for note in self.notes(line, comments) {
                comments.push(format!("{}, on the birth: {}", at(line), note.text.replace('\n', " ")));
                sources.extend(note.sources);
            }
        }
        if let Some(line) = death {
            let before = sources.len();
            lived.died = self.life(line, &lived.death, sources, comments);
            let mut of_death = sources[before..].to_vec();
            let mut texts: Vec<String> =
                line.take_text("CAUS").map(|cause| format!("Cause of death: {cause}.")).into_iter().collect();
            for note in self.notes(line, comments) {
                texts.push(note.text);
                of_death.extend(note.sources);
            }
            fate.text = Markdown::plain(&texts.join(" "));
            fate.sources = unique(if of_death.is_empty() { sources.clone() } else { of_death });
        }
        lived
    }

    fn life_date(&mut self, line: Option<&Record>, between: [Option<&Dated>; 2], comments: &mut Vec<String>) -> Dated {
        line.map(|line| self.dated(line, Need::Both, between, comments)).unwrap_or_default()
    }

    /// The fields of a birth or a death. `None` without a date or a place: a bare `Y` says only that it happened.
    fn life(
        &mut self,
        line: &Record,
        date: &Dated,
        sources: &mut Vec<String>,
        comments: &mut Vec<String>,
    ) -> Option<Life> {
        let place = self.place_name(line, comments);
        sources.extend(self.cited(line, comments));
        if date.edtf.is_none() && place.is_none() {
            if !line.value.trim().is_empty() {
                comments.push(format!("{}: {} {}, and no date", at(line), line.tag, line.value.trim()));
            }
            return None;
        }
        Some(Life { date: date.edtf.clone(), place, ..Life::default() })
    }

    /// What somebody did. All of it is the role, and what has a date is an office, too.
    fn work(&mut self, record: &Record, comments: &mut Vec<String>) -> (Option<String>, Vec<Office>) {
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
            let sources = self.cited(line, comments);
            for note in self.notes(line, comments) {
                comments.push(format!("{}, on {title}: {}", at(line), note.text.replace('\n', " ")));
            }
            let title_there = place.map_or_else(|| title.clone(), |place| format!("{title}, {place}"));
            match date.edtf {
                Some(date) => offices.push(Office { title: title_there, date: Some(date), sources }),
                None if title != title_there => comments.push(format!("{}: {title_there}", at(line))),
                None => {}
            }
            if !roles.contains(&title) {
                roles.push(title);
            }
        }
        (Some(roles.join("; ")).filter(|roles| !roles.is_empty()), offices)
    }
}

/// The person's item in Wikidata, if the file names it.
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
