//! XML trees for the formats based on XML, and helpers that these formats share.

use palimpsest_story::Inline;
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// An element.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
    /// Whether whitespace is allowed between its children.
    is_block: bool,
}

/// A child of an element.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

/// Creates an element that contains no text of its own, so its children are written on separate lines.
pub(crate) fn block(name: &'static str) -> Element {
    Element { is_block: true, ..inline(name) }
}

/// Creates an element that may contain text.
pub(crate) fn inline(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), children: Vec::new(), is_block: false }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Element {
    /// Adds an attribute.
    pub(crate) fn set(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// Adds an attribute if there is a value.
    pub(crate) fn set_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Adds a child.
    pub(crate) fn with(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// Adds children.
    pub(crate) fn with_all<Child: Into<Node>>(mut self, children: impl IntoIterator<Item = Child>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Reports whether the element has no children.
    pub(crate) fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// Returns the children.
    pub(crate) fn into_children(self) -> Vec<Node> {
        self.children
    }

    /// Returns the document with this element as its root, preceded by the XML declaration and a prolog.
    pub(crate) fn document(&self, prolog: &str) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{prolog}{}\n", self.markup())
    }

    /// Returns the element as markup.
    pub(crate) fn markup(&self) -> String {
        let mut writer = Writer::new(Vec::new());
        // Writing to memory cannot fail.
        let _ = self.write(&mut writer);
        String::from_utf8(writer.into_inner()).unwrap_or_default()
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, clean(value).as_str()));
        }
        if self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        let line = BytesText::from_escaped("\n");
        for child in &self.children {
            if self.is_block {
                writer.write_event(Event::Text(line.clone()))?;
            }
            match child {
                Node::Element(element) => element.write(writer)?,
                Node::Text(text) => writer.write_event(Event::Text(BytesText::new(&clean(text))))?,
            }
        }
        if self.is_block {
            writer.write_event(Event::Text(line))?;
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// Removes the characters that an XML document may not contain.
fn clean(text: &str) -> String {
    let is_allowed =
        |letter: &char| !matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_allowed).collect()
}

/// Splits text into lines, with an empty element for each line break.
pub(crate) fn lines(text: &str, line_break: &'static str) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            nodes.push(inline(line_break).into());
        }
        if !line.is_empty() {
            nodes.push(line.into());
        }
    }
    nodes
}

/// Splits running text into pieces, each of which becomes one element: consecutive runs of the same mention, or any other
/// single run.
pub(crate) fn pieces(prose: &[Inline]) -> impl Iterator<Item = &[Inline]> {
    prose.chunk_by(|run, next| run.mention.is_some() && run.mention == next.mention)
}

/// Returns the id of one of the author's own notes.
pub(crate) fn own_note(number: u32) -> String {
    format!("own.{number}")
}

/// Converts an id to a valid XML name, which begins with a letter or `_` and consists of letters, digits, `-`, `_` and `.`.
/// Any other character, as in the ids of some reference managers, becomes its hexadecimal code point between two `_`.
pub(crate) fn id(id: &str) -> String {
    let mut name = String::new();
    for letter in id.chars() {
        let begins = letter.is_alphabetic() || letter == '_';
        let goes_on = begins || letter.is_ascii_digit() || ['-', '.'].contains(&letter);
        if name.is_empty() && !begins && goes_on {
            name.push('_');
        }
        if goes_on {
            name.push(letter);
        } else {
            name.extend(['_'].into_iter().chain(format!("{:x}_", u32::from(letter)).chars()));
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        let text = "a < b & \"c\"\u{1} ]]> é\n";
        let tree = block("root").with(inline("p").set("n", text).with(text).with(inline("lb"))).with(block("empty"));
        let written = tree.document("");
        let read = roxmltree::Document::parse(&written).expect("it is XML");
        let paragraph = read.root_element().first_element_child().expect("it has a child");
        assert_eq!(paragraph.text(), Some("a < b & \"c\" ]]> é\n"));
        assert_eq!(paragraph.attribute("n").map(str::trim), Some("a < b & \"c\" ]]> é"));
        assert_eq!(paragraph.children().count(), 2, "nothing is added beside text");
    }

    #[test]
    fn ids_are_names() {
        for (given, name) in
            [("avrich-1970", "avrich-1970"), ("1921", "_1921"), ("http://a/B", "http_3a__2f__2f_a_2f_B"), ("é", "é")]
        {
            assert_eq!(id(given), name);
        }
    }
}
