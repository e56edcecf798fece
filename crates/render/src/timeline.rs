//! The timeline: its controls, all lives to scale, and every event.

use palimpsest_contract::Command;
use palimpsest_contract::hook::{class, id};
use yew::prelude::*;

use crate::control::{Button, Choices, ORDERS};
use crate::drawing::story_scale;
use crate::edition::use_edition;
use crate::event::EventItem;
use crate::lives::Lives;

/// The timeline as a list that opens.
#[component]
pub(crate) fn Timeline() -> Html {
    let edition = use_edition();
    let events = &edition.story.events;
    let in_article = events.iter().filter(|event| event.told.is_some()).count();
    let lead = [("article", in_article.into()), ("context", (events.len() - in_article).into())];
    html! {
        <section id={id::TIMELINE} class={classes!(class::TIMELINE, class::EXTRA)} aria-labelledby={id::TIMELINE_TITLE}>
            <h2 id={id::TIMELINE_TITLE}>{ edition.text("timeline-title") }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.format("timeline-lead", &lead) }</p>
            <Controls />
            <div id={id::LENS_ISLAND} class={class::FOLLOWING} hidden=true></div>
            <div id={id::FOLLOWED_ISLAND} class={class::FOLLOWED} hidden=true></div>
            <Lives />
            <ol class={class::EVENTS}>{ for (0..events.len()).map(|index| html! { <EventItem {index} /> }) }</ol>
        </section>
    }
}

/// How the events are looked at.
#[component]
fn Controls() -> Html {
    const SCOPES: &[(Command, &str)] = &[(Command::ScopeAll, "scope-all"), (Command::ScopeArticle, "scope-article")];
    let edition = use_edition();
    html! {
        <div class={class::TIMELINE_CONTROLS}>
            <Choices name="order" legend="order" choices={ORDERS} />
            <Choices name="scope" legend="scope" choices={SCOPES} />
            <fieldset class={class::CHOICES}>
                <legend>{ edition.text("lens-people") }</legend>
                <div class={class::FOLLOW_CHOICES}>
                    <FollowChoice command={Command::FollowFirst} label="follow-first" nobody="follow-nobody" />
                    <FollowChoice command={Command::FollowSecond} label="follow-second" nobody="follow-nobody-else" />
                </div>
            </fieldset>
            <YearsChoice />
            <div class={class::TIMELINE_BUTTONS}>
                <Button command={Command::OpenAll} label="open-all" /><Button command={Command::CloseAll} label="close-all" />
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct FollowChoiceProps {
    command: Command,
    label: &'static str,
    /// The key of what it says when nobody is chosen.
    nobody: &'static str,
}

/// Somebody to follow.
#[component]
fn FollowChoice(props: &FollowChoiceProps) -> Html {
    let edition = use_edition();
    let people = edition.story.people.iter();
    html! {
        <label class={class::FOLLOW_CHOICE}>
            <span>{ edition.text(props.label) }</span>
            <select data-command={props.command.words()} autocomplete="off">
                <option value="">{ edition.text(props.nobody) }</option>
                { for people.map(|person| html! { <option value={person.id.to_string()}>{ &person.name }</option> }) }
            </select>
        </label>
    }
}

/// The years that are shown: the browser's own sliders, which read out their year, and buttons.
#[component]
fn YearsChoice() -> Html {
    let edition = use_edition();
    let Some(scale) = story_scale(&edition.story) else { return Html::default() };
    let [from, to] = scale.years().map(|year| year.to_string());
    let slider = |command: Command, label: &str, year: &String| {
        html! {
            <label class={class::YEAR_SLIDER}>
                <span>{ edition.text(label) }</span>
                <input type="range" min={from.clone()} max={to.clone()} value={year.clone()} data-command={command.words()} autocomplete="off" />
                <output aria-hidden="true">{ year }</output>
            </label>
        }
    };
    let step = |command: Command, label: &str, sign: &'static str| {
        html! { <button type="button" data-command={command.words()} aria-label={edition.text(label)}>{ sign }</button> }
    };
    html! {
        <fieldset class={classes!(class::CHOICES, class::YEARS_CHOICE)}>
            <legend>{ edition.text("years") }</legend>
            <div>
                { slider(Command::YearsFrom, "years-from", &from) }
                { slider(Command::YearsTo, "years-to", &to) }
                <span class={class::YEARS_BUTTONS}>
                    { step(Command::YearsFewer, "years-fewer", "+") }
                    { step(Command::YearsMore, "years-more", "–") }
                    <Button command={Command::YearsAll} label="years-all" />
                </span>
            </div>
        </fieldset>
    }
}
