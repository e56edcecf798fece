//! `palimpsest build`: writes the finished page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use palimpsest_compiler::compile;
use palimpsest_publish::{Engine, Options, file_name, files, publish_compiled, single_file};

use crate::arguments::Build;
use crate::{console, folder};

/// Builds a page as a folder or a single file. If the story has errors, they are printed, and the exit code is a failure.
///
/// # Errors
///
/// Returns an error if options exclude each other, or if a file cannot be read or written.
pub fn build(options: &Build, engine: &Engine) -> Result<ExitCode> {
    let start = Instant::now();
    ensure!(
        !(options.single_file && options.epub),
        "--epub writes a file beside the page, and --single-file writes one file alone\n  = help: run it twice; the book of \
         palimpsest build --epub --out book is book/data/article.epub"
    );
    folder::check_default(options.folder.as_deref(), "build")?;
    let out = options.out.clone().unwrap_or_else(|| PathBuf::from(if options.single_file { "" } else { "dist" }));
    if options.single_file {
        folder::check_place(&out)?;
    } else {
        folder::check_site(&out)?;
    }
    let place = folder::story(options.folder.as_deref());
    let compilation = compile(&place);
    let report = compilation.report();
    if !report.is_empty() {
        console::note(&report);
    }
    compilation.notices(options.base.as_deref()).for_each(console::note);
    let Some(story) = compilation.story else {
        console::problem("the story has errors; no page was written");
        return Ok(ExitCode::FAILURE);
    };
    let published = Options { address: options.base.clone(), book: options.epub, ..Options::FINISHED };
    let (written, files, bytes) = if options.single_file {
        let file = folder::file(&out, &file_name(&story.article.title))?;
        let (page, notices) = single_file(engine, story, &place, &published)?;
        console::notes(&notices);
        let writing = || format!("cannot write {}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(writing)?;
        }
        fs::write(&file, &page).with_context(writing)?;
        (file, "one file".to_owned(), page.len() as u64)
    } else {
        let notices = publish_compiled(engine, story, &place, &out, &published)?;
        console::notes(&notices);
        let (count, bytes) = contents(&out)?;
        (out, format!("{count} files"), bytes)
    };
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = to_megabytes(bytes);
    console::say(&format!("{}: {files}, {megabytes} MB, in {seconds:.1} s", written.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the number of files in a folder and their total size, in bytes.
fn contents(folder: &Path) -> Result<(usize, u64)> {
    let names = files(folder)?;
    // A name that is not UTF-8 is that of an editor's own file.
    let sizes = names.iter().filter_map(|name| fs::metadata(folder.join(name)).ok()).map(|data| data.len());
    Ok((names.len(), sizes.sum()))
}

/// Formats a number of bytes in megabytes, rounded up to one decimal.
fn to_megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!([0, 1, 100_000, 1_250_000].map(to_megabytes), ["0.0", "0.1", "0.1", "1.3"]);
    }
}
