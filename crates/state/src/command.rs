//! What the page's controls ask for, and what they do.
//!
//! To add a control, add a command with its effect, and list it among the buttons of a group ([`Command::TIMELINE`] and so
//! on). The build prints its button; the catalog has its label under [`Command::key`].

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use palimpsest_contract::Target;
use palimpsest_contract::hook::{attribute, id};

use crate::act::Act;
use crate::lens::{Lens, Others};
use crate::reduction::Reduction;
use crate::settings::{Choice, Settings};
use crate::state::Panel;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $words:literal;)*) => {
        /// What a control asks for. It is printed as the value of [`attribute::COMMAND`] and parsed again when the control
        /// is used.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            $($(#[$doc])* $name,)*
            /// Choose a setting that this device remembers.
            Choose(Choice),
        }

        impl Command {
            /// The commands other than choices, each with its words.
            const PLAIN: &[(Self, &str)] = &[$((Self::$name, $words)),*];
        }
    };
}

commands! {
    /// Open the search.
    Search = "search";
    /// Search for the text in the field.
    Query = "query";
    /// Open the panel of addresses and citations for the page.
    Share = "share";
    /// Open the panel for the entry that contains the control.
    ShareHere = "share here";
    /// Open the device's share sheet.
    ShareDevice = "share device";
    /// Copy the address of the entry that contains the control, or open the device's share sheet for it.
    CopyLink = "copy link";
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
    /// Print the whole page.
    Print = "print";
    /// Print only the article.
    PrintArticle = "print article";
    /// Print the article and the notes.
    PrintNotes = "print notes";
    /// Print the timeline as it is currently shown.
    PrintTimeline = "print timeline";
    /// Print the entry of the person for whom the panel is open.
    PrintPerson = "print person";
    /// Open the help sheet. The page's own button does this without the program.
    Help = "help";
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

    /// Follow the person whose entry contains the control, or stop following them.
    FollowHere = "follow here";
    /// Hide the events that the lens does not favor.
    OthersHide = "others hide";
    /// Show the events that the lens does not favor, dimmed.
    OthersShow = "others show";
    /// Show the years from the slider's value on.
    YearsFrom = "years from";
    /// Show the years up to the slider's value.
    YearsTo = "years to";
    /// Draw the chart with the crowded years widened.
    ScaleBroken = "scale broken";
    /// Draw the chart to a single scale throughout.
    ScaleTrue = "scale true";
    /// Follow nobody, and show all years and all events.
    ClearLens = "clear lens";

    /// Show the page as it was written.
    CopyWritten = "copy written";
    /// Show the censor's copy.
    CopyCensor = "copy censor";

    /// Forget the settings stored on this device.
    ForgetSettings = "forget settings";
}

impl Command {
    /// The command buttons of the page's toolbar, between the buttons of its popovers.
    pub const TOOLBAR: &[Self] = &[Self::Share];
    /// The buttons beside a source and on its card.
    pub const ENTRY: &[Self] = &[Self::ShareHere];
    /// The buttons above the events.
    pub const TIMELINE: &[Self] = &[Self::OpenAll, Self::CloseAll];
    /// The print buttons in the panel of addresses and citations.
    pub const PRINTS: &[Self] =
        &[Self::PrintArticle, Self::PrintNotes, Self::PrintTimeline, Self::PrintPerson, Self::Print];

    /// Returns all commands.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::PLAIN.iter().map(|(command, _)| *command).chain(Choice::all().map(Self::Choose))
    }

    /// Returns the command as it is printed.
    pub fn words(self) -> String {
        if let Self::Choose(choice) = self {
            return choice.words();
        }
        Self::PLAIN
            .iter()
            .find(|(command, _)| *command == self)
            .map(|(_, words)| (*words).to_owned())
            .unwrap_or_default()
    }

    /// Performs what the control asks for. `value` is the value of a field or a slider; `entry` is the id of the entry that
    /// contains the control.
    pub(crate) fn run(self, reduction: &mut Reduction, value: String, entry: &str) {
        match self {
            Self::Search => {
                reduction.open_panel(Panel::Search { query: String::new(), hits: Rc::default(), chosen: 0 });
                reduction.acts.push(Act::ReadIndex);
            }
            Self::Query => {
                if let Some(Panel::Search { query, chosen, .. }) = &mut reduction.next.panel {
                    query.clone_from(&value);
                    *chosen = 0;
                    reduction.acts.push(Act::Search(value));
                }
            }
            Self::Share => reduction.share(String::new()),
            Self::ShareHere => reduction.share(entry.to_owned()),
            Self::ShareDevice => reduction.acts.push(Act::ShareDevice),
            Self::ClosePanel => reduction.close_panel(),
            Self::CopyAddress => reduction.acts.push(Act::Copy(id::SHARE_ADDRESS)),
            Self::CopyPassage => reduction.acts.push(Act::Copy(id::SHARE_PASSAGE)),
            Self::CopyCitation => reduction.acts.push(Act::Copy(id::SHARE_CITATION)),
            Self::CopyBibtex => reduction.acts.push(Act::Copy(id::SHARE_BIBTEX)),
            Self::CopyCsl => reduction.acts.push(Act::Copy(id::SHARE_CSL)),
            Self::CopyLink => reduction.acts.push(Act::CopyLink(entry.to_owned())),
            Self::Print => reduction.print(""),
            Self::PrintArticle => reduction.print("article"),
            Self::PrintNotes => reduction.print("notes"),
            Self::PrintTimeline => reduction.print("timeline"),
            Self::PrintPerson => reduction.print("person"),
            Self::Help => reduction.acts.push(Act::ShowHelp),
            Self::CloseNotice => reduction.next.unknown = None,
            Self::CardBack => reduction.card_back(),
            Self::CloseCard => reduction.close_card(),
            Self::OpenAll => reduction.next.open = (0..reduction.outline.events.len()).collect(),
            Self::CloseAll => reduction.next.open.clear(),
            Self::FollowHere => {
                if let Some(Target::Person(person)) = reduction.outline.target(entry) {
                    reduction.follow(person);
                }
            }
            Self::OthersHide => reduction.view(|lens| lens.others = Others::Hidden),
            Self::OthersShow => reduction.view(|lens| lens.others = Others::Dimmed),
            Self::ScaleBroken | Self::ScaleTrue => {
                reduction.next.true_scale = self == Self::ScaleTrue;
                reduction.next.pointed = None;
            }
            Self::YearsFrom | Self::YearsTo => reduction.move_end(self == Self::YearsFrom, &value),
            Self::ClearLens => {
                reduction.acts.push(Act::Focus(id::TIMELINE_TITLE));
                reduction.view(|lens| *lens = Lens { order: lens.order, others: lens.others, ..Lens::default() });
            }
            Self::CopyWritten | Self::CopyCensor => {
                let censored = self == Self::CopyCensor && !reduction.outline.erased.is_empty();
                reduction.is_step |= reduction.next.censored != censored;
                reduction.next.censored = censored;
                if !censored {
                    // The bar that the reader may have used to restore the page disappears, so the focus moves.
                    reduction.acts.push(Act::Focus(id::COPY_WRITTEN));
                }
            }
            Self::Choose(choice) => {
                // The chosen order also applies to the timeline right away.
                if let Some(order) = choice.order() {
                    reduction.view(|lens| lens.order = Some(order));
                }
                reduction.next.settings.choose(choice);
                reduction.acts.push(Act::SaveSettings);
                // The citation may now be in another style.
                if let Some(Panel::Share { place }) = reduction.next.panel.clone() {
                    reduction.fill_share(place);
                }
            }
            Self::ForgetSettings => {
                reduction.view(|lens| lens.order = None);
                reduction.next.settings = Settings::default();
                reduction.acts.push(Act::SaveSettings);
            }
        }
    }

    /// Returns the key of the command's label in the catalog, for commands that have one: the words joined by hyphens.
    pub fn key(self) -> String {
        self.words().replace(' ', "-")
    }

    /// Returns the selector that matches all controls with this command.
    pub fn selector(self) -> String {
        ["[", attribute::COMMAND, "='", &self.words(), "']"].concat()
    }

    /// Reports whether using the command moves, shows or hides events, which the page animates.
    pub fn moves_events(self) -> bool {
        match self {
            Self::OthersHide | Self::OthersShow | Self::ClearLens => true,
            Self::Choose(choice) => choice.order().is_some(),
            _ => false,
        }
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

/// The error returned for words that do not name a command.
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
        let plain = Self::PLAIN.iter().find(|(_, other)| *other == words).map(|(command, _)| *command);
        plain.or_else(|| Choice::named(words).map(Self::Choose)).ok_or(UnknownCommand)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Command, UnknownCommand};

    #[test]
    fn every_command_is_read_back() {
        for command in Command::all() {
            assert_eq!(command.to_string().parse(), Ok(command));
        }
        assert_eq!(Command::all().map(Command::words).collect::<BTreeSet<_>>().len(), Command::all().count());
    }

    #[test]
    fn other_words_are_no_command() {
        for words in ["", "search ", "Search", "order", "theme", "theme green", "explode"] {
            assert_eq!(words.parse::<Command>(), Err(UnknownCommand));
        }
    }
}
