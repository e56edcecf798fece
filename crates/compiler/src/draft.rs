//! Drafts, whose statements may lack sources. The page of a draft lists those that do.

use std::path::Path;

use palimpsest_story::{Lack, Target};

use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::files::SourceFile;

/// The statements without sources, each with its location and the entry that it belongs to.
#[derive(Default)]
pub(crate) struct Lacks(Vec<(Location, Target)>);

impl Lacks {
    /// Resolves an entry, and records which of its statements have no source.
    pub(crate) fn in_entry<T>(
        &mut self,
        entry: &Target,
        problems: &mut Vec<Diagnostic>,
        resolve: impl FnOnce(&mut Vec<Diagnostic>) -> T,
    ) -> T {
        let before = problems.len();
        let resolved = resolve(problems);
        let lacking = problems[before..].iter().filter(|problem| problem.unsourced);
        self.0.extend(lacking.map(|problem| (problem.location.clone(), entry.clone())));
        resolved
    }

    /// Returns what the page of a draft lists, in the order of the files and their lines.
    pub(crate) fn listed(mut self, files: &[&SourceFile]) -> Vec<Lack> {
        self.0.sort_by_key(|(location, _)| (location.file, location.span.start));
        let lack = |(location, of): (Location, Target)| {
            let file = files.iter().find(|file| file.id == location.file)?;
            let (line, _) = file.line_and_column(location.span.start);
            let name = Path::new(&file.path).file_name()?.to_string_lossy().into_owned();
            Some(Lack { of, file: name, line })
        };
        self.0.into_iter().filter_map(lack).collect()
    }
}

/// Permits a draft to lack sources, by turning these errors into warnings.
pub(crate) fn allow(problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|problem| problem.unsourced) {
        problem.severity = Severity::Warning;
    }
}
