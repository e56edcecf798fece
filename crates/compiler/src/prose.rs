//! Reads inline content: words with emphasis, links, citations and pictures.

use std::collections::BTreeSet;
use std::ops::Range;

use palimpsest_story::Mark;
use pulldown_cmark::{LinkType, Tag, TagEnd};

use crate::annotated::{AnnotatedText, Link, LinkKind, RawMedia};
use crate::citations;
use crate::diagnostic::{Diagnostic, Severity};
use crate::files::SourceFile;
use crate::html::Html;
use crate::ids::Ids;
use crate::line_breaks::is_joined;
use crate::lost;

/// Whose text it is, which determines what it may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The author's text: note references, but no citations.
    Author,
    /// The editors' text: citations, but neither note references nor headings.
    Editors,
    /// The editors' log of corrections: their text, with headings.
    Log,
    /// The editors' notes: a file of footnotes.
    Notes,
}

/// What to do with the events inside a tag.
#[derive(PartialEq, Eq)]
pub(crate) enum Inside {
    Read,
    Skip,
}

/// A reader of inline content.
pub(crate) struct Reader<'a> {
    pub file: &'a SourceFile,
    pub voice: Voice,
    pub ids: &'a Ids,
    /// The text being read.
    pub current: Option<AnnotatedText>,
    /// The labels of the link definitions that have been used.
    pub references: BTreeSet<String>,
    /// The open marks: their indices in the marks of `current`, each with its position in the file.
    marks: Vec<(usize, Range<usize>)>,
    /// The open link.
    link: Option<Link>,
    /// The open picture. Its `at` is where its alternative text begins.
    media: Option<RawMedia>,
    /// The end, in the file, of the last citation within a sentence. The text before it has already been read.
    cited: usize,
    /// The offset of the space that stands for the last line break of the file, until words follow it.
    broken: Option<usize>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(file: &'a SourceFile, voice: Voice, ids: &'a Ids) -> Self {
        let (current, references, marks) = (None, BTreeSet::new(), Vec::new());
        Self { file, voice, ids, current, references, marks, link: None, media: None, cited: 0, broken: None }
    }

    /// Begins a text.
    pub(crate) fn begin(&mut self, span: Range<usize>) {
        self.broken = None;
        self.current = Some(AnnotatedText { span, ..AnnotatedText::default() });
    }

    /// Ends the text and returns it. Reports HTML tags that are not closed.
    pub(crate) fn finish(&mut self, problems: &mut Vec<Diagnostic>) -> Option<AnnotatedText> {
        let mut text = self.current.take()?;
        let end = text.words.len();
        for (mark, span) in self.marks.drain(..) {
            text.marks[mark].0.end = end;
            problems.push(
                Diagnostic::error(self.file.id.at(span), "this tag is not closed")
                    .help("close it in the same paragraph"),
            );
        }
        // Whitespace at the end does not belong to the text.
        let kept = text.words.trim_end_matches(['\n', ' ']).len();
        text.cut(kept);
        Some(text)
    }

    pub(crate) fn words(&mut self, words: &str) {
        self.join(words);
        let Some(current) = &mut self.current else { return };
        current.words.push_str(words);
    }

    /// Adds words with a mark.
    pub(crate) fn marked(&mut self, mark: Mark, words: &str) {
        self.join(words);
        let Some(current) = &mut self.current else { return };
        let start = current.words.len();
        current.words.push_str(words);
        current.marks.push((start..current.words.len(), mark));
    }

    /// Reads a line break of the file that is not one on the page. It is a space, unless the words that follow are such that
    /// [`Reader::join`] removes it.
    pub(crate) fn soft_break(&mut self) {
        let Some(current) = &mut self.current else { return };
        self.broken = Some(current.words.len());
        current.words.push(' ');
    }

    /// Removes the space of a line break before words that it does not separate from those before it.
    fn join(&mut self, next: &str) {
        if next.is_empty() {
            return;
        }
        let Some((at, current)) = self.broken.take().zip(self.current.as_mut()) else { return };
        if current.words.get(at..) == Some(" ") && is_joined(&current.words[..at], next) {
            current.remove_space(at);
            let open = self.link.iter_mut().map(|link| &mut link.range.start);
            let open = open.chain(self.media.iter_mut().map(|media| &mut media.at));
            open.filter(|start| **start > at).for_each(|start| *start -= 1);
        }
    }

    /// Reads an HTML tag, which begins or ends a mark or breaks the line. Returns the problem of a closing tag without an
    /// opening one.
    pub(crate) fn html(&mut self, tag: Html, span: Range<usize>) -> Option<Diagnostic> {
        let current = self.current.as_mut()?;
        let at = current.words.len();
        match tag {
            Html::Break => current.words.push('\n'),
            Html::Begin(mark) => {
                self.marks.push((current.marks.len(), span));
                current.marks.push((at..at, mark));
            }
            Html::End(name) => {
                let begins = |span: &Range<usize>| {
                    let tag = self.file.text[span.clone()].strip_prefix('<').unwrap_or_default();
                    let opened = tag.split(|letter: char| !letter.is_ascii_alphanumeric()).next();
                    opened.is_some_and(|opened| opened.eq_ignore_ascii_case(&name))
                };
                let Some((mark, _)) = self.marks.pop_if(|(_, span)| begins(span)) else {
                    let message = "this tag closes none that is open";
                    return Some(
                        Diagnostic::error(self.file.id.at(span), message)
                            .help("close each tag before what it stands in ends"),
                    );
                };
                current.marks[mark].0.end = at;
            }
        }
        None
    }

    /// Adds a note reference. Returns a problem if the text is not the author's.
    pub(crate) fn footnote(&mut self, label: &str, span: Range<usize>) -> Option<Diagnostic> {
        let current = self.current.as_mut()?;
        let at = current.words.len();
        if self.voice == Voice::Author {
            current.links.push(Link { kind: LinkKind::NoteReference, range: at..at, target: label.to_owned(), span });
            return None;
        }
        Some(
            Diagnostic::error(self.file.id.at(span), "note references are for the article")
                .help("link words to the note instead, as in [the Politburo](#politburo)"),
        )
    }

    /// Begins emphasis, a link or a picture. Returns what to do with the events inside it.
    pub(crate) fn start(&mut self, tag: Tag, span: Range<usize>, problems: &mut Vec<Diagnostic>) -> Inside {
        let Some(current) = &mut self.current else { return Inside::Read };
        let at = current.words.len();
        let (link_type, dest_url, title, id) = match tag {
            Tag::Link { link_type, dest_url, title, id } => (link_type, dest_url, title, id),
            Tag::Image { dest_url, title, id, .. } => {
                self.references.insert(lost::label(&id));
                let written = &self.file.text[span.clone()];
                let credit = written.rfind(&*title).filter(|_| !title.is_empty()).map(|from| span.start + from);
                let credit = credit.map(|from| from..from + title.len());
                if credit.is_none() && !title.is_empty() {
                    problems.push(
                        Diagnostic::error(
                            self.file.id.at(span.clone()),
                            format!("the credit \"{title}\" of this picture cannot be read"),
                        )
                        .help("write it in the line of the picture, and quotation marks within it as “ and ”"),
                    );
                }
                let address = dest_url.to_string();
                self.media = Some(RawMedia { at, address, description: String::new(), credit, span });
                return Inside::Read;
            }
            tag => {
                let mark = match tag {
                    Tag::Strong => Mark::Strong,
                    Tag::Strikethrough => Mark::Struck,
                    _ => Mark::Stress,
                };
                self.marks.push((current.marks.len(), span));
                current.marks.push((at..at, mark));
                return Inside::Read;
            }
        };
        let is_reference = !matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email);
        let label = dest_url.strip_prefix('^').filter(|_| is_reference);
        if is_reference && label.is_none() && citations::is_citation(&dest_url) {
            self.citation(&span, problems);
            return Inside::Skip;
        }
        if let Some(label) = label {
            problems.extend(self.footnote(label, span));
            return Inside::Skip;
        }
        self.references.insert(lost::label(&id));
        if self.file.text[span.clone()].starts_with("[]") {
            problems.push(
                Diagnostic::error(self.file.id.at(span.clone()), "this link has no words")
                    .help("write them between [ and ], or remove the link"),
            );
        }
        if !title.is_empty() {
            problems.push(
                Diagnostic::warning(
                    self.file.id.at(span.clone()),
                    format!("the title \"{title}\" of this link is not shown"),
                )
                .help("write it into the text, or remove it"),
            );
        }
        let is_article = self.voice == Voice::Author;
        let address = if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
        let is_web = ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        match dest_url.strip_prefix('#') {
            _ if is_article && matches!(&*dest_url, "" | "#") => {
                let target = String::new();
                self.link = Some(Link { kind: LinkKind::Nobody, range: at..at, target, span });
            }
            Some(target) if is_article || link_type == LinkType::Inline => {
                self.link = Some(Link { kind: LinkKind::Words, range: at..at, target: target.to_owned(), span });
            }
            _ if is_article && is_web => {
                self.marks.push((current.marks.len(), span));
                current.marks.push((at..at, Mark::Away(address)));
            }
            _ => {
                let message = format!("the link \"{dest_url}\" leads outside the page");
                let help = if is_article {
                    "link to a person, an event or a note, as in [March 1921](#tenth-congress), or to another site, as in \
                     [the archive](https://example.org/)"
                } else {
                    "link to a person, an event or a note, as in [March 1921](#tenth-congress); list works in sources.json"
                };
                problems.push(Diagnostic::error(self.file.id.at(span), message).help(help));
            }
        }
        Inside::Read
    }

    /// Adds a text of the file, with the citations within its sentences.
    pub(crate) fn text(&mut self, text: &str, range: Range<usize>, problems: &mut Vec<Diagnostic>) {
        let start = range.start.max(self.cited);
        if start >= range.end {
            return;
        }
        let is_literal = self.file.text.get(range.clone()) == Some(text);
        if self.voice == Voice::Author || self.link.is_some() || !is_literal {
            // The character reference of a line break is white space.
            return self.words(&text.replace('\n', " "));
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
            let author = if found.hides_author { "" } else { author };
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
        self.join(words);
        let Some(current) = &mut self.current else { return };
        let at = current.words.len();
        current.words.push_str(words);
        let range = at..current.words.len();
        current.links.push(Link { kind: LinkKind::Citation, range, target: key.to_owned(), span });
    }

    /// Adds a citation in brackets: `[see @conquest-1990, p. 418; @soto-2010]` reads "(see Conquest 1990, p. 418; Soto
    /// 2010)".
    fn citation(&mut self, span: &Range<usize>, problems: &mut Vec<Diagnostic>) {
        if self.voice == Voice::Author {
            problems.push(
                Diagnostic::error(self.file.id.at(span.clone()), "a citation is not allowed in the author's text")
                    .help("cite the source in a note, and refer to that: [^id]"),
            );
            return;
        }
        problems.extend(citations::glued(self.file, span));
        let offset = span.start + "[".len();
        // A label contains no brackets.
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
            if citations::is_citation(item.locator) {
                problems.push(
                    Diagnostic::error(self.file.id.at(here.clone()), "this part of a citation names two works")
                        .help("write a semicolon between works, as in [@avrich-1970; @soto-2010]"),
                );
            }
            // A work that could not be read has no label; the work itself is reported in sources.json.
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

    /// Ends emphasis, a link or a picture.
    pub(crate) fn end(&mut self, tag: TagEnd) {
        let Some(current) = &mut self.current else {
            return;
        };
        let at = current.words.len();
        match tag {
            TagEnd::Link if self.link.is_some() => {
                if let Some(mut link) = self.link.take() {
                    link.range.end = at;
                    current.links.push(link);
                }
            }
            TagEnd::Image => {
                if let Some(mut media) = self.media.take() {
                    media.description = current.words.split_off(media.at);
                    let end = media.at;
                    current.links.retain(|link| link.range.end <= end);
                    for (range, _) in &mut current.marks {
                        *range = range.start.min(end)..range.end.min(end);
                    }
                    current.media.push(media);
                }
            }
            // A rejected link opened no mark.
            TagEnd::Link
                if !self.marks.last().is_some_and(|(_, span)| self.file.text[span.clone()].starts_with(['[', '<'])) => {
            }
            TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                if let Some((mark, _)) = self.marks.pop() {
                    current.marks[mark].0.end = at;
                }
            }
            _ => {}
        }
    }
}
