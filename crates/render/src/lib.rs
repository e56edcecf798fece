//! Renders a [`Story`] as the complete printed page: everything there is to read is on it before any script runs, and
//! without scripts.
//!
//! The page is made of Yew components, which are rendered only here, once, natively. The program in the browser does not
//! hydrate them. It draws into *islands*, elements that are printed empty, and only sets attributes on everything else. The
//! names that both sides use are in [`palimpsest_contract::hook`].
//!
//! - [`page()`] prints the inner HTML of `#reader`;
//! - [`embed()`] prints the parts of it that other sites may show in a frame;
//! - [`outline()`] is what the page carries as data;
//! - [`summaries()`] describes each entry in a line or two, for use outside the page.

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

/// Returns the inner HTML of `#reader`, without hydration markers.
///
/// # Errors
///
/// Returns an error if the catalog of words lacks a message that the page needs.
pub fn page(story: &Story, words: &Words) -> Result<String> {
    print::<Page>(story.clone(), words)
}

/// Returns the inner HTML of the body of the page that other sites show in a frame: its parts, all but the first of them
/// hidden. It needs no program, and its links lead to places on the whole page.
///
/// # Errors
///
/// Returns an error if the catalog of words lacks a message that the page needs.
pub fn embed(story: &Story, words: &Words) -> Result<String> {
    // The marks on erased names serve the censor's copy, which is a copy of the whole page.
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
