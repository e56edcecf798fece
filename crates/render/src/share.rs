//! Sharing and citing: addresses and citations, which the program fills in, and the files that the story is exported to.

use palimpsest_contract::Command;
use palimpsest_contract::hook::{class, id};
use palimpsest_export::Format;
use yew::prelude::*;

use crate::control::{Button, CloseButton};
use crate::edition::use_edition;

/// The dialog.
#[component]
pub(crate) fn SharePanel() -> Html {
    let edition = use_edition();
    html! {
        <dialog id={id::SHARE_PANEL} class={class::PANEL} aria-labelledby={id::SHARE_TITLE}>
            <div class={class::PANEL_INNER}>
                <CloseButton />
                <h2 id={id::SHARE_TITLE}>{ edition.text("share") }</h2>
                <p id={id::SHARE_NAME} class={class::SHARE_NAME}></p>
                <Field id={id::SHARE_ADDRESS} label="share-address" copy={Command::CopyAddress} />
                <Button command={Command::ShareDevice} label="share-device" />
                <div id={id::SHARE_SENTENCE}>
                    <Field id={id::SHARE_PASSAGE} label="share-sentence" copy={Command::CopyPassage} />
                    <p id={id::SHARE_QUOTE} class={class::SHARE_QUOTE}></p>
                </div>
                <Field id={id::SHARE_CITATION} label="share-citation" copy={Command::CopyCitation} long={true} />
                <Field id={id::SHARE_BIBTEX} label="share-bibtex" copy={Command::CopyBibtex} long={true} />
                <Field id={id::SHARE_CSL} label="share-csl" copy={Command::CopyCsl} long={true} />
                <div id={id::SHARE_FILES} class={class::SHARE_FILES} role="group" aria-labelledby={id::SHARE_FILES_TITLE}>
                    <p id={id::SHARE_FILES_TITLE}>{ edition.text("share-files") }</p>
                    <Downloads />
                    <Button command={Command::Print} label="share-print" />
                </div>
                <p id={id::SHARE_STATUS} class={class::SHARE_STATUS} role="status"></p>
            </div>
        </dialog>
    }
}

/// Links to the exported files, which stand beside the page.
#[component]
pub(crate) fn Downloads() -> Html {
    let edition = use_edition();
    let download = |format: &Format| {
        html! { <li><a href={format.file_name} download="">{ edition.text(format.label_key) }</a></li> }
    };
    html! { <ul class={class::INLINE_LIST}>{ for Format::ALL.iter().map(download) }</ul> }
}

#[derive(PartialEq, Properties)]
struct FieldProps {
    id: &'static str,
    /// The key of what it holds.
    label: &'static str,
    copy: Command,
    /// Whether it has several lines.
    #[prop_or_default]
    long: bool,
}

/// Text to copy.
#[component]
fn Field(props: &FieldProps) -> Html {
    let edition = use_edition();
    let &FieldProps { id, label, copy, long } = props;
    let label = edition.text(label);
    html! {
        <div class={class::SHARE_FIELD}>
            <label for={id}>{ &label }</label>
            if long {
                <textarea {id} readonly=true rows="3" autocomplete="off" />
            } else {
                <input {id} type="text" readonly=true autocomplete="off" />
            }
            <button type="button" data-command={copy.words()}>
                { edition.text("share-copy") }
                <span class={class::VISUALLY_HIDDEN}>{ edition.format("share-copy-of", &[("label", label.clone().into())]) }</span>
            </button>
        </div>
    }
}
