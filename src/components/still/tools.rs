//! Controls, each with its command in words: what they do needs the program, and until it runs they are hidden.

use palimpsest_story::Story;
use yew::prelude::*;

use crate::lens::{Order, Scope, Years};
use crate::settings::{Size, Theme};

/// What can be done with an entry, here or on its card: take it along and, of somebody, follow them.
pub(crate) fn tools(follow: bool) -> Html {
    html! {
        <p class="tools">
            if follow {
                <button type="button" data-do="follow here" aria-pressed="false">{ "Follow" }</button>
            }
            <button type="button" data-do="take here">{ "Link, cite" }</button>
        </p>
    }
}

/// A button.
pub(crate) fn button(command: &'static str, words: &'static str) -> Html {
    html! { <button type="button" data-do={command}>{ words }</button> }
}

/// The button that closes a panel or a sheet.
pub(crate) fn close(command: &'static str) -> Html {
    html! { <button type="button" class="card-close" aria-label="Close" data-do={command}>{ "×" }</button> }
}

/// The button that closes a sheet, by the browser itself.
fn hide(sheet: &'static str) -> Html {
    html! { <button type="button" class="card-close" aria-label="Close" popovertarget={sheet} popovertargetaction="hide">{ "×" }</button> }
}

/// A choice of which one holds: the command's verb, what it is about, and each one's word and words for readers.
fn choices(name: &'static str, verb: &'static str, legend: &'static str, all: &[(&'static str, &'static str)]) -> Html {
    let choice = |(word, words): &(&'static str, &'static str)| {
        let command = if word.is_empty() { verb.to_owned() } else { [verb, " ", word].concat() };
        html! { <label><input type="radio" {name} data-do={command} /><span>{ *words }</span></label> }
    };
    html! { <fieldset class="choices"><legend>{ legend }</legend><div>{ for all.iter().map(choice) }</div></fieldset> }
}

fn order(name: &'static str) -> Html {
    debug_assert_eq!(Order::default(), Order::Time);
    choices(name, "order", "Order of the events", &[("", "As it happened"), ("article", "As the article tells it")])
}

/// The search, what can be taken along, how the page looks, and what it is.
pub(crate) fn toolbar() -> Html {
    html! {
        <div class="toolbar" role="group" aria-label="Tools">
            <button type="button" class="search-field" data-do="search"><span>{ "Search" }</span><kbd aria-hidden="true">{ "Ctrl K" }</kbd></button>
            <button type="button" popovertarget="settings_sheet">{ "Display" }</button>
            { button("take", "Share, cite") }
            <button type="button" popovertarget="help_sheet">{ "What is this?" }</button>
        </div>
    }
}

/// The sheets that the toolbar opens, by the browser itself.
pub(crate) fn sheets(help: Html) -> Html {
    html! {
        <>
            <div id="settings_sheet" class="sheet extra" popover="auto" role="dialog" aria-label="Display">
                { hide("settings_sheet") }
                <h2>{ "Display" }</h2>
                { choices("theme", "theme", "Colours", &Theme::ALL.map(|(_, word, words)| (word, words))) }
                { choices("size", "size", "Size of the text", &Size::ALL.map(|(_, word, words)| (word, words))) }
                { order("settings_order") }
                <p>{ "Kept on this device only. " }{ button("forget", "Forget my choices") }</p>
            </div>
            <div id="help_sheet" class="sheet extra" popover="auto" role="dialog" aria-label="What is this?">
                { hide("help_sheet") }
                { help }
            </div>
        </>
    }
}

/// What the timeline is, and how the events are looked at.
pub(crate) fn lens(story: &Story) -> Html {
    debug_assert_eq!(Scope::default(), Scope::All);
    let events = &story.events;
    let told = events.iter().filter(|event| event.told.is_some()).count();
    let about = format!(
        "Events that the article tells: {told}. Events that we add for context: {}. A date says what is known and no more: \
         “March\u{a0}1921” is a month.",
        events.len() - told
    );
    html! {
        <>
            <h2 id="timeline_title">{ "Timeline" }</h2>
            <p class="lead">{ about }</p>
            <div class="timeline-controls">
                { order("order") }
                { choices("scope", "scope", "Events", &[("", "With context"), ("told", "Only what the article tells")]) }
                <fieldset class="choices">
                    <legend>{ "People" }</legend>
                    <div class="follow-choices">{ people("first", "Follow", "nobody", story) }{ people("second", "together with", "nobody else", story) }</div>
                </fieldset>
                { years(story) }
                <div class="timeline-buttons">{ button("open all", "Open all") }{ button("open none", "Close all") }</div>
            </div>
        </>
    }
}

fn people(verb: &'static str, label: &'static str, nobody: &'static str, story: &Story) -> Html {
    html! {
        <label class="follow-choice">
            <span>{ label }</span>
            <select data-do={verb} autocomplete="off">
                <option value="">{ nobody }</option>
                { for story.people.iter().map(|person| html! { <option value={person.id.to_string()}>{ &person.name }</option> }) }
            </select>
        </label>
    }
}

/// The years that are looked at: the browser's own sliders, which say their year themselves, and buttons to draw them closer.
fn years(story: &Story) -> Html {
    let Some(Years { from, to }) = Years::of(story) else { return Html::default() };
    let slider = |verb: &'static str, year: i32| {
        html! {
            <label class="year-slider">
                <span>{ verb }</span>
                <input type="range" min={from.to_string()} max={to.to_string()} value={year.to_string()} data-do={verb} autocomplete="off" />
                <output aria-hidden="true">{ year.to_string() }</output>
            </label>
        }
    };
    html! {
        <fieldset class="choices years-choice">
            <legend>{ "Years" }</legend>
            <div>
                { slider("from", from) }
                { slider("to", to) }
                <span class="years-buttons">
                    <button type="button" data-do="closer" aria-label="Fewer years">{ "+" }</button>
                    <button type="button" data-do="wider" aria-label="More years">{ "–" }</button>
                    { button("years", "All years") }
                </span>
            </div>
        </fieldset>
    }
}
