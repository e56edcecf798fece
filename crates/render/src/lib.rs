//! A [`Story`] becomes the printed page, whole: everything that a reader can read stands there before
//! any script runs, and without one.
//!
//! The page is made of Yew components, which only ever run here, once, natively. The program in the browser does not hydrate
//! them. What it draws stands in *islands*, elements that are printed empty; to everything else it sets attributes. What both
//! sides call by name is in [`palimpsest_contract::hook`].
//!
//! - [`page()`] prints the inner HTML of `#reader`;
//! - [`embed()`] prints the parts of it that other sites may show in a frame;
//! - [`outline()`] is what travels in the page as data;
//! - [`summaries()`] has each entry in a line or two, for where it stands alone.

mod about;
mod age;
mod article;
mod block;
mod censor;
mod claim;
mod control;
mod date;
mod draft;
mod drawing;
mod edition;
mod embed;
mod event;
mod excerpt;
mod facts;
mod help;
mod intro;
mod journey;
mod left;
mod lives;
mod map;
mod masthead;
mod mention;
mod moment;
mod note;
mod outline;
mod page;
mod person;
mod portrait;
mod prose;
mod rail;
mod relations;
mod road;
mod search;
mod share;
mod sheets;
mod snippet;
mod source;
mod summary;
mod timeline;
mod whereabouts;

use std::rc::Rc;

use anyhow::{Context, Result};
use palimpsest_story::{Erasure, Story};
use palimpsest_words::Words;
use yew::{BaseComponent, LocalServerRenderer};

pub use outline::{cite_without_address, outline};
pub use snippet::snippet;
pub use summary::{Summary, summaries};

use crate::embed::Embed;
use crate::page::{Page, PageProps};

/// The inner HTML of `#reader`. It has no hydration markers.
///
/// # Errors
///
/// When the catalog of words lacks a message that the page needs.
pub fn page(story: &Story, words: &Words) -> Result<String> {
    print::<Page>(story.clone(), words)
}

/// The inner HTML of the body of the page that other sites show in a frame: its parts, of which the first is not hidden. It asks
/// for no program, and its links lead to places on the whole page.
///
/// # Errors
///
/// When the catalog of words lacks a message that the page needs.
pub fn embed(story: &Story, words: &Words) -> Result<String> {
    // What marks the names of the erased is for the censor's copy, which is a copy of the whole page.
    print::<Embed>(Story { erasure: Erasure::default(), ..story.clone() }, words)
}

fn print<P>(story: Story, words: &Words) -> Result<String>
where
    P: BaseComponent<Properties = PageProps> + 'static,
{
    let runtime =
        tokio::runtime::Builder::new_current_thread().build().context("cannot start a runtime to print with")?;
    let props = PageProps { story: Rc::new(story), words: words.clone() };
    let renderer = LocalServerRenderer::<P>::with_props(props).hydratable(false);
    let html = tokio::task::LocalSet::new().block_on(&runtime, renderer.render());
    words.check()?;
    Ok(html)
}
