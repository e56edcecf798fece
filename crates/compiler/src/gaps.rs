//! What a story lacks: support for its statements, ways to find its works, and texts for its pictures. None of these gaps is
//! a mistake, but an honest edition knows about them.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};

use palimpsest_story::{Grade, PassageId, Source, Story};
use serde::Serialize;
use serde_json::Value;

use crate::files::Files;
use crate::gap_places::places;
use crate::rests::{Statement, statements};

/// The fields of CSL-JSON, any of which lets readers find a work.
const FINDABLE: [&str; 9] =
    ["URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID", "archive", "archive_location", "call-number"];

/// What a story lacks. Statements are listed by name in the order of the page, works by the id in their file in the order of
/// the sources, and pictures, sounds and films by path in the order of the article. An entry may be in several lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Gaps {
    /// The number of statements.
    pub statements: usize,
    /// Statements that rest on a work without saying which passage of it was read.
    pub unread: Vec<String>,
    /// Statements that rest only on weak passages, those of grade C.
    pub weak: Vec<String>,
    /// Statements that rest on a single passage.
    pub single: Vec<String>,
    /// Statements for which no passage says where it stands in its work.
    pub placeless: Vec<String>,
    /// The number of works.
    pub works: usize,
    /// Works of which, as far as the story says, nothing was read. Further reading is not included, because it is listed as
    /// unread.
    pub works_unread: Vec<String>,
    /// Works without an address or a number by which readers could find them, such as a URL, a DOI, an ISBN or ISSN, or an
    /// archive.
    pub works_unfindable: Vec<String>,
    /// Works that were read, but for which no passage says where it stands in the work.
    pub works_placeless: Vec<String>,
    /// The number of pictures, sounds and films in the text of the article.
    pub media: usize,
    /// Pictures, sounds and films without a text for those who cannot see or hear them.
    pub media_undescribed: Vec<String>,
    /// Where the entries of the lists are: the file and the line, by the entry. What has several places is at the first.
    pub places: BTreeMap<String, String>,
}

impl Gaps {
    /// Returns the gaps of a story, without their places, which [`Compilation::gaps`](crate::Compilation::gaps) knows.
    pub fn of(story: &Story) -> Self {
        let all = statements(story);
        let media = story.article.media();
        let undescribed = media.iter().filter(|media| media.description.is_empty());
        let mut gaps = Self {
            statements: all.len(),
            works: story.sources.len(),
            works_unread: works(story, |work| work.passages.is_empty() && work.further.is_none()),
            works_unfindable: works(story, |work| !is_findable(work)),
            works_placeless: works(story, |work| {
                !work.passages.is_empty() && work.passages.iter().all(|passage| passage.at.is_none())
            }),
            media: media.len(),
            media_undescribed: undescribed.map(|media| media.address.clone()).collect(),
            ..Self::default()
        };
        for statement in all {
            gaps.add(story, &statement);
        }
        gaps
    }

    /// Finds the places of all entries in the files of the story.
    pub(crate) fn placed(mut self, files: &Files) -> Self {
        let media: Vec<&str> = self.media_undescribed.iter().map(String::as_str).collect();
        let known = places(files, &media);
        let statements = [&self.unread, &self.weak, &self.single, &self.placeless];
        let works = [&self.works_unread, &self.works_unfindable, &self.works_placeless];
        let named = |lists: &[&Vec<String>], kind: &str| -> Vec<(String, String)> {
            let names = lists.iter().copied().flatten();
            names.filter_map(|name| Some((name.clone(), known.get(&format!("{kind}{name}"))?.clone()))).collect()
        };
        let found = [named(&statements, ""), named(&works, "sources/"), named(&[&self.media_undescribed], "media/")];
        self.places = found.into_iter().flatten().collect();
        self
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

/// Returns the ids of the works that satisfy `holds`, as their file writes them.
fn works(story: &Story, holds: impl Fn(&Source) -> bool) -> Vec<String> {
    let id = |work: &Source| match serde_json::from_str::<Value>(&work.csl).unwrap_or_default().get("id") {
        Some(Value::String(id)) => id.trim().to_owned(),
        Some(Value::Number(id)) => id.to_string(),
        _ => work.id.to_string(),
    };
    story.sources.iter().filter(|work| holds(work)).map(id).collect()
}

/// Reports whether a work has a field by which readers can find it.
fn is_findable(work: &Source) -> bool {
    let fields: Value = serde_json::from_str(&work.csl).unwrap_or_default();
    let is_empty = |value: &Value| value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
    work.url.is_some() || FINDABLE.iter().any(|field| fields.get(field).is_some_and(|value| !is_empty(value)))
}

impl Display for Gaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lists = String::new();
        let statements = (self.statements, "statement", "statements");
        let works = (self.works, "work", "works");
        let media = (self.media, "picture, sound or film", "pictures, sounds and films");
        for ((all, one, many), [verb, verbs], what, names) in [
            (statements, ["rests", "rest"], "on a work of which nothing says what was read", &self.unread),
            (statements, ["rests", "rest"], "on weak passages (C) alone", &self.weak),
            (statements, ["rests", "rest"], "on a single passage", &self.single),
            (statements, ["says", "say"], "nowhere in which part of the work", &self.placeless),
            (works, ["has", "have"], "no passage that anybody read", &self.works_unread),
            (
                works,
                ["has", "have"],
                "no address or number to find it by (URL, DOI, ISBN, archive)",
                &self.works_unfindable,
            ),
            (works, ["has", "have"], "no passage that says where in the work it stands", &self.works_placeless),
            (media, ["has", "have"], "no alternative text", &self.media_undescribed),
        ] {
            let noun = if all == 1 { one } else { many };
            let verb = if names.len() == 1 || all == 1 { verb } else { verbs };
            let colon = if names.is_empty() { "" } else { ":" };
            writeln!(lists, "{} of {all} {noun} {verb} {what}{colon}", names.len())?;
            for name in names {
                match self.places.get(name) {
                    Some(place) => writeln!(lists, "  {place}: {name}")?,
                    None => writeln!(lists, "  {name}")?,
                }
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

    /// Returns the gaps of the tests' base story with two pictures, these passages and, for Voss, a `fate` that cites some
    /// of them. `field` is added to the only work.
    fn gaps(passages: &str, fate: &str, field: &str) -> Gaps {
        let base = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/invalid/base");
        let files =
            ["story.toml", "article.md", "notes.md", "people.toml", "events.toml", "places.toml", "sources.json"];
        let text = |name: &str| std::fs::read_to_string(format!("{base}/{name}")).expect("the base has the file");
        let mut texts: Vec<(&str, String)> = files.map(|name| (name, text(name))).to_vec();
        for (name, text) in &mut texts {
            match *name {
                "people.toml" => *text = text.replace("She died poor [@register-1801].", fate),
                "article.md" => text.push_str("\n![](bell.jpg) The bell.\n\n> ![A bell](bell.jpg)\n"),
                "sources.json" => *text = text.replace("[[1801]] }", &format!("[[1801]] }}{field}")),
                _ => {}
            }
        }
        texts.push(("passages.toml", passages.to_owned()));
        let mut folder = texts;
        folder.push(("bell.jpg", String::new()));
        let compilation = compile_folder(&Folder::in_memory(folder));
        compilation.gaps().unwrap_or_else(|| panic!("{}", compilation.report()))
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
        let one = gaps(&all, "She died poor [@weak].", "");
        assert!(
            one.weak == [fate.clone()] && one.single == [fate.clone()] && one.placeless == [fate.clone()],
            "{one:?}"
        );
        assert!(!one.unread.contains(&fate) && one.unread.contains(&"people/lind/fate".to_owned()), "{one:?}");
        let two = gaps(&all, "She died poor [@weak; @strong].", "");
        assert!(two.weak.is_empty() && two.single.is_empty() && two.placeless.is_empty(), "{two:?}");
        assert!(
            one.to_string().contains(
                "1 of 9 statements rests on weak passages (C) alone:\n  story/people.toml:10: people/voss/fate\n"
            ),
            "{one}"
        );
    }

    #[test]
    fn works_and_pictures_are_listed_by_what_they_lack() {
        let none: [String; 0] = [];
        let work = ["register-1801".to_owned()];
        let unread = gaps("", "She died poor [@register-1801].", "");
        assert_eq!((unread.works, &unread.works_unread[..]), (1, &work[..]));
        assert_eq!((&unread.works_unfindable[..], &unread.works_placeless[..]), (&work[..], &none[..]));
        assert_eq!((unread.media, &unread.media_undescribed[..]), (2, &["bell.jpg".to_owned()][..]));
        assert!(
            unread.to_string().ends_with(
                "1 of 2 pictures, sounds and films has no alternative text:\n  story/article.md:12: bell.jpg"
            )
        );

        let placeless = passage("weak", "grade = \"C\"");
        let read = gaps(&placeless, "She died poor [@weak].", ", \"ISBN\": \"978-3-16-148410-0\"");
        assert_eq!((&read.works_unread[..], &read.works_placeless[..]), (&none[..], &work[..]));
        assert_eq!(read.works_unfindable, none);
        let placed = format!("{placeless}\n{}", passage("strong", "grade = \"A\"\nat = \"p. 3\""));
        assert_eq!(gaps(&placed, "She died poor [@weak; @strong].", ", \"archive\": \" \"").works_placeless, none);
        assert_eq!(gaps(&placed, "She died poor [@weak; @strong].", ", \"archive\": \" \"").works_unfindable, work);
    }
}
