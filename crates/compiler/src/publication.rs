//! `story.toml`: what the edition is, for readers and for machines.

use palimpsest_story::Publication;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::authors::{self, RawAuthor};
use crate::diagnostic::Diagnostic;
use crate::files::{Folder, SourceFile};
use crate::toml_file;

/// The edition: its language, and how it presents itself.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPublication {
    /// The page's language: a tag such as `en` or `pt-BR`.
    #[schemars(with = "String", regex(pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"))]
    language: Spanned<String>,
    /// One sentence that says what the page is, for search engines and previews of links.
    #[schemars(with = "String")]
    description: Spanned<String>,
    /// Who made the edition: texts are names of bodies, tables those of persons.
    #[schemars(with = "Vec<RawAuthor>")]
    editors: Vec<Spanned<RawAuthor>>,
    /// Where the page is published: begins with https:// and ends with /. Leave it out until you know.
    #[schemars(with = "Option<String>", regex(pattern = "^https?://.*/$"))]
    address: Option<Spanned<String>>,
    /// The picture that stands for the page where a link to it is shared: a PNG or JPEG file of this folder, 1200 by 630.
    #[schemars(with = "Option<String>")]
    picture: Option<Spanned<String>>,
}

/// Reads the file: the language, and the rest.
pub(crate) fn parse(
    folder: &Folder,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<(String, Publication)> {
    if file.text.is_empty() {
        return None;
    }
    let raw: RawPublication = toml_file::table(file, 0..file.text.len(), problems)?;
    problems.extend(language_problem(&raw.language, file));
    if raw.description.get_ref().trim().is_empty() {
        problems.push(
            Diagnostic::error(file.id.at(raw.description.span()), "the description is empty")
                .help("say in one sentence what the page is"),
        );
    }
    let address = raw.address.map(|address| {
        let given = address.get_ref();
        let host = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"));
        let sound = host.is_some_and(|host| host.len() > 1 && host.ends_with('/') && !host.starts_with('/'));
        if !sound || given.contains(|letter: char| letter.is_whitespace() || "\"<>#?".contains(letter)) {
            problems.push(
                Diagnostic::error(file.id.at(address.span()), format!("\"{given}\" is not where a page can stand"))
                    .help("the address begins with https:// and ends with /, as in https://example.org/trotsky/"),
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
                    .help("it is a PNG or JPEG file beside story.toml"),
            );
        }
        picture.into_inner()
    });
    let description = raw.description.into_inner();
    let editors = authors::resolve(raw.editors, file, problems);
    Some((raw.language.into_inner(), Publication { address, description, editors, picture }))
}

/// The problem that a language tag (BCP 47) has another form than `en` or `zh-Hant`.
pub(crate) fn language_problem(tag: &Spanned<String>, file: &SourceFile) -> Option<Diagnostic> {
    let mut parts = tag.get_ref().split('-');
    let first = parts.next().unwrap_or_default();
    let sound = (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    (!sound).then(|| {
        Diagnostic::error(file.id.at(tag.span()), format!("\"{}\" is not a language tag", tag.get_ref()))
            .help("as in en, ru or zh-Hant")
    })
}
