//! The editors' statements, and what each rests on.

use palimpsest_story::{Citation, Prose, Story, Target};

/// A statement of the editors: the smallest unit that has sources of its own.
pub(crate) struct Statement<'story> {
    /// The person, event or note that makes it.
    pub of: Target,
    /// Its name, such as `people/lenin/relations/2`. Numbers count from 1.
    pub name: String,
    /// The sources that it lists.
    pub sources: &'story [Citation],
    /// Its texts, which may have citations.
    pub texts: Vec<&'story Prose>,
}

impl Statement<'_> {
    /// Returns everything that the statement cites, without duplicates, in the order of the ids.
    pub(crate) fn citations(&self) -> Vec<Citation> {
        let cited = self.texts.iter().copied().flatten().filter_map(palimpsest_story::Inline::citation);
        let mut citations: Vec<Citation> = self.sources.iter().cloned().chain(cited).collect();
        citations.sort();
        citations.dedup();
        citations
    }
}

/// Returns all statements: those of events, then of people, then of notes. The statements of one entry are consecutive.
pub(crate) fn statements(story: &Story) -> Vec<Statement<'_>> {
    let mut statements = Vec::new();
    for event in &story.events {
        let of = Target::Event(event.id.clone());
        let name = format!("events/{}", event.id);
        let figure = event.figure.iter().flat_map(|figure| [&figure.caption, &figure.media.credit]);
        let texts = [&event.summary].into_iter().chain(&event.text).chain(figure).collect();
        statements.push(Statement { of: of.clone(), name: name.clone(), sources: &event.sources, texts });
        contested(story, &of, &name, &mut statements);
    }
    for person in &story.people {
        let of = Target::Person(person.id.clone());
        let name = format!("people/{}", person.id);
        let mut parts: Vec<(String, &[Citation], Option<&Prose>)> = vec![(String::new(), &person.sources, None)];
        parts.extend(person.death.iter().map(|death| ("/died".to_owned(), death.sources.as_slice(), None)));
        for (office, number) in person.offices.iter().zip(1..) {
            parts.push((format!("/offices/{number}"), &office.sources, None));
        }
        for (relation, number) in person.relations.iter().zip(1..) {
            parts.push((format!("/relations/{number}"), &[], Some(&relation.text)));
        }
        for (stay, number) in person.stays.iter().zip(1..) {
            parts.push((format!("/stays/{number}"), &[], Some(&stay.text)));
        }
        if !person.fate.is_empty() {
            parts.push(("/fate".to_owned(), &[], Some(&person.fate)));
        }
        parts.extend(person.detail.iter().map(|detail| ("/detail".to_owned(), [].as_slice(), Some(detail))));
        for (part, sources, text) in parts {
            let (of, name, texts) = (of.clone(), format!("{name}{part}"), text.into_iter().collect());
            statements.push(Statement { of, name, sources, texts });
        }
        contested(story, &of, &name, &mut statements);
    }
    for note in &story.notes {
        let of = Target::Note(note.id.clone());
        let name = format!("notes/{}", note.id);
        let texts = note.text.iter().collect();
        statements.push(Statement { of: of.clone(), name: name.clone(), sources: &[], texts });
        contested(story, &of, &name, &mut statements);
    }
    statements
}

/// Adds the values of the contested facts about a person, an event or a note.
fn contested<'story>(story: &'story Story, of: &Target, name: &str, statements: &mut Vec<Statement<'story>>) {
    for claim in story.claims.iter().filter(|claim| claim.about == *of) {
        for value in &claim.values {
            let name = format!("{name}/{}: {}", claim.title, value.value);
            statements.push(Statement { of: of.clone(), name, sources: &[], texts: vec![&value.text] });
        }
    }
}
