//! Everything dated.

use crate::{Date, EventId, NativeName, PersonId, Prose, SentenceId, SourceId};

/// Something dated, on the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// When it was.
    pub date: Date,
    /// What it is called.
    pub title: String,
    /// What happened, in one line.
    pub summary: Prose,
    /// More of it, in paragraphs.
    pub text: Vec<Prose>,
    /// Where it was.
    pub place: Option<Place>,
    /// Who had a part in it, in the editors' order.
    pub people: Vec<PersonId>,
    /// The sentence of the article that tells it; `None` for context that the editors add.
    pub told: Option<SentenceId>,
    /// The works that all of this rests on.
    pub sources: Vec<SourceId>,
}

/// Where something was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What it was called then.
    pub name: String,
    /// What it is called now, where that differs.
    pub now: Option<String>,
    /// Its name in the language of the place, where that differs.
    pub native: Option<NativeName>,
    /// Latitude, WGS 84, in millionths of a degree, north positive.
    pub latitude: i32,
    /// Longitude, WGS 84, in millionths of a degree, east positive.
    pub longitude: i32,
    /// How far the true place may be from the point, in metres.
    pub radius: u32,
}

impl Place {
    /// What it was called then and, where that differs, what it is called now.
    pub fn text(&self) -> String {
        match &self.now {
            Some(now) => [&self.name, ", now ", now].concat(),
            None => self.name.clone(),
        }
    }
}
