//! The addresses that a page loads when it is shown: in the attributes of its elements, and in `url()` in its styles. File
//! names in text, in alternative text, and in links that a reader follows are never touched.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::Result;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

/// Attributes with one address, by element. Whether a `<link>` loads its address depends on its `rel`.
const ADDRESSES: [(&str, &str); 9] = [
    ("audio", "src"),
    ("image", "href"),
    ("img", "src"),
    ("link", "href"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("video", "poster"),
    ("video", "src"),
];
/// Attributes with a list of candidates.
const CANDIDATES: [(&str, &str); 3] = [("img", "srcset"), ("link", "imagesrcset"), ("source", "srcset")];
/// The attribute with the relation of a `<link>` that a script will enable.
pub(crate) const RELATION: &str = "data-rel";
/// The relations of a `<link>` whose address browsers load.
const LOADED: [&str; 6] = ["apple-touch-icon", "icon", "manifest", "modulepreload", "preload", "stylesheet"];

/// Returns the addresses that the page loads, without a leading `./`.
pub(crate) fn loaded(html: &str) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    rewrite(html, |name| {
        names.insert(name.to_owned());
        None
    })?;
    Ok(names)
}

/// Returns the addresses that a style sheet beside the page loads.
pub(crate) fn loaded_by_sheet(css: &str) -> BTreeSet<String> {
    let names = RefCell::new(BTreeSet::new());
    urls(css, |name| {
        if !name.starts_with("data:") {
            names.borrow_mut().insert(name.to_owned());
        }
        None
    });
    names.into_inner()
}

/// Replaces addresses in the page. `rename` is called with each address that is loaded, without a leading `./`, and returns
/// its replacement, or `None` to keep it.
pub(crate) fn rewrite(html: &str, rename: impl FnMut(&str) -> Option<String>) -> Result<String> {
    let rename = RefCell::new(rename);
    let rename = |address: &str| -> Option<String> {
        let bare = address.strip_prefix("./").unwrap_or(address);
        let prefix = &address[..address.len() - bare.len()];
        let renamed = (rename.borrow_mut())(bare)?;
        Some(format!("{prefix}{renamed}"))
    };
    let style = RefCell::new(String::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(elements(), |element| {
            if element.tag_name() == "link" && !is_loaded(element) {
                return Ok(());
            }
            let tag = element.tag_name();
            for attribute in attributes(&tag, &ADDRESSES) {
                if let Some(renamed) = element.get_attribute(attribute).and_then(|address| rename(&address)) {
                    element.set_attribute(attribute, &renamed)?;
                }
            }
            for attribute in attributes(&tag, &CANDIDATES) {
                let Some(list) = element.get_attribute(attribute) else { continue };
                let renamed = candidates(&list, rename);
                if renamed != list {
                    element.set_attribute(attribute, &renamed)?;
                }
            }
            Ok(())
        }))
        .append_element_content_handler(text!("style", |chunk| {
            style.borrow_mut().push_str(chunk.as_str());
            if chunk.last_in_text_node() {
                chunk.replace(&urls(&style.take(), rename), ContentType::Html);
            } else {
                chunk.remove();
            }
            Ok(())
        }));
    Ok(rewrite_str(html, settings)?)
}

/// Returns a selector for the elements that load something. Most elements of a page match nothing, and cost nothing then.
fn elements() -> String {
    let names: BTreeSet<&str> = ADDRESSES.iter().chain(&CANDIDATES).map(|(element, _)| *element).collect();
    names.into_iter().collect::<Vec<_>>().join(", ")
}

/// Returns the attributes that a table lists for this element.
fn attributes<'a>(tag: &str, table: &'a [(&str, &str)]) -> impl Iterator<Item = &'a str> {
    table.iter().filter(move |(element, _)| *element == tag).map(|(_, attribute)| *attribute)
}

fn is_loaded(link: &Element) -> bool {
    let relations = link.get_attribute("rel").or_else(|| link.get_attribute(RELATION)).unwrap_or_default();
    relations.split_ascii_whitespace().any(|relation| LOADED.contains(&relation))
}

/// Replaces addresses in a `srcset`: a list of addresses, each followed by a descriptor.
fn candidates(list: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    let candidates = list.split(", ").map(|candidate| {
        let (address, rest) = candidate.split_at(candidate.find(' ').unwrap_or(candidate.len()));
        format!("{}{rest}", rename(address).unwrap_or_else(|| address.to_owned()))
    });
    candidates.collect::<Vec<_>>().join(", ")
}

/// Replaces addresses in the `url()` of a style sheet.
fn urls(css: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    const START: &str = "url(";
    let mut renamed = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find(START) {
        let (before, after) = rest.split_at(start + START.len());
        let (value, tail) = after.split_at(after.find(')').unwrap_or(after.len()));
        let address = value.trim().trim_matches(['"', '\'']);
        renamed.push_str(before);
        renamed.push_str(&rename(address).unwrap_or_else(|| value.to_owned()));
        rest = tail;
    }
    renamed + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_loaded_is_renamed() {
        let html = "<link rel=preload href=./a.svg><link rel=alternate href=a.svg><link rel=canonical href=a.svg>\
            <style>x{src:url(\"a.svg\")}y{src:url(b.svg)}z::after{content:\"a.svg\"}</style>\
            <p title=a.svg>a.svg <a href=a.svg>a.svg</a><img src=a.svg alt=a.svg srcset=\"b.svg 1x, a.svg 2x\">";
        let renamed = rewrite(html, |name| (name == "a.svg").then(|| "A.svg".to_owned())).expect("a page");
        assert_eq!(
            renamed,
            "<link rel=preload href=\"./A.svg\"><link rel=alternate href=a.svg><link rel=canonical href=a.svg>\
             <style>x{src:url(A.svg)}y{src:url(b.svg)}z::after{content:\"a.svg\"}</style>\
             <p title=a.svg>a.svg <a href=a.svg>a.svg</a><img src=\"A.svg\" alt=a.svg srcset=\"b.svg 1x, A.svg 2x\">"
        );
        let both = BTreeSet::from(["a.svg", "b.svg"].map(str::to_owned));
        assert_eq!(loaded(html).expect("a page"), both);
        assert_eq!(loaded_by_sheet("x{src:url(\"a.svg\")}y{src:url(b.svg)}z{src:url(data:,a)}"), both);
    }

    #[test]
    fn a_page_that_loads_nothing_known_stays() {
        let html = "<style>a{background:url(x.png</style><p>poster.svg</p><script>'poster.svg'</script>";
        assert_eq!(rewrite(html, |_| None).expect("a page"), html);
    }
}
