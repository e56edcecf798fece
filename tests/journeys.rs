//! The table in `docs/browsers.md` lists exactly the journeys that exist, and gives a reason wherever a journey checks
//! less in one engine.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use palimpsest_tests::{repository, rust_files};

/// The mark for "everything is checked".
const ALL: char = '✓';

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names in a file's `journeys!(…)` lists, and those of long journeys, which are listed by hand.
fn names(source: &str) -> Vec<String> {
    let lists = source.split("\njourneys!(").skip(1).filter_map(|rest| rest.split_once(')'));
    let listed = lists.flat_map(|(names, _)| names.split(',')).map(str::trim);
    let long = source.split("concat!(module_path!(), \"::").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0));
    listed.chain(long).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The path of every journey, as in the names of the tests.
fn journeys() -> BTreeSet<String> {
    let tests = repository().join("tests/browsers");
    let mut journeys = BTreeSet::new();
    for file in rust_files(&tests) {
        let path = file.strip_prefix(&tests).expect("it lies there").with_extension("");
        let module = path.to_str().expect("names are UTF-8").replace('/', "::");
        journeys.extend(names(&read(&file)).iter().map(|name| format!("{}::{name}", module.trim_end_matches("::mod"))));
    }
    journeys
}

#[test]
fn the_table_has_every_journey_in_every_browser() {
    let document = read(&repository().join("docs/browsers.md"));
    let mut rows = BTreeSet::new();
    for line in document.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let name = cells[0].trim_matches('`').to_owned();
        assert_eq!(cells.len(), 4, "docs/browsers.md: {name} needs a cell for each of three engines");
        for cell in &cells[1..] {
            let marks = cell.trim_start_matches([ALL, '–']).trim();
            assert!(*cell != "–" && !cell.is_empty(), "docs/browsers.md: {name}: a gap needs its reason");
            for mark in marks.split_whitespace() {
                let reason = format!("\n- **{mark}** ");
                assert!(document.contains(&reason), "docs/browsers.md: {name}: nothing says what {mark} is");
            }
        }
        assert!(rows.insert(name.clone()), "docs/browsers.md: {name} is there twice");
    }
    let journeys = journeys();
    assert!(journeys.len() > 50, "the lists of journeys are found: {journeys:?}");
    let [missing, gone] = [journeys.difference(&rows), rows.difference(&journeys)].map(Iterator::collect::<Vec<_>>);
    assert!(missing.is_empty(), "docs/browsers.md: add a row for each of {missing:#?}");
    assert!(gone.is_empty(), "docs/browsers.md: there are no such journeys any more: {gone:#?}");
}
