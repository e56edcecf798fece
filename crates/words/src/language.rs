//! CLDR's data about a language: its direction, its digits, its alphabet.

use std::cmp::Ordering;

use fluent_bundle::FluentValue;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};

/// Private-use characters for the digits of a number within a message, until the language's digits replace them. A message
/// may also contain the digits of other values, which must not change.
const MARKS: std::ops::RangeInclusive<char> = '\u{f0030}'..='\u{f0039}';

/// The conventions of a language: direction, digits, and sort order.
pub(crate) struct Customs {
    pub right_to_left: bool,
    pub month_first: bool,
    digits: [char; 10],
    collator: Option<CollatorBorrowed<'static>>,
}

impl Customs {
    /// Returns the conventions for a BCP 47 tag. The tag's extension `nu` selects the digits: `ar-u-nu-latn`.
    pub(crate) fn of(language: &str) -> Self {
        let locale = locale(language);
        let mut options = DecimalFormatterOptions::default();
        options.grouping_strategy = Some(GroupingStrategy::Never);
        let formatter = DecimalFormatter::try_new(locale.clone().into(), options).ok();
        let digit = |digit: u8| {
            let written = formatter.as_ref()?.format(&Decimal::from(digit)).to_string();
            written.chars().next()
        };
        let digits = std::array::from_fn(|value| {
            let value = u8::try_from(value).unwrap_or_default();
            digit(value).unwrap_or(char::from(b'0' + value))
        });
        Self {
            right_to_left: is_right_to_left(language),
            month_first: is_month_first(language),
            digits,
            collator: Collator::try_new(locale.into(), CollatorOptions::default()).ok(),
        }
    }

    /// Writes a number in the language's digits.
    pub(crate) fn digits(&self, number: &str) -> String {
        let set = |letter: char| letter.to_digit(10).map_or(letter, |digit| self.digits[digit as usize]);
        number.chars().map(set).collect()
    }

    /// Replaces the marked digits in a message with the language's digits.
    pub(crate) fn set_digits(&self, text: String) -> String {
        if !text.contains(|letter| MARKS.contains(&letter)) {
            return text;
        }
        let set = |letter: char| {
            let digit = (u32::from(letter)).checked_sub(u32::from(*MARKS.start()));
            let digit = digit.and_then(|digit| self.digits.get(digit as usize));
            digit.copied().unwrap_or(letter)
        };
        text.chars().map(set).collect()
    }

    pub(crate) fn compare(&self, one: &str, other: &str) -> Ordering {
        match &self.collator {
            Some(collator) => collator.compare(one, other).then_with(|| one.cmp(other)),
            None => one.to_lowercase().cmp(&other.to_lowercase()),
        }
    }
}

/// Formats a number for Fluent, with marks in place of its digits. `None` for other values.
pub(crate) fn mark_digits<M>(value: &FluentValue, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let mark = |letter: char| {
        let digit = letter.to_digit(10).and_then(|digit| char::from_u32(u32::from(*MARKS.start()) + digit));
        digit.unwrap_or(letter)
    };
    Some(number.as_string().chars().map(mark).collect())
}

/// Reports whether a language, a BCP 47 tag, is written from right to left.
pub(crate) fn is_right_to_left(language: &str) -> bool {
    LocaleDirectionality::new_extended().is_right_to_left(&locale(language).id)
}

/// Returns the direction in which a language, a BCP 47 tag, is written, as HTML and EPUB name it: `ltr` or `rtl`.
pub fn direction(language: &str) -> &'static str {
    if is_right_to_left(language) { "rtl" } else { "ltr" }
}

/// Returns the form of a BCP 47 tag that programs know: `en-GB` for `en-UK`. Returns `None` for what is not a tag.
pub fn canonical(tag: &str) -> Option<String> {
    let mut locale = Locale::try_from_str(tag).ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    Some(locale.to_string())
}

/// Reports whether dates in a language, a BCP 47 tag, put the month before the day. In English, CLDR has that order for the
/// United States and the countries that follow them, and the other one for those that follow `en-001`, the world. A tag
/// without a country asks for neither.
fn is_month_first(language: &str) -> bool {
    let locale = locale(language);
    if locale.id.language.as_str() != "en" || locale.id.region.is_none() {
        return false;
    }
    let mut ancestors = LocaleFallbacker::new().for_config(LocaleFallbackConfig::default()).fallback_for(locale.into());
    while !ancestors.get().is_unknown() {
        if ancestors.get().region.is_some_and(|region| region.as_str() == "001") {
            return false;
        }
        ancestors.step();
    }
    true
}

/// Reports whether a text has letters that are written in the opposite direction to the language.
pub(crate) fn is_mixed(text: &str, right_to_left: bool) -> bool {
    let is_right_to_left = |letter| {
        matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    };
    text.chars().any(|letter| letter.is_alphabetic() && is_right_to_left(letter) != right_to_left)
}

/// Reports whether two languages are written in the same script.
pub(crate) fn same_script(one: &str, other: &str) -> bool {
    let script = |language: &str| {
        let mut id: LanguageIdentifier = locale(language).id;
        LocaleExpander::new_extended().maximize(&mut id);
        id.script
    };
    script(one) == script(other)
}

/// Parses a language tag. Returns the root locale if it is invalid.
fn locale(language: &str) -> Locale {
    Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_of_the_language() {
        for (language, number) in [
            ("en", "1921"),
            ("de-AT", "1921"),
            ("zh", "1921"),
            ("ar", "1921"),
            ("ar-EG", "١٩٢١"),
            ("ar-MA", "1921"),
            ("ar-u-nu-latn", "1921"),
            ("fa", "۱۹۲۱"),
            ("not a tag", "1921"),
        ] {
            assert_eq!(Customs::of(language).digits("1921"), number, "{language}");
        }
    }

    #[test]
    fn a_tag_has_one_form() {
        for (tag, form) in [
            ("en-us", Some("en-US")),
            ("en-UK", Some("en-GB")),
            ("pt-BR", Some("pt-BR")),
            ("ar-u-nu-latn", Some("ar-u-nu-latn")),
            ("iw", Some("he")),
            ("en-USA", None),
            ("", None),
        ] {
            assert_eq!(canonical(tag).as_deref(), form, "{tag}");
        }
    }

    #[test]
    fn a_country_has_an_order_of_day_and_month() {
        for language in ["en-US", "en-PR", "en-US-u-nu-latn", "en-Latn-US"] {
            assert!(is_month_first(language), "{language}");
        }
        for language in ["en", "en-GB", "en-IE", "en-AU", "en-IN", "en-001", "de-US", "es-US", "not a tag"] {
            assert!(!is_month_first(language), "{language}");
        }
    }

    #[test]
    fn only_numbers_of_a_message_are_set() {
        let number = mark_digits(&FluentValue::from(1921), &()).expect("a number is written");
        assert_eq!(Customs::of("ar-EG").set_digits(format!("{number} MI5")), "١٩٢١ MI5");
        assert_eq!(Customs::of("en").set_digits(number), "1921");
        assert_eq!(mark_digits(&FluentValue::from("1921"), &()), None);
    }

    #[test]
    fn languages_have_a_direction_and_a_script() {
        for language in ["ar", "he", "fa-IR", "ur", "az-Arab"] {
            assert!(is_right_to_left(language) && direction(language) == "rtl", "{language}");
        }
        for language in ["en", "az", "zh-Hant", "", "xx"] {
            assert!(!is_right_to_left(language) && direction(language) == "ltr", "{language}");
        }
        assert!(same_script("zh", "zh-CN") && same_script("en", "en-GB"));
        assert!(!same_script("zh", "zh-TW") && !same_script("sr", "sr-Latn"));
    }

    #[test]
    fn mixed_texts_have_letters_of_the_other_direction() {
        assert!(is_mixed("Avrich 1970", true) && is_mixed("سجل (Log)", true) && is_mixed("سجل (Log)", false));
        assert!(!is_mixed("١٩٧٠, 1970", true) && !is_mixed("Avrich 1970", false) && !is_mixed("毛 1970", false));
    }

    #[test]
    fn texts_are_sorted_by_the_alphabet_of_the_language() {
        let sorted = |language: &str, texts: &[&str]| {
            let customs = Customs::of(language);
            let mut texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            texts.sort_by(|one, other| customs.compare(one, other));
            texts.join(" ")
        };
        assert_eq!(sorted("de", &["Zeit", "Öl", "ober", "Ost"]), "ober Öl Ost Zeit");
        assert_eq!(sorted("sv", &["Zeit", "Öl", "ober", "Ost"]), "ober Ost Zeit Öl");
        assert_eq!(sorted("es", &["nube", "ñandú", "ozono", "nación"]), "nación nube ñandú ozono");
        assert_eq!(sorted("ru", &["Жук", "Ёж", "Ель", "ещё"]), "Ёж Ель ещё Жук");
        assert_eq!(sorted("zh", &["毛", "阿", "李"]), "阿 李 毛");
    }
}
