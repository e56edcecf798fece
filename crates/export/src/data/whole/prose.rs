//! Running text, and what it refers to.

use palimpsest_story::{Mark, Paragraph, Sentence, Target};
use schemars::JsonSchema;
use serde::Serialize;

/// Running text: runs of words, in order.
pub(super) type Prose<'s> = Vec<Run<'s>>;

/// A run of words that are set alike and refer to the same thing. Fields that say nothing are left out.
#[derive(Serialize, JsonSchema)]
pub(super) struct Run<'s> {
    /// The words, spaces included. A line feed is a line break.
    text: &'s str,
    /// How they are set, the outermost first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    set: Vec<Setting>,
    /// The address of another site that they link to.
    #[serde(skip_serializing_if = "Option::is_none")]
    away: Option<&'s str>,
    /// What they mention; only in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<Mention<'s>>,
    /// The number of the author's own note that is referred to here; only in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    own_note: Option<u32>,
    /// What they link to or cite; only in the editors' texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<Reference<'s>>,
    /// The passage that they cite.
    #[serde(skip_serializing_if = "Option::is_none")]
    passage: Option<&'s str>,
}

/// How words are set.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Setting {
    /// Stressed, like HTML's `<em>`.
    Emphasis,
    /// Important, like HTML's `<strong>`.
    Strong,
    /// No longer meant, like HTML's `<s>`.
    Struck,
    /// Code, like HTML's `<code>`.
    Code,
    /// Raised.
    Superscript,
    /// Lowered.
    Subscript,
    /// In small capitals.
    SmallCapitals,
}

/// A place in the article that mentions something. A reference to a note has no words.
#[derive(Serialize, JsonSchema)]
pub(super) struct Mention<'s> {
    /// Its fragment on the page.
    id: &'s str,
    /// What is mentioned.
    of: Reference<'s>,
}

/// A person, an event, a note or a source of the story.
#[derive(Serialize, JsonSchema)]
pub(super) struct Reference<'s> {
    /// What it is.
    kind: Kind,
    /// Its id.
    id: &'s str,
}

/// What a reference leads to.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// One of `people`.
    Person,
    /// One of `events`.
    Event,
    /// One of `notes`.
    Note,
    /// One of `sources`.
    Source,
}

/// A sentence of the article.
#[derive(Serialize, JsonSchema)]
pub(super) struct Words<'s> {
    /// Its fragment on the page.
    id: &'s str,
    /// The words.
    text: Prose<'s>,
    /// The whitespace before the next sentence. A line feed is a line break.
    space: &'s str,
}

impl<'s> Reference<'s> {
    pub(super) fn of(target: &'s Target) -> Self {
        let kind = match target {
            Target::Person(_) => Kind::Person,
            Target::Event(_) => Kind::Event,
            Target::Note(_) => Kind::Note,
            Target::Source(_) => Kind::Source,
        };
        Self { kind, id: target.fragment() }
    }
}

impl<'s> Mention<'s> {
    pub(super) fn of(mention: &'s palimpsest_story::Mention) -> Self {
        let palimpsest_story::Mention { id, target, linked: _ } = mention;
        Self { id, of: Reference::of(target) }
    }
}

/// A text as runs.
pub(super) fn prose(prose: &palimpsest_story::Prose) -> Prose<'_> {
    prose.iter().map(run).collect()
}

/// Paragraphs as runs.
pub(super) fn paragraphs(paragraphs: &[palimpsest_story::Prose]) -> Vec<Prose<'_>> {
    paragraphs.iter().map(prose).collect()
}

/// The sentences of a paragraph.
pub(super) fn sentences(Paragraph { sentences }: &Paragraph) -> Vec<Words<'_>> {
    sentences.iter().map(sentence).collect()
}

fn sentence(Sentence { id, prose: words, space }: &Sentence) -> Words<'_> {
    Words { id, text: prose(words), space }
}

fn run(inline: &palimpsest_story::Inline) -> Run<'_> {
    let palimpsest_story::Inline { text, marks, mention, own_note, link, passage } = inline;
    let away = marks.iter().find_map(|mark| if let Mark::Away(address) = mark { Some(address.as_str()) } else { None });
    let setting = |mark: &Mark| match mark {
        Mark::Stress => Some(Setting::Emphasis),
        Mark::Strong => Some(Setting::Strong),
        Mark::Struck => Some(Setting::Struck),
        Mark::Code => Some(Setting::Code),
        Mark::Superscript => Some(Setting::Superscript),
        Mark::Subscript => Some(Setting::Subscript),
        Mark::SmallCapitals => Some(Setting::SmallCapitals),
        Mark::Away(_) => None,
    };
    Run {
        text,
        set: marks.iter().filter_map(setting).collect(),
        away,
        mention: mention.as_ref().map(Mention::of),
        own_note: own_note.map(|mark| mark.number),
        link: link.as_ref().map(Reference::of),
        passage: passage.as_deref(),
    }
}
