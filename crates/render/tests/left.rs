//! The figure of who was left says of each year what the data say, in words too.

mod common;

use common::{print, published, small};
use palimpsest_contract::hook::class;
use palimpsest_story::{CalendarDay, Death, Extent, Manner, Story};

/// The words of each row of the figure, and those under it; none where there is no figure.
fn rows(story: &Story) -> Vec<String> {
    let page = print(story);
    let Some(start) = page.find(&format!("class=\"{}\"", class::LEFT)) else { return Vec::new() };
    let figure = &page[start..start + page[start..].find("</figure>").expect("it ends")];
    let list = figure.split_once("<ol>").expect("it has rows").1;
    // The faces, which may be initials, are in an element of their own.
    let faceless = |row: &str| match row.split_once("<div") {
        Some((before, faces)) => before.to_owned() + faces.split_once("</div>").expect("it ends").1,
        None => row.to_owned(),
    };
    let words = |row: &str| common::texts(&faceless(row)).concat().split_whitespace().collect::<Vec<_>>().join(" ");
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

/// The days of whole years.
fn whole_years([first, last]: [i32; 2]) -> Extent {
    let [first, end] = [first, last + 1].map(|year| CalendarDay::new_year(year).number());
    Extent { first, rising: 0, length: end - first, falling: 0 }
}

/// The small story, in which Lind is murdered in 1830 and Voss dies in these years.
fn with_deaths(years: [i32; 2]) -> Story {
    let mut story = small();
    story.people[0].died.as_mut().expect("she died").date.extent = Some(whole_years(years));
    story.people[1].death = Some(Death { manner: Manner::Murdered, sources: Vec::new() });
    story
}

#[test]
fn nobody_is_said_to_have_died_in_a_year_that_is_not_known() {
    assert_eq!(
        rows(&with_deaths([1840, 1840])),
        ["1801All 2 are alive.", "1830Murdered: Peter Lind. 1 left", "Left: Anna Voss."]
    );
    assert_eq!(
        rows(&with_deaths([1825, 1840])),
        [
            "18011 person is alive.",
            "1830Murdered: Peter Lind. 0 left",
            "Not shown, as we have no date of death: Anna Voss."
        ]
    );
}

#[test]
fn where_nobody_is_left_nobody_is_named() {
    let rows = rows(&with_deaths([1829, 1829]));
    assert_eq!(rows[2..], ["1830Murdered: Peter Lind. 0 left", ""]);
}

#[test]
fn the_living_are_left_if_they_were_there() {
    let mut story = with_deaths([1840, 1840]);
    story.people[0].died = None;
    story.people[0].living = true;
    assert_eq!(
        rows(&story),
        ["1801All 2 are alive.", "1830Murdered: Peter Lind. 1 left", "Left: Anna Voss."],
        "she was born in 1770"
    );
    story.people[0].born.as_mut().expect("she was born").date.extent = Some(whole_years([1802, 1802]));
    assert_eq!(rows(&story), ["18011 person is alive.", "1830Murdered: Peter Lind. 0 left", ""]);
}

#[test]
fn nobody_is_alive_before_they_are_born() {
    let mut story = with_deaths([1840, 1840]);
    story.people[0].born.as_mut().expect("she was born").date.extent = Some(whole_years([1802, 1802]));
    assert_eq!(rows(&story), ["18011 person is alive.", "1830Murdered: Peter Lind. 0 left", ""]);
    story.people[1].born.as_mut().expect("he was born").date.extent = Some(whole_years([1802, 1802]));
    assert!(rows(&story).is_empty(), "the one who was killed was not born yet");
}

#[test]
fn years_after_christ_say_so_beside_earlier_ones() {
    let mut story = with_deaths([20, 20]);
    story.events[0].date.extent = Some(whole_years([-43, -43]));
    story.people[1].died.as_mut().expect("he died").date.extent = Some(whole_years([14, 14]));
    for person in &mut story.people {
        person.born.as_mut().expect("they were born").date.extent = Some(whole_years([-60, -60]));
    }
    assert_eq!(rows(&story)[..2], ["44 BCAll 2 are alive.", "AD 14Murdered: Peter Lind. 1 left"]);
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
