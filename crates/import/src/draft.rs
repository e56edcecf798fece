//! The draft of a story: what a file from another program holds, in the terms of a story's folder.
//!
//! Any part may be missing. Parts refer to each other by keys, which are any strings that are unique within their kind, such
//! as the other program's ids. The writer derives the page's ids from them, and keeps a key that already is one.

use palimpsest_story::{ClaimStatus, Grade, Manner, ReadExtent, Stance};
use serde_json::{Map, Value};

use crate::text::Markdown;

/// A work as an object of CSL-JSON, with an `id`, which is its key.
pub type Work = Map<String, Value>;

/// What was read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The name of the file.
    pub origin: String,
    /// The language of the page, as a tag of BCP 47.
    pub language: Option<String>,
    /// One sentence about the page.
    pub description: Option<String>,
    /// Where the page is published: begins with `https://` and ends with a slash.
    pub address: Option<String>,
    /// `article.md`, with its front matter.
    pub article: Article,
    /// Everyone with a card.
    pub people: Vec<Person>,
    /// The entries of the timeline.
    pub events: Vec<Event>,
    /// Where things happened.
    pub places: Vec<Place>,
    /// Named stretches of the timeline.
    pub phases: Vec<Phase>,
    /// `sources.json`.
    pub works: Vec<Work>,
    /// What was read of the works.
    pub passages: Vec<Passage>,
    /// Works that no statement rests on.
    pub further: Vec<Further>,
    /// Facts on which sources differ.
    pub claims: Vec<Claim>,
    /// What a story has no place for.
    pub leftovers: Vec<Leftover>,
}

impl Draft {
    /// An empty draft of a file.
    pub fn of(origin: &str) -> Self {
        Self { origin: origin.to_owned(), ..Self::default() }
    }

    /// Records something that has no place in a story. `at` says where it stood, as in [`Error::at`](crate::Error::at).
    pub fn leave(&mut self, at: impl Into<String>, what: impl Into<String>, why: impl Into<String>) {
        self.leftovers.push(Leftover { at: at.into(), what: what.into(), why: why.into() });
    }
}

/// `article.md`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Markdown on one line.
    pub title: Option<Markdown>,
    /// Who wrote it.
    pub authors: Vec<palimpsest_story::Author>,
    /// A day in ISO 8601.
    pub date: Option<String>,
    /// The line under the title.
    pub byline: Option<Markdown>,
    /// The text that leads into the article.
    pub standfirst: Option<Markdown>,
    /// The text under the picture.
    pub caption: Option<Markdown>,
    /// The text, in the Markdown that a story's article may use; empty if there is none.
    pub body: String,
    /// Pictures, sounds and films that the text uses, by their paths relative to the imported file.
    pub media: Vec<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A work or a passage that a text cites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The key of the work or the passage.
    pub source: String,
    /// Where in the work, as in `p. 12`. Only a text has room for it: a list of sources names works alone.
    pub at: Option<String>,
}

/// A statement with what it rests on. The writer adds the citations to its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// What it says.
    pub text: Markdown,
    /// What it cites.
    pub sources: Vec<Citation>,
}

/// A `[[person]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The key by which other parts refer to the person.
    pub key: String,
    /// What the page calls it.
    pub name: String,
    /// How the article writes the name; empty if there is no article.
    pub names: Vec<String>,
    /// The name at birth, if it differs.
    pub birth_name: Option<String>,
    /// Other names under which readers may look for them.
    pub spellings: Vec<String>,
    /// The item in Wikidata, such as `Q1394`.
    pub wikidata: Option<String>,
    /// Who they were, in a few words.
    pub role: Option<String>,
    /// The birth.
    pub born: Option<Life>,
    /// The death; `None` for somebody who is alive.
    pub died: Option<Life>,
    /// Whether they are alive.
    pub living: bool,
    /// The last year in which they may have been born, or in which something happened to them; none of somebody who has
    /// died or is `living`. When it is not long ago, the writer asks whether they are alive.
    pub last_seen: Option<i32>,
    /// Posts that they held.
    pub offices: Vec<Office>,
    /// How they stood to others.
    pub relations: Vec<Relation>,
    /// Where they lived, in order.
    pub stays: Vec<Stay>,
    /// What became of them. Each statement has its own sources; the page has them in one paragraph, as it has `detail`.
    pub fate: Vec<Statement>,
    /// One telling thing.
    pub detail: Vec<Statement>,
    /// Keys of works or passages.
    pub sources: Vec<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A birth or a death.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// In EDTF. Without it, the rest is written as a comment.
    pub date: Option<String>,
    /// Where it happened.
    pub place: Option<String>,
    /// How somebody died, which needs sources.
    pub manner: Option<Manner>,
    /// What the manner rests on.
    pub sources: Vec<String>,
}

/// An office that somebody held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Office {
    /// What it is called.
    pub title: String,
    /// In EDTF. Without it, the office is written as a comment.
    pub date: Option<String>,
    /// Keys of works or passages.
    pub sources: Vec<String>,
}

/// How somebody stood to somebody else. Each side has a relation of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The key of the other person.
    pub with: String,
    /// The kind of the relation.
    pub stance: Stance,
    /// In EDTF.
    pub date: Option<String>,
    /// What is said about the relation.
    pub statement: Statement,
}

/// One stop in somebody's life.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stay {
    /// In EDTF. Without it, the stay is written as a comment.
    pub date: Option<String>,
    /// The key of a place.
    pub place: Option<String>,
    /// What is said about the stay.
    pub statement: Statement,
}

/// An `[[event]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// The key by which other parts refer to the event.
    pub key: String,
    /// In EDTF. An event without a date is written as a comment, for an editor to complete.
    pub date: Option<String>,
    /// What it is called.
    pub title: String,
    /// One paragraph.
    pub summary: Option<Markdown>,
    /// What the summary rests on, all of it in `sources`, too. The summary cites it where a place in the work is known.
    pub cited: Vec<Citation>,
    /// Further paragraphs.
    pub text: Vec<Markdown>,
    /// The key of a place.
    pub place: Option<String>,
    /// Keys of people.
    pub people: Vec<String>,
    /// Whether it was told in an article that is not in the draft.
    pub told: bool,
    /// Keys of works or passages.
    pub sources: Vec<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A `[[place]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The key by which other parts refer to the place.
    pub key: String,
    /// What the page calls it.
    pub name: String,
    /// What it is called now, where that differs.
    pub now: Option<String>,
    /// Latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// How far the true place may be from the point, in meters.
    pub radius: Option<u32>,
    /// The country that it was in at the time.
    pub country: Option<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A named stretch of the timeline, from the first event in it to the first event after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase {
    /// What the page calls it.
    pub name: String,
    /// In EDTF.
    pub from: String,
    /// In EDTF.
    pub until: String,
    /// Where it stood in the file.
    pub at: String,
}

/// A `[[passage]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The key by which statements cite the passage.
    pub key: String,
    /// The key of its work.
    pub work: String,
    /// Where in the work.
    pub at: Option<String>,
    /// A day in ISO 8601.
    pub read: String,
    /// How much of it was read.
    pub extent: ReadExtent,
    /// How much it weighs.
    pub grade: Grade,
    /// What it says, insofar as statements rest on it.
    pub says: String,
}

/// A work that no statement rests on, for readers who want more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Further {
    /// The key of the work.
    pub work: String,
    /// What readers find in it.
    pub why: String,
}

/// A fact on which sources differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The key of the event that it is about.
    pub about: String,
    /// What it is called.
    pub title: String,
    /// The values that sources give for it.
    pub values: Vec<ClaimValue>,
}

/// One of the values that sources give for a contested fact.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimValue {
    /// The value.
    pub value: String,
    /// Whether the edition accepts it.
    pub status: ClaimStatus,
    /// What is said about the value.
    pub statement: Statement,
}

/// Something in the file that a story has no place for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stood.
    pub at: String,
    /// The whole of what it says.
    pub what: String,
    /// Why it has no place, or what became of it instead.
    pub why: String,
}
