//! The switch between the system's colours, light and dark.

use yew::prelude::*;

use super::reading::Reading;
use crate::state::{Action, State, Theme};

/// Three choices of which one holds. They need the program, and are hidden until it runs.
pub(crate) fn theme(reading: &Reading, state: &State) -> Html {
    let choice = |theme: Theme| {
        let dispatch = reading.dispatch.clone();
        let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::ThemeSet(theme)));
        html! {
            <label>
                <input type="radio" name="theme" checked={state.live && state.theme == theme} {onchange} /><span>{ theme.label() }</span>
            </label>
        }
    };
    html! {
        <fieldset class="theme" hidden={!state.live}>
            <legend class="visually-hidden">{ "Colours" }</legend>
            { for Theme::ALL.into_iter().map(choice) }
        </fieldset>
    }
}
