//! What the page's controls ask for. A control is printed with its command in words (`data-do="order article"`); one listener
//! hears them all, and here the words become an action. Nothing here touches the browser.

use palimpsest_story::{PersonId, Story};

use crate::lens::{Lens, Order, Scope, Years};
use crate::settings::{Settings, Size, Theme};
use crate::state::{Action, Panel, State};

/// What a control asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Something happens on the page.
    Act(Action),
    /// The same, and the events move to where they then stand.
    Move(Action),
    /// The words of the field with this id go to the clipboard.
    Copy(String),
    /// The device's own sheet for sharing.
    Share,
    /// A file of this kind is made: `json`, `ics` or `csv`.
    Save(String),
    /// The page is printed.
    Print,
}

impl Command {
    /// Reads the words of a control; `value` is what the control itself holds, as a list or a slider does. `None` for words
    /// that are no command.
    pub fn parse(words: &str, value: &str, state: &State, story: &Story) -> Option<Self> {
        let (verb, object) = words.split_once(' ').unwrap_or((words, ""));
        let settings = state.settings;
        let years = |years| Some(Self::Act(Action::YearsSet(years)));
        let choose = |settings| Some(Self::Act(Action::SettingsSet(settings)));
        let action = match verb {
            "search" => Action::PanelSet(Some(Panel::Search { query: String::new(), chosen: 0 })),
            "query" => Action::PanelSet(Some(Panel::Search { query: value.to_owned(), chosen: 0 })),
            "take" => Action::PanelSet(Some(Panel::Take { place: object.to_owned() })),
            "leave" => Action::PanelSet(None),
            "follow" => Action::Followed(object.into()),
            "first" | "second" => Action::FollowSet(followed(usize::from(verb == "second"), value, &state.lens)),
            "back" => Action::LookedBack,
            "close" => Action::CardClosed(state.openings),
            "dismiss" => Action::NoticeClosed,
            "open" => Action::AllEventsSet { open: object == "all" },
            "order" => {
                let order = if object == "article" { Order::Article } else { Order::Time };
                return Some(Self::Move(Action::OrderSet(order)));
            }
            "scope" => {
                let scope = if object == "told" { Scope::Told } else { Scope::All };
                return Some(Self::Move(Action::ScopeSet(scope)));
            }
            "everything" => return Some(Self::Move(Action::LensCleared)),
            "theme" => return choose(Settings { theme: Theme::named(object), ..settings }),
            "size" => return choose(Settings { size: Size::named(object), ..settings }),
            "forget" => return choose(Settings::default()),
            "years" => return years(None),
            "closer" | "wider" => {
                let shown = state.lens.years.or_else(|| Years::of(story))?;
                Action::YearsZoomed(if verb == "closer" { 1 } else { -1 }, shown.from + shown.count() / 2)
            }
            "from" | "to" => {
                let whole = Years::of(story)?;
                let (shown, year) = (state.lens.years.unwrap_or(whole), value.parse().ok()?);
                // One end takes the other along: so a slider always holds what is shown.
                let (from, to) = match verb {
                    "from" => (year, shown.to.max(year)),
                    _ => (shown.from.min(year), year),
                };
                return years(Years::within(from, to, whole));
            }
            "copy" => return Some(Self::Copy(object.to_owned())),
            "share" => return Some(Self::Share),
            "save" => return Some(Self::Save(object.to_owned())),
            "print" => return Some(Self::Print),
            _ => return None,
        };
        Some(Self::Act(action))
    }
}

/// Those who are followed once somebody, or nobody, is chosen in one of two places.
fn followed(slot: usize, chosen: &str, lens: &Lens) -> Vec<PersonId> {
    let mut people: Vec<Option<PersonId>> = lens.follow.iter().cloned().map(Some).collect();
    people.resize(2, None);
    let chosen = Some(PersonId::from(chosen)).filter(|id| !id.is_empty());
    if chosen.is_some() && people.contains(&chosen) {
        people.swap(0, 1);
    } else if let Some(person) = people.get_mut(slot) {
        *person = chosen;
    }
    people.into_iter().flatten().collect()
}
