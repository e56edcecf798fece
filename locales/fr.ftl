# The words of the interface in French, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
# How a catalog is written: en.ftl. The keys and the notes between them are the same.
#
# A narrow no-break space (U+202F) stands before ; : ! ? and inside « »: copy it from another message.

### The page and its parts

skip-link = Aller à l’article
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = Aller à : { $part }
edition-name = Palimpsest
reading-time =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
parts = Parties de la page
parts-article = Article
parts-map = Carte
parts-about = À propos
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = Ce que vous trouverez ici.
intro-what =
    Un article, mot pour mot, { $minutes } de lecture, et autour de lui ce que disent les sources : { $what }.
# Of an edition that adds nothing.
intro-alone = Un article, mot pour mot, { $minutes } de lecture.
# What intro-what counts, as far as there is any.
intro-events =
    { $count ->
        [one] { $count } événement
       *[other] { $count } événements
    }
intro-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
intro-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = Touchez
intro-name = un nom
intro-date = une date
intro-or = ou
intro-number = un numéro
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = Lire, { $minutes }
door-years = { $years }, année par année
door-timeline = Année par année
door-days = Jour par jour
door-wrong = Ses inexactitudes : { $count }
timeline-title = Chronologie
people-title = Personnes
notes-title = Notes
terms-title = Glossaire
sources-title = Sources
# A label before everything that the editors, and not the author, have written.
editors = Rédaction
draft = Brouillon
draft-lacks =
    { $count ->
        [0] Cette édition est encore en préparation.
        [one] Cette édition est encore en préparation : il manque la source de { $count } affirmation.
       *[other] Cette édition est encore en préparation : il manque la source de { $count } affirmations.
    }
draft-place =
    { $count ->
        [one] { $file }, ligne { $lines }
       *[other] { $file }, lignes { $lines }
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon =
    Le texte de l’article, inchangé, a été écrit par { $author }. La chronologie, les personnes, les notes et les
    sources sont le travail de la rédaction ; les portraits sont des dessins.
# The same where portraits are photographs.
colophon-whole =
    Le texte de l’article, inchangé, a été écrit par { $author }. La chronologie, les personnes, les notes et les
    sources sont le travail de la rédaction.
colophon-some = Le texte de l’article, inchangé, a été écrit par { $author }. Ce qui l’entoure est le travail de la rédaction.
colophon-alone = Le texte de l’article, inchangé, a été écrit par { $author }.
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = Édition : { $names }.
colophon-license = Licence de ce que l’édition ajoute : { $license }.
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = Portraits :
colophon-portrait = { $name } : { $credit }
portrait-credit = Portrait : { $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = Deux versions de cette page
# $names: who is erased.
censor-about =
    Voyez cette page comme la laisserait la censure : sans { $names }, après grattage. Rien n’est perdu : les mots
    restent dessous, et une pression les fait revenir.
copy-written = Telle qu’elle a été écrite
copy-censor = La version censurée
# Before a link to a note, as in note-titled.
censor-note = Cela s’est vraiment fait. Voir
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
        [one] { $names } a disparu { $places }, { $events } et { $pictures }.
       *[other] { $names } ont disparu { $places }, { $events } et { $pictures }.
    }
censor-places =
    { $count ->
        [one] de { $count } passage de l’article
       *[other] de { $count } passages de l’article
    }
# $gone of all $count events.
censor-events =
    { $gone ->
        [one] de { $gone } événement sur { $count }
       *[other] de { $gone } événements sur { $count }
    }
censor-pictures =
    { $count ->
        [0] d’aucune image
        [one] de { $count } image
       *[other] de { $count } images
    }
# The same for assistive software, after it.
censor-text = Le texte lui-même n’a pas changé.
censor-hold = Regarder la page par transparence
censor-restore = Rétablir

### Controls

tools = Outils
close = Fermer
search = Rechercher
search-page = Rechercher dans cette page
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = Affichage
share = Partager
share-here = Partager
help = Qu’est-ce que c’est ?
follow-here = Afficher ses événements
show-more = Détails
# For assistive software, after show-more. $title: of the event.
show-more-of =  : { $title }

## Display settings

theme = Couleurs
theme-system = Automatiques
theme-light = Claires
theme-dark = Sombres
size = Taille du texte
size-small = Petite
size-normal = Normale
size-large = Grande
size-larger = Très grande
order = Ordre des événements
order-time = Par date
order-article = Celui de l’article
settings-kept = Ces choix ne sont conservés que sur cet appareil.
forget-settings = Oublier mes choix

## Controls of the timeline

lens-people = Afficher les événements de
# A face among those, for assistive software: $name: whose.
face = Événements : { $name }
# What becomes of all other events.
others = Autres événements
others-hide = Masqués
others-show = Estompés
years = Années
# The two handles on the chart, for assistive software.
years-from = De l’année
years-to = À l’année
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = Graphique
scale-broken = Années denses élargies
scale-true = Échelle réelle
open-all = Tout déplier
close-all = Tout replier

## The panel of addresses and citations

share-address = L’adresse
copy-address = Copier le lien
share-device = Partager…
# The link mark beside a title. $title: of the entry.
copy-link-to = Copier le lien vers « { $title } »
# The button beside link-copied.
copied-more = Citer ou imprimer
citation = Style
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = La phrase que vous lisez
share-citation = Référence
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = Copier
# For assistive software, after share-copy. $label: what is copied.
share-copy-of =  : { $label }
share-files = Gestion bibliographique et fichiers
export-files = La chronologie et les références sous forme de fichiers
export-files-citations = Les références sous forme de fichiers
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = Chronologie au format { $format }
export-citations = Références au format { $format }
export-passages = Ce que nous avons lu, au format { $format }
share-embed = Montrer sur votre site
share-embed-about = HTML. Après « show= » peut figurer { $parts }, ou l’identifiant d’une personne ou d’un événement.
embed-of = Extrait de « { $title } », par { $author }
embed-open = { $title } sur la page entière
export-data = Toutes les données
share-print = Imprimer
print-article = Article
print-notes = Article avec les notes
print-timeline = Chronologie telle qu’affichée
print-person = Cette personne
print = Tout

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    Un article d’histoire, mot pour mot, et ce que sa rédaction ajoute autour de lui : une chronologie, des personnes,
    des notes et des sources. L’article a été écrit par { $author } ; tout le reste est de nous, le dit et nomme sa
    source.
# The same of an edition that adds less.
help-lead-some = Un article, mot pour mot, et ce que sa rédaction ajoute autour de lui. L’article a été écrit par { $author }.
help-lead-alone = Un article, mot pour mot, écrit par { $author }.
help-links = Un nom, une date, un numéro ou un mot souligné de tirets dans l’article
help-links-text =
    ouvre une fiche à côté de la phrase. La fiche mène à d’autres fiches et en ramène ; « Entrée complète » vous conduit
    à l’endroit lui-même, et le retour du navigateur à votre phrase.
help-rail = La bande à côté du texte
help-rail-text =
    indique où le passage se situe dans le temps. Chacune de ses parties est à l’échelle ; deux traits obliques marquent
    une coupure. Faites-y glisser le pointeur pour ne voir que quelques années. Pointez une marque pour voir de quel
    événement il s’agit ; une pression y mène.
help-follow = Un visage au-dessus de la chronologie
help-follow-text =
    n’affiche que les événements de cette personne, avec son âge à chacun, et met en lumière ses passages dans
    l’article. Choisissez un second visage pour voir ce que les deux partagent.
help-address = L’adresse
help-address-text =
    dit ce que vous voyez : copiez-la, et quelqu’un d’autre verra la même chose. L’adresse seule présente à chaque
    personne les événements dans l’ordre qu’elle a choisi.
help-keys = Touches
help-key-tab = Tab, Maj+Tab
help-key-tab-text = au lien ou au bouton suivant, et retour ; d’un lien ouvert à sa fiche
help-key-enter = Entrée
help-key-enter-text = ouvre une fiche, la ferme, suit un lien
help-key-escape = Échap
help-key-escape-text = ferme la fiche, la recherche, cette aide
help-key-search = Ctrl+K ou Cmd+K
help-key-search-text = ouvre la recherche
help-key-arrows = Haut, Bas
help-key-arrows-text = dans la recherche : les résultats ; sur la bande : les événements
help-key-arrows-search = dans la recherche : les résultats
help-key-wheel = Ctrl ou Cmd et la molette
help-key-wheel-text = sur la bande ou le graphique : moins d’années, ou plus
help-key-back = Alt+Gauche
help-key-back-text = retour à l’endroit où vous étiez
help-privacy = Rien de ce que vous faites ici ne quitte cette page. Ce que vous choisissez reste sur cet appareil.

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead =
    Événements que raconte l’article : { $article }. Événements que nous ajoutons comme contexte : { $context }. Une
    date dit ce que l’on sait et rien de plus{ $month ->
        [none] .
       *[other] {"\u202F"}: « { $month } » est un mois.
    }
# The time axis beside the article.
rail = Position dans la chronologie
# A mark on a drawing.
event-mark = { $date } : { $title }
event-context = Contexte : l’article ne le raconte pas
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name }, { $age }
lives-about =
    Tous les événements, et au-dessous les vies qu’ils ont touchées. Une marque sur une vie est un événement où figure
    cette personne ; une marque courte, du contexte que nous ajoutons. Une vie qui atteint un bord, ou s’y termine en
    pointe, se prolonge au-delà.
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = { $year }
# What folds the lives that little happened in. $count: how many.
lives-more =
    { $count ->
        [one] { $count } autre vie
       *[other] { $count } autres vies
    }
# Under the chart while it is drawn to true scale.
true-note = À l’échelle réelle : toutes les années du graphique ont la même largeur.
# The years of birth and death.
life-years = { $from }–{ $to }
# In their place, of somebody who is alive.
life-born = naissance en { $year }
life-since = depuis { $year }

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
# The age is one of the two, or lies between them.
age-range = { $from }–{ $to } ans
# Where the birth, or the other date, is approximate or uncertain.
age-about =
    { $count ->
        [one] environ { $count } an
       *[other] environ { $count } ans
    }
# The same of a longer time.
age-about-range = environ { $from }–{ $to } ans
# They had died within the year before.
age-dead = après sa mort
age-dead-years =
    { $count ->
        [one] { $count } an après sa mort
       *[other] { $count } ans après sa mort
    }
age-dead-range = { $from }–{ $to } ans après sa mort

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = Où a vécu { $name }
# $count: the stops with a place. $years: as 1928–1940.
journey-lead =
    { $name }, { $years } :{" "}{ $count ->
        [one] { $count } étape
       *[other] { $count } étapes, numérotées dans leur ordre
    }. Là où l’on ne sait rien, rien n’est dessiné.
map-about =
    La ligne relie les étapes dans leur ordre ; ce n’est pas l’itinéraire. Là où elle sort d’un dessin, un numéro dit
    vers quelle étape.
map-uncertain = Un numéro évidé : les dates ne sont pas certaines.
map-ring = Un cercle : le lieu peut se trouver n’importe où à l’intérieur.
# A mark on the map or the strip.
stop-mark = { $number } : { $place }, { $date }
# Instead of a place.
stop-way = En chemin
# How far the true place may be from its point on the map.
stop-within =
    { $count ->
        [one] Notre point peut s’écarter de { $count } kilomètre.
       *[other] Notre point peut s’écarter de { $count } kilomètres.
    }
# Over the bars by country.
whereabouts-about =
    Où se trouvait { $name }, à l’échelle. Vide : en chemin, ou inconnu. Pâle : la date n’est pas certaine.

### Entries

people-lead = Personnes que l’article nomme ou désigne, et d’autres à l’arrière-plan de son récit.
notes-lead =
    Là où les sources diffèrent de l’article, et là où ce qu’il dit est contesté. Les mots de l’article restent tels
    quels.
terms-lead = Les mots de l’époque, en bref.
sources-lead =
    Ce que la rédaction ajoute repose sur ce qu’elle a lu de ces ouvrages. Pour chacun, il est dit combien, et à quelle
    fin.
# The works by how far they were read; each is followed by their number.
sources-whole = Lus en entier
sources-part = Lus en partie
sources-excerpt = Lus par extraits
# Works of which it is not known what was read.
sources-cited = Ouvrages cités
note-correction = Correction
note-comment = Commentaire
note-term = Terme
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = L’article
note-record = Ce que l’on sait
note-numbered = { $kind } { $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = Notes d’origine
# The mark of such a note in the text.
own-note = Note d’origine { $number }
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = Retour à l’appel { $place } de la note d’origine { $number }
# What a table is called that scrolls on a narrow screen.
table = Tableau
# A note with its title. $note: one of the above.
note-titled = { $note } : { $title }
source-online = Lire en ligne
# The places on the page whose statements rest on a work. $count: how many.
source-uses =
    { $count ->
        [one] Utilisé dans { $count } entrée
       *[other] Utilisé dans { $count } entrées
    }
# How much of a work was read. $date: a day.
read-whole = Lu en entier, { $date }
read-part = Lu en partie, { $date }
read-excerpt = Lu par extraits, { $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read } : { $places }
further-title = Pour aller plus loin
further-lead = Nous n’avons pas ouvert ces ouvrages, et rien ici ne repose sur eux.
## The figure of who was left

left-title = Qui restait en vie
left-about =
    Un cadre vide : mort par balles, assassinat ou exécution. Un visage pâle : une autre mort, ou des circonstances
    incertaines.
# Of the first year. $count: how many.
left-all =
    { $count ->
        [one] { $count } personne est en vie.
       *[other] Les { $count } personnes sont en vie.
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how } : { $names }.
left-natural = Décès
left-murdered = Assassinat
left-executed = Exécution
left-shot = Mort par balles
left-suicide = Suicide
left-disputed = Décès de cause contestée
# After who died in a year. $count: how many others live.
left-count = il en reste{"\u00A0"}{ $count }
# Under the last year.
left-names = En vie : { $names }.
# Whose death has no date. $names: one or several.
left-out = Hors figure, faute de date de décès : { $names }.

# $source: author and year of a work that names the other.
further-named = Cité par { $source }
# Before the name that somebody was born with, and before other spellings.
name-born = naissance : { $name }
name-also = aussi { $names }
# A place that has another name today.
place-now = { $name }, aujourd’hui { $now }

## Facts of an entry

fact-where = Lieu
fact-who = Personnes
fact-in-article = Dans l’article
fact-sources = Sources
fact-born = Naissance
fact-contested = Sources divergentes
fact-died = Décès
fact-founded = Fondation
fact-dissolved = Dissolution
fact-fate = Destin
fact-notes = Notes
fact-offices = Fonctions
fact-relations = Relations
fact-stays = Parcours
fact-detail = Un détail
fact-events = Événements

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = Ici : { $what }
here-ally = alliance avec { $name } ({ $date })
here-rival = rivalité avec { $name } ({ $date })
here-enemy = hostilité envers { $name } ({ $date })
here-family = lien de famille avec { $name } ({ $date })
here-own = { $stance } : { $name } ({ $date })

## How somebody died

manner-natural = Mort naturelle
manner-murdered = Assassinat
manner-executed = Exécution par décision de justice
manner-shot = Mort par balles, sans jugement public
manner-suicide = Suicide
manner-disputed = Cause contestée

## How a value of a contested fact stands

claim-accepted = retenu ici
claim-disputed = contesté
claim-rejected = écarté

## The edition itself

about-title = À propos de cette édition
about-report =
    Vous avez trouvé une erreur ? Copiez l’adresse de l’entrée et envoyez-la à la rédaction avec ce que vous savez.
# A link after about-report.
about-contact = Écrire à la rédaction
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }, { $date } : ce que nous avons corrigé ({ $count })

## How somebody stood to somebody else

stance-ally = alliance avec
stance-rival = rivalité avec
stance-enemy = hostilité envers
stance-family = lien de famille avec
# Of the line on each person's card. $name: of the protagonist.
stance-legend =
    La ligne de chaque fiche est la relation avec { $name } : au-dessus, une alliance ; au-dessous, une opposition, plus
    vive à mesure qu’elle descend ; sur la ligne, la famille.
stance-above = Au-dessus aussi :
stance-under = Au-dessous aussi :
stance-on = Sur la ligne aussi :
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what } ({ $count })
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = Décès à { $age }
end-murdered = Assassinat à { $age }
end-executed = Exécution à { $age }
end-shot = Mort par balles à { $age }
end-suicide = Suicide à { $age }
end-disputed = Décès à { $age }, cause contestée

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# A year: 1921
edtf-year = { $year }
    .until = à { $year }
# 8 March 1921
edtf-day =
    { $day ->
        [1] 1er { $month } { $year }
       *[other] { $day } { $month } { $year }
    }
    .of =
        { $day ->
            [1] le 1er { $month } { $year }
           *[other] le { $day } { $month } { $year }
        }
    .until =
        { $day ->
            [1] au 1er { $month } { $year }
           *[other] au { $day } { $month } { $year }
        }
# March 1921, autumn 1921
edtf-month = { $month } { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month =
    { $day ->
        [1] 1er { $month }
       *[other] { $day } { $month }
    }
# The same within a month: 8–16 March 1921
edtf-day-alone =
    { $day ->
        [1] 1er
       *[other] { $day }
    }
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $month } dans { $years }
edtf-about = vers { $date }
    .of = environ { $date }
edtf-uncertain = { $date } (date incertaine)
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }–{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from } – { $to }
edtf-since = depuis { $date }
edtf-until = jusqu’{ $date }
edtf-end-unknown = dès { $date }, fin inconnue
edtf-start-unknown = jusqu’{ $date }, début inconnu
edtf-before-christ = { $year } av.{"\u00A0"}J.-C.
    .until = à { $year } av.{"\u00A0"}J.-C.
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = { $year } apr.{"\u00A0"}J.-C.
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }, { $to }
edtf-or = { $from } ou { $to }
edtf-between = entre { $from } et { $to }
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date } ({ $old } dans le calendrier julien)
edtf-decade = années { $year }
    .of = les années { $year }
    .until = aux années { $year }
edtf-century =
    { $number ->
        [1] Ier siècle
        [2] IIe siècle
        [3] IIIe siècle
        [4] IVe siècle
        [5] Ve siècle
        [6] VIe siècle
        [7] VIIe siècle
        [8] VIIIe siècle
        [9] IXe siècle
        [10] Xe siècle
        [11] XIe siècle
        [12] XIIe siècle
        [13] XIIIe siècle
        [14] XIVe siècle
        [15] XVe siècle
        [16] XVIe siècle
        [17] XVIIe siècle
        [18] XVIIIe siècle
        [19] XIXe siècle
        [20] XXe siècle
        [21] XXIe siècle
       *[other] { $number }e siècle
    }
    .of =
        { $number ->
            [1] le Ier siècle
            [2] le IIe siècle
            [3] le IIIe siècle
            [4] le IVe siècle
            [5] le Ve siècle
            [6] le VIe siècle
            [7] le VIIe siècle
            [8] le VIIIe siècle
            [9] le IXe siècle
            [10] le Xe siècle
            [11] le XIe siècle
            [12] le XIIe siècle
            [13] le XIIIe siècle
            [14] le XIVe siècle
            [15] le XVe siècle
            [16] le XVIe siècle
            [17] le XVIIe siècle
            [18] le XVIIIe siècle
            [19] le XIXe siècle
            [20] le XXe siècle
            [21] le XXIe siècle
           *[other] le { $number }e siècle
        }
    .until =
        { $number ->
            [1] au Ier siècle
            [2] au IIe siècle
            [3] au IIIe siècle
            [4] au IVe siècle
            [5] au Ve siècle
            [6] au VIe siècle
            [7] au VIIe siècle
            [8] au VIIIe siècle
            [9] au IXe siècle
            [10] au Xe siècle
            [11] au XIe siècle
            [12] au XIIe siècle
            [13] au XIIIe siècle
            [14] au XIVe siècle
            [15] au XVe siècle
            [16] au XVIe siècle
            [17] au XVIIe siècle
            [18] au XVIIIe siècle
            [19] au XIXe siècle
            [20] au XXe siècle
            [21] au XXIe siècle
           *[other] au { $number }e siècle
        }
month-january = janvier
    .until = à janvier
month-february = février
    .until = à février
month-march = mars
    .until = à mars
month-april = avril
    .until = à avril
month-may = mai
    .until = à mai
month-june = juin
    .until = à juin
month-july = juillet
    .until = à juillet
month-august = août
    .until = à août
month-september = septembre
    .until = à septembre
month-october = octobre
    .until = à octobre
month-november = novembre
    .until = à novembre
month-december = décembre
    .until = à décembre
edtf-spring = printemps
    .of = le printemps
    .until = au printemps
edtf-summer = été
    .of = l’été
    .until = à l’été
edtf-autumn = automne
    .of = l’automne
    .until = à l’automne
edtf-winter = hiver
    .of = l’hiver
    .until = à l’hiver

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date } : { $summary }

### Words in the files

## The columns of a table

export-id = id
# EDTF is the standard in which the dates are written there.
export-edtf = date (EDTF)
export-date = date en toutes lettres
export-title = titre
export-text = texte
export-place = lieu
export-people = personnes
export-sources = sources
export-group = groupe
export-address = adresse
export-work = ouvrage
export-at = endroit dans l’ouvrage
export-read = lu le
# How much was read: whole, part, excerpt.
export-extent = étendue
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = qualité
export-says = ce qu’il dit, dans nos mots
export-rests = ce qui repose sur lui

## What events are grouped under

export-in-article = Raconté par l’article
export-context = Contexte

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact =
    { $date } : un calendrier n’a que des jours exacts, il montre donc des jours, des mois ou des années entiers.
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = Absents, car un calendrier n’a que les années 1 à 9999 : { $events }.

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = Les données de « { $title } »
data-intro = Tout ce que dit la page, dans des fichiers que d’autres programmes lisent et que l’on peut conserver sans elle. Les noms des champs, des colonnes et des éléments sont en anglais dans toutes les langues.
# What the files are.
data-story = tout le récit
data-schema = les règles que suit ce récit
data-tei = l’article, ses notes, les personnes, les événements et les sources en TEI
data-annotations = les notes, chacune avec les mots dont elle parle (Web Annotations)
data-places = les lieux (GeoJSON)
data-table = un tableau
data-picture = une image, un son ou un film de la page
data-epub = l’article et ses notes sous forme de livre
data-manifest = la liste de tous les fichiers, avec leurs empreintes, leurs licences et les colonnes des tableaux
# $license: its name, or data-license-unknown.
data-license-article = Licence de l’article : { $license }
data-license-edition = Licence de ce qu’ajoute l’édition : { $license }
data-license-unknown = non précisée ; veuillez la demander
data-back = Retour à la page
epub-contents = Table des matières
epub-cover = Couverture

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = Cette page n’a rien qui porte le nom « { $name } », que l’adresse demande.
card-back = Retour à « { $title } »
card-go = Entrée complète
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = Avec { $name } :{" "}
lens-sharing = Communs à { $first } et { $second } :{" "}
lens-events =
    { $count ->
        [one] { $count } événement sur { $total }
       *[other] { $count } événements sur { $total }
    }
lens-years = , { $from }–{ $to }
lens-scope = , sans le contexte
lens-sentences =
    { $count ->
        [one]  ; { $count } phrase de l’article
       *[other]  ; { $count } phrases de l’article
    }
# Ends the line.
lens-end = .
lens-timeline = Voir les événements
lens-clear = Tout afficher
between-title = { $first } et { $second }
between-none = De ce qu’il y eut entre eux, cette page ne raconte que ce qui suit.
followed-places = Dans l’article : { $count }
search-hint = Article, personnes, événements, notes et sources.
search-count =
    { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
search-results = Résultats
search-people = Personnes
search-events = Événements
search-notes = Notes et glossaire
search-sources = Sources
search-article = Article
# Sections of the page, and tools such as printing.
search-ways = Sur cette page
# What is shown where nothing matches. $query: what was typed.
search-none =
    Aucun résultat pour « { $query } » dans l’article, la chronologie, les personnes, les notes ou les sources.
search-nearest = Au plus près
# Before anything was typed: what one could ask.
search-suggestions = Essayez
# The first answer to a query of one year, or of two.
search-year =
    { $count ->
        [one] Afficher { $from } dans la chronologie ({ $count } événement)
       *[other] Afficher { $from } dans la chronologie ({ $count } événements)
    }
search-years =
    { $count ->
        [one] Afficher { $from }–{ $to } dans la chronologie ({ $count } événement)
       *[other] Afficher { $from }–{ $to } dans la chronologie ({ $count } événements)
    }
# The first answer to the names of two people.
search-together =
    { $count ->
        [one] { $first } et { $second } dans la chronologie ({ $count } événement commun)
       *[other] { $first } et { $second } dans la chronologie ({ $count } événements communs)
    }
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    a à afin ai alors an année années après arrivé as au aucun aussi autre autres aux avaient avait avant avec avez
    avoir c’est c’était ça ce ceci cela celle celui ces cet cette ceux chez comme comment d’après d’où d’un d’une dans
    de depuis des dès donc du elle elles en encore entre es est et étaient était été être eu eux eurent fait faut firent
    fit font fut furent ici il ils j’ai je jusqu’à jusqu’au jusque l’a l’on la là laquelle le lequel les leur leurs ma
    mais me même mes moi mon montre montrer montrez n’a n’est ne ni nos notre nous on ont ou où par parmi pas passé
    pendant peut peux plus pour pourquoi pouvez qu’a qu’elle qu’est qu’était qu’il qu’on quand que quel quelle quelles
    quels qui quoi s’est s’était s’il sans se sera si sont sous sur ta te tes toi ton tous tout toute toutes trouve
    trouver trouvez tu un une va vers veut veux voici voilà voir vos votre vous y
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    âge âgé âgée âgées âges âgés ans d’âge l’âge vieille vieux; assassin assassinat assassinats assassiné assassinée
    assassiner assassins crime d’assassinat d’assassiner l’assassin l’assassinat meurtre meurtres meurtrier meurtrière
    tua tué tuée tuer tués tueur; anniversaire naissance naît naître naquit né née nés; décédé décédée décès meurt mort
    morte morts mourir mourut; balles d’exécution exécuté exécutée exécuter exécutés exécution exécutions fusillé
    fusillée fusiller fusillés l’exécution; d’épouse épousa épouse épouser épouses époux femme l’épouse mari mariage
    marié mariée; enfant enfants fils l’enfant; enfant enfants fille filles l’enfant; attaque attaques avc malade
    maladie; lettre lettres testament; banni bannie bannissement d’exil déportation déporté déportée exil exilé exilée
    expulsé expulsée expulsion l’exil l’expulsion; arme armes hache l’arme outil piolet
# Words that stand for whom the article names most.
search-pronouns = lui sa ses son
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = article l’article texte histoire original lire lecture essai récit
way-timeline-words = chronologie frise événements dates calendrier histoire années
way-people-words = personnes personnages gens noms qui portraits visages
way-notes =
    { $count ->
        [one] Les inexactitudes de l’article : { $count } correction
       *[other] Les inexactitudes de l’article : { $count } corrections
    }
way-notes-words =
    faux fausse trompe erreur erreurs l’erreur faute fautes inexact inexacte incorrect correct corrigé correction
    corrections rectification note notes faits vérification vérifier exact exacte vrai
way-terms-words = glossaire termes mots définition définitions vocabulaire lexique sens
way-sources-words = sources source références bibliographie livres littérature preuves
way-journey-words = carte cartes exil l’exil voyage voyages trajet itinéraire route parcours étapes lieux où
way-about-words = propos édition l’édition rédaction éditeurs auteurs fait
way-share-words =
    partager lien citer cite citation citations référence envoyer bibtex zotero apa mla chicago exporter export
    télécharger csv
way-print = Imprimer la page
way-print-words = imprimer impression imprimante imprimé pdf papier
way-dark = Couleurs sombres
way-dark-words = sombre sombres mode nuit noir thème couleur couleurs
way-light = Couleurs claires
way-light-words = clair claires mode jour blanc thème couleur couleurs
way-large = Texte plus grand
way-large-words = police taille texte lettres caractères grand grande gros agrandir zoom petit petite
way-censor-words = censure censeur censuré censurée version copie effacer effacé gratté palimpseste
way-help-words = aide l’aide fonctionne touches clavier raccourcis mode d’emploi guide
link-copied = Lien copié
link-refused = Le navigateur n’a pas permis de copier.
share-copied = Copié.
share-refused = Le navigateur ne l’a pas permis. Le texte est sélectionné : vous pouvez le copier.
quotation = « { $text } »

### When the program stops

stopped = Une partie de cette page a cessé de fonctionner. On peut toujours tout lire.
stopped-reload = Recharger
