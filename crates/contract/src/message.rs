//! The program's own words. The build takes them from the catalog of the page's language; the program fills in numbers and
//! names, and leaves the choice of a plural form to the browser.

use crate::wire::record;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// A message of the program. Its placeholders are listed in its doc comment.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Message {
            $($(#[$doc])* $name,)*
        }

        impl Message {
            /// All messages, in the order in which they travel.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key of the message in the catalogs of `locales/`.
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
    /// The button that closes something.
    Close = "close";
    /// The card's way back to `title`.
    CardBack = "card-back";
    /// The card's link to the entry itself.
    CardGo = "card-go";
    /// What is shown: `count` of `total` events.
    LensEvents = "lens-events";
    /// Whom the reader follows: `name`.
    LensFollowing = "lens-following";
    /// What two people, `first` and `second`, share.
    LensSharing = "lens-sharing";
    /// The years shown, `from` and `to`.
    LensYears = "lens-years";
    /// A year before Christ, `year`.
    BeforeChrist = "edtf-before-christ";
    /// Only events in the article are shown.
    LensScope = "lens-scope";
    /// The `count` sentences that name everybody who is followed.
    LensSentences = "lens-sentences";
    /// What ends the line.
    LensEnd = "lens-end";
    /// The link to the timeline.
    LensTimeline = "lens-timeline";
    /// The button that shows everything again.
    LensClear = "lens-clear";
    /// Heading of the relations between `first` and `second`.
    BetweenTitle = "between-title";
    /// The page has no relation between the two.
    BetweenNone = "between-none";
    /// The summary of the `count` places in the article.
    FollowedPlaces = "followed-places";
    /// The search, before anything was typed.
    SearchHint = "search-hint";
    /// The number of results, `count`.
    SearchCount = "search-count";
    /// The name of the list of results.
    SearchResults = "search-results";
    /// The kinds of results.
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
    /// What is nearest to a query that nothing matches.
    SearchNearest = "search-nearest";
    /// What the editors suggest.
    SearchSuggestions = "search-suggestions";
    /// Nothing matches `query`.
    SearchNone = "search-none";
    /// The view of the timeline for one year, `from`, with `count` events.
    SearchYear = "search-year";
    /// The same for the years `from` to `to`.
    SearchYears = "search-years";
    /// The view of the timeline for two people, `first` and `second`, with their `count` events together.
    SearchTogether = "search-together";
    /// The words that the search drops where others are left.
    SearchStopWords = "search-stop-words";
    /// Groups of words that mean the same to the search, with a semicolon between them.
    SearchSynonyms = "search-synonyms";
    /// The words that stand for whom the article names most.
    SearchPronouns = "search-pronouns";
    /// The clipboard has the text.
    ShareCopied = "share-copied";
    /// The browser does not allow copying.
    ShareRefused = "share-refused";
    /// The clipboard has the address of an entry.
    LinkCopied = "link-copied";
    /// The browser does not allow copying it.
    LinkRefused = "link-refused";
    /// A sentence of the article, `text`, in quotation marks.
    Quotation = "quotation";
}

/// A message in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// Its forms. A message without plural forms has one, for `other`.
    pub variants: Vec<Variant>,
}

record!(Pattern { variants });

/// One form of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// A number as digits, or a plural category of CLDR: `zero`, `one`, `two`, `few`, `many`, `other`.
    pub when: String,
    /// The text. A name in braces stands for a value: `{name}`.
    pub text: String,
}

record!(Variant { when, text });

/// All messages in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog {
    /// One for each of [`Message::ALL`], in its order.
    pub patterns: Vec<Pattern>,
}

record!(Catalog { patterns });

impl Catalog {
    /// The text of a message with its values filled in. `count` chooses the form: the one for that very number, else the one
    /// for `category`, which gives the number's plural category in the language, else the last.
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

    /// A year in words: `1917`, or `44 BC` for the astronomical year -43.
    pub fn year(&self, year: i32) -> String {
        if year > 0 {
            return year.to_string();
        }
        filled(self.variants(Message::BeforeChrist).last(), &[("year", &(1 - year).to_string())])
    }

    fn variants(&self, message: Message) -> &[Variant] {
        self.patterns.get(message as usize).map(|pattern| pattern.variants.as_slice()).unwrap_or_default()
    }
}

/// The text of a form with its values filled in.
fn filled(form: Option<&Variant>, values: &[(&str, &str)]) -> String {
    let mut text = form.map(|form| form.text.clone()).unwrap_or_default();
    for (name, value) in values {
        text = text.replace(&["{", name, "}"].concat(), value);
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
        Catalog { patterns }
    }

    #[test]
    fn years_before_christ_have_their_era() {
        assert_eq!([1917, 1, 0, -43].map(|year| catalog().year(year)), ["1917", "1", "1 BC", "44 BC"]);
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
