//! Queries that ask for years and nothing else.

use super::fold::Letter;
use crate::years::Years;

/// Returns the years that the words of a query ask for, limited to `whole`: “1927”, “1927–1929”, “1927-29”, “1920s”. Returns
/// `None` if they ask for anything else, for years outside `whole`, or for all of it.
pub(super) fn period(words: &[&[Letter]], whole: Years) -> Option<Years> {
    let mut period: Option<Years> = None;
    for word in words {
        let (years, unit) = years(word)?;
        period = Some(match period {
            None => years,
            Some(_) if words.len() > 2 => return None,
            // The second year of “1927-29” is short for 1929, and that of “1899-02” for 1902.
            Some(first) if unit < 1000 && first.from >= unit => {
                let start = first.from / unit * unit;
                let turn = if start + years.to < first.from { unit } else { 0 };
                Years { from: first.from, to: first.to.max(start + turn + years.to) }
            }
            Some(first) => Years { from: first.from.min(years.from), to: first.to.max(years.to) },
        });
    }
    let Years { from, to } = period.filter(|years| years.from <= whole.to && years.to >= whole.from)?;
    Years::within(from, to, whole)
}

/// Parses a year of at most four digits, or a decade, and returns it with ten to the power of the number of its digits.
fn years(word: &[Letter]) -> Option<(Years, i32)> {
    let (digits, more) = match word {
        [digits @ .., last] if last.code == u32::from(b's') && digits.len() > 1 => (digits, 9),
        _ => (word, 0),
    };
    let (mut from, mut unit) = (0, 1);
    for digit in digits {
        let digit = char::from_u32(digit.code).and_then(|digit| digit.to_digit(10))?;
        if unit > 1000 {
            return None;
        }
        from = from * 10 + i32::try_from(digit).ok()?;
        unit *= 10;
    }
    Some((Years { from, to: from + more }, unit))
}

#[cfg(test)]
mod tests {
    use crate::search::fold::Folded;
    use crate::years::Years;

    fn period(query: &str, stop_words: &str, whole: Years) -> Option<Years> {
        let (query, stop_words) = (Folded::of(query), Folded::of(stop_words));
        super::period(&query.without(&stop_words), whole)
    }

    const WHOLE: Years = Years { from: 1879, to: 2001 };

    #[test]
    fn years_are_read_as_people_write_them() {
        for (query, years) in [
            ("1927", Some((1927, 1927))),
            ("in 1927?", Some((1927, 1927))),
            ("1927-1929", Some((1927, 1929))),
            ("1927–1929", Some((1927, 1929))),
            ("1927 — 1929", Some((1927, 1929))),
            ("1929-1927", Some((1927, 1929))),
            ("0001", None),
            ("1927 1929", Some((1927, 1929))),
            ("1927/29", Some((1927, 1929))),
            ("1927-29", Some((1927, 1929))),
            ("from 1927 to 1929", Some((1927, 1929))),
            ("between 1927 and 1929", Some((1927, 1929))),
            ("1938-9", Some((1938, 1939))),
            ("1938-0", Some((1938, 1940))),
            ("1899-02", Some((1899, 1902))),
            ("١٩٢٧", Some((1927, 1927))),
            ("1920s", Some((1920, 1929))),
            ("the 1920s", Some((1920, 1929))),
            ("1920s to 1930s", Some((1920, 1939))),
            ("1800-1917", Some((1879, 1917))),
            ("1999-2026", Some((1999, 2001))),
            ("1879-2001", None),
            ("1812", None),
            ("192", None),
            ("19270", None),
            ("99999999999999999999", None),
            ("1927 1928 1929", None),
            ("kronstadt 1921", None),
            ("1921 kronstadt", None),
            ("8 March 1921", None),
            ("to", None),
            ("s", None),
            ("", None),
        ] {
            let expected = years.map(|(from, to)| Years { from, to });
            assert_eq!(period(query, "and between from in the to", WHOLE), expected, "{query}");
        }
    }

    #[test]
    fn early_years_have_fewer_digits() {
        let whole = Years { from: -44, to: 476 };
        assert_eq!(period("64", "", whole), Some(Years { from: 64, to: 64 }));
        assert_eq!(period("64-69", "", whole), Some(Years { from: 64, to: 69 }));
        assert_eq!(period("410-476", "", whole), Some(Years { from: 410, to: 476 }));
    }
}
