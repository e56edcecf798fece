//! The gate at the end of the page's opening, where the parser waits. The content before the gate is painted by itself, with
//! the styles inlined in the page; the content after it is laid out once, with all styles and with its own fonts. The
//! program is requested behind the gate, where it does not compete with what is read first.

use std::cell::RefCell;
use std::fmt::Write as _;

use anyhow::Result;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use palimpsest_contract::hook::id;

use crate::addresses::RELATION;
use crate::engine::{Engine, INDEX};
use crate::fingerprint;
use crate::sheets::{LATE, STYLES};
use crate::site::Site;

/// The links that preload the program.
const PROGRAM: [&str; 2] = ["link[rel=modulepreload]", "link[rel=preload][as=fetch]"];
/// The relation of the web app manifest, a link in the head that the same script enables.
const MANIFEST: &str = "manifest";
/// The script of the gate. It hides the content after the gate until the fonts of the preceding style sheets are usable:
/// browsers load even `data:` fonts in parallel with parsing, and text laid out in another font would reflow. It does not
/// hide anything if the address has a fragment, because the fragment may be a text directive, and browsers search only
/// visible text. Finally it enables the program's links and the manifest, unless the page was opened from a disk, where
/// browsers refuse to load them and log an error.
const GATE: &str = "if(!location.href.includes(\"#\")){const{documentElement:r,fonts:f}=document;r.dataset.fonts=\"\";\
    Promise.allSettled([...f].filter(f=>f.display==\"swap\"&&f.style==\"normal\").map(f=>f.load()))\
    .then(()=>delete r.dataset.fonts)}\
    location.protocol[0]==\"h\"&&document.querySelectorAll(\"[data-rel]\").forEach(l=>l.rel=l.dataset.rel)";

/// Undoes [`close`] in a page that an earlier run published: the page has no gate and links the sheets of the engine's
/// template again, because another story may need other sheets. A page that comes straight from Trunk is returned unchanged.
pub(crate) fn open(site: &Site, html: &str, engine: &Engine) -> Result<String> {
    let mut is_closed = false;
    let find = element!(format!("link[rel=stylesheet][href^={STYLES}][href$=\".css\"]"), |link| {
        is_closed |= link.get_attribute("href").is_some_and(|name| site.has(&name));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(find))?;
    if !is_closed {
        return Ok(html.to_owned());
    }
    let (_, sheets) = take(&engine.source_text(INDEX)?, &["link[rel=stylesheet]".to_owned()], ["rel"; 2])?;
    let (html, links) = take(html, &[format!("#{} link[{RELATION}]", id::READER)], [RELATION, "rel"])?;
    let [sheets, links] = [sheets, links].map(|tags| RefCell::new(Some(tags)));
    let styles = element!("style", |style| {
        if let Some(sheets) = sheets.take() {
            style.replace(&sheets, ContentType::Html);
        }
        Ok(())
    });
    let place = element!("title", |title| {
        if let Some(links) = links.take() {
            title.after(&links, ContentType::Html);
        }
        Ok(())
    });
    let manifest = element!(format!("link[{RELATION}={MANIFEST}]"), |link| {
        link.remove_attribute(RELATION);
        Ok(link.set_attribute("rel", MANIFEST)?)
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(styles)
        .append_element_content_handler(place)
        .append_element_content_handler(manifest);
    Ok(rewrite_str(&html, settings)?)
}

/// Replaces the late styles with a gate. Each late style sheet becomes a file beside the page, so that relative URLs in it
/// resolve the same way from both; if `strict`, the file names contain digests of their contents.
///
/// The sheets are preloaded from the head, because no browser's preload scanner looks past a style sheet that blocks the
/// parser. The script after the sheets makes every parser wait: otherwise Firefox would show the content that follows
/// without its styles.
pub(crate) fn close(site: &mut Site, html: &str, strict: bool) -> Result<String> {
    let sheets = RefCell::new(Vec::new());
    let names = element!(LATE, |style| {
        let name = style.get_attribute("data-late").unwrap_or_default();
        sheets.borrow_mut().push((format!("{name}.css"), String::new()));
        Ok(())
    });
    let contents = text!(LATE, |chunk| {
        if let Some((_, sheet)) = sheets.borrow_mut().last_mut() {
            sheet.push_str(chunk.as_str());
        }
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(names).append_element_content_handler(contents);
    rewrite_str(html, settings)?;
    let [mut early, mut links] = [String::new(), String::new()];
    for (file, sheet) in sheets.take() {
        let digest = strict.then(|| fingerprint::short_digest(sheet.as_bytes()));
        let name = digest.map_or_else(|| file.clone(), |digest| fingerprint::with_digest(&file, &digest));
        site.write(&name, sheet)?;
        // Writing into a String cannot fail.
        let _ = write!(early, "<link data-published rel=\"preload\" as=\"style\" href=\"{name}\">");
        let _ = write!(links, "<link rel=\"stylesheet\" href=\"{name}\">");
    }
    let (html, program) = take(html, &PROGRAM.map(str::to_owned), ["rel", RELATION])?;
    let [early, gate] =
        [early, format!("{links}{program}<script>{GATE}</script>")].map(|tags| RefCell::new(Some(tags)));
    let head = element!("style:not([data-late])", |style| {
        if let Some(early) = early.take() {
            style.before(&early, ContentType::Html);
        }
        Ok(())
    });
    let replace = element!(LATE, |style| {
        match gate.take() {
            Some(gate) => style.replace(&gate, ContentType::Html),
            None => style.remove(),
        }
        Ok(())
    });
    let manifest = element!(format!("link[rel={MANIFEST}]"), |link| {
        link.remove_attribute("rel");
        Ok(link.set_attribute(RELATION, MANIFEST)?)
    });
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(head)
        .append_element_content_handler(replace)
        .append_element_content_handler(manifest);
    Ok(rewrite_str(&html, settings)?)
}

/// Removes the elements that match the selectors, which must be empty elements. Returns the page and the removed elements,
/// in which the attribute `renamed[0]` is called `renamed[1]`.
fn take(html: &str, selectors: &[String], renamed: [&str; 2]) -> Result<(String, String)> {
    let taken = RefCell::new(String::new());
    let remove = |element: &mut Element| {
        taken.borrow_mut().push_str(&tag(element, renamed));
        element.remove();
    };
    let settings = selectors.iter().fold(RewriteStrSettings::new(), |settings, selector| {
        settings.append_element_content_handler(element!(selector, |element| {
            remove(element);
            Ok(())
        }))
    });
    let html = rewrite_str(html, settings)?;
    Ok((html, taken.into_inner()))
}

/// Returns the element's start tag. Attribute values are copied verbatim, since they are already escaped.
fn tag(element: &Element, [old, new]: [&str; 2]) -> String {
    let attributes = element.attributes().iter().map(|attribute| {
        let name = attribute.name();
        format!(" {}=\"{}\"", if name == old { new } else { &name }, attribute.value())
    });
    format!("<{}{}>", element.tag_name(), attributes.collect::<String>())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const BUILT: &str = "<title>T</title><link rel=modulepreload href=./a.js><link as=fetch href=./a.wasm rel=preload>\
        <style>a{}</style><div id=reader><h1>One</h1><style data-late=fonts>b{}</style><style data-late=styles>\
        @supports (color: light-dark(red, red)) and selector(:popover-open){c{}}</style><p>Two</p></div>";

    #[test]
    fn the_parser_waits_at_the_gate_and_the_program_behind_it() {
        let [folder, project] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
        let template = "<title>N</title><link rel=stylesheet href=styles/a.css><link rel=icon href=i.svg>";
        fs::write(project.path().join(INDEX), template).expect("a template");
        let mut site = Site::new(folder.path());
        let engine = Engine::of_build(folder.path(), project.path());
        assert_eq!(open(&site, BUILT, &engine).expect("a page"), BUILT);
        let page = close(&mut site, BUILT, false).expect("a page");
        let gate = format!("<script>{GATE}</script>");
        assert_eq!(
            page.replace(&gate, "<!-- gate -->"),
            "<title>T</title><link data-published rel=\"preload\" as=\"style\" href=\"fonts.css\"><link data-published \
             rel=\"preload\" as=\"style\" href=\"styles.css\"><style>a{}</style><div id=reader><h1>One</h1><link \
             rel=\"stylesheet\" href=\"fonts.css\"><link rel=\"stylesheet\" href=\"styles.css\"><link \
             data-rel=\"modulepreload\" href=\"./a.js\"><link as=\"fetch\" href=\"./a.wasm\" data-rel=\"preload\"><!-- gate --><p>Two</p></div>"
        );
        assert_eq!(fs::read_to_string(folder.path().join("fonts.css")).expect("a sheet"), "b{}");

        let again = open(&site, &page, &engine).expect("a page");
        assert!(
            again.starts_with("<title>T</title><link rel=\"modulepreload\" href=\"./a.js\"><link as=\"fetch\""),
            "{again}"
        );
        assert!(again.contains("<link rel=\"stylesheet\" href=\"styles/a.css\"><div id=reader>"), "{again}");
        assert!(!again.contains("<style") && !again.contains("i.svg"), "{again}");
        assert_eq!(again.matches("a.wasm").count(), 1);
    }
}
