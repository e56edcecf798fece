//! Reads Markdown into plain words with annotations, and turns these into the inlines of a story.
//!
//! The article and the editors' texts may hold headings, paragraphs, emphasis, links and citations. Anything else is
//! reported, so that nothing gets lost silently.

use std::collections::BTreeSet;
use std::ops::Range;

use palimpsest_story::{Citation, Emphasis, Inline, Prose, Target};
use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::citations;
use crate::diagnostic::{Diagnostic, Severity};
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
    let mut reader =
        Reader { file, voice, ids, blocks: Vec::new(), current: None, emphasis: Vec::new(), link: None, cited: 0 };
    let mut skipping = 0_usize;
    let options = if voice == Voice::Notes { Options::ENABLE_FOOTNOTES } else { Options::empty() };
    // To Markdown, `[@id]` and `[^id]` are reference links without a definition.
    let resolve_reference = |link: BrokenLink| -> Option<(CowStr, CowStr)> {
        let is_citation = voice != Voice::Author && citations::is_citation(&link.reference);
        let known = is_citation || link.reference.starts_with(['@', '^']);
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
            Event::Text(text) => reader.text(&text, range, problems),
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
    /// The end of the last citation within a sentence, up to which the text has been read.
    cited: usize,
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
        if link_type != LinkType::Inline && !dest_url.starts_with('^') && citations::is_citation(&dest_url) {
            self.citation(&span, problems);
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

    /// Adds a text of the file with the citations within its sentences.
    fn text(&mut self, text: &str, range: Range<usize>, problems: &mut Vec<Diagnostic>) {
        let start = range.start.max(self.cited);
        if start >= range.end {
            return;
        }
        let is_literal = self.file.text.get(range.clone()) == Some(text);
        if self.voice == Voice::Author || self.link.is_some() || !is_literal {
            return self.words(text);
        }
        let file = self.file;
        let mut from = start;
        while from < range.end {
            let Some(found) = citations::in_text(&file.text, from..range.end) else { break };
            self.words(&file.text[from..found.range.start]);
            let place = file.id.at(found.key_range);
            problems.extend(self.ids.uncitable(found.key, place).map(|problem| match problem.severity {
                Severity::Error => problem.help("write \\@ for the character itself, or the id of a source"),
                Severity::Warning => problem,
            }));
            let (author, rest) = self.ids.label_parts(found.key).unwrap_or(("", found.key));
            self.words(author);
            self.words(if author.is_empty() { "(" } else { " (" });
            let shown =
                [rest, found.locator].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            self.cite(&shown, found.key, found.range.clone());
            self.words(")");
            (from, self.cited) = (found.range.end, found.range.end);
        }
        if from < range.end {
            self.words(&file.text[from..range.end]);
        }
    }

    /// Adds words that cite a source.
    fn cite(&mut self, words: &str, key: &str, span: Range<usize>) {
        let Some(current) = &mut self.current else { return };
        let at = current.words.len();
        current.words.push_str(words);
        let range = at..current.words.len();
        current.links.push(Link { kind: LinkKind::Citation, range, target: key.to_owned(), span });
    }

    /// Adds a citation: `[see @conquest-1990, p. 418; @soto-2010]` reads "(see Conquest 1990, p. 418; Soto 2010)".
    fn citation(&mut self, span: &Range<usize>, problems: &mut Vec<Diagnostic>) {
        if self.voice == Voice::Author {
            problems.push(
                Diagnostic::error(self.file.id.at(span.clone()), "a citation is not allowed in the author's text")
                    .help("cite the source in a note, and refer to that: [^id]"),
            );
            return;
        }
        let offset = span.start + "[".len();
        // A label holds no brackets.
        let label = self.file.text[offset..span.end].split(']').next().unwrap_or_default();
        self.words("(");
        for (position, item) in citations::items(label).enumerate() {
            let within = |range: Range<usize>| offset + range.start..offset + range.end;
            let here = within(item.range);
            if item.key.is_empty() {
                problems.push(
                    Diagnostic::error(self.file.id.at(here), "each part of a citation needs @ and the id of a source")
                        .help("as in [@avrich-1970] or [see @conquest-1990, p. 418; @soto-2010]"),
                );
                continue;
            }
            problems.extend(self.ids.uncitable(item.key, self.file.id.at(within(item.key_range))));
            // A work that could not be read has no label, and is reported in sources.json.
            let short = if item.hides_author {
                self.ids.label_parts(item.key).map_or(item.key, |(_, rest)| rest)
            } else {
                self.ids.source_label(item.key).unwrap_or(item.key)
            };
            let prefix = if item.prefix.is_empty() { String::new() } else { format!("{} ", item.prefix) };
            let locator = if item.locator.is_empty() { String::new() } else { format!(", {}", item.locator) };
            if position > 0 {
                self.words("; ");
            }
            self.cite(&format!("{prefix}{short}{locator}"), item.key, here);
        }
        self.words(")");
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
