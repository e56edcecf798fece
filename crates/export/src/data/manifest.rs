//! The manifest of the folder: a Data Package (version 2) with digests, licenses and the columns of the tables.

use palimpsest_story::{Author, Story};
use serde_json::{Value, json};

use super::tables::{Column, Table};
use super::whole::{FORMAT, VERSION};
use super::{File, Part};
use crate::digest::sha256;
use crate::format::pretty;

/// The name of the manifest.
pub(super) const FILE: &str = "manifest.json";

/// Writes the manifest of these files.
pub(super) fn write(story: &Story, files: &[File], tables: &[Table]) -> String {
    let names: Vec<&str> = tables.iter().map(|table| table.name).collect();
    let resource = |file: &File| {
        let table = tables.iter().find(|table| file.name == format!("tables/{}.csv", table.name));
        resource(file, table, story, &names)
    };
    let contributor = |role: &str, author: &Author| json!({ "title": author.name(), "roles": [role] });
    let authors = story.article.authors.iter().map(|author| contributor("author", author));
    let editors = story.publication.editors.iter().map(|editor| contributor("editor", editor));
    pretty(&json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "title": story.article.title,
        "description": story.publication.description,
        "homepage": story.publication.address,
        "format": FORMAT,
        "format_version": VERSION,
        "language": story.language,
        "contributors": authors.chain(editors).collect::<Vec<_>>(),
        "resources": files.iter().map(resource).collect::<Vec<_>>(),
    }))
}

fn resource(file: &File, table: Option<&Table>, story: &Story, names: &[&str]) -> Value {
    let File { name, media_type, bytes, kind } = file;
    let parts = kind.parts(name);
    let rights = parts.iter().map(|part| {
        let of = match part {
            Part::Article => "article",
            Part::Edition => "edition",
        };
        json!({ "of": of, "license": part.license(story) })
    });
    let mut resource = json!({
        "name": name.to_lowercase().replace('/', "-"),
        "path": name,
        "mediatype": media_type,
        "bytes": bytes.len(),
        "hash": format!("sha256:{}", sha256(bytes)),
        "rights": rights.collect::<Vec<_>>(),
    });
    // The standard field is for licenses that cover the whole file, so it is set only if each part has a license.
    let licenses: Option<Vec<&str>> = parts.iter().map(|part| part.license(story)).collect();
    if let Some(licenses) = licenses.filter(|licenses| !licenses.is_empty()) {
        let license = |license: &str| {
            if license.starts_with("https://") { json!({ "path": license }) } else { json!({ "name": license }) }
        };
        resource["licenses"] = licenses.into_iter().map(license).collect();
    }
    if let Some(table) = table {
        resource["type"] = "table".into();
        resource["encoding"] = "utf-8".into();
        resource["description"] = format!("Each row is {}.", table.about).into();
        resource["schema"] = schema(table, names);
    }
    resource
}

/// Returns the schema of a table: the meaning of its columns, and which of them refer to rows of other tables.
fn schema(table: &Table, names: &[&str]) -> Value {
    let field = |(name, about): &Column| {
        let kind = match *name {
            "latitude" | "longitude" => "number",
            "radius_m" | "number" => "integer",
            "living" => "boolean",
            _ => "string",
        };
        json!({ "name": name, "type": kind, "description": about })
    };
    let key = |(name, _): &Column| {
        let other = match *name {
            "person" | "with" => "people",
            "event" => "events",
            "sentence" | "told" => "sentences",
            "source" => "sources",
            "passage" => "passages",
            _ => return None,
        };
        let reference = json!({ "resource": format!("tables-{other}.csv"), "fields": ["id"] });
        names.contains(&other).then(|| json!({ "fields": [name], "reference": reference }))
    };
    let mut schema = json!({ "fields": table.columns.iter().map(field).collect::<Vec<_>>() });
    if table.columns.iter().any(|(name, _)| *name == "id") {
        schema["primaryKey"] = json!(["id"]);
    }
    let keys: Vec<Value> = table.columns.iter().filter_map(key).collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    schema
}
