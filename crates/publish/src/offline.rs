//! The worker that keeps the page for times without network: `worker.js` with a list of the files and their digests. Where a
//! page is served for work, a worker under the same name removes what an earlier one left.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};

use crate::fingerprint;
use crate::program::bare;

/// Its address, from the page's.
const WORKER: &str = "sw.js";

/// The page that says where its worker is, for `src/start.js`.
pub(crate) fn announce(html: &str) -> Result<String> {
    let root = element!("html", |root| Ok(root.set_attribute("data-worker", WORKER)?));
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(root))?)
}

/// Writes the worker of this page beside it.
pub(crate) fn keep(site: &Path, html: &str) -> Result<()> {
    let mut files = String::new();
    let mut list = |address: &str, bytes: &[u8]| {
        // Writing into a String cannot fail.
        let _ = write!(files, "{address:?}:\"sha256-{}\",", STANDARD.encode(Sha256::digest(bytes)));
    };
    list("./", html.as_bytes());
    // Systems keep the icons that they ask for.
    let is_kept = |name: &String| !name.starts_with("icons/") || name.ends_with("svg");
    for name in fingerprint::loaded(site, html)?.into_iter().filter(is_kept) {
        let file = site.join(&name);
        list(&name, &fs::read(&file).with_context(|| format!("reading {}", file.display()))?);
    }
    let version = fingerprint::digest(files.as_bytes());
    let values = format!("const VERSION = \"{version}\", FILES = {{{files}}};\n");
    write(site, &(values + &bare(include_str!("worker.js"))))
}

/// Writes the worker that removes another.
pub(crate) fn forget(site: &Path) -> Result<()> {
    write(site, include_str!("remover.js"))
}

fn write(site: &Path, worker: &str) -> Result<()> {
    let file = site.join(WORKER);
    fs::write(&file, worker).with_context(|| format!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_is_another_when_a_file_is() {
        let site = tempfile::tempdir().expect("a folder");
        let worker = |html: &str, script: &str| {
            fs::write(site.path().join("a.js"), script).expect("written");
            fs::write(site.path().join("b.js"), script).expect("written");
            keep(site.path(), html).expect("a worker");
            fs::read_to_string(site.path().join(WORKER)).expect("it is there")
        };
        let html = "<script src=a.js></script>";
        let one = worker(html, "1");
        assert_eq!(one, worker(html, "1"));
        assert_ne!(one, worker(html, "2"));
        assert_ne!(one, worker("<p><script src=a.js></script>", "1"));
        assert!(one.contains("\"a.js\":\"sha256-") && !one.contains("b.js") && !one.contains("//"), "{one}");
    }

    #[test]
    fn the_page_names_its_worker() {
        assert_eq!(announce("<html lang=en>").expect("a page"), "<html lang=en data-worker=\"sw.js\">");
    }
}
