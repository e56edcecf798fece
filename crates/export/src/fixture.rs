//! A small story for tests, compiled from text like a real one.

use std::path::Path;

use palimpsest_compiler::{compile, compile_folder, files::Folder};
use palimpsest_story::{Date, Event, Place, Story};
use palimpsest_words::Words;

const TEXTS: [(&str, &str); 6] = [
    (
        "story.toml",
        "language = \"en\"\ndescription = \"A story.\"\neditors = [\"The founders of Palimpsest\"]\n\
         address = \"https://example.org/trotsky/\"\n",
    ),
    (
        "article.md",
        "+++\ntitle = \"Betrayed by a Brother\"\nauthors = [{ given = \"Ada Maria\", family = \"Lovelace\" }]\ndate = \"2016-12-26\"\n\
         byline = \"Ada Maria Lovelace\"\ncaption = \"Trotsky\"\n+++\n\nTrotsky and Kamenev met.\n",
    ),
    (
        "people.toml",
        "[[person]]\nid = \"trotsky\"\nname = \"Leon Trotsky\"\nnames = [\"Trotsky\"]\nrole = \"Revolutionary\"\n\
         born = { date = \"1879-11-07\", place = \"Yanovka\" }\ndied = { date = \"1940-08-21\", place = \"Mexico City\" }\n\
         fate = \"Killed [@avrich-1970].\"\nsources = [\"avrich-1970\"]\n\n\
         [[person]]\nid = \"kamenev\"\nname = \"Lev Kamenev\"\nnames = [\"Kamenev\"]\nrole = \"Revolutionary\"\n\
         born = { date = \"1883-07-18\", place = \"Moscow\" }\ndied = { date = \"1936-08-25\", place = \"Moscow\" }\n\
         fate = \"Shot [@avrich-1970].\"\nsources = [\"avrich-1970\"]\n",
    ),
    ("places.toml", "[[place]]\nid = \"moscow\"\nname = \"Moscow\"\npoint = [55.75, 37.62]\nradius = 1000\n"),
    (
        "events.toml",
        "[[event]]\nid = \"event-0\"\ndate = \"DATE\"\ntitle = \"The Tenth Congress\"\nsummary = \"It meets.\"\n\
         text = \"\"\"\nIt ends.\n\"\"\"\nplace = \"moscow\"\npeople = [\"trotsky\", \"kamenev\"]\n\
         told = \"Trotsky and Kamenev met\"\nsources = [\"avrich-1970\", \"service-2009\"]\n",
    ),
    (
        "sources.json",
        r#"[
        {"id": "avrich-1970", "type": "book", "title": "Kronstadt 1921", "author": [{"family": "Avrich", "given": "Paul"}],
         "publisher": "Princeton University Press", "publisher-place": "Princeton", "issued": {"date-parts": [[1970]]}},
        {"id": "service-2009", "type": "book", "title": "Trotsky", "author": [{"family": "Service", "given": "Robert"}],
         "publisher": "Belknap", "publisher-place": "Cambridge", "issued": {"date-parts": [[2009]]}}]"#,
    ),
];

/// Returns the catalog that files are written with.
pub(crate) fn words() -> Words {
    Words::load("en").expect("English has a catalog")
}

/// Returns the story of this repository.
pub(crate) fn real() -> Story {
    let compilation = compile(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../story")));
    let report = compilation.report();
    compilation.story.unwrap_or_else(|| panic!("{report}"))
}

/// Compiles the small story with one event on this date.
fn compiled(edtf: &str) -> Story {
    let texts = TEXTS.map(|(name, text)| (name, text.replace("DATE", edtf)));
    let compilation = compile_folder(&Folder::in_memory(texts));
    let report = compilation.report();
    compilation.story.unwrap_or_else(|| panic!("{report}"))
}

/// Returns the small story with these events, in the order given; their ids are `event-0`, `event-1`, and so on.
pub(crate) fn story(events: impl IntoIterator<Item = Event>) -> Story {
    let mut story = compiled("1921");
    let named = |(number, event)| Event { id: format!("event-{number}").as_str().into(), ..event };
    story.events = events.into_iter().enumerate().map(named).collect();
    story
}

/// Returns the event of the small story, on this date.
pub(crate) fn event(edtf: &str) -> Event {
    compiled(edtf).events.remove(0)
}

/// Compiles a date.
pub(crate) fn date(edtf: &str) -> Date {
    event(edtf).date
}

/// Returns a place with this name.
pub(crate) fn place(name: &str) -> Place {
    let place = event("1921").place.expect("the event has a place");
    Place { name: name.to_owned(), ..place }
}
