use palimpsest_contract::{CitedTitle, citing};
use palimpsest_story::{CalendarDay, Story, Target};

use crate::citation::tests::{cited, event, story, traveling};
use crate::citation::{Cited, cite, templates};
use crate::fixture;

/// Returns the unmodified story, with an address.
fn published() -> Story {
    let mut story = fixture::real();
    story.publication.address = Some("https://example.org/trotsky/".into());
    story
}

/// Checks the Chicago Manual of Style (18th edition, 14.104 and 14.130): a bibliography gives the author, the title in
/// quotation marks and headline style, the edition, the date as month, day and year, and the address. An access date is
/// given if there is no other date. An entry is followed by its container and the container's author.
#[test]
fn chicago() {
    let story = published();
    assert_eq!(
        cited(&story, &Cited::Article).texts[0],
        "Caroline. “Betrayed by a Brother: When Stalin Assassinated Trotsky.” Palimpsest ed. December 26, 2016. \
         https://example.org/trotsky/."
    );
    assert_eq!(
        cited(&story, &Cited::Entry(Target::Event("kronstadt".into()))).texts[0],
        "The founders of Palimpsest. “The Kronstadt Rising.” Betrayed by a Brother: When Stalin Assassinated Trotsky, \
         Palimpsest ed., by Caroline. Accessed November 23, 2026. https://example.org/trotsky/#kronstadt."
    );
}

/// Checks the MLA Handbook (9th edition, 5.1–5.99): author; title of the source in quotation marks; title of the container,
/// its contributors, its version, the date as day, abbreviated month and year, the location; and at the end the access date.
#[test]
fn mla() {
    let story = published();
    assert_eq!(
        cited(&story, &Cited::Article).texts[1],
        "Caroline. “Betrayed by a Brother: When Stalin Assassinated Trotsky.” Palimpsest ed., 26 Dec. 2016, \
         https://example.org/trotsky/."
    );
    assert_eq!(
        cited(&story, &Cited::Entry(Target::Event("kronstadt".into()))).texts[1],
        "The founders of Palimpsest. “The Kronstadt Rising.” Betrayed by a Brother: When Stalin Assassinated Trotsky, by \
         Caroline, Palimpsest ed., https://example.org/trotsky/#kronstadt. Accessed 23 Nov. 2026."
    );
    // A name keeps its capitals, and nested quotation marks are single.
    let mercader = cited(&story, &Cited::Entry(Target::Person("trotsky".into()))).texts.remove(1);
    assert!(mercader.starts_with("The founders of Palimpsest. “Leon Trotsky.” Betrayed"), "{mercader}");
}

/// Checks the Publication Manual of the APA (7th edition, 9.18, 9.19, 10.3 and 10.16): author; date in parentheses, or
/// "n.d."; the title in lower case except for names and the first word after a colon, without quotation marks; the edition
/// in parentheses; no period after the address; and a retrieval date for works without a date.
#[test]
fn apa() {
    let story = published();
    assert_eq!(
        cited(&story, &Cited::Article).texts[2],
        "Caroline. (2016, December 26). Betrayed by a brother: When Stalin assassinated Trotsky (Palimpsest ed.). \
         https://example.org/trotsky/"
    );
    assert_eq!(
        cited(&story, &Cited::Entry(Target::Event("kronstadt".into()))).texts[2],
        "The founders of Palimpsest. (n.d.). The Kronstadt rising. In Caroline, Betrayed by a brother: When Stalin \
         assassinated Trotsky (Palimpsest ed.). Retrieved November 23, 2026, from https://example.org/trotsky/#kronstadt"
    );
}

#[test]
fn names_and_quotations_in_citations_are_as_the_styles_want_them() {
    let mut story = story();
    assert_eq!(
        cited(&story, &Cited::Article).texts,
        [
            "Lovelace, Ada Maria. “The ‘Slap’ & Its $5 Echo.” Palimpsest ed. December 26, 2016. https://example.org/a_b%20c/.",
            "Lovelace, Ada Maria. “The ‘Slap’ & Its $5 Echo.” Palimpsest ed., 26 Dec. 2016, https://example.org/a_b%20c/.",
            "Lovelace, A. M. (2016, December 26). The “Slap” & its $5 echo (Palimpsest ed.). https://example.org/a_b%20c/",
        ]
    );
    story.events[0].title = "Lenin’s “Letter to the Congress”".into();
    let [chicago, mla, apa] = <[String; 3]>::try_from(cited(&story, &event()).texts).expect("there are three styles");
    assert!(
        chicago.starts_with("The founders of Palimpsest. “Lenin’s ‘Letter to the Congress.’” The “Slap”"),
        "{chicago}"
    );
    assert!(mla.contains("Its $5 Echo, by Ada Maria Lovelace, Palimpsest ed."), "{mla}");
    assert!(apa.contains("(n.d.). Lenin’s “Letter to the Congress.” In A. M. Lovelace, The “Slap” & its"), "{apa}");
}

/// Checks the access date in each month.
#[test]
fn every_month_is_written_as_the_styles_write_it() {
    let story = story();
    let page = story.publication.address.clone().unwrap_or_default();
    let template = traveling(templates(&story).entry);
    let title = CitedTitle {
        quoted: Some("The Tenth Congress.".into()),
        plain: Some("The Tenth Congress.".into()),
        ..CitedTitle::default()
    };
    for month in 1..=12 {
        let day = CalendarDay { year: 2027, month, day: 5 };
        let expected = cite(&story, &event(), Some(day)).expect("the event is there").texts;
        assert_eq!(citing::filled(&template, &title, "event-0", &page, [2027, month.into(), 5]).texts, expected);
    }
}
