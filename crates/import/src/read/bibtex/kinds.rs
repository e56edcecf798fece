//! The types of BibTeX entries and of CSL works.

/// The entry types of BibTeX, of biblatex and of its best-known styles, with their CSL types.
const KINDS: [(&str, &str); 50] = [
    ("article", "article-journal"),
    ("artwork", "graphic"),
    ("audio", "song"),
    ("book", "book"),
    ("bookinbook", "chapter"),
    ("booklet", "pamphlet"),
    ("collection", "book"),
    ("commentary", "book"),
    ("conference", "paper-conference"),
    ("dataset", "dataset"),
    ("electronic", "webpage"),
    ("image", "graphic"),
    ("inbook", "chapter"),
    ("incollection", "chapter"),
    ("inproceedings", "paper-conference"),
    ("inreference", "entry-encyclopedia"),
    ("jurisdiction", "legal_case"),
    ("legal", "treaty"),
    ("legislation", "legislation"),
    ("letter", "personal_communication"),
    ("magazine_article", "article-magazine"),
    ("manual", "book"),
    ("map", "map"),
    ("mastersthesis", "thesis"),
    ("misc", "document"),
    ("movie", "motion_picture"),
    ("music", "song"),
    ("mvbook", "book"),
    ("mvcollection", "book"),
    ("mvproceedings", "book"),
    ("mvreference", "book"),
    ("newspaper_article", "article-newspaper"),
    ("online", "webpage"),
    ("patent", "patent"),
    ("performance", "performance"),
    ("periodical", "periodical"),
    ("phdthesis", "thesis"),
    ("presentation", "speech"),
    ("proceedings", "book"),
    ("reference", "book"),
    ("report", "report"),
    ("review", "review"),
    ("software", "software"),
    ("standard", "standard"),
    ("suppbook", "chapter"),
    ("suppcollection", "chapter"),
    ("suppperiodical", "article-journal"),
    ("techreport", "report"),
    ("thesis", "thesis"),
    ("unpublished", "manuscript"),
];

/// Other names of entry types, with their CSL types.
const ALIASES: [(&str, &str); 4] =
    [("video", "motion_picture"), ("film", "motion_picture"), ("www", "webpage"), ("webpage", "webpage")];

/// Returns the CSL type of an entry, or `None` if its type is unknown.
pub(super) fn kind(entry: &str, subtype: Option<&str>) -> Option<&'static str> {
    let known = KINDS.iter().chain(&ALIASES).find(|(known, _)| *known == entry)?;
    Some(match (known.1, subtype.map(str::to_ascii_lowercase).as_deref()) {
        ("article-journal", Some("magazine")) => "article-magazine",
        ("article-journal", Some("newspaper")) => "article-newspaper",
        (kind, _) => kind,
    })
}
