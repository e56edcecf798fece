//! The content security policy: only what belongs to the page may run or load.

use std::cell::RefCell;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use palimpsest_export::integrity;

/// Returns the page with its policy directly after `<meta charset>`, ahead of anything that could load or run.
pub(crate) fn add(html: &str) -> Result<String> {
    // Browsers do not run data blocks, so these need no hash.
    let Inline { scripts, styles, media, .. } = inline(html, "script:not([type^=\"application/\"]):not([src])")?;
    let media = if media { " media-src 'self';" } else { "" };
    // Trusted Types: no string may become markup or the address of a script, with one exception: `src/start.js` names the
    // service worker under the policy `palimpsest`.
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; img-src 'self';{media} font-src \
         'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types palimpsest"
    );
    place(html, &policy)
}

/// Returns a single-file page with its policy: everything is inline, and nothing is loaded.
pub(crate) fn add_alone(html: &str) -> Result<String> {
    let Inline { scripts, styles, media, .. } = inline(html, "script:not([type^=\"application/\"])")?;
    let media = if media { " media-src data:;" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval'{scripts}; style-src{styles}; img-src data:;{media} font-src data:; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    );
    place(html, &policy)
}

/// Returns a standalone page, not based on the engine's template, with its policy: it loads nothing, and only its inline
/// scripts, styles and images are allowed.
pub(crate) fn add_apart(html: &str) -> Result<String> {
    let Inline { scripts, styles, images, .. } = inline(html, "script")?;
    let images = if images { " img-src data:;" } else { "" };
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

/// Returns the policy in a page's `<meta>`, if it has one.
pub(crate) fn read(html: &str) -> Result<Option<String>> {
    let mut policy = None;
    let read = element!("meta[http-equiv=Content-Security-Policy]", |element| {
        policy = element.get_attribute("content");
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(read))?;
    Ok(policy)
}

/// What a page contains that its policy must allow.
#[derive(Default)]
struct Inline {
    /// The hashes of the contents of all matching scripts, each preceded by a space, in the format of a policy.
    scripts: String,
    /// The same for the styles.
    styles: String,
    /// Whether there is a sound or a film.
    media: bool,
    /// Whether there is an `<image>`.
    images: bool,
}

/// Reads a page once. `scripts` selects the scripts that browsers run.
fn inline(html: &str, scripts: &str) -> Result<Inline> {
    let found = RefCell::new(Inline::default());
    let contents = [(); 2].map(|()| RefCell::new(String::new()));
    let [script, style] = &contents;
    let hash = |text: &RefCell<String>, hashes: &mut String| {
        // Writing into a String cannot fail.
        let _ = write!(hashes, " '{}'", integrity(text.take().as_bytes()));
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(text!(scripts, |chunk| {
            script.borrow_mut().push_str(chunk.as_str());
            if chunk.last_in_text_node() {
                hash(script, &mut found.borrow_mut().scripts);
            }
            Ok(())
        }))
        .append_element_content_handler(text!("style", |chunk| {
            style.borrow_mut().push_str(chunk.as_str());
            if chunk.last_in_text_node() {
                hash(style, &mut found.borrow_mut().styles);
            }
            Ok(())
        }))
        .append_element_content_handler(element!("audio, video, image", |element| {
            let mut found = found.borrow_mut();
            *(if element.tag_name() == "image" { &mut found.images } else { &mut found.media }) = true;
            Ok(())
        }));
    rewrite_str(html, settings)?;
    Ok(found.into_inner())
}
