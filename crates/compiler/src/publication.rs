//! `story.toml`: the edition and how it is published.

use palimpsest_story::Publication;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::authors::{self, RawAuthor};
use crate::diagnostic::Diagnostic;
use crate::embedding::{self, RawEmbed};
use crate::erasure::{RawDisc, RawErasure};
use crate::files::{Folder, Shown, SourceFile};
use crate::language::page_problem;
use crate::phases::RawPhase;
use crate::picture_files::{absent, is_whole};
use crate::relations::RawStance;
use crate::toml_file;

/// The message for editors of a story without an address. It is a note rather than a warning, because nothing is wrong with
/// a story that is not published yet, and an address that is not its own would mislead whoever follows it.
pub(crate) const ADDRESS_MISSING: &str = "\
note: story.toml has no `address`: where the page is published
  = help: add address = \"https://example.org/trotsky/\" with your own; until then previews of links to the page show no
          picture, and search engines and reference managers do not learn its lasting address
";

/// The edition: its language, its editors and how it is published.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPublication {
    /// The page’s language, as a tag such as `en` or `de-AT`. Everything that the page says itself is in this language:
    /// words, dates, digits, quotation marks, citations, and the direction of writing.
    #[schemars(with = "String", regex(pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"), example = &"en")]
    language: Spanned<String>,
    /// One sentence that describes the page, for search engines and previews of links.
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        with = "String",
        example = &"How Stalin drove Trotsky from power, from his country and from the record."
    )]
    description: Spanned<String>,
    /// Who made the edition: organizations by name, people by the parts of their names.
    #[schemars(with = "Vec<RawAuthor>", example = serde_json::json!(["The founders of Palimpsest"]))]
    editors: Vec<Spanned<RawAuthor>>,
    /// The license of what the editors add: an SPDX expression, or the address of its text.
    ///
    /// Without it, nothing says what others may do with it.
    #[schemars(with = "Option<String>", example = &"CC-BY-4.0")]
    license: Option<Spanned<String>>,
    /// The license of the article, likewise.
    ///
    /// Without it, the author has given none.
    #[schemars(with = "Option<String>", example = &"CC-BY-NC-4.0")]
    article_license: Option<Spanned<String>>,
    /// Where the page is published: an address that begins with `https://` and ends with `/`.
    ///
    /// Without it, previews of links have no picture, and search engines and reference managers learn no lasting address;
    /// a note of the check says so. Leave it out until you know it.
    #[schemars(with = "Option<String>", regex(pattern = "^https?://.*/$"), example = &"https://example.org/trotsky/")]
    address: Option<Spanned<String>>,
    /// The picture in previews of links: a PNG or JPEG file beside `story.toml`, 1200 wide and 630 high.
    ///
    /// Without it, previews have no picture.
    #[schemars(with = "Option<String>", example = &"social.png")]
    picture: Option<Spanned<String>>,
    /// How the edition was made, in one or two short paragraphs. It may cite, and link within the page.
    ///
    /// Without it, the page says who the editors are, and no more.
    #[schemars(
        with = "Option<String>",
        example = &"We checked each statement against pages that we read in November 2026."
    )]
    about: Option<Spanned<String>>,
    /// Where readers can report errors: an address that begins with `https://` or `mailto:`.
    ///
    /// Without it, the page invites nobody to write.
    #[schemars(
        with = "Option<String>",
        regex(pattern = "^(https?://|mailto:).+"),
        example = &"mailto:editors@example.org"
    )]
    contact: Option<Spanned<String>>,
    /// The phases that the timeline falls into, from the earliest. The page offers each as a view of its own. Events before the
    /// first and after the last are in none of these views.
    ///
    /// Without them, the timeline is one stretch.
    #[serde(default)]
    phases: Vec<RawPhase>,
    /// Kinds of relations beside `ally`, `rival`, `enemy` and `family`.
    ///
    /// Without any, there are these four.
    #[serde(default)]
    stances: Vec<RawStance>,
    /// Ids of the people whom somebody tried to remove from history. Readers can then see the page as a censor’s copy,
    /// in which their names, portraits and lines are scraped away; the notes and entries on them stay.
    ///
    /// Without any, there is no such copy.
    #[serde(default)]
    #[schemars(with = "Vec<String>", example = serde_json::json!(["trotsky"]))]
    erased: Vec<Spanned<String>>,
    /// The disc that covers the face in the article’s picture there.
    ///
    /// Without it, the picture stays whole.
    #[schemars(with = "Option<RawDisc>")]
    erased_face: Option<Spanned<RawDisc>>,
    /// The id of the note that tells what was really erased.
    ///
    /// Without it, the censor’s copy leads to no note.
    #[schemars(with = "Option<String>", example = &"erased-pictures")]
    erased_note: Option<Spanned<String>>,
    /// What the search offers before anything is typed: about six names, years or questions. Try each, for the search
    /// knows only what is on the page.
    ///
    /// Without them, the search begins empty.
    #[serde(default)]
    #[schemars(with = "Vec<String>", example = serde_json::json!(["Who killed Trotsky?", "1927–1929", "Ice axe"]))]
    suggestions: Vec<Spanned<String>>,
    /// Whether the edition is still being made: statements may then lack their sources. The page says that it is a draft,
    /// lists what is missing, and asks search engines not to list it. An id that does not exist stays an error.
    ///
    /// Without it, a statement without a source is an error.
    #[serde(default)]
    #[schemars(example = true)]
    draft: bool,
    /// Which sites may show parts of the page in a frame: their origins, or `"*"` for every site. An origin is `https://` and
    /// a host name, without a slash at the end; `https://*.lms.example` stands for all subdomains of a domain, and `http://` is
    /// accepted only for `localhost` and `127.0.0.1`. With `address`, the share panel offers the markup.
    ///
    /// Without it, no site may.
    #[schemars(with = "Option<RawEmbed>", example = serde_json::json!(["https://lms.example"]))]
    embed: Option<Spanned<RawEmbed>>,
}

/// The edition, as far as it can be read without ids.
pub(crate) struct Edition {
    /// The page's language.
    pub language: String,
    pub publication: Publication,
    /// The text of [`Publication::about`], whose links are resolved later.
    pub about: Option<Spanned<String>>,
    /// The phases of the timeline, which are resolved later.
    pub phases: Vec<RawPhase>,
    /// The kinds of relations that the editors add, which are resolved later.
    pub stances: Vec<RawStance>,
    /// The people whom the censor's copy leaves out, who are resolved later.
    pub erasure: RawErasure,
    /// Whether statements may lack their sources.
    pub draft: bool,
}

/// Reads `story.toml`. Returns `None` if it is empty or cannot be read.
pub(crate) fn parse(folder: &Folder, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Edition> {
    if file.text.is_empty() {
        return None;
    }
    let raw: RawPublication = toml_file::table(file, 0..file.text.len(), problems)?;
    problems.extend(page_problem(&raw.language, file));
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
        let place = file.id.at(picture.span());
        let is_known = [".png", ".jpg", ".jpeg"].iter().any(|end| name.to_ascii_lowercase().ends_with(end));
        if !is_known || !folder.has(name) || name.contains(['/', '\\']) {
            problems.push(absent(folder, name, place, "the picture must be a PNG or JPEG file beside story.toml"));
        } else if is_whole(folder, name, Shown::Whole, &place, problems)
            && folder.is_on_disk()
            && folder.size(name).is_none()
        {
            let message = format!("the size of \"{name}\" cannot be read");
            problems.push(Diagnostic::error(place, message).help("save it again, as a PNG or JPEG file"));
        }
        picture.into_inner()
    });
    let description = raw.description.into_inner();
    let editors = authors::resolve(raw.editors, file, problems);
    let contact = raw.contact.map(|contact| {
        let given = contact.get_ref();
        if !["https://", "http://", "mailto:"].iter().any(|start| given.starts_with(start)) {
            problems.push(
                Diagnostic::error(file.id.at(contact.span()), format!("\"{given}\" is not an address to write to"))
                    .help("it begins with https:// or mailto:, as in mailto:editors@example.org"),
            );
        }
        contact.into_inner()
    });
    let erasure = RawErasure { people: raw.erased, face: raw.erased_face, note: raw.erased_note };
    let suggestions = suggestions(raw.suggestions, file, problems);
    let [license, article_license] =
        [raw.license, raw.article_license].map(|given| given.map(|given| license(given, file, problems)));
    let embed = embedding::resolve(raw.embed, file, problems);
    let publication = Publication {
        address,
        description,
        editors,
        license,
        article_license,
        picture,
        contact,
        suggestions,
        embed,
        ..Publication::default()
    };
    let language = raw.language.into_inner();
    let RawPublication { about, phases, stances, draft, .. } = raw;
    Some(Edition { language, publication, about, phases, stances, erasure, draft })
}

/// Checks that a license is an address or contains only the characters of an SPDX expression. The licenses that it names are
/// not checked, because the list of existing ones changes.
fn license(given: Spanned<String>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> String {
    let license = given.get_ref();
    let is_address = license.starts_with("https://") && !license.contains(char::is_whitespace);
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || ".-+() ".contains(letter);
    let is_expression = license.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '(');
    let is_expression = is_expression && license.chars().all(is_letter);
    if !is_address && !is_expression {
        problems.push(
            Diagnostic::error(file.id.at(given.span()), format!("\"{license}\" is not a license")).help(
                "name it as SPDX does, as in \"CC-BY-4.0\", or give the address of its text, as in \"https://…\"",
            ),
        );
    }
    given.into_inner()
}

/// Checks the search suggestions. Reports and drops duplicates, and suggestions that contain nothing to search for.
fn suggestions(given: Vec<Spanned<String>>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut suggestions: Vec<String> = Vec::new();
    for suggestion in given {
        let place = file.id.at(suggestion.span());
        let suggestion = suggestion.into_inner();
        if !suggestion.contains(char::is_alphanumeric) {
            problems.push(
                Diagnostic::error(place, "there is nothing to search for in this suggestion")
                    .help("write what a reader may look for: a name, years, a question"),
            );
        } else if suggestions.contains(&suggestion) {
            problems.push(Diagnostic::error(place, format!("\"{suggestion}\" is suggested twice")));
        } else {
            suggestions.push(suggestion);
        }
    }
    suggestions
}
