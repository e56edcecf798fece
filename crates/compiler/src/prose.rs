//! Reads Markdown into plain words with annotations, and turns these into the inlines of a story.
//!
//! The article and the editors' texts may hold headings, paragraphs, emphasis, links and citations. Anything else is
//! reported, so that nothing gets lost silently.

use std::collections::BTreeSet;
use std::ops::Range;

use palimpsest_story::{Citation, Emphasis, Inline, Prose, Target};
use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};

/// Whose text it is, which decides what it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The author's: note references, no citations.
    Author,
    /// The editors': citations, no note references.
    Editors,
    /// The editors' notes: a file of footnotes.
    Notes,
}

/// A block of Markdown.
#[derive(Debug)]
pub(crate) enum Block {
    /// A heading of the second level.
    Heading(AnnotatedText),
    /// A paragraph.
    Paragraph(AnnotatedText),
    /// The start of a footnote: its label, and the label's place in the file. Its paragraphs follow.
    NoteStart(String, Range<usize>),
    /// The end of a footnote.
    NoteEnd,
}

/// The words of a block, with annotations by byte range.
#[derive(Debug, Default)]
pub(crate) struct AnnotatedText {
    /// The words without markup.
    pub words: String,
    /// The block's place in the file.
    pub span: Range<usize>,
    /// Emphasis, in order, without overlaps.
    pub emphasis: Vec<(Range<usize>, Emphasis)>,
    /// Links, in order, without overlaps.
    pub links: Vec<Link>,
}

/// A link to something on the page.
#[derive(Debug)]
pub(crate) struct Link {
    pub kind: LinkKind,
    /// The linked words: byte offsets into [`AnnotatedText::words`].
    pub range: Range<usize>,
    /// The id that it points to.
    pub target: String,
    /// The link's place in the file.
    pub span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// `[words](#id)`.
    Words,
    /// `[^id]`, on no words.
    NoteReference,
    /// `[@id]`, on the author and year of the source, and the place in it.
    Citation,
}

/// What to call Markdown that a story cannot hold; `None` when it can hold the tag.
fn refused(tag: &Tag) -> Option<&'static str> {
    Some(match tag {
        Tag::Paragraph
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Link { .. }
        | Tag::FootnoteDefinition(_)
        | Tag::Heading { level: HeadingLevel::H2, .. } => return None,
        Tag::Heading { .. } => "a heading of another level than ##",
        Tag::BlockQuote(_) => "a block quote",
        Tag::CodeBlock(_) => "a code block (is the text indented by four spaces?)",
        Tag::HtmlBlock => "HTML",
        Tag::List(_) | Tag::Item => "a list",
        Tag::Image { .. } => "an image",
        _ => "this kind of Markdown",
    })
}

/// Reads the Markdown in `span` of the file.
pub(crate) fn blocks(
    file: &SourceFile,
    span: Range<usize>,
    voice: Voice,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    const HELP: &str = "a text may hold paragraphs, ## headings, *emphasis* and [links](#id)";
    let base = span.start;
    let mut reader = Reader { file, voice, ids, blocks: Vec::new(), current: None, emphasis: Vec::new(), link: None };
    let mut skipping = 0_usize;
    let options = if voice == Voice::Notes { Options::ENABLE_FOOTNOTES } else { Options::empty() };
    // To Markdown, `[@id]` and `[^id]` are reference links without a definition.
    let resolve_reference = |link: BrokenLink| -> Option<(CowStr, CowStr)> {
        let known = link.reference.starts_with(['@', '^']);
        known.then(|| (CowStr::from(link.reference.into_string()), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(&file.text[span], options, Some(resolve_reference));
    for (event, range) in parser.into_offset_iter() {
        let range = range.start + base..range.end + base;
        let mut refuse = |what: &str| {
            let trimmed = file.text[range.clone()].trim_end().len();
            let place = file.id.at(range.start..range.start + trimmed);
            problems.push(Diagnostic::error(place, format!("{what} is not allowed here")).help(HELP));
        };
        match event {
            Event::Start(_) if skipping > 0 => skipping += 1,
            Event::End(_) if skipping > 0 => skipping -= 1,
            _ if skipping > 0 => {}
            Event::Start(tag) => match refused(&tag) {
                Some(what) => {
                    refuse(what);
                    skipping = 1;
                }
                None => {
                    if reader.start(tag, range, problems) == Inside::Skip {
                        skipping = 1;
                    }
                }
            },
            Event::End(tag) => reader.end(tag),
            Event::Text(text) => reader.words(&text),
            Event::SoftBreak | Event::HardBreak => reader.words(" "),
            Event::FootnoteReference(_) => refuse("a note reference"),
            Event::Html(_) | Event::InlineHtml(_) => refuse("HTML"),
            Event::Rule => refuse("a ruled line"),
            Event::Code(_) => refuse("code"),
            _ => refuse("this kind of Markdown"),
        }
    }
    reader.blocks
}

/// What to do with the events inside a tag.
#[derive(PartialEq, Eq)]
enum Inside {
    Read,
    Skip,
}

struct Reader<'a> {
    file: &'a SourceFile,
    voice: Voice,
    ids: &'a Ids,
    blocks: Vec<Block>,
    current: Option<AnnotatedText>,
    /// Where each open emphasis begins.
    emphasis: Vec<usize>,
    /// The open link.
    link: Option<Link>,
}

impl Reader<'_> {
    fn words(&mut self, words: &str) {
        let Some(current) = &mut self.current else { return };
        current.words.push_str(words);
    }

    fn start(&mut self, tag: Tag, span: Range<usize>, problems: &mut Vec<Diagnostic>) -> Inside {
        if let Tag::FootnoteDefinition(label) = tag {
            let label_at = span.start + "[^".len();
            self.blocks.push(Block::NoteStart(label.to_string(), label_at..label_at + label.len()));
            return Inside::Read;
        }
        let Some(current) = &mut self.current else {
            let end = span.start + self.file.text[span.clone()].trim_end().len();
            self.current = Some(AnnotatedText { span: span.start..end, ..AnnotatedText::default() });
            return Inside::Read;
        };
        let at = current.words.len();
        let Tag::Link { link_type, dest_url, .. } = tag else {
            self.emphasis.push(at);
            return Inside::Read;
        };
        let given = |start: char| (link_type != LinkType::Inline).then(|| dest_url.strip_prefix(start)).flatten();
        if let Some(label) = given('@') {
            self.citation(label, &span, problems);
            return Inside::Skip;
        }
        if let Some(label) = given('^') {
            if self.voice == Voice::Author {
                let target = label.to_owned();
                current.links.push(Link { kind: LinkKind::NoteReference, range: at..at, target, span });
            } else {
                problems.push(
                    Diagnostic::error(self.file.id.at(span), "note references are for the article")
                        .help("link words to the note instead, as in [the Politburo](#politburo)"),
                );
            }
            return Inside::Skip;
        }
        match dest_url.strip_prefix('#') {
            Some(target) if link_type == LinkType::Inline => {
                self.link = Some(Link { kind: LinkKind::Words, range: at..at, target: target.to_owned(), span });
            }
            _ => {
                let message = format!("the link \"{dest_url}\" leads outside the page");
                problems.push(Diagnostic::error(self.file.id.at(span), message).help(
                    "link to a person, an event or a note, as in [March 1921](#tenth-congress); list works in sources.json",
                ));
            }
        }
        Inside::Read
    }

    /// Adds a citation: `[@conquest-1990, p. 418; @soto-2010]` reads "(Conquest 1990, p. 418; Soto 2010)". `label` is the
    /// part between `[@` and `]`.
    fn citation(&mut self, label: &str, span: &Range<usize>, problems: &mut Vec<Diagnostic>) {
        let Some(current) = &mut self.current else {
            return;
        };
        if self.voice == Voice::Author {
            problems.push(
                Diagnostic::error(self.file.id.at(span.clone()), "a citation is not allowed in the author's text")
                    .help("cite the source in a note, and refer to that: [^id]"),
            );
            return;
        }
        let mut offset = span.start + "[".len();
        current.words.push('(');
        for (position, item) in format!("@{label}").split(';').enumerate() {
            let start = offset + (item.len() - item.trim_start().len());
            offset += item.len() + ";".len();
            let item = item.trim();
            let here = start..(start + item.len()).min(span.end);
            let Some(key) = item.strip_prefix('@') else {
                problems.push(
                    Diagnostic::error(
                        self.file.id.at(here),
                        "each part of a citation must begin with @ and the id of a source",
                    )
                    .help("as in [@avrich-1970] or [@conquest-1990, p. 418; @soto-2010]"),
                );
                continue;
            };
            let end = key.find(|letter: char| letter == ',' || letter.is_whitespace()).unwrap_or(key.len());
            let (id, locator) = key.split_at(end);
            let place = self.file.id.at(start..(start + "@".len() + id.len()).min(span.end));
            problems.extend(self.ids.uncitable(id, place));
            // A work that could not be read has no label, and is reported in sources.json.
            let short = self.ids.source_label(id).unwrap_or(id);
            if position > 0 {
                current.words.push_str("; ");
            }
            let at = current.words.len();
            current.words.push_str(short);
            let locator = locator.trim_start_matches(',').trim();
            if !locator.is_empty() {
                current.words.push_str(", ");
                current.words.push_str(locator);
            }
            let range = at..current.words.len();
            current.links.push(Link { kind: LinkKind::Citation, range, target: id.to_owned(), span: here });
        }
        current.words.push(')');
    }

    fn end(&mut self, tag: TagEnd) {
        if tag == TagEnd::FootnoteDefinition {
            self.blocks.push(Block::NoteEnd);
            return;
        }
        let Some(current) = &mut self.current else {
            return;
        };
        let at = current.words.len();
        match tag {
            TagEnd::Link => {
                if let Some(mut link) = self.link.take() {
                    link.range.end = at;
                    current.links.push(link);
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                if let Some(start) = self.emphasis.pop()
                    && self.emphasis.is_empty()
                {
                    // The outer of nested emphases counts.
                    let kind = if tag == TagEnd::Strong { Emphasis::Strong } else { Emphasis::Stress };
                    current.emphasis.push((start..at, kind));
                }
            }
            TagEnd::Heading(_) => self.blocks.extend(self.current.take().map(Block::Heading)),
            _ => self.blocks.extend(self.current.take().map(Block::Paragraph)),
        }
    }
}

impl AnnotatedText {
    /// Where emphases begin and end.
    pub(crate) fn emphasis_ends(&self) -> impl Iterator<Item = usize> {
        self.emphasis.iter().flat_map(|(range, _)| [range.start, range.end])
    }

    /// The emphasis of the words at an offset.
    pub(crate) fn emphasis_at(&self, at: usize) -> Option<Emphasis> {
        self.emphasis.iter().find(|(range, _)| range.contains(&at)).map(|(_, kind)| *kind)
    }

    /// The inlines of an editors' text from the byte offset `from` on. Reports unknown targets of links.
    pub(crate) fn inlines(&self, from: usize, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Prose {
        let mut links = Vec::new();
        for link in &self.links {
            let (target, passage) = match (link.kind, ids.kind(&link.target)) {
                (LinkKind::Citation, _) => {
                    let Citation { source, passage } = ids.citation(&link.target);
                    (Some(Target::Source(source)), passage)
                }
                (_, kind) => (target(&link.target, kind), None),
            };
            match target {
                Some(target) => links.push((link.range.clone(), target, passage)),
                None => problems.extend(ids.unknown(&link.target, LINK_TARGETS, file.id.at(link.span.clone()))),
            }
        }
        let mut bounds: BTreeSet<usize> = self.emphasis_ends().collect();
        bounds.extend(links.iter().flat_map(|(range, ..)| [range.start, range.end]));
        bounds.retain(|at| *at > from);
        bounds.extend([from, self.words.len()]);
        let bounds: Vec<usize> = bounds.into_iter().collect();
        let link_at = |at: usize| links.iter().find(|(range, ..)| range.contains(&at));
        bounds
            .windows(2)
            .map(|pair| Inline {
                text: self.words[pair[0]..pair[1]].to_owned(),
                emphasis: self.emphasis_at(pair[0]),
                mention: None,
                link: link_at(pair[0]).map(|(_, target, _)| target.clone()),
                passage: link_at(pair[0]).and_then(|(.., passage)| passage.clone()),
            })
            .collect()
    }
}

/// The kinds of items that a link may lead to.
pub(crate) const LINK_TARGETS: &[Kind] = &[Kind::Person, Kind::Event, Kind::Note];

/// The target with this id; `None` when a link may not lead to its kind.
pub(crate) fn target(id: &str, kind: Option<Kind>) -> Option<Target> {
    match kind? {
        Kind::Person => Some(Target::Person(id.into())),
        Kind::Event => Some(Target::Event(id.into())),
        Kind::Note => Some(Target::Note(id.into())),
        Kind::Place | Kind::Section | Kind::Source => None,
    }
}
