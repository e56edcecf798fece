//! Names in another language, of people and places.

use palimpsest_story::NativeName;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::publication::language_problem;

/// A name in another language.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawNativeName {
    /// A language tag, as in `ru`.
    #[schemars(with = "String")]
    language: Spanned<String>,
    /// The name.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
}

impl RawNativeName {
    /// The name with its language.
    pub(crate) fn resolve(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> NativeName {
        problems.extend(language_problem(&self.language, file));
        if self.name.get_ref().trim().is_empty() {
            problems.push(
                Diagnostic::error(file.id.at(self.name.span()), "a name is empty")
                    .help("write it out, or take it away with its language"),
            );
        }
        NativeName { language: self.language.get_ref().clone(), name: self.name.get_ref().clone() }
    }
}
