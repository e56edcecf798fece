//! `notes.md`: the editors' notes, as Markdown footnotes under a heading for each kind.

use palimpsest_story::{Inline, Note, NoteKind, Prose, Target, words_of};
use palimpsest_words::Words;

use crate::annotated::AnnotatedText;
use crate::blocks::{Block, RawFootnote, RawHeading, blocks};
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::prose::Voice;
use crate::refusals::HEADING;
use crate::segments::bounds;
use crate::statements::{cites, uncited};

/// Returns the heading above the notes of a kind: `Corrections`.
fn heading(kind: NoteKind) -> String {
    format!("{}s", kind.word())
}

/// Returns all headings as a sentence lists them: `## Corrections, ## Comments or ## Terms`.
fn headings(conjunction: &str) -> String {
    let headings: Vec<_> = NoteKind::ALL.iter().map(|kind| format!("## {}", heading(*kind))).collect();
    match headings.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {conjunction} {last}", rest.join(", ")),
        _ => headings.concat(),
    }
}

/// A footnote.
pub(crate) struct RawNote {
    id: String,
    kind: NoteKind,
    /// The position of its id.
    span: std::ops::Range<usize>,
    paragraphs: Vec<AnnotatedText>,
}

/// Reads the file and claims the ids of the notes.
pub(crate) fn parse(file: &SourceFile, ids: &mut Ids, problems: &mut Vec<Diagnostic>) -> Vec<RawNote> {
    const HELP: &str = "a note begins with its id and title, as in [^troika]: **Troika.** A team of …";
    let mut notes: Vec<RawNote> = Vec::new();
    let mut kind = None;
    let outside = |text: AnnotatedText| {
        Diagnostic::error(file.id.at(text.span), "this text is not part of a note")
            .help(format!("{HELP}; indent its further paragraphs by four spaces"))
    };
    let before = problems.len();
    let blocks = blocks(file, 0..file.text.len(), Voice::Notes, ids, problems);
    // What is under a heading that was refused is not reported as well.
    if problems[before..].iter().any(|problem| problem.message.starts_with(HEADING)) {
        kind = Some(NoteKind::Comment);
    }
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let text = heading.text;
                kind = NoteKind::ALL.iter().copied().find(|kind| self::heading(*kind) == text.words);
                if kind.is_none() {
                    problems.push(
                        Diagnostic::error(file.id.at(text.span), format!("\"{}\" is not a kind of note", text.words))
                            .help(format!("the headings are {}", headings("and"))),
                    );
                    // The notes under it are not reported for this reason as well.
                    kind = Some(NoteKind::Comment);
                }
            }
            Block::Note(RawFootnote { label: id, span, blocks }) => {
                let known = kind.unwrap_or(NoteKind::Comment);
                if kind.is_none() {
                    kind = Some(known);
                    problems.push(
                        Diagnostic::error(file.id.at(span.clone()), "this note is not under a heading")
                            .help(format!("write {} above it", headings("or"))),
                    );
                }
                ids.claim(&id, Kind::Note, file.id.at(span.clone()), problems);
                let mut paragraphs = Vec::new();
                for block in blocks {
                    match block {
                        Block::Paragraph(text) => paragraphs.push(text),
                        Block::Heading(RawHeading { text, .. }) => problems.push(
                            Diagnostic::error(file.id.at(text.span), "a heading is not allowed in this text").help(
                                "it may hold paragraphs, *emphasis*, [links](#id) and citations, as in [@avrich-1970]",
                            ),
                        ),
                        // The editors' texts yield no other blocks.
                        _ => {}
                    }
                }
                notes.push(RawNote { id, kind: known, span, paragraphs });
            }
            Block::Paragraph(text) => problems.push(outside(text)),
            _ => {}
        }
    }
    notes
}

impl RawNote {
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn kind(&self) -> NoteKind {
        self.kind
    }

    /// Resolves the note. Separates its title from its text, and resolves citations and links.
    pub(crate) fn resolve(self, language: &str, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Note {
        let mut title = String::new();
        let mut text = Vec::new();
        let stressed = |text: &AnnotatedText| text.marks.first().map(|(range, _)| range.clone());
        match self.paragraphs.first().and_then(stressed).filter(|range| range.start == 0) {
            Some(range) => {
                let words = &self.paragraphs[0].words;
                words[range.clone()].trim().trim_end_matches('.').clone_into(&mut title);
                let rest = &words[range.end..];
                let from = range.end + (rest.len() - rest.trim_start().len());
                for (position, paragraph) in self.paragraphs.iter().enumerate() {
                    text.push(paragraph.inlines(if position == 0 { from } else { 0 }, file, ids, problems));
                }
                text.retain(|paragraph| paragraph.iter().any(|inline| !inline.text.is_empty()));
            }
            None => problems.push(
                Diagnostic::error(file.id.at(self.span.clone()), format!("the note \"{}\" has no title", self.id))
                    .help("begin it with its title in bold: [^troika]: **Troika.** A team of …"),
            ),
        }
        if !title.is_empty() && text.is_empty() {
            problems.push(
                Diagnostic::error(file.id.at(self.span.clone()), format!("the note \"{}\" has no text", self.id))
                    .help("write after the title what the record shows, and cite a source"),
            );
        } else if !self.paragraphs.iter().any(cites) {
            problems.push(uncited(file, self.span, ids));
        }
        let lead = text.first_mut().map_or(0, |first| split_after_first_sentence(first, language));
        Note { id: self.id.as_str().into(), kind: self.kind, number: None, title, text, lead }
    }
}

/// Splits the inlines at the end of the first sentence. Returns the number of inlines that make up this sentence, which is
/// all of them if there is only one sentence.
fn split_after_first_sentence(prose: &mut Prose, language: &str) -> usize {
    let words = words_of(prose);
    let in_brackets = |at: usize| words[..at].matches('(').count() > words[..at].matches(')').count();
    let Some(end) =
        bounds(&words, language, &[]).into_iter().find(|at| *at > 0 && *at < words.len() && !in_brackets(*at))
    else {
        return prose.len();
    };
    let mut start = 0;
    for position in 0..prose.len() {
        let inline = &mut prose[position];
        let next = start + inline.text.len();
        if end < next && start < end {
            let rest = Inline { text: inline.text.split_off(end - start), ..inline.clone() };
            prose.insert(position + 1, rest);
        }
        if end <= next {
            return position + 1;
        }
        start = next;
    }
    prose.len()
}

/// Sorts corrections and comments by their first reference in the article and numbers them. Terms follow in the alphabetical
/// order of the language.
pub(crate) fn order(notes: &mut [Note], targets: &[&Target], words: &Words) {
    let position = |note: &Note| targets.iter().position(|target| matches!(target, Target::Note(id) if *id == note.id));
    let place = |note: &Note| match note.kind {
        NoteKind::Term => None,
        _ => Some(position(note).unwrap_or(usize::MAX)),
    };
    let mut placed: Vec<(Option<usize>, Note)> = notes.iter().map(|note| (place(note), note.clone())).collect();
    placed.sort_by(|(place, note), (other_place, other)| {
        let by_place = place.unwrap_or(usize::MAX).cmp(&other_place.unwrap_or(usize::MAX));
        place
            .is_none()
            .cmp(&other_place.is_none())
            .then(by_place)
            .then_with(|| words.compare(&note.title, &other.title))
    });
    for (note, (_, sorted)) in notes.iter_mut().zip(placed) {
        *note = sorted;
    }
    for (note, number) in notes.iter_mut().filter(|note| note.kind != NoteKind::Term).zip(1..) {
        note.number = Some(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_ends_outside_of_brackets() {
        let split = |runs: &[&str]| {
            let run = |text: &&str| Inline::plain(*text);
            let mut prose: Prose = runs.iter().map(run).collect();
            let lead = split_after_first_sentence(&mut prose, "en");
            (words_of(&prose[..lead]), words_of(&prose[lead..]))
        };
        let halves = |first: &str, rest: &str| (first.to_owned(), rest.to_owned());
        assert_eq!(
            split(&["He lost (", "Smith. A history", "). He ", "fled", "."]),
            halves("He lost (Smith. A history). ", "He fled.")
        );
        assert_eq!(split(&["One sentence, in ", "two", " runs."]), halves("One sentence, in two runs.", ""));
        assert_eq!(split(&["He asked.", " Nobody heard."]), halves("He asked. ", "Nobody heard."));
    }
}
