//! The real story: complete, sourced, and the same after its journey through the page.

use std::path::Path;

use palimpsest_compiler::compile;
use palimpsest_story::{Json, Story, Target};
use serde_json::Value;

fn story() -> Story {
    let compilation = compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("story"));
    assert_eq!(compilation.report(), "", "the story has problems");
    compilation.story.expect("a story without problems comes out")
}

/// What the browser's own parser would make of the text.
fn json(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(truth) => Json::Number(truth.into()),
        Value::Number(number) => Json::Number(number.as_i64().expect("a story's numbers are whole")),
        Value::String(text) => Json::Text(text),
        Value::Array(list) => Json::List(list.into_iter().map(json).collect()),
        Value::Object(fields) => Json::Record(fields.into_iter().map(|(name, value)| (name, json(value))).collect()),
    }
}

#[test]
fn it_holds_the_people_and_the_events() {
    let story = story();
    let ids: Vec<&str> = story.people.iter().map(|person| &*person.id).collect();
    assert_eq!(ids, ["trotsky", "lenin", "stalin", "zinoviev", "kamenev", "krupskaya", "mercader"]);
    assert!(story.events.iter().filter(|event| event.told.is_some()).count() >= 12);
    assert!(story.events.is_sorted_by_key(|event| event.date.earliest), "from the earliest");
}

#[test]
fn every_person_is_mentioned_and_has_a_portrait() {
    let story = story();
    for person in &story.people {
        let named = |target: &Target| matches!(target, Target::Person(id) if *id == person.id);
        assert!(story.article.mentions().any(|mention| named(&mention.target)), "{} is never mentioned", person.name);
        assert!(!story.article.excerpts(&person.id).is_empty());
        assert!(person.portrait.is_some(), "{} has no portrait", person.name);
    }
}

#[test]
fn names_in_a_paragraph_are_linked_once() {
    let story = story();
    for paragraph in story.article.sections.iter().flat_map(|section| &section.paragraphs) {
        let mentions = paragraph.sentences.iter().flat_map(|sentence| &sentence.prose);
        let linked: Vec<_> = mentions
            .filter_map(|inline| inline.mention.as_ref())
            .filter(|mention| mention.linked && matches!(mention.target, Target::Person(_)))
            .map(|mention| &mention.target)
            .collect();
        let mut once = linked.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), linked.len(), "{linked:?}");
    }
}

#[test]
fn every_statement_has_a_source_that_is_listed() {
    let story = story();
    let people = story.people.iter().map(|person| (&*person.id, &person.sources));
    let events = story.events.iter().map(|event| (&*event.id, &event.sources));
    for (id, sources) in people.chain(events) {
        assert!(!sources.is_empty(), "{id} has no source");
        for source in sources {
            assert!(story.source(source).is_some(), "{id} names {source}");
        }
    }
}

#[test]
fn it_is_the_same_after_its_journey_through_the_page() {
    let story = story();
    let written = serde_json::to_value(&story).expect("a story can be written");
    assert_eq!(Story::from_json(json(written)), Ok(story));
}

#[test]
fn a_story_that_lacks_something_is_refused_by_the_field() {
    let written = serde_json::to_value(story()).expect("a story can be written");
    for (pointer, field) in [
        ("/article/byline", "byline"),
        ("/people/2/born/date", "edtf"),
        ("/events/0/title", "title"),
        ("/sources", "sources"),
    ] {
        let mut broken = written.clone();
        *broken.pointer_mut(pointer).expect("the field is there") = Value::Bool(true);
        let error = Story::from_json(json(broken)).expect_err("a broken story is refused");
        assert!(error.contains(&format!("\"{field}\"")), "{pointer}: {error}");
    }
    assert!(Story::from_json(Json::Null).is_err());
}
