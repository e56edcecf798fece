//! What a reader chose for this device: colors, the size of the text, the order of the events.

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
    /// All of them, each with the word that stores it.
    const ALL: [(Self, &'static str); 3] = [(Self::System, ""), (Self::Light, "light"), (Self::Dark, "dark")];
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
    /// All of them, each with the word that stores it.
    const ALL: [(Self, &'static str); 4] =
        [(Self::Small, "small"), (Self::Normal, ""), (Self::Large, "large"), (Self::Larger, "larger")];
}

/// The word that stores the article's order.
const BY_ARTICLE: &str = "article";

/// What a reader chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The colors.
    pub theme: Theme,
    /// The size of the text.
    pub size: Size,
    /// The order of the events. It holds where an address asks for nothing at all; what is shown is the lens's.
    pub order: Order,
}

impl Settings {
    /// Reads what [`Settings::words`] wrote. Unknown words are ignored.
    pub fn parse(words: &str) -> Self {
        let mut settings = Self::default();
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            for (theme, _) in Theme::ALL.iter().filter(|(_, name)| *name == word) {
                settings.theme = *theme;
            }
            for (size, _) in Size::ALL.iter().filter(|(_, name)| *name == word) {
                settings.size = *size;
            }
            if word == BY_ARTICLE {
                settings.order = Order::Article;
            }
        }
        settings
    }

    /// The words that store them, separated by spaces: those that differ from the default. Empty for the default.
    pub fn words(&self) -> String {
        let theme = Theme::ALL.iter().find(|(theme, _)| *theme == self.theme).map_or("", |(_, word)| word);
        let size = Size::ALL.iter().find(|(size, _)| *size == self.size).map_or("", |(_, word)| word);
        let order = if self.order == Order::Article { BY_ARTICLE } else { "" };
        let words = [theme, size, order].into_iter().filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }
}
