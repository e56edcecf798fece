//! Selectors on the parsed page: the subset of CSS that the search uses.

use markup5ever_rcdom::{Handle, NodeData};
use palimpsest_state::search::Printed;

use crate::page::{Element, text};

/// Returns all elements under `root` that match, in document order. Supports lists of selectors with descendant and child
/// combinators, whose compounds consist of names, ids, classes, attributes and `:not()`.
pub fn select(root: &Handle, selectors: &str) -> Vec<Element> {
    let selectors: Vec<Vec<(bool, &str)>> = selectors.split(',').map(steps).collect();
    let mut found = Vec::new();
    walk(&mut Vec::new(), root, &selectors, &mut found);
    found
}

/// Splits a selector into its compounds, each with whether a child combinator precedes it.
fn steps(selector: &str) -> Vec<(bool, &str)> {
    let mut directly = false;
    let mut steps = Vec::new();
    for part in selector.split_whitespace() {
        if part != ">" {
            steps.push((directly, part));
        }
        directly = part == ">";
    }
    steps
}

fn walk(path: &mut Vec<Handle>, node: &Handle, selectors: &[Vec<(bool, &str)>], found: &mut Vec<Element>) {
    for child in node.children.borrow().iter().filter(|child| matches!(child.data, NodeData::Element { .. })) {
        path.push(child.clone());
        if selectors.iter().any(|steps| fits(path, steps)) {
            found.push(Element { node: child.clone() });
        }
        walk(path, child, selectors, found);
        path.pop();
    }
}

fn fits(path: &[Handle], steps: &[(bool, &str)]) -> bool {
    let Some(((directly, compound), before)) = steps.split_last() else { return true };
    let Some((node, around)) = path.split_last() else { return false };
    let ends = if *directly { around.len()..=around.len() } else { 0..=around.len() };
    is(&Element { node: node.clone() }, compound) && ends.into_iter().any(|end| fits(&around[..end], before))
}

/// Whether an element matches a compound.
fn is(element: &Element, compound: &str) -> bool {
    let (compound, not) = match compound.split_once(":not(") {
        Some((compound, rest)) => (compound, rest.strip_suffix(')').expect(":not() stands at the end")),
        None => (compound, ""),
    };
    let (compound, attribute) = match compound.split_once('[') {
        Some((compound, rest)) => (compound, rest.strip_suffix(']').expect("an attribute stands after classes")),
        None => (compound, ""),
    };
    let (name, value) = attribute.split_once('=').map_or((attribute, None), |(name, value)| (name, Some(value)));
    let has = |wanted: &str| element.attribute(name).is_some_and(|value| wanted.trim_matches('\'') == value);
    let classes = element.attribute("class").unwrap_or_default();
    let has_class = |class: &str| classes.split_whitespace().any(|known| known == class);
    let mut parts = compound.split('.');
    let first = parts.next().unwrap_or_default();
    let named = match first.strip_prefix('#') {
        Some(id) => element.attribute("id").as_deref() == Some(id),
        None => first.is_empty() || element.local_name().is_some_and(|local| &*local == first),
    };
    let attribute = name.is_empty() || value.map_or_else(|| element.attribute(name).is_some(), has);
    named && attribute && parts.all(has_class) && (not.is_empty() || !is(element, not))
}

impl Printed for Element {
    fn text(&self) -> String {
        text(&self.node)
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        select(&self.node, selector).iter().map(Printed::text).collect()
    }

    fn attribute(&self, name: &str) -> String {
        self.attribute(name).unwrap_or_default()
    }
}
