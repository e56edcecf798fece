//! Every word of the interface stands in the catalog, and every word of the catalog is used.

mod common;

use std::collections::BTreeSet;

use common::{attributes, magazine, published, sketch, small, texts};
use palimpsest_contract::{Message, Variant};
use palimpsest_export::{Format, Media, data};
use palimpsest_render::{embed, outline, page, summaries};
use palimpsest_story::{
    CalendarDay, Citation, Date, Death, EVERY_SITE, Erasure, Extent, Manner, Person, Piece, Place, Portrait, Prose,
    Section, Stance, Standing, Stay, Story, Target, uncited,
};
use palimpsest_words::Words;

/// Whatever a story itself says.
#[derive(Default)]
struct Own(BTreeSet<String>, Erasure);

impl Own {
    fn of(story: &Story) -> Self {
        let mut own = Self(BTreeSet::new(), story.erasure.clone());
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
            // Where its first sentence ends within a run of words, the whole run is printed, or each half.
            for pair in note.text.iter().flat_map(|text| text.windows(2)) {
                own.add(&format!("{}{}", pair[0].text, pair[1].text));
            }
        }
        for source in &story.sources {
            own.add(&source.short);
            own.prose(&source.citation);
            source.further.iter().for_each(|further| own.add(&further.why));
            own.add(&source.passages.iter().filter_map(|passage| passage.at.as_deref()).collect::<Vec<_>>().join("; "));
            for passage in &source.passages {
                own.date(&passage.read);
                let (source, passage) = (source.id.clone(), Some(passage.id.clone()));
                own.add(&story.cited(&Citation { source, passage }));
            }
        }
        for claim in &story.claims {
            own.add(&claim.title);
            for value in &claim.values {
                own.add(&value.value);
                own.prose(&value.text);
            }
        }
        for revision in &story.revisions {
            own.add(&revision.title);
            own.add(&revision.date);
            revision.changes.iter().for_each(|change| own.prose(change));
        }
        story.phases.iter().for_each(|phase| own.add(&phase.name));
        story.publication.about.iter().for_each(|text| own.prose(text));
        story.publication.suggestions.iter().for_each(|query| own.add(query));
        own
    }

    fn add(&mut self, text: &str) {
        self.0.insert(bare(text).to_owned());
        // Names that a censor would scrape stand apart.
        for piece in self.1.pieces(text) {
            let (Piece::Name(words) | Piece::Other(words)) = piece;
            self.0.insert(bare(words).to_owned());
        }
    }

    fn prose(&mut self, prose: &Prose) {
        for inline in prose {
            self.add(&inline.text);
        }
    }

    fn date(&mut self, date: &Date) {
        date.parts.iter().for_each(|part| self.add(&part.text));
        self.add(&date.text());
    }

    fn place(&mut self, place: &Place) {
        self.add(&place.name);
        // A map calls it by its town.
        place.name.split([',', '(']).for_each(|part| self.add(part));
        place.native.iter().for_each(|native| self.add(&native.name));
    }

    fn article(&mut self, story: &Story) {
        let article = &story.article;
        self.add(&article.title);
        self.prose(&article.byline);
        self.prose(&article.caption);
        article.title.split(": ").for_each(|part| self.add(part));
        article.picture.iter().for_each(|picture| self.add(&picture.description));
        article.picture.iter().for_each(|picture| self.add(&picture.credit));
        article.sections.iter().flat_map(Section::headings).for_each(|heading| self.add(&heading));
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
        for text in [&person.name, &person.role] {
            self.add(text);
        }
        person.native_name.iter().for_each(|native| self.add(&native.name));
        if let Some(born) = &person.born {
            self.add(&born.place);
            self.date(&born.date);
        }
        if let Some(died) = &person.died {
            self.add(&died.place);
            self.date(&died.date);
        }
        for office in &person.offices {
            self.add(&office.title);
            self.date(&office.date);
        }
        for relation in &person.relations {
            relation.date.iter().for_each(|when| self.date(when));
            self.prose(&relation.text);
        }
        person.stays_title.iter().for_each(|title| self.add(title));
        for stay in &person.stays {
            stay.place.iter().flat_map(|place| &place.country).for_each(|country| self.add(country));
            self.date(&stay.date);
            stay.place.iter().for_each(|place| self.place(place));
            self.prose(&stay.text);
        }
        self.prose(&person.fate);
        self.add(&uncited(&person.fate));
        person.detail.iter().for_each(|detail| self.prose(detail));
    }
}

/// A text without the signs at its ends.
fn bare(text: &str) -> &str {
    text.trim_matches(|sign: char| !sign.is_alphanumeric())
}

/// The texts, with those put together again that brackets go around: a name may stand apart in them.
fn whole(texts: Vec<String>) -> Vec<String> {
    let is_open = |text: &String| text.matches('⟦').count() > text.matches('⟧').count();
    let mut whole: Vec<String> = Vec::new();
    for text in texts {
        match whole.last_mut().filter(|last| is_open(last)) {
            Some(last) => last.push_str(&text),
            None => whole.push(text),
        }
    }
    whole
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
    let Own(own, _) = Own::of(&story);
    let read = ["aria-label", "alt", "title", "placeholder", "data-ours"];
    let labels = attributes(&html).into_iter().filter(|(_, name, _)| read.contains(&name.as_str()));
    let all: Vec<String> = whole(texts(&html)).into_iter().chain(labels.map(|(.., value)| value)).collect();
    assert!(all.len() > 2000, "the page is full of words");
    for text in all {
        for part in outside(&text) {
            let part = bare(&part);
            let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
            assert!(is_number || own.contains(part), "{part:?} of {text:?} stands in no catalog");
        }
    }
}

/// Who was left after a suicide is only drawn where somebody was killed.
fn with_the_killed() -> Story {
    let mut story = small();
    let died = story.people[0].died.clone();
    for (person, manner) in story.people.iter_mut().zip([Manner::Suicide, Manner::Murdered]) {
        person.died.clone_from(&died);
        person.death = Some(Death { manner, sources: Vec::new() });
    }
    story
}

#[test]
fn every_message_is_used() {
    let (_, words) = bracketed(&published());
    outline(&published(), &words).expect("the program has its words");
    summaries(&published(), &words).expect("the entries have their words");
    for format in Format::ALL {
        format.export(&published(), &words);
    }
    let picture = published().article.picture.expect("the article has a picture").address;
    data::files(&published(), &words, &[Media { name: picture, bytes: Vec::new() }], true);
    // A test of the compiler holds that it uses the words for dates.
    // A story need not have every stance.
    for stance in Stance::ALL {
        let _ = words.text(&format!("stance-{}", stance.word()));
    }
    let unused = || words.unused().into_iter().filter(|key| !key.starts_with("edtf-")).collect::<Vec<_>>();
    // Other sites may not show it. Nobody in it killed themselves, died within the year before an event, or is named at a moment when no more is known
    // than a family; it has phases, and no address to write to. Its journey has a heading, and all places on its map are known
    // well, and it is known what was read of each source. Its article has neither tables nor notes of the author's, and no
    // part of the page is absent. Its portraits are drawings. It is no draft, and knows neither bodies nor stances of the editors' own.
    let others = [
        "about-contact",
        "age-dead",
        "colophon-alone",
        "colophon-portrait",
        "colophon-portraits",
        "colophon-some",
        "colophon-whole",
        "door-days",
        "door-timeline",
        "draft",
        "draft-lacks",
        "draft-place",
        "embed-of",
        "embed-open",
        "end-suicide",
        "export-files-citations",
        "export-left-out",
        "fact-dissolved",
        "fact-founded",
        "help-key-arrows-search",
        "help-lead-alone",
        "help-lead-some",
        "here-family",
        "here-own",
        "intro-alone",
        "journey-title",
        "left-suicide",
        "life-born",
        "life-since",
        "manner-suicide",
        "map-ring",
        "own-back",
        "own-note",
        "own-notes",
        "portrait-credit",
        "share-embed",
        "share-embed-about",
        "sources-cited",
        "stance-above",
        "stance-on",
        "stance-under",
        "stop-within",
        "table",
    ];
    assert_eq!(unused(), others);
    for story in [magazine(), sketch()] {
        page(&story, &words).expect("the page can be printed");
    }
    for length in [1, 3000] {
        let mut story = small();
        for relation in story.people.iter_mut().flat_map(|person| &mut person.relations) {
            relation.stance = Standing::Known(Stance::Family);
        }
        let event = story.events[0].date.extent.expect("the event is dated");
        let born = Extent { first: event.first - 20_000, rising: 0, length: 1, falling: 0 };
        story.people[0].born.as_mut().expect("the birth is known").date.extent = Some(born);
        story.people[0].died.as_mut().expect("they died").date.extent =
            Some(Extent { first: event.first - 10 - length, length, ..born });
        story.publication.contact = Some("mailto:editors@example.org".to_owned());
        story.publication.about = vec![Prose::new()];
        let place = story.events[0].place.clone().map(|place| Place { radius: 90_000, ..place });
        let (id, date, text) = ("stay-voss-lindow".into(), story.events[0].date.clone(), Prose::new());
        story.people[0].stays = vec![Stay { id, date, place, text }];
        story.people[0].death = Some(Death { manner: Manner::Suicide, sources: Vec::new() });
        page(&story, &words).expect("the page can be printed");
    }
    let mut story = with_the_killed();
    page(&story, &words).expect("the page can be printed");
    story.people[0].died = None;
    story.people[0].living = true;
    page(&story, &words).expect("the page can be printed");
    let (address, credit) = ("portraits/voss.jpg".to_owned(), "City Archive".to_owned());
    story.people[0].portrait = Some(Portrait { address, credit, focus: [500, 500] });
    story.publication.address = Some("https://example.org/".to_owned());
    story.publication.embed = vec![EVERY_SITE.to_owned()];
    page(&story, &words).expect("the page can be printed");
    embed(&story, &words).expect("the parts can be printed");
    let without_events = Story { events: Vec::new(), ..small() };
    page(&without_events, &words).expect("the page can be printed");
    let alone = Story { people: Vec::new(), notes: Vec::new(), sources: Vec::new(), ..without_events };
    page(&alone, &words).expect("the page can be printed");
    story.events[0].date.earliest = Some(CalendarDay { year: -43, month: 3, day: 15 });
    for format in Format::ALL {
        format.export(&story, &words);
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
    assert_eq!(*pattern(Message::SearchCount), [variant("one", "1 answer"), variant("other", "{count} answers")]);
    assert!(outline.catalog.patterns.iter().all(|pattern| !pattern.variants.is_empty()));
}
