//! The people whom the censor's copy of the page leaves out: `erased` and the related fields of `story.toml`.

use palimpsest_story::{Disc, Erased, Erasure, NoteId, PersonId, Picture};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::people::RawPerson;

/// The width and the height of the article's picture, in which a disc is placed.
const FRAME: [u32; 2] = [480, 600];

/// A disc on the article's picture, which is 480 wide and 600 high.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDisc {
    /// Its center, from the left edge of a picture that is 480 wide.
    #[schemars(example = 230)]
    x: u32,
    /// Its center, from the upper edge of a picture that is 600 high.
    #[schemars(example = 304)]
    y: u32,
    /// Its radius.
    #[schemars(example = 194)]
    radius: u32,
}

/// The fields of `story.toml` about the erasure.
pub(crate) struct RawErasure {
    pub people: Vec<Spanned<String>>,
    pub face: Option<Spanned<RawDisc>>,
    pub note: Option<Spanned<String>>,
}

impl RawErasure {
    /// Resolves the erasure. Reports people who are unknown or given twice, a disc without or outside of the picture, and a
    /// disc or a note if nobody is erased.
    pub(crate) fn resolve(
        &self,
        file: &SourceFile,
        people: &[RawPerson],
        ids: &Ids,
        picture: Option<&Picture>,
        problems: &mut Vec<Diagnostic>,
    ) -> Erasure {
        let mut erasure = Erasure::default();
        for id in &self.people {
            let Some(person) = ids.resolve::<PersonId>(id, Kind::Person, file, problems) else { continue };
            if erasure.has(&person) {
                problems.push(
                    Diagnostic::error(file.id.at(id.span()), format!("\"{person}\" is erased twice"))
                        .help("name each person once"),
                );
                continue;
            }
            let mut names =
                people.iter().find(|raw| *raw.id.get_ref() == *person).map(RawPerson::forms).unwrap_or_default();
            names.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
            names.dedup();
            erasure.people.push(Erased { id: person, names });
        }
        if self.people.is_empty() {
            let spans = [self.face.as_ref().map(Spanned::span), self.note.as_ref().map(Spanned::span)];
            problems.extend(spans.into_iter().flatten().map(|span| {
                Diagnostic::error(file.id.at(span), "nobody is erased")
                    .help("name the people whom the censor's copy leaves out: erased = [\"…\"]")
            }));
            return Erasure::default();
        }
        erasure.note = self.note.as_ref().and_then(|id| ids.resolve::<NoteId>(id, Kind::Note, file, problems));
        erasure.cover = self.face.as_ref().map(|face| {
            let RawDisc { x, y, radius } = *face.get_ref();
            let wrong = if picture.is_none() {
                Some((
                    "the article has no picture whose face could be covered",
                    "add one to article.md, or remove this",
                ))
            } else if x > FRAME[0] || y > FRAME[1] || radius == 0 {
                Some((
                    "the disc lies beside the picture",
                    "the picture is 480 wide and 600 high; x and y are the center of the disc, from the upper left",
                ))
            } else {
                None
            };
            problems
                .extend(wrong.map(|(message, help)| Diagnostic::error(file.id.at(face.span()), message).help(help)));
            Disc { x, y, radius }
        });
        erasure
    }
}
