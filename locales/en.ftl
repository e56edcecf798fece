# The words of the interface in English, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
#
# To translate: copy this file, name the copy after the language (de.ftl), and translate what stands to the right of each
# `=`. The next build finds the copy. Values stand in braces and keep their names: { $name }. Plural forms are those of your
# language. A line that is continued is indented; its break is a space. A space at an end is written {" "}.

### The page and its parts

skip-link = Skip to the article
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = Skip to: { $part }
edition-name = Palimpsest
reading-time =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
parts = Parts of the page
parts-article = Article
parts-map = Map
parts-about = About
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = What this is.
intro-what =
    An article, { $minutes } to read, word for word, and around it what the record says: { $what }.
# Of an edition that adds nothing.
intro-alone = An article, { $minutes } to read, word for word.
# What intro-what counts, as far as there is any.
intro-events =
    { $count ->
        [one] 1 event
       *[other] { $count } events
    }
intro-people =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
intro-notes =
    { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = Tap
intro-name = a name
intro-date = a date
intro-or = or
intro-number = a number
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = Read, { $minutes }
door-years = { $years }, year by year
door-timeline = Year by year
door-days = Day by day
door-wrong = What it gets wrong: { $count }
timeline-title = Timeline
people-title = People
notes-title = Notes
terms-title = Terms
sources-title = Sources
# A label before everything that the editors, and not the author, have written.
editors = Editors
# The banner of an edition that is still being made.
draft = Draft
# $count: the editors’ statements without a source.
draft-lacks =
    { $count ->
        [0] This edition is still being made.
        [one] This edition is still being made: 1 statement lacks its source.
       *[other] This edition is still being made: { $count } statements lack their sources.
    }
# Where in the editors' files such statements are. $file: a name such as people.toml. $count: how many lines, $lines: their numbers.
draft-place =
    { $count ->
        [one] { $file }, line { $lines }
       *[other] { $file }, lines { $lines }
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon =
    The article’s words are { $author }’s, unchanged. The timeline, the people, the notes and the sources are the editors’
    work; portraits are drawings.
# The same where portraits are photographs.
colophon-whole =
    The article’s words are { $author }’s, unchanged. The timeline, the people, the notes and the sources are the editors’
    work.
colophon-some = The article’s words are { $author }’s, unchanged. What stands around them is the editors’ work.
colophon-alone = The article’s words are { $author }’s, unchanged.
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = Editors: { $names }.
colophon-license = License of their additions: { $license }.
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = Portraits:
colophon-portrait = { $name }: { $credit }
portrait-credit = Portrait: { $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = Two copies of this page
# $names: who is erased.
censor-about =
    See this page as a censor would leave it, with { $names } scraped away. Nothing is lost: the words stay underneath,
    and one press brings them back.
copy-written = As written
copy-censor = The censor’s copy
# Before a link to a note, as in note-titled.
censor-note = It really happened. See
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
        [one] { $names } is gone from { $places }, { $events } and { $pictures }.
       *[other] { $names } are gone from { $places }, { $events } and { $pictures }.
    }
censor-places =
    { $count ->
        [one] 1 place in the article
       *[other] { $count } places in the article
    }
# $gone of all $count events.
censor-events =
    { $count ->
        [one] { $gone } of 1 event
       *[other] { $gone } of { $count } events
    }
censor-pictures =
    { $count ->
        [0] no picture
        [one] 1 picture
       *[other] { $count } pictures
    }
# The same for assistive software, after it.
censor-text = The text itself is unchanged.
censor-hold = Hold the page to the light
censor-restore = Restore

### Controls

tools = Tools
close = Close
search = Search
search-page = Search this page
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = Display
share = Share
share-here = Share
help = What is this?
follow-here = Show their events
show-more = Details
# For assistive software, after show-more. $title: of the event.
show-more-of = : { $title }

## Display settings

theme = Colors
theme-system = Auto
theme-light = Light
theme-dark = Dark
size = Text size
size-small = Small
size-normal = Normal
size-large = Large
size-larger = Larger
order = Order of the events
order-time = By date
order-article = In the article’s order
settings-kept = Kept on this device only.
forget-settings = Forget my choices

## Controls of the timeline

lens-people = Show the events of
# A face among those, for assistive software: $name: whose.
face = Events of { $name }
# What becomes of all other events.
others = Other events
others-hide = Hidden
others-show = Dimmed
years = Years
# The two handles on the chart, for assistive software.
years-from = From year
years-to = To year
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = Chart
scale-broken = Crowded years widened
scale-true = True scale
open-all = Open all
close-all = Close all

## The panel of addresses and citations

share-address = The address
copy-address = Copy link
share-device = Share…
# The link mark beside a title. $title: of the entry.
copy-link-to = Copy the link to { $title }
# The button beside link-copied.
copied-more = Cite or print
citation = Style
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = The sentence that you are reading
share-citation = Citation
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = Copy
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = : { $label }
share-files = For reference managers and files
export-files = The timeline and the citations as files
export-files-citations = The citations as files
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = Timeline as { $format }
export-citations = Citations as { $format }
export-passages = What we read as { $format }
# Where other sites may show parts of the page: the HTML that does it. $parts: words for parts, as they stand in an address.
share-embed = Show it on your own site
share-embed-about = HTML. After “show=” may stand { $parts }, or the id of a person or an event.
# In the frame. $title: of the article. $author: who wrote it.
embed-of = From “{ $title }”, by { $author }
# The link there, beside the title of an entry. $title: of the entry.
embed-open = { $title } on the whole page
export-data = Everything as data
share-print = Print
print-article = Article
print-notes = Article with notes
print-timeline = Timeline as shown
print-person = This person
print = Everything

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    An article about history, word for word, with what its editors add around it: a timeline, people, notes and sources.
    The words of the article are { $author }’s; everything else is ours, says so, and names its source.
# The same of an edition that adds less.
help-lead-some =
    An article, word for word, with what its editors add around it. The words of the article are { $author }’s.
help-lead-alone = An article, word for word. Its words are { $author }’s.
help-links = A name, a date, a number or a dashed word in the article
help-links-text =
    opens a card beside the sentence. The card leads on to other cards and back again; “Full entry” takes you to the place
    itself, and Back to your sentence.
help-rail = The strip beside the text
help-rail-text =
    marks where the passage stands in time. Each part of it is to scale; two slanted strokes are a break. Drag over it to look at a few years only. Point at a
    mark to see which event it is; a press leads there.
help-follow = A face above the timeline
help-follow-text =
    shows that person’s events alone, with their age at each, and lights up their places in the article. Choose a second
    face to see what the two share.
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
help-key-arrows-search = in the search: the answers
help-key-wheel = Ctrl or Cmd and the wheel
help-key-wheel-text = over the strip or the chart: fewer years, or more
help-key-back = Alt+Left
help-key-back-text = back to where you were
help-privacy = Nothing you do here leaves this page. What you choose stays on this device.

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead =
    Events from the article: { $article }; added for context: { $context }. A date says what is known and no
    more{ $month ->
        [none] .
       *[other] : “{ $month }” is a month.
    }
# The time axis beside the article.
rail = Timeline position
# A mark on a drawing.
event-mark = { $date }: { $title }
event-context = Context: not in the article
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name } { $age }
lives-about =
    The events, and below them the lives of the people. A mark on a life is an event with that person in it; a short one is
    context that we add. A life that reaches an edge, or ends in a point there, runs on beyond it.
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = ’{ $year }
# What folds the lives that little happened in. $count: how many.
lives-more =
    { $count ->
        [one] { $count } more life
       *[other] { $count } more lives
    }
# Under the chart while it is drawn to true scale.
true-note = Drawn to true scale: every year on the chart is as wide as any other.
# The years of birth and death.
life-years = { $from }–{ $to }
# In their place, of somebody who is alive.
life-born = born { $year }
# The same of a body that still exists.
life-since = since { $year }

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive = aged { $count }
# The age is one of the two, or lies between them.
age-range = aged { $from }–{ $to }
# Where the birth, or the other date, is approximate or uncertain.
age-about = aged about { $count }
# The same of a longer time.
age-about-range = aged about { $from }–{ $to }
# They had died within the year before.
age-dead = after death
age-dead-years =
    { $count ->
        [one] { $count } year after death
       *[other] { $count } years after death
    }
age-dead-range = { $from }–{ $to } years after death

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = Where { $name } lived
# $count: the stops with a place. $years: as 1928–1940.
journey-lead =
    { $name }, { $years }:{" "}{ $count ->
        [one] 1 stop
       *[other] { $count } stops
    }, numbered in their order. Where nothing is known, nothing is drawn.
map-about =
    The line joins the stops in their order; it is not the route. Where it leaves a drawing, a number says to which stop.
map-uncertain = A hollow number: the dates are not certain.
map-ring = A ring: the place may lie anywhere inside it.
# A mark on the map or the strip.
stop-mark = { $number }: { $place }, { $date }
# Instead of a place.
stop-way = On the way
# How far the true place may be from its point on the map.
stop-within =
    { $count ->
        [one] Our point may be 1 kilometer off.
       *[other] Our point may be { $count } kilometers off.
    }
# Over the bars by country.
whereabouts-about = Where { $name } was, to scale. Blank: on the way, or not known. Pale: the date is not certain.

### Entries

people-lead = People whom the article names or means, and others who stand behind what it tells.
notes-lead =
    Where the record differs from the article, and where what the article says is disputed. The article’s words stay as
    they are.
terms-lead = Words of the time, in short.
sources-lead =
    What the editors add rests on what they read of these works. Each says how much that was, and what it was read for.
# The works by how far they were read; each is followed by their number.
sources-whole = Read in full
sources-part = Read in part
sources-excerpt = Read in excerpt
# Works of which it is not known what was read.
sources-cited = Works cited
note-correction = Correction
note-comment = Comment
note-term = Term
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = The article
note-record = The record
note-numbered = { $kind } { $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = Author’s notes
# The mark of such a note in the text.
own-note = Author’s note { $number }
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = Back to mark { $place } of author’s note { $number }
# What a table is called that scrolls on a narrow screen.
table = Table
# A note with its title. $note: one of the above.
note-titled = { $note }: { $title }
source-online = Read it online
# The places on the page whose statements rest on a work. $count: how many.
source-uses =
    { $count ->
        [one] Used in 1 entry
       *[other] Used in { $count } entries
    }
# How much of a work was read. $date: a day.
read-whole = Read in full, { $date }
read-part = Read in part, { $date }
read-excerpt = Read in excerpt, { $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read }: { $places }
further-title = Further reading
further-lead = We have not opened these works, and nothing here rests on them.
## The figure of who was left

left-title = Who was left
left-about =
    An empty frame marks someone who was shot, murdered or executed; a faded face, someone who died in another way, or whose
    cause of death is uncertain.
# Of the first year. $count: how many.
left-all =
    { $count ->
        [one] { $count } person is alive.
       *[other] All { $count } are alive.
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how }: { $names }.
left-natural = Died
left-murdered = Murdered
left-executed = Executed
left-shot = Shot
left-suicide = Suicide
left-disputed = Died, how is disputed
# After who died in a year. $count: how many others live.
left-count = { $count }{"\u00A0"}left
# Under the last year.
left-names = Left: { $names }.
# Whose death has no date. $names: one or several.
left-out = Not shown, as we have no date of death: { $names }.

# $source: author and year of a work that names the other.
further-named = Named by { $source }
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
fact-contested = Sources differ
fact-died = Died
# The same of a party, a committee or another body.
fact-founded = Founded
fact-dissolved = Dissolved
fact-fate = Fate
fact-notes = Notes
fact-offices = Offices
fact-relations = Relations
fact-stays = Journey
fact-detail = A detail
fact-events = Events

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = Here { $what }
here-ally = an ally of { $name } ({ $date })
here-rival = a rival of { $name } ({ $date })
here-enemy = an enemy of { $name } ({ $date })
here-family = of one family with { $name } ({ $date })
# The same with a word of the editors' own. $stance: such as patron.
here-own = { $stance }: { $name } ({ $date })

## How somebody died

manner-natural = Natural causes
manner-murdered = Murdered
manner-executed = Executed by sentence of a court
manner-shot = Shot without a public sentence
manner-suicide = Suicide
manner-disputed = Cause disputed

## How a value of a contested fact stands

claim-accepted = used here
claim-disputed = disputed
claim-rejected = rejected

## The edition itself

about-title = About this edition
about-report =
    Found an error? Copy the address of the entry, and send it to the editors with what you know.
# A link after about-report.
about-contact = Write to the editors
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }, { $date }: what we corrected ({ $count })

## How somebody stood to somebody else

stance-ally = ally
stance-rival = rival
stance-enemy = enemy
stance-family = family
# Of the line on each person's card. $name: of the protagonist.
stance-legend =
    The line on each card shows how they stood to { $name }: an ally above it, an opponent below it (the lower, the worse), and
    family on it.
# After it, before words of the editors' own for other relations, which are drawn there.
stance-above = Above it also:
stance-under = Under it also:
stance-on = On it also:
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what } ({ $count })
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = Died { $age }
end-murdered = Murdered, { $age }
end-executed = Executed, { $age }
end-shot = Shot, { $age }
end-suicide = Killed themselves, { $age }
end-disputed = Died { $age }, how is disputed

### Dates, as the build writes them. { $year } of a day or month is one of the messages below: edtf-year, edtf-before-christ …
#
# Where words change their form within others, give a message an attribute `of` beside its value, on a line of its own:
#
#     month-march = март
#         .of = марта
#
# The attribute is used for a month after its day and a year after its month, and for each part of a date after “about”, “since”,
# “until”, “from” and “between”. Where a language needs another form after “until”, or after “about” that stands by itself, the
# message has an attribute `until` or `about` as well. `edtf-about` within “since” is in its own `of`.
#
# The attribute `month-first` is the form for the countries of a language that write the month before the day, such as `en-US`.

# A year: 1921
edtf-year = { $year }
# 8 March 1921; in en-US: March 8, 1921
edtf-day = { $day } { $month } { $year }
    .month-first = { $month } { $day }, { $year }
# March 1921, autumn 1921
edtf-month = { $month } { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $day } { $month }
    .month-first = { $month } { $day }
# The same within a month: 8–16 March 1921
edtf-day-alone = { $day }
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $month } in { $years }
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
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = AD { $year }
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }, { $to }
edtf-or = { $from } or { $to }
edtf-between = between { $from } and { $to }
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date } ({ $old } Old Style)
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

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date }. { $summary }

### Words in the files

## The columns of a table

export-id = id
# EDTF is the standard in which the dates are written there.
export-edtf = date (EDTF)
export-date = date in words
export-title = title
export-text = text
export-place = place
export-people = people
export-sources = sources
export-group = group
export-address = address
export-work = work
export-at = where in the work
export-read = read on
# How much was read: whole, part, excerpt.
export-extent = extent
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = grade
export-says = what it says, in our words
export-rests = what rests on it

## What events are grouped under

export-in-article = Told by the article
export-context = Context

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact = { $date }. A calendar has only exact days, so it shows whole days, months or years.
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = Left out, because a calendar has only the years 1 to 9999: { $events }.

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = The data of “{ $title }”
data-intro = All that the page says, in files that other programs read and that can be kept without it. Names of fields, columns and elements are English in every language.
# What the files are.
data-story = the whole story
data-schema = the rules that the whole story keeps to
data-tei = the article, its notes, people, events and sources in TEI
data-annotations = the notes, each with the words that it is about (Web Annotations)
data-places = where it happened (GeoJSON)
data-table = a table
data-picture = a picture, a sound or a film of the page
data-epub = the article with its notes as a book
data-manifest = the list of all files, with digests, licenses and the columns of the tables
# $license: its name, or data-license-unknown.
data-license-article = License of the article: { $license }
data-license-edition = License of what the editors add: { $license }
data-license-unknown = not stated; please ask
data-back = Back to the page
epub-contents = Contents
epub-cover = Cover

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = This page has nothing by the name “{ $name }” that the address asks for.
card-back = Back to { $title }
card-go = Full entry
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
lens-timeline = See the events
lens-clear = Clear
between-title = { $first } and { $second }
between-none = The page tells of nothing between them but what follows.
followed-places = In the article: { $count }
search-hint = Article, people, events, notes and sources.
search-count =
    { $count ->
        [one] 1 answer
       *[other] { $count } answers
    }
search-results = Answers
search-people = People
search-events = Events
search-notes = Notes and terms
search-sources = Sources
search-article = Article
# Sections of the page, and tools such as printing.
search-ways = On this page
# What is shown where nothing matches. $query: what was typed.
search-none = No match for “{ $query }” in the article, the timeline, the people, the notes or the sources.
search-nearest = Closest
# Before anything was typed: what one could ask.
search-suggestions = Try
# The first answer to a query of one year, or of two.
search-year =
    { $count ->
        [one] Show { $from } on the timeline (1 event)
       *[other] Show { $from } on the timeline ({ $count } events)
    }
search-years =
    { $count ->
        [one] Show { $from }–{ $to } on the timeline (1 event)
       *[other] Show { $from }–{ $to } on the timeline ({ $count } events)
    }
# The first answer to the names of two people.
search-together =
    { $count ->
        [one] { $first } and { $second } on the timeline (1 event together)
       *[other] { $first } and { $second } on the timeline ({ $count } events together)
    }
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    a about all an and any are as at be been before between by can could date did do does during find for from gets got had happen happened happens has have
    her hers how i in into is it its me my of off on or out please she show tell than that the their them then there these
    they this those through to until was we were what when where which who whom whose why will with would year years you
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    aged age ages old older oldest; assassin assassins assassinate assassinated assassination kill killed killer killing
    kills murder murdered murderer murders; born birth birthday birthplace; die died dies dead death dying; shot
    executed execution; wife wives married marriage husband; son sons child children kids; ill illness sick stroke strokes;
    letter testament will; exile exiled banished deported deportation; weapon tool axe
# Words that stand for whom the article names most.
search-pronouns = he him his
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = article text story original read essay
way-timeline-words = timeline events dates chronology calendar history years
way-people-words = people persons characters names who cast portraits faces
way-notes =
    { $count ->
        [one] What the article gets wrong: 1 correction
       *[other] What the article gets wrong: { $count } corrections
    }
way-notes-words =
    wrong mistake mistakes error errors incorrect inaccurate false correct corrected correction corrections fix notes fact
    facts check accurate accuracy true
way-terms-words = glossary terms words definitions vocabulary meaning
way-sources-words = sources source references bibliography books literature evidence
way-journey-words = map maps exile journey route road stops travels places where moved
way-about-words = about edition editors authors made
way-share-words = share link cite citing citation citations quote send bibtex zotero apa mla chicago export download csv
way-print = Print the page
way-print-words = print printing printer pdf paper
way-dark = Dark colors
way-dark-words = dark mode night black theme colors
way-light = Light colors
way-light-words = light mode day bright white theme colors
way-large = Larger text
way-large-words = font size text letters big bigger large larger enlarge zoom small
way-censor-words = censor censor’s censored copy erase erased scraped palimpsest
way-help-words = help how works keys keyboard shortcuts instructions guide
link-copied = Link copied
link-refused = The browser did not allow copying.
share-copied = Copied.
share-refused = The browser did not allow that. The words are selected: you can copy them.
quotation = “{ $text }”

### When the program stops

stopped = Part of this page has stopped working. All of it can still be read.
stopped-reload = Load again
