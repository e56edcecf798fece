//! Classes: of what is printed, and of what the program draws.

names! {
    // The frame of the page.
    SKIP_LINK = "skip-link";
    EDITION = "edition";
    EDITION_NAME = "edition-name";
    EDITION_ABOUT = "edition-about";
    EDITION_PARTS = "edition-parts";
    NOTICE = "notice";
    NOTICE_STOPPED = "notice-stopped";
    SPREAD = "spread";
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
    CHOICES = "choices";
    TIMELINE_CONTROLS = "timeline-controls";
    FOLLOW_CHOICES = "follow-choices";
    FOLLOW_CHOICE = "follow-choice";
    YEARS_CHOICE = "years-choice";
    YEAR_SLIDER = "year-slider";
    YEARS_BUTTONS = "years-buttons";
    TIMELINE_BUTTONS = "timeline-buttons";

    // The author's text.
    ARTICLE = "article";
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

    // The time rail.
    SCALE = "scale";
    SCALE_WINDOW = "scale-window";
    SCALE_UPRIGHT = "scale-upright";
    SCALE_LEVEL = "scale-level";
    SCALE_SEARCH = "scale-search";
    SCALE_HERE = "scale-here";

    // Drawings to scale.
    IN_ARTICLE = "in-article";
    CONTEXT = "context";
    EXACT = "exact";
    DENSE = "dense";
    YEAR = "year";
    LIFE = "life";
    ALLY = "ally";
    RIVAL = "rival";
    ENEMY = "enemy";
    FAMILY = "family";
    RISING = "rising";
    FALLING = "falling";
    RIBBON = "ribbon";
    LIFELINE = "lifeline";

    // The chart of lives.
    LIVES = "lives";
    LIVES_CHART = "lives-chart";
    LIVES_YEARS = "lives-years";
    LIVES_EVENTS = "lives-events";
    LANE = "lane";
    FIFTH = "fifth";

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
    FOLLOWED_LIFE = "followed-life";
    FOLLOWED_PLACES = "followed-places";
    BETWEEN = "between";

    // Facts of an entry.
    FACTS = "facts";
    INLINE_LIST = "inline-list";
    DATED_LIST = "dated-list";
    MENTIONS = "mentions";
    DATES = "dates";
    QUOTE_LINK = "quote-link";
    CITE = "cite";
    NATIVE = "native";
    STANCE = "stance";
    STANCE_ALLY = "stance-ally";
    STANCE_RIVAL = "stance-rival";
    STANCE_ENEMY = "stance-enemy";
    STANCE_FAMILY = "stance-family";

    // Each fact by what it says.
    FACT_BORN = "fact-born";
    FACT_COMPANIONS = "fact-companions";
    FACT_DETAIL = "fact-detail";
    FACT_DIED = "fact-died";
    FACT_EVENTS = "fact-events";
    FACT_FAMILY = "fact-family";
    FACT_FATE = "fact-fate";
    FACT_IN_ARTICLE = "fact-in-article";
    FACT_LIFE = "fact-life";
    FACT_NOTES = "fact-notes";
    FACT_OFFICES = "fact-offices";
    FACT_OPPONENTS = "fact-opponents";
    FACT_RELATIONS = "fact-relations";
    FACT_SOURCES = "fact-sources";
    FACT_STAYS = "fact-stays";
    FACT_WHERE = "fact-where";
    FACT_WHO = "fact-who";

    // People.
    PEOPLE = "people";
    PERSON = "person";
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
    NOTE_CORRECTION = "note-correction";
    NOTE_COMMENT = "note-comment";
    NOTE_TERM = "note-term";
    SOURCES = "sources";
    SOURCE_LIST = "source-list";
    SOURCE_USES = "source-uses";
    CITATION = "citation";

    // The card.
    CARD = "card";
    CARD_CONTENT = "card-content";
    CARD_WAYS = "card-ways";
    CARD_BACK = "card-back";
    CARD_CLOSE = "card-close";
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
    SHARE_QUOTE = "share-quote";
    SHARE_FILES = "share-files";
    SHARE_STATUS = "share-status";
    SHEET = "sheet";
    HELP_LIST = "help-list";
    HELP_KEYS = "help-keys";
}

/// Classes of shapes in portraits, which `styles/portrait.css` gives their tones.
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
