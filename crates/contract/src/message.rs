//! The program's own messages. The build takes them from the catalog of the page's language; the program fills in numbers
//! and names, and leaves the choice of a plural form to the browser.

use crate::text::replaced;
use crate::wire::record;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// A message of the program. Its placeholders are listed in the comment on each variant.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Message {
            $($(#[$doc])* $name,)*
        }

        impl Message {
            /// All messages, in the order in which the page carries them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the key of the message in the catalogs in `locales/`.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)*
                }
            }
        }
    };
}

messages! {
    /// The address names something that the page does not have: `name`.
    NoticeUnknown = "notice-unknown";
    /// The label of a button that closes something.
    Close = "close";
    /// The card's button back to `title`.
    CardBack = "card-back";
    /// The card's link to the entry itself.
    CardGo = "card-go";
    /// How many events are shown: `count` of `total`.
    LensEvents = "lens-events";
    /// Whom the reader follows: `name`.
    LensFollowing = "lens-following";
    /// The introduction to what two people, `first` and `second`, share.
    LensSharing = "lens-sharing";
    /// The years shown, `from` and `to`.
    LensYears = "lens-years";
    /// A year before Christ, `year`.
    BeforeChrist = "edtf-before-christ";
    /// A year after Christ, `year`, among years of which some are before Christ.
    AnnoDomini = "edtf-anno-domini";
    /// Only events in the article are shown.
    LensScope = "lens-scope";
    /// The number of sentences, `count`, that name everyone who is followed.
    LensSentences = "lens-sentences";
    /// The end of the line about the lens.
    LensEnd = "lens-end";
    /// The link to the timeline.
    LensTimeline = "lens-timeline";
    /// The button that shows everything again.
    LensClear = "lens-clear";
    /// Heading of the relations between `first` and `second`.
    BetweenTitle = "between-title";
    /// The page tells of no relation between the two people.
    BetweenNone = "between-none";
    /// The summary of the `count` places in the article.
    FollowedPlaces = "followed-places";
    /// The hint shown before anything is typed into the search.
    SearchHint = "search-hint";
    /// The number of results, `count`.
    SearchCount = "search-count";
    /// The accessible name of the list of results.
    SearchResults = "search-results";
    /// The headings of the kinds of results, beginning with people.
    SearchPeople = "search-people";
    /// Events.
    SearchEvents = "search-events";
    /// Notes and terms.
    SearchNotes = "search-notes";
    /// Sources.
    SearchSources = "search-sources";
    /// Sentences of the article.
    SearchArticle = "search-article";
    /// Views of the timeline.
    SearchView = "timeline-title";
    /// Sections and tools of the page.
    SearchWays = "search-ways";
    /// Results nearest to a query that nothing matches.
    SearchNearest = "search-nearest";
    /// Queries that the editors suggest.
    SearchSuggestions = "search-suggestions";
    /// Nothing matches `query`.
    SearchNone = "search-none";
    /// The view of the timeline for one year, `from`, with `count` events.
    SearchYear = "search-year";
    /// The view of the timeline for the years `from` to `to`, with `count` events.
    SearchYears = "search-years";
    /// The view of the timeline for two people, `first` and `second`, with the `count` events that they share.
    SearchTogether = "search-together";
    /// The words that the search drops where other words remain.
    SearchStopWords = "search-stop-words";
    /// Groups of words that the search treats as synonyms, separated by semicolons.
    SearchSynonyms = "search-synonyms";
    /// The words that stand for the person whom the article names most.
    SearchPronouns = "search-pronouns";
    /// The text was copied to the clipboard.
    ShareCopied = "share-copied";
    /// The browser does not allow copying the text.
    ShareRefused = "share-refused";
    /// The address of an entry was copied to the clipboard.
    LinkCopied = "link-copied";
    /// The browser does not allow copying the address.
    LinkRefused = "link-refused";
    /// A sentence of the article, `text`, in quotation marks.
    Quotation = "quotation";
}

/// A message in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// The forms of the message. A message without plural forms has a single form, for `other`.
    pub variants: Vec<Variant>,
}

record!(Pattern { variants });

/// One form of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// A number in digits, or a CLDR plural category: `zero`, `one`, `two`, `few`, `many`, `other`.
    pub when: String,
    /// The text. A name in braces is a placeholder for a value: `{name}`.
    pub text: String,
}

record!(Variant { when, text });

/// All messages in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// One pattern for each of [`Message::ALL`], in the same order.
    pub patterns: Vec<Pattern>,
    /// The ten digits of the language, from zero on; empty for 0 to 9.
    pub digits: String,
}

record!(Catalog { patterns, digits });

impl Catalog {
    /// Returns the text of a message with its values filled in. `count` selects the form: the form for that exact number,
    /// otherwise the form for the number's plural category, which `category` computes, otherwise the last form.
    pub fn text(
        &self,
        message: Message,
        count: Option<i32>,
        category: impl Fn(i32) -> String,
        values: &[(&str, &str)],
    ) -> String {
        let variants = self.variants(message);
        let form = |when: &str| variants.iter().find(|variant| variant.when == when);
        let chosen = count.and_then(|count| form(&count.to_string()).or_else(|| form(&category(count))));
        filled(chosen.or(variants.last()), values)
    }

    /// Formats a number in the digits of the language: `1921`, `١٩٢١`.
    pub fn number(&self, number: i32) -> String {
        let digit = |letter: char| self.digits.chars().nth(letter.to_digit(10)? as usize);
        number.to_string().chars().map(|letter| digit(letter).unwrap_or(letter)).collect()
    }

    /// Returns a year in words: `1917`, or `44 BC` for the astronomical year -43. If `first`, the earliest of the years that it
    /// appears among, is before Christ, a later year has its era as well: `AD 14`.
    pub fn year(&self, year: i32, first: i32) -> String {
        let (message, year) = match year {
            ..=0 => (Message::BeforeChrist, 1 - year),
            _ if first <= 0 => (Message::AnnoDomini, year),
            _ => return self.number(year),
        };
        filled(self.variants(message).last(), &[("year", &self.number(year))])
    }

    fn variants(&self, message: Message) -> &[Variant] {
        self.patterns.get(message as usize).map(|pattern| pattern.variants.as_slice()).unwrap_or_default()
    }
}

/// Returns the text of a form with its values filled in.
fn filled(form: Option<&Variant>, values: &[(&str, &str)]) -> String {
    let mut text = form.map(|form| form.text.clone()).unwrap_or_default();
    for (name, value) in values {
        text = replaced(&text, &["{", name, "}"].concat(), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn catalog() -> Catalog {
        let variant = |when: &str, text: &str| Variant { when: when.to_owned(), text: text.to_owned() };
        let mut patterns = vec![Pattern::default(); Message::ALL.len()];
        patterns[Message::SearchCount as usize] = Pattern {
            variants: vec![variant("0", "none"), variant("one", "{count} result"), variant("other", "{count} results")],
        };
        patterns[Message::BeforeChrist as usize] = Pattern { variants: vec![variant("other", "{year} BC")] };
        patterns[Message::BetweenTitle as usize] = Pattern { variants: vec![variant("other", "{first} and {second}")] };
        patterns[Message::AnnoDomini as usize] = Pattern { variants: vec![variant("other", "AD {year}")] };
        Catalog { patterns, digits: String::new() }
    }

    #[test]
    fn years_have_their_era_where_it_is_not_clear() {
        assert_eq!([1917, 1, 0, -43].map(|year| catalog().year(year, 1)), ["1917", "1", "1 BC", "44 BC"]);
        assert_eq!([14, 1, 0].map(|year| catalog().year(year, -43)), ["AD 14", "AD 1", "1 BC"]);
    }

    #[test]
    fn numbers_have_the_digits_of_the_language() {
        let arabic = Catalog { digits: "٠١٢٣٤٥٦٧٨٩".to_owned(), ..catalog() };
        assert_eq!([arabic.number(1921), arabic.number(-3), arabic.year(-43, -43)], ["١٩٢١", "-٣", "٤٤ BC"]);
        assert_eq!(catalog().number(1921), "1921");
    }

    #[test]
    fn a_number_chooses_the_form() {
        let category = |count: i32| if count == 1 { "one" } else { "other" }.to_owned();
        for (count, text) in [(0, "none"), (1, "1 result"), (21, "21 results")] {
            let values = [("count", &*count.to_string())];
            assert_eq!(catalog().text(Message::SearchCount, Some(count), category, &values), text);
        }
    }

    #[test]
    fn values_are_filled_in() {
        let text =
            catalog().text(Message::BetweenTitle, None, |_| String::new(), &[("first", "Ada"), ("second", "Bo")]);
        assert_eq!(text, "Ada and Bo");
        assert_eq!(Catalog::default().text(Message::Close, None, |_| String::new(), &[]), "");
    }

    #[test]
    fn messages_have_keys_of_their_own() {
        let keys: BTreeSet<_> = Message::ALL.iter().map(|message| message.key()).collect();
        assert_eq!(keys.len(), Message::ALL.len());
        assert!(Message::ALL.iter().enumerate().all(|(index, message)| *message as usize == index));
    }
}
