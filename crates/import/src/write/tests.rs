use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_story::{Author, ClaimStatus, Story};
use serde_json::json;

use super::*;
use crate::draft::{Claim, ClaimValue, Event, Life, Office, Person, Phase, Place, Relation, Statement, Stay, Work};

const TODAY: CalendarDay = CalendarDay { year: 2026, month: 11, day: 29 };

/// Builds the story in the files of a draft. Only sources may be missing.
fn built(draft: &Draft) -> (Written, Story) {
    let written = write(draft, TODAY);
    let compilation = compile_folder(&Folder::in_memory(written.files.clone()));
    let report = compilation.full_report();
    assert!(compilation.problems.iter().all(|problem| problem.unsourced), "{report}");
    (written, compilation.story.unwrap_or_else(|| panic!("{report}")))
}

fn statement(text: &str) -> Statement {
    Statement { text: Markdown::plain(text), sources: Vec::new() }
}

#[test]
fn a_draft_of_nothing_builds() {
    let (written, story) = built(&Draft::of("empty.json"));
    assert_eq!(story.article.date, "2026-11-29");
    assert!(written.missing.iter().any(|(file, what, _)| *file == "article.md" && what.contains("who wrote")));
}

#[test]
fn a_full_draft_builds_and_marks_what_is_missing() {
    let work: Work = json!({"id": "Müller 1990", "title": "A Book"}).as_object().cloned().expect("an object");
    let life = |date: Option<&str>| {
        Some(Life { date: date.map(str::to_owned), place: Some("Kiel".into()), ..Life::default() })
    };
    let draft = Draft {
        people: vec![
            Person {
                key: "@I1@".into(),
                name: "Ada Brandt".into(),
                born: life(Some("1870~")),
                died: life(None),
                offices: vec![Office { title: "Keeper".into(), ..Office::default() }],
                relations: vec![Relation {
                    with: "@I2@".into(),
                    stance: palimpsest_story::Stance::Family,
                    date: None,
                    statement: statement("Sisters."),
                }],
                stays: vec![Stay {
                    date: Some("1890".into()),
                    place: Some("kiel".into()),
                    statement: statement("At sea"),
                }],
                detail: vec![statement("She said: [no] *stars*...")],
                ..Person::default()
            },
            Person { key: "@I2@".into(), name: "Ada Brandt".into(), ..Person::default() },
        ],
        places: vec![Place { key: "kiel".into(), name: "Kiel".into(), point: Some((54.3, 10.0)), ..Place::default() }],
        events: vec![
            Event {
                key: "timeline".into(),
                date: Some("-0043".into()),
                title: "A \"storm\"\\".into(),
                summary: Some(Markdown::plain("1. It <b>blew</b> &shy; soft\u{ad}ly")),
                place: Some("kiel".into()),
                people: vec!["@I2@".into()],
                sources: vec!["Müller 1990".into()],
                told: true,
                ..Event::default()
            },
            Event { key: "2".into(), date: Some("1900".into()), title: "Calm".into(), ..Event::default() },
            Event { key: "3".into(), title: "No day".into(), ..Event::default() },
        ],
        phases: vec![
            Phase { name: "Before".into(), from: "-0050".into(), until: "1899".into(), at: "eras[0]".into() },
            Phase { name: "After".into(), from: "1950".into(), until: "1960".into(), at: "eras[1]".into() },
        ],
        works: vec![work],
        claims: vec![Claim {
            about: "2".into(),
            title: "Date".into(),
            values: vec![ClaimValue {
                value: "1901".into(),
                status: ClaimStatus::Disputed,
                statement: statement("So one."),
            }],
        }],
        article: crate::draft::Article {
            authors: vec![Author::Person { given: Some("Ada".into()), family: "Lovelace".into() }],
            ..Default::default()
        },
        ..Draft::of("everything.ged")
    };
    let (written, story) = built(&draft);
    let ids = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        story.people.iter().map(|person| person.id.to_string()).collect::<Vec<_>>(),
        ids(vec!["ada-brandt", "ada-brandt-2"])
    );
    assert_eq!(story.events.iter().map(|event| event.id.to_string()).collect::<Vec<_>>(), ids(vec!["a-storm", "calm"]));
    assert_eq!(story.events[0].title, "A \"storm\"\\");
    assert_eq!(story.events[0].summary[0].text, "1. It <b>blew</b> &shy; softly");
    assert_eq!(story.events[0].sources[0].source.to_string(), "muller-1990");
    assert_eq!(story.phases.len(), 1);
    assert_eq!(story.people[0].relations[0].with.to_string(), "ada-brandt-2");
    let events = &written.files.iter().find(|(name, _)| name == "events.toml").expect("events").1;
    assert!(events.contains("# title = \"No day\""), "{events}");
    let left = &written.leftovers;
    assert_eq!(left.len(), 5, "two phases, a claim, the key of a work and the soft hyphen: {left:?}");
}
