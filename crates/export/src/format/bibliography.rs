//! The citations of the article, of every entry of the editors, and of every source.

use palimpsest_story::{Story, Target};
use palimpsest_words::Words;

use super::Export;
use crate::citation::{Citation, Cited, cite_for_programs};

/// Writes the citations for BibTeX and biblatex.
pub(super) fn bibtex(story: &Story, _: &Words) -> Export {
    let entries: Vec<_> = citations(story).map(|citation| citation.bibtex + "\n").collect();
    Export { text: entries.join("\n"), omitted: Vec::new() }
}

/// Writes the citations as one CSL-JSON list.
pub(super) fn csl_json(story: &Story, _: &Words) -> Export {
    let lists = citations(story).map(|citation| citation.csl_json);
    let items: Vec<_> = lists.filter_map(|list| Some(list.strip_prefix('[')?.strip_suffix(']')?.to_owned())).collect();
    Export { text: format!("[\n{}\n]\n", items.join(",\n")), omitted: Vec::new() }
}

fn citations(story: &Story) -> impl Iterator<Item = Citation> {
    let people = story.people.iter().map(|person| Target::Person(person.id.clone()));
    let events = story.events.iter().map(|event| Target::Event(event.id.clone()));
    let notes = story.notes.iter().map(|note| Target::Note(note.id.clone()));
    let sources = story.sources.iter().map(|source| Cited::Source(source.id.clone()));
    let entries = people.chain(events).chain(notes).map(Cited::Entry);
    [Cited::Article].into_iter().chain(entries).chain(sources).filter_map(|cited| cite_for_programs(story, &cited))
}
