//! What stands in a citation for what only the browser knows. `palimpsest_export` writes citations with placeholders, and the
//! program fills them in. Their characters are such that neither TeX nor JSON escapes them.

/// The page's address.
pub const PAGE: &str = "⟨page⟩";
/// The entry's id.
pub const ID: &str = "⟨id⟩";
/// The entry's title.
pub const TITLE: &str = "⟨title⟩";
/// The parts of the day on which the reader sees the page: in words.
pub const YEAR: &str = "⟨year⟩";
/// The month in full.
pub const MONTH: &str = "⟨month⟩";
/// The month as the MLA abbreviates it.
pub const SHORT_MONTH: &str = "⟨mon⟩";
/// The day of the month.
pub const DAY: &str = "⟨day⟩";
/// The whole day, for other programs.
pub const ACCESSED: &str = "⟨accessed⟩";
