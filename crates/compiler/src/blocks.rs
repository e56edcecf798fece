//! Parses Markdown into blocks, with pulldown-cmark.
//!
//! The article may use `CommonMark` and GitHub's tables, strikethrough and footnotes, with few HTML tags and heading levels.
//! The editors' texts may contain only paragraphs, their notes also headings and footnotes, and their log of corrections
//! also headings. Anything else is reported, so that nothing is lost silently.

use std::ops::Range;

use palimpsest_story::{Mark, Side};
use pulldown_cmark::{Alignment, BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::annotated::AnnotatedText;
use crate::citations;
use crate::diagnostic::Diagnostic;
use crate::dialects::Runs;
use crate::empty;
use crate::fences;
use crate::files::SourceFile;
use crate::html::html_mark;
use crate::ids::Ids;
use crate::lists;
use crate::lost;
use crate::printed;
use crate::prose::{Inside, Reader, Voice};
use crate::refusals::{refusal, refused};
use crate::verse;

/// A block of Markdown.
#[derive(Debug)]
pub(crate) enum Block {
    /// A heading.
    Heading(RawHeading),
    /// A paragraph.
    Paragraph(AnnotatedText),
    /// A footnote.
    Note(RawFootnote),
    /// A block quotation.
    Quotation(Vec<Block>),
    /// A list.
    List { start: Option<u64>, tight: bool, items: Vec<Vec<Block>> },
    /// A table, whose first row is the header.
    Table { sides: Vec<Side>, rows: Vec<Vec<AnnotatedText>> },
    /// A block of code.
    Code(String),
    /// A thematic break.
    Break,
}

/// A heading.
#[derive(Debug)]
pub(crate) struct RawHeading {
    /// The level, which counts from 1.
    pub level: u8,
    /// The explicit id, written as `{#id}`.
    pub id: Option<String>,
    pub text: AnnotatedText,
}

/// A footnote.
#[derive(Debug)]
pub(crate) struct RawFootnote {
    pub label: String,
    /// The position of the label in the file.
    pub span: Range<usize>,
    pub blocks: Vec<Block>,
}

/// A block that is being read, with its contents so far.
struct Open {
    tag: Container,
    span: Range<usize>,
    blocks: Vec<Block>,
}

enum Container {
    Quotation,
    List { start: Option<u64>, tight: bool, items: Vec<Vec<Block>>, markers: Vec<Range<usize>> },
    Item,
    Note(String),
    Table { sides: Vec<Side>, rows: Vec<Vec<AnnotatedText>>, row: Vec<AnnotatedText> },
    Code(String),
}

/// Parses the Markdown in `span` of the file.
pub(crate) fn blocks(
    file: &SourceFile,
    span: Range<usize>,
    voice: Voice,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    let base = span.start;
    let source = &file.text[span];
    let mut options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let has_notes = matches!(voice, Voice::Author | Voice::Notes);
    if has_notes {
        options |= Options::ENABLE_FOOTNOTES;
    }
    if voice == Voice::Author {
        options |= Options::ENABLE_HEADING_ATTRIBUTES;
    }
    // Markdown recognizes a footnote reference only if the footnote is defined. The editors' footnotes are in another file,
    // so stand-in definitions are appended.
    let text = if has_notes { source.to_owned() + &lost::footnotes(source) } else { source.to_owned() };
    // To Markdown, `[@id]` and `[^id]` are reference links without a definition.
    let resolve_reference = |link: BrokenLink| -> Option<(CowStr, CowStr)> {
        let is_citation = voice != Voice::Author && citations::is_citation(&link.reference);
        let known = is_citation || link.reference.starts_with(['@', '^']);
        known.then(|| (CowStr::from(link.reference.into_string()), CowStr::Borrowed("")))
    };
    let mut parser = Parser::new_with_broken_link_callback(&text, options, Some(resolve_reference)).into_offset_iter();
    let mut tree = Tree {
        reader: Reader::new(file, voice, ids),
        open: Vec::new(),
        blocks: Vec::new(),
        heading: None,
        leaves: Vec::new(),
        runs: Runs::default(),
    };
    let mut skipping = 0_usize;
    for (event, range) in parser.by_ref() {
        // Skip the appended footnote definitions.
        if range.start >= source.len() {
            continue;
        }
        let range = range.start + base..range.end.min(source.len()) + base;
        match event {
            Event::Start(_) if skipping > 0 => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(tag) => match refused(&tag, voice) {
                Some(what) => {
                    tree.leaves.push(range.clone());
                    problems.push(refusal(file, range, what, voice));
                    skipping = 1;
                }
                None => {
                    if tree.start(tag, range, problems) == Inside::Skip {
                        skipping = 1;
                    }
                }
            },
            Event::End(tag) => tree.end(tag, problems),
            event => {
                let refused = tree.inline(event, range, problems);
                problems.extend(refused);
            }
        }
    }
    tree.finish_paragraph(problems);
    lost::definitions(
        parser.reference_definitions(),
        &tree.reader.references,
        &tree.leaves,
        base..base + source.len(),
        file,
        problems,
    );
    tree.blocks
}

struct Tree<'a> {
    reader: Reader<'a>,
    open: Vec<Open>,
    /// The blocks read so far outside of any open block.
    blocks: Vec<Block>,
    /// The level and the id of the heading that is being read.
    heading: Option<(u8, Option<String>)>,
    /// The positions of the blocks that hold text.
    leaves: Vec<Range<usize>>,
    /// What is text to Markdown in the block that is being read.
    runs: Runs,
}

impl Tree<'_> {
    fn start(&mut self, tag: Tag, span: Range<usize>, problems: &mut Vec<Diagnostic>) -> Inside {
        let file = self.reader.file;
        let container = match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => {
                self.finish_paragraph(problems);
                let is_paragraph = tag == Tag::Paragraph;
                if let Tag::Heading { level, id, classes, attrs } = tag {
                    self.heading = Some((level as u8, id.map(|id| id.to_string())));
                    if !classes.is_empty() || !attrs.is_empty() {
                        problems.push(
                            Diagnostic::error(
                                file.id.at(trimmed(file, span.clone())),
                                "a heading can be given an id alone",
                            )
                            .help("write {#id} after it; if the braces belong to its words, write \\{"),
                        );
                    }
                } else if let Some([list, _]) = self.open.last_chunk_mut::<2>().filter(|_| is_paragraph)
                    && let Container::List { tight, .. } = &mut list.tag
                {
                    *tight = false;
                }
                self.leaves.push(span.clone());
                problems.extend(is_paragraph.then(|| printed::table(file, &span, self.reader.voice)).flatten());
                let indentation = verse::of_first(&file.text, &span);
                self.reader.begin(trimmed(file, span));
                if is_paragraph && self.open.is_empty() && self.reader.voice == Voice::Author {
                    self.reader.words(&indentation);
                }
                return Inside::Read;
            }
            Tag::BlockQuote(_) => Container::Quotation,
            Tag::List(start) => Container::List { start, tight: true, items: Vec::new(), markers: Vec::new() },
            Tag::Item => {
                self.leaves.push(span.clone());
                if let Some(Open { tag: Container::List { markers, .. }, .. }) = self.open.last_mut() {
                    markers.push(lists::marker(file, &span));
                }
                Container::Item
            }
            Tag::FootnoteDefinition(label) => Container::Note(label.to_string()),
            Tag::Table(sides) => {
                let side = |side| match side {
                    Alignment::Center => Side::Middle,
                    Alignment::Right => Side::End,
                    Alignment::Left | Alignment::None => Side::Start,
                };
                let sides = sides.into_iter().map(side).collect();
                Container::Table { sides, rows: Vec::new(), row: Vec::new() }
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(Open { tag: Container::Table { sides, .. }, .. }) = self.open.last() {
                    problems.extend(lost::row(file, trimmed(file, span), sides.len()));
                }
                return Inside::Read;
            }
            Tag::CodeBlock(kind) => {
                problems.extend(fences::check(file, &span, &kind));
                Container::Code(String::new())
            }
            tag => {
                self.begin_tight(&span);
                return self.reader.start(tag, span, problems);
            }
        };
        self.finish_paragraph(problems);
        if matches!(container, Container::Code(_)) {
            self.leaves.push(span.clone());
        }
        self.open.push(Open { tag: container, span, blocks: Vec::new() });
        Inside::Read
    }

    /// Begins the text of a list item that is not wrapped in a paragraph, unless a text is already open.
    fn begin_tight(&mut self, span: &Range<usize>) {
        if self.reader.current.is_none() {
            self.leaves.push(span.clone());
            self.reader.begin(span.clone());
        }
    }

    /// Reads inline content. Returns the problem of content that is not allowed.
    fn inline(&mut self, event: Event, range: Range<usize>, problems: &mut Vec<Diagnostic>) -> Option<Diagnostic> {
        if let Some(Open { tag: Container::Code(code), .. }) = self.open.last_mut() {
            if let Event::Text(text) = event {
                code.push_str(&text);
            }
            return None;
        }
        let voice = self.reader.voice;
        let file = self.reader.file;
        let is_article = voice == Voice::Author;
        let refuse = |what: &str| Some(refusal(file, range.clone(), what, voice));
        if !matches!(event, Event::Rule | Event::Html(_)) {
            self.begin_tight(&range);
        }
        match event {
            Event::Text(text) => {
                problems.extend(printed::marks(file, &range, voice));
                self.runs.push(file, &range);
                self.reader.text(&text, range, problems);
            }
            Event::SoftBreak => self.reader.soft_break(),
            Event::HardBreak if is_article => {
                let start = self.reader.current.as_ref().map_or(range.end, |text| text.span.start);
                let indentation = verse::of_line(&file.text, start, range.end, !self.open.is_empty());
                self.reader.words(&format!("\n{indentation}"));
            }
            Event::HardBreak => self.reader.words(" "),
            Event::Code(code) if is_article => self.reader.marked(Mark::Code, &code),
            Event::FootnoteReference(label) => return self.reader.footnote(&label, range),
            Event::InlineHtml(tag) if is_article => match html_mark(&tag) {
                Some(tag) => return self.reader.html(tag, range),
                None => return refuse("HTML"),
            },
            Event::Rule if is_article => self.add(Block::Break),
            Event::Html(_) | Event::InlineHtml(_) => return refuse("HTML"),
            Event::Rule => return refuse("a ruled line"),
            Event::Code(_) => return refuse("code"),
            _ => return refuse("this kind of Markdown"),
        }
        None
    }

    fn end(&mut self, tag: TagEnd, problems: &mut Vec<Diagnostic>) {
        match tag {
            TagEnd::Paragraph => self.finish_paragraph(problems),
            TagEnd::Heading(_) => {
                let text = self.finish_text(problems);
                if let Some((text, (level, id))) = text.zip(self.heading.take()) {
                    problems.extend(empty::heading(self.reader.file, &text));
                    self.add(Block::Heading(RawHeading { level, id, text }));
                }
            }
            TagEnd::TableCell => {
                let text = self.finish_text(problems).unwrap_or_default();
                if let Some(Open { tag: Container::Table { row, .. }, .. }) = self.open.last_mut() {
                    row.push(text);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(Open { tag: Container::Table { rows, row, .. }, .. }) = self.open.last_mut() {
                    rows.push(std::mem::take(row));
                }
            }
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::CodeBlock => {
                self.finish_paragraph(problems);
                self.close(problems);
            }
            tag => self.reader.end(tag),
        }
    }

    /// Closes the innermost open block.
    fn close(&mut self, problems: &mut Vec<Diagnostic>) {
        let Some(Open { tag, span, blocks }) = self.open.pop() else { return };
        let block = match tag {
            Container::Quotation => Block::Quotation(blocks),
            Container::List { start, tight, items, markers } => {
                let item: &[Block] = if let [item] = items.as_slice() { item } else { &[] };
                let only = match item {
                    [Block::Paragraph(text)] => Some(text.words.as_str()),
                    // In `* 7. November`, the day is a list within the list.
                    [Block::List { .. }] => lists::line(self.reader.file, &markers),
                    _ => None,
                };
                let is_within = self.open.last().is_some_and(|open| match open.tag {
                    Container::Item => true,
                    // The list may be meant as the source of the quotation.
                    Container::Quotation => !open.blocks.is_empty(),
                    _ => false,
                });
                problems.extend(lists::check(self.reader.file, &markers, only, is_within));
                Block::List { start, tight, items }
            }
            Container::Item => {
                problems.extend(empty::item(self.reader.file, &span));
                if let Some(Open { tag: Container::List { items, .. }, .. }) = self.open.last_mut() {
                    items.push(blocks);
                }
                return;
            }
            Container::Note(label) => {
                let label_at = span.start + "[^".len();
                if blocks.is_empty() && self.reader.voice == Voice::Author {
                    problems.push(empty::note(self.reader.file, trimmed(self.reader.file, span.clone()), &label));
                }
                Block::Note(RawFootnote { span: label_at..label_at + label.len(), label, blocks })
            }
            Container::Table { sides, rows, .. } => Block::Table { sides, rows },
            Container::Code(code) => Block::Code(code),
        };
        self.add(block);
    }

    fn finish_paragraph(&mut self, problems: &mut Vec<Diagnostic>) {
        if let Some(text) = self.finish_text(problems) {
            self.add(Block::Paragraph(text));
        }
    }

    fn finish_text(&mut self, problems: &mut Vec<Diagnostic>) -> Option<AnnotatedText> {
        self.runs.check(self.reader.file, self.reader.voice, problems);
        self.reader.finish(problems)
    }

    fn add(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(open) => open.blocks.push(block),
            None => self.blocks.push(block),
        }
    }
}

fn trimmed(file: &SourceFile, span: Range<usize>) -> Range<usize> {
    let end = span.start + file.text[span.clone()].trim_end().len();
    span.start..end
}
