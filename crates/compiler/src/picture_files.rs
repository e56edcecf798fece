//! The files of pictures: whether a page can show them, and what was meant by one that is not there.

use crate::diagnostic::{Diagnostic, Location};
use crate::files::{Folder, Shown};

/// Returns whether a page can show a file, as far as that is known. Reports one that is empty or damaged.
pub(crate) fn is_whole(
    folder: &Folder,
    address: &str,
    shown: Shown,
    place: &Location,
    problems: &mut Vec<Diagnostic>,
) -> bool {
    let Some(reason) = folder.damage(address, shown) else { return true };
    let message = format!("no page can show \"{address}\": {reason}");
    problems.push(
        Diagnostic::error(place.clone(), message)
            .help("check that the file is whole, or save it again from its source"),
    );
    false
}

/// Returns the problem of a picture that the folder does not have, or that is of another kind than those of `help`.
pub(crate) fn absent(folder: &Folder, address: &str, place: Location, help: &str) -> Diagnostic {
    let help = match folder.similar(address) {
        Some(meant) if meant != address && !folder.has(address) => format!("did you mean \"{meant}\"?"),
        _ => help.to_owned(),
    };
    Diagnostic::error(place, format!("there is no picture \"{address}\"")).help(help)
}
