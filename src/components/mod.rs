//! What the program draws: the islands of the page. Each is a component in a file of its own, and its content stands in an
//! element that is printed empty ([`Islands`](crate::browser::islands::Islands)). Everything else on the page is printed.

mod card;
mod followed;
mod lens_line;
mod mark_label;
mod marker;
mod notice;
mod results;

use palimpsest_contract::Outline;
use palimpsest_state::Command;
use palimpsest_state::search::{Piece, Stretch, pieces};
use yew::prelude::*;

pub(crate) use card::{Card, CardContent};
pub(crate) use followed::{Followed, FollowedContent, ribbon};
pub(crate) use lens_line::LensLine;
pub(crate) use mark_label::{MarkContent, mark_label};
pub(crate) use marker::Marker;
pub(crate) use notice::Notice;
pub(crate) use results::Results;

/// Words that change. They have an element of their own that is made anew with them: a translator of the browser may have put
/// its own element in the place of the text, and what is then written into the text is never seen.
fn changing(words: &str) -> Html {
    html! { <span key={words.to_owned()}>{ words.to_owned() }</span> }
}

/// The same for words that may name somebody who is erased.
fn naming(words: &str, outline: &Outline) -> Html {
    let stretch = Stretch { words: words.to_owned(), found: false };
    html! { <span key={words.to_owned()}>{ stretches(&[stretch], outline) }</span> }
}

/// Words with what the search found in them, and with the names of whoever is erased, as the build marks those on the page.
fn stretches(stretches: &[Stretch], outline: &Outline) -> Html {
    let piece = |Piece { words, found, erased }: Piece| {
        let words = Html::from(words.to_owned());
        let words = if erased {
            html! { <span data-erased="">{ words }</span> }
        } else {
            words
        };
        if found {
            html! { <mark>{ words }</mark> }
        } else {
            words
        }
    };
    pieces(stretches, &outline.erased).into_iter().map(piece).collect()
}

/// A button. Its command is heard by the one listener of the page, as those of the printed buttons are.
fn button(command: Command, words: Html) -> Html {
    html! { <button type="button" data-command={command.words()}>{ words }</button> }
}
