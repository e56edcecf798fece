//! Rare forms of EDTF that a page has no words for, and how to say the same: `2001-34` is a quarter, `1950S2` a year of which
//! two digits are significant, `1984-1X` one of the last months.

use palimpsest_words::Words;

use crate::typed_date::Parse;

/// Returns the EDTF date that says the same as a rare form, in a form that has words.
pub(crate) fn instead(edtf: &str, words: &Words, parse: Parse) -> Option<String> {
    let known = [part_of_year, significant, exponent, open_set, unknown_years, half_known];
    known.into_iter().filter_map(|read| read(edtf)).find(|edtf| parse(edtf, words).is_ok())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Reads seasons of a hemisphere, quarters, periods of four months, and halves of a year.
fn part_of_year(edtf: &str) -> Option<String> {
    let (year, part) = edtf.split_at_checked(4)?;
    let part = part.strip_prefix('-').filter(|part| part.len() == 2 && is_number(year))?;
    let months = |first: u8, length: u8| format!("{year}-{first:02}/{year}-{:02}", first + length - 1);
    match part.parse().ok()? {
        season @ 25..=32_u8 => Some(format!("{year}-{}", 21 + (season - 25) % 4)),
        quarter @ 33..=36 => Some(months((quarter - 33) * 3 + 1, 3)),
        third @ 37..=39 => Some(months((third - 37) * 4 + 1, 4)),
        half @ 40..=41 => Some(months((half - 40) * 6 + 1, 6)),
        _ => None,
    }
}

/// Reads a year of which two or three digits are significant.
fn significant(edtf: &str) -> Option<String> {
    let (year, digits) = edtf.split_once('S').filter(|(year, _)| year.len() == 4 && is_number(year))?;
    match digits {
        "2" => Some(format!("{}XX", &year[..2])),
        "3" => Some(format!("{}X", &year[..3])),
        "4" => Some(year.to_owned()),
        _ => None,
    }
}

/// Reads a year with an exponent.
fn exponent(edtf: &str) -> Option<String> {
    let year = edtf.strip_prefix('Y')?;
    let (sign, year) = year.strip_prefix('-').map_or(("", year), |year| ("-", year));
    let (base, zeros) = year.split_once('E').filter(|(base, zeros)| is_number(base) && is_number(zeros))?;
    let year = base.parse::<i64>().ok()?.checked_mul(10_i64.checked_pow(zeros.parse().ok()?)?)?;
    Some(if year > 9999 { format!("Y{sign}{year}") } else { format!("{sign}{year:04}") })
}

/// Reads a set that is all dates of a range, or one of those before or after a date.
fn open_set(edtf: &str) -> Option<String> {
    let is_all = edtf.starts_with('{');
    let inner = edtf.strip_prefix(['[', '{'])?.strip_suffix([']', '}'])?;
    let (start, end) = inner.split_once("..").filter(|_| !inner.contains(','))?;
    let open = |date: &str| if date.is_empty() { "..".to_owned() } else { date.to_owned() };
    (is_all || start.is_empty() || end.is_empty()).then(|| format!("{}/{}", open(start), open(end)))
}

/// Reads a year whose last three digits nobody knows.
fn unknown_years(edtf: &str) -> Option<String> {
    let digit = edtf.strip_suffix("XXX").filter(|digit| digit.len() == 1 && is_number(digit))?;
    Some(format!("[{digit}000..{digit}999]"))
}

/// Reads a month or a day whose last digit nobody knows.
fn half_known(edtf: &str) -> Option<String> {
    let known = edtf.strip_suffix('X')?;
    let (before, digit) = known.split_at_checked(known.len().checked_sub(1)?)?;
    let is_day = before.len() == "1921-03-".len();
    if !is_day && before.len() != "1921-".len() {
        return None;
    }
    let (first, last) = match (is_day, digit) {
        (_, "0") => (1, 9),
        (false, "1") => (10, 12),
        (true, "1") => (10, 19),
        (true, "2") => (20, 29),
        (true, "3") => (30, 31),
        _ => return None,
    };
    Some(format!("[{before}{first:02}..{before}{last:02}]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_forms_are_said_in_others() {
        let words = Words::default();
        for (rare, expected) in [
            ("2001-25", Some("2001-21")),
            ("2001-32", Some("2001-24")),
            ("2001-34", Some("2001-04/2001-06")),
            ("2001-37", Some("2001-01/2001-04")),
            ("2001-41", Some("2001-07/2001-12")),
            ("2001-42", None),
            ("1950S2", Some("19XX")),
            ("1950S3", Some("195X")),
            ("1950S4", Some("1950")),
            ("1950S1", None),
            ("Y171010000S3", None),
            ("Y17E3", Some("Y17000")),
            ("Y-17E3", Some("Y-17000")),
            ("Y19E2", Some("1900")),
            ("Y17E7", None),
            ("Y3388E2S3", None),
            ("Y1E99999999999", None),
            ("[..1984]", Some("../1984")),
            ("[1760-12..]", Some("1760-12/..")),
            ("{1667..1672}", Some("1667/1672")),
            ("{..1984}", Some("../1984")),
            ("{1667,1668}", None),
            ("{..}", None),
            ("[1667,1670..]", None),
            ("1XXX", Some("[1000..1999]")),
            ("1984-1X", Some("[1984-10..1984-12]")),
            ("1984-0X", Some("[1984-01..1984-09]")),
            ("1984-03-1X", Some("[1984-03-10..1984-03-19]")),
            ("1984-02-3X", None),
            ("ü-1X", None),
            ("", None),
            ("X", None),
        ] {
            assert_eq!(instead(rare, &words, crate::date::parse).as_deref(), expected, "{rare}");
        }
    }
}
