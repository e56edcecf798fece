//! A summary of each entry in a line or two, for use outside its place on the page: in link previews and among search
//! results.

use std::rc::Rc;

use anyhow::Result;
use palimpsest_story::{Event, Person, Story, uncited};
use palimpsest_words::Words;

use crate::age;
use crate::edition::Edition;
use crate::lives::life_years;

/// A summary of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The URL fragment of the entry.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it says, in a line or two, without citations.
    pub text: String,
}

/// Returns the summaries of every person, event and note.
///
/// # Errors
///
/// Returns an error if the catalog of words lacks a message.
pub fn summaries(story: &Story, words: &Words) -> Result<Vec<Summary>> {
    let edition = Edition::new(Rc::new(story.clone()), words.clone());
    let people = story.people.iter().map(|one| Summary {
        id: one.id.to_string(),
        title: one.name.clone(),
        text: person(one, &edition),
    });
    let events = story.events.iter().map(|one| Summary {
        id: one.id.to_string(),
        title: one.title.clone(),
        text: event(one, &edition),
    });
    let notes = story.notes.iter().map(|one| Summary {
        id: one.id.to_string(),
        title: edition.note_title(one),
        text: one.text.first().map(uncited).unwrap_or_default(),
    });
    let summaries = people.chain(events).chain(notes).collect();
    words.check()?;
    Ok(summaries)
}

/// Returns who a person was, when they lived, and what became of them.
pub(crate) fn person(person: &Person, edition: &Edition) -> String {
    let mut parts = vec![person.role.clone()];
    if let Some(years) = life_years(person, edition) {
        let age = age::at_death(person, edition).map(|age| edition.words.comma() + &age);
        parts.push(years + &age.unwrap_or_default());
    }
    if !person.fate.is_empty() {
        parts.push(uncited(&person.fate));
    }
    parts.join(" · ")
}

fn event(event: &Event, edition: &Edition) -> String {
    let values = [("date", event.date.text().into()), ("summary", uncited(&event.summary).into())];
    edition.format("summary-event", &values)
}
