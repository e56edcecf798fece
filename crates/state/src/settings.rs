//! What a reader chose for this device: colors, the size of the text, the order of the events.
//!
//! To add a choice, add a row to [`SETTINGS`]. The display settings then offer it, the program stores it, and `<html>` has
//! the words of all choices in `data-settings`, where a style sheet finds them: `:root[data-settings~="dark"]`. Its words
//! are `theme`, `theme-system` and so on in the catalog.

use crate::lens::Order;

/// A choice that the device remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name: the first word of its commands, and the key of its legend.
    pub name: &'static str,
    /// The words for its values. Apart from the default, no two settings share one: a device stores no more than that word.
    pub values: &'static [&'static str],
    /// The index of the value that holds where nothing was chosen, and is not stored.
    pub default: usize,
}

/// All settings, in the order in which the page offers them and a device stores them.
pub const SETTINGS: [Setting; 4] = [
    // "system" is whatever the reader's system has.
    Setting { name: "theme", values: &["system", "light", "dark"], default: 0 },
    Setting { name: "size", values: &["small", "normal", "large", "larger"], default: 1 },
    // It holds where an address asks for nothing at all. What is shown is the lens's.
    Setting { name: "order", values: &["time", "article"], default: 0 },
    // The panel that has the citations offers it. The outline has them in this order.
    Setting { name: "citation", values: &["chicago", "mla", "apa"], default: 0 },
];

/// The index of the order among the settings. Its values are those of [`Order`].
const ORDER: usize = 2;
/// The index of the style of citations among the settings.
const CITATION: usize = 3;

/// One value of one setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Choice {
    setting: usize,
    value: usize,
}

impl Choice {
    /// All choices.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SETTINGS.len()).flat_map(Self::of)
    }

    /// The choices of the setting with this index.
    pub fn of(setting: usize) -> impl Iterator<Item = Self> {
        (0..SETTINGS[setting].values.len()).map(move |value| Self { setting, value })
    }

    /// The choices between the orders of the events.
    pub fn orders() -> impl Iterator<Item = Self> {
        Self::of(ORDER)
    }

    /// Whether it is of a style of citations.
    pub fn is_citation(self) -> bool {
        self.setting == CITATION
    }

    /// The choices between the styles of citations.
    pub fn citations() -> impl Iterator<Item = Self> {
        Self::of(CITATION)
    }

    /// The choice of this order.
    pub fn of_order(order: Order) -> Self {
        Self { setting: ORDER, value: order as usize }
    }

    /// The order that is chosen; `None` for another setting.
    pub fn order(self) -> Option<Order> {
        Order::ALL.get(self.value).copied().filter(|_| self.setting == ORDER)
    }

    /// The name of the setting and the word for the value, separated by a space: `theme dark`.
    pub fn words(self) -> String {
        let Setting { name, values, .. } = SETTINGS[self.setting];
        [name, " ", values[self.value]].concat()
    }

    /// The choice with these words.
    pub fn named(words: &str) -> Option<Self> {
        Self::all().find(|choice| choice.words() == words)
    }
}

/// What a reader chose: an index into the values of each setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings([usize; SETTINGS.len()]);

impl Default for Settings {
    fn default() -> Self {
        Self(SETTINGS.map(|setting| setting.default))
    }
}

impl Settings {
    /// Reads what [`Settings::words`] wrote. Unknown words are ignored.
    pub fn parse(words: &str) -> Self {
        let mut settings = Self::default();
        for word in words.split(' ') {
            for choice in Choice::all() {
                let Setting { values, default, .. } = SETTINGS[choice.setting];
                if choice.value != default && values[choice.value] == word {
                    settings.choose(choice);
                }
            }
        }
        settings
    }

    /// The words that store them, separated by spaces: those that differ from the default. Empty for the default.
    pub fn words(&self) -> String {
        let chosen = SETTINGS.iter().zip(self.0).filter(|(setting, value)| *value != setting.default);
        chosen.map(|(setting, value)| setting.values[value]).collect::<Vec<_>>().join(" ")
    }

    /// Changes one setting.
    pub fn choose(&mut self, choice: Choice) {
        self.0[choice.setting] = choice.value;
    }

    /// What is chosen, for each setting.
    pub fn choices(&self) -> impl Iterator<Item = Choice> {
        self.0.into_iter().enumerate().map(|(setting, value)| Choice { setting, value })
    }

    /// The chosen style of citations, as an index.
    pub fn citation(&self) -> usize {
        self.0[CITATION]
    }

    /// The chosen order.
    pub fn order(&self) -> Order {
        Order::ALL.get(self.0[ORDER]).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_settings_store_the_same_word() {
        let mut words = BTreeSet::new();
        for Setting { name, values, default } in SETTINGS {
            for (index, word) in values.iter().enumerate() {
                assert!(index == default || words.insert(word), "{name} {word}");
                assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{name} {word}");
            }
        }
    }

    #[test]
    fn every_choice_has_words_of_its_own() {
        assert_eq!(Choice::all().map(Choice::words).collect::<BTreeSet<_>>().len(), Choice::all().count());
        for choice in Choice::all() {
            assert_eq!(Choice::named(&choice.words()), Some(choice));
        }
        assert_eq!(["theme", "dark", "theme  dark", "size dark"].map(Choice::named), [None; 4]);
    }

    #[test]
    fn every_choice_is_stored_and_read_back() {
        for choice in Choice::all() {
            let mut settings = Settings::default();
            settings.choose(choice);
            assert_eq!(Settings::parse(&settings.words()), settings, "{}", choice.words());
            assert!(settings.choices().any(|chosen| chosen == choice));
        }
    }

    #[test]
    fn the_order_is_one_of_the_settings() {
        assert_eq!(SETTINGS[ORDER].name, "order");
        assert_eq!(Choice::orders().filter_map(Choice::order).collect::<Vec<_>>(), Order::ALL);
        for order in Order::ALL {
            assert_eq!(Choice::of_order(order).order(), Some(order));
        }
        assert_eq!(Settings::parse("article").order(), Order::Article);
    }
}
