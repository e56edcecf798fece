//! The frame of the search: what it finds is the program's.

use yew::prelude::*;

use super::tools::close;

/// The line to write in.
pub(crate) fn line() -> Html {
    html! {
        <div class="search-line">
            <input id="search_input" type="text" role="combobox" aria-label="Search this page" aria-autocomplete="list"
                aria-controls="search_found" aria-expanded="false" autocomplete="off" autocapitalize="off" spellcheck="false"
                enterkeyhint="go" data-do="query" />
            { close("leave") }
        </div>
    }
}
