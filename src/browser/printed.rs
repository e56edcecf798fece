//! What stands on the page already, read or copied from there: an entry beside the text is the entry, and what can be found
//! is what can be read.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlInputElement, Node};
use yew::Html;

use super::page::{document, elements, within};
use crate::search::{Entry, Kind};
use crate::take::Dated;

/// A copy of what stands at a place, without ids: an event's opened, the rest as it is.
pub fn copy(id: &str) -> Html {
    let copied = document().get_element_by_id(id).and_then(|element| deep(&element)).map(|copy| {
        for details in within(&copy, "details[data-event]") {
            drop(details.remove_attribute("data-event"));
            details.unchecked_ref::<HtmlDetailsElement>().set_open(true);
        }
        // A list item stands in no list here.
        let class = copy.class_name();
        let card = document().create_element("div").ok()?;
        card.set_class_name(&class);
        while let Some(child) = copy.first_child() {
            card.append_child(&child).ok()?;
        }
        Some(card)
    });
    shown(copied.flatten())
}

/// Copies of all that matches, one under the other.
pub fn copies(selector: &str) -> Vec<Html> {
    elements(selector).map(|element| shown(deep(&element))).collect()
}

fn shown(copy: Option<Element>) -> Html {
    copy.map(|copy| Html::VRef(copy.unchecked_into::<Node>())).unwrap_or_default()
}

fn deep(element: &Element) -> Option<Element> {
    let copy = element.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
    for part in within(&copy, "[id], [aria-expanded], [data-followed]").chain([copy.clone()]) {
        for name in ["id", "aria-labelledby", "data-followed"] {
            drop(part.remove_attribute(name));
        }
        if part.has_attribute("aria-expanded") {
            drop(part.set_attribute("aria-expanded", "false"));
        }
    }
    Some(copy)
}

/// All that can be found on the page.
pub fn index() -> Vec<Entry> {
    let kinds = [
        (Kind::Person, "#people > .person", "h3"),
        (Kind::Event, ".events > .event", ".event-title"),
        (Kind::Note, ".note-list > .note", "h3"),
        (Kind::Source, ".source-list > li", ""),
        (Kind::Sentence, "#article .sentence", ""),
    ];
    let mut entries = Vec::new();
    for (kind, selector, title) in kinds {
        entries.extend(elements(selector).map(|element| Entry {
            kind,
            id: element.id(),
            title: text(&element, title),
            text: match kind {
                Kind::Person => texts(&element, ".person-names, .fact-fate dd, .fact-a-detail dd, .fact-offices li"),
                Kind::Event => texts(&element, ".event-summary, .event-body > p:not(.tools), .fact-where dd"),
                Kind::Note => texts(&element, ".note-text"),
                Kind::Source => texts(&element, ".citation"),
                Kind::Sentence => element.text_content().unwrap_or_default(),
            },
        }));
    }
    entries
}

/// The events as files tell them, in the order in which they stand; without those that are not shown.
pub fn events() -> Vec<Dated> {
    let event = |event: Element| {
        let all = |selector, between: &str| {
            let all: Vec<String> =
                within(&event, selector).map(|part| part.text_content().unwrap_or_default()).collect();
            all.join(between)
        };
        let date = text(&event, ".event-date");
        let title = text(&event, ".event-title");
        Dated {
            id: event.id(),
            edtf: within(&event, "[data-edtf]")
                .next()
                .and_then(|date| date.get_attribute("data-edtf"))
                .unwrap_or_default(),
            title: title.strip_prefix(&date).unwrap_or(&title).trim().to_owned(),
            date,
            text: all(".event-summary, .event-body > p:not(.tools)", "\n\n"),
            place: text(&event, ".fact-where dd"),
            people: all(".fact-who a", "; "),
            sources: all(".fact-sources a", "; "),
            told: event.matches(".event-told").unwrap_or_default(),
        }
    };
    elements(".events > .event:not([hidden])").map(event).collect()
}

/// The words of what matches first in a part of the page.
fn text(part: &Element, selector: &str) -> String {
    let found = if selector.is_empty() { None } else { within(part, selector).next() };
    found.and_then(|found| found.text_content()).unwrap_or_default()
}

/// The words of all that matches.
fn texts(part: &Element, selector: &str) -> String {
    let texts: Vec<String> = within(part, selector).filter_map(|found| found.text_content()).collect();
    texts.join(" · ")
}

/// What an element holds for a reference manager: `csl` or `bibtex`.
pub fn attribute(id: &str, name: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(name)
}

/// The words of a place, and what it is called: of a sentence, its words; else its heading.
pub fn name(id: &str) -> String {
    let Some(place) = document().get_element_by_id(id) else { return String::new() };
    if place.class_name() == "sentence" {
        return ["“", &place.text_content().unwrap_or_default(), "”"].concat();
    }
    let citation = text(&place, ".citation");
    let heading = text(&place, "h2, h3");
    if heading.is_empty() { citation } else { heading }
}

/// The sentence that the reader has selected words in, if any.
pub fn selected_sentence() -> Option<String> {
    let selection = super::page::window().get_selection().ok()??;
    let node = selection.anchor_node().filter(|_| !selection.is_collapsed())?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    Some(element.closest(".sentence").ok()??.id())
}

/// What a field holds.
pub fn value(id: &str) -> String {
    let field = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The number of the answer that is so many after another, round and round.
pub fn answer_after(chosen: usize, by: i32) -> usize {
    let answers = elements("[data-answer]").count().max(1);
    let chosen = chosen.min(answers - 1);
    if by < 0 { (chosen + answers - 1) % answers } else { (chosen + 1) % answers }
}

/// The place of the answer that is chosen.
pub fn chosen_answer() -> Option<String> {
    elements("[data-answer][aria-selected=true]").next()?.get_attribute("data-answer")
}
