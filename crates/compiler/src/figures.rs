//! Pictures, sounds and films in the article. A figure is a paragraph that begins with them, and whose other words are their
//! caption.

use std::ops::Range;

use palimpsest_story::{Figure, Media, MediaKind, Prose};

use crate::annotated::{AnnotatedText, RawMedia};
use crate::blocks::{Block, blocks};
use crate::diagnostic::{Diagnostic, Location};
use crate::files::{Folder, Shown};
use crate::picture_files::is_whole;
use crate::prose::Voice;
use crate::sections::Sections;

/// The kinds of files that a page can show, which [`MediaKind::of`] knows.
const KNOWN: &str =
    "pictures are JPEG, PNG, WebP, AVIF or SVG, sounds MP3, M4A, Ogg, Opus, WAV or FLAC, films MP4 or WebM";

/// The extension of caption files.
const CAPTIONS: &str = "vtt";

/// Returns the figure of a paragraph with media. Reports media in the middle of words, missing files, and media without a
/// text for those who cannot see or hear them.
pub(crate) fn figure(mut text: AnnotatedText, sections: &mut Sections) -> Option<Figure> {
    let raw = std::mem::take(&mut text.media);
    let from = raw.last()?.at;
    if let Some(media) = raw.iter().find(|media| !text.words[..media.at].trim().is_empty()) {
        let place = sections.file.id.at(media.span.clone());
        let help = if media.address.starts_with('#') {
            "to Markdown, ! and a link are a picture; if the ! is text, write \\!"
        } else {
            "put it into a paragraph of its own; the words that follow it there are its caption"
        };
        sections.problems.push(Diagnostic::error(place, "a picture cannot stand within a line").help(help));
        return None;
    }
    let is_linked = |media: &RawMedia| {
        text.marks.iter().any(|(range, _)| range.start <= media.at && media.at <= range.end && range.start <= from)
    };
    if let Some(media) = raw
        .iter()
        .find(|media| is_linked(media) && sections.file.text[..media.span.start].ends_with(['[', '*', '_', '~']))
    {
        let place = sections.file.id.at(media.span.clone());
        sections.problems.push(
            Diagnostic::error(place, "a picture cannot be a link or emphasized")
                .help("link words of its caption instead"),
        );
        return None;
    }
    let from = from + (text.words[from..].len() - text.words[from..].trim_start().len());
    let caption = text.from(from);
    let media: Vec<Media> = raw.iter().filter_map(|raw| media(raw, sections)).collect();
    let caption = (!caption.words.is_empty() || !caption.links.is_empty()).then(|| sections.paragraph(&caption));
    (!media.is_empty()).then_some(Figure { media, caption })
}

fn media(raw: &RawMedia, sections: &mut Sections) -> Option<Media> {
    let description = raw.description.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = Named {
        address: &raw.address,
        description,
        place: sections.file.id.at(raw.span.clone()),
        voice: Voice::Author,
    };
    let media = named.media(sections.folder, sections.problems)?;
    let credit = raw.credit.clone().map(|span| credit(span, sections)).unwrap_or_default();
    Some(Media { credit, ..media })
}

/// A file that a text names.
pub(crate) struct Named<'a> {
    pub address: &'a str,
    /// What it shows.
    pub description: String,
    pub place: Location,
    /// Whose text names it.
    pub voice: Voice,
}

impl Named<'_> {
    /// Resolves the file, without its credit. Reports a file that the folder does not have or that no page can show, and one
    /// without a text for those who cannot see or hear it. Warns of captions that are not `WebVTT`, and of a picture whose
    /// size cannot be read.
    pub(crate) fn media(self, folder: &Folder, problems: &mut Vec<Diagnostic>) -> Option<Media> {
        let Self { address, description, place, voice } = self;
        let kind = MediaKind::of(address);
        let found = folder.find(address);
        let problem = match kind {
            _ if address.contains("://") || address.starts_with(['/', '#']) || address.starts_with("data:") => Some((
                format!("the picture \"{address}\" is not in the story folder"),
                "save it beside article.md and name it here: nothing is loaded from other sites".to_owned(),
            )),
            None => Some((format!("\"{address}\" is no kind of file that a page can show"), KNOWN.to_owned())),
            Some(_) => found.as_ref().err().cloned(),
        };
        if let Some((message, help)) = problem {
            problems.push(Diagnostic::error(place, message).help(help));
            return None;
        }
        let (kind, address) = (kind?, found.ok()?);
        let address = address.as_str();
        if description.is_empty() {
            let help = match (voice, kind) {
                (Voice::Author, MediaKind::Picture) => "say what it shows: ![Sailors on the ice](ice.jpg)",
                (Voice::Author, _) => "say what it is: ![Lenin’s speech of March 1919](speech.mp3)",
                (_, MediaKind::Picture) => "say what it shows: description = \"Sailors on the ice\"",
                (_, _) => "say what it is: description = \"Lenin’s speech of March 1919\"",
            };
            let message = format!("\"{address}\" has no text for those who do not see it");
            problems.push(Diagnostic::warning(place.clone(), message).help(help));
        }
        let captions = address.rsplit_once('.').map(|(name, _)| format!("{name}.{CAPTIONS}"));
        let captions =
            captions.filter(|_| kind != MediaKind::Picture).and_then(|captions| folder.in_any_case(&captions));
        if let Some(captions) = captions.as_deref().filter(|captions| folder.is_web_vtt(captions) == Some(false)) {
            let message = format!("\"{captions}\" is not WebVTT, so that no browser shows it");
            problems.push(
                Diagnostic::warning(place.clone(), message)
                    .help("its first line is WEBVTT; programs for subtitles convert SubRip and others into it"),
            );
        }
        if captions.is_none() && kind == MediaKind::Film {
            let message = format!("\"{address}\" has no captions for those who do not hear it");
            problems.push(
                Diagnostic::warning(place.clone(), message)
                    .help("put them beside it, in a WebVTT file of the same name that ends in .vtt"),
            );
        }
        let is_whole = is_whole(folder, address, Shown::Whole, &place, problems);
        let size = if kind == MediaKind::Picture { folder.size(address) } else { None };
        if size.is_none() && kind == MediaKind::Picture && folder.is_on_disk() && is_whole {
            let message = format!("the size of \"{address}\" cannot be read");
            problems.push(Diagnostic::warning(place, message).help(
                "check that it is whole, and of the kind that its ending says; an SVG file needs a viewBox, or width and height",
            ));
        }
        Some(Media { kind, address: address.to_owned(), description, credit: Prose::new(), size, captions })
    }
}

/// Reads the credit, which is Markdown too.
fn credit(span: Range<usize>, sections: &mut Sections) -> Prose {
    match blocks(sections.file, span.clone(), Voice::Author, sections.ids, sections.problems).as_slice() {
        [Block::Paragraph(text)] if text.links.is_empty() && text.media.is_empty() => Sections::set(text),
        _ => {
            let place = sections.file.id.at(span);
            sections.problems.push(
                Diagnostic::error(place, "the credit of a picture must be one line")
                    .help("it may hold *emphasis* and [links](https://example.org/) to other sites"),
            );
            Prose::new()
        }
    }
}
