//! The press: prints a story into a built page, so that it is complete before any script runs.
//!
//! [`press`] is the way in. It
//! 1. compiles the story folder,
//! 2. prints the reader natively (`print`),
//! 3. writes the printed page, the story as a data block, the head (`head`), the portraits (`sprite`) and the styles
//!    (`sheets`) into `index.html` (`page`),
//! 4. copies the story's pictures,
//! 5. makes the program ready (`program`), names files by what is in them (`fingerprint`), forbids everything else to run
//!    (`policy`), keeps it all for times without network (`offline`), and says what a host is to send with each file
//!    (`headers`).
//!
//! It may be run again on its own result, with the same story or another: whatever it put there it puts anew.

mod fingerprint;
mod head;
mod headers;
mod offline;
mod page;
mod policy;
mod print;
mod program;
mod sheets;
mod sprite;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use palimpsest_compiler::compile;

pub use headers::{Host, headers};

/// What to print, and where.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// The folder with the built `index.html`.
    pub site: &'a Path,
    /// The folder with the story.
    pub story: &'a Path,
    /// The folder that the stylesheets which `index.html` names are found from.
    pub project: &'a Path,
    /// Whether the page forbids what it does not need. A page that is served for work holds the server's own script,
    /// which changes with the address.
    pub strict: bool,
}

/// Carries out an order.
///
/// # Errors
///
/// Every problem of the story, with file, line and column; or the file that could not be read or written.
pub fn press(order: &Order) -> Result<()> {
    let compilation = compile(order.story);
    let report = compilation.report();
    let Some(story) = compilation.story else { bail!("the story has problems\n\n{report}") };
    if !report.is_empty() {
        eprintln!("{report}");
    }
    let printed = print::reader(&story)?;
    let index = order.site.join("index.html");
    let built = read(&index)?;
    let html = page::fill(&built, &story, &printed).with_context(|| format!("filling {}", index.display()))?;
    let html = sprite::add(&html, &story, order.story)?;
    let html = sheets::inline(&html, order.project)?;
    let pictures = [&story.publication.picture, &story.article.picture.map(|picture| picture.address)];
    for picture in pictures.into_iter().flatten() {
        copy(&order.story.join(picture), &order.site.join(picture))?;
    }
    let html = program::prepare(order.site, &html, order.strict)?;
    if !order.strict {
        write(&index, &html)?;
        return offline::forget(order.site);
    }
    let html = policy::add(&offline::announce(&fingerprint::rename(order.site, &html)?)?)?;
    write(&index, &html)?;
    offline::keep(order.site, &html)?;
    headers::add(order.site)
}

fn write(path: &Path, html: &str) -> Result<()> {
    fs::write(path, html).with_context(|| format!("writing {}", path.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    Ok(())
}
