//! Popovers of the toolbar; they open without the program.

use palimpsest_contract::Command;
use palimpsest_contract::hook::{class, id};
use yew::prelude::*;

use crate::control::{Button, Choices, HideButton, ORDERS};
use crate::edition::use_edition;
use crate::help::Help;

const THEMES: &[(Command, &str)] =
    &[(Command::ThemeSystem, "theme-system"), (Command::ThemeLight, "theme-light"), (Command::ThemeDark, "theme-dark")];

const SIZES: &[(Command, &str)] = &[
    (Command::SizeSmall, "size-small"),
    (Command::SizeNormal, "size-normal"),
    (Command::SizeLarge, "size-large"),
    (Command::SizeLarger, "size-larger"),
];

/// How the page looks, and what it can do.
#[component]
pub(crate) fn Sheets() -> Html {
    let edition = use_edition();
    let sheet = classes!(class::SHEET, class::EXTRA);
    html! {
        <>
            <div id={id::SETTINGS_SHEET} class={sheet.clone()} popover="auto" role="dialog" aria-label={edition.text("display")}>
                <HideButton sheet={id::SETTINGS_SHEET} />
                <h2>{ edition.text("display") }</h2>
                <Choices name="theme" legend="theme" choices={THEMES} />
                <Choices name="size" legend="size" choices={SIZES} />
                <Choices name="settings_order" legend="order" choices={ORDERS} />
                <p>{ edition.text("settings-kept") }{ " " }<Button command={Command::ForgetSettings} label="settings-forget" /></p>
            </div>
            <div id={id::HELP_SHEET} class={sheet} popover="auto" role="dialog" aria-label={edition.text("help")}>
                <HideButton sheet={id::HELP_SHEET} />
                <Help />
            </div>
        </>
    }
}
