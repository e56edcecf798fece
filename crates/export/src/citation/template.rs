//! Citations that the program in the browser completes: only there are the page's address and the day known.
//!
//! A template is an ordinary citation in which placeholders stand for what is not known to the build. The program replaces
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
//! In CSL-JSON the placeholder of the day is a string of its own, which is replaced together with its quotation marks:
//! `"⟨accessed⟩"` by `{"date-parts":[[2026,11,28]]}`.
//!
//! The address is that of the page without a fragment in the template of an entry, which adds `#` and the id; in that of the
//! article it may have one, which leads to a sentence. It is percent-encoded as `location.href` is, and `{`, `}` and `\`,
//! which that leaves alone in a query, are replaced by `%7B`, `%7D` and `%5C`.
//!
//! No escaping of any of the forms touches the placeholders' characters.

use palimpsest_contract::citing::headline;
use palimpsest_contract::placeholder;
use palimpsest_story::{Story, Target};

use super::csl::Date;
use super::text::{closed_title, within_quotes};
use super::{Accessed, Citation, Work, bibtex, title};

/// The citations of what stands on the page itself, with placeholders (see [`placeholder`]).
///
/// A source needs none: [`cite`](super::cite) gives its citation, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates {
    /// The article; it has no placeholder for an id or a title.
    pub article: Citation,
    /// A person, an event or a note.
    pub entry: Citation,
}

/// The templates of a story's citations, made by what makes the citations themselves.
pub fn templates(story: &Story) -> Templates {
    templates_at(story, placeholder::PAGE)
}

/// The templates with this address in place of its placeholder. They name none where it is empty.
pub fn templates_at(story: &Story, page: &str) -> Templates {
    let accessed = Accessed { iso: placeholder::ACCESSED.to_owned(), csl: Date::Placeholder(placeholder::ACCESSED) };
    Templates {
        article: Work::article(story, page, Some(accessed.clone())).cite(),
        entry: Work::entry(story, placeholder::ID, placeholder::TITLE, page, Some(accessed)).cite(),
    }
}

/// What replaces the placeholder of an entry's title in each form, where it is not the title itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryTitle {
    /// In words, within quotation marks. `None` when it is a name, or the title as a [headline], and a full stop.
    pub quoted: Option<String>,
    /// In words, without any. `None` when it is the title and a full stop.
    pub plain: Option<String>,
    /// In BibTeX. `None` when it is the title.
    pub bibtex: Option<String>,
    /// In CSL-JSON. `None` when it is the title.
    pub csl_json: Option<String>,
}

/// What stands for the title of a person, an event or a note in citations. `None` when the story has no such entry.
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
