//! Citation templates for the browser program, which fills in the page's address and the day, known only there.
//!
//! A template is an ordinary citation in which placeholders represent what the build does not know. The program replaces
//! every occurrence of each placeholder:
//!
//! | placeholder | in words | in BibTeX | in CSL-JSON |
//! | --- | --- | --- | --- |
//! | [`PAGE`](placeholder::PAGE) | the address | the address | the address |
//! | [`ID`](placeholder::ID) | the entry's id | the entry's id | the entry's id |
//! | [`TITLE`](placeholder::TITLE) | [`EntryTitle::quoted`] or [`EntryTitle::plain`] | [`EntryTitle::bibtex`] | [`EntryTitle::csl_json`] |
//! | [`YEAR`](placeholder::YEAR), [`MONTH`](placeholder::MONTH), [`SHORT_MONTH`](placeholder::SHORT_MONTH), [`DAY`](placeholder::DAY) | as they are called | | |
//! | [`ACCESSED`](placeholder::ACCESSED) | | `2026-11-28` | see below |
//!
//! In CSL-JSON, the placeholder of the day is a string of its own, which is replaced together with its quotation marks:
//! `"⟨accessed⟩"` by `{"date-parts":[[2026,11,28]]}`.
//!
//! In the template of an entry, the address is that of the page without a fragment, and the template adds `#` and the id. In
//! that of the article, the address may have a fragment that identifies a sentence. It is percent-encoded like
//! `location.href`, and `{`, `}` and `\`, which `location.href` does not encode in a query, are replaced by `%7B`, `%7D` and
//! `%5C`.
//!
//! No escaping in any of the formats changes the placeholders' characters.

use palimpsest_contract::citing::headline;
use palimpsest_contract::placeholder;
use palimpsest_story::{Story, Target};

use super::csl::Date;
use super::text::{closed_title, within_quotes};
use super::{Accessed, Citation, Work, bibtex, title};

/// The citations of the page's own content, with placeholders (see [`placeholder`]).
///
/// A source needs no template: [`cite`](super::cite) returns its complete citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates {
    /// The article; it has no placeholder for an id or a title.
    pub article: Citation,
    /// A person, an event or a note.
    pub entry: Citation,
}

/// Returns the templates of a story's citations, made by the same code as the citations themselves.
pub fn templates(story: &Story) -> Templates {
    templates_at(story, placeholder::PAGE)
}

/// Returns the templates with this address in place of its placeholder. If it is empty, they do not name an address.
pub fn templates_at(story: &Story, page: &str) -> Templates {
    let accessed = Accessed { iso: placeholder::ACCESSED.to_owned(), csl: Date::Placeholder(placeholder::ACCESSED) };
    Templates {
        article: Work::article(story, page, Some(accessed.clone())).cite(),
        entry: Work::entry(story, placeholder::ID, placeholder::TITLE, page, Some(accessed)).cite(),
    }
}

/// The replacements for the placeholder of an entry's title in each format, if they differ from the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryTitle {
    /// In words, within quotation marks. `None` if it is the title (as a [headline], unless it is a name) and a period.
    pub quoted: Option<String>,
    /// In words, without quotation marks. `None` if it is the title and a period.
    pub plain: Option<String>,
    /// In BibTeX. `None` if it is the title.
    pub bibtex: Option<String>,
    /// In CSL-JSON. `None` if it is the title.
    pub csl_json: Option<String>,
}

/// Returns the title of a person, an event or a note in the forms used in citations. `None` if the story has no such entry.
pub fn entry_title(story: &Story, target: &Target) -> Option<EntryTitle> {
    let title = title(story, target)?;
    let capitals = if matches!(target, Target::Person(_)) { title.to_owned() } else { headline(title) };
    let json = serde_json::to_string(title).unwrap_or_default();
    let json = json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or_default();
    let differs = |written: String, from: &str| Some(written).filter(|written| written != from);
    Some(EntryTitle {
        quoted: differs(closed_title(&within_quotes(&capitals)), &format!("{capitals}.")),
        plain: differs(closed_title(title), &format!("{title}.")),
        bibtex: differs(bibtex::escaped(title), title),
        csl_json: differs(json.to_owned(), title),
    })
}
