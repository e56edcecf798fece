# The words of the interface in English, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
#
# To translate: copy this file, name the copy after the language (de.ftl), and translate what stands to the right of each
# `=`. The next build finds the copy. Values stand in braces and keep their names: { $name }. Plural forms are those of your
# language. A line that is continued is indented; its break is a space. A space at an end is written {" "}.

### The page and its parts

skip-link = Skip to the article
edition-name = Palimpsest
# $minutes: how long the article takes to read, as in reading-time.
edition-about =
    An edition to explore: the article word for word, { $minutes } to read, with a timeline, people, notes and sources
    added by its editors.
reading-time =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
parts = Parts of the page
parts-article = Article
timeline-title = Timeline
people-title = People
notes-title = Notes
terms-title = Terms
sources-title = Sources
# A label before everything that the editors, and not the author, have written.
editors = Editors
# $author: who wrote the article.
colophon =
    The article’s words are { $author }’s, unchanged. The timeline, the people, the notes and the sources are the editors’
    work; portraits are drawings.
# Under the picture beside the article's title.
poster-drawn = A drawing, made for this edition

### Controls

tools = Tools
close = Close
search = Search
search-page = Search this page
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = Display
share = Share, cite
share-entry = Link, cite
help = What is this?
follow = Follow
show-more = More
# For assistive software, after show-more. $title: of the event.
show-more-of = : { $title }

## Display settings

theme = Colors
theme-system = Auto
theme-light = Light
theme-dark = Dark
size = Size of the text
size-small = Small
size-normal = Normal
size-large = Large
size-larger = Larger
order = Order of the events
order-time = As it happened
order-article = As the article tells it
settings-kept = Kept on this device only.
settings-forget = Forget my choices

## Controls of the timeline

scope = Events
scope-all = With context
scope-article = Only what the article tells
lens-people = People
# Before the list of people of which one can be followed, and its first entry.
follow-first = Follow
follow-nobody = nobody
# Before the list of a second person, and its first entry.
follow-second = together with
follow-nobody-else = nobody else
years = Years
# Before the sliders of the first and the last year.
years-from = from
years-to = to
# The button that is printed as +, and the one that is printed as –.
years-fewer = Fewer years
years-more = More years
years-all = All years
open-all = Open all
close-all = Close all

## The panel of addresses and citations

share-address = The address
share-device = Share …
share-sentence = The sentence that you are reading
share-citation = Citation
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = Copy
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = : { $label }
share-files = The timeline and the citations as files
# The files, each with its format.
export-timeline-csv = Timeline as a table (CSV)
export-timeline-icalendar = Timeline as a calendar (iCalendar)
export-timeline-timelinejs = Timeline for TimelineJS (JSON)
export-timeline-json = Timeline as data (JSON)
export-citations-bibtex = Citations in BibTeX
export-citations-csl = Citations in CSL-JSON
share-print = Print the page

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    An article about history, word for word, with what its editors add around it: a timeline, people, notes and sources.
    The words of the article are { $author }’s; everything else is ours, says so, and names its source.
help-links = A name, a date, a number or a dashed word in the article
help-links-text =
    opens a card beside the sentence. The card leads on to other cards and back again; “Go there” takes you to the place
    itself, and Back to your sentence.
help-rail = The strip beside the text
help-rail-text =
    is drawn to scale and marks where the passage stands in time. Drag over it to look at a few years only; each mark on
    it leads to its event.
help-follow = “Follow”
help-follow-text =
    lights up somebody’s places in the article and their events on the timeline, with their age at each. Follow a second
    person to see what the two share.
help-address = The address
help-address-text =
    says what you see: copy it, and somebody else sees the same. The bare address opens in each reader’s own order of
    events.
help-keys = Keys
help-key-tab = Tab, Shift+Tab
help-key-tab-text = to the next link or button, and back; from an open link into its card
help-key-enter = Enter
help-key-enter-text = opens a card, closes it, follows a link
help-key-escape = Esc
help-key-escape-text = closes the card, the search, this
help-key-search = Ctrl+K or Cmd+K
help-key-search-text = searches
help-key-arrows = Up, Down
help-key-arrows-text = in the search: the answers; on the strip: the events
help-key-wheel = Ctrl or Cmd and the wheel
help-key-wheel-text = over the strip or the chart: fewer years, or more
help-key-back = Alt+Left
help-key-back-text = back to where you were
help-privacy = Nothing you do here leaves this page. What you choose stays on this device.

### The timeline

# How many events are in the article, and how many the editors add.
timeline-lead =
    Events that the article tells: { $article }. Events that we add for context: { $context }. A date says what is known
    and no more: “March{"\u00A0"}1921” is a month.
# The time axis beside the article.
rail = Timeline position
# A mark on a drawing.
event-mark = { $date }: { $title }
event-context = Context: the article does not tell this
# Who had a part in an event, and how old they were: $age is age-alive, age-range or one of the age-dead messages.
event-age = { $name } { $age }
lives-about =
    To scale: the events above, and under them whose lives they fell into. A mark on a life is an event with that person in
    it; a short one is context that we add. A life that reaches an edge, or ends in a point there, runs on beyond it.
# The years of birth and death.
life-years = { $from }–{ $to }
# Before the drawing of one life, in tens of years.
life-age = Age

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive = aged { $count }
# The age is one of the two, or lies between them.
age-range = aged { $from }–{ $to }
# They had died within the year before.
age-dead = dead
age-dead-years =
    { $count ->
        [one] { $count } year dead
       *[other] { $count } years dead
    }
age-dead-range = { $from }–{ $to } years dead

### Entries

people-lead = Everyone whom the article names or means, and others who stand behind what it tells.
notes-lead =
    Where the record differs from the article, and where what the article says is disputed. The article’s words stay as
    they are.
terms-lead = Words of the time, in short.
sources-lead = What the editors add rests on these works.
note-correction = Correction
note-comment = Comment
note-term = Term
# A note with its number. $kind: note-correction or note-comment.
note-numbered = { $kind } { $number }
# A note with its title. $note: one of the above.
note-titled = { $note }: { $title }
source-online = Read it online
# For assistive software, after source-online. $source: author and year.
source-online-of = : { $source }
source-uses = What rests on it ({ $count })
# Before the name that somebody was born with, and before other spellings.
name-born = born { $name }
name-also = also { $names }
# A place that has another name today.
place-now = { $name }, now { $now }

## Facts of an entry

fact-where = Where
fact-who = Who
fact-in-article = In the article
fact-sources = Sources
fact-born = Born
fact-died = Died
fact-fate = Fate
fact-notes = Notes
fact-offices = Offices
fact-relations = Relations
fact-companions = Companions
fact-opponents = Opponents
fact-family = Family
fact-life = Life
fact-stays = Stops of the exile
fact-detail = A detail
fact-events = Events

## How somebody stood to somebody else

stance-ally = ally
stance-rival = rival
stance-enemy = enemy
stance-family = family
# Over the drawing of somebody's relations.
stance-legend = Above the line: on one side. Under it: against each other, the deeper the worse. On it: one family.

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# 8 March 1921
edtf-day = { $day } { $month } { $year }
# March 1921, autumn 1921
edtf-month = { $month } { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $day } { $month }
edtf-about = about { $date }
edtf-uncertain = { $date } (uncertain)
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }–{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from } – { $to }
edtf-since = since { $date }
edtf-until = until { $date }
edtf-end-unknown = from { $date }, end unknown
edtf-start-unknown = until { $date }, start unknown
edtf-before-christ = { $year } BC
edtf-decade = the { $year }s
edtf-century =
    { NUMBER($number, type: "ordinal") ->
        [one] the { $number }st century
        [two] the { $number }nd century
        [few] the { $number }rd century
       *[other] the { $number }th century
    }
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
edtf-spring = spring
edtf-summer = summer
edtf-autumn = autumn
edtf-winter = winter

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = This page has nothing by the name “{ $name }” that the address asks for.
card-back = Back to { $title }
card-go = Go there
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = Following { $name }:{" "}
lens-sharing = What { $first } and { $second } share:{" "}
lens-events = { $count } of { $total } events
lens-years = , { $from }–{ $to }
lens-scope = , without context
lens-sentences =
    { $count ->
        [one] ; { $count } sentence of the article
       *[other] ; { $count } sentences of the article
    }
# Ends the line.
lens-end = .
lens-timeline = To the timeline
lens-clear = Show everything
between-title = { $first } and { $second }
between-none = The page tells of nothing between them but what follows.
between-entry = As it stands in the entry on { $name }:
followed-places = In the article: { $count }
search-hint = Article, people, events, notes and sources.
search-count =
    { $count ->
        [0] Nothing on this page matches that.
        [one] 1 answer
       *[other] { $count } answers
    }
search-results = Answers
search-people = People
search-events = Events
search-notes = Notes and terms
search-sources = Sources
search-article = Article
share-copied = Copied.
share-refused = The browser did not allow that. The words are selected: you can copy them.
quotation = “{ $text }”

### When the program stops

stopped = Part of this page has stopped working. All of it can still be read.
stopped-reload = Load again

# The BCP 47 tag by which the browser writes dates in the order that the page uses: 28 November 2026.
date-locale = en-GB
