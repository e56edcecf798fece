//! What the program marks on the printed page: attributes, never words.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::links::entry_of;
use super::page::{document, elements, focus_there};

const EXPANDED: &str = "aria-expanded";

/// Sets an attribute, or takes it away. Its name is fixed and valid: the engine cannot refuse.
fn set(element: &Element, name: &str, value: Option<&str>) {
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Tells assistive software which links open a card: those to what can be looked up, unless they are there to go.
pub fn announce(can_be_looked_up: impl Fn(&str) -> bool) {
    for link in elements("main a[href^='#']") {
        let to = link.get_attribute("href").unwrap_or_default();
        if can_be_looked_up(to.trim_start_matches('#')) && matches!(link.closest("[data-go], svg"), Ok(None)) {
            set(&link, "aria-haspopup", Some("dialog"));
            set(&link, "aria-controls", Some("card"));
            set(&link, EXPANDED, Some("false"));
        }
    }
}

/// Marks the link that has the card, and no other.
pub fn expand(link: Option<&Element>) {
    for other in elements("[aria-expanded='true'][aria-controls='card']") {
        set(&other, EXPANDED, Some("false"));
    }
    // Those in drawings, which only a pointer finds, say nothing of cards.
    if let Some(link) = link.filter(|link| link.has_attribute(EXPANDED)) {
        set(link, EXPANDED, Some("true"));
    }
}

/// Lights up the mentions and the lives of those who are followed, in their order, and presses their buttons.
pub fn follow(people: &[&str]) {
    for lit in elements("[data-followed]") {
        set(&lit, "data-followed", None);
    }
    for button in elements("[data-do='follow here']") {
        let pressed = people.contains(&entry_of(&button).as_str());
        set(&button, "aria-pressed", Some(if pressed { "true" } else { "false" }));
    }
    for (number, person) in people.iter().enumerate() {
        let theirs = |part: [&str; 2]| [part[0], person, part[1]].concat();
        let selectors =
            [["#article [href='#", "']"], ["#article [data-names='", "']"], [".lives [data-person='", "']"]];
        for lit in elements(&selectors.map(theirs).join(",")) {
            set(&lit, "data-followed", Some(if number == 0 { "first" } else { "second" }));
        }
    }
}

/// Marks the event of the passage that is being read on the scale.
pub fn here(event: Option<&str>) {
    for mark in elements(".scale [aria-current]") {
        set(&mark, "aria-current", None);
    }
    if let Some(event) = event {
        for mark in elements(&[".scale svg [href='#", event, "']"].concat()) {
            set(&mark, "aria-current", Some("location"));
        }
    }
}

/// Sets a length by its name, as a custom property of the elements that match. The policy forbids styles in the page, not
/// these.
pub fn measure(selector: &str, name: &str, length: &str) {
    for element in elements(selector) {
        // The value is a number: the engine cannot refuse.
        drop(element.unchecked_ref::<HtmlElement>().style().set_property(name, length));
    }
}

/// Marks the choice of this word among those of a name, and no other.
pub fn choose(name: &str, word: &str) {
    for choice in elements(&["input[name=", name, "]"].concat()) {
        let command = choice.get_attribute("data-do").unwrap_or_default();
        let chosen = command.split_once(' ').map_or("", |(_, word)| word) == word;
        choice.unchecked_ref::<HtmlInputElement>().set_checked(chosen);
    }
}

/// Says that the controls of a command do nothing now, or that they do. A button keeps the focus all the same: it may have
/// just been pressed.
pub fn disable(command: &str, disabled: bool) {
    for control in elements(&["[data-do='", command, "']"].concat()) {
        let name = if control.tag_name() == "SELECT" { "disabled" } else { "aria-disabled" };
        set(&control, name, disabled.then_some("true"));
    }
}

/// Hides what matches, or shows it.
pub fn hide(selector: &str, hidden: bool) {
    elements(selector).for_each(|element| set(&element, "hidden", hidden.then_some("")));
}

/// Fills in fields and lists, and what else matches with words.
pub fn fill(selector: &str, words: &str) {
    for field in elements(selector) {
        if matches!(field.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT" | "OUTPUT") {
            // They all have a value.
            let input: &HtmlInputElement = field.unchecked_ref();
            if input.value() != words {
                // WebKit tells of a choice that differs from what a list held as it got the focus, and of no other.
                let list =
                    document().active_element().filter(|focused| *focused == field && field.tag_name() == "SELECT");
                if list.is_some() {
                    drop(input.blur());
                }
                input.set_value(words);
                if let Some(list) = list {
                    focus_there(&list);
                }
            }
        } else {
            field.set_text_content(Some(words));
        }
    }
}

/// Tells the line of the search how many answers there are and which is chosen, and shows that.
pub fn answers(chosen: usize) {
    let options: Vec<Element> = elements("#search_found [role=option]").collect();
    let option = options.get(chosen);
    for input in elements("#search_input") {
        set(&input, EXPANDED, Some(if options.is_empty() { "false" } else { "true" }));
        set(&input, "aria-activedescendant", option.map(Element::id).as_deref());
    }
    if let Some(option) = option {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// The next mark of the scale, or, below zero, the one before, gets the focus: counted from the one that has it, or else from
/// the present event's.
pub fn walk(by: i32) {
    let focused = document().active_element();
    let marks: Vec<Element> = elements(".scale svg a").filter(|mark| mark.get_client_rects().length() > 0).collect();
    let has_focus = |mark: &Element| focused.as_ref() == Some(mark);
    let at = marks.iter().position(has_focus);
    let at = at.or_else(|| marks.iter().position(|mark| mark.has_attribute("aria-current")));
    let next = at.and_then(|at| i32::try_from(at).ok()).map_or(0, |at| at + by).max(0);
    let mark = usize::try_from(next).ok().and_then(|next| marks.get(next)).or(marks.last());
    if let Some(mark) = mark {
        // SVG elements have the method too.
        drop(mark.unchecked_ref::<HtmlElement>().focus());
    }
}

/// Whether the chart of lives is drawn close enough for more of its years.
pub fn close(close: bool) {
    for chart in elements(".lives") {
        set(&chart, "data-close", Some(if close { "1" } else { "0" }));
    }
}
