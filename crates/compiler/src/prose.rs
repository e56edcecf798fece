//! Markdown becomes words with marks on them, and marked words become inlines.
//!
//! An article and the editors' texts hold headings, paragraphs, emphasis, links and citations; anything else is a
//! problem, so that nothing an editor wrote is lost in silence.

use std::collections::BTreeSet;
use std::ops::Range;

use palimpsest_story::{Emphasis, Inline, Prose, SourceId, Target};
use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::date;
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};

/// Whose text it is: that says what it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The author's: marks of notes, and no citations.
    Author,
    /// Ours: citations, and no marks of notes.
    Ours,
    /// Our notes: footnotes in a file of their own, each in our voice.
    Notes,
}

/// A block of Markdown.
#[derive(Debug)]
pub(crate) enum Block {
    /// A heading of the second level.
    Heading(MarkedText),
    /// A paragraph.
    Paragraph(MarkedText),
    /// The start of a footnote: its label, and where that stands. Its paragraphs follow.
    NoteStart(String, Range<usize>),
    /// The end of a footnote.
    NoteEnd,
}

/// Words, and where marks lie on them.
#[derive(Debug, Default)]
pub(crate) struct MarkedText {
    /// The words alone.
    pub words: String,
    /// Where the block stands in its file.
    pub span: Range<usize>,
    /// Emphasis, in order, without overlaps.
    pub emphasis: Vec<(Range<usize>, Emphasis)>,
    /// Links, in order, without overlaps.
    pub links: Vec<Link>,
}

/// A link to something on the page.
#[derive(Debug)]
pub(crate) struct Link {
    /// What it is.
    pub kind: LinkKind,
    /// The words that it lies on: byte offsets into [`MarkedText::words`].
    pub range: Range<usize>,
    /// The id that it points to.
    pub target: String,
    /// Where it stands in its file.
    pub span: Range<usize>,
}

/// The kinds of links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// `[words](#id)`.
    Words,
    /// `[^id]`: the mark of a note, which lies on no words.
    Mark,
    /// `[@id]`: a citation, whose words are its source's author and year.
    Citation,
}

/// What a reader sees where Markdown holds something that a story cannot hold.
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
        _ => "something that a story cannot hold",
    })
}

/// Reads the Markdown that stands at `span` of the file.
pub(crate) fn blocks(
    file: &SourceFile,
    span: Range<usize>,
    voice: Voice,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Block> {
    const HELP: &str = "a story's text holds paragraphs, ## headings, *emphasis* and [links](#id)";
    let base = span.start;
    let mut reader = Reader { file, voice, ids, blocks: Vec::new(), current: None, emphasis: Vec::new(), link: None };
    let mut skipping = 0_usize;
    let options = if voice == Voice::Notes { Options::ENABLE_FOOTNOTES } else { Options::empty() };
    // `[@id]` and `[^id]` are, to Markdown, links whose address is given elsewhere: here they are.
    let elsewhere = |link: BrokenLink| -> Option<(CowStr, CowStr)> {
        let ours = link.reference.starts_with(['@', '^']);
        ours.then(|| (CowStr::from(link.reference.into_string()), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(&file.text[span], options, Some(elsewhere));
    for (event, range) in parser.into_offset_iter() {
        let range = range.start + base..range.end + base;
        let mut refuse = |what: &str| {
            let trimmed = file.text[range.clone()].trim_end().len();
            let place = file.id.at(range.start..range.start + trimmed);
            problems.push(Diagnostic::error(place, format!("{what} cannot stand here")).help(HELP));
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
                    if reader.start(tag, range, problems) == Inside::Replaced {
                        skipping = 1;
                    }
                }
            },
            Event::End(tag) => reader.end(tag),
            Event::Text(text) => reader.words(&text),
            Event::SoftBreak | Event::HardBreak => reader.words(" "),
            Event::FootnoteReference(_) => refuse("the mark of a note"),
            Event::Html(_) | Event::InlineHtml(_) => refuse("HTML"),
            Event::Rule => refuse("a ruled line"),
            Event::Code(_) => refuse("code"),
            _ => refuse("something that a story cannot hold"),
        }
    }
    reader.blocks
}

/// What becomes of the words inside something that begins.
#[derive(PartialEq, Eq)]
enum Inside {
    Kept,
    Replaced,
}

struct Reader<'a> {
    file: &'a SourceFile,
    voice: Voice,
    ids: &'a Ids,
    blocks: Vec<Block>,
    current: Option<MarkedText>,
    /// Where each emphasis that is still open began.
    emphasis: Vec<usize>,
    /// The link that is still open.
    link: Option<Link>,
}

impl Reader<'_> {
    fn words(&mut self, words: &str) {
        let Some(current) = &mut self.current else { return };
        if self.voice == Voice::Author {
            // They stay as they are, down to their blanks.
            current.words.push_str(words);
        } else {
            date::push_unbroken(&mut current.words, words);
        }
    }

    fn start(&mut self, tag: Tag, span: Range<usize>, problems: &mut Vec<Diagnostic>) -> Inside {
        if let Tag::FootnoteDefinition(label) = tag {
            let label_at = span.start + "[^".len();
            self.blocks.push(Block::NoteStart(label.to_string(), label_at..label_at + label.len()));
            return Inside::Kept;
        }
        let Some(current) = &mut self.current else {
            let end = span.start + self.file.text[span.clone()].trim_end().len();
            self.current = Some(MarkedText { span: span.start..end, ..MarkedText::default() });
            return Inside::Kept;
        };
        let at = current.words.len();
        let Tag::Link { link_type, dest_url, .. } = tag else {
            self.emphasis.push(at);
            return Inside::Kept;
        };
        let given = |start: char| (link_type != LinkType::Inline).then(|| dest_url.strip_prefix(start)).flatten();
        if let Some(label) = given('@') {
            self.citation(label, &span, problems);
            return Inside::Replaced;
        }
        if let Some(label) = given('^') {
            if self.voice == Voice::Author {
                let target = label.to_owned();
                current.links.push(Link { kind: LinkKind::Mark, range: at..at, target, span });
            } else {
                problems.push(
                    Diagnostic::error(self.file.id.at(span), "the mark of a note stands only in the article")
                        .help("link to the note from words, as in [the Politburo](#politburo)"),
                );
            }
            return Inside::Replaced;
        }
        match dest_url.strip_prefix('#') {
            Some(target) if link_type == LinkType::Inline => {
                self.link = Some(Link { kind: LinkKind::Words, range: at..at, target: target.to_owned(), span });
            }
            _ => {
                let message = format!("this link leaves the page: \"{dest_url}\"");
                problems.push(Diagnostic::error(self.file.id.at(span), message).help(
                    "link to a person, an event or a note, as in [March 1921](#tenth-congress); works outside belong \
                     into sources.json",
                ));
            }
        }
        Inside::Kept
    }

    /// `[@avrich-1970]`, `[@conquest-1990, p. 418; @soto-2010]`: becomes "(Conquest 1990, p. 418; Soto 2010)". `label` is
    /// what stands between `[@` and `]`.
    fn citation(&mut self, label: &str, span: &Range<usize>, problems: &mut Vec<Diagnostic>) {
        let Some(current) = &mut self.current else {
            return;
        };
        if self.voice == Voice::Author {
            problems.push(
                Diagnostic::error(self.file.id.at(span.clone()), "a citation cannot stand in the author's text")
                    .help("cite in a note, and mark the words with it: [^id]"),
            );
            return;
        }
        let mut offset = span.start + "[".len();
        current.words.push('(');
        for (position, item) in ["@", label].concat().split(';').enumerate() {
            let start = offset + (item.len() - item.trim_start().len());
            offset += item.len() + ";".len();
            let item = item.trim();
            let here = start..(start + item.len()).min(span.end);
            let Some(key) = item.strip_prefix('@') else {
                problems.push(
                    Diagnostic::error(self.file.id.at(here), "a citation names a source: it begins with @")
                        .help("as in [@avrich-1970] or [@conquest-1990, p. 418; @soto-2010]"),
                );
                continue;
            };
            let end = key.find(|letter: char| letter == ',' || letter.is_whitespace()).unwrap_or(key.len());
            let (id, locator) = key.split_at(end);
            if !self.ids.has(id, Kind::Source) {
                let place = self.file.id.at(start..(start + "@".len() + id.len()).min(span.end));
                problems.extend(self.ids.unknown(id, &[Kind::Source], place));
            }
            // A work that could not be read is told at its own place, and is no missing source here.
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
                    // Of emphasis within emphasis the outer one counts.
                    let kind = if tag == TagEnd::Strong { Emphasis::Strong } else { Emphasis::Stress };
                    current.emphasis.push((start..at, kind));
                }
            }
            TagEnd::Heading(_) => self.blocks.extend(self.current.take().map(Block::Heading)),
            _ => self.blocks.extend(self.current.take().map(Block::Paragraph)),
        }
    }
}

impl MarkedText {
    /// Where emphasis begins and ends.
    pub(crate) fn emphasis_ends(&self) -> impl Iterator<Item = usize> {
        self.emphasis.iter().flat_map(|(range, _)| [range.start, range.end])
    }

    /// How the words at an offset are stressed.
    pub(crate) fn emphasis_at(&self, at: usize) -> Option<Emphasis> {
        self.emphasis.iter().find(|(range, _)| range.contains(&at)).map(|(_, kind)| *kind)
    }

    /// The inlines of a text of ours from the offset `from` on. A link that leads nowhere is a problem.
    pub(crate) fn ours(&self, from: usize, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Prose {
        let mut links = Vec::new();
        for link in &self.links {
            let target = match (link.kind, ids.kind(&link.target)) {
                (LinkKind::Citation, _) => Some(Target::Source(SourceId::from(link.target.as_str()))),
                (_, kind) => target(&link.target, kind),
            };
            match target {
                Some(target) => links.push((link.range.clone(), target)),
                None => problems.extend(ids.unknown(&link.target, LINKED, file.id.at(link.span.clone()))),
            }
        }
        let mut cuts: BTreeSet<usize> = self.emphasis_ends().collect();
        cuts.extend(links.iter().flat_map(|(range, _)| [range.start, range.end]));
        cuts.retain(|at| *at > from);
        cuts.extend([from, self.words.len()]);
        let cuts: Vec<usize> = cuts.into_iter().collect();
        cuts.windows(2)
            .map(|pair| Inline {
                text: self.words[pair[0]..pair[1]].to_owned(),
                emphasis: self.emphasis_at(pair[0]),
                mention: None,
                link: links.iter().find(|(range, _)| range.contains(&pair[0])).map(|(_, target)| target.clone()),
            })
            .collect()
    }
}

/// What a link may lead to.
pub(crate) const LINKED: &[Kind] = &[Kind::Person, Kind::Event, Kind::Note];

/// The target with this id, when it is of a kind that a link may lead to.
pub(crate) fn target(id: &str, kind: Option<Kind>) -> Option<Target> {
    match kind? {
        Kind::Person => Some(Target::Person(id.into())),
        Kind::Event => Some(Target::Event(id.into())),
        Kind::Note => Some(Target::Note(id.into())),
        Kind::Place | Kind::Section | Kind::Source => None,
    }
}
