//! Controls, each with its command. They need the program and are hidden until it runs.

use palimpsest_contract::hook::{class, id};
use palimpsest_state::{Choice, Command};
use yew::prelude::*;

use crate::edition::use_edition;

#[derive(PartialEq, Properties)]
pub(crate) struct ButtonProps {
    pub command: Command,
}

/// A button labeled with its command's word.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let edition = use_edition();
    let ButtonProps { command } = props;
    html! { <button type="button" data-command={command.words()}>{ edition.text(&command.key()) }</button> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ButtonsProps {
    pub commands: &'static [Command],
}

/// A group of buttons.
#[component]
pub(crate) fn Buttons(props: &ButtonsProps) -> Html {
    props.commands.iter().map(|command| html! { <Button command={*command} /> }).collect()
}

#[derive(PartialEq, Properties)]
pub(crate) struct CloseButtonProps {
    #[prop_or(Command::ClosePanel)]
    pub command: Command,
}

/// The button that closes a panel.
#[component]
pub(crate) fn CloseButton(props: &CloseButtonProps) -> Html {
    let label = use_edition().text("close");
    html! {
        <button type="button" class={class::CARD_CLOSE} aria-label={label} data-command={props.command.words()}>{ "×" }</button>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct HideButtonProps {
    /// The id of the sheet.
    pub sheet: &'static str,
}

/// The button that closes a sheet. It works without the program.
#[component]
pub(crate) fn HideButton(props: &HideButtonProps) -> Html {
    let label = use_edition().text("close");
    html! {
        <button type="button" class={class::CARD_CLOSE} aria-label={label} popovertarget={props.sheet} popovertargetaction="hide">
            { "×" }
        </button>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ChoicesProps {
    /// The name by which browsers group the radio buttons.
    pub name: String,
    /// The key of the legend.
    pub legend: &'static str,
    pub choices: Vec<Command>,
}

/// A group of radio buttons.
#[component]
pub(crate) fn Choices(props: &ChoicesProps) -> Html {
    let edition = use_edition();
    let choice = |command: &Command| {
        let label = edition.text(&command.key());
        html! {
            <label>
                <input type="radio" name={props.name.clone()} data-command={command.words()} /><span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class={class::CHOICES}>
            <legend>{ edition.text(props.legend) }</legend>
            <div>{ for props.choices.iter().map(choice) }</div>
        </fieldset>
    }
}

/// Returns the orders of the events, which the page offers in two places.
pub(crate) fn orders() -> Vec<Command> {
    Choice::orders().map(Command::Choose).collect()
}

/// The toolbar: search, display settings, sharing and help.
#[component]
pub(crate) fn Toolbar() -> Html {
    let edition = use_edition();
    html! {
        <div class={class::TOOLBAR} role="group" aria-label={edition.text("tools")}>
            <button type="button" class={class::SEARCH_FIELD} data-command={Command::Search.words()}>
                <span>{ edition.text("search") }</span><kbd aria-hidden="true">{ edition.text("search-keys") }</kbd>
            </button>
            <button type="button" popovertarget={id::SETTINGS_SHEET}>{ edition.text("display") }</button>
            <Buttons commands={Command::TOOLBAR} />
            <button type="button" popovertarget={id::HELP_SHEET}>{ edition.text("help") }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct LinkMarkProps {
    /// The id of the entry.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The link beside the title of an entry. With the program, a press copies the entry's address; without it, the link leads
/// to the entry. Tab stops at it only while the entry contains the focus (`src/start.js`). In a frame, it leads to the entry
/// on the whole page.
#[component]
pub(crate) fn LinkMark(props: &LinkMarkProps) -> Html {
    let edition = use_edition();
    let LinkMarkProps { id, title } = props;
    let label = |key| edition.format(key, &[("title", title.as_str().into())]);
    if edition.embedded {
        return html! { <a class={class::LINK_MARK} href={format!("#{id}")} aria-label={label("embed-open")}></a> };
    }
    let label = label("copy-link-to");
    html! {
        <a class={class::LINK_MARK} href={format!("#{id}")} tabindex="-1" aria-label={label} data-command={Command::CopyLink.words()}></a>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct EntryToolsProps {
    /// Whether the entry is about a person who can be followed; otherwise it is a source.
    #[prop_or_default]
    pub follow: bool,
}

/// The tools of an entry, in its place on the page or on its card.
#[component]
pub(crate) fn EntryTools(props: &EntryToolsProps) -> Html {
    let edition = use_edition();
    if edition.embedded {
        return Html::default();
    }
    html! {
        <p class={class::TOOLS}>
            if props.follow {
                <button type="button" data-command={Command::FollowHere.words()} aria-pressed="false">{ edition.text(&Command::FollowHere.key()) }</button>
            } else {
                <Buttons commands={Command::ENTRY} />
            }
        </p>
    }
}
