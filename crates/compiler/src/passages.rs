//! `passages.toml` records what the editors read of each work. `further.toml` lists works that nobody opened, for readers
//! who want more.

use std::collections::BTreeMap;

use palimpsest_story::{Date, Further, Grade, Passage, ReadExtent, Source, SourceId};
use palimpsest_words::Words;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::diagnostic::{Diagnostic, Location};
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::toml_file;
use crate::word::Word;

/// Sites with unlicensed copies of books, as far as editors have come across them. A book is cited as the book itself.
const UNLICENSED: &[&str] = &[
    "bibliboba.online",
    "bookreadfree.com",
    "chitka.online",
    "fb2.top",
    "homeread.net",
    "hotlib.net",
    "libgen.is",
    "litark.com",
    "litbaza.com",
    "litmir.club",
    "livebooks.pro",
    "loveread.ec",
    "online-knigi.org",
    "paperzz.com",
    "readania.com",
    "rulit.me",
    "trantor.me",
    "whosread.com",
    "zlibrary.to",
];

/// A `[[passage]]`: what was read of a work, for some statements.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPassage {
    /// What citations name, as in `[@kotkin-2014-congress]`: a letter, then letters a-z, digits and hyphens. A passage
    /// may be called like its work.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"), example = &"kotkin-2014-congress")]
    id: Spanned<String>,
    /// The id of the work in `sources.json`.
    #[schemars(with = "String", example = &"kotkin-2014")]
    source: Spanned<String>,
    /// Where it stands in the work: a chapter, a letter, a page of the printed book.
    ///
    /// Without it, it is the whole work, or the copy did not say.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"ch. 10")]
    at: Option<String>,
    /// The day on which you read it.
    #[schemars(with = "String", example = &"2026-11-28")]
    read: Spanned<String>,
    /// How much of it you read.
    #[schemars(example = &"excerpt")]
    extent: Word<ReadExtent>,
    /// How much it weighs.
    #[schemars(example = &"A")]
    grade: Word<Grade>,
    /// What it says, in your own words, as far as your statements rest on it. Readers find it in `passages.csv`.
    #[schemars(
        extend("contentMediaType" = "text/markdown"),
        with = "String",
        example = &"Krestinsky, Preobrazhensky and Serebryakov lost their posts as secretaries; Molotov came in."
    )]
    says: Spanned<String>,
}

/// A `[[work]]` that nobody opened, and that readers may want.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawFurther {
    /// The id of the work in `sources.json`.
    #[schemars(with = "String", example = &"lewin-1968")]
    id: Spanned<String>,
    /// What readers find in it.
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        example = &"A short classic on Lenin’s last texts and his break with Stalin."
    )]
    why: String,
    /// The id of the passage that names the work.
    ///
    /// Without it, the page does not say how you know of the work.
    #[schemars(with = "Option<String>", example = &"patenaude-ch8")]
    named_by: Option<Spanned<String>>,
}

/// Adds the passages that were read, and the works that were not opened, to the sources. Citations may name the passages
/// from then on. Returns the location of each passage.
pub(crate) fn read(
    files: [&SourceFile; 2],
    words: &Words,
    sources: &mut [Source],
    ids: &mut Ids,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Location> {
    let [passages, further] = files;
    let mut places = BTreeMap::new();
    let positions: BTreeMap<SourceId, usize> =
        sources.iter().enumerate().map(|(position, source)| (source.id.clone(), position)).collect();
    if !passages.text.is_empty() {
        ids.expect_passages();
    }
    let items = toml_file::items::<RawPassage>(passages, "passage", problems);
    for id in &items.unread {
        // The id is registered, so that citations of it are not reported as well.
        ids.add_passage(id.get_ref(), id.get_ref(), None);
    }
    for raw in items.read {
        let known = ids.resolve::<SourceId>(&raw.source, Kind::Source, passages, problems);
        let source = known.and_then(|id| positions.get(&id)).and_then(|position| sources.get_mut(*position));
        let id = passages.id.at(raw.id.span());
        if !is_citable(raw.id.get_ref()) {
            let message = format!("no citation can name \"{}\"", raw.id.get_ref());
            problems.push(
                Diagnostic::error(id.clone(), message)
                    .help("an id is a letter, then any of a-z, 0-9 and hyphens, as in kotkin-2014-congress"),
            );
        }
        if ids.add_passage(raw.id.get_ref(), raw.source.get_ref(), raw.at.as_deref()) {
            let message = format!("the passage \"{}\" is given twice", raw.id.get_ref());
            problems.push(Diagnostic::error(id.clone(), message).help("every passage needs an id of its own"));
        }
        places.insert(raw.id.get_ref().clone(), id);
        if let Some((read, source)) = raw.day(words, passages, problems).zip(source) {
            source.passages.push(raw.resolve(read));
        }
    }
    for raw in toml_file::items::<RawFurther>(further, "work", problems).read {
        let known = ids.resolve::<SourceId>(&raw.id, Kind::Source, further, problems);
        if let Some(named_by) = &raw.named_by
            && !places.contains_key(named_by.get_ref())
        {
            let message = format!("unknown passage \"{}\"", named_by.get_ref());
            problems.push(
                Diagnostic::error(further.id.at(named_by.span()), message).help("passages are listed in passages.toml"),
            );
        }
        let Some(source) = known.and_then(|id| positions.get(&id)).and_then(|at| sources.get_mut(*at)) else {
            continue;
        };
        if !source.passages.is_empty() {
            let message = format!("\"{}\" is listed as unopened, but something of it was read", raw.id.get_ref());
            problems.push(
                Diagnostic::error(further.id.at(raw.id.span()), message)
                    .help("remove it here, or its passages from passages.toml"),
            );
        }
        source.further =
            Some(Further { why: raw.why, named_by: raw.named_by.map(|passage| passage.get_ref().as_str().into()) });
    }
    problems.extend(sources.iter().filter_map(|source| unlicensed(source, ids)));
    places
}

/// Reports whether a citation can name this id, at least in braces.
fn is_citable(id: &str) -> bool {
    !id.is_empty() && !id.contains(|letter: char| letter.is_whitespace() || "{};".contains(letter))
}

/// Returns the problem of a work whose address is an unlicensed copy.
fn unlicensed(source: &Source, ids: &Ids) -> Option<Diagnostic> {
    let (_, address) = source.url.as_deref()?.split_once("://")?;
    let host = address.split(['/', ':', '?']).next()?;
    let site = UNLICENSED
        .iter()
        .find(|site| host.strip_suffix(**site).is_some_and(|sub| sub.is_empty() || sub.ends_with('.')))?;
    let message =
        format!("\"{}\" would link to {site}, which has copies of books without a license", ids.written(&source.id));
    Some(Diagnostic::warning(ids.location(&source.id)?, message).help("cite the book itself, and remove the URL"))
}

impl RawPassage {
    fn day(&self, words: &Words, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Date> {
        date::read(&self.read, words, file, problems)
    }

    fn resolve(self, read: Date) -> Passage {
        Passage {
            id: self.id.get_ref().as_str().into(),
            at: self.at,
            read,
            extent: self.extent.0,
            grade: self.grade.0,
            says: self.says.into_inner(),
            supports: Vec::new(),
        }
    }
}
