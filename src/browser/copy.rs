//! Copies of what is on the page. An entry beside the text is a copy of the entry, so that there is one telling of everything.

use palimpsest_contract::hook::{attribute, property};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement};
use yew::Html;

use super::page::{document, elements, within};

/// A copy of a part of the page, which is drawn once.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy(Element);

impl Copy {
    /// The copy itself, for a component to draw.
    pub fn html(&self) -> Html {
        Html::VRef(self.0.clone().unchecked_into())
    }
}

/// A copy of the entry with this id, without ids; an event's is open.
pub fn entry(id: &str) -> Option<Copy> {
    let copy = deep(&document().get_element_by_id(id)?)?;
    for details in within(&copy, "details[data-event]") {
        drop(details.remove_attribute(attribute::EVENT));
        details.unchecked_ref::<HtmlDetailsElement>().set_open(true);
    }
    // A list item stands in no list here.
    let card = document().create_element("div").ok()?;
    card.set_class_name(&copy.class_name());
    while let Some(child) = copy.first_child() {
        card.append_child(&child).ok()?;
    }
    Some(Copy(card))
}

/// A copy of the drawing of somebody's life, whose length is a share of the longest one shown.
pub fn lifeline(id: &str, days: i32, longest: i32) -> Option<Copy> {
    let copy = deep(&elements(&["#", id, " .lifeline"].concat()).next()?)?;
    let share = ["calc(", &days.to_string(), " / ", &longest.max(1).to_string(), ")"].concat();
    // The value is a number, which no engine refuses.
    drop(copy.unchecked_ref::<HtmlElement>().style().set_property(property::LIFE, &share));
    Some(Copy(copy))
}

/// Copies of the relations to `with` that stand in the entry of `of`.
pub fn relations(of: &str, with: &str) -> Vec<Copy> {
    elements(&["#", of, " [data-with='", with, "']"].concat()).filter_map(|element| deep(&element)).map(Copy).collect()
}

/// The text of the element with this id; empty when there is none.
pub fn text(id: &str) -> String {
    document().get_element_by_id(id).and_then(|element| element.text_content()).unwrap_or_default()
}

fn deep(element: &Element) -> Option<Element> {
    let copy = element.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
    for part in within(&copy, "[id], [aria-expanded], [data-followed]").chain([copy.clone()]) {
        for name in ["id", "aria-labelledby", attribute::FOLLOWED] {
            drop(part.remove_attribute(name));
        }
        if part.has_attribute("aria-expanded") {
            drop(part.set_attribute("aria-expanded", "false"));
        }
    }
    Some(copy)
}
