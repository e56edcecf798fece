//! Files of the folder that nothing reads, although their names suggest that an editor meant them to be read.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, closest};
use crate::files::{Folder, NAMES, SourceFile};
use crate::ids::{Ids, Kind};
use crate::portraits::is_portrait;

/// Reports such files at `place`, the folder: text files with another name than those of a story, and portraits that are
/// named after nobody.
pub(crate) fn check(folder: &Folder, place: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) {
    let warn = |name: &str, help: String| {
        Diagnostic::warning(place.id.at(0..0), format!("the file \"{name}\" is not read")).help(help)
    };
    for name in folder.named("").filter(|name| !name.contains('/')) {
        let lower = name.to_ascii_lowercase();
        let meant = lower.strip_suffix(".txt").unwrap_or(&lower);
        let absent = || NAMES.iter().map(|(known, _)| *known).filter(|known| !folder.has_text(known));
        let is_known = NAMES.iter().any(|(known, _)| *known == name);
        let help = match absent().find(|known| known.eq_ignore_ascii_case(meant)) {
            _ if is_known || name.starts_with('.') => continue,
            Some(known) => format!("rename it to {known}"),
            None if !matches!(meant.rsplit_once('.'), Some((_, "toml"))) => continue,
            None => closest(meant, absent()).map_or_else(
                || "the reference of the format lists the files of a story".to_owned(),
                |known| format!("did you mean \"{known}\"?"),
            ),
        };
        problems.push(warn(name, help));
    }
    let folders: BTreeSet<&str> = folder.named("").filter_map(|name| Some(name.split_once('/')?.0)).collect();
    for name in folders.into_iter().filter(|name| *name != "portraits" && name.eq_ignore_ascii_case("portraits")) {
        let message = format!("the portraits in the folder \"{name}\" are not read");
        problems.push(Diagnostic::warning(place.id.at(0..0), message).help("did you mean \"portraits\"?"));
    }
    if ids.is_unread(Kind::Person) {
        return;
    }
    for name in folder.named("portraits/").filter(|name| is_portrait(name)) {
        let stem = name.trim_start_matches("portraits/").rsplit_once('.').map_or("", |(stem, _)| stem);
        if stem.contains('/') || ids.has(stem, Kind::Person) {
            continue;
        }
        let meant = ids.similar(&stem.to_ascii_lowercase(), Kind::Person);
        let help = meant.unwrap_or_else(|| "name it after the id of its person in people.toml".to_owned());
        problems.push(warn(name, help));
    }
}
