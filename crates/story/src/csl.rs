//! What the texts of CSL-JSON contain, in which [`Source::csl`](crate::Source::csl) is written.
//!
//! The page and the citations for other programs read it in the same way.

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

/// Returns a text without what it begins with, in uppercase or lowercase letters. Returns `None` if it begins otherwise.
fn without<'text>(text: &'text str, beginning: &str) -> Option<&'text str> {
    let (begins, rest) = text.split_at_checked(beginning.len())?;
    begins.eq_ignore_ascii_case(beginning).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

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
