//! Fills the page's template with the story's language and direction, its head, its rendered text, and its outline as data.

use std::cell::Cell;

use anyhow::{Result, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use palimpsest_contract::Outline;
use palimpsest_contract::hook::id;
use palimpsest_story::Story;
use palimpsest_words::direction;

use crate::head;

/// Returns the page with the story and its `head`. Elements with the attribute `data-published`, which an earlier run added,
/// are removed.
pub(crate) fn fill(html: &str, story: &Story, outline: &Outline, rendered: &str, head: &str) -> Result<String> {
    let data = data_block(outline)? + &head::linked_data_block(story);
    let (titled, filled) = (Cell::new(false), Cell::new(0));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("[data-published]", |element| {
            element.remove();
            Ok(())
        }))
        // Give text and pictures priority over the program.
        .append_element_content_handler(element!("link[rel=preload][as=fetch]", |element| {
            Ok(element.set_attribute("fetchpriority", "low")?)
        }))
        .append_element_content_handler(element!("html", |element| {
            let language = &story.language;
            element.set_attribute("dir", direction(language))?;
            Ok(element.set_attribute("lang", language)?)
        }))
        .append_element_content_handler(element!("title", |element| {
            // In a page that was published before, later `<title>` elements belong to drawings.
            if !titled.replace(true) {
                element.set_inner_content(&story.article.title, ContentType::Text);
                element.after(head, ContentType::Html);
            }
            Ok(())
        }))
        .append_element_content_handler(element!(format!("#{}", id::READER), |element| {
            element.set_inner_content(rendered, ContentType::Html);
            element.after(&data, ContentType::Html);
            filled.set(filled.get() + 1);
            Ok(())
        }));
    let html = rewrite_str(html, settings)?;
    ensure!(titled.get() && filled.get() == 1, "index.html needs one <title>, and one element with id=\"reader\"");
    Ok(html)
}

/// Returns the outline as a block of JSON that no parser mistakes for markup: within `<script>`, only `<` could end or
/// change it.
fn data_block(outline: &Outline) -> Result<String> {
    let json = head::script_safe(&serde_json::to_string(outline)?);
    Ok(format!("<script data-published type=\"application/json\" id=\"{}\">{json}</script>", id::OUTLINE))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use palimpsest_compiler::compile;

    use super::*;

    #[test]
    fn the_page_has_the_language_and_the_direction_of_the_story() {
        for (folder, expected) in [
            ("story", "<html lang=\"en-US\" dir=\"ltr\">"),
            ("tests/fixtures/deutsch", "<html lang=\"de\" dir=\"ltr\">"),
            ("tests/fixtures/arabic", "<html lang=\"ar-EG\" dir=\"rtl\">"),
        ] {
            let compilation = compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder));
            let report = compilation.report();
            let story = compilation.story.unwrap_or_else(|| panic!("{report}"));
            let html = "<html lang=\"en\" dir=\"rtl\"><title></title><div id=\"reader\"></div>";
            let page = fill(html, &story, &Outline::default(), "", "").expect("the page can be filled");
            assert!(page.starts_with(expected), "{folder}: {page:.60}");
        }
    }
}
