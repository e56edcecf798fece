//! What a click or an input was meant for: a link, a control, an event, or a search result.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use palimpsest_contract::hook::attribute;
use palimpsest_state::Command;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use super::links::{Link, is_open, link_of};
use super::page::{closest, document, elements, focus_quietly, window, within};
use super::{anchor, events, history};

/// The target of a click, by pointer or by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Click {
    /// A link to a place on the page.
    Link(Link),
    /// A button, or a link that is also a control.
    Control(Control),
    /// A search result, by what it leads to.
    Result(String),
    /// A link to this page with another view of the timeline: `?years=1917-1923#timeline`.
    View(String),
    /// An event, by its id, and whether it is open now. The click was on its summary, or on its box outside links, buttons
    /// and selected text.
    Event(String, bool),
}

/// A control that was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The command of the control.
    pub command: Command,
    /// The value of the control.
    pub value: String,
    /// The id of the entry that contains the control; in a card, of the entry that the card shows.
    pub entry: String,
}

/// Calls `clicked` with the target of each plain click, and prevents the browser's default action if it returns `true`. Ends
/// when the listeners are dropped.
pub fn on_click(clicked: impl Fn(Click) -> bool + 'static) -> [EventListener; 2] {
    let open_at_press = Rc::new(Cell::new(None));
    let beside_at_press = Rc::new(Cell::new(false));
    let pressed = {
        let (open_at_press, beside_at_press) = (Rc::clone(&open_at_press), Rc::clone(&beside_at_press));
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document(), "pointerdown", options, move |press| {
            open_at_press.set(Some(closest(press, "a[href^='#']").is_some_and(|link| is_open(&link))));
            beside_at_press.set(is_beside_dialog(press));
        })
    };
    // The listener may prevent the browser from following a link.
    let options = EventListenerOptions::enable_prevent_default();
    let released = EventListener::new_with_options(&document(), "click", options, move |event| {
        let was_open = open_at_press.take();
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|click| is_plain(click)) else { return };
        let meaning = if let Some(control) = closest(event, ":is(a, button)[data-command]") {
            if control.has_attribute("href") {
                // WebKit does not focus a link that is clicked.
                focus_quietly(&control);
            }
            control_of(&control).map(Click::Control)
        } else if let Some(link) = closest(event, "a[href^='#']") {
            let was_open = was_open.unwrap_or_else(|| is_open(&link));
            link_of(&link).map(|link| Click::Link(Link { was_open, ..link }))
        } else if let Some(link) = closest(event, "a[href^='?']") {
            link.get_attribute("href").map(Click::View)
        } else if let Some(result) = closest(event, "[data-result]") {
            result.get_attribute(attribute::RESULT).map(Click::Result)
        } else if beside_at_press.take() && is_beside_dialog(event) {
            // A selection that was only drawn beyond the dialog does not close it.
            let (value, entry) = (String::new(), String::new());
            Some(Click::Control(Control { command: Command::ClosePanel, value, entry }))
        } else {
            event_of(event)
        };
        if meaning.is_some_and(&clicked) {
            click.prevent_default();
        } else if let Some(link) = closest(event, "a[href^='#']") {
            // On the way back from a link in a card, the focus returns to the link that the card stands beside.
            let beside = document().query_selector("[aria-expanded='true'][aria-controls='card']").ok().flatten();
            let in_card = matches!(link.closest("#card"), Ok(Some(_)));
            history::leave_by(beside.as_ref().filter(|_| in_card).unwrap_or(&link));
        }
    });
    [pressed, released]
}

/// Calls `changed` with each field, slider and radio button that changes, and with each form that is reset.
pub fn on_input(changed: impl Fn(Control) + 'static) -> [EventListener; 2] {
    let changed = Rc::new(changed);
    [("input", "[data-command]:not(form)"), ("reset", "form[data-command]")].map(|(name, controls)| {
        let changed = Rc::clone(&changed);
        EventListener::new(&document(), name, move |event| {
            if let Some(control) = closest(event, controls).and_then(|control| control_of(&control)) {
                changed(control);
            }
        })
    })
}

fn control_of(control: &Element) -> Option<Control> {
    let command = control.get_attribute(attribute::COMMAND)?.parse().ok()?;
    let value = if ["A", "BUTTON", "FORM"].contains(&&*control.tag_name()) {
        String::new()
    } else {
        control.unchecked_ref::<HtmlInputElement>().value()
    };
    let place = control.closest(&["[data-shows], ", anchor::PLACES].concat()).ok().flatten();
    let entry = place.map(|place| place.get_attribute(attribute::SHOWS).unwrap_or_else(|| place.id()));
    Some(Control { command, value, entry: entry.unwrap_or_default() })
}

/// Reports whether a press or a click is beside the open dialog, on the page behind it.
fn is_beside_dialog(event: &Event) -> bool {
    closest(event, "dialog").is_some() && closest(event, ".panel-inner").is_none()
}

/// Reports whether a click is meant for the link itself, and not, for example, to open it in a new tab.
fn is_plain(click: &MouseEvent) -> bool {
    let keys = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !keys && !click.default_prevented()
}

/// Returns the event that was clicked: on its summary, or on its box outside controls, unless the click ends a selection.
fn event_of(click: &Event) -> Option<Click> {
    let details = if closest(click, "summary").is_some() {
        closest(click, "details[data-event]")?
    } else {
        let event = closest(click, ".event")?;
        let selects = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        if selects || closest(click, "a, button, details").is_some() {
            return None;
        }
        within(&event, "details[data-event]").next()?
    };
    Some(Click::Event(events::event(&details)?, details.has_attribute("open")))
}

/// Returns what the chosen search result leads to.
pub fn chosen_result() -> Option<String> {
    elements("[data-result][aria-selected=true]").next()?.get_attribute(attribute::RESULT)
}
