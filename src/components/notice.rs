//! The notice about what the address asks for and the page does not have.

use palimpsest_contract::Message;
use palimpsest_state::Command;
use yew::prelude::*;

use super::{button, changing};
use crate::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoticeProps {
    /// What is missing, if anything.
    pub unknown: Option<String>,
    pub words: Words,
}

#[component]
pub(crate) fn Notice(NoticeProps { unknown, words }: &NoticeProps) -> Html {
    let Some(unknown) = unknown else { return Html::default() };
    let notice = [&words.with(Message::NoticeUnknown, &[("name", unknown)]), " "].concat();
    html! { <p>{ changing(&notice) }{ button(Command::CloseNotice, words.text(Message::Close).into()) }</p> }
}
