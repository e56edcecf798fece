//! `story.toml`: the edition and how it is published.

use palimpsest_story::Publication;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::authors::{self, RawAuthor};
use crate::diagnostic::Diagnostic;
use crate::files::{Folder, SourceFile};
use crate::language::{catalog_problem, language_problem};
use crate::toml_file;

/// The edition: its language, its editors and how it is published.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPublication {
    /// The page's language: a tag such as `en` or `pt-BR`.
    #[schemars(with = "String", regex(pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"))]
    language: Spanned<String>,
    /// One sentence that describes the page, for search engines and link previews.
    #[schemars(with = "String")]
    description: Spanned<String>,
    /// Who made the edition: strings name organizations, tables name people.
    #[schemars(with = "Vec<RawAuthor>")]
    editors: Vec<Spanned<RawAuthor>>,
    /// The address of the page: begins with https:// and ends with /. Leave it out until you know it.
    #[schemars(with = "Option<String>", regex(pattern = "^https?://.*/$"))]
    address: Option<Spanned<String>>,
    /// The picture in link previews: a PNG or JPEG file of this folder, 1200 by 630.
    #[schemars(with = "Option<String>")]
    picture: Option<Spanned<String>>,
}

/// Reads the file into the page's language and the rest.
pub(crate) fn parse(
    folder: &Folder,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<(String, Publication)> {
    if file.text.is_empty() {
        return None;
    }
    let raw: RawPublication = toml_file::table(file, 0..file.text.len(), problems)?;
    problems.extend(language_problem(&raw.language, file).or_else(|| catalog_problem(&raw.language, file)));
    if raw.description.get_ref().trim().is_empty() {
        problems.push(
            Diagnostic::error(file.id.at(raw.description.span()), "the description is empty")
                .help("describe the page in one sentence"),
        );
    }
    let address = raw.address.map(|address| {
        let given = address.get_ref();
        let host = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
        let sound = host.is_some_and(|host| host.len() > 1 && host.ends_with('/') && !host.starts_with('/'));
        if !sound || given.contains(|letter: char| letter.is_whitespace() || "\"<>#?".contains(letter)) {
            problems.push(
                Diagnostic::error(file.id.at(address.span()), format!("\"{given}\" is not a valid address for a page"))
                    .help("an address begins with https:// and ends with /, as in https://example.org/trotsky/"),
            );
        }
        address.into_inner()
    });
    let picture = raw.picture.map(|picture| {
        let name = picture.get_ref();
        let kind = [".png", ".jpg", ".jpeg"].iter().any(|end| name.ends_with(end));
        if !kind || !folder.has(name) || name.contains(['/', '\\']) {
            problems.push(
                Diagnostic::error(file.id.at(picture.span()), format!("there is no picture \"{name}\""))
                    .help("the picture must be a PNG or JPEG file beside story.toml"),
            );
        }
        picture.into_inner()
    });
    let description = raw.description.into_inner();
    let editors = authors::resolve(raw.editors, file, problems);
    Some((raw.language.into_inner(), Publication { address, description, editors, picture }))
}
