//! Prints the page natively.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::LocalServerRenderer;

use crate::components::appendix::{Appendix, AppendixProps};
use crate::components::reader::{Reader, ReaderProps};

/// The inner HTML of `#reader`, with the marks that hydration looks for or without. It runs on a
/// `tokio::task::LocalSet`.
pub async fn print(story: &Rc<Story>, hydratable: bool) -> String {
    let props = AppendixProps { story: Rc::clone(story) };
    let appendix = LocalServerRenderer::<Appendix>::with_props(props).hydratable(false).render().await;
    let props = ReaderProps { story: Rc::clone(story), appendix: appendix.into() };
    LocalServerRenderer::<Reader>::with_props(props).hydratable(hydratable).render().await
}
