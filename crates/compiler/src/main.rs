//! `palimpsest-check [DIR] [--format json]`: every problem of a story folder, or one line that counts what it holds.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::{Compilation, compile, render, summary};

const USAGE: &str = "usage: palimpsest-check [DIR] [--format text|json]";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

fn main() -> ExitCode {
    let (folder, format) = match arguments(env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            eprintln!("{problem}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let compilation = compile(&folder);
    match format {
        Format::Text => text(&compilation),
        Format::Json => json(&compilation),
    }
    let broken = compilation.problems.iter().any(|problem| problem.severity == Severity::Error);
    if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn arguments(words: impl Iterator<Item = String>) -> Result<(PathBuf, Format), String> {
    let mut folder = None;
    let mut format = Format::Text;
    let mut words = words.peekable();
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--format") {
            Some("") => words.next().ok_or("`--format` needs text or json")?,
            Some(assigned) if assigned.starts_with('=') => assigned[1..].to_owned(),
            _ if word.starts_with('-') => return Err(format!("`{word}` is not understood")),
            _ if folder.is_some() => return Err(format!("one folder at a time, not also `{word}`")),
            _ => {
                folder = Some(PathBuf::from(word));
                continue;
            }
        };
        format = match value.as_str() {
            "text" => Format::Text,
            "json" => Format::Json,
            other => return Err(format!("`{other}` is no format")),
        };
    }
    Ok((folder.unwrap_or_else(|| PathBuf::from("story")), format))
}

fn text(compilation: &Compilation) {
    let report = compilation.report();
    if !report.is_empty() {
        eprintln!("{report}");
    }
    if let Some(story) = &compilation.story {
        println!("{}", summary(story));
    }
}

fn json(compilation: &Compilation) {
    let problems: Vec<_> =
        compilation.problems.iter().map(|problem| render::report(problem, &compilation.files)).collect();
    let json = serde_json::to_string_pretty(&problems);
    println!("{}", json.unwrap_or_else(|error| unreachable!("texts and numbers can be written as JSON: {error}")));
}
