//! The printed page of a story, as a parser reads it.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::cell::Ref;
use std::path::{Path, PathBuf};

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use palimpsest_compiler::compile;
use palimpsest_story::Story;
use palimpsest_words::Words;

/// A file of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// A story of the project, from its folder.
pub fn story(folder: &str) -> Story {
    let compilation = compile(&project(folder));
    let report = compilation.report();
    compilation.story.unwrap_or_else(|| panic!("{report}"))
}

/// The story that the project publishes.
pub fn published() -> Story {
    story("story")
}

/// A story whose article has every block and mark that there is.
pub fn magazine() -> Story {
    story("tests/fixtures/magazine")
}

/// A draft, some of whose statements have no source.
pub fn sketch() -> Story {
    story("tests/fixtures/sketch")
}

/// A small story.
pub fn small() -> Story {
    story("tests/invalid/base")
}

/// A story as it is printed.
pub fn print(story: &Story) -> String {
    let words = Words::load(&story.language).expect("the language has a catalog");
    palimpsest_render::page(story, &words).expect("the page can be printed")
}

/// Everything in a page, in its order.
pub fn nodes(html: &str) -> Vec<Handle> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = html5ever::parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), true).one(html);
    let mut all = Vec::new();
    collect(&dom.document, &mut all);
    all
}

fn collect(node: &Handle, all: &mut Vec<Handle>) {
    all.push(node.clone());
    for child in node.children.borrow().iter() {
        collect(child, all);
    }
}

/// The attributes of all elements: the element's name, and each attribute's name and value.
pub fn attributes(html: &str) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for node in nodes(html) {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let attributes: Ref<Vec<html5ever::Attribute>> = attrs.borrow();
            all.extend(attributes.iter().map(|attribute| {
                (name.local.to_string(), attribute.name.local.to_string(), attribute.value.to_string())
            }));
        }
    }
    all
}

/// The values of one attribute on all elements.
pub fn values(html: &str, name: &str) -> Vec<String> {
    attributes(html).into_iter().filter(|(_, attribute, _)| attribute == name).map(|(.., value)| value).collect()
}

/// All texts, in their order.
pub fn texts(html: &str) -> Vec<String> {
    let text = |node: Handle| match &node.data {
        NodeData::Text { contents } => Some(contents.borrow().to_string()),
        _ => None,
    };
    nodes(html).into_iter().filter_map(text).collect()
}
