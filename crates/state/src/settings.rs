//! What a reader chose for this device: colors, text size, order of the events, style of citations.
//!
//! To add a choice, add a row to [`SETTINGS`]. The display settings then offer it, the program stores it, and
//! `data-settings` on `<html>` contains the words of all choices, where style sheets match them:
//! `:root[data-settings~="dark"]`. Its labels in the catalog are `theme`, `theme-system` and so on.

use crate::lens::Order;

/// A setting that the device remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The name: the first word of the setting's commands, and the key of its legend.
    pub name: &'static str,
    /// The words for the values. Except for defaults, no two settings share a word, because a device stores nothing but the
    /// word.
    pub values: &'static [&'static str],
    /// The index of the default value, which is not stored.
    pub default: usize,
}

/// All settings, in the order in which the page offers them and a device stores them.
pub const SETTINGS: [Setting; 4] = [
    // "system" follows the reader's system.
    Setting { name: "theme", values: &["system", "light", "dark"], default: 0 },
    Setting { name: "size", values: &["small", "normal", "large", "larger"], default: 1 },
    // The order applies if an address asks for nothing at all. The lens determines what is shown.
    Setting { name: "order", values: &["time", "article"], default: 0 },
    // The citation panel offers this setting. The outline lists the styles in this order.
    Setting { name: "citation", values: &["chicago", "mla", "apa"], default: 0 },
];

/// The index of the order among the settings. Its values correspond to those of [`Order`].
const ORDER: usize = 2;
/// The index of the citation style among the settings.
const CITATION: usize = 3;

/// One value of one setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Choice {
    setting: usize,
    value: usize,
}

impl Choice {
    /// Returns all choices.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SETTINGS.len()).flat_map(Self::of)
    }

    /// Returns the choices of the setting with this index.
    pub fn of(setting: usize) -> impl Iterator<Item = Self> {
        (0..SETTINGS[setting].values.len()).map(move |value| Self { setting, value })
    }

    /// Returns the choices of the order of events.
    pub fn orders() -> impl Iterator<Item = Self> {
        Self::of(ORDER)
    }

    /// Reports whether this is a choice of a citation style.
    pub fn is_citation(self) -> bool {
        self.setting == CITATION
    }

    /// Returns the choices of the citation style.
    pub fn citations() -> impl Iterator<Item = Self> {
        Self::of(CITATION)
    }

    /// Returns the choice of this order.
    pub fn of_order(order: Order) -> Self {
        Self { setting: ORDER, value: order as usize }
    }

    /// Returns the chosen order; `None` for a choice of another setting.
    pub fn order(self) -> Option<Order> {
        Order::ALL.get(self.value).copied().filter(|_| self.setting == ORDER)
    }

    /// Returns the name of the setting and the word for the value, separated by a space: `theme dark`.
    pub fn words(self) -> String {
        let Setting { name, values, .. } = SETTINGS[self.setting];
        [name, " ", values[self.value]].concat()
    }

    /// Returns the choice with these words.
    pub fn named(words: &str) -> Option<Self> {
        Self::all().find(|choice| choice.words() == words)
    }
}

/// The settings of a reader: an index into the values of each setting.
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

    /// Returns the words to store, separated by spaces: those of the values that differ from the default. Empty for the
    /// default.
    pub fn words(&self) -> String {
        let chosen = SETTINGS.iter().zip(self.0).filter(|(setting, value)| *value != setting.default);
        chosen.map(|(setting, value)| setting.values[value]).collect::<Vec<_>>().join(" ")
    }

    /// Changes one setting.
    pub fn choose(&mut self, choice: Choice) {
        self.0[choice.setting] = choice.value;
    }

    /// Returns the current choice of each setting.
    pub fn choices(&self) -> impl Iterator<Item = Choice> {
        self.0.into_iter().enumerate().map(|(setting, value)| Choice { setting, value })
    }

    /// Returns the index of the chosen citation style.
    pub fn citation(&self) -> usize {
        self.0[CITATION]
    }

    /// Returns the chosen order.
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
