//! Metadata for machines: in the head, the description, Open Graph for link previews and Highwire's `citation_*` for
//! reference managers; after the text, so that readers do not wait for it, schema.org's terms as JSON-LD.

use palimpsest_story::{Author, Claim, ClaimValue, Date, Event, Person, PersonKind, Story, Target, words_of};
use serde_json::{Map, Value, json};

use crate::preview::Previews;

/// The oEmbed response, which tells other sites how to embed the page (`crate::embed`).
pub(crate) const OEMBED: &str = "oembed.json";

/// Returns the elements of the head that come from the story, each with `data-published`.
pub(crate) fn elements(story: &Story, previews: &Previews) -> String {
    let article = &story.article;
    let publication = &story.publication;
    let address = publication.address.as_deref();
    let mut head = Vec::new();
    head.push(meta("name", "description", &publication.description));
    let authors: Vec<String> = article.authors.iter().map(Author::name).collect();
    head.push(meta("name", "author", &authors.join(", ")));
    head.extend(robots(story).map(|content| meta("name", "robots", content)));
    if let Some(address) = address {
        head.push(format!("<link data-published rel=\"canonical\" href=\"{}\">", escaped(address)));
        if !publication.embed.is_empty() {
            let [answer, title] = [&format!("{address}{OEMBED}"), &article.title].map(|text| escaped(text));
            head.push(format!(
                "<link data-published rel=\"alternate\" type=\"application/json+oembed\" href=\"{answer}\" title=\"{title}\">"
            ));
        }
    }

    for (key, name, content) in previews.properties(&article.title, &publication.description, "") {
        head.push(meta(key, name, &content));
    }
    head.push(meta("property", "article:published_time", &article.date));
    head.extend(authors.iter().map(|author| meta("property", "article:author", author)));

    head.push(meta("name", "citation_title", &article.title));
    head.extend(authors.iter().map(|author| meta("name", "citation_author", author)));
    head.push(meta("name", "citation_publication_date", &article.date.replace('-', "/")));
    head.push(meta("name", "citation_language", &story.language));
    if let Some(address) = address {
        head.push(meta("name", "citation_public_url", address));
    }
    head.concat()
}

/// Returns the instructions for crawlers, if any: not to index a draft.
pub(crate) fn robots(story: &Story) -> Option<&'static str> {
    story.publication.draft.is_some().then_some("noindex")
}

/// Returns the `<script>` with the JSON-LD.
pub(crate) fn linked_data_block(story: &Story) -> String {
    let json = script_safe(&linked_data(story).to_string());
    format!("<script data-published type=\"application/ld+json\">{json}</script>")
}

fn meta(key: &str, name: &str, content: &str) -> String {
    format!("<meta data-published {key}=\"{name}\" content=\"{}\">", escaped(content))
}

/// Escapes text for the value of an attribute in double quotes.
pub(crate) fn escaped(text: &str) -> String {
    html_escape::encode_double_quoted_attribute(text).into_owned()
}

/// Escapes JSON so that no parser mistakes it for markup: within `<script>`, only `<` could end or change it.
pub(crate) fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// Returns the article in schema.org's terms: its own properties, and the people and events it is about. Addresses are
/// relative if the page does not know its own.
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
    let cited = story.sources.iter().filter(|source| source.further.is_none());
    data.insert("citation".to_owned(), cited.map(|source| json!(here(story, &source.id))).collect());
    let corrections: Vec<Value> = story
        .revisions
        .iter()
        .flat_map(|revision| {
            revision.changes.iter().map(move |change| {
                json!({
                    "@type": "CorrectionComment", "datePublished": revision.date, "text": words_of(change),
                })
            })
        })
        .collect();
    if !corrections.is_empty() {
        data.insert("correction".to_owned(), json!(corrections));
    }
    if publication.draft.is_some() {
        data.insert("creativeWorkStatus".to_owned(), json!("Draft"));
    }
    if let Some(address) = &publication.address {
        data.insert("url".to_owned(), json!(address));
        if let Some(picture) = &publication.picture {
            data.insert("image".to_owned(), json!(format!("{address}{picture}")));
        }
    }
    Value::Object(data)
}

/// Adds the contested facts of a person or an event, with each value as a claim.
fn add_claims(data: &mut Map<String, Value>, about: &Target, story: &Story) {
    let claim = |claim: &Claim, value: &ClaimValue| {
        let name = format!("{}: {}", claim.title, value.value);
        json!({ "@type": "Claim", "name": name, "creativeWorkStatus": value.status.word() })
    };
    let claims: Vec<Value> =
        story.claims_about(about).flat_map(|about| about.values.iter().map(|value| claim(about, value))).collect();
    if !claims.is_empty() {
        data.insert("subjectOf".to_owned(), json!(claims));
    }
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
    // The type, and its properties for the place and the day of the beginning and the end.
    let (kind, [first_place, last_place], [first_day, last_day]) = match person.kind {
        PersonKind::Person => ("Person", [Some("birthPlace"), Some("deathPlace")], ["birthDate", "deathDate"]),
        PersonKind::Body => ("Organization", [Some("foundingLocation"), None], ["foundingDate", "dissolutionDate"]),
    };
    let mut data = object(json!({
        "@type": kind,
        "@id": here(story, &person.id),
        "name": person.name,
        "description": person.role,
    }));
    if !names.is_empty() {
        data.insert("alternateName".to_owned(), json!(names));
    }
    for (property, life) in [(first_place, &person.born), (last_place, &person.died)] {
        let place = life.as_ref().map(|life| &life.place).filter(|place| !place.is_empty());
        if let Some((property, place)) = property.zip(place) {
            data.insert(property.to_owned(), json!(place));
        }
    }
    for (property, life) in [(first_day, &person.born), (last_day, &person.died)] {
        if let Some(day) = life.as_ref().and_then(|life| exact(&life.date)) {
            data.insert(property.to_owned(), json!(day));
        }
    }
    if let Some(wikidata) = &person.wikidata {
        data.insert("sameAs".to_owned(), json!(format!("https://www.wikidata.org/entity/{wikidata}")));
    }
    add_claims(&mut data, &Target::Person(person.id.clone()), story);
    Value::Object(data)
}

fn event(event: &Event, story: &Story) -> Value {
    let mut data = object(json!({
        "@type": "Event",
        "@id": here(story, &event.id),
        "name": event.title,
    }));
    // ISO 8601-1 cannot express uncertain and approximate dates, and no date is better than a wrong one.
    let certain = !event.date.edtf.contains(['~', '?', '%', 'X', '.']);
    let mut parts = event.date.parts.iter().filter_map(|part| part.datetime.as_ref()).filter(|_| certain);
    if let Some(start) = parts.next() {
        data.insert("startDate".to_owned(), json!(start));
        if let Some(end) = parts.next_back() {
            data.insert("endDate".to_owned(), json!(end));
        }
    }
    if let Some(place) = &event.place {
        let mut location = object(json!({ "@type": "Place", "name": place.name }));
        if let Some(now) = &place.now {
            location.insert("alternateName".to_owned(), json!(now));
        }
        data.insert("location".to_owned(), Value::Object(location));
    }
    add_claims(&mut data, &Target::Event(event.id.clone()), story);
    Value::Object(data)
}

/// Returns the address of an entry on the page.
fn here(story: &Story, fragment: &str) -> String {
    format!("{}#{fragment}", story.publication.address.as_deref().unwrap_or_default())
}

/// Returns the date in ISO 8601-1 if it is a single certain year, month or day.
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
    use palimpsest_words::Words;

    use super::*;

    /// The properties that schema.org (version 29) defines for each type used here, directly or through its supertypes.
    const TERMS: [(&str, &[&str]); 7] = [
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
                "citation",
                "correction",
                "creativeWorkStatus",
                "url",
                "image",
            ],
        ),
        (
            "Person",
            &[
                "name",
                "alternateName",
                "description",
                "birthDate",
                "birthPlace",
                "deathDate",
                "deathPlace",
                "sameAs",
                "subjectOf",
            ],
        ),
        (
            "Organization",
            &[
                "name",
                "alternateName",
                "description",
                "foundingDate",
                "foundingLocation",
                "dissolutionDate",
                "sameAs",
                "subjectOf",
            ],
        ),
        ("Event", &["name", "startDate", "endDate", "location", "subjectOf"]),
        ("Place", &["name", "alternateName"]),
        ("Claim", &["name", "creativeWorkStatus"]),
        ("CorrectionComment", &["datePublished", "text"]),
    ];

    fn story(name: &str) -> Story {
        let compilation = compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name));
        assert_eq!(compilation.report(), "");
        compilation.story.expect("the story is sound")
    }

    /// Returns the machine-readable parts of this story's page. The picture is that of the project's own story.
    fn head(story: &Story) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story");
        let previews = Previews::of(story, &Words::default(), &folder).expect("the picture has a size");
        elements(story, &previews) + &linked_data_block(story)
    }

    /// Asserts that every object has a type, and only properties of its type.
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
    fn a_body_is_an_organization_and_a_draft_says_so() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/sketch");
        let draft = linked_data(&compile(&folder).story.expect("the draft is sound"));
        check(&draft, &mut BTreeSet::new());
        assert_eq!(draft["creativeWorkStatus"], "Draft");
        let guild = &draft["about"][2];
        assert_eq!((&guild["@type"], &guild["foundingDate"]), (&json!("Organization"), &json!("1650")));
        assert_eq!((&guild["foundingLocation"], &guild["dissolutionDate"]), (&json!("Lindow"), &json!("1860-05-01")));
    }

    #[test]
    fn what_is_uncertain_is_no_date_for_machines() {
        let mut story = story("tests/invalid/base");
        story.events[0].date.edtf = "1801-04~/1801-06".to_owned();
        story.people[0].born.as_mut().expect("the birth is known").date.edtf = "1770-02-03?".to_owned();
        let data = linked_data(&story);
        assert!(data["about"][0].get("birthDate").is_none());
        assert_eq!(data["about"][0]["deathDate"], "1840");
        assert!(data["about"][2].get("startDate").is_none());
    }

    #[test]
    fn a_page_that_knows_its_address_tells_it() {
        let mut story = story("tests/invalid/base");
        let unknown = head(&story);
        assert!(!unknown.contains("canonical") && !unknown.contains("og:url") && !unknown.contains("og:image"));
        story.publication.address = Some("https://example.org/a&b/".to_owned());
        story.publication.picture = Some("social.png".to_owned());
        let known = head(&story);
        for expected in [
            "<link data-published rel=\"canonical\" href=\"https://example.org/a&amp;b/\">",
            "property=\"og:url\" content=\"https://example.org/a&amp;b/\"",
            "property=\"og:image\" content=\"https://example.org/a&amp;b/social.png\"",
            "property=\"og:image:width\" content=\"1200\"",
            "property=\"og:image:height\" content=\"630\"",
            "property=\"og:image:alt\" content=\"",
            "property=\"og:site_name\" content=\"Palimpsest\"",
            "name=\"twitter:card\" content=\"summary_large_image\"",
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
        let head = head(&story);
        assert_eq!(head.matches("</script>").count(), 1, "{head}");
        assert!(!head.contains("<b>"), "{head}");
    }
}
