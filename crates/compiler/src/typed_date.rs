//! What was probably meant by a date that is not EDTF: `8 January 1887`, `c. 1887`, `8.1.1887`, `44 BC`, `1880s`.

use palimpsest_story::Date;
use palimpsest_words::Words;

use crate::typed_text::{about, bounded, cleaned, edtf, part, third, unknown};

use self::names::{Era, letters};

mod names;

/// Parses a date in EDTF and puts it into words.
pub(crate) type Parse = fn(&str, &Words) -> Result<Date, (usize, String)>;

/// Words without a meaning of their own in a date, without accents.
const FILLERS: &str = "the of in on from year a vom von den der dem am im jahr jahre de del du le la el les l en ano an года годы \
    год году г monday tuesday wednesday thursday friday saturday sunday";

/// What follows the number of a day, without accents.
const ORDINALS: &str = "st nd rd th er re e eme º го";

/// Words for a century, without accents.
const CENTURIES: &str = "century cent c jahrhundert jh jhd jhdt";

/// What separates the ends of a range, the least ambiguous first.
const BETWEEN: [&str; 14] =
    ["/", "–", " - ", "..", " to ", " bis ", " until ", " till ", " through ", " au ", " al ", " hasta ", " по ", "-"];

/// The marks of a day of the Julian calendar.
const OLD_STYLE: [&str; 6] = [" os", "(os)", " o.s", "(o.s.)", " old style", "(old style)"];

/// Words for an end that is not there yet.
const PRESENT: [&str; 6] = ["", "present", "now", "today", "heute", "..."];

/// The length, in bytes, of the longest text that may be a date.
const LONGEST: usize = 100;

/// Returns the EDTF dates that were probably meant, or nothing if the text could mean anything. Month names are those of
/// `words` and English ones, or else those of any other language. Two dates mean that the text is ambiguous.
pub(crate) fn meant(typed: &str, words: &Words, parse: Parse) -> Vec<String> {
    if typed.len() > LONGEST {
        return Vec::new();
    }
    let text = cleaned(typed);
    let [usual, others] = names::languages(words);
    let mut reader = Reader::new(usual, parse);
    let mut found = reader.read(&text);
    if found.is_empty() && text.contains('年') {
        found = reader.read(text.replace(['年', '月'], "-").replace('日', "").trim_end_matches('-'));
    }
    // Only a name of a month can be in another language; numbers are in none.
    if found.is_empty() && text.contains(char::is_alphabetic) {
        for language in others {
            reader.names = names::months(&[language]);
            found.extend(reader.read(&text));
        }
        found = reader.kept(found);
    }
    found.retain(|edtf| edtf != typed);
    found
}

/// Reports whether a word is one of a list.
fn is_among(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Returns the words of a text, without those that mean nothing.
fn tokens(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !is_among(FILLERS, word)).collect()
}

/// Returns the number that a word is, and how many digits it has. An ordinal is a number, too.
fn number(word: &str) -> Option<(i64, usize)> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    let number = number.parse::<i64>().ok().filter(|_| digits <= 8)?;
    (rest.is_empty() || number <= 31 && is_among(ORDINALS, rest)).then_some((number, digits))
}

struct Reader {
    /// The language of the story, and English.
    languages: Vec<Words>,
    names: Vec<(String, u8)>,
    eras: Vec<Era>,
    parse: Parse,
}

impl Reader {
    fn new(languages: Vec<Words>, parse: Parse) -> Self {
        let (names, eras) = (names::months(&languages), names::eras(&languages));
        Self { languages, names, eras, parse }
    }

    fn is_date(&self, edtf: &str) -> bool {
        (self.parse)(edtf, &self.languages[0]).is_ok()
    }

    /// Reads a date with its marks.
    fn read(&self, text: &str) -> Vec<String> {
        if let Some(bare) = OLD_STYLE.iter().find_map(|mark| text.strip_suffix(mark)) {
            return self.marked(bare.trim(), " OS");
        }
        let day = text.get(..10).filter(|day| text[day.len()..].starts_with(['t', ' ']) && text.contains(':'));
        if let Some(day) = day.filter(|day| self.is_date(day)) {
            return vec![day.to_owned()];
        }
        let pieces: Vec<&str> = text.split(' ').collect();
        let is_digit = |letter: char| letter.is_ascii_digit();
        let is_apart = pieces.windows(2).any(|pair| pair[0].ends_with(is_digit) && pair[1].starts_with(is_digit));
        let upper = pieces.concat().to_uppercase();
        if !is_apart && self.is_date(&upper) {
            return vec![upper];
        }
        // Databases write 00 for what they do not know.
        if let Some(bare) = text.strip_suffix("-00") {
            return self.read(bare);
        }
        if let Some((bare, is_last)) = bounded(text) {
            let open = |edtf: String| if is_last { format!("../{edtf}") } else { format!("{edtf}/..") };
            return self.kept(self.read(bare).into_iter().map(open));
        }
        if let Some(unknown) = unknown(text) {
            return self.kept([unknown]);
        }
        if let Some(bare) = ["(?)", "?"].iter().find_map(|mark| text.strip_suffix(mark)) {
            return self.marked(bare.trim(), "?");
        }
        if let Some(bare) = about(text) {
            return self.marked(bare, "~");
        }
        if let Some((bare, position)) = part(text) {
            let parts = self.read(bare).into_iter().flat_map(|edtf| third(&edtf, position));
            return self.kept(parts).into_iter().take(1).collect();
        }
        for found in [self.loose(text), self.as_said(text)] {
            if !found.is_empty() {
                return found;
            }
        }
        self.dated(text)
    }

    /// Reads a date, and adds a mark to each of its ends.
    fn marked(&self, text: &str, mark: &str) -> Vec<String> {
        let ends = |edtf: String| match mark {
            " OS" => edtf + mark,
            _ => edtf.split('/').map(|end| format!("{end}{mark}")).collect::<Vec<_>>().join("/"),
        };
        let found: Vec<String> = self.read(text).into_iter().map(ends).collect();
        self.kept(found)
    }

    /// Returns what is valid, without duplicates.
    fn kept(&self, found: impl IntoIterator<Item = String>) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        for edtf in found {
            if !kept.contains(&edtf) && self.is_date(&edtf) {
                kept.push(edtf);
            }
        }
        kept
    }

    /// Returns the EDTF date for which a page would print these words, in the language of the story or in English.
    fn as_said(&self, text: &str) -> Vec<String> {
        let numbers: Vec<i64> =
            text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
        let mut candidates: Vec<String> = Vec::new();
        match numbers[..] {
            [] | [1..=21] => candidates.extend((0..=20).map(|century| format!("{century:02}XX"))),
            [year] if year <= 9999 => {
                let plain = edtf(year, None, None);
                candidates.extend((21..=24).map(|season| format!("{plain}-{season}")));
                candidates.extend([
                    format!("{plain}?"),
                    format!("{plain}/.."),
                    format!("../{plain}"),
                    format!("{plain}~"),
                ]);
                candidates.extend((year % 10 == 0).then(|| format!("{:03}X", year / 10)));
            }
            [from, to] if from.max(to) <= 9999 => {
                let [from, to] = [from, to].map(|year| edtf(year, None, None));
                candidates.extend([format!("[{from}..{to}]"), format!("[{from},{to}]")]);
            }
            _ => {}
        }
        let bare = tokens(text).concat();
        candidates.retain(|edtf| {
            self.languages.iter().any(|words| {
                (self.parse)(edtf, words).is_ok_and(|date| tokens(&cleaned(&date.text())).concat() == bare)
            })
        });
        candidates
    }

    /// Reads decades and centuries as people shorten them: `1880s`, `1880er`, `19th c.`, `19. Jh.`
    fn loose(&self, text: &str) -> Vec<String> {
        let found = match tokens(text)[..] {
            [word] if word.len() > 4 && word.is_char_boundary(4) && ["s", "er"].contains(&&word[4..]) => {
                let Ok(year) = word[..4].parse::<u32>() else { return Vec::new() };
                let decade = (year % 10 == 0).then(|| format!("{:03}X", year / 10));
                let century = (year % 100 == 0).then(|| format!("{:02}XX", year / 100));
                century.into_iter().chain(decade).collect()
            }
            [word, century] if is_among(CENTURIES, century) => match number(word) {
                Some((century @ 1..=21, _)) => vec![format!("{:02}XX", century - 1)],
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        self.kept(found)
    }

    /// Reads a date or a range without marks.
    fn dated(&self, text: &str) -> Vec<String> {
        if let Some(digits) = text.strip_prefix('-').filter(|digits| digits.len() < 4)
            && let Ok(year) = digits.parse::<i64>()
        {
            // Either of the two ways to count is meant.
            return self.kept([edtf(1 - year, None, None), edtf(-year, None, None)]);
        }
        let (text, is_bc) = self.without_era(text);
        let is_open = text.ends_with(['-', '–']);
        let mut found = if is_open { Vec::new() } else { self.kept(self.plain(text, is_bc)) };
        if found.is_empty() || text.contains('/') && tokens(text).len() == 2 {
            found.extend(self.range(text, is_bc));
        }
        self.kept(found)
    }

    /// Returns a text without the mark of its era, and whether that is before Christ.
    fn without_era<'t>(&self, text: &'t str) -> (&'t str, Option<bool>) {
        let (Some(first), Some(last)) =
            (text.find(|at: char| at.is_ascii_digit()), text.rfind(|at: char| at.is_ascii_digit()))
        else {
            return (text, None);
        };
        let (before, after) = (letters(&text[..first]), letters(&text[last + 1..]));
        for era in &self.eras {
            if era.before == before && era.after == after {
                return (&text[first..=last], Some(era.is_bc));
            }
            if era.before.is_empty() && era.after == after {
                return (&text[..=last], Some(era.is_bc));
            }
        }
        (text, None)
    }

    /// Returns the dates that a year, a month and a day in any order may mean. `is_bc` is the era, if it is given.
    fn plain(&self, text: &str, is_bc: Option<bool>) -> Vec<String> {
        let (mut numbers, mut month) = (Vec::new(), None);
        for word in tokens(text) {
            match (number(word), self.month(word)) {
                (Some(number), _) => numbers.push(number),
                (None, Some(named)) if month.is_none() => month = Some(named),
                _ => return Vec::new(),
            }
        }
        let is_year = |(_, digits): &(i64, usize)| is_bc.is_some() || (3..=4).contains(digits);
        let date = |year: (i64, usize), month: Option<i64>, day: Option<i64>| {
            let small = |number: Option<i64>| number.map(|number| u8::try_from(number).unwrap_or(0));
            edtf(if is_bc == Some(true) { 1 - year.0 } else { year.0 }, small(month), small(day))
        };
        match (month, numbers.as_slice()) {
            (Some(month), &[year]) if is_year(&year) => vec![date(year, Some(month), None)],
            (Some(month @ 1..=12), &[day, year]) if is_year(&year) && day.1 < 3 => {
                vec![date(year, Some(month), Some(day.0))]
            }
            (Some(month @ 1..=12), &[year, day]) if is_year(&year) => vec![date(year, Some(month), Some(day.0))],
            (None, &[year]) if is_year(&year) => vec![date(year, None, None)],
            (None, &[(day, 8)]) => {
                vec![edtf(day / 10000, u8::try_from(day / 100 % 100).ok(), u8::try_from(day % 100).ok())]
            }
            (None, &[(year, 5..=6)]) => vec![edtf(year, None, None)],
            // With a dash, it is the end of a range.
            (None, &[year, end]) if text.contains('–') && end.0 > year.0 % 100 => Vec::new(),
            (None, &([year, month] | [month, year])) if year.1 > 2 && month.1 < 3 => {
                vec![date(year, Some(month.0), None)]
            }
            (None, &[year, one, two]) if year.1 > 2 => {
                let usual = date(year, Some(one.0), Some(two.0));
                if self.is_date(&usual) { vec![usual] } else { vec![date(year, Some(two.0), Some(one.0))] }
            }
            (None, &[one, two, year]) if is_year(&year) => {
                let (day_first, month_first) =
                    (date(year, Some(two.0), Some(one.0)), date(year, Some(one.0), Some(two.0)));
                // With stops, nobody puts the month first.
                let is_dotted = text.matches('.').count() == 2 && self.is_date(&day_first);
                match is_dotted {
                    true => vec![day_first],
                    false if self.languages[0].is_month_first() => vec![month_first, day_first],
                    false => vec![day_first, month_first],
                }
            }
            _ => Vec::new(),
        }
    }

    /// Returns the number of a month or a season, given its name or at least three letters of a month's name.
    fn month(&self, word: &str) -> Option<i64> {
        if let Some((_, number)) = self.names.iter().find(|(name, _)| name == word) {
            return Some(i64::from(*number));
        }
        let begins = |(name, number): &&(String, u8)| *number <= 12 && name.starts_with(word);
        let mut found = self.names.iter().filter(begins).map(|(_, number)| i64::from(*number));
        let first = found.next().filter(|_| word.chars().count() >= 3)?;
        found.all(|number| number == first).then_some(first)
    }

    /// Reads a range whose ends may share a month or a year, which stands at one of them.
    fn range(&self, text: &str, is_bc: Option<bool>) -> Vec<String> {
        let Some((start, end)) = BETWEEN.iter().find_map(|between| text.split_once(between)) else { return Vec::new() };
        let (start, end) = (start.trim(), end.trim());
        let one = |text: &str| match self.side(text, is_bc).as_slice() {
            [edtf] => Some(edtf.clone()),
            _ => None,
        };
        if PRESENT.contains(&end) {
            return self.kept(one(start).map(|start| format!("{start}/..")));
        }
        let (first, last): (Vec<_>, Vec<_>) = (start.split(' ').collect(), end.split(' ').collect());
        let (month, year) = (first[0], last[last.len() - 1]);
        let century = number(start).zip(number(end)).and_then(|((from, digits), (to, few))| {
            let whole = if few == 1 { 10 } else { 100 };
            (digits == 4 && few < 3 && to > from % whole).then(|| format!("{}", from - from % whole + to))
        });
        // `5-8.3.1953`: the start has the month and the year of the end.
        let (bare, dotted) = (start.trim_end_matches('.'), end.split('.').collect::<Vec<_>>());
        let missing = dotted.get(bare.split('.').count()..).unwrap_or_default().join(".");
        let shared = [
            (start.to_owned(), century.unwrap_or_else(|| end.to_owned())),
            (format!("{start} {}", last[1..].join(" ")), end.to_owned()),
            (format!("{start} {year}"), end.to_owned()),
            (format!("{start} {year}"), format!("{month} {end}")),
            (format!("{bare}.{missing}"), end.to_owned()),
        ];
        // Where an end gets its year from the other, both are equally exact.
        let exactness = |edtf: &str| edtf.trim_start_matches('-').matches('-').count();
        let found = shared.iter().enumerate().find_map(|(attempt, (start, end))| {
            let (start, end) = (one(start)?, one(end)?);
            let range = format!("{start}/{end}");
            (start != end && (attempt == 0 || exactness(&start) == exactness(&end)) && self.is_date(&range))
                .then_some(range)
        });
        found.into_iter().collect()
    }

    /// Reads an end of a range.
    fn side(&self, text: &str, is_bc: Option<bool>) -> Vec<String> {
        if let Some(bare) = about(text) {
            return self.side(bare, is_bc).into_iter().map(|edtf| format!("{edtf}~")).collect();
        }
        let (bare, own) = self.without_era(text);
        let found = self.kept(self.plain(bare, own.or(is_bc)));
        if found.is_empty() && self.is_date(&bare.to_uppercase()) {
            return vec![bare.to_uppercase()];
        }
        if found.is_empty() { self.loose(bare) } else { found }
    }
}

#[cfg(test)]
mod tests;
