//! Citations of everything on the page: in words, for BibTeX, and in CSL-JSON.
//!
//! The author's work (the page as a whole, and every sentence of the article) is cited as the author's. The editors'
//! additions (people, events and notes) are cited as entries by the editors in this edition of the author's article.

mod bibtex;
mod csl;
mod field;
mod issued;
mod name;
mod source;
mod style;
mod template;
mod tex;
mod text;

use palimpsest_story::{CalendarDay, Source, SourceId, Story, Target};

use crate::date::{Unit, iso};
use name::Name;
pub use template::{EntryTitle, Templates, entry_title, templates, templates_at};

/// The name of the edition.
const EDITION: &str = "Palimpsest";

/// Something that can be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// The author's article: the page as a whole, or a sentence of the article.
    Article,
    /// A person, an event or a note of the editors. A source is treated like [`Cited::Source`].
    Entry(Target),
    /// A work that the editors rely on.
    Source(SourceId),
}

/// A citation in all formats that readers can copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The citation in words: in Chicago, MLA and APA style. A source has only one, in the style of the page.
    pub texts: Vec<String>,
    /// An entry for BibTeX or biblatex, without a trailing newline.
    pub bibtex: String,
    /// A CSL-JSON list with one item, without a trailing newline.
    pub csl_json: String,
}

/// Cites something in the story at the address where the story is published. `accessed` is the day on which the reader saw
/// the page; a citation of a source does not mention it. Returns `None` if the story has nothing with this id.
pub fn cite(story: &Story, cited: &Cited, accessed: Option<CalendarDay>) -> Option<Citation> {
    match work(story, cited, accessed)? {
        Ok(work) => Some(work.cite()),
        Err(source) => Some(source::cite(source)),
    }
}

/// Cites without any text in words, which takes a hundred times as long, for export to other programs.
pub(crate) fn cite_for_programs(story: &Story, cited: &Cited) -> Option<Citation> {
    match work(story, cited, None)? {
        Ok(work) => Some(work.cite_for_programs()),
        Err(source) => Some(source::cite(source)),
    }
}

/// Returns what is to be cited: a work of this edition (`Ok`), or a source (`Err`).
fn work<'story>(
    story: &'story Story,
    cited: &'story Cited,
    accessed: Option<CalendarDay>,
) -> Option<Result<Work<'story>, &'story Source>> {
    let target = match cited {
        Cited::Article => None,
        Cited::Entry(Target::Source(id)) | Cited::Source(id) => return story.source(id).map(Err),
        Cited::Entry(target) => Some(target),
    };
    let page = story.publication.address.as_deref().unwrap_or_default();
    let accessed = accessed.map(Accessed::on);
    let work = match target {
        None => Work::article(story, page, accessed),
        Some(target) => Work {
            is_name: matches!(target, Target::Person(_)),
            ..Work::entry(story, target.fragment(), title(story, target)?, page, accessed)
        },
    };
    Some(Ok(work))
}

/// Returns the title of an entry, or `None` if the story has no such entry.
fn title<'story>(story: &'story Story, target: &Target) -> Option<&'story str> {
    Some(story.title(target)).filter(|title| !title.is_empty())
}

/// A work of this edition, ready to be cited. Unknown texts are empty.
struct Work<'story> {
    /// The key in a bibliography.
    key: String,
    authors: Vec<Name>,
    title: String,
    /// Whether the title is a person's name, whose capitals must be kept.
    is_name: bool,
    story: &'story Story,
    /// The work that contains this one. The article itself has none.
    container: Option<Container<'story>>,
    /// The day of publication in ISO 8601.
    date: &'story str,
    address: String,
    accessed: Option<Accessed>,
}

struct Container<'story> {
    title: &'story str,
    authors: Vec<Name>,
}

/// The day on which a reader saw the page.
#[derive(Clone)]
struct Accessed {
    iso: String,
    csl: csl::Date,
}

impl Accessed {
    fn on(day: CalendarDay) -> Self {
        let unit = Unit { year: day.year, month: Some(day.month), day: Some(day.day) };
        Self { iso: iso(day), csl: csl::Date::of(unit) }
    }
}

impl<'story> Work<'story> {
    /// Creates the work for the author's article, on the page with this address.
    fn article(story: &'story Story, address: &str, accessed: Option<Accessed>) -> Self {
        Self {
            key: article_key(story),
            authors: name::authors(story),
            title: story.article.title.clone(),
            is_name: false,
            story,
            container: None,
            date: &story.article.date,
            address: percent_encoded(address),
            accessed,
        }
    }

    /// Creates the work for an entry of the editors, on the page with this address.
    fn entry(story: &'story Story, id: &str, title: &str, page: &str, accessed: Option<Accessed>) -> Self {
        Self {
            key: format!("{}-{id}", article_key(story)),
            authors: name::editors(story),
            title: title.to_owned(),
            is_name: false,
            story,
            container: Some(Container { title: &story.article.title, authors: name::authors(story) }),
            date: "",
            address: if page.is_empty() { String::new() } else { percent_encoded(&format!("{page}#{id}")) },
            accessed,
        }
    }

    fn cite(&self) -> Citation {
        Citation { texts: style::citations(self), ..self.cite_for_programs() }
    }

    fn cite_for_programs(&self) -> Citation {
        Citation { texts: Vec::new(), bibtex: bibtex::entry(self), csl_json: csl::list(self) }
    }
}

/// Returns the article's key in a bibliography, such as `caroline2016`. BibTeX requires ASCII with an initial letter. No
/// source of the story has the same key.
fn article_key(story: &Story) -> String {
    let mut key = String::new();
    let year = story.article.date.split('-').next().unwrap_or_default();
    let authors = name::authors(story);
    for piece in [authors.first().map(Name::last).unwrap_or_default(), year] {
        key.extend(piece.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()));
        if key.is_empty() {
            key.push_str("palimpsest");
        }
    }
    while story.sources.iter().any(|source| *source.id == *key) {
        key.push_str("-article");
    }
    key
}

/// Encodes the characters of an address that would end a BibTeX field, in which addresses are read verbatim.
fn percent_encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            '{' => encoded.push_str("%7B"),
            '}' => encoded.push_str("%7D"),
            '\\' => encoded.push_str("%5C"),
            ' ' => encoded.push_str("%20"),
            letter => encoded.push(letter),
        }
    }
    encoded
}

#[cfg(test)]
mod tests;
