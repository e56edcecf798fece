//! The positions of links on the page, by which they are found again.

use palimpsest_contract::hook::attribute;
use palimpsest_state::Anchor;
use web_sys::Element;

use super::page::{document, within};

/// The selector of elements that are places of their own. The ids of the page's own elements contain an underscore.
pub(super) const PLACES: &str = "[id]:not([id*='_'], #reader)";

/// Returns the anchor of a link with this `href`.
pub(super) fn of(link: &Element, href: &str) -> Anchor {
    let place = link.parent_element().and_then(|parent| parent.closest(PLACES).ok().flatten());
    let nth = place.as_ref().and_then(|place| links_to(place, href).position(|other| other == *link));
    Anchor {
        place: place.map(|place| place.id()).unwrap_or_default(),
        nth: nth.and_then(|nth| u32::try_from(nth).ok()).unwrap_or_default(),
    }
}

/// Returns the link with this `href` at an anchor.
pub(super) fn find(anchor: &Anchor, href: &str) -> Option<Element> {
    let place = document().get_element_by_id(&anchor.place)?;
    let links: Vec<Element> = links_to(&place, href).collect();
    let nth = usize::try_from(anchor.nth).unwrap_or_default();
    links.get(nth).or(links.first()).cloned()
}

/// Returns what the link at an anchor says about a person at the moment that its sentence tells of.
pub fn here(anchor: &Anchor, href: &str) -> Option<String> {
    find(anchor, href)?.get_attribute(attribute::HERE)
}

fn links_to(place: &Element, href: &str) -> impl Iterator<Item = Element> + use<> {
    within(place, &["a[href='", href, "']"].concat())
}
