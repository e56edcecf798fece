//! An event to write.

use super::Dated;

/// The address of a place on its page.
pub(super) const PAGE: &str = "https://example.org/trotsky/index.html?theme=dark#tenth-congress";

/// What is no date.
pub(super) const UNREADABLE: [&str; 23] = [
    "",
    "..",
    "/",
    "../..",
    "soon",
    "21",
    "19215",
    "Y12345",
    "1921-3",
    "1921-13",
    "1921-25",
    "1921-02-30",
    "1921-04-31",
    "1900-02-29",
    "1921-03-08-01",
    "1921-03-08T10:00",
    "1921/1920",
    "1921/1922/1923",
    "XXXX",
    "1X21",
    "1921-X1",
    "1921/soon",
    "?",
];

/// An event at a date in EDTF, and in words.
pub(super) fn event(edtf: &str, date: &str) -> Dated {
    Dated {
        id: "tenth-congress".into(),
        edtf: edtf.into(),
        date: date.into(),
        title: "The Tenth Congress".into(),
        text: "It meets.\n\nIt ends.".into(),
        place: "Moscow".into(),
        people: "Leon Trotsky; Lev Kamenev".into(),
        sources: "Avrich 1970; Service 2009".into(),
        told: true,
    }
}
