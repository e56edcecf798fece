//! Marks in brackets: tables of contents, tasks, notices, and links of wikis.

use super::{Mark, Spot, is_line_start};

impl Spot<'_> {
    /// Returns a mark for a table of contents that is alone in its line, `[TOC]`.
    pub(super) fn contents(&self) -> Option<Mark> {
        const MARKS: [&str; 3] = ["[toc]", "[[toc]]", "[[_toc_]]"];
        let line = self.line();
        let is_contents = self.is_first() && MARKS.iter().any(|mark| mark.eq_ignore_ascii_case(line));
        let help = "remove it; the page lists its headings itself";
        is_contents.then(|| Self::error(line.len(), "to Markdown this is no table of contents, but text", help))
    }

    /// Returns the box of a task in a list, `- [ ]`.
    pub(super) fn box_of_task(&self) -> Option<Mark> {
        let rest = self.rest(1);
        let is_box = [" ] ", "x] ", "X] "].iter().any(|inner| rest.starts_with(inner));
        let before = self.text[..self.at].trim_end_matches([' ', '\t']);
        let outside = before.strip_suffix(['-', '*', '+']).or_else(|| {
            let number = before.strip_suffix(['.', ')'])?;
            Some(number.trim_end_matches(|digit: char| digit.is_ascii_digit()))
        });
        if !is_box || !outside.is_some_and(is_line_start) {
            return None;
        }
        let help = "remove it, or say in words what is done; if it is text, write \\[";
        Some(Self::error("[ ]".len(), "to Markdown this is no box to tick, but text", help))
    }

    /// Returns the mark of a notice, `> [!NOTE]`.
    pub(super) fn alert(&self) -> Option<Mark> {
        let name = self.line().strip_prefix("[!")?.strip_suffix(']')?;
        let is_alert = name.bytes().all(|letter| letter.is_ascii_alphabetic()) && self.is_first();
        let help = "remove this line; a quotation has no title; if it is text, write \\[";
        is_alert.then(|| Self::error(name.len() + 3, "to Markdown this is no notice, but text", help))
    }

    /// Returns a link of a wiki, `[[Page]]`, or one whose label is not defined, `[words][label]`.
    pub(super) fn link(&self) -> Option<Mark> {
        const MESSAGE: &str = "to Markdown this is no link, but text";
        let is_label = |label: &str| !label.contains(['[', ']', '\n']);
        if let Some((page, after)) = self.rest(0).strip_prefix("[[").and_then(|rest| rest.split_once("]]")) {
            let words = page.rsplit('|').next().unwrap_or_default().trim();
            if !is_label(page) || words.is_empty() || after.starts_with('(') {
                return None;
            }
            return match self.before() {
                Some('!') if self.is_article => {
                    let help =
                        format!("write ![What it shows]({page}) in a paragraph of its own; if it is text, write \\[");
                    Some(Self::error(page.len() + 4, "to Markdown this is no picture, but text", help))
                }
                _ => {
                    let help =
                        format!("write [{words}](#id) with the id of what it leads to; if it is text, write \\[");
                    Some(Self::warning(page.len() + 4, MESSAGE, help))
                }
            };
        }
        let (words, rest) = self.rest(1).split_once(']')?;
        let (label, after) = rest.strip_prefix('[')?.split_once(']')?;
        let is_first = !matches!(self.before(), Some(']' | '['));
        let is_link = is_label(words) && is_label(label) && is_first && !after.starts_with(['(', '[']);
        if !is_link || !words.contains(char::is_alphabetic) || words == "sic" || label.starts_with(['@', '^']) {
            return None;
        }
        let help = if self.is_article {
            format!(
                "write [{words}](#id) or [{words}](https://…), or define it in a line of its own: [{}]: https://…",
                if label.is_empty() { words } else { label }
            )
        } else {
            format!("write [{words}](#id) with the id of what it leads to")
        };
        let help = format!("{help}; if it is text, write \\[");
        Some(Self::warning(words.len() + label.len() + 4, MESSAGE, help))
    }
}
