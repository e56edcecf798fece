//! The content security policy: nothing runs and nothing loads but what the page brings.

use std::cell::RefCell;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};

use crate::digest::integrity;
use crate::sheets::has;

/// The page with its policy right after `<meta charset>`, before anything that could load or run.
pub(crate) fn add(html: &str) -> Result<String> {
    // Browsers do not run data blocks.
    let scripts = hashes(html, "script:not([type^=\"application/\"]):not([src])")?;
    let styles = hashes(html, "style")?;
    let media = if has(html, "audio, video")? { " media-src 'self';" } else { "" };
    // Trusted Types: no string becomes markup or the address of a script, except that `src/start.js` names the service
    // worker, under the policy `palimpsest`.
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; img-src 'self';{media} font-src \
         'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types palimpsest"
    );
    place(html, &policy)
}

/// The page with the policy of one that is a single file: everything stands in it.
pub(crate) fn add_alone(html: &str) -> Result<String> {
    let scripts = hashes(html, "script:not([type^=\"application/\"])")?;
    let styles = hashes(html, "style")?;
    let media = if has(html, "audio, video")? { " media-src data:;" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{scripts}; style-src{styles}; img-src data:;{media} font-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    place(html, &policy)
}

/// A page apart from the one that the engine brings, with its policy: it loads nothing, and runs and shows what stands in it.
pub(crate) fn add_apart(html: &str) -> Result<String> {
    let [scripts, styles] = [hashes(html, "script")?, hashes(html, "style")?];
    let images = if has(html, "image")? { " img-src data:;" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src{scripts}; style-src{styles};{images} base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    place(html, &policy)
}

fn place(html: &str, policy: &str) -> Result<String> {
    let tag = format!("<meta data-published http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let mut placed = false;
    let first = element!("meta[charset]", |element| {
        element.after(&tag, ContentType::Html);
        placed = true;
        Ok(())
    });
    let html = rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(first))?;
    ensure!(placed, "the page needs a <meta charset>: the content security policy stands after it");
    Ok(html)
}

/// The policy that a page carries.
pub(crate) fn read(html: &str) -> Result<Option<String>> {
    let mut policy = None;
    let read = element!("meta[http-equiv=Content-Security-Policy]", |element| {
        policy = element.get_attribute("content");
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(read))?;
    Ok(policy)
}

/// The hashes of the contents of all elements that match, each after a space, as a policy lists them.
fn hashes(html: &str, selector: &str) -> Result<String> {
    let hashes = RefCell::new(String::new());
    let content = RefCell::new(String::new());
    let collect = text!(selector, |chunk| {
        content.borrow_mut().push_str(chunk.as_str());
        if chunk.last_in_text_node() {
            // Writing into a String cannot fail.
            let _ = write!(hashes.borrow_mut(), " '{}'", integrity(content.take().as_bytes()));
        }
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect))?;
    Ok(hashes.into_inner())
}
