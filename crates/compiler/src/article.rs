//! `article.md`: front matter in TOML between two `+++` lines, then Markdown.

use std::collections::VecDeque;
use std::ops::Range;

use palimpsest_story::{Article, Author, Mark, Mention, OwnMark, Paragraph, Prose, words_of};
use palimpsest_words::Words;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::annotated::{AnnotatedText, LinkKind};
use crate::authors::{self, RawAuthor};
use crate::blocks::{Block, RawFootnote, blocks};
use crate::date;
use crate::diagnostic::Diagnostic;
use crate::files::{Folder, SourceFile};
use crate::headings;
use crate::ids::Ids;
use crate::own_notes::OwnNotes;
use crate::poster::RawPoster;
use crate::prose::Voice;
use crate::refusals::HEADING;
use crate::sections::Sections;
use crate::sentences::SentenceSplitter;
use crate::toml_file;
use crate::toml_text::Text;
use crate::whole_words::is_unspaced;

/// The number of words of English prose that an adult reads per minute (Brysbaert 2019, "How many words do we read per
/// minute?", Journal of Memory and Language 109).
const WORDS_PER_MINUTE: usize = 238;

/// What stands before the text, between two lines `+++`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FrontMatter {
    /// The article’s own title. It may hold `*emphasis*`, and a mark such as `[^brother]` or `[^1]` at its end.
    #[schemars(
        extend("contentMediaType" = "text/markdown"),
        with = "String",
        example = &"Betrayed by a Brother: When Stalin Assassinated Trotsky[^brother]"
    )]
    title: Spanned<String>,
    /// Who wrote it, in the order of the article: people by the parts of their names, organizations by name.
    ///
    /// Without it, the check reports an error.
    #[schemars(with = "Option<Vec<RawAuthor>>", example = serde_json::json!([{ "family": "Caroline" }]))]
    authors: Option<Spanned<Vec<Spanned<RawAuthor>>>>,
    /// The former key, for a single author.
    #[schemars(with = "Option<String>", extend("deprecated" = true))]
    author: Option<Spanned<String>>,
    /// The day on which it was published.
    #[schemars(with = "String", example = &"2016-12-26")]
    date: Spanned<String>,
    /// The line under the title, copied word for word. It usually holds the family name of each person among `authors`;
    /// the check warns if it does not. It may link to other sites.
    ///
    /// Without it, the title has no such line.
    #[schemars(
        extend("contentMediaType" = "text/markdown"),
        with = "Option<String>",
        example = &"Caroline - December 26, 2016"
    )]
    byline: Option<Spanned<String>>,
    /// What leads into the article, under its title: one paragraph, or several with a blank line between them.
    ///
    /// Without it, the article begins with its first paragraph.
    #[schemars(
        extend("contentMediaType" = "text/markdown"),
        with = "Option<String>",
        example = &"How a revolution ate its own."
    )]
    standfirst: Option<Spanned<String>>,
    /// What stands under the `picture`, without which it stands alone, with a warning. It may link to other sites.
    ///
    /// Without it, the picture has no caption.
    #[schemars(
        extend("contentMediaType" = "text/markdown"),
        with = "Option<String>",
        example = &"Leon Trotsky in 1918"
    )]
    caption: Option<Spanned<String>>,
    /// The picture beside the title: an SVG, PNG, JPEG, WebP or AVIF file beside `article.md`, four wide and five high.
    /// An SVG drawing may have other colors for dark mode, in a `<style>` with `@media (prefers-color-scheme: dark)`.
    ///
    /// Without it, the title stands alone.
    #[schemars(with = "Option<String>", example = &"poster.svg")]
    picture: Option<Spanned<String>>,
    /// What the picture shows, for those who do not see it.
    ///
    /// Without it, a `picture` is an error.
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        with = "Option<String>",
        example = &"Poster drawing of Leon Trotsky in 1918, with wild hair, pince-nez and pointed beard."
    )]
    picture_description: Option<Spanned<String>>,
    /// Who made the picture and under what license: plain text, which stands after the caption.
    ///
    /// Without it, nothing is said of where the picture is from.
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        with = "Option<String>",
        example = &"A drawing, made for this edition"
    )]
    picture_credit: Option<Spanned<String>>,
}

/// Counts the words of a text. In a script that is written without spaces, each character counts as a word.
fn word_count(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().filter(|letter| is_unspaced(*letter)).count().max(1)).sum()
}

/// Reads the article. `splitter` finds the names of people in it.
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
    let blocks = blocks(file, body.clone(), Voice::Author, ids, problems);
    if blocks.is_empty() && problems.is_empty() {
        problems.push(Diagnostic::error(file.id.at(body), "the article has no text"));
    }
    let (notes, blocks) = own_notes(blocks, file, ids, problems);
    splitter.own_notes = OwnNotes::new(&notes);
    let headings = headings::claim(&blocks, file, ids, problems);
    let mut sections = Sections { folder, file, ids, splitter: &mut splitter, headings, problems };
    let (title, (title_notes, title_own_notes)) = match &matter {
        Some(matter) => title(&matter.title, &mut sections),
        None => Default::default(),
    };
    let standfirst = matter.as_ref().and_then(|matter| matter.standfirst.as_ref());
    let standfirst = standfirst.map(|text| self::standfirst(text, &mut sections)).unwrap_or_default();
    let (text, own_notes) = (sections.of(blocks), sections.own_notes(notes));
    let (byline, caption) = match &matter {
        Some(matter) => {
            let mut line = |value: Option<&_>, name| value.map(|value| line(value, name, &mut sections));
            let byline = line(matter.byline.as_ref(), "byline").unwrap_or_default();
            (byline, line(matter.caption.as_ref(), "caption").unwrap_or_default())
        }
        None => Default::default(),
    };
    if !text.is_empty() {
        problems.extend(splitter.unused_names());
    }
    let matter = matter?;
    let published = date::read(&matter.date, words, file, problems)?;
    if published.edtf.len() != "2016-12-26".len() {
        let message = "the article's date must be a day";
        problems.push(Diagnostic::error(file.id.at(matter.date.span()), message).help("as in date = \"2016-12-26\""));
    }
    let authors = authors(matter.authors, matter.author, matter_range, file, problems);
    // An empty one was reported when its field was checked.
    if let Some(written) = matter.byline.as_ref().filter(|byline| !byline.get_ref().trim().is_empty()) {
        let said = words_of(&byline);
        for author in authors.iter().filter(|author| authors::is_left_out(author, &said)) {
            let message = format!("the byline does not name the author \"{}\"", author.name());
            let help =
                "check the name among the `authors`; the byline is the line under the title, copied word for word";
            problems.push(Diagnostic::warning(file.id.at(written.span()), message).help(help));
        }
    }
    let (caption_given, description, credit) = (matter.caption, matter.picture_description, matter.picture_credit);
    let poster = RawPoster { picture: matter.picture, caption: caption_given, description, credit };
    let mut article = Article {
        title: words_of(&title),
        title_prose: title,
        title_notes,
        title_own_notes,
        authors,
        date: published.edtf,
        byline,
        standfirst,
        caption,
        picture: poster.resolve(folder, file, problems),
        reading_minutes: 1,
        sections: text,
        own_notes,
    };
    let words: usize = article.sentences().map(|sentence| word_count(&sentence.text())).sum();
    article.reading_minutes = u32::try_from(words.div_ceil(WORDS_PER_MINUTE)).unwrap_or(u32::MAX).max(1);
    Some(article)
}

/// Resolves the authors. Reports the former key `author`, and front matter (at `matter`) that names no author.
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

/// Separates the author's footnotes from the other blocks. Reports a footnote that is defined twice, and one whose label is
/// already used as an id by the editors.
fn own_notes(
    blocks: Vec<Block>,
    file: &SourceFile,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> (Vec<RawFootnote>, Vec<Block>) {
    let mut notes: Vec<RawFootnote> = Vec::new();
    let mut rest = Vec::new();
    for block in blocks {
        let Block::Note(note) = block else {
            rest.push(block);
            continue;
        };
        let place = file.id.at(note.span.clone());
        let same = notes.iter().find(|other| crate::lost::label(&other.label) == crate::lost::label(&note.label));
        if let Some(same) = same {
            problems.push(
                Diagnostic::error(place, format!("the author's note \"{}\" is given twice", note.label))
                    .related(file.id.at(same.span.clone()), "first given here")
                    .help("give each a name of its own: [^1], [^2]"),
            );
        } else if let Some(theirs) = ids.location(&note.label) {
            problems.push(
                Diagnostic::error(
                    place,
                    format!("the author's note \"{}\" is called like something of the editors'", note.label),
                )
                .related(theirs, "which is this")
                .help("give one of them another name: the author's notes are best called by their numbers, [^1]"),
            );
        }
        notes.push(note);
    }
    (notes, rest)
}

/// Parses a string of the front matter as Markdown and converts its blocks with `made`. Problems are reported at their
/// positions in the file.
fn markdown<T>(
    value: &Spanned<String>,
    sections: &mut Sections,
    made: impl FnOnce(Vec<Block>, &mut Sections) -> T,
) -> T {
    let written = Text::new(sections.file, value);
    let mut found = Vec::new();
    let blocks = blocks(&written.file, 0..written.file.text.len(), Voice::Author, sections.ids, &mut found);
    let mut within = Sections {
        folder: sections.folder,
        file: &written.file,
        ids: sections.ids,
        splitter: sections.splitter,
        headings: VecDeque::new(),
        problems: &mut found,
    };
    let made = made(blocks, &mut within);
    for problem in found.iter_mut().filter(|problem| problem.message.starts_with(HEADING)) {
        problem.help = Some("there are no headings in the front matter: remove the mark of the heading".to_owned());
    }
    written.report(found, sections.problems);
    made
}

/// Returns the words of the title and its note references. Reports a title that has links or more than one line.
fn title(title: &Spanned<String>, sections: &mut Sections) -> (Prose, (Vec<Mention>, Vec<OwnMark>)) {
    let read = markdown(title, sections, |blocks, within| match blocks.as_slice() {
        [Block::Paragraph(text)] if text.media.is_empty() && !is_linked(text) => {
            let notes = within.splitter.note_references(text, within.file, within.ids, within.problems);
            Some((Sections::set(text), notes))
        }
        _ => None,
    });
    read.unwrap_or_else(|| {
        sections.problems.push(
            Diagnostic::error(sections.file.id.at(title.span()), "the title must be one line without links")
                .help("it may hold *emphasis*, and a note reference, [^id], may follow it"),
        );
        Default::default()
    })
}

fn is_linked(text: &AnnotatedText) -> bool {
    text.links.iter().any(|link| link.kind != LinkKind::NoteReference)
        || text.marks.iter().any(|(_, mark)| matches!(mark, Mark::Away(_)))
}

/// Reads a line of the front matter, the byline or the caption. It may link to other sites.
fn line(value: &Spanned<String>, name: &str, sections: &mut Sections) -> Prose {
    if value.get_ref().trim().is_empty() {
        return Prose::new();
    }
    let read = markdown(value, sections, |blocks, _| match blocks.as_slice() {
        [Block::Paragraph(text)] if text.links.is_empty() && text.media.is_empty() => Some(Sections::set(text)),
        _ => None,
    });
    read.unwrap_or_else(|| {
        sections.problems.push(
            Diagnostic::error(sections.file.id.at(value.span()), format!("the {name} must be one line"))
                .help("it may hold *emphasis* and [links](https://example.org/) to other sites"),
        );
        Prose::new()
    })
}

/// Reads the paragraphs that lead into the article. Reports blocks of any other kind.
fn standfirst(value: &Spanned<String>, sections: &mut Sections) -> Vec<Paragraph> {
    let (paragraphs, others) = markdown(value, sections, |blocks, within| {
        let (mut paragraphs, mut others) = (Vec::new(), 0_usize);
        for block in &blocks {
            match block {
                Block::Paragraph(text) if text.media.is_empty() => paragraphs.push(within.paragraph(text)),
                _ => others += 1,
            }
        }
        (paragraphs, others)
    });
    if others > 0 {
        sections.problems.push(
            Diagnostic::error(sections.file.id.at(value.span()), "the standfirst may hold paragraphs alone")
                .help("move the rest into the text of the article"),
        );
    }
    paragraphs
}

/// Returns the ranges of the front matter and of the text after it.
pub(crate) fn front_matter(file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<(Range<usize>, Range<usize>)> {
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
        // A missing or empty file has already been reported.
        _ if file.text.is_empty() => None,
        (Some(first), None) if file.text[..first.start].trim().is_empty() => {
            problems.push(
                Diagnostic::error(file.id.at(first.start..first.start + FENCE.len()), "the front matter is not closed")
                    .help("write +++ on a line of its own where it ends, before the text of the article"),
            );
            None
        }
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
