//! The ids of the article's headings, either given as `{#id}` or generated from their words.

use std::collections::VecDeque;

use palimpsest_story::{Mark, SectionId};

use crate::blocks::{Block, RawHeading};
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind, refusal, slug};

/// Claims the ids of all headings and returns them in order. A number is added to a generated id that is taken:
/// `background-2`. Reports given ids that are taken, links in headings, and headings that skip a level.
pub(crate) fn claim(
    blocks: &[Block],
    file: &SourceFile,
    ids: &mut Ids,
    problems: &mut Vec<Diagnostic>,
) -> VecDeque<SectionId> {
    let mut headings = Vec::new();
    collect(blocks, &mut headings);
    // Given ids come first, so that no generated id takes one of them.
    for heading in &headings {
        if let Some(id) = &heading.id {
            ids.claim(id, Kind::Section, file.id.at(heading.text.span.clone()), problems);
        }
    }
    let mut claimed = VecDeque::new();
    let mut above = 1;
    for (heading, number) in headings.into_iter().zip(1..) {
        let place = file.id.at(heading.text.span.clone());
        let id = heading.id.clone().unwrap_or_else(|| {
            let id = made(&heading.text.words, number, ids);
            ids.claim(&id, Kind::Section, place.clone(), problems);
            id
        });
        claimed.push_back(SectionId::from(id.as_str()));
        let links = heading.text.links.first().map(|link| link.span.clone());
        let is_away = heading.text.marks.iter().any(|(_, mark)| matches!(mark, Mark::Away(_)));
        if links.is_some() || is_away || !heading.text.media.is_empty() {
            let span = links.unwrap_or_else(|| heading.text.span.clone());
            problems.push(
                Diagnostic::error(file.id.at(span), "a heading cannot hold links")
                    .help("link words of the text instead"),
            );
        }
        let (before, words) = file.text.split_at(heading.text.span.start);
        // In a quotation, it is an error.
        let is_outside = before.rsplit('\n').next().is_some_and(|line| line.trim().is_empty());
        let is_underlined = is_outside && !words.starts_with('#');
        if is_underlined && heading.text.words.ends_with(['.', '!', ':', ';', ',', '…', '”', '"']) {
            problems.push(
                Diagnostic::warning(place.clone(), "to Markdown the hyphens under these words make them a heading").help(
                    "write a blank line before the hyphens for a break between two thoughts; for a heading, write ## before \
                     its words",
                ),
            );
        }
        if heading.level > above + 1 {
            let (written, meant) = ("#".repeat(heading.level.into()), "#".repeat((above + 1).into()));
            problems.push(
                Diagnostic::warning(
                    place,
                    format!("a heading of {written} follows one that is more than a level above it"),
                )
                .help(format!("write {meant}, so that those who do not see the page find their way")),
            );
        }
        above = heading.level;
    }
    claimed
}

fn collect<'a>(blocks: &'a [Block], headings: &mut Vec<&'a RawHeading>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => headings.push(heading),
            Block::Quotation(inner) => collect(inner, headings),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, headings)),
            _ => {}
        }
    }
}

/// Generates an id from the words of the nth heading, or from its number if they yield none that begins with a letter a-z.
fn made(words: &str, number: usize, ids: &Ids) -> String {
    let slug = slug(words);
    let id = if slug.starts_with(|first: char| first.is_ascii_lowercase()) { slug } else { format!("part-{number}") };
    if ids.is_free(&id) {
        return id;
    }
    // A number makes `notes` valid, but not `stay-in-paris`: the page has all ids that begin as it does for itself.
    let stem = if refusal(&format!("{id}-2")).is_some() { format!("section-{id}") } else { id };
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    [stem.clone()].into_iter().chain(numbered).find(|id| ids.is_free(id)).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    #[test]
    fn every_heading_gets_an_id() {
        let (mut ids, mut problems) = (Ids::default(), Vec::new());
        let words =
            ["Stay in Paris", "Stay in Paris", "Stay-behind-Netze", "Stay-", "Notes", "s1", "背景", "Stay", "Stay"];
        let made = words.into_iter().zip(1..).map(|(words, number)| {
            let id = made(words, number, &ids);
            ids.claim(&id, Kind::Section, FileId(0).at(0..0), &mut problems);
            id
        });
        let expected = [
            "section-stay-in-paris",
            "section-stay-in-paris-2",
            "section-stay-behind-netze",
            "stay",
            "notes-2",
            "s1-2",
            "part-7",
            "section-stay",
            "section-stay-2",
        ];
        assert_eq!(made.collect::<Vec<_>>(), expected);
        assert_eq!(problems.len(), 0);
    }
}
