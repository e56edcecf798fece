//! What the editors' statements lack in sources. None of it is a mistake; an honest edition knows it.

use std::fmt::{self, Display, Write as _};

use palimpsest_story::{Grade, PassageId, Story};

use crate::rests::{Statement, statements};

/// The statements with weak support, by name, in the order of the page. A statement may be in several lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// How many statements there are.
    pub statements: usize,
    /// Those that rest on a work of which nothing says what was read.
    pub unread: Vec<String>,
    /// Those that rest on weak passages alone.
    pub weak: Vec<String>,
    /// Those that rest on a single passage.
    pub single: Vec<String>,
    /// Those of which no passage says where in its work it stands.
    pub placeless: Vec<String>,
}

impl Gaps {
    /// The gaps of a story.
    pub fn of(story: &Story) -> Self {
        let all = statements(story);
        let mut gaps = Self { statements: all.len(), ..Self::default() };
        for statement in all {
            gaps.add(story, &statement);
        }
        gaps
    }

    fn add(&mut self, story: &Story, statement: &Statement) {
        let name = || statement.name.clone();
        let citations = statement.citations();
        if citations.iter().any(|citation| citation.passage.is_none()) {
            self.unread.push(name());
        }
        let passages: Vec<_> = citations.iter().filter_map(|citation| citation.passage.as_ref()).collect();
        let found = |id: &&PassageId| story.passage(id).map(|(_, passage)| passage);
        let passages: Vec<_> = passages.iter().filter_map(found).collect();
        if passages.is_empty() {
            return;
        }
        if passages.iter().all(|passage| passage.grade == Grade::C) {
            self.weak.push(name());
        }
        if passages.len() == 1 {
            self.single.push(name());
        }
        if passages.iter().all(|passage| passage.at.is_none()) {
            self.placeless.push(name());
        }
    }
}

impl Display for Gaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lists = String::new();
        for (what, names) in [
            ("rest on a work of which nothing says what was read", &self.unread),
            ("rest on weak passages (C) alone", &self.weak),
            ("rest on a single passage", &self.single),
            ("say nowhere in which part of the work", &self.placeless),
        ] {
            writeln!(
                lists,
                "{} of {} statements {what}{}",
                names.len(),
                self.statements,
                if names.is_empty() { "" } else { ":" }
            )?;
            for name in names {
                writeln!(lists, "  {name}")?;
            }
        }
        f.write_str(lists.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::Gaps;
    use crate::compile_folder;
    use crate::files::Folder;

    /// The gaps of the base story of the tests with these passages, of which its fate of Voss cites the first.
    fn gaps(passages: &str, fate: &str) -> Gaps {
        let base = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/invalid/base");
        let files =
            ["story.toml", "article.md", "notes.md", "people.toml", "events.toml", "places.toml", "sources.json"];
        let text = |name: &str| std::fs::read_to_string(format!("{base}/{name}")).expect("the base has the file");
        let mut texts: Vec<(&str, String)> = files.map(|name| (name, text(name))).to_vec();
        for (name, text) in &mut texts {
            if *name == "people.toml" {
                *text = text.replace("She died poor [@register-1801].", fate);
            }
        }
        texts.push(("passages.toml", passages.to_owned()));
        let compilation = compile_folder(&Folder::in_memory(texts));
        Gaps::of(compilation.story.as_ref().unwrap_or_else(|| panic!("{}", compilation.report())))
    }

    fn passage(id: &str, rest: &str) -> String {
        format!(
            "[[passage]]\nid = \"{id}\"\nsource = \"register-1801\"\nread = \"2026-11-28\"\nextent = \"part\"\n\
             says = \"She died poor.\"\n{rest}\n"
        )
    }

    #[test]
    fn each_lack_is_listed_by_the_statement() {
        let weak = passage("weak", "grade = \"C\"");
        let strong = passage("strong", "grade = \"A\"\nat = \"p. 3\"");
        let all = format!("{weak}\n{strong}");
        let fate = "people/voss/fate".to_owned();
        let one = gaps(&all, "She died poor [@weak].");
        assert!(
            one.weak == [fate.clone()] && one.single == [fate.clone()] && one.placeless == [fate.clone()],
            "{one:?}"
        );
        assert!(!one.unread.contains(&fate) && one.unread.contains(&"people/lind/fate".to_owned()), "{one:?}");
        let two = gaps(&all, "She died poor [@weak; @strong].");
        assert!(two.weak.is_empty() && two.single.is_empty() && two.placeless.is_empty(), "{two:?}");
        assert!(
            one.to_string().contains("1 of 9 statements rest on weak passages (C) alone:\n  people/voss/fate\n"),
            "{one}"
        );
    }
}
