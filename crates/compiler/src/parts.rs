//! Builds the sections of the article from blocks of Markdown.

use palimpsest_story::{
    Block as Part, Cell, Heading, List, OwnNote, Paragraph, Prose, Quotation, Section, SectionId, Side, Table,
};

use crate::annotated::AnnotatedText;
use crate::blocks::{Block, RawFootnote, RawHeading};
use crate::diagnostic::Diagnostic;
use crate::figures::figure;
use crate::sections::Sections;

impl Sections<'_, '_> {
    /// Builds the sections. Each begins with a heading of the second level, which only the first may lack.
    pub(crate) fn of(&mut self, blocks: Vec<Block>) -> Vec<Section> {
        let mut sections = Vec::new();
        let mut heading = None;
        let mut pending = Vec::new();
        for block in blocks {
            let Block::Heading(RawHeading { level: 2, text, .. }) = block else {
                pending.push(block);
                continue;
            };
            sections.extend(self.section(heading.take(), std::mem::take(&mut pending)));
            heading = self.headings.pop_front().map(|id| (id, Self::set(&text)));
        }
        sections.extend(self.section(heading, pending));
        sections
    }

    fn section(&mut self, heading: Option<(SectionId, Prose)>, blocks: Vec<Block>) -> Option<Section> {
        if heading.is_none() && blocks.is_empty() {
            return None;
        }
        let (id, heading) = heading.map_or_else(|| ("beginning".into(), None), |(id, words)| (id, Some(words)));
        Some(Section { id, heading, blocks: self.parts(blocks) })
    }

    /// Builds the author's own notes, in the order of their numbers. Reports those to which nothing refers.
    pub(crate) fn own_notes(&mut self, notes: Vec<RawFootnote>) -> Vec<OwnNote> {
        let mut notes: Vec<_> = notes.into_iter().map(Some).collect();
        let mut made = Vec::new();
        // A note may refer to another one, which then follows it.
        while let Some(number) = u32::try_from(made.len() + 1).ok().filter(|_| made.len() < notes.len()) {
            let index = self.splitter.own_notes.next(number).or_else(|| notes.iter().position(Option::is_some));
            let Some((index, note)) = index.and_then(|index| Some((index, notes[index].take()?))) else { break };
            let (number, references) = self.splitter.own_notes.numbered(index);
            if references == 0 {
                let message = format!("nothing refers to the author's note \"{}\"", note.label);
                self.problems.push(
                    Diagnostic::warning(self.file.id.at(note.span.clone()), message)
                        .help(format!("write [^{}] where its mark belongs", note.label)),
                );
            }
            made.push((index, number, self.parts(note.blocks)));
        }
        let of =
            |(index, number, blocks)| OwnNote { number, references: self.splitter.own_notes.numbered(index).1, blocks };
        made.into_iter().map(of).collect()
    }

    fn parts(&mut self, blocks: Vec<Block>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for block in blocks {
            if let (Some(Part::Table(table)), Block::Paragraph(text)) = (parts.last_mut(), &block)
                && table.caption.is_none()
                && text.words.starts_with(": ")
            {
                let Block::Paragraph(text) = block else { continue };
                table.caption = Some(self.paragraph(&text.from(": ".len())));
                continue;
            }
            parts.extend(self.part(block));
        }
        parts
    }

    fn part(&mut self, block: Block) -> Option<Part> {
        Some(match block {
            Block::Paragraph(text) if !text.media.is_empty() => Part::Figure(figure(text, self)?),
            Block::Paragraph(text) => Part::Paragraph(self.paragraph(&text)),
            Block::Heading(RawHeading { level, text, .. }) => {
                let Some(id) = self.headings.pop_front() else {
                    self.misplaced("a heading", text.span);
                    return None;
                };
                Part::Heading(Heading { id, level: level.max(3), words: Self::set(&text) })
            }
            Block::Note(note) => {
                self.misplaced("a note", note.span);
                return None;
            }
            Block::Quotation(mut blocks) => {
                let is_source =
                    |block: &Block| matches!(block, Block::Paragraph(text) if text.words.starts_with(['—', '–', '―']));
                self.check_quotation(&blocks);
                // Where the paragraph before begins with a dash too, both are speech.
                let is_sourced = matches!(&blocks[..], [.., before, last] if is_source(last) && !is_source(before));
                let source = is_sourced.then(|| blocks.pop()).flatten();
                let blocks = self.parts(blocks);
                let source = source.and_then(|source| match source {
                    Block::Paragraph(text) => Some(self.paragraph(&text)),
                    _ => None,
                });
                Part::Quotation(Quotation { blocks, source })
            }
            Block::List { start, tight, items } => {
                Part::List(List { start, tight, items: items.into_iter().map(|item| self.parts(item)).collect() })
            }
            Block::Table { sides, rows } => {
                let mut rows = rows.iter().map(|row| self.row(row, &sides));
                let head = rows.next().unwrap_or_default();
                Part::Table(Table { caption: None, head, rows: rows.collect() })
            }
            Block::Code(text) => Part::Code(self.splitter.code(text.trim_end_matches('\n'))),
            Block::Break => Part::Break,
        })
    }

    /// Reports a quotation whose source lacks its words, or is not recognized because of the hyphens before it.
    fn check_quotation(&mut self, blocks: &[Block]) {
        const HELP: &str = "write its source after a dash, in a paragraph of its own: > — Ada Brandt, 1924";
        let is_dash = |letter: char| "—–―-".contains(letter);
        let is_setext = |text: &AnnotatedText| !self.file.text[text.span.clone()].starts_with('#');
        let problem = match blocks {
            [.., Block::Paragraph(text)]
                if text.media.is_empty() && text.words.trim_end().chars().all(is_dash) && !text.words.is_empty() =>
            {
                Some(Diagnostic::error(self.file.id.at(text.span.clone()), "this dash names no source").help(HELP))
            }
            [_, .., Block::Paragraph(text)] if text.words.starts_with("--") => Some(
                Diagnostic::warning(self.file.id.at(text.span.clone()), "to the page this is no source, but text")
                    .help(HELP),
            ),
            [_, .., Block::List { start: None, items, .. }] => match &items[..] {
                [item] => match &item[..] {
                    [Block::Paragraph(text)] => Some(
                        Diagnostic::warning(
                            self.file.id.at(text.span.clone()),
                            "to Markdown this is an item of a list",
                        )
                        .help(HELP),
                    ),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        };
        let headings = blocks.iter().filter_map(|block| match block {
            Block::Heading(heading) if is_setext(&heading.text) => Some(heading.text.span.clone()),
            _ => None,
        });
        let headings = headings.map(|span| {
            let message = "to Markdown the hyphens under this line make it a heading";
            Diagnostic::error(self.file.id.at(span), message).help(HELP)
        });
        let found: Vec<_> = headings.chain(problem).collect();
        self.problems.extend(found);
    }

    fn row(&mut self, row: &[AnnotatedText], sides: &[Side]) -> Vec<Cell> {
        row.iter().zip(sides).map(|(text, side)| Cell { text: self.cell(text), side: *side }).collect()
    }

    fn cell(&mut self, text: &AnnotatedText) -> Paragraph {
        self.no_media(text);
        if text.words.is_empty() && text.links.is_empty() { Paragraph::default() } else { self.paragraph(text) }
    }

    fn no_media(&mut self, text: &AnnotatedText) {
        if let Some(media) = text.media.first() {
            self.misplaced("a picture", media.span.clone());
        }
    }
}
