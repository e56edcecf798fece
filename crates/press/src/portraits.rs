//! The portraits: one file for all, so that they are loaded at once and compressed together. `portraits.svg#stalin` shows
//! one of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use roxmltree::{Document, Node};

/// Where the portraits are found on the page.
const SHEET: &str = "portraits.svg";

/// Writes the portraits of the story's folder into the site; without any, there is no such file.
pub(crate) fn write(story: &Path, site: &Path) -> Result<()> {
    let folder = story.join("portraits");
    let mut drawings = BTreeMap::new();
    if folder.is_dir() {
        for entry in fs::read_dir(&folder).with_context(|| format!("listing {}", folder.display()))? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "svg") {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
                drawings.insert(name, (path, text));
            }
        }
    }
    let target = site.join(SHEET);
    if drawings.is_empty() {
        if target.exists() {
            fs::remove_file(&target).with_context(|| format!("removing {}", target.display()))?;
        }
        return Ok(());
    }
    let mut styles = String::new();
    let mut bodies = String::new();
    for (name, (path, text)) in &drawings {
        let (style, body) = drawing(name, text).with_context(|| format!("drawing {}", path.display()))?;
        styles.push_str(&style);
        bodies.push_str(&body);
    }
    let frame = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 140\" width=\"240\" height=\"280\">";
    // Of the drawings only the one that the address names is shown.
    let show = "svg>svg{display:none}svg>svg:target{display:inline}";
    fs::write(&target, format!("{frame}<style>{show}{styles}</style>{bodies}</svg>\n"))
        .with_context(|| format!("writing {}", target.display()))
}

/// A drawing's own style, which counts for it alone, and the drawing as a part of the sheet.
fn drawing(name: &str, text: &str) -> Result<(String, String)> {
    let document = Document::parse(text)?;
    let root = document.root_element();
    ensure!(root.has_tag_name("svg") || root.tag_name().name() == "svg", "its root is not <svg>");
    let Some(frame) = root.attribute("viewBox") else { bail!("its <svg> has no viewBox") };
    let mut style = String::new();
    let mut body = String::new();
    for child in root.children() {
        if child.tag_name().name() == "style" {
            style.push_str(child.text().unwrap_or_default());
        } else if child.is_element() {
            put(child, &mut body)?;
        }
    }
    let style = style.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok((format!("#{name}{{{style}}}"), format!("<svg id=\"{name}\" viewBox=\"{}\">{body}</svg>", escaped(frame))))
}

/// An element without comments and the blanks between elements.
fn put(element: Node, out: &mut String) -> Result<()> {
    let name = element.tag_name().name();
    ensure!(name != "script" && name != "style", "<{name}> cannot stand inside a drawing");
    write!(out, "<{name}")?;
    for attribute in element.attributes() {
        ensure!(attribute.namespace().is_none(), "the attribute {} is not drawn", attribute.name());
        write!(out, " {}=\"{}\"", attribute.name(), escaped(attribute.value()))?;
    }
    if !element.has_children() {
        out.push_str("/>");
        return Ok(());
    }
    out.push('>');
    for child in element.children() {
        if child.is_element() {
            put(child, out)?;
        } else if let Some(text) = child.text().filter(|text| child.is_text() && !text.trim().is_empty()) {
            out.push_str(&escaped(text));
        }
    }
    write!(out, "</{name}>")?;
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::drawing;

    #[test]
    fn a_drawing_keeps_its_style_to_itself() {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 140\">\n<style>\n .bg { fill: red }\n</style>\n\
            <!-- a --><rect class=\"bg\" width=\"1\"/>\n<g><path d=\"M0 0\"/></g></svg>";
        let (style, body) = drawing("stalin", text).expect("the drawing is sound");
        assert_eq!(style, "#stalin{.bg { fill: red }}");
        assert_eq!(
            body,
            "<svg id=\"stalin\" viewBox=\"0 0 120 140\"><rect class=\"bg\" width=\"1\"/><g><path d=\"M0 0\"/></g></svg>"
        );
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        for text in ["", "<svg", "<p/>", "<svg/>", "<svg viewBox=\"0 0 1 1\"><script/></svg>"] {
            assert!(drawing("x", text).is_err(), "{text}");
        }
    }
}
