//! The people whom the censor's copy of the page leaves out.

use crate::{Event, Mention, NoteId, PersonId, Section, Story, Target, words_of};

/// Whom the censor's copy of the page leaves out, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasure {
    /// The people, in the editors' order. Without any, there is no censor's copy.
    pub people: Vec<Erased>,
    /// The disc that covers the face in the article's picture.
    pub cover: Option<Disc>,
    /// The note that tells what was erased in fact.
    pub note: Option<NoteId>,
}

/// A person who is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// The id of the person.
    pub id: PersonId,
    /// The forms of the name that occur in texts, longest first.
    pub names: Vec<String>,
}

/// A disc on the article's picture, in a frame of 480 by 600 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disc {
    /// The horizontal position of its center.
    pub x: u32,
    /// The vertical position of its center.
    pub y: u32,
    /// Its radius.
    pub radius: u32,
}

/// A piece of a text: the name of a person who is left out, or the text between such names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'text> {
    /// A name.
    Name(&'text str),
    /// Other text.
    Other(&'text str),
}

/// How much the censor's copy removes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    /// The number of places in the article that name an erased person: in the title, headings, caption and sentences.
    pub places: usize,
    /// The number of events that lose a person.
    pub events: usize,
    /// The number of pictures that lose a person: the article's picture, and portraits.
    pub pictures: usize,
}

impl Erasure {
    /// Reports whether this person is left out.
    pub fn has(&self, id: &str) -> bool {
        self.people.iter().any(|person| *person.id == *id)
    }

    /// Reports whether everyone involved in an event is left out.
    pub fn empties(&self, event: &Event) -> bool {
        !event.people.is_empty() && event.people.iter().all(|id| self.has(id))
    }

    /// Splits a text at the names. A name is a whole word: "Trotsky" is not found in "Trotskyist". If several names begin at
    /// the same place, the longest counts.
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
    /// Returns how much the censor's copy removes from this story.
    pub fn losses(&self) -> Losses {
        let Self { article, erasure, .. } = self;
        let is_theirs = |mention: &Mention| matches!(&mention.target, Target::Person(id) if erasure.has(id));
        let in_sentences: usize = article
            .sentences()
            .map(|sentence| {
                // A mention of an erased person counts once, whatever its words are.
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
