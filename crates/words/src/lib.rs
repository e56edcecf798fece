//! The words of the interface in one language.
//!
//! They are in `locales/`, one catalog per language, in the format of Project Fluent, and are compiled in. To add a
//! language, add its file: the build script finds it. The language's direction, digits and alphabet come from CLDR, through
//! ICU4X.

mod forms;
mod language;

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Value;
pub use forms::Form;
pub use language::{canonical, direction};

use crate::language::{Customs, same_script};

/// The available languages, each with its catalog, in alphabetical order.
const CATALOGS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/catalogs.rs"));

/// The attribute of a message with the form for use within other messages.
const OF: &str = "of";

/// The attribute of a message with the form for countries where the month stands before the day.
const MONTH_FIRST: &str = "month-first";

/// The keys of the months, from January.
pub const MONTHS: [&str; 12] = [
    "month-january",
    "month-february",
    "month-march",
    "month-april",
    "month-may",
    "month-june",
    "month-july",
    "month-august",
    "month-september",
    "month-october",
    "month-november",
    "month-december",
];

/// The keys of the headers of `passages.csv`, in order. A page offers that table for download, and an import reads it.
pub const PASSAGE_COLUMNS: [&str; 9] = [
    "export-id",
    "export-work",
    "export-at",
    "export-read",
    "export-extent",
    "export-grade",
    "export-says",
    "export-rests",
    "export-address",
];

/// An error in loading or looking up words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The language is not a BCP 47 tag, or has no catalog.
    #[error("the page cannot be in the language \"{0}\": there is no catalog for it")]
    UnknownLanguage(String),
    /// A catalog is not in Fluent's format, or defines a key twice.
    #[error("the catalog for \"{language}\" cannot be read: {reason}")]
    Unreadable {
        /// The catalog's language.
        language: String,
        /// The message of the parser.
        reason: String,
    },
    /// Words were requested that the catalog does not have, or that need other values.
    #[error("the catalog for \"{language}\" lacks {}", .faults.join(", "))]
    Incomplete {
        /// The catalog's language.
        language: String,
        /// The keys, each with what is wrong with it, if it exists.
        faults: Vec<String>,
    },
}

/// The words of one language. A clone is another handle to the same catalog.
///
/// A missing key yields an empty string and is recorded; call [`Words::check`] before publishing.
#[derive(Clone)]
pub struct Words(Rc<Catalog>);

struct Catalog {
    language: String,
    customs: Customs,
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
    bracketed: bool,
    used: RefCell<BTreeSet<String>>,
    faults: RefCell<BTreeSet<String>>,
}

impl Default for Words {
    /// Returns the words in English.
    fn default() -> Self {
        Self::load("en").expect("the English catalog is compiled in, and a test reads it")
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Returns the languages that have a catalog: BCP 47 tags in alphabetical order.
pub fn languages() -> impl Iterator<Item = &'static str> {
    CATALOGS.iter().map(|(language, _)| *language)
}

impl Words {
    /// Returns the words for a BCP 47 tag. `en-GB` gets those of `en` unless it has a catalog of its own, but `zh-Hant` does
    /// not get those of `zh`, which are in another script. A message of `en-US` is the attribute `month-first`, if there is
    /// one.
    ///
    /// # Errors
    ///
    /// Returns [`Error::UnknownLanguage`], or [`Error::Unreadable`] for a broken catalog.
    pub fn load(language: &str) -> Result<Self, Error> {
        Self::find(language, false)
    }

    /// Returns the same words, with each message between `⟦` and `⟧`. Tests use them to find text that bypasses the catalog.
    ///
    /// # Errors
    ///
    /// Returns the same errors as [`Words::load`].
    pub fn bracketed(language: &str) -> Result<Self, Error> {
        Self::find(language, true)
    }

    fn find(language: &str, bracketed: bool) -> Result<Self, Error> {
        let find = |tag: &str| CATALOGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(tag));
        let first = language.split(['-', '_']).next().unwrap_or_default();
        let general = || find(first).filter(|(known, _)| same_script(known, language));
        let Some((known, source)) = find(language).or_else(general) else {
            return Err(Error::UnknownLanguage(language.to_owned()));
        };
        Self::read(known, source, Customs::of(language), bracketed)
    }

    fn read(language: &str, source: &str, customs: Customs, bracketed: bool) -> Result<Self, Error> {
        let unreadable = |reason: String| Error::Unreadable { language: language.to_owned(), reason };
        let tag: LanguageIdentifier =
            language.parse().map_err(|_| unreadable("its name is not a language".to_owned()))?;
        let all = |errors: &[String]| errors.join("; ");
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| unreadable(all(&errors.iter().map(ToString::to_string).collect::<Vec<_>>())))?;
        let keys = resource.entries().filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        });
        let keys = keys.collect();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Adds `NUMBER`, which a catalog needs for ordinals. This only fails if it has been added already.
        bundle.add_builtins().map_err(|error| unreadable(error.to_string()))?;
        // Isolation marks would be copied with the text, and the page sets `dir` where a name needs it.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(language::mark_digits));
        bundle
            .add_resource(resource)
            .map_err(|errors| unreadable(all(&errors.iter().map(ToString::to_string).collect::<Vec<_>>())))?;
        let [used, faults] = [RefCell::default(), RefCell::default()];
        let language = language.to_owned();
        Ok(Self(Rc::new(Catalog { language, customs, bundle, keys, bracketed, used, faults })))
    }

    /// Returns the language of the words, a BCP 47 tag.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Returns the value of `dir` for a text within others. It is `auto` for a text with letters of the opposite direction
    /// to this language, which isolates the text and gives it the direction of its own first letter, and `None` for any
    /// other text.
    pub fn direction(&self, text: &str) -> Option<&'static str> {
        language::is_mixed(text, self.0.customs.right_to_left).then_some("auto")
    }

    /// Formats a number in the digits of the language, without thousands separators: `1921`, `١٩٢١`.
    pub fn number(&self, number: impl ToString) -> String {
        self.0.customs.digits(&number.to_string())
    }

    /// Compares two texts by the language's alphabet. Case only breaks ties.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.0.customs.compare(one, other)
    }

    /// Joins items with the comma of the language.
    pub fn list<'a>(&self, items: impl IntoIterator<Item = &'a str>) -> String {
        items.into_iter().collect::<Vec<_>>().join(&self.comma())
    }

    /// Returns the comma of the language, including the space after it if it has one.
    pub fn comma(&self) -> String {
        let text = self.format("edtf-comma", &[("from", "\u{1}".into()), ("to", "\u{1}".into())]);
        text.split('\u{1}').nth(1).unwrap_or_default().to_owned()
    }

    /// Returns a message without values.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// Returns a message with values: `words.format("timeline-count", &[("count", 3.into())])`. Line breaks in the catalog
    /// become spaces.
    ///
    /// A number among the values is written in the digits of the language.
    pub fn format(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.pattern(key).map(|pattern| self.fill(key, pattern, values)).unwrap_or_default()
    }

    /// Returns a message in the form for use within others, such as a month after its day. This is the first of the
    /// attributes `forms` that the message has, or else the message itself.
    pub fn format_as(&self, key: &str, forms: &[&str], values: &[(&str, Value)]) -> String {
        let Some(pattern) = self.pattern(key) else { return String::new() };
        let message = self.0.bundle.get_message(key);
        let form = message.and_then(|message| forms.iter().find_map(|form| message.get_attribute(form)));
        self.fill(key, form.map_or(pattern, |form| form.value()), values)
    }

    /// Returns a message in its form after “of”, which most words take within others.
    pub fn format_of(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.format_as(key, &[OF], values)
    }

    fn fill(&self, key: &str, pattern: &Pattern<&str>, values: &[(&str, Value)]) -> String {
        let arguments: FluentArgs = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.0.bundle.format_pattern(pattern, Some(&arguments), &mut errors).replace('\n', " ");
        let text = self.0.customs.set_digits(text);
        for error in errors {
            self.fault(format!("{key} ({error})"));
        }
        if self.0.bracketed { format!("⟦{text}⟧") } else { text }
    }

    /// Returns the forms of a message, for a program that fills in the values itself: text with `{name}` for each value, and
    /// one form for each variant of its select, the default last. The message may have at most one select, on `$count`.
    pub fn forms(&self, key: &str) -> Vec<Form> {
        let Some(pattern) = self.pattern(key) else { return Vec::new() };
        let mut forms = forms::of(pattern).unwrap_or_else(|reason| {
            self.fault(format!("{key} ({reason})"));
            Vec::new()
        });
        for form in forms.iter_mut().filter(|_| self.0.bracketed) {
            form.text = format!("⟦{}⟧", form.text);
        }
        forms
    }

    /// Reports whether dates put the month before the day, as in the United States.
    pub fn is_month_first(&self) -> bool {
        self.0.customs.month_first
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        self.0.used.borrow_mut().insert(key.to_owned());
        let message = self.0.bundle.get_message(key);
        let regional = message.as_ref().filter(|_| self.0.customs.month_first);
        let regional = regional.and_then(|message| message.get_attribute(MONTH_FIRST)).map(|form| form.value());
        let pattern = regional.or_else(|| message.and_then(|message| message.value()));
        if pattern.is_none() {
            self.fault(key.to_owned());
        }
        pattern
    }

    fn fault(&self, fault: String) {
        self.0.faults.borrow_mut().insert(fault);
    }

    /// Checks that all words requested so far were available.
    ///
    /// # Errors
    ///
    /// Returns [`Error::Incomplete`] with everything that was not.
    pub fn check(&self) -> Result<(), Error> {
        let faults: Vec<String> = self.0.faults.borrow().iter().cloned().collect();
        if faults.is_empty() { Ok(()) } else { Err(Error::Incomplete { language: self.0.language.clone(), faults }) }
    }

    /// Returns the keys in the catalog that have not been requested so far.
    pub fn unused(&self) -> Vec<String> {
        self.0.keys.difference(&self.0.used.borrow()).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Words {
        Words::read("en", source, Customs::of("en"), false).expect("the catalog is sound")
    }

    #[test]
    fn every_catalog_can_be_read_and_has_the_same_keys() {
        for (language, _) in CATALOGS {
            let words = Words::load(language).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!((words.language(), &words.0.keys), (*language, &Words::default().0.keys));
        }
        assert!(Words::load("en-GB").is_ok_and(|words| words.language() == "en"));
    }

    #[test]
    fn an_unknown_language_has_no_words() {
        assert_eq!(Words::load("tlh").err(), Some(Error::UnknownLanguage("tlh".to_owned())));
    }

    #[test]
    fn values_are_filled_in_and_numbers_choose_the_form() {
        let words = words(
            "minutes = { $count ->\n    [one] One minute\n   *[other] { $count } minutes\n }\nhi = Hello,\n  { $name }!\n",
        );
        assert_eq!(words.format("minutes", &[("count", 1.into())]), "One minute");
        assert_eq!(words.format("minutes", &[("count", 1200.into())]), "1200 minutes");
        assert_eq!(words.format("hi", &[("name", "Ada".into())]), "Hello, Ada!");
        assert_eq!(words.check(), Ok(()));
    }

    #[test]
    fn what_is_missing_is_told() {
        let words = words("a = A\nb = { $name }\nc = C\n");
        assert_eq!([words.text("a"), words.text("z")], ["A", ""]);
        let _ = words.text("b");
        let told = words.check().map_err(|error| error.to_string());
        assert_eq!(told, Err("the catalog for \"en\" lacks b (Resolver error: Unknown variable: $name), z".to_owned()));
        assert_eq!(words.unused(), ["c"]);
    }

    #[test]
    fn broken_catalogs_are_refused() {
        for source in ["a = {", "a = A\na = B\n"] {
            assert!(
                matches!(Words::read("en", source, Customs::of("en"), false), Err(Error::Unreadable { .. })),
                "{source}"
            );
        }
    }
}
