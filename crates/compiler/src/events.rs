//! `events.toml`: the events of the timeline.

use std::collections::BTreeMap;

use palimpsest_story::{Date, Event, Illustration, Media, Person, PersonId, Place};
use palimpsest_words::Words;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::diagnostic::Diagnostic;
use crate::figures::Named;
use crate::files::{Folder, SourceFile};
use crate::ids::{Ids, Kind};
use crate::lives::Outside;
use crate::places::resolve_place;
use crate::prose::Voice;
use crate::quoted::Sentences;
use crate::statements::{paragraphs, prose, sources};

/// An `[[event]]`: an entry of the timeline.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawEvent {
    /// The event’s address on the page: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"), example = &"tenth-congress")]
    pub id: Spanned<String>,
    /// When, as a date with a first day. The page sorts the events by it; those that begin on the same day stay in your
    /// order.
    #[schemars(with = "String", extend("format" = "edtf"), example = &"1921-03-08/1921-03-16")]
    date: Spanned<String>,
    /// A short title without a date.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"The Tenth Party Congress")]
    title: String,
    /// What happened, in one line that can be understood by itself.
    #[schemars(
        with = "String",
        example = &"Lenin’s side wins the debate on the trade unions, and the party bans factions in its own ranks."
    )]
    summary: Spanned<String>,
    /// More about it, in one to three short paragraphs with a blank line between them.
    #[schemars(with = "String", example = &"Zinoviev became a full member of the [Politburo](#politburo) [@kotkin-2014-congress].")]
    text: Spanned<String>,
    /// A picture of it, or a sound or a film, which stands after the text.
    ///
    /// Without it, the event has none.
    figure: Option<RawFigure>,
    /// The id of the place.
    ///
    /// Without it, the event has no place.
    #[schemars(with = "Option<String>", example = &"moscow")]
    place: Option<Spanned<String>>,
    /// Ids of the people involved.
    ///
    /// Without any, the event is in nobody’s life.
    #[serde(default)]
    #[schemars(with = "Vec<String>", example = serde_json::json!(["lenin", "trotsky"]))]
    people: Vec<Spanned<String>>,
    /// Where the article has the event: a few words of the sentence that tells of it, copied letter for letter, as
    /// readers see them, without marks such as `[^1]`. No other sentence may hold the same words. Several events may
    /// belong to one sentence.
    ///
    /// Without it, the page marks the event as context that the editors added.
    #[schemars(with = "Option<String>", example = &"At the Tenth Party Congress in March 1921")]
    told: Option<Spanned<String>>,
    /// What is unusual but meant: that somebody among `people` was dead by then, or not yet born.
    ///
    /// Without it, the check warns of such a person.
    #[serde(default)]
    #[schemars(with = "Vec<Allowed>", example = serde_json::json!(["after-death"]))]
    allow: Vec<Spanned<Allowed>>,
    /// What all of this rests on: ids of passages, or of works in a story without `passages.toml`.
    #[schemars(with = "Vec<String>", length(min = 1), example = serde_json::json!(["lenin-1921-congress"]))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

/// A picture, a sound or a film.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    /// The file, which lies beside `article.md` or in a folder there. The kinds are those of the article’s figures.
    #[schemars(with = "String", example = &"congress.jpg")]
    file: Spanned<String>,
    /// What it shows, for those who do not see it.
    #[schemars(example = &"Delegates on the steps of a theater")]
    description: String,
    /// The words under it, in one paragraph, which may cite.
    ///
    /// Without it, there are none.
    #[schemars(with = "Option<String>", example = &"Delegates of the Congress.")]
    caption: Option<Spanned<String>>,
    /// Who made it and under what license, in one paragraph.
    ///
    /// Without it, nothing is said of it.
    #[schemars(with = "Option<String>", example = &"Photograph: A. Holm, CC BY 4.0")]
    credit: Option<Spanned<String>>,
}

impl RawFigure {
    fn resolve(self, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Illustration> {
        let Context { folder, file, ids, .. } = *context;
        let description = self.description.split_whitespace().collect::<Vec<_>>().join(" ");
        let place = file.id.at(self.file.span());
        let named = Named { address: self.file.get_ref(), description, place, voice: Voice::Editors };
        let media = named.media(folder, problems);
        let mut text = |text: Option<Spanned<String>>| text.map(|text| prose(&text, file, ids, problems));
        let (caption, credit) = (text(self.caption), text(self.credit));
        let media = Media { credit: credit.unwrap_or_default(), ..media? };
        Some(Illustration { media, caption: caption.unwrap_or_default() })
    }
}

/// What an event may acknowledge: that one of its people was not yet born, or already dead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Allowed {
    BeforeBirth,
    AfterDeath,
}

impl Allowed {
    fn word(self) -> &'static str {
        match self {
            Self::BeforeBirth => "before-birth",
            Self::AfterDeath => "after-death",
        }
    }
}

/// The data needed to resolve events.
pub(crate) struct Context<'a> {
    /// The words in which dates are written.
    pub words: &'a Words,
    pub folder: &'a Folder,
    pub file: &'a SourceFile,
    pub ids: &'a Ids,
    pub places: &'a BTreeMap<String, Place>,
    pub people: &'a BTreeMap<&'a PersonId, &'a Person>,
    /// The sentences of the article, or `None` if it could not be read, so that this is not reported again for every event.
    pub sentences: Option<Sentences>,
}

impl RawEvent {
    /// Returns the title, with the id.
    pub(crate) fn called(&self) -> (&str, &str) {
        (&self.title, self.id.get_ref())
    }

    /// Resolves the event. Returns `None` if its date cannot be read.
    pub(crate) fn resolve(self, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Event> {
        let Context { words, file, ids, places, .. } = *context;
        let date = date::read(&self.date, words, file, problems);
        if let Some(date) = &date
            && date.earliest.is_none()
        {
            problems.push(
                Diagnostic::error(file.id.at(self.date.span()), "an event needs a first day")
                    .help("write a date such as 1922-04-03, or a range with a start"),
            );
        }
        let place = self.place.as_ref().and_then(|id| resolve_place(id, file, ids, places, problems));
        let people = self.people.iter().filter_map(|id| ids.resolve(id, Kind::Person, file, problems)).collect();
        if let Some(date) = &date {
            self.check_lives(date, context, problems);
        }
        let told = self.told.zip(context.sentences.as_ref());
        let told = told.and_then(|(words, sentences)| sentences.with(&words, file, problems));
        let summary = prose(&self.summary, file, ids, problems);
        let text = paragraphs(&self.text, file, ids, problems);
        let figure = self.figure.and_then(|figure| figure.resolve(context, problems));
        let sources = sources(self.sources.as_ref(), &self.id, file, ids, problems);
        Some(Event {
            id: self.id.get_ref().as_str().into(),
            date: date?,
            title: self.title,
            summary,
            text,
            figure,
            place,
            people,
            told,
            sources,
        })
    }

    /// Warns about people who were not yet born or already dead at the time, and about entries of `allow` that are not
    /// needed.
    fn check_lives(&self, date: &Date, context: &Context, problems: &mut Vec<Diagnostic>) {
        let mut needed = Vec::new();
        for id in &self.people {
            let Some(person) = context.people.get(&PersonId::from(id.get_ref().as_str())) else {
                continue;
            };
            let Some(outside) = Outside::of(date, person.born.as_ref(), person.died.as_ref()) else { continue };
            let why = match outside {
                Outside::BeforeBirth => Allowed::BeforeBirth,
                Outside::AfterDeath => Allowed::AfterDeath,
            };
            needed.push(why);
            if !self.allow.iter().any(|allowed| *allowed.get_ref() == why) {
                problems.push(
                    Diagnostic::warning(
                        context.file.id.at(id.span()),
                        format!("\"{}\" {} at the time", person.name, outside.words(person.kind)),
                    )
                    .help(format!("check the dates; if they are right, write allow = [\"{}\"]", why.word())),
                );
            }
        }
        for allowed in self.allow.iter().filter(|allowed| !needed.contains(allowed.get_ref())) {
            problems.push(
                Diagnostic::warning(context.file.id.at(allowed.span()), "nothing needs this entry of `allow`")
                    .help("remove it, so that it does not hide a mistake later"),
            );
        }
    }
}
