//! The rows of each table.

use palimpsest_story::{
    Claim, ClaimValue, Date, Event, LifeDate, Mention, Note, Office, Passage, Person, Place, Prose, Relation, Source,
    Stay, Story, Target, uncited, words_of,
};

use crate::date::iso;

fn date(date: &Date) -> [String; 4] {
    [
        date.edtf.clone(),
        date.text(),
        date.earliest.map(iso).unwrap_or_default(),
        date.latest.map(iso).unwrap_or_default(),
    ]
}

fn place(place: Option<&Place>) -> [String; 6] {
    let Some(Place { name, now, native: _, country, point, radius }) = place else { return Default::default() };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let [latitude, longitude] = point.map(|point| point.degrees().map(|side| side.to_string())).unwrap_or_default();
    [name.clone(), text(now), text(country), latitude, longitude, point.map(|_| radius.to_string()).unwrap_or_default()]
}

fn paragraphs(texts: &[Prose]) -> String {
    texts.iter().map(uncited).collect::<Vec<_>>().join("\n\n")
}

/// Returns the kind and the id of an entry.
fn of(target: &Target) -> [String; 2] {
    let kind = match target {
        Target::Person(_) => "person",
        Target::Event(_) => "event",
        Target::Note(_) => "note",
        Target::Source(_) => "source",
    };
    [kind.to_owned(), target.fragment().to_owned()]
}

pub(super) fn people(story: &Story) -> Vec<Vec<String>> {
    let row = |person: &Person| {
        let life = |life: &Option<LifeDate>| {
            life.as_ref().map_or_else(Default::default, |life| [life.date.edtf.clone(), life.place.clone()])
        };
        let native = person.native_name.as_ref();
        let ([born, born_place], [died, died_place]) = (life(&person.born), life(&person.died));
        vec![
            person.id.to_string(),
            person.name.clone(),
            person.birth_name.clone().unwrap_or_default(),
            native.map(|native| native.name.clone()).unwrap_or_default(),
            native.map(|native| native.language.clone()).unwrap_or_default(),
            person.spellings.join("; "),
            person.wikidata.clone().unwrap_or_default(),
            person.role.clone(),
            born,
            born_place,
            died,
            died_place,
            person.living.to_string(),
            person.death.as_ref().map(|death| death.manner.word().to_owned()).unwrap_or_default(),
            uncited(&person.fate),
            person.detail.as_ref().map(uncited).unwrap_or_default(),
        ]
    };
    story.people.iter().map(row).collect()
}

pub(super) fn events(story: &Story) -> Vec<Vec<String>> {
    let row = |event: &Event| {
        let mut row = vec![event.id.to_string()];
        row.extend(date(&event.date));
        row.extend([event.title.clone(), uncited(&event.summary), paragraphs(&event.text)]);
        row.extend(place(event.place.as_ref()));
        row.push(event.told.as_deref().unwrap_or_default().to_owned());
        row
    };
    story.events.iter().map(row).collect()
}

pub(super) fn participants(story: &Story) -> Vec<Vec<String>> {
    let rows = |event: &Event| {
        event.people.iter().map(|person| vec![event.id.to_string(), person.to_string()]).collect::<Vec<_>>()
    };
    story.events.iter().flat_map(rows).collect()
}

pub(super) fn stays(story: &Story) -> Vec<Vec<String>> {
    let stays = story.people.iter().flat_map(|person| person.stays.iter().map(move |stay| (person, stay)));
    let row = |(person, stay): (&Person, &Stay)| {
        let mut row = vec![stay.id.to_string(), person.id.to_string()];
        row.extend(date(&stay.date));
        row.extend(place(stay.place.as_ref()));
        row.push(uncited(&stay.text));
        row
    };
    stays.map(row).collect()
}

pub(super) fn offices(story: &Story) -> Vec<Vec<String>> {
    let offices = story.people.iter().flat_map(|person| person.offices.iter().map(move |office| (person, office)));
    let row = |(person, office): (&Person, &Office)| {
        let mut row = vec![person.id.to_string(), office.title.clone()];
        row.extend(date(&office.date));
        row
    };
    offices.map(row).collect()
}

pub(super) fn relations(story: &Story) -> Vec<Vec<String>> {
    let relations = story.people.iter().flat_map(|person| person.relations.iter().map(move |other| (person, other)));
    let row = |(person, relation): (&Person, &Relation)| {
        let mut row = vec![person.id.to_string(), relation.with.to_string(), relation.stance.name().to_owned()];
        row.extend(relation.date.as_ref().map(date).unwrap_or_default());
        row.push(uncited(&relation.text));
        row
    };
    relations.map(row).collect()
}

pub(super) fn notes(story: &Story) -> Vec<Vec<String>> {
    let row = |note: &Note| {
        let number = note.number.map(|number| number.to_string()).unwrap_or_default();
        vec![note.id.to_string(), note.kind.word().to_owned(), number, note.title.clone(), paragraphs(&note.text)]
    };
    story.notes.iter().map(row).collect()
}

pub(super) fn sentences(story: &Story) -> Vec<Vec<String>> {
    story.article.sentences().map(|sentence| vec![sentence.id.to_string(), sentence.text()]).collect()
}

pub(super) fn mentions(story: &Story) -> Vec<Vec<String>> {
    let row = |sentence: &str, words: String, mention: &Mention| {
        let [kind, id] = of(&mention.target);
        vec![mention.id.to_string(), sentence.to_owned(), words, kind, id]
    };
    let of_title = story.article.title_notes.iter().map(|mention| row("", String::new(), mention));
    let of_text = story.article.sentences().flat_map(|sentence| {
        let mentioned = sentence.mentioned().into_iter();
        mentioned.map(|mentioned| row(&sentence.id, mentioned.words, mentioned.mention)).collect::<Vec<_>>()
    });
    of_title.chain(of_text).collect()
}

pub(super) fn sources(story: &Story) -> Vec<Vec<String>> {
    let row = |source: &Source| {
        vec![
            source.id.to_string(),
            source.short.clone(),
            words_of(&source.citation),
            source.url.clone().unwrap_or_default(),
            source.csl.clone(),
            source.further.as_ref().map(|further| further.why.clone()).unwrap_or_default(),
        ]
    };
    story.sources.iter().map(row).collect()
}

pub(super) fn passages(story: &Story) -> Vec<Vec<String>> {
    let passages = story.sources.iter().flat_map(|source| source.passages.iter().map(move |passage| (source, passage)));
    let row = |(source, passage): (&Source, &Passage)| {
        vec![
            passage.id.to_string(),
            source.id.to_string(),
            passage.at.clone().unwrap_or_default(),
            passage.read.edtf.clone(),
            passage.extent.word().to_owned(),
            passage.grade.word().to_owned(),
            passage.says.clone(),
        ]
    };
    passages.map(row).collect()
}

pub(super) fn supports(story: &Story) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for source in &story.sources {
        let mut add = |target: &Target, passage: &str| {
            let [kind, entry] = of(target);
            rows.push(vec![kind, entry, source.id.to_string(), passage.to_owned()]);
        };
        for target in &source.supports {
            let mut passages = source.passages.iter().filter(|passage| passage.supports.contains(target)).peekable();
            if passages.peek().is_none() {
                add(target, "");
            }
            passages.for_each(|passage| add(target, &passage.id));
        }
    }
    rows
}

pub(super) fn claims(story: &Story) -> Vec<Vec<String>> {
    let values = story.claims.iter().flat_map(|claim| claim.values.iter().map(move |value| (claim, value)));
    let row = |(claim, value): (&Claim, &ClaimValue)| {
        let mut row = Vec::from(of(&claim.about));
        row.extend([claim.title.clone(), value.value.clone(), value.status.word().to_owned(), uncited(&value.text)]);
        row
    };
    values.map(row).collect()
}
