//! The dates that belong to a line, as a story may have them.

use palimpsest_compiler::rules;
use palimpsest_story::CalendarDay;

use super::date::{When, iso, parse};
use super::{Reader, at, record::Record};

/// A date that the fields of a story accept; empty if there is none.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    /// In EDTF.
    pub(super) edtf: Option<String>,
    /// The first and the last day that it may mean.
    pub(super) first: Option<CalendarDay>,
    pub(super) last: Option<CalendarDay>,
}

/// What a date is needed for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// A birth or a death, which needs a first and a last day.
    Both,
    /// An event or an office, which needs a first day.
    First,
    /// A relation, which takes whatever is known.
    Any,
}

impl Reader<'_> {
    /// The date of a line. If it gives only one bound, the other is the date of `after` or `before`, between which it lies.
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
        if value.is_empty() {
            comments.extend(phrase.map(|phrase| format!("{}: the file dates {} “{phrase}”", at(line), record.tag)));
            return Dated::default();
        }
        let bound = |date: Option<&Dated>, is_first: bool| {
            let date = date?;
            let plain = date.edtf.as_ref().filter(|edtf| is_plain(edtf));
            plain.cloned().or_else(|| if is_first { date.first } else { date.last }.map(iso))
        };
        let (edtf, loss) = match parse(value) {
            When::At(edtf, loss) => (Some(edtf), loss),
            When::Before(date) => (bound(after, true).map(|first| format!("[{first}..{date}]")), None),
            When::After(date) => (bound(before, false).map(|last| format!("[{date}..{last}]")), None),
            When::Words => (None, None),
        };
        let tried = edtf.and_then(|edtf| self.tried(edtf, need));
        let phrased = phrase.map(|phrase| format!(" (“{phrase}”)")).unwrap_or_default();
        if let Some(dated) = &tried {
            let written = dated.edtf.as_deref().unwrap_or_default();
            let lost = loss.map(|loss| format!("became {written}, which does not record {loss}"));
            let lost = lost.or_else(|| (!phrased.is_empty()).then(|| format!("became {written}, without these words")));
            if let Some(why) = lost {
                self.draft.leave(at(line), format!("{} DATE {value}{phrased}", record.tag), why);
            }
        } else {
            let why = if need == Need::Any { "" } else { "; a range needs both ends, as in 1830/1850" };
            comments.push(format!("{}: the file dates {} {value}{phrased}{why}", at(line), record.tag));
        }
        tried.unwrap_or_default()
    }

    /// A date, if the compiler accepts it for what it is needed for.
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

/// Whether a date is a year, a month or a day, without marks.
pub(super) fn is_plain(edtf: &str) -> bool {
    edtf.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}
