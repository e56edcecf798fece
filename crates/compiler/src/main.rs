//! `palimpsest-check [DIR] [--all] [--gaps] [--format json]`: the problems of a story folder, or one line that counts what it
//! holds.

use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::prelude::*;
use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::{ADDRESS_MISSING, Compilation, Entry, Gaps, compile, summary};

const USAGE: &str = "\
usage: palimpsest-check [DIR] [--all] [--gaps] [--format text|json]

Checks the story in DIR (story/ by default).
  --all     shows every problem, and not only the first ten of each kind
  --gaps    lists the statements that rest on one passage, on weak ones alone, or on none that says where it stands
  --format  text for people, json for other programs; json holds every problem";

struct Arguments {
    folder: PathBuf,
    format: Format,
    all: bool,
    gaps: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

fn main() -> ExitCode {
    let arguments = match arguments(lexopt::Parser::from_env()) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let compilation = compile(&arguments.folder);
    match arguments.format {
        Format::Text => print_text(&compilation, &arguments),
        Format::Json => print_json(&compilation),
    }
    let broken = compilation.problems.iter().any(|problem| problem.severity == Severity::Error);
    if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// `None` asks for the usage.
fn arguments(mut parser: lexopt::Parser) -> Result<Option<Arguments>, lexopt::Error> {
    let mut folder = None;
    let mut format = Format::Text;
    let (mut all, mut gaps) = (false, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(None),
            Long("all") => all = true,
            Long("gaps") => gaps = true,
            Long("format") => {
                format = parser.value()?.parse_with(|value| match value {
                    "text" => Ok(Format::Text),
                    "json" => Ok(Format::Json),
                    _ => Err("the formats are text and json"),
                })?;
            }
            Value(path) if folder.is_none() => folder = Some(PathBuf::from(path)),
            other => return Err(other.unexpected()),
        }
    }
    let folder = folder.unwrap_or_else(|| PathBuf::from("story"));
    Ok(Some(Arguments { folder, format, all, gaps }))
}

fn print_text(compilation: &Compilation, arguments: &Arguments) {
    let report = if arguments.all { compilation.full_report() } else { compilation.report() };
    if !report.is_empty() {
        eprintln!("{report}");
    }
    if let Some(story) = &compilation.story {
        let address = story.publication.address.is_none().then_some(ADDRESS_MISSING);
        address
            .into_iter()
            .chain(compilation.notices.iter().map(String::as_str))
            .for_each(|notice| eprintln!("{notice}"));
        println!("{}", summary(story));
        if arguments.gaps {
            println!("\n{}", Gaps::of(story));
        }
    }
}

fn print_json(compilation: &Compilation) {
    let entries: Vec<Entry> = compilation.entries().collect();
    let json = serde_json::to_string_pretty(&entries);
    println!("{}", json.unwrap_or_else(|error| unreachable!("texts and numbers can be written as JSON: {error}")));
}
