//! The whole page.

use std::rc::Rc;

use palimpsest_contract::hook::{class, id};
use palimpsest_story::Story;
use palimpsest_words::Words;
use yew::prelude::*;

use crate::about::About;
use crate::article::Article;
use crate::censor::Censor;
use crate::draft::Draft;
use crate::edition::{Edition, use_edition};
use crate::intro::Intro;
use crate::journey::Journeys;
use crate::masthead::{Colophon, Masthead, Skip};
use crate::note::{Notes, Terms};
use crate::person::People;
use crate::rail::Rail;
use crate::search::SearchPanel;
use crate::share::{Copied, SharePanel};
use crate::sheets::Sheets;
use crate::source::Sources;
use crate::timeline::Timeline;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PageProps {
    pub story: Rc<Story>,
    pub words: Words,
}

/// The content of `#reader`.
#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let PageProps { story, words } = props.clone();
    let edition = Edition::new(story, words);
    let skip = edition.text("skip-link");
    html! {
        <ContextProvider<Edition> context={edition}>
            <a class={class::SKIP_LINK} href={format!("#{}", id::ARTICLE)}>{ skip }</a>
            <Masthead />
            <Draft />
            <div id={id::NOTICE_ISLAND} class={class::NOTICE} role="status" hidden=true></div>
            <main>
                <div class={class::SPREAD}><Intro /><Article /><Rail /></div>
                <Censor />
                <Skip part={id::NOTES} /><Notes />
                <Skip part={id::TIMELINE} /><Timeline />
                <div class={class::APPENDIX}>
                    <Skip part={id::JOURNEY} /><Journeys />
                    <Skip part={id::PEOPLE} /><People />
                    <Skip part={id::TERMS} /><Terms />
                    <Skip part={id::SOURCES} /><Sources />
                    <About />
                </div>
            </main>
            <div id={id::CARD} class={classes!(class::CARD, class::EXTRA)} popover="auto" role="dialog" tabindex="-1"></div>
            <SearchPanel />
            <Colophon />
            <SharePanel />
            <Copied />
            <Sheets />
            <Stopped />
            <div id={id::PROGRAM} hidden=true></div>
        </ContextProvider<Edition>>
    }
}

/// The message that `start.js` moves into the notice when the program stops, because nothing can be drawn any more by then.
#[component]
fn Stopped() -> Html {
    let edition = use_edition();
    html! {
        <div id={id::STOPPED_NOTICE} hidden=true>
            <p>{ edition.text("stopped") }{ " " }<button type="button">{ edition.text("stopped-reload") }</button></p>
        </div>
    }
}
