//! The editors' entries: people, events, notes, sources, contested facts.

use palimpsest_story as story;
use schemars::JsonSchema;
use serde::Serialize;

use super::article::Illustration;
use super::prose::{Prose, Reference, paragraphs, prose};
use crate::date::iso;

/// A date as precise as it is known.
#[derive(Serialize, JsonSchema)]
pub(super) struct Date<'s> {
    /// In EDTF (ISO 8601-2).
    edtf: &'s str,
    /// In the words of the page.
    words: String,
    /// The first possible day, in ISO 8601; null for an open start.
    earliest: Option<String>,
    /// The last possible day, likewise.
    latest: Option<String>,
}

/// A place.
#[derive(Serialize, JsonSchema)]
struct Place<'s> {
    /// The name at the time.
    name: &'s str,
    /// The name today, if it differs.
    now: Option<&'s str>,
    /// The name in the language of the place.
    native: Option<NativeName<'s>>,
    /// The country that it was in at the time.
    country: Option<&'s str>,
    /// Degrees in WGS 84; null if the point is not known.
    point: Option<Point>,
    /// How far the true place may be from the point, in meters.
    radius: u32,
}

/// A point on the globe.
#[derive(Serialize, JsonSchema)]
struct Point {
    /// Negative in the south.
    latitude: f64,
    /// Negative in the west.
    longitude: f64,
}

/// A name in another language.
#[derive(Serialize, JsonSchema)]
struct NativeName<'s> {
    /// A BCP 47 tag.
    language: &'s str,
    /// The name.
    name: &'s str,
}

/// What a statement rests on.
#[derive(Serialize, JsonSchema)]
struct Citation<'s> {
    /// The id of the source.
    source: &'s str,
    /// The id of the passage; null if the work is cited as a whole.
    passage: Option<&'s str>,
}

/// A person.
#[derive(Serialize, JsonSchema)]
pub(super) struct Person<'s> {
    /// The fragment on the page.
    id: &'s str,
    /// `person`, or `body` for a party, a committee or an army, whose `born` and `died` say when it was founded and
    /// dissolved.
    kind: &'s str,
    /// The name.
    name: &'s str,
    /// The name at birth, if it differs.
    birth_name: Option<&'s str>,
    /// The name in the person's own language.
    native_name: Option<NativeName<'s>>,
    /// Other spellings and names.
    spellings: &'s [String],
    /// The Wikidata id.
    wikidata: Option<&'s str>,
    /// Who the person was, in a few words.
    role: &'s str,
    /// The file of the portrait, from this folder.
    portrait: Option<&'s str>,
    /// Who made the portrait and under what license; null if nothing is said of it.
    portrait_credit: Option<&'s str>,
    /// The birth; null if nothing is known about it.
    born: Option<LifeDate<'s>>,
    /// The death; null if nothing is known about it, and for somebody who is alive.
    died: Option<LifeDate<'s>>,
    /// Whether the person is alive.
    living: bool,
    /// How they died: natural, murdered, executed, shot, suicide or disputed; null if it is not known.
    manner_of_death: Option<Manner<'s>>,
    /// The offices that they held.
    offices: Vec<Office<'s>>,
    /// Relations to other people.
    relations: Vec<Relation<'s>>,
    /// The heading over the stays.
    stays_title: Option<&'s str>,
    /// Where the person lived, in order.
    stays: Vec<Stay<'s>>,
    /// What became of them.
    fate: Prose<'s>,
    /// One telling detail.
    detail: Option<Prose<'s>>,
    /// The sentences of the article that mention them.
    sentences: Vec<&'s str>,
    /// What the names, the birth and the death rest on.
    rests_on: Vec<Citation<'s>>,
}

/// A birth or a death.
#[derive(Serialize, JsonSchema)]
struct LifeDate<'s> {
    /// When.
    date: Date<'s>,
    /// Where, then and now; empty if it is not known.
    place: &'s str,
}

/// How somebody died.
#[derive(Serialize, JsonSchema)]
struct Manner<'s> {
    /// The word for it.
    manner: &'s str,
    /// What this rests on.
    rests_on: Vec<Citation<'s>>,
}

/// An office that a person held.
#[derive(Serialize, JsonSchema)]
struct Office<'s> {
    /// Its name.
    title: &'s str,
    /// When the person held it.
    date: Date<'s>,
    /// What this rests on.
    rests_on: Vec<Citation<'s>>,
}

/// A relation to another person.
#[derive(Serialize, JsonSchema)]
struct Relation<'s> {
    /// The id of the other person.
    with: &'s str,
    /// `ally`, `rival`, `enemy`, `family`, or the name of one of the `stances` of the document.
    stance: &'s str,
    /// When, if that is known.
    date: Option<Date<'s>>,
    /// The relation in words.
    text: Prose<'s>,
}

/// A place where a person lived.
#[derive(Serialize, JsonSchema)]
struct Stay<'s> {
    /// The fragment on the page.
    id: &'s str,
    /// When.
    date: Date<'s>,
    /// Where; null for time spent traveling.
    place: Option<Place<'s>>,
    /// What it was like.
    text: Prose<'s>,
}

/// An event of the timeline.
#[derive(Serialize, JsonSchema)]
pub(super) struct Event<'s> {
    /// The fragment on the page.
    id: &'s str,
    /// When it happened.
    date: Date<'s>,
    /// A short title.
    title: &'s str,
    /// What happened, in one line.
    summary: Prose<'s>,
    /// More about it, in paragraphs.
    text: Vec<Prose<'s>>,
    /// What shows it; null if nothing does.
    figure: Option<Illustration<'s>>,
    /// Where it happened.
    place: Option<Place<'s>>,
    /// The ids of the people involved.
    people: Vec<&'s str>,
    /// The sentence of the article that tells it; null for context that the editors add.
    told: Option<&'s str>,
    /// What all of this rests on.
    rests_on: Vec<Citation<'s>>,
}

/// A note by the editors.
#[derive(Serialize, JsonSchema)]
pub(super) struct Note<'s> {
    /// The fragment on the page.
    id: &'s str,
    /// Correction, Comment or Term.
    kind: &'s str,
    /// The number in the order of the article; terms have none.
    number: Option<u32>,
    /// A short summary, or the term.
    title: &'s str,
    /// The text, in paragraphs.
    text: Vec<Prose<'s>>,
}

/// A fact on which sources differ.
#[derive(Serialize, JsonSchema)]
pub(super) struct Claim<'s> {
    /// Whom or what it is about.
    about: Reference<'s>,
    /// What the fact is.
    title: &'s str,
    /// The values that sources give for it.
    values: Vec<ClaimValue<'s>>,
}

/// One of the values that sources give.
#[derive(Serialize, JsonSchema)]
struct ClaimValue<'s> {
    /// The value.
    value: &'s str,
    /// accepted, disputed or rejected.
    status: &'s str,
    /// Who gives it, and why.
    text: Prose<'s>,
}

impl<'s> Date<'s> {
    fn of(date: &'s story::Date) -> Self {
        let story::Date { edtf, parts: _, earliest, latest, extent: _ } = date;
        Self { edtf, words: date.text(), earliest: earliest.map(iso), latest: latest.map(iso) }
    }
}

impl<'s> Place<'s> {
    fn of(place: &'s story::Place) -> Self {
        let story::Place { name, now, native, country, point, radius } = place;
        let point = point.map(|point| {
            let [latitude, longitude] = point.degrees();
            Point { latitude, longitude }
        });
        Self {
            name,
            now: now.as_deref(),
            native: native.as_ref().map(NativeName::of),
            country: country.as_deref(),
            point,
            radius: *radius,
        }
    }
}

impl<'s> NativeName<'s> {
    fn of(story::NativeName { language, name }: &'s story::NativeName) -> Self {
        Self { language, name }
    }
}

fn citations(citations: &[story::Citation]) -> Vec<Citation<'_>> {
    citations
        .iter()
        .map(|story::Citation { source, passage }| Citation { source, passage: passage.as_deref() })
        .collect()
}

impl<'s> Person<'s> {
    pub(super) fn of(person: &'s story::Person) -> Self {
        let story::Person {
            id,
            kind,
            name,
            birth_name,
            native_name,
            spellings,
            wikidata,
            role,
            portrait,
            born,
            died,
            living,
            death,
            offices,
            relations,
            stays,
            stays_title,
            fate,
            detail,
            sentences,
            sources,
        } = person;
        let life = |date: &'s story::LifeDate| LifeDate { date: Date::of(&date.date), place: &date.place };
        Self {
            id,
            kind: kind.word(),
            name,
            birth_name: birth_name.as_deref(),
            native_name: native_name.as_ref().map(NativeName::of),
            spellings,
            wikidata: wikidata.as_deref(),
            role,
            portrait: portrait.as_ref().map(|portrait| portrait.address.as_str()),
            portrait_credit: portrait
                .as_ref()
                .map(|portrait| portrait.credit.as_str())
                .filter(|credit| !credit.is_empty()),
            born: born.as_ref().map(life),
            died: died.as_ref().map(life),
            living: *living,
            manner_of_death: death
                .as_ref()
                .map(|death| Manner { manner: death.manner.word(), rests_on: citations(&death.sources) }),
            offices: offices
                .iter()
                .map(|story::Office { title, date, sources }| Office {
                    title,
                    date: Date::of(date),
                    rests_on: citations(sources),
                })
                .collect(),
            relations: relations.iter().map(relation).collect(),
            stays_title: stays_title.as_deref(),
            stays: stays.iter().map(stay).collect(),
            fate: prose(fate),
            detail: detail.as_ref().map(prose),
            sentences: sentences.iter().map(|id| &**id).collect(),
            rests_on: citations(sources),
        }
    }
}

fn relation(story::Relation { with, stance, date, text }: &story::Relation) -> Relation<'_> {
    Relation { with, stance: stance.name(), date: date.as_ref().map(Date::of), text: prose(text) }
}

fn stay(story::Stay { id, date, place, text }: &story::Stay) -> Stay<'_> {
    Stay { id, date: Date::of(date), place: place.as_ref().map(Place::of), text: prose(text) }
}

impl<'s> Event<'s> {
    pub(super) fn of(event: &'s story::Event) -> Self {
        let story::Event { id, date, title, summary, text, figure, place, people, told, sources } = event;
        Self {
            id,
            date: Date::of(date),
            title,
            summary: prose(summary),
            text: paragraphs(text),
            figure: figure.as_ref().map(Illustration::of),
            place: place.as_ref().map(Place::of),
            people: people.iter().map(|id| &**id).collect(),
            told: told.as_deref(),
            rests_on: citations(sources),
        }
    }
}

impl<'s> Note<'s> {
    pub(super) fn of(note: &'s story::Note) -> Self {
        let story::Note { id, kind, number, title, text, lead: _ } = note;
        Self { id, kind: kind.word(), number: *number, title, text: paragraphs(text) }
    }
}

impl<'s> Claim<'s> {
    pub(super) fn of(claim: &'s story::Claim) -> Self {
        let story::Claim { about, title, values } = claim;
        Self { about: Reference::of(about), title, values: values.iter().map(held).collect() }
    }
}

fn held(story::ClaimValue { value, status, text }: &story::ClaimValue) -> ClaimValue<'_> {
    ClaimValue { value, status: status.word(), text: prose(text) }
}
