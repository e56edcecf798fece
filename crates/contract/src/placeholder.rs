//! Placeholders in citations for what only the browser knows. `palimpsest_export` writes citations with placeholders, and
//! the program fills them in. Neither TeX nor JSON escapes the characters of a placeholder.

/// The address of the page.
pub const PAGE: &str = "⟨page⟩";
/// The id of the entry.
pub const ID: &str = "⟨id⟩";
/// The title of the entry.
pub const TITLE: &str = "⟨title⟩";
/// The year in which the reader sees the page.
pub const YEAR: &str = "⟨year⟩";
/// The full English name of the month.
pub const MONTH: &str = "⟨month⟩";
/// The month as the MLA abbreviates it.
pub const SHORT_MONTH: &str = "⟨mon⟩";
/// The day of the month.
pub const DAY: &str = "⟨day⟩";
/// The whole date of access, in BibTeX and CSL-JSON.
pub const ACCESSED: &str = "⟨accessed⟩";
