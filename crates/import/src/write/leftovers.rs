//! `LEFTOVERS.md`: the list of missing parts, and of everything that had no place.

use std::fmt::Write as _;

use crate::draft::{Draft, Leftover};

/// Returns the text of the file, which is for editors.
pub(super) fn file(draft: &Draft, missing: &[(&str, &str, usize)], leftovers: &[Leftover]) -> String {
    let mut text =
        format!("# What {} left\n\nReaders never see this file. Delete it when you are done.\n", draft.origin);
    if !missing.is_empty() {
        text.push_str("\n## Missing\n\nMarked with `TODO` in the files:\n\n");
        for (file, what, count) in missing {
            let _ = writeln!(text, "- {file}: {what} ({count})");
        }
    }
    if !leftovers.is_empty() {
        text.push_str("\n## Without a place\n\nWhat the imported file has and a story does not:\n\n");
        for Leftover { at, what, why } in leftovers {
            let what = what.lines().collect::<Vec<_>>().join("\n      ");
            let _ = writeln!(text, "- {at}: {why}\n\n      {what}\n");
        }
    }
    text
}
