use std::borrow::Cow;
use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt};
use hayagriva::citationberg::json::Item;
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use palimpsest_contract::{CitedTitle, citing};
use palimpsest_story::Author;
use serde_json::{Value, json};

use super::name::tests::set_author;
use super::*;
use crate::{Format, fixture};

const DAY: CalendarDay = CalendarDay { year: 2026, month: 11, day: 23 };

/// Returns a story whose article has a title that needs escaping.
pub(super) fn story() -> Story {
    let mut story = fixture::story([fixture::event("1921")]);
    story.article.title = "The “Slap” & its $5 echo".into();
    set_author(&mut story, "Ada Maria Lovelace");
    story.publication.address = Some("https://example.org/a_b%20c/".into());
    story
}

pub(super) fn event() -> Cited {
    Cited::Entry(Target::Event("event-0".into()))
}

pub(super) fn cited(story: &Story, cited: &Cited) -> Citation {
    cite(story, cited, Some(DAY)).expect("the story has what is cited")
}

#[test]
fn the_article_is_cited_as_its_authors() {
    let citation = cited(&story(), &Cited::Article);
    assert_eq!(
        citation.bibtex,
        concat!(
            "@online{lovelace2016,\n",
            "author = {Lovelace, Ada Maria},\n",
            "date = {2016-12-26},\n",
            "note = {Palimpsest edition},\n",
            "title = {{The “Slap” \\& its \\$5 echo}},\n",
            "url = {https://example.org/a_b%20c/},\n",
            "urldate = {2026-11-23},\n",
            "}",
        )
    );
    assert_eq!(
        citation.csl_json,
        concat!(
            r#"[{"type":"webpage","id":"lovelace2016","author":[{"family":"Lovelace","given":"Ada Maria"}],"#,
            r#""title":"The “Slap” & its $5 echo","issued":{"date-parts":[[2016,12,26]]},"edition":"Palimpsest","#,
            r#""URL":"https://example.org/a_b%20c/","accessed":{"date-parts":[[2026,11,23]]}}]"#,
        )
    );
}

#[test]
fn two_authors_are_cited_each_in_their_own_form() {
    let mut story = story();
    story.article.authors = vec![
        Author::Person { given: Some("Gabriel".into()), family: "García Márquez".into() },
        Author::Body("Encyclopædia Britannica".into()),
    ];
    let citation = cited(&story, &Cited::Article);
    let [chicago, mla, apa] = <[String; 3]>::try_from(citation.texts).expect("there are three styles");
    assert!(chicago.starts_with("García Márquez, Gabriel, and Encyclopædia Britannica. “"), "{chicago}");
    assert!(mla.starts_with("García Márquez, Gabriel, and Encyclopædia Britannica. “"), "{mla}");
    assert!(apa.starts_with("García Márquez, G., & Encyclopædia Britannica. ("), "{apa}");
    let line = citation.bibtex.lines().find(|line| line.starts_with("author"));
    assert_eq!(line, Some("author = {García Márquez, Gabriel and {Encyclopædia Britannica}},"));
    let items: Value = serde_json::from_str(&citation.csl_json).expect("it is JSON");
    assert_eq!(
        items[0]["author"],
        json!([{"family": "García Márquez", "given": "Gabriel"}, {"literal": "Encyclopædia Britannica"}])
    );
    assert!(citation.bibtex.starts_with("@online{garcamrquez2016,"), "{}", citation.bibtex);
}

#[test]
fn an_entry_is_cited_as_the_editors_in_the_article() {
    let citation = cited(&story(), &event());
    assert_eq!(
        citation.bibtex,
        concat!(
            "@incollection{lovelace2016-event-0,\n",
            "author = {{The founders of Palimpsest}},\n",
            "bookauthor = {Lovelace, Ada Maria},\n",
            "booktitle = {{The “Slap” \\& its \\$5 echo}},\n",
            "note = {Palimpsest edition},\n",
            "title = {{The Tenth Congress}},\n",
            "url = {https://example.org/a_b%20c/#event-0},\n",
            "urldate = {2026-11-23},\n",
            "}",
        )
    );
    assert_eq!(
        serde_json::from_str::<Value>(&citation.csl_json).ok(),
        Some(json!([{
            "type": "chapter",
            "id": "lovelace2016-event-0",
            "author": [{"literal": "The founders of Palimpsest"}],
            "title": "The Tenth Congress",
            "container-title": "The “Slap” & its $5 echo",
            "container-author": [{"family": "Lovelace", "given": "Ada Maria"}],
            "edition": "Palimpsest",
            "URL": "https://example.org/a_b%20c/#event-0",
            "accessed": {"date-parts": [[2026, 11, 23]]}
        }]))
    );
}

#[test]
fn a_source_is_cited_as_it_is() {
    let story = story();
    let citation = cited(&story, &Cited::Source("avrich-1970".into()));
    assert_eq!(citation.texts, ["Avrich, Paul. 1970. Kronstadt 1921. Princeton University Press."]);
    assert!(citation.bibtex.starts_with("@book{avrich-1970,\n"), "{}", citation.bibtex);
    let csl: Value = serde_json::from_str(&citation.csl_json).expect("it is JSON");
    assert_eq!((&csl[0]["id"], &csl[0]["title"]), (&json!("avrich-1970"), &json!("Kronstadt 1921")));
    assert_eq!(cited(&story, &Cited::Entry(Target::Source("avrich-1970".into()))), citation);
}

#[test]
fn what_is_not_there_is_not_cited() {
    let story = story();
    for cited in [
        Cited::Entry(Target::Event("nobody".into())),
        Cited::Entry(Target::Person("event-0".into())),
        Cited::Source("event-0".into()),
    ] {
        assert_eq!(cite(&story, &cited, None), None);
    }
    assert_eq!(entry_title(&story, &Target::Note("nobody".into())), None);
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut story = story();
    set_author(&mut story, "Plato");
    story.article.title = "Why?".into();
    story.article.date = "2016-12".into();
    story.publication.address = None;
    story.publication.editors.clear();
    let texts = |story: &Story, cited: &Cited| cite(story, cited, None).map(|it| it.texts).unwrap_or_default();
    assert_eq!(
        texts(&story, &Cited::Article),
        [
            "Plato. “Why?” Palimpsest ed. December 2016.",
            "Plato. “Why?” Palimpsest ed., Dec. 2016.",
            "Plato. (2016, December). Why? (Palimpsest ed.).",
        ]
    );
    assert_eq!(
        texts(&story, &event())[1..],
        [
            "“The Tenth Congress.” Why?, by Plato, Palimpsest ed.",
            "The Tenth Congress. (n.d.). In Plato, Why? (Palimpsest ed.)."
        ]
    );
    let csl = cite(&story, &Cited::Article, None).map(|citation| citation.csl_json).unwrap_or_default();
    assert_eq!(
        csl,
        concat!(
            r#"[{"type":"webpage","id":"plato2016","author":[{"literal":"Plato"}],"title":"Why?","#,
            r#""issued":{"date-parts":[[2016,12]]},"edition":"Palimpsest"}]"#,
        )
    );
    set_author(&mut story, "");
    story.article.title = "Etc.".into();
    story.article.date = "in spring".into();
    assert_eq!(texts(&story, &Cited::Article)[0], "“Etc.” Palimpsest ed.");
    let citation = cite(&story, &event(), None).expect("the event is there");
    assert!(!citation.bibtex.contains("url") && !citation.csl_json.contains("URL"), "{citation:?}");
}

#[test]
fn keys_are_ascii_and_no_sources() {
    let mut story = story();
    let mut key = |author: &str| {
        set_author(&mut story, author);
        article_key(&story)
    };
    assert_eq!(key("Лев Троцкий"), "palimpsest2016");
    assert_eq!(key("Jean O’Neil-Roy"), "oneilroy2016");
    story.sources[0].id = "oneilroy2016".into();
    assert_eq!(article_key(&story), "oneilroy2016-article");
}

#[test]
fn bibtex_reads_what_is_written() {
    let mut story = story();
    let title = r"50% {of} #_~^\ “a” & $5 {";
    story.events[0].title = title.into();
    story.article.title = title.into();
    story.publication.address = Some(r"https://example.org/{\}/a_b%20c~d/".into());
    for cited in [Cited::Article, event()] {
        let citation = cite(&story, &cited, Some(DAY)).expect("the story has it");
        let read = Bibliography::parse(&citation.bibtex).expect("it is BibTeX");
        let entry = read.iter().next().expect("there is an entry");
        assert_eq!(entry.title().map(ChunksExt::format_verbatim).as_deref(), Ok(title));
        let url = entry.url().unwrap_or_default();
        assert!(url.starts_with("https://example.org/%7B%5C%7D/a_b%20c~d/"), "{url}");
        let author = &entry.author().expect("there is an author")[0];
        let expected =
            if cited == Cited::Article { ("Ada Maria", "Lovelace") } else { ("", "The founders of Palimpsest") };
        assert_eq!((&*author.given_name, &*author.name), expected);
        // BibTeX also counts braces after a backslash.
        let count = |brace| citation.bibtex.matches(brace).count();
        assert_eq!(count('{'), count('}'), "{}", citation.bibtex);
        assert!(!citation.bibtex.contains("\\{") && !citation.bibtex.contains("\\\\"), "{}", citation.bibtex);
    }
}

/// Converts a template to the form in which the page carries it.
pub(super) fn traveling(citation: Citation) -> palimpsest_contract::Citation {
    palimpsest_contract::Citation { texts: citation.texts, bibtex: citation.bibtex, csl: citation.csl_json }
}

/// Returns all entries of the editors in the story.
fn entries(story: &Story) -> Vec<Target> {
    let people = story.people.iter().map(|person| Target::Person(person.id.clone()));
    let events = story.events.iter().map(|event| Target::Event(event.id.clone()));
    people.chain(events).chain(story.notes.iter().map(|note| Target::Note(note.id.clone()))).collect()
}

/// Asserts that each filled template is identical to the citation itself.
fn assert_templates_hold(story: &Story) {
    let page = story.publication.address.clone().expect("the page has an address");
    let templates = templates(story);
    let [article, entry] = [templates.article, templates.entry].map(traveling);
    let day = [DAY.year, DAY.month.into(), DAY.day.into()];
    let expected = |what: &Cited| traveling(cited(story, what));
    let none = CitedTitle::default();
    assert_eq!(citing::filled(&article, &none, "", &page, day), expected(&Cited::Article));
    for (index, target) in entries(story).into_iter().enumerate() {
        let EntryTitle { quoted, plain, bibtex, csl_json } = entry_title(story, &target).expect("it has a title");
        // The processor is slow, so only a few of the ordinary entries are checked.
        if index % 10 > 0 && [&quoted, &plain, &bibtex, &csl_json].into_iter().all(Option::is_none) {
            continue;
        }
        let title = story.title(&target).to_owned();
        let capitals = if matches!(target, Target::Person(_)) { title.clone() } else { citing::headline(&title) };
        let title = CitedTitle {
            id: target.fragment().into(),
            quoted: quoted.or(Some(format!("{capitals}."))),
            plain: plain.or(Some(format!("{title}."))),
            bibtex: bibtex.or(Some(title.clone())),
            csl: csl_json.or(Some(title)),
        };
        let filled = citing::filled(&entry, &title, target.fragment(), &page, day);
        assert_eq!(filled, expected(&Cited::Entry(target)));
    }
}

#[test]
fn a_filled_template_is_the_citation() {
    let mut real = fixture::real();
    real.publication.address = Some("https://example.org/a_b/".into());
    assert!(entries(&real).len() > 50);
    assert_templates_hold(&real);
    for title in
        [r#"A "quoted" \ 50% {of} #_~^ title"#, "Why?", "The “Slap”", "Etc.", "a\nb", "O’Neil & Co", "\"", "<i>"]
    {
        let mut story = story();
        story.events[0].title = title.into();
        assert_templates_hold(&story);
    }
}

#[test]
fn a_title_is_given_only_where_it_is_escaped() {
    let mut story = story();
    let mut forms = |title: &str| {
        story.events[0].title = title.into();
        let forms = entry_title(&story, &Target::Event("event-0".into())).expect("the event is there");
        [forms.quoted, forms.plain, forms.bibtex, forms.csl_json].map(Option::unwrap_or_default)
    };
    assert_eq!(forms("The Tenth Congress"), ["", "", "", ""]);
    assert_eq!(forms("Why?"), ["Why?", "Why?", "", ""]);
    assert_eq!(forms("“Slap”"), ["‘Slap.’", "“Slap.”", "", ""]);
    assert_eq!(forms("A & \"B\""), ["", "", "A \\& \"B\"", "A & \\\"B\\\""]);
}

/// Formats an item in Chicago's author-date style, with a citation processor.
fn processed(csl_json: &str) -> String {
    use hayagriva::archive::{ArchivedStyle, locales};
    use hayagriva::citationberg::Style;
    let items: Vec<Item> = serde_json::from_str(csl_json).expect("it is CSL-JSON");
    let Style::Independent(style) = ArchivedStyle::ChicagoAuthorDate.get() else { panic!("the style is independent") };
    let locales = locales();
    let mut driver = BibliographyDriver::new();
    for item in &items {
        driver.citation(CitationRequest::new(vec![CitationItem::with_entry(item)], &style, None, &locales, None));
    }
    let bibliography = driver.finish(BibliographyRequest::new(&style, None, &locales)).bibliography;
    let items = bibliography.map(|bibliography| bibliography.items).unwrap_or_default();
    items.iter().map(|item| item.content.to_string()).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_citation_processor_reads_what_is_written() {
    let story = story();
    let article = processed(&cited(&story, &Cited::Article).csl_json);
    assert!(article.contains("Lovelace, Ada Maria") && article.contains("https://example.org/a_b%20c/"), "{article}");
    let entry = processed(&cited(&story, &event()).csl_json);
    for part in ["The founders of Palimpsest", "The Tenth Congress", "Ada Maria Lovelace", "#event-0"] {
        assert!(entry.contains(part), "{entry}");
    }
}

#[test]
fn the_bibliographies_hold_everything_once() {
    let story = fixture::real();
    let expected = 1 + entries(&story).len() + story.sources.len();
    let file = |name: &str| {
        let format = Format::ALL.iter().find(|format| format.file_name == name).expect("there is such a file");
        format.export(&story, &fixture::words()).text
    };
    let bibliography = Bibliography::parse(&file("citations.bib")).expect("it is BibTeX");
    assert_eq!(bibliography.len(), expected);
    let keys: BTreeSet<_> = bibliography.keys().collect();
    let items: Vec<Item> = serde_json::from_str(&file("citations.json")).expect("it is CSL-JSON");
    let ids: BTreeSet<_> = items.iter().filter_map(|item| item.id().map(Cow::into_owned)).collect();
    assert_eq!((items.len(), keys.len()), (expected, expected));
    assert!(ids.iter().all(|id| keys.contains(id.as_str())) && ids.len() == expected);
}
