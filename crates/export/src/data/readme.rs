//! The folder's page for people, which describes each file.

use palimpsest_story::{Story, words_of};
use palimpsest_words::{Words, direction};

use super::manifest;
use super::{File, Kind};
use crate::digest::integrity;
use crate::xml::{Element, block, inline};

/// The style sheet of the page, which loads no files.
const STYLES: &str = include_str!("readme.css");

/// Writes the page.
pub(super) fn write(story: &Story, words: &Words, files: &[File]) -> String {
    let title = words.format("data-title", &[("title", words_of(&story.article.title_prose).into())]);
    let policy = format!("default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'", styles());
    let head = block("head")
        .with(inline("meta").set("charset", "utf-8"))
        .with(inline("meta").set("http-equiv", "Content-Security-Policy").set("content", policy.as_str()))
        .with(inline("title").with(title.as_str()))
        .with(inline("meta").set("name", "viewport").set("content", "width=device-width"))
        .with(inline("meta").set("name", "color-scheme").set("content", "light dark"))
        .with(inline("style").with(rules()));
    let listed = |file: &File| listed(&file.name, &about(file, words));
    let list =
        block("ul").with_all(files.iter().map(listed)).with(self::listed(manifest::FILE, &words.text("data-manifest")));
    let license = |key: &str, license: &Option<String>| {
        let unknown = || words.text("data-license-unknown");
        let text = license.clone().unwrap_or_else(unknown);
        inline("p").with(words.format(key, &[("license", text.into())]))
    };
    let body = block("body")
        .with(inline("h1").with(title.as_str()))
        .with(inline("p").with(words.text("data-intro")))
        .with(list)
        .with(license("data-license-article", &story.publication.article_license))
        .with(license("data-license-edition", &story.publication.license))
        .with(inline("p").with(inline("a").set("href", "../").with(words.text("data-back"))));
    let page = block("html").set("lang", &story.language).set("dir", direction(&story.language)).with(head).with(body);
    format!("<!doctype html>\n{}\n", page.markup())
}

/// Returns the style sheet as inlined in the page.
fn rules() -> &'static str {
    STYLES.split_once("*/").map_or(STYLES, |(_, rules)| rules)
}

/// Returns the digest of the page's style sheet, as listed in a content security policy. If a policy is sent with the page,
/// it must list this digest, too.
pub fn styles() -> String {
    format!("'{}'", integrity(rules().as_bytes()))
}

fn listed(name: &str, about: &str) -> Element {
    let link = inline("a").set("href", name).with(inline("code").with(name));
    inline("li").with(inline("bdi").with(link)).with(format!(" – {about}"))
}

fn about(file: &File, words: &Words) -> String {
    let key = match file.kind {
        Kind::Story => "data-story",
        Kind::Schema => "data-schema",
        Kind::Tei => "data-tei",
        Kind::Annotations => "data-annotations",
        Kind::Places => "data-places",
        Kind::Table => "data-table",
        Kind::Epub => "data-epub",
        Kind::Picture => "data-picture",
    };
    words.text(key)
}
