//! Reloads a page that is served during development when it is published again. Trunk only reloads pages that it has built
//! itself; an edit of the story is published without Trunk.

use anyhow::Result;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::fingerprint;
use crate::site::Site;

/// The file with the digest of the page. It is written after everything else.
const PUBLISHED: &str = "published.txt";

/// Writes the page with a script that checks for a newer version five times a second.
pub(crate) fn write(site: &mut Site, name: &str, html: &str) -> Result<()> {
    let digest = fingerprint::short_digest(html.as_bytes());
    let script = format!(
        "<script data-published>setInterval(async()=>{{try{{const t=await(await fetch(\"{PUBLISHED}\",{{cache:\"no-store\"}})).text();\
         if(t.length==={length}&&t!==\"{digest}\")location.reload()}}catch{{}}}},200)</script>",
        length = digest.len(),
    );
    let body = element!("body", |body| {
        body.append(&script, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(body);
    site.write(name, rewrite_str(html, settings)?)?;
    site.write(PUBLISHED, digest)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_page_knows_which_one_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is there");
        let mut digests = Vec::new();
        for text in ["One", "Two", "One"] {
            let mut site = Site::new(folder.path());
            write(&mut site, "index.html", &format!("<html><body><p>{text}</body></html>")).expect("written");
            let digest = read(PUBLISHED);
            assert!(read("index.html").contains(&format!("!==\"{digest}\")location.reload()")));
            digests.push(digest);
        }
        assert_eq!(digests[0], digests[2]);
        assert_ne!(digests[0], digests[1]);
    }
}
