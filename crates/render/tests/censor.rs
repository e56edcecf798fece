//! The censor's copy: what is marked for it, and what is not.

mod common;

use std::collections::BTreeMap;

use common::{nodes, print, published, small, story};
use markup5ever_rcdom::{Handle, NodeData};
use palimpsest_contract::hook::{attribute, class, id};
use palimpsest_story::{Erased, Erasure, Piece, Story};

/// An element of the page, as far as a mark depends on it.
#[derive(Clone, Default)]
struct Around {
    /// The ids and classes of the elements around.
    names: Vec<String>,
    /// Whether one of them is marked as a name.
    scraped: bool,
}

/// A text of the page with what stands around it.
struct Printed {
    text: String,
    around: Around,
}

fn value(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs
        .borrow()
        .iter()
        .find(|attribute| &*attribute.name.local == wanted)
        .map(|attribute| attribute.value.to_string())
}

fn texts(node: &Handle, mut around: Around, all: &mut Vec<Printed>) {
    if let NodeData::Text { contents } = &node.data {
        all.push(Printed { text: contents.borrow().to_string(), around });
        return;
    }
    let names = ["id", "class"].into_iter().filter_map(|name| value(node, name));
    around.names.extend(names.flat_map(|names| names.split(' ').map(str::to_owned).collect::<Vec<_>>()));
    around.scraped |= value(node, attribute::ERASED).as_deref() == Some("");
    for child in node.children.borrow().iter() {
        texts(child, around.clone(), all);
    }
}

/// The texts of a story's page.
fn printed(story: &Story) -> Vec<Printed> {
    let mut all = Vec::new();
    texts(&nodes(&print(story))[0], Around::default(), &mut all);
    all
}

impl Printed {
    fn is_in(&self, names: &[&str]) -> bool {
        self.around.names.iter().any(|name| names.contains(&name.as_str()))
    }

    /// Whether it holds the name of somebody who is erased.
    fn names_somebody(&self, erasure: &Erasure) -> bool {
        erasure.pieces(&self.text).iter().any(|piece| matches!(piece, Piece::Name(_)))
    }
}

/// Where every name is scraped.
const SCRAPED: &[&str] =
    &[id::ARTICLE, class::EVENT_TITLE, class::EVENT_SUMMARY, class::EVENT_AGE, class::FACT_WHO, class::LIVES];

#[test]
fn every_name_is_marked_where_the_censor_has_been() {
    let story = published();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for printed in printed(&story) {
        if !printed.names_somebody(&story.erasure) {
            continue;
        }
        if printed.is_in(SCRAPED) && !printed.is_in(&[class::VISUALLY_HIDDEN]) {
            // What is drawn is told in words beside it.
            let is_title = printed.around.names.iter().any(|name| name == class::LIVES_EVENTS);
            assert!(printed.around.scraped || is_title, "{:?} in {:?}", printed.text, printed.around.names);
        }
        for place in SCRAPED {
            if printed.is_in(&[place]) {
                *counts.entry(place).or_default() += 1;
            }
        }
    }
    assert_eq!(counts.get(id::ARTICLE), Some(&story.losses().places), "{counts:?}");
    for place in SCRAPED {
        assert!(counts.get(place).is_some_and(|count| *count > 0), "no name in {place}: {counts:?}");
    }
}

#[test]
fn the_witnesses_stay() {
    let story = published();
    let all = printed(&story);
    for place in [id::NOTES, id::TERMS, id::SOURCES, id::ABOUT, class::FACT_FATE, class::QUOTE_LINK] {
        let here: Vec<_> = all.iter().filter(|printed| printed.is_in(&[place])).collect();
        assert!(here.iter().all(|printed| !printed.around.scraped), "{place}");
        assert!(here.iter().any(|printed| printed.names_somebody(&story.erasure)), "{place} tells of him");
    }
}

#[test]
fn no_word_is_taken_away() {
    let story = published();
    let free = Story { erasure: Erasure::default(), ..story.clone() };
    let words = |story: &Story| {
        // The switch, the door to it and its answer of the search are there only where somebody is erased.
        let apart = [class::CENSOR, class::DOORS, id::SEARCH_INDEX];
        let texts = printed(story).into_iter().filter(|printed| !printed.is_in(&apart));
        texts.map(|printed| printed.text).collect::<String>()
    };
    assert_eq!(words(&story), words(&free));
}

#[test]
fn his_pictures_are_marked_and_no_others() {
    let story = published();
    let mut marked = 0;
    let all = nodes(&print(&story));
    for node in &all {
        let portrait = node.children.borrow().iter().find_map(|shape| value(shape, "href"));
        let Some(of) = portrait.as_deref().and_then(|href| href.strip_prefix("#portrait_")) else { continue };
        let mark = value(node, attribute::ERASED);
        assert_eq!(mark.as_deref(), story.erasure.has(of).then_some("picture"), "{of}");
        marked += usize::from(mark.is_some());
    }
    assert_eq!(marked, 4, "among the faces, in the chart of lives, among who was left and in his entry");
    let html = print(&story);
    assert!(html.contains("class=\"cover\"") && html.contains("<circle cx=\"230\" cy=\"304\" r=\"194\">"));
}

#[test]
fn events_that_nobody_is_left_in_are_marked() {
    let story = published();
    let html = print(&story);
    let deserted: Vec<_> = story.events.iter().filter(|event| story.erasure.empties(event)).collect();
    assert!(!deserted.is_empty() && deserted.len() < story.losses().events);
    for event in &story.events {
        let body = &html[html.find(&format!("<details data-event=\"{}\"", event.id)).expect("it is there")..];
        let body = &body[..body.find("event-body").expect("it has details")];
        let is_marked = body.contains("data-erased=\"people\"");
        assert_eq!(is_marked, story.erasure.empties(event), "{}", event.id);
    }
}

#[test]
fn the_bar_says_how_much_is_gone() {
    let story = published();
    let losses = story.losses();
    let status: String = printed(&story)
        .into_iter()
        .filter(|printed| printed.is_in(&[class::CENSOR_BAR]))
        .map(|printed| printed.text)
        .collect();
    let (places, events, total) = (losses.places, losses.events, story.events.len());
    // A portrait and the poster.
    assert_eq!(losses.pictures, 2);
    let line = format!(
        "The censor’s copy. Leon Trotsky is gone from {places} places in the article, {events} of {total} events and 2 pictures."
    );
    assert!(status.starts_with(&line), "{status}");
    // Counted by hand: once in the title, the caption and a heading each, and in 14 sentences.
    assert_eq!(places, 17);
    let named = story.events_of(&story.erasure.people[0].id).count();
    assert_eq!(events, named);
}

#[test]
fn a_story_that_erases_nobody_has_nothing_of_it() {
    for story in [small(), story("tests/fixtures/other-story")] {
        assert_eq!(story.losses(), palimpsest_story::Losses::default());
        let html = print(&story);
        for trace in [attribute::ERASED, id::CENSOR_SWITCH, id::COPY_CENSOR, "class=\"cover\"", "censor"] {
            assert!(!html.contains(trace), "{trace}");
        }
    }
}

#[test]
fn whoever_the_story_names_is_erased() {
    let mut story = small();
    let names = ["Anna Voss", "Voss"].map(str::to_owned).to_vec();
    story.erasure.people = vec![Erased { id: "voss".into(), names }];
    let html = print(&story);
    for expected in [
        "<a id=\"m2\" href=\"#voss\" data-here=\"Here aged 31\" class=\"mention\" data-erased=\"\">Anna Voss</a>",
        "<span id=\"m3\" data-names=\"voss\" class=\"named\" data-erased=\"\">Voss</span>",
        "class=\"mention\">Peter Lind</a>",
        "<span data-erased=\"\">Anna Voss</span> makes the clock.",
        "Anna Voss is gone from 2 places in the article, 1 of 1 event and no picture.",
    ] {
        assert!(html.contains(expected), "{expected} is not in {html}");
    }
}
