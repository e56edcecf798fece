//! Stylesheets: those that `index.html` links are written into the page, so that the text paints without waiting. All but
//! those for older engines are for engines that know what they rest on: half of a style is worse than none.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// What the styles rest on, and the program with them: an engine without has the page in a plain form. `src/start.js` asks
/// the same.
const MODERN: &str = "(color: light-dark(red, red)) and selector(:popover-open)";

/// The page with one `<style>` in place of the first `<link rel="stylesheet">`, and without the others.
pub(crate) fn inline(html: &str, project: &Path) -> Result<String> {
    let mut sheets = Vec::new();
    let collect = element!("link[rel=stylesheet][href]", |element| {
        sheets.extend(element.get_attribute("href").zip(Some(element.has_attribute("data-older"))));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect))?;
    let [mut older, mut modern] = [String::new(), String::new()];
    for (href, is_older) in sheets {
        let path = project.join(&href);
        let sheet = fs::read_to_string(&path)
            .with_context(|| format!("index.html names the stylesheet {href}: reading {}", path.display()))?;
        if sheet.contains("</style") {
            bail!("{}: a stylesheet cannot hold \"</style\"", path.display());
        }
        if is_older { &mut older } else { &mut modern }.push_str(&compact(&sheet));
    }
    let styles = RefCell::new(Some(format!("{older}@supports {MODERN} {{\n{modern}}}\n")));
    let replace = element!("link[rel=stylesheet][href]", |element| {
        match styles.take() {
            Some(styles) => element.replace(&format!("<style>{styles}</style>"), ContentType::Html),
            None => element.remove(),
        }
        Ok(())
    });
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(replace))?)
}

/// The sheet without comments and indentation, and without line breaks where a mark parts the lines as well. Nothing else is
/// touched: what is left compresses well.
fn compact(sheet: &str) -> String {
    let mut rest = sheet;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut compact, line| {
        compact.push_str(line);
        if !line.ends_with(['{', '}', ';', ',']) {
            compact.push('\n');
        }
        compact
    })
}

#[cfg(test)]
mod tests {
    use super::{MODERN, compact};

    #[test]
    fn the_program_asks_for_what_the_styles_rest_on() {
        assert!(include_str!("../../../src/start.js").contains(&format!("CSS.supports(\"{MODERN}\")")));
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(compact("/* a\n b */\nmain {\n    color: red; /* why */\n}\n"), "main {color: red;}");
        assert_eq!(compact("a,\nb {\n  grid:\n    \"a\"\n    \"b\";\n}\n"), "a,b {grid:\n\"a\"\n\"b\";}");
    }
}
