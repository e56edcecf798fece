# The words of the interface in German, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
# How a catalog is written: en.ftl. The keys and the notes between them are the same.

### The page and its parts

skip-link = Zum Artikel springen
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = Weiter zu: { $part }
edition-name = Palimpsest
reading-time =
    { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
parts = Teile der Seite
parts-article = Artikel
parts-map = Karte
parts-about = Zur Ausgabe
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = Was Sie hier finden.
intro-what =
    Einen Artikel, Wort für Wort, in { $minutes } zu lesen, und um ihn herum, was die Quellen sagen: { $what }.
# Of an edition that adds nothing.
intro-alone = Einen Artikel, Wort für Wort, in { $minutes } zu lesen.
# What intro-what counts, as far as there is any.
intro-events =
    { $count ->
        [one] 1 Ereignis
       *[other] { $count } Ereignisse
    }
intro-people =
    { $count ->
        [one] 1 Person
       *[other] { $count } Personen
    }
intro-notes =
    { $count ->
        [one] 1 Anmerkung
       *[other] { $count } Anmerkungen
    }
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = Tippen Sie auf
intro-name = einen Namen
intro-date = ein Datum
intro-or = oder
intro-number = eine Zahl
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = Lesen, { $minutes }
door-years = { $years }, Jahr für Jahr
door-timeline = Jahr für Jahr
door-days = Tag für Tag
door-wrong = Was nicht stimmt: { $count }
timeline-title = Zeitleiste
people-title = Personen
notes-title = Anmerkungen
terms-title = Begriffe
sources-title = Quellen
# A label before everything that the editors, and not the author, have written.
editors = Redaktion
draft = Entwurf
draft-lacks =
    { $count ->
        [0] Diese Ausgabe ist noch in Arbeit.
        [one] Diese Ausgabe ist noch in Arbeit: Bei 1 Aussage fehlt die Quelle.
       *[other] Diese Ausgabe ist noch in Arbeit: Bei { $count } Aussagen fehlt die Quelle.
    }
draft-place =
    { $count ->
        [one] { $file }, Zeile { $lines }
       *[other] { $file }, Zeilen { $lines }
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon =
    Der Text des Artikels stammt von { $author } und ist unverändert. Zeitleiste, Personen, Anmerkungen und Quellen sind
    Arbeit der Redaktion; die Porträts sind Zeichnungen.
# The same where portraits are photographs.
colophon-whole =
    Der Text des Artikels stammt von { $author } und ist unverändert. Zeitleiste, Personen, Anmerkungen und Quellen sind
    Arbeit der Redaktion.
colophon-some = Der Text des Artikels stammt von { $author } und ist unverändert. Was um ihn herum steht, ist Arbeit der Redaktion.
colophon-alone = Der Text des Artikels stammt von { $author } und ist unverändert.
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = Herausgegeben von { $names }.
colophon-license = Lizenz dessen, was sie hinzufügen: { $license }.
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = Porträts:
colophon-portrait = { $name }: { $credit }
portrait-credit = Porträt: { $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = Zwei Fassungen dieser Seite
# $names: who is erased.
censor-about =
    Sehen Sie diese Seite, wie die Zensur sie hinterließe: { $names } weggekratzt. Nichts geht verloren: Die Worte
    bleiben darunter stehen, und ein Druck bringt sie zurück.
copy-written = Wie geschrieben
copy-censor = Die zensierte Fassung
# Before a link to a note, as in note-titled.
censor-note = So etwas gab es wirklich. Siehe
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
        [one] { $names } fehlt { $places }, { $events } und { $pictures }.
       *[other] { $names } fehlen { $places }, { $events } und { $pictures }.
    }
censor-places =
    { $count ->
        [one] an 1 Stelle des Artikels
       *[other] an { $count } Stellen des Artikels
    }
# $gone of all $count events.
censor-events =
    { $count ->
        [one] in { $gone } von 1 Ereignis
       *[other] in { $gone } von { $count } Ereignissen
    }
censor-pictures =
    { $count ->
        [0] auf keinem Bild
        [one] auf 1 Bild
       *[other] auf { $count } Bildern
    }
# The same for assistive software, after it.
censor-text = Der Text selbst ist unverändert.
censor-hold = Die Seite gegen das Licht halten
censor-restore = Wiederherstellen

### Controls

tools = Werkzeuge
close = Schließen
search = Suchen
search-page = Diese Seite durchsuchen
# The keys that open the search, as they are printed on a keyboard.
search-keys = Strg K
display = Darstellung
share = Teilen
share-here = Teilen
help = Was ist das?
follow-here = Ereignisse dieser Person zeigen
show-more = Näheres
# For assistive software, after show-more. $title: of the event.
show-more-of = : { $title }

## Display settings

theme = Farben
theme-system = Automatisch
theme-light = Hell
theme-dark = Dunkel
size = Schriftgröße
size-small = Klein
size-normal = Normal
size-large = Groß
size-larger = Sehr groß
order = Reihenfolge der Ereignisse
order-time = Nach Datum
order-article = Wie im Artikel
settings-kept = Nur auf diesem Gerät gespeichert.
forget-settings = Einstellungen zurücksetzen

## Controls of the timeline

lens-people = Ereignisse zeigen von
# A face among those, for assistive software: $name: whose.
face = Ereignisse von { $name }
# What becomes of all other events.
others = Andere Ereignisse
others-hide = Ausgeblendet
others-show = Blass
years = Jahre
# The two handles on the chart, for assistive software.
years-from = Vom Jahr
years-to = Bis zum Jahr
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = Diagramm
scale-broken = Dichte Jahre gedehnt
scale-true = Maßstabsgetreu
open-all = Alle aufklappen
close-all = Alle zuklappen

## The panel of addresses and citations

share-address = Die Adresse
copy-address = Link kopieren
share-device = Teilen{"\u00A0"}…
# The link mark beside a title. $title: of the entry.
copy-link-to = Link zu „{ $title }“ kopieren
# The button beside link-copied.
copied-more = Zitieren oder drucken
citation = Zitierstil
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = Der Satz, den Sie gerade lesen
share-citation = Literaturangabe
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = Kopieren
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = : { $label }
share-files = Literaturverwaltung und Dateien
export-files = Die Zeitleiste und die Literaturangaben als Dateien
export-files-citations = Die Literaturangaben als Dateien
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = Zeitleiste als { $format }
export-citations = Literaturangaben als { $format }
export-passages = Was wir gelesen haben, als { $format }
share-embed = Auf der eigenen Website zeigen
share-embed-about = HTML. Nach „show=“ kann { $parts } stehen oder die ID einer Person oder eines Ereignisses.
embed-of = Aus „{ $title }“ von { $author }
embed-open = { $title } auf der ganzen Seite
export-data = Alles als Daten
share-print = Drucken
print-article = Artikel
print-notes = Artikel mit Anmerkungen
print-timeline = Zeitleiste wie angezeigt
print-person = Diese Person
print = Alles

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    Ein Artikel über Geschichte, Wort für Wort, und was seine Redaktion darum herum ergänzt: eine Zeitleiste, Personen,
    Anmerkungen und Quellen. Die Worte des Artikels stammen von { $author }; alles andere ist von uns, sagt das und
    nennt seine Quelle.
# The same of an edition that adds less.
help-lead-some = Ein Artikel, Wort für Wort, und was seine Redaktion darum herum ergänzt. Die Worte des Artikels stammen von { $author }.
help-lead-alone = Ein Artikel, Wort für Wort. Seine Worte stammen von { $author }.
help-links = Ein Name, ein Datum, eine Zahl oder ein gestrichelt unterstrichenes Wort im Artikel
help-links-text =
    öffnet ein Kärtchen neben dem Satz. Das Kärtchen führt weiter zu anderen und wieder zurück; „Ganzer Eintrag“ bringt
    Sie zur Stelle selbst und „Zurück“ im Browser wieder zu Ihrem Satz.
help-rail = Der Streifen neben dem Text
help-rail-text =
    zeigt, wo die Textstelle in der Zeit steht. Jeder Teil ist für sich maßstabsgetreu; zwei schräge Striche sind ein
    Sprung. Ziehen Sie darüber, um nur einige Jahre zu sehen. Zeigen Sie auf eine Markierung, um zu sehen, welches
    Ereignis sie meint; ein Klick führt dorthin.
help-follow = Ein Gesicht über der Zeitleiste
help-follow-text =
    zeigt allein die Ereignisse dieser Person, jeweils mit ihrem Alter, und hebt ihre Stellen im Artikel hervor. Wählen
    Sie ein zweites Gesicht, um zu sehen, was beide gemeinsam haben.
help-address = Die Adresse
help-address-text =
    sagt, was Sie sehen: Kopieren Sie sie, und jemand anderes sieht dasselbe. Die bloße Adresse zeigt allen die
    Ereignisse in der Reihenfolge, die sie selbst gewählt haben.
help-keys = Tasten
help-key-tab = Tab, Umschalt+Tab
help-key-tab-text =
    zum nächsten Link oder zur nächsten Schaltfläche und zurück; von einem geöffneten Link in sein Kärtchen
help-key-enter = Eingabe
help-key-enter-text = öffnet ein Kärtchen, schließt es, folgt einem Link
help-key-escape = Esc
help-key-escape-text = schließt das Kärtchen, die Suche, diese Hilfe
help-key-search = Strg+K oder Cmd+K
help-key-search-text = öffnet die Suche
help-key-arrows = Pfeil auf, Pfeil ab
help-key-arrows-text = in der Suche: die Treffer; auf dem Streifen: die Ereignisse
help-key-arrows-search = in der Suche: die Treffer
help-key-wheel = Strg oder Cmd und Mausrad
help-key-wheel-text = über dem Streifen oder dem Diagramm: weniger Jahre oder mehr
help-key-back = Alt+Pfeil links
help-key-back-text = zurück zur vorigen Stelle
help-privacy = Nichts, was Sie hier tun, verlässt diese Seite. Was Sie einstellen, bleibt auf diesem Gerät.

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead =
    Ereignisse, die der Artikel erzählt: { $article }. Ereignisse, die wir als Kontext ergänzen: { $context }. Ein Datum
    sagt, was bekannt ist, und nicht mehr{ $month ->
        [none] .
       *[other] : „{ $month }“ ist ein Monat.
    }
# The time axis beside the article.
rail = Position auf der Zeitleiste
# A mark on a drawing.
event-mark = { $date }: { $title }
event-context = Kontext: Davon erzählt der Artikel nicht
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name }, { $age }
lives-about =
    Alle Ereignisse und darunter die Leben, in die sie fielen. Eine Markierung auf einem Leben ist ein Ereignis mit
    dieser Person; eine kurze ist Kontext, den wir ergänzen. Ein Leben, das bis zum Rand reicht oder dort in einer
    Spitze endet, geht darüber hinaus.
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = ’{ $year }
# What folds the lives that little happened in. $count: how many.
lives-more =
    { $count ->
        [one] { $count } weiteres Leben
       *[other] { $count } weitere Leben
    }
# Under the chart while it is drawn to true scale.
true-note = Maßstabsgetreu gezeichnet: Jedes Jahr ist im Diagramm gleich breit.
# The years of birth and death.
life-years = { $from }–{ $to }
# In their place, of somebody who is alive.
life-born = geboren { $year }
life-since = seit { $year }

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive =
    { $count ->
        [one] { $count } Jahr alt
       *[other] { $count } Jahre alt
    }
# The age is one of the two, or lies between them.
age-range = { $from }–{ $to } Jahre alt
# Where the birth, or the other date, is approximate or uncertain.
age-about =
    { $count ->
        [one] etwa { $count } Jahr alt
       *[other] etwa { $count } Jahre alt
    }
# The same of a longer time.
age-about-range = etwa { $from }–{ $to } Jahre alt
# They had died within the year before.
age-dead = nach dem Tod
age-dead-years =
    { $count ->
        [one] { $count } Jahr nach dem Tod
       *[other] { $count } Jahre nach dem Tod
    }
age-dead-range = { $from }–{ $to } Jahre nach dem Tod

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = Wo { $name } lebte
# $count: the stops with a place. $years: as 1928–1940.
journey-lead =
    { $name }, { $years }:{" "}{ $count ->
        [one] 1 Station
       *[other] { $count } Stationen
    }, der Reihe nach nummeriert. Wo nichts bekannt ist, ist nichts gezeichnet.
map-about =
    Die Linie verbindet die Stationen in ihrer Reihenfolge; sie ist nicht der Reiseweg. Wo sie aus einer Zeichnung
    hinausführt, sagt eine Zahl, zu welcher Station.
map-uncertain = Eine hohle Zahl: Die Daten sind nicht sicher.
map-ring = Ein Kreis: Der Ort kann überall darin liegen.
# A mark on the map or the strip.
stop-mark = { $number }: { $place }, { $date }
# Instead of a place.
stop-way = Unterwegs
# How far the true place may be from its point on the map.
stop-within =
    { $count ->
        [one] Unser Punkt kann um 1 Kilometer abweichen.
       *[other] Unser Punkt kann um { $count } Kilometer abweichen.
    }
# Over the bars by country.
whereabouts-about =
    Wo { $name } war, maßstabsgetreu. Leer: unterwegs oder nicht bekannt. Blass: Das Datum ist nicht sicher.

### Entries

people-lead = Personen, die der Artikel nennt oder meint, und andere, die hinter dem stehen, was er erzählt.
notes-lead =
    Wo die Quellen anderes sagen als der Artikel und wo umstritten ist, was er sagt. Die Worte des Artikels bleiben, wie
    sie sind.
terms-lead = Wörter der Zeit, kurz erklärt.
sources-lead =
    Was die Redaktion ergänzt, beruht auf dem, was sie in diesen Werken gelesen hat. Bei jedem steht, wie viel das war
    und wofür es gelesen wurde.
# The works by how far they were read; each is followed by their number.
sources-whole = Ganz gelesen
sources-part = Teilweise gelesen
sources-excerpt = In Auszügen gelesen
# Works of which it is not known what was read.
sources-cited = Angeführte Werke
note-correction = Korrektur
note-comment = Kommentar
note-term = Begriff
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = Der Artikel
note-record = Was bekannt ist
note-numbered = { $kind } { $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = Anmerkungen im Original
# The mark of such a note in the text.
own-note = Anmerkung { $number } im Original
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = Zurück zur Stelle { $place } der Anmerkung { $number } im Original
# What a table is called that scrolls on a narrow screen.
table = Tabelle
# A note with its title. $note: one of the above.
note-titled = { $note }: { $title }
source-online = Online lesen
# The places on the page whose statements rest on a work. $count: how many.
source-uses =
    { $count ->
        [one] In 1 Eintrag verwendet
       *[other] In { $count } Einträgen verwendet
    }
# How much of a work was read. $date: a day.
read-whole = Ganz gelesen, { $date }
read-part = Teilweise gelesen, { $date }
read-excerpt = In Auszügen gelesen, { $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read }: { $places }
further-title = Weiterführende Literatur
further-lead = Diese Werke haben wir nicht aufgeschlagen, und nichts hier beruht auf ihnen.
## The figure of who was left

left-title = Wer übrig blieb
left-about =
    Ein leerer Rahmen: erschossen, ermordet oder hingerichtet. Ein blasses Gesicht: auf andere Weise gestorben, oder es
    ist nicht sicher, wie.
# Of the first year. $count: how many.
left-all =
    { $count ->
        [one] { $count } Person lebt.
       *[other] Alle { $count } leben.
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how }: { $names }.
left-natural = Gestorben
left-murdered = Ermordet
left-executed = Hingerichtet
left-shot = Erschossen
left-suicide = Suizid
left-disputed = Gestorben, Todesursache umstritten
# After who died in a year. $count: how many others live.
left-count = noch{"\u00A0"}{ $count }
# Under the last year.
left-names = Am Leben: { $names }.
# Whose death has no date. $names: one or several.
left-out = Nicht gezeigt, weil wir kein Todesdatum haben: { $names }.

# $source: author and year of a work that names the other.
further-named = Genannt bei { $source }
# Before the name that somebody was born with, and before other spellings.
name-born = geb. { $name }
name-also = auch { $names }
# A place that has another name today.
place-now = { $name }, heute { $now }

## Facts of an entry

fact-where = Ort
fact-who = Beteiligte
fact-in-article = Im Artikel
fact-sources = Quellen
fact-born = Geboren
fact-contested = Die Quellen sind uneins
fact-died = Gestorben
fact-founded = Gegründet
fact-dissolved = Aufgelöst
fact-fate = Schicksal
fact-notes = Anmerkungen
fact-offices = Ämter
fact-relations = Beziehungen
fact-stays = Stationen
fact-detail = Ein Detail
fact-events = Ereignisse

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = Hier { $what }
here-ally = verbündet mit { $name } ({ $date })
here-rival = in Rivalität mit { $name } ({ $date })
here-enemy = verfeindet mit { $name } ({ $date })
here-family = aus der Familie von { $name } ({ $date })
here-own = { $stance }: { $name } ({ $date })

## How somebody died

manner-natural = Natürlicher Tod
manner-murdered = Ermordet
manner-executed = Nach einem Gerichtsurteil hingerichtet
manner-shot = Ohne öffentliches Urteil erschossen
manner-suicide = Suizid
manner-disputed = Todesursache umstritten

## How a value of a contested fact stands

claim-accepted = hier verwendet
claim-disputed = umstritten
claim-rejected = verworfen

## The edition itself

about-title = Über diese Ausgabe
about-report =
    Einen Fehler gefunden? Kopieren Sie die Adresse des Eintrags und schicken Sie sie mit dem, was Sie wissen, an die
    Redaktion.
# A link after about-report.
about-contact = Der Redaktion schreiben
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }, { $date }: was wir korrigiert haben ({ $count })

## How somebody stood to somebody else

stance-ally = verbündet mit
stance-rival = in Rivalität mit
stance-enemy = verfeindet mit
stance-family = aus der Familie von
# Of the line on each person's card. $name: of the protagonist.
stance-legend =
    Die Linie in jedem Eintrag zeigt das Verhältnis zu { $name }: darüber verbündet, darunter verfeindet, je tiefer,
    desto mehr, und auf ihr die Familie.
stance-above = Ebenfalls darüber:
stance-under = Ebenfalls darunter:
stance-on = Ebenfalls auf ihr:
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what } ({ $count })
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = Gestorben, { $age }
end-murdered = Ermordet, { $age }
end-executed = Hingerichtet, { $age }
end-shot = Erschossen, { $age }
end-suicide = Suizid, { $age }
end-disputed = Gestorben, { $age }, Todesursache umstritten

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# A year: 1921
edtf-year = { $year }
# 8 March 1921
edtf-day = { $day }. { $month } { $year }
# March 1921, autumn 1921
edtf-month = { $month } { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $day }. { $month }
# The same within a month: 8–16 March 1921
edtf-day-alone = { $day }.
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $month } in { $years }
edtf-about = etwa { $date }
edtf-uncertain = { $date } (unsicher)
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }–{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from } – { $to }
edtf-since = seit { $date }
edtf-until = bis { $date }
edtf-end-unknown = ab { $date }, Ende unbekannt
edtf-start-unknown = bis { $date }, Beginn unbekannt
edtf-before-christ = { $year } v.{"\u00A0"}Chr.
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = { $year } n.{"\u00A0"}Chr.
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }, { $to }
edtf-or = { $from } oder { $to }
edtf-between = zwischen { $from } und { $to }
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date } ({ $old } im julianischen Kalender)
edtf-decade = { $year }er Jahre
    .of = den { $year }er Jahren
    .until = zu den { $year }er Jahren
    .about = { $year }er Jahre
edtf-century = { $number }. Jahrhundert
    .of = dem { $number }. Jahrhundert
    .until = zum { $number }. Jahrhundert
    .about = { $number }. Jahrhundert
month-january = Januar
month-february = Februar
month-march = März
month-april = April
month-may = Mai
month-june = Juni
month-july = Juli
month-august = August
month-september = September
month-october = Oktober
month-november = November
month-december = Dezember
edtf-spring = Frühling
edtf-summer = Sommer
edtf-autumn = Herbst
edtf-winter = Winter

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date }: { $summary }

### Words in the files

## The columns of a table

export-id = ID
# EDTF is the standard in which the dates are written there.
export-edtf = Datum (EDTF)
export-date = Datum in Worten
export-title = Titel
export-text = Text
export-place = Ort
export-people = Personen
export-sources = Quellen
export-group = Gruppe
export-address = Adresse
export-work = Werk
export-at = Stelle im Werk
export-read = gelesen am
# How much was read: whole, part, excerpt.
export-extent = Umfang
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = Güte
export-says = was dort steht, in unseren Worten
export-rests = was darauf beruht

## What events are grouped under

export-in-article = Im Artikel erzählt
export-context = Kontext

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact = { $date } – ein Kalender kennt nur genaue Tage und zeigt deshalb ganze Tage, Monate oder Jahre.
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = Weggelassen, weil ein Kalender nur die Jahre 1 bis 9999 kennt: { $events }.

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = Die Daten zu „{ $title }“
data-intro = Alles, was die Seite sagt, in Dateien, die andere Programme lesen und die sich ohne sie aufbewahren lassen. Die Namen von Feldern, Spalten und Elementen sind in jeder Sprache englisch.
# What the files are.
data-story = die ganze Geschichte
data-schema = die Regeln, an die sich die ganze Geschichte hält
data-tei = der Artikel mit Anmerkungen, Personen, Ereignissen und Quellen in TEI
data-annotations = die Anmerkungen, jede mit den Worten, auf die sie sich bezieht (Web Annotations)
data-places = wo es geschah (GeoJSON)
data-table = eine Tabelle
data-picture = ein Bild, ein Ton oder ein Film der Seite
data-epub = der Artikel mit seinen Anmerkungen als Buch
data-manifest = das Verzeichnis aller Dateien mit Prüfsummen, Lizenzen und den Spalten der Tabellen
# $license: its name, or data-license-unknown.
data-license-article = Lizenz des Artikels: { $license }
data-license-edition = Lizenz dessen, was die Herausgeber hinzufügen: { $license }
data-license-unknown = nicht angegeben; bitte nachfragen
data-back = Zurück zur Seite
epub-contents = Inhalt
epub-cover = Umschlag

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = Auf dieser Seite gibt es nichts mit dem Namen „{ $name }“, nach dem die Adresse fragt.
card-back = Zurück zu { $title }
card-go = Ganzer Eintrag
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = Mit { $name }:{" "}
lens-sharing = { $first } und { $second } gemeinsam:{" "}
lens-events = { $count } von { $total } Ereignissen
lens-years = , { $from }–{ $to }
lens-scope = , ohne Kontext
lens-sentences =
    { $count ->
        [one] ; { $count } Satz des Artikels
       *[other] ; { $count } Sätze des Artikels
    }
# Ends the line.
lens-end = .
lens-timeline = Zu den Ereignissen
lens-clear = Alles zeigen
between-title = { $first } und { $second }
between-none = Was zwischen ihnen war, erzählt diese Seite nur durch das, was folgt.
followed-places = Im Artikel: { $count }
search-hint = Artikel, Personen, Ereignisse, Anmerkungen und Quellen.
search-count =
    { $count ->
        [one] 1 Treffer
       *[other] { $count } Treffer
    }
search-results = Treffer
search-people = Personen
search-events = Ereignisse
search-notes = Anmerkungen und Begriffe
search-sources = Quellen
search-article = Artikel
# Sections of the page, and tools such as printing.
search-ways = Auf dieser Seite
# What is shown where nothing matches. $query: what was typed.
search-none =
    Kein Treffer für „{ $query }“ im Artikel, in der Zeitleiste, bei den Personen, in den Anmerkungen oder den Quellen.
search-nearest = Am ähnlichsten
# Before anything was typed: what one could ask.
search-suggestions = Zum Beispiel
# The first answer to a query of one year, or of two.
search-year =
    { $count ->
        [one] { $from } auf der Zeitleiste zeigen (1 Ereignis)
       *[other] { $from } auf der Zeitleiste zeigen ({ $count } Ereignisse)
    }
search-years =
    { $count ->
        [one] { $from }–{ $to } auf der Zeitleiste zeigen (1 Ereignis)
       *[other] { $from }–{ $to } auf der Zeitleiste zeigen ({ $count } Ereignisse)
    }
# The first answer to the names of two people.
search-together =
    { $count ->
        [one] { $first } und { $second } auf der Zeitleiste (1 gemeinsames Ereignis)
       *[other] { $first } und { $second } auf der Zeitleiste ({ $count } gemeinsame Ereignisse)
    }
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    ab aber alle alles als also am an auch auf aus bei beim bis bitte da damals dann das dass dem den denn der des die
    dies diese diesem diesen dieser dieses doch du durch ein eine einem einen einer eines es etwas fand finde finden für
    gab geben gegen geschah geschehen gibt haben hat hatte hatten hier ich ihr ihre ihrem ihren ihrer ihres im in ins
    ist jahr jahre jahren kann können konnte man mein mich mir mit nach noch nun nur ob oder passiert passierte sich sie
    sind so über um und uns unter vom von vor wann war waren warum was welche welchem welchen welcher welches wem wen
    wenn wer werden weshalb wessen wie wieso wird wo woher wohin worden wurde wurden zeig zeige zeigen zu zum zur
    zwischen
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    alt alter alters älter älteste ältester; attentat attentäter ermorden ermordet ermordete ermordung getötet mord
    morde mörder mörderin töten tötete tötung umgebracht; geb geboren geburt geburtsdatum geburtsjahr geburtsort
    geburtstag; gestorben starb starben sterben stirbt tod todes tot verstorben; erschießen erschießung erschießungen
    erschoss erschossen exekution hingerichtet hinrichten hinrichtung hinrichtungen; ehe ehefrau ehemann frau gatte
    gattin heirat heiratete mann verheiratet; kind kinder sohn söhne; kind kinder tochter töchter; erkrankt krank
    krankheit schlaganfall schlaganfälle; brief briefe testament vermächtnis; ausgewiesen ausweisung deportation
    deportiert exil verbannt verbannung; axt beil eispickel pickel tatwaffe waffe werkzeug
# Words that stand for whom the article names most.
search-pronouns = er ihm ihn sein seine seinem seinen seiner seines
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = artikel text original lesen aufsatz beitrag essay
way-timeline-words = zeitleiste zeitachse zeitstrahl zeittafel ereignisse daten chronologie kalender geschichte jahre
way-people-words = personen leute menschen figuren namen wer porträts gesichter
way-notes =
    { $count ->
        [one] Was am Artikel nicht stimmt: 1 Korrektur
       *[other] Was am Artikel nicht stimmt: { $count } Korrekturen
    }
way-notes-words =
    falsch fehler irrtum irrtümer unrichtig ungenau korrekt korrektur korrekturen korrigiert berichtigung
    richtigstellung anmerkung anmerkungen fakten faktencheck prüfen richtig genau wahr
way-terms-words = glossar begriffe wörter definitionen wortschatz bedeutung
way-sources-words = quellen quelle belege nachweise bibliografie bibliographie bücher literatur literaturverzeichnis
way-journey-words = karte karten landkarte exil reise reisen weg route stationen orte umzug wo
way-about-words = über ausgabe redaktion herausgeber autoren impressum gemacht
way-share-words =
    teilen link zitieren zitat zitate zitation literaturangabe senden schicken bibtex zotero apa mla chicago export
    exportieren download herunterladen csv
way-print = Die Seite drucken
way-print-words = drucken druck drucker ausdrucken pdf papier
way-dark = Dunkle Farben
way-dark-words = dunkel dunkler modus dunkelmodus nacht nachtmodus schwarz design theme farben
way-light = Helle Farben
way-light-words = hell heller modus hellmodus tag weiß design theme farben
way-large = Größerer Text
way-large-words = schrift schriftgröße größe text buchstaben groß größer vergrößern zoom klein
way-censor-words = zensur zensor zensiert fassung löschen gelöscht weggekratzt palimpsest
way-help-words = hilfe wie funktioniert tasten tastatur tastenkürzel anleitung bedienung
link-copied = Link kopiert
link-refused = Der Browser hat das Kopieren nicht erlaubt.
share-copied = Kopiert.
share-refused = Der Browser hat das nicht erlaubt. Der Text ist markiert: Sie können ihn kopieren.
quotation = „{ $text }“

### When the program stops

stopped = Ein Teil dieser Seite funktioniert nicht mehr. Lesen lässt sich weiterhin alles.
stopped-reload = Neu laden
