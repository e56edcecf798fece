//! JSON Schemas of the TOML files, generated from the types that read them. Text editors use them for completion and checks.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::claims::RawClaim;
use crate::events::RawEvent;
use crate::passages::{RawFurther, RawPassage};
use crate::people::RawPerson;
use crate::places::RawPlace;
use crate::publication::RawPublication;

/// A file of `[[person]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only the schema is used, because `toml_file` reads item by item")]
struct People {
    /// The people with a card, in the order of the page.
    person: Vec<RawPerson>,
}

/// A file of `[[event]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only the schema is used, because `toml_file` reads item by item")]
struct Events {
    /// The events of the timeline; the page sorts them by date.
    event: Vec<RawEvent>,
}

/// A file of `[[place]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only the schema is used, because `toml_file` reads item by item")]
struct Places {
    /// Where things happened.
    place: Vec<RawPlace>,
}

/// A file of `[[passage]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only the schema is used, because `toml_file` reads item by item")]
struct Passages {
    /// What was read of each work.
    passage: Vec<RawPassage>,
}

/// A file of `[[work]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only the schema is used, because `toml_file` reads item by item")]
struct FurtherReading {
    /// Works that nobody opened, and that readers may want.
    work: Vec<RawFurther>,
}

/// A file of `[[claim]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only the schema is used, because `toml_file` reads item by item")]
struct Claims {
    /// Facts on which sources differ.
    claim: Vec<RawClaim>,
}

/// Returns the schema of each TOML file, with the name of the schema's file.
pub fn schemas() -> [(&'static str, Schema); 7] {
    // Draft 7 is the one that the TOML plugins of text editors support best.
    let of = || SchemaSettings::draft07().into_generator();
    [
        ("story.json", of().into_root_schema_for::<RawPublication>()),
        ("people.json", of().into_root_schema_for::<People>()),
        ("events.json", of().into_root_schema_for::<Events>()),
        ("places.json", of().into_root_schema_for::<Places>()),
        ("passages.json", of().into_root_schema_for::<Passages>()),
        ("further.json", of().into_root_schema_for::<FurtherReading>()),
        ("claims.json", of().into_root_schema_for::<Claims>()),
    ]
}
