//! The program without a browser.

use palimpsest_contract::{Outline, Target};
use palimpsest_state::{Act, Action, Address, Anchor, Card, Choice, Command, Outcome, Settings, State, reduce};
use palimpsest_tests::outline;

/// The program running on the outline of the real story.
pub struct Program {
    pub outline: Outline,
    pub state: State,
    pub acts: Vec<Act>,
}

impl Program {
    pub fn started() -> Self {
        Self::opened("", Settings::default())
    }

    /// A fresh window with this address, on a device with these settings.
    pub fn opened(url: &str, settings: Settings) -> Self {
        let mut program = Self { outline: outline(), state: State::default(), acts: Vec::new() };
        let (query, fragment) = url.split_once('#').unwrap_or((url, ""));
        let address = Address::parse(query, fragment, &program.outline);
        program.act(Action::Started { open: Vec::new(), address, found: true, settings });
        program
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        let Outcome { state, acts } = reduce(&self.state, &self.outline, action);
        (self.state, self.acts) = (state, acts);
        self
    }

    /// Chooses a value that the device remembers, by the words of its control.
    pub fn remember(&mut self, words: &str) -> &mut Self {
        self.press(Command::Choose(Choice::named(words).expect("there is such a choice")))
    }

    pub fn press(&mut self, command: Command) -> &mut Self {
        self.choose(command, "")
    }

    pub fn choose(&mut self, command: Command, value: &str) -> &mut Self {
        self.act(Action::ControlUsed { command, value: value.to_owned(), entry: String::new() })
    }

    pub fn press_in(&mut self, command: Command, entry: &str) -> &mut Self {
        self.act(Action::ControlUsed { command, value: String::new(), entry: entry.to_owned() })
    }

    pub fn toggle(&mut self, event: &str, open: bool) -> &mut Self {
        let event = self.event(event);
        self.act(Action::EventToggled { event, open })
    }

    pub fn look_up(&mut self, target: &str, place: &str) -> &mut Self {
        let card = self.card(target, place, true);
        self.act(Action::LookedUp(card))
    }

    pub fn look_on(&mut self, target: &str) -> &mut Self {
        let target = self.target(target);
        self.act(Action::LookedOn(target))
    }

    pub fn card(&self, target: &str, place: &str, pinned: bool) -> Card {
        let anchor = Anchor { place: place.to_owned(), nth: 0 };
        Card { trail: vec![self.target(target)], anchor, pinned }
    }

    pub fn target(&self, id: &str) -> Target {
        self.outline.target(id).unwrap_or_else(|| panic!("{id} is in the story"))
    }

    pub fn event(&self, id: &str) -> usize {
        self.outline.event(id).unwrap_or_else(|| panic!("{id} is an event"))
    }

    pub fn open(&self) -> Vec<&str> {
        self.state.open.iter().map(|event| self.outline.id(Target::Event(*event))).collect()
    }

    pub fn url(&self) -> String {
        self.state.address().url(&self.outline)
    }

    /// Whether the last action added an entry to the history.
    pub fn is_step(&self) -> bool {
        self.acts.iter().any(|act| matches!(act, Act::Write { push: true, .. }))
    }

    pub fn trail(&self) -> Vec<&str> {
        let trail = self.state.card.iter().flat_map(|card| &card.trail);
        trail.map(|target| self.outline.id(*target)).collect()
    }
}
