//! Problems in the format SARIF 2.1.0 (OASIS), which code scanning services read.

use anyhow::Result;
use palimpsest_compiler::Compilation;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

/// The characters that must be escaped in the path of a URI.
const PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}');

/// Returns the problems of a compilation as a log with one run.
///
/// # Errors
///
/// Returns an error if serialization fails, which no story can cause.
pub fn log(compilation: &Compilation) -> Result<String> {
    let results =
        compilation.entries().map(|entry| Ok(result(&serde_json::to_value(entry)?))).collect::<Result<Vec<_>>>()?;
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "palimpsest",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": [{ "id": "story", "shortDescription": { "text": "A story has no problems." } }],
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(serde_json::to_string_pretty(&log)?)
}

fn result(entry: &Value) -> Value {
    let text = |name: &str| entry[name].as_str().unwrap_or_default();
    let message = match entry["help"].as_str() {
        Some(help) => format!("{}\nHelp: {help}", text("message")),
        None => text("message").to_owned(),
    };
    let related = entry["related"].as_array().into_iter().flatten();
    let related: Vec<_> = related
        .map(|place| {
            let mut location = location(place);
            location["message"] = json!({ "text": place["message"] });
            location
        })
        .collect();
    json!({
        "ruleId": "story",
        "ruleIndex": 0,
        "level": text("severity"),
        "message": { "text": message },
        "locations": [location(entry)],
        "relatedLocations": related,
    })
}

fn location(place: &Value) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": address(place["file"].as_str().unwrap_or_default()) } });
    // A problem with the whole folder has no line.
    if place["line"].is_number() {
        physical["region"] = json!({
            "startLine": place["line"],
            "startColumn": place["column"],
            "endLine": place["end_line"],
            "endColumn": place["end_column"],
        });
    }
    json!({ "physicalLocation": physical })
}

/// Returns the path of a file as a URI: relative to the current folder, or absolute.
fn address(path: &str) -> String {
    let path = path.replace('\\', "/");
    let bare = path.strip_prefix("./").unwrap_or(&path);
    let encoded = utf8_percent_encode(bare, PATH);
    match bare.as_bytes() {
        [b'/', ..] => format!("file://{encoded}"),
        [_, b':', ..] => format!("file:///{encoded}"),
        _ => encoded.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use palimpsest_compiler::compile_folder;
    use palimpsest_compiler::files::Folder;

    use super::*;

    #[test]
    fn each_problem_is_a_result_with_its_place() {
        let folder =
            Folder::in_memory([("story.toml", "language = 3\n".to_owned()), ("article.md", "Text\n".to_owned())]);
        let compilation = compile_folder(&folder);
        let log: Value = serde_json::from_str(&log(&compilation).expect("a log")).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("a list");
        assert_eq!(results.len(), compilation.problems.len());
        let result = results
            .iter()
            .find(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "story/story.toml");
        let result = result.expect("the language is wrong");
        assert_eq!(result["level"], "error");
        assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 1);
    }

    #[test]
    fn a_folder_has_no_lines() {
        let compilation = palimpsest_compiler::compile(std::path::Path::new("no such folder"));
        let log: Value = serde_json::from_str(&log(&compilation).expect("a log")).expect("JSON");
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(*place, json!({ "artifactLocation": { "uri": "no%20such%20folder" } }));
    }

    #[test]
    fn paths_are_addresses() {
        for (path, uri) in [
            ("./a b/story.toml", "a%20b/story.toml"),
            ("/stories/100%/é.md", "file:///stories/100%25/%C3%A9.md"),
            ("C:\\stories\\a.md", "file:///C:/stories/a.md"),
            ("story\\a.md", "story/a.md"),
        ] {
            assert_eq!(address(path), uri);
        }
    }
}
