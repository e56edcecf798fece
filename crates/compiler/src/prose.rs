//! Markdown becomes words with marks on them, and marked words become inlines.
//!
//! An article and the editors' texts hold headings, paragraphs, emphasis and links; anything else is a problem, so that
//! nothing an editor wrote is lost in silence.

use std::ops::Range;

use palimpsest_story::Emphasis;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// A block of Markdown.
#[derive(Debug)]
pub(crate) enum Block {
    /// A heading of the second level.
    Heading(MarkedText),
    /// A paragraph.
    Paragraph(MarkedText),
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
    /// The words that it lies on: byte offsets into [`MarkedText::words`].
    pub range: Range<usize>,
    /// The id that it points to.
    pub target: String,
    /// Where it stands in its file.
    pub span: Range<usize>,
}

/// What a reader sees where Markdown holds something that a story cannot hold.
fn refused(tag: &Tag) -> Option<&'static str> {
    Some(match tag {
        Tag::Paragraph
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Link { .. }
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
pub(crate) fn blocks(file: &SourceFile, span: Range<usize>, problems: &mut Vec<Diagnostic>) -> Vec<Block> {
    let base = span.start;
    let mut reader = Reader { blocks: Vec::new(), current: None, open: Vec::new() };
    let mut skipping = 0_usize;
    for (event, range) in Parser::new_ext(&file.text[span], Options::empty()).into_offset_iter() {
        let range = range.start + base..range.end + base;
        let mut refuse = |what: &str| {
            let trimmed = file.text[range.clone()].trim_end().len();
            let place = file.id.at(range.start..range.start + trimmed);
            problems.push(
                Diagnostic::error(place, format!("{what} cannot stand here"))
                    .help("a story's text holds paragraphs, ## headings, *emphasis* and [links](#id)"),
            );
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
                None => reader.start(tag, range, file, problems),
            },
            Event::End(tag) => reader.end(tag),
            Event::Text(text) => reader.words(&text),
            Event::SoftBreak | Event::HardBreak => reader.words(" "),
            Event::Html(_) | Event::InlineHtml(_) => refuse("HTML"),
            Event::Rule => refuse("a ruled line"),
            Event::Code(_) => refuse("code"),
            _ => refuse("something that a story cannot hold"),
        }
    }
    reader.blocks
}

struct Reader {
    blocks: Vec<Block>,
    current: Option<MarkedText>,
    /// Where each emphasis that is still open began.
    open: Vec<usize>,
}

impl Reader {
    fn words(&mut self, words: &str) {
        if let Some(current) = &mut self.current {
            current.words.push_str(words);
        }
    }

    fn start(&mut self, tag: Tag, span: Range<usize>, file: &SourceFile, problems: &mut Vec<Diagnostic>) {
        let Some(current) = &mut self.current else {
            self.current = Some(MarkedText { span, ..MarkedText::default() });
            return;
        };
        let at = current.words.len();
        match tag {
            Tag::Link { link_type, dest_url, .. } => match dest_url.strip_prefix('#') {
                Some(target) if matches!(link_type, LinkType::Inline) => {
                    current.links.push(Link { range: at..at, target: target.to_owned(), span });
                }
                _ => {
                    let message = format!("this link leaves the page: \"{dest_url}\"");
                    problems.push(Diagnostic::error(file.id.at(span), message).help(
                        "link to a person or an event, as in [March 1921](#tenth-congress); works outside belong into \
                         sources.json",
                    ));
                }
            },
            _ => self.open.push(at),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let Some(current) = &mut self.current else {
            return;
        };
        let at = current.words.len();
        match tag {
            TagEnd::Link => {
                // A refused link was never opened: then the last one is already closed and keeps its end.
                if let Some(link) = current.links.last_mut().filter(|link| link.range.is_empty()) {
                    link.range.end = at;
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                if let Some(start) = self.open.pop()
                    && self.open.is_empty()
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
