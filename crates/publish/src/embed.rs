//! The files for embedding the story in other sites: `embed.html`, a self-contained page with parts of the story;
//! `embed.js`, which sets the height of its frame on the other site to that of its content; and `oembed.json`, which tells
//! other sites how to embed it. They are not written for a story that no site may embed.

use std::path::Path;

use anyhow::{Context, Result};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use palimpsest_story::{Author, Story};
use palimpsest_words::{Words, direction};
use serde_json::json;

use crate::engine::Engine;
use crate::head::{OEMBED, escaped};
use crate::pictures::{File, Pictures};
use crate::program::without_comments;
use crate::site::Site;
use crate::{policy, sheets, sprite};

/// The page that other sites embed.
pub(crate) const EMBED: &str = "embed.html";
/// The path of [`EMBED`] on hosts that drop the extension.
pub(crate) const EMBED_BARE: &str = "/embed";
/// The script for sites that embed the page.
pub(crate) const SCRIPT: &str = "embed.js";

/// The name of the `<meta>` that lists the origins that may embed the page. Browsers obey the directive only in a header,
/// which `headers` makes from this list.
const ANCESTORS: &str = "frame-ancestors";

/// The style sheets of the page, starting with the one for older browsers. A sheet with a selector is left out if nothing in
/// the page matches it.
const SHEETS: [(&str, Option<&str>); 17] = [
    ("styles/plain.css", None),
    ("styles/fonts.css", None),
    ("styles/tokens.css", None),
    ("styles/base.css", None),
    ("styles/layout.css", None),
    ("styles/portrait.css", Some(".portrait")),
    ("styles/drawn.css", Some(".ribbon")),
    ("styles/timeline.css", Some(".timeline")),
    ("styles/event.css", Some(".event")),
    ("styles/many.css", Some(".events > :nth-child(101)")),
    ("styles/facts.css", None),
    ("styles/map.css", Some(".journey-map")),
    ("styles/journey.css", Some(".journey")),
    ("styles/stops-lit.css", Some(".journey")),
    ("styles/people.css", Some(".people")),
    ("styles/languages.css", Some("html:not([lang|=en])")),
    ("styles/right-to-left.css", Some("html[dir=rtl]")),
];

/// The width and height of a frame in oEmbed, in pixels. Consumers scale them.
const SIZE: [u32; 2] = [640, 480];

/// Writes the page, the script and the oEmbed response if any site may embed the story. `folder` contains its portraits.
pub(crate) fn add(
    site: &mut Site,
    story: &Story,
    words: &Words,
    folder: &Path,
    pictures: &Pictures,
    engine: &Engine,
) -> Result<()> {
    if story.publication.embed.is_empty() {
        return Ok(());
    }
    site.write(EMBED, page(story, words, folder, pictures, engine).with_context(|| format!("making {EMBED}"))?)?;
    site.write(SCRIPT, without_comments(include_str!("embed-host.js")))?;
    match oembed(story, words) {
        Some(answer) => site.write(OEMBED, answer),
        None => Ok(()),
    }
}

/// Returns the page, which loads no other file.
fn page(story: &Story, words: &Words, folder: &Path, pictures: &Pictures, engine: &Engine) -> Result<String> {
    let publication = &story.publication;
    let body = to_the_whole_page(&palimpsest_render::embed(story, words)?)?;
    let sprite = sprite::sprite(story, folder, pictures, File::data)?;
    let mut head = format!(
        "<meta charset=\"utf-8\"><title>{}</title><meta name=\"viewport\" content=\"width=device-width\"><meta \
         name=\"color-scheme\" content=\"light dark\"><meta name=\"{ANCESTORS}\" content=\"{}\">",
        escaped(&story.article.title),
        escaped(&publication.embed.join(" ")),
    );
    if let Some(address) = &publication.address {
        head.extend(["<link rel=\"canonical\" href=\"", &escaped(address), "\">"]);
    }
    let script = without_comments(include_str!("embed-page.js"));
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"><head>{head}<base target=\"_blank\"></head><body>{body}{sprite}<script>\
         {script}</script></body></html>\n",
        escaped(&story.language),
        direction(&story.language),
    );
    let styles = sheets::apart(&html, engine, &SHEETS, include_str!("../../../styles/embed.css"))?;
    policy::add_apart(&html.replacen("<base ", &(styles + "<base "), 1))
}

/// Points the links to fragments at the whole page. References within drawings are unchanged.
fn to_the_whole_page(html: &str) -> Result<String> {
    let link = element!("a[href^='#']", |link| {
        let place = link.get_attribute("href").unwrap_or_default();
        Ok(link.set_attribute("href", &format!("./{place}"))?)
    });
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(link))?)
}

/// Returns the directive, sent by a host with the page, that says who may embed it. `None` if the page lists no origins.
pub(crate) fn ancestors(html: &str) -> Result<Option<String>> {
    let mut origins = None;
    let read = element!(format!("meta[name={ANCESTORS}]"), |meta| {
        origins = meta.get_attribute("content");
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(read))?;
    Ok(origins.map(|origins| format!("frame-ancestors 'self' {origins}")))
}

/// Returns the response in oEmbed 1.0, of the type `rich`, which includes markup. `None` if the page has no address, or
/// nothing to embed.
fn oembed(story: &Story, words: &Words) -> Option<String> {
    let (title, markup) = palimpsest_render::snippet(story, words)?;
    let authors: Vec<String> = story.article.authors.iter().map(Author::name).collect();
    let [width, height] = SIZE;
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": words.list(authors.iter().map(String::as_str)),
        "provider_name": words.text("edition-name"),
        "provider_url": story.publication.address,
        "html": markup,
        "width": width,
        "height": height,
    });
    Some(answer.to_string())
}
