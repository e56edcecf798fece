//! The service worker that keeps the page for offline use: `worker.js` with a list of the files and their digests. For a
//! page that is served during development, a worker of the same name removes what an earlier one left.

use std::fmt::Write as _;

use anyhow::Result;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use palimpsest_contract::hook::attribute;
use palimpsest_export::integrity;
use palimpsest_story::{CAPTIONS, MediaKind, media_type};

use crate::fingerprint;
use crate::program::without_comments;
use crate::site::Site;

/// The address of the service worker, relative to the page.
const WORKER: &str = "sw.js";

/// Returns the page with the address of its service worker, for `src/start.js`.
pub(crate) fn announce(html: &str) -> Result<String> {
    let root = element!("html", |root| Ok(root.set_attribute(attribute::WORKER, WORKER)?));
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(root))?)
}

/// Writes the page's service worker beside it.
pub(crate) fn keep(site: &mut Site, html: &str) -> Result<()> {
    let mut files = String::new();
    let mut list = |address: &str, bytes: &[u8]| {
        // Writing into a String cannot fail.
        let _ = write!(files, "{address:?}:\"{}\",", integrity(bytes));
    };
    list("./", html.as_bytes());
    for name in fingerprint::loaded(site, &of_one_width(html)?)?.into_iter().filter(|name| is_kept(name)) {
        list(&name, &site.read(&name)?);
    }
    let version = fingerprint::short_digest(files.as_bytes());
    let worker = without_comments(include_str!("worker.js"));
    site.write(WORKER, format!("const VERSION = \"{version}\", FILES = {{{files}}};\n{worker}"))
}

/// Reports whether a file that the page loads is kept.
fn is_kept(name: &str) -> bool {
    // A film may be larger than all other files together, and every visitor would fetch it, whether or not they watch it.
    // Their captions are of no use without them.
    let is_played =
        matches!(MediaKind::of(name), Some(MediaKind::Sound | MediaKind::Film)) || media_type(name) == Some(CAPTIONS);
    // Systems keep the icons that they ask for. The exception is the SVG icon.
    !is_played && (!name.starts_with("icons/") || name.ends_with("svg"))
}

/// Returns the page with only one width of each picture. Offline, the worker serves it in place of the other widths.
fn of_one_width(html: &str) -> Result<String> {
    let picture = element!("img[srcset]", |image| {
        image.remove_attribute("srcset");
        Ok(())
    });
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(picture))?)
}

/// Writes a service worker that removes an earlier one.
pub(crate) fn forget(site: &mut Site) -> Result<()> {
    site.write(WORKER, include_str!("remover.js"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_changes_with_every_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut site = Site::new(folder.path());
        let mut worker = |html: &str, script: &str| {
            site.write("a.js", script).expect("written");
            site.write("b.js", script).expect("written");
            keep(&mut site, html).expect("a worker");
            site.read_text(WORKER).expect("it is there")
        };
        let html = "<script src=a.js></script><p>b.js";
        let one = worker(html, "1");
        assert_eq!(one, worker(html, "1"));
        assert_ne!(one, worker(html, "2"));
        assert_ne!(one, worker("<p><script src=a.js></script>", "1"));
        assert!(one.contains("\"a.js\":\"sha256-") && !one.contains("b.js") && !one.contains("//"), "{one}");
    }

    #[test]
    fn sounds_and_films_are_left_to_the_network() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut site = Site::new(folder.path());
        for name in ["speech.mp3", "film.MP4", "film.vtt", "film.jpg"] {
            site.write(name, name).expect("written");
        }
        let html = "<audio src=speech.mp3></audio><video src=film.MP4 poster=film.jpg><track src=film.vtt></video>";
        keep(&mut site, html).expect("a worker");
        let worker = site.read_text(WORKER).expect("it is there");
        let list = worker.lines().next().unwrap_or_default();
        assert!(list.contains("\"film.jpg\":"), "{list}");
        for name in ["speech.mp3", "film.MP4", "film.vtt"] {
            assert!(!list.contains(name), "{list}");
        }
        assert!(worker.contains("!request.headers.has(\"range\")"), "players ask for parts of files: {worker}");
    }

    #[test]
    fn the_page_names_its_worker() {
        assert_eq!(announce("<html lang=en>").expect("a page"), "<html lang=en data-worker=\"sw.js\">");
    }
}
