//! A work of `sources.json` as an entry for BibTeX, in the fields that BibTeX, biblatex and reference managers share.

use serde_json::Value;

/// The names of the months: in BibTeX words of its own, which each style writes as it does.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entry, without a line's end after it. What BibTeX has no field for is left out, and so is CSL's `note`:
/// that one is for editors.
pub(crate) fn entry(key: &str, work: &Value) -> String {
    let kind = kind(work);
    let mut fields = Fields(Vec::new());
    for field in ["author", "editor", "translator"] {
        fields.add(field, names(work, field));
    }
    // Two pairs of braces keep a style from changing capital letters.
    fields.add("title", text(work, "title").map(|title| format!("{{{}}}", escape(&title))));
    let of = |field| text(work, field).map(|text| escape(&text));
    fields.add(holder(kind), of("container-title"));
    fields.add(maker(kind), of("publisher"));
    fields.add("address", of("publisher-place"));
    fields.add("edition", of("edition"));
    fields.add("series", of("collection-title"));
    fields.add("volume", of("volume"));
    fields.add("volumes", of("number-of-volumes"));
    fields.add("number", of("issue").or_else(|| of("number")));
    fields.add("pages", text(work, "page").map(|pages| escape(&with_long_dashes(&pages))));
    if let Some(issued) = work.get("issued") {
        fields.add_date(issued);
    }
    fields.add("isbn", of("ISBN"));
    fields.add("issn", of("ISSN"));
    fields.add("doi", text(work, "DOI").map(|doi| verbatim(&doi)));
    fields.add("url", text(work, "URL").map(|url| verbatim(&url)));
    fields.add("urldate", work.get("accessed").and_then(day));
    fields.add("language", of("language"));
    let lines: Vec<_> = fields.0.iter().map(|(name, value)| format!("  {name} = {value},\n")).collect();
    format!("@{kind}{{{key},\n{}}}", lines.concat())
}

/// The fields of an entry with their values, in braces or as a month's own word.
struct Fields(Vec<(&'static str, String)>);

impl Fields {
    /// Adds a field that is not there yet.
    fn add(&mut self, name: &'static str, value: Option<String>) {
        if let Some(value) = value
            && !self.0.iter().any(|(known, _)| *known == name)
        {
            self.0.push((name, format!("{{{value}}}")));
        }
    }

    /// Adds when a work was published: a year or two; month and day where there is but one date.
    fn add_date(&mut self, issued: &Value) {
        let dates = dates(issued);
        let year = |at: usize| dates.get(at).and_then(|date| date.first());
        let years = match (year(0), year(1)) {
            (Some(first), Some(last)) if first != last => Some(format!("{first}--{last}")),
            (Some(year), _) => Some(year.clone()),
            (None, _) => text(issued, "literal").or_else(|| text(issued, "raw")).and_then(|text| leading_year(&text)),
        };
        self.add("year", years.map(|years| escape(&years)));
        // Programs refuse a year that is no number.
        let circa = issued.get("circa").is_some_and(|circa| *circa != Value::Bool(false));
        self.add("note", circa.then(|| "The year is approximate".to_owned()));
        let [date] = dates.as_slice() else {
            return;
        };
        let month = date.get(1).and_then(|month| month.parse::<usize>().ok()).and_then(|month| month.checked_sub(1));
        if let Some(month) = month.and_then(|month| MONTHS.get(month)) {
            self.0.push(("month", (*month).to_owned()));
            self.add("day", date.get(2).map(|day| escape(day)));
        }
    }
}

/// The kind of entry. What stands in nothing that is named cannot be an article or a chapter.
fn kind(work: &Value) -> &'static str {
    let contained = text(work, "container-title").is_some();
    match text(work, "type").as_deref().unwrap_or_default() {
        "book" | "classic" | "collection" => "book",
        "article" | "article-journal" | "article-magazine" | "article-newspaper" | "review" | "review-book"
            if contained =>
        {
            "article"
        }
        "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" if contained => "incollection",
        "paper-conference" if contained => "inproceedings",
        "thesis" => {
            let master = text(work, "genre").is_some_and(|genre| genre.to_lowercase().contains("master"));
            if master { "mastersthesis" } else { "phdthesis" }
        }
        "report" => "techreport",
        "pamphlet" => "booklet",
        "manuscript" => "unpublished",
        "webpage" | "post" | "post-weblog" => "online",
        _ => "misc",
    }
}

/// The field for what holds the work.
fn holder(kind: &str) -> &'static str {
    match kind {
        "article" => "journal",
        "incollection" | "inproceedings" => "booktitle",
        "book" => "series",
        "online" => "organization",
        _ => "howpublished",
    }
}

/// The field for who published the work.
fn maker(kind: &str) -> &'static str {
    match kind {
        "phdthesis" | "mastersthesis" => "school",
        "techreport" => "institution",
        "online" => "organization",
        "booklet" | "misc" | "unpublished" => "howpublished",
        _ => "publisher",
    }
}

/// A field's text, with single spaces; `None` when there is none.
fn text(value: &Value, field: &str) -> Option<String> {
    let text = match value.get(field)? {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}

/// Names as BibTeX lists them: `Getty, J. Arch and Naumov, Oleg V.`
fn names(work: &Value, field: &str) -> Option<String> {
    let names: Vec<_> = work.get(field)?.as_array()?.iter().filter_map(name).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// `Heijenoort, Jean van` as `van Heijenoort, Jean`; the name of a body in braces, which keep it whole.
fn name(name: &Value) -> Option<String> {
    let whole = |text: String| format!("{{{}}}", escape(&text));
    let Some(family) = text(name, "family") else {
        return text(name, "literal").or_else(|| text(name, "given")).map(whole);
    };
    // A comma or "and" would end the name, a small letter would begin its particles.
    let breaks = |text: &str| text.contains(',') || text.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    let small = family.contains(' ') && family.split(' ').any(|word| word.starts_with(char::is_lowercase));
    let part = |text: String| if breaks(&text) { whole(text) } else { escape(&text) };
    let family = if small { whole(family) } else { part(family) };
    let particles = ["dropping-particle", "non-dropping-particle"].into_iter().filter_map(|field| text(name, field));
    let last = particles.map(part).chain([family]).collect::<Vec<_>>().join(" ");
    let rest = ["suffix", "given"].into_iter().filter_map(|field| text(name, field)).map(part);
    Some([last].into_iter().chain(rest).collect::<Vec<_>>().join(", "))
}

/// The parts of a date and, in a range, of its end: year, month, day.
fn dates(date: &Value) -> Vec<Vec<String>> {
    let part = |part: &Value| match part {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    let parts = |date: &Value| date.as_array().map(|parts| parts.iter().map_while(part).collect());
    let dates = date.get("date-parts").and_then(Value::as_array);
    dates.into_iter().flatten().filter_map(parts).filter(|date: &Vec<_>| !date.is_empty()).collect()
}

/// The year that a date in words begins with.
fn leading_year(text: &str) -> Option<String> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() == 4).then_some(digits)
}

/// A day in ISO 8601, as biblatex reads it.
fn day(date: &Value) -> Option<String> {
    let dates = dates(date);
    let [year, month, day] = dates.first()?.as_slice() else {
        return None;
    };
    let number = |text: &String| text.parse::<u16>().ok();
    Some(format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?))
}

/// `249-250` as `249--250`, and `xii-xiv` likewise; page `A-12` is one page.
fn with_long_dashes(pages: &str) -> String {
    let letters: Vec<char> = pages.chars().collect();
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

/// The text with what TeX gives a meaning to written out. Braces too: BibTeX counts even those behind a backslash.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', letter]),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// An address, which is read letter for letter: only what would end the field is written in the way of addresses.
fn verbatim(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(work: &str) -> String {
        entry("key", &serde_json::from_str(work).expect("the work is JSON"))
    }

    fn field(entry: &str, name: &str) -> Option<String> {
        let line = entry.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(" = "))?;
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
  author = {Avrich, Paul},
  title = {{Kronstadt 1921}},
  publisher = {Princeton University Press},
  address = {Princeton},
  year = {1970},
  isbn = {0-691-08721-0},
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
  title = {{The Death of Leon Trotsky}},
  journal = {Neurosurgery},
  volume = {67},
  number = {2},
  pages = {417--423},
  year = {2010},
  month = aug,
  day = {5},
  doi = {10.1227/01.NEU_1},
  url = {https://example.org/a_b?c=%20&d#e},
}";
        assert_eq!(of(article), expected);
    }

    #[test]
    fn each_kind_has_its_entry() {
        let kind = |kind: &str, more: &str| {
            let entry = of(&format!(r#"{{"type": "{kind}", "title": "T", "publisher": "P"{more}}}"#));
            entry.lines().next().unwrap_or_default().to_owned() + entry.lines().nth(2).unwrap_or_default().trim()
        };
        let holder = r#", "container-title": "C""#;
        assert_eq!(kind("chapter", holder), "@incollection{key,booktitle = {C},");
        assert_eq!(kind("entry-encyclopedia", holder), "@incollection{key,booktitle = {C},");
        assert_eq!(kind("paper-conference", holder), "@inproceedings{key,booktitle = {C},");
        assert_eq!(kind("article-newspaper", holder), "@article{key,journal = {C},");
        assert_eq!(kind("webpage", holder), "@online{key,organization = {C},");
        assert_eq!(kind("speech", holder), "@misc{key,howpublished = {C},");
        assert_eq!(kind("chapter", ""), "@misc{key,howpublished = {P},");
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
        let particle = r#"[{"family": "Heijenoort", "given": "Jean", "non-dropping-particle": "van"}]"#;
        assert_eq!(names(particle), "{van Heijenoort, Jean}");
        assert_eq!(names(r#"[{"family": "Ortega y Gasset", "given": "José"}]"#), "{{Ortega y Gasset}, José}");
        let junior = r#"[{"family": "Roosevelt", "given": "Theodore", "suffix": "Jr."}]"#;
        assert_eq!(names(junior), "{Roosevelt, Jr., Theodore}");
        assert_eq!(names(r#"[{"family": "And", "given": "Metin, Dr."}]"#), "{{And}, {Metin, Dr.}}");
        assert_eq!(names(r#"[{}, 3, {"family": " "}]"#), "");
    }

    #[test]
    fn what_tex_reads_otherwise_is_escaped() {
        let title = |title: &str| field(&of(&Value::from_iter([("title", title)]).to_string()), "title");
        assert_eq!(title("100% & $5 #1 a_b").as_deref(), Some(r"{{100\% \& \$5 \#1 a\_b}}"));
        assert_eq!(title("a{b").as_deref(), Some(r"{{a\textbraceleft{}b}}"));
        assert_eq!(
            title(r"\}~^").as_deref(),
            Some(r"{{\textbackslash{}\textbraceright{}\textasciitilde{}\textasciicircum{}}}")
        );
        assert_eq!(title(" on\n two  lines ").as_deref(), Some("{{on two lines}}"));
        let url = field(&of(r#"{"URL": "https://example.org/{a}\\b c"}"#), "url");
        assert_eq!(url.as_deref(), Some("{https://example.org/%7Ba%7D%5Cb%20c}"));
    }

    #[test]
    fn dates_are_as_exact_as_they_were_given() {
        let dates = |issued: &str| {
            let entry = of(&format!(r#"{{"issued": {issued}}}"#));
            ["year", "month", "day"].map(|name| field(&entry, name).unwrap_or_default()).join(" ")
        };
        assert_eq!(dates(r#"{"date-parts": [[1954], [1963]]}"#), "{1954--1963}  ");
        assert_eq!(dates(r#"{"date-parts": [[1938, 8], [1938, 9]]}"#), "{1938}  ");
        assert_eq!(dates(r#"{"date-parts": [[2019]], "circa": true}"#), "{2019}  ");
        let about = of(r#"{"issued": {"date-parts": [[2019]], "circa": true}}"#);
        assert_eq!(field(&about, "note").as_deref(), Some("{The year is approximate}"));
        assert_eq!(dates(r#"{"date-parts": [[1938, 13]]}"#), "{1938}  ");
        assert_eq!(dates(r#"{"raw": "1938-08-05"}"#), "{1938}  ");
        assert_eq!(dates(r#"{"literal": "no date"}"#), "  ");
        assert_eq!(dates(r#"{"date-parts": [[]]}"#), "  ");
        let accessed = of(r#"{"accessed": {"date-parts": [[2020, 5, 1]]}}"#);
        assert_eq!(field(&accessed, "urldate").as_deref(), Some("{2020-05-01}"));
    }

    #[test]
    fn ranges_of_pages_have_long_dashes() {
        assert_eq!(with_long_dashes("249-250, 301–302"), "249--250, 301--302");
        assert_eq!(with_long_dashes("xii-xiv"), "xii--xiv");
        assert_eq!(with_long_dashes("A-12"), "A-12");
    }
}
