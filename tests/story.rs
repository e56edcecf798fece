//! The real story: complete, sourced, and unchanged by serialization.

use palimpsest_compiler::{Gaps, summary};
use palimpsest_contract::{Json, Outline};
use palimpsest_story::{Citation, Inline, NoteKind, Prose, Target};
use palimpsest_tests::{outline, story};
use serde_json::Value;

/// The value as the browser's JSON parser returns it.
fn json(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(truth) => Json::Number(truth.into()),
        Value::Number(number) => Json::Number(number.as_i64().expect("a story's numbers are whole")),
        Value::String(text) => Json::Text(text),
        Value::Array(list) => Json::List(list.into_iter().map(json).collect()),
        Value::Object(_) => panic!("a story holds no objects"),
    }
}

#[test]
fn it_is_complete() {
    let story = story();
    assert_eq!(summary(&story), "30 sentences, 18 people, 35 events, 23 notes, 15 terms, 149 sources");
    let ids: Vec<&str> = story.people.iter().map(|person| &*person.id).collect();
    let expected = [
        "trotsky",
        "lenin",
        "stalin",
        "zinoviev",
        "kamenev",
        "krupskaya",
        "mercader",
        "sedova",
        "olga-kameneva",
        "tukhachevsky",
        "siqueiros",
        "caridad",
        "eitingon",
        "lev-sedov",
        "sergei-sedov",
        "cardenas",
        "ageloff",
        "sudoplatov",
    ];
    assert_eq!(ids, expected);
    assert_eq!(story.events.iter().filter(|event| event.told.is_some()).count(), 26);
    assert!(story.events.is_sorted_by_key(|event| event.date.earliest), "from the earliest");
    assert_eq!(story.people[0].stays.len(), 27, "the stops of the exile");
}

/// Sentences that the sources contradict or dispute, by their first words, with the number of such claims in each, from the
/// editors' dossier.
const CLAIMS: [(&str, usize); 16] = [
    ("In 1920, following", 1),
    ("Trotsky believed that trade", 1),
    ("As a result, the Kronstadt", 3),
    ("This was the last major", 1),
    ("During this time, Stalin", 1),
    ("He was given the position", 1),
    ("Trotsky would have been", 1),
    ("Just before Lenin died", 1),
    ("The relationship between Lenin", 1),
    ("Lenin wrote that Stalin", 1),
    ("16 of Trotsky’s allies", 1),
    ("Stalin and his regime", 1),
    ("While sitting at a desk", 2),
    ("He died at the age", 1),
    ("However, in 2001", 1),
    ("Lenin’s health began", 1),
];

#[test]
fn every_claim_that_is_not_accurate_has_a_note() {
    let story = story();
    let numbered = |target: &Target| match target {
        Target::Note(id) => story.note(id).is_some_and(|note| note.kind != NoteKind::Term),
        _ => false,
    };
    assert!(story.article.title_notes.iter().any(|mention| numbered(&mention.target)), "the title is figurative");
    for (words, claims) in CLAIMS {
        let sentence = story.article.sentences().find(|sentence| sentence.text().starts_with(words));
        let sentence = sentence.unwrap_or_else(|| panic!("no sentence begins with {words}"));
        let mentions = sentence.prose.iter().filter_map(|inline| inline.mention.as_ref());
        let notes = mentions.filter(|mention| numbered(&mention.target)).count();
        assert!(notes >= claims, "“{words} …” has {notes} notes for {claims} claims");
    }
}

#[test]
fn opinions_have_no_note() {
    let story = story();
    for words in ["He was brilliant", "Despite the"] {
        let mut sentences = story.article.sentences();
        let sentence = sentences.find(|sentence| sentence.text().starts_with(words)).expect("the sentence is there");
        let mut mentions = sentence.prose.iter().filter_map(|inline| inline.mention.as_ref());
        assert!(!mentions.any(|mention| matches!(mention.target, Target::Note(_))), "“{words} …” is an opinion");
    }
}

#[test]
fn people_whom_the_article_names_are_mentioned_and_all_have_portraits() {
    let story = story();
    for person in &story.people {
        assert!(person.portrait.is_some(), "{} has no portrait", person.name);
    }
    for person in &story.people[..7] {
        let target = Target::Person(person.id.clone());
        assert!(!story.article.excerpts(&target).is_empty(), "{} is never mentioned", person.name);
    }
}

#[test]
fn names_in_a_paragraph_are_linked_once() {
    let story = story();
    for paragraph in story.article.paragraphs() {
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
fn every_citation_is_a_passage_that_was_read_and_every_passage_is_cited() {
    fn cites(prose: &Prose) -> Vec<Citation> {
        prose.iter().filter_map(Inline::citation).collect()
    }
    let story = story();
    assert_eq!(Gaps::of(&story).unread, Vec::<String>::new(), "nobody read what these rest on");
    let mut statements: Vec<(String, Vec<Citation>)> = Vec::new();
    for event in &story.events {
        statements.push((event.title.clone(), event.sources.clone()));
    }
    for person in &story.people {
        let of = |what: &str| format!("{}: {what}", person.name);
        statements.push((of("life"), person.sources.clone()));
        statements.push((of("fate"), cites(&person.fate)));
        statements.extend(person.detail.iter().map(|detail| (of("detail"), cites(detail))));
        statements.extend(person.offices.iter().map(|office| (of(&office.title), office.sources.clone())));
        statements.extend(person.relations.iter().map(|relation| (of(&relation.with), cites(&relation.text))));
        statements.extend(person.stays.iter().map(|stay| (of(&stay.date.edtf), cites(&stay.text))));
    }
    for note in &story.notes {
        statements.push((note.title.clone(), note.text.iter().flat_map(cites).collect()));
    }
    assert!(statements.len() > 200, "there are {} statements", statements.len());
    for (statement, sources) in statements {
        assert!(!sources.is_empty(), "{statement} has no source");
        for Citation { source, passage } in sources {
            let (of, _) = passage
                .and_then(|id| story.passage(&id))
                .unwrap_or_else(|| panic!("{statement}: nobody read {source}"));
            assert_eq!(of.id, source, "{statement}");
        }
    }
    for source in &story.sources {
        assert_eq!(source.supports.is_empty(), source.further.is_some(), "what rests on {}", source.short);
        for passage in &source.passages {
            assert!(!passage.supports.is_empty(), "nothing rests on {}", passage.id);
            assert!(!passage.says.trim().is_empty(), "{} says nothing", passage.id);
        }
    }
}

#[test]
fn the_outline_is_the_same_after_its_journey_through_the_page() {
    let (story, outline) = (story(), outline());
    let written = serde_json::to_value(&outline).expect("an outline can be written");
    let read = Outline::from_json(json(written)).expect("what was written can be read");
    assert_eq!(read, outline);
    // And it says about the story what the program needs to know.
    let people: Vec<_> = outline.people.iter().map(|person| (&*person.id, person.name.as_str())).collect();
    assert_eq!(people, story.people.iter().map(|person| (&*person.id, person.name.as_str())).collect::<Vec<_>>());
    let of_the_story = story.events.iter().map(|event| {
        let span = event.date.extent.map(|extent| (extent.first, extent.end()));
        let sentence = event.told.as_ref().and_then(|sentence| i32::try_from(sentence.number()).ok());
        (event.id.to_string(), event.title.clone(), span, sentence, event.people.len())
    });
    let of_the_outline = outline.events.iter().map(|event| {
        let span = event.span.map(|span| (span.first, span.end));
        (event.id.to_string(), event.title.clone(), span, event.sentence, event.people.len())
    });
    assert_eq!(of_the_outline.collect::<Vec<_>>(), of_the_story.collect::<Vec<_>>());
    for id in ["stalin", "kronstadt", "troika", "kotkin-2014"] {
        assert_eq!(outline.target(id).map(|target| outline.id(target)), Some(id));
    }
    assert_eq!(outline.target("no-such-thing"), None);
}

#[test]
fn an_outline_that_lacks_something_is_refused() {
    let written = serde_json::to_value(outline()).expect("an outline can be written");
    // The title, the people, the first person's sentences, the first event's id, the catalog.
    for pointer in ["/0", "/1", "/1/0/2", "/2/0/0", "/12"] {
        let mut broken = written.clone();
        *broken.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = Value::Bool(true);
        assert!(Outline::from_json(json(broken)).is_err(), "{pointer}");
    }
    assert!(Outline::from_json(Json::Null).is_err());
}
