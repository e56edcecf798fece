//! Completes the citations of entries. The build writes them with placeholders (see [`placeholder`]), and the program fills
//! in what only the browser knows. Citations are in English, whatever the page's language.

use crate::outline::{Citation, CitedTitle, Outline, Target};
use crate::placeholder;
use crate::text::{position, replaced};

/// The English names of the months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The months as the MLA abbreviates them.
pub const SHORT_MONTHS: [&str; 12] =
    ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/// The words that CSL leaves in lower case inside a title.
const SMALL: &str = "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet";

/// Returns a title with headline capitals, as Chicago and the MLA write titles: `The Kronstadt Rising`.
pub fn headline(title: &str) -> String {
    let mut written = title.to_owned();
    let mut at = 0;
    for word in title.split(' ') {
        let end = at + word.len();
        let begins = at == 0 || [": ", "? ", "! "].iter().any(|stop| title[..at].ends_with(stop)) || end == title.len();
        if begins || !SMALL.split(' ').any(|small| small == word) {
            let start = at + if word.starts_with('“') || word.starts_with('‘') { '“'.len_utf8() } else { 0 };
            // A first letter that is not ASCII stays unchanged.
            if let Some(first) = written.get_mut(start..=start) {
                first.make_ascii_uppercase();
            }
        }
        at = end + 1;
    }
    written
}

/// Returns the title of the entry with this id as citations write it, with every form filled in. The forms are empty for an
/// entry that is not in the outline.
pub fn title(id: &str, outline: &Outline) -> CitedTitle {
    let target = outline.target(id);
    let title = target.map(|target| outline.title(target)).unwrap_or_default();
    let written = outline.cited_titles.iter().find(|written| &*written.id == id).cloned().unwrap_or_default();
    // The name of a person is not set as a title.
    let is_name = matches!(target, Some(Target::Person(_)));
    let quoted = || [if is_name { title.to_owned() } else { headline(title) }, ".".to_owned()].concat();
    CitedTitle {
        quoted: written.quoted.or_else(|| Some(quoted())),
        plain: written.plain.or_else(|| Some([title, "."].concat())),
        bibtex: written.bibtex.or_else(|| Some(title.to_owned())),
        csl: written.csl.or_else(|| Some(title.to_owned())),
        ..written
    }
}

/// Returns a citation with its placeholders filled in: with the entry's title and id (empty for the citation of the
/// article), the address of the page, and the date of access as year, month and day of the month.
pub fn filled(citation: &Citation, title: &CitedTitle, id: &str, page: &str, date: [i32; 3]) -> Citation {
    let [year, month, day] = date.map(|number| number.to_string());
    let index = usize::try_from(date[1] - 1).unwrap_or_default();
    let of = |months: &[&'static str; 12]| months.get(index).copied().unwrap_or_default();
    let padded = |digits: &str| [if digits.len() < 2 { "0" } else { "" }, digits].concat();
    let iso = [&*year, "-", &padded(&month), "-", &padded(&day)].concat();
    let csl_day = ["{\"date-parts\":[[", &*[&*year, &month, &day].join(","), "]]}"].concat();
    let csl_accessed = ["\"", placeholder::ACCESSED, "\""].concat();
    let tex_page = page.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D");
    let fill = |text: &str, title: &Option<String>, page: &str, accessed: [&str; 2]| {
        let values = [
            (placeholder::PAGE, page),
            (placeholder::ID, id),
            (accessed[0], accessed[1]),
            (placeholder::YEAR, &year),
            (placeholder::MONTH, of(&MONTHS)),
            (placeholder::SHORT_MONTH, of(&SHORT_MONTHS)),
            (placeholder::DAY, &day),
            (placeholder::TITLE, title.as_deref().unwrap_or_default()),
        ];
        values.iter().fold(text.to_owned(), |text, (name, value)| replaced(&text, name, value))
    };
    let text = |text: &String| {
        let is_quoted = position(text, &["“", placeholder::TITLE].concat()).is_some();
        fill(text, if is_quoted { &title.quoted } else { &title.plain }, &tex_page, [placeholder::ACCESSED, ""])
    };
    Citation {
        texts: citation.texts.iter().map(text).collect(),
        bibtex: fill(&citation.bibtex, &title.bibtex, &tex_page, [placeholder::ACCESSED, &iso]),
        csl: fill(&citation.csl, &title.csl, page, [&csl_accessed, &csl_day]),
    }
}

#[cfg(test)]
mod tests {
    use super::headline;

    #[test]
    fn headlines_have_capitals_as_csl_has_them() {
        for (title, expected) in [
            ("The Kronstadt rising", "The Kronstadt Rising"),
            (
                "Betrayed by a Brother: When Stalin Assassinated Trotsky",
                "Betrayed by a Brother: When Stalin Assassinated Trotsky",
            ),
            ("Lenin’s “letter to the congress”", "Lenin’s “Letter to the Congress”"),
            ("Unions, not trade", "Unions, Not Trade"),
            ("a copy: the end that he came to", "A Copy: The End That He Came To"),
            ("why? the end, the rest", "Why? The End, the Rest"),
            ("élan", "élan"),
            ("", ""),
        ] {
            assert_eq!(headline(title), expected);
        }
    }
}
