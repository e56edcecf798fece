//! What the browser reports, as actions: clicks, controls, keys, a pointer that rests, the browser's history, what was
//! opened by other means, the sentence that is being read, gestures on the scale.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use palimpsest_story::{CalendarDay, Story};

use crate::address::Address;
use crate::browser::gestures::{self, Gesture};
use crate::browser::history::{self, Step};
use crate::browser::hover::{self, Hover};
use crate::browser::keys::{self, Key};
use crate::browser::links::{self, Click, Link};
use crate::browser::{details, dialog, marks, motion, page, passage, popover, printed, settings, sharing};
use crate::command::Command;
use crate::lens::Years;
use crate::scale::{Scale, WHOLE};
use crate::state::{Action, Card, Panel, State};
use crate::take::{self, Format};

/// Where reports go, and what they are about.
pub(crate) struct Desk {
    /// The story.
    pub story: Rc<Story>,
    /// The state as it now is.
    pub state: Box<dyn Fn() -> State>,
    /// Takes an action.
    pub tell: Rc<dyn Fn(Action)>,
}

/// What the browser knows, once the printed page is taken over.
pub(crate) fn start(desk: &Desk) {
    let [query, fragment] = links::address();
    let address = Address::parse(&query, &fragment, &desk.story);
    let found = page::has_place(&address.place);
    let open = details::open_events();
    marks::announce(|id| desk.story.target(id).is_some());
    (desk.tell)(Action::Started { open, address, found, settings: settings::remembered() });
}

/// Listens to the browser for as long as the answer is kept.
pub(crate) fn listen(desk: &Rc<Desk>) -> Vec<Box<dyn Any>> {
    let at = |desk: &Rc<Desk>| Rc::clone(desk);
    let (clicked, changed, rested, stepped) = (at(desk), at(desk), at(desk), at(desk));
    let (toggled, closed, pressed, passed, gestured) = (at(desk), at(desk), at(desk), at(desk), at(desk));
    let left = at(desk);
    let before = Cell::new(None);
    vec![
        Box::new(links::on_click(move |click| clicked.click(click))),
        Box::new(links::on_input(move |words, value| changed.command(&words, &value))),
        Box::new(hover::on_hover(move |hover| rested.hover(hover))),
        Box::new(history::on_step(move |step| stepped.step(step))),
        Box::new(details::on_toggle(move |event, open| match event {
            Some(event) => (toggled.tell)(Action::EventSet { event, open }),
            // Esc and a press outside close the card without us. The news may come when another is already shown.
            None if !open => (toggled.tell)(Action::CardClosed(popover::number())),
            None => {}
        })),
        Box::new(dialog::on_close(move || (closed.tell)(Action::PanelSet(None)))),
        Box::new(keys::on_key(move |key| pressed.key(key))),
        Box::new(popover::on_leave(move || (left.tell)(Action::CardClosed(popover::number())))),
        Box::new(passage::watch(move |sentence| (passed.tell)(Action::Passed(sentence)))),
        Box::new(gestures::on_gesture(move |gesture| gestured.gesture(gesture, &before))),
    ]
}

impl Desk {
    /// What a click does; whether the browser shall do nothing of its own.
    fn click(&self, click: Click) -> bool {
        match click {
            Click::Link(Link { to, spot, in_card, goes, was_shown }) => {
                let target = self.story.target(&to).filter(|_| !goes);
                match target {
                    Some(target) if in_card => {
                        popover::keep_focus();
                        self.tell_soon(Action::LookedOn(target));
                    }
                    Some(_) if was_shown => (self.tell)(Action::CardClosed((self.state)().openings)),
                    Some(target) => {
                        marks::expand(links::find(&spot, &to).as_ref());
                        history::expect_opening();
                        self.tell_soon(Action::LookedUp(Card { trail: vec![target], beside: spot, pinned: true }));
                    }
                    None => {
                        // Browsers do not report that a link to where the page is was followed again. Firefox follows it a
                        // task later, by the address of before: that is another by then, and it would load the page anew.
                        if history::is_at(&to) {
                            history::go_again(&to);
                            (self.tell)(Action::Arrived(to));
                            return true;
                        }
                        return false;
                    }
                }
            }
            Click::Control(words) => self.command(&words, ""),
            Click::Event(event, open) => {
                details::turn(&event);
                self.tell_soon(Action::EventSet { event, open: !open });
            }
            Click::Answer(place) => self.go(place),
        }
        true
    }

    /// What takes the browser long to draw: first the reader sees that the click has come.
    fn tell_soon(&self, action: Action) {
        let tell = Rc::clone(&self.tell);
        page::after_frame(|| history::after_closing(move || tell(action)));
    }

    fn command(&self, words: &str, value: &str) {
        let state = (self.state)();
        let command = Command::parse(words, value, &state, &self.story);
        if matches!(command, Some(Command::Act(Action::LookedBack))) {
            popover::keep_focus();
        }
        match command {
            Some(Command::Move(Action::LensCleared)) => {
                // The button goes with the line that it stands in.
                page::focus("timeline_title");
                motion::moved({
                    let tell = Rc::clone(&self.tell);
                    move || tell(Action::LensCleared)
                });
            }
            Some(Command::Act(Action::LookedBack)) if history::is_after_card() => history::back(),
            // Nobody is followed twice: nothing changes, and the list says so.
            Some(Command::Act(Action::FollowSet(people))) if people == state.lens.follow => {
                marks::fill("[data-do=second]", "");
            }
            Some(Command::Act(action)) => (self.tell)(action),
            Some(Command::Move(action)) => {
                let tell = Rc::clone(&self.tell);
                motion::moved(move || tell(action));
            }
            Some(Command::Copy(field)) => sharing::copy(&field, "#take_said"),
            Some(Command::Share) => sharing::share(&self.story.article.title, &printed::value("take_address")),
            Some(Command::Print) => sharing::print(),
            Some(Command::Save(kind)) => self.save(&kind),
            None => {}
        }
    }

    /// The timeline as a file, with the events that are shown, in their order.
    fn save(&self, kind: &str) {
        let (title, page, events) = (&self.story.article.title, history::whole(""), printed::events());
        let format = Format::parse(kind);
        let content = match format {
            Format::TimelineJs => take::timeline_js(title, &page, &events),
            Format::Calendar => {
                let stamp = sharing::now().split('.').next().unwrap_or_default().replace(['-', ':'], "");
                take::calendar(title, &page, &[&stamp, "Z"].concat(), &events)
            }
            Format::Table => take::table(&page, &events),
        };
        sharing::save(format.name(), format.mime(), &content);
    }

    fn hover(&self, hover: Hover) {
        let state = (self.state)();
        match (hover, state.card) {
            (Hover::Rests(link), None | Some(Card { pinned: false, .. })) => {
                if let Some(target) = self.story.target(&link.to) {
                    (self.tell)(Action::LookedUp(Card { trail: vec![target], beside: link.spot, pinned: false }));
                }
            }
            (Hover::Left, Some(Card { pinned: false, .. })) => (self.tell)(Action::CardClosed(state.openings)),
            _ => {}
        }
    }

    fn step(&self, step: Step) {
        let [query, fragment] = links::address();
        match step {
            Step::There => (self.tell)(Action::Arrived(fragment.trim_start_matches('#').to_owned())),
            Step::Back => {
                let come_back = history::return_later();
                (self.tell)(Action::Returned(Address::parse(&query, &fragment, &self.story)));
                page::soon(move || {
                    come_back();
                    popover::hold_focus();
                });
            }
        }
    }

    fn key(&self, key: Key) {
        match key {
            Key::Search => self.command("search", ""),
            Key::Walk(by) => marks::walk(by),
            Key::Choose(by) => {
                if let Some(Panel::Search { query, chosen }) = (self.state)().panel {
                    let chosen = printed::answer_after(chosen, by);
                    (self.tell)(Action::PanelSet(Some(Panel::Search { query, chosen })));
                }
            }
            Key::Enter => {
                if let Some(place) = printed::chosen_answer() {
                    self.go(place);
                }
            }
        }
    }

    /// Goes to what was found.
    fn go(&self, place: String) {
        dialog::show("search_panel", false);
        history::go(&place);
        (self.tell)(Action::Arrived(place));
    }

    /// What a gesture on the scale does to the years.
    fn gesture(&self, gesture: Gesture, before: &Cell<Option<Years>>) {
        let state = (self.state)();
        let (Some(whole), Some(scale)) = (Years::of(&self.story), Scale::of_story(&self.story)) else { return };
        let year = |place: i32, scale: Scale| CalendarDay::numbered(scale.day_at(place)).year;
        (self.tell)(match gesture {
            Gesture::Begun => return before.set(state.lens.years),
            Gesture::Drawn(from, to) => {
                let [from, to] = [year(from, scale), year(to, scale)];
                Action::YearsSet(match before.get() {
                    // A window that is there is moved by whoever takes hold of it.
                    Some(years) if (years.from..=years.to).contains(&from) => Some(years.moved(to - from, whole)),
                    _ => Years::within(from, to, whole),
                })
            }
            Gesture::Dragged(from, to) => {
                let Some(years) = before.get() else { return };
                let by = i64::from(years.count()) * i64::from(from - to) / i64::from(WHOLE);
                Action::YearsSet(Some(years.moved(i32::try_from(by).unwrap_or_default(), whole)))
            }
            Gesture::Zoomed(steps, place, on_stretch) => {
                let line = state.stretch(&self.story).filter(|_| on_stretch).unwrap_or(scale);
                Action::YearsZoomed(steps, year(place, line))
            }
        });
    }
}
