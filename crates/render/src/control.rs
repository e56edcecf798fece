//! Controls, each with its command. What they do needs the program, and until it runs they are hidden.

use palimpsest_contract::Command;
use palimpsest_contract::hook::{class, id};
use yew::prelude::*;

use crate::edition::use_edition;

#[derive(PartialEq, Properties)]
pub(crate) struct ButtonProps {
    pub command: Command,
    /// The key of what it says.
    pub label: &'static str,
}

/// A button.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let edition = use_edition();
    html! { <button type="button" data-command={props.command.words()}>{ edition.text(props.label) }</button> }
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

/// The button that closes a sheet, which needs no program.
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
    /// What browsers group the radio buttons by.
    pub name: &'static str,
    /// The key of what the choice is about.
    pub legend: &'static str,
    /// Each with the key of what it says.
    pub choices: &'static [(Command, &'static str)],
}

/// A choice of one.
#[component]
pub(crate) fn Choices(props: &ChoicesProps) -> Html {
    let edition = use_edition();
    let choice = |(command, label): &(Command, &str)| {
        html! {
            <label>
                <input type="radio" name={props.name} data-command={command.words()} /><span>{ edition.text(label) }</span>
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

/// The order of the events, which two places offer.
pub(crate) const ORDERS: &[(Command, &str)] =
    &[(Command::OrderTime, "order-time"), (Command::OrderArticle, "order-article")];

/// The search, sharing, how the page looks, and what it is.
#[component]
pub(crate) fn Toolbar() -> Html {
    let edition = use_edition();
    html! {
        <div class={class::TOOLBAR} role="group" aria-label={edition.text("tools")}>
            <button type="button" class={class::SEARCH_FIELD} data-command={Command::Search.words()}>
                <span>{ edition.text("search") }</span><kbd aria-hidden="true">{ edition.text("search-keys") }</kbd>
            </button>
            <button type="button" popovertarget={id::SETTINGS_SHEET}>{ edition.text("display") }</button>
            <Button command={Command::Share} label="share" />
            <button type="button" popovertarget={id::HELP_SHEET}>{ edition.text("help") }</button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct EntryToolsProps {
    /// Whether the entry is about somebody who can be followed.
    #[prop_or_default]
    pub follow: bool,
}

/// What can be done with an entry, in its place or on its card.
#[component]
pub(crate) fn EntryTools(props: &EntryToolsProps) -> Html {
    let edition = use_edition();
    html! {
        <p class={class::TOOLS}>
            if props.follow {
                <button type="button" data-command={Command::FollowHere.words()} aria-pressed="false">{ edition.text("follow") }</button>
            }
            <Button command={Command::ShareHere} label="share-entry" />
        </p>
    }
}
