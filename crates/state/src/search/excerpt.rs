//! What is shown of a hit: its title and an excerpt of its text, with the matches marked.

use super::Stretch;
use super::fold::Folded;
use super::matching::WHOLE_WORD;

/// The number of words of an excerpt before the match, and from the match onward.
const BEFORE: usize = 8;
const AFTER: usize = 13;
/// The length in bytes below which a rest of the text is not cut off.
const SCRAP: usize = 12;

impl Folded<'_> {
    /// Returns the first `shown` bytes of the text or, if `shown` is 0, the words around the best match: the first match
    /// with the most terms of the query nearby.
    pub fn excerpt(&self, shown: usize) -> Vec<Stretch> {
        let mut excerpt = Vec::new();
        if shown > 0 {
            self.mark(&mut excerpt, 0, shown);
            return excerpt;
        }
        let (mut most, mut middle) = (0, 0);
        for (index, word) in self.words.iter().enumerate() {
            let near = self.words.iter().skip(index).take(AFTER).fold(0, |near, other| near | other.terms);
            // One more term nearby outweighs any score.
            let score = near.count_ones() * (WHOLE_WORD + 1) + word.best.score;
            if word.best.score > 0 && score > most {
                (most, middle) = (score, word.end);
            }
        }
        if most > 0 {
            let (before, after) = self.text.as_bytes().split_at_checked(middle).unwrap_or_default();
            // The matched word is the last one before the middle.
            let mut spaces = 0;
            let space = before.iter().rposition(|byte| is_nth_space(*byte, &mut spaces, BEFORE + 1));
            let start = space.filter(|space| *space >= SCRAP).map_or(0, |space| space + 1);
            spaces = 0;
            let space = after.iter().position(|byte| is_nth_space(*byte, &mut spaces, AFTER));
            let end = space.filter(|space| after.len() - space > SCRAP).map_or(self.text.len(), |space| middle + space);
            if start > 0 {
                push(&mut excerpt, Some("… "), false);
            }
            self.mark(&mut excerpt, start, end);
            if end < self.text.len() {
                push(&mut excerpt, Some(" …"), false);
            }
        }
        excerpt
    }

    /// Appends the text from `start` to `end`, with the matches in it marked.
    pub fn mark(&self, stretches: &mut Vec<Stretch>, mut start: usize, end: usize) {
        for word in &self.words {
            let place = |index: usize| match self.letters.get(index) {
                Some(letter) if index < word.last => letter.place,
                _ => word.end,
            };
            let (from, to) = (place(word.first + word.best.first), place(word.first + word.best.last));
            if word.best.score > 0 && start <= from && to <= end {
                push(stretches, self.text.get(start..from), false);
                push(stretches, self.text.get(from..to), true);
                start = to;
            }
        }
        push(stretches, self.text.get(start..end), false);
    }
}

fn push(stretches: &mut Vec<Stretch>, words: Option<&str>, found: bool) {
    let words = words.unwrap_or_default();
    if !words.is_empty() {
        stretches.push(Stretch { words: words.to_owned(), found });
    }
}

/// Reports whether a byte is the `nth` space; `spaces` counts the spaces so far. Control characters count as spaces.
fn is_nth_space(byte: u8, spaces: &mut usize, nth: usize) -> bool {
    *spaces += usize::from(byte <= b' ');
    *spaces == nth
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::examples::{assert_titles, entry, note, shown};
    use crate::search::rank::search;
    use crate::search::{Entry, Kind, Language};

    fn plain(stretches: &[Stretch]) -> String {
        stretches.iter().map(|stretch| stretch.words.as_str()).collect()
    }

    #[test]
    fn what_matched_is_marked() {
        assert_titles(&[
            ("Leon Trotsky", "leon trotsky", "[Leon] [Trotsky]"),
            ("Leon Trotsky", "trot", "Leon [Trot]sky"),
            ("Leon Trotsky", "otsky", "Leon Tr[otsky]"),
            ("Leon Trotsky", "trotzky", "Leon [Trotsky]"),
            ("“Ramón”!", "ramo", "“[Ramó]n”!"),
            ("Ramo\u{301}n", "ramo", "[Ramo\u{301}]n"),
            ("Ramo\u{301}", "ramo", "[Ramo\u{301}]"),
            ("Große Straße", "strasse", "Große [Straße]"),
            ("Große Straße", "grosse", "[Große] Straße"),
            ("Ægir", "aegir", "[Ægir]"),
            ("Ægir", "a", "[Æ]gir"),
            ("Ægir", "ægi", "[Ægi]r"),
            ("Brest-Litovsk", "litovsk", "Brest-[Litovsk]"),
            ("Brest-Litovsk", "brest-lit", "[Brest]-[Lit]ovsk"),
            ("Kron\u{AD}stadt", "kronstadt", "[Kron\u{AD}stadt]"),
            ("A pick-axe, once", "pickaxe", "A [pick]-[axe], once"),
            ("A pick-axe, once", "picka", "A [pick]-[a]xe, once"),
            ("Ice axe", "iceaxe", "[Ice] [axe]"),
            ("A pickaxe, once", "pick-axe", "A [pickaxe], once"),
            ("A pickaxe, once", "pick-ax", "A [pickax]e, once"),
        ]);
    }

    #[test]
    fn an_excerpt_is_what_stands_around_the_match() {
        let numbers: Vec<_> = (10..60).map(|number| number.to_string()).collect();
        let text = numbers.join(" ");
        assert_eq!(shown("", &text, "30").1, "… 22 23 24 25 26 27 28 29 [30] 31 32 33 34 35 36 37 38 39 40 41 42 …");
        assert_eq!(shown("", &text, "10").1, "[10] 11 12 13 14 15 16 17 18 19 20 21 22 …");
        assert_eq!(shown("", &text, "59").1, "… 51 52 53 54 55 56 57 58 [59]");
        // A word or two is not worth cutting off.
        assert_eq!(
            shown("", &text, "20").1,
            "10 11 12 13 14 15 16 17 18 19 [20] 21 22 23 24 25 26 27 28 29 30 31 32 …"
        );
        assert_eq!(
            shown("", &text, "45").1,
            "… 37 38 39 40 41 42 43 44 [45] 46 47 48 49 50 51 52 53 54 55 56 57 58 59"
        );
        // The excerpt is taken from where most of the query is.
        assert_eq!(
            shown("", &text, "1 45 46").1,
            "… 37 38 39 40 41 42 43 44 [45] [46] 47 48 49 50 51 52 53 54 55 56 57 58 59"
        );
        assert_eq!(shown("Twenty", &text, "twenty"), ("[Twenty]".into(), String::new()));
        assert_eq!(shown("Twenty", "(20)", "twenty 20"), ("[Twenty]".into(), "([20])".into()));
        assert_eq!(shown("", "A hundred men of the Red Army.", "red").1, "A hundred men of the [Red] Army.");
    }

    #[test]
    fn what_is_always_shown_is_no_excerpt() {
        let about = "Head of the Comintern";
        let text = [about, " · Hirsch Apfelbaum"].concat();
        let entry = Entry { shown: about.len(), ..entry(Kind::Person, "Zinoviev", &text) };
        let excerpt = |query: &str| {
            let hits = search(std::slice::from_ref(&entry), query, &Language::default(), 1);
            (plain(&hits[0].excerpt), hits[0].excerpt.iter().any(|stretch| stretch.found))
        };
        assert_eq!(excerpt("apfelbaum"), (about.to_owned(), false));
        assert_eq!(excerpt("comintern"), (about.to_owned(), true));
    }

    #[test]
    fn an_excerpt_is_cut_at_spaces() {
        let text = "one two three (four) Brest-Litovsk six seven eight nine ten eleven twelve here \
            two three four five six seven eight nine ten eleven (twelve thirteen-fourteen) fifteen sixteen seventeen";
        assert_eq!(
            shown("", text, "here").1,
            "… Brest-Litovsk six seven eight nine ten eleven twelve [here] \
             two three four five six seven eight nine ten eleven (twelve thirteen-fourteen) …"
        );
    }

    #[test]
    fn nothing_is_lost() {
        let texts = [
            "",
            " ",
            "Ramón, “Ćwierć”; Кронштадт’s Ёлка",
            "  a\n\tb  (c) – d…  ",
            "e\u{301}\u{301}e\u{301} \u{301}e ß ßß æß",
            "s's 's s' ’s’s’ o’s",
            "🙂 a🙂b 漢字 Straße\u{200B} \u{AD}x\u{AD}",
        ];
        let queries =
            ["a", "e", "s", "ss", "r", "cw", "ronsta", "ramnon", "елка", "b d", "x", "🙂", "漢", "字", "asse", "o's"];
        let mut hits = 0;
        for title in texts {
            for text in texts {
                for query in queries {
                    let long = ["x y z ", &[text; 30].join(" "), "\n"].concat();
                    for text in [text, &long] {
                        let found = search(&[note(title, text)], query, &Language::default(), 1);
                        for hit in found.into_iter().filter(|hit| hit.kind.answers()) {
                            assert_eq!(plain(&hit.title), title);
                            let excerpt = plain(&hit.excerpt);
                            let excerpt = excerpt.strip_prefix("… ").unwrap_or(&excerpt);
                            let excerpt = excerpt.strip_suffix(" …").unwrap_or(excerpt);
                            assert!(text.contains(excerpt), "{excerpt}");
                            let shown = [hit.title, hit.excerpt].concat();
                            assert!(shown.iter().any(|stretch| stretch.found), "{query} {title} {text}");
                            assert!(shown.iter().all(|stretch| !stretch.words.is_empty()));
                            hits += 1;
                        }
                    }
                }
            }
        }
        assert!(hits > 100, "{hits}");
    }
}
