//! The program's messages, in the language of the page.

use std::rc::Rc;

use palimpsest_contract::{Message, Outline};

use crate::browser::language::plural_category;

/// The catalog that the page carries.
#[derive(Clone)]
pub struct Words(Rc<Outline>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        // There is only one outline as long as the page lives.
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Words {
    /// Returns the messages of an outline.
    pub fn of(outline: &Rc<Outline>) -> Self {
        Self(Rc::clone(outline))
    }

    /// Returns a message without values.
    pub fn text(&self, message: Message) -> String {
        self.with(message, &[])
    }

    /// Returns a message with these values filled in.
    pub fn with(&self, message: Message, values: &[(&str, &str)]) -> String {
        self.0.catalog.text(message, None, plural_category, values)
    }

    /// Returns a year of the timeline in words: `44 BC` for the astronomical year -43.
    pub fn year(&self, year: i32) -> String {
        self.0.year(year)
    }

    /// Formats a number in the digits of the language.
    pub fn number(&self, number: usize) -> String {
        self.0.catalog.number(i32::try_from(number).unwrap_or(i32::MAX))
    }

    /// Returns a message in the form for a number, with the number as its value `count` and other values filled in.
    pub fn counted(&self, message: Message, count: usize, values: &[(&str, &str)]) -> String {
        let number = i32::try_from(count).unwrap_or(i32::MAX);
        let digits = self.number(count);
        let mut all = vec![("count", digits.as_str())];
        all.extend(values);
        self.0.catalog.text(message, Some(number), plural_category, &all)
    }
}
