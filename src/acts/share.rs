//! The panel of addresses and citations. The build has written the citations; the program fills in what only the browser
//! knows: the page's own address and the day.

use palimpsest_contract::hook::{attribute, id};
use palimpsest_contract::placeholder;
use palimpsest_contract::{Citation, CitedTitle, Command, Message, Outline};

use crate::browser::{copy, history, share};
use crate::words::Words;

/// Fills in the panel for an entry, or, without one, for the page.
pub(super) fn fill(place: &str, url: &str, passage: Option<i32>, outline: &Outline, words: &Words) {
    let is_page = place.is_empty();
    let address = history::whole(&if is_page { url.to_owned() } else { ["#", place].concat() });
    let name = if is_page { outline.title.clone() } else { share::name(place) };
    let page = history::whole("");
    let citation = match share::attribute(place, attribute::CSL) {
        Some(csl) => {
            Citation { text: name.clone(), bibtex: share::attribute(place, attribute::BIBTEX).unwrap_or_default(), csl }
        }
        None if is_page => filled(&outline.article_citation, &CitedTitle::default(), "", &address, words),
        None => filled(&outline.entry_citation, &title(place, outline), place, &page, words),
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

/// The title of an entry as citations write it.
fn title(place: &str, outline: &Outline) -> CitedTitle {
    let title = outline.target(place).map(|target| outline.title(target)).unwrap_or_default();
    let written = outline.cited_titles.iter().find(|title| &*title.id == place).cloned().unwrap_or_default();
    CitedTitle {
        text: written.text.or_else(|| Some([title, "."].concat())),
        bibtex: written.bibtex.or_else(|| Some(title.to_owned())),
        csl: written.csl.or_else(|| Some(title.to_owned())),
        ..written
    }
}

/// A citation with its placeholders filled in, as `palimpsest_export` describes them.
fn filled(citation: &Citation, title: &CitedTitle, id: &str, page: &str, words: &Words) -> Citation {
    let [day, iso] = share::today(&words.text(Message::DateLocale));
    let numbers = iso.split('-').map(|digits| digits.trim_start_matches('0')).collect::<Vec<_>>().join(",");
    let csl_day = ["{\"date-parts\":[[", &numbers, "]]}"].concat();
    let tex_page = page.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D");
    let fill = |text: &str, title: &Option<String>, page: &str, accessed: [&str; 2]| {
        let title = title.as_deref().unwrap_or_default();
        let values =
            [(placeholder::PAGE, page), (placeholder::ID, id), (placeholder::TITLE, title), (accessed[0], accessed[1])];
        values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    };
    Citation {
        text: fill(&citation.text, &title.text, page, [placeholder::ACCESSED, &day]),
        bibtex: fill(&citation.bibtex, &title.bibtex, &tex_page, [placeholder::ACCESSED, &iso]),
        csl: fill(&citation.csl, &title.csl, page, [&["\"", placeholder::ACCESSED, "\""].concat(), &csl_day]),
    }
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
