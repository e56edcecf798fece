//! Sets marks on the printed page: those that have changed.

use std::cmp::Ordering;

use palimpsest_state::{Key, Mark, Node};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, HtmlInputElement};

use super::links::announce;
use super::page::{document, elements, within};
use super::{anchor, drawing};

/// The marks that the page currently bears.
#[derive(Default)]
pub struct Applied(Vec<Mark>);

impl Applied {
    /// Makes the page bear these marks and no others. Both lists are sorted by position, so a single pass compares them.
    pub fn update(&mut self, marks: Vec<Mark>) {
        let before = std::mem::replace(&mut self.0, marks);
        // Old marks are removed before new ones are set, because a mark may move from one element to another.
        for (old, new) in pairs(&before, &self.0) {
            if let Some(old) = old
                && new.is_none_or(|new| (&new.node, new.key) != (&old.node, old.key))
            {
                set(old, None);
            }
        }
        for (old, new) in pairs(&before, &self.0) {
            if let Some(new) = new.filter(|new| old != Some(*new)) {
                set(new, new.value.as_deref());
            }
        }
    }
}

/// Pairs the marks of two sorted lists by their positions.
fn pairs<'a>(before: &'a [Mark], after: &'a [Mark]) -> impl Iterator<Item = (Option<&'a Mark>, Option<&'a Mark>)> {
    let (mut before, mut after) = (before.iter().peekable(), after.iter().peekable());
    std::iter::from_fn(move || {
        let order = match (before.peek(), after.peek()) {
            (Some(old), Some(new)) => old.position.cmp(&new.position),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return None,
        };
        let old = if order == Ordering::Greater { None } else { before.next() };
        let new = if order == Ordering::Less { None } else { after.next() };
        Some((old, new))
    })
}

fn set(mark: &Mark, value: Option<&str>) {
    match &mark.node {
        Node::Root => document().document_element().iter().for_each(|root| write(root, mark.key, value)),
        Node::Id(id) => document().get_element_by_id(id).iter().for_each(|element| write(element, mark.key, value)),
        Node::Within(id, selector) => {
            let place = document().get_element_by_id(id);
            place
                .and_then(|place| within(&place, selector).next())
                .iter()
                .for_each(|element| write(element, mark.key, value));
        }
        Node::All(selector) if selector.is_empty() => {}
        Node::All(selector) => elements(selector).for_each(|element| write(&element, mark.key, value)),
        Node::Link(anchor, href) => {
            if let Some(link) = anchor::find(anchor, href) {
                announce(&link);
                write(&link, mark.key, value);
            }
        }
    }
}

fn write(element: &Element, key: Key, value: Option<&str>) {
    match key {
        Key::Attribute(name) => attribute(element, name, value),
        // Only links that already have the attribute get it: links in drawings, which only a pointer can reach, say nothing
        // about cards.
        Key::Expanded if element.has_attribute("aria-expanded") => {
            attribute(element, "aria-expanded", Some(value.unwrap_or("false")));
        }
        Key::Expanded => {}
        Key::Pressed => attribute(element, "aria-pressed", Some(value.unwrap_or("false"))),
        Key::Shown => attribute(element, "hidden", if value.is_some() { None } else { Some("") }),
        Key::Open => {
            let details = element.dyn_ref::<HtmlDetailsElement>();
            if let Some(details) = details.filter(|details| details.open() != value.is_some()) {
                details.set_open(value.is_some());
            }
        }
        Key::Checked => {
            // Checking one radio button of a group unchecks the others.
            if value.is_some() {
                element.unchecked_ref::<HtmlInputElement>().set_checked(true);
            }
        }
        Key::Moved => drawing::move_to(element, value),
        Key::Value => fill(element, value),
        Key::Property(name) => {
            // The value is a number or a length, which no engine rejects.
            drop(element.unchecked_ref::<HtmlElement>().style().set_property(name, value.unwrap_or_default()));
        }
    }
}

/// Sets or removes an attribute. An attribute that is to be set without a value and is already present stays as it is
/// printed. All names are fixed and valid, so no engine rejects them.
fn attribute(element: &Element, name: &str, value: Option<&str>) {
    drop(match value {
        Some("") if element.has_attribute(name) => return,
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Sets the value of a field, a slider or an output; without a value, the printed one. All of these have the same
/// properties.
fn fill(element: &Element, value: Option<&str>) {
    let input: &HtmlInputElement = element.unchecked_ref();
    let value = value.map_or_else(|| input.default_value(), str::to_owned);
    if input.value() != value {
        input.set_value(&value);
    }
}
