//! Renders the page natively, with the comments that hydration looks for.

use std::rc::Rc;

use anyhow::{Context, Result};
use palimpsest_story::Story;

/// The inner HTML of `#reader`.
pub(crate) fn reader(story: &Story) -> Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().context("starting the renderer")?;
    let local = tokio::task::LocalSet::new();
    Ok(local.block_on(&runtime, palimpsest::print(&Rc::new(story.clone()), true)))
}
