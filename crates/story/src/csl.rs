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

/// The tags of CSL, of HTML and of JATS, in which publishers write the titles that Crossref has. A `<span>` says with its
/// attributes what it is.
const TAGS: [(&str, Markup); 13] = [
    ("i", Markup::Italic),
    ("em", Markup::Italic),
    ("italic", Markup::Italic),
    ("b", Markup::Bold),
    ("strong", Markup::Bold),
    ("bold", Markup::Bold),
    ("sup", Markup::Superscript),
    ("sub", Markup::Subscript),
    ("inf", Markup::Subscript),
    ("sc", Markup::SmallCapitals),
    ("scp", Markup::SmallCapitals),
    ("smallcaps", Markup::SmallCapitals),
    ("small-caps", Markup::SmallCapitals),
];

/// The prefix of the tags of JATS.
const PREFIX: &str = "jats:";

/// The marks around a tag. Catalogs that escape it once too often write the second pair.
const AROUND_TAGS: [(&str, &str); 2] = [("<", ">"), ("&lt;", "&gt;")];

/// The length, in bytes, of the longest tag that is read.
const LONGEST_TAG: usize = 120;

/// The character references that catalogs leave in titles, in uppercase or lowercase letters.
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

/// Other names of characters in HTML, each before its character. A capital means a capital.
const NAMED: &str = "\
    Aacute Á aacute á Acirc Â acirc â AElig Æ aelig æ Agrave À agrave à Aring Å aring å Atilde Ã atilde ã Auml Ä auml ä \
    Ccedil Ç ccedil ç Eacute É eacute é Ecirc Ê ecirc ê Egrave È egrave è ETH Ð eth ð Euml Ë euml ë Iacute Í iacute í \
    Icirc Î icirc î Igrave Ì igrave ì Iuml Ï iuml ï Ntilde Ñ ntilde ñ Oacute Ó oacute ó Ocirc Ô ocirc ô OElig Œ oelig œ \
    Ograve Ò ograve ò Oslash Ø oslash ø Otilde Õ otilde õ Ouml Ö ouml ö Scaron Š scaron š szlig ß THORN Þ thorn þ \
    Uacute Ú uacute ú Ucirc Û ucirc û Ugrave Ù ugrave ù Uuml Ü uuml ü Yacute Ý yacute ý yuml ÿ Yuml Ÿ Zcaron Ž zcaron ž \
    Ccaron Č ccaron č Rcaron Ř rcaron ř Ecaron Ě ecaron ě Lstrok Ł lstrok ł Sacute Ś sacute ś Zacute Ź zacute ź \
    Cacute Ć cacute ć Nacute Ń nacute ń Aogon Ą aogon ą Eogon Ę eogon ę iexcl ¡ iquest ¿ laquo « raquo » lsaquo ‹ rsaquo › \
    bdquo „ sbquo ‚ bull • middot · sect § para ¶ dagger † Dagger ‡ deg ° times × divide ÷ plusmn ± minus − frac12 ½ frac14 ¼ \
    frac34 ¾ sup1 ¹ sup2 ² sup3 ³ ordf ª ordm º copy © reg ® trade ™ cent ¢ pound £ yen ¥ euro € micro µ prime ′ Prime ″ \
    alpha α beta β gamma γ delta δ epsilon ε lambda λ mu μ pi π sigma σ omega ω Omega Ω Delta Δ";

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
        let (tag, after) = inner.split_once(end).filter(|(tag, _)| tag.len() <= LONGEST_TAG && !tag.contains('<'))?;
        let name = tag.split(|letter: char| letter.is_whitespace()).next()?;
        let bare = without(name, PREFIX).unwrap_or(name);
        let attributes = &tag[name.len()..];
        let known = || TAGS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(bare)).map(|(_, markup)| markup);
        let markup = if bare.eq_ignore_ascii_case("span") { spanned(attributes) } else { known() }?;
        (!attributes.ends_with('/')).then(|| (markup, format!("{begin}/{name}{end}"), after))
    })
}

/// Returns the markup that a `<span>` with these attributes is.
fn spanned(attributes: &str) -> Option<Markup> {
    let attributes = attributes.replace("&quot;", "\"").to_ascii_lowercase();
    let has = |name: &str, value: &str| {
        let (_, rest) = attributes.split_once(name)?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let inner = rest.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
        let tight: String = inner.chars().filter(|letter| !letter.is_whitespace()).collect();
        tight.contains(value).then_some(())
    };
    let is = |name: &str, value: &str| has(name, value).is_some();
    // What is not decorated keeps its case, at least.
    if is("class", "nocase") || is("class", "nodecor") {
        return Some(Markup::NoCase);
    }
    let is_small = is("style", "font-variant:small-caps") || is("class", "small-caps") || is("class", "smallcaps");
    let is_italic = is("style", "font-style:italic");
    is_small.then_some(Markup::SmallCapitals).or_else(|| is_italic.then_some(Markup::Italic))
}

/// Returns the character that a reference at the beginning of a text stands for, and what follows it.
fn reference(text: &str) -> Option<(char, &str)> {
    let common = REFERENCES.into_iter().find_map(|(name, letter)| Some((letter, without(text, name)?)));
    common.or_else(|| named(text)).or_else(|| numbered(text))
}

/// Like [`reference()`], for one of [`NAMED`].
fn named(text: &str) -> Option<(char, &str)> {
    let (name, after) = text.strip_prefix('&')?.split_once(';').filter(|(name, _)| name.len() < 10)?;
    let mut words = NAMED.split_whitespace();
    while let (Some(known), Some(letter)) = (words.next(), words.next()) {
        if known == name {
            return Some((letter.chars().next()?, after));
        }
    }
    None
}

/// Like [`reference()`], for a number: `&#8217;`, `&#x2019;`. Only what is printed may be written so, because other characters
/// may be invisible.
fn numbered(text: &str) -> Option<(char, &str)> {
    let (number, after) = text.strip_prefix("&#")?.split_once(';')?;
    let value = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    let letter = char::from_u32(value.ok()?)?;
    let is_printed = letter.is_ascii_graphic()
        || letter.is_alphanumeric()
        || matches!(letter, ' ' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{ff}')
        || matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '\u{2100}'..='\u{23ff}');
    is_printed.then_some((letter, after))
}

/// What people write before a DOI, in lowercase. Most of it may follow something else of it.
const BEFORE_DOI: [&str; 12] =
    ["https://", "http://", "www.", "dx.", "doi.org/", "info:", "urn:", "doi:", "doi/", "doi ", "[", "<"];

/// Returns a DOI without what people write around it: `https://www.doi.org/10.1/abc` becomes `10.1/abc`, and so does
/// `https://example.org/doi/abs/10.1/abc`, the address of a publisher.
pub fn bare_doi(doi: &str) -> &str {
    let doi = doi.trim();
    let mut bare = doi;
    while let Some(rest) = BEFORE_DOI.into_iter().find_map(|before| without(bare, before)) {
        bare = rest.trim_start();
    }
    if bare.len() < doi.len() {
        bare = if doi.starts_with('[') { bare.trim_end_matches(']') } else { bare };
        bare = if doi.starts_with('<') { bare.trim_end_matches('>') } else { bare };
    }
    if bare.starts_with("10.") {
        return bare;
    }
    bare.match_indices("/10.").map(|(at, _)| &bare[at + 1..]).find(|rest| is_doi(rest)).unwrap_or(bare)
}

/// Reports whether a text begins like a DOI: with the number of whoever registered it.
fn is_doi(text: &str) -> bool {
    let number = text.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    number.is_some_and(|(number, rest)| {
        number.len() >= 4 && number.bytes().all(|digit| digit.is_ascii_digit() || digit == b'.') && !rest.is_empty()
    })
}

/// What people write before the numbers of pages, in lowercase letters, which the style adds where it wants it.
const BEFORE_PAGES: [&str; 13] =
    ["pages", "page", "pp", "pgs", "pg", "p", "seiten", "seite", "págs", "pág", "стр", "s", "с"];

/// Returns the pages of a work without the word before them: `pp. 417–423` becomes `417–423`.
pub fn bare_pages(pages: &str) -> &str {
    let bare = BEFORE_PAGES.into_iter().find_map(|word| {
        let rest = pages.get(word.len()..).filter(|_| pages[..word.len()].to_lowercase() == word)?;
        let number = rest.strip_prefix('.').unwrap_or(rest).trim_start();
        let first = number.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let is_number = first.starts_with(|first: char| first.is_ascii_digit())
            || !first.is_empty() && first.bytes().all(|letter| b"ivxlcdm".contains(&letter));
        (is_number && number.len() < rest.len()).then_some(number)
    });
    bare.unwrap_or(pages)
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
            ("Caf&eacute; &Uuml;ber &szlig; &foo;", "Café Über ß &foo;"),
            ("Lenin&#x27;s &#38; &#34;no&#34;&#8203;", "Lenin's & \"no\"&#8203;"),
            ("<jats:italic>Homo</jats:italic> <italic>a</italic>", "[Italic Homo] [Italic a]"),
            ("<span style='font-variant: small-caps'>bc</span>", "[SmallCapitals bc]"),
            ("<span lang=\"de\" class=\"x nocase\">iPod</span>", "[NoCase iPod]"),
            ("<i class=\"x\">a</i> <inf>2</inf>", "[Italic a] [Subscript 2]"),
            ("a < i > b <span lang=\"de\">c</span>", "a < i > b <span lang=\"de\">c</span>"),
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
    fn pages_are_numbers() {
        for pages in ["pp. 417–423", "p. 417–423", "pp 417–423", "Seiten 417–423", "с. 417–423", "417–423"]
        {
            assert_eq!(bare_pages(pages), "417–423", "{pages}");
        }
        assert_eq!(bare_pages("pp. xii–xiv"), "xii–xiv");
        for pages in ["S12-S15", "p", "p. A1", "Part 2", "", "é"] {
            assert_eq!(bare_pages(pages), pages);
        }
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
            "urn:doi:10.1/abc",
            "[doi:10.1/abc]",
            "<https://doi.org/10.1/abc>",
        ] {
            assert_eq!(bare_doi(doi), "10.1/abc", "{doi}");
        }
        assert_eq!(bare_doi("10.1/doi:a"), "10.1/doi:a");
        assert_eq!(bare_doi("ü"), "ü");
        assert_eq!(bare_doi("https://example.org/doi/abs/10.1000/182"), "10.1000/182");
        assert_eq!(bare_doi("https://example.org/10.1"), "example.org/10.1");
        assert_eq!(bare_doi("10.1000/(SICI)1<1::AID>2]"), "10.1000/(SICI)1<1::AID>2]");
    }
}
