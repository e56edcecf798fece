//! The places of stays and events, as `GeoJSON` (RFC 7946).

use palimpsest_story::{Date, Place, Story, uncited};
use serde_json::{Value, json};

use super::anchor;
use crate::date::iso;
use crate::format::pretty;

/// Writes a feature for each stay and each event with a place. The geometry is null if the point is not known. Returns
/// `None` if the story has no places.
pub(super) fn write(story: &Story) -> Option<String> {
    let mut features = Vec::new();
    for person in &story.people {
        for stay in &person.stays {
            let Some(place) = &stay.place else { continue };
            let more =
                [("person", json!(&*person.id)), ("title", json!(person.name)), ("text", json!(uncited(&stay.text)))];
            features.push(feature(&stay.id, "stay", place, &stay.date, more, story));
        }
    }
    for event in &story.events {
        let Some(place) = &event.place else { continue };
        let people: Vec<&str> = event.people.iter().map(|id| &**id).collect();
        let more = [("people", json!(people)), ("title", json!(event.title)), ("text", json!(uncited(&event.summary)))];
        features.push(feature(&event.id, "event", place, &event.date, more, story));
    }
    (!features.is_empty()).then(|| pretty(&json!({ "type": "FeatureCollection", "features": features })))
}

fn feature(id: &str, kind: &str, place: &Place, date: &Date, more: [(&str, Value); 3], story: &Story) -> Value {
    let Place { name, now, native, country, point, radius } = place;
    let geometry = point.map(|point| {
        let [latitude, longitude] = point.degrees();
        // GeoJSON puts the longitude first.
        json!({ "type": "Point", "coordinates": [longitude, latitude] })
    });
    let mut properties = json!({
        "kind": kind,
        "place": name,
        "place_now": now,
        "place_native": native.as_ref().map(|native| &native.name),
        "country": country,
        "radius_m": point.map(|_| radius),
        "date_edtf": date.edtf,
        "date_words": date.text(),
        "earliest": date.earliest.map(iso),
        "latest": date.latest.map(iso),
        "address": anchor(story, id),
    });
    for (name, value) in more {
        properties[name] = value;
    }
    json!({ "type": "Feature", "id": id, "geometry": geometry, "properties": properties })
}
