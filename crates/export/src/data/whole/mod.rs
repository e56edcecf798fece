//! The whole story as JSON: everything in the model, in a format with a version and a JSON Schema.
//!
//! Each struct of the model is destructured, so that a new field does not compile until it has a place here.

mod article;
mod entry;
mod prose;
mod source;

use palimpsest_story as story;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use article::{Article, Author};
use entry::{Claim, Event, Note, Person};
use prose::{Prose, paragraphs};
use source::Source;

/// The name of the format.
pub(super) const FORMAT: &str = "palimpsest-story";
/// The version of the format. The first number changes if a field is removed or changes its meaning, the second if one is
/// added.
pub const VERSION: &str = "1.0";

/// A story: an article, and what its editors add. Every field is always present, except in runs of words: null, an empty
/// text or an empty list means that the story says nothing. Readers should ignore fields that they do not know.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "A story of Palimpsest")]
struct Document<'s> {
    /// Always `palimpsest-story`.
    format: &'s str,
    /// The version of the format. Within one first number, fields are only added.
    #[schemars(regex(pattern = r"^1\.[0-9]+$"))]
    version: &'s str,
    /// The language of the texts, a BCP 47 tag.
    language: &'s str,
    /// How the edition is published.
    edition: Edition<'s>,
    /// The author's article.
    article: Article<'s>,
    /// The people, in the editors' order.
    people: Vec<Person<'s>>,
    /// The events, by their first day.
    events: Vec<Event<'s>>,
    /// The editors' notes: first those with a number, then the terms.
    notes: Vec<Note<'s>>,
    /// The works that are cited or recommended.
    sources: Vec<Source<'s>>,
    /// Facts on which sources differ.
    claims: Vec<Claim<'s>>,
    /// The kinds of relations that the editors name beside `ally`, `rival`, `enemy` and `family`.
    stances: Vec<Stance<'s>>,
    /// The stretches of the timeline.
    phases: Vec<Phase<'s>>,
    /// The editors' corrections of themselves.
    revisions: Vec<Revision<'s>>,
}

/// How the edition is published.
#[derive(Serialize, JsonSchema)]
struct Edition<'s> {
    /// The address of the page; null if it is not known yet.
    address: Option<&'s str>,
    /// One sentence about the page.
    description: &'s str,
    /// The editors.
    editors: Vec<Author<'s>>,
    /// The license for what the editors add, an SPDX expression or an address; null if they do not state one.
    license: Option<&'s str>,
    /// The license for the article, likewise.
    article_license: Option<&'s str>,
    /// The file of the picture for previews of links, from this folder.
    picture: Option<&'s str>,
    /// How the edition was made, in paragraphs.
    about: Vec<Prose<'s>>,
    /// Where errors can be reported.
    contact: Option<&'s str>,
    /// Queries that the search suggests.
    suggestions: &'s [String],
    /// Whether it is still being made: statements may then lack their sources.
    draft: bool,
    /// The origins of the sites that may show parts of the page in a frame; `*` is every site.
    embed: &'s [String],
    /// Whom the censor's copy of the page leaves out.
    erasure: Erasure<'s>,
}

/// Whom the censor's copy of the page leaves out, and how.
#[derive(Serialize, JsonSchema)]
struct Erasure<'s> {
    /// The people, with the forms in which texts write their names.
    people: Vec<Erased<'s>>,
    /// What covers the face in the article's picture: center and radius, in a frame of 480 by 600.
    cover: Option<Disc>,
    /// The id of the note that tells what was really erased.
    note: Option<&'s str>,
}

/// Somebody who is left out.
#[derive(Serialize, JsonSchema)]
struct Erased<'s> {
    /// The id of the person.
    id: &'s str,
    /// The forms of the name.
    names: &'s [String],
}

/// A disc.
#[derive(Serialize, JsonSchema)]
struct Disc {
    /// From the left.
    x: u32,
    /// From the top.
    y: u32,
    /// The radius.
    radius: u32,
}

/// A kind of relation that the editors name.
#[derive(Serialize, JsonSchema)]
struct Stance<'s> {
    /// Its word, as it stands in relations.
    name: &'s str,
    /// Where it is drawn: `above`, `under` or `on` the line.
    side: &'s str,
    /// The name of its color on the page.
    color: &'s str,
}

/// A stretch of the timeline.
#[derive(Serialize, JsonSchema)]
struct Phase<'s> {
    /// Its name.
    name: &'s str,
    /// The id of the event that it begins with.
    from: &'s str,
    /// The id of the event that ends it.
    until: &'s str,
}

/// The corrections of one day.
#[derive(Serialize, JsonSchema)]
struct Revision<'s> {
    /// The day, in ISO 8601.
    date: &'s str,
    /// The title of the version.
    title: &'s str,
    /// What was corrected and why.
    changes: Vec<Prose<'s>>,
}

/// Writes the story as JSON.
pub(super) fn write(story: &story::Story) -> String {
    crate::format::pretty(&document(story))
}

/// The JSON Schema of `story.json`, in draft 2020-12.
pub fn schema() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Document>()
}

fn document(story: &story::Story) -> Document<'_> {
    let story::Story {
        language,
        publication,
        erasure,
        article,
        people,
        events,
        notes,
        sources,
        claims,
        stances,
        phases,
        revisions,
    } = story;
    Document {
        format: FORMAT,
        version: VERSION,
        language,
        edition: edition(publication, erasure),
        article: Article::of(article),
        people: people.iter().map(Person::of).collect(),
        events: events.iter().map(Event::of).collect(),
        notes: notes.iter().map(Note::of).collect(),
        sources: sources.iter().map(Source::of).collect(),
        claims: claims.iter().map(Claim::of).collect(),
        stances: stances
            .iter()
            .map(|story::OwnStance { name, side, color }| Stance { name, side: side.word(), color: color.word() })
            .collect(),
        phases: phases.iter().map(|story::Phase { name, from, until }| Phase { name, from, until }).collect(),
        revisions: revisions
            .iter()
            .map(|story::Revision { date, title, changes }| Revision { date, title, changes: paragraphs(changes) })
            .collect(),
    }
}

fn edition<'s>(publication: &'s story::Publication, erasure: &'s story::Erasure) -> Edition<'s> {
    let story::Publication {
        address,
        description,
        editors,
        license,
        article_license,
        picture,
        about,
        contact,
        suggestions,
        draft,
        embed,
    } = publication;
    let story::Erasure { people, cover, note } = erasure;
    Edition {
        address: address.as_deref(),
        description,
        editors: editors.iter().map(Author::of).collect(),
        license: license.as_deref(),
        article_license: article_license.as_deref(),
        picture: picture.as_deref(),
        about: paragraphs(about),
        contact: contact.as_deref(),
        suggestions,
        draft: draft.is_some(),
        embed,
        erasure: Erasure {
            people: people.iter().map(|story::Erased { id, names }| Erased { id, names }).collect(),
            cover: cover.map(|story::Disc { x, y, radius }| Disc { x, y, radius }),
            note: note.as_deref(),
        },
    }
}
