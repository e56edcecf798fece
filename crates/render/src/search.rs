//! The frame of the search. The program draws what it finds.

use palimpsest_contract::Command;
use palimpsest_contract::hook::{class, id};
use yew::prelude::*;

use crate::control::CloseButton;
use crate::edition::use_edition;

/// The dialog with its field.
#[component]
pub(crate) fn SearchPanel() -> Html {
    let edition = use_edition();
    html! {
        <dialog id={id::SEARCH_PANEL} class={class::PANEL} aria-label={edition.text("search")}>
            <div class={class::PANEL_INNER}>
                <div class={class::SEARCH_LINE}>
                    <input id={id::SEARCH_INPUT} type="text" role="combobox" aria-label={edition.text("search-page")}
                        aria-autocomplete="list" aria-controls={id::SEARCH_RESULTS} aria-expanded="false" autocomplete="off"
                        autocapitalize="off" spellcheck="false" enterkeyhint="go" data-command={Command::Query.words()} />
                    <CloseButton />
                </div>
                <div id={id::RESULTS_ISLAND}></div>
            </div>
        </dialog>
    }
}
