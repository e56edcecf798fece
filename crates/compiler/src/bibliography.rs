//! Citations of works in the Chicago author-date style, formatted by hayagriva.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayagriva::citationberg::json::{Item, NameItem, NameValue, Value};
use hayagriva::citationberg::{FontStyle, LocaleCode};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren, ElemMeta,
};
use palimpsest_story::{Inline, Mark, Prose};

use crate::csl;
use crate::csl::date::CslDate;
use crate::csl::quotes::Nesting;
use crate::csl::style::{QuotationMarks, STYLE, locale_code};
use crate::csl::text::Emphasis;
use crate::works::Work;

/// A work with its citation.
pub(crate) struct Cited<'a> {
    pub work: &'a Work,
    /// The author and the year: `Avrich 1970`.
    pub short: String,
    /// The author alone, or an empty string if `short` does not begin with one.
    pub author: String,
    pub citation: Prose,
}

/// What the style printed for a work: the author and the year, and the whole citation.
struct Printed {
    short: ElemChildren,
    whole: ElemChildren,
}

/// Returns the citations in alphabetical order, and the works that cannot be cited. `language` is the language tag of the
/// page; the words, dates and quotation marks of the style are those of the CSL locale of this language.
pub(crate) fn cited<'a>(works: &'a [Work], language: &str) -> (Vec<Cited<'a>>, Vec<&'a Work>) {
    if works.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let locale = locale_code(language);
    let marks = QuotationMarks::of(&locale);
    let printed = |items: &mut dyn Iterator<Item = &'a Item>| printed(items, &locale);
    let works = roughly_sorted(works);
    let (order, sound, broken) = if let Some(order) = printed(&mut works.iter().map(|work| &work.plain)) {
        (order, works, Vec::new())
    } else {
        let is_sound = |work: &&'a Work| printed(&mut [&work.plain, &work.item].into_iter()).is_some();
        let (sound, broken): (Vec<&Work>, Vec<&Work>) = works.into_iter().partition(is_sound);
        (printed(&mut sound.iter().map(|work| &work.plain)).unwrap_or_default(), sound, broken)
    };
    let by_id: BTreeMap<&str, &Work> = sound.iter().rev().map(|work| (work.id.as_str(), *work)).collect();
    let marked = sound.iter().any(|work| work.item != work.plain);
    let mut in_order = order.iter().filter_map(|(id, _)| by_id.get(id.as_str()).map(|work| &work.item));
    let shown = if marked { printed(&mut in_order) } else { None };
    let mut shown: BTreeMap<String, Printed> = shown.unwrap_or_default().into_iter().collect();
    let mut list = Vec::new();
    for (id, plain) in order {
        let Some(work) = by_id.get(id.as_str()) else { continue };
        let mut cited = cite(work, &shown.remove(&id).unwrap_or(plain), &marks);
        restore_name(&mut cited, &locale, &marks);
        list.push(cited);
    }
    tell_apart(&mut list);
    (list, broken)
}

/// Returns the works in roughly the order of the style. The library prints two works to compare them, so the fewer
/// comparisons it needs, the better.
fn roughly_sorted(works: &[Work]) -> Vec<&Work> {
    let key = |work: &&Work| {
        let field = |name: &str| work.plain.0.get(name);
        let maker = makers(work).map(|names| names.iter().map(name).collect::<String>());
        let title = match field("title") {
            Some(Value::String(title)) => title.to_lowercase(),
            _ => String::new(),
        };
        (maker.unwrap_or_else(|| title.clone()), work.issued.as_ref().map(CslDate::year), title)
    };
    let mut sorted: Vec<&Work> = works.iter().collect();
    sorted.sort_by_cached_key(key);
    sorted
}

/// Returns the people under whom a work is listed: its authors, or else those of the roles that the style takes instead.
fn makers(work: &Work) -> Option<&[NameValue]> {
    ["author", "editor", "translator"].into_iter().find_map(|role| match work.plain.0.get(role) {
        Some(Value::Names(names)) if !names.is_empty() => Some(names.as_slice()),
        _ => None,
    })
}

/// Returns a name in the form by which lists are sorted.
fn name(name: &NameValue) -> String {
    let name = match name {
        NameValue::Item(name) => format!("{} {} ", name.family, name.given.as_deref().unwrap_or_default()),
        NameValue::Literal(name) => format!("{} ", name.literal),
    };
    name.to_lowercase()
}

/// Formats works, in alphabetical order. Returns `None` if the library panics on one of them.
fn printed(items: &mut dyn Iterator<Item = &Item>, locale: &LocaleCode) -> Option<Vec<(String, Printed)>> {
    let items: Vec<&Item> = items.collect();
    let (style, locales) = &*STYLE;
    let format = || {
        let mut driver = BibliographyDriver::new();
        for item in &items {
            let cited = vec![CitationItem::with_entry(*item)];
            driver.citation(CitationRequest::new(cited, style, Some(locale.clone()), locales, None));
        }
        driver.finish(BibliographyRequest::new(style, Some(locale.clone()), locales))
    };
    let rendered = catch_unwind(AssertUnwindSafe(format)).ok()?;
    // Citations are in the order of the requests; the bibliography is sorted alphabetically.
    let mut shorts: BTreeMap<&str, ElemChildren> = BTreeMap::new();
    for (item, citation) in items.iter().zip(rendered.citations) {
        if let Some(Value::String(id)) = item.0.get("id") {
            shorts.entry(id).or_insert(citation.citation);
        }
    }
    let bibliography = rendered.bibliography.map(|bibliography| bibliography.items).unwrap_or_default();
    let entries = bibliography.into_iter().filter_map(|entry| {
        let short = shorts.remove(entry.key.as_str())?;
        Some((entry.key, Printed { short, whole: entry.content }))
    });
    Some(entries.collect())
}

fn cite<'a>(work: &'a Work, printed: &Printed, marks: &QuotationMarks) -> Cited<'a> {
    let instead: Vec<(String, String)> =
        work.issued.iter().flat_map(|date| &date.instead).chain(&work.instead).cloned().collect();
    let instead = instead.as_slice();
    let mut short = Printout { instead, before_date: None, runs: Vec::new() };
    short.collect(&printed.short, false);
    let author = short.before_date.map(|end| text(&short.runs[..end], marks));
    let short = text(&short.runs, marks);
    let bare = short.strip_prefix('(').and_then(|short| short.strip_suffix(')'));
    let short = bare.unwrap_or(&short).to_owned();
    let author = author.map_or_else(
        || short.rsplit_once(' ').map_or("", |(author, _)| author).to_owned(),
        |author| author.trim_start_matches('(').to_owned(),
    );
    let author = author.trim_end().trim_end_matches(',').to_owned();
    let mut whole = Printout { instead, before_date: None, runs: Vec::new() };
    whole.collect(&printed.whole, false);
    Cited { work, short, author, citation: prose(whole.runs, marks) }
}

/// The runs of words that the style printed.
struct Printout<'a> {
    /// Replacements in dates, as pairs of what the style prints and what to print instead.
    instead: &'a [(String, String)],
    /// The number of runs before the first date.
    before_date: Option<usize>,
    runs: Vec<(String, Option<Emphasis>)>,
}

impl Printout<'_> {
    fn collect(&mut self, children: &ElemChildren, within_date: bool) {
        for child in &children.0 {
            let (text, emphasis) = match child {
                ElemChild::Text(text) => {
                    let italic = text.formatting.font_style == FontStyle::Italic;
                    (&text.text, italic.then_some(Emphasis::Stress))
                }
                ElemChild::Elem(element) => {
                    let is_date = element.meta == Some(ElemMeta::Date);
                    if is_date && self.before_date.is_none() {
                        self.before_date = Some(self.runs.len());
                    }
                    self.collect(&element.children, within_date || is_date);
                    continue;
                }
                ElemChild::Link { text, .. } => (&text.text, None),
                ElemChild::Markup(markup) => (markup, None),
                ElemChild::Transparent { .. } => continue,
            };
            let mut text = text.clone();
            if within_date {
                for (printed, meant) in self.instead {
                    // The library drops the space before an era, and a stop after it if the style has one of its own.
                    let tight: String = printed.split_whitespace().collect();
                    let forms = [printed, &tight, printed.trim_end_matches('.'), tight.trim_end_matches('.')];
                    if let Some(form) = forms.into_iter().find(|form| text.contains(form)) {
                        let meant = if form.ends_with('.') { meant } else { meant.trim_end_matches('.') };
                        text = text.replacen(form, meant, 1);
                    }
                }
            }
            self.runs.push((text, emphasis));
        }
    }
}

fn text(parts: &[(String, Option<Emphasis>)], marks: &QuotationMarks) -> String {
    let text: String = parts.iter().map(|(text, _)| text.as_str()).collect();
    csl::text::words(&Nesting::new(marks).nested(&text))
}

/// Returns the words of a citation, with emphasized titles, with typographic apostrophes and dashes, and with one stop where
/// two would meet.
fn prose(parts: Vec<(String, Option<Emphasis>)>, marks: &QuotationMarks) -> Prose {
    let mut printed: Vec<(String, Option<Emphasis>)> = Vec::new();
    for (text, emphasis) in parts {
        match printed.last_mut() {
            Some((last, before)) if *before == emphasis => last.push_str(&text),
            _ => printed.push((text, emphasis)),
        }
    }
    let mut shown = Prose::new();
    let mut nesting = Nesting::new(marks);
    for (text, emphasis) in printed {
        for (text, emphasis) in csl::text::runs(&nesting.nested(&text), emphasis) {
            let text = typographic(&text);
            let emphasis: Vec<Mark> = emphasis.map(Mark::from).into_iter().collect();
            match shown.last_mut() {
                Some(last) if last.marks == emphasis => last.text.push_str(&text),
                _ => shown.push(Inline { marks: emphasis, ..Inline::plain(text) }),
            }
        }
    }
    single_stops(&mut shown);
    shown
}

/// Removes a full stop after another one, a question mark or an exclamation mark, with or without closing quotation marks
/// between them: `“Who Killed Trotsky?.”` becomes `“Who Killed Trotsky?”`. Three stops in a row are an ellipsis. Removes a
/// comma before a full stop.
fn single_stops(prose: &mut Prose) {
    let all: Vec<char> = prose.iter().flat_map(|inline| inline.text.chars()).collect();
    let is_stop = |at: usize| all.get(at) == Some(&'.');
    let mut at = 0;
    for inline in prose {
        let kept = |letter: char| {
            let here = at;
            at += 1;
            let before = all[..here].iter().rev().find(|letter| !"”’“»".contains(**letter));
            let is_digit = |at: Option<usize>| at.and_then(|at| all.get(at)).is_some_and(char::is_ascii_digit);
            let next_to_stop = here > 0 && is_stop(here - 1);
            let is_ellipsis = is_stop(here + 1) || here > 1 && next_to_stop && is_stop(here - 2);
            match letter {
                '.' => is_ellipsis || !before.is_some_and(|before| ".?!…".contains(*before)),
                // The style puts a comma between a work and a part of it, even if the part is absent.
                ',' | ';' | ':' => !is_stop(here + 1),
                // It sets a volume apart from its pages as if an issue were between them.
                ' ' => {
                    let is_colon = all.get(here + 1) == Some(&':') && all.get(here + 2) == Some(&' ');
                    !(is_colon && is_digit(here.checked_sub(1)) && is_digit(Some(here + 3)))
                }
                _ => true,
            }
        };
        let mut kept = kept;
        inline.text = inline.text.chars().filter(|letter| kept(*letter)).collect();
    }
}

/// Replaces plain apostrophes and hyphens, as catalogs write them: `Lenin's` becomes `Lenin’s`, and `1879-1940` becomes
/// `1879–1940`.
fn typographic(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let beside = |at: usize, kind: fn(&char) -> bool| {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        before.is_some_and(kind) && letters.get(at + 1).is_some_and(kind)
    };
    let set = |(at, letter): (usize, &char)| match letter {
        '\'' if beside(at, |letter| letter.is_alphabetic()) => '’',
        '-' if beside(at, char::is_ascii_digit) => '–',
        _ => *letter,
    };
    letters.iter().enumerate().map(set).collect()
}

/// Restores the given names that the library removes from the list of works where two authors share a family name. The work
/// is printed again as if it stood alone, with the letter after its year, if it has one.
fn restore_name(cited: &mut Cited, locale: &LocaleCode, marks: &QuotationMarks) {
    let Some(given) = first_name(cited.work).and_then(|name| name.given.as_deref()) else { return };
    let family = first_name(cited.work).map(|name| name.family.as_str()).unwrap_or_default();
    let forms = [format!(", {given}"), format!("{family}{given}")];
    if cited.citation.iter().any(|inline| forms.iter().any(|form| inline.text.contains(form))) {
        return;
    }
    let Some((_, alone)) = printed(&mut [&cited.work.item].into_iter(), locale).and_then(|mut list| list.pop()) else {
        return;
    };
    let mut whole = cite(cited.work, &alone, marks).citation;
    let year = cited.short.rsplit(' ').next().unwrap_or_default();
    let digits = year.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    if year != digits
        && !digits.is_empty()
        && let Some(inline) = whole.iter_mut().find(|inline| inline.text.contains(digits))
    {
        inline.text = inline.text.replacen(digits, year, 1);
    }
    cited.citation = whole;
}

/// Distinguishes works by different people whose author and year read alike, by adding the initials of the given names: `V.
/// Serge 1937` and `N. Serge 1937`. Adds the given names in full if their initials are alike too.
fn tell_apart(list: &mut [Cited]) {
    let shorts: Vec<String> = list.iter().map(|cited| cited.short.clone()).collect();
    let mut alike: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, short) in shorts.iter().enumerate() {
        alike.entry(short).or_default().push(at);
    }
    for group in alike.into_values() {
        let names: Vec<Option<&NameItem>> = group.iter().map(|at| first_name(list[*at].work)).collect();
        let given = |name: &NameItem| name.given.clone().unwrap_or_default();
        let whole: Vec<String> = names.iter().map(|name| name.map(given).unwrap_or_default()).collect();
        let short: Vec<String> = whole.iter().map(|given| initials(given)).collect();
        let count = |forms: &[String]| forms.iter().collect::<BTreeSet<_>>().len();
        if count(&whole) < 2 {
            continue;
        }
        let forms = if count(&short) == count(&whole) { short } else { whole };
        for ((at, name), form) in group.into_iter().zip(names).zip(forms) {
            let cited = &mut list[at];
            if let Some(author) = name.and_then(|name| with_given(&cited.author, name, &form)) {
                cited.short = cited.short.replacen(&cited.author, &author, 1);
                cited.author = author;
            }
        }
    }
}

/// Puts given names before an author that begins with a family name. The style may leave out the particle of that name, or
/// write it with a capital: `Van Heijenoort` becomes `J. van Heijenoort`. Returns `None` if there are no given names, or if the
/// author begins otherwise.
fn with_given(author: &str, name: &NameItem, given: &str) -> Option<String> {
    let particle = name.non_dropping_particle.as_deref().unwrap_or_default();
    let space = if particle.is_empty() || particle.ends_with(['\'', '’', '-']) { "" } else { " " };
    let whole = format!("{particle}{space}{}", name.family);
    let words = name.family.split_whitespace().skip_while(|word| word.starts_with(char::is_lowercase));
    let bare = words.collect::<Vec<_>>().join(" ");
    let rest = [&whole, &name.family, &bare].into_iter().filter(|family| !family.is_empty()).find_map(|family| {
        let (begins, rest) = author.split_at_checked(family.len())?;
        (begins.to_lowercase() == family.to_lowercase()).then_some(rest)
    })?;
    (!given.is_empty()).then(|| format!("{given} {whole}{rest}"))
}

/// Returns the first of the people under whom a work is listed, or `None` for an organization.
fn first_name(work: &Work) -> Option<&NameItem> {
    match makers(work)?.first()? {
        NameValue::Item(name) => Some(name),
        NameValue::Literal(_) => None,
    }
}

/// Returns the initials of given names: `Victor Lvovich` becomes `V. L.`
fn initials(given: &str) -> String {
    let letters = given.split_whitespace().filter_map(|name| name.chars().find(|letter| letter.is_alphanumeric()));
    letters.map(|letter| format!("{letter}.")).collect::<Vec<_>>().join(" ")
}
