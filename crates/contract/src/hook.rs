//! The ids, classes and attributes that the build prints and the program or a style sheet looks for.
//!
//! `crates/render/tests/hooks.rs` checks that each is on the printed page, except those that it lists as the program's or the
//! publisher's, and that the page and the style sheets have no others.

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        $($(#[$doc])* #[doc = concat!("`", $value, "`")] pub const $name: &str = $value;)*

        /// All of them.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

pub mod class;

/// Ids of the page's own furniture. They hold an underscore where an editor's id could collide with them, because an editor's
/// id cannot hold one.
pub mod id {
    names! {
        /// The element that holds everything the program works on.
        READER = "reader";
        /// The data block that holds the [`Outline`](crate::Outline) as JSON.
        OUTLINE = "story";
        /// The element that the program mounts its component in. What the component shows stands in the islands.
        PROGRAM = "program_root";

        /// The author's text.
        ARTICLE = "article";
        /// The section of the timeline, and its heading.
        TIMELINE = "timeline";
        TIMELINE_TITLE = "timeline_title";
        /// The section of people.
        PEOPLE = "people";
        /// The sections of notes, of terms and of sources.
        NOTES = "notes";
        TERMS = "terms";
        SOURCES = "sources";

        /// The card, a popover.
        CARD = "card";
        /// The dialog of the search, and its field.
        SEARCH_PANEL = "search_panel";
        SEARCH_INPUT = "search_input";
        /// The list of results, which the program draws.
        SEARCH_RESULTS = "search_results";
        /// The dialog of addresses and citations, with its heading and its parts.
        SHARE_PANEL = "share_panel";
        SHARE_TITLE = "share_title";
        SHARE_NAME = "share_name";
        SHARE_ADDRESS = "share_address";
        SHARE_SENTENCE = "share_sentence";
        SHARE_PASSAGE = "share_passage";
        SHARE_QUOTE = "share_quote";
        SHARE_CITATION = "share_citation";
        SHARE_BIBTEX = "share_bibtex";
        SHARE_CSL = "share_csl";
        SHARE_FILES = "share_files";
        SHARE_FILES_TITLE = "share_files_title";
        SHARE_STATUS = "share_status";
        /// The sheet of display settings, a popover.
        SETTINGS_SHEET = "settings_sheet";
        /// The sheet of help, a popover.
        HELP_SHEET = "help_sheet";

        /// Islands: empty where they are printed, drawn by the program.
        NOTICE_ISLAND = "notice_island";
        MARKER_ISLAND = "marker_island";
        LENS_ISLAND = "lens_island";
        FOLLOWED_ISLAND = "followed_island";
        RESULTS_ISLAND = "results_island";

        /// What `start.js` moves into the notice when the program stops.
        STOPPED_NOTICE = "stopped_notice";
    }
}

/// Attributes of our own.
pub mod attribute {
    names! {
        /// On `<html>`: the program runs.
        LIVE = "data-live";
        /// On a control: its [`Command`](crate::Command).
        COMMAND = "data-command";
        /// On the `<details>` of an event: the event's id.
        EVENT = "data-event";
        /// On the `<details>` of an event: it is about to open or close.
        TURNING = "data-turning";
        /// On a link or around links: a click goes there and opens no card.
        NAVIGATE = "data-navigate";
        /// On the card: the id of the entry that it shows.
        SHOWS = "data-shows";
        /// On the card: it goes when the pointer leaves.
        TRANSIENT = "data-transient";
        /// On a result of the search: the id of the place that it leads to.
        RESULT = "data-result";
        /// On a drawing that shows only the chosen years.
        STRETCH = "data-stretch";
        /// On the chart of lives: it is drawn close enough for every fifth year.
        CLOSE_UP = "data-close-up";
        /// On a row of the chart of lives: the person's id.
        PERSON = "data-person";
        /// On a name in the article that is no link: the person's id.
        NAMES = "data-names";
        /// On what belongs to a followed person: `first` or `second`.
        FOLLOWED = "data-followed";
        /// On the list of events: set while the lens dims events. [`IN_FRONT`] marks those that match.
        DIMMED = "data-dimmed";
        /// On an event: it matches the lens and is not dimmed.
        IN_FRONT = "data-in-front";
        /// On the list of events: `article` where only the events in the article are shown.
        SCOPE = "data-scope";
        /// On a word or a drawing of a relation: its stance, as the editors write it.
        STANCE = "data-stance";
        /// On a relation: the id of the other person.
        WITH = "data-with";
        /// On a person's age at an event: the person's id.
        AGE_OF = "data-age-of";
        /// On a source: the work in CSL-JSON and in BibTeX.
        CSL = "data-csl";
        BIBTEX = "data-bibtex";
        /// Text drawn by a style sheet with `attr()`, so that it is not part of the article's text.
        OURS = "data-ours";
        /// Drawn in the same way on the mark of a note: its number.
        NUMBER = "data-number";
        /// Drawn in the same way on a drawing of relations: its legend.
        LEGEND = "data-legend";
        /// On `<html>`: the chosen colors and size of the text.
        THEME = "data-theme";
        SIZE = "data-size";
        /// On `<html>`: the address of the service worker.
        WORKER = "data-worker";
    }
}

/// Custom properties that the program sets and the style sheets read.
pub mod property {
    names! {
        /// Where the current passage stands on the time rail, from 0 to 1.
        HERE = "--here";
        /// Where the chosen years begin and end on the whole, from 0 to 1.
        FROM = "--from";
        TO = "--to";
        /// How many times the chosen years are enlarged.
        ZOOM = "--zoom";
        /// The length of a life as a share of the longest one shown.
        LIFE = "--life";
    }
}
