//! `events.toml` and `places.toml`.

use std::fmt::Write as _;

use super::{Writer, line, toml};
use crate::draft::Event;

const FILE: &str = "events.toml";
/// The placeholder for a text that the format requires.
const UNWRITTEN: &str = "To be written.";

impl Writer<'_> {
    pub(super) fn events(&mut self) -> String {
        let draft = self.draft;
        let mut text = String::new();
        for (at, event) in draft.events.iter().enumerate() {
            let id = self.ids.events.all[at].clone();
            text.push('\n');
            let entry = self.event(event, &id);
            if event.date.is_none() {
                let mark = self.todo(FILE, "a date; the entry is a comment until it has one");
                // The mark itself is already a comment.
                text += &mark;
                text += &toml::comment(&entry);
            } else {
                text += &entry;
            }
        }
        if text.is_empty() { text } else { format!("#:schema schemas/events.json\n{text}") }
    }

    fn event(&mut self, event: &Event, id: &str) -> String {
        let mut text = String::from("[[event]]\n");
        for comment in &event.comments {
            text += &toml::comment(comment);
        }
        let _ = writeln!(text, "id = {}", toml::quoted(id));
        let _ = writeln!(text, "date = {}", toml::quoted(event.date.as_deref().unwrap_or_default()));
        if event.title.trim().is_empty() {
            text += &self.todo(FILE, "a title");
            let _ = writeln!(text, "title = {}", toml::quoted("Untitled"));
        } else {
            let _ = writeln!(text, "title = {}", toml::plain(event.title.trim()));
        }
        let summary = event.summary.as_ref().map(line).filter(|summary| !summary.is_empty());
        let summary = summary.unwrap_or_else(|| {
            text += &self.todo(FILE, "a summary, on one line");
            UNWRITTEN.to_owned()
        });
        let has_place = event.cited.iter().any(|citation| citation.at.is_some());
        let summary = if has_place { self.citing(&summary, &event.cited) } else { summary };
        let _ = writeln!(text, "summary = {}", toml::quoted(&summary));
        let paragraphs: Vec<&str> =
            event.text.iter().map(|text| text.as_str().trim()).filter(|text| !text.is_empty()).collect();
        if paragraphs.is_empty() {
            text += &self.todo(FILE, "more about it, in one to three paragraphs");
            let _ = writeln!(text, "text = {}", toml::quoted(UNWRITTEN));
        } else {
            let _ = writeln!(text, "text = {}", toml::block(paragraphs));
        }
        if let Some(place) = event.place.as_deref().and_then(|key| self.ids.places.get(key)) {
            let _ = writeln!(text, "place = {}", toml::quoted(place));
        }
        let people: Vec<&str> = event.people.iter().filter_map(|key| self.ids.people.get(key)).collect();
        if !people.is_empty() {
            let _ = writeln!(text, "people = {}", toml::list(people));
        }
        if event.told {
            text += &self.todo(FILE, "told = \"…\": the article has this event; copy a few words of its sentence");
        }
        text += &self.sources_of(&event.sources, FILE);
        text
    }

    pub(super) fn places(&mut self) -> String {
        let mut text = String::new();
        for (place, id) in self.draft.places.iter().zip(&self.ids.places.all) {
            text.push_str("\n[[place]]\n");
            for comment in &place.comments {
                text += &toml::comment(comment);
            }
            let _ = writeln!(text, "id = {}\nname = {}", toml::quoted(id), toml::named(&place.name));
            for (field, value) in [("now", &place.now), ("country", &place.country)] {
                if let Some(value) = value.as_deref().filter(|value| toml::is_written(value)) {
                    let _ = writeln!(text, "{field} = {}", toml::plain(value));
                }
            }
            if let Some((latitude, longitude)) = place.point {
                let _ = writeln!(text, "point = [{latitude:?}, {longitude:?}]");
            }
            if let Some(radius) = place.radius {
                let _ = writeln!(text, "radius = {radius}");
            }
        }
        if self.draft.places.iter().any(|place| place.point.is_none()) {
            let count = self.draft.places.iter().filter(|place| place.point.is_none()).count();
            self.missing.push(("places.toml", "point = [latitude, longitude], if a map is to show the place", count));
        }
        if text.is_empty() { text } else { format!("#:schema schemas/places.json\n{text}") }
    }
}
