//! The sprite: one SVG element outside `#reader` with every portrait as a symbol, and the gradients that drawings are filled
//! with. Because it is part of the page, it follows the page's colors, is printed with it, and is never missing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use palimpsest_contract::hook::{attribute, class, id};
use palimpsest_story::{Stance, Standing, Story};
use roxmltree::{Document, Node};

use crate::head;
use crate::pictures::{FRAME, File, Pictures};

/// The elements allowed in a drawing: shapes and groups.
const DRAWING: [&str; 8] = ["g", "path", "rect", "circle", "ellipse", "polygon", "polyline", "line"];
/// The attributes allowed in a drawing: geometry, and the class that the style sheets color.
const GEOMETRY: [&str; 18] = [
    "class",
    "d",
    "x",
    "y",
    "width",
    "height",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "points",
    "x1",
    "x2",
    "y1",
    "y2",
    "transform",
    "fill-rule",
];

/// Returns the page with the sprite after the story's data.
pub(crate) fn add(html: &str, story: &Story, folder: &Path, pictures: &Pictures) -> Result<String> {
    let sprite = sprite(story, folder, pictures, |photograph| photograph.name.clone())?;
    let place = element!(format!("#{}", id::OUTLINE), |element| {
        element.after(&sprite, ContentType::Html);
        Ok(())
    });
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(place))?)
}

/// Returns the sprite of a story. `folder` contains its drawings; `address` returns the address of a photograph.
pub(crate) fn sprite(
    story: &Story,
    folder: &Path,
    pictures: &Pictures,
    address: impl Fn(&File) -> String,
) -> Result<String> {
    let mut symbols = String::new();
    for person in &story.people {
        if let Some(file) = pictures.portrait(&person.id) {
            symbols += &photograph(&person.id, &address(file));
            continue;
        }
        let Some(portrait) = &person.portrait else { continue };
        let path = folder.join(&portrait.address);
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        symbols += &symbol(&person.id, &text).with_context(|| format!("drawing {}", path.display()))?;
    }
    Ok(format!(
        "<svg data-published class=\"{}\" aria-hidden=\"true\"><defs>{}{symbols}</defs></svg>",
        class::SPRITE,
        fades(story)
    ))
}

/// Returns gradients for the uncertain ends of periods. `styles/drawn.css` colors their stops, by class for a life and by
/// stance for a relation; `styles/stances.css` colors those of the editors' own stances.
fn fades(story: &Story) -> String {
    let fade = |name: &str, attribute: &str| {
        format!(
            "<linearGradient id=\"rising_{name}\"><stop {attribute} stop-opacity=\"0\"/><stop {attribute} offset=\"1\"/>\
             </linearGradient><linearGradient id=\"falling_{name}\"><stop {attribute}/><stop {attribute} offset=\"1\" \
             stop-opacity=\"0\"/></linearGradient>"
        )
    };
    let life = fade(class::LIFE, &format!("class=\"{}\"", class::LIFE));
    let stances = Stance::ALL.iter().map(|stance| stance.word());
    let relations = stances.map(|stance| fade(stance, &format!("{}=\"{stance}\"", attribute::STANCE)));
    let own: BTreeMap<&str, String> =
        story.stances.iter().map(|stance| (stance.color.word(), Standing::Own(stance.clone()).drawing())).collect();
    let own = own.iter().map(|(color, drawing)| fade(color, &format!("{}=\"{drawing}\"", attribute::STANCE)));
    life + &relations.chain(own).collect::<String>()
}

/// Returns a drawing as a symbol of the sprite. The drawing's own style is dropped: the page colors it by its classes.
pub(crate) fn symbol(name: &str, text: &str) -> Result<String> {
    let document = Document::parse(text)?;
    let root = document.root_element();
    ensure!(root.tag_name().name() == "svg", "its root is not <svg>");
    let Some(frame) = root.attribute("viewBox") else { bail!("its <svg> has no viewBox") };
    let mut body = String::new();
    for child in root.children().filter(|child| child.is_element() && child.tag_name().name() != "style") {
        write_element(child, &mut body)?;
    }
    Ok(format!("<symbol id=\"portrait_{name}\" viewBox=\"{}\">{body}</symbol>", head::escaped(frame)))
}

/// Returns a photograph, already cropped to the frame, as a symbol of the sprite.
fn photograph(name: &str, address: &str) -> String {
    let [width, height] = FRAME;
    format!(
        "<symbol id=\"portrait_{name}\" viewBox=\"0 0 {width} {height}\"><image href=\"{}\" width=\"{width}\" \
         height=\"{height}\" preserveAspectRatio=\"xMidYMid slice\"/></symbol>",
        head::escaped(address)
    )
}

/// Writes an element without comments, text or white space.
fn write_element(element: Node, out: &mut String) -> Result<()> {
    let name = element.tag_name().name();
    ensure!(DRAWING.contains(&name), "<{name}> cannot stand in a portrait: use {}", DRAWING.join(", "));
    write!(out, "<{name}")?;
    for attribute in element.attributes() {
        let known = attribute.namespace().is_none() && GEOMETRY.contains(&attribute.name());
        ensure!(known, "<{name} {}> is not drawn: shapes have a place and a class", attribute.name());
        write!(out, " {}=\"{}\"", attribute.name(), head::escaped(attribute.value()))?;
    }
    if !element.has_children() {
        out.push_str("/>");
        return Ok(());
    }
    out.push('>');
    for child in element.children().filter(Node::is_element) {
        write_element(child, out)?;
    }
    write!(out, "</{name}>")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn a_drawing_becomes_a_symbol_without_its_own_colors() {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 140\">\n<style>\n .p-hair { fill: red }\n\
            </style>\n<!-- a --><rect class=\"p-hair\" width=\"1\"/>\n<g><path d=\"M0 0\"/></g></svg>";
        assert_eq!(
            symbol("stalin", text).expect("the drawing is sound"),
            "<symbol id=\"portrait_stalin\" viewBox=\"0 0 120 140\"><rect class=\"p-hair\" width=\"1\"/><g><path \
             d=\"M0 0\"/></g></symbol>"
        );
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        let within = |body: &str| format!("<svg viewBox=\"0 0 1 1\">{body}</svg>");
        for text in ["", "<svg", "<p/>", "<svg/>"].map(str::to_owned).into_iter().chain(
            ["<script/>", "<path onclick=\"x\"/>", "<path style=\"x\"/>", "<g id=\"s1\"/>", "<use href=\"#s1\"/>"]
                .map(within),
        ) {
            assert!(symbol("x", &text).is_err(), "{text}");
        }
    }
}
