//! The timeline for `TimelineJS`, in JSON.

use super::date::{Span, push_numbers, span};
use super::template::{HTML, fill};
use super::{Dated, group};

/// The timeline in the JSON format of `TimelineJS` 3, whose texts are HTML. Events whose date cannot be read are left
/// out. Dates are as precise as they are known, and also in words: "about" is in no number.
pub fn timeline_js(title: &str, address: &str, events: &[Dated]) -> String {
    let mut out = String::new();
    // TimelineJS makes the address a link.
    fill(&mut out, "{\"title\":{\"text\":{\"headline\":\"$\",\"text\":\"$\"}},\"events\":[", &[title, address], HTML);
    let mut before = "\n{\"start_date\":{\"year\":";
    for event in events {
        let Some(Span { start, end, .. }) = span(&event.edtf) else { continue };
        push_numbers(&mut out, [before, ",\"month\":", ",\"day\":"], start);
        before = ",\n{\"start_date\":{\"year\":";
        if start != end {
            push_numbers(&mut out, ["},\"end_date\":{\"year\":", ",\"month\":", ",\"day\":"], end);
        }
        fill(
            &mut out,
            "},\"display_date\":\"$\",\"text\":{\"headline\":\"$\",\"text\":\"<p>$</p>\"},\"unique_id\":\"$\",\
             \"group\":\"$\"}",
            &[&event.date, &event.title, &event.text, &event.id, group(event)],
            HTML,
        );
    }
    out.push_str("\n]}\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::example::{UNREADABLE, event};

    /// What `TimelineJS` is told of a date.
    fn timeline_dates(edtf: &str) -> String {
        let json = timeline_js("", "", &[event(edtf, "then")]);
        let event = json.split_once("[\n{").and_then(|(_, event)| event.split_once(",\"display_date"));
        event.map(|(dates, _)| dates.to_owned()).unwrap_or_default()
    }

    #[test]
    fn a_timeline_is_timeline_js() {
        let mut other = event("soon", "soon");
        other.told = false;
        let mut events = [event("1922-12~/1925", "about December 1922 – 1925"), other.clone(), other];
        events[2].edtf = "1917-11-07".into();
        events[2].title = "\"<b>\" & \\ \u{2028}\u{2029}\u{1}\t.".into();
        events[2].text = "a < b\nc\n\nd".into();
        assert_eq!(
            timeline_js("Cause & effect", "https://a.example/?b&c", &events),
            [
                r#"{"title":{"text":{"headline":"Cause &amp; effect","text":"https://a.example/?b&amp;c"}},"events":["#,
                concat!(
                    r#"{"start_date":{"year":1922,"month":12},"end_date":{"year":1925},"#,
                    r#""display_date":"about December 1922 – 1925","#,
                    r#""text":{"headline":"The Tenth Congress","text":"<p>It meets.</p><p>It ends.</p>"},"#,
                    r#""unique_id":"tenth-congress","group":"Told by the article"},"#,
                ),
                concat!(
                    r#"{"start_date":{"year":1917,"month":11,"day":7},"display_date":"soon","#,
                    r#""text":{"headline":"\"&lt;b&gt;\" &amp; \\ \u2028\u2029  .","#,
                    r#""text":"<p>a &lt; b\nc</p><p>d</p>"},"unique_id":"tenth-congress","group":"Context"}"#,
                ),
                "]}\n",
            ]
            .join("\n")
        );
        assert_eq!(
            timeline_js("", "", &[]),
            "{\"title\":{\"text\":{\"headline\":\"\",\"text\":\"\"}},\"events\":[\n]}\n"
        );
    }

    #[test]
    fn what_has_no_date_is_left_out() {
        for edtf in UNREADABLE {
            assert_eq!(timeline_dates(edtf), "", "{edtf}");
        }
    }

    #[test]
    fn a_timeline_has_plain_numbers() {
        for (edtf, expected) in [
            ("1921", r#""start_date":{"year":1921}"#),
            ("1921-03", r#""start_date":{"year":1921,"month":3}"#),
            ("1921-03-08?", r#""start_date":{"year":1921,"month":3,"day":8}"#),
            ("1921-22", r#""start_date":{"year":1921}"#),
            ("1921-03-08/..", r#""start_date":{"year":1921,"month":3,"day":8}"#),
            ("/1921~", r#""start_date":{"year":1921}"#),
            ("1921/1921", r#""start_date":{"year":1921}"#),
            ("192X", r#""start_date":{"year":1920},"end_date":{"year":1929}"#),
            ("1917/192X", r#""start_date":{"year":1917},"end_date":{"year":1929}"#),
            ("0079-08", r#""start_date":{"year":79,"month":8}"#),
            ("0000", r#""start_date":{"year":0}"#),
            ("-0043-03-15", r#""start_date":{"year":-43,"month":3,"day":15}"#),
            ("-004X", r#""start_date":{"year":-49},"end_date":{"year":-40}"#),
            ("-0044/-0043-03", r#""start_date":{"year":-44},"end_date":{"year":-43,"month":3}"#),
        ] {
            assert_eq!(timeline_dates(edtf), expected);
        }
    }
}
