//! The blocks of the author's text.

use palimpsest_contract::hook::class;
use palimpsest_story::{Block, Cell, Figure, List, Media, MediaKind, Paragraph, Quotation, Side, Table};
use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::edition::Edition;
use crate::mention::{article_prose, lines};
use crate::moment::Moment;
use crate::prose::set;

/// Renders blocks in order.
pub(crate) fn blocks(blocks: &[Block], edition: &Edition) -> Html {
    blocks.iter().map(|part| block(part, edition)).collect()
}

fn block(block: &Block, edition: &Edition) -> Html {
    match block {
        Block::Paragraph(text) => paragraph(text, edition),
        Block::Heading(heading) => {
            let mut tag = VTag::new(if heading.level == 3 { "h3" } else { "h4" });
            tag.add_attribute("id", heading.id.to_string());
            tag.add_attribute("class", class::INNER_HEADING);
            tag.add_child(set(&heading.words));
            tag.into()
        }
        Block::Quotation(quotation) => self::quotation(quotation, edition),
        Block::List(list) => self::list(list, edition),
        Block::Table(table) => self::table(table, edition),
        Block::Code(text) => {
            html! { <pre class={class::CODE} tabindex="0"><code>{ running(text, edition) }</code></pre> }
        }
        Block::Figure(figure) => self::figure(figure, edition),
        Block::Break => html! { <hr class={class::THEMATIC_BREAK} /> },
    }
}

fn paragraph(text: &Paragraph, edition: &Edition) -> Html {
    let verse = text.is_verse().then_some(class::VERSE);
    html! { <p class={verse}>{ running(text, edition) }</p> }
}

/// Renders the sentences of a text, each with its id.
pub(crate) fn running(text: &Paragraph, edition: &Edition) -> Html {
    let last = text.sentences.len().saturating_sub(1);
    let sentences = Moment::of(text, edition).enumerate().map(|(index, (sentence, moment))| {
        let id = sentence.id.to_string();
        html! {
            <>
                <span {id} class={class::SENTENCE}>{ article_prose(&sentence.prose, &moment, edition) }</span>
                if index < last { { lines(&sentence.space) } }
            </>
        }
    });
    sentences.collect()
}

fn quotation(quotation: &Quotation, edition: &Edition) -> Html {
    html! {
        <figure class={class::QUOTATION}>
            <blockquote>{ blocks(&quotation.blocks, edition) }</blockquote>
            if let Some(source) = &quotation.source {
                <figcaption>{ running(source, edition) }</figcaption>
            }
        </figure>
    }
}

fn list(list: &List, edition: &Edition) -> Html {
    let item = |blocks: &Vec<Block>| match blocks.split_first() {
        // The items of a tight list, which have no blank lines between them, are not paragraphs.
        Some((Block::Paragraph(text), rest)) if list.tight => {
            html! { <li>{ running(text, edition) }{ self::blocks(rest, edition) }</li> }
        }
        _ => html! { <li>{ self::blocks(blocks, edition) }</li> },
    };
    let items = list.items.iter().map(item);
    match list.start {
        None => html! { <ul class={class::LISTING}>{ for items }</ul> },
        Some(start) => {
            let start = (start != 1).then(|| start.to_string());
            html! { <ol class={class::LISTING} {start}>{ for items }</ol> }
        }
    }
}

/// Renders a table in a frame that scrolls on a narrow page.
fn table(table: &Table, edition: &Edition) -> Html {
    let row = |cells: &Vec<Cell>| html! { <tr>{ for cells.iter().map(|cell| self::cell(cell, false, edition)) }</tr> };
    html! {
        <div class={class::TABLE_FRAME} role="group" aria-label={edition.text("table")} tabindex="0">
            <table class={class::TABLE}>
                if let Some(caption) = &table.caption {
                    <caption>{ running(caption, edition) }</caption>
                }
                <thead><tr>{ for table.head.iter().map(|cell| self::cell(cell, true, edition)) }</tr></thead>
                <tbody>{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn cell(cell: &Cell, is_head: bool, edition: &Edition) -> Html {
    let class = match cell.side {
        Side::Start => None,
        Side::Middle => Some(class::TO_MIDDLE),
        Side::End => Some(class::TO_END),
    };
    let text = running(&cell.text, edition);
    // A column without a heading has no header cell.
    if is_head && !cell.text.sentences.is_empty() {
        html! { <th scope="col" {class}>{ text }</th> }
    } else {
        html! { <td {class}>{ text }</td> }
    }
}

fn figure(figure: &Figure, edition: &Edition) -> Html {
    let credits = figure.media.iter().filter(|media| !media.credit.is_empty());
    let credits: Vec<Html> =
        credits.map(|media| html! { <span class={class::CREDIT}>{ set(&media.credit) }</span> }).collect();
    let has_words = figure.caption.is_some() || !credits.is_empty();
    html! {
        <figure class={class::FIGURE}>
            { for figure.media.iter().map(media) }
            if has_words {
                <figcaption>
                    { for figure.caption.iter().map(|caption| running(caption, edition)) }
                    { for credits.into_iter().map(|credit| html! { <>{ " " }{ credit }</> }) }
                </figcaption>
            }
        </figure>
    }
}

/// Renders a picture, a sound or a film.
pub(crate) fn media(media: &Media) -> Html {
    let address = media.address.clone();
    let label = (!media.description.is_empty()).then(|| media.description.clone());
    let captions = media.captions.clone().map(|src| html! { <track kind="captions" {src} default=true /> });
    let [width, height] = [0, 1].map(|side| media.size.map(|size| size[side].to_string()));
    match media.kind {
        MediaKind::Picture => {
            html! { <img src={address} alt={media.description.clone()} {width} {height} loading="lazy" decoding="async" /> }
        }
        MediaKind::Sound => {
            html! { <audio src={address} controls=true preload="none" aria-label={label}>{ captions }</audio> }
        }
        MediaKind::Film => {
            html! { <video src={address} controls=true preload="metadata" playsinline=true aria-label={label}>{ captions }</video> }
        }
    }
}
