//! The editors' notes as annotations of the article, in the W3C's Web Annotation Data Model.

use palimpsest_story::{Author, Mention, Note, NoteKind, Story, Target, words_of};
use serde_json::{Value, json};

use super::ANNOTATIONS;
use crate::format::pretty;

/// The number of characters of context on each side of a quotation, to distinguish the same words in two places.
const CONTEXT: usize = 32;

/// A place in the article: a quotation with its context, and the fragment of the page that contains it, if any.
struct Place {
    exact: String,
    prefix: String,
    suffix: String,
    fragment: Option<String>,
}

/// Writes a collection with an annotation for each note. If the article does not mention the note, its target is the page.
pub(super) fn write(story: &Story) -> String {
    let base = story.publication.address.as_ref().map(|address| format!("{address}data/")).unwrap_or_default();
    let collection = format!("{base}{ANNOTATIONS}");
    let items: Vec<Value> = story.notes.iter().map(|note| annotation(note, story, &collection)).collect();
    let creators = story.publication.editors.iter().map(|editor| {
        let kind = if matches!(editor, Author::Body(_)) { "Organization" } else { "Person" };
        json!({ "type": kind, "name": editor.name() })
    });
    pretty(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": collection,
        "type": "AnnotationCollection",
        "label": story.article.title,
        "creator": creators.collect::<Vec<_>>(),
        "total": items.len(),
        "first": { "id": format!("{collection}#page"), "type": "AnnotationPage", "startIndex": 0, "items": items },
    }))
}

fn annotation(note: &Note, story: &Story, collection: &str) -> Value {
    let kind = match note.kind {
        NoteKind::Correction => "assessing",
        NoteKind::Comment => "commenting",
        NoteKind::Term => "describing",
    };
    let paragraphs = [note.title.clone()].into_iter().chain(note.text.iter().map(|paragraph| words_of(paragraph)));
    let text = paragraphs.collect::<Vec<_>>().join("\n\n");
    let mut annotation = json!({
        "id": format!("{collection}#{}", note.id),
        "type": "Annotation",
        "motivation": kind,
        "body": {
            "type": "TextualBody",
            "value": text,
            "format": "text/plain",
            "language": story.language,
        },
        "target": targets(note, story),
    });
    if let (Some(license), Some(fields)) = (license(story), annotation.as_object_mut()) {
        fields.insert("rights".to_owned(), license.into());
    }
    annotation
}

/// Returns the address of the license for the editors' additions.
fn license(story: &Story) -> Option<String> {
    let license = story.publication.license.as_ref()?;
    if license.starts_with("https://") {
        Some(license.clone())
    } else {
        (!license.contains(' ')).then(|| format!("https://spdx.org/licenses/{license}"))
    }
}

fn targets(note: &Note, story: &Story) -> Value {
    let target = Target::Note(note.id.clone());
    let page = super::page(story);
    let places = places(&target, story);
    if places.is_empty() {
        return page.into();
    }
    let targets = places.into_iter().map(|Place { exact, prefix, suffix, fragment }| {
        let quotation = json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix });
        let fragment = fragment.map(|value| {
            json!({ "type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc3236", "value": value })
        });
        json!({ "type": "SpecificResource", "source": page, "selector": match fragment {
            Some(fragment) => json!([quotation, fragment]),
            None => quotation,
        } })
    });
    targets.collect()
}

/// Returns the places where the article mentions the target: the words, or the whole sentence for a reference without words.
fn places(target: &Target, story: &Story) -> Vec<Place> {
    let is_ours = |mention: &Mention| mention.target == *target;
    let mut places = Vec::new();
    if story.article.title_notes.iter().any(is_ours) {
        let [prefix, suffix] = [String::new(), String::new()];
        places.push(Place { exact: story.article.title.clone(), prefix, suffix, fragment: None });
    }
    for paragraph in story.article.paragraphs() {
        let (text, mut at) = (paragraph.text(), 0);
        for sentence in &paragraph.sentences {
            let words = sentence.text();
            let mut add = |from: usize, length: usize, fragment: &str| {
                let (before, rest) = text.split_at(at + from);
                let (exact, after) = rest.split_at(length);
                places.push(Place {
                    exact: exact.to_owned(),
                    prefix: last(before),
                    suffix: after.chars().take(CONTEXT).collect(),
                    fragment: Some(fragment.to_owned()),
                });
            };
            if sentence.mentioned().iter().any(|mentioned| is_ours(mentioned.mention) && mentioned.words.is_empty()) {
                add(0, words.len(), &sentence.id);
            }
            for mentioned in sentence.mentioned() {
                if is_ours(mentioned.mention) && !mentioned.words.is_empty() {
                    let is_before =
                        |inline: &&palimpsest_story::Inline| inline.mention.as_ref() != Some(mentioned.mention);
                    let before: Vec<_> = sentence.prose.iter().take_while(is_before).cloned().collect();
                    add(words_of(&before).len(), mentioned.words.len(), &mentioned.mention.id);
                }
            }
            at += words.len() + sentence.space.len();
        }
    }
    places
}

/// Returns the last [`CONTEXT`] characters of a text.
fn last(text: &str) -> String {
    let start = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text[start..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn each_note_quotes_what_it_is_about() {
        let story = fixture::real();
        let all: Vec<String> = story.article.paragraphs().iter().map(|paragraph| paragraph.text()).collect();
        let mut found = 0;
        for note in &story.notes {
            let places = places(&Target::Note(note.id.clone()), &story);
            // A term may be used only by the editors.
            assert!(!places.is_empty() || note.kind == NoteKind::Term, "{} is referred to", note.id);
            for place in places.iter().filter(|place| place.fragment.is_some()) {
                let quoted = format!("{}{}{}", place.prefix, place.exact, place.suffix);
                let times: usize = all.iter().map(|text| text.matches(&quoted).count()).sum();
                assert_eq!((times, place.exact.is_empty()), (1, false), "{}: {quoted:?}", note.id);
                found += 1;
            }
        }
        assert!(found > 30, "{found} places");
    }
}
