//! What a reader takes along: an address, a citation, the timeline as a file. The program fills it in.

use yew::prelude::*;

use super::tools::{button, close};

/// The dialog.
pub(crate) fn take() -> Html {
    html! {
        <dialog id="take_panel" class="panel" aria-labelledby="take_title">
            <div class="panel-inner">
                { close("leave") }
                <h2 id="take_title">{ "Share, cite" }</h2>
                <p class="take-name" id="take_name"></p>
                { field("take_address", "The address", false) }
                { button("share", "Share …") }
                <div id="take_sentence">
                    { field("take_passage", "The sentence that you are reading", false) }
                    <p class="take-words" id="take_words"></p>
                </div>
                { field("take_plain", "Citation", true) }
                { field("take_bibtex", "BibTeX", true) }
                { field("take_csl", "CSL-JSON", true) }
                <div id="take_files" class="take-files" role="group" aria-labelledby="take_files_title">
                    <p id="take_files_title">{ "The timeline, as it is shown, as a file" }</p>
                    { button("save json", "TimelineJS (JSON)") }
                    { button("save ics", "Calendar (iCalendar)") }
                    { button("save csv", "Table (CSV)") }
                    { button("print", "Print the page") }
                </div>
                <p class="take-said" id="take_said" role="status"></p>
            </div>
        </dialog>
    }
}

/// Words to copy.
fn field(id: &'static str, label: &'static str, long: bool) -> Html {
    html! {
        <div class="take-field">
            <label for={id}>{ label }</label>
            if long {
                <textarea {id} readonly=true rows="3" autocomplete="off" />
            } else {
                <input {id} type="text" readonly=true autocomplete="off" />
            }
            <button type="button" data-do={["copy ", id].concat()}>{ "Copy" }<span class="visually-hidden">{ [": ", label].concat() }</span></button>
        </div>
    }
}
