//! Links between the parts of a story: finds unused notes and sources, and tells each source what it supports.

use std::collections::{BTreeMap, BTreeSet};

use palimpsest_story::{Inline, Source, Story, Target};

use crate::diagnostic::Diagnostic;
use crate::ids::Ids;

/// All links from people, events and notes to their sources and to the targets of their texts, in the order of the page.
pub(crate) fn links(story: &Story) -> Vec<(Target, Target)> {
    let mut links = Vec::new();
    for event in &story.events {
        let from = Target::Event(event.id.clone());
        let texts = [&event.summary].into_iter().chain(&event.text).flatten();
        add(&mut links, &from, event.sources.iter().cloned().map(Target::Source).chain(linked(texts)));
    }
    for person in &story.people {
        let from = Target::Person(person.id.clone());
        let offices = person.offices.iter().flat_map(|office| &office.sources);
        add(&mut links, &from, person.sources.iter().chain(offices).cloned().map(Target::Source));
        let relations = person.relations.iter().map(|relation| &relation.text);
        let texts = relations.chain(person.stays.iter().map(|stay| &stay.text)).chain([&person.fate]);
        add(&mut links, &from, linked(texts.chain(&person.detail).flatten()));
    }
    for note in &story.notes {
        add(&mut links, &Target::Note(note.id.clone()), linked(note.text.iter().flatten()));
    }
    links
}

fn linked<'a>(inlines: impl Iterator<Item = &'a Inline>) -> impl Iterator<Item = Target> {
    inlines.filter_map(|inline| inline.link.clone())
}

/// Adds links from `from` to each target once.
fn add(links: &mut Vec<(Target, Target)>, from: &Target, to: impl Iterator<Item = Target>) {
    for to in to {
        let known = links.iter().rev().take_while(|(other, _)| other == from).any(|(_, known)| *known == to);
        if !known {
            links.push((from.clone(), to));
        }
    }
}

/// Reports notes that nothing links to and sources that nothing cites.
pub(crate) fn unused(story: &Story, links: &[(Target, Target)], ids: &Ids) -> Vec<Diagnostic> {
    let mut reached: BTreeSet<&Target> = links.iter().filter(|(from, to)| from != to).map(|(_, to)| to).collect();
    reached.extend(story.article.mentions().map(|mention| &mention.target));
    let notes = story.notes.iter().map(|note| Target::Note(note.id.clone()));
    let sources = story.sources.iter().map(|source| Target::Source(source.id.clone()));
    let unused = notes.chain(sources).filter(|target| !reached.contains(target));
    let problem = |target: Target| {
        let id = target.fragment();
        let location = ids.location(id)?;
        Some(match target {
            Target::Source(_) => Diagnostic::warning(location, format!("nothing cites the source \"{id}\""))
                .help("cite it where a statement rests on it, or remove it"),
            _ => Diagnostic::error(location, format!("nothing links to the note \"{id}\""))
                .help(format!("refer to it in the article with [^{id}], or link words to it: [words](#{id})")),
        })
    };
    unused.filter_map(problem).collect()
}

/// Fills in what each source supports.
pub(crate) fn support(sources: &mut [Source], links: Vec<(Target, Target)>) {
    let mut resting: BTreeMap<Target, Vec<Target>> = BTreeMap::new();
    for (from, to) in links {
        resting.entry(to).or_default().push(from);
    }
    for source in sources {
        source.supports = resting.remove(&Target::Source(source.id.clone())).unwrap_or_default();
    }
}
