//! Files of the folder that nothing reads, although their names suggest that an editor meant them to be read.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, closest};
use crate::files::{Folder, NAMES, SourceFile};
use crate::ids::{Ids, Kind};
use crate::portraits::is_portrait;

/// The extensions of files with text, beside those of a story.
const TEXTS: [&str; 18] = [
    "bib", "csv", "doc", "docx", "htm", "html", "json", "markdown", "md", "odt", "ris", "rtf", "tml", "toml", "txt",
    "xlsx", "yaml", "yml",
];

/// Returns how to make the folder's file `name` one that is read. Returns `None` if it was hardly meant to be: if the story
/// lacks no file that it is similar to.
fn meant(name: &str, folder: &Folder) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let bare = lower.strip_suffix(".txt").unwrap_or(&lower);
    let (stem, ending) = bare.rsplit_once('.').unwrap_or((bare, ""));
    let stem = stem.trim();
    let absent = || NAMES.iter().map(|(known, _)| *known).filter(|known| !folder.has_text(known));
    let stems = || absent().filter_map(|known| known.split('.').next());
    let similar = closest(stem, stems()).and_then(|stem| absent().find(|known| known.split('.').next() == Some(stem)));
    // Reference managers call their exports as they like.
    let works = absent().find(|known| *known == "sources.json").filter(|_| ["bib", "json"].contains(&ending));
    let is_text = TEXTS.contains(&ending) || bare.len() < lower.len();
    match absent().find(|known| known.eq_ignore_ascii_case(bare)) {
        Some(known) => Some(format!("rename it to {known}")),
        None if !is_text => None,
        None => match similar.or(works) {
            Some(known) if known.ends_with(ending) && ending != "md" => Some(format!("did you mean \"{known}\"?")),
            Some("article.md") => {
                Some("the article is read from article.md: save its text under this name, as Markdown".to_owned())
            }
            Some("sources.json") => Some(
                "works are read from sources.json, in CSL-JSON: export them again, or import this file and copy the \
                 sources.json of the draft: palimpsest import FILE"
                    .to_owned(),
            ),
            Some(known) => Some(format!("did you mean \"{known}\"?")),
            None if ending == "toml" => {
                let known: Vec<_> = NAMES.iter().map(|(known, _)| *known).collect();
                Some(format!("a story has only {}", known.join(", ")))
            }
            None => None,
        },
    }
}

/// Reports such files at `place`, the folder: text files with another name than those of a story, and portraits that are
/// named after nobody.
pub(crate) fn check(folder: &Folder, place: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) {
    let warn = |name: &str, help: String| {
        Diagnostic::warning(place.id.at(0..0), format!("the file \"{name}\" is not read")).help(help)
    };
    for name in folder.named("").filter(|name| !name.contains('/') && !name.starts_with('.')) {
        if !NAMES.iter().any(|(known, _)| *known == name)
            && let Some(help) = meant(name, folder)
        {
            problems.push(warn(name, help));
        }
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
