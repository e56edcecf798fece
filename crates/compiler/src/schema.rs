//! JSON Schemas of the TOML files, made from the types that read them: editors complete and check with them.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::events::RawEvent;
use crate::people::RawPerson;
use crate::places::RawPlace;
use crate::publication::RawPublication;

/// A file of `[[person]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is used; `toml_file` reads item by item")]
struct People {
    /// Everyone with a card, in the order of the page.
    person: Vec<RawPerson>,
}

/// A file of `[[event]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is used; `toml_file` reads item by item")]
struct Events {
    /// Everything on the timeline; the page sorts it by date.
    event: Vec<RawEvent>,
}

/// A file of `[[place]]` tables.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "only its schema is used; `toml_file` reads item by item")]
struct Places {
    /// Where things happened.
    place: Vec<RawPlace>,
}

/// The schema of each TOML file, by the name of the schema's file.
pub fn schemas() -> [(&'static str, Schema); 4] {
    // The dialect that editors' TOML plugins know best.
    let of = || SchemaSettings::draft07().into_generator();
    [
        ("story.json", of().into_root_schema_for::<RawPublication>()),
        ("people.json", of().into_root_schema_for::<People>()),
        ("events.json", of().into_root_schema_for::<Events>()),
        ("places.json", of().into_root_schema_for::<Places>()),
    ]
}
