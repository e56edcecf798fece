//! What a reader can take along: addresses and citations, which the program fills in; printouts; and the files that the
//! story is exported to.

use palimpsest_contract::hook::{class, id};
use palimpsest_export::{Format, Subject, data};
use palimpsest_state::{Choice, Command};
use yew::prelude::*;

use crate::control::{Button, Choices, CloseButton};
use crate::edition::use_edition;
use crate::snippet::{Part, parts_to_embed, snippet};

/// The dialog of addresses and citations.
#[component]
pub(crate) fn SharePanel() -> Html {
    let edition = use_edition();
    let story = &edition.story;
    let prints = |command: &&Command| match command {
        Command::PrintNotes => story.notes.iter().any(|note| note.number.is_some()),
        Command::PrintTimeline => !story.events.is_empty(),
        Command::PrintPerson => !story.people.is_empty(),
        _ => true,
    };
    html! {
        <dialog id={id::SHARE_PANEL} class={class::PANEL} aria-labelledby={id::SHARE_TITLE}>
            <div class={class::PANEL_INNER}>
                <CloseButton />
                <h2 id={id::SHARE_TITLE}>{ edition.text("share") }</h2>
                <p id={id::SHARE_NAME} class={class::SHARE_NAME}></p>
                <div class={classes!(class::SHARE_FIELD, class::SHARE_FIRST)}>
                    <input id={id::SHARE_ADDRESS} type="text" readonly=true autocomplete="off" aria-label={edition.text("share-address")} />
                    <Button command={Command::CopyAddress} />
                    <Button command={Command::ShareDevice} />
                </div>
                <div id={id::SHARE_SENTENCE}>
                    <Field id={id::SHARE_PASSAGE} label="share-sentence" copy={Command::CopyPassage} />
                    <p id={id::SHARE_QUOTE} class={class::SHARE_QUOTE}></p>
                </div>
                <div id={id::SHARE_CITING}>
                    <Choices name="citation" legend="citation" choices={Choice::citations().map(Command::Choose).collect::<Vec<_>>()} />
                    <Field id={id::SHARE_CITATION} label="share-citation" copy={Command::CopyCitation} long={true} />
                </div>
                <div class={class::SHARE_PRINT} role="group" aria-labelledby={id::SHARE_PRINT_TITLE}>
                    <p id={id::SHARE_PRINT_TITLE}>{ edition.text("share-print") }</p>
                    { for Command::PRINTS.iter().filter(prints).map(|command| html! { <Button command={*command} /> }) }
                </div>
                <details id={id::SHARE_FILES} class={classes!(class::SHARE_FILES, class::FOLD)}>
                    <summary>{ edition.text("share-files") }</summary>
                    <Field id={id::SHARE_BIBTEX} label="share-bibtex" copy={Command::CopyBibtex} long={true} />
                    <Field id={id::SHARE_CSL} label="share-csl" copy={Command::CopyCsl} long={true} />
                    <Downloads />
                </details>
                <EmbedField />
                <p id={id::SHARE_STATUS} class={class::SHARE_STATUS} role="status"></p>
            </div>
        </dialog>
    }
}

/// The markup that shows a part of the page on another site, where the story allows that.
#[component]
fn EmbedField() -> Html {
    let edition = use_edition();
    let Some((_, markup)) = snippet(&edition.story, &edition.words) else { return Html::default() };
    let parts = parts_to_embed(&edition.story);
    let parts = edition.words.list(parts.into_iter().map(Part::word));
    let about = edition.format("share-embed-about", &[("parts", parts.into())]);
    html! {
        <details class={classes!(class::SHARE_FILES, class::FOLD)}>
            <summary>{ edition.text("share-embed") }</summary>
            <div class={class::SHARE_FIELD}>
                <label for={id::SHARE_EMBED}>{ about }</label>
                <textarea id={id::SHARE_EMBED} readonly=true rows="4" autocomplete="off" value={markup} />
            </div>
        </details>
    }
}

/// The popover that says that the link to an entry was copied, and that leads on to the entry's citation.
#[component]
pub(crate) fn Copied() -> Html {
    let edition = use_edition();
    html! {
        <div id={id::COPIED} class={class::COPIED} popover="auto" data-shows="">
            <span id={id::COPIED_STATUS} role="status"></span>
            <button type="button" data-command={Command::ShareHere.words()}>{ edition.text("copied-more") }</button>
        </div>
    }
}

/// Links to the exported files, which are published beside the page, and to the folder of all data.
#[component]
pub(crate) fn Downloads() -> Html {
    let edition = use_edition();
    let download = |format: &Format| {
        let key = match format.subject {
            Subject::Timeline | Subject::Calendar => "export-timeline",
            Subject::Citations => "export-citations",
            Subject::Passages => "export-passages",
        };
        let label = edition.format(key, &[("format", format.name.into())]);
        html! { <li><a href={format.file_name} download="">{ label }</a></li> }
    };
    html! {
        <ul class={class::INLINE_LIST}>
            { for Format::of(&edition.story).map(download) }
            <li><a href={format!("{}/{}", data::FOLDER, data::README)}>{ edition.text("export-data") }</a></li>
        </ul>
    }
}

#[derive(PartialEq, Properties)]
struct FieldProps {
    id: &'static str,
    /// The key of the label.
    label: &'static str,
    copy: Command,
    /// Whether the text has several lines.
    #[prop_or_default]
    long: bool,
}

/// A read-only field with text to copy.
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
