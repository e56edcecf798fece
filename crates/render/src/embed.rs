//! What other sites show in a frame: parts of the page without what belongs to the whole, and the markup that shows one.

use palimpsest_contract::hook::class;
use palimpsest_story::Story;
use palimpsest_words::Words;
use yew::prelude::*;

use crate::edition::Edition;
use crate::journey::Journeys;
use crate::page::PageProps;
use crate::person::People;
use crate::timeline::Timeline;

/// The height of a frame that does not learn how high its content is, in pixels.
pub(crate) const HEIGHT: u32 = 480;

/// A part that can be shown by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The events.
    Timeline,
    /// Where somebody lived.
    Map,
    /// The people.
    People,
}

impl Part {
    /// What asks for it in the address of the page: `embed.html?show=timeline`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Map => "map",
            Self::People => "people",
        }
    }

    /// The id of the element that holds it.
    fn id(self) -> String {
        format!("show_{}", self.word())
    }
}

/// The parts of a story that can be shown by themselves. The first is shown where the address asks for none.
pub fn parts_to_embed(story: &Story) -> Vec<Part> {
    let has_stays = story.people.iter().any(|person| !person.stays.is_empty());
    let parts =
        [(!story.events.is_empty(), Part::Timeline), (has_stays, Part::Map), (!story.people.is_empty(), Part::People)];
    parts.into_iter().filter_map(|(is_there, part)| is_there.then_some(part)).collect()
}

/// The parts, of which the frame shows one, and whose they are. Without scripts the first is shown.
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

/// The markup with which another site shows a part of the page, and its title. `None` where no site may, where the page does
/// not know its address, or where there is nothing to show.
pub fn snippet(story: &Story, words: &Words) -> Option<(String, String)> {
    let publication = &story.publication;
    let address = publication.address.as_ref().filter(|_| !publication.embed.is_empty())?;
    let part = *parts_to_embed(story).first()?;
    let heading = match part {
        Part::Timeline => "timeline-title",
        Part::Map => "parts-map",
        Part::People => "people-title",
    };
    let title = format!("{} – {}", words.text(heading), story.article.title);
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let markup = format!(
        "<iframe src=\"{address}embed.html?show={word}\" title=\"{name}\" width=\"100%\" height=\"{HEIGHT}\" \
         style=\"border: 0\" loading=\"lazy\"></iframe>\n<script src=\"{address}embed.js\" async></script>",
        address = escaped(address),
        word = part.word(),
        name = escaped(&title),
    );
    Some((title, markup))
}
