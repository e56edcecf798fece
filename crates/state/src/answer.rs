//! What happens when a search result is chosen that is not a place on the page.

use palimpsest_contract::hook::id;

use crate::act::Act;
use crate::address::Address;
use crate::command::Command;
use crate::reduction::Reduction;
use crate::search::TOOL;

/// The first character of an answer that is a view of the timeline. The answer is the query of that view's address.
const VIEW: char = '?';
/// The first character of an answer that is another query.
const QUERY: char = '=';

impl Reduction<'_> {
    /// Acts on an answer: shows a view of the timeline, starts another query, or uses a tool.
    pub(crate) fn choose(&mut self, answer: &str) {
        if answer.starts_with(VIEW) {
            let view = Address::parse(answer, "", self.outline).lens;
            self.arrive(id::TIMELINE.to_owned());
            self.view(|lens| *lens = lens.viewed(view));
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
