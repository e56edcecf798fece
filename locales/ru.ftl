# The words of the interface in Russian, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
#
# Names and dates stand in the nominative wherever a value is filled in, so the sentences around them are built to need no
# other case. Nobody’s gender is known here: how somebody died is a noun (Расстрел), not a verb. Quotation marks are «…», and „…“
# inside them. Spans of years have an en dash without spaces. Months, seasons and decades have the genitive as their attribute `of`.

### The page and its parts

skip-link = Перейти к статье
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = Перейти к разделу «{ $part }»
edition-name = Palimpsest
reading-time =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
        [many] { $count } минут
       *[other] { $count } минуты
    }
parts = Разделы страницы
parts-article = Статья
parts-map = Карта
parts-about = Об издании
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = Что это такое.
intro-what =
    Статья слово в слово (время чтения — { $minutes }), а вокруг неё — то, что говорят источники: { $what }.
# Of an edition that adds nothing.
intro-alone = Статья слово в слово (время чтения — { $minutes }).
# What intro-what counts, as far as there is any.
intro-events =
    { $count ->
        [one] { $count } событие
        [few] { $count } события
        [many] { $count } событий
       *[other] { $count } события
    }
intro-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
intro-notes =
    { $count ->
        [one] { $count } примечание
        [few] { $count } примечания
        [many] { $count } примечаний
       *[other] { $count } примечания
    }
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = Нажмите на
intro-name = имя
intro-date = дату
intro-or = или
intro-number = номер
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = Читать ({ $minutes })
door-years = { $years }, год за годом
door-timeline = Год за годом
door-days = День за днём
door-wrong = Что в статье неверно: { $count }
timeline-title = Хронология
people-title = Люди
notes-title = Примечания
terms-title = Термины
sources-title = Источники
# A label before everything that the editors, and not the author, have written.
editors = Редакция
draft = Черновик
draft-lacks =
    { $count ->
        [0] Это издание ещё готовится.
        [one] Это издание ещё готовится: источник не указан у { $count } утверждения.
        [few] Это издание ещё готовится: источник не указан у { $count } утверждений.
        [many] Это издание ещё готовится: источник не указан у { $count } утверждений.
       *[other] Это издание ещё готовится: источник не указан у { $count } утверждения.
    }
draft-place =
    { $count ->
        [1] { $file }, строка { $lines }
       *[other] { $file }, строки { $lines }
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon =
    Текст статьи ({ $author }) не изменён. Хронологию, сведения о людях, примечания и список источников подготовила
    редакция; портреты нарисованы.
# The same where portraits are photographs.
colophon-whole =
    Текст статьи ({ $author }) не изменён. Хронологию, сведения о людях, примечания и список источников подготовила
    редакция.
colophon-some = Текст статьи ({ $author }) не изменён. Всё, что стоит вокруг него, подготовила редакция.
colophon-alone = Текст статьи ({ $author }) не изменён.
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = Редакция: { $names }.
colophon-license = Лицензия того, что добавила редакция: { $license }.
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = Портреты:
colophon-portrait = { $name }: { $credit }
portrait-credit = Портрет: { $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = Два экземпляра этой страницы
# $names: who is erased.
censor-about =
    Посмотрите на эту страницу такой, какой её оставил бы цензор. С неё соскоблено: { $names }. Ничего не пропало: слова
    остаются под этим слоем, и одно нажатие их вернёт.
copy-written = Как написано
copy-censor = Экземпляр цензора
# Before a link to a note, as in note-titled.
censor-note = Так было на самом деле. См.
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
        [one] Исчезает { $names }: { $places }, { $events }, { $pictures }.
        [few] Исчезают { $names }: { $places }, { $events }, { $pictures }.
        [many] Исчезают { $names }: { $places }, { $events }, { $pictures }.
       *[other] Исчезают { $names }: { $places }, { $events }, { $pictures }.
    }
censor-places =
    { $count ->
        [one] { $count } место в статье
        [few] { $count } места в статье
        [many] { $count } мест в статье
       *[other] { $count } места в статье
    }
# $gone of all $count events.
censor-events =
    { $gone ->
        [one] { $gone } событие из { $count }
        [few] { $gone } события из { $count }
        [many] { $gone } событий из { $count }
       *[other] { $gone } события из { $count }
    }
censor-pictures =
    { $count ->
        [0] ни одного изображения
        [one] { $count } изображение
        [few] { $count } изображения
        [many] { $count } изображений
       *[other] { $count } изображения
    }
# The same for assistive software, after it.
censor-text = Сам текст не изменён.
censor-hold = Посмотреть на просвет
censor-restore = Восстановить

### Controls

tools = Инструменты
close = Закрыть
search = Поиск
search-page = Поиск по странице
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = Вид
share = Поделиться
share-here = Поделиться
help = Что это такое?
follow-here = Показать события
show-more = Подробнее
# For assistive software, after show-more. $title: of the event.
show-more-of = : { $title }

## Display settings

theme = Тема
theme-system = Авто
theme-light = Светлая
theme-dark = Тёмная
size = Размер текста
size-small = Мелкий
size-normal = Обычный
size-large = Крупный
size-larger = Очень крупный
order = Порядок событий
order-time = По датам
order-article = Как в статье
settings-kept = Хранится только на этом устройстве.
forget-settings = Сбросить мои настройки

## Controls of the timeline

lens-people = Чьи события показать
# A face among those, for assistive software: $name: whose.
face = События: { $name }
# What becomes of all other events.
others = Остальные события
others-hide = Скрыты
others-show = Приглушены
years = Годы
# The two handles on the chart, for assistive software.
years-from = Начальный год
years-to = Конечный год
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = График
scale-broken = Насыщенные годы шире
scale-true = Единый масштаб
open-all = Развернуть все
close-all = Свернуть все

## The panel of addresses and citations

share-address = Адрес
copy-address = Копировать ссылку
share-device = Поделиться…
# The link mark beside a title. $title: of the entry.
copy-link-to = Копировать ссылку: { $title }
# The button beside link-copied.
copied-more = Цитировать или распечатать
citation = Стиль цитирования
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = Предложение, которое вы читаете
share-citation = Библиографическая ссылка
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = Копировать
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = : { $label }
share-files = Для библиографических программ и в файлах
export-files = Хронология и библиография в файлах
export-files-citations = Библиография в файлах
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = Хронология в формате { $format }
export-citations = Библиография в формате { $format }
export-passages = Что мы прочитали, в формате { $format }
share-embed = Показать на своём сайте
share-embed-about = HTML. После «show=» можно написать { $parts } или идентификатор человека или события.
embed-of = Из статьи «{ $title }». Автор: { $author }
embed-open = { $title }: на полной странице
export-data = Всё в виде данных
share-print = Печать
print-article = Статья
print-notes = Статья с примечаниями
print-timeline = Хронология, как на экране
print-person = Этот человек
print = Всё

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    Статья по истории, слово в слово, и то, что добавила к ней редакция: хронология, люди, примечания и источники. Слова
    статьи — авторские ({ $author }); всё остальное — наше, так и помечено и называет свой источник.
# The same of an edition that adds less.
help-lead-some = Статья слово в слово и то, что добавила к ней редакция. Слова статьи — авторские ({ $author }).
help-lead-alone = Статья слово в слово. Её слова — авторские ({ $author }).
help-links = Имя, дата, номер или подчёркнутое пунктиром слово в статье
help-links-text =
    открывает карточку рядом с предложением. С карточки можно перейти на другие и вернуться; «Полная запись» ведёт к
    самой записи, а кнопка «Назад» возвращает к вашему предложению.
help-rail = Полоса рядом с текстом
help-rail-text =
    показывает, где во времени находится это место текста. Каждая её часть — в своём масштабе; две косые черты — разрыв.
    Проведите по ней, чтобы видеть только несколько лет. Наведите указатель на отметку, чтобы узнать, какое это событие;
    нажатие ведёт к нему.
help-follow = Лицо над хронологией
help-follow-text =
    оставляет события только с этим человеком, с возрастом при каждом, и подсвечивает места о нём в статье. Выберите
    второе лицо, чтобы увидеть, что у двоих общего.
help-address = Адрес
help-address-text =
    описывает то, что вы видите: скопируйте его, и другой человек увидит то же самое. По адресу без добавлений страница
    открывается с тем порядком событий, который выбрал сам читатель.
help-keys = Клавиши
help-key-tab = Tab, Shift+Tab
help-key-tab-text = к следующей ссылке или кнопке и обратно; от открытой ссылки — в её карточку
help-key-enter = Enter
help-key-enter-text = открывает карточку, закрывает её, переходит по ссылке
help-key-escape = Esc
help-key-escape-text = закрывает карточку, поиск, эту справку
help-key-search = Ctrl+K или Cmd+K
help-key-search-text = поиск
help-key-arrows = Стрелки вверх и вниз
help-key-arrows-text = в поиске — по результатам, на полосе — по событиям
help-key-arrows-search = в поиске — по результатам
help-key-wheel = Ctrl или Cmd и колесо мыши
help-key-wheel-text = над полосой или графиком: меньше лет или больше
help-key-back = Alt+стрелка влево
help-key-back-text = назад, туда, где вы были
help-privacy = Ничто из того, что вы здесь делаете, не покидает эту страницу. Ваш выбор остаётся на этом устройстве.

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead =
    События, о которых рассказывает статья: { $article }. События, которые мы добавили для контекста: { $context }. Дата
    сообщает то, что известно, и не больше{ $month ->
        [none] .
       *[other] : «{ $month }» — это месяц.
    }
# The time axis beside the article.
rail = Положение во времени
# A mark on a drawing.
event-mark = { $date }: { $title }
event-context = Контекст: в статье об этом не говорится
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name }, { $age }
lives-about =
    Все события, а под ними — жизни, на которые они пришлись. Отметка на жизни — событие с участием этого человека;
    короткая отметка — контекст, который добавили мы. Жизнь, которая доходит до края или заострена на нём, продолжается
    за ним.
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = ’{ $year }
# What folds the lives that little happened in. $count: how many.
lives-more =
    { $count ->
        [one] Ещё { $count } жизнь
        [few] Ещё { $count } жизни
        [many] Ещё { $count } жизней
       *[other] Ещё { $count } жизни
    }
# Under the chart while it is drawn to true scale.
true-note = В едином масштабе: все годы на графике одной ширины.
# The years of birth and death.
life-years = { $from }–{ $to }
# In their place, of somebody who is alive.
life-born = год рождения — { $year }
life-since = год основания — { $year }

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive =
    { $count ->
        [one] { $count } год
        [few] { $count } года
        [many] { $count } лет
       *[other] { $count } года
    }
# The age is one of the two, or lies between them.
age-range =
    { $to ->
        [one] { $from }–{ $to } год
        [few] { $from }–{ $to } года
        [many] { $from }–{ $to } лет
       *[other] { $from }–{ $to } года
    }
# Where the birth, or the other date, is approximate or uncertain.
age-about =
    { $count ->
        [one] примерно { $count } год
        [few] примерно { $count } года
        [many] примерно { $count } лет
       *[other] примерно { $count } года
    }
# The same of a longer time.
age-about-range =
    { $to ->
        [one] примерно { $from }–{ $to } год
        [few] примерно { $from }–{ $to } года
        [many] примерно { $from }–{ $to } лет
       *[other] примерно { $from }–{ $to } года
    }
# They had died within the year before.
age-dead = после смерти
age-dead-years =
    { $count ->
        [one] через { $count } год после смерти
        [few] через { $count } года после смерти
        [many] через { $count } лет после смерти
       *[other] через { $count } года после смерти
    }
age-dead-range =
    { $to ->
        [one] через { $from }–{ $to } год после смерти
        [few] через { $from }–{ $to } года после смерти
        [many] через { $from }–{ $to } лет после смерти
       *[other] через { $from }–{ $to } года после смерти
    }

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = Места жизни: { $name }
# $count: the stops with a place. $years: as 1928–1940.
journey-lead =
    { $name }, { $years }:{" "}{ $count ->
        [one] { $count } остановка
        [few] { $count } остановки
        [many] { $count } остановок
       *[other] { $count } остановки
    }. Номера идут по порядку. Где ничего не известно, ничего и не нарисовано.
map-about =
    Линия соединяет остановки по порядку; это не маршрут. Там, где она выходит за край карты, число указывает, к какой
    остановке.
map-uncertain = Номер в контуре: даты неточны.
map-ring = Кольцо: место может быть в любой точке внутри него.
# A mark on the map or the strip.
stop-mark = { $number }: { $place }, { $date }
# Instead of a place.
stop-way = В пути
# How far the true place may be from its point on the map.
stop-within =
    { $count ->
        [one] Наша точка может быть смещена на { $count } километр.
        [few] Наша точка может быть смещена на { $count } километра.
        [many] Наша точка может быть смещена на { $count } километров.
       *[other] Наша точка может быть смещена на { $count } километра.
    }
# Over the bars by country.
whereabouts-about = { $name }: где и когда, в масштабе. Пусто: в пути или неизвестно. Бледно: дата неточна.

### Entries

people-lead = Люди, которых статья называет или имеет в виду, и другие, которые стоят за её рассказом.
notes-lead =
    Где источники расходятся со статьёй и где сказанное в ней спорно. Слова статьи остаются такими, какие они есть.
terms-lead = Слова той эпохи, коротко.
sources-lead =
    Всё, что добавляет редакция, опирается на прочитанное ею в этих работах. При каждой указано, сколько прочитано и для
    чего.
# The works by how far they were read; each is followed by their number.
sources-whole = Прочитано полностью
sources-part = Прочитано частично
sources-excerpt = Прочитано в отрывках
# Works of which it is not known what was read.
sources-cited = Цитируемые работы
note-correction = Поправка
note-comment = Комментарий
note-term = Термин
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = В статье
note-record = По источникам
note-numbered = { $kind } { $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = Примечания автора
# The mark of such a note in the text.
own-note = Примечание автора { $number }
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = Назад к знаку { $place } примечания автора { $number }
# What a table is called that scrolls on a narrow screen.
table = Таблица
# A note with its title. $note: one of the above.
note-titled = { $note }: { $title }
source-online = Читать онлайн
# The places on the page whose statements rest on a work. $count: how many.
source-uses =
    { $count ->
        [one] Использовано в { $count } записи
        [few] Использовано в { $count } записях
        [many] Использовано в { $count } записях
       *[other] Использовано в { $count } записи
    }
# How much of a work was read. $date: a day.
read-whole = Прочитано полностью, { $date }
read-part = Прочитано частично, { $date }
read-excerpt = Прочитано в отрывках, { $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read }: { $places }
further-title = Дополнительная литература
further-lead = Этих работ мы не открывали, и ничто здесь на них не опирается.
## The figure of who was left

left-title = Кто остался
left-about =
    Пустая рамка — человек расстрелян, убит или казнён. Бледное лицо — человек умер иначе или точно не известно, как.
# Of the first year. $count: how many.
left-all =
    { $count ->
        [one] Жив { $count } человек.
        [few] Живы все { $count } человека.
        [many] Живы все { $count } человек.
       *[other] Живы все { $count } человека.
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how }: { $names }.
left-natural = Смерть
left-murdered = Насильственная смерть
left-executed = Казнь
left-shot = Расстрел
left-suicide = Самоубийство
left-disputed = Смерть, обстоятельства спорны
# After who died in a year. $count: how many others live.
left-count = в живых:{"\u00A0"}{ $count }
# Under the last year.
left-names = В живых: { $names }.
# Whose death has no date. $names: one or several.
left-out = Не показано, так как дата смерти нам неизвестна: { $names }.

# $source: author and year of a work that names the other.
further-named = Названо в: { $source }
# Before the name that somebody was born with, and before other spellings.
name-born = рожд. { $name }
name-also = также { $names }
# A place that has another name today.
place-now = { $name }, ныне { $now }

## Facts of an entry

fact-where = Где
fact-who = Кто
fact-in-article = В статье
fact-sources = Источники
fact-born = Рождение
fact-contested = Источники расходятся
fact-died = Смерть
fact-founded = Основание
fact-dissolved = Роспуск
fact-fate = Судьба
fact-notes = Примечания
fact-offices = Должности
fact-relations = Отношения
fact-stays = Путь
fact-detail = Деталь
fact-events = События

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = На тот момент: { $what }
here-ally = { $name } — союзник ({ $date })
here-rival = { $name } — соперник ({ $date })
here-enemy = { $name } — враг ({ $date })
here-family = { $name } — из той же семьи ({ $date })
here-own = { $stance }: { $name } ({ $date })

## How somebody died

manner-natural = Естественные причины
manner-murdered = Убийство
manner-executed = Казнь по приговору суда
manner-shot = Расстрел без публичного приговора
manner-suicide = Самоубийство
manner-disputed = Причина спорна

## How a value of a contested fact stands

claim-accepted = принято здесь
claim-disputed = спорно
claim-rejected = отвергнуто

## The edition itself

about-title = Об этом издании
about-report =
    Нашли ошибку? Скопируйте адрес записи и пришлите его редакции вместе с тем, что вам известно.
# A link after about-report.
about-contact = Написать редакции
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }, { $date }: что мы исправили ({ $count })

## How somebody stood to somebody else

stance-ally = союз
stance-rival = соперничество
stance-enemy = вражда
stance-family = родство
# Of the line on each person's card. $name: of the protagonist.
stance-legend =
    Линия на каждой карточке показывает отношения этого человека с главным героем ({ $name }): над ней — союз, под ней —
    противостояние, чем ниже, тем хуже, а на ней самой — родство.
stance-above = Над ней также:
stance-under = Под ней также:
stance-on = На ней также:
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what } ({ $count })
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = Смерть в { $age }
end-murdered = Насильственная смерть в { $age }
end-executed = Казнь в { $age }
end-shot = Расстрел в { $age }
end-suicide = Самоубийство в { $age }
end-disputed = Смерть в { $age }, обстоятельства спорны

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# A year: 1921
edtf-year = { $year }
    .of = { $year } года
# 8 March 1921
edtf-day = { $day } { $month } { $year }
# March 1921, autumn 1921
edtf-month = { $month } { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $day } { $month }
# The same within a month: 8–16 March 1921
edtf-day-alone = { $day }
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $month } { $years }
edtf-about = около { $date }
    .of = приблизительно { $date }
edtf-uncertain = { $date } (предположительно)
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }–{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from } — { $to }
edtf-since = с { $date }
edtf-until = до { $date }
edtf-end-unknown = с { $date }, конец неизвестен
edtf-start-unknown = до { $date }, начало неизвестно
edtf-before-christ = { $year } до н.{"\u00A0"}э.
    .of = { $year } года до н.{"\u00A0"}э.
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = { $year } н.{"\u00A0"}э.
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }, { $to }
edtf-or = { $from } или { $to }
edtf-between = в промежутке от { $from } до { $to }
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date } ({ $old } по старому стилю)
edtf-decade = { $year }-е годы
    .of = { $year }-х годов
edtf-century =
    { $number ->
        [1] I век
        [2] II век
        [3] III век
        [4] IV век
        [5] V век
        [6] VI век
        [7] VII век
        [8] VIII век
        [9] IX век
        [10] X век
        [11] XI век
        [12] XII век
        [13] XIII век
        [14] XIV век
        [15] XV век
        [16] XVI век
        [17] XVII век
        [18] XVIII век
        [19] XIX век
        [20] XX век
        [21] XXI век
       *[other] { $number }-й век
    }
    .of =
        { $number ->
            [1] I века
            [2] II века
            [3] III века
            [4] IV века
            [5] V века
            [6] VI века
            [7] VII века
            [8] VIII века
            [9] IX века
            [10] X века
            [11] XI века
            [12] XII века
            [13] XIII века
            [14] XIV века
            [15] XV века
            [16] XVI века
            [17] XVII века
            [18] XVIII века
            [19] XIX века
            [20] XX века
            [21] XXI века
           *[other] { $number }-го века
        }
month-january = январь
    .of = января
month-february = февраль
    .of = февраля
month-march = март
    .of = марта
month-april = апрель
    .of = апреля
month-may = май
    .of = мая
month-june = июнь
    .of = июня
month-july = июль
    .of = июля
month-august = август
    .of = августа
month-september = сентябрь
    .of = сентября
month-october = октябрь
    .of = октября
month-november = ноябрь
    .of = ноября
month-december = декабрь
    .of = декабря
edtf-spring = весна
    .of = весны
edtf-summer = лето
    .of = лета
edtf-autumn = осень
    .of = осени
edtf-winter = зима
    .of = зимы

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date }. { $summary }

### Words in the files

## The columns of a table

export-id = id
# EDTF is the standard in which the dates are written there.
export-edtf = дата (EDTF)
export-date = дата словами
export-title = заголовок
export-text = текст
export-place = место
export-people = люди
export-sources = источники
export-group = группа
export-address = адрес
export-work = работа
export-at = место в работе
export-read = дата чтения
# How much was read: whole, part, excerpt.
export-extent = объём
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = категория
export-says = что там сказано, нашими словами
export-rests = что на этом основано

## What events are grouped under

export-in-article = Рассказано в статье
export-context = Контекст

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact = { $date }. В календаре есть только точные дни, поэтому в нём показаны целые дни, месяцы или годы.
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = Не вошли, так как в календаре есть только годы с 1 по 9999: { $events }.

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = Данные страницы «{ $title }»
data-intro = Всё, что сказано на странице, в файлах, которые читают другие программы и которые можно хранить без неё. Названия полей, столбцов и элементов на всех языках английские.
# What the files are.
data-story = весь рассказ целиком
data-schema = правила, которым он следует
data-tei = статья, примечания, люди, события и источники в TEI
data-annotations = примечания, каждое со словами, к которым оно относится (Web Annotations)
data-places = где это происходило (GeoJSON)
data-table = таблица
data-picture = изображение, звук или фильм со страницы
data-epub = статья с примечаниями в виде книги
data-manifest = перечень всех файлов с контрольными суммами, лицензиями и столбцами таблиц
# $license: its name, or data-license-unknown.
data-license-article = Лицензия статьи: { $license }
data-license-edition = Лицензия того, что добавили редакторы: { $license }
data-license-unknown = не указана; пожалуйста, спросите
data-back = Назад к странице
epub-contents = Содержание
epub-cover = Обложка

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = На этой странице нет ничего с именем «{ $name }», которое указано в адресе.
card-back = Назад: { $title }
card-go = Полная запись
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = { $name }:{" "}
lens-sharing = { $first } и { $second }, общее:{" "}
lens-events =
    { $count ->
        [one] { $count } событие из { $total }
        [few] { $count } события из { $total }
        [many] { $count } событий из { $total }
       *[other] { $count } события из { $total }
    }
lens-years = , { $from }–{ $to }
lens-scope = , без контекста
lens-sentences =
    { $count ->
        [one] ; { $count } предложение статьи
        [few] ; { $count } предложения статьи
        [many] ; { $count } предложений статьи
       *[other] ; { $count } предложения статьи
    }
# Ends the line.
lens-end = .
lens-timeline = К событиям
lens-clear = Сбросить
between-title = { $first } и { $second }
between-none = Кроме того, что ниже, страница ничего об их отношениях не сообщает.
followed-places = В статье: { $count }
search-hint = Статья, люди, события, примечания и источники.
search-count =
    { $count ->
        [one] { $count } результат
        [few] { $count } результата
        [many] { $count } результатов
       *[other] { $count } результата
    }
search-results = Результаты
search-people = Люди
search-events = События
search-notes = Примечания и термины
search-sources = Источники
search-article = Статья
# Sections of the page, and tools such as printing.
search-ways = На этой странице
# What is shown where nothing matches. $query: what was typed.
search-none =
    По запросу «{ $query }» ничего не найдено ни в статье, ни в хронологии, ни среди людей, примечаний и источников.
search-nearest = Похожее
# Before anything was typed: what one could ask.
search-suggestions = Попробуйте
# The first answer to a query of one year, or of two.
search-year =
    { $count ->
        [one] Показать в хронологии: { $from } ({ $count } событие)
        [few] Показать в хронологии: { $from } ({ $count } события)
        [many] Показать в хронологии: { $from } ({ $count } событий)
       *[other] Показать в хронологии: { $from } ({ $count } события)
    }
search-years =
    { $count ->
        [one] Показать в хронологии: { $from }–{ $to } ({ $count } событие)
        [few] Показать в хронологии: { $from }–{ $to } ({ $count } события)
        [many] Показать в хронологии: { $from }–{ $to } ({ $count } событий)
       *[other] Показать в хронологии: { $from }–{ $to } ({ $count } события)
    }
# The first answer to the names of two people.
search-together =
    { $count ->
        [one] { $first } и { $second } в хронологии ({ $count } общее событие)
        [few] { $first } и { $second } в хронологии ({ $count } общих события)
        [many] { $first } и { $second } в хронологии ({ $count } общих событий)
       *[other] { $first } и { $second } в хронологии ({ $count } общего события)
    }
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    а без более бы был была были было быть в вам вас весь во вот все всё всех вы где г гг год года годах году годы годов
    да для до его её ей ему если есть же за и из или им их к как какая какие какой когда кого кому кто ли между меня мне
    мой моя найти на над нам нас не него неё ней ним них но о об он она они оно от откуда перед по под показать покажи
    при про произошло расскажи рассказать с сделал сделала сделали случилось со так такая такие также такой там те тем
    то тогда того тоже только тот ту ты у уже через чего чей чем что чтобы чьи чьё чья эта эти это этого этой этом этот
    я
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    возраст лет старше младше; убийство убийства убийца убийцы убийцу убийцей убил убила убили убит убита убиты убить
    убийстве покушение покушения; рождение рождения родился родилась родились рожден рождена родина; смерть смерти умер
    умерла умерли умереть гибель гибели погиб погибла погибли скончался скончалась мертв мертва; расстрел расстрела
    расстрелян расстреляна расстреляны расстреляли казнь казни казнен казнена казнены казнили; жена жены жену женой
    женат брак брака муж мужа замужем супруг супруга супруги; сын сына сыновья сыновей ребенок дети детей дочь дочери;
    болезнь болезни болен больна инсульт инсульта удар удара; письмо письма письме завещание завещания завещании; ссылка
    ссылки ссылке ссылку изгнание изгнания изгнании сослан сослана высылка высылки выслан выслана депортация депортации;
    оружие оружия ледоруб ледоруба ледорубом топор топора
# Words that stand for whom the article names most.
search-pronouns = он его ему него нему ним нём
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = статья статью текст рассказ история оригинал читать очерк
way-timeline-words = хронология хронологию хронологии лента события событий даты дата летопись календарь история годы
way-people-words = люди персоны персонажи имена действующие лица участники портреты кто
way-notes =
    { $count ->
        [one] Что в статье неверно: { $count } поправка
        [few] Что в статье неверно: { $count } поправки
        [many] Что в статье неверно: { $count } поправок
       *[other] Что в статье неверно: { $count } поправки
    }
way-notes-words =
    неверно ошибка ошибки ошибок ошибочно неправильно неточность неточности ложь исправить исправление исправления
    поправка поправки примечание примечания факт факты проверка проверить точность правда правильно
way-terms-words = словарь глоссарий термины термин слова определения определение значение значения
way-sources-words = источники источник ссылки библиография литература список книги свидетельства
way-journey-words = карта карты изгнание ссылка путь маршрут дорога остановки путешествия места переезды где
way-about-words = издание редакция редакторы авторы о проекте создатели
way-share-words =
    поделиться ссылка ссылку цитировать цитата цитаты цитирование отправить bibtex zotero apa mla chicago экспорт
    скачать csv
way-print = Напечатать страницу
way-print-words = печать напечатать распечатать принтер pdf бумага
way-dark = Тёмная тема
way-dark-words = темная тема темный режим ночь ночной черный цвета
way-light = Светлая тема
way-light-words = светлая тема светлый режим день дневной яркий белый цвета
way-large = Крупный текст
way-large-words = шрифт размер текст буквы крупный крупнее большой больше увеличить масштаб мелкий меньше
way-censor-words = цензор цензора цензура экземпляр копия стереть стертый соскоблить палимпсест
way-help-words = помощь справка как работает клавиши клавиатура сочетания инструкция подсказка
link-copied = Ссылка скопирована
link-refused = Браузер не разрешил копирование.
share-copied = Скопировано.
share-refused = Браузер этого не разрешил. Текст выделен: его можно скопировать.
quotation = «{ $text }»

### When the program stops

stopped = Часть этой страницы перестала работать. Прочитать её по-прежнему можно целиком.
stopped-reload = Загрузить снова
