//! An article in Markdown.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use palimpsest_story::MediaKind;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::html::Html;
use super::{front, slide};
use crate::draft::Draft;
use crate::error::Error;
use crate::text::Markdown;

/// The inline elements that are allowed in an article.
const ELEMENTS: [&str; 8] = ["sub", "sup", "em", "strong", "s", "code", "br", "span"];

/// Reads an article. Its pictures are looked for in `folder`, the folder of the file.
pub(super) fn read(name: &str, bytes: &[u8], folder: Option<&Path>) -> Result<Draft, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::not_utf8(name, bytes))?;
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut draft = Draft::of(name);
    let body = front::read(name, &text, &mut draft)?;
    let line = text[..text.len() - body.len()].matches('\n').count() + 1;
    let mut changes = Changes { text: body, line, folder, made: Vec::new() };
    changes.find(&mut draft);
    draft.article.body = changes.apply();
    Ok(draft)
}

/// The changes that make a text valid in a story.
struct Changes<'a> {
    text: &'a str,
    /// The line of the file on which the text begins.
    line: usize,
    folder: Option<&'a Path>,
    /// The replacements, none of which overlap.
    made: Vec<(Range<usize>, String)>,
}

impl Changes<'_> {
    fn at(&self, range: &Range<usize>) -> String {
        format!("line {}", self.line + self.text[..range.start].matches('\n').count())
    }

    fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        // Skip a change within a range that is already replaced.
        if self.made.iter().all(|(other, _)| range.end <= other.start || other.end <= range.start) {
            self.made.push((range, with.into()));
        }
    }

    fn apply(mut self) -> String {
        self.made.sort_by_key(|(range, _)| range.start);
        let (mut text, mut end) = (String::with_capacity(self.text.len()), 0);
        for (range, with) in &self.made {
            text.push_str(&self.text[end..range.start]);
            text.push_str(with);
            end = range.end;
        }
        text.push_str(&self.text[end..]);
        text
    }

    fn find(&mut self, draft: &mut Draft) {
        let text = self.text;
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_HEADING_ATTRIBUTES;
        let parser = Parser::new_ext(text, options);
        let definitions: Vec<(String, Range<usize>)> =
            parser.reference_definitions().iter().map(|(label, of)| (label.to_lowercase(), of.span.clone())).collect();
        let events: Vec<(Event, Range<usize>)> = parser.into_offset_iter().collect();
        self.headings(&events, draft);
        let mut used: BTreeSet<String> = BTreeSet::new();
        let mut code: Vec<Range<usize>> = Vec::new();
        let mut paragraph = 0..0;
        for (number, (event, range)) in events.iter().enumerate() {
            match event {
                Event::Start(Tag::Paragraph) => paragraph = range.clone(),
                Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => code.push(range.clone()),
                Event::Start(Tag::Link { dest_url, link_type, id, .. }) => {
                    used.insert(id.to_lowercase());
                    let is_sound =
                        dest_url.starts_with("https://") || dest_url.starts_with("http://") || dest_url.is_empty();
                    if !is_sound {
                        let inner = inner(&events[number..], TagEnd::Link);
                        let words = if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                            range.start + 1..range.end - 1
                        } else {
                            inner
                        };
                        draft.leave(
                            self.at(range),
                            &text[range.clone()],
                            "a link leads to another site, or to what has an id in the story; its words are kept",
                        );
                        self.replace(range.clone(), &text[words]);
                    }
                }
                Event::Start(Tag::Image { dest_url, id, title, .. }) => {
                    used.insert(id.to_lowercase());
                    let alone = text[paragraph.start.min(range.start)..range.start].trim();
                    let alone = paragraph.contains(&range.start) && (alone.is_empty() || alone.ends_with(')'));
                    self.image(dest_url, title, range, alone, draft);
                }
                Event::InlineHtml(html) => self.element(html, range, draft),
                Event::Start(Tag::HtmlBlock) => {
                    let html = Html::read(&text[range.clone()]);
                    let texts: Vec<_> = html.paragraphs.iter().map(Markdown::as_str).collect();
                    for (url, words) in &html.links {
                        slide::refer(
                            draft,
                            &self.at(range),
                            url,
                            if words.is_empty() { url } else { words },
                            "Named in the article.".to_owned(),
                        );
                    }
                    draft.leave(
                        self.at(range),
                        text[range.clone()].trim(),
                        "an article has no blocks of HTML; the words are kept",
                    );
                    self.replace(range.clone(), format!("{}\n\n", texts.join("\n\n")));
                }
                _ => {}
            }
        }
        for (label, span) in definitions.into_iter().filter(|(label, _)| !used.contains(label)) {
            draft.leave(self.at(&span), &text[span.clone()], format!("nothing uses the link \"{label}\""));
            self.replace(span, "");
        }
        self.notes(&code, draft);
    }

    /// Makes a level 1 heading at the beginning of the text the title, unless there is another title. The other headings get
    /// levels 2 to 4.
    fn headings(&mut self, events: &[(Event, Range<usize>)], draft: &mut Draft) {
        let level = |level: HeadingLevel| level as usize;
        let mut found: Vec<(usize, Range<usize>, Range<usize>)> = Vec::new();
        for (number, (event, range)) in events.iter().enumerate() {
            if let Event::Start(Tag::Heading { level: of, .. }) = event {
                let inner = inner(&events[number..], TagEnd::Heading(*of));
                found.push((level(*of), range.clone(), inner));
            }
        }
        let text = self.text;
        if let Some(first) =
            found.first().filter(|(level, range, _)| *level == 1 && text[..range.start].trim().is_empty()).cloned()
        {
            let words = text[first.2.clone()].trim();
            let same = |title: &Markdown| title.as_str() == words || title.as_str() == Markdown::plain(words).as_str();
            if draft.article.title.as_ref().is_none_or(same) {
                let has_links = words.contains("](") || words.contains("[^");
                let title = if has_links { Markdown::plain(&Html::plain(words)) } else { Markdown::written(words) };
                draft.article.title = Some(title).filter(|title| !title.is_empty());
                self.replace(first.1.clone(), "");
                found.remove(0);
            }
        }
        let shift = usize::from(found.iter().any(|(level, ..)| *level == 1));
        for (level, range, inner) in found {
            let wanted = (level + shift).clamp(2, 4);
            if level + shift > 4 {
                draft.leave(
                    self.at(&range),
                    text[range.clone()].trim(),
                    "headings have three levels; this one now has the third",
                );
            }
            let source = text[range.clone()].trim_end();
            if wanted != level || source.contains('\n') {
                let attributes = source
                    .lines()
                    .next()
                    .and_then(|line| Some(&line[line.rfind("{#")?..]))
                    .filter(|rest| rest.ends_with('}'));
                let words = text[inner].split_whitespace().collect::<Vec<_>>().join(" ");
                let attributes =
                    attributes.filter(|attributes| !words.contains(attributes)).map(|text| format!(" {text}"));
                self.replace(range, format!("{} {words}{}\n", "#".repeat(wanted), attributes.unwrap_or_default()));
            }
        }
    }

    fn image(&mut self, url: &str, title: &str, range: &Range<usize>, is_alone: bool, draft: &mut Draft) {
        let source = &self.text[range.clone()];
        let path = Path::new(url);
        let is_inside = path.components().all(|part| matches!(part, std::path::Component::Normal(_)));
        let is_there = is_inside && self.folder.is_some_and(|folder| folder.join(path).is_file());
        if is_there && is_alone && MediaKind::of(url).is_some() {
            draft.article.media.push(url.to_owned());
            return;
        }
        if url.starts_with("http") {
            let why = if title.is_empty() {
                "Pictured in the article.".to_owned()
            } else {
                format!("Pictured in the article. {title}")
            };
            let alt = source.trim_start_matches("![").split(']').next().unwrap_or_default();
            slide::refer(draft, &self.at(range), url, if alt.is_empty() { url } else { alt }, why);
        }
        let why = if is_there {
            "a picture needs a paragraph of its own"
        } else {
            "there is no such picture beside the file, and a page loads none from other sites"
        };
        draft.leave(self.at(range), source, why);
        self.replace(range.clone(), "");
    }

    fn element(&mut self, html: &str, range: &Range<usize>, draft: &mut Draft) {
        let name = html.trim_start_matches(['<', '/']);
        let name: String =
            name.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let slash = if html.starts_with("</") { "/" } else { "" };
        match name.as_str() {
            "i" => self.replace(range.clone(), format!("<{slash}em>")),
            "b" => self.replace(range.clone(), format!("<{slash}strong>")),
            "del" | "strike" => self.replace(range.clone(), format!("<{slash}s>")),
            name if ELEMENTS.contains(&name) && (name != "span" || html.contains("smallcaps") || slash == "/") => {}
            _ => {
                draft.leave(self.at(range), html, "an article may not use this element; its words are kept");
                self.replace(range.clone(), "");
            }
        }
    }

    /// Escapes footnote references without a definition, which a story would take for references to the editors' notes.
    fn notes(&mut self, code: &[Range<usize>], draft: &mut Draft) {
        let text = self.text;
        for (at, _) in text.match_indices("[^") {
            let label = text[at + 2..].split(']').next().unwrap_or_default();
            let mark = at..(at + label.len() + 3).min(text.len());
            let is_mark = !label.is_empty() && !label.contains(char::is_whitespace) && text[..mark.end].ends_with(']');
            let is_defined = text.lines().any(|line| line.trim_start().starts_with(&format!("[^{label}]:")));
            if is_mark && !is_defined && !code.iter().any(|code| code.contains(&at)) {
                draft.leave(self.at(&mark), &text[mark.clone()], "there is no such footnote; the mark is now text");
                self.replace(at..at + 1, "\\[");
            }
        }
    }
}

/// Returns the range of the contents of the element that the first event begins.
fn inner(events: &[(Event, Range<usize>)], end: TagEnd) -> Range<usize> {
    let whole = events.first().map(|(_, range)| range.clone()).unwrap_or_default();
    let within = events.iter().skip(1).take_while(|(event, _)| !matches!(event, Event::End(of) if *of == end));
    let ranges: Vec<&Range<usize>> = within.map(|(_, range)| range).collect();
    let start = ranges.iter().map(|range| range.start).min().unwrap_or(whole.start);
    let last = ranges.iter().map(|range| range.end).max().unwrap_or(start);
    start..last
}
