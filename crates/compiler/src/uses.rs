//! Links between the parts of a story: finds unused notes, sources and passages, and records what each source supports.

use std::collections::{BTreeMap, BTreeSet};

use palimpsest_story::{PassageId, Source, Story, Target};

use crate::diagnostic::{Diagnostic, Location};
use crate::ids::Ids;
use crate::rests::{Statement, statements};

/// A link from a person, an event or a note to its target, with the passage if it cites one.
pub(crate) type Link = (Target, Target, Option<PassageId>);

/// Returns all links from people, events and notes to their sources and to the targets of their texts, in the order of the
/// page.
pub(crate) fn links(story: &Story) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for Statement { of, sources, texts, .. } in statements(story) {
        let sources =
            sources.iter().map(|citation| (Target::Source(citation.source.clone()), citation.passage.clone()));
        let inlines = texts.into_iter().flatten();
        let linked = inlines.filter_map(|inline| Some((inline.link.clone()?, inline.passage.clone())));
        for (to, passage) in sources.chain(linked) {
            let same = links.iter().rev().take_while(|(from, ..)| *from == of);
            if !same.clone().any(|(_, known, other)| *known == to && *other == passage) {
                links.push((of.clone(), to, passage));
            }
        }
    }
    links
}

/// Reports notes that nothing links to, and sources and passages that nothing cites. `passages` has the location of each
/// passage.
pub(crate) fn unused(
    story: &Story,
    links: &[Link],
    ids: &Ids,
    passages: &BTreeMap<String, Location>,
) -> Vec<Diagnostic> {
    let mut reached: BTreeSet<&Target> = links.iter().filter(|(from, to, _)| from != to).map(|(_, to, _)| to).collect();
    reached.extend(story.article.mentions().map(|mention| &mention.target));
    let notes = story.notes.iter().map(|note| Target::Note(note.id.clone()));
    // Works that nobody opened are listed as further reading, and need not be cited.
    let sources = story.sources.iter().filter(|source| source.further.is_none());
    let sources: Vec<Target> = sources.map(|source| Target::Source(source.id.clone())).collect();
    let uncited: Vec<&Target> = sources.iter().filter(|target| !reached.contains(target)).collect();
    let summary = uncited.get(FEW).and_then(|_| uncited_works(&uncited, ids));
    let sources = if summary.is_some() { Vec::new() } else { sources };
    let problem = |target: Target| {
        let id = target.fragment();
        let location = ids.location(id)?;
        Some(match target {
            Target::Source(_) => {
                Diagnostic::warning(location, format!("nothing cites the source \"{}\"", ids.written(id)))
                    .help("cite it where a statement rests on it, or remove it")
            }
            _ => Diagnostic::error(location, format!("nothing links to the note \"{id}\""))
                .help(format!("refer to it in the article with [^{id}], or link words to it: [words](#{id})")),
        })
    };
    let unused = notes.chain(sources).filter(|target| !reached.contains(target)).filter_map(problem);
    let cited: BTreeSet<&str> = links.iter().filter_map(|(.., passage)| passage.as_deref()).collect();
    let unread = passages.iter().filter(|(id, _)| !cited.contains(id.as_str()));
    let unread = unread.map(|(id, location)| {
        Diagnostic::warning(location.clone(), format!("nothing rests on the passage \"{id}\""))
            .help("cite it where a statement rests on it, or remove it")
    });
    unused.chain(summary).chain(unread).collect()
}

/// The maximum number of uncited works that are reported one by one. An editor who begins with a bibliography has cited none
/// of it yet.
const FEW: usize = 5;

/// Returns the warning that nothing cites many of the works.
fn uncited_works(uncited: &[&Target], ids: &Ids) -> Option<Diagnostic> {
    let (first, rest) = uncited.split_first()?;
    let message = format!("nothing cites \"{}\" and {} other works", ids.written(first.fragment()), rest.len());
    let help =
        "cite each where a statement rests on it, or remove it; `further.toml` lists works for readers who want more";
    Some(Diagnostic::warning(ids.location(first.fragment())?, message).help(help))
}

/// Records what each source and each passage supports.
pub(crate) fn support(sources: &mut [Source], links: Vec<Link>) {
    let mut by_source: BTreeMap<Target, Vec<Target>> = BTreeMap::new();
    let mut by_passage: BTreeMap<PassageId, Vec<Target>> = BTreeMap::new();
    for (from, to, passage) in links {
        let resting = by_source.entry(to).or_default();
        if resting.last() != Some(&from) {
            resting.push(from.clone());
        }
        if let Some(passage) = passage {
            let resting = by_passage.entry(passage).or_default();
            if resting.last() != Some(&from) {
                resting.push(from);
            }
        }
    }
    for source in sources {
        source.supports = by_source.remove(&Target::Source(source.id.clone())).unwrap_or_default();
        for passage in &mut source.passages {
            passage.supports = by_passage.remove(&passage.id).unwrap_or_default();
        }
    }
}
