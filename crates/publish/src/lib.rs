//! Publishing: makes the finished site of a story with an [`Engine`]. The site is complete before any script runs.
//!
//! [`publish`] is the entry point. It
//!
//! 1. compiles the story folder,
//! 2. renders the page and its outline (`palimpsest_render`),
//! 3. copies the engine into the site, unless it was built there, and writes the page, its outline, the head (`head`), the
//!    portraits (`sprite`) and the styles (`sheets`) into `index.html` (`page`),
//! 4. writes the fonts with the letters that the page shows (`fonts`), the story's pictures, the exported files, the data
//!    folder (`data`), a small page for each entry (`entries`), so that links to it have previews of their own (`preview`),
//!    and the page that other sites may embed (`embed`),
//! 5. guards the program and shortens its names (`program`, `names`), adds digests to file names (`fingerprint`), puts late
//!    styles and the program behind the opening (`gate`), and writes the policy (`policy`), the service worker (`offline`)
//!    and the headers (`headers`); a page that is served during development keeps its file names and gets neither policy nor
//!    headers, but a script that reloads it (`reload`).
//!
//! [`probe()`] tells whether the page can show a picture, for checks that make no page.
//!
//! [`single_file`] does the same in a temporary folder, and folds the result into one file (`single`).
//!
//! Publishing can be repeated on its own result, with the same story or another: files are replaced, and those that are no
//! longer needed are removed (`site`).

mod addresses;
mod data;
mod embed;
mod engine;
mod entries;
mod fingerprint;
mod folder;
mod fonts;
mod gate;
mod head;
mod headers;
mod names;
mod offline;
mod page;
mod pictures;
mod policy;
mod preview;
mod probe;
mod program;
mod raster;
mod reload;
mod sheets;
mod single;
mod site;
mod sprite;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use palimpsest_compiler::compile;
use palimpsest_export::{Format, Omitted};
use palimpsest_story::Story;
use palimpsest_words::Words;

pub use engine::{Engine, compressed};
pub use folder::files;
pub use headers::{Host, headers, media_type};
pub use probe::probe;
pub use single::{file_name, fold, is_single};
pub use site::RECORD;

use engine::INDEX;
use pictures::Pictures;
use preview::Previews;
use site::Site;

/// The options of publishing.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether the policy forbids everything that the page does not need. A page that is served during development contains
    /// the server's own script, which changes with the address.
    pub strict: bool,
    /// The address to publish at, overriding the one in the story.
    pub address: Option<String>,
    /// Whether the page is to become a single file. If it has no address, its citations do not name one.
    pub single: bool,
    /// Whether to also write the article as a book into the data folder.
    pub book: bool,
}

impl Options {
    /// Options for the page that readers get.
    pub const FINISHED: Self = Self { strict: true, address: None, single: false, book: false };
    /// Options for a page that its editors preview; it reloads when it is published again.
    pub const SERVED: Self = Self { strict: false, address: None, single: false, book: false };
}

/// Publishes the story in a folder into the folder `site`. Returns messages for the editors: the warnings about the story, and
/// notices.
///
/// # Errors
///
/// Returns an error with every problem of the story, each with file, line and column, or for the file that could not be read
/// or written. If the story has problems, the site is left unchanged.
pub fn publish(engine: &Engine, story: &Path, site: &Path, options: &Options) -> Result<Vec<String>> {
    let compilation = compile(story);
    let report = compilation.report();
    let mut messages: Vec<String> = compilation.notices(options.address.as_deref()).map(str::to_owned).collect();
    let Some(compiled) = compilation.story else { bail!("the story has problems\n\n{report}") };
    if !report.is_empty() {
        messages.insert(0, report);
    }
    messages.extend(publish_compiled(engine, compiled, story, site, options)?);
    Ok(messages)
}

/// Publishes a compiled story into the folder `out`. `folder` contains the story's pictures. Returns notices for the editors.
///
/// # Errors
///
/// Returns an error for the file that could not be read or written.
pub fn publish_compiled(
    engine: &Engine,
    mut story: Story,
    folder: &Path,
    out: &Path,
    options: &Options,
) -> Result<Vec<String>> {
    if options.address.is_some() {
        story.publication.address.clone_from(&options.address);
    }
    let words = Words::load(&story.language)?;
    let rendered = palimpsest_render::page(&story, &words)?;
    let mut outline = palimpsest_render::outline(&story, &words)?;
    if options.single && story.publication.address.is_none() {
        palimpsest_render::cite_without_address(&mut outline, &story);
    }
    let previews = Previews::of(&story, &words, folder)?;
    let pictures = Pictures::of(&story, folder, options.strict)?;
    engine.lay(out)?;
    let mut site = Site::new(out);
    let head = head::elements(&story, &previews);
    let built = gate::open(&site, &engine.template()?, engine)?;
    let html = page::fill(&built, &story, &outline, &rendered, &head).with_context(|| format!("filling {INDEX}"))?;
    let html = pictures.announce(&html)?;
    let html = sprite::add(&html, &story, folder, &pictures)?;
    let html = sheets::inline(&html, engine)?;
    let mut notices = Vec::new();
    let html = fonts::add(&mut site, &html, &story.language, engine, options.strict, &mut notices)?;
    add_files(&mut site, &story, &words, folder, &pictures, &mut notices)?;
    data::add(&mut site, &story, &words, folder, options.book)?;
    entries::add(&mut site, &story, &words, &previews)?;
    embed::add(&mut site, &story, &words, folder, &pictures, engine)?;
    let html = program::prepare(&mut site, &html, options.strict)?;
    if !options.strict {
        let html = gate::close(&mut site, &html, options.strict)?;
        offline::forget(&mut site)?;
        reload::write(&mut site, INDEX, &html)?;
        return Ok(notices);
    }
    // Link previews keep the address of this picture.
    let kept = story.publication.picture.as_deref();
    let html = fingerprint::rename(&mut site, &html, kept.as_slice())?;
    let html = gate::close(&mut site, &html, options.strict)?;
    let html = policy::add(&offline::announce(&html)?)?;
    site.write(INDEX, &html)?;
    offline::keep(&mut site, &html)?;
    site.finish()?;
    // A single file is sent by no host of its own.
    if !options.single {
        notices.extend(headers::add(out)?);
    }
    Ok(notices)
}

/// Returns the page of a compiled story as a single file that can be opened from a disk, with notices for the editors. `folder`
/// contains the story's pictures.
///
/// # Errors
///
/// Returns an error for the file that could not be read or written, or that cannot be part of a page.
pub fn single_file(engine: &Engine, story: Story, folder: &Path, options: &Options) -> Result<(String, Vec<String>)> {
    let site = tempfile::tempdir().context("making a folder for the parts of the page")?;
    let options = Options { single: true, ..options.clone() };
    let notices = publish_compiled(engine, story, folder, site.path(), &options)?;
    Ok((fold(site.path())?, notices))
}

/// Writes the story's files beside the page: pictures and exports. Files written through `site` are removed when another
/// story, which lacks them, is published in the same folder.
fn add_files(
    site: &mut Site,
    story: &Story,
    words: &Words,
    folder: &Path,
    pictures: &Pictures,
    notices: &mut Vec<String>,
) -> Result<()> {
    pictures.write(site)?;
    let mut addresses = story.media_addresses();
    addresses.extend(story.article.picture.as_ref().map(|picture| picture.address.clone()));
    addresses.retain(|address| !pictures.stand_in_for(address));
    addresses.extend(story.publication.picture.clone());
    for picture in addresses {
        let path = folder.join(&picture);
        site.write(&picture, fs::read(&path).with_context(|| format!("reading {}", path.display()))?)?;
    }
    for format in Format::of(story) {
        let export = format.export(story, words);
        if !export.omitted.is_empty() {
            let event = |omitted: &Omitted| format!("{} ({})", &*omitted.event, omitted.reason);
            let events: Vec<String> = export.omitted.iter().map(event).collect();
            let events = events.join(", ");
            notices.push(format!("note: {} leaves out what it cannot hold, and says so: {events}", format.file_name));
        }
        site.write(format.file_name, export.text)?;
    }
    Ok(())
}
