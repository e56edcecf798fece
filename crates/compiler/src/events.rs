//! `events.toml`: everything dated.

use std::collections::BTreeMap;

use palimpsest_story::{Article, Event, Place, SentenceId};
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::statements::{paragraphs, prose, sources};

/// An `[[event]]` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawEvent {
    pub id: Spanned<String>,
    date: Spanned<String>,
    title: String,
    summary: Spanned<String>,
    text: Spanned<String>,
    place: Option<Spanned<String>>,
    #[serde(default)]
    people: Vec<Spanned<String>>,
    told: Option<Spanned<String>>,
    sources: Spanned<Vec<Spanned<String>>>,
}

impl RawEvent {
    /// The event with everything resolved; `None` when its date could not be. `article` is `None` when it could not be
    /// read, so that its absence is not reported with every event.
    pub(crate) fn resolve(
        self,
        file: &SourceFile,
        ids: &Ids,
        places: &BTreeMap<String, Place>,
        article: Option<&Article>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Event> {
        let date = date::read(&self.date, file, problems);
        if let Some(date) = &date
            && date.earliest.is_none()
        {
            problems.push(
                Diagnostic::error(file.id.at(self.date.span()), "an event needs a date to begin with")
                    .help("as in 1922-04-03, or a range with a first day"),
            );
        }
        let place = self.place.and_then(|id| {
            let found = places.get(id.get_ref());
            if found.is_none() && !ids.has(id.get_ref(), Kind::Place) {
                problems.extend(ids.unknown(id.get_ref(), &[Kind::Place], file.id.at(id.span())));
            }
            found.cloned()
        });
        let people = self.people.iter().filter_map(|id| ids.resolve(id, Kind::Person, file, problems)).collect();
        let told = self.told.zip(article).and_then(|(words, article)| told(&words, article, file, problems));
        let summary = prose(&self.summary, file, problems);
        let text = paragraphs(&self.text, file, problems);
        let sources = sources(&self.sources, file, ids, problems);
        Some(Event {
            id: self.id.get_ref().as_str().into(),
            date: date?,
            title: self.title,
            summary,
            text,
            place,
            people,
            told,
            sources,
        })
    }
}

/// The one sentence of the article that holds these words.
fn told(
    words: &Spanned<String>,
    article: &Article,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<SentenceId> {
    let quote = words.get_ref();
    let mut found = article.sentences().filter(|sentence| sentence.text().contains(quote.as_str()));
    let (first, second) = (found.next(), found.next());
    let message = match (first, second) {
        (Some(sentence), None) => return Some(sentence.id.clone()),
        (Some(_), Some(_)) => "more than one sentence of the article holds these words",
        _ => "no sentence of the article holds these words",
    };
    problems.push(
        Diagnostic::error(file.id.at(words.span()), message)
            .help("quote a stretch of the one sentence that tells the event, letter for letter, with its ’ and “ ”"),
    );
    None
}
