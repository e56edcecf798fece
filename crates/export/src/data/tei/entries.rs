//! People, places, events, contested facts and sources in TEI.

use std::collections::BTreeMap;

use palimpsest_story::{
    CalendarDay, Citation, Claim, Date, Event, LifeDate, Person, Place, Prose, Relation, Source, Stay, Story,
};

use super::article::prose;
use super::passage;
use crate::xml::{Element, block, id, inline};

/// Returns all people, and the relations between them.
pub(super) fn people(story: &Story) -> Element {
    let relations = story.people.iter().flat_map(|person| person.relations.iter().map(move |other| (person, other)));
    let relations: Vec<Element> = relations.map(|(person, other)| relation(person, other)).collect();
    let list = block("listPerson").with_all(story.people.iter().map(|person| self::person(person, story)));
    list.with_all((!relations.is_empty()).then(|| block("listRelation").with_all(relations)))
}

fn person(person: &Person, story: &Story) -> Element {
    let name = |kind: &str, name: &str| inline("persName").set("type", kind).with(name);
    let life = |tag, life: &LifeDate| {
        let place = (!life.place.is_empty()).then(|| inline("placeName").with(life.place.as_str()));
        dated(block(tag), &life.date).with(date(&life.date)).with_all(place)
    };
    let mut entry = block("person").set("xml:id", id(&person.id)).with(name("main", &person.name));
    entry = entry.with_all(person.birth_name.as_ref().map(|birth| name("birth", birth)));
    if let Some(native) = &person.native_name {
        entry = entry.with(name("native", &native.name).set("xml:lang", &native.language));
    }
    entry = entry.with_all(person.spellings.iter().map(|spelling| name("variant", spelling)));
    if let Some(wikidata) = &person.wikidata {
        entry = entry.with(inline("idno").set("type", "Wikidata").with(wikidata.as_str()));
    }
    entry = entry.with_all(person.born.as_ref().map(|born| life("birth", born)));
    let manner = person.death.as_ref().map(|death| {
        inline("note").set("type", "manner").with(death.manner.word()).with_all(citations(&death.sources, story))
    });
    entry = match (&person.died, manner) {
        (Some(died), manner) => entry.with(life("death", died).with_all(manner)),
        (None, Some(manner)) => entry.with(block("death").with(manner)),
        (None, None) => entry,
    };
    let offices = person.offices.iter().map(|office| {
        let held = dated(inline("occupation"), &office.date).with(format!("{}, {}", office.title, office.date.text()));
        held.with_all(citations(&office.sources, story))
    });
    let role = inline("occupation").set("type", "role").with(person.role.as_str());
    entry = entry.with(role).with_all(offices).with_all(person.stays.iter().map(stay));
    let text =
        |kind: &str, text: &Prose| (!text.is_empty()).then(|| inline("note").set("type", kind).with_all(prose(text)));
    entry = entry.with_all(text("fate", &person.fate));
    entry = entry.with_all(person.detail.as_ref().and_then(|detail| text("detail", detail)));
    let rests = citations(&person.sources, story);
    let rests = (!rests.is_empty()).then(|| inline("note").set("type", "rests-on").with_all(rests));
    entry.with_all(rests)
}

fn stay(Stay { id: name, date: when, place, text }: &Stay) -> Element {
    let place = place
        .as_ref()
        .map(|place| inline("placeName").set("ref", format!("#{}", place_id(place))).with(place.name.as_str()));
    let text = (!text.is_empty()).then(|| inline("note").with_all(prose(text)));
    dated(block("residence"), when).set("xml:id", id(name)).with_all(place).with(date(when)).with_all(text)
}

fn relation(person: &Person, Relation { with, stance, date: when, text }: &Relation) -> Element {
    let element = block("relation")
        .set("name", stance.name())
        .set("active", format!("#{}", id(&person.id)))
        .set("passive", format!("#{}", id(with)));
    let element = match when {
        Some(when) => dated(element, when),
        None => element,
    };
    if text.is_empty() { element } else { element.with(inline("desc").with_all(prose(text))) }
}

/// Returns every place, without duplicates, or `None` if there are none.
pub(super) fn places(story: &Story) -> Option<Element> {
    let stays = story.people.iter().flat_map(|person| person.stays.iter().filter_map(|stay| stay.place.as_ref()));
    let all = stays.chain(story.events.iter().filter_map(|event| event.place.as_ref()));
    let places: BTreeMap<String, &Place> = all.map(|place| (place_id(place), place)).collect();
    let place = |(name, place): (String, &Place)| {
        let named = |kind: &str, name: &str| inline("placeName").set("type", kind).with(name);
        let mut entry = block("place").set("xml:id", name).with(named("then", &place.name));
        entry = entry.with_all(place.now.as_ref().map(|now| named("now", now)));
        if let Some(native) = &place.native {
            entry = entry.with(named("native", &native.name).set("xml:lang", &native.language));
        }
        entry = entry.with_all(place.country.as_ref().map(|country| inline("country").with(country.as_str())));
        let point = place.point.map(|point| {
            let [latitude, longitude] = point.degrees();
            format!("{latitude} {longitude}")
        });
        entry.with_all(point.map(|point| block("location").with(inline("geo").with(point))))
    };
    (!places.is_empty()).then(|| block("listPlace").with_all(places.into_iter().map(place)))
}

/// Returns an id for a place. The model has none, so places with the same names at the same point are treated as one.
fn place_id(place: &Place) -> String {
    let point = place.point.map(|point| format!(".{}.{}", point.latitude, point.longitude)).unwrap_or_default();
    let now = place.now.as_ref().map(|now| format!(".{now}")).unwrap_or_default();
    id(&format!("place.{}{now}{point}", place.name.replace(' ', "-")))
}

/// Returns the timeline.
pub(super) fn events(story: &Story) -> Element {
    let event = |event: &Event| {
        let at = event.place.as_ref().map(|place| format!("#{}", place_id(place)));
        let people = event.people.iter().map(|id| {
            let name = story.person(id).map(|person| person.name.as_str()).unwrap_or_default();
            inline("persName").set("ref", format!("#{}", crate::xml::id(id))).with(name)
        });
        let people: Vec<Element> = people.collect();
        let people = (!people.is_empty()).then(|| block("note").set("type", "participants").with_all(people));
        let told = event.told.as_ref().map(|sentence| {
            inline("note").set("type", "told").with(inline("ptr").set("target", format!("#{}", id(sentence))))
        });
        let text = event.text.iter().filter(|text| !text.is_empty());
        let rests = citations(&event.sources, story);
        let rests = (!rests.is_empty()).then(|| inline("note").set("type", "rests-on").with_all(rests));
        dated(block("event"), &event.date)
            .set("xml:id", id(&event.id))
            .set_some("where", at)
            .with(inline("label").with(event.title.as_str()))
            .with_all((!event.summary.is_empty()).then(|| inline("desc").with_all(prose(&event.summary))))
            .with(inline("note").set("type", "date").with(date(&event.date)))
            .with_all(text.map(|text| inline("note").with_all(prose(text))))
            .with_all(people)
            .with_all(told)
            .with_all(rests)
    };
    block("listEvent").with_all(story.events.iter().map(event))
}

/// Returns the facts on which sources differ, if there are any.
pub(super) fn claims(story: &Story) -> Option<Element> {
    let claim = |claim: &Claim| {
        let values = claim.values.iter().map(|value| {
            let label = inline("label").with(value.value.as_str());
            block("item").set("n", value.status.word()).with(label).with(inline("p").with_all(prose(&value.text)))
        });
        let about =
            inline("ref").set("target", format!("#{}", id(claim.about.fragment()))).with(story.title(&claim.about));
        let head = inline("head").with(about).with(format!(": {}", claim.title));
        block("list").set("type", "contested").with(head).with_all(values)
    };
    let claims = &story.claims;
    (!claims.is_empty()).then(|| block("div").set("type", "claims").with_all(claims.iter().map(claim)))
}

/// Returns the sources, with the passages that were read in them.
pub(super) fn bibliography(story: &Story) -> Element {
    let source = |source: &Source| {
        let address = source.url.as_ref().map(|url| inline("ptr").set("target", url.replace(' ', "%20")));
        let passages = source.passages.iter().map(|read| {
            let at = read.at.as_ref().map(|at| inline("biblScope").with(at.as_str()));
            let on = inline("date").set("type", "read").with(read.read.edtf.as_str());
            let says = inline("note").set("type", "says").with(read.says.as_str());
            let extent = inline("note").set("type", "extent").with(read.extent.word());
            let grade = inline("note").set("type", "grade").with(read.grade.word());
            let passage = block("bibl").set("xml:id", passage(&read.id)).set("type", "passage");
            passage.with_all(at).with(on).with(extent).with(grade).with(says)
        });
        let further =
            source.further.as_ref().map(|further| inline("note").set("type", "further").with(further.why.as_str()));
        let entry = inline("bibl").set("xml:id", id(&source.id)).set("n", &source.short);
        entry.with_all(prose(&source.citation)).with_all(address).with_all(passages).with_all(further)
    };
    block("listBibl").with_all(story.sources.iter().map(source))
}

/// Returns references to the works that an entry is based on.
fn citations(citations: &[Citation], story: &Story) -> Vec<Element> {
    let cited = |citation: &Citation| {
        let passage = citation.passage.as_ref().map(|id| format!(" #{}", passage(id))).unwrap_or_default();
        let target = format!("#{}{passage}", id(&citation.source));
        inline("ref").set("type", "source").set("target", target).with(story.cited(citation))
    };
    citations.iter().map(cited).collect()
}

/// Adds the first and last day of a date to an element, as attributes.
fn dated(element: Element, date: &Date) -> Element {
    match (date.earliest, date.latest) {
        (Some(first), Some(last)) if first == last => element.set("when", day(first)),
        (first, last) => element.set_some("notBefore", first.map(day)).set_some("notAfter", last.map(day)),
    }
}

fn date(when: &Date) -> Element {
    dated(inline("date"), when).set("n", &when.edtf).with(when.text())
}

/// Formats a day for XML Schema 1.1, which has a year 0, like ISO 8601.
fn day(day: CalendarDay) -> String {
    crate::date::iso(day)
}
