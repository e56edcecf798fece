//! Every word of the interface stands in the catalog, and every word of the catalog is used.

mod common;

use std::collections::BTreeSet;

use common::{attributes, published, small, texts};
use palimpsest_contract::{Message, Variant};
use palimpsest_render::{outline, page};
use palimpsest_story::{Date, Extent, Person, Place, Prose, Stance, Story, Target};
use palimpsest_words::Words;

/// Whatever a story itself says.
#[derive(Default)]
struct Own(BTreeSet<String>);

impl Own {
    fn of(story: &Story) -> Self {
        let mut own = Self::default();
        own.article(story);
        story.people.iter().for_each(|person| own.person(person));
        for event in &story.events {
            own.add(&event.title);
            own.date(&event.date);
            event.text.iter().chain([&event.summary]).for_each(|text| own.prose(text));
            event.place.iter().for_each(|place| own.place(place));
        }
        for note in &story.notes {
            own.add(&note.title);
            note.text.iter().for_each(|text| own.prose(text));
        }
        for source in &story.sources {
            own.add(&source.short);
            own.prose(&source.citation);
        }
        own
    }

    fn add(&mut self, text: &str) {
        self.0.insert(bare(text).to_owned());
    }

    fn prose(&mut self, prose: &Prose) {
        for inline in prose {
            self.add(&inline.text);
        }
    }

    fn date(&mut self, date: &Date) {
        date.parts.iter().for_each(|part| self.add(&part.text));
    }

    fn place(&mut self, place: &Place) {
        self.add(&place.name);
        place.native.iter().for_each(|native| self.add(&native.name));
    }

    fn article(&mut self, story: &Story) {
        let article = &story.article;
        for text in [&article.title, &article.byline, &article.caption] {
            self.add(text);
        }
        article.title.split(": ").for_each(|part| self.add(part));
        article.picture.iter().for_each(|picture| self.add(&picture.description));
        article.sections.iter().filter_map(|section| section.heading.as_ref()).for_each(|heading| self.add(heading));
        article.sentences().for_each(|sentence| self.prose(&sentence.prose));
        let people = story.people.iter().map(|person| Target::Person(person.id.clone()));
        for target in people.chain(story.notes.iter().map(|note| Target::Note(note.id.clone()))) {
            for excerpt in article.excerpts(&target) {
                let whole = format!("{}{}", excerpt.before, excerpt.after);
                for text in [&excerpt.before, &excerpt.words, &excerpt.after, &whole] {
                    self.add(text);
                }
            }
        }
    }

    fn person(&mut self, person: &Person) {
        for text in [&person.name, &person.role, &person.born.place, &person.died.place] {
            self.add(text);
        }
        person.native_name.iter().for_each(|native| self.add(&native.name));
        for when in [&person.born.date, &person.died.date] {
            self.date(when);
        }
        for office in &person.offices {
            self.add(&office.title);
            self.date(&office.date);
        }
        for relation in &person.relations {
            relation.date.iter().for_each(|when| self.date(when));
            self.prose(&relation.text);
        }
        for stay in &person.stays {
            self.date(&stay.date);
            stay.place.iter().for_each(|place| self.place(place));
            self.prose(&stay.text);
        }
        self.prose(&person.fate);
        person.detail.iter().for_each(|detail| self.prose(detail));
    }
}

/// A text without the signs at its ends.
fn bare(text: &str) -> &str {
    text.trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// What stands outside of all brackets.
fn outside(text: &str) -> Vec<String> {
    let mut depth = 0;
    let mut parts = vec![String::new()];
    for sign in text.chars() {
        match sign {
            '⟦' => depth += 1,
            '⟧' => {
                depth -= 1;
                parts.push(String::new());
            }
            sign if depth == 0 => parts.last_mut().expect("there is one").push(sign),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "brackets match in {text}");
    parts
}

fn bracketed(story: &Story) -> (String, Words) {
    let words = Words::bracketed(&story.language).expect("the language has a catalog");
    (page(story, &words).expect("the page can be printed"), words)
}

#[test]
fn every_word_is_the_storys_own_or_from_the_catalog() {
    let story = published();
    let (html, _) = bracketed(&story);
    let Own(own) = Own::of(&story);
    let read = ["aria-label", "alt", "title", "placeholder", "data-ours", "data-legend"];
    let labels = attributes(&html).into_iter().filter(|(_, name, _)| read.contains(&name.as_str()));
    let all: Vec<String> = texts(&html).into_iter().chain(labels.map(|(.., value)| value)).collect();
    assert!(all.len() > 2000, "the page is full of words");
    for text in all {
        for part in outside(&text) {
            let part = bare(&part);
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            assert!(is_number || own.contains(part), "{part:?} of {text:?} stands in no catalog");
        }
    }
}

#[test]
fn every_message_is_used() {
    let (_, words) = bracketed(&published());
    outline(&published(), &words).expect("the program has its words");
    // A test of the compiler holds that it uses the words for dates.
    // A story need not have every stance.
    for stance in Stance::ALL {
        let _ = words.text(&format!("stance-{}", stance.word()));
    }
    let unused = || words.unused().into_iter().filter(|key| !key.starts_with("edtf-")).collect::<Vec<_>>();
    // Nobody in it died within the year before an event, or an unknown number of years before.
    assert_eq!(unused(), ["age-dead", "age-dead-range"]);
    for length in [1, 3000] {
        let mut story = small();
        let event = story.events[0].date.extent.expect("the event is dated");
        let born = Extent { first: event.first - 20_000, rising: 0, length: 1, falling: 0 };
        story.people[0].born.date.extent = Some(born);
        story.people[0].died.date.extent = Some(Extent { first: event.first - 10 - length, length, ..born });
        page(&story, &words).expect("the page can be printed");
    }
    assert_eq!(unused(), Vec::<String>::new());
}

#[test]
fn a_missing_word_is_an_error() {
    let story = published();
    let words = Words::load(&story.language).expect("the language has a catalog");
    assert_eq!(words.text("fact-unknown"), "");
    let error = page(&story, &words).expect_err("the page asked for words that there are not");
    assert_eq!(error.to_string(), "the catalog for \"en\" lacks fact-unknown");
}

#[test]
fn no_name_is_made_from_a_word() {
    let story = published();
    let (html, _) = bracketed(&story);
    for (element, name, value) in attributes(&html) {
        let is_name = ["id", "class", "href", "name", "for"].contains(&name.as_str())
            || name.starts_with("aria-l") && name.ends_with('y');
        assert!(!is_name || !value.contains('⟦'), "<{element} {name}={value:?}>");
    }
}

#[test]
fn the_program_gets_its_messages_as_patterns() {
    let words = Words::load("en").expect("English has a catalog");
    let outline = outline(&published(), &words).expect("the program has its words");
    let pattern = |message: Message| &outline.catalog.patterns[message as usize].variants;
    let variant = |when: &str, text: &str| Variant { when: when.to_owned(), text: text.to_owned() };
    assert_eq!(*pattern(Message::LensFollowing), [variant("other", "Following {name}: ")]);
    assert_eq!(*pattern(Message::CardBack), [variant("other", "Back to {title}")]);
    assert_eq!(
        *pattern(Message::SearchCount),
        [
            variant("0", "Nothing on this page matches that."),
            variant("one", "1 answer"),
            variant("other", "{count} answers")
        ]
    );
    assert!(outline.catalog.patterns.iter().all(|pattern| !pattern.variants.is_empty()));
}
