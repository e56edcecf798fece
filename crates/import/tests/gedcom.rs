//! Family trees become drafts that build, and every line of them is in the draft or in the list of leftovers.

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_import::{Citation, Draft, Error, Person, build, read};
use palimpsest_story::{CalendarDay, Story};

const FIVE: &str = include_str!("trees/five.ged");
const SEVEN: &str = include_str!("trees/seven.ged");

fn draft(tree: &[u8]) -> Result<Draft, Error> {
    read("tree.ged", tree, None)
}

/// The files of a draft, and the story that they make.
fn built(draft: &Draft) -> (String, Story) {
    let files = build(draft.clone(), CalendarDay { year: 2026, month: 11, day: 29 }).files;
    let compilation = compile_folder(&Folder::in_memory(files.clone()));
    let text: Vec<String> = files.into_iter().map(|(name, text)| format!("{name}\n{text}")).collect();
    let text = text.join("\n");
    let report = compilation.full_report();
    (text.clone(), compilation.story.unwrap_or_else(|| panic!("{report}\n{text}")))
}

fn person<'a>(draft: &'a Draft, name: &str) -> &'a Person {
    draft.people.iter().find(|person| person.name == name).unwrap_or_else(|| panic!("{name} is there"))
}

fn life(date: Option<&String>, place: Option<&String>) -> String {
    format!("{} {}", date.map_or("-", String::as_str), place.map_or("-", String::as_str))
}

fn lives(person: &Person) -> [String; 2] {
    [&person.born, &person.died]
        .map(|of| of.as_ref().map(|of| life(of.date.as_ref(), of.place.as_ref())).unwrap_or_default())
}

fn relations(person: &Person) -> Vec<String> {
    let relation = |relation: &palimpsest_import::Relation| {
        let date = relation.date.clone().unwrap_or_default();
        format!("{} {} {date}", relation.with, relation.statement.text.as_str()).trim_end().to_owned()
    };
    person.relations.iter().map(relation).collect()
}

fn events(draft: &Draft) -> Vec<String> {
    let event = |event: &palimpsest_import::Event| {
        let date = event.date.as_deref().unwrap_or("-");
        let summary = event.summary.as_ref().map_or("", |summary| summary.as_str());
        format!("{date} {summary}")
    };
    draft.events.iter().map(event).collect()
}

#[test]
fn a_tree_of_version_5_has_its_people_families_and_works() {
    let draft = draft(FIVE.as_bytes()).expect("it is GEDCOM");
    assert_eq!(draft.language.as_deref(), Some("de"));
    let marta = person(&draft, "Marta Sofia Lund");
    assert_eq!(marta.spellings, ["Matti", "Marta Holm"]);
    assert_eq!(lives(marta), ["1751~ Sandvik, Bohuslän, Sweden", ""]);
    assert_eq!(marta.role.as_deref(), Some("Alderwoman; Merchant"));
    assert_eq!(marta.offices[0].date.as_deref(), Some("1790/1800"));
    assert_eq!(marta.sources, ["S1", "source-line-41"]);
    assert!(marta.comments.iter().any(|comment| comment.contains("AFT 1809")), "{:?}", marta.comments);
    for kept in ["NAME cites S1, fol. 12", "QUAY 3"] {
        assert!(marta.comments.iter().any(|comment| comment.contains(kept)), "{:?}", marta.comments);
    }
    let fate = &marta.fate[0];
    let letter = Citation { source: "source-line-41".to_owned(), at: None };
    assert_eq!((fate.text.as_str(), &*fate.sources), ("Cause of death: consumption.", &[letter][..]));
    let detail = marta.detail[0].text.as_str();
    assert_eq!(detail, "Gave the harbor a \\*bell\\*, and wrote to ada@example.org about it.");
    assert_eq!(relations(marta), ["I2 Husband. 1770-05-01/", "I3 Adopted son."]);
    assert_eq!(lives(person(&draft, "Per Holm")), ["1749 -", "[1749..1800] Kiel"]);
    let olof = person(&draft, "Olof Holm");
    assert_eq!(lives(olof), ["1794-07-27 -", ""]);
    assert_eq!(relations(olof), ["I2 Adoptive father.", "I1 Adoptive mother."]);
    assert_eq!(
        events(&draft),
        [
            "1752-02-11 OS Baptism of Marta Sofia Lund, Sandvik, Bohuslän, Sweden.",
            "- Burial of Marta Sofia Lund, Sandvik.",
            "[1810..1815] Emigration of Olof Holm, Lübeck.",
            "- Shipwreck: Olof Holm.",
            "1770-05-01 Marriage of Per Holm and Marta Sofia Lund, Sandvik.",
        ]
    );
    assert_eq!(draft.events[0].text[0].as_str(), "The godparents were not written down. Perhaps the page was lost.");
    assert_eq!(draft.places[0].point, Some((57.9, 10.9)));
    let book = serde_json::json!({
        "id": "S1", "type": "manuscript", "title": "The Parish Book of Sandvik, 1740-1850", "title-short": "Parish Book",
        "author": [{ "family": "Example", "given": "Alex" }], "publisher": "Sandvik: The Parish",
        "issued": { "date-parts": [[1901]] }, "archive": "The Archive of Sandvik", "archive_location": "13B-1234"
    });
    assert_eq!(serde_json::Value::Object(draft.works[0].clone()), book);
    let (_, story) = built(&draft);
    assert_eq!((story.people.len(), story.events.len(), story.sources.len() >= 2), (4, 3, true));
}

#[test]
fn what_has_no_place_is_listed_with_its_line() {
    let draft = draft(FIVE.as_bytes()).expect("it is GEDCOM");
    for (at, what) in [
        ("line 47", "RELI Lutheran"),
        ("line 50", "OBJE (FILE C:\\pictures\\marta.jpg; FORM jpg)"),
        ("line 53", "_COLOR red"),
        ("line 70", "BIRT (DATE 1795)"),
        ("line 81", "ASSO @I1@ (RELA Godmother)"),
        ("line 90", "CHIL @I99@"),
        ("line 105", "REFN 77"),
        ("line 108", "ADDR Harbor Street 1"),
    ] {
        let found = draft.leftovers.iter().find(|leftover| leftover.at == at);
        assert!(found.is_some_and(|leftover| leftover.what.contains(what)), "{at}: {:?}", draft.leftovers);
    }
    let sexes = draft.leftovers.iter().find(|leftover| leftover.why.starts_with("INDI SEX"));
    assert_eq!(sexes.map(|leftover| leftover.at.as_str()), Some("lines 24, 58, 67, 84"));
}

/// The words of each value in a tree stand in the files of its draft; the rest is its form, or became something else.
#[test]
fn nothing_is_lost_in_silence() {
    let became = |line: &str| {
        let form = ["0 HEAD", "0 TRLR", "1 GEDC", "1 CHAR", "1 LANG", "2 VERS", "2 FORM LINEAGE", "2 FORM jpg"];
        let read = [
            "DATE ",
            "LATI ",
            "LONG ",
            "MEDI ",
            "PEDI ",
            "EXID ",
            "PUBL ",
            "AUTH ",
            "TYPE birth",
            "TYPE BIRTH",
            "TYPE https",
        ];
        form.iter().any(|form| line.starts_with(form)) || read.iter().any(|read| line[2..].starts_with(read))
    };
    for tree in [FIVE, SEVEN] {
        let draft = draft(tree.as_bytes()).expect("it is GEDCOM");
        let (text, _) = built(&draft);
        for line in tree.lines().filter(|line| !became(line)) {
            let value = line.split_once('@').filter(|_| line.starts_with("0 @")).map_or(line, |(_, rest)| rest);
            let value = value.splitn(3, ' ').nth(2).unwrap_or_default();
            let value = value.replace("@@", "@").replace('/', " ");
            for word in
                value.split([' ', ',']).filter(|word| !word.is_empty() && !word.starts_with('@') && !word.contains('*'))
            {
                // A citation stands before the period.
                let word = word.strip_suffix('.').unwrap_or(word);
                let escaped = word.replace('\\', "\\\\");
                assert!(text.contains(word) || text.contains(&escaped), "{line}: {word} is not in\n{text}");
            }
        }
    }
}

#[test]
fn a_tree_of_version_7_has_its_own_words() {
    let draft = draft(SEVEN.as_bytes()).expect("it is GEDCOM");
    let lev = person(&draft, "Lev Davidov");
    assert_eq!(lev.spellings, ["Лев Давидов"]);
    assert_eq!(lev.wikidata.as_deref(), Some("Q1394"));
    assert_eq!(lives(lev), ["1870-10-25 OS Odessa, Russian Empire", "1940-01-12 @home"]);
    assert_eq!(relations(lev), ["P2 Spouse. 1895/1903", "P3 Child."]);
    let vera = person(&draft, "Vera");
    assert_eq!(vera.spellings, ["Vera Davidova"]);
    assert_eq!(lives(vera), ["- Kherson", ""]);
    assert_eq!(relations(person(&draft, "Ada Davidova")), ["P1 Father.", "P2 Parent."]);
    assert_eq!(
        events(&draft),
        [
            "1890/1899 Residence of Lev Davidov, Odessa, Russian Empire: 12 Harbor Street.",
            "1905~ Naturalization of Lev Davidov.",
            "1912-03 Elected to the city council: Lev Davidov.",
            "1895 Marriage of Lev Davidov and Vera.",
            "1903 Divorce of Lev Davidov and Vera.",
        ]
    );
    assert_eq!(draft.events[2].text[0].as_str(), "The vote was open.");
    let left: Vec<&str> = draft.leftovers.iter().map(|leftover| leftover.what.as_str()).collect();
    for what in
        ["the day after the storm", "TIME 14:30", "A son who died young", "NO MARR", "_SKYPE", "that it was estimated"]
    {
        let is_told = left.iter().any(|left| left.contains(what))
            || draft.leftovers.iter().any(|leftover| leftover.why.contains(what));
        assert!(is_told, "{what}: {:?}", draft.leftovers);
    }
    built(&draft);
}

#[test]
fn malformed_lines_are_reported_with_their_numbers() {
    let told = |tree: &[u8]| {
        let error = draft(tree).expect_err("it is not GEDCOM");
        (error.at, error.message)
    };
    let (at, message) = told(b"0 HEAD\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Ada\nand Per\n3 SEX F\n0 TRLR");
    assert_eq!(at, "line 5");
    assert!(message.contains("and Per") && message.contains("see also line 6"), "{message}");
    assert_eq!(told(b"0 HEAD\n1 CHAR UTF-8\n1 NOTE No\xEBl").0, "line 3");
    assert_eq!(told(b"").0, "line 1");
    let cut = &FIVE.as_bytes()[..FIVE.find("0 TRLR").expect("its end")];
    let draft = draft(cut).expect("it is GEDCOM");
    assert!(draft.leftovers.iter().any(|leftover| leftover.why.contains("cut off")));
}

#[test]
fn a_death_before_a_birth_does_not_break_the_draft() {
    let tree = "0 HEAD\n0 @I1@ INDI\n1 NAME Ada\n1 BIRT\n2 DATE 1900\n1 DEAT\n2 DATE 1850\n2 PLAC Kiel\n\
                0 @I1@ INDI\n1 NAME Twin\n1 DEAT Y\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I1@\n1 MARR Y\n0 TRLR";
    let draft = draft(tree.as_bytes()).expect("it is GEDCOM");
    assert!(draft.people[0].comments.iter().any(|comment| comment.contains("1850")));
    let (_, story) = built(&draft);
    assert_eq!(story.people.len(), 2);
}

/// Whatever a file contains, the result is a draft that builds or an error.
#[test]
fn cut_and_changed_trees_never_panic() {
    let mut seed = 7_u32;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for tree in [FIVE, SEVEN] {
        for end in (0..tree.len()).step_by(41) {
            let _ = draft(&tree.as_bytes()[..end]);
        }
        for round in 0..300 {
            let mut bytes = tree.as_bytes().to_vec();
            for _ in 0..=random(4) {
                let (at, from) = (random(bytes.len()), random(bytes.len()));
                match random(4) {
                    0 => bytes[at] = u8::try_from(random(256)).unwrap_or_default(),
                    1 => bytes[at] = b"0123@/\n Y"[random(9)],
                    2 => drop(bytes.remove(at)),
                    _ => {
                        // Lines change places.
                        let end = (from + random(60)).min(bytes.len());
                        let part = bytes[from..end].to_vec();
                        bytes.splice(at..at, part);
                    }
                }
            }
            if let Ok(draft) = draft(&bytes)
                && round % 30 == 0
            {
                built(&draft);
            }
        }
    }
}
