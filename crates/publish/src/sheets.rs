//! The style sheets that `index.html` links, minified. The styles of the first screen are inlined in the page's head; the
//! rest goes into a file that the page loads at the end of its opening, so that the title is painted before most of the page
//! has arrived. Except for those for older browsers, all sheets apply only in browsers that support the features they rely
//! on: half of a style is worse than none.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use anyhow::{Context, Result, anyhow, bail, ensure};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, RewriteStrSettings, element, rewrite_str};
use palimpsest_contract::hook::class;

use crate::engine::Engine;

/// The condition under which the styles and the program are used. A browser that fails it shows the page in a plain form.
/// `src/start.js` tests the same condition.
pub(crate) const MODERN: &str = "(color: light-dark(red, red)) and selector(:popover-open)";

/// The elements with late styles, until the gate (`crate::gate`) replaces them with files named after their `data-late`.
pub(crate) const LATE: &str = "style[data-late]";
/// The name of the page's late styles, as opposed to those of its fonts.
pub(crate) const STYLES: &str = "styles";

/// Returns the page with the sheets of the first screen in one `<style>`, which replaces the first `<link
/// rel="stylesheet">`, and the sheets with `data-late` in another at the end of the opening. A sheet whose `data-for` holds
/// a selector is left out if nothing in the page matches it.
pub(crate) fn inline(html: &str, engine: &Engine) -> Result<String> {
    let mut sheets = Vec::new();
    let collect = element!("link[rel=stylesheet][href]", |link| {
        let kind = ["data-older", "data-late"].map(|name| link.has_attribute(name));
        sheets.extend(link.get_attribute("href").map(|href| (href, kind, link.get_attribute("data-for"))));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect))?;
    let selectors: Vec<Option<&str>> = sheets.iter().map(|(_, _, selector)| selector.as_deref()).collect();
    let wanted = matching(html, &selectors).context("index.html says what a style sheet is for")?;
    let [mut older, mut first, mut late] = [const { String::new() }; 3];
    for ((href, [is_older, is_late], _), wanted) in sheets.iter().zip(wanted) {
        if !wanted {
            continue;
        }
        let sheet = engine.source_text(href).with_context(|| format!("index.html names the style sheet {href}"))?;
        let sheet = small(href, &sheet)?;
        match (*is_older, *is_late) {
            (true, _) => &mut older,
            (_, true) => &mut late,
            _ => &mut first,
        }
        .push_str(&sheet);
    }
    let first = RefCell::new(Some(format!("<style>{older}@supports {MODERN}{{{first}}}</style>")));
    let late = RefCell::new(Some(format!("<style data-late={STYLES}>@supports {MODERN}{{{late}}}</style>")));
    let replace = element!("link[rel=stylesheet][href]", |link| {
        match first.take() {
            Some(styles) => link.replace(&styles, ContentType::Html),
            None => link.remove(),
        }
        Ok(())
    });
    let opening = element!(format!(".{}", class::OPENING), |opening| {
        if let Some(styles) = late.take() {
            opening.append(&styles, ContentType::Html);
        }
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(replace).append_element_content_handler(opening);
    let html = rewrite_str(html, settings)?;
    ensure!(late.take().is_none(), "the page has no opening, where its late styles stand");
    Ok(html)
}

/// Returns one `<style>` for a standalone page, not based on the engine's template. It contains the `sheets` that have no
/// selector or one that matches something in the page, followed by the sheet `own`. The first sheet is for older browsers
/// and must not be left out.
pub(crate) fn apart(html: &str, engine: &Engine, sheets: &[(&str, Option<&str>)], own: &str) -> Result<String> {
    let selectors: Vec<Option<&str>> = sheets.iter().map(|(_, selector)| *selector).collect();
    let wanted = sheets.iter().zip(matching(html, &selectors)?).filter(|(_, wanted)| *wanted);
    let text = |(&(href, _), _): (&(&str, _), bool)| small(href, &engine.source_text(href)?);
    let mut texts = wanted.map(text).collect::<Result<Vec<String>>>()?;
    texts.push(small("its own", own)?);
    let (older, others) = texts.split_first().context("there is a sheet for older engines")?;
    Ok(format!("<style>{older}@supports {MODERN}{{{}}}</style>", others.concat()))
}

/// Minifies a sheet for inlining. Each sheet is minified separately, so that an error names its file.
fn small(href: &str, sheet: &str) -> Result<String> {
    let sheet = minify(sheet).with_context(|| format!("minifying {href}"))?;
    if sheet.contains("</style") {
        bail!("{href}: a style sheet cannot hold \"</style\"");
    }
    Ok(sheet)
}

/// Reports for each of these selectors whether anything in a page matches it. No selector counts as matched. The page is
/// read once: it may be large.
fn matching(html: &str, selectors: &[Option<&str>]) -> Result<Vec<bool>> {
    let matched: Vec<Cell<bool>> = selectors.iter().map(|selector| Cell::new(selector.is_none())).collect();
    let mut settings = RewriteStrSettings::new();
    for (selector, matched) in selectors.iter().zip(&matched) {
        let Some(selector) = selector else { continue };
        let parsed = selector.parse().map_err(|error| anyhow!("\"{selector}\" is no selector: {error}"))?;
        let found = ElementContentHandlers::default().element(|_: &mut Element| {
            matched.set(true);
            Ok(())
        });
        settings = settings.append_element_content_handler((Cow::Owned(parsed), found));
    }
    rewrite_str(html, settings)?;
    Ok(matched.into_iter().map(Cell::into_inner).collect())
}

/// Minifies a sheet. No browser targets are set, so nothing is rewritten for older browsers. `StyleSheet::minify` is not
/// called either: it merges declarations, and so reorders them.
fn minify(sheet: &str) -> Result<String> {
    let parsed = StyleSheet::parse(sheet, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(parsed.to_css(options)?.code)
}

#[cfg(test)]
mod costly;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn engine(project: &Path) -> Engine {
        Engine::of_build(project, project)
    }

    #[test]
    fn the_program_asks_for_what_the_styles_rest_on() {
        assert!(include_str!("../../../src/start.js").contains(&format!("CSS.supports(\"{MODERN}\")")));
    }

    #[test]
    fn late_styles_end_the_opening() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, css: &str| fs::write(folder.path().join(name), css).expect("written");
        write("plain.css", "a { top: 0 }");
        write("first.css", "b { top: 0 }");
        write("late.css", "c { top: 0 }");
        let html = "<link rel=stylesheet href=plain.css data-older><link rel=stylesheet href=late.css data-late>\
            <link rel=stylesheet href=first.css><header class=opening><h1>One</h1></header><p class=opening>Two</p>";
        let page = inline(html, &engine(folder.path())).expect("a page");
        assert_eq!(
            page,
            format!(
                "<style>a{{top:0}}@supports {MODERN}{{b{{top:0}}}}</style><header class=opening><h1>One</h1>\
                 <style data-late=styles>@supports {MODERN}{{c{{top:0}}}}</style></header><p class=opening>Two</p>"
            )
        );
        assert!(inline("<link rel=stylesheet href=late.css data-late>", &engine(folder.path())).is_err());
    }

    #[test]
    fn a_sheet_for_what_is_not_there_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("table.css"), "table { top: 0 }").expect("written");
        let html = |inner: &str| {
            let link = "<link rel=stylesheet href=table.css data-late data-for=\".code, .table\">";
            inline(&format!("{link}<header class=opening></header>{inner}"), &engine(folder.path())).expect("a page")
        };
        assert!(!html("<p>table").contains("table{"));
        assert!(html("<table class=table></table>").contains("table{top:0}"));
    }

    /// Returns all style sheets of the page, with their names.
    pub(super) fn sheets() -> Vec<(String, String)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../styles");
        let files =
            fs::read_dir(folder).expect("the folder can be listed").map(|entry| entry.expect("an entry").path());
        files.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("a sheet"))).collect()
    }

    /// Returns a sheet as its rules, with normalized line breaks in custom properties and normalized keyframe selectors.
    fn rules(sheet: &str) -> String {
        let sheet = sheet.split_whitespace().collect::<Vec<_>>().join(" ");
        let parsed = StyleSheet::parse(&sheet, ParserOptions::default()).expect("a sheet");
        let code = parsed.to_css(PrinterOptions::default()).expect("it prints").code;
        code.replace(" from {", " 0% {").replace(" 100% {", " to {")
    }

    #[test]
    fn minified_sheets_have_the_same_rules() {
        let sheets = sheets();
        assert!(sheets.len() > 20);
        for (name, sheet) in &sheets {
            let small = minify(sheet).expect("it can be minified");
            assert_eq!(rules(&small), rules(sheet), "{name}");
        }
    }

    /// Checks syntax that a parser that does not know it could drop or lower.
    #[test]
    fn minified_sheets_keep_what_is_new() {
        const NEW: [&str; 10] = [
            "light-dark(",
            "@supports",
            "@layer",
            ":popover-open",
            "::details-content",
            "::backdrop",
            "position-anchor",
            "anchor(",
            "content-visibility",
            "size-adjust",
        ];
        let bare = |sheet: &str| {
            let mut parts = sheet.split("/*");
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |bare, part| bare + part.split_once("*/").map_or("", |(_, after)| after))
        };
        for (name, sheet) in sheets() {
            let (sheet, small) = (bare(&sheet), minify(&sheet).expect("it can be minified"));
            for word in NEW {
                assert_eq!(sheet.matches(word).count(), small.matches(word).count(), "{name}: {word}");
            }
            assert_eq!(sheet.matches("var(--").count(), small.matches("var(--").count(), "{name}: custom properties");
        }
    }

    #[test]
    fn comments_and_blanks_go() {
        let small = |sheet| minify(sheet).expect("a sheet");
        assert_eq!(small("/* a\n b */\nmain {\n    color: red; /* why */\n}\n"), "main{color:red}");
        assert!(minify("main { color: red").is_ok_and(|small| small == "main{color:red}"));
        assert!(minify("} main {").is_err());
    }

    #[test]
    fn nothing_is_rewritten_for_older_engines() {
        let sheet = "a{color:light-dark(#fff,#000);text-box:trim-both cap alphabetic;inset-inline-start:0}";
        let small = minify(sheet).expect("a sheet");
        for part in ["light-dark(#fff,#000)", "text-box:", "inset-inline-start:0"] {
            assert!(small.contains(part), "{part}: {small}");
        }
    }
}
