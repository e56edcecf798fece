//! The built page, `dist/index.html`, parsed by html5ever.

use std::fs;
use std::rc::Rc;

use html5ever::tendril::TendrilSink;
use html5ever::{LocalName, parse_document};
use markup5ever_rcdom::{Handle, Node, NodeData, RcDom};

use crate::built;

/// The HTML source of the page.
pub fn source() -> String {
    fs::read_to_string(built().join("index.html")).expect("the page is UTF-8")
}

/// The page as a browser without scripts sees it. Keep the document while its nodes are in use: nodes lose their children
/// when it is dropped.
pub fn page() -> Handle {
    parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(source()).document
}

/// An element of the parsed page.
pub struct Element {
    /// The node.
    pub node: Handle,
}

impl Element {
    /// The name of the element.
    pub fn local_name(&self) -> Option<LocalName> {
        match &self.node.data {
            NodeData::Element { name, .. } => Some(name.local.clone()),
            _ => None,
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let NodeData::Element { attrs, .. } = &self.node.data else { return None };
        let attributes = attrs.borrow();
        attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| attribute.value.to_string())
    }
}

/// All elements under a node, in document order.
pub fn elements(node: &Handle) -> Vec<Element> {
    let mut found = Vec::new();
    collect(node, &mut found);
    found
}

fn collect(node: &Handle, found: &mut Vec<Element>) {
    for child in node.children.borrow().iter() {
        if matches!(child.data, NodeData::Element { .. }) {
            found.push(Element { node: Rc::clone(child) });
        }
        collect(child, found);
    }
}

/// The element with this id.
pub fn by_id(root: &Handle, id: &str) -> Option<Handle> {
    elements(root).into_iter().find(|element| element.attribute("id").as_deref() == Some(id)).map(|found| found.node)
}

/// All text under a node.
pub fn text(node: &Node) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(|child| text(child)).collect(),
    }
}
