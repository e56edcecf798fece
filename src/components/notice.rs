//! The notice about what the address asks for and the page does not have.

use palimpsest_contract::Message;
use palimpsest_state::Command;
use yew::prelude::*;

use super::{button, changing};
use crate::words::Words;

/// Renders the notice about what is missing, if anything.
pub(crate) fn notice(unknown: Option<&str>, words: &Words) -> Html {
    let Some(unknown) = unknown else { return Html::default() };
    let notice = [&words.with(Message::NoticeUnknown, &[("name", unknown)]), " "].concat();
    html! { <p>{ changing(&notice) }{ button(Command::CloseNotice, words.text(Message::Close).into()) }</p> }
}
