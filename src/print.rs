//! Prints the page natively.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::{AttrValue, LocalServerRenderer};

use crate::components::reader::{Reader, ReaderProps};
use crate::components::still::{Part, StillPart, StillPartProps};
use crate::still::Still;

/// The inner HTML of `#reader`, with the marks that hydration looks for or without. It runs on a
/// `tokio::task::LocalSet`.
pub async fn print(story: &Rc<Story>, hydratable: bool) -> String {
    let mut events = Vec::new();
    for index in 0..story.events.len() {
        events.push(part(story, Part::Event(index)).await);
    }
    let still = Still {
        edition: part(story, Part::Edition).await,
        lens: part(story, Part::Lens).await,
        search_line: part(story, Part::SearchLine).await,
        panels: part(story, Part::Panels).await,
        article: part(story, Part::Article).await,
        scale: part(story, Part::Scale).await,
        lives: part(story, Part::Lives).await,
        events,
        appendix: part(story, Part::Appendix).await,
    };
    let props = ReaderProps { story: Rc::clone(story), still: still.into() };
    LocalServerRenderer::<Reader>::with_props(props).hydratable(hydratable).render().await
}

async fn part(story: &Rc<Story>, part: Part) -> AttrValue {
    let props = StillPartProps { story: Rc::clone(story), part };
    LocalServerRenderer::<StillPart>::with_props(props).hydratable(false).render().await.into()
}
