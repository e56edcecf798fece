//! Values that a file writes as one of a few words.

use std::borrow::Cow;

use palimpsest_story::{ClaimStatus, Grade, Manner, PersonKind, ReadExtent, Stance, StanceColor, StanceSide};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error};

/// A value read from its word.
pub(crate) struct Word<T>(pub T);

/// A type each of whose values has a word.
pub(crate) trait Worded: Copy + 'static {
    const NAME: &'static str;
    /// The description of a field of the type, before the meanings of the words.
    const ABOUT: &'static str;
    const ALL: &'static [Self];
    const WORDS: &'static [&'static str];
    fn meaning(self) -> &'static str;
}

macro_rules! worded {
    ($($name:ident: $about:literal;)*) => {$(
        impl Worded for $name {
            const NAME: &'static str = stringify!($name);
            const ABOUT: &'static str = $about;
            const ALL: &'static [Self] = $name::ALL;
            const WORDS: &'static [&'static str] = $name::WORDS;
            fn meaning(self) -> &'static str {
                self.meaning()
            }
        }
    )*};
}

worded! {
    Stance: "The kind of a relation.";
    StanceSide: "Where a relation is drawn.";
    StanceColor: "The color of a relation.";
    PersonKind: "What has the card.";
    Manner: "How somebody died.";
    ReadExtent: "How much of it was read.";
    Grade: "How much it weighs.";
    ClaimStatus: "How a value of a contested fact stands.";
}

impl<'de, T: Worded> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let position = T::WORDS.iter().position(|known| *known == word);
        let value = position.and_then(|position| T::ALL.get(position));
        value.map(|value| Self(*value)).ok_or_else(|| D::Error::unknown_variant(&word, T::WORDS))
    }
}

impl<T: Worded> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let kinds = T::WORDS.iter().zip(T::ALL).map(|(word, value)| format!("`{word}`: {}", value.meaning()));
        json_schema!({
            "description": format!("{} {}", T::ABOUT, kinds.collect::<Vec<_>>().join(" ")),
            "type": "string",
            "enum": T::WORDS,
        })
    }
}
