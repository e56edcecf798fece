//! The author's article.

use palimpsest_story as story;
use schemars::JsonSchema;
use serde::Serialize;

use super::prose::{Mention, Prose, Words, prose, sentences};

/// The author's article, word for word.
#[derive(Serialize, JsonSchema)]
pub(super) struct Article<'s> {
    /// The title.
    title: &'s str,
    /// The same words, with their emphasis.
    title_text: Prose<'s>,
    /// References to notes after the title.
    title_notes: Vec<Mention<'s>>,
    /// The numbers of the author's own notes that the title refers to.
    title_own_notes: Vec<u32>,
    /// The authors.
    authors: Vec<Author<'s>>,
    /// The day of publication, in ISO 8601.
    date: &'s str,
    /// The line under the title.
    byline: Prose<'s>,
    /// The paragraphs that lead into the article, each as its sentences.
    standfirst: Vec<Vec<Words<'s>>>,
    /// The caption of the picture.
    caption: Prose<'s>,
    /// The picture beside the title.
    picture: Option<Picture<'s>>,
    /// The text.
    sections: Vec<Section<'s>>,
    /// The author's own notes.
    own_notes: Vec<OwnNote<'s>>,
}

/// Who wrote or edited something.
#[derive(Serialize, JsonSchema)]
pub(super) struct Author<'s> {
    /// The given names of a person; null for a person with only one name, and for an organization.
    given: Option<&'s str>,
    /// The family name, the only name, or the name of the organization.
    name: &'s str,
    /// Whether it is an organization.
    is_organization: bool,
}

/// A picture.
#[derive(Serialize, JsonSchema)]
struct Picture<'s> {
    /// Its file, relative to this folder.
    file: &'s str,
    /// What it shows.
    description: &'s str,
    /// Who made it and under what license, where that is said.
    #[serde(skip_serializing_if = "str::is_empty")]
    credit: &'s str,
}

/// A part of the article.
#[derive(Serialize, JsonSchema)]
struct Section<'s> {
    /// Its fragment on the page, if it has a heading.
    id: &'s str,
    /// The heading; null before the first one.
    heading: Option<Prose<'s>>,
    /// The text.
    blocks: Vec<Block<'s>>,
}

/// One of the author's own notes.
#[derive(Serialize, JsonSchema)]
struct OwnNote<'s> {
    /// Its number, from 1.
    number: u32,
    /// The text.
    blocks: Vec<Block<'s>>,
}

/// A block of the text.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Block<'s> {
    /// A paragraph, which is verse if it has line feeds.
    Paragraph { sentences: Vec<Words<'s>> },
    /// A heading of the third or fourth level.
    Heading { id: &'s str, level: u8, text: Prose<'s> },
    /// A quotation, and who is quoted.
    Quotation { blocks: Vec<Self>, source: Option<Vec<Words<'s>>> },
    /// A list. `start` is the number of its first item; null without numbers. A `tight` list has no space between its items.
    List { start: Option<u64>, tight: bool, items: Vec<Vec<Self>> },
    /// A table: the headings of its columns, how they are aligned, and rows of cells.
    Table {
        caption: Option<Vec<Words<'s>>>,
        sides: Vec<Side>,
        head: Vec<Vec<Words<'s>>>,
        rows: Vec<Vec<Vec<Words<'s>>>>,
    },
    /// Text that is set as it was typed.
    Code { sentences: Vec<Words<'s>> },
    /// Pictures, sounds or films with one caption.
    Figure { media: Vec<Media<'s>>, caption: Option<Vec<Words<'s>>> },
    /// A thematic break.
    Break,
}

/// How a column is aligned.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Side {
    /// At the side where lines begin.
    Start,
    /// Centered.
    Middle,
    /// At the side where lines end.
    End,
}

/// A picture, a sound or a film.
#[derive(Serialize, JsonSchema)]
struct Media<'s> {
    /// Which of these it is.
    kind: MediaKind,
    /// Its file, relative to this folder.
    file: &'s str,
    /// What it shows; empty for a decorative picture.
    description: &'s str,
    /// Who made it, and under what license.
    credit: Prose<'s>,
    /// Width and height in pixels, if they are known.
    size: Option<[u32; 2]>,
    /// The file with its captions, relative to this folder.
    captions: Option<&'s str>,
}

/// A kind of media.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum MediaKind {
    /// A picture.
    Picture,
    /// A sound.
    Sound,
    /// A film.
    Film,
}

impl<'s> Article<'s> {
    pub(super) fn of(article: &'s story::Article) -> Self {
        let story::Article {
            title,
            title_prose,
            title_notes,
            title_own_notes,
            authors,
            date,
            byline,
            standfirst,
            caption,
            picture,
            reading_minutes: _,
            sections,
            own_notes,
        } = article;
        Self {
            title,
            title_text: prose(title_prose),
            title_notes: title_notes.iter().map(Mention::of).collect(),
            title_own_notes: title_own_notes.iter().map(|mark| mark.number).collect(),
            authors: authors.iter().map(Author::of).collect(),
            date,
            byline: prose(byline),
            standfirst: standfirst.iter().map(sentences).collect(),
            caption: prose(caption),
            picture: picture.as_ref().map(|story::Picture { address, description, credit }| Picture {
                file: address,
                description,
                credit,
            }),
            sections: sections.iter().map(section).collect(),
            own_notes: own_notes
                .iter()
                .map(|note| OwnNote { number: note.number, blocks: blocks(&note.blocks) })
                .collect(),
        }
    }
}

impl<'s> Author<'s> {
    pub(super) fn of(author: &'s story::Author) -> Self {
        match author {
            story::Author::Person { given, family } => {
                Self { given: given.as_deref(), name: family, is_organization: false }
            }
            story::Author::Body(name) => Self { given: None, name, is_organization: true },
        }
    }
}

fn section(section: &story::Section) -> Section<'_> {
    let story::Section { id, heading, blocks: parts } = section;
    Section { id, heading: heading.as_ref().map(prose), blocks: blocks(parts) }
}

fn blocks(parts: &[story::Block]) -> Vec<Block<'_>> {
    parts.iter().map(block).collect()
}

fn block(block: &story::Block) -> Block<'_> {
    match block {
        story::Block::Paragraph(text) => Block::Paragraph { sentences: sentences(text) },
        story::Block::Heading(story::Heading { id, level, words }) => {
            Block::Heading { id, level: *level, text: prose(words) }
        }
        story::Block::Quotation(story::Quotation { blocks: quoted, source }) => {
            Block::Quotation { blocks: blocks(quoted), source: source.as_ref().map(sentences) }
        }
        story::Block::List(story::List { start, tight, items }) => {
            Block::List { start: *start, tight: *tight, items: items.iter().map(|item| blocks(item)).collect() }
        }
        story::Block::Table(story::Table { caption, head, rows }) => Block::Table {
            caption: caption.as_ref().map(sentences),
            sides: head.iter().map(|cell| side(cell.side)).collect(),
            head: cells(head),
            rows: rows.iter().map(|row| cells(row)).collect(),
        },
        story::Block::Code(text) => Block::Code { sentences: sentences(text) },
        story::Block::Figure(story::Figure { media: files, caption }) => {
            Block::Figure { media: files.iter().map(media).collect(), caption: caption.as_ref().map(sentences) }
        }
        story::Block::Break => Block::Break,
    }
}

fn cells(cells: &[story::Cell]) -> Vec<Vec<Words<'_>>> {
    cells.iter().map(|cell| sentences(&cell.text)).collect()
}

fn side(side: story::Side) -> Side {
    match side {
        story::Side::Start => Side::Start,
        story::Side::Middle => Side::Middle,
        story::Side::End => Side::End,
    }
}

/// A picture, a sound or a film that the editors add.
#[derive(Serialize, JsonSchema)]
pub(super) struct Illustration<'s> {
    /// What it is.
    media: Media<'s>,
    /// The words under it; empty where there are none.
    caption: Prose<'s>,
}

impl<'s> Illustration<'s> {
    pub(super) fn of(figure: &'s story::Illustration) -> Self {
        let story::Illustration { media, caption } = figure;
        Self { media: self::media(media), caption: prose(caption) }
    }
}

fn media(media: &story::Media) -> Media<'_> {
    let story::Media { kind, address, description, credit, size, captions } = media;
    let kind = match kind {
        story::MediaKind::Picture => MediaKind::Picture,
        story::MediaKind::Sound => MediaKind::Sound,
        story::MediaKind::Film => MediaKind::Film,
    };
    Media { kind, file: address, description, credit: prose(credit), size: *size, captions: captions.as_deref() }
}
