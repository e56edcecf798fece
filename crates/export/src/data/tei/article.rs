//! The article in TEI.

use palimpsest_story::{
    Article, Block, Cell, Figure, Inline, List, Mark, Media, MediaKind, Mention, OwnMark, OwnNote, Paragraph,
    Quotation, Section, Table, Target, words_of,
};

use crate::xml::{Element, Node, block, id, inline, lines, own_note, pieces};

/// The element for a line break.
const BREAK: &str = "lb";

/// Returns the text of the article.
pub(super) fn body(article: &Article) -> Element {
    block("body").with_all(article.sections.iter().map(section))
}

/// Returns the front matter: title, byline, picture and standfirst.
pub(super) fn front(article: &Article) -> Element {
    let own = article.title_own_notes.iter().copied().map(own_mark);
    let title = inline("titlePart")
        .with_all(prose(&article.title_prose))
        .with_all(own)
        .with_all(article.title_notes.iter().map(mark));
    let page = block("titlePage").with(block("docTitle").with(title));
    let page =
        if article.byline.is_empty() { page } else { page.with(inline("byline").with_all(prose(&article.byline))) };
    let page = match &article.picture {
        Some(picture) => page.with(
            block("figure")
                .with_all((!article.caption.is_empty()).then(|| inline("head").with_all(prose(&article.caption))))
                .with(inline("figDesc").with(picture.description.as_str()))
                .with(inline("graphic").set("url", &picture.address)),
        ),
        None => page,
    };
    let standfirst = article.standfirst.iter().map(paragraph);
    let lead = (!article.standfirst.is_empty()).then(|| block("div").set("type", "standfirst").with_all(standfirst));
    block("front").with(page).with_all(lead)
}

/// Returns the author's own notes, if there are any.
pub(super) fn own_notes(article: &Article) -> Option<Element> {
    let note = |OwnNote { number, references: _, blocks: parts }: &OwnNote| {
        let note = block("note").set("xml:id", own_note(*number)).set("type", "author").set("n", number.to_string());
        note.with_all(blocks(parts))
    };
    let notes = &article.own_notes;
    (!notes.is_empty()).then(|| block("div").set("type", "own-notes").with_all(notes.iter().map(note)))
}

fn section(Section { id: name, heading, blocks: parts }: &Section) -> Element {
    let div = block("div").set("type", "section");
    let div = match heading {
        Some(heading) => div.set("xml:id", id(name)).with(inline("head").with_all(prose(heading))),
        None => div,
    };
    divided(div, parts, 2)
}

/// Adds these blocks to a division. A heading begins a nested division that lasts until the next heading of the same or a
/// higher level.
fn divided(mut div: Element, parts: &[Block], level: u8) -> Element {
    let is_heading = |part: &&Block| matches!(part, Block::Heading(_));
    let first = parts.iter().position(|part| is_heading(&part)).unwrap_or(parts.len());
    div = div.with_all(blocks(&parts[..first]));
    let mut rest = &parts[first..];
    while let [Block::Heading(heading), after @ ..] = rest {
        let ends = |part: &Block| matches!(part, Block::Heading(next) if next.level <= heading.level);
        let end = after.iter().position(ends).unwrap_or(after.len());
        let inner = block("div")
            .set("type", format!("level-{}", heading.level.max(level + 1)))
            .set("xml:id", id(&heading.id))
            .with(inline("head").with_all(prose(&heading.words)));
        div = div.with(divided(inner, &after[..end], heading.level));
        rest = &after[end..];
    }
    div
}

fn blocks(parts: &[Block]) -> Vec<Element> {
    parts.iter().map(part).collect()
}

fn part(part: &Block) -> Element {
    match part {
        Block::Paragraph(text) => paragraph(text),
        // A heading that cannot be the head of a division.
        Block::Heading(heading) => {
            inline("ab").set("type", "heading").set("xml:id", id(&heading.id)).with_all(prose(&heading.words))
        }
        Block::Quotation(Quotation { blocks: quoted, source }) => {
            let quote = block("quote").with_all(blocks(quoted));
            match source {
                Some(source) => block("cit").with(quote).with(inline("bibl").with_all(sentences(source))),
                None => quote,
            }
        }
        Block::List(List { start, tight: _, items }) => {
            let item = |(number, item): (u64, &Vec<Block>)| {
                let number = start.map(|start| (start + number).to_string());
                block("item").set_some("n", number).with_all(blocks(item))
            };
            let kind = if start.is_some() { "numbered" } else { "bulleted" };
            block("list").set("rend", kind).with_all((0..).zip(items).map(item))
        }
        Block::Table(table) => self::table(table),
        Block::Code(text) => inline("ab").set("type", "code").set("xml:space", "preserve").with_all(sentences(text)),
        Block::Figure(figure) => self::figure(figure),
        Block::Break => block("milestone").set("unit", "section").set("rend", "rule"),
    }
}

fn table(Table { caption, head, rows }: &Table) -> Element {
    let cell = |cell: &Cell| inline("cell").with_all(sentences(&cell.text));
    let header = block("row").set("role", "label").with_all(head.iter().map(cell));
    let rows = rows.iter().map(|row| block("row").with_all(row.iter().map(cell)));
    let caption = caption.as_ref().map(|caption| inline("head").with_all(sentences(caption)));
    block("table").with_all(caption).with(header).with_all(rows)
}

fn figure(Figure { media, caption }: &Figure) -> Element {
    let caption = caption.as_ref().map(|caption| inline("head").with_all(sentences(caption)));
    let file = |Media { kind, address, description, credit, size: _, captions: _ }: &Media| {
        let file = match kind {
            MediaKind::Picture => block("graphic").set("url", address),
            MediaKind::Sound | MediaKind::Film => {
                let kind = palimpsest_story::media_type(address).unwrap_or("application/octet-stream");
                block("media").set("mimeType", kind).set("url", address)
            }
        };
        let credit = (!credit.is_empty()).then(|| inline("ab").set("type", "credit").with_all(prose(credit)));
        let figure =
            block("figure").with_all((!description.is_empty()).then(|| inline("figDesc").with(description.as_str())));
        figure.with(file).with_all(credit)
    };
    match media.as_slice() {
        [one] => {
            let figure = file(one);
            let mut whole = block("figure").with_all(caption);
            whole = whole.with_all(figure.into_children());
            whole
        }
        several => block("figure").with_all(caption).with_all(several.iter().map(file)),
    }
}

fn paragraph(text: &Paragraph) -> Element {
    inline("p").set_some("rend", text.is_verse().then_some("verse")).with_all(sentences(text))
}

fn sentences(Paragraph { sentences }: &Paragraph) -> Vec<Node> {
    let last = sentences.len().saturating_sub(1);
    let mut nodes = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        nodes.push(inline("s").set("xml:id", id(&sentence.id)).with_all(prose(&sentence.prose)).into());
        if index < last {
            nodes.extend(lines(&sentence.space, BREAK));
        }
    }
    nodes
}

/// Converts running text. Words that are formatted differently, or that mention or cite something, become elements.
pub(super) fn prose(prose: &[Inline]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for runs in pieces(prose) {
        let Some(first) = runs.first() else { continue };
        let words = runs.iter().flat_map(set).collect::<Vec<_>>();
        match (&first.mention, &first.link) {
            (Some(mention), _) => nodes.push(mentioned(mention, &words_of(runs), words).into()),
            (None, Some(target)) => nodes.push(linked(target, first, words).into()),
            (None, None) => nodes.extend(words),
        }
    }
    nodes
}

/// Converts a mention. A mention without words is a mark that refers to a note.
fn mentioned(mention: &Mention, text: &str, words: Vec<Node>) -> Element {
    if text.is_empty() {
        return mark(mention);
    }
    let reference = format!("#{}", id(mention.target.fragment()));
    let element = match &mention.target {
        Target::Person(_) => inline("persName").set("ref", reference),
        Target::Event(_) => inline("rs").set("type", "event").set("ref", reference),
        Target::Note(_) => inline("ref").set("type", "note").set("target", reference),
        Target::Source(_) => inline("ref").set("type", "source").set("target", reference),
    };
    element.set("xml:id", id(&mention.id)).with_all(words)
}

fn mark(mention: &Mention) -> Element {
    let target = format!("#{}", id(mention.target.fragment()));
    inline("ptr").set("type", "note").set("xml:id", id(&mention.id)).set("target", target)
}

fn linked(target: &Target, run: &Inline, words: Vec<Node>) -> Element {
    let reference = format!("#{}", id(target.fragment()));
    match target {
        Target::Person(_) => inline("persName").set("ref", reference).with_all(words),
        Target::Event(_) => inline("rs").set("type", "event").set("ref", reference).with_all(words),
        Target::Note(_) => inline("ref").set("type", "note").set("target", reference).with_all(words),
        Target::Source(_) => {
            let passage = run.passage.as_ref().map(|id| format!(" #{}", super::passage(id))).unwrap_or_default();
            inline("ref").set("type", "source").set("target", reference + &passage).with_all(words)
        }
    }
}

/// Returns a reference from the article to one of the author's own notes.
fn own_mark(mark: OwnMark) -> Element {
    inline("ptr").set("type", "own-note").set("target", format!("#{}", own_note(mark.number)))
}

/// Returns the words of a run with their formatting.
fn set(run: &Inline) -> Vec<Node> {
    let mut words = lines(&run.text, BREAK);
    words.extend(run.own_note.map(|mark| own_mark(mark).into()));
    for mark in run.marks.iter().rev() {
        let rendered = |rend: &str| inline("hi").set("rend", rend);
        let element = match mark {
            Mark::Stress => inline("emph"),
            Mark::Strong => rendered("bold"),
            Mark::Struck => rendered("strikethrough"),
            Mark::Code => inline("code"),
            Mark::Superscript => rendered("superscript"),
            Mark::Subscript => rendered("subscript"),
            Mark::SmallCapitals => rendered("small-caps"),
            Mark::Away(address) => inline("ref").set("target", address),
        };
        // In TEI, `code` may contain only text.
        let holds = *mark != Mark::Code || words.iter().all(|node| matches!(node, Node::Text(_)));
        let element = if holds { element } else { rendered("code") };
        words = vec![element.with_all(words).into()];
    }
    words
}
