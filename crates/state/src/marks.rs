//! What the state implies for the printed page: attributes, never words. [`marks`] is pure; `browser::apply` sets the marks
//! that have changed.

use palimpsest_calendar::{Scale, WHOLE};
use palimpsest_contract::hook::{attribute, id, property};
use palimpsest_contract::{Outline, Target};

use crate::card::{Anchor, Card};
use crate::command::Command;
use crate::lens::{Others, Scope};
use crate::pointing::Line;
use crate::settings::Choice;
use crate::state::{Course, Panel, State};
use crate::years::Years;

/// A value that something on the page has as long as the state calls for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The position of the mark among all marks: its group and its place within the group. Marks are sorted by position, and
    /// a mark replaces the previous mark with the same position.
    pub position: (Group, usize),
    /// The element or elements that the mark is set on.
    pub node: Node,
    /// The property of the element that is set.
    pub key: Key,
    /// The value; `None` removes an attribute.
    pub value: Option<String>,
}

/// A group of marks. The marks of [`Group::Page`] are always present; the others have one mark for each event they apply to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Marks on individual parts of the page.
    Page,
    /// Events that are open.
    Open,
    /// Events that the lens favors.
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
    /// The first matching descendant of the element with this id.
    Within(String, String),
    /// All elements that match the selector.
    All(String),
    /// The link at an anchor, with this `href`.
    Link(Anchor, String),
}

/// The property of an element that a mark sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// An attribute.
    Attribute(&'static str),
    /// `aria-expanded` of a link. Without a value, it stays on the link as `false`.
    Expanded,
    /// `aria-pressed` of a button. Without a value, it stays on the button as `false`.
    Pressed,
    /// The absence of `hidden`.
    Shown,
    /// Whether a `<details>` is open.
    Open,
    /// The horizontal positions in a drawing along a line. The value lists the printed positions of the two ends of the
    /// line's focus, then their new positions. Without a value, everything stands where it is printed.
    Moved,
    /// Whether a radio button is checked.
    Checked,
    /// The value of a field, a slider or an output.
    Value,
    /// A custom property. The content security policy forbids inline styles in the markup, but not these.
    Property(&'static str),
}

/// Returns all marks of a state, sorted by position.
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

/// The marks collected so far.
struct Marks(Vec<Mark>);

impl Marks {
    fn set(&mut self, node: Node, key: Key, value: Option<String>) {
        let place = self.0.len();
        self.0.push(Mark { position: (Group::Page, place), node, key, value });
    }

    fn attribute(&mut self, node: Node, name: &'static str, value: Option<String>) {
        self.set(node, Key::Attribute(name), value);
    }

    /// Sets an attribute without a value, which is either present or absent.
    fn flag(&mut self, node: Node, name: &'static str, is_set: bool) {
        self.attribute(node, name, is_set.then(String::new));
    }
}

fn control(command: Command) -> Node {
    Node::All(command.selector())
}

fn with_id(id: &str) -> Node {
    Node::Id(id.to_owned())
}

fn all(selector: &str) -> Node {
    Node::All(selector.to_owned())
}

fn page(marks: &mut Marks, state: &State, outline: &Outline) {
    marks.flag(Node::Root, attribute::LIVE, state.live);
    marks.flag(Node::Root, attribute::DOWN, state.course == Course::Down);
    marks.flag(Node::Root, attribute::CAME_IN, state.course == Course::CameIn);
    marks.flag(Node::Root, attribute::CENSORED, state.censored);
    let part = [".edition-parts [href='#", &state.part, "']"].concat();
    marks.attribute(Node::All(part), "aria-current", Some("true".to_owned()));
    marks.flag(with_id(id::NOTICE_ISLAND), "hidden", state.unknown.is_none());
    marks.flag(with_id(id::LENS_ISLAND), "hidden", !state.lens.is_narrowed());
    marks.flag(with_id(id::RIBBON_ISLAND), "hidden", state.lens.follow.len() < 2);
    marks.flag(with_id(id::FOLLOWED_ISLAND), "hidden", state.lens.follow.is_empty());
    marks.flag(all(".events, .lives"), attribute::DIMMED, state.lens.dims());
    let scope = (state.lens.scope == Scope::Article).then(|| "article".to_owned());
    marks.attribute(all(".events"), attribute::SCOPE, scope);
    let turning = state.turning.map_or(String::new(), |event| outline.id(Target::Event(event)).to_owned());
    marks.flag(Node::Within(turning, "details".to_owned()), attribute::TURNING, state.turning.is_some());
    let word = |slot| if slot == 0 { "first" } else { "second" }.to_owned();
    let last = state.lens.follow.len().checked_sub(1).map(word);
    marks.attribute(all(".lives"), attribute::FOLLOWED, last);
    for slot in 0..2 {
        let id = state.lens.follow.get(slot).map(|person| outline.id(Target::Person(*person)));
        let theirs = id.map_or(String::new(), |id| {
            let parts = [
                ["#article [href='#", id, "']"],
                ["#article [data-names='", id, "']"],
                [".lives [data-person='", id, "']"],
                [".faces [data-shows='", id, "']"],
            ];
            parts.map(|part| part.concat()).join(",")
        });
        marks.attribute(Node::All(theirs), attribute::FOLLOWED, id.map(|_| word(slot)));
    }
}

fn controls(marks: &mut Marks, state: &State, outline: &Outline) {
    let lens = &state.lens;
    let others = match lens.others {
        Others::Hidden => Command::OthersHide,
        Others::Dimmed => Command::OthersShow,
    };
    // The controls show the current order, which an address may have asked for.
    let shown = |choice: Choice| choice.order().map_or(choice, |_| Choice::of_order(lens.order()));
    let choices = state.settings.choices().map(|choice| Command::Choose(shown(choice)));
    let measure = if state.true_scale { Command::ScaleTrue } else { Command::ScaleBroken };
    for chosen in choices.chain([others, measure]) {
        marks.set(control(chosen), Key::Checked, Some(String::new()));
    }
    let copy = if state.censored { id::COPY_CENSOR } else { id::COPY_WRITTEN };
    marks.set(with_id(copy), Key::Checked, Some(String::new()));
    let years = lens.years.or_else(|| Years::of(outline));
    // These buttons are only marked as disabled, so that one that has just been pressed keeps the focus.
    for (command, disabled) in [
        (Command::ForgetSettings, state.settings.words().is_empty()),
        (Command::OpenAll, state.open.len() == outline.events.len()),
        (Command::CloseAll, state.open.is_empty()),
    ] {
        marks.attribute(control(command), "aria-disabled", disabled.then(|| "true".to_owned()));
    }
    if let Some(years) = years {
        let has_eras = Years::of(outline).is_some_and(|whole| whole.from <= 0);
        for (command, year) in [(Command::YearsFrom, years.from), (Command::YearsTo, years.to)] {
            let slider = command.selector();
            let words = outline.year(year);
            let output = Node::All([&slider, " + output"].concat());
            marks.set(output, Key::Value, lens.years.map(|_| words.clone()));
            marks.attribute(Node::All(slider.clone()), "aria-valuetext", has_eras.then_some(words));
            marks.set(Node::All(slider), Key::Value, Some(year.to_string()));
        }
    }
}

fn drawings(marks: &mut Marks, state: &State, outline: &Outline) {
    let current = state.current_event(outline);
    let event = current.and_then(|event| outline.events.get(event));
    let here = [".scale svg [href='#", event.map(|event| &*event.id).unwrap_or_default(), "']"].concat();
    marks.attribute(Node::All(here), "aria-current", event.map(|_| "location".to_owned()));
    let pointed = state.pointed.as_ref().and_then(|pointed| outline.events.get(*pointed.events.first()?)?.span);
    // Each property is set on the part that reads it. The drawings have thousands of marks, and an engine would compute the
    // style of each of them anew for a property that it inherits.
    let parts = [(Line::Rail, ".scale-window", id::MARKER_ISLAND), (Line::Chart, ".brush", id::LABEL_ISLAND)];
    for (line, window, label) in parts {
        let Some(scale) = state.scale_of(line, outline) else { return };
        if line == Line::Rail {
            let position = event.and_then(|event| Some(scale.position(event.span?.first))).unwrap_or_default();
            marks.set(with_id(label), Key::Property(property::HERE), Some(share(position)));
        }
        let chosen = state.lens.years.map_or(scale, |years| Scale::of_years(years.from, years.to));
        let ends = [(property::FROM, chosen.first), (property::TO, chosen.end)];
        for (name, day) in ends {
            marks.set(all(window), Key::Property(name), Some(share(scale.position(day))));
        }
        let at = pointed.map(|span| share(scale.position(span.first).midpoint(scale.position(span.end))));
        marks.set(with_id(label), Key::Property(property::AT), at);
    }
    // The chart is printed on the broken line. On a single scale, the ends of the focus, and everything else with them,
    // move.
    marks.flag(all(".lives"), attribute::TRUE_SCALE, state.true_scale);
    let moved = outline.scale().filter(|_| state.true_scale).and_then(|broken| {
        let (first, end) = broken.focus?;
        let even = state.scale_of(Line::Chart, outline)?;
        let ends = [broken, even].map(|scale| [first, end].map(|day| scale.position(day).to_string()));
        // Naming the followed people makes the value change when their ribbon is redrawn, so that it is moved as well.
        let drawn = state.lens.follow.iter().map(ToString::to_string);
        Some(ends.concat().into_iter().chain(drawn).collect::<Vec<_>>().join(" "))
    });
    marks.set(all(".lives-events, .lives li > .lane"), Key::Moved, moved);
    marks.flag(all(".scale-window"), "hidden", state.lens.years.is_none());
    let top = state.pointed.as_ref().map(|pointed| [&*pointed.top.to_string(), "px"].concat());
    marks.set(with_id(id::LABEL_ISLAND), Key::Property(property::TOP), top);
}

/// Returns a position as a CSS number: from 0 to 1 on the line, and outside that range beyond it.
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
        // The follow buttons of a followed person, in their entry and on their card, are pressed.
        let followed = state.lens.follow.get(person).map(|person| outline.id(Target::Person(*person)));
        let button = followed.map_or(String::new(), |id| {
            let follow = Command::FollowHere.selector();
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

/// Returns the id of a hit in the list of results.
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
    for (event, details) in outline.events.iter().enumerate() {
        let (name, value) = match (lens.favors(details), lens.others) {
            (true, _) => (attribute::IN_FRONT, ""),
            // The place that the reader came to is never hidden.
            (false, Others::Hidden) if *details.id != *state.place && !state.found.contains(&event) => {
                ("hidden", "until-found")
            }
            (false, _) => continue,
        };
        let (node, key) = (Node::Id(id(event)), Key::Attribute(name));
        marks.0.push(Mark { position: (Group::Front, event), node, key, value: Some(value.to_owned()) });
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
