//! `palimpsest check`: lists every problem of a story.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::files::Folder;
use palimpsest_compiler::{Compilation, Entry, compile_folder, summary};
use palimpsest_publish::probe;
use serde_json::json;

use crate::arguments::{Check, Format};
use crate::{console, folder, sarif};

/// Checks a story. The exit code is a failure if there are errors.
///
/// # Errors
///
/// Returns an error if options exclude each other, if no folder is given and the default does not exist, or if output cannot
/// be written.
pub fn check(options: &Check) -> Result<ExitCode> {
    ensure!(
        !(options.gaps && options.format == Format::Sarif),
        "SARIF has no place for what --gaps lists\n  = help: run it twice, the second time with --format json or human"
    );
    // In the formats for other programs, a missing folder is reported as one of the problems.
    if options.format == Format::Human {
        folder::check_default(options.folder.as_deref(), "check")?;
    }
    let story = Folder::read(&folder::story(options.folder.as_deref()));
    let compilation = compile_folder(&story.probing(probe));
    match options.format {
        Format::Human => write(&compilation, options)?,
        Format::Json => {
            let entries: Vec<Entry> = compilation.entries().collect();
            let text = if options.gaps {
                serde_json::to_string_pretty(&json!({ "problems": entries, "gaps": compilation.gaps() }))?
            } else {
                serde_json::to_string_pretty(&entries)?
            };
            console::say(&text)?;
        }
        Format::Sarif => console::say(&sarif::log(&compilation)?)?,
    }
    let broken = compilation.problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn write(compilation: &Compilation, options: &Check) -> Result<()> {
    let report = if options.all { compilation.full_report() } else { compilation.report() };
    if !report.is_empty() {
        console::note(&report);
    }
    let Some(story) = &compilation.story else { return Ok(()) };
    compilation.notices(None).for_each(console::note);
    console::say(&summary(story))?;
    if let Some(gaps) = compilation.gaps().filter(|_| options.gaps) {
        console::say(&format!("\n{gaps}"))?;
    }
    Ok(())
}
