//! The ids, classes and attributes that the build prints and that the program or a style sheet looks for.
//!
//! `crates/render/tests/hooks.rs` checks that each of them is on the printed page, except those that it lists as set by the
//! program or by the publisher, and that the page and the style sheets use no others.

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $value:literal;)*) => {
        $($(#[$doc])* #[doc = concat!("`", $value, "`")] pub const $name: &str = $value;)*

        /// All names of this module.
        pub const ALL: &[&str] = &[$($name),*];
    };
}

pub mod class;

/// Ids of the page's own elements. They contain an underscore where an editor's id could collide with them, because an
/// editor's id cannot contain one.
pub mod id {
    names! {
        /// The element that holds everything the program works on.
        READER = "reader";
        /// The data block that contains the [`Outline`](crate::Outline) as JSON.
        OUTLINE = "story";
        /// The element that the program mounts its component in. The component draws into the islands instead.
        PROGRAM = "program_root";

        /// The author's text.
        ARTICLE = "article";
        /// The section of the timeline, and its heading.
        TIMELINE = "timeline";
        TIMELINE_TITLE = "timeline_title";
        /// The section that tells where a person lived, and its heading.
        JOURNEY = "journey";
        JOURNEY_TITLE = "journey_title";
        /// The section of people.
        PEOPLE = "people";
        /// The heading of the figure that shows who was left.
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
        /// The checkbox that shows the scraped names of the censor's copy.
        CENSOR_HOLD = "censor_hold";

        /// The card, which is a popover.
        CARD = "card";
        /// The search dialog, and its input field.
        SEARCH_PANEL = "search_panel";
        SEARCH_INPUT = "search_input";
        /// The list of results, which the program draws.
        SEARCH_RESULTS = "search_results";
        /// What the search knows beyond the visible page. It is never shown.
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
        /// The markup with which other sites embed the page, where they may.
        SHARE_EMBED = "share_embed";
        /// The popover that says that a link was copied, and its status line.
        COPIED = "link_copied";
        COPIED_STATUS = "copied_status";
        /// The sheet of display settings, which is a popover.
        SETTINGS_SHEET = "settings_sheet";
        /// The sheet of help, which is a popover.
        HELP_SHEET = "help_sheet";

        /// The islands: printed empty, and drawn by the program.
        NOTICE_ISLAND = "notice_island";
        MARKER_ISLAND = "marker_island";
        LABEL_ISLAND = "label_island";
        RIBBON_ISLAND = "ribbon_island";
        LENS_ISLAND = "lens_island";
        FOLLOWED_ISLAND = "followed_island";
        RESULTS_ISLAND = "results_island";

        /// The message that `start.js` moves into the notice when the program stops.
        STOPPED_NOTICE = "stopped_notice";
    }
}

/// The project's own attributes.
pub mod attribute {
    names! {
        /// On `<html>`: the program is running.
        LIVE = "data-live";
        /// On a control: its command, as `palimpsest_state::Command` writes it.
        COMMAND = "data-command";
        /// On the `<details>` of an event: the event's id.
        EVENT = "data-event";
        /// On the `<details>` of an event: the event is about to open or close.
        TURNING = "data-turning";
        /// On a link or around links: a click navigates and opens no card.
        NAVIGATE = "data-navigate";
        /// On the card: the id of the entry that it shows.
        SHOWS = "data-shows";
        /// On the card: it closes when the pointer leaves it.
        TRANSIENT = "data-transient";
        /// On the card: `article` where its link is in a sentence of the article, so that the card may be placed in the
        /// margin.
        ASIDE = "data-aside";
        /// On a search result: the id of the place that it leads to.
        RESULT = "data-result";
        /// In the search index, on a section or a tool: the section's id, or `!` and the tool's command.
        WAY = "data-way";
        /// In the search index, on the description of a person: the person's id.
        ABOUT = "data-about";
        /// In the search index: marks a query that the editors suggest.
        SUGGESTION = "data-suggestion";
        /// On the chart of lives: it is drawn to a single scale throughout.
        TRUE_SCALE = "data-true-scale";
        /// On an element that a chart drawn to a single scale has moved: its printed position and width.
        PRINTED_X = "data-x";
        PRINTED_WIDTH = "data-width";
        /// On a row of the chart of lives: the person's id.
        PERSON = "data-person";
        /// On a name in the article that is not a link: the person's id.
        NAMES = "data-names";
        /// On what the censor's copy scrapes: empty on a name, `picture` on a portrait, `life` on a row of the chart of lives,
        /// `people` around the people of an event that has nobody left.
        ERASED = "data-erased";
        /// On `<html>`: the censor's copy is shown.
        CENSORED = "data-censored";
        /// On everything that belongs to a followed person: `first` or `second`. On the chart of lives: the last of them.
        FOLLOWED = "data-followed";
        /// On the list of events: the lens dims events. [`IN_FRONT`] marks those that match.
        DIMMED = "data-dimmed";
        /// On an event: it matches the lens and is not dimmed.
        IN_FRONT = "data-in-front";
        /// On the list of events: `article` where only the events told in the article are shown.
        SCOPE = "data-scope";
        /// On a word or a drawing of a relation: its stance, as the editors write it.
        STANCE = "data-stance";
        /// On a value of a contested fact: its status, as the editors write it.
        STATUS = "data-status";
        /// On a stop and on its marks: the last two digits of the stop's number.
        STOP = "data-stop";
        /// On a dated relation: its position and its width on the chart's line, separated by a space.
        SPAN = "data-span";
        /// On a relation: the id of the other person.
        WITH = "data-with";
        /// On the link of a name in the article: who the person was at the moment that the sentence tells of.
        HERE = "data-here";
        /// On a person's age at an event: the person's id.
        AGE_OF = "data-age-of";
        /// Text that a style sheet draws with `attr()`, so that it is not part of the article's text.
        OURS = "data-ours";
        /// On the mark of a note: its number, drawn in the same way.
        NUMBER = "data-number";
        /// On the mark of a correction: what the record says, in one sentence.
        LEAD = "data-lead";
        /// On `<html>`: the reader scrolls down.
        DOWN = "data-down";
        /// On `<html>`: the reader arrived at a place inside the page and has not scrolled since.
        CAME_IN = "data-came-in";
        /// On `<html>` while a part of the page is printed: the part. Without it, everything is printed.
        PRINT = "data-print";
        /// On the entry that is printed alone.
        PRINTED = "data-printed";
        /// On `<html>`: the settings stored on this device, as `palimpsest_state::Settings` writes them.
        SETTINGS = "data-settings";
        /// On `<html>`: scripts run. The attribute never changes.
        SCRIPTS = "data-scripts";
        /// On `<html>` while the text after the opening waits for its fonts.
        FONTS = "data-fonts";
        /// On `<html>`: the address of the service worker.
        WORKER = "data-worker";
        /// On `<html>` of a page that is a single file, delivered by no server: the address of the published page, or empty
        /// if there is none.
        ADDRESS = "data-address";
        /// On `<html>` of a page that is a single file: an identifier of the story, which keeps apart what files on one disk
        /// store.
        STORY = "data-story";
    }
}

/// Custom properties that the program sets and the style sheets read.
pub mod property {
    names! {
        /// The position of the current passage on the time rail, from 0 to 1.
        HERE = "--here";
        /// The ends of the chosen years on the whole line, from 0 to 1.
        FROM = "--from";
        TO = "--to";
        /// The middle of the mark that the reader points at, from 0 to 1.
        AT = "--at";
        /// The vertical position of that mark's line on the chart.
        TOP = "--top";
    }
}
