//! The timeline for `TimelineJS`.

use palimpsest_story::{Event, Story};
use palimpsest_words::Words;
use quick_xml::escape::partial_escape;
use serde::Serialize;

use super::{Export, Omitted, Reason, event, pretty};
use crate::date::{Span, Unit};

#[derive(Serialize)]
struct Timeline<'story> {
    title: Title,
    events: Vec<Slide<'story>>,
}

#[derive(Serialize)]
struct Title {
    text: Text,
}

#[derive(Serialize)]
struct Slide<'story> {
    start_date: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Moment>,
    display_date: String,
    text: Text,
    unique_id: &'story str,
    group: String,
}

/// A headline and a text, both in HTML.
#[derive(Serialize)]
struct Text {
    headline: String,
    text: String,
}

#[derive(Serialize)]
struct Moment {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u8>,
}

impl From<Unit> for Moment {
    /// Converts an astronomical year to the year that `TimelineJS` shows. It displays a negative year without its sign and
    /// followed by "BCE": 44 BC is -44, and there is no year 0.
    fn from(Unit { year, month, day }: Unit) -> Self {
        Self { year: if year > 0 { year } else { year - 1 }, month, day }
    }
}

/// Writes the timeline as JSON for `TimelineJS` 3. Dates have their known precision, and are also given in words, because
/// numbers cannot express "about". Events without a bounded beginning are omitted.
pub(super) fn write(story: &Story, words: &Words) -> Export {
    let mut omitted = Vec::new();
    let mut events = Vec::new();
    for event in &story.events {
        match Span::of(&event.date) {
            Some(span) => events.push(slide(event, span, words)),
            None => omitted.push(Omitted { event: event.id.clone(), reason: Reason::Unbounded }),
        }
    }
    // TimelineJS turns the address into a link.
    let text = Text { headline: html(&story.article.title), text: html(event::page(story)) };
    Export { text: pretty(&Timeline { title: Title { text }, events }), omitted }
}

fn slide<'story>(event: &'story Event, Span { start, end, .. }: Span, words: &Words) -> Slide<'story> {
    let paragraphs = event::paragraphs(event).map(|paragraph| format!("<p>{}</p>", html(&paragraph)));
    Slide {
        start_date: start.into(),
        end_date: (start != end).then(|| end.into()),
        display_date: html(&event.date.text()),
        text: Text { headline: html(&event.title), text: paragraphs.collect() },
        unique_id: &event.id,
        group: event::group(event, words),
    }
}

fn html(text: &str) -> String {
    partial_escape(event::clean(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::fixture;

    fn read(story: &Story) -> Value {
        serde_json::from_str(&write(story, &fixture::words()).text).expect("the timeline is JSON")
    }

    #[test]
    fn a_timeline_is_timeline_js() {
        let mut events = [fixture::event("1922-12~/1925"), fixture::event("1917-11-07")];
        events[1].title = "\"<b>\" & \\ \u{2028}\u{1}\t.".into();
        events[1].summary[0].text = "a < b\nc".into();
        events[1].told = None;
        let mut story = fixture::story(events);
        story.article.title = "Cause & effect".into();
        story.publication.address = Some("https://a.example/b&c/".into());
        assert_eq!(
            read(&story),
            json!({
                "title": {"text": {"headline": "Cause &amp; effect", "text": "https://a.example/b&amp;c/"}},
                "events": [
                    {
                        "start_date": {"year": 1922, "month": 12},
                        "end_date": {"year": 1925},
                        "display_date": "about December 1922 – 1925",
                        "text": {"headline": "The Tenth Congress", "text": "<p>It meets.</p><p>It ends.</p>"},
                        "unique_id": "event-0",
                        "group": "Told by the article"
                    },
                    {
                        "start_date": {"year": 1917, "month": 11, "day": 7},
                        "display_date": "7 November 1917",
                        "text": {
                            "headline": "\"&lt;b&gt;\" &amp; \\ \u{2028}  .",
                            "text": "<p>a &lt; b\nc</p><p>It ends.</p>"
                        },
                        "unique_id": "event-1",
                        "group": "Context"
                    }
                ]
            })
        );
        assert_eq!(read(&fixture::story([]))["events"], json!([]));
    }

    #[test]
    fn dates_are_plain_numbers_without_a_year_0() {
        for (edtf, start, end) in [
            ("1921", json!({"year": 1921}), Value::Null),
            ("1921-03", json!({"year": 1921, "month": 3}), Value::Null),
            ("1921-03-08?", json!({"year": 1921, "month": 3, "day": 8}), Value::Null),
            ("1921-22", json!({"year": 1921, "month": 6}), json!({"year": 1921, "month": 8})),
            ("1921-03-08/..", json!({"year": 1921, "month": 3, "day": 8}), Value::Null),
            ("1921~/..", json!({"year": 1921}), Value::Null),
            ("192X", json!({"year": 1920}), json!({"year": 1929})),
            ("1917/192X", json!({"year": 1917}), json!({"year": 1929})),
            ("0079-08", json!({"year": 79, "month": 8}), Value::Null),
            ("0001", json!({"year": 1}), Value::Null),
            ("0000", json!({"year": -1}), Value::Null),
            ("-0043-03-15", json!({"year": -44, "month": 3, "day": 15}), Value::Null),
            ("-0044/-0043-03", json!({"year": -45}), json!({"year": -44, "month": 3})),
            ("-0005/0014", json!({"year": -6}), json!({"year": 14})),
        ] {
            let event = &read(&fixture::story([fixture::event(edtf)]))["events"][0];
            assert_eq!((&event["start_date"], &event["end_date"]), (&start, &end), "{edtf}");
        }
    }

    #[test]
    fn an_event_without_a_beginning_is_omitted() {
        let mut event = fixture::event("1921");
        event.date.earliest = None;
        let export = write(&fixture::story([event]), &fixture::words());
        assert_eq!(export.omitted, [Omitted { event: "event-0".into(), reason: Reason::Unbounded }]);
    }
}
