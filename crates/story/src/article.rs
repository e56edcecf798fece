//! The author's article.

use std::collections::BTreeSet;

use crate::block::{self, Block, Media};
use crate::paragraph::{Excerpt, Paragraph, Sentence};
use crate::{Author, Mention, OwnMark, Prose, SectionId, Target, words_of};

/// The author's text, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The title, word for word.
    pub title: String,
    /// The same words, with their marks.
    pub title_prose: Prose,
    /// The references to notes after the title.
    pub title_notes: Vec<Mention>,
    /// The references in the title to the author's own notes. These are also placed at its end.
    pub title_own_notes: Vec<OwnMark>,
    /// The authors, at least one.
    pub authors: Vec<Author>,
    /// The day of publication, in ISO 8601.
    pub date: String,
    /// The line under the title, word for word.
    pub byline: Prose,
    /// The text that leads into the article, between title and byline, word for word.
    pub standfirst: Vec<Paragraph>,
    /// The caption of the picture, word for word.
    pub caption: Prose,
    /// The picture beside the title.
    pub picture: Option<Picture>,
    /// The reading time in minutes, rounded up, at least one.
    pub reading_minutes: u32,
    /// The text, in reading order.
    pub sections: Vec<Section>,
    /// The author's own notes, in the order of their numbers.
    pub own_notes: Vec<OwnNote>,
}

/// A note by the author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnNote {
    /// The number of the note in the order of the references, from 1.
    pub number: u32,
    /// The number of references to the note in the article.
    pub references: u32,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The URL, relative to the page.
    pub address: String,
    /// The alternative text.
    pub description: String,
    /// Who made the picture and under what license; empty if the editors do not say.
    pub credit: String,
}

/// A part of the article under a second-level heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The id of the section, made from the heading.
    pub id: SectionId,
    /// The heading; `None` for text before the first one.
    pub heading: Option<Prose>,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
}

impl Article {
    /// Returns all running text, in reading order: the standfirst, the text, the author's notes.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut paragraphs: Vec<_> = self.standfirst.iter().collect();
        for section in &self.sections {
            block::collect(&section.blocks, &mut paragraphs);
        }
        for note in &self.own_notes {
            block::collect(&note.blocks, &mut paragraphs);
        }
        paragraphs
    }

    /// Returns all sentences, in reading order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.paragraphs().into_iter().flat_map(|paragraph| &paragraph.sentences)
    }

    /// Returns all mentions: those in the title, then the others in reading order.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        let mentioned = self.sentences().flat_map(Sentence::mentioned).map(|mentioned| mentioned.mention);
        self.title_notes.iter().chain(mentioned)
    }

    /// Returns the pictures, sounds and films in the article's figures, in reading order. The picture beside the title is
    /// not among them.
    pub fn media(&self) -> Vec<&Media> {
        let mut media = Vec::new();
        let blocks =
            self.sections.iter().map(|section| &section.blocks).chain(self.own_notes.iter().map(|note| &note.blocks));
        blocks.for_each(|blocks| block::collect_media(blocks, &mut media));
        media
    }

    /// Returns the addresses of all files in the article's figures, including captions of sounds and films.
    pub fn media_addresses(&self) -> BTreeSet<String> {
        self.media().into_iter().flat_map(Media::addresses).cloned().collect()
    }

    /// Returns the first mention of `target` in each sentence that has one.
    pub fn excerpts(&self, target: &Target) -> Vec<Excerpt> {
        self.sentences().filter_map(|sentence| sentence.excerpt(target)).collect()
    }
}

impl Section {
    /// Returns the words of the section's own heading and of the headings inside it.
    pub fn headings(&self) -> Vec<String> {
        let mut headings: Vec<_> = self.heading.iter().map(|heading| words_of(heading)).collect();
        block::collect_headings(&self.blocks, &mut headings);
        headings
    }

    /// Returns the running text, in reading order.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut paragraphs = Vec::new();
        block::collect(&self.blocks, &mut paragraphs);
        paragraphs
    }
}
