//! The parts of the page that change, one a file; those that are only printed are in `still`. There is one component, the
//! page: each further one would cost the browser three kilobytes. All others are functions of the state.

use yew::prelude::*;

mod card;
mod event;
mod following;
mod kept;
pub(crate) mod reader;
mod search;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod still;
mod strip;
mod timeline;

/// Words that may become others. They have an element of their own, which is made anew with them: a translator of the
/// browser may have put its own in the place of the text, and what is then written into the text is never seen.
fn words(words: &str) -> Html {
    html! { <span key={words.to_owned()}>{ words.to_owned() }</span> }
}
