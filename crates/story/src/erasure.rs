//! The people whom the censor's copy of the page leaves out.

use crate::{Event, Mention, NoteId, PersonId, Section, Story, Target, words_of};

/// Whom the censor's copy of the page leaves out, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasure {
    /// The people, in the editors' order. Without any there is no such copy.
    pub people: Vec<Erased>,
    /// What covers the face in the article's picture.
    pub cover: Option<Disc>,
    /// The note that tells what was really erased.
    pub note: Option<NoteId>,
}

/// Somebody who is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// Who it is.
    pub id: PersonId,
    /// The forms in which texts write the name, the longest first.
    pub names: Vec<String>,
}

/// A disc on the article's picture, in a frame of 480 by 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disc {
    /// The horizontal position of its center.
    pub x: u32,
    /// The vertical position of its center.
    pub y: u32,
    /// Its radius.
    pub radius: u32,
}

/// A part of a text: a name of somebody who is left out, or what stands between such names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'text> {
    /// A name.
    Name(&'text str),
    /// Other words.
    Other(&'text str),
}

/// How much the censor's copy takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// The places in the article that name somebody: title, headings, caption and sentences.
    pub places: usize,
    /// The events that lose somebody.
    pub events: usize,
    /// The pictures that lose somebody: the article's, and portraits.
    pub pictures: usize,
}

impl Erasure {
    /// Whether this person is left out.
    pub fn has(&self, id: &str) -> bool {
        self.people.iter().any(|person| *person.id == *id)
    }

    /// Whether nobody is left in an event.
    pub fn empties(&self, event: &Event) -> bool {
        !event.people.is_empty() && event.people.iter().all(|id| self.has(id))
    }

    /// Takes a text apart at the names. A name is a whole word: "Trotsky" is not found in "Trotskyist". Of the names that
    /// begin at one place the longest counts.
    pub fn pieces<'text>(&self, text: &'text str) -> Vec<Piece<'text>> {
        let names = || self.people.iter().flat_map(|person| &person.names);
        let mut pieces = Vec::new();
        let (mut done, mut at) = (0, 0);
        while let Some(letter) = text[at..].chars().next() {
            let rest = &text[at..];
            let begins_a_word = !text[..at].ends_with(char::is_alphanumeric);
            let found = names()
                .filter(|_| begins_a_word)
                .filter(|name| {
                    rest.strip_prefix(name.as_str()).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
                })
                .max_by_key(|name| name.len());
            let Some(name) = found else {
                at += letter.len_utf8();
                continue;
            };
            if done < at {
                pieces.push(Piece::Other(&text[done..at]));
            }
            at += name.len();
            pieces.push(Piece::Name(&rest[..name.len()]));
            done = at;
        }
        if done < text.len() {
            pieces.push(Piece::Other(&text[done..]));
        }
        pieces
    }

    fn names_in(&self, text: &str) -> usize {
        self.pieces(text).iter().filter(|piece| matches!(piece, Piece::Name(_))).count()
    }
}

impl Story {
    /// How much the censor's copy takes from this story.
    pub fn losses(&self) -> Losses {
        let Self { article, erasure, .. } = self;
        let is_theirs = |mention: &Mention| matches!(&mention.target, Target::Person(id) if erasure.has(id));
        let in_sentences: usize = article
            .sentences()
            .map(|sentence| {
                // A whole mention is theirs, whatever its words are.
                let mentions = sentence.mentioned().iter().filter(|mentioned| is_theirs(mentioned.mention)).count();
                let others = sentence.prose.iter().filter(|inline| !inline.mention.as_ref().is_some_and(is_theirs));
                mentions + others.map(|inline| erasure.names_in(&inline.text)).sum::<usize>()
            })
            .sum();
        let headings = article.sections.iter().flat_map(Section::headings);
        let elsewhere: usize = headings
            .chain([words_of(&article.title_prose), words_of(&article.caption)])
            .map(|text| erasure.names_in(&text))
            .sum();
        let covered = article.picture.is_some() && erasure.cover.is_some();
        let portraits = self.people.iter().filter(|person| person.portrait.is_some() && erasure.has(&person.id));
        Losses {
            places: in_sentences + elsewhere,
            events: self.events.iter().filter(|event| event.people.iter().any(|id| erasure.has(id))).count(),
            pictures: usize::from(covered) + portraits.count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn erasure(names: &[&str]) -> Erasure {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Erasure { people: vec![Erased { id: "trotsky".into(), names }], ..Erasure::default() }
    }

    fn names<'text>(erasure: &Erasure, text: &'text str) -> Vec<&'text str> {
        let name = |piece| match piece {
            Piece::Name(name) => Some(name),
            Piece::Other(_) => None,
        };
        erasure.pieces(text).into_iter().filter_map(name).collect()
    }

    #[test]
    fn names_are_whole_words_and_may_have_a_genitive() {
        let erasure = erasure(&["Leon Trotsky", "Trotsky"]);
        assert_eq!(names(&erasure, "Trotskyists, Trotsky’s, (Trotsky)"), ["Trotsky", "Trotsky"]);
        assert_eq!(names(&erasure, "Leon Trotsky, not Leon"), ["Leon Trotsky"]);
        assert_eq!(names(&erasure, "StalinTrotsky, Éléonore"), Vec::<&str>::new());
    }

    #[test]
    fn the_pieces_are_the_text() {
        let erasure = erasure(&["Trotsky"]);
        for text in ["", "Trotsky", "Trotsky Trotsky’s", "Lenin – Trotsky – Étienne", "nobody"] {
            let words = |piece| match piece {
                Piece::Name(words) | Piece::Other(words) => words,
            };
            assert_eq!(erasure.pieces(text).into_iter().map(words).collect::<String>(), text);
        }
        let expected = [Piece::Other("16 of "), Piece::Name("Trotsky"), Piece::Other("’s allies")];
        assert_eq!(erasure.pieces("16 of Trotsky’s allies"), expected);
    }

    #[test]
    fn nobody_has_no_names() {
        assert_eq!(Erasure::default().pieces("Trotsky"), [Piece::Other("Trotsky")]);
    }
}
