//! The timeline that a page offers for download as JSON.

use palimpsest_story::ClaimStatus;
use palimpsest_words::Words;
use serde_json::json;

use super::json::{self, Object};
use super::works;
use crate::draft::{Claim, ClaimValue, Draft, Event, Person, Statement};
use crate::error::Error;
use crate::text::Markdown;

/// Reads the events with their people, places, works and contested facts.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Draft, Error> {
    let value = json::parse(name, bytes)?;
    let fields =
        value.as_object().ok_or_else(|| Error::new(name, "this is not an object", "download timeline.json again"))?;
    let mut draft = Draft::of(name);
    let mut file = Object::new(fields, "");
    draft.article.title = file.text("title").map(|title| Markdown::plain(&title));
    draft.language = file.text("language");
    draft.address = file.text("address").filter(|address| address.starts_with("https://") && address.ends_with('/'));
    let words = works::words(&draft);
    for entry in file.objects("events", &mut draft) {
        event(entry, &mut draft, &words);
    }
    file.finish(&mut draft);
    Ok(draft)
}

fn event(mut from: Object, draft: &mut Draft, words: &Words) {
    let mut event = Event { key: from.text("id").unwrap_or_else(|| from.at.clone()), ..Event::default() };
    event.title = from.text("title").unwrap_or_default();
    if let Some(mut date) = from.object("date") {
        let edtf = date.text("edtf");
        // The other fields repeat the date for other programs.
        for said in ["words", "start", "end"] {
            date.text(said);
        }
        event.date = edtf.and_then(|edtf| works::date(draft, &date.place("edtf"), edtf));
        date.finish(draft);
    }
    let mut paragraphs = from.texts("text").into_iter();
    event.summary = paragraphs.next().map(|text| Markdown::plain(&text));
    event.text = paragraphs.map(|text| Markdown::plain(&text)).collect();
    event.place = from.text("place").map(|place| works::place(draft, &place, words));
    for mut person in from.objects("people", draft) {
        let name = person.text("name").unwrap_or_default();
        let key = person.text("id").unwrap_or_else(|| name.clone());
        if draft.people.iter().all(|known| known.key != key) {
            draft.people.push(Person { key: key.clone(), name, ..Person::default() });
        }
        event.people.push(key);
        person.finish(draft);
    }
    for mut work in from.objects("sources", draft) {
        let citation = work.text("citation").unwrap_or_default();
        let id = work.text("id").unwrap_or_else(|| citation.clone());
        let url = work.text("url");
        works::cited(draft, &id, &citation, url.as_deref());
        let passages = work.texts("passages");
        if !passages.is_empty() {
            let why = format!("\"{}\" rests on these passages of \"{id}\", which passages.csv has", event.key);
            draft.leave(work.place("passages"), passages.join(", "), why);
        }
        event.sources.push(id);
        work.finish(draft);
    }
    event.told = from.flag("in_article").unwrap_or_default();
    for mut claim in from.objects("contested", draft) {
        let title = claim.text("fact").unwrap_or_default();
        let values = claim.objects("values", draft).into_iter().filter_map(|value| held(value, draft)).collect();
        draft.claims.push(Claim { about: event.key.clone(), title, values });
        claim.finish(draft);
    }
    // The address of an event follows from its id and the address of the page.
    from.text("address");
    from.finish(draft);
    draft.events.push(event);
}

fn held(mut from: Object, draft: &mut Draft) -> Option<ClaimValue> {
    let [value, status, text] = ["value", "status", "text"].map(|field| from.text(field));
    let known = ClaimStatus::ALL.iter().copied().find(|known| Some(known.word()) == status.as_deref());
    let Some(status) = known else {
        let what = json!({ "value": value, "status": status, "text": text }).to_string();
        draft.leave(&from.at, what, "the status is accepted, disputed or rejected");
        return None;
    };
    from.finish(draft);
    // The citations are part of the text.
    let statement = Statement { text: Markdown::plain(&text.unwrap_or_default()), sources: Vec::new() };
    Some(ClaimValue { value: value.unwrap_or_default(), status, statement })
}
