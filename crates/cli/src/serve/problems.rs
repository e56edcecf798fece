//! The problems of the story, in the form in which the page shows them.

use anyhow::Error;
use palimpsest_compiler::Compilation;
use palimpsest_story::Story;
use serde_json::{Value, json};

use super::place;

/// The state that is reported to the page: whether a page has been published, and the problems, each with the id of its
/// place on the page if it has one.
#[derive(Debug, Default)]
pub struct Problems {
    is_published: bool,
    list: Vec<Value>,
}

impl Problems {
    /// Takes in a new compilation. `shown` is the story on the page; `failure` is the reason why the page could not be
    /// written.
    pub fn update(&mut self, compilation: &Compilation, shown: Option<&Story>, failure: Option<&Error>) {
        self.is_published |= compilation.story.is_some() && failure.is_none();
        self.list = compilation.entries().filter_map(|entry| serde_json::to_value(entry).ok()).collect();
        for problem in &mut self.list {
            let text = |name: &str| problem[name].as_str().unwrap_or_default();
            let number = |name: &str| problem[name].as_u64().and_then(|number| usize::try_from(number).ok());
            let at = (number("line").unwrap_or(1), number("column").unwrap_or(1));
            let file = text("file");
            problem["place"] = json!(place::of(file, compilation.text(file).unwrap_or_default(), at, shown));
        }
        if let Some(failure) = failure {
            self.list.push(json!({ "severity": "error", "message": format!("{failure:#}") }));
        }
    }

    /// Returns the state as JSON for the page's script.
    pub fn json(&self) -> String {
        json!({ "published": self.is_published, "problems": self.list }).to_string()
    }
}

#[cfg(test)]
mod tests {
    use palimpsest_compiler::compile_folder;
    use palimpsest_compiler::files::Folder;

    use super::*;

    #[test]
    fn problems_say_where_on_the_page_they_are() {
        let people = "[[person]]\nid = \"ada\"\nname = 3\n";
        let files = [("story.toml", "language = \"en\"\n"), ("article.md", "Text\n"), ("people.toml", people)];
        let folder = Folder::in_memory(files.map(|(name, text)| (name, text.to_owned())));
        let mut problems = Problems::default();
        problems.update(&compile_folder(&folder), None, Some(&Error::msg("the disk is full")));
        let told: Value = serde_json::from_str(&problems.json()).expect("JSON");
        assert_eq!(told["published"], false);
        let list = told["problems"].as_array().expect("a list");
        let of_ada = list.iter().find(|problem| problem["place"] == "ada" && problem["line"] == 3);
        assert_eq!(of_ada.expect("her name is wrong")["severity"], "error");
        assert_eq!(list.last().expect("one")["message"], "the disk is full");
    }
}
