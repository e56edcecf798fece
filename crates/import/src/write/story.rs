//! `story.toml` and `claims.toml`.

use std::fmt::Write as _;

use palimpsest_compiler::rules;
use palimpsest_story::CalendarDay;
use palimpsest_words::Words;

use super::{Writer, toml};
use crate::draft::{Leftover, Phase};

impl Writer<'_> {
    pub(super) fn story(&mut self, leftovers: &mut Vec<Leftover>) -> String {
        let draft = self.draft;
        let mut text = format!(
            "#:schema schemas/story.json\n# A draft, made from {}. LEFTOVERS.md lists what had no place.\n\n",
            draft.origin
        );
        if let Some(language) = draft.language.as_deref().filter(|language| Words::load(language).is_ok()) {
            let _ = writeln!(text, "language = {}", toml::quoted(language));
        } else {
            if let Some(language) = &draft.language {
                leftovers.push(Leftover {
                    at: "language".to_owned(),
                    what: language.clone(),
                    why: "the interface is not available in this language yet".to_owned(),
                });
            }
            text += &self.todo("story.toml", "the language of the page, if it is not English");
            text += "language = \"en\"\n";
        }
        if draft.description.is_none() {
            text += &self.todo("story.toml", "one sentence about the page, for search engines and previews");
        }
        let made = format!("A draft made from {}.", draft.origin);
        let description = draft.description.as_deref().unwrap_or(&made);
        let _ = writeln!(text, "description = {}", toml::plain(description));
        text += &self.todo("story.toml", "who makes this edition");
        text += "editors = [\"The editors\"]\n";
        text +=
            "# A draft may lack sources: its page says so and lists where. Remove this line when nothing is missing.\n";
        text += "draft = true\n";
        if let Some(address) = &draft.address {
            let _ = writeln!(text, "address = {}", toml::quoted(address));
        }
        for (name, from, until) in self.phases(leftovers) {
            let [from, until] = [from, until].map(|text| toml::quoted(&text));
            let name = toml::named(&name);
            let _ = write!(text, "\n[[phases]]\nname = {name}\nfrom = {from}\nuntil = {until}\n");
        }
        text
    }

    /// Fits the phases to the timeline: they begin and end with an event, and do not overlap. Phases that do not fit are
    /// left over.
    fn phases(&self, leftovers: &mut Vec<Leftover>) -> Vec<(String, String, String)> {
        let words = Words::default();
        let day = |edtf: &str, last: bool| {
            let date = rules::date(edtf, &words).ok()?;
            if last { date.latest } else { date.earliest }
        };
        let dated = self.draft.events.iter().zip(&self.ids.events.all);
        let mut events: Vec<(CalendarDay, &str)> =
            dated.filter_map(|(event, id)| Some((day(event.date.as_deref()?, false)?, id.as_str()))).collect();
        events.sort_by_key(|(first, _)| *first);
        let mut raw: Vec<(&Phase, Option<CalendarDay>, Option<CalendarDay>)> =
            self.draft.phases.iter().map(|phase| (phase, day(&phase.from, false), day(&phase.until, true))).collect();
        raw.sort_by_key(|(_, begins, _)| *begins);
        let mut phases: Vec<(String, String, String)> = Vec::new();
        let mut last: Option<CalendarDay> = None;
        for (phase, begins, ends) in raw {
            let first = begins.and_then(|begins| events.iter().find(|(day, _)| *day >= begins));
            let after = ends.and_then(|ends| events.iter().find(|(day, _)| *day > ends));
            let what = format!("{} ({} to {})", phase.name, phase.from, phase.until);
            match (first, after) {
                (Some(first), Some(after)) if first.0 < after.0 && last.is_none_or(|last| first.0 >= last) => {
                    let why = format!(
                        "it became the phase from \"{}\" until \"{}\" in story.toml: a phase begins and ends with an event",
                        first.1, after.1
                    );
                    leftovers.push(Leftover { at: phase.at.clone(), what, why });
                    phases.push((phase.name.clone(), first.1.to_owned(), after.1.to_owned()));
                    last = Some(after.0);
                }
                _ => {
                    let why = "a phase lasts from one event until a later one, and phases do not overlap".to_owned();
                    leftovers.push(Leftover { at: phase.at.clone(), what, why });
                }
            }
        }
        phases
    }

    pub(super) fn claims(&mut self, leftovers: &mut Vec<Leftover>) -> String {
        let draft = self.draft;
        let mut text = String::new();
        for claim in &draft.claims {
            let is_contested = claim.values.len() > 1;
            let about = self.ids.events.get(&claim.about).filter(|_| is_contested).map(str::to_owned);
            let Some(about) = about else {
                let what =
                    claim.values.iter().map(|value| format!("{}: {}", value.value, value.statement.text.as_str()));
                let what = format!("{}\n{}", claim.title, what.collect::<Vec<_>>().join("\n"));
                let why = if is_contested { "the draft does not have what it is about" } else { "nobody contests it" };
                let why = why.to_owned();
                leftovers.push(Leftover { at: claim.about.clone(), what, why });
                continue;
            };
            let _ = write!(
                text,
                "\n[[claim]]\nabout = {}\ntitle = {}\nvalues = [\n",
                toml::quoted(&about),
                toml::named(&claim.title)
            );
            for value in &claim.values {
                let [statement, mark] = self.statement(&value.statement, "claims.toml");
                let [held, status] = [&*value.value, value.status.word()].map(toml::named);
                let statement = toml::quoted(if toml::is_written(&statement) { &statement } else { "…" });
                text += &toml::within(&mark);
                let _ = writeln!(text, "  {{ value = {held}, status = {status}, text = {statement} }},");
            }
            text.push_str("]\n");
        }
        if text.is_empty() { text } else { format!("#:schema schemas/claims.json\n{text}") }
    }
}
