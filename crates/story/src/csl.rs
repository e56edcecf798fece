//! What the texts of CSL-JSON contain, in which [`Source::csl`](crate::Source::csl) is written.
//!
//! The page and the citations for other programs read it in the same way.

/// The markup that a text may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// `<i>`
    Italic,
    /// `<b>`
    Bold,
    /// `<sup>`
    Superscript,
    /// `<sub>`
    Subscript,
    /// `<sc>`, or a `<span>` with the style
    SmallCapitals,
    /// `<span class="nocase">`: words whose capitals no citation style may change
    NoCase,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A character, or what a character reference stands for.
    Letter(char),
    /// The beginning of markup.
    Start(Markup),
    /// The end of the last markup that is open.
    End(Markup),
}

/// The tags of CSL and their equivalents in exports of databases.
const TAGS: [(&str, Markup); 12] = [
    ("i", Markup::Italic),
    ("em", Markup::Italic),
    ("b", Markup::Bold),
    ("strong", Markup::Bold),
    ("sup", Markup::Superscript),
    ("sub", Markup::Subscript),
    ("sc", Markup::SmallCapitals),
    ("scp", Markup::SmallCapitals),
    ("span class=\"nocase\"", Markup::NoCase),
    ("span class='nocase'", Markup::NoCase),
    ("span style=\"font-variant:small-caps;\"", Markup::SmallCapitals),
    ("span style=\"font-variant: small-caps;\"", Markup::SmallCapitals),
];

/// The marks around a tag. Catalogs that escape it once too often write the second pair.
const AROUND_TAGS: [(&str, &str); 2] = [("<", ">"), ("&lt;", "&gt;")];

/// The character references that catalogs leave in titles.
const REFERENCES: [(&str, char); 14] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&apos;", '\''),
    ("&#39;", '\''),
    ("&nbsp;", '\u{a0}'),
    ("&ndash;", '–'),
    ("&mdash;", '—'),
    ("&hellip;", '…'),
    ("&lsquo;", '‘'),
    ("&rsquo;", '’'),
    ("&ldquo;", '“'),
    ("&rdquo;", '”'),
];

/// Splits a text into characters and markup. A text whose markup does not nest has none, and is kept as it is written.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    // The markup that is open, with the tags that end it.
    let mut open: Vec<(Markup, String)> = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after_end = open.last().and_then(|(_, end)| without(rest, end));
        rest = if let Some(after) = after_end {
            tokens.extend(open.pop().map(|(markup, _)| Token::End(markup)));
            after
        } else if let Some((markup, end, after)) = start(rest) {
            tokens.push(Token::Start(markup));
            open.push((markup, end));
            after
        } else if let Some((letter, after)) = reference(rest) {
            tokens.push(Token::Letter(letter));
            after
        } else {
            tokens.push(Token::Letter(letter));
            &rest[letter.len_utf8()..]
        };
    }
    if open.is_empty() { tokens } else { text.chars().map(Token::Letter).collect() }
}

/// Returns a text without its markup.
pub fn plain(text: &str) -> String {
    let letter = |token| match token {
        Token::Letter(letter) => Some(letter),
        Token::Start(_) | Token::End(_) => None,
    };
    tokens(text).into_iter().filter_map(letter).collect()
}

/// Returns the markup that a text begins with, the tag that ends it, and what follows its first tag.
fn start(text: &str) -> Option<(Markup, String, &str)> {
    AROUND_TAGS.into_iter().find_map(|(begin, end)| {
        let inner = text.strip_prefix(begin)?;
        TAGS.into_iter().find_map(|(tag, markup)| {
            let after = without(without(inner, tag)?, end)?;
            let name = tag.split(' ').next().unwrap_or(tag);
            Some((markup, format!("{begin}/{name}{end}"), after))
        })
    })
}

/// Returns the character that a reference at the beginning of a text stands for, and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    let named = REFERENCES.into_iter().find_map(|(name, letter)| Some((letter, without(text, name)?)));
    named.or_else(|| numbered(text))
}

/// Like [`reference()`], for a number: `&#8217;`, `&#x2019;`. Only letters and punctuation may be written so, because other
/// characters may be invisible.
fn numbered(text: &str) -> Option<(char, &str)> {
    let (number, after) = text.strip_prefix("&#")?.split_once(';')?;
    let value = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let letter = char::from_u32(value.ok()?)?;
    let is_printed = letter.is_alphanumeric() || "‐‑‒–—…‘’‚“”„«»‹›".contains(letter);
    is_printed.then_some((letter, after))
}

/// What people write before a DOI, in lowercase. Most of it may follow something else of it.
const BEFORE_DOI: [&str; 9] = ["https://", "http://", "www.", "dx.", "doi.org/", "info:", "doi:", "doi/", "doi "];

/// Returns a DOI without the prefixes that people write before it: `https://www.doi.org/10.1/abc` becomes `10.1/abc`.
pub fn bare_doi(doi: &str) -> &str {
    let mut bare = doi.trim();
    while let Some(rest) = BEFORE_DOI.into_iter().find_map(|before| without(bare, before)) {
        bare = rest.trim_start();
    }
    bare
}

/// Reports whether a date in words only says that there is none, in a form that citations have: "n.d."
pub fn is_undated(date: &str) -> bool {
    let bare: String = date.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect();
    ["nd", "sd", "sa", "oj", "бг"].contains(&bare.as_str())
}

/// Returns a text without what it begins with, in uppercase or lowercase letters. Returns `None` if it begins otherwise.
fn without<'text>(text: &'text str, beginning: &str) -> Option<&'text str> {
    let (begins, rest) = text.split_at_checked(beginning.len())?;
    begins.eq_ignore_ascii_case(beginning).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_text() {
        let shown = |text: &str| {
            let token = |token| match token {
                Token::Letter(letter) => letter.to_string(),
                Token::Start(markup) => format!("[{markup:?} "),
                Token::End(_) => "]".to_owned(),
            };
            tokens(text).into_iter().map(token).collect::<String>()
        };
        for (text, expected) in [
            ("The <i>Potemkin</i>", "The [Italic Potemkin]"),
            ("<EM>a</em> <strong>b</STRONG>", "[Italic a] [Bold b]"),
            ("H<sub>2</sub>O<sup>+</sup>", "H[Subscript 2]O[Superscript +]"),
            ("<scp>bc</scp> <sc>ad</sc>", "[SmallCapitals bc] [SmallCapitals ad]"),
            ("<span class='nocase'>iPod</span>", "[NoCase iPod]"),
            ("<span style=\"font-variant:small-caps;\">bc</span>", "[SmallCapitals bc]"),
            ("&lt;I&gt;a&lt;/i&gt; &lt;scp&gt;bc&lt;/scp&gt;", "[Italic a] [SmallCapitals bc]"),
            ("<b><i>a</i></b> < b", "[Bold [Italic a]] < b"),
            ("War &amp; Peace &#8211; &#x41;", "War & Peace – A"),
            ("&#x200B;&#9999999;&;", "&#x200B;&#9999999;&;"),
            ("<i>a", "<i>a"),
            ("a</i>", "a</i>"),
            ("<i>a&lt;/i&gt;", "<i>a&lt;/i&gt;"),
            ("<i>a<b>c</i>d</b>", "<i>a<b>c</i>d</b>"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
        assert_eq!(plain("The <i>Potemkin</i> &amp; H<sub>2</sub>O"), "The Potemkin & H2O");
    }

    #[test]
    fn a_work_may_have_no_date() {
        for date in ["n.d.", "[N. D.]", "s. a.", "o.J.", "б. г."] {
            assert!(is_undated(date), "{date}");
        }
        assert!(!is_undated("no date") && !is_undated(""));
    }

    #[test]
    fn a_doi_has_no_prefix() {
        for doi in [
            "10.1/abc",
            " 10.1/abc ",
            "https://doi.org/10.1/abc",
            "http://dx.doi.org/10.1/abc",
            "https://www.doi.org/10.1/abc",
            "HTTPS://DOI.ORG/10.1/abc",
            "doi.org/10.1/abc",
            "www.doi.org/10.1/abc",
            "doi:10.1/abc",
            "doi: 10.1/abc",
            "DOI: 10.1/abc",
            "Doi 10.1/abc",
            "info:doi/10.1/abc",
            "doi:https://doi.org/10.1/abc",
        ] {
            assert_eq!(bare_doi(doi), "10.1/abc", "{doi}");
        }
        assert_eq!(bare_doi("10.1/doi:a"), "10.1/doi:a");
        assert_eq!(bare_doi("ü"), "ü");
    }
}
