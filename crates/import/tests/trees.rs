//! A draft of a family tree claims no more than the tree does: of its sources, its dates and those who may be alive.

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_import::{Written, build, read};
use palimpsest_story::CalendarDay;

const TREE: &str = include_str!("trees/sallow.ged");

/// The draft, which builds.
fn written(today: i32) -> Written {
    let draft = read("sallow.ged", TREE.as_bytes(), None).unwrap_or_else(|error| panic!("{error}"));
    let written = build(draft, CalendarDay { year: today, month: 11, day: 29 });
    let compilation = compile_folder(&Folder::in_memory(written.files.clone()));
    assert!(compilation.story.is_some(), "{}", compilation.full_report());
    written
}

fn file<'a>(written: &'a Written, name: &str) -> &'a str {
    written.files.iter().find(|(file, _)| file == name).map_or("", |(_, text)| text)
}

/// What `people.toml` has of somebody.
fn person<'a>(written: &'a Written, id: &str) -> &'a str {
    let people = file(written, "people.toml");
    let id = format!("id = \"{id}\"");
    people.split("[[person]]").find(|entry| entry.contains(&id)).unwrap_or_else(|| panic!("{id} is not in {people}"))
}

fn event<'a>(written: &'a Written, title: &str) -> &'a str {
    let events = file(written, "events.toml");
    let title = format!("title = \"{title}\"");
    events.split("[[event]]").find(|entry| entry.contains(&title)).unwrap_or_else(|| panic!("{title}: {events}"))
}

#[test]
fn a_source_is_cited_where_the_tree_has_it_and_nowhere_else() {
    let written = written(2026);
    let edmund = person(&written, "edmund-sallow");
    for cited in [
        "fate = \"Cause of death: Fever [@S1, p. 204].\"",
        "text = \"Wife [@S1, p. 12].\"",
        "detail = \"He lost the use of his legs. The parish paid for a chair [@S1, p. 31].\"",
        "  # TODO [@…] in the text: what this statement rests on\n  { with = \"grace-sallow\", stance = \"family\", \
         text = \"Daughter.\" },",
        "# TODO [@…] in the text: what this statement rests on\ndetail = ",
        "date = \"1730/1756\", sources = [\"S1\"] },",
        "TODO line 21: OCCU cites S1, p. 9;",
        "TODO line 14: DEAT cites S1: QUAY 2;",
    ] {
        assert!(edmund.contains(cited), "{cited} is not in {edmund}");
    }
    let mary = person(&written, "mary-crane");
    assert!(mary.contains("text = \"Daughter.\" }") && mary.contains("sources = [\"S1\"]"), "{mary}");
    assert!(mary.contains("INDI cites S1: PAGE Year: 1700; Row: 2"), "{mary}");
    let grace = person(&written, "grace-sallow");
    assert!(grace.contains("TODO line 43: BIRT cites S1, p. 88"), "{grace}");
    assert!(grace.contains("text = \"Father.\" }"), "{grace}");
    let tobias = person(&written, "tobias-sallow");
    assert!(!tobias.contains("S1") && tobias.contains("# TODO sources = […]: what this rests on"), "{tobias}");

    let burial = event(&written, "Burial of Edmund Sallow");
    assert!(burial.contains("summary = \"Burial of Edmund Sallow [@S1, p. 205].\""), "{burial}");
    assert!(burial.contains("sources = [\"S1\"]"), "{burial}");
    let wedding = event(&written, "Marriage of Edmund Sallow and Mary Crane");
    assert!(wedding.contains("[@S1, p. 12].\""), "{wedding}");
    let baptism = event(&written, "Baptism of Grace Sallow");
    assert!(!baptism.contains("S1") && baptism.contains("# TODO sources = […]"), "{baptism}");

    let left = |why: &str| written.leftovers.iter().any(|leftover| leftover.why.ends_with(why));
    assert!(left("HEAD SOUR: it names the program that wrote the file"), "{:?}", written.leftovers);
    assert!(left("FAMC SOUR: a story has no statement here that could cite it"), "{:?}", written.leftovers);
}

#[test]
fn every_mark_that_is_counted_stands_in_its_file() {
    let written = written(2026);
    for (name, what, count) in &written.missing {
        let marks = file(&written, name).matches(&format!("# TODO {what}")).count();
        // Places without a point are counted alone, and the article begins with its own mark.
        let is_counted_alone = *name == "places.toml" || what.starts_with("the text of the article");
        assert!(marks == *count || is_counted_alone, "{name}: {what}: {marks} of {count}");
    }
}

#[test]
fn dates_that_a_story_cannot_say_wait_with_the_reason() {
    let written = written(2026);
    for (whose, at, what, why) in [
        ("mary-crane", "line 37", "DEAT Y", "no death without a date"),
        ("grace-sallow", "line 50", "DEAT DATE AFT 1787", "no open end"),
        ("tobias-sallow", "line 57", "BIRT DATE (in the year of the frost)", "words are no date"),
    ] {
        let entry = person(&written, whose);
        assert!(entry.contains(&format!("# TODO {at}: {what}; ")), "{what} is not in {entry}");
        let leftover = written.leftovers.iter().find(|leftover| leftover.at == at && leftover.what == what);
        assert!(leftover.is_some_and(|leftover| leftover.why.contains(why)), "{what}: {:?}", written.leftovers);
        assert!(file(&written, "LEFTOVERS.md").contains(what), "{what}");
    }
    // An event takes a range that stays open at its end, and none without a first day.
    let tree = "0 HEAD\n0 @I1@ INDI\n1 NAME Ada\n1 RESI\n2 DATE AFT 1787\n1 EMIG\n2 DATE BEF 1780\n0 TRLR";
    let draft = read("tree.ged", tree.as_bytes(), None).expect("it is GEDCOM");
    let dates: Vec<Option<&str>> = draft.events.iter().map(|event| event.date.as_deref()).collect();
    assert_eq!(dates, [Some("1787/.."), None]);
    assert!(draft.events[1].comments[0].starts_with("TODO line 7: EMIG DATE BEF 1780; an event has a first day"));
    let left: Vec<(&str, &str)> = draft.leftovers.iter().map(|left| (left.at.as_str(), left.what.as_str())).collect();
    assert_eq!(left, [("line 5", "RESI DATE AFT 1787"), ("line 7", "EMIG DATE BEF 1780")]);
    // Where the life gives the other end, there is one.
    let residence = event(&written, "Residence of Edmund Sallow");
    assert!(residence.contains("date = \"[1740..1772]\""), "{residence}");
}

#[test]
fn whoever_may_be_alive_is_asked_about() {
    const QUESTION: &str = "# TODO living = true, if they are alive";
    let now = written(2026);
    for (id, is_asked) in [
        ("rebecca-holt", true),
        // She has no birth, but a wedding in 1990.
        ("ruth-holt", true),
        ("hugh-marram", false),
        ("sten-marram", false),
        ("tobias-sallow", false),
        ("edmund-sallow", false),
    ] {
        assert_eq!(person(&now, id).contains(QUESTION), is_asked, "{}", person(&now, id));
    }
    assert!(file(&now, "LEFTOVERS.md").contains("living = true"));
    assert!(!file(&written(2150), "people.toml").contains(QUESTION));
}
