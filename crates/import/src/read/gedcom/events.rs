//! The events of people and families.

use super::dates::{Dated, Need};
use super::{Reader, record::Record};
use crate::draft::Event;
use crate::text::Markdown;

/// The tags of a person's events, each with the title of the event, in which `{}` represents the name.
const OF_PEOPLE: [(&str, &str); 28] = [
    ("ADOP", "Adoption of {}"),
    ("BAPM", "Baptism of {}"),
    ("BARM", "Bar mitzvah of {}"),
    ("BASM", "Bat mitzvah of {}"),
    ("BLES", "Blessing of {}"),
    ("BURI", "Burial of {}"),
    ("CAST", "Caste of {}"),
    ("CENS", "{} in a census"),
    ("CHR", "Christening of {}"),
    ("CHRA", "Christening of {} as an adult"),
    ("CONF", "Confirmation of {}"),
    ("CREM", "Cremation of {}"),
    ("DSCR", "Description of {}"),
    ("EDUC", "Education of {}"),
    ("EMIG", "Emigration of {}"),
    ("EVEN", "{}"),
    ("FACT", "{}"),
    ("FCOM", "First communion of {}"),
    ("GRAD", "Graduation of {}"),
    ("IMMI", "Immigration of {}"),
    ("NATI", "Nationality of {}"),
    ("NATU", "Naturalization of {}"),
    ("ORDN", "Ordination of {}"),
    ("PROB", "Probate of {}"),
    ("PROP", "Property of {}"),
    ("RELI", "Religion of {}"),
    ("RESI", "Residence of {}"),
    ("RETI", "Retirement of {}"),
];

/// The tags of a family's events, in the same form.
const OF_FAMILIES: [(&str, &str); 14] = [
    ("ANUL", "Annulment of the marriage of {}"),
    ("CENS", "{} in a census"),
    ("DIV", "Divorce of {}"),
    ("DIVF", "Filing of the divorce of {}"),
    ("ENGA", "Engagement of {}"),
    ("EVEN", "{}"),
    ("FACT", "{}"),
    ("MARB", "Banns of {}"),
    ("MARC", "Marriage contract of {}"),
    ("MARL", "Marriage license of {}"),
    ("MARR", "Marriage of {}"),
    ("MARS", "Marriage settlement of {}"),
    ("RESI", "Residence of {}"),
    ("WILL", "Will of {}"),
];

/// The tags of events that follow a death.
const LATE: [&str; 3] = ["BURI", "CREM", "PROB"];

/// The person or family to whom events belong.
pub(super) struct Whose<'a> {
    pub(super) is_family: bool,
    /// The names, as used in a title.
    pub(super) name: &'a str,
    /// The keys of the people.
    pub(super) people: &'a [String],
    pub(super) born: &'a Dated,
    pub(super) died: &'a Dated,
}

impl Reader<'_> {
    /// Takes the events of a record, and adds them to the draft.
    pub(super) fn events(&mut self, record: &Record, whose: &Whose) {
        let titles: &[(&str, &str)] = if whose.is_family { &OF_FAMILIES } else { &OF_PEOPLE };
        for line in &record.parts {
            let known = titles.iter().find(|(tag, _)| *tag == line.tag).map(|(_, title)| *title);
            let known = known.or((line.tag == "WILL").then_some("Will of {}"));
            // Without a date, these are attributes, for which a person has no field.
            let is_lasting = ["CAST", "DSCR", "EDUC", "FACT", "NATI", "PROP", "RELI"].contains(&line.tag.as_str());
            if let Some(title) = known.filter(|_| !is_lasting || line.find("DATE").is_some()) {
                self.event(line, title, whose);
            }
        }
    }

    /// Returns the date of an event, which lies within a life or after it.
    pub(super) fn event_date(&mut self, line: &Record, whose: &Whose, comments: &mut Vec<String>) -> Dated {
        let is_late = LATE.contains(&line.tag.as_str());
        let between = if is_late { [Some(whose.died), None] } else { [Some(whose.born), Some(whose.died)] };
        self.dated(line, Need::First, between, comments)
    }

    fn event(&mut self, line: &Record, title: &str, whose: &Whose) {
        line.mark();
        let mut comments = Vec::new();
        let date = self.event_date(line, whose, &mut comments);
        let kind = line.take_text("TYPE").map(|kind| kind.split_whitespace().collect::<Vec<_>>().join(" "));
        let value = line.value.split_whitespace().collect::<Vec<_>>().join(" ");
        // `Y` only says that the event happened.
        let value = Some(value).filter(|value| !value.is_empty() && value != "Y");
        let place = self.place(line, &mut comments);
        let is_free = title == "{}";
        let (title, more) = match (&kind, value) {
            (Some(kind), value) if is_free => (format!("{kind}: {}", whose.name), value),
            (None, Some(value)) if is_free && value.chars().count() <= 60 => (format!("{value}: {}", whose.name), None),
            (Some(kind), value) => {
                let more = value.map_or_else(|| kind.clone(), |value| format!("{kind}, {value}"));
                (title.replace("{}", whose.name), Some(more))
            }
            (None, value) => (title.replace("{}", whose.name), value),
        };
        let head = [Some(title.as_str()), place.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let summary = more.map_or_else(|| head.clone(), |more| format!("{head}: {more}"));
        let cited = self.cited(line, &mut comments);
        let mut sources: Vec<String> = cited.iter().map(|citation| citation.source.clone()).collect();
        let mut text = Vec::new();
        for note in self.notes(line, &mut comments) {
            text.extend(Markdown::paragraphs(&note.text));
            sources.extend(self.keys(line, note.sources, &mut comments));
        }
        sources = unique(sources);
        self.draft.events.push(Event {
            key: format!("line-{}", line.line),
            date: date.edtf,
            title,
            summary: Some(Markdown::plain(&format!("{}.", summary.trim_end_matches('.')))),
            cited,
            text,
            place,
            people: whose.people.to_vec(),
            sources,
            comments,
            ..Event::default()
        });
    }
}

/// Removes duplicate keys, keeping the order.
pub(super) fn unique(keys: Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for key in keys {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}
