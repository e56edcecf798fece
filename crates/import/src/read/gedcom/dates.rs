//! The dates of lines, in forms that a story accepts.

use palimpsest_compiler::rules;
use palimpsest_story::CalendarDay;

use super::date::{When, iso, parse};
use super::{Reader, at, record::Record};

/// A date that the fields of a story accept; empty if there is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    /// The date in EDTF.
    pub(super) edtf: Option<String>,
    /// The first and the last possible day.
    pub(super) first: Option<CalendarDay>,
    pub(super) last: Option<CalendarDay>,
}

/// The use of a date, which determines its requirements.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// A birth or a death, which needs a first and a last day.
    Both,
    /// An event or an office, which needs a first day.
    First,
    /// A relation, which accepts everything that is known.
    Any,
}

impl Reader<'_> {
    /// Returns the date of a line. If it gives only one bound, the other is the date of `after` or `before`, between which
    /// it lies.
    pub(super) fn dated(
        &mut self,
        record: &Record,
        need: Need,
        [after, before]: [Option<&Dated>; 2],
        comments: &mut Vec<String>,
    ) -> Dated {
        let Some(line) = record.take("DATE") else { return Dated::default() };
        let phrase = line.take_text("PHRASE");
        let value = line.value.trim();
        let said = [Some(value.to_owned()), phrase.as_ref().map(|phrase| format!("(“{phrase}”)"))];
        let said = said.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        if said.is_empty() {
            return Dated::default();
        }
        let said = format!("{} DATE {said}", record.tag);
        let bound = |date: Option<&Dated>, is_first: bool| {
            let date = date?;
            let plain = date.edtf.as_ref().filter(|edtf| is_plain(edtf));
            plain.cloned().or_else(|| if is_first { date.first } else { date.last }.map(iso))
        };
        let when = parse(value);
        let is_read = when != When::Words;
        // If the other end is unknown, a bound becomes an open range, if that is allowed.
        let (edtf, loss) = match when {
            When::At(edtf, loss) => (Some(edtf), loss),
            When::Before(date) => match bound(after, true) {
                Some(first) => (Some(format!("[{first}..{date}]")), None),
                None => (Some(format!("../{date}")), Some("that it was some time before".to_owned())),
            },
            When::After(date) => match bound(before, false) {
                Some(last) => (Some(format!("[{date}..{last}]")), None),
                None => (Some(format!("{date}/..")), Some("that it was some time after".to_owned())),
            },
            When::Words => (None, None),
        };
        let (edtf, loss) = match edtf.as_deref().and_then(level) {
            Some(level) => (Some(level), loss.or_else(|| Some("how exact its ends are".to_owned()))),
            None => (edtf, loss),
        };
        let tried = edtf.and_then(|edtf| self.tried(edtf, need));
        if let Some(dated) = &tried {
            let written = dated.edtf.as_deref().unwrap_or_default();
            let lost = loss.map(|loss| format!("became {written}, which does not say {loss}"));
            let lost = lost.or_else(|| phrase.map(|_| format!("became {written}, without these words")));
            if let Some(why) = lost {
                self.draft.leave(at(line), said, why);
            }
        } else {
            let why = match need {
                _ if !is_read && (value.is_empty() || value.contains('(')) => {
                    "words are no date: write in EDTF what they say, as in 1783~"
                }
                _ if !is_read => "this is no date that GEDCOM has: write it in EDTF",
                Need::Both => "a birth or a death has no open end: write the range that it lies in, as in 1787/1800",
                Need::First => "an event has a first day: write the range that it lies in, as in 1780/1787",
                Need::Any => "a story cannot say this date",
            };
            self.wait(line, &said, why, comments);
        }
        tried.unwrap_or_default()
    }

    /// Returns a date if the compiler accepts it for this use.
    pub(super) fn tried(&self, edtf: String, need: Need) -> Option<Dated> {
        let date = rules::date(&edtf, &self.words).ok()?;
        let is_fit = match need {
            Need::Both => date.extent.is_some(),
            Need::First => date.earliest.is_some(),
            Need::Any => true,
        };
        is_fit.then_some(Dated { edtf: Some(edtf), first: date.earliest, last: date.latest })
    }
}

/// Reports whether a date is a year, a month or a day, without marks.
pub(super) fn is_plain(edtf: &str) -> bool {
    edtf.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// Converts a set of two dates of different precision, which EDTF does not allow, by cutting both to the precision they
/// share. Returns `None` for any other date.
fn level(edtf: &str) -> Option<String> {
    let (from, to) = edtf.strip_prefix('[')?.strip_suffix(']')?.split_once("..")?;
    let parts = |date: &str| date.trim_start_matches('-').matches('-').count();
    let (fewest, most) = (parts(from).min(parts(to)), parts(from).max(parts(to)));
    let cut = |date: &str| {
        let spare = parts(date) - fewest;
        date.rsplitn(spare + 1, '-').last().unwrap_or(date).to_owned()
    };
    let (from, to) = (cut(from), cut(to));
    (fewest < most).then(|| if from == to { from } else { format!("[{from}..{to}]") })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_date_between_two_is_as_exact_as_both() {
        for (given, level) in [
            ("[1740..1772-12-31]", Some("[1740..1772]")),
            ("[1904-01-01..1904-03]", Some("[1904-01..1904-03]")),
            ("[1904-05-02..1904]", Some("1904")),
            ("[-0043-03..-0040]", Some("[-0043..-0040]")),
            ("[1740..1772]", None),
            ("1740-05/1772", None),
        ] {
            assert_eq!(super::level(given).as_deref(), level, "{given}");
        }
    }
}
