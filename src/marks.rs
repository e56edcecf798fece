//! What the state says of the printed page: attributes, never words. [`marks`] is pure; `browser::apply` sets what differs
//! from last time.

use palimpsest_calendar::WHOLE;
use palimpsest_contract::hook::{attribute, id, property};
use palimpsest_contract::{Command, Outline, Target};

use crate::card::{Anchor, Card};
use crate::lens::{Order, Scope};
use crate::settings::{Size, Theme};
use crate::state::{Panel, State};
use crate::years::Years;

/// A value that something on the page has as long as the state says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The position of the mark among all marks: its group, and its place there. Marks come in ascending order of it, and a
    /// mark with the same position is the successor of the last one.
    pub position: (Group, usize),
    /// On what.
    pub node: Node,
    /// What of it.
    pub key: Key,
    /// The value; `None` is the absence of an attribute.
    pub value: Option<String>,
}

/// A group of marks. Those of [`Group::Page`] are always there; of the others there is one for each event that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Marks on single things.
    Page,
    /// Events that are open.
    Open,
    /// Events that stand in front.
    Front,
    /// Ages at events.
    Age,
}

/// Where a mark is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `<html>`.
    Root,
    /// The element with this id.
    Id(String),
    /// The first descendant of the element with this id that matches.
    Within(String, String),
    /// All elements that match.
    All(String),
    /// The link at an anchor, with this `href`.
    Link(Anchor, String),
}

/// What of a node is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// An attribute.
    Attribute(&'static str),
    /// `aria-expanded` of a link, which stays there with the value `false`.
    Expanded,
    /// `aria-pressed` of a button, which stays there with the value `false`.
    Pressed,
    /// The absence of `hidden`.
    Shown,
    /// Whether a `<details>` is open.
    Open,
    /// Whether a radio button is checked.
    Checked,
    /// The value of a field, a list, a slider or an output.
    Value,
    /// A custom property. The policy forbids inline styles in the markup, but not these.
    Property(&'static str),
}

/// All marks of a state, in ascending order of their positions.
pub fn marks(state: &State, outline: &Outline) -> Vec<Mark> {
    let mut marks = Marks(Vec::new());
    page(&mut marks, state, outline);
    controls(&mut marks, state, outline);
    drawings(&mut marks, state, outline);
    card(&mut marks, state, outline);
    search(&mut marks, state);
    events(&mut marks, state, outline);
    marks.0
}

/// Marks that are being collected.
struct Marks(Vec<Mark>);

impl Marks {
    fn set(&mut self, node: Node, key: Key, value: Option<String>) {
        let place = self.0.len();
        self.0.push(Mark { position: (Group::Page, place), node, key, value });
    }

    fn attribute(&mut self, node: Node, name: &'static str, value: Option<String>) {
        self.set(node, Key::Attribute(name), value);
    }

    /// An attribute without a value, which is there or not.
    fn flag(&mut self, node: Node, name: &'static str, is_set: bool) {
        self.attribute(node, name, is_set.then(String::new));
    }
}

fn control(command: Command) -> Node {
    Node::All(["[", attribute::COMMAND, "='", command.words(), "']"].concat())
}

fn with_id(id: &str) -> Node {
    Node::Id(id.to_owned())
}

fn all(selector: &str) -> Node {
    Node::All(selector.to_owned())
}

fn page(marks: &mut Marks, state: &State, outline: &Outline) {
    marks.flag(Node::Root, attribute::LIVE, state.live);
    marks.flag(with_id(id::NOTICE_ISLAND), "hidden", state.unknown.is_none());
    marks.flag(with_id(id::LENS_ISLAND), "hidden", !state.lens.is_narrowed());
    marks.flag(with_id(id::FOLLOWED_ISLAND), "hidden", state.lens.follow.is_empty());
    marks.flag(all(".events"), attribute::DIMMED, state.lens.dims());
    let scope = (state.lens.scope == Scope::Article).then(|| "article".to_owned());
    marks.attribute(all(".events"), attribute::SCOPE, scope);
    let turning = state.turning.map_or(String::new(), |event| outline.id(Target::Event(event)).to_owned());
    marks.flag(Node::Within(turning, "details".to_owned()), attribute::TURNING, state.turning.is_some());
    for slot in 0..2 {
        let id = state.lens.follow.get(slot).map(|person| outline.id(Target::Person(*person)));
        let theirs = id.map_or(String::new(), |id| {
            let parts = [
                ["#article [href='#", id, "']"],
                ["#article [data-names='", id, "']"],
                [".lives [data-person='", id, "']"],
            ];
            parts.map(|part| part.concat()).join(",")
        });
        let word = if slot == 0 { "first" } else { "second" };
        marks.attribute(Node::All(theirs), attribute::FOLLOWED, id.map(|_| word.to_owned()));
    }
}

fn controls(marks: &mut Marks, state: &State, outline: &Outline) {
    let lens = &state.lens;
    for chosen in [
        match state.settings.theme {
            Theme::System => Command::ThemeSystem,
            Theme::Light => Command::ThemeLight,
            Theme::Dark => Command::ThemeDark,
        },
        match state.settings.size {
            Size::Small => Command::SizeSmall,
            Size::Normal => Command::SizeNormal,
            Size::Large => Command::SizeLarge,
            Size::Larger => Command::SizeLarger,
        },
        match lens.order() {
            Order::Time => Command::OrderTime,
            Order::Article => Command::OrderArticle,
        },
        match lens.scope {
            Scope::All => Command::ScopeAll,
            Scope::Article => Command::ScopeArticle,
        },
    ] {
        marks.set(control(chosen), Key::Checked, Some(String::new()));
    }
    let whole = Years::of(outline);
    let years = lens.years.or(whole);
    // A button keeps the focus when it does nothing: it may just have been pressed.
    for (command, disabled) in [
        (Command::ForgetSettings, state.settings.words().is_empty()),
        (Command::OpenAll, state.open.len() == outline.events.len()),
        (Command::CloseAll, state.open.is_empty()),
        (Command::YearsFewer, years.is_none_or(|years| years.count() == 1)),
        (Command::YearsMore, years == whole),
        (Command::YearsAll, years == whole),
    ] {
        marks.attribute(control(command), "aria-disabled", disabled.then(|| "true".to_owned()));
    }
    for (slot, command) in [Command::FollowFirst, Command::FollowSecond].into_iter().enumerate() {
        let id = lens.follow.get(slot).map(|person| outline.id(Target::Person(*person)));
        marks.set(control(command), Key::Value, Some(id.unwrap_or_default().to_owned()));
    }
    marks.flag(control(Command::FollowSecond), "disabled", lens.follow.is_empty());
    if let Some(years) = years {
        for (command, year) in [(Command::YearsFrom, years.from), (Command::YearsTo, years.to)] {
            let slider = ["[", attribute::COMMAND, "='", command.words(), "']"].concat();
            marks.set(Node::All([&slider, " + output"].concat()), Key::Value, Some(year.to_string()));
            marks.set(Node::All(slider), Key::Value, Some(year.to_string()));
        }
    }
}

fn drawings(marks: &mut Marks, state: &State, outline: &Outline) {
    let current = state.current_event(outline);
    let event = current.and_then(|event| outline.events.get(event));
    let here = [".scale svg [href='#", event.map(|event| &*event.id).unwrap_or_default(), "']"].concat();
    marks.attribute(Node::All(here), "aria-current", event.map(|_| "location".to_owned()));
    let (Some(scale), Some(stretch)) = (outline.scale(), state.stretch(outline)) else { return };
    let position = event.and_then(|event| Some(scale.position(event.span?.first))).unwrap_or_default();
    marks.set(all(".scale"), Key::Property(property::HERE), Some(share(position)));
    marks.flag(all(".scale-window"), "hidden", state.lens.years.is_none());
    let [from, to] = [scale.position(stretch.first), scale.position(stretch.end)];
    let length = (to - from).max(1);
    let zoom = i64::from(WHOLE) * i64::from(WHOLE) / i64::from(length);
    for (name, value) in
        [(property::FROM, from), (property::TO, to), (property::ZOOM, i32::try_from(zoom).unwrap_or(WHOLE))]
    {
        marks.set(all(".scale, .lives"), Key::Property(name), Some(share(value)));
    }
    marks.flag(all(".lives"), attribute::CLOSE_UP, length < WHOLE / 4);
}

/// A position as a number: 0 to 1, and beyond.
fn share(position: i32) -> String {
    ["calc(", &position.to_string(), " / ", &WHOLE.to_string(), ")"].concat()
}

fn card(marks: &mut Marks, state: &State, outline: &Outline) {
    let shown = state.shown();
    let class = match shown {
        Some(Target::Person(_)) => "card extra card-person",
        Some(Target::Event(_)) => "card extra card-event",
        Some(Target::Note(_)) => "card extra card-note",
        Some(Target::Source(_)) => "card extra card-source",
        None => "card extra",
    };
    let node = || with_id(id::CARD);
    marks.attribute(node(), "class", Some(class.to_owned()));
    marks.attribute(node(), "aria-label", shown.map(|target| outline.title(target).to_owned()));
    marks.attribute(node(), attribute::SHOWS, shown.map(|target| outline.id(target).to_owned()));
    marks.flag(node(), attribute::TRANSIENT, state.card.as_ref().is_some_and(|card| !card.pinned));
    let link = state.expanded().and_then(|card| {
        let Card { anchor, .. } = card;
        Some((anchor.clone(), ["#", outline.id(card.linked()?)].concat()))
    });
    let value = link.as_ref().map(|_| "true".to_owned());
    let (anchor, href) = link.unwrap_or_default();
    marks.set(Node::Link(anchor, href), Key::Expanded, value);
    for person in 0..2 {
        // Whoever is followed has buttons that say so, in their entry and on their card.
        let followed = state.lens.follow.get(person).map(|person| outline.id(Target::Person(*person)));
        let button = followed.map_or(String::new(), |id| {
            let follow = ["[", attribute::COMMAND, "='", Command::FollowHere.words(), "']"].concat();
            ["#", id, " ", &follow, ",[", attribute::SHOWS, "='", id, "'] ", &follow].concat()
        });
        marks.set(Node::All(button), Key::Pressed, followed.map(|_| "true".to_owned()));
    }
}

fn search(marks: &mut Marks, state: &State) {
    let Some(Panel::Search { query, hits, chosen }) = &state.panel else {
        for key in [Key::Value, Key::Expanded, Key::Attribute("aria-activedescendant")] {
            marks.set(with_id(id::SEARCH_INPUT), key, None);
        }
        return;
    };
    marks.set(with_id(id::SEARCH_INPUT), Key::Value, Some(query.clone()));
    marks.set(with_id(id::SEARCH_INPUT), Key::Expanded, (!hits.is_empty()).then(|| "true".to_owned()));
    let result = (*chosen < hits.len()).then(|| result_id(*chosen));
    marks.attribute(with_id(id::SEARCH_INPUT), "aria-activedescendant", result);
}

/// The id of a hit in the list of results.
pub fn result_id(index: usize) -> String {
    ["result_", &index.to_string()].concat()
}

fn events(marks: &mut Marks, state: &State, outline: &Outline) {
    let id = |event: usize| outline.id(Target::Event(event)).to_owned();
    for event in &state.open {
        let node = Node::Within(id(*event), "details".to_owned());
        marks.0.push(Mark { position: (Group::Open, *event), node, key: Key::Open, value: Some(String::new()) });
    }
    let lens = &state.lens;
    if !lens.dims() {
        return;
    }
    let front = || outline.events.iter().enumerate().filter(|(_, event)| lens.favors(event));
    for (event, _) in front() {
        let (node, key) = (Node::Id(id(event)), Key::Attribute(attribute::IN_FRONT));
        marks.0.push(Mark { position: (Group::Front, event), node, key, value: Some(String::new()) });
    }
    // The build prints ages only for the people of an event.
    for (event, details) in outline.events.iter().enumerate() {
        for (slot, person) in lens.follow.iter().enumerate() {
            if details.involves(*person) {
                let age = ["[", attribute::AGE_OF, "='", outline.id(Target::Person(*person)), "']"].concat();
                let position = (Group::Age, event * 2 + slot);
                let node = Node::Within(id(event), age);
                marks.0.push(Mark { position, node, key: Key::Shown, value: Some(String::new()) });
            }
        }
    }
}
