//! Maps a place in the story's files to a place on the page.

use std::path::Path;

use palimpsest_story::Story;

/// The number of letters and digits by which the beginning of a sentence is recognized.
const BEGINNING: usize = 24;

/// Returns the id of the element on the page for a place in a file. `text` is the contents of the file; `at` is the line and
/// column, counted from 1. A place in the article is mapped to the last sentence that begins at or before it, among those on
/// the page, which shows the story `shown`.
pub fn of(file: &str, text: &str, at: (usize, usize), shown: Option<&Story>) -> Option<String> {
    let name = Path::new(file).file_name()?.to_str()?;
    let lines: Vec<&str> = text.lines().collect();
    let last = at.0.min(lines.len());
    let (before, after) = lines.split_at(last);
    match name {
        "people.toml" | "events.toml" => {
            let start = before.iter().rposition(|line| line.starts_with("[["))?;
            let rest = after.iter().take_while(|line| !line.starts_with("[["));
            before[start..].iter().chain(rest).find_map(|line| quoted(line.trim_start().strip_prefix("id")?, '='))
        }
        "sources.json" => {
            let id = |line: &&str| quoted(line.trim_start_matches([' ', '{', '\t']).strip_prefix("\"id\"")?, ':');
            before.iter().rev().find_map(id)
        }
        "notes.md" => {
            before.iter().rev().find_map(|line| Some(line.strip_prefix("[^")?.split_once("]:")?.0.to_owned()))
        }
        "article.md" => sentence(before, at.1, shown?),
        _ => None,
    }
}

/// Parses the value in `= "value"`, where `sign` is the `=`.
fn quoted(rest: &str, sign: char) -> Option<String> {
    let value = rest.trim_start().strip_prefix(sign)?.trim_start().strip_prefix('"')?;
    value.split('"').next().map(str::to_owned)
}

/// Returns the id of the last sentence that begins before a place in the article: the given column of the last of these
/// lines.
fn sentence(lines: &[&str], column: usize, shown: &Story) -> Option<String> {
    let (line, earlier) = lines.split_last()?;
    let earlier = letters(&earlier.join("\n"));
    let until = earlier.len() + letters(&line.chars().take(column).collect::<String>()).len();
    let whole = earlier + &letters(line);
    let (mut from, mut found) = (0, None);
    for sentence in shown.article.sentences() {
        let beginning: String = letters(&sentence.text()).chars().take(BEGINNING).collect();
        // Skip a sentence that the article no longer contains.
        let Some(at) = whole[from..].find(&beginning).filter(|_| !beginning.is_empty()) else { continue };
        if from + at >= until {
            break;
        }
        from += at + beginning.len();
        found = Some(sentence.id.to_string());
    }
    found
}

/// Returns the letters and digits of a Markdown text that readers see, without markup and the targets of links and notes.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let hidden = [("](", ')'), ("[^", ']')].into_iter().find(|(start, _)| rest.starts_with(start));
        if let Some((_, end)) = hidden {
            rest = rest.split_once(end).map_or("", |(_, rest)| rest);
            continue;
        }
        if letter.is_alphanumeric() {
            letters.push(letter);
        }
        rest = &rest[letter.len_utf8()..];
    }
    letters
}

#[cfg(test)]
mod tests {
    use palimpsest_compiler::compile;

    use super::*;

    #[test]
    fn entries_are_found_by_their_ids() {
        let people = "# All\n[[person]]\nname = \"A\"\nid = \"a\"\n\n[[person]]\n  id=\"b\"\nname = 3\n";
        for (line, id) in [(1, None), (2, Some("a")), (3, Some("a")), (7, Some("b")), (8, Some("b")), (99, Some("b"))] {
            assert_eq!(of("my/people.toml", people, (line, 1), None).as_deref(), id, "{line}");
        }
        let sources = "[\n  {\n    \"id\": \"x\",\n    \"title\": 3\n  },\n  { \"id\": \"y\" }\n]";
        assert_eq!(of("sources.json", sources, (4, 5), None).as_deref(), Some("x"));
        assert_eq!(of("sources.json", sources, (6, 5), None).as_deref(), Some("y"));
        let notes = "## Terms\n\n[^fog]: **Fog.** Thick\n    air.\n";
        assert_eq!(of("notes.md", notes, (4, 2), None).as_deref(), Some("fog"));
        assert_eq!(of("notes.md", notes, (1, 1), None), None);
        assert_eq!(of("story.toml", "language = 3", (1, 1), None), None);
    }

    #[test]
    fn a_place_in_the_article_is_a_sentence() {
        let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("template");
        let story = compile(&template).story.expect("a story");
        let text = std::fs::read_to_string(template.join("article.md")).expect("there is an article");
        let place = |words: &str| {
            let (line, found) = text.lines().enumerate().find(|(_, line)| line.contains(words)).expect("it is there");
            let column = found[..found.find(words).expect("it is there")].chars().count() + 1;
            of("article.md", &text, (line + 1, column + words.chars().count() - 1), Some(&story))
        };
        let number = |words: &str| place(words).and_then(|id| id[1..].parse::<u32>().ok()).expect("a sentence");
        let first = number("Marta Lund had the bell of Sandvik cast in");
        assert_eq!(number("bell-cast"), first);
        assert_eq!(number("She paid for it with a cargo"), first + 1);
        assert_eq!(number("the bell cracked in the frost"), first + 3);
        assert_eq!(place("Alex Example"), None);
    }
}
