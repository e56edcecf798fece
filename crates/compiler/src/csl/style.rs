//! The citation style, Chicago author-date, and the words of its CSL locales.

use std::sync::LazyLock;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::taxonomy::{
    Kind, NameVariable, NumberVariable, OtherTerm, StandardVariable, Term, Variable,
};
use hayagriva::citationberg::{
    IndependentStyle, LayoutRenderingElement, Locale, LocaleCode, NamesChild, Style, TermForm,
};

/// The citation style and its locales, unpacked once because that takes longer than compiling a story.
pub(crate) static STYLE: LazyLock<(IndependentStyle, Vec<Locale>)> = LazyLock::new(|| {
    let Style::Independent(mut style) = ArchivedStyle::ChicagoAuthorDate.get() else {
        unreachable!("hayagriva has the Chicago author-date style as an independent style")
    };
    for part in &mut style.macros {
        let sets_titles = TITLES.contains(&part.name.as_str());
        for element in &mut part.children {
            hand_down(element, &[]);
            if sets_titles {
                keep_in_container(element);
            }
        }
    }
    (style, locales())
});

/// The macros that decide how a title is set.
const TITLES: [&str; 4] =
    ["title-primary", "title-primary-short", "title-part", "title-monographic-bib-specific-title-first"];

/// The field that says that a work is part of a larger one. The style prints a newspaper in place of the author of an unsigned
/// article, and then the library takes the field with the newspaper for absent, so that the title of the article would be set
/// as that of a book. The style prints this field nowhere.
pub(crate) const CONTAINED: &str = "annote";

/// The types of works that are parts of larger ones, even if these are not named.
const PARTS: [Kind; 10] = [
    Kind::ArticleJournal,
    Kind::ArticleMagazine,
    Kind::ArticleNewspaper,
    Kind::Chapter,
    Kind::Entry,
    Kind::EntryDictionary,
    Kind::EntryEncyclopedia,
    Kind::PostWeblog,
    Kind::Review,
    Kind::ReviewBook,
];

/// Lets the style set the title of a part of a work as such: by [`CONTAINED`], or else by its type.
fn keep_in_container(element: &mut LayoutRenderingElement) {
    let LayoutRenderingElement::Choose(choose) = element else { return };
    for branch in std::iter::once(&mut choose.if_).chain(&mut choose.else_if) {
        for variable in branch.variable.iter_mut().flatten() {
            if *variable == Variable::Standard(StandardVariable::ContainerTitle) {
                *variable = Variable::Standard(StandardVariable::Annote);
            }
        }
        // The other types whose titles are set in quotation marks without a larger work.
        if let Some(kinds) = branch.type_.as_mut().filter(|kinds| kinds.contains(&Kind::Document)) {
            kinds.extend(PARTS);
        }
        branch.children.iter_mut().for_each(keep_in_container);
    }
}

/// Gives substitute names the form of the names that they replace. CSL says that they inherit it, but the library implements
/// this only if no condition is in between; it printed an editor in place of an author as `P. Avrich`.
fn hand_down(element: &mut LayoutRenderingElement, form: &[NamesChild]) {
    let children: Vec<&mut LayoutRenderingElement> = match element {
        LayoutRenderingElement::Names(names) => {
            if names.children.is_empty() {
                names.children = form.to_vec();
                return;
            }
            let is_form = |child: &&NamesChild| !matches!(child, NamesChild::Substitute(_));
            let form: Vec<NamesChild> = names.children.iter().filter(is_form).cloned().collect();
            for child in &mut names.children {
                if let NamesChild::Substitute(substitute) = child {
                    for child in &mut substitute.children {
                        hand_down(child, &form);
                    }
                }
            }
            return;
        }
        LayoutRenderingElement::Group(group) => group.children.iter_mut().collect(),
        LayoutRenderingElement::Choose(choose) => {
            let branches = std::iter::once(&mut choose.if_).chain(&mut choose.else_if);
            let children = branches.flat_map(|branch| &mut branch.children);
            children.chain(choose.otherwise.iter_mut().flat_map(|branch| &mut branch.children)).collect()
        }
        _ => return,
    };
    for child in children {
        hand_down(child, form);
    }
}

/// Returns the CSL locale for a language tag without its extensions: for `de`, that of Germany. Falls back to American
/// English.
pub(crate) fn locale_code(language: &str) -> LocaleCode {
    let tag = language.split("-u-").next().unwrap_or_default();
    let (_, locales) = &*STYLE;
    let code = LocaleCode(tag.to_owned());
    let is_there = |code: &LocaleCode| locales.iter().any(|locale| locale.lang.as_ref() == Some(code));
    // A country without a locale uses that of the language.
    let general = LocaleCode(tag.split('-').next().unwrap_or_default().to_owned());
    let known = [Some(code.clone()), code.fallback(), Some(general.clone()), general.fallback()];
    known.into_iter().flatten().find(is_there).unwrap_or_else(LocaleCode::en_us)
}

fn term(code: &LocaleCode, term: Term, form: TermForm) -> Option<String> {
    let locale = STYLE.1.iter().find(|locale| locale.lang.as_ref() == Some(code));
    Some(locale?.term(term, form)?.single()?.to_owned()).filter(|word| !word.trim().is_empty())
}

/// The words of a citation in one language that the style does not insert itself.
pub(crate) struct Terms {
    /// The months, as the style prints them: `March`.
    pub months: [String; 12],
    /// The seasons, capitalized if months are: `Spring`.
    pub seasons: [String; 4],
    /// What the style prints after years before the year 1000: ` AD`, ` BC`.
    pub eras: [String; 2],
    /// The word for an approximate date: `ca.`
    pub circa: String,
    /// The word before the recipient of a letter: `to`.
    pub recipient: String,
    /// The fields whose numbers the style prints with a noun, and the nouns that it uses: `edition`, `ed.`
    pub counted: [(&'static str, Vec<String>); 3],
}

impl Terms {
    /// Returns the value of a field without the noun that the style adds: `Late` for the edition `Late edition`.
    pub(crate) fn bare<'a>(&self, field: &str, value: &'a str) -> &'a str {
        let words = self.counted.iter().filter(|(name, _)| *name == field).flat_map(|(_, words)| words);
        let bare = words.filter_map(|word| {
            let end = value.len().checked_sub(word.len()).filter(|end| value.is_char_boundary(*end));
            let is = |part: &str| part.to_lowercase() == word.to_lowercase();
            let before = end.and_then(|end| is(&value[end..]).then(|| &value[..end]));
            let before = before.filter(|rest| rest.ends_with(char::is_whitespace));
            let after = value.get(..word.len()).filter(|start| is(start)).map(|_| &value[word.len()..]);
            let after = after.filter(|rest| !rest.starts_with(char::is_alphabetic));
            before.or(after).map(str::trim).filter(|rest| !rest.is_empty())
        });
        bare.min_by_key(|bare| bare.len()).unwrap_or(value)
    }
}

/// The languages whose term for a recipient is a preposition that leaves the name after it unchanged.
const WITH_PREPOSITION: [&str; 9] = ["ca", "da", "de", "en", "es", "fr", "it", "nl", "pt"];

/// Returns the words for a language tag.
pub(crate) fn terms(language: &str) -> Terms {
    use OtherTerm::{
        Month01, Month02, Month03, Month04, Month05, Month06, Month07, Month08, Month09, Month10, Month11, Month12,
        Season01, Season02, Season03, Season04,
    };
    let code = locale_code(language);
    let word = |name: OtherTerm| term(&code, Term::Other(name), TermForm::Long).unwrap_or_default();
    let base = code.0.split('-').next().unwrap_or_default();
    let form = if WITH_PREPOSITION.contains(&base) { TermForm::Verb } else { TermForm::Long };
    let recipient = term(&code, Term::NameVariable(NameVariable::Recipient), form);
    Terms {
        months: [
            Month01, Month02, Month03, Month04, Month05, Month06, Month07, Month08, Month09, Month10, Month11, Month12,
        ]
        .map(word),
        seasons: [Season01, Season02, Season03, Season04].map(word),
        eras: [OtherTerm::Ad, OtherTerm::Bc].map(word),
        // CSL has `c.` for English, but Chicago writes `ca.`
        circa: match base {
            "en" => "ca.".to_owned(),
            _ => term(&code, Term::Other(OtherTerm::Circa), TermForm::Short).unwrap_or_else(|| "ca.".to_owned()),
        },
        recipient: match recipient {
            Some(word) if form == TermForm::Verb => word,
            Some(word) => format!("{word}:"),
            None => "→".to_owned(),
        },
        counted: [
            ("edition", NumberVariable::Edition),
            ("issue", NumberVariable::Issue),
            ("volume", NumberVariable::Volume),
        ]
        .map(|(field, variable)| {
            let of = |form| term(&code, Term::NumberVariable(variable), form);
            (field, [TermForm::Long, TermForm::Short].into_iter().filter_map(of).collect())
        }),
    }
}

/// The quotation marks of a language, opening and closing, for a quotation and for one within it.
pub(crate) struct QuotationMarks {
    pub outer: [String; 2],
    pub inner: [String; 2],
}

impl QuotationMarks {
    pub(crate) fn of(code: &LocaleCode) -> Self {
        use OtherTerm::{CloseInnerQuote, CloseQuote, OpenInnerQuote, OpenQuote};
        let mark = |name: OtherTerm, or: &str| {
            let mark = term(code, Term::Other(name), TermForm::Long).unwrap_or_else(|| or.to_owned());
            mark.trim().to_owned()
        };
        Self {
            outer: [mark(OpenQuote, "“"), mark(CloseQuote, "”")],
            inner: [mark(OpenInnerQuote, "‘"), mark(CloseInnerQuote, "’")],
        }
    }
}

/// Returns the word before the day on which a work was looked up, in a language: `Accessed`.
pub(crate) fn accessed(language: &str) -> String {
    let term = term(&locale_code(language), Term::Other(OtherTerm::Accessed), TermForm::Long);
    let word = term.unwrap_or_else(|| "accessed".to_owned());
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
