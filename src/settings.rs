//! What a reader chose for this device: colours, the size of the text, the order of the events.

use crate::lens::Order;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// All of them with the words by which they are remembered and those for readers, in the order in which they are
    /// offered.
    pub const ALL: [(Self, &'static str, &'static str); 3] =
        [(Self::System, "", "Auto"), (Self::Light, "light", "Light"), (Self::Dark, "dark", "Dark")];

    /// The one of that word; the system's for any other.
    pub fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|(_, name, _)| *name == word).map(|(theme, ..)| theme).unwrap_or_default()
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(theme, ..)| *theme == self).map(|(_, word, _)| word).unwrap_or_default()
    }
}

/// The size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// Nine tenths.
    Small,
    /// As the page is set.
    #[default]
    Normal,
    /// A fifth larger.
    Large,
    /// Half as large again.
    Larger,
}

impl Size {
    /// All of them with the words by which they are remembered and those for readers, in the order in which they are
    /// offered.
    pub const ALL: [(Self, &'static str, &'static str); 4] = [
        (Self::Small, "small", "Small"),
        (Self::Normal, "", "Normal"),
        (Self::Large, "large", "Large"),
        (Self::Larger, "larger", "Larger"),
    ];

    /// The one of that word; the normal one for any other.
    pub fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|(_, name, _)| *name == word).map(|(size, ..)| size).unwrap_or_default()
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(size, ..)| *size == self).map(|(_, word, _)| word).unwrap_or_default()
    }
}

/// What a reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// The size of the text.
    pub size: Size,
    /// The order of the events.
    pub order: Order,
}

/// The word by which the article's order is remembered.
const BY_ARTICLE: &str = "article";

impl Settings {
    /// Reads what [`Settings::words`] wrote. What it does not know is left out.
    pub fn parse(words: &str) -> Self {
        let mut settings = Self::default();
        for word in words.split(' ') {
            match word {
                BY_ARTICLE => settings.order = Order::Article,
                _ if Theme::named(word) != Theme::default() => settings.theme = Theme::named(word),
                _ if Size::named(word) != Size::default() => settings.size = Size::named(word),
                _ => {}
            }
        }
        settings
    }

    /// How they are remembered: the words of what is not as usual, with a space between two. Empty for nothing.
    pub fn words(&self) -> String {
        let order = if self.order == Order::Article { BY_ARTICLE } else { "" };
        let words = [self.theme.word(), self.size.word(), order].into_iter().filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }
}
