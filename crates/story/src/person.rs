//! Everyone with a card.

use crate::{Date, PersonId, Place, Prose, SentenceId, SourceId};

/// Somebody with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name that the page uses for them.
    pub name: String,
    /// The name that they were born with, where it differs.
    pub birth_name: Option<String>,
    /// Their name in their own language and script, where it differs.
    pub native_name: Option<NativeName>,
    /// Other spellings and names under which somebody may look for them.
    pub spellings: Vec<String>,
    /// Their number in Wikidata: `Q33391`.
    pub wikidata: Option<String>,
    /// Who they were, in a few words.
    pub role: String,
    /// Whether there is a portrait of them.
    pub portrait: bool,
    /// When and where they were born.
    pub born: LifeDate,
    /// When and where they died.
    pub died: LifeDate,
    /// What they held, in the editors' order.
    pub offices: Vec<Office>,
    /// How they stood to others, in the editors' order.
    pub relations: Vec<Relation>,
    /// Where they lived, from the first: the stops of an exile.
    pub stays: Vec<Stay>,
    /// What became of them.
    pub fate: Prose,
    /// One thing that tells who they were.
    pub detail: Option<Prose>,
    /// The sentences of the article that name them, in reading order.
    pub sentences: Vec<SentenceId>,
    /// The works that their names, their birth and their death rest on.
    pub sources: Vec<SourceId>,
}

/// A birth or a death.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeDate {
    /// When.
    pub date: Date,
    /// Where, as it was then and as it is now.
    pub place: String,
}

/// A name in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeName {
    /// The language, a BCP 47 tag.
    pub language: String,
    /// The name.
    pub name: String,
}

/// A post that somebody held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// What it was.
    pub title: String,
    /// How long they held it.
    pub date: Date,
    /// The works that this rests on.
    pub sources: Vec<SourceId>,
}

/// Where somebody lived for some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// From when to when.
    pub date: Date,
    /// Where; `None` on the way.
    pub place: Option<Place>,
    /// How they lived there.
    pub text: Prose,
}

/// How a person stood to another for some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The other person.
    pub with: PersonId,
    /// The kind of it.
    pub stance: Stance,
    /// From when to when, where that is known.
    pub date: Option<Date>,
    /// What there was between them.
    pub text: Prose,
}

/// The kind of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// On the same side.
    Ally,
    /// Against each other within one party.
    Rival,
    /// Out to destroy.
    Enemy,
    /// By blood, marriage or shared life.
    Family,
}

impl Stance {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ally => "ally",
            Self::Rival => "rival",
            Self::Enemy => "enemy",
            Self::Family => "family",
        }
    }
}
