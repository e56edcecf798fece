//! Births and deaths, in `people.toml`.

use palimpsest_story::{Date, Death, LifeDate, Manner, PersonKind};
use palimpsest_words::Words;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::Ids;
use crate::statements::sources;
use crate::word::Word;

/// Help text for a birth or a death without bounds: what to write instead.
const OPEN: &str = "of somebody who is alive leave `died` out, and write living = true; of others leave out what nobody knows, or \
                    write the range that it lies in, as in 1936/1950";

/// The same help text for a body.
const OPEN_BODY: &str = "of a body that still exists leave `dissolved` out, and write living = true; of others leave out what \
                         nobody knows, or write the range that it lies in, as in 1936/1950";

/// Why something cannot be of a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outside {
    BeforeBirth,
    AfterDeath,
}

impl Outside {
    /// Returns why a date is outside of a life, or `None` if it may be within it.
    pub(crate) fn of(date: &Date, born: Option<&LifeDate>, died: Option<&LifeDate>) -> Option<Self> {
        let is = |first: Option<_>, second: Option<_>| first.zip(second).is_some_and(|(first, second)| first < second);
        if is(date.latest, born.and_then(|born| born.date.earliest)) {
            Some(Self::BeforeBirth)
        } else if is(died.and_then(|died| died.date.latest), date.earliest) {
            Some(Self::AfterDeath)
        } else {
            None
        }
    }

    /// Says it of a person or a body.
    pub(crate) fn words(self, kind: PersonKind) -> &'static str {
        match (self, kind) {
            (Self::BeforeBirth, PersonKind::Person) => "was not yet born",
            (Self::BeforeBirth, PersonKind::Body) => "was not yet founded",
            (Self::AfterDeath, PersonKind::Person) => "was already dead",
            (Self::AfterDeath, PersonKind::Body) => "was already dissolved",
        }
    }
}

/// A life, as far as it is known.
#[derive(Clone, Copy)]
pub(crate) struct Life<'a> {
    pub name: &'a str,
    pub kind: PersonKind,
    pub born: Option<&'a LifeDate>,
    pub died: Option<&'a LifeDate>,
}

impl Life<'_> {
    /// Returns what is wrong with a date of the life, `what`, that is outside of it.
    pub(crate) fn lacks(&self, date: &Date, what: &str) -> Option<String> {
        let outside = Outside::of(date, self.born, self.died)?;
        Some(format!("\"{}\" {} at the time of this {what}", self.name, outside.words(self.kind)))
    }
}

/// A birth or a death, or a beginning or an end of a body.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawLifeDate {
    /// When, as a date.
    #[schemars(with = "String", extend("format" = "edtf"), example = &"1879-11-07")]
    pub(crate) date: Spanned<String>,
    /// The place then and, if it differs, now.
    ///
    /// Without it, nothing is known of the place.
    #[serde(default)]
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Yanovka, now Bereslavka, Ukraine")]
    place: String,
}

/// A death.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDeath {
    /// When, as a date.
    #[schemars(with = "String", extend("format" = "edtf"), example = &"1940-08-21")]
    pub(crate) date: Spanned<String>,
    /// The place then and, if it differs, now.
    ///
    /// Without it, nothing is known of the place.
    #[serde(default)]
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Mexico City")]
    place: String,
    /// How they died. It needs `sources`.
    ///
    /// Without it, the page does not say how.
    #[schemars(with = "Option<Word<Manner>>", example = &"murdered")]
    manner: Option<Spanned<Word<Manner>>>,
    /// What `manner` rests on: ids of passages.
    ///
    /// Without them, a `manner` is an error.
    #[schemars(with = "Option<Vec<String>>", length(min = 1), example = serde_json::json!(["memorial-trotsky"]))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

impl RawLifeDate {
    /// Resolves the date and its place. Reports a date that leaves open when a life begins or ends.
    pub(crate) fn resolve(
        self,
        kind: PersonKind,
        words: &Words,
        file: &SourceFile,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<LifeDate> {
        let date = date::read(&self.date, words, file, problems)?;
        if date.extent.is_none() {
            let (what, help) = match kind {
                PersonKind::Person => ("a life begins or ends", OPEN),
                PersonKind::Body => ("a body begins or ends", OPEN_BODY),
            };
            let message = format!("\"{}\" leaves open when {what}", self.date.get_ref());
            problems.push(Diagnostic::error(file.id.at(self.date.span()), message).help(help));
            return None;
        }
        Some(LifeDate { date, place: self.place })
    }
}

impl RawDeath {
    /// Resolves how the person died. Like every statement, a manner of death needs sources.
    pub(crate) fn death(&self, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Option<Death> {
        let Some(manner) = &self.manner else {
            problems.extend(self.sources.as_ref().map(|list| {
                Diagnostic::error(file.id.at(list.span()), "these sources support no `manner`")
                    .help("say how they died, or move the sources to those of the person")
            }));
            return None;
        };
        let of = Spanned::new(manner.span(), String::new());
        let sources = sources(self.sources.as_ref(), &of, file, ids, problems);
        Some(Death { manner: manner.get_ref().0, sources })
    }

    /// Returns when and where the person died.
    pub(crate) fn life(self) -> RawLifeDate {
        RawLifeDate { date: self.date, place: self.place }
    }
}
