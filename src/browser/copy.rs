//! Copies of what is on the page. The card shows a copy of an entry, so that everything is told in only one place.

use palimpsest_contract::hook::attribute;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};
use yew::Html;

use super::page::{document, elements, within};

/// A copy of a part of the page, to be drawn once.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy(Element);

impl Copy {
    /// Returns the copy itself, for a component to draw.
    pub fn html(&self) -> Html {
        Html::VRef(self.0.clone().unchecked_into())
    }
}

/// Returns copies, without ids, of the entry with this id and of its tools. The copy of a person's entry contains only the
/// summary of the closed entry; the copy of an event is open.
pub fn entry(id: &str) -> [Option<Copy>; 2] {
    let Some(copy) = document().get_element_by_id(id).as_ref().and_then(deep) else { return [None, None] };
    for details in within(&copy, "details[data-event], .note-more") {
        drop(details.remove_attribute(attribute::EVENT));
        details.unchecked_ref::<HtmlDetailsElement>().set_open(true);
    }
    let tools = within(&copy, ".tools").next();
    tools.iter().for_each(Element::remove);
    let closed = within(&copy, ".person > details > summary").next();
    // On the card of a person, the link to the entry is placed with the other tools.
    for (tools, _) in tools.iter().zip(&closed) {
        within(&copy, ".link-mark").for_each(|mark| drop(tools.append_child(&mark)));
    }
    [listless(&copy, &closed.unwrap_or_else(|| copy.clone())), tools.map(Copy)]
}

/// Returns the content of an element in a box of its own, because a list item would not be in a list on the card.
fn listless(entry: &Element, content: &Element) -> Option<Copy> {
    let card = document().create_element("div").ok()?;
    card.set_class_name(&entry.class_name());
    while let Some(child) = content.first_child() {
        card.append_child(&child).ok()?;
    }
    Some(Copy(card))
}

/// Returns a copy of the date and the title of the event with this id.
pub fn title(id: &str) -> Option<Copy> {
    let event = document().get_element_by_id(id)?;
    let title = within(&event, "h3").next()?;
    let copy = document().create_element("span").ok()?;
    let parts = deep(&title)?;
    while let Some(part) = parts.first_child() {
        copy.append_child(&part).ok()?;
    }
    Some(Copy(copy))
}

/// Returns copies of the relations to `with` in the entry of `of`.
pub fn relations(of: &str, with: &str) -> Vec<Copy> {
    elements(&["#", of, " [data-with='", with, "']"].concat()).filter_map(|element| deep(&element)).map(Copy).collect()
}

/// Returns the parts of a ribbon for these relations: the stance, the position on the chart's line and the width of each
/// relation that is dated.
pub fn ribbon(relations: &[Copy]) -> Vec<[String; 3]> {
    let part = |Copy(relation): &Copy| {
        let span = relation.get_attribute(attribute::SPAN)?;
        let (x, width) = span.split_once(' ')?;
        let stance = within(relation, ".stance").next()?.get_attribute(attribute::STANCE)?;
        Some([stance, x.to_owned(), width.to_owned()])
    };
    relations.iter().filter_map(part).collect()
}

/// Returns the text of the element with this id, or an empty string if there is none.
pub fn text(id: &str) -> String {
    document().get_element_by_id(id).and_then(|element| element.text_content()).unwrap_or_default()
}

/// Returns the name of the entry with this id: its heading, otherwise its citation.
pub fn name(place: &str) -> String {
    let Some(place) = document().get_element_by_id(place) else { return String::new() };
    let first = |selector| within(&place, selector).next().and_then(|found: Element| found.text_content());
    first("h2, h3, .stop-title > span").or_else(|| first(".citation")).unwrap_or_default()
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
