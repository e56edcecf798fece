# The words of the interface in Spanish, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
# How a catalog is written: en.ftl. The keys and the notes between them are the same.

### The page and its parts

skip-link = Saltar al artículo
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = Saltar a: { $part }
edition-name = Palimpsest
reading-time =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
parts = Partes de la página
parts-article = Artículo
parts-map = Mapa
parts-about = Acerca de
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = Qué es esto.
intro-what =
    Un artículo, palabra por palabra, que se lee en { $minutes }, y a su alrededor lo que dicen las fuentes: { $what }.
# Of an edition that adds nothing.
intro-alone = Un artículo, palabra por palabra, que se lee en { $minutes }.
# What intro-what counts, as far as there is any.
intro-events =
    { $count ->
        [one] 1 acontecimiento
       *[other] { $count } acontecimientos
    }
intro-people =
    { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }
intro-notes =
    { $count ->
        [one] 1 nota
       *[other] { $count } notas
    }
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = Pulse
intro-name = un nombre
intro-date = una fecha
intro-or = o
intro-number = un número
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = Leer, { $minutes }
door-years = { $years }, año por año
door-timeline = Año por año
door-days = Día por día
door-wrong = En qué se equivoca: { $count }
timeline-title = Cronología
people-title = Personas
notes-title = Notas
terms-title = Glosario
sources-title = Fuentes
# A label before everything that the editors, and not the author, have written.
editors = Redacción
draft = Borrador
draft-lacks =
    { $count ->
        [0] Esta edición aún está en preparación.
        [one] Esta edición aún está en preparación: falta la fuente de 1 afirmación.
       *[other] Esta edición aún está en preparación: falta la fuente de { $count } afirmaciones.
    }
draft-place =
    { $count ->
        [one] { $file }, línea { $lines }
       *[other] { $file }, líneas { $lines }
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon =
    El texto del artículo es de { $author } y no se ha modificado. La cronología, las personas, las notas y las fuentes
    son obra de la redacción; los retratos son dibujos.
# The same where portraits are photographs.
colophon-whole =
    El texto del artículo es de { $author } y no se ha modificado. La cronología, las personas, las notas y las fuentes
    son obra de la redacción.
colophon-some = El texto del artículo es de { $author } y no se ha modificado. Lo que hay a su alrededor es obra de la redacción.
colophon-alone = El texto del artículo es de { $author } y no se ha modificado.
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = Edición: { $names }.
colophon-license = Licencia de lo que añade la edición: { $license }.
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = Retratos:
colophon-portrait = { $name }: { $credit }
portrait-credit = Retrato: { $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = Dos versiones de esta página
# $names: who is erased.
censor-about =
    Vea esta página como la dejaría la censura: sin { $names }, tras rasparla. Nada se pierde: las palabras siguen
    debajo, y basta una pulsación para que vuelvan.
copy-written = Tal como se escribió
copy-censor = La versión censurada
# Before a link to a note, as in note-titled.
censor-note = Esto ocurrió de verdad. Véase
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
        [one] { $names } ha desaparecido { $places }, { $events } y { $pictures }.
       *[other] { $names } han desaparecido { $places }, { $events } y { $pictures }.
    }
censor-places =
    { $count ->
        [one] de 1 lugar del artículo
       *[other] de { $count } lugares del artículo
    }
# $gone of all $count events.
censor-events =
    { $count ->
        [one] de { $gone } de 1 acontecimiento
       *[other] de { $gone } de los { $count } acontecimientos
    }
censor-pictures =
    { $count ->
        [0] de ninguna imagen
        [one] de 1 imagen
       *[other] de { $count } imágenes
    }
# The same for assistive software, after it.
censor-text = El texto mismo no ha cambiado.
censor-hold = Mirar la página al trasluz
censor-restore = Restaurar

### Controls

tools = Herramientas
close = Cerrar
search = Buscar
search-page = Buscar en esta página
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = Apariencia
share = Compartir
share-here = Compartir
help = ¿Qué es esto?
follow-here = Mostrar sus acontecimientos
show-more = Detalles
# For assistive software, after show-more. $title: of the event.
show-more-of = : { $title }

## Display settings

theme = Colores
theme-system = Automáticos
theme-light = Claros
theme-dark = Oscuros
size = Tamaño del texto
size-small = Pequeño
size-normal = Normal
size-large = Grande
size-larger = Muy grande
order = Orden de los acontecimientos
order-time = Por fecha
order-article = El del artículo
settings-kept = Se guarda solo en este dispositivo.
forget-settings = Olvidar mis preferencias

## Controls of the timeline

lens-people = Mostrar los acontecimientos de
# A face among those, for assistive software: $name: whose.
face = Acontecimientos de { $name }
# What becomes of all other events.
others = Otros acontecimientos
others-hide = Ocultos
others-show = Atenuados
years = Años
# The two handles on the chart, for assistive software.
years-from = Desde el año
years-to = Hasta el año
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = Gráfico
scale-broken = Años densos ensanchados
scale-true = Escala real
open-all = Desplegar todo
close-all = Plegar todo

## The panel of addresses and citations

share-address = La dirección
copy-address = Copiar enlace
share-device = Compartir…
# The link mark beside a title. $title: of the entry.
copy-link-to = Copiar el enlace a «{ $title }»
# The button beside link-copied.
copied-more = Citar o imprimir
citation = Estilo
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = La frase que está leyendo
share-citation = Referencia
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = Copiar
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = : { $label }
share-files = Gestores bibliográficos y archivos
export-files = La cronología y las referencias como archivos
export-files-citations = Las referencias como archivos
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = Cronología en { $format }
export-citations = Referencias en { $format }
export-passages = Lo que hemos leído, en { $format }
share-embed = Mostrar en su propio sitio
share-embed-about = HTML. Después de «show=» puede ir { $parts }, o el identificador de una persona o de un acontecimiento.
embed-of = De «{ $title }», por { $author }
embed-open = { $title } en la página completa
export-data = Todo como datos
share-print = Imprimir
print-article = Artículo
print-notes = Artículo con las notas
print-timeline = Cronología tal como se muestra
print-person = Esta persona
print = Todo

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    Un artículo de historia, palabra por palabra, y lo que su redacción añade a su alrededor: una cronología, personas,
    notas y fuentes. Las palabras del artículo son de { $author }; todo lo demás es nuestro, lo dice y nombra su fuente.
# The same of an edition that adds less.
help-lead-some = Un artículo, palabra por palabra, y lo que su redacción añade a su alrededor. Las palabras del artículo son de { $author }.
help-lead-alone = Un artículo, palabra por palabra. Sus palabras son de { $author }.
help-links = Un nombre, una fecha, un número o una palabra subrayada con guiones en el artículo
help-links-text =
    abre una ficha junto a la frase. La ficha lleva a otras fichas y permite volver; «Entrada completa» conduce al lugar
    mismo, y el botón de retroceso del navegador, a la frase en que estaba.
help-rail = La franja junto al texto
help-rail-text =
    indica dónde se sitúa el pasaje en el tiempo. Cada una de sus partes está a escala; dos trazos oblicuos son un
    corte. Arrastre sobre ella para ver solo unos años. Señale una marca para ver de qué acontecimiento se trata; una
    pulsación lleva allí.
help-follow = Un rostro sobre la cronología
help-follow-text =
    muestra solo los acontecimientos de esa persona, con su edad en cada uno, y resalta sus lugares en el artículo.
    Elija un segundo rostro para ver lo que ambos comparten.
help-address = La dirección
help-address-text =
    dice lo que usted ve: cópiela, y otra persona verá lo mismo. La dirección sola muestra a cada cual los
    acontecimientos en el orden que haya elegido.
help-keys = Teclas
help-key-tab = Tab, Mayús+Tab
help-key-tab-text = al enlace o botón siguiente, y de vuelta; de un enlace abierto a su ficha
help-key-enter = Intro
help-key-enter-text = abre una ficha, la cierra, sigue un enlace
help-key-escape = Esc
help-key-escape-text = cierra la ficha, la búsqueda, esta ayuda
help-key-search = Ctrl+K o Cmd+K
help-key-search-text = abre la búsqueda
help-key-arrows = Arriba, Abajo
help-key-arrows-text = en la búsqueda: los resultados; en la franja: los acontecimientos
help-key-arrows-search = en la búsqueda: los resultados
help-key-wheel = Ctrl o Cmd y la rueda del ratón
help-key-wheel-text = sobre la franja o el gráfico: menos años, o más
help-key-back = Alt+Izquierda
help-key-back-text = vuelve a donde estaba
help-privacy = Nada de lo que haga aquí sale de esta página. Lo que elija se queda en este dispositivo.

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead =
    Acontecimientos que cuenta el artículo: { $article }. Acontecimientos que añadimos como contexto: { $context }. Una
    fecha dice lo que se sabe y nada más{ $month ->
        [none] .
       *[other] : «{ $month }» es un mes.
    }
# The time axis beside the article.
rail = Posición en la cronología
# A mark on a drawing.
event-mark = { $date }: { $title }
event-context = Contexto: el artículo no lo cuenta
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name }, { $age }
lives-about =
    Todos los acontecimientos y, debajo, las vidas en las que ocurrieron. Una marca sobre una vida es un acontecimiento
    en el que participó esa persona; una corta es contexto que añadimos. Una vida que llega a un borde, o acaba allí en
    punta, sigue más allá.
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = { $year }
# What folds the lives that little happened in. $count: how many.
lives-more =
    { $count ->
        [one] { $count } vida más
       *[other] { $count } vidas más
    }
# Under the chart while it is drawn to true scale.
true-note = Dibujado a escala real: todos los años del gráfico tienen la misma anchura.
# The years of birth and death.
life-years = { $from }–{ $to }
# In their place, of somebody who is alive.
life-born = nacimiento en { $year }
life-since = desde { $year }

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive =
    { $count ->
        [one] { $count } año
       *[other] { $count } años
    }
# The age is one of the two, or lies between them.
age-range = { $from }–{ $to } años
# Where the birth, or the other date, is approximate or uncertain.
age-about =
    { $count ->
        [one] { $count } año, aproximadamente
       *[other] { $count } años, aproximadamente
    }
# The same of a longer time.
age-about-range = { $from }–{ $to } años, aproximadamente
# They had died within the year before.
age-dead = tras su muerte
age-dead-years =
    { $count ->
        [one] { $count } año después de su muerte
       *[other] { $count } años después de su muerte
    }
age-dead-range = { $from }–{ $to } años después de su muerte

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = Dónde vivió { $name }
# $count: the stops with a place. $years: as 1928–1940.
journey-lead =
    { $name }, { $years }:{" "}{ $count ->
        [one] 1 parada
       *[other] { $count } paradas, numeradas por orden
    }. Donde no se sabe nada, no hay nada dibujado.
map-about =
    La línea une las paradas en su orden; no es la ruta. Donde sale de un dibujo, un número dice hacia qué parada.
map-uncertain = Un número hueco: las fechas no son seguras.
map-ring = Un círculo: el lugar puede estar en cualquier punto de su interior.
# A mark on the map or the strip.
stop-mark = { $number }: { $place }, { $date }
# Instead of a place.
stop-way = De camino
# How far the true place may be from its point on the map.
stop-within =
    { $count ->
        [one] Nuestro punto puede desviarse 1 kilómetro.
       *[other] Nuestro punto puede desviarse { $count } kilómetros.
    }
# Over the bars by country.
whereabouts-about = Dónde estaba { $name }, a escala. Vacío: de camino o no se sabe. Pálido: la fecha no es segura.

### Entries

people-lead = Personas que el artículo nombra o a las que alude, y otras que están detrás de lo que cuenta.
notes-lead =
    Dónde difieren las fuentes del artículo y dónde se discute lo que este dice. Las palabras del artículo quedan como
    están.
terms-lead = Palabras de la época, en breve.
sources-lead =
    Lo que añade la redacción se apoya en lo que ha leído de estas obras. De cada una se dice cuánto fue y para qué se
    leyó.
# The works by how far they were read; each is followed by their number.
sources-whole = Leídas por completo
sources-part = Leídas en parte
sources-excerpt = Leídas en extractos
# Works of which it is not known what was read.
sources-cited = Obras citadas
note-correction = Corrección
note-comment = Comentario
note-term = Término
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = El artículo
note-record = Lo que se sabe
note-numbered = { $kind } { $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = Notas del original
# The mark of such a note in the text.
own-note = Nota { $number } del original
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = Volver a la llamada { $place } de la nota { $number } del original
# What a table is called that scrolls on a narrow screen.
table = Tabla
# A note with its title. $note: one of the above.
note-titled = { $note }: { $title }
source-online = Leer en línea
# The places on the page whose statements rest on a work. $count: how many.
source-uses =
    { $count ->
        [one] Se usa en 1 entrada
       *[other] Se usa en { $count } entradas
    }
# How much of a work was read. $date: a day.
read-whole = Lectura completa, { $date }
read-part = Lectura parcial, { $date }
read-excerpt = Lectura de extractos, { $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read }: { $places }
further-title = Lecturas adicionales
further-lead = No hemos abierto estas obras, y nada de lo que aquí se dice se apoya en ellas.
## The figure of who was left

left-title = Quién quedaba
left-about =
    Un marco vacío: fusilamiento, asesinato o ejecución. Un rostro pálido: otra clase de muerte, o circunstancias
    inciertas.
# Of the first year. $count: how many.
left-all =
    { $count ->
        [one] { $count } persona vive.
       *[other] Las { $count } personas viven.
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how }: { $names }.
left-natural = Muerte
left-murdered = Asesinato
left-executed = Ejecución
left-shot = Fusilamiento
left-suicide = Suicidio
left-disputed = Muerte de causa discutida
# After who died in a year. $count: how many others live.
left-count =
    { $count ->
        [one] queda{"\u00A0"}{ $count }
       *[other] quedan{"\u00A0"}{ $count }
    }
# Under the last year.
left-names = Con vida: { $names }.
# Whose death has no date. $names: one or several.
left-out = Fuera de la figura, por falta de fecha de muerte: { $names }.

# $source: author and year of a work that names the other.
further-named = La menciona { $source }
# Before the name that somebody was born with, and before other spellings.
name-born = nacimiento: { $name }
name-also = también { $names }
# A place that has another name today.
place-now = { $name }, hoy { $now }

## Facts of an entry

fact-where = Lugar
fact-who = Personas
fact-in-article = En el artículo
fact-sources = Fuentes
fact-born = Nacimiento
fact-contested = Las fuentes difieren
fact-died = Muerte
fact-founded = Fundación
fact-dissolved = Disolución
fact-fate = Destino
fact-notes = Notas
fact-offices = Cargos
fact-relations = Relaciones
fact-stays = Recorrido
fact-detail = Un detalle
fact-events = Acontecimientos

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = Aquí: { $what }
here-ally = alianza con { $name } ({ $date })
here-rival = rivalidad con { $name } ({ $date })
here-enemy = enemistad con { $name } ({ $date })
here-family = parentesco con { $name } ({ $date })
here-own = { $stance }: { $name } ({ $date })

## How somebody died

manner-natural = Muerte natural
manner-murdered = Asesinato
manner-executed = Ejecución por sentencia de un tribunal
manner-shot = Fusilamiento sin sentencia pública
manner-suicide = Suicidio
manner-disputed = Causa discutida

## How a value of a contested fact stands

claim-accepted = usado aquí
claim-disputed = en disputa
claim-rejected = rechazado

## The edition itself

about-title = Acerca de esta edición
about-report = ¿Ha encontrado un error? Copie la dirección de la entrada y envíela a la redacción con lo que usted sepa.
# A link after about-report.
about-contact = Escribir a la redacción
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }, { $date }: lo que hemos corregido ({ $count })

## How somebody stood to somebody else

stance-ally = alianza con
stance-rival = rivalidad con
stance-enemy = enemistad con
stance-family = parentesco con
# Of the line on each person's card. $name: of the protagonist.
stance-legend =
    La línea de cada ficha es la relación con { $name }: por encima, alianza; por debajo, enfrentamiento, peor cuanto
    más abajo; sobre la línea, familia.
stance-above = Por encima también:
stance-under = Por debajo también:
stance-on = Sobre la línea también:
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what } ({ $count })
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = Muerte a los { $age }
end-murdered = Asesinato a los { $age }
end-executed = Ejecución a los { $age }
end-shot = Fusilamiento a los { $age }
end-suicide = Suicidio a los { $age }
end-disputed = Muerte a los { $age }, causa discutida

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# A year: 1921
edtf-year = { $year }
# 8 March 1921
edtf-day = { $day } de { $month } de { $year }
    .of = el { $day } de { $month } de { $year }
# March 1921, autumn 1921
edtf-month = { $month } de { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $day } de { $month }
# The same within a month: 8–16 March 1921
edtf-day-alone = { $day }
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $month } en { $years }
edtf-about = hacia { $date }
    .of = aproximadamente { $date }
edtf-uncertain = { $date } (fecha incierta)
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }–{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from } – { $to }
edtf-since = desde { $date }
edtf-until = hasta { $date }
edtf-end-unknown = desde { $date }, final desconocido
edtf-start-unknown = hasta { $date }, comienzo desconocido
edtf-before-christ = { $year } a.{"\u00A0"}C.
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = { $year } d.{"\u00A0"}C.
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }, { $to }
edtf-or = { $from } o { $to }
edtf-between = entre { $from } y { $to }
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date } ({ $old } en el calendario juliano)
edtf-decade = la década de { $year }
edtf-century =
    { $number ->
        [1] el siglo I
        [2] el siglo II
        [3] el siglo III
        [4] el siglo IV
        [5] el siglo V
        [6] el siglo VI
        [7] el siglo VII
        [8] el siglo VIII
        [9] el siglo IX
        [10] el siglo X
        [11] el siglo XI
        [12] el siglo XII
        [13] el siglo XIII
        [14] el siglo XIV
        [15] el siglo XV
        [16] el siglo XVI
        [17] el siglo XVII
        [18] el siglo XVIII
        [19] el siglo XIX
        [20] el siglo XX
        [21] el siglo XXI
       *[other] el siglo { $number }
    }
month-january = enero
month-february = febrero
month-march = marzo
month-april = abril
month-may = mayo
month-june = junio
month-july = julio
month-august = agosto
month-september = septiembre
month-october = octubre
month-november = noviembre
month-december = diciembre
edtf-spring = primavera
    .of = la primavera
edtf-summer = verano
    .of = el verano
edtf-autumn = otoño
    .of = el otoño
edtf-winter = invierno
    .of = el invierno

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date }: { $summary }

### Words in the files

## The columns of a table

export-id = id
# EDTF is the standard in which the dates are written there.
export-edtf = fecha (EDTF)
export-date = fecha en palabras
export-title = título
export-text = texto
export-place = lugar
export-people = personas
export-sources = fuentes
export-group = grupo
export-address = dirección
export-work = obra
export-at = lugar en la obra
export-read = leído el
# How much was read: whole, part, excerpt.
export-extent = alcance
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = calidad
export-says = lo que dice, en nuestras palabras
export-rests = lo que se apoya en ello

## What events are grouped under

export-in-article = Contado por el artículo
export-context = Contexto

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact = { $date }: un calendario solo tiene días exactos, así que muestra días, meses o años enteros.
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = No figuran, porque un calendario solo tiene los años 1 a 9999: { $events }.

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = Los datos de «{ $title }»
data-intro = Todo lo que dice la página, en archivos que otros programas leen y que se pueden conservar sin ella. Los nombres de campos, columnas y elementos están en inglés en todas las lenguas.
# What the files are.
data-story = toda la historia
data-schema = las reglas que cumple toda la historia
data-tei = el artículo, sus notas, las personas, los hechos y las fuentes en TEI
data-annotations = las notas, cada una con las palabras de las que trata (Web Annotations)
data-places = dónde ocurrió (GeoJSON)
data-table = una tabla
data-picture = una imagen, un sonido o una película de la página
data-epub = el artículo con sus notas como libro
data-manifest = la lista de todos los archivos, con sus resúmenes criptográficos, licencias y las columnas de las tablas
# $license: its name, or data-license-unknown.
data-license-article = Licencia del artículo: { $license }
data-license-edition = Licencia de lo que añade la edición: { $license }
data-license-unknown = no se indica; pregunte, por favor
data-back = Volver a la página
epub-contents = Índice
epub-cover = Cubierta

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = Esta página no tiene nada con el nombre «{ $name }», que pide la dirección.
card-back = Volver a { $title }
card-go = Entrada completa
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = Con { $name }:{" "}
lens-sharing = Comunes a { $first } y { $second }:{" "}
lens-events = { $count } de { $total } acontecimientos
lens-years = , { $from }–{ $to }
lens-scope = , sin el contexto
lens-sentences =
    { $count ->
        [one] ; { $count } frase del artículo
       *[other] ; { $count } frases del artículo
    }
# Ends the line.
lens-end = .
lens-timeline = Ver los acontecimientos
lens-clear = Mostrar todo
between-title = { $first } y { $second }
between-none = De lo que hubo entre ambas personas, esta página no cuenta más que lo que sigue.
followed-places = En el artículo: { $count }
search-hint = Artículo, personas, acontecimientos, notas y fuentes.
search-count =
    { $count ->
        [one] 1 resultado
       *[other] { $count } resultados
    }
search-results = Resultados
search-people = Personas
search-events = Acontecimientos
search-notes = Notas y términos
search-sources = Fuentes
search-article = Artículo
# Sections of the page, and tools such as printing.
search-ways = En esta página
# What is shown where nothing matches. $query: what was typed.
search-none = Ningún resultado para «{ $query }» en el artículo, la cronología, las personas, las notas o las fuentes.
search-nearest = Lo más parecido
# Before anything was typed: what one could ask.
search-suggestions = Por ejemplo
# The first answer to a query of one year, or of two.
search-year =
    { $count ->
        [one] Mostrar { $from } en la cronología (1 acontecimiento)
       *[other] Mostrar { $from } en la cronología ({ $count } acontecimientos)
    }
search-years =
    { $count ->
        [one] Mostrar { $from }–{ $to } en la cronología (1 acontecimiento)
       *[other] Mostrar { $from }–{ $to } en la cronología ({ $count } acontecimientos)
    }
# The first answer to the names of two people.
search-together =
    { $count ->
        [one] { $first } y { $second } en la cronología (1 acontecimiento en común)
       *[other] { $first } y { $second } en la cronología ({ $count } acontecimientos en común)
    }
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    a al algo algún alguna algunas alguno algunos ante antes año años aquel aquella aquello aquí así aún bajo cada como
    cómo con contra cual cuál cuales cuáles cuando cuándo cuanto cuánto cuántas cuántos de del desde después donde dónde
    durante e el él ella ellas ellos en encontrar encuentra encuentre entre era eran eres es esa esas ese eso esos esta
    está estaba estaban están estas este esto estos fue fueron ha había habían haber hace hacer han hasta hay hizo hubo
    la las le les lo los más me mi mis mostrar muestra muestre muy ni no nos nosotros o ocurre ocurrió otra otras otro
    otros para pasa pasó pero por porque pudo puede puedo que qué quien quién quienes quiénes se sea según ser será si
    sí sido sin sobre son también te tenía tiene tienen todo toda todas todos tras tu tus u un una unas uno unos usted y
    ya yo
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    anciana anciano años edad edades vieja viejo; asesina asesinada asesinado asesinados asesinar asesinato asesinatos
    asesino asesinos asesinó atentado crimen homicidio magnicidio mata matado matar mataron mató; cumpleaños nace nacer
    nacida nacido nacimiento nació; defunción fallece fallecer fallecida fallecido fallecimiento falleció morir muere
    muerta muerte muerto murieron murió; ejecución ejecuciones ejecutada ejecutado ejecutados ejecutar fusila fusilada
    fusilado fusilados fusilamiento fusilamientos fusilar; boda casada casado cónyuge esposa esposo marido matrimonio
    mujer; hijo hijos niño niños; hija hijas niña niñas hijos; apoplejía derrame enferma enfermedad enfermo ictus; carta
    cartas testamento; deportación deportada deportado desterrada desterrado destierro exiliada exiliado exiliados
    exilio expulsada expulsado expulsión; arma armas hacha herramienta piolet piqueta
# Words that stand for whom the article names most.
search-pronouns = su sus suya suyas suyo suyos
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = artículo texto historia original leer lectura ensayo relato
way-timeline-words = cronología línea tiempo acontecimientos eventos hechos fechas calendario historia años
way-people-words = personas personajes gente nombres quién retratos rostros caras
way-notes =
    { $count ->
        [one] En qué se equivoca el artículo: 1 corrección
       *[other] En qué se equivoca el artículo: { $count } correcciones
    }
way-notes-words =
    falso falsa error errores equivocación equivocado equivoca fallo fallos incorrecto inexacto correcto corregido
    corrección correcciones rectificación nota notas hechos verificar verificación comprobar exacto verdad
way-terms-words = glosario términos palabras definición definiciones vocabulario significado
way-sources-words = fuentes fuente referencias bibliografía libros literatura pruebas
way-journey-words = mapa mapas exilio destierro viaje viajes ruta camino recorrido paradas lugares dónde
way-about-words = acerca sobre edición redacción editores autores hecho
way-share-words =
    compartir enlace citar cita citas referencia referencias enviar bibtex zotero apa mla chicago exportar descargar csv
way-print = Imprimir la página
way-print-words = imprimir impresión impresora impreso pdf papel
way-dark = Colores oscuros
way-dark-words = oscuro oscuros modo noche negro tema color colores
way-light = Colores claros
way-light-words = claro claros modo día blanco tema color colores
way-large = Texto más grande
way-large-words = letra letras fuente tamaño texto grande mayor agrandar aumentar zoom pequeño
way-censor-words = censura censor censurado censurada versión copia borrar borrado raspado palimpsesto
way-help-words = ayuda cómo funciona teclas teclado atajos instrucciones guía
link-copied = Enlace copiado
link-refused = El navegador no ha permitido copiar.
share-copied = Copiado.
share-refused = El navegador no lo ha permitido. El texto está seleccionado: puede copiarlo.
quotation = «{ $text }»

### When the program stops

stopped = Una parte de esta página ha dejado de funcionar. Todo se puede seguir leyendo.
stopped-reload = Volver a cargar
