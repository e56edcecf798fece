//! The panel of addresses and citations. The build has written the citations; the program fills in what only the browser
//! knows: the page's own address and the day.

use palimpsest_contract::hook::{attribute, id};
use palimpsest_contract::{Citation, Command, Message, Outline};

use crate::browser::{copy, history, share};
use crate::words::Words;

/// Fills in the panel for an entry, or, without one, for the page.
pub(super) fn fill(place: &str, url: &str, passage: Option<i32>, outline: &Outline, words: &Words) {
    let is_page = place.is_empty();
    let address = history::whole(&if is_page { url.to_owned() } else { ["#", place].concat() });
    let name = if is_page { outline.title.clone() } else { share::name(place) };
    let citation = match share::attribute(place, attribute::CSL) {
        Some(csl) => {
            Citation { text: name.clone(), bibtex: share::attribute(place, attribute::BIBTEX).unwrap_or_default(), csl }
        }
        None if is_page => filled(&outline.article_citation, &name, place, &address),
        None => filled(&outline.entry_citation, &name, place, &address),
    };
    let sentence =
        share::selected_sentence().or(passage).filter(|_| is_page).map(|number| ["s", &number.to_string()].concat());
    let quotation =
        sentence.as_ref().map(|sentence| words.with(Message::Quotation, &[("text", &copy::text(sentence))]));
    let passage = sentence.as_ref().map(|sentence| history::whole(&["#", sentence].concat()));
    for (field, text) in [
        (id::SHARE_NAME, &name),
        (id::SHARE_ADDRESS, &address),
        (id::SHARE_CITATION, &citation.text),
        (id::SHARE_BIBTEX, &citation.bibtex),
        (id::SHARE_CSL, &citation.csl),
        (id::SHARE_PASSAGE, &passage.unwrap_or_default()),
        (id::SHARE_QUOTE, &quotation.unwrap_or_default()),
        (id::SHARE_STATUS, &String::new()),
    ] {
        share::fill(field, text);
    }
    share::hide(&["#", id::SHARE_SENTENCE].concat(), sentence.is_none());
    share::hide(&["#", id::SHARE_FILES].concat(), !is_page);
    share::hide(&["[data-command='", Command::ShareDevice.words(), "']"].concat(), !share::can_share());
}

/// A citation with its placeholders filled in.
fn filled(citation: &Citation, title: &str, place: &str, address: &str) -> Citation {
    let today = share::today();
    let fill = |text: &str, title: &str| {
        let values = [("{title}", title), ("{id}", place), ("{address}", address), ("{accessed}", &today)];
        values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    };
    Citation {
        text: fill(&citation.text, title),
        bibtex: fill(&citation.bibtex, &tex_escaped(title)),
        csl: fill(&citation.csl, &share::json_escaped(title)),
    }
}

/// A title as TeX reads it.
fn tex_escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if "&%$#_{}".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// The id of the field that a command copies.
pub(super) fn field(command: Command) -> &'static str {
    match command {
        Command::CopyPassage => id::SHARE_PASSAGE,
        Command::CopyCitation => id::SHARE_CITATION,
        Command::CopyBibtex => id::SHARE_BIBTEX,
        Command::CopyCsl => id::SHARE_CSL,
        _ => id::SHARE_ADDRESS,
    }
}
