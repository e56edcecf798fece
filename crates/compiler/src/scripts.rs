//! Scripts that the page's own fonts do not cover, and the system fonts that do.
//!
//! The page's two fonts have Latin and Cyrillic letters. A page with letters of another script names fonts that common
//! systems provide for it, and editors are told.

use std::collections::BTreeMap;

use icu_properties::CodePointMapData;
use icu_properties::props::Script as Property;
use icu_properties::script::ScriptWithExtensions;

/// A script, with the system fonts that cover it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Script {
    /// Its name in English.
    pub name: &'static str,
    /// Font families for running text, in order of preference, as CSS lists them.
    pub text: &'static str,
    /// Font families for headings and labels, likewise.
    pub display: &'static str,
}

const ARABIC: Script = Script {
    name: "Arabic",
    text: r#""Noto Naskh Arabic","Geeza Pro","Amiri","Scheherazade New","Traditional Arabic","Arabic Typesetting","Noto Sans Arabic""#,
    display: r#""Noto Kufi Arabic","Noto Sans Arabic","Geeza Pro","Dubai","Segoe UI","Tahoma""#,
};
const HEBREW: Script = Script {
    name: "Hebrew",
    text: r#""Noto Serif Hebrew","New Peninim MT","Frank Ruehl CLM","David","Times New Roman""#,
    display: r#""Noto Sans Hebrew","Arial Hebrew","Segoe UI","Arial""#,
};
const GREEK: Script = Script {
    name: "Greek",
    text: r#""Noto Serif","Georgia","Times New Roman","DejaVu Serif""#,
    display: r#""Arial Narrow","Roboto","Arial","DejaVu Sans""#,
};
const SIMPLIFIED: Script = Script {
    name: "Chinese",
    text: r#""Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","Songti SC","SimSun""#,
    display: r#""Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei""#,
};
const TRADITIONAL: Script = Script {
    name: "Chinese",
    text: r#""Noto Serif CJK TC","Noto Serif TC","Source Han Serif TC","Songti TC","PMingLiU""#,
    display: r#""Noto Sans CJK TC","Noto Sans TC","Source Han Sans TC","PingFang TC","Microsoft JhengHei""#,
};
const JAPANESE: Script = Script {
    name: "Japanese",
    text: r#""Noto Serif CJK JP","Noto Serif JP","Source Han Serif","Hiragino Mincho ProN","Yu Mincho","MS PMincho""#,
    display: r#""Noto Sans CJK JP","Noto Sans JP","Source Han Sans","Hiragino Sans","Yu Gothic","Meiryo""#,
};
const KOREAN: Script = Script {
    name: "Korean",
    text: r#""Noto Serif CJK KR","Noto Serif KR","Source Han Serif K","AppleMyungjo","Batang""#,
    display: r#""Noto Sans CJK KR","Noto Sans KR","Source Han Sans K","Apple SD Gothic Neo","Malgun Gothic""#,
};
const DEVANAGARI: Script = Script {
    name: "Devanagari",
    text: r#""Noto Serif Devanagari","Kohinoor Devanagari","Nirmala UI","Mangal""#,
    display: r#""Noto Sans Devanagari","Kohinoor Devanagari","Nirmala UI","Mangal""#,
};
const THAI: Script = Script {
    name: "Thai",
    text: r#""Noto Serif Thai","Thonburi","Leelawadee UI","Tahoma""#,
    display: r#""Noto Sans Thai","Thonburi","Leelawadee UI","Tahoma""#,
};
/// Any other script, for which the system chooses a font.
const OTHER: Script = Script { name: "another script", text: "serif", display: "sans-serif" };

/// Returns the scripts of the letters that the page's own fonts do not cover, in alphabetical order. `language` is the
/// language tag of the page, which determines the forms of Chinese characters.
pub fn without_face(letters: impl IntoIterator<Item = char>, language: &str) -> Vec<Script> {
    let data = CodePointMapData::<Property>::new();
    let mut scripts: BTreeMap<&str, Script> = BTreeMap::new();
    for letter in letters {
        if !letter.is_ascii()
            && let Some(script) = of(data.get(letter), language)
        {
            scripts.insert(script.name, script);
        }
    }
    scripts.into_values().collect()
}

/// Reports whether a character that several scripts share, such as a comma or a mark above a letter, is used by one of the
/// given scripts. If so, their fonts have it.
pub fn comes_with(character: char, scripts: &[Script], language: &str) -> bool {
    let is_one = |name: &str| scripts.iter().any(|script| script.name == name);
    let is_wide = matches!(character, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}');
    let wide = [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN];
    let extensions = ScriptWithExtensions::new().get_script_extensions_val(character);
    is_wide && wide.iter().any(|script| is_one(script.name))
        || extensions.iter().filter_map(|property| of(property, language)).any(|script| is_one(script.name))
}

fn of(property: Property, language: &str) -> Option<Script> {
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default();
    Some(match property {
        Property::Latin | Property::Cyrillic | Property::Common | Property::Inherited | Property::Unknown => {
            return None;
        }
        Property::Arabic => ARABIC,
        Property::Hebrew => HEBREW,
        Property::Greek => GREEK,
        Property::Devanagari => DEVANAGARI,
        Property::Thai => THAI,
        Property::Hangul => KOREAN,
        Property::Hiragana | Property::Katakana => JAPANESE,
        Property::Han | Property::Bopomofo => match first {
            "ja" => JAPANESE,
            "ko" => KOREAN,
            _ if parts.any(|part| ["Hant", "TW", "HK", "MO"].iter().any(|one| one.eq_ignore_ascii_case(part))) => {
                TRADITIONAL
            }
            _ => SIMPLIFIED,
        },
        _ => OTHER,
    })
}

/// Returns the message for editors about letters that the page's own fonts do not cover, or `None` if they cover all of
/// them.
pub(crate) fn notice(scripts: &[Script]) -> Option<String> {
    if scripts.is_empty() {
        return None;
    }
    let names: Vec<&str> = scripts.iter().map(|script| script.name).collect();
    let mut families: Vec<&str> =
        scripts.iter().flat_map(|script| [script.text, script.display]).flat_map(|list| list.split(',')).collect();
    families.dedup();
    let families: Vec<&str> = families.into_iter().map(|family| family.trim_matches('"')).collect();
    Some(format!(
        "note: the page's own faces have no letters of these scripts: {}\n  = help: nothing is to be done; readers see them \
         in the first of these faces that their system has:\n          {}\n",
        names.join(", "),
        families.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, language: &str) -> Vec<&'static str> {
        without_face(text.chars(), language).into_iter().map(|script| script.name).collect()
    }

    #[test]
    fn scripts_are_told_that_the_faces_lack() {
        assert_eq!(names("Žižka, Жижка – 1921 № 5 “á” a\u{301}", "en"), Vec::<&str>::new());
        assert_eq!(names("بدأ in Ἀθῆναι", "ar"), ["Arabic", "Greek"]);
        assert_eq!(names("毛泽东", "zh"), ["Chinese"]);
        assert_eq!(names("ቀ", "am"), ["another script"]);
        assert_eq!(notice(&[]), None);
        assert!(notice(&without_face("ש".chars(), "he")).is_some_and(|note| note.contains("Hebrew\n")));
    }

    #[test]
    fn punctuation_comes_with_its_script() {
        let comes = |character, text: &str| comes_with(character, &without_face(text.chars(), "en"), "en");
        for character in ['،', '؟', '\u{64b}'] {
            assert!(comes(character, "بدأ") && !comes(character, "毛"), "{character:?}");
        }
        for character in ['，', '。', '《'] {
            assert!(comes(character, "毛") && !comes(character, "بدأ"), "{character:?}");
        }
        assert!(!comes('☭', "بدأ 毛"));
    }

    #[test]
    fn chinese_characters_have_the_forms_of_the_language() {
        let face = |language: &str| without_face("毛".chars(), language)[0].text.split(',').next();
        assert_eq!(face("zh"), Some("\"Noto Serif CJK SC\""));
        assert_eq!(face("zh-TW"), Some("\"Noto Serif CJK TC\""));
        assert_eq!(face("ja"), Some("\"Noto Serif CJK JP\""));
        assert_eq!(face("ko-KR"), Some("\"Noto Serif CJK KR\""));
        assert_eq!(face("ru"), Some("\"Noto Serif CJK SC\""));
    }
}
