//! The page that other sites show in a frame: parts of the whole page, without what makes sense only there.

use palimpsest_contract::hook::class;
use yew::prelude::*;

use crate::edition::Edition;
use crate::journey::Journeys;
use crate::page::PageProps;
use crate::person::People;
use crate::snippet::{Part, parts_to_embed};
use crate::timeline::Timeline;

/// The parts, of which the frame shows one, and a link to the whole page. Without scripts, the frame shows the first part.
#[component]
pub(crate) fn Embed(props: &PageProps) -> Html {
    let PageProps { story, words } = props.clone();
    let edition = Edition { embedded: true, ..Edition::new(story, words) };
    let values = [("title", edition.story.article.title.as_str().into()), ("author", edition.authors().into())];
    let of = edition.format("embed-of", &values);
    let part = |(index, part): (usize, Part)| {
        let content = match part {
            Part::Timeline => html! { <Timeline /> },
            Part::Map => html! { <Journeys /> },
            Part::People => html! { <People /> },
        };
        html! { <div id={part.id()} hidden={index > 0}>{ content }</div> }
    };
    let parts = parts_to_embed(&edition.story).into_iter().enumerate().map(part).collect::<Html>();
    html! {
        <ContextProvider<Edition> context={edition}>
            <main class={class::EMBED}>{ parts }</main>
            <footer class={class::EMBED_OF}><a href="./">{ of }</a></footer>
        </ContextProvider<Edition>>
    }
}
