//! People and bodies with a card.

use std::path::Path;

use crate::words::words;
use crate::{Citation, Date, NativeName, PersonId, Place, Prose, SentenceId, Standing, StayId};

/// A person or a body with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id of the person in `people.toml`.
    pub id: PersonId,
    /// Whether this is a person or a body. A body was founded and dissolved where a person was born and died.
    pub kind: PersonKind,
    /// The name that the page uses.
    pub name: String,
    /// The name at birth, if it differs.
    pub birth_name: Option<String>,
    /// The name in the person's own language and script, if it differs.
    pub native_name: Option<NativeName>,
    /// Other spellings and names that readers may search for.
    pub spellings: Vec<String>,
    /// The Wikidata id: `Q33391`.
    pub wikidata: Option<String>,
    /// Who the person was, in a few words.
    pub role: String,
    /// The portrait, if the folder contains one.
    pub portrait: Option<Portrait>,
    /// Date and place of birth; `None` if nothing is known of it.
    pub born: Option<LifeDate>,
    /// Date and place of death; `None` if nothing is known of it, and for a living person.
    pub died: Option<LifeDate>,
    /// Whether the person is alive.
    pub living: bool,
    /// How the person died, if that is known.
    pub death: Option<Death>,
    /// The posts that the person held, in the editors' order.
    pub offices: Vec<Office>,
    /// The relations to other people, in the editors' order.
    pub relations: Vec<Relation>,
    /// Where the person lived, in order, for example the stops of an exile.
    pub stays: Vec<Stay>,
    /// The heading of the section about these stays.
    pub stays_title: Option<String>,
    /// What became of the person; empty for a living person.
    pub fate: Prose,
    /// One telling detail.
    pub detail: Option<Prose>,
    /// The sentences of the article that mention the person, in reading order.
    pub sentences: Vec<SentenceId>,
    /// The sources of the names, the birth and the death.
    pub sources: Vec<Citation>,
}

/// A portrait: a drawing, or a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// The path of the file in the story's folder.
    pub address: String,
    /// Who made the portrait and under what license; empty if the editors do not say.
    pub credit: String,
    /// The point of a photograph that is moved to the middle of the frame, as far as the picture extends: in thousandths of
    /// its width from the left and of its height from the top.
    pub focus: [u16; 2],
}

impl Portrait {
    /// Reports whether the portrait is a photograph rather than a drawing.
    pub fn is_photograph(&self) -> bool {
        !Path::new(&self.address).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"))
    }
}

words! {
    /// The kind of something that has a card.
    PersonKind {
        /// Somebody.
        Person = "person",
        /// A body, such as a party or a committee.
        Body = "body",
    }
}

/// A birth or a death; for a body, its founding or its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeDate {
    /// The day, or what is known of it.
    pub date: Date,
    /// The place, with its names then and now; empty if nothing is known of it.
    pub place: String,
}

/// How a person died.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Death {
    /// The manner of death.
    pub manner: Manner,
    /// The sources of this.
    pub sources: Vec<Citation>,
}

words! {
    /// The manner of a person's death.
    Manner {
        /// Of illness or age.
        Natural = "natural",
        /// Killed by somebody who had no right to.
        Murdered = "murdered",
        /// By sentence of a court.
        Executed = "executed",
        /// Killed by the state, without a public sentence.
        Shot = "shot",
        /// By their own hand.
        Suicide = "suicide",
        /// Accounts differ.
        Disputed = "disputed",
    }
}

/// A post that a person held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The name of the post.
    pub title: String,
    /// When the person held it.
    pub date: Date,
    /// The sources of this.
    pub sources: Vec<Citation>,
}

/// A place where a person lived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The id of the stay, which is its address on the page.
    pub id: StayId,
    /// When the person lived there.
    pub date: Date,
    /// The place; `None` for time spent traveling.
    pub place: Option<Place>,
    /// What the stay was like.
    pub text: Prose,
}

/// A relation to another person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The other person.
    pub with: PersonId,
    /// The kind of the relation.
    pub stance: Standing,
    /// When the relation held, if that is known.
    pub date: Option<Date>,
    /// The relation in words.
    pub text: Prose,
}
