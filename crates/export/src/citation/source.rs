//! A work of `sources.json`: its citation on the page, and the BibTeX fields that BibTeX, biblatex and reference managers
//! share.

use biblatex::{Chunks, Entry, EntryType};
use palimpsest_story::csl::{bare_doi, bare_pages, plain};
use palimpsest_story::{Source, words_of};
use serde_json::Value;

use super::bibtex::{names, person, set, text, whole, written};
use super::field::{string, words};
use super::issued::{day, set_issued, years};
use super::{Citation, percent_encoded, tex};

/// Cites the work, in words as on the page, and for programs from the editors' CSL-JSON.
pub(super) fn cite(source: &Source) -> Citation {
    // The compiler has already parsed it.
    let work: Value = serde_json::from_str(&source.csl).unwrap_or_default();
    // A reference manager knows the work by its own key, which may not be a valid fragment on the page.
    let given = string(&work, "id").unwrap_or_else(|| source.id.to_string());
    Citation {
        texts: vec![words_of(&source.citation)],
        bibtex: bibtex(key(&given, &source.id), &work),
        csl_json: format!("[{}]", source.csl),
    }
}

/// Returns the BibTeX key of a work with this id, which may be any text. If BibTeX does not allow a part of it, the key is that
/// of the page, which no other work has: different letters must not become the same hyphens.
fn key<'a>(id: &'a str, page: &'a str) -> &'a str {
    let is_sound = |letter: char| letter.is_ascii_alphanumeric() || "-_:./+".contains(letter);
    if id.chars().all(is_sound) { id } else { page }
}

/// Returns the entry. Data without a BibTeX field is left out, and so is CSL's `note`, which is for editors.
fn bibtex(key: &str, work: &Value) -> String {
    let kind = kind(work);
    let mut entry = Entry::new(key.to_owned(), kind.clone());
    for field in ["author", "editor", "translator", "recipient"] {
        let list = work.get(field).and_then(Value::as_array);
        set(&mut entry, field, names(list.into_iter().flatten().filter_map(name)));
    }
    let rich = |field| string(work, field).map(|value| tex::rich(&value)).unwrap_or_default();
    // Crossref has a separate field for what follows the colon.
    let title = match (rich("title"), rich("subtitle")) {
        (title, rest) if rest.is_empty() || title.contains(&rest) => title,
        (title, rest) => format!("{title}: {rest}"),
    };
    set(&mut entry, "title", whole(&title));
    set(&mut entry, maker(&kind), text(&rich("publisher")));
    // Where both use the same field, the container takes precedence over the publisher.
    set(&mut entry, holder(&kind), text(&rich("container-title")));
    set(&mut entry, "address", text(&rich("publisher-place")));
    set(&mut entry, "edition", text(&rich("edition")));
    if entry.get("series").is_none() {
        set(&mut entry, "series", text(&rich("collection-title")));
    }
    set(&mut entry, "volume", text(&rich("volume")));
    set(&mut entry, "volumes", text(&rich("number-of-volumes")));
    set(&mut entry, "number", text(&rich("number")));
    set(&mut entry, "number", text(&rich("issue")));
    set(&mut entry, "pages", text(&with_long_dashes(bare_pages(&rich("page")))));
    set_issued(&mut entry, work);
    set(&mut entry, "origdate", text(&work.get("original-date").and_then(years).unwrap_or_default()));
    set(&mut entry, "eventtitle", text(&rich("event-title")));
    set(&mut entry, "venue", text(&rich("event-place")));
    set(&mut entry, "isbn", text(bare_isbn(&rich("ISBN"))));
    set(&mut entry, "issn", text(&rich("ISSN")));
    let doi = string(work, "DOI").filter(|doi| bare_doi(doi).starts_with("10.")).unwrap_or_default();
    set(&mut entry, "doi", text(&percent_encoded(bare_doi(&plain(&doi)))));
    set(&mut entry, "url", text(&percent_encoded(&plain(&string(work, "URL").unwrap_or_default()))));
    set(&mut entry, "urldate", text(&work.get("accessed").and_then(day).unwrap_or_default()));
    set(&mut entry, "language", text(&rich("language")));
    written(&entry)
}

/// Returns the type of entry. A work without a named container cannot be an article or a chapter.
fn kind(work: &Value) -> EntryType {
    let contained = string(work, "container-title").is_some();
    match string(work, "type").as_deref().unwrap_or_default() {
        "book" | "classic" | "collection" => EntryType::Book,
        "article" | "article-journal" | "article-magazine" | "article-newspaper" | "review" | "review-book"
            if contained =>
        {
            EntryType::Article
        }
        "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" if contained => EntryType::InCollection,
        "paper-conference" if contained => EntryType::InProceedings,
        "thesis" => {
            let master = string(work, "genre").is_some_and(|genre| genre.to_lowercase().contains("master"));
            if master { EntryType::MastersThesis } else { EntryType::PhdThesis }
        }
        "report" => EntryType::TechReport,
        "pamphlet" => EntryType::Booklet,
        "manuscript" => EntryType::Unpublished,
        "webpage" | "post" | "post-weblog" => EntryType::Online,
        _ => EntryType::Misc,
    }
}

/// Returns the field for the container of the work.
fn holder(kind: &EntryType) -> &'static str {
    match kind {
        EntryType::Article => "journal",
        EntryType::InCollection | EntryType::InProceedings => "booktitle",
        EntryType::Book => "series",
        EntryType::Online => "organization",
        _ => "howpublished",
    }
}

/// Returns the field for the publisher of the work.
fn maker(kind: &EntryType) -> &'static str {
    match kind {
        EntryType::PhdThesis | EntryType::MastersThesis => "school",
        EntryType::TechReport => "institution",
        EntryType::Online => "organization",
        EntryType::Booklet | EntryType::Misc | EntryType::Unpublished => "howpublished",
        _ => "publisher",
    }
}

/// Converts a name. An organization, or a name without a family name, is kept whole. Crossref names organizations with
/// `name`; a text is the whole name.
fn name(name: &Value) -> Option<Chunks> {
    let part = |field: &str| string(name, field).map(|text| plain(&text));
    let body = if name.is_string() { words(name).map(|text| plain(&text)) } else { None };
    if let Some(body) = body.or_else(|| part("literal")).or_else(|| part("name")) {
        return Some(whole(&tex::plain(&body)));
    }
    let Some(family) = part("family") else { return part("given").map(|name| whole(&tex::plain(&name))) };
    let particles: Vec<_> = ["dropping-particle", "non-dropping-particle"].into_iter().filter_map(part).collect();
    let [suffix, given] = ["suffix", "given"].map(|field| part(field).unwrap_or_default());
    Some(person(&particles, &family, &suffix, &given))
}

/// Returns the numbers of a book without what people write before them: `ISBN 0-691-08721-0`.
fn bare_isbn(isbn: &str) -> &str {
    let known = ["urn:isbn:", "isbn-13", "isbn-10", "isbn"];
    let begins = |word: &&str| isbn.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let rest = known.into_iter().find(begins).map_or(isbn, |word| &isbn[word.len()..]);
    rest.trim_start_matches([':', ' '])
}

/// Replaces hyphens in page ranges: `249-250` becomes `249--250`, and so does `xii-xiv`, but `A-12` is a single page.
fn with_long_dashes(pages: &str) -> String {
    let letters: Vec<char> = pages.replace(" - ", "-").replace(" – ", "–").chars().collect();
    let between = |at: usize, kind: fn(&char) -> bool| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        before.is_some_and(kind) && letters.get(at + 1).is_some_and(kind)
    };
    let dash = |at| between(at, char::is_ascii_digit) || between(at, char::is_ascii_alphabetic);
    let set = |(at, letter): (usize, &char)| match letter {
        '–' => "--".to_owned(),
        '-' if dash(at) => "--".to_owned(),
        letter => letter.to_string(),
    };
    letters.iter().enumerate().map(set).collect()
}

#[cfg(test)]
mod tests {
    use biblatex::{Bibliography, ChunksExt};

    use super::*;

    fn of(work: &str) -> String {
        let entry = bibtex("key", &serde_json::from_str(work).expect("the work is JSON"));
        let read = Bibliography::parse(&entry).expect("the entry is BibTeX");
        assert_eq!(read.keys().collect::<Vec<_>>(), ["key"]);
        entry
    }

    fn field(entry: &str, name: &str) -> Option<String> {
        let line = entry.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "))?;
        Some(line.trim_end_matches(',').to_owned())
    }

    #[test]
    fn a_book() {
        let book = r#"{
            "id": "avrich-1970", "type": "book", "title": "Kronstadt 1921",
            "author": [{"family": "Avrich", "given": "Paul"}],
            "publisher": "Princeton University Press", "publisher-place": "Princeton",
            "issued": {"date-parts": [[1970]]}, "ISBN": "0-691-08721-0", "note": "for editors"
        }"#;
        let expected = "@book{key,
address = {Princeton},
author = {Avrich, Paul},
isbn = {0-691-08721-0},
publisher = {Princeton University Press},
title = {{Kronstadt 1921}},
year = {1970},
}";
        assert_eq!(of(book), expected);
    }

    #[test]
    fn an_article() {
        let article = r#"{
            "id": "soto-2010", "type": "article-journal", "title": "The Death of Leon Trotsky",
            "author": [{"family": "Soto-Pérez-de-Celis", "given": "Enrique"}],
            "container-title": "Neurosurgery", "volume": "67", "issue": 2, "page": "417-423",
            "issued": {"date-parts": [["2010", 8, 5]]}, "DOI": "10.1227/01.NEU_1", "URL": "https://example.org/a_b?c=%20&d#e"
        }"#;
        let expected = "@article{key,
author = {Soto-Pérez-de-Celis, Enrique},
day = {5},
doi = {10.1227/01.NEU_1},
journal = {Neurosurgery},
month = aug,
number = {2},
pages = {417--423},
title = {{The Death of Leon Trotsky}},
url = {https://example.org/a_b?c=%20&d#e},
volume = {67},
year = {2010},
}";
        assert_eq!(of(article), expected);
        let read = Bibliography::parse(&of(article)).expect("the entry is BibTeX");
        let entry = read.get("key").expect("the entry is there");
        assert_eq!(entry.url().as_deref(), Ok("https://example.org/a_b?c=%20&d#e"));
        assert_eq!(entry.doi().as_deref(), Ok("10.1227/01.NEU_1"));
    }

    #[test]
    fn each_kind_has_its_entry() {
        let kind = |kind: &str, more: &str| {
            let entry = of(&format!(r#"{{"type": "{kind}", "title": "T", "publisher": "P"{more}}}"#));
            let holder = entry.lines().filter(|line| line.ends_with("= {C},") || line.ends_with("= {P},"));
            [entry.lines().next().unwrap_or_default()].into_iter().chain(holder).collect::<Vec<_>>().concat()
        };
        let holder = r#", "container-title": "C""#;
        assert_eq!(kind("chapter", holder), "@incollection{key,booktitle = {C},publisher = {P},");
        assert_eq!(kind("entry-encyclopedia", holder), "@incollection{key,booktitle = {C},publisher = {P},");
        assert_eq!(kind("paper-conference", holder), "@inproceedings{key,booktitle = {C},publisher = {P},");
        assert_eq!(kind("article-newspaper", holder), "@article{key,journal = {C},publisher = {P},");
        assert_eq!(kind("webpage", holder), "@online{key,organization = {C},");
        assert_eq!(kind("speech", holder), "@misc{key,howpublished = {C},");
        assert_eq!(kind("chapter", ""), "@misc{key,howpublished = {P},");
        let crossref = of(r#"{"type": "book", "title": ["Kronstadt"], "subtitle": ["A Rising"]}"#);
        assert_eq!(field(&crossref, "title").as_deref(), Some("{{Kronstadt: A Rising}}"));
        assert_eq!(kind("thesis", ""), "@phdthesis{key,school = {P},");
        assert_eq!(kind("thesis", r#", "genre": "Master’s thesis""#), "@mastersthesis{key,school = {P},");
        assert_eq!(kind("report", ""), "@techreport{key,institution = {P},");
        assert_eq!(kind("pamphlet", ""), "@booklet{key,howpublished = {P},");
    }

    #[test]
    fn names_stay_whole() {
        let names = |names: &str| field(&of(&format!(r#"{{"author": {names}}}"#)), "author").unwrap_or_default();
        let two = r#"[{"family": "Getty", "given": "J. Arch"}, {"family": "Naumov", "given": "Oleg V."}]"#;
        assert_eq!(names(two), "{Getty, J. Arch and Naumov, Oleg V.}");
        assert_eq!(names(r#"[{"literal": "Ministry of War and Peace"}]"#), "{{Ministry of War and Peace}}");
        let bodies = r#"[{"literal": "War and Peace"}, {"literal": "Crime"}]"#;
        assert_eq!(names(bodies), "{{War and Peace} and {Crime}}");
        let particle = r#"[{"family": "Heijenoort", "given": "Jean", "non-dropping-particle": "van"}]"#;
        assert_eq!(names(particle), "{van Heijenoort, Jean}");
        assert_eq!(names(r#"[{"family": "Ortega y Gasset", "given": "José"}]"#), "{{Ortega y Gasset}, José}");
        let junior = r#"[{"family": "Roosevelt", "given": "Theodore", "suffix": "Jr."}]"#;
        assert_eq!(names(junior), "{Roosevelt, Jr., Theodore}");
        assert_eq!(names(r#"[{"family": "And", "given": "Metin, Dr."}]"#), "{{And}, {Metin, Dr.}}");
        assert_eq!(names(r#"["Jane Doe", {"name": "Crossref Body"}]"#), "{{Jane Doe} and {Crossref Body}}");
        assert_eq!(names(r#"[{"family": "O&#8217;Neil", "given": "<i>A</i>"}]"#), "{O’Neil, A}");
        assert_eq!(names(r#"[{}, 3, {"family": " "}, " "]"#), "");
        let read = Bibliography::parse(&of(&format!(r#"{{"author": {bodies}}}"#))).expect("the entry is BibTeX");
        let authors = read.get("key").and_then(|entry| entry.author().ok()).unwrap_or_default();
        assert_eq!(authors.iter().map(|author| &*author.name).collect::<Vec<_>>(), ["War and Peace", "Crime"]);
    }

    #[test]
    fn what_tex_reads_otherwise_is_escaped() {
        let title = |title: &str| {
            let entry = of(&Value::from_iter([("title", title)]).to_string());
            let read = Bibliography::parse(&entry).expect("the entry is BibTeX");
            let read = read.get("key").and_then(|entry| Some(entry.get("title")?.format_verbatim()));
            assert_eq!(read, string(&Value::from_iter([("title", title)]), "title"));
            field(&entry, "title")
        };
        assert_eq!(title("100% & $5 #1 a_b").as_deref(), Some(r"{{100\% \& \$5 \#1 a\_b}}"));
        assert_eq!(title("a{b").as_deref(), Some(r"{{a\textbraceleft{}b}}"));
        assert_eq!(
            title(r"\}~^").as_deref(),
            Some(r"{{\textbackslash{}\textbraceright{}\textasciitilde{}\textasciicircum{}}}")
        );
        assert_eq!(title(" on\n two  lines ").as_deref(), Some("{{on two lines}}"));
        let entry = of(r#"{"title": "The <i>Potemkin</i> & <i>Aurora", "URL": "https://example.org/{a}\\b c"}"#);
        assert_eq!(field(&entry, "title").as_deref(), Some(r"{{The <i>Potemkin</i> \& <i>Aurora}}"));
        assert_eq!(field(&entry, "url").as_deref(), Some("{https://example.org/%7Ba%7D%5Cb%20c}"));
        let entry = of(r#"{"title": "The <i>Potemkin</i>"}"#);
        assert_eq!(field(&entry, "title").as_deref(), Some(r"{{The \emph{Potemkin}}}"));
        let entry = of(r#"{"title": "War &amp; <EM>Peace</EM>", "URL": "https://example.org/?a=1&amp;b=2"}"#);
        assert_eq!(field(&entry, "title").as_deref(), Some(r"{{War \& \emph{Peace}}}"));
        assert_eq!(field(&entry, "url").as_deref(), Some("{https://example.org/?a=1&b=2}"));
    }

    #[test]
    fn a_doi_has_no_prefix() {
        for doi in [
            "10.1/a_b",
            "https://doi.org/10.1/a_b",
            "https://www.doi.org/10.1/a_b",
            "doi.org/10.1/a_b",
            "doi: 10.1/a_b",
            "DOI: 10.1/a_b",
            "doi 10.1/a_b",
        ] {
            let entry = of(&Value::from_iter([("DOI", doi)]).to_string());
            assert_eq!(field(&entry, "doi").as_deref(), Some("{10.1/a_b}"), "{doi}");
        }
    }

    #[test]
    fn dates_are_as_exact_as_they_were_given() {
        let dates = |issued: &str| {
            let entry = of(&format!(r#"{{"issued": {issued}}}"#));
            ["year", "month", "day"].map(|name| field(&entry, name).unwrap_or_default()).join(" ")
        };
        assert_eq!(dates(r#"{"date-parts": [[1954], [1963]]}"#), "{1954--1963}  ");
        assert_eq!(dates(r#"{"date-parts": [[1938, 8], [1938, 9]]}"#), "{1938}  ");
        assert_eq!(dates(r#"{"date-parts": [[1938, 8, 5]]}"#), "{1938} aug {5}");
        assert_eq!(dates(r#"{"date-parts": [[2019]], "circa": true}"#), "{2019}  ");
        let about = of(r#"{"issued": {"date-parts": [[2019]], "circa": true}}"#);
        assert_eq!(field(&about, "note").as_deref(), Some("{The year is approximate}"));
        assert_eq!(dates(r#"{"date-parts": [[1938, 13]]}"#), "{1938} {Spring} ");
        assert_eq!(dates(r#"{"date-parts": [[1938, 24]]}"#), "{1938} {Winter} ");
        assert_eq!(dates(r#"{"date-parts": [[1938]], "season": "2"}"#), "{1938} {Summer} ");
        assert_eq!(dates(r#"{"date-parts": [[1938]], "season": "Michaelmas"}"#), "{1938} {Michaelmas} ");
        assert_eq!(dates(r#"{"date-parts": [[1938, 17]]}"#), "{1938}  ");
        assert_eq!(dates(r#"{"date-parts": [["1938", "08", "05"], [1938, 8, 5]]}"#), "{1938} aug {5}");
        assert_eq!(dates(r#"{"date-parts": [[1938, 0, 0]]}"#), "{1938}  ");
        assert_eq!(dates(r#"{"date-parts": [[-44]]}"#), "{44 BC}  ");
        assert_eq!(dates("1938"), "{1938}  ");
        assert_eq!(dates(r#"{"raw": "1938-08-05"}"#), "{1938} aug {5}");
        assert_eq!(dates(r#"{"raw": "1938-08-05T10:00:00Z"}"#), "{1938} aug {5}");
        assert_eq!(dates(r#""1938-08""#), "{1938} aug ");
        assert_eq!(dates(r#""1938-22""#), "{1938} {Summer} ");
        assert_eq!(dates(r#"{"raw": "1954/1963"}"#), "{1954--1963}  ");
        assert_eq!(dates(r#"{"raw": "1938-08-05/1938-08-09"}"#), "{1938}  ");
        assert_eq!(dates(r#"{"edtf": "1938/.."}"#), "{1938--}  ");
        assert_eq!(dates(r#"{"edtf": "-0043"}"#), "{44 BC}  ");
        assert_eq!(dates(r#"{"edtf": "193X"}"#), "{1930--1939}  ");
        assert_eq!(dates(r#"{"edtf": "1938-XX"}"#), "{1938}  ");
        assert_eq!(dates(r#"{"edtf": "[1921,1922]"}"#), "{1921--1922}  ");
        assert_eq!(dates(r#"{"edtf": "[-0043,-0042]"}"#), "{44 BC--43 BC}  ");
        assert_eq!(dates(r#"{"date-parts": [[0]]}"#), "  ");
        assert_eq!(dates(r#"{"literal": "circa 1890"}"#), "{1890}  ");
        assert_eq!(dates(r#"{"literal": "no date"}"#), "  ");
        assert_eq!(dates(r#"{"date-parts": [[]]}"#), "  ");
        for accessed in [r#"{"date-parts": [[2020, 5, 1]]}"#, r#""2020-05-01""#, r#"{"raw": "2020-05-01T10:00:00Z"}"#] {
            let accessed = of(&format!(r#"{{"accessed": {accessed}}}"#));
            assert_eq!(field(&accessed, "urldate").as_deref(), Some("{2020-05-01}"));
        }
    }

    #[test]
    fn what_a_year_cannot_say_is_in_the_note() {
        let note = |issued: &str| field(&of(&format!(r#"{{"issued": {issued}}}"#)), "note").unwrap_or_default();
        for circa in ["0", r#""0""#, r#""false""#, r#""""#, "null", "false"] {
            assert_eq!(note(&format!(r#"{{"date-parts": [[1890]], "circa": {circa}}}"#)), "", "{circa}");
        }
        for circa in ["1", "true", r#""true""#] {
            let note = note(&format!(r#"{{"date-parts": [[1890]], "circa": {circa}}}"#));
            assert_eq!(note, "{The year is approximate}", "{circa}");
        }
        assert_eq!(note(r#""1890~""#), "{The year is approximate}");
        assert_eq!(note(r#""1890?""#), "{The year is uncertain}");
        assert_eq!(note(r#"{"literal": "circa 1890"}"#), "{circa 1890}");
        assert_eq!(note(r#"{"literal": "forthcoming"}"#), "{forthcoming}");
        assert_eq!(note(r#"{"literal": "1890"}"#), "");
        assert_eq!(note(r#""[1921,1922]""#), "{1921 or 1922}");
        assert_eq!(note(r#""[1921-03,1921-05,1922]""#), "{1921-03, 1921-05 or 1922}");
        assert_eq!(note(r#"{"raw": "[1921..1923]"}"#), "{between 1921 and 1923}");
        assert_eq!(note(r#"{"literal": "n.d."}"#), "");
    }

    #[test]
    fn ranges_of_pages_have_long_dashes() {
        assert_eq!(with_long_dashes("249-250, 301–302"), "249--250, 301--302");
        assert_eq!(with_long_dashes("xii-xiv"), "xii--xiv");
        assert_eq!(with_long_dashes("A-12"), "A-12");
        let entry = of(r#"{"page": "pp. 417-423"}"#);
        assert_eq!(field(&entry, "pages").as_deref(), Some("{417--423}"));
    }

    #[test]
    fn a_key_is_what_bibtex_allows() {
        assert_eq!(key("avrich_1970", "avrich-1970"), "avrich_1970");
        assert_eq!(key("http://zotero.org/users/1/items/AB", "ab"), "http://zotero.org/users/1/items/AB");
        assert_eq!(key("троцкий1930", "source-1930"), "source-1930");
        assert_eq!(key("A{B}", "a-b"), "a-b");
    }
}
