//! Citations in words, in the styles that a reader can choose: Chicago (18th edition, notes and bibliography), MLA (9th) and
//! APA (7th), made by a CSL processor. They are plain text, so titles that a style sets in italics are not marked.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use palimpsest_contract::citing::headline;
use palimpsest_contract::placeholder;
use palimpsest_story::{Sentence, Story, uncited};

use super::csl::{self, Date};
use super::text::{closed_title, within_quotes};
use super::{Accessed, EDITION, Work};

/// The placeholder for the title of an entry's container, which the processor must not interpret.
const CONTAINER: &str = "⟨container⟩";

/// The placeholder for the day on which the reader sees the page, and the ways in which the styles write it.
const UNKNOWN_DAY: [i32; 3] = [2222, 11, 22];
const WRITTEN: [(&str, [&str; 5]); 2] = [
    ("November 22, 2222", [placeholder::MONTH, " ", placeholder::DAY, ", ", placeholder::YEAR]),
    ("22 Nov. 2222", [placeholder::DAY, " ", placeholder::SHORT_MONTH, " ", placeholder::YEAR]),
];

/// The styles and their locales, unpacked once, because that takes longer than all citations.
static STYLES: LazyLock<([IndependentStyle; 3], Vec<Locale>)> = LazyLock::new(|| {
    let independent = |style: ArchivedStyle| match style.get() {
        Style::Independent(style) => style,
        Style::Dependent(_) => unreachable!("the three styles are independent ones"),
    };
    let styles = [
        ArchivedStyle::ChicagoNotes,
        ArchivedStyle::ModernLanguageAssociation,
        ArchivedStyle::AmericanPsychologicalAssociation,
    ];
    (styles.map(independent), locales())
});

/// Cites a work in each style.
pub(super) fn citations(work: &Work) -> Vec<String> {
    let (styles, locales) = &*STYLES;
    let container = work.container.as_ref();
    let unknown_day = Date::Parts { parts: [UNKNOWN_DAY.to_vec()] };
    let accessed = work.accessed.as_ref().map(|accessed| match accessed {
        Accessed { csl: Date::Placeholder(_), .. } => &unknown_day,
        Accessed { csl, .. } => csl,
    });
    let edition = format!("{EDITION} ed.");
    let mut item = csl::Item::of(work);
    item.title = if work.title.is_empty() { "" } else { placeholder::TITLE };
    item.container_title = container.map(|_| CONTAINER);
    item.edition = &edition;
    item.accessed = accessed;
    // Entries are cited as part of a reference work. For the article, these are the types with which each style prints its
    // title, edition and day.
    let types =
        ["webpage", "document", "document"].map(|of_article| if container.is_some() { "entry" } else { of_article });
    let write = |((style, capitals), kind): ((&IndependentStyle, Capitals), &'static str)| {
        item.r#type = kind;
        let mut text = processed(&item, style, locales);
        for (day, placeholders) in WRITTEN {
            text = text.replace(day, &placeholders.concat());
        }
        if container.is_none() {
            return with_title(&text, placeholder::TITLE, &capitals.of_article(work));
        }
        let text = with_title(&text, CONTAINER, &capitals.of_article(work));
        with_title(&text, placeholder::TITLE, &capitals.of_entry(work))
    };
    styles.iter().zip([Capitals::Headline, Capitals::Headline, Capitals::Sentence]).zip(types).map(write).collect()
}

fn processed(item: &csl::Item, style: &IndependentStyle, locales: &[Locale]) -> String {
    // Strings and numbers under string keys can always be written as JSON, and the processor can read it.
    let json = serde_json::to_string(item).unwrap_or_default();
    let Ok(item) = serde_json::from_str::<Item>(&json) else { return String::new() };
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::new(vec![CitationItem::with_entry(&item)], style, None, locales, None));
    let bibliography = driver.finish(BibliographyRequest::new(style, None, locales)).bibliography;
    let items = bibliography.map(|bibliography| bibliography.items).unwrap_or_default();
    items.iter().map(|item| format!("{:#}", item.content)).collect::<Vec<_>>().concat()
}

/// Inserts a title with one punctuation mark at its end: its own, or the period that the style puts there.
fn with_title(text: &str, place: &str, title: &str) -> String {
    let quoted = text.contains(&format!("“{place}"));
    let title = if quoted { within_quotes(title) } else { title.to_owned() };
    let dotted = format!("{place}.");
    if text.contains(&dotted) { text.replace(&dotted, &closed_title(&title)) } else { text.replace(place, &title) }
}

/// The capitalization of titles.
#[derive(Clone, Copy)]
enum Capitals {
    Headline,
    /// Applies only to the article's title: the titles of entries are already in sentence case.
    Sentence,
}

impl Capitals {
    fn of_article(self, work: &Work) -> String {
        let title = work.container.as_ref().map_or(work.title.as_str(), |container| container.title);
        match self {
            Self::Headline => headline(title),
            Self::Sentence => {
                common_words(work.story).iter().fold(title.to_owned(), |title, word| lowered(&title, word))
            }
        }
    }

    fn of_entry(self, work: &Work) -> String {
        match self {
            Self::Headline if !work.is_name => headline(&work.title),
            _ => work.title.clone(),
        }
    }
}

/// Lower-cases the given word in a title, except at the beginning of the title or after a colon, question or exclamation
/// mark.
fn lowered(title: &str, word: &str) -> String {
    let mut begins = true;
    let words = title.split(' ').map(|one| {
        let is_it = !begins && one.starts_with(char::is_uppercase) && bare(one) == word;
        begins = one.ends_with([':', '?', '!']);
        if is_it { one.to_lowercase() } else { one.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns the words of the article's title that are not names, which APA titles write in lower case. A word counts as a
/// name if the story also capitalizes it within a sentence.
fn common_words(story: &Story) -> Vec<String> {
    let sentences = story.article.sentences().map(Sentence::text);
    let events = story.events.iter().flat_map(|event| event.text.iter().chain([&event.summary])).map(uncited);
    let notes = story.notes.iter().flat_map(|note| &note.text).map(uncited);
    let people = story.people.iter().map(|person| format!("of {}", person.name));
    let mut names = BTreeSet::new();
    for text in sentences.chain(events).chain(notes).chain(people) {
        let words: Vec<&str> = text.split_whitespace().collect();
        for pair in words.windows(2) {
            // A word after punctuation may begin a sentence, and a word in quotation marks a quotation.
            if pair[0].ends_with(char::is_alphanumeric) && pair[1].starts_with(char::is_uppercase) {
                names.insert(bare(pair[1]).to_owned());
            }
        }
    }
    let is_common = |word: &&str| word.starts_with(char::is_uppercase) && !names.contains(*word);
    story.article.title.split(' ').map(bare).filter(is_common).map(str::to_owned).collect()
}

/// Returns a word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests;
