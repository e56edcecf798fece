//! The panel of addresses and citations. The build has written the citations; the program fills in what only the browser
//! knows: the page's own address and the date.

use palimpsest_contract::citing::{self, filled};
use palimpsest_contract::hook::id;
use palimpsest_contract::{Citation, CitedTitle, Message, Outline, Target, entry_page};
use palimpsest_state::Command;

use crate::browser::{clipboard, clock, copy, history, page, passage, share};
use crate::words::Words;

/// Fills in the panel for an entry or, if `place` is empty, for the page. `style` is the index of the citation style.
pub(super) fn fill(place: &str, url: &str, passage: Option<i32>, style: usize, outline: &Outline, words: &Words) {
    let is_page = place.is_empty();
    let target = outline.target(place);
    let address = if is_page { history::whole(url) } else { address(place, outline) };
    let name = if is_page { outline.title.clone() } else { copy::name(place) };
    let page = history::whole("");
    let is_source = matches!(target, Some(Target::Source(_)));
    let citation = if is_source {
        // The citation is that of the work itself. In other formats, it is in the files that contain all citations.
        Citation { texts: vec![name.clone()], ..Citation::default() }
    } else if is_page {
        filled(&outline.article_citation, &CitedTitle::default(), "", &address, clock::today())
    } else {
        filled(&outline.entry_citation, &citing::title(place, outline), place, &page, clock::today())
    };
    let text = citation.texts.get(style).or(citation.texts.first()).cloned().unwrap_or_default();
    let sentence =
        passage::selected_sentence().or(passage).filter(|_| is_page).map(|number| ["s", &number.to_string()].concat());
    let quotation =
        sentence.as_ref().map(|sentence| words.with(Message::Quotation, &[("text", &copy::text(sentence))]));
    let passage = sentence.as_ref().map(|sentence| history::whole(&["#", sentence].concat()));
    for (field, text) in [
        (id::SHARE_NAME, &name),
        (id::SHARE_ADDRESS, &address),
        (id::SHARE_CITATION, &text),
        (id::SHARE_BIBTEX, &citation.bibtex),
        (id::SHARE_CSL, &citation.csl),
        (id::SHARE_PASSAGE, &passage.unwrap_or_default()),
        (id::SHARE_QUOTE, &quotation.unwrap_or_default()),
        (id::SHARE_STATUS, &String::new()),
    ] {
        page::fill(field, text);
    }
    // A stop is a part of an entry and is not cited by itself.
    let is_cited = is_page || target.is_some();
    for (selector, hidden) in [
        (&*["#", id::SHARE_SENTENCE].concat(), sentence.is_none()),
        (&["#", id::SHARE_CITING].concat(), !is_cited),
        (&["#", id::SHARE_CITING, " fieldset"].concat(), is_source),
        (&["#", id::SHARE_FILES, " > .share-field"].concat(), is_source || !is_cited),
        (&Command::PrintPerson.selector(), !matches!(target, Some(Target::Person(_)))),
        (&Command::ShareDevice.selector(), !share::can_share()),
    ] {
        page::hide(selector, hidden);
    }
}

/// Returns the address of an entry: that of its own small page, if it has one.
fn address(place: &str, outline: &Outline) -> String {
    let has_page = outline.target(place).is_some_and(|target| !matches!(target, Target::Source(_)));
    if outline.entry_pages == 0 || !has_page {
        return history::whole(&["#", place].concat());
    }
    let page = history::whole("");
    let folder = page.rfind('/').map_or("", |end| &page[..=end]);
    [folder, &entry_page(place)].concat()
}

/// Copies the address of an entry, or opens the device's share sheet for it.
pub(super) fn copy_link(place: &str, outline: &Outline, words: &Words) {
    let said = [Message::LinkCopied, Message::LinkRefused].map(|message| words.text(message));
    clipboard::copy_link(place, &copy::name(place), &address(place, outline), said);
}
