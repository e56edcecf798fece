//! The islands: elements that are printed empty, each for one component to draw into.

use palimpsest_contract::hook::id;
use web_sys::Element;
use yew::prelude::*;

use super::page::required;

/// An element that is printed empty.
#[derive(Clone, PartialEq)]
pub struct Island(Element);

impl Island {
    /// Returns a portal that draws a component's content in this element.
    pub fn hold(&self, content: Html) -> Html {
        create_portal(content, self.0.clone())
    }
}

/// All islands of the page.
#[derive(Clone, PartialEq)]
pub struct Islands {
    /// For the notice about what the address asks for in vain.
    pub notice: Island,
    /// For the marker on the time rail.
    pub marker: Island,
    /// For the label of a mark of the chart.
    pub label: Island,
    /// For the line that says what the timeline shows.
    pub lens: Island,
    /// For the ribbon between two people on the chart.
    pub ribbon: Island,
    /// For the people whom the reader follows.
    pub followed: Island,
    /// For the card: the popover itself.
    pub card: Island,
    /// For the results of the search.
    pub results: Island,
}

impl Islands {
    /// Finds the islands on the page.
    ///
    /// # Errors
    ///
    /// Returns a message that names the island that is missing.
    pub fn find() -> Result<Self, String> {
        let island = |id| required(id).map(Island);
        Ok(Self {
            notice: island(id::NOTICE_ISLAND)?,
            marker: island(id::MARKER_ISLAND)?,
            label: island(id::LABEL_ISLAND)?,
            lens: island(id::LENS_ISLAND)?,
            ribbon: island(id::RIBBON_ISLAND)?,
            followed: island(id::FOLLOWED_ISLAND)?,
            card: island(id::CARD)?,
            results: island(id::RESULTS_ISLAND)?,
        })
    }
}
