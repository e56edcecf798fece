//! The real story: complete, sourced, and unchanged by serialization.

use palimpsest_compiler::summary;
use palimpsest_story::{Json, NoteKind, Prose, SourceId, Story, Target};
use palimpsest_tests::story;
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
    assert_eq!(summary(&story), "30 sentences, 13 people, 30 events, 23 notes, 15 terms, 17 sources");
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
    ];
    assert_eq!(ids, expected);
    assert_eq!(story.events.iter().filter(|event| event.told.is_some()).count(), 26);
    assert!(story.events.is_sorted_by_key(|event| event.date.earliest), "from the earliest");
    assert_eq!(story.people[0].stays.len(), 19, "the stops of the exile");
}

/// Sentences that the sources contradict or dispute, by their first words, with the number of such claims in each: from
/// the editors' dossier.
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
        assert!(person.portrait, "{} has no portrait", person.name);
    }
    for person in &story.people[..7] {
        let target = Target::Person(person.id.clone());
        assert!(!story.article.excerpts(&target).is_empty(), "{} is never mentioned", person.name);
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
    fn cites(prose: &Prose) -> Vec<SourceId> {
        let sources = prose.iter().filter_map(|inline| match &inline.link {
            Some(Target::Source(id)) => Some(id.clone()),
            _ => None,
        });
        sources.collect()
    }
    let story = story();
    let mut statements: Vec<(String, Vec<SourceId>)> = Vec::new();
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
        assert!(sources.iter().all(|source| story.source(source).is_some()), "{statement} names {sources:?}");
    }
    for source in &story.sources {
        assert!(!source.supports.is_empty(), "nothing rests on {}", source.short);
    }
}

#[test]
fn it_is_the_same_after_its_journey_through_the_page() {
    let story = story();
    let written = serde_json::to_value(&story).expect("a story can be written");
    let read = Story::from_json(json(written.clone())).expect("what was written can be read");
    assert_eq!(serde_json::to_value(&read).expect("a story can be written"), written);
    // What is printed and never changes stays behind; all that the browser program asks for is there.
    let people = |story: &Story| {
        story
            .people
            .iter()
            .map(|person| {
                (person.name.clone(), person.born.date.extent, person.died.date.extent, person.sentences.clone())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(people(&read), people(&story));
    let events = |story: &Story| {
        story
            .events
            .iter()
            .map(|event| {
                (event.id.clone(), event.title.clone(), event.date.extent, event.people.clone(), event.told.clone())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(events(&read), events(&story));
    let targets = |of: &Story| -> Vec<Option<Target>> {
        let notes = story.notes.iter().map(|note| of.target(&note.id));
        notes.chain(story.sources.iter().map(|source| of.target(&source.id))).collect()
    };
    assert_eq!(targets(&read), targets(&story));
}

#[test]
fn a_story_that_lacks_something_is_refused() {
    let written = serde_json::to_value(story()).expect("a story can be written");
    // The article, its title, the people, the sentences that name the first one, the first event's id.
    for pointer in ["/0", "/0/0", "/1", "/1/0/4", "/2/0/0"] {
        let mut broken = written.clone();
        *broken.pointer_mut(pointer).unwrap_or_else(|| panic!("there is no {pointer}")) = Value::Bool(true);
        assert!(Story::from_json(json(broken)).is_err(), "{pointer}");
    }
    assert!(Story::from_json(Json::Null).is_err());
}
