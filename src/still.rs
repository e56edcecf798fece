//! What stands still: parts of the page that nothing changes once they are printed.

use yew::AttrValue;

/// The HTML of such parts, where the page is printed; empty in the browser, which adopts what stands between the marks that
/// Yew prints around them. The browser program so has neither their code nor their data. What it does to them are
/// attributes and the values of fields (`browser/marks.rs`): no word of them ever changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Still {
    /// The head of the page: what it is, the way to its parts, and the toolbar.
    pub edition: AttrValue,
    /// What the timeline is, and its controls.
    pub lens: AttrValue,
    /// The line of the search to write in.
    pub search_line: AttrValue,
    /// The foot of the page, and what stands before it when it is asked for: what can be taken along, the settings, the help.
    pub panels: AttrValue,
    /// The author's text.
    pub article: AttrValue,
    /// The scale beside it.
    pub scale: AttrValue,
    /// All lives under all events.
    pub lives: AttrValue,
    /// What each event shows, in the order of the story.
    pub events: Vec<AttrValue>,
    /// The sections after the timeline: people, notes, terms, sources.
    pub appendix: AttrValue,
}
