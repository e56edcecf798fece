//! Language tags, and names in another language.

use palimpsest_story::NativeName;
use palimpsest_words::{Words, canonical, languages};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// A name in another language.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawNativeName {
    /// The language, as a tag such as `ru`.
    #[schemars(with = "String", example = &"ru")]
    language: Spanned<String>,
    /// The name in that language and its script.
    #[schemars(extend("contentMediaType" = "text/plain"), with = "String", example = &"Лев Троцкий")]
    pub name: Spanned<String>,
}

impl RawNativeName {
    /// Returns the name. Reports a malformed language tag.
    pub(crate) fn resolve(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> NativeName {
        problems.extend(language_problem(&self.language, file));
        NativeName { language: self.language.get_ref().clone(), name: self.name.get_ref().clone() }
    }
}

/// Returns the problem of the language of a page: a malformed tag, a language in which the interface and the dates have no
/// words, or a tag that has another one in its place.
pub(crate) fn page_problem(tag: &Spanned<String>, file: &SourceFile) -> Option<Diagnostic> {
    let given = tag.get_ref();
    let place = file.id.at(tag.span());
    match canonical(given) {
        None => language_problem(tag, file)
            .map(|problem| {
                Diagnostic { help: None, ..problem }.help(match meant(given) {
                    Some(meant) => format!("did you mean \"{meant}\"?"),
                    None => format!("write its tag, such as de or en-US; {}", known()),
                })
            })
            .or_else(|| {
                let message = format!("\"{given}\" is not a language tag");
                Some(Diagnostic::error(place, message).help("a country has two letters, as in en-US or de-AT"))
            }),
        Some(meant) => catalog_problem(tag, file).or_else(|| {
            let message = format!("there is another tag for the language \"{given}\"");
            let problem = Diagnostic::warning(place, message).help(format!("write \"{meant}\", which browsers know"));
            (!meant.eq_ignore_ascii_case(given)).then_some(problem)
        }),
    }
}

/// The languages of pages under the names that people give them, in English and in the language itself.
const NAMES: [(&str, [&str; 3]); 7] = [
    ("ar", ["arabic", "العربية", "عربي"]),
    ("de", ["german", "deutsch", "ger"]),
    ("en", ["english", "eng", "englisch"]),
    ("es", ["spanish", "español", "castellano"]),
    ("fr", ["french", "français", "fre"]),
    ("ru", ["russian", "русский", "rus"]),
    ("zh", ["chinese", "中文", "汉语"]),
];

/// Returns the tag of a page's language that was probably meant by a name, by a tag with blanks around it, or by a longer
/// tag.
fn meant(given: &str) -> Option<String> {
    let bare = given.trim().to_lowercase();
    let named = NAMES.iter().find(|(_, names)| names.contains(&bare.as_str())).map(|(tag, _)| (*tag).to_owned());
    let tag = named.or_else(|| canonical(&bare.replace('_', "-")))?;
    Words::load(&tag).is_ok().then_some(tag)
}

/// Returns which languages pages have.
fn known() -> String {
    let known: Vec<&str> = languages().collect();
    format!("pages have the languages {}", known.join(", "))
}

/// Returns the problem of a language in which the interface and the dates have no words.
fn catalog_problem(tag: &Spanned<String>, file: &SourceFile) -> Option<Diagnostic> {
    let error = Words::load(tag.get_ref()).err()?;
    Some(Diagnostic::error(file.id.at(tag.span()), error.to_string()).help(match meant(tag.get_ref()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!(
            "{}; to add another, translate locales/en.ftl and name the copy after the language, as in locales/nl.ftl",
            known()
        ),
    }))
}

/// Returns the problem of a malformed language tag (BCP 47).
pub(crate) fn language_problem(tag: &Spanned<String>, file: &SourceFile) -> Option<Diagnostic> {
    let mut parts = tag.get_ref().split('-');
    let first = parts.next().unwrap_or_default();
    // The longer names of languages that the standard allows were never given to any.
    let sound = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    (!sound).then(|| {
        let given = tag.get_ref();
        // Programs write `en_US`.
        let help = match canonical(&given.replace('_', "-")).filter(|_| given.contains('_')) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => "write a tag such as en, ru or zh-Hant".to_owned(),
        };
        Diagnostic::error(file.id.at(tag.span()), format!("\"{given}\" is not a language tag")).help(help)
    })
}
