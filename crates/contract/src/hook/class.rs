//! Classes of printed elements and of what the program draws.

names! {
    // The frame of the page.
    SKIP_LINK = "skip-link";
    EDITION = "edition";
    EDITION_NAME = "edition-name";
    EDITION_PARTS = "edition-parts";
    NOTICE = "notice";
    DRAFT = "draft";
    NOTICE_STOPPED = "notice-stopped";
    SPREAD = "spread";
    INTRO = "intro";
    DOORS = "doors";
    PHASES = "phases";
    APPENDIX = "appendix";
    EXTRA = "extra";
    LEAD = "lead";
    COLOPHON = "colophon";
    VISUALLY_HIDDEN = "visually-hidden";
    SPRITE = "sprite";

    // Controls.
    TOOLBAR = "toolbar";
    SEARCH_FIELD = "search-field";
    TOOLS = "tools";
    LINK_MARK = "link-mark";
    CHOICES = "choices";
    TIMELINE_CONTROLS = "timeline-controls";
    FACES = "faces";
    TIMELINE_BUTTONS = "timeline-buttons";

    // The author's text.
    ARTICLE = "article";
    RUNNING = "running";
    ARTICLE_PART = "article-part";
    OPENING = "opening";
    SUBTITLE = "subtitle";
    BYLINE = "byline";
    POSTER = "poster";
    SENTENCE = "sentence";
    MENTION = "mention";
    MENTION_EVENT = "mention-event";
    MENTION_TERM = "mention-term";
    DATED = "dated";
    NAMED = "named";
    NOTE_MARK = "note-mark";

    // Its blocks other than paragraphs.
    STANDFIRST = "standfirst";
    VERSE = "verse";
    INNER_HEADING = "inner-heading";
    QUOTATION = "quotation";
    LISTING = "listing";
    TABLE = "table";
    TABLE_FRAME = "table-frame";
    TO_MIDDLE = "to-middle";
    TO_END = "to-end";
    CODE = "code";
    FIGURE = "figure";
    CREDIT = "credit";
    THEMATIC_BREAK = "thematic-break";
    AWAY = "away";
    INLINE_CODE = "inline-code";
    RAISED = "raised";
    LOWERED = "lowered";
    SMALL_CAPITALS = "small-capitals";
    OWN_MARK = "own-mark";
    OWN_NOTES = "own-notes";
    OWN_BACK = "own-back";

    // The censor's copy.
    CENSOR = "censor";
    CENSOR_NOTE = "censor-note";
    CENSOR_BAR = "censor-bar";
    COVER = "cover";

    // The time rail.
    SCALE = "scale";
    SCALE_WINDOW = "scale-window";
    SCALE_UPRIGHT = "scale-upright";
    SCALE_LEVEL = "scale-level";
    SCALE_SEARCH = "scale-search";
    SCALE_HERE = "scale-here";
    MARK_LABEL = "mark-label";

    // Drawings to scale.
    IN_ARTICLE = "in-article";
    CONTEXT = "context";
    DENSE = "dense";
    YEAR = "year";
    BREAK = "break";
    FROM = "from";
    UNTIL = "until";
    LIFE = "life";
    RISING = "rising";
    FALLING = "falling";
    RIBBON = "ribbon";

    // The chart of lives.
    LIVES = "lives";
    LIVES_CHART = "lives-chart";
    LIVES_YEARS = "lives-years";
    LIVES_EVENTS = "lives-events";
    LANE = "lane";
    MINOR = "minor";
    BRUSH = "brush";
    YEAR_HANDLE = "year-handle";
    TRUE_YEARS = "true-years";
    TRUE_NOTE = "true-note";
    LIVES_MORE = "lives-more";
    LIVES_RIBBON = "lives-ribbon";

    // The timeline and its events.
    TIMELINE = "timeline";
    EVENTS = "events";
    EVENT = "event";
    EVENT_IN_ARTICLE = "event-in-article";
    EVENT_CONTEXT = "event-context";
    EVENT_TITLE = "event-title";
    EVENT_DATE = "event-date";
    EVENT_KIND = "event-kind";
    EVENT_SUMMARY = "event-summary";
    EVENT_BODY = "event-body";
    EVENT_AGE = "event-age";

    // What the lens shows, drawn by the program.
    FOLLOWING = "following";
    FOLLOWING_WAYS = "following-ways";
    FOLLOWED = "followed";
    FOLLOWED_PLACES = "followed-places";
    BETWEEN = "between";

    // Where a person lived.
    JOURNEY = "journey";
    JOURNEY_PARTS = "journey-parts";
    JOURNEY_MAP = "journey-map";
    MAP_REGION = "map-region";
    MAP_GLOBE = "map-globe";
    MAP_INSET = "map-inset";
    MAP_SEA = "map-sea";
    MAP_LAND = "map-land";
    MAP_LINE = "map-line";
    MAP_EXIT = "map-exit";
    MAP_NAME = "map-name";
    MAP_RING = "map-ring";
    MAP_SPOT = "map-spot";
    UNCERTAIN = "uncertain";
    WHEREABOUTS = "whereabouts";
    STOPS = "stops";
    STOP = "stop";
    STOP_TITLE = "stop-title";
    STOP_TEXT = "stop-text";

    // Facts of an entry.
    FACTS = "facts";
    FOLD = "fold";
    INLINE_LIST = "inline-list";
    DATED_LIST = "dated-list";
    MENTIONS = "mentions";
    DATES = "dates";
    QUOTE_LINK = "quote-link";
    CITE = "cite";
    NATIVE = "native";
    STANCE = "stance";

    // The facts, each named for what it says.
    FACT_BORN = "fact-born";
    FACT_CONTESTED = "fact-contested";
    FACT_DETAIL = "fact-detail";
    FACT_DIED = "fact-died";
    FACT_EVENTS = "fact-events";
    FACT_FATE = "fact-fate";
    FACT_IN_ARTICLE = "fact-in-article";
    FACT_NOTES = "fact-notes";
    FACT_OFFICES = "fact-offices";
    FACT_RELATIONS = "fact-relations";
    FACT_SOURCES = "fact-sources";
    FACT_STAYS = "fact-stays";
    FACT_WHERE = "fact-where";
    FACT_WHO = "fact-who";

    // People.
    PEOPLE = "people";
    PERSON = "person";
    LEFT = "left";
    LEFT_YEAR = "left-year";
    LEFT_GONE = "left-gone";
    LEFT_PALE = "left-pale";
    GALLERY = "gallery";
    PERSON_ROLE = "person-role";
    PERSON_END = "person-end";
    PERSON_BODY = "person-body";
    PERSON_NAMES = "person-names";
    PERSON_EVENTS = "person-events";
    SPELLINGS = "spellings";
    PORTRAIT = "portrait";

    // Notes, terms and sources.
    NOTES = "notes";
    NOTE_LIST = "note-list";
    NOTE = "note";
    NOTE_KIND = "note-kind";
    NOTE_TEXT = "note-text";
    /// What a note says after its first sentence.
    NOTE_MORE = "note-more";
    NOTE_PAIR = "note-pair";
    NOTE_CORRECTION = "note-correction";
    NOTE_COMMENT = "note-comment";
    NOTE_TERM = "note-term";
    SOURCES = "sources";
    SOURCE_LIST = "source-list";
    SOURCE_USES = "source-uses";
    SOURCE_READ = "source-read";
    CITATION = "citation";

    // Contested facts, and the edition itself.
    CLAIM = "claim";
    CLAIM_STATUS = "claim-status";
    ABOUT = "about";
    CHANGES = "changes";

    // The card.
    CARD = "card";
    CARD_CONTENT = "card-content";
    CARD_WAYS = "card-ways";
    CARD_BACK = "card-back";
    CARD_CLOSE = "card-close";
    CARD_HERE = "card-here";
    CARD_ONWARD = "card-onward";
    CARD_PERSON = "card-person";
    CARD_EVENT = "card-event";
    CARD_NOTE = "card-note";
    CARD_SOURCE = "card-source";

    // Panels and sheets.
    PANEL = "panel";
    PANEL_INNER = "panel-inner";
    SEARCH_LINE = "search-line";
    SEARCH_COUNT = "search-count";
    SEARCH_KIND = "search-kind";
    SHARE_NAME = "share-name";
    SHARE_FIELD = "share-field";
    SHARE_FIRST = "share-first";
    SHARE_QUOTE = "share-quote";
    SHARE_FILES = "share-files";
    SHARE_PRINT = "share-print";
    SHARE_STATUS = "share-status";

    // The page that other sites show in a frame.
    EMBED = "embed";
    EMBED_OF = "embed-of";
    COPIED = "copied";
    SHEET = "sheet";
    /// The tools for which the bar of a narrow page has no room.
    SHEET_MORE = "sheet-more";
    HELP_LIST = "help-list";
    HELP_KEYS = "help-keys";
}

/// Classes of shapes in portraits, whose tones `styles/portrait.css` defines.
pub mod tone {
    names! {
        GROUND = "p-ground";
        PLANE = "p-plane";
        SKIN = "p-skin";
        HALF = "p-half";
        SHADE = "p-shade";
        GREY = "p-grey";
        HAIR = "p-hair";
        CLOTH = "p-cloth";
        LINEN = "p-linen";
        ACCENT = "p-accent";
        LINE = "p-line";
        CUT = "p-cut";
    }
}
