//! `article.md`: front matter in TOML between two `+++` lines, then Markdown.

use std::ops::Range;

use palimpsest_story::{Article, Author, Mention, Paragraph, Picture, Section, SectionId, Sentence};
use palimpsest_words::Words;
use serde::Deserialize;
use toml::Spanned;

use crate::authors::{self, RawAuthor};
use crate::date;
use crate::diagnostic::Diagnostic;
use crate::files::{Folder, SourceFile};
use crate::ids::{Ids, Kind, slug};
use crate::prose::{AnnotatedText, Block, LinkKind, Voice, blocks};
use crate::sentences::SentenceSplitter;
use crate::toml_file::{self, content_span};

/// How many words of English prose an adult reads in a minute (Brysbaert 2019, "How many words do we read per minute?",
/// Journal of Memory and Language 109).
const WORDS_PER_MINUTE: usize = 238;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: Spanned<String>,
    authors: Option<Spanned<Vec<Spanned<RawAuthor>>>>,
    /// The former key, for a single author.
    author: Option<Spanned<String>>,
    date: Spanned<String>,
    byline: Spanned<String>,
    caption: String,
    picture: Option<Spanned<String>>,
    picture_description: Option<String>,
}

/// Reads the article. `splitter` finds the people's names in it.
pub(crate) fn parse(
    folder: &Folder,
    file: &SourceFile,
    ids: &mut Ids,
    mut splitter: SentenceSplitter,
    words: &Words,
    problems: &mut Vec<Diagnostic>,
) -> Option<Article> {
    let (matter_range, body) = front_matter(file, problems)?;
    let matter = toml_file::table::<FrontMatter>(file, matter_range.clone(), problems);
    let (title, title_notes) = match &matter {
        Some(matter) => title(&matter.title, file, ids, &mut splitter, problems),
        None => Default::default(),
    };
    let blocks = blocks(file, body.clone(), Voice::Author, ids, problems);
    if blocks.is_empty() && problems.is_empty() {
        problems.push(Diagnostic::error(file.id.at(body), "the article has no text"));
    }
    claim_headings(&blocks, file, ids, problems);
    let sections = sections(blocks, file, &mut splitter, ids, problems);
    if !sections.is_empty() {
        problems.extend(splitter.unused_names());
    }
    let matter = matter?;
    let published = date::read(&matter.date, words, file, problems)?;
    if published.edtf.len() != "2016-12-26".len() {
        let message = "the article's date must be a day";
        problems.push(Diagnostic::error(file.id.at(matter.date.span()), message).help("as in date = \"2016-12-26\""));
    }
    let authors = authors(matter.authors, matter.author, matter_range, file, problems);
    for author in authors.iter().filter(|author| !matter.byline.get_ref().contains(author.sort_name())) {
        let message = format!("the byline does not name the author \"{}\"", author.name());
        problems.push(
            Diagnostic::error(file.id.at(matter.byline.span()), message)
                .help("byline is the line under the title, copied word for word"),
        );
    }
    let mut article = Article {
        title,
        title_notes,
        authors,
        date: published.edtf,
        byline: matter.byline.into_inner(),
        caption: matter.caption,
        picture: matter
            .picture
            .and_then(|picture| self::picture(folder, &picture, matter.picture_description, file, problems)),
        reading_minutes: 1,
        sections,
    };
    let words: usize = article.sentences().map(|sentence| sentence.text().split_whitespace().count()).sum();
    article.reading_minutes = u32::try_from(words.div_ceil(WORDS_PER_MINUTE)).unwrap_or(u32::MAX).max(1);
    Some(article)
}

/// The authors. Reports a front matter, at `matter`, that names none.
fn authors(
    list: Option<Spanned<Vec<Spanned<RawAuthor>>>>,
    single: Option<Spanned<String>>,
    matter: Range<usize>,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Author> {
    if let Some(single) = single {
        let name = single.get_ref().trim();
        let written = match name.rsplit_once(' ') {
            Some((given, family)) => format!("{{ given = \"{}\", family = \"{family}\" }}", given.trim()),
            None => format!("{{ family = \"{name}\" }}"),
        };
        problems.push(
            Diagnostic::error(file.id.at(single.span()), "`author` is now a list, `authors`").help(format!(
                "write authors = [{written}] for a person, or authors = [\"{name}\"] for an organization"
            )),
        );
        return Vec::new();
    }
    let place = list.as_ref().map_or(matter, Spanned::span);
    let list = list.map(Spanned::into_inner).unwrap_or_default();
    if list.is_empty() {
        problems.push(
            Diagnostic::error(file.id.at(place), "the article names no author")
                .help(format!("list authors = […] in the front matter: {}", authors::HELP)),
        );
    }
    authors::resolve(list, file, problems)
}

/// The words of the title, and its note references.
fn title(
    title: &Spanned<String>,
    file: &SourceFile,
    ids: &Ids,
    splitter: &mut SentenceSplitter,
    problems: &mut Vec<Diagnostic>,
) -> (String, Vec<Mention>) {
    let blocks = blocks(file, content_span(file, title), Voice::Author, ids, problems);
    match blocks.as_slice() {
        [Block::Paragraph(text)] if text.links.iter().all(|link| link.kind == LinkKind::NoteReference) => {
            (text.words.clone(), splitter.note_references(text, file, ids, problems))
        }
        _ => {
            problems.push(
                Diagnostic::error(file.id.at(title.span()), "the title must be one line without links")
                    .help("a note reference, [^id], may follow it"),
            );
            Default::default()
        }
    }
}

/// The picture. Reports one that the folder does not have, or that lacks a description.
fn picture(
    folder: &Folder,
    picture: &Spanned<String>,
    description: Option<String>,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<Picture> {
    let address = picture.get_ref();
    let kind = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"].iter().any(|end| address.ends_with(end));
    if !kind || !folder.has(address) || address.contains(['/', '\\']) {
        problems.push(
            Diagnostic::error(file.id.at(picture.span()), format!("there is no picture \"{address}\"")).help(
                "the picture must be an SVG, PNG, JPEG, WebP or AVIF file beside article.md, with an aspect ratio of 4 to 5",
            ),
        );
        return None;
    }
    let Some(description) = description.filter(|description| !description.trim().is_empty()) else {
        problems.push(
            Diagnostic::error(file.id.at(picture.span()), "the picture has no description")
                .help("say what it shows, for those who do not see it: picture_description = \"…\""),
        );
        return None;
    };
    Some(Picture { address: address.clone(), description })
}

/// The ranges of the front matter and the text.
fn front_matter(file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<(Range<usize>, Range<usize>)> {
    const FENCE: &str = "+++";
    let mut fences = file
        .text
        .split_inclusive('\n')
        .scan(0, |offset, line| {
            let start = *offset;
            *offset += line.len();
            Some((start..*offset, line))
        })
        .filter(|(_, line)| line.trim_end() == FENCE)
        .map(|(range, _)| range);
    match (fences.next(), fences.next()) {
        (Some(first), Some(second)) if file.text[..first.start].trim().is_empty() => {
            Some((first.end..second.start, second.end..file.text.len()))
        }
        // A missing or empty file is reported already.
        _ if file.text.is_empty() => None,
        _ => {
            let end = file.text.find('\n').unwrap_or(file.text.len());
            problems.push(
                Diagnostic::error(file.id.at(0..end), "the article does not begin with front matter")
                    .help("the first line must be +++; title, authors, date and so on follow, then +++ again"),
            );
            None
        }
    }
}

/// The id of the nth section, from 1: made from its heading, or from the number when the heading has no letters a-z.
fn section_id(heading: &str, number: usize) -> String {
    let slug = slug(heading);
    if slug.starts_with(|first: char| first.is_ascii_lowercase()) { slug } else { format!("part-{number}") }
}

fn headings(blocks: &[Block]) -> impl Iterator<Item = (String, &AnnotatedText)> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    });
    headings.zip(1..).map(|(heading, number)| (section_id(&heading.words, number), heading))
}

fn claim_headings(blocks: &[Block], file: &SourceFile, ids: &mut Ids, problems: &mut Vec<Diagnostic>) {
    for (id, heading) in headings(blocks) {
        ids.claim(&id, Kind::Section, file.id.at(heading.span.clone()), problems);
        if let Some(link) = heading.links.first() {
            let location = file.id.at(link.span.clone());
            problems.push(
                Diagnostic::error(location, "a heading cannot hold links").help("link words of the text instead"),
            );
        }
    }
}

fn sections(
    blocks: Vec<Block>,
    file: &SourceFile,
    splitter: &mut SentenceSplitter,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Section> {
    let mut section_ids: Vec<_> = headings(&blocks).map(|(id, _)| SectionId::from(id.as_str())).collect();
    section_ids.reverse();
    let mut sections: Vec<Section> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let Some(id) = section_ids.pop() else {
                    continue;
                };
                sections.push(Section { id, heading: Some(heading.words), paragraphs: Vec::new() });
            }
            Block::Paragraph(text) => {
                if sections.is_empty() {
                    sections.push(Section { id: "beginning".into(), heading: None, paragraphs: Vec::new() });
                }
                let sentences: Vec<Sentence> = splitter.sentences(&text, file, ids, problems);
                if let Some(section) = sections.last_mut() {
                    section.paragraphs.push(Paragraph { sentences });
                }
            }
            Block::NoteStart(..) | Block::NoteEnd => {}
        }
    }
    sections
}
