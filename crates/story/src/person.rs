//! The people with a card.

use std::path::Path;

use crate::words::words;
use crate::{Citation, Date, NativeName, PersonId, Place, Prose, SentenceId, Standing, StayId};

/// A person with a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// As in `people.toml`.
    pub id: PersonId,
    /// Whether it is a body: then it was founded and dissolved where others are born and die.
    pub kind: PersonKind,
    /// The name that the page uses for them.
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
    /// Their portrait, if the folder has one.
    pub portrait: Option<Portrait>,
    /// Date and place of birth; `None` where nothing is known of it.
    pub born: Option<LifeDate>,
    /// Date and place of death; `None` where nothing is known of it, and of somebody who is alive.
    pub died: Option<LifeDate>,
    /// Whether the person is alive.
    pub living: bool,
    /// How they died, where that is known.
    pub death: Option<Death>,
    /// Posts, in the editors' order.
    pub offices: Vec<Office>,
    /// Relations to other people, in the editors' order.
    pub relations: Vec<Relation>,
    /// Where the person lived, in order: the stops of an exile.
    pub stays: Vec<Stay>,
    /// The heading over those.
    pub stays_title: Option<String>,
    /// What became of the person; empty of somebody who is alive.
    pub fate: Prose,
    /// One telling detail.
    pub detail: Option<Prose>,
    /// The sentences of the article that mention the person, in reading order.
    pub sentences: Vec<SentenceId>,
    /// What the names, the birth and the death rest on.
    pub sources: Vec<Citation>,
}

/// A portrait: a drawing, or a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// The path of the file in the story's folder.
    pub address: String,
    /// Who made it and under what license; empty where nothing is said of it.
    pub credit: String,
    /// The point of a photograph that comes to stand in the middle of the frame, as far as the picture reaches: thousandths
    /// of its width from the left, and of its height from the top.
    pub focus: [u16; 2],
}

impl Portrait {
    /// Whether it is a photograph, and no drawing.
    pub fn is_photograph(&self) -> bool {
        !Path::new(&self.address).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"))
    }
}

words! {
    /// What has a card.
    PersonKind {
        /// Somebody.
        Person = "person",
        /// A body, such as a party or a committee.
        Body = "body",
    }
}

/// A birth or a death; of a body, its founding or its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeDate {
    /// The day, or what is known of it.
    pub date: Date,
    /// The place, then and now; empty where nothing is known of it.
    pub place: String,
}

/// How a person died.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Death {
    /// The manner.
    pub manner: Manner,
    /// What this rests on.
    pub sources: Vec<Citation>,
}

words! {
    /// How somebody died.
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
    /// What this rests on.
    pub sources: Vec<Citation>,
}

/// A place where a person lived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Its address on the page.
    pub id: StayId,
    /// When the person lived there.
    pub date: Date,
    /// `None` for time spent traveling.
    pub place: Option<Place>,
    /// What the stay was like.
    pub text: Prose,
}

/// A relation to another person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The person at the other end.
    pub with: PersonId,
    /// Which side the person is on.
    pub stance: Standing,
    /// When, if that is known.
    pub date: Option<Date>,
    /// The relation in words.
    pub text: Prose,
}
