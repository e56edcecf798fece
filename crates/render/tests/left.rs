//! The figure of who was left says of each year what the data say, in words too.

mod common;

use common::{print, published, small};
use palimpsest_contract::hook::class;
use palimpsest_story::{Death, Manner, Story};

/// The words of each row of the figure, and those under it; none where there is no figure.
fn rows(story: &Story) -> Vec<String> {
    let page = print(story);
    let Some(start) = page.find(&format!("class=\"{}\"", class::LEFT)) else { return Vec::new() };
    let figure = &page[start..start + page[start..].find("</figure>").expect("it ends")];
    let list = figure.split_once("<ol>").expect("it has rows").1;
    let words = |row: &str| common::texts(row).concat().split_whitespace().collect::<Vec<_>>().join(" ");
    list.split("</li>").map(words).collect()
}

#[test]
fn each_year_says_who_died_and_how_many_were_left() {
    assert_eq!(
        rows(&published()),
        [
            "1920All 17 are alive.",
            "1924Died: Vladimir Lenin. 16 left",
            "1936Executed: Grigory Zinoviev, Lev Kamenev. 14 left",
            "1937Executed: Mikhail Tukhachevsky, Sergei Sedov. 12 left",
            "1938Died, how is disputed: Lev Sedov. 11 left",
            "1939Died: Nadezhda Krupskaya. 10 left",
            "1940Murdered: Leon Trotsky. 9 left",
            "1941Shot: Olga Kameneva. 8 left",
            "Left: Joseph Stalin, Natalia Sedova, Lázaro Cárdenas, David Alfaro Siqueiros, Caridad Mercader, Ramón \
             Mercader, Nahum (Leonid) Eitingon, Pavel Sudoplatov. Not shown, as we have no date of death: Sylvia Ageloff.",
        ]
    );
}

#[test]
fn each_face_is_printed_once_and_once_more_where_it_is_pale() {
    let page = print(&published());
    let start = page.find(&format!("class=\"{}\"", class::LEFT)).expect("there is a figure");
    let figure = &page[start..start + page[start..].find("</figure>").expect("it ends")];
    let faces = |id: &str| figure.matches(&format!("#portrait_{id}\"")).count();
    assert_eq!((faces("stalin"), faces("zinoviev")), (1, 1));
    assert_eq!(faces("lenin"), 8, "in the first row, and pale in seven");
}

#[test]
fn every_manner_of_death_has_its_words() {
    for manner in Manner::ALL {
        let mut story = small();
        let died = story.people[0].died.clone();
        for (person, manner) in story.people.iter_mut().zip([*manner, Manner::Murdered]) {
            person.died.clone_from(&died);
            person.death = Some(Death { manner, sources: Vec::new() });
        }
        // Printing fails where the catalog lacks a word.
        assert_eq!(rows(&story).len(), 3, "{manner:?}");
    }
}

#[test]
fn where_nobody_was_killed_there_is_no_figure() {
    let mut story = published();
    for person in &mut story.people {
        person.death = None;
    }
    assert!(rows(&story).is_empty());
    assert!(rows(&small()).is_empty());
    let kamenev = story.people.iter_mut().find(|person| &*person.id == "kamenev").expect("he is there");
    kamenev.death = Some(Death { manner: Manner::Shot, sources: Vec::new() });
    let rows = rows(&story);
    assert_eq!(rows[2], "1936Died: Grigory Zinoviev. Shot: Lev Kamenev. 14 left");
    assert_eq!(rows.len(), 4, "after the last who was killed it ends");
}
