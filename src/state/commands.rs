//! What controls do.

use std::rc::Rc;

use palimpsest_contract::{Command, Target};

use super::reduce::Reduction;
use super::{Panel, State};
use crate::acts::Act;
use crate::lens::{Order, Scope};
use crate::settings::{Settings, Size, Theme};

impl Reduction<'_> {
    pub(super) fn run(&mut self, command: Command, value: String, entry: &str) {
        match command {
            Command::Search => {
                self.open_panel(Panel::Search { query: String::new(), hits: Rc::default(), chosen: 0 });
                self.acts.push(Act::ReadIndex);
            }
            Command::Query => {
                if let Some(Panel::Search { query, chosen, .. }) = &mut self.next.panel {
                    query.clone_from(&value);
                    *chosen = 0;
                    self.acts.push(Act::Search(value));
                }
            }
            Command::Share => self.share(String::new()),
            Command::ShareHere => self.share(entry.to_owned()),
            Command::ShareDevice => self.acts.push(Act::ShareDevice),
            Command::ClosePanel => self.close_panel(),
            Command::CopyAddress
            | Command::CopyPassage
            | Command::CopyCitation
            | Command::CopyBibtex
            | Command::CopyCsl => self.acts.push(Act::Copy(command)),
            Command::Print => self.acts.push(Act::Print),
            Command::CloseNotice => self.next.unknown = None,
            Command::CardBack => self.acts.extend([Act::FocusCard, Act::StepBack]),
            Command::CloseCard => self.close_card(),
            Command::OpenAll => self.next.open = (0..self.outline.events.len()).collect(),
            Command::CloseAll => self.next.open.clear(),
            Command::FollowHere => {
                if let Some(Target::Person(person)) = self.outline.target(entry) {
                    self.follow(person);
                }
            }
            Command::FollowFirst => self.follow_in(0, command, &value),
            Command::FollowSecond => self.follow_in(1, command, &value),
            Command::OrderTime => self.set_order(Order::Time),
            Command::OrderArticle => self.set_order(Order::Article),
            Command::ScopeAll => self.view(|lens| lens.scope = Scope::All),
            Command::ScopeArticle => self.view(|lens| lens.scope = Scope::Article),
            Command::YearsFrom | Command::YearsTo => self.move_end(command, &value),
            Command::YearsFewer => self.zoom_middle(1),
            Command::YearsMore => self.zoom_middle(-1),
            Command::YearsAll => self.view(|lens| lens.years = None),
            Command::ClearLens => {
                self.acts.push(Act::FocusTimeline);
                self.view(|lens| {
                    lens.follow.clear();
                    lens.scope = Scope::default();
                    lens.years = None;
                });
            }
            Command::ThemeSystem => self.choose(|settings| settings.theme = Theme::System),
            Command::ThemeLight => self.choose(|settings| settings.theme = Theme::Light),
            Command::ThemeDark => self.choose(|settings| settings.theme = Theme::Dark),
            Command::SizeSmall => self.choose(|settings| settings.size = Size::Small),
            Command::SizeNormal => self.choose(|settings| settings.size = Size::Normal),
            Command::SizeLarge => self.choose(|settings| settings.size = Size::Large),
            Command::SizeLarger => self.choose(|settings| settings.size = Size::Larger),
            Command::ForgetSettings => {
                self.view(|lens| lens.order = None);
                self.choose(|settings| *settings = Settings::default());
            }
        }
    }

    fn share(&mut self, place: String) {
        let State { passage, .. } = self.next;
        let url = self.next.address().url(self.outline);
        self.open_panel(Panel::Share { place: place.clone() });
        self.acts.push(Act::FillShare { place, url, passage });
    }

    /// The order is what the timeline shows, and from then on what this device opens with.
    fn set_order(&mut self, order: Order) {
        self.view(|lens| lens.order = Some(order));
        self.choose(|settings| settings.order = order);
    }

    fn choose(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.next.settings);
        self.acts.push(Act::SaveSettings);
    }
}
