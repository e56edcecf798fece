//! Stylesheets: those that `index.html` links are written into the page, so that the text paints without waiting.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// The page with one `<style>` in place of the first `<link rel="stylesheet">`, and without the others.
pub(crate) fn inline(html: &str, project: &Path) -> Result<String> {
    let mut hrefs = Vec::new();
    let collect = element!("link[rel=stylesheet][href]", |element| {
        hrefs.extend(element.get_attribute("href"));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect))?;
    let mut styles = String::new();
    for href in hrefs {
        let path = project.join(&href);
        let sheet = fs::read_to_string(&path)
            .with_context(|| format!("index.html names the stylesheet {href}: reading {}", path.display()))?;
        if sheet.contains("</style") {
            bail!("{}: a stylesheet cannot hold \"</style\"", path.display());
        }
        styles.push_str(&compact(&sheet));
    }
    let styles = RefCell::new(Some(styles));
    let replace = element!("link[rel=stylesheet][href]", |element| {
        match styles.take() {
            Some(styles) => element.replace(&format!("<style>{styles}</style>"), ContentType::Html),
            None => element.remove(),
        }
        Ok(())
    });
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(replace))?)
}

/// The sheet without comments and indentation. Nothing else is touched: what is left compresses well.
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
        compact.push('\n');
        compact
    })
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(compact("/* a\n b */\nmain {\n    color: red; /* why */\n}\n"), "main {\ncolor: red;\n}\n");
    }
}
