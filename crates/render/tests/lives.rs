//! What the page says of lives and pictures that are known in part.

mod common;

use common::{print, project, published, small, texts, values};
use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_story::{Date, Story};

/// The sound story of `tests/invalid/base`, where in one file one text stands for another.
fn with(file: &str, text: &str, other: &str) -> Story {
    let names = ["story.toml", "article.md", "people.toml", "events.toml", "notes.md", "sources.json", "places.toml"];
    let read = |name: &str| std::fs::read_to_string(project("tests/invalid/base").join(name)).expect("it can be read");
    let changed = |name: &'static str| {
        let whole = read(name);
        assert!(name != file || whole.contains(text), "{file} has {text}");
        (name, if name == file { whole.replace(text, other) } else { whole })
    };
    let compilation = compile_folder(&Folder::in_memory(names.map(changed).to_vec()));
    let report = compilation.report();
    compilation.story.unwrap_or_else(|| panic!("{report}"))
}

/// A date, as the compiler reads it.
fn date(edtf: &str) -> Date {
    let story = with("people.toml", "date = \"1840\"", &format!("date = \"{edtf}\""));
    story.people[0].died.as_ref().expect("she died").date.clone()
}

fn words(story: &Story) -> String {
    texts(&print(story)).concat()
}

#[test]
fn an_age_is_as_vague_as_the_dates_that_it_is_between() {
    for (born, age) in [
        ("1770-02-03", "aged 31"),
        ("1770", "aged 30–31"),
        ("1770~", "aged about 31"),
        ("1770-02?", "aged about 31"),
        ("1770-02-03?", "aged 31"),
    ] {
        let words = words(&with("people.toml", "1770-02-03", born));
        assert!(words.contains(age), "born {born}: {age} is not in {words}");
        assert_eq!(words.contains("about 31"), age.contains("about"), "born {born}");
    }
}

#[test]
fn the_age_in_a_long_time_is_a_range() {
    for (time, age) in [
        ("1801-04/1801-06", "aged 31"),
        ("1801-04/1805-06", "aged 31–35"),
        ("1801-04~/1801-06", "aged about 31"),
        ("1801-01~/1801-06", "aged about 31"),
        ("1801-04~/1805-06", "aged about 31–35"),
        ("1801-04/1805-06?", "aged about 31–35"),
    ] {
        let texts = texts(&print(&with("events.toml", "1801-04/1801-06", time)));
        assert!(texts.contains(&format!("Anna Voss {age}")), "{time}: {age} is not in {texts:?}");
    }
}

#[test]
fn somebody_whose_death_is_not_known_has_an_age_until_their_last_event() {
    let here = |story: &Story| values(&print(story), "data-here").concat().contains("aged 31");
    let mut story = small();
    assert!(here(&story), "she died in 1840");
    story.people[0].died = None;
    assert!(here(&story), "she had a part in the event");
    let mut earlier = story.events[0].clone();
    earlier.id = "earlier".into();
    earlier.told = None;
    earlier.date.extent.as_mut().expect("it has a date").first -= 3650;
    story.events[0].people.clear();
    assert!(!here(&story), "nothing says when she was alive");
    story.events.insert(0, earlier);
    assert!(!here(&story), "she was alive ten years before");
    story.people[0].living = true;
    assert!(here(&story), "she is alive");
}

#[test]
fn nobody_has_an_age_when_they_may_have_been_dead() {
    for (died, has_age) in
        [("1840", true), ("1801-04/1801-06", true), ("1801-05/1801-06", true), ("1795/1810", false), ("1801", false)]
    {
        let mut story = small();
        story.people[0].died.as_mut().expect("she died").date = date(died);
        let texts = texts(&print(&story));
        assert_eq!(texts.iter().any(|text| text.starts_with("Anna Voss aged")), has_age, "died {died}: {texts:?}");
    }
}

#[test]
fn nobody_dies_before_the_first_year_of_life() {
    for (born, died, age) in [
        ("1840", "1840", "Died aged 0"),
        ("1840-03", "1840-03", "Died aged 0"),
        ("1840", "1841", "Died aged 0–1"),
        ("1839/1840", "1840/1841", "Died aged 0–2"),
        ("1840~", "1840", "Died aged about 0"),
    ] {
        let mut story = small();
        let voss = &mut story.people[0];
        voss.born.as_mut().expect("she was born").date = date(born);
        voss.died.as_mut().expect("she died").date = date(died);
        let words = words(&story);
        assert!(words.contains(age), "{born} to {died}: {age} is not in {words}");
        assert!(!words.contains("aged -"), "{born} to {died}: {words}");
    }
}

#[test]
fn the_title_picture_is_credited_as_the_editors_say_and_not_otherwise() {
    let mut story = published();
    let credits = |story: &Story| values(&print(story), "data-ours");
    let ours = story.article.picture.as_ref().expect("there is a picture").credit.clone();
    assert!(!ours.is_empty() && credits(&story).contains(&ours));
    for (credit, count) in [("Photograph: City Archive", 1), ("", 0)] {
        credit.clone_into(&mut story.article.picture.as_mut().expect("there is a picture").credit);
        let credits = credits(&story);
        assert!(!credits.contains(&ours), "{credits:?}");
        assert_eq!(credits.iter().filter(|words| *words == "Photograph: City Archive").count(), count);
    }
}
