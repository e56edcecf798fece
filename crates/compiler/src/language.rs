//! Language tags, and names in another language.

use palimpsest_story::NativeName;
use palimpsest_words::{Words, languages};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// A name in another language.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawNativeName {
    /// The language, as a tag such as `ru`.
    #[schemars(with = "String", example = &"ru")]
    language: Spanned<String>,
    /// The name in that language and its script.
    #[schemars(extend("contentMediaType" = "text/plain"), with = "String", example = &"Лев Троцкий")]
    pub name: Spanned<String>,
}

impl RawNativeName {
    /// Returns the name. Reports a malformed language tag.
    pub(crate) fn resolve(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> NativeName {
        problems.extend(language_problem(&self.language, file));
        NativeName { language: self.language.get_ref().clone(), name: self.name.get_ref().clone() }
    }
}

/// Returns the problem of a language in which the interface and the dates have no words.
pub(crate) fn catalog_problem(tag: &Spanned<String>, file: &SourceFile) -> Option<Diagnostic> {
    let error = Words::load(tag.get_ref()).err()?;
    let known: Vec<&str> = languages().collect();
    Some(Diagnostic::error(file.id.at(tag.span()), error.to_string()).help(format!(
        "write one of {}; to add another, translate locales/en.ftl and name the copy after the language, as in locales/nl.ftl",
        known.join(", ")
    )))
}

/// Returns the problem of a malformed language tag (BCP 47).
pub(crate) fn language_problem(tag: &Spanned<String>, file: &SourceFile) -> Option<Diagnostic> {
    let mut parts = tag.get_ref().split('-');
    let first = parts.next().unwrap_or_default();
    let sound = (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    (!sound).then(|| {
        Diagnostic::error(file.id.at(tag.span()), format!("\"{}\" is not a language tag", tag.get_ref()))
            .help("write a tag such as en, ru or zh-Hant")
    })
}
