//! Finds where sentences begin.
//!
//! In scripts that separate words by spaces, the rules below decide which stops end a sentence, because UAX #29 ends a
//! sentence at every “Dr.”, and libraries that implement it, such as `icu_segmenter`, have no lists of abbreviations. All
//! other sentence ends are those of UAX #29.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::abbreviations::Conventions;
use crate::months;
use crate::whole_words::{is_solid, is_unspaced};

/// Marks that end a sentence if whitespace follows.
const STOPS: &[char] = &['.', '!', '?', '…', '؟', '۔', '।', '॥', '։', '።', '‽', '⁇', '⁈', '⁉'];
/// Characters that may stand between a stop and the whitespace after it.
const CLOSING: &[char] = &['”', '“', '’', '‘', '"', '\'', ')', ']', '}', '»', '«', '›', '‹', '†', '‡', '*'];
/// Characters that may stand between that whitespace and the first word.
const OPENING: &[char] = &[
    '“', '„', '”', '‘', '‚', '’', '"', '\'', '(', '[', '{', '«', '»', '‹', '›', '¿', '¡', '—', '–', '-', ' ', '\u{a0}',
    '\u{202f}',
];
/// Opening marks in scripts written without spaces.
const UNSPACED_OPENING: &[char] = &['“', '‘', '「', '『', '《', '〈', '（', '【', '〔'];
/// The minimum length, in letters, of a word that is not taken for an abbreviation if a stop and a number follow it.
const LONG: usize = 5;

/// Returns the byte offsets at which sentences begin, and the end of the text. `language` is the language tag of the text.
pub(crate) fn bounds(words: &str, language: &str) -> Vec<usize> {
    let conventions = Conventions::of(language);
    // A line break does not end a sentence.
    let text = words.replace('\n', " ");
    let by_rule: BTreeSet<usize> = text.split_sentence_bound_indices().map(|(at, _)| at).collect();
    let is_settled = |at: &usize| {
        let is_between = |letter: char| !letter.is_alphanumeric() && !STOPS.contains(&letter);
        !text[..*at].trim_end_matches(is_between).ends_with(STOPS)
    };
    // A mark that opens a quotation belongs to the sentence after it.
    let before_opening = |at: usize| text[..at].trim_end_matches(UNSPACED_OPENING).len();
    let mut bounds: BTreeSet<usize> =
        by_rule.iter().filter(|at| is_settled(at)).map(|at| before_opening(*at)).collect();
    let mut at = 0;
    while let Some(found) = text[at..].find(STOPS) {
        let stop = at + found;
        let run = text[stop..].len() - text[stop..].trim_start_matches(STOPS).len();
        at = stop + run;
        let next = after_closing(&text, at);
        let blank = text[next..].len() - text[next..].trim_start().len();
        let begin = next + blank;
        if blank > 0
            && begin < text.len()
            && ends_sentence(&text, stop..at, begin, by_rule.contains(&begin), conventions)
        {
            bounds.insert(begin);
        }
    }
    bounds.extend([0, text.len()]);
    bounds.into_iter().collect()
}

/// Returns the offset after everything that closes a sentence after its stop: quotation marks, brackets and note references.
fn after_closing(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        let closed = rest.trim_start_matches(CLOSING);
        let closed = closed.trim_start_matches(|letter| ('⁰'..='⁹').contains(&letter) || "¹²³".contains(letter));
        let noted = closed.strip_prefix('[').and_then(|inner| inner.split_once(']')).filter(|(label, _)| {
            label.chars().count() <= 4 && !label.is_empty() && label.chars().all(char::is_alphanumeric)
        });
        let closed = noted.map_or(closed, |(_, after)| after);
        // French puts a space before the closing mark.
        let quoted = closed.trim_start().strip_prefix(['»', '›']);
        let is_end = |after: &&str| !after.starts_with(char::is_alphanumeric);
        let closed = quoted.filter(is_end).unwrap_or(closed);
        if closed.len() == rest.len() {
            return at;
        }
        at = text.len() - closed.len();
    }
}

/// Reports whether the stops in a range end a sentence, if what follows begins at `begin`. `by_rule` says whether UAX #29
/// ends one there.
fn ends_sentence(
    text: &str,
    stops: std::ops::Range<usize>,
    begin: usize,
    by_rule: bool,
    conventions: &Conventions,
) -> bool {
    let before = &text[..stops.start];
    let next = text[begin..].trim_start_matches(OPENING);
    let Some(first) = next.chars().next() else { return false };
    if first.is_lowercase() {
        return false;
    }
    let run = &text[stops];
    let is_pause = run.contains('…') || run.len() > 1 && run.bytes().all(|byte| byte == b'.');
    if is_pause && before.ends_with(char::is_whitespace) {
        return is_starter(next, conventions);
    }
    if run != "." {
        return true;
    }
    let (rest, word) = last_word(before);
    let letters = word.chars().rev().take_while(|letter| letter.is_alphabetic()).count();
    // In “Brig.-Gen.”, the last part decides.
    if conventions.is_title(word) || word.rsplit('-').next().is_some_and(|last| conventions.is_title(last)) {
        return false;
    }
    let number = &next[..next.find(|letter: char| !letter.is_alphabetic()).unwrap_or(next.len())];
    let is_roman = !number.is_empty() && number.bytes().all(|byte| b"IVXLC".contains(&byte));
    if conventions.is_numbered(word) && is_roman && !conventions.is_starter(number) {
        return false;
    }
    if first.is_numeric() {
        if is_within_date(rest, word, next) {
            return false;
        }
        let is_short = conventions.is_numbered(word) || conventions.is_abbreviation(word) || is_initials(word);
        return !is_short && (letters >= LONG || by_rule);
    }
    // In scripts without case, a word that begins sentences may also occur within them.
    if word.contains('.') && is_initials(word) && !has_case(first) && first.is_alphabetic() {
        return false;
    }
    if is_initials(word) {
        let is_counted = ["I", "V", "X"].contains(&word) && conventions.is_counted(last_word(rest.trim_end()).1);
        return is_counted || is_starter(next, conventions);
    }
    let is_ordinal = is_ordinal(word) && (conventions.ordinals || months::is_german(next, rest));
    if is_ordinal || conventions.is_abbreviation(word) {
        return is_starter(next, conventions);
    }
    true
}

/// Returns the text before the last word, and the last word.
fn last_word(text: &str) -> (&str, &str) {
    let mut start = text.rfind(|letter: char| letter.is_whitespace() || OPENING.contains(&letter) && letter != '-');
    // In a script without spaces, nothing separates a foreign word from what precedes it.
    if text.ends_with(has_case) {
        start = start.max(text.rfind(|letter| is_unspaced(letter) || is_solid(letter) && !has_case(letter)));
    }
    let start = start.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    text.split_at(start)
}

/// Reports whether a word consists of initials: a single letter, letters joined by hyphens, or groups of up to three letters
/// with stops between them, as in `U.S`.
fn is_initials(word: &str) -> bool {
    let is_part = |part: &str| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let is_letter = word.chars().count() == 1 && word.chars().all(|letter| letter.is_alphabetic() && has_case(letter));
    is_letter
        || word.contains(['.', '-'])
            && word.split(['.', '-']).filter(|part| !part.is_empty()).all(is_part)
            && word.contains('.')
        || word.split('-').all(|part| part.chars().count() == 1 && part.chars().all(has_case)) && !word.is_empty()
}

fn has_case(letter: char) -> bool {
    letter.is_lowercase() || letter.is_uppercase()
}

/// Reports whether a number with a stop is an ordinal, as for a day, a century or a ruler. A year is not.
fn is_ordinal(word: &str) -> bool {
    let is_number = word.len() <= 2 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Reports whether a number with a stop, followed by another number, is part of a date: `2. 3. 1900`, `2. III. 1900`.
fn is_within_date(rest: &str, word: &str, next: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let is_day = |word: &str| (1..=2).contains(&word.len()) && digits(word) == word.len();
    if !is_ordinal(word) {
        return false;
    }
    let count = digits(next);
    // A day before a month that is followed by a year.
    let is_month = (1..=2).contains(&count)
        && next[count..]
            .strip_prefix('.')
            .is_some_and(|year| year.trim_start().starts_with(|y: char| y.is_ascii_digit()));
    // A month between a day and a year.
    let day = rest.trim_end().strip_suffix('.').map(|before| last_word(before).1);
    is_day(word) && is_month || (2..=4).contains(&count) && day.is_some_and(is_day)
}

/// Reports whether a text begins with a word that typically begins sentences. A word with a stop is an initial instead.
fn is_starter(text: &str, conventions: &Conventions) -> bool {
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    !text[end..].starts_with('.') && conventions.is_starter(&text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split<'a>(words: &'a str, language: &str) -> Vec<&'a str> {
        bounds(words, language).windows(2).map(|pair| words[pair[0]..pair[1]].trim_end()).collect()
    }

    /// Asserts that texts are split exactly where `|` stands.
    fn assert_split(language: &str, texts: &[&str]) {
        for text in texts {
            let expected: Vec<&str> = text.split('|').map(str::trim_end).collect();
            assert_eq!(split(&text.replace('|', ""), language), expected, "{language}");
        }
    }

    #[test]
    fn english() {
        assert_split(
            "en",
            &[
                "He fled. 16 of his allies died.",
                "He blamed the government. |16 of his allies died.",
                "It is no. 16 of them. |Then came more.",
                "Dr. Smith of the U.S. Army met J. R. R. Tolkien. |They ate.",
                "“Who goes there?” he asked. |Nobody.",
                "He fought in World War I. |The peace was bad.",
                "He fought in World War I. |Lenin did not.",
                "He came to St. Petersburg in 1917. |Lenin came too.",
                "He left the U.S. |The war went on.",
                "So Avrich et al. |The others differ.",
                "So Avrich et al. Getzler differs.",
                "See p. 5 and vol. 3. |Then read on.",
                "Lenin (cf. Avrich, p. 5) left. |He went.",
                "He waited… |Then he left.",
                "The party … Lenin said … was split. |He left.",
                "He waited ... and left.",
                "The answer is no. |Lenin left.",
                "He died.[1] |Then it began.",
                "He died.¹ |Then it began.",
                "Yahoo!’s rise was quick.",
                "See https://example.org/?q=1 for more. |Then go.",
                "He left (in 1921.) |Then he died.",
                "“Go.” |He went. |“Where?”",
                "He met George W. Bush. |Then he left.",
                "The Rev. Martin Luther King, Jr. spoke. |He won.",
                "He cost $5.50 in all. |Cheap!",
                "V. I. Lenin wrote. |A. Bubnov read.",
                "He ate a fig. |Lenin slept.",
                "See vol. II, ch. IV. |Then go.",
                "The answer is no. |I left.",
                "Brig.-Gen. Smith met Vice-Adm. Jones. |They ate.",
                "Am 8. März 1921 begann es.",
                "He quoted: “Am 8. April 1921 und am 9. August, vom 3. September bis 5. November”. |So it was.",
                "He was 8. |April came, then May 9. |August did not.",
                "Mme. Roland met Msgr. Lefebvre, Fr. Brown and Sec. Rusk ca. January 1890. |They ate.",
                "He left New Haven, Conn. Lenin stayed. |He lived in Hartford, Conn. |The rest did not.",
                "He was ill. |Lenin went to wash. |Brown would miss. |Smith came.",
                "В 1921 г. Ленин победил.",
                "M. Brandt left.",
            ],
        );
    }

    #[test]
    fn german() {
        assert_split(
            "de",
            &[
                "Am 8. März 1921 begann es. |Am 18. März endete es.",
                "Am 8. April 1921 kam er. |Am 9. August, am 3. September und am 5. November ging er.",
                "Die Gebr. Grimm trafen Präs. Wilson und Mag. Huber. |Das ist, was ich mag. |Brandt auch.",
                "Im 19. Jahrhundert lebte Friedrich II. von Preußen. |Er starb.",
                "Es endete 1921. |Lenin blieb.",
                "Er sagte „Geh.“ |Dann ging er. |„Komm!“, rief sie.",
                "Das gilt z. B. für Dr. Brandt bzw. St. Gallen. |So war es.",
                "Er kam am 8. |Danach ging er.",
                "Die Fa. Krupp u. Co. KG zahlte rd. 20 Mio. Mark. |Das war viel.",
                "Am 15. März 44 v. Chr. starb Cäsar. |Rom blieb.",
                "Er wohnte Hauptstr. 5 und Berliner Str. 12. |Dann Bahnhofstr. 3a. |Die Hauptstr. Berlins war leer.",
                "Geboren am 2. 3. 1900, gestorben am 2. III. 1961 in Bonn. |Am 8. 3. 21 begann es.",
                "Am 25. Okt. 1917 schrieb Abg. Müller an Ew. Majestät. |Im Okt. |Danach nichts.",
                "Siehe Jg. 5, H. 3, Bl. 7, Taf. 2 und Jb. 1921. |Der hl. Petrus kam.",
                "Er war 16. |3 Leute kamen.",
                "Im Jahr 44 v. Chr. Cäsar tot, 5 Mio. Tote. |Das Ende kam am 1. Januar.",
                "Die KPdSU (s. S. 5, Nr. 3) tagte vom 8. bis 16. März. |Dann war Schluss.",
                "»Wer da?«, fragte er. |»Ich.« |Er ging.",
            ],
        );
    }

    #[test]
    fn french_spanish_russian() {
        assert_split(
            "fr",
            &[
                "« Partez ! » dit-il. |M. Brandt partit.",
                "Il a dit : « Non. » |Puis il partit.",
                "« Qui ? » |Elle rit. |« Moi. »",
                "En 44 av. J.-C. César mourut. |Le 1er mars 1917, Mme Brandt écrivit à Mgr Léon.",
                "En 44 ap. J.-C. César mourut. |Le 3 sept. 1939, le col. Brandt et le gén. Léon partirent.",
                "Voir col. 3, fasc. 2 et liv. II, par ex. Avrich. |Le 2. 3. 1900 il partit.",
                "Le prof. Léon vit le sgt. Brandt. |Il partit.",
                "Voir p. 5, t. II, chap. IV et chap. 3. |Il partit. |M. et Mme Brandt restèrent.",
            ],
        );
        assert_split(
            "es",
            &[
                "¿Quién es? |El Sr. García vino. |¡No!",
                "Los EE. UU. Mandaron al Gral. Pershing. |El 8 de marzo de 1921 llegó a Sta. Cruz.",
                "El 3 sept. 1939 el cap. García vio a Mons. Pérez (cf. Avrich, p. ej. Getzler, t. II). |El 2. 3. 1900 llegó.",
                "En Ntra. Sra. de la Paz vio a García. |Murió.",
                "Murió en 44 a. C. |Los demás huyeron (pág. 5).",
            ],
        );
        assert_split(
            "ru",
            &[
                "В 1921 г. Ленин победил. |В 1924 г. |Он умер.",
                "В. И. Ленин, т. е. Ульянов. |— Кто там? — спросил он.",
                "Он жил на ул. Горького и пл. Ленина, см. с. 5 и т. д. |Потом уехал.",
                "Зам. пред. Петров жил на ул. Ленина, д. 5, кв. 3. |Он умер.",
                "В окт. 1917 г. полк. Петров (РГАСПИ, ф. 5, оп. 1, ед. хр. 3, вып. 2) уехал. |Он умер 2. 3. 1900.",
                "Тт. Ленин и Троцкий, тт. Каменев и чл. ЦК Бухарин уехали на ст. Перово. |Он умер.",
                "По ст. ст. Ленин родился 10 апр. 1870 г. |Он умер.",
                "В 44 г. до н. э. Цезарь умер. |«Кто?» |«Я».",
            ],
        );
    }

    #[test]
    fn scripts_without_blanks_and_others() {
        assert_split(
            "zh",
            &[
                "成立。|随后毛泽东宣布。|“好！”|他说。",
                "1921年3月8日，大会开幕。|J. R. R. 托尔金也来了！|“谁？”",
                "他是J. R. R. 托尔金。|C. S. 刘易斯（C. S. Lewis）也来了。|完。",
                "《V. I. 列宁》出版了。|作者是V. Serge。|完。",
            ],
        );
        assert_split("ja", &["終わった。|そして始まった。", "著者はJ. R. R. トールキン。|次に進む。"]);
        assert_split(
            "ar",
            &[
                "هل جاء؟ |نعم. |ذهب.",
                "قال د. أحمد في ص. 5. |ثم ذهب. |«من هناك؟» |لا أحد!",
                "في عام 44 ق.م. كان قيصر حيا. |ثم مات.",
                "في سنة 5 هـ. كان ذلك، وفي 44 ق. م. قتل قيصر. |وكان ص.ب. 55 في القاهرة.",
                "قال أ.د. أحمد في ط. 2 وفي ج. 3. |ثم ذهب.",
                "في 8 مارس 1921 م. انعقد المؤتمر؛ ثم انتهى. |وكان ذلك كله.",
            ],
        );
        assert_split("hi", &["वह आया। |वह गया।"]);
    }

    #[test]
    fn the_bounds_are_those_of_the_text() {
        for text in ["", " ", ".", "…", "a.", "a. ", "\u{a0}.\u{a0}", "A.\nB. ", "[1] .[2] X", "é. É"] {
            let bounds = bounds(text, "en");
            assert_eq!((bounds.first(), bounds.last()), (Some(&0), Some(&text.len())), "{text:?}");
            assert!(bounds.iter().all(|at| text.is_char_boundary(*at)));
        }
    }
}
