//! The timeline as plain JSON, for custom programs.

use palimpsest_story::{Claim, ClaimValue, Event, Story, Target, words_of};
use palimpsest_words::Words;
use serde::Serialize;

use super::{Export, event, pretty};
use crate::date::iso;

#[derive(Serialize)]
struct Timeline<'story> {
    title: &'story str,
    language: &'story str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'story str>,
    events: Vec<Entry<'story>>,
}

#[derive(Serialize)]
struct Entry<'story> {
    id: &'story str,
    date: Range<'story>,
    title: &'story str,
    /// The paragraphs; the first is the summary.
    text: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    people: Vec<Named<'story>>,
    sources: Vec<Work<'story>>,
    in_article: bool,
    /// Facts on which sources differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contested: Vec<Contested<'story>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

#[derive(Serialize)]
struct Range<'story> {
    edtf: &'story str,
    words: String,
    /// The first possible day, in ISO 8601; null if nothing bounds it.
    start: Option<String>,
    /// The last possible day, likewise.
    end: Option<String>,
}

#[derive(Serialize)]
struct Contested<'story> {
    fact: &'story str,
    values: Vec<Held<'story>>,
}

#[derive(Serialize)]
struct Held<'story> {
    value: &'story str,
    /// `accepted`, `disputed` or `rejected`.
    status: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Named<'story> {
    id: &'story str,
    name: &'story str,
}

#[derive(Serialize)]
struct Work<'story> {
    id: &'story str,
    citation: &'story str,
    /// The ids of the work's passages that the event is based on, as in passages.csv.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passages: Vec<&'story str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'story str>,
}

/// Writes the timeline as JSON: for each event its id, date (EDTF, in words, first and last day in ISO 8601), title,
/// paragraphs, place, people and sources, and whether the article tells it.
pub(super) fn write(story: &Story, words: &Words) -> Export {
    let timeline = Timeline {
        title: &story.article.title,
        language: &story.language,
        address: story.publication.address.as_deref(),
        events: story.events.iter().map(|event| entry(event, story, words)).collect(),
    };
    Export { text: pretty(&timeline), omitted: Vec::new() }
}

fn entry<'story>(event: &'story Event, story: &'story Story, words: &Words) -> Entry<'story> {
    let date = &event.date;
    let of = Target::Event(event.id.clone());
    let range =
        Range { edtf: &date.edtf, words: date.text(), start: date.earliest.map(iso), end: date.latest.map(iso) };
    Entry {
        id: &event.id,
        date: range,
        title: &event.title,
        text: event::paragraphs(event).collect(),
        place: Some(event::place(event, words)).filter(|place| !place.is_empty()),
        people: event::people(event, story).map(|person| Named { id: &person.id, name: &person.name }).collect(),
        sources: event::sources(event, story)
            .map(|source| Work {
                id: &source.id,
                citation: &source.short,
                passages: source
                    .passages
                    .iter()
                    .filter(|passage| passage.supports.contains(&of))
                    .map(|passage| &*passage.id)
                    .collect(),
                url: source.url.as_deref(),
            })
            .collect(),
        in_article: event::in_article(event),
        contested: story.claims.iter().filter(|claim| claim.about == of).map(contested).collect(),
        address: Some(event::address(event, story)).filter(|address| !address.is_empty()),
    }
}

fn contested(claim: &Claim) -> Contested<'_> {
    let values = claim.values.iter().map(|ClaimValue { value, status, text }| Held {
        value,
        status: status.word(),
        text: words_of(text),
    });
    Contested { fact: &claim.title, values: values.collect() }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::fixture;

    #[test]
    fn a_timeline_is_json() {
        let mut events = [fixture::event("1921-03-08/1921-03-16"), fixture::event("-0043"), fixture::event("1922/..")];
        events[1].place = None;
        events[1].told = None;
        let mut story = fixture::story(events);
        let read = |story: &Story| {
            serde_json::from_str::<Value>(&write(story, &fixture::words()).text).expect("the timeline is JSON")["events"].clone()
        };
        let events = read(&story);
        assert_eq!(
            events[0],
            json!({
                "id": "event-0",
                "date": {
                    "edtf": "1921-03-08/1921-03-16",
                    "words": "8–16 March 1921",
                    "start": "1921-03-08",
                    "end": "1921-03-16"
                },
                "title": "The Tenth Congress",
                "text": ["It meets.", "It ends."],
                "place": "Moscow",
                "people": [{"id": "trotsky", "name": "Leon Trotsky"}, {"id": "kamenev", "name": "Lev Kamenev"}],
                "sources": [
                    {"id": "avrich-1970", "citation": "Avrich 1970"},
                    {"id": "service-2009", "citation": "Service 2009"}
                ],
                "in_article": true,
                "address": "https://example.org/trotsky/#event-0"
            })
        );
        assert_eq!(
            events[1]["date"],
            json!({"edtf": "-0043", "words": "44 BC", "start": "-0043-01-01", "end": "-0043-12-31"})
        );
        assert_eq!((&events[1]["place"], &events[1]["in_article"]), (&Value::Null, &json!(false)));
        assert_eq!((&events[2]["date"]["start"], &events[2]["date"]["end"]), (&json!("1922-01-01"), &Value::Null));
        story.publication.address = None;
        assert!(read(&story)[0].get("address").is_none());
    }
}
