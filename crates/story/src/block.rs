//! The blocks that the article is made of.

use crate::media::MediaKind;
use crate::paragraph::Paragraph;
use crate::{Prose, SectionId, words_of};

/// A part of the article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading of the third or the fourth level.
    Heading(Heading),
    /// A block quotation.
    Quotation(Quotation),
    /// A list.
    List(List),
    /// A table.
    Table(Table),
    /// Preformatted text, with its line feeds.
    Code(Paragraph),
    /// Pictures, sounds or films.
    Figure(Figure),
    /// A thematic break.
    Break,
}

/// A heading inside a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The id of the heading, given by the editors or made from the words.
    pub id: SectionId,
    /// The level: 3 or 4. The title has level 1, and a section level 2.
    pub level: u8,
    /// The words of the heading.
    pub words: Prose,
}

/// A block quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The quoted blocks.
    pub blocks: Vec<Block>,
    /// The attribution, with the dash before it.
    pub source: Option<Paragraph>,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The number of the first item; `None` for an unordered list.
    pub start: Option<u64>,
    /// Whether the items have no blank lines between them.
    pub tight: bool,
    /// The items, each with at least one block.
    pub items: Vec<Vec<Block>>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The caption.
    pub caption: Option<Paragraph>,
    /// The column headings.
    pub head: Vec<Cell>,
    /// The rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The text of the cell.
    pub text: Paragraph,
    /// The alignment of the cell's column.
    pub side: Side,
}

/// The alignment of a column of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// At the side where lines begin.
    #[default]
    Start,
    /// Centered.
    Middle,
    /// At the side where lines end.
    End,
}

/// Pictures, sounds or films with one caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The pictures, sounds or films, at least one.
    pub media: Vec<Media>,
    /// The caption.
    pub caption: Option<Paragraph>,
}

/// A picture, a sound or a film.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// The kind of the media.
    pub kind: MediaKind,
    /// The address of the file, relative to the page.
    pub address: String,
    /// The alternative text; empty for a decorative picture.
    pub description: String,
    /// Who made it and under what license; empty if the editors do not say.
    pub credit: Prose,
    /// The width and height in pixels, if known.
    pub size: Option<[u32; 2]>,
    /// The address of the captions of a sound or a film, relative to the page.
    pub captions: Option<String>,
}

impl Media {
    /// Returns the addresses of its files.
    pub fn addresses(&self) -> impl Iterator<Item = &String> {
        [Some(&self.address), self.captions.as_ref()].into_iter().flatten()
    }
}

/// Adds the running text of these blocks to `paragraphs`, in reading order.
pub(crate) fn collect<'a>(blocks: &'a [Block], paragraphs: &mut Vec<&'a Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) | Block::Code(paragraph) => paragraphs.push(paragraph),
            Block::Quotation(quotation) => {
                collect(&quotation.blocks, paragraphs);
                paragraphs.extend(&quotation.source);
            }
            Block::List(list) => list.items.iter().for_each(|item| collect(item, paragraphs)),
            Block::Table(table) => {
                paragraphs.extend(&table.caption);
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                paragraphs.extend(cells.map(|cell| &cell.text));
            }
            Block::Figure(figure) => paragraphs.extend(&figure.caption),
            Block::Heading(_) | Block::Break => {}
        }
    }
}

/// Adds the words of the headings in these blocks to `headings`.
pub(crate) fn collect_headings(blocks: &[Block], headings: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => headings.push(words_of(&heading.words)),
            Block::Quotation(quotation) => collect_headings(&quotation.blocks, headings),
            Block::List(list) => list.items.iter().for_each(|item| collect_headings(item, headings)),
            _ => {}
        }
    }
}

/// Adds the pictures, sounds and films in the figures of these blocks to `media`, in reading order.
pub(crate) fn collect_media<'a>(blocks: &'a [Block], media: &mut Vec<&'a Media>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => media.extend(&figure.media),
            Block::Quotation(quotation) => collect_media(&quotation.blocks, media),
            Block::List(list) => list.items.iter().for_each(|item| collect_media(item, media)),
            _ => {}
        }
    }
}
