//! A citation of the page: in words, in BibTeX, in CSL-JSON.

use super::date::{push_numbers, single, words};
use super::template::{JSON, Replacements, fill, fill_known, push};
use super::{Page, last};

/// Quotation marks within quotation marks. No other part of a citation has any.
const QUOTED: &Replacements = &[("“", "‘"), ("”", "’")];

/// BibTeX counts braces even after a backslash, so those of the text are named.
const TEX: &Replacements = &[
    ("\\", "\\textbackslash{}"),
    ("{", "\\textbraceleft{}"),
    ("}", "\\textbraceright{}"),
    ("~", "\\textasciitilde{}"),
    ("^", "\\textasciicircum{}"),
    ("&", "\\&"),
    ("%", "\\%"),
    ("$", "\\$"),
    ("#", "\\#"),
    ("_", "\\_"),
];

/// BibLaTeX takes dates and addresses as they are, but braces must match even there.
const TEX_AS_IS: &Replacements = &[("\\", "%5C"), ("{", "%7B"), ("}", "%7D")];

/// A citation in words, much as the Chicago Manual of Style has it.
pub fn plain(page: &Page) -> String {
    let mut out = String::new();
    push_sentence(&mut out, "", &inverted(&page.author), ".");
    push_sentence(&mut out, "“", &page.title, ".”");
    push_sentence(&mut out, "", &words(&page.date), ".");
    push_sentence(&mut out, "", &page.edition, " edition.");
    push_sentence(&mut out, "Accessed ", &words(&page.accessed), ".");
    push_sentence(&mut out, "", &page.address, ".");
    out
}

/// A citation in BibTeX: an entry `@online`, as BibLaTeX knows it.
pub fn bibtex(page: &Page) -> String {
    let mut out = String::new();
    fill(&mut out, "@online{$", &[&key(page)], &[]);
    fill_known(&mut out, ",\n  author = {$}", &inverted(&page.author), TEX);
    // Two pairs of braces keep its capitals.
    fill_known(&mut out, ",\n  title = {{$}}", &page.title, TEX);
    fill_known(&mut out, ",\n  date = {$}", &page.date, TEX_AS_IS);
    fill_known(&mut out, ",\n  note = {$ edition}", &page.edition, TEX);
    fill_known(&mut out, ",\n  url = {$}", &page.address, TEX_AS_IS);
    fill_known(&mut out, ",\n  urldate = {$}", &page.accessed, TEX_AS_IS);
    out.push_str("\n}\n");
    out
}

/// A citation in CSL-JSON, which Zotero and Pandoc read: a list of one web page. Dates that cannot be read are left
/// out.
pub fn csl_json(page: &Page) -> String {
    let mut out = String::new();
    fill(&mut out, "[{\"type\":\"webpage\",\"id\":\"$\"", &[&key(page)], JSON);
    let (given, family) = names(&page.author);
    if given.is_empty() {
        fill_known(&mut out, ",\"author\":[{\"literal\":\"$\"}]", family, JSON);
    } else {
        fill(&mut out, ",\"author\":[{\"family\":\"$\",\"given\":\"$\"}]", &[family, given], JSON);
    }
    fill_known(&mut out, ",\"title\":\"$\"", &page.title, JSON);
    push_csl_date(&mut out, ",\"issued\":{\"date-parts\":[[", &page.date);
    fill_known(&mut out, ",\"edition\":\"$\"", &page.edition, JSON);
    fill_known(&mut out, ",\"URL\":\"$\"", &page.address, JSON);
    push_csl_date(&mut out, ",\"accessed\":{\"date-parts\":[[", &page.accessed);
    out.push_str("}]\n");
    out
}

fn push_csl_date(out: &mut String, before: &str, iso: &str) {
    if let Some(date) = single(iso) {
        push_numbers(out, [before, ",", ","], date.start);
        out.push_str("]]}");
    }
}

/// Adds a sentence of a citation. A full stop is left out after a mark of the text's own; empty texts are left out.
fn push_sentence(out: &mut String, before: &str, text: &str, after: &str) {
    let Some(last) = text.as_bytes().last() else { return };
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(before);
    push(out, text, QUOTED);
    let marked = matches!(last, b'.' | b'!' | b'?');
    out.push_str(if marked { after.strip_prefix('.').unwrap_or(after) } else { after });
}

/// An author's given names, if there are any, and the family name.
fn names(author: &str) -> (&str, &str) {
    let author = author.trim();
    let family = last(author, ' ');
    (author.strip_suffix(family).unwrap_or_default().trim(), family)
}

/// An author's name as lists have it: `Last, First`.
fn inverted(author: &str) -> String {
    let (given, family) = names(author);
    [family, if given.is_empty() { "" } else { ", " }, given].concat()
}

/// What the citation is called in a bibliography: `clear2016`. BibTeX wants ASCII, and a letter first.
fn key(page: &Page) -> String {
    let mut key = String::new();
    let (year, _) = page.date.split_once('-').unwrap_or((&page.date, ""));
    for piece in [names(&page.author).1, year] {
        for sign in piece.bytes().filter(u8::is_ascii_alphanumeric) {
            key.push(char::from(sign.to_ascii_lowercase()));
        }
        if key.is_empty() {
            key.push_str("palimpsest");
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn citation() -> Page {
        Page {
            title: "The “Slap” & its $5 echo".into(),
            author: "Ada Maria Lovelace".into(),
            date: "2016-12-26".into(),
            edition: "Palimpsest".into(),
            address: "https://example.org/a_b%20c/".into(),
            accessed: "2026-11-23".into(),
        }
    }

    #[test]
    fn a_citation_reads_as_a_sentence() {
        assert_eq!(
            plain(&citation()),
            "Lovelace, Ada Maria. “The ‘Slap’ & its $5 echo.” 26 December 2016. Palimpsest edition. \
             Accessed 23 November 2026. https://example.org/a_b%20c/."
        );
        let page = Page { author: " Plato ".into(), title: "Why?".into(), date: "2016-12".into(), ..Page::default() };
        assert_eq!(plain(&page), "Plato. “Why?” December 2016.");
        let page = Page { title: "Etc.".into(), date: "2016".into(), ..Page::default() };
        assert_eq!(plain(&page), "“Etc.” 2016.");
        assert_eq!(plain(&Page { date: "in spring".into(), ..Page::default() }), "in spring.");
        assert_eq!(plain(&Page::default()), "");
    }

    #[test]
    fn a_citation_is_bibtex() {
        assert_eq!(
            bibtex(&citation()),
            concat!(
                "@online{lovelace2016,\n",
                "  author = {Lovelace, Ada Maria},\n",
                "  title = {{The “Slap” \\& its \\$5 echo}},\n",
                "  date = {2016-12-26},\n",
                "  note = {Palimpsest edition},\n",
                "  url = {https://example.org/a_b%20c/},\n",
                "  urldate = {2026-11-23}\n",
                "}\n",
            )
        );
        let page = Page { title: "50% {of} #_~^\\".into(), address: "a{\\}".into(), ..Page::default() };
        assert_eq!(
            bibtex(&page),
            concat!(
                "@online{palimpsest,\n",
                "  title = {{50\\% \\textbraceleft{}of\\textbraceright{} ",
                "\\#\\_\\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},\n",
                "  url = {a%7B%5C%7D}\n",
                "}\n",
            )
        );
        let named = |author: &str| key(&Page { author: author.into(), date: "2016".into(), ..Page::default() });
        assert_eq!([named("Лев Троцкий"), named("Jean O’Neil-Roy")], ["palimpsest2016", "oneilroy2016"]);
    }

    #[test]
    fn a_citation_is_csl_json() {
        assert_eq!(
            csl_json(&citation()),
            concat!(
                r#"[{"type":"webpage","id":"lovelace2016","author":[{"family":"Lovelace","given":"Ada Maria"}],"#,
                r#""title":"The “Slap” & its $5 echo","issued":{"date-parts":[[2016,12,26]]},"edition":"Palimpsest","#,
                r#""URL":"https://example.org/a_b%20c/","accessed":{"date-parts":[[2026,11,23]]}}]"#,
                "\n",
            )
        );
        let page = Page { title: "\"\n\\".into(), author: "Plato".into(), date: "2016-12".into(), ..Page::default() };
        assert_eq!(
            csl_json(&page),
            concat!(
                r#"[{"type":"webpage","id":"plato2016","author":[{"literal":"Plato"}],"title":"\"\n\\","#,
                r#""issued":{"date-parts":[[2016,12]]}}]"#,
                "\n",
            )
        );
        assert_eq!(csl_json(&Page::default()), "[{\"type\":\"webpage\",\"id\":\"palimpsest\"}]\n");
    }
}
