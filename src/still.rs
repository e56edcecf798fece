//! What stands still: parts of the page that nothing changes once they are printed.

use yew::AttrValue;

/// The HTML of such parts, where the page is printed; empty in the browser, which adopts what stands between the marks that
/// Yew prints around them. The browser program so has neither their code nor their data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Still {
    /// The scale beside the article.
    pub scale: AttrValue,
    /// All lives under all events.
    pub lives: AttrValue,
    /// What each event shows when it is open, in the order of the story.
    pub events: Vec<AttrValue>,
    /// The sections after the timeline: people, notes, terms, sources.
    pub appendix: AttrValue,
}
