//! Everyone with a card.

use serde::{Deserialize, Serialize};

use crate::{Date, PersonId, Prose, SourceId};

/// Somebody with a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The name that the page uses for them.
    pub name: String,
    /// The name that they were born with, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_name: Option<String>,
    /// Their name in their own language and script, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub native_name: Option<NativeName>,
    /// Who they were, in a few words.
    pub role: String,
    /// Address of their portrait, relative to the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portrait: Option<String>,
    /// When and where they were born.
    pub born: LifeDate,
    /// When and where they died.
    pub died: LifeDate,
    /// What they held, in the editors' order.
    pub offices: Vec<Office>,
    /// How they stood to others, in the editors' order.
    pub relations: Vec<Relation>,
    /// What became of them.
    pub fate: Prose,
    /// The works that all of this rests on.
    pub sources: Vec<SourceId>,
}

/// A birth or a death.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeDate {
    /// When.
    pub date: Date,
    /// Where, as it was then and as it is now.
    pub place: String,
}

/// A name in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NativeName {
    /// The language, a BCP 47 tag.
    pub language: String,
    /// The name.
    pub name: String,
}

/// A post that somebody held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// What it was.
    pub title: String,
    /// How long they held it.
    pub date: Date,
}

/// How a person stood to another for some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// The other person.
    pub with: PersonId,
    /// The kind of it.
    pub stance: Stance,
    /// From when to when, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What there was between them.
    pub text: Prose,
}

/// The kind of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
