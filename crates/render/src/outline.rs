//! The part of a story that the page carries as data.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use anyhow::Result;
use palimpsest_contract::{
    Catalog, Citation, CitedTitle, Event, Message, Outline, Pattern, Person, Span, Titled, Variant,
};
use palimpsest_export::{EntryTitle, entry_title};
use palimpsest_story::{SentenceId, Story, Target};
use palimpsest_words::Words;

/// Returns the outline of a story, with the program's own messages.
///
/// # Errors
///
/// Returns an error if the catalog of words lacks a message of the program, or if the program cannot fill a message in.
pub fn outline(story: &Story, words: &Words) -> Result<Outline> {
    let people: BTreeMap<&str, usize> =
        story.people.iter().zip(0..).map(|(person, index)| (&*person.id, index)).collect();
    let titled = |id: &str, title: &str| Titled { id: id.into(), title: title.to_owned() };
    let templates = palimpsest_export::templates(story);
    let outline = Outline {
        title: story.article.title.clone(),
        people: story
            .people
            .iter()
            .map(|person| Person {
                id: (&*person.id).into(),
                name: person.name.clone(),
                sentences: person.sentences.iter().map(number).collect(),
            })
            .collect(),
        events: story
            .events
            .iter()
            .map(|event| Event {
                id: (&*event.id).into(),
                title: event.title.clone(),
                span: event.date.extent.map(|extent| Span { first: extent.first, end: extent.end() }),
                people: event.people.iter().filter_map(|id| people.get(&**id).copied()).collect(),
                sentence: event.told.as_ref().map(number),
            })
            .collect(),
        notes: story.notes.iter().map(|note| titled(&note.id, &note.title)).collect(),
        sources: story.sources.iter().map(|source| titled(&source.id, &source.short)).collect(),
        focus: story.focus().map(|(first, end)| Span { first, end }),
        entry_pages: story.publication.address.is_some().into(),
        erased: erased(story),
        article_citation: citation(templates.article),
        entry_citation: citation(templates.entry),
        cited_titles: cited_titles(story),
        catalog: catalog(words),
        ..Outline::default()
    };
    words.check()?;
    Ok(outline.indexed())
}

/// Removes the address from the citations, for a page that has none.
pub fn cite_without_address(outline: &mut Outline, story: &Story) {
    let templates = palimpsest_export::templates_at(story, "");
    outline.article_citation = citation(templates.article);
    outline.entry_citation = citation(templates.entry);
}

fn citation(citation: palimpsest_export::Citation) -> Citation {
    Citation { texts: citation.texts, bibtex: citation.bibtex, csl: citation.csl_json }
}

fn erased(story: &Story) -> Vec<String> {
    let mut names: Vec<String> = story.erasure.people.iter().flat_map(|person| person.names.clone()).collect();
    names.sort_by_key(|name| Reverse(name.len()));
    names
}

/// Returns the titles of entries whose form in citations differs from the default.
fn cited_titles(story: &Story) -> Vec<CitedTitle> {
    let people = story.people.iter().map(|person| Target::Person(person.id.clone()));
    let events = story.events.iter().map(|event| Target::Event(event.id.clone()));
    let notes = story.notes.iter().map(|note| Target::Note(note.id.clone()));
    people
        .chain(events)
        .chain(notes)
        .filter_map(|target| {
            let EntryTitle { quoted, plain, bibtex, csl_json: csl } = entry_title(story, &target)?;
            let id = target.fragment().into();
            let differs = [&quoted, &plain, &bibtex, &csl].into_iter().any(Option::is_some);
            differs.then_some(CitedTitle { id, quoted, plain, bibtex, csl })
        })
        .collect()
}

fn number(sentence: &SentenceId) -> i32 {
    i32::try_from(sentence.number()).unwrap_or_default()
}

fn catalog(words: &Words) -> Catalog {
    let pattern = |message: &Message| {
        let forms = words.forms(message.key()).into_iter();
        Pattern { variants: forms.map(|form| Variant { when: form.when, text: form.text }).collect() }
    };
    let digits = words.number("0123456789");
    let digits = if digits == "0123456789" { String::new() } else { digits };
    Catalog { patterns: Message::ALL.iter().map(pattern).collect(), digits }
}
