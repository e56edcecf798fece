//! Citations for BibTeX and biblatex.

use biblatex::{Chunk, Chunks, ChunksExt, Entry, EntryType, Spanned};

use super::name::Name;
use super::{EDITION, Work, tex};

/// Returns the bibliography entry: `@online` for the article, `@incollection` for an entry of the editors.
pub(super) fn entry(work: &Work) -> String {
    let kind = if work.container.is_some() { EntryType::InCollection } else { EntryType::Online };
    let mut entry = Entry::new(work.key.clone(), kind);
    set(&mut entry, "author", names(work.authors.iter().map(chunks)));
    set(&mut entry, "title", whole(&tex::plain(&work.title)));
    if let Some(container) = &work.container {
        set(&mut entry, "booktitle", whole(&tex::plain(container.title)));
        set(&mut entry, "bookauthor", names(container.authors.iter().map(chunks)));
    }
    set(&mut entry, "date", text(&tex::plain(work.date)));
    set(&mut entry, "note", text(&format!("{EDITION} edition")));
    set(&mut entry, "url", text(&work.address));
    set(&mut entry, "urldate", text(work.accessed.as_ref().map_or("", |accessed| &accessed.iso)));
    written(&entry)
}

/// Sets a field, unless the value is empty.
pub(super) fn set(entry: &mut Entry, field: &str, value: Chunks) {
    if value.iter().any(|chunk| !chunk.v.get().is_empty()) {
        entry.set(field, value);
    }
}

/// Writes the entry as BibTeX if BibTeX knows its type, so that every program can read it, and otherwise as biblatex.
pub(super) fn written(entry: &Entry) -> String {
    let known = entry.entry_type.to_bibtex() == entry.entry_type;
    let bibtex = known.then(|| entry.to_bibtex_string().ok()).flatten();
    tex::restored(&bibtex.unwrap_or_else(|| entry.to_biblatex_string()))
}

/// Creates a field value from text produced by [`tex`].
pub(super) fn text(text: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Normal(text.to_owned()))]
}

/// Creates a value whose capitals no style changes and which is not split into names.
pub(super) fn whole(text: &str) -> Chunks {
    vec![Spanned::detached(Chunk::Verbatim(text.to_owned()))]
}

/// Joins names in BibTeX's format: `Getty, J. Arch and Naumov, Oleg V.`
pub(super) fn names(names: impl Iterator<Item = Chunks>) -> Chunks {
    let mut list = Chunks::new();
    for name in names {
        if !list.is_empty() {
            list.extend(text(" and "));
        }
        list.extend(name);
    }
    list
}

/// Escapes a title for an entry, without the surrounding braces.
pub(super) fn escaped(title: &str) -> String {
    let written = text(&tex::plain(title)).to_biblatex_string(false);
    let inner = written.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
    tex::restored(inner.unwrap_or(&written))
}

fn chunks(name: &Name) -> Chunks {
    match name {
        Name::Person { given, family } => person(&[], family, "", given),
        Name::Body(name) => whole(&tex::plain(name)),
    }
}

/// Formats a name as in `van Heijenoort, Jean`; a suffix goes between the two.
pub(super) fn person(particles: &[String], family: &str, suffix: &str, given: &str) -> Chunks {
    // A comma or "and" would end the name, and a lower-case word would be read as a particle.
    let breaks = |text: &str| text.contains(',') || text.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
    let small = family.contains(' ') && family.split(' ').any(|word| word.starts_with(char::is_lowercase));
    let part = |part: &str, breaks: bool| {
        let part = tex::plain(part);
        if breaks { whole(&part) } else { text(&part) }
    };
    let mut name = Chunks::new();
    for particle in particles {
        name.extend(part(particle, breaks(particle)));
        name.extend(text(" "));
    }
    name.extend(part(family, small || breaks(family)));
    for rest in [suffix, given].into_iter().filter(|rest| !rest.is_empty()) {
        name.extend(text(", "));
        name.extend(part(rest, breaks(rest)));
    }
    name
}
