//! What the program draws: the islands of the page. Each is a function in a file of its own, whose content is in an element
//! that is printed empty ([`Islands`](crate::browser::islands::Islands)). Everything else on the page is printed.

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

pub(crate) use card::{CardContent, card};
pub(crate) use followed::{FollowedContent, followed, ribbon};
pub(crate) use lens_line::lens_line;
pub(crate) use mark_label::{MarkContent, mark_label};
pub(crate) use marker::marker;
pub(crate) use notice::notice;
pub(crate) use results::results;

/// Renders words that change. They have an element of their own that is replaced with them: a browser's translator may have
/// put its own element in the place of the text, and anything written into the old text would never be seen.
fn changing(words: &str) -> Html {
    html! { <span key={words.to_owned()}>{ words.to_owned() }</span> }
}

/// Like [`changing`], for words that may name an erased person.
fn naming(words: &str, outline: &Outline) -> Html {
    let stretch = Stretch { words: words.to_owned(), found: false };
    html! { <span key={words.to_owned()}>{ stretches(&[stretch], outline) }</span> }
}

/// Renders words with the matches of the search and the names of erased people marked, as the build marks those names on the
/// page.
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

/// Renders a button. The page's one listener handles its command, as it does for printed buttons.
fn button(command: Command, words: Html) -> Html {
    html! { <button type="button" data-command={command.words()}>{ words }</button> }
}
