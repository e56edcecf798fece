//! The addresses of works: a DOI, or an address of the web.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::Value as Field;
use palimpsest_story::csl::bare_doi;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Removes the address of a work and returns it.
pub(crate) fn take(item: &mut BTreeMap<String, Field>) -> Option<String> {
    let mut take = |field: &str| match item.remove(field) {
        Some(Field::String(text)) => Some(text),
        _ => None,
    };
    let (doi, url) = (take("DOI"), take("URL"));
    let url = url.map(|url| address(&url));
    doi.filter(|doi| bare_doi(doi).starts_with("10."))
        .map(|doi| format!("https://doi.org/{}", encoded(bare_doi(&doi))))
        .or(url)
}

/// Returns an address of the web as a browser takes it: without marks around it, and with its scheme in small letters. Catalogs
/// leave the scheme out.
fn address(url: &str) -> String {
    let url = url.trim().trim_start_matches('<').trim_end_matches('>').trim();
    let begins =
        |beginning: &str| url.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    let scheme = ["https://", "http://"].into_iter().find(|scheme| begins(scheme));
    let whole = match scheme {
        Some(scheme) => format!("{scheme}{}", &url[scheme.len()..]),
        None if begins("www.") => format!("https://{url}"),
        None => url.to_owned(),
    };
    whole.replace(' ', "%20")
}

/// What a DOI may contain and an address may not.
const IN_DOI: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Encodes a DOI for its address. A percent sign that already encodes a character stays.
fn encoded(doi: &str) -> String {
    let is_code =
        |at: usize| doi.get(at + 1..at + 3).is_some_and(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let mut written = String::new();
    for (at, letter) in doi.char_indices() {
        match letter {
            '%' if !is_code(at) => written.push_str("%25"),
            letter => written.extend(utf8_percent_encode(letter.encode_utf8(&mut [0; 4]), IN_DOI)),
        }
    }
    written
}
