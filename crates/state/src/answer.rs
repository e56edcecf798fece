//! What comes of choosing an answer of the search that is no place on the page.

use palimpsest_contract::hook::id;

use crate::act::Act;
use crate::address::Address;
use crate::command::Command;
use crate::lens::Lens;
use crate::reduction::Reduction;
use crate::search::TOOL;

/// How an answer begins that is a view of the timeline: it is the query of its address.
const VIEW: char = '?';
/// How one begins that is a query.
const QUERY: char = '=';

impl Reduction<'_> {
    /// Does what an answer leads to: shows a view of the timeline, asks another query, or uses a tool.
    pub(crate) fn choose(&mut self, answer: &str) {
        if answer.starts_with(VIEW) {
            let view = Address::parse(answer, "", self.outline).lens;
            self.arrive(id::TIMELINE.to_owned());
            self.view(|lens| *lens = Lens { order: lens.order, ..view });
            self.is_step = true;
            self.acts.push(Act::ShowTimeline);
        } else if let Some(query) = answer.strip_prefix(QUERY) {
            Command::Query.run(self, query.to_owned(), "");
        } else if let Some(Ok(command)) = answer.strip_prefix(TOOL).map(str::parse::<Command>) {
            self.close_panel();
            command.run(self, String::new(), "");
        }
    }
}
