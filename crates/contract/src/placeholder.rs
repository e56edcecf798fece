//! What stands in a citation for what only the browser knows. `palimpsest_export` writes citations with placeholders, and the
//! program fills them in. Their characters are such that neither TeX nor JSON escapes them.

/// The page's address.
pub const PAGE: &str = "⟨page⟩";
/// The entry's id.
pub const ID: &str = "⟨id⟩";
/// The entry's title.
pub const TITLE: &str = "⟨title⟩";
/// The day on which the reader sees the page.
pub const ACCESSED: &str = "⟨accessed⟩";
