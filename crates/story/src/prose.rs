//! Running text: runs of words, each with at most one emphasis and at most one mention or link.

use crate::{Citation, EventId, MentionId, NoteId, PassageId, PersonId, SourceId};

/// The words of a paragraph or a sentence, split where an emphasis, a mention or a link begins or ends.
pub type Prose = Vec<Inline>;

/// A run of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The words, spaces included. A line feed is a line break that the author made.
    pub text: String,
    /// How all of the words are set, the outermost first.
    pub marks: Vec<Mark>,
    /// What the words mention; only in the article. Runs of one mention stand side by side and share it.
    pub mention: Option<Mention>,
    /// The author's own note that is referred to here, on no words; only in the article.
    pub own_note: Option<OwnMark>,
    /// The target of a link or a citation; only in the editors' texts.
    pub link: Option<Target>,
    /// The passage that a citation names.
    pub passage: Option<PassageId>,
}

impl Inline {
    /// Words without anything.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The citation that the words are.
    pub fn citation(&self) -> Option<Citation> {
        let Some(Target::Source(source)) = &self.link else { return None };
        Some(Citation { source: source.clone(), passage: self.passage.clone() })
    }
}

/// The words of a text, without anything that is on them.
pub fn words_of(prose: &[Inline]) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// The words of an editors' text without emphasis, links and citations: `He was shot (Smele 2015).` becomes `He was shot.`
pub fn uncited(prose: &Prose) -> String {
    let mut words = String::new();
    let mut is_within = false;
    for inline in prose {
        if inline.citation().is_some() {
            if !is_within {
                let before = words.strip_suffix('(').unwrap_or(&words).trim_end().len();
                words.truncate(before);
            }
            is_within = true;
        } else if !is_within {
            words.push_str(&inline.text);
        } else if let Some(after) = inline.text.strip_prefix(')') {
            words.push_str(after);
            is_within = false;
        }
    }
    words
}

/// How words are set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// HTML's `<em>`.
    Stress,
    /// HTML's `<strong>`.
    Strong,
    /// No longer meant: HTML's `<s>`.
    Struck,
    /// HTML's `<code>`.
    Code,
    /// HTML's `<sup>`.
    Superscript,
    /// HTML's `<sub>`.
    Subscript,
    /// Small capitals.
    SmallCapitals,
    /// A link out of the page, to this address; only in the article.
    Away(String),
}

/// A place in the article that refers to one of the author's own notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnMark {
    /// The number of the note, from 1.
    pub number: u32,
    /// Which of the references to it this is, from 1.
    pub place: u32,
}

/// A place in the article that mentions a person, an event or a note. A note reference has no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Made from the position in the article.
    pub id: MentionId,
    /// The person, event or note.
    pub target: Target,
    /// Whether it is a link: the first mention of a target in a paragraph is, later ones only where the editors made
    /// them links.
    pub linked: bool,
}

/// The target of a mention or a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A person with a card.
    Person(PersonId),
    /// An event of the timeline.
    Event(EventId),
    /// A note of the editors.
    Note(NoteId),
    /// A cited work.
    Source(SourceId),
}

impl Target {
    /// The URL fragment of the target, without `#`.
    pub fn fragment(&self) -> &str {
        match self {
            Self::Person(id) => id,
            Self::Event(id) => id,
            Self::Note(id) => id,
            Self::Source(id) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_leave_no_trace() {
        let plain = |text: &str| Inline::plain(text);
        let cited = |text: &str| Inline { link: Some(Target::Source("smele".into())), ..plain(text) };
        let prose = vec![
            plain("Accused in "),
            Inline { link: Some(Target::Event("trial".into())), ..plain("a trial") },
            plain(" (the first) ("),
            cited("Smele 2015, p. 946"),
            plain("; "),
            cited("UPI 1988"),
            plain("), he was shot ("),
            cited("Smele 2015"),
            plain(")."),
        ];
        assert_eq!(uncited(&prose), "Accused in a trial (the first), he was shot.");
        assert_eq!(uncited(&vec![plain("No source (yet).")]), "No source (yet).");
        assert_eq!(uncited(&Prose::new()), "");
    }
}
