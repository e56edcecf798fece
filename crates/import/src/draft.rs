//! The draft of a story: the contents of a file from another program, in the terms of a story's folder.
//!
//! Any part may be missing. Parts refer to each other by keys: arbitrary strings that are unique within their kind, such as
//! the other program's ids. The writer derives the page's ids from them; a key that is already a valid id is kept.

use palimpsest_story::{ClaimStatus, Grade, Manner, ReadExtent, Stance};
use serde_json::{Map, Value};

use crate::text::Markdown;

/// A work as an object of CSL-JSON, with an `id`, which is its key.
pub type Work = Map<String, Value>;

/// The contents that were read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The name of the file.
    pub origin: String,
    /// The language of the page, as a BCP 47 tag.
    pub language: Option<String>,
    /// One sentence about the page.
    pub description: Option<String>,
    /// The address at which the page is published. It begins with `https://` and ends with a slash.
    pub address: Option<String>,
    /// `article.md`, with its front matter.
    pub article: Article,
    /// The people, each with a card.
    pub people: Vec<Person>,
    /// The entries of the timeline.
    pub events: Vec<Event>,
    /// The places of events and stays.
    pub places: Vec<Place>,
    /// The phases of the timeline.
    pub phases: Vec<Phase>,
    /// `sources.json`.
    pub works: Vec<Work>,
    /// The passages that were read in the works.
    pub passages: Vec<Passage>,
    /// The works that no statement relies on.
    pub further: Vec<Further>,
    /// Facts on which sources differ.
    pub claims: Vec<Claim>,
    /// Everything in the file that a story has no place for.
    pub leftovers: Vec<Leftover>,
}

impl Draft {
    /// Creates an empty draft for the file `origin`.
    pub fn of(origin: &str) -> Self {
        Self { origin: origin.to_owned(), ..Self::default() }
    }

    /// Reports whether there is nothing that a story has a place for.
    pub fn is_empty(&self) -> bool {
        let Self { article, people, events, places, works, passages, .. } = self;
        let has_article = article.title.is_some() || !article.body.trim().is_empty();
        !has_article
            && people.is_empty()
            && events.is_empty()
            && places.is_empty()
            && works.is_empty()
            && passages.is_empty()
    }

    /// Records something that has no place in a story. `at` is its position in the file, as in
    /// [`Error::at`](crate::Error::at).
    pub fn leave(&mut self, at: impl Into<String>, what: impl Into<String>, why: impl Into<String>) {
        self.leftovers.push(Leftover { at: at.into(), what: what.into(), why: why.into() });
    }
}

/// `article.md`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The title, as Markdown on one line.
    pub title: Option<Markdown>,
    /// The authors.
    pub authors: Vec<palimpsest_story::Author>,
    /// The day of publication, in ISO 8601.
    pub date: Option<String>,
    /// The line under the title.
    pub byline: Option<Markdown>,
    /// The text that leads into the article.
    pub standfirst: Option<Markdown>,
    /// The text under the picture.
    pub caption: Option<Markdown>,
    /// The text, in the Markdown that a story's article may use; empty if there is none.
    pub body: String,
    /// The pictures, sounds and films in the text, as paths relative to the imported file.
    pub media: Vec<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A work or a passage that a text cites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The key of the work or the passage.
    pub source: String,
    /// The place in the work, such as `p. 12`. It is only used in texts: a list of sources names just the works.
    pub at: Option<String>,
}

/// A statement with the sources that it relies on. The writer adds the citations to its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// The text of the statement.
    pub text: Markdown,
    /// The sources that it cites.
    pub sources: Vec<Citation>,
}

/// A `[[person]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The key by which other parts refer to the person.
    pub key: String,
    /// The name on the page.
    pub name: String,
    /// The names in the article; empty if there is no article.
    pub names: Vec<String>,
    /// The name at birth, if it differs.
    pub birth_name: Option<String>,
    /// Other names under which readers may look for the person.
    pub spellings: Vec<String>,
    /// The item in Wikidata, such as `Q1394`.
    pub wikidata: Option<String>,
    /// Who the person was, in a few words.
    pub role: Option<String>,
    /// The birth.
    pub born: Option<Life>,
    /// The death; `None` if the person is alive.
    pub died: Option<Life>,
    /// Whether the person is alive.
    pub living: bool,
    /// The last year in which the person may have been born, or in which something happened to them; `None` for a person who
    /// has died or is `living`. If it is recent, the writer asks whether the person is alive.
    pub last_seen: Option<i32>,
    /// The offices that the person held.
    pub offices: Vec<Office>,
    /// The relations to other people.
    pub relations: Vec<Relation>,
    /// The places where the person lived, in order.
    pub stays: Vec<Stay>,
    /// What became of the person. Each statement has its own sources; the page joins them into one paragraph, like those of
    /// `detail`.
    pub fate: Vec<Statement>,
    /// A telling detail.
    pub detail: Vec<Statement>,
    /// The keys of works or passages.
    pub sources: Vec<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A birth or a death.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Life {
    /// The date in EDTF. Without it, the rest is written as a comment.
    pub date: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The manner of death, which needs sources.
    pub manner: Option<Manner>,
    /// The sources for the manner.
    pub sources: Vec<String>,
}

/// An office that a person held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Office {
    /// The name of the office.
    pub title: String,
    /// The date in EDTF. Without it, the office is written as a comment.
    pub date: Option<String>,
    /// The keys of works or passages.
    pub sources: Vec<String>,
}

/// A relation of one person to another. Each of the two has a relation of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The key of the other person.
    pub with: String,
    /// The kind of the relation.
    pub stance: Stance,
    /// The date in EDTF.
    pub date: Option<String>,
    /// The description of the relation.
    pub statement: Statement,
}

/// A stop in a person's life.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stay {
    /// The date in EDTF. Without it, the stay is written as a comment.
    pub date: Option<String>,
    /// The key of a place.
    pub place: Option<String>,
    /// The description of the stay.
    pub statement: Statement,
}

/// An `[[event]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// The key by which other parts refer to the event.
    pub key: String,
    /// The date in EDTF. An event without a date is written as a comment, for an editor to complete.
    pub date: Option<String>,
    /// The title.
    pub title: String,
    /// The summary, as one paragraph.
    pub summary: Option<Markdown>,
    /// The sources of the summary, all of which are also in `sources`. The summary cites them if a place in a work is known.
    pub cited: Vec<Citation>,
    /// Further paragraphs.
    pub text: Vec<Markdown>,
    /// The key of a place.
    pub place: Option<String>,
    /// The keys of people.
    pub people: Vec<String>,
    /// Whether the event was told in an article that is not part of the draft.
    pub told: bool,
    /// The keys of works or passages.
    pub sources: Vec<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A `[[place]]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The key by which other parts refer to the place.
    pub key: String,
    /// The name on the page.
    pub name: String,
    /// The name today, if it differs.
    pub now: Option<String>,
    /// The latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// How far the true place may be from the point, in meters.
    pub radius: Option<u32>,
    /// The country that it was in at the time.
    pub country: Option<String>,
    /// Notes to the editors, one line each.
    pub comments: Vec<String>,
}

/// A named period of the timeline. It lasts from the first event in it to the first event after it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase {
    /// The name on the page.
    pub name: String,
    /// The beginning, in EDTF.
    pub from: String,
    /// The end, in EDTF.
    pub until: String,
    /// Its position in the file.
    pub at: String,
}

/// A `[[passage]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The key by which statements cite the passage.
    pub key: String,
    /// The key of its work.
    pub work: String,
    /// The place in the work.
    pub at: Option<String>,
    /// The day on which it was read, in ISO 8601.
    pub read: String,
    /// How much of the work was read.
    pub extent: ReadExtent,
    /// The grade of the source.
    pub grade: Grade,
    /// What the passage says, as far as statements rely on it.
    pub says: String,
}

/// A work that no statement relies on, for readers who want to know more.
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
    /// The key of the event that the fact belongs to.
    pub about: String,
    /// The name of the fact.
    pub title: String,
    /// The values that sources give for it.
    pub values: Vec<ClaimValue>,
}

/// A value that some source gives for a contested fact.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimValue {
    /// The value.
    pub value: String,
    /// Whether the edition accepts it.
    pub status: ClaimStatus,
    /// The explanation of the value.
    pub statement: Statement,
}

/// Something in the file that a story has no place for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftover {
    /// Its position in the file.
    pub at: String,
    /// The complete text.
    pub what: String,
    /// The reason why it has no place, or what became of it instead.
    pub why: String,
}
