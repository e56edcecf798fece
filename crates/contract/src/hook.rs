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
        /// The section of where somebody lived, and its heading.
        JOURNEY = "journey";
        JOURNEY_TITLE = "journey_title";
        /// The section of people.
        PEOPLE = "people";
        /// The heading of the figure of who was left.
        LEFT_TITLE = "left_title";
        /// The sections of notes, of terms and of sources.
        NOTES = "notes";
        TERMS = "terms";
        SOURCES = "sources";
        /// The section on how the edition was made.
        ABOUT = "about_edition";

        /// The switch between the copies of the page, and its two buttons.
        CENSOR_SWITCH = "censor_switch";
        COPY_WRITTEN = "copy_written";
        COPY_CENSOR = "copy_censor";
        /// What shows the scraped names of the censor's copy.
        CENSOR_HOLD = "censor_hold";

        /// The card, a popover.
        CARD = "card";
        /// The dialog of the search, and its field.
        SEARCH_PANEL = "search_panel";
        SEARCH_INPUT = "search_input";
        /// The list of results, which the program draws.
        SEARCH_RESULTS = "search_results";
        /// What the search knows besides what is on the page. It is never shown.
        SEARCH_INDEX = "search_index";
        /// The dialog of addresses and citations, with its heading and its parts.
        SHARE_PANEL = "share_panel";
        SHARE_TITLE = "share_title";
        SHARE_NAME = "share_name";
        SHARE_ADDRESS = "share_address";
        SHARE_SENTENCE = "share_sentence";
        SHARE_PASSAGE = "share_passage";
        SHARE_QUOTE = "share_quote";
        SHARE_CITING = "share_citing";
        SHARE_CITATION = "share_citation";
        SHARE_BIBTEX = "share_bibtex";
        SHARE_CSL = "share_csl";
        SHARE_FILES = "share_files";
        SHARE_PRINT_TITLE = "share_print_title";
        SHARE_STATUS = "share_status";
        /// Of a page that other sites may show: the markup that shows it.
        SHARE_EMBED = "share_embed";
        /// What says that a link was copied, a popover, and the line that says so.
        COPIED = "link_copied";
        COPIED_STATUS = "copied_status";
        /// The sheet of display settings, a popover.
        SETTINGS_SHEET = "settings_sheet";
        /// The sheet of help, a popover.
        HELP_SHEET = "help_sheet";

        /// Islands: empty where they are printed, drawn by the program.
        NOTICE_ISLAND = "notice_island";
        MARKER_ISLAND = "marker_island";
        LABEL_ISLAND = "label_island";
        RIBBON_ISLAND = "ribbon_island";
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
        /// On a control: its command, as `palimpsest_state::Command` writes it.
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
        /// On the card: `article` where its link is in a sentence of the article, so that it may stand in the margin.
        ASIDE = "data-aside";
        /// On a result of the search: the id of the place that it leads to.
        RESULT = "data-result";
        /// In the index of the search, on a section or a tool: the section's id, or `!` and the tool's command.
        WAY = "data-way";
        /// In the index of the search, on what it says of a person: the person's id.
        ABOUT = "data-about";
        /// In the index of the search: a query that the editors suggest.
        SUGGESTION = "data-suggestion";
        /// On the chart of lives: it is drawn to one measure throughout.
        TRUE_SCALE = "data-true-scale";
        /// On what such a chart has moved: where it stood, and how long it was.
        PRINTED_X = "data-x";
        PRINTED_WIDTH = "data-width";
        /// On a row of the chart of lives: the person's id.
        PERSON = "data-person";
        /// On a name in the article that is no link: the person's id.
        NAMES = "data-names";
        /// On what the censor's copy scrapes: empty on a name; `picture` on a portrait; `people` around those of an event
        /// that nobody is left in.
        ERASED = "data-erased";
        /// On `<html>`: the censor's copy is shown.
        CENSORED = "data-censored";
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
        /// On a value of a contested fact: its status, as the editors write it.
        STATUS = "data-status";
        /// On a stop and on its marks: the last two digits of its number.
        STOP = "data-stop";
        /// On a dated relation: where it begins on the chart's line, and how long it is there.
        SPAN = "data-span";
        /// On a relation: the id of the other person.
        WITH = "data-with";
        /// On the link of a name in the article: what they were at the moment that the sentence tells of.
        HERE = "data-here";
        /// On a person's age at an event: the person's id.
        AGE_OF = "data-age-of";
        /// Text drawn by a style sheet with `attr()`, so that it is not part of the article's text.
        OURS = "data-ours";
        /// Drawn in the same way on the mark of a note: its number.
        NUMBER = "data-number";
        /// On the mark of a correction: what the record says, in a sentence.
        LEAD = "data-lead";
        /// On `<html>`: the reader scrolls down.
        DOWN = "data-down";
        /// On `<html>`: the reader came in at some place of the page, and has not gone on from there.
        CAME_IN = "data-came-in";
        /// On `<html>`, while a part of the page is printed: which. What is printed otherwise is everything.
        PRINT = "data-print";
        /// On the entry that is printed alone.
        PRINTED = "data-printed";
        /// On `<html>`: the words of what was chosen on this device, as `palimpsest_state::Settings` writes them.
        SETTINGS = "data-settings";
        /// On `<html>`: scripts run. It never changes.
        SCRIPTS = "data-scripts";
        /// On `<html>`, while what comes after the opening waits for its faces.
        FONTS = "data-fonts";
        /// On `<html>`: the address of the service worker.
        WORKER = "data-worker";
        /// On `<html>` of a page that is one file, where no server delivers it: the address of the published page, empty
        /// without any.
        ADDRESS = "data-address";
        /// On `<html>` of a page that is one file: which story it is, for what is stored beside other files.
        STORY = "data-story";
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
        /// Where the middle of the mark stands that the reader points at, from 0 to 1.
        AT = "--at";
        /// How far down the chart its line lies.
        TOP = "--top";
    }
}
