//! Splits what was found at names, so that the names of the people whom the censor's copy leaves out are marked there as
//! well.

use super::Stretch;

/// A piece of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'text> {
    /// The text as it is written.
    pub words: &'text str,
    /// Whether the query matched it.
    pub found: bool,
    /// Whether the piece is one of the names, or a part of one.
    pub erased: bool,
}

/// Splits the stretches of one text where a name begins or ends, which may be inside a stretch. A name is a whole word. If
/// several names begin at the same place, the first in the list counts.
pub fn pieces<'text>(stretches: &'text [Stretch], names: &[String]) -> Vec<Piece<'text>> {
    let text: String = stretches.iter().map(|stretch| stretch.words.as_str()).collect();
    // The positions where names begin and end, alternately.
    let edges = edges(&text, names);
    let mut pieces = Vec::new();
    let mut first = 0;
    for Stretch { words, found } in stretches {
        let last = first + words.len();
        let mut done = first;
        for edge in edges.iter().copied().chain([last]).filter(|edge| first < *edge && *edge <= last) {
            let erased = edges.iter().filter(|edge| **edge <= done).count() % 2 == 1;
            let piece = words.get(done - first..edge - first).filter(|words| !words.is_empty());
            pieces.extend(piece.map(|words| Piece { words, found: *found, erased }));
            done = edge;
        }
        first = last;
    }
    pieces
}

fn edges(text: &str, names: &[String]) -> Vec<usize> {
    let mut edges = Vec::new();
    let mut after_letter = false;
    for (at, letter) in text.char_indices() {
        if !after_letter && edges.last().is_none_or(|end| *end <= at) {
            let rest = text.get(at..).unwrap_or_default();
            let is_here = |name: &&String| rest.strip_prefix(&***name).is_some_and(|rest| !rest.starts_with(is_letter));
            if let Some(name) = names.iter().find(is_here) {
                edges.extend([at, at + name.len()]);
            }
        }
        after_letter = is_letter(letter);
    }
    edges
}

/// Reports whether a character belongs to a word, as far as names are concerned. The standard library's table would be
/// larger than the rest of this module.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '\u{C0}'..'\u{2000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes the pieces as the text is written: stretches are separated by `|`, and matched ones begin with `+`. Names are
    /// put in brackets.
    fn taken_apart(text: &str) -> String {
        let stretch = |words: &str| {
            let found = words.starts_with('+');
            Stretch { words: words.trim_start_matches('+').to_owned(), found }
        };
        let stretches: Vec<Stretch> = text.split('|').map(stretch).collect();
        let names = ["Leon Trotsky", "Trotsky"].map(str::to_owned);
        let written = |piece: Piece| {
            let found = if piece.found { "+" } else { "" };
            if piece.erased { format!("{found}[{}]", piece.words) } else { format!("{found}{}", piece.words) }
        };
        pieces(&stretches, &names).into_iter().map(written).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn names_are_whole_words() {
        for (text, apart) in [
            ("", ""),
            ("Lenin", "Lenin"),
            ("Trotsky", "[Trotsky]"),
            ("Trotskyists, Trotsky’s, (Trotsky)", "Trotskyists, |[Trotsky]|’s, (|[Trotsky]|)"),
            ("Leon Trotsky, not Leon", "[Leon Trotsky]|, not Leon"),
            ("StalinTrotsky, ÉTrotsky, Trotskyé", "StalinTrotsky, ÉTrotsky, Trotskyé"),
            ("Trotsky Trotsky", "[Trotsky]| |[Trotsky]"),
            ("“Trotsky”", "“|[Trotsky]|”"),
        ] {
            assert_eq!(taken_apart(text), apart);
        }
    }

    #[test]
    fn names_reach_over_what_was_found() {
        for (text, apart) in [
            ("Leon |+Trot|sky", "[Leon ]|+[Trot]|[sky]"),
            ("+Trotsky|ist", "+Trotsky|ist"),
            ("Kamenev and |+Trotsky| on the timeline", "Kamenev and |+[Trotsky]| on the timeline"),
            ("+Leon Trotsky and Lenin", "+[Leon Trotsky]|+ and Lenin"),
        ] {
            assert_eq!(taken_apart(text), apart);
        }
    }

    #[test]
    fn nobody_is_erased_where_there_are_no_names() {
        let stretches = [Stretch { words: "Trotsky".to_owned(), found: false }];
        assert_eq!(pieces(&stretches, &[]), [Piece { words: "Trotsky", found: false, erased: false }]);
    }
}
