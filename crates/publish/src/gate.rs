//! The gate at the end of the opening, where the parser waits: what comes before is painted alone, in the styles that stand
//! in the page; what comes after is laid out once, with all styles and in its own fonts. The program is asked for behind
//! the gate, where it takes nothing from what is read first.

use std::cell::RefCell;
use std::fmt::Write as _;

use anyhow::{Context, Result};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use palimpsest_contract::hook::id;

use crate::addresses::RELATION;
use crate::fingerprint;
use crate::sheets::{LATE, MODERN, STYLES};
use crate::site::Site;

/// The links that ask for the program early.
const PROGRAM: [&str; 2] = ["link[rel=modulepreload]", "link[rel=preload][as=fetch]"];
/// Loaded by the same rules, in the head.
const MANIFEST: &str = "manifest";
/// The script of the gate. What comes after it is hidden until the faces that its styles brought can be used: engines make
/// even those in `data:` ready beside the parser, and lines broken in another face would be broken again. A link into the
/// page may ask for words, which engines look for in what is not hidden. Then it lets all three ask, unless the page was
/// opened from a disk: there engines refuse it, and say so.
const GATE: &str = "if(!location.href.includes(\"#\")){const{documentElement:r,fonts:f}=document;r.dataset.fonts=\"\";\
    Promise.allSettled([...f].filter(f=>f.display==\"swap\"&&f.style==\"normal\").map(f=>f.load()))\
    .then(()=>delete r.dataset.fonts)}\
    location.protocol[0]==\"h\"&&document.querySelectorAll(\"[data-rel]\").forEach(l=>l.rel=l.dataset.rel)";

/// The page without the gate that an earlier run gave it, and the late styles that it had: nothing in a page that comes from
/// Trunk.
pub(crate) fn open(site: &Site, html: &str) -> Result<(String, String)> {
    let mut file = None;
    let find = element!(format!("link[rel=stylesheet][href^={STYLES}][href$=\".css\"]"), |link| {
        file = link.get_attribute("href").filter(|name| site.has(name));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(find))?;
    let Some(file) = file else { return Ok((html.to_owned(), String::new())) };
    let sheet = site.read_text(&file)?;
    let styles = sheet.strip_prefix(&format!("@supports {MODERN}{{")).and_then(|rest| rest.strip_suffix('}'));
    let styles = styles.with_context(|| format!("{file} is not as it was published"))?.to_owned();

    let (html, links) = take(html, &[format!("#{} link[{RELATION}]", id::READER)], [RELATION, "rel"])?;
    let links = RefCell::new(Some(links));
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
    let settings =
        RewriteStrSettings::new().append_element_content_handler(place).append_element_content_handler(manifest);
    Ok((rewrite_str(&html, settings)?, styles))
}

/// The page with a gate in place of its late styles. They become files beside the page, so that what they name has the same
/// address from both; the names hold digests of their contents if `strict`.
///
/// The sheets are asked for in the head: no engine looks for them behind a sheet that it waits for. The script after
/// them makes every parser wait: Firefox would otherwise show what follows without its styles.
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

/// The page without the elements that match, which have no content, and those, with another name of one attribute.
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

/// The element's start tag. What stands in quotation marks in the source stands there as it is.
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
        let folder = tempfile::tempdir().expect("a folder");
        let mut site = Site::new(folder.path());
        assert_eq!(open(&site, BUILT).expect("a page"), (BUILT.to_owned(), String::new()));
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

        let (again, styles) = open(&site, &page).expect("a page");
        assert!(
            again.starts_with("<title>T</title><link rel=\"modulepreload\" href=\"./a.js\"><link as=\"fetch\""),
            "{again}"
        );
        assert_eq!(styles, "c{}");
        assert_eq!(again.matches("a.wasm").count(), 1);
    }
}
