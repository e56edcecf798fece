//! The printed page says what the editors wrote: every name, date, office, relation, stay, place and source, read from
//! the TOML files independently of the compiler.

use std::fs;

use markup5ever_rcdom::Handle;
use palimpsest_tests::page::{Element, by_id, elements, page, text};
use palimpsest_tests::story_folder;
use toml::{Table, Value};

fn items(file: &str, key: &str) -> Vec<Table> {
    let path = story_folder().join(file);
    let table: Table = fs::read_to_string(path).expect("the file can be read").parse().expect("the file is TOML");
    list(&table, key).iter().map(|item| item.as_table().expect("an item is a table").clone()).collect()
}

fn list<'a>(table: &'a Table, key: &str) -> &'a [Value] {
    table.get(key).map_or(&[], |value| value.as_array().expect("a list"))
}

fn string<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).unwrap_or_else(|| panic!("no {key} in {table:?}")).as_str().expect("a string")
}

fn tables<'a>(table: &'a Table, key: &str) -> Vec<&'a Table> {
    list(table, key).iter().map(|item| item.as_table().expect("a table")).collect()
}

/// All elements below a node with this class.
fn with_class(node: &Handle, class: &str) -> Vec<Element> {
    let has = |classes: String| classes.split_whitespace().any(|found| found == class);
    elements(node).into_iter().filter(|element| element.attribute("class").is_some_and(has)).collect()
}

fn named(node: &Handle, name: &str) -> Vec<Element> {
    elements(node).into_iter().filter(|element| element.local_name().is_some_and(|found| &*found == name)).collect()
}

fn hrefs(node: &Handle) -> Vec<String> {
    named(node, "a").iter().filter_map(|link| link.attribute("href")).collect()
}

/// Returns where the citations of these passages lead. Passages at the same place in the same work are printed as one
/// citation.
fn cited(passages: &[Value]) -> Vec<String> {
    let known = items("passages.toml", "passage");
    let mut cited = Vec::new();
    for id in passages {
        let passage = known.iter().find(|passage| passage["id"] == *id).unwrap_or_else(|| panic!("nobody read {id:?}"));
        let citation = (format!("#{}", string(passage, "source")), passage.get("at"));
        if !cited.contains(&citation) {
            cited.push(citation);
        }
    }
    cited.into_iter().map(|(source, _)| source).collect()
}

/// Finds the fact with this term: its `<dd>`, or, if it is folded, the list under a summary such as `Offices (3)`.
fn fact(entry: &Handle, term: &str) -> Option<Element> {
    let folded = named(entry, "details").into_iter().find(|fold| {
        let summary = text(&named(&fold.node, "summary")[0].node);
        summary.strip_prefix(term).is_some_and(|count| count.starts_with(" ("))
    });
    if let Some(fold) = folded {
        return named(&fold.node, "ul").into_iter().next();
    }
    let found = named(entry, "div").into_iter().find(|fact| {
        let terms = named(&fact.node, "dt");
        terms.first().is_some_and(|found| text(&found.node) == term)
    });
    found.and_then(|fact| named(&fact.node, "dd").into_iter().next())
}

/// Asserts that the dates in an element, or the date that the element itself is, match the EDTF that the editors wrote.
fn same_date(edtf: &str, element: &Element, what: &str) {
    let node = &element.node;
    let said = named(node, "time").iter().filter_map(|time| time.attribute("datetime")).collect::<Vec<_>>();
    let said = if said.is_empty() { element.attribute("datetime").into_iter().collect() } else { said };
    let meant: Vec<_> = edtf.split('/').map(|part| part.trim_end_matches(['~', '?', '%'])).collect();
    assert_eq!(said, meant, "{what}: {edtf}");
    let words = text(node);
    assert_eq!(words.contains("about "), edtf.contains(['~', '%']), "{what}: {edtf} is written {words}");
    assert_eq!(words.contains("(uncertain)"), edtf.contains(['?', '%']), "{what}: {edtf} is written {words}");
    for part in edtf.split('/') {
        let year = part.get(..4).expect("a year has four digits");
        assert!(words.contains(year), "{what}: {edtf} is written {words}");
    }
}

/// Asserts that a dated list in an entry matches the items in the TOML file, and pairs them.
fn dated<'a>(entry: &Handle, term: &str, written: &[&'a Table], what: &str) -> Vec<(Element, &'a Table)> {
    let Some(fact) = fact(entry, term) else {
        assert!(written.is_empty(), "{what} has no {term}");
        return Vec::new();
    };
    let printed = named(&fact.node, "li");
    assert_eq!(printed.len(), written.len(), "{what}: {term}");
    for (item, table) in printed.iter().zip(written) {
        if let Some(date) = table.get("date") {
            let dates =
                with_class(&item.node, "dates").pop().unwrap_or_else(|| panic!("{what}: {table:?} has no date"));
            same_date(date.as_str().expect("a string"), &dates, what);
        }
    }
    printed.into_iter().zip(written.iter().copied()).collect()
}

#[test]
fn people_are_as_they_were_written() {
    let page = page();
    let people = items("people.toml", "person");
    let places = items("places.toml", "place");
    assert_eq!(with_class(&page, "person").len(), people.len());
    for person in &people {
        let id = string(person, "id");
        let entry = by_id(&page, id).unwrap_or_else(|| panic!("{id} is not on the page"));
        assert_eq!(text(&named(&entry, "h3")[0].node), string(person, "name"));
        let names = with_class(&entry, "person-names");
        let names = &names[0].node;
        let role = with_class(&entry, "person-role");
        assert_eq!(text(&role[0].node), string(person, "role"), "{id}");
        if let Some(birth_name) = person.get("birth_name") {
            assert!(text(names).contains(&format!("born {}", birth_name.as_str().expect("a string"))), "{id}");
        }
        if let Some(native) = person.get("native_name") {
            let native = native.as_table().expect("a table");
            let spans = named(names, "bdi");
            let span = spans.iter().find(|span| span.attribute("lang").is_some()).expect("it has a language");
            assert_eq!(span.attribute("lang").as_deref(), Some(string(native, "language")), "{id}");
            assert_eq!(text(&span.node), string(native, "name"));
        }
        let spellings = list(person, "spellings");
        let spelt: Vec<_> = spellings.iter().map(|spelling| spelling.as_str().expect("a string")).collect();
        assert!(spelt.is_empty() || text(names).ends_with(&format!("also {}", spelt.join(", "))), "{id}");
        for (field, term) in [("born", "Born"), ("died", "Died")] {
            let Some(life) = person.get(field) else {
                assert!(field == "died" && fact(&entry, term).is_none(), "{id} has no {field}");
                continue;
            };
            let life = life.as_table().expect("a table");
            let said = fact(&entry, term).unwrap_or_else(|| panic!("{id} has no {term}"));
            same_date(string(life, "date"), &said, id);
            let place = life.get("place").map(|place| format!(", {}", place.as_str().expect("a string")));
            assert!(text(&said.node).contains(&place.unwrap_or_default()), "{id}");
            assert_eq!(hrefs(&said.node), cited(list(life, "sources")), "{id}");
        }
        for (item, office) in dated(&entry, "Offices", &tables(person, "offices"), id) {
            assert!(text(&item.node).starts_with(string(office, "title")), "{id}");
            assert_eq!(hrefs(&item.node), cited(list(office, "sources")), "{id}");
        }
        for (item, relation) in dated(&entry, "Relations", &tables(person, "relations"), id) {
            assert!(text(&item.node).starts_with(string(relation, "stance")), "{id}");
            assert_eq!(hrefs(&item.node)[0], format!("#{}", string(relation, "with")), "{id}");
        }
        let stays = tables(person, "stays");
        let stops = if stays.is_empty() { Vec::new() } else { with_class(&page, "stop") };
        assert_eq!(stops.len(), stays.len(), "{id}: one person of the story has stays");
        for (stop, stay) in stops.iter().zip(stays) {
            same_date(string(stay, "date"), &with_class(&stop.node, "dates")[0], id);
            if let Some(place) = stay.get("place") {
                let place = places.iter().find(|known| string(known, "id") == place.as_str().expect("an id"));
                let name = string(place.expect("the place is known"), "name");
                let title = text(&with_class(&stop.node, "stop-title")[0].node);
                assert!(
                    title.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim().starts_with(name),
                    "{id}: {title}"
                );
            }
        }
        let sources = fact(&entry, "Sources").unwrap_or_else(|| panic!("{id} has no sources"));
        assert_eq!(hrefs(&sources.node), cited(list(person, "sources")), "{id}");
    }
}

#[test]
fn events_are_as_they_were_written() {
    let page = page();
    let events = items("events.toml", "event");
    let places = items("places.toml", "place");
    assert_eq!(with_class(&page, "event").len(), events.len());
    for event in &events {
        let id = string(event, "id");
        let entry = by_id(&page, id).unwrap_or_else(|| panic!("{id} is not on the page"));
        let title = &named(&entry, "h3")[0].node;
        assert!(text(title).ends_with(string(event, "title")), "{id}");
        same_date(string(event, "date"), &with_class(title, "event-date")[0], id);
        if let Some(place) = event.get("place") {
            let place = places.iter().find(|known| string(known, "id") == place.as_str().expect("an id"));
            let place = place.expect("the place is known");
            let said = text(&fact(&entry, "Where").unwrap_or_else(|| panic!("{id} has no place")).node);
            let now =
                place.get("now").map(|now| format!(", now {}", now.as_str().expect("a string"))).unwrap_or_default();
            let mut meant = format!("{}{now}", string(place, "name"));
            let native = place.get("native").map(|native| string(native.as_table().expect("a table"), "name"));
            if let Some(native) = native.filter(|native| !meant.contains(native)) {
                meant = format!("{meant} {native}");
            }
            assert_eq!(said, meant, "{id}");
        }
        let people = list(event, "people").iter().map(|id| format!("#{}", id.as_str().expect("an id"))).collect();
        for (term, meant) in [("Who", people), ("Sources", cited(list(event, "sources")))] {
            let said = fact(&entry, term).map(|fact| hrefs(&fact.node)).unwrap_or_default();
            assert_eq!(said, meant, "{id}: {term}");
        }
        let told = fact(&entry, "In the article").map(|fact| text(&fact.node));
        match event.get("told") {
            Some(words) => {
                let told = told.unwrap_or_else(|| panic!("{id} does not say where it is told"));
                assert!(told.contains(words.as_str().expect("a string")), "{id}: {told}");
            }
            None => assert!(told.is_none(), "{id} is context"),
        }
    }
}
