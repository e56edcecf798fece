//! The texts of the book in XHTML.

use palimpsest_story::{
    Block, Cell, Figure, Inline, List, Mark, Media, MediaKind, Mention, OwnMark, Paragraph, Prose, Quotation, Table,
    Target, words_of,
};

use super::Book;
use crate::xml::{Element, Node, block, id, inline, lines, own_note, pieces};

/// The element for a line break.
const BREAK: &str = "br";
/// The files that texts in the book link to.
pub(super) const ARTICLE: &str = "article.xhtml";
pub(super) const NOTES: &str = "notes.xhtml";
pub(super) const SOURCES: &str = "sources.xhtml";

impl Book<'_> {
    pub(super) fn blocks(&self, parts: &[Block]) -> Vec<Element> {
        parts.iter().map(|part| self.part(part)).collect()
    }

    fn part(&self, part: &Block) -> Element {
        match part {
            Block::Paragraph(text) => self.paragraph(text),
            Block::Heading(heading) => inline(if heading.level == 3 { "h3" } else { "h4" })
                .set("id", id(&heading.id))
                .with_all(self.prose(&heading.words)),
            Block::Quotation(Quotation { blocks, source }) => {
                let source = source.as_ref().map(|source| inline("p").with_all(self.sentences(source)));
                block("blockquote").with_all(self.blocks(blocks)).with_all(source)
            }
            Block::List(List { start, tight: _, items }) => {
                let items = items.iter().map(|item| block("li").with_all(self.blocks(item)));
                match start {
                    None => block("ul").with_all(items),
                    Some(1) => block("ol").with_all(items),
                    Some(start) => block("ol").set("start", start.to_string()).with_all(items),
                }
            }
            Block::Table(table) => self.table(table),
            Block::Code(text) => inline("pre").with(inline("code").with_all(self.sentences(text))),
            Block::Figure(figure) => self.figure(figure),
            Block::Break => inline("hr"),
        }
    }

    fn table(&self, Table { caption, head, rows }: &Table) -> Element {
        let caption = caption.as_ref().map(|caption| inline("caption").with_all(self.sentences(caption)));
        let heading = |cell: &Cell| {
            // A column without a heading gets no header cell.
            let name = if cell.text.sentences.is_empty() { "td" } else { "th" };
            inline(name).with_all(self.sentences(&cell.text))
        };
        let cell = |cell: &Cell| inline("td").with_all(self.sentences(&cell.text));
        let rows = rows.iter().map(|row| block("tr").with_all(row.iter().map(cell)));
        let head = block("thead").with(block("tr").with_all(head.iter().map(heading)));
        block("table").with_all(caption).with(head).with(block("tbody").with_all(rows))
    }

    fn figure(&self, Figure { media, caption }: &Figure) -> Element {
        let caption = caption.as_ref().map(|caption| inline("p").with_all(self.sentences(caption)));
        let credits = media.iter().filter(|media| !media.credit.is_empty());
        let credits = credits.map(|media| inline("p").set("class", "credit").with_all(self.prose(&media.credit)));
        let words: Vec<Element> = caption.into_iter().chain(credits).collect();
        let words = (!words.is_empty()).then(|| block("figcaption").with_all(words));
        block("figure").with_all(media.iter().map(|media| self.media(media))).with_all(words)
    }

    fn media(&self, media: &Media) -> Element {
        let Media { kind, address, description, credit: _, size: _, captions } = media;
        if !self.has(address) {
            return inline("p").with(description.as_str());
        }
        let captions = captions.as_ref().filter(|captions| self.has(captions)).map(|captions| {
            inline("track").set("kind", "captions").set("src", captions).set("srclang", &self.story.language)
        });
        let player = |name| {
            let label = (!description.is_empty()).then_some(description);
            let player = inline(name).set("src", address).set("controls", "controls");
            player.set_some("aria-label", label).with_all(captions)
        };
        match kind {
            MediaKind::Picture => inline("img").set("src", address).set("alt", description),
            MediaKind::Sound => player("audio"),
            MediaKind::Film => player("video"),
        }
    }

    pub(super) fn paragraph(&self, text: &Paragraph) -> Element {
        inline("p").with_all(self.sentences(text))
    }

    fn sentences(&self, Paragraph { sentences }: &Paragraph) -> Vec<Node> {
        let last = sentences.len().saturating_sub(1);
        let mut nodes = Vec::new();
        for (index, sentence) in sentences.iter().enumerate() {
            nodes.push(inline("span").set("id", id(&sentence.id)).with_all(self.prose(&sentence.prose)).into());
            if index < last {
                nodes.extend(lines(&sentence.space, BREAK));
            }
        }
        nodes
    }

    /// Converts running text. Words that refer to something in the book become links.
    pub(super) fn prose(&self, prose: &[Inline]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for runs in pieces(prose) {
            let Some(first) = runs.first() else { continue };
            let words = runs.iter().flat_map(|run| self.set(run)).collect::<Vec<_>>();
            match (&first.mention, &first.link) {
                (Some(mention), _) => nodes.extend(self.mentioned(mention, &words_of(runs), words)),
                (None, Some(target)) => match self.place(target) {
                    Some(place) => nodes.push(inline("a").set("href", place).with_all(words).into()),
                    None => nodes.extend(words),
                },
                (None, None) => nodes.extend(words),
            }
        }
        nodes
    }

    /// Returns paragraphs by the editors.
    pub(super) fn texts(&self, texts: &[Prose]) -> Vec<Element> {
        texts.iter().map(|text| inline("p").with_all(self.prose(text))).collect()
    }

    fn mentioned(&self, mention: &Mention, text: &str, words: Vec<Node>) -> Vec<Node> {
        if text.is_empty() {
            return vec![self.mark(mention).into()];
        }
        match self.place(&mention.target).filter(|_| mention.linked) {
            Some(place) => {
                let link = inline("a").set("id", id(&mention.id)).set("href", place);
                vec![link.set("epub:type", "noteref").set("role", "doc-noteref").with_all(words).into()]
            }
            None => words,
        }
    }

    /// Returns the mark of a note, with its number.
    pub(super) fn mark(&self, mention: &Mention) -> Element {
        let number = match &mention.target {
            Target::Note(id) => self.story.note(id).and_then(|note| note.number),
            _ => None,
        };
        let shown = number.map_or_else(|| "*".to_owned(), |number| self.words.number(number));
        let place = self.place(&mention.target).unwrap_or_default();
        noteref(&id(&mention.id), place, &shown)
    }

    /// Returns the address of an entry within the book, or `None` if the book does not contain it.
    fn place(&self, target: &Target) -> Option<String> {
        let file = match target {
            Target::Note(id) if self.story.note(id).is_some() => NOTES,
            Target::Source(id) if self.story.source(id).is_some() => SOURCES,
            _ => return None,
        };
        Some(format!("{file}#{}", id(target.fragment())))
    }

    /// Returns the mark of one of the author's own notes.
    pub(super) fn own_mark(&self, mark: OwnMark) -> Element {
        let shown = self.words.number(mark.number);
        noteref(&own_mark(mark.number, mark.place), format!("#{}", own_note(mark.number)), &shown)
    }

    /// Returns the words of a run with their formatting.
    fn set(&self, run: &Inline) -> Vec<Node> {
        let mut words = lines(&run.text, BREAK);
        words.extend(run.own_note.map(|mark| self.own_mark(mark).into()));
        for mark in run.marks.iter().rev() {
            let element = match mark {
                Mark::Stress => inline("em"),
                Mark::Strong => inline("strong"),
                Mark::Struck => inline("s"),
                Mark::Code => inline("code"),
                Mark::Superscript => inline("sup"),
                Mark::Subscript => inline("sub"),
                Mark::SmallCapitals => inline("span").set("class", "small-caps"),
                Mark::Away(address) => inline("a").set("href", address),
            };
            words = vec![element.with_all(words).into()];
        }
        words
    }
}

fn noteref(id: &str, place: String, shown: &str) -> Element {
    let link = inline("a").set("id", id).set("class", "note").set("href", place);
    link.set("epub:type", "noteref").set("role", "doc-noteref").with(shown)
}

/// Returns the id of a reference to one of the author's own notes.
pub(super) fn own_mark(number: u32, place: u32) -> String {
    format!("own.{number}.{place}")
}
