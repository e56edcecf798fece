//! The types of works in CSL-JSON, and how the citation style prints them.

use crate::diagnostic::did_you_mean;

/// The types of CSL 1.0.2, each with the type that is passed to the style. The two differ where the style would print
/// nothing, or not everything.
const TYPES: [(&str, &str); 44] = [
    ("article", "article"),
    ("article-journal", "article-journal"),
    ("article-magazine", "article-magazine"),
    ("article-newspaper", "article-newspaper"),
    ("bill", "bill"),
    ("book", "book"),
    ("broadcast", "broadcast"),
    ("chapter", "chapter"),
    ("classic", "book"),
    ("collection", "collection"),
    ("dataset", "dataset"),
    ("document", "document"),
    ("entry", "chapter"),
    ("entry-dictionary", "chapter"),
    ("entry-encyclopedia", "chapter"),
    ("event", "event"),
    ("figure", "figure"),
    ("graphic", "graphic"),
    ("hearing", "hearing"),
    ("interview", "speech"),
    ("legal_case", "legal_case"),
    ("legislation", "legislation"),
    ("manuscript", "manuscript"),
    ("map", "map"),
    ("motion_picture", "motion_picture"),
    ("musical_score", "musical_score"),
    ("pamphlet", "pamphlet"),
    ("paper-conference", "paper-conference"),
    ("patent", "patent"),
    ("performance", "performance"),
    ("periodical", "periodical"),
    ("personal_communication", "manuscript"),
    ("post", "post"),
    ("post-weblog", "post-weblog"),
    ("regulation", "regulation"),
    ("report", "report"),
    ("review", "review"),
    ("review-book", "review-book"),
    ("software", "software"),
    ("song", "song"),
    ("speech", "speech"),
    ("standard", "standard"),
    ("thesis", "thesis"),
    ("treaty", "treaty"),
];

/// Types of other programs, each with its equivalent in CSL.
const ALIASES: [(&str, &str); 72] = [
    ("article-review", "review"),
    ("book-chapter", "chapter"),
    ("book-part", "chapter"),
    ("book-section", "chapter"),
    ("book-series", "book"),
    ("book-set", "book"),
    ("book-track", "chapter"),
    ("booklet", "pamphlet"),
    ("component", "document"),
    ("conference", "paper-conference"),
    ("database", "dataset"),
    ("dissertation", "thesis"),
    ("edited-book", "book"),
    ("electronic", "webpage"),
    ("inbook", "chapter"),
    ("incollection", "chapter"),
    ("inproceedings", "paper-conference"),
    ("inreference", "entry-encyclopedia"),
    ("journal-article", "article-journal"),
    ("journal-issue", "periodical"),
    ("journal-volume", "periodical"),
    ("magazine-article", "article-magazine"),
    ("manual", "book"),
    ("mastersthesis", "thesis"),
    ("misc", "document"),
    ("monograph", "book"),
    ("newspaper-article", "article-newspaper"),
    ("online", "webpage"),
    ("other", "document"),
    ("peer-review", "review"),
    ("phdthesis", "thesis"),
    ("posted-content", "article"),
    ("proceedings", "book"),
    ("proceedings-article", "paper-conference"),
    ("proceedings-series", "book"),
    ("reference-book", "book"),
    ("reference-entry", "entry-encyclopedia"),
    ("report-component", "report"),
    ("report-series", "report"),
    ("techreport", "report"),
    ("unpublished", "manuscript"),
    // The names of Zotero, Mendeley, EndNote and DataCite, where they are not those of CSL in another form.
    ("artwork", "graphic"),
    ("audiorecording", "song"),
    ("audiovisual", "motion_picture"),
    ("blogpost", "post-weblog"),
    ("case", "legal_case"),
    ("computerprogram", "software"),
    ("conferencepaper", "paper-conference"),
    ("conferenceproceeding", "book"),
    ("conferenceproceedings", "paper-conference"),
    ("dictionaryentry", "entry-dictionary"),
    ("electronicarticle", "article-journal"),
    ("electronicbook", "book"),
    ("email", "personal_communication"),
    ("encyclopediaarticle", "entry-encyclopedia"),
    ("film", "motion_picture"),
    ("forumpost", "post"),
    ("generic", "document"),
    ("image", "graphic"),
    ("instantmessage", "personal_communication"),
    ("letter", "personal_communication"),
    ("podcast", "broadcast"),
    ("preprint", "article"),
    ("presentation", "speech"),
    ("radiobroadcast", "broadcast"),
    ("sound", "song"),
    ("statute", "legislation"),
    ("televisionbroadcast", "broadcast"),
    ("text", "document"),
    ("tvbroadcast", "broadcast"),
    ("videorecording", "motion_picture"),
    ("workingpaper", "report"),
];

/// Returns CSL's name for the type of a work.
///
/// # Errors
///
/// Returns a help text for an unknown type.
pub(crate) fn known(given: &str) -> Result<&'static str, String> {
    let names = || TYPES.iter().map(|(known, _)| *known).chain(["webpage"]);
    // `Journal Article`, `journal_article` and `JournalArticle` are the same.
    let bare = |name: &str| -> String {
        name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let meant = bare(given);
    let alias = || ALIASES.iter().find(|(alias, _)| bare(alias) == meant).map(|(_, name)| *name);
    let found = names().find(|known| bare(known) == meant).or_else(alias);
    found.ok_or_else(|| {
        let names = names();
        did_you_mean(given, names).unwrap_or_else(|| {
            "CSL has book, chapter, article-journal, article-magazine, article-newspaper, webpage, thesis, report, document \
             and others"
                .to_owned()
        })
    })
}

/// Reports whether the style gives the titles of works of this type the capitals of English ones.
pub(crate) fn is_cased(kind: Option<&str>) -> bool {
    !matches!(kind, Some("legal_case" | "patent" | "post"))
}

/// Returns the type as which the style prints a work of this type. `has` says whether the work has a field.
pub(crate) fn printed(kind: &'static str, has: impl Fn(&str) -> bool) -> &'static str {
    match kind {
        // The style prints only the day of a magazine, which is not enough to find an article in one that has volumes.
        "article-magazine" if has("volume") || has("issue") => "article-journal",
        "entry" | "entry-dictionary" | "entry-encyclopedia" if !has("container-title") => "document",
        kind => TYPES.iter().find(|(known, _)| *known == kind).map_or(kind, |(_, printed)| *printed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_known_in_any_form() {
        for (given, expected) in [
            ("book", "book"),
            ("BOOK", "book"),
            ("Journal Article", "article-journal"),
            ("book_section", "chapter"),
            ("bookSection", "chapter"),
            ("JournalArticle", "article-journal"),
            ("journal-article", "article-journal"),
            ("@article", "article"),
            ("webPage", "webpage"),
            ("tvBroadcast", "broadcast"),
            ("legal case", "legal_case"),
            ("Dataset", "dataset"),
        ] {
            assert_eq!(known(given), Ok(expected), "{given}");
        }
        assert!(known("bok").is_err() && known("").is_err() && known("ü").is_err());
    }

    #[test]
    fn every_alias_is_a_type() {
        assert!(ALIASES.iter().all(|(_, name)| *name == "webpage" || TYPES.iter().any(|(known, _)| known == name)));
    }
}
