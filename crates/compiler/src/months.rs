//! The names of months as articles write them, whatever language their story has: a quotation may be in another one.

/// Names and abbreviations without their stops, in lowercase: German, English, French, Spanish, Italian, Portuguese, Dutch,
/// Danish, Norwegian, Swedish, Czech, Polish and Russian. Those that are alike stand once.
const NAMES: &str = "\
    januar jänner februar feber märz april mai juni juli august september oktober november dezember jan jän feb febr mrz apr jun jul \
    aug sep sept okt nov dez \
    january february march may june july october december mar oct dec \
    janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc \
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre \
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre \
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro \
    januari februari maart mei augustus \
    marts maj oktober desember augusti \
    ledna února března dubna května června července srpna září října listopadu prosince \
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października grudnia \
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря";

/// The names of months that exist only in German.
const GERMAN: [&str; 9] = ["Januar", "Jänner", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember"];

/// The names of German months that other languages have, too.
const SHARED: [&str; 4] = ["April", "August", "September", "November"];

/// German words before a day of the month.
const BEFORE: [&str; 14] =
    ["am", "vom", "zum", "beim", "der", "den", "dem", "des", "bis", "ab", "seit", "nach", "vor", "und"];

/// Reports whether a text begins with the name of a month, or its abbreviation with a stop.
pub(crate) fn begins(text: &str) -> bool {
    let word = first_word(text);
    let name = word.to_lowercase();
    let is_short =
        text[word.len()..].starts_with('.') || name.chars().count() > 3 || ["mai", "may", "mei"].contains(&&*name);
    is_short && NAMES.split_whitespace().any(|known| known == name)
}

/// Reports whether a text that follows the number of a day begins with a German month. `before` is the text before the
/// number, which tells the language if the name of the month does not.
pub(crate) fn is_german(text: &str, before: &str) -> bool {
    let month = first_word(text);
    if GERMAN.contains(&month) {
        return true;
    }
    let before = before.trim_end().rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    SHARED.contains(&month) && BEFORE.contains(&before.to_lowercase().as_str())
}

fn first_word(text: &str) -> &str {
    &text[..text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_a_text() {
        for text in ["Mai 1921", "März", "mars 1921", "Okt. 1917", "May Day", "NOVEMBER 1879", "марта"] {
            assert!(begins(text), "{text}");
        }
        for text in ["Maine", "Marching on", "Mar a Lago", "Mart", "Dec, the actor", "", "8"] {
            assert!(!begins(text), "{text}");
        }
    }

    #[test]
    fn words_before_a_day_tell_its_language() {
        assert!(
            is_german("März 1921", "He wrote ") && is_german("April 1921", "Am ") && is_german("August", "bis zum ")
        );
        assert!(!is_german("April came", "He was ") && !is_german("March 1921", "am ") && !is_german("Maine", "am "));
    }
}
