//! Links to places on the page, and which of them open a card.

use palimpsest_state::Anchor;
use web_sys::Element;

use super::anchor;
use super::page::{document, elements, in_next_task};

/// A link to a place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The id of the place.
    pub to: String,
    /// The position of the link.
    pub anchor: Anchor,
    /// Whether the link is in a card.
    pub in_card: bool,
    /// Whether the link leads to the place instead of opening a card, as in the page's navigation, on the time rail, or “Go
    /// there” on a card.
    pub navigates: bool,
    /// Whether the link's pinned card was open when the link was pressed. A press outside a card closes the card before the
    /// click arrives.
    pub was_open: bool,
}

/// Returns what a link leads to, and where it is.
pub(super) fn link_of(link: &Element) -> Option<Link> {
    let href = link.get_attribute("href")?;
    let inside = |selector| matches!(link.closest(selector), Ok(Some(_)));
    let to = href.strip_prefix('#')?.to_owned();
    Some(Link {
        to,
        anchor: anchor::of(link, &href),
        in_card: inside("#card"),
        navigates: inside("[data-navigate]"),
        was_open: false,
    })
}

/// The number of links announced in one slice.
const SLICE: usize = 250;

/// Announces to assistive software which links open a card: those to entries that can be looked up. The links are processed
/// in slices.
pub fn announce_all(can_be_looked_up: impl Fn(&str) -> bool + 'static) {
    announce_slice(elements("main a[href^='#']:not([data-command])").collect(), 0, can_be_looked_up);
}

fn announce_slice(links: Vec<Element>, start: usize, can_be_looked_up: impl Fn(&str) -> bool + 'static) {
    for link in links.iter().skip(start).take(SLICE) {
        let to = link.get_attribute("href").unwrap_or_default();
        if can_be_looked_up(to.trim_start_matches('#')) {
            announce(link);
        }
    }
    if start + SLICE < links.len() {
        in_next_task(move || announce_slice(links, start + SLICE, can_be_looked_up));
    }
}

/// Announces to assistive software that a link opens a card, unless it navigates or is part of a drawing.
pub(super) fn announce(link: &Element) {
    if !link.has_attribute("aria-haspopup") && matches!(link.closest("[data-navigate], svg"), Ok(None)) {
        for (name, value) in [("aria-haspopup", "dialog"), ("aria-controls", "card"), ("aria-expanded", "false")] {
            // The attribute names are fixed and valid.
            drop(link.set_attribute(name, value));
        }
    }
}

/// Reports whether a pinned card stands beside a link.
pub(super) fn is_open(link: &Element) -> bool {
    let expanded = link.get_attribute("aria-expanded").is_some_and(|expanded| expanded == "true");
    expanded && document().query_selector("#card[data-transient]").is_ok_and(|transient| transient.is_none())
}
