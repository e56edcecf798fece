//! What the page's controls ask for.

use std::fmt;
use std::str::FromStr;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        /// What a control asks for. It is printed as the value of [`hook::attribute::COMMAND`](crate::hook::attribute::COMMAND)
        /// and read back when the control is used.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            $($(#[$doc])* $name,)*
        }

        impl Command {
            /// All commands.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The command as it is printed.
            pub const fn words(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)*
                }
            }
        }
    };
}

commands! {
    /// Open the search.
    Search = "search";
    /// Search for what the field holds.
    Query = "query";
    /// Open the panel of addresses and citations for the page.
    Share = "share";
    /// The same for the entry that the control stands in.
    ShareHere = "share here";
    /// Open the device's own sheet for sharing.
    ShareDevice = "share device";
    /// Close the panel or the search.
    ClosePanel = "close panel";
    /// Copy the address.
    CopyAddress = "copy address";
    /// Copy the address of the current sentence.
    CopyPassage = "copy passage";
    /// Copy the citation in words.
    CopyCitation = "copy citation";
    /// Copy the citation in BibTeX.
    CopyBibtex = "copy bibtex";
    /// Copy the citation in CSL-JSON.
    CopyCsl = "copy csl";
    /// Print the page.
    Print = "print";
    /// Close the notice.
    CloseNotice = "close notice";

    /// Show the card's previous entry.
    CardBack = "card back";
    /// Close the card.
    CloseCard = "close card";

    /// Open all events.
    OpenAll = "open all";
    /// Close all events.
    CloseAll = "close all";

    /// Follow the person whose entry the control stands in, or stop following them.
    FollowHere = "follow here";
    /// Follow the person that the list holds, or nobody.
    FollowFirst = "follow first";
    /// Follow the person that the list holds together with the first, or nobody else.
    FollowSecond = "follow second";
    /// Put the events in the order of time.
    OrderTime = "order time";
    /// Put the events in the order of the article.
    OrderArticle = "order article";
    /// Show all events.
    ScopeAll = "scope all";
    /// Show only the events in the article.
    ScopeArticle = "scope article";
    /// Show the years from the one that the slider holds.
    YearsFrom = "years from";
    /// Show the years up to the one that the slider holds.
    YearsTo = "years to";
    /// Show fewer years.
    YearsFewer = "years fewer";
    /// Show more years.
    YearsMore = "years more";
    /// Show all years.
    YearsAll = "years all";
    /// Follow nobody, and show all years and all events.
    ClearLens = "clear lens";

    /// Use the colors of the reader's system.
    ThemeSystem = "theme system";
    /// Use light colors.
    ThemeLight = "theme light";
    /// Use dark colors.
    ThemeDark = "theme dark";
    /// Show the text a tenth smaller.
    SizeSmall = "size small";
    /// Show the text as it is set.
    SizeNormal = "size normal";
    /// Show the text a fifth larger.
    SizeLarge = "size large";
    /// Show the text half as large again.
    SizeLarger = "size larger";
    /// Forget what was chosen on this device.
    ForgetSettings = "forget settings";
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// The error for words that are no command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCommand;

impl fmt::Display for UnknownCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown command")
    }
}

impl std::error::Error for UnknownCommand {}

impl FromStr for Command {
    type Err = UnknownCommand;

    fn from_str(words: &str) -> Result<Self, UnknownCommand> {
        Self::ALL.iter().copied().find(|command| command.words() == words).ok_or(UnknownCommand)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Command, UnknownCommand};

    #[test]
    fn every_command_is_read_back() {
        for command in Command::ALL {
            assert_eq!(command.to_string().parse(), Ok(*command));
        }
        assert_eq!(
            Command::ALL.iter().map(|command| command.words()).collect::<BTreeSet<_>>().len(),
            Command::ALL.len()
        );
    }

    #[test]
    fn other_words_are_no_command() {
        for words in ["", "search ", "Search", "order", "explode"] {
            assert_eq!(words.parse::<Command>(), Err(UnknownCommand));
        }
    }
}
