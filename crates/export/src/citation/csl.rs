//! Citations in CSL-JSON, which Zotero, Pandoc and other programs read.

use serde::Serialize;

use super::name::Name;
use super::{EDITION, Work};
use crate::date::Unit;

/// A CSL-JSON item.
#[derive(Serialize)]
pub(super) struct Item<'work> {
    pub(super) r#type: &'static str,
    id: &'work str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author<'work>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) title: &'work str,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    pub(super) container_title: Option<&'work str>,
    #[serde(rename = "container-author", skip_serializing_if = "Vec::is_empty")]
    container_author: Vec<Author<'work>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    pub(super) edition: &'work str,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'work str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accessed: Option<&'work Date>,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Author<'work> {
    Person { family: &'work str, given: &'work str },
    Body { literal: &'work str },
}

impl<'work> From<&'work Name> for Author<'work> {
    fn from(name: &'work Name) -> Self {
        match name {
            Name::Person { given, family } => Self::Person { family, given },
            Name::Body(literal) => Self::Body { literal },
        }
    }
}

/// A CSL date.
#[derive(Clone, Serialize)]
#[serde(untagged)]
pub(super) enum Date {
    Parts {
        #[serde(rename = "date-parts")]
        parts: [Vec<i32>; 1],
    },
    /// The placeholder for a date in a template.
    Placeholder(&'static str),
}

impl Date {
    pub(super) fn of(Unit { year, month, day }: Unit) -> Self {
        let parts = [Some(year), month.map(i32::from), day.map(i32::from)].into_iter().flatten();
        Self::Parts { parts: [parts.collect()] }
    }
}

impl<'work> Item<'work> {
    /// Converts a work. An entry becomes a chapter, the type for which Zotero keeps the author of the container.
    pub(super) fn of(work: &'work Work) -> Self {
        let container = work.container.as_ref();
        Self {
            r#type: if container.is_some() { "chapter" } else { "webpage" },
            id: &work.key,
            author: work.authors.iter().map(Author::from).collect(),
            title: &work.title,
            container_title: container.map(|container| container.title),
            container_author: container
                .into_iter()
                .flat_map(|container| &container.authors)
                .map(Author::from)
                .collect(),
            issued: Unit::parse(work.date).map(Date::of),
            edition: EDITION,
            url: &work.address,
            accessed: work.accessed.as_ref().map(|accessed| &accessed.csl),
        }
    }
}

/// Returns a list of one item.
pub(super) fn list(work: &Work) -> String {
    // Strings and numbers under string keys can always be written as JSON.
    serde_json::to_string(&[Item::of(work)]).unwrap_or_default()
}
