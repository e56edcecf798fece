//! Converts HTML to the paragraphs of a story.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::mem;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use crate::text::{Markdown, escaped};

/// The contents of a piece of HTML.
#[derive(Clone, Debug, Default)]
pub(super) struct Html {
    pub(super) paragraphs: Vec<Markdown>,
    /// The addresses of links and media, with their text.
    pub(super) links: Vec<(String, String)>,
    /// The elements that were lost. In most cases, their text is kept.
    pub(super) lost: BTreeSet<String>,
}

impl Html {
    /// Returns the text of all paragraphs, without markup.
    pub(super) fn plain(text: &str) -> String {
        let read = Reader::of(text);
        let paragraphs = read.done.into_iter().map(|runs| runs.into_iter().map(|run| run.1).collect::<String>());
        let text = paragraphs.collect::<Vec<_>>().join(" ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn read(text: &str) -> Self {
        // If no element separates paragraphs, blank lines do.
        let lower = text.to_ascii_lowercase();
        let has_blocks = ["<p", "<div", "<br", "<li", "<h", "<blockquote"].iter().any(|tag| lower.contains(tag));
        let mut html = Self::default();
        let pieces = if has_blocks { vec![text.to_owned()] } else { split(text) };
        for piece in pieces {
            let read = Reader::of(&piece);
            html.paragraphs.extend(read.done.iter().map(|runs| marked(runs)).filter(|text| !text.is_empty()));
            html.links.extend(read.links);
            html.lost.extend(read.lost);
        }
        html
    }
}

fn split(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split("\n\n").map(str::to_owned).collect()
}

/// Runs of plain text, each with a flag that tells whether it is emphasized.
type Runs = Vec<(bool, String)>;

/// Formats runs as Markdown on one line.
fn marked(runs: &[(bool, String)]) -> Markdown {
    let mut text = String::new();
    for (is_emphasized, run) in runs {
        let words = run.split_whitespace().collect::<Vec<_>>().join(" ");
        if run.starts_with(char::is_whitespace) && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        if words.is_empty() {
            continue;
        }
        let words = escaped(&words);
        let mark = if *is_emphasized { "*" } else { "" };
        text.extend([mark, &words, mark]);
        if run.ends_with(char::is_whitespace) {
            text.push(' ');
        }
    }
    Markdown::written(text.trim())
}

#[derive(Default)]
struct Reader {
    done: Vec<Runs>,
    current: Runs,
    emphasis: usize,
    /// The number of open elements whose text is ignored, such as scripts.
    unread: usize,
    breaks: usize,
    /// The address of the open link, and its text so far.
    link: Option<(String, String)>,
    links: Vec<(String, String)>,
    lost: BTreeSet<String>,
}

struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.words(&text),
            Token::TagToken(tag) => reader.tag(&tag),
            Token::CommentToken(text) => {
                reader.lost.insert(format!("<!--{text}-->"));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Reader {
    fn of(text: &str) -> Self {
        let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(text));
        // The sink never asks the tokenizer to stop at a script.
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        let mut reader = tokenizer.sink.0.take();
        reader.end_link();
        reader.end_paragraph();
        reader
    }

    fn words(&mut self, text: &str) {
        if self.unread > 0 {
            return;
        }
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        if let Some((_, words)) = &mut self.link {
            words.push_str(text);
        }
        let is_emphasized = self.emphasis > 0;
        match self.current.last_mut() {
            Some((same, run)) if *same == is_emphasized => run.push_str(text),
            _ => self.current.push((is_emphasized, text.to_owned())),
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let is_start = tag.kind == TagKind::StartTag;
        let attribute = |name: &str| {
            let found = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
            found.map(|attribute| attribute.value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        match &*tag.name {
            "script" | "style" => {
                self.lost.insert(format!("<{}>", tag.name));
                self.unread = if is_start { self.unread + 1 } else { self.unread.saturating_sub(1) };
            }
            "em" | "i" | "cite" | "strong" | "b" => {
                self.emphasis = if is_start { self.emphasis + 1 } else { self.emphasis.saturating_sub(1) };
            }
            "br" => {
                self.breaks += 1;
                if self.breaks > 1 { self.end_paragraph() } else { self.current.push((false, " ".to_owned())) }
            }
            "p" | "div" => self.end_paragraph(),
            "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "li" | "table" | "tr" | "hr"
            | "pre" | "section" | "article" | "figure" | "figcaption" | "dl" | "dt" | "dd" => {
                self.lost.insert(format!("<{}>", tag.name));
                self.end_paragraph();
            }
            "a" => {
                self.end_link();
                if is_start && let Some(address) = attribute("href") {
                    self.link = Some((address, String::new()));
                }
            }
            "img" | "iframe" | "video" | "audio" | "source" | "embed" => {
                let words = attribute("alt").or_else(|| attribute("title")).unwrap_or_default();
                if let Some(address) = attribute("src") {
                    self.links.push((address, words));
                } else if is_start {
                    self.lost.insert(format!("<{}>", tag.name));
                }
            }
            name => {
                if name == "td" || name == "th" {
                    self.words(" ");
                }
                self.lost.insert(format!("<{name}>"));
            }
        }
    }

    fn end_link(&mut self) {
        if let Some((address, words)) = self.link.take() {
            self.links.push((address, words.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }

    fn end_paragraph(&mut self) {
        self.breaks = 0;
        let runs = mem::take(&mut self.current);
        if runs.iter().any(|(_, run)| !run.trim().is_empty()) {
            self.done.push(runs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_paragraphs() {
        let html = Html::read(
            "<p>He said <em>no</em> &amp; <b>left</b>.</p>\n<p>See <a href='https://example.org/a'>this <i>page</i></a>.<br>Then<br><br>\
             1 &lt; 2 <u>under</u><script>alert(1)</script>",
        );
        let texts: Vec<_> = html.paragraphs.iter().map(Markdown::as_str).collect();
        assert_eq!(texts, ["He said *no* & *left*.", "See this *page*. Then", "1 \\< 2 under"]);
        assert_eq!(html.links, [("https://example.org/a".to_owned(), "this page".to_owned())]);
        assert_eq!(html.lost.iter().map(String::as_str).collect::<Vec<_>>(), ["<script>", "<u>"]);
        assert_eq!(Html::read("one\n\ntwo *x*").paragraphs.len(), 2);
        assert_eq!(Html::plain("<h1>A &eacute;</h1><p>b"), "A é b");
    }
}
