//! What machines read in the head: the description, Open Graph for previews of links, Highwire's `citation_*` for
//! reference managers, and schema.org's terms as JSON-LD.

use anyhow::Result;
use palimpsest_story::{Author, Date, Event, Person, Story};
use serde_json::{Map, Value, json};

/// The elements of the head that come from the story, each with `data-published`.
pub(crate) fn elements(story: &Story) -> Result<String> {
    let article = &story.article;
    let publication = &story.publication;
    let address = publication.address.as_deref();
    let mut head = Vec::new();
    head.push(meta("name", "description", &publication.description));
    let authors: Vec<String> = article.authors.iter().map(Author::name).collect();
    head.push(meta("name", "author", &authors.join(", ")));
    if let Some(address) = address {
        head.push(format!("<link data-published rel=\"canonical\" href=\"{}\">", escaped(address)));
    }

    let open_graph = |head: &mut Vec<_>, property: &str, content: &str| head.push(meta("property", property, content));
    open_graph(&mut head, "og:type", "article");
    open_graph(&mut head, "og:title", &article.title);
    open_graph(&mut head, "og:description", &publication.description);
    open_graph(&mut head, "og:locale", &story.language.replace('-', "_"));
    open_graph(&mut head, "article:published_time", &article.date);
    for author in &authors {
        open_graph(&mut head, "article:author", author);
    }
    if let Some(address) = address {
        open_graph(&mut head, "og:url", address);
    }
    // Previews are made by other hosts: the picture needs an absolute address.
    if let Some((address, picture)) = address.zip(publication.picture.as_deref()) {
        open_graph(&mut head, "og:image", &format!("{address}{picture}"));
        open_graph(&mut head, "og:image:alt", &article.caption);
        head.push(meta("name", "twitter:card", "summary_large_image"));
    }

    head.push(meta("name", "citation_title", &article.title));
    head.extend(authors.iter().map(|author| meta("name", "citation_author", author)));
    head.push(meta("name", "citation_publication_date", &article.date.replace('-', "/")));
    head.push(meta("name", "citation_language", &story.language));
    if let Some(address) = address {
        head.push(meta("name", "citation_public_url", address));
    }

    let linked_data = script_safe(&serde_json::to_string(&linked_data(story))?);
    head.push(format!("<script data-published type=\"application/ld+json\">{linked_data}</script>"));
    Ok(head.concat())
}

fn meta(key: &str, name: &str, content: &str) -> String {
    format!("<meta data-published {key}=\"{name}\" content=\"{}\">", escaped(content))
}

/// Text as the value of an attribute in double quotes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

/// JSON that no parser takes for markup: inside `<script>` only `<` could end or change it.
pub(crate) fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The article in schema.org's terms: what it is, and whom and what it is about. Addresses are relative where the page
/// does not know its own.
fn linked_data(story: &Story) -> Value {
    let article = &story.article;
    let publication = &story.publication;
    let about =
        story.people.iter().map(|item| person(item, story)).chain(story.events.iter().map(|item| event(item, story)));
    let names = |authors: &[Author]| authors.iter().map(named).collect::<Vec<_>>();
    let mut data = object(json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.title,
        "author": names(&article.authors),
        "contributor": names(&publication.editors),
        "datePublished": article.date,
        "description": publication.description,
        "inLanguage": story.language,
        "isAccessibleForFree": true,
        "about": about.collect::<Vec<_>>(),
    }));
    if let Some(address) = &publication.address {
        data.insert("url".to_owned(), json!(address));
        if let Some(picture) = &publication.picture {
            data.insert("image".to_owned(), json!(format!("{address}{picture}")));
        }
    }
    Value::Object(data)
}

fn named(author: &Author) -> Value {
    let kind = match author {
        Author::Person { .. } => "Person",
        Author::Body(_) => "Organization",
    };
    json!({ "@type": kind, "name": author.name() })
}

fn person(person: &Person, story: &Story) -> Value {
    let mut names: Vec<&str> = person.birth_name.iter().map(String::as_str).collect();
    names.extend(person.native_name.iter().map(|native| native.name.as_str()));
    let mut data = object(json!({
        "@type": "Person",
        "@id": here(story, &person.id),
        "name": person.name,
        "description": person.role,
        "birthPlace": person.born.place,
        "deathPlace": person.died.place,
    }));
    if !names.is_empty() {
        data.insert("alternateName".to_owned(), json!(names));
    }
    for (property, date) in [("birthDate", &person.born.date), ("deathDate", &person.died.date)] {
        if let Some(day) = exact(date) {
            data.insert(property.to_owned(), json!(day));
        }
    }
    if let Some(wikidata) = &person.wikidata {
        data.insert("sameAs".to_owned(), json!(format!("https://www.wikidata.org/entity/{wikidata}")));
    }
    Value::Object(data)
}

fn event(event: &Event, story: &Story) -> Value {
    let mut data = object(json!({
        "@type": "Event",
        "@id": here(story, &event.id),
        "name": event.title,
    }));
    // ISO 8601-1 cannot express uncertain and approximate dates: better none than a wrong one.
    let certain = !event.date.edtf.contains(['~', '?', '%', 'X', '.']);
    let mut parts = event.date.parts.iter().filter_map(|part| part.datetime.as_ref()).filter(|_| certain);
    if let Some(start) = parts.next() {
        data.insert("startDate".to_owned(), json!(start));
        if let Some(end) = parts.next_back() {
            data.insert("endDate".to_owned(), json!(end));
        }
    }
    if let Some(place) = &event.place {
        data.insert("location".to_owned(), json!(place.text()));
    }
    Value::Object(data)
}

/// The address of something on the page.
fn here(story: &Story, fragment: &str) -> String {
    format!("{}#{fragment}", story.publication.address.as_deref().unwrap_or_default())
}

/// The date in ISO 8601-1, when it is one certain year, month or day.
fn exact(date: &Date) -> Option<&str> {
    match date.parts.as_slice() {
        [part] if part.datetime.as_deref() == Some(date.edtf.as_str()) => part.datetime.as_deref(),
        _ => None,
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use palimpsest_compiler::compile;

    use super::*;

    /// What schema.org gives each type that is used here, itself or by what it is a kind of (version 29).
    const TERMS: [(&str, &[&str]); 4] = [
        (
            "Article",
            &[
                "headline",
                "author",
                "contributor",
                "datePublished",
                "description",
                "inLanguage",
                "isAccessibleForFree",
                "about",
                "url",
                "image",
            ],
        ),
        (
            "Person",
            &["name", "alternateName", "description", "birthDate", "birthPlace", "deathDate", "deathPlace", "sameAs"],
        ),
        ("Organization", &["name"]),
        ("Event", &["name", "startDate", "endDate", "location"]),
    ];

    fn story(name: &str) -> Story {
        let compilation = compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name));
        assert_eq!(compilation.report(), "");
        compilation.story.expect("the story is sound")
    }

    /// Asserts that every object has a type, and no property that its type lacks.
    fn check(value: &Value, types: &mut BTreeSet<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| check(item, types)),
            Value::Object(fields) => {
                let kind = fields["@type"].as_str().expect("a type is a word");
                let (_, known) = TERMS.iter().find(|(name, _)| *name == kind).unwrap_or_else(|| panic!("type {kind}"));
                types.insert(kind.to_owned());
                for (property, value) in fields {
                    let keyword = matches!(property.as_str(), "@context" | "@type" | "@id");
                    assert!(keyword || known.contains(&property.as_str()), "{kind} has no {property}");
                    check(value, types);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn linked_data_uses_the_terms_of_schema_org() {
        let story = story("story");
        let data = linked_data(&story);
        let mut types = BTreeSet::new();
        check(&data, &mut types);
        assert_eq!(types.len(), TERMS.len());
        let about = data["about"].as_array().expect("a list");
        assert_eq!(about.len(), story.people.len() + story.events.len());
        assert_eq!(about[0]["birthDate"], "1879-11-07");
        assert_eq!(about[0]["sameAs"], "https://www.wikidata.org/entity/Q33391");
    }

    #[test]
    fn what_is_uncertain_is_no_date_for_machines() {
        let mut story = story("tests/invalid/base");
        story.events[0].date.edtf = "1801-04~/1801-06".to_owned();
        story.people[0].born.date.edtf = "1770-02-03?".to_owned();
        let data = linked_data(&story);
        assert!(data["about"][0].get("birthDate").is_none());
        assert_eq!(data["about"][0]["deathDate"], "1840");
        assert!(data["about"][2].get("startDate").is_none());
    }

    #[test]
    fn a_page_that_knows_its_address_tells_it() {
        let mut story = story("tests/invalid/base");
        let unknown = elements(&story).expect("the head can be written");
        assert!(!unknown.contains("canonical") && !unknown.contains("og:url") && !unknown.contains("og:image"));
        story.publication.address = Some("https://example.org/a&b/".to_owned());
        story.publication.picture = Some("clock.png".to_owned());
        let known = elements(&story).expect("the head can be written");
        for expected in [
            "<link data-published rel=\"canonical\" href=\"https://example.org/a&amp;b/\">",
            "property=\"og:url\" content=\"https://example.org/a&amp;b/\"",
            "property=\"og:image\" content=\"https://example.org/a&amp;b/clock.png\"",
            "name=\"citation_title\" content=\"The Clock of Lindow\"",
            "name=\"citation_publication_date\" content=\"2020/05/01\"",
            "\"@id\":\"https://example.org/a&b/#voss\"",
        ] {
            assert!(known.contains(expected), "{expected} is not in {known}");
        }
    }

    #[test]
    fn nothing_in_a_story_ends_the_head() {
        let mut story = story("tests/invalid/base");
        "</script><script>alert(1)</script>\"><b>".clone_into(&mut story.article.title);
        "</script>".clone_into(&mut story.people[0].name);
        let head = elements(&story).expect("the head can be written");
        assert_eq!(head.matches("</script>").count(), 1, "{head}");
        assert!(!head.contains("<b>"), "{head}");
    }
}
