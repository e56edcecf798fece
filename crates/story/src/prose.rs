//! Running text: runs of words, each with any number of marks and at most one mention or link.

use crate::{Citation, EventId, MentionId, NoteId, PassageId, PersonId, SourceId};

/// The words of a paragraph or a sentence, split where a mark, a mention or a link begins or ends.
pub type Prose = Vec<Inline>;

/// A run of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The words, including spaces. A line feed is a line break by the author.
    pub text: String,
    /// The marks on all of the words, outermost first.
    pub marks: Vec<Mark>,
    /// What the words mention; used only in the article. The runs of one mention are adjacent and share it.
    pub mention: Option<Mention>,
    /// The reference to one of the author's own notes, on a run without words; used only in the article.
    pub own_note: Option<OwnMark>,
    /// The target of a link or a citation; used only in the editors' texts.
    pub link: Option<Target>,
    /// The passage that a citation names.
    pub passage: Option<PassageId>,
}

impl Inline {
    /// Creates a run of words without marks, mentions or links.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Returns the citation that the run is, if its link leads to a source.
    pub fn citation(&self) -> Option<Citation> {
        let Some(Target::Source(source)) = &self.link else { return None };
        Some(Citation { source: source.clone(), passage: self.passage.clone() })
    }
}

/// Returns the words of a text, without marks, mentions and links.
pub fn words_of(prose: &[Inline]) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// Returns the words of an editors' text without marks, links and citations: `He was shot (Smele 2015).` becomes
/// `He was shot.`
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

/// How words are set, or where they link to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// HTML's `<em>`.
    Stress,
    /// HTML's `<strong>`.
    Strong,
    /// Words that are no longer meant: HTML's `<s>`.
    Struck,
    /// HTML's `<code>`.
    Code,
    /// HTML's `<sup>`.
    Superscript,
    /// HTML's `<sub>`.
    Subscript,
    /// Small capitals.
    SmallCapitals,
    /// A link to this address outside the page; used only in the article.
    Away(String),
}

/// A place in the article that refers to one of the author's own notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnMark {
    /// The number of the note, from 1.
    pub number: u32,
    /// The position of this reference among those to the same note, from 1.
    pub place: u32,
}

/// A place in the article that mentions a person, an event or a note. A note reference has no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The id of the mention, made from its position in the article.
    pub id: MentionId,
    /// The person, event or note.
    pub target: Target,
    /// Whether the mention is a link: the first mention of a target in a paragraph is, later ones only where the editors
    /// made them links.
    pub linked: bool,
}

/// The target of a mention or a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A person with a card.
    Person(PersonId),
    /// An event of the timeline.
    Event(EventId),
    /// A note by the editors.
    Note(NoteId),
    /// A cited work.
    Source(SourceId),
}

impl Target {
    /// Returns the URL fragment of the target, without `#`.
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
