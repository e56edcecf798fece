//! Adds citations to a text: those in brackets, and those within a sentence.

use std::ops::Range;

use palimpsest_story::Mark;

use super::{Reader, Voice};
use crate::annotated::{Link, LinkKind};
use crate::citations;
use crate::diagnostic::{Diagnostic, Severity};

impl Reader<'_> {
    /// Adds a text of the file, with the citations within its sentences.
    pub(crate) fn text(&mut self, text: &str, range: Range<usize>, problems: &mut Vec<Diagnostic>) {
        let start = range.start.max(self.cited);
        if start >= range.end {
            return;
        }
        let is_literal = self.file.text.get(range.clone()) == Some(text);
        if self.voice != Voice::Author
            && is_literal
            && let Some(link) = &self.link
            && let Some(found) = citations::in_text(&self.file.text, start..range.end)
        {
            let message = "a citation within a link leads to two places";
            let help = format!("write it after the link, as in [words](#{}) [@{}]", link.target, found.key);
            problems.push(Diagnostic::error(self.file.id.at(found.range), message).help(help));
        }
        if self.voice == Voice::Author || self.link.is_some() || !is_literal {
            // The character reference of a line break is white space.
            return self.words(&text.replace('\n', " "));
        }
        let file = self.file;
        let mut from = start;
        while from < range.end {
            let Some(found) = citations::in_text(&file.text, from..range.end) else { break };
            self.words(&file.text[from..found.range.start]);
            let place = file.id.at(found.key_range);
            problems.extend(self.ids.uncitable(found.key, place).map(|problem| match problem.severity {
                Severity::Error => problem.help("write \\@ for the character itself, or the id of a source"),
                Severity::Warning => problem,
            }));
            let (author, rest) = self.ids.label_parts(found.key).unwrap_or(("", found.key));
            let author = if found.hides_author { "" } else { author };
            self.words(author);
            self.words(if author.is_empty() { "(" } else { " (" });
            let locator = citations::dashed(found.locator);
            if file.text[..found.range.start].strip_suffix('[').is_some_and(|before| !before.ends_with('\\')) {
                problems.push(
                    Diagnostic::error(
                        file.id.at(found.range.start - 1..found.range.end),
                        "a citation in brackets contains no other brackets",
                    )
                    .help("write the inner ones as parentheses, as in [@avrich-1970, p. 5 (sic)]"),
                );
            }
            let shown =
                [rest, locator.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            self.cite(&shown, found.key, found.range.clone());
            self.words(")");
            (from, self.cited) = (found.range.end, found.range.end);
        }
        if from < range.end {
            self.words(&file.text[from..range.end]);
        }
    }

    /// Adds words that cite a source.
    fn cite(&mut self, words: &str, key: &str, span: Range<usize>) {
        self.join(words);
        let Some(current) = &mut self.current else { return };
        let at = current.words.len();
        // The label of a citation is no Markdown to the parser.
        for (position, part) in emphasized(words).into_iter().enumerate() {
            let start = current.words.len();
            current.words.push_str(part);
            if position % 2 == 1 {
                current.marks.push((start..current.words.len(), Mark::Stress));
            }
        }
        let range = at..current.words.len();
        current.links.push(Link { kind: LinkKind::Citation, range, target: key.to_owned(), span });
    }

    /// Adds a citation in brackets: `[see @conquest-1990, p. 418; @soto-2010]` reads "(see Conquest 1990, p. 418; Soto
    /// 2010)".
    pub(super) fn citation(&mut self, span: &Range<usize>, problems: &mut Vec<Diagnostic>) {
        if self.voice == Voice::Author {
            problems.push(
                Diagnostic::error(self.file.id.at(span.clone()), "a citation is not allowed in the author's text")
                    .help("cite the source in a note, and refer to that: [^id]"),
            );
            return;
        }
        problems.extend(citations::glued(self.file, span));
        let offset = span.start + "[".len();
        // A label contains no brackets.
        let label = self.file.text[offset..span.end].split(']').next().unwrap_or_default();
        self.words("(");
        for (position, item) in citations::items(label).enumerate() {
            let within = |range: Range<usize>| offset + range.start..offset + range.end;
            let here = within(item.range);
            if item.key.is_empty() {
                problems.push(
                    Diagnostic::error(self.file.id.at(here), "each part of a citation needs @ and the id of a source")
                        .help("as in [@avrich-1970] or [see @conquest-1990, p. 418; @soto-2010]"),
                );
                continue;
            }
            problems.extend(self.ids.uncitable(item.key, self.file.id.at(within(item.key_range))));
            if citations::is_citation(item.locator) {
                problems.push(
                    Diagnostic::error(self.file.id.at(here.clone()), "this part of a citation names two works")
                        .help("write a semicolon between works, as in [@avrich-1970; @soto-2010]"),
                );
            }
            // A work that could not be read has no label; the work itself is reported in sources.json.
            let short = if item.hides_author {
                self.ids.label_parts(item.key).map_or(item.key, |(_, rest)| rest)
            } else {
                self.ids.source_label(item.key).unwrap_or(item.key)
            };
            let prefix = if item.prefix.is_empty() { String::new() } else { format!("{} ", item.prefix) };
            let locator = citations::dashed(item.locator);
            let locator = if locator.is_empty() { String::new() } else { format!(", {locator}") };
            if position > 0 {
                self.words("; ");
            }
            self.cite(&format!("{prefix}{short}{locator}"), item.key, here);
        }
        self.words(")");
    }
}

/// Splits the words of a citation at the asterisks around emphasis. Every second part is emphasized.
fn emphasized(words: &str) -> Vec<&str> {
    let parts: Vec<&str> = words.split('*').collect();
    if parts.len() % 2 == 1 { parts } else { vec![words] }
}
