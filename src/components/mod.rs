//! What the program draws: the islands of the page. Each is a component in a file of its own, and its content stands in an
//! element that is printed empty ([`Islands`](crate::browser::islands::Islands)). Everything else on the page is printed.

mod card;
mod followed;
mod lens_line;
mod marker;
mod notice;
mod results;

use palimpsest_contract::Command;
use yew::prelude::*;

pub(crate) use card::{Card, CardContent};
pub(crate) use followed::{Followed, FollowedContent};
pub(crate) use lens_line::LensLine;
pub(crate) use marker::Marker;
pub(crate) use notice::Notice;
pub(crate) use results::Results;

/// Words that change. They have an element of their own that is made anew with them: a translator of the browser may have put
/// its own element in the place of the text, and what is then written into the text is never seen.
fn changing(words: &str) -> Html {
    html! { <span key={words.to_owned()}>{ words.to_owned() }</span> }
}

/// A button. Its command is heard by the one listener of the page, as those of the printed buttons are.
fn button(command: Command, words: Html) -> Html {
    html! { <button type="button" data-command={command.words()}>{ words }</button> }
}
