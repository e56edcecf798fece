//! The popovers of the toolbar, which open without the program.

use palimpsest_contract::hook::{class, id};
use palimpsest_state::settings::{SETTINGS, Setting};
use palimpsest_state::{Choice, Command};
use yew::prelude::*;

use crate::control::{Button, Buttons, Choices, HideButton};
use crate::edition::use_edition;
use crate::help::Help;

/// The sheets of display settings and of help.
#[component]
pub(crate) fn Sheets() -> Html {
    let edition = use_edition();
    let sheet = classes!(class::SHEET, class::EXTRA);
    let setting = |(index, Setting { name, .. }): (usize, &Setting)| {
        // The style of citations is offered in the panel of citations.
        let choices: Vec<_> = Choice::of(index).filter(|choice| !choice.is_citation()).map(Command::Choose).collect();
        let is_dead = *name == "order" && edition.story.events.is_empty();
        if choices.is_empty() || is_dead {
            return Html::default();
        }
        // The timeline has radio buttons for the order as well, so the group's name must differ from theirs.
        html! { <Choices name={format!("settings_{name}")} legend={*name} {choices} /> }
    };
    html! {
        <>
            <div id={id::SETTINGS_SHEET} class={sheet.clone()} popover="auto" role="dialog" aria-label={edition.text("display")}>
                <HideButton sheet={id::SETTINGS_SHEET} />
                <h2>{ edition.text("display") }</h2>
                { for SETTINGS.iter().enumerate().map(setting) }
                <p>{ edition.text("settings-kept") }{ " " }<Button command={Command::ForgetSettings} /></p>
                // The tools for which the bar of a narrow page has no room.
                <p class={class::SHEET_MORE}>
                    <Buttons commands={Command::TOOLBAR} />{ " " }
                    <button type="button" popovertarget={id::HELP_SHEET}>{ edition.text("help") }</button>
                </p>
            </div>
            <div id={id::HELP_SHEET} class={sheet} popover="auto" role="dialog" aria-label={edition.text("help")}>
                <HideButton sheet={id::HELP_SHEET} />
                <Help />
            </div>
        </>
    }
}
