//! `palimpsest import`: makes a draft from a file of another program.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use palimpsest_import::{build, read};
use palimpsest_story::CalendarDay;

use crate::{console, folder};

/// The largest file that is read, in bytes.
const MAX_BYTES: u64 = 64 << 20;
/// The number of leftovers that are shown. `LEFTOVERS.md` lists all of them.
const SHOWN: usize = 20;

/// Imports a file and writes the draft, by default into a folder beside the file.
///
/// # Errors
///
/// Returns an error if the file cannot be imported, or if the folder is not empty or cannot be written.
pub fn import(file: &Path, given: Option<&Path>) -> Result<()> {
    let place = given.map_or_else(|| beside(file), Path::to_owned);
    ensure!(
        folder::is_empty(&place)?,
        "{} is not empty, and nothing was written\n  = help: name a folder that is new or empty: palimpsest import {} DIR",
        place.display(),
        console::typed(file)
    );
    let cannot = || format!("cannot read {}", file.display());
    let size = fs::metadata(file).with_context(cannot)?.len();
    ensure!(
        size <= MAX_BYTES,
        "{} has {size} bytes; at most {MAX_BYTES} can be imported\n  = help: check that it is the right file, or split it",
        file.display()
    );
    let bytes = fs::read(file).with_context(cannot)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = file.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let written = build(read(&name, &bytes, Some(folder))?, today());

    for (name, text) in &written.files {
        folder::write(&place, name, text)?;
    }
    for name in &written.media {
        let content = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
        folder::write(&place, name, content)?;
    }
    folder::write_manual(&place)?;

    if !written.missing.is_empty() {
        console::note("Missing, and marked with TODO:");
        for (file, what, count) in &written.missing {
            console::note(&format!("  {file}: {what} ({count})"));
        }
    }
    if !written.leftovers.is_empty() {
        console::note("Without a place in a story:");
        for leftover in written.leftovers.iter().take(SHOWN) {
            let what: String =
                leftover.what.chars().map(|letter| if letter == '\n' { ' ' } else { letter }).take(80).collect();
            let more = if leftover.what.chars().count() > 80 { "…" } else { "" };
            console::note(&format!("  {}: {what}{more}\n    {}", leftover.at, leftover.why));
        }
        if written.leftovers.len() > SHOWN {
            console::note(&format!("  … and {} more", written.leftovers.len() - SHOWN));
        }
    }
    let (typed, place) = (console::typed(&place), place.display());
    console::say(&format!(
        "{place} is a draft. {place}/LEFTOVERS.md lists what is missing and what had no place. Next:\n\n  \
         palimpsest serve --open {typed}"
    ))
}

/// Returns a folder beside a file, named after it.
fn beside(file: &Path) -> PathBuf {
    let name = file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{name}-draft"))
}

/// Returns the current day in UTC.
fn today() -> CalendarDay {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    CalendarDay::from_number(i32::try_from(seconds / 86_400).unwrap_or(0))
}
