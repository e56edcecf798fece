//! The parts of the page that other sites can show in a frame, and the markup that shows one.

use palimpsest_story::Story;
use palimpsest_words::Words;

/// The initial height of the frame in pixels, used if it is not told the height of its content.
const HEIGHT: u32 = 480;

/// A part that can be shown by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The events.
    Timeline,
    /// The maps of where people lived.
    Map,
    /// The people.
    People,
}

impl Part {
    /// Returns the word that requests the part in the address of the page: `embed.html?show=timeline`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Map => "map",
            Self::People => "people",
        }
    }

    /// Returns the id of the element that contains the part.
    pub(crate) fn id(self) -> String {
        format!("show_{}", self.word())
    }
}

/// Returns the parts of a story that can be shown by themselves. The first is shown if the address requests none.
pub(crate) fn parts_to_embed(story: &Story) -> Vec<Part> {
    let has_stays = story.people.iter().any(|person| !person.stays.is_empty());
    let parts =
        [(!story.events.is_empty(), Part::Timeline), (has_stays, Part::Map), (!story.people.is_empty(), Part::People)];
    parts.into_iter().filter_map(|(is_there, part)| is_there.then_some(part)).collect()
}

/// Returns the title of a part of the page and the markup with which another site shows it. Returns `None` if no site may
/// show it, if the page's address is not known, or if there is nothing to show.
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
