use super::*;
use crate::date::parse;

fn found(language: &str, typed: &str) -> String {
    let words = Words::load(language).unwrap_or_else(|error| panic!("{error}"));
    let found = meant(typed, &words, parse);
    assert_eq!(words.check(), Ok(()), "{language}: {typed}");
    found.join(" or ")
}

/// Asserts what is found in a story in English.
fn check(cases: &[(&str, &str)]) {
    let wrong = cases.iter().filter(|(typed, meant)| found("en", typed) != *meant);
    let wrong: Vec<_> = wrong.map(|(typed, _)| (*typed, found("en", typed))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn dates_that_people_type_are_understood() {
    check(&[
        ("8 January 1887", "1887-01-08"),
        ("January 8, 1887", "1887-01-08"),
        ("8th of January, 1887.", "1887-01-08"),
        ("Saturday, January 8th, 1887", "1887-01-08"),
        ("8 Jan. 1887", "1887-01-08"),
        ("1887 Sept 8", "1887-09-08"),
        ("Jan 1887", "1887-01"),
        ("8.1.1887", "1887-01-08"),
        ("08.01.1887", "1887-01-08"),
        ("1887-1-8", "1887-01-08"),
        ("1887/01/08", "1887-01-08"),
        ("1887-13-08", "1887-08-13"),
        ("18870108", "1887-01-08"),
        ("1887-01-08T10:00", "1887-01-08"),
        ("1887-01-08 10:00:00", "1887-01-08"),
        ("1/1887", "1887-01"),
        ("1887-1", "1887-01"),
        ("31/01/1887", "1887-01-31"),
        ("01/31/1887", "1887-01-31"),
        ("08/08/1887", "1887-08-08"),
        ("08/01/1887", "1887-01-08 or 1887-08-01"),
        ("08-01-1887", "1887-01-08 or 1887-08-01"),
        ("887", "0887"),
        ("12000", "Y12000"),
        (" 1887", "1887"),
        ("1887.", "1887"),
        ("1887-xx", "1887-XX"),
        ("25 October 1917 OS", "1917-10-25 OS"),
        ("25 October 1917 (O.S.)", "1917-10-25 OS"),
        ("1887-01-08 ?", "1887-01-08?"),
        ("8 January 1887 (?)", "1887-01-08?"),
    ]);
}

#[test]
fn what_is_not_exact_is_understood() {
    check(&[
        ("c. 1887", "1887~"),
        ("ca. 1887", "1887~"),
        ("about 1887", "1887~"),
        ("circa January 1887", "1887-01~"),
        ("c. 1887–1890", "1887~/1890~"),
        ("1887 – c. 1890", "1887/1890~"),
        ("Summer 1886", "1886-22"),
        ("fall of 1886", "1886-23"),
        ("in the summer of 1886", "1886-22"),
        ("1880s", "188X"),
        ("the 1880’s", "188X"),
        ("about the 1880s", "188X~"),
        ("1800s", "18XX or 180X"),
        ("188x", "188X"),
        ("188?", "188X"),
        ("18--", "18XX"),
        ("18—", "18XX"),
        ("19th century", "18XX"),
        ("the 19th c.", "18XX"),
        ("since 1887", "1887/.."),
        ("until 1887", "../1887"),
        ("1887 or 1888", "[1887,1888]"),
        ("between 1887 and 1890", "[1887..1890]"),
    ]);
}

#[test]
fn years_before_christ_are_counted_with_a_year_0() {
    check(&[
        ("44 BC", "-0043"),
        ("44 B.C.", "-0043"),
        ("44 BCE", "-0043"),
        ("15 March 44 BC", "-0043-03-15"),
        ("March 15, 44 BC", "-0043-03-15"),
        ("c. 44 BC", "-0043~"),
        ("49-44 BC", "-0048/-0043"),
        ("6 BC – AD 14", "-0005/0014"),
        ("AD 14", "0014"),
        ("14 CE", "0014"),
        ("-44", "-0043 or -0044"),
    ]);
}

#[test]
fn ranges_are_understood() {
    check(&[
        ("1887-1890", "1887/1890"),
        ("1887–1890", "1887/1890"),
        ("1887 - 1890", "1887/1890"),
        ("1887 to 1890", "1887/1890"),
        ("from 1887 until 1890", "1887/1890"),
        ("1887..1890", "1887/1890"),
        ("1887 / 1890", "1887/1890"),
        ("1914-18", "1914/1918"),
        ("1911–12", "1911/1912"),
        ("1887/88", "1887/1888"),
        ("1887/8", "1887-08 or 1887/1888"),
        ("1887-1-8/1887-1-10", "1887-01-08/1887-01-10"),
        ("8.1.1887 - 10.1.1887", "1887-01-08/1887-01-10"),
        ("8-16 March 1921", "1921-03-08/1921-03-16"),
        ("March 8–16, 1921", "1921-03-08/1921-03-16"),
        ("March 8-12, 1921", "1921-03-08/1921-03-12"),
        ("March–April 1921", "1921-03/1921-04"),
        ("18 January – 12 February 1929", "1929-01-18/1929-02-12"),
        ("23 December 1922 – 4 January 1923", "1922-12-23/1923-01-04"),
        ("1926 – December 1927", "1926/1927-12"),
        ("1887–", "1887/.."),
        ("1887-present", "1887/.."),
    ]);
}

#[test]
fn the_language_of_the_story_counts() {
    let mut wrong = Vec::new();
    for (language, typed, meant) in [
        ("de", "8. Januar 1887", "1887-01-08"),
        ("de", "8. Jan. 1887", "1887-01-08"),
        ("de", "January 8, 1887", "1887-01-08"),
        ("de", "44 v. Chr.", "-0043"),
        ("de", "44 v.Chr.", "-0043"),
        ("de", "Sommer 1886", "1886-22"),
        ("de", "um 1887", "1887~"),
        ("de", "1880er Jahre", "188X"),
        ("de", "19. Jahrhundert", "18XX"),
        ("de", "19. Jh.", "18XX"),
        ("de", "8.–16. März 1921", "1921-03-08/1921-03-16"),
        ("de", "von 1887 bis 1890", "1887/1890"),
        ("fr", "1er mars 1917", "1917-03-01"),
        ("fr", "8 fevrier 1887", "1887-02-08"),
        ("fr", "XIXe siècle", "18XX"),
        ("fr", "44 av. J.-C.", "-0043"),
        ("fr", "été 1886", "1886-22"),
        ("es", "8 de marzo de 1921", "1921-03-08"),
        ("es", "44 a. C.", "-0043"),
        ("ru", "8 марта 1921 г.", "1921-03-08"),
        ("ru", "44 до н. э.", "-0043"),
        ("ru", "1920-е годы", "192X"),
        ("ar-EG", "٨ مارس ١٩٢١", "1921-03-08"),
        ("zh", "1921年3月8日", "1921-03-08"),
        ("zh", "1921年3月", "1921-03"),
        ("zh", "公元前44年", "-0043"),
        ("en", "8. Januar 1887", "1887-01-08"),
        ("en", "8. März 1887", ""),
    ] {
        let found = found(language, typed);
        if found != meant {
            wrong.push((language, typed, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_could_mean_anything_gets_no_suggestion() {
    let texts = [
        "",
        "?",
        "unknown",
        "n.d.",
        "Easter 1916",
        "late 1887",
        "8.1.87",
        "8 January",
        "44",
        "30 February 1887",
        "1921-02-30",
        "31 April 1887",
        "1887-13",
        "1890-1887",
        "{1921,1922}",
        "-004X",
        "1 2 3 4",
        "99/99/9999",
        "1887 1888 1889",
        "années",
        "–",
        "-",
        "/",
        "~",
        "OS",
    ];
    check(&texts.map(|typed| (typed, "")));
}

#[test]
fn what_is_meant_is_a_date() {
    let words = Words::default();
    for start in ["1887", "8 January 1887", "44 BC", "c. 887", "188?", "1880s", "٨", "年", "8.1", "", "é", "-"] {
        for between in ["-", "–", "/", " to ", "..", " ", ",", "?", " OS"] {
            for end in ["1890", "10 January 1888", "AD 14", "?", "present", "90", "日", "", "🙂"] {
                let typed = format!("{start}{between}{end}");
                for edtf in meant(&typed, &words, parse) {
                    assert!(parse(&edtf, &words).is_ok() && edtf != typed, "{typed}: {edtf}");
                }
            }
        }
    }
}
