# The words of the interface in Arabic, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
#
# Modern standard wording without vowel signs, except where two readings are likely. What a button
# does is a verbal noun (نسخ), how somebody died an adverb (قتلًا): nobody’s gender is known here. Months have the names that
# CLDR has for Arabic (يناير … ديسمبر). Quotation marks are «…». There are no marks of direction: the page isolates what it mixes.

### The page and its parts

skip-link = الانتقال إلى المقال
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = الانتقال إلى: { $part }
edition-name = Palimpsest
reading-time =
    { $count ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
parts = أقسام الصفحة
parts-article = المقال
parts-map = الخريطة
parts-about = عن الطبعة
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = ما هذه الصفحة؟
intro-what =
    مقال منقول حرفًا بحرف (مدة القراءة: { $minutes })، وحوله ما تقوله المصادر: { $what }.
# Of an edition that adds nothing.
intro-alone = مقال منقول حرفًا بحرف (مدة القراءة: { $minutes }).
# What intro-what counts, as far as there is any.
intro-events =
    { $count ->
        [zero] لا أحداث
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
        [many] { $count } حدثًا
       *[other] { $count } حدث
    }
intro-people =
    { $count ->
        [zero] لا شخصيات
        [one] شخصية واحدة
        [two] شخصيتان
        [few] { $count } شخصيات
        [many] { $count } شخصية
       *[other] { $count } شخصية
    }
intro-notes =
    { $count ->
        [zero] لا ملاحظات
        [one] ملاحظة واحدة
        [two] ملاحظتان
        [few] { $count } ملاحظات
        [many] { $count } ملاحظة
       *[other] { $count } ملاحظة
    }
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = اضغط على
intro-name = اسم
intro-date = تاريخ
intro-or = أو
intro-number = رقم
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = قراءة المقال ({ $minutes })
door-years = { $years }، سنة بسنة
door-timeline = سنة بسنة
door-days = يومًا بيوم
door-wrong = ما أخطأ فيه المقال: { $count }
timeline-title = الخط الزمني
people-title = الشخصيات
notes-title = الملاحظات
terms-title = المصطلحات
sources-title = المصادر
# A label before everything that the editors, and not the author, have written.
editors = المحررون
draft = مسودة
draft-lacks =
    { $count ->
        [0] لا تزال هذه الطبعة قيد الإعداد.
        [one] لا تزال هذه الطبعة قيد الإعداد: قول واحد ينقصه المصدر.
        [two] لا تزال هذه الطبعة قيد الإعداد: قولان ينقصهما المصدر.
        [few] لا تزال هذه الطبعة قيد الإعداد: { $count } أقوال تنقصها المصادر.
        [many] لا تزال هذه الطبعة قيد الإعداد: { $count } قولًا تنقصها المصادر.
       *[other] لا تزال هذه الطبعة قيد الإعداد: { $count } قول تنقصها المصادر.
    }
draft-place =
    { $count ->
        [one] { $file }، السطر { $lines }
        [two] { $file }، السطران { $lines }
       *[other] { $file }، الأسطر { $lines }
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon =
    كلمات المقال هي كلمات { $author }، بلا تغيير. أما الخط الزمني والشخصيات والملاحظات والمصادر فمن عمل المحررين، وصور
    الوجوه رسوم.
# The same where portraits are photographs.
colophon-whole =
    كلمات المقال هي كلمات { $author }، بلا تغيير. أما الخط الزمني والشخصيات والملاحظات والمصادر فمن عمل المحررين.
colophon-some = كلمات المقال هي كلمات { $author }، بلا تغيير. أما ما حولها فمن عمل المحررين.
colophon-alone = كلمات المقال هي كلمات { $author }، بلا تغيير.
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = تحرير: { $names }.
colophon-license = رخصة ما أضافه المحررون: { $license }.
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = صور الشخصيات:
colophon-portrait = { $name }: { $credit }
portrait-credit = صورة الشخصية: { $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = نسختان من هذه الصفحة
# $names: who is erased.
censor-about =
    هذه الصفحة كما كان الرقيب سيتركها، وقد كُشط منها: { $names }. لا يضيع شيء: تبقى الكلمات تحت الكشط، وضغطة واحدة
    تعيدها.
copy-written = كما كُتبت
copy-censor = نسخة الرقيب
# Before a link to a note, as in note-titled.
censor-note = حدث هذا فعلًا. انظر
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
        [zero] شخصيات محذوفة ({ $names }): { $places }، و{ $events }، و{ $pictures }.
        [one] شخصية محذوفة ({ $names }): { $places }، و{ $events }، و{ $pictures }.
        [two] شخصيتان محذوفتان ({ $names }): { $places }، و{ $events }، و{ $pictures }.
        [few] شخصيات محذوفة ({ $names }): { $places }، و{ $events }، و{ $pictures }.
        [many] شخصيات محذوفة ({ $names }): { $places }، و{ $events }، و{ $pictures }.
       *[other] شخصيات محذوفة ({ $names }): { $places }، و{ $events }، و{ $pictures }.
    }
censor-places =
    { $count ->
        [zero] لا موضع في المقال
        [one] موضع واحد في المقال
        [two] موضعان في المقال
        [few] { $count } مواضع في المقال
        [many] { $count } موضعًا في المقال
       *[other] { $count } موضع في المقال
    }
# $gone of all $count events.
censor-events =
    { $gone ->
        [zero] لا حدث من أصل { $count }
        [one] حدث واحد من أصل { $count }
        [two] حدثان من أصل { $count }
        [few] { $gone } أحداث من أصل { $count }
        [many] { $gone } حدثًا من أصل { $count }
       *[other] { $gone } حدث من أصل { $count }
    }
censor-pictures =
    { $count ->
        [zero] لا صورة
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
# The same for assistive software, after it.
censor-text = النص نفسه لم يتغير.
censor-hold = رفع الصفحة إلى الضوء
censor-restore = استعادة

### Controls

tools = أدوات
close = إغلاق
search = بحث
search-page = البحث في هذه الصفحة
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = العرض
share = مشاركة
share-here = مشاركة
help = ما هذه الصفحة؟
follow-here = عرض أحداث هذه الشخصية
show-more = التفاصيل
# For assistive software, after show-more. $title: of the event.
show-more-of = : { $title }

## Display settings

theme = المظهر
theme-system = تلقائي
theme-light = فاتح
theme-dark = داكن
size = حجم النص
size-small = صغير
size-normal = عادي
size-large = كبير
size-larger = كبير جدًا
order = ترتيب الأحداث
order-time = حسب التاريخ
order-article = كما في المقال
settings-kept = تُحفظ على هذا الجهاز فقط.
forget-settings = مسح اختياراتي

## Controls of the timeline

lens-people = عرض أحداث
# A face among those, for assistive software: $name: whose.
face = أحداث { $name }
# What becomes of all other events.
others = الأحداث الأخرى
others-hide = مخفية
others-show = باهتة
years = السنوات
# The two handles on the chart, for assistive software.
years-from = من سنة
years-to = إلى سنة
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = المخطط
scale-broken = توسيع السنوات المزدحمة
scale-true = مقياس موحد
open-all = توسيع الكل
close-all = طي الكل

## The panel of addresses and citations

share-address = العنوان
copy-address = نسخ الرابط
share-device = مشاركة…
# The link mark beside a title. $title: of the entry.
copy-link-to = نسخ الرابط إلى «{ $title }»
# The button beside link-copied.
copied-more = الاستشهاد أو الطباعة
citation = نمط الاستشهاد
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = الجملة التي تقرؤها
share-citation = الاستشهاد
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = نسخ
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = : { $label }
share-files = لبرامج إدارة المراجع، وفي ملفات
export-files = الخط الزمني والمراجع في ملفات
export-files-citations = المراجع في ملفات
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = الخط الزمني بصيغة { $format }
export-citations = المراجع بصيغة { $format }
export-passages = ما قرأناه بصيغة { $format }
share-embed = عرضها في موقعك
share-embed-about = HTML. يمكن أن يأتي بعد «show=» { $parts } أو معرّف شخص أو حدث.
embed-of = من «{ $title }»، بقلم { $author }
embed-open = { $title } في الصفحة الكاملة
export-data = كل شيء في صورة بيانات
share-print = طباعة
print-article = المقال
print-notes = المقال مع الملاحظات
print-timeline = الخط الزمني كما يظهر
print-person = هذه الشخصية
print = كل شيء

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead =
    مقال في التاريخ، منقول حرفًا بحرف، مع ما يضيفه المحررون حوله: خط زمني وشخصيات وملاحظات ومصادر. كلمات المقال هي كلمات
    { $author }؛ وكل ما عداها لنا، ومعلَّم بأنه لنا، ويذكر مصدره.
# The same of an edition that adds less.
help-lead-some = مقال منقول حرفًا بحرف، مع ما يضيفه المحررون حوله. كلمات المقال هي كلمات { $author }.
help-lead-alone = مقال منقول حرفًا بحرف. كلماته هي كلمات { $author }.
help-links = اسم أو تاريخ أو رقم أو كلمة تحتها خط متقطع في المقال
help-links-text =
    يفتح بطاقة بجانب الجملة. ومن البطاقة يمكن الانتقال إلى بطاقات أخرى والرجوع منها؛ ويقود «المدخل كاملًا» إلى الموضع
    نفسه، وزر الرجوع في المتصفح إلى جملتك.
help-rail = الشريط بجانب النص
help-rail-text =
    يبيّن موقع هذا المقطع من الزمن. لكل جزء منه مقياس ثابت، والشرطتان المائلتان انقطاع. اسحب فوقه للاقتصار على بضع
    سنوات. أشر إلى علامة لترى أي حدث هي؛ والضغط عليها يقود إليه.
help-follow = وجه فوق الخط الزمني
help-follow-text =
    يعرض أحداث تلك الشخصية وحدها مع العمر عند كل منها، ويبرز مواضعها في المقال. اختر وجهًا ثانيًا لترى ما يجمع الاثنين.
help-address = العنوان
help-address-text =
    يصف ما تراه: انسخه فيرى غيرك الشيء نفسه. أما العنوان المجرد فيُفتح بترتيب الأحداث الذي اختاره كل قارئ.
help-keys = المفاتيح
help-key-tab = Tab، Shift+Tab
help-key-tab-text = إلى الرابط أو الزر التالي، والعودة؛ ومن الرابط المفتوح إلى بطاقته
help-key-enter = Enter
help-key-enter-text = يفتح البطاقة ويغلقها، ويتبع الرابط
help-key-escape = Esc
help-key-escape-text = يغلق البطاقة أو البحث أو هذه المساعدة
help-key-search = Ctrl+K أو Cmd+K
help-key-search-text = للبحث
help-key-arrows = السهمان لأعلى ولأسفل
help-key-arrows-text = في البحث: بين النتائج؛ وعلى الشريط: بين الأحداث
help-key-arrows-search = في البحث: بين النتائج
help-key-wheel = Ctrl أو Cmd مع عجلة الفأرة
help-key-wheel-text = فوق الشريط أو المخطط: سنوات أقل أو أكثر
help-key-back = Alt+السهم الأيسر
help-key-back-text = للرجوع إلى حيث كنت
help-privacy = لا شيء مما تفعله هنا يغادر هذه الصفحة. وما تختاره يبقى على هذا الجهاز.

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead =
    أحداث يرويها المقال: { $article }. أحداث نضيفها للسياق: { $context }. يقول التاريخ ما هو معروف ولا يزيد{ $month ->
        [none] .
       *[other] : «{ $month }» شهر كامل.
    }
# The time axis beside the article.
rail = الموضع على الخط الزمني
# A mark on a drawing.
event-mark = { $date }: { $title }
event-context = سياق: لا يرويه المقال
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name }، { $age }
lives-about =
    كل الأحداث، وتحتها خطوط حياة من وقعت في زمنهم. العلامة على خط حياة حدث شارك فيه صاحبه، والقصيرة سياق نضيفه نحن.
    والخط الذي يبلغ الحافة، أو ينتهي عندها برأس مدبب، يمتد وراءها.
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = { $year }
# What folds the lives that little happened in. $count: how many.
lives-more =
    { $count ->
        [zero] لا حياة أخرى
        [one] حياة أخرى
        [two] حياتان أخريان
        [few] { $count } حيوات أخرى
        [many] { $count } حياة أخرى
       *[other] { $count } حياة أخرى
    }
# Under the chart while it is drawn to true scale.
true-note = بمقياس موحد: كل السنوات على المخطط متساوية العرض.
# The years of birth and death.
life-years = { $from }–{ $to }
# In their place, of somebody who is alive.
life-born = سنة الولادة { $year }
life-since = سنة التأسيس { $year }

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive =
    { $count ->
        [zero] العمر أقل من سنة
        [one] العمر سنة واحدة
        [two] العمر سنتان
        [few] العمر { $count } سنوات
        [many] العمر { $count } سنة
       *[other] العمر { $count } سنة
    }
# The age is one of the two, or lies between them.
age-range =
    { $to ->
        [zero] العمر { $from }–{ $to } سنة
        [one] العمر { $from }–{ $to } سنة
        [two] العمر { $from }–{ $to } سنة
        [few] العمر { $from }–{ $to } سنوات
        [many] العمر { $from }–{ $to } سنة
       *[other] العمر { $from }–{ $to } سنة
    }
# Where the birth, or the other date, is approximate or uncertain.
age-about =
    { $count ->
        [zero] العمر أقل من سنة تقريبًا
        [one] العمر سنة واحدة تقريبًا
        [two] العمر سنتان تقريبًا
        [few] العمر { $count } سنوات تقريبًا
        [many] العمر { $count } سنة تقريبًا
       *[other] العمر { $count } سنة تقريبًا
    }
# The same of a longer time.
age-about-range =
    { $to ->
        [zero] العمر { $from }–{ $to } سنة تقريبًا
        [one] العمر { $from }–{ $to } سنة تقريبًا
        [two] العمر { $from }–{ $to } سنة تقريبًا
        [few] العمر { $from }–{ $to } سنوات تقريبًا
        [many] العمر { $from }–{ $to } سنة تقريبًا
       *[other] العمر { $from }–{ $to } سنة تقريبًا
    }
# They had died within the year before.
age-dead = بعد الوفاة
age-dead-years =
    { $count ->
        [zero] بعد الوفاة
        [one] بعد الوفاة بسنة
        [two] بعد الوفاة بسنتين
        [few] بعد { $count } سنوات من الوفاة
        [many] بعد { $count } سنة من الوفاة
       *[other] بعد { $count } سنة من الوفاة
    }
age-dead-range =
    { $to ->
        [zero] بعد { $from }–{ $to } سنة من الوفاة
        [one] بعد { $from }–{ $to } سنة من الوفاة
        [two] بعد { $from }–{ $to } سنة من الوفاة
        [few] بعد { $from }–{ $to } سنوات من الوفاة
        [many] بعد { $from }–{ $to } سنة من الوفاة
       *[other] بعد { $from }–{ $to } سنة من الوفاة
    }

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = أماكن إقامة { $name }
# $count: the stops with a place. $years: as 1928–1940.
journey-lead =
    { $name }، { $years }:{" "}{ $count ->
        [zero] لا محطات
        [one] محطة واحدة
        [two] محطتان
        [few] { $count } محطات
        [many] { $count } محطة
       *[other] { $count } محطة
    }، والأرقام بحسب ترتيبها. وحيث لا يُعرف شيء لا يُرسم شيء.
map-about =
    يصل الخط المحطات بحسب ترتيبها، وليس هو الطريق الفعلي. وحيث يخرج من الرسم يدل رقم على المحطة التي يقصدها.
map-uncertain = رقم مفرغ: التواريخ غير مؤكدة.
map-ring = حلقة: قد يقع المكان في أي موضع داخلها.
# A mark on the map or the strip.
stop-mark = { $number }: { $place }، { $date }
# Instead of a place.
stop-way = في الطريق
# How far the true place may be from its point on the map.
stop-within =
    { $count ->
        [zero] نقطتنا دقيقة.
        [one] قد تبعد نقطتنا عن المكان الصحيح كيلومترًا واحدًا.
        [two] قد تبعد نقطتنا عن المكان الصحيح كيلومترين.
        [few] قد تبعد نقطتنا عن المكان الصحيح { $count } كيلومترات.
        [many] قد تبعد نقطتنا عن المكان الصحيح { $count } كيلومترًا.
       *[other] قد تبعد نقطتنا عن المكان الصحيح { $count } كيلومتر.
    }
# Over the bars by country.
whereabouts-about = أماكن { $name }، بمقياس الزمن. الفراغ: في الطريق أو غير معروف. الباهت: التاريخ غير مؤكد.

### Entries

people-lead = أشخاص يسميهم المقال أو يقصدهم، وآخرون يقفون وراء ما يرويه.
notes-lead =
    حيث تختلف المصادر عن المقال، وحيث يكون ما يقوله موضع خلاف. وتبقى كلمات المقال كما هي.
terms-lead = كلمات ذلك العصر، بإيجاز.
sources-lead =
    يستند ما يضيفه المحررون إلى ما قرؤوه من هذه المؤلفات. ويُذكر عند كل منها مقدار ما قُرئ منه والغرض من قراءته.
# The works by how far they were read; each is followed by their number.
sources-whole = قُرئ كاملًا
sources-part = قُرئ جزء منه
sources-excerpt = قُرئ مقتطف منه
# Works of which it is not known what was read.
sources-cited = مؤلفات مستشهد بها
note-correction = تصويب
note-comment = تعليق
note-term = مصطلح
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = في المقال
note-record = في المصادر
note-numbered = { $kind } { $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = ملاحظات الكاتب
# The mark of such a note in the text.
own-note = ملاحظة الكاتب { $number }
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = الرجوع إلى العلامة { $place } لملاحظة الكاتب { $number }
# What a table is called that scrolls on a narrow screen.
table = جدول
# A note with its title. $note: one of the above.
note-titled = { $note }: { $title }
source-online = القراءة على الإنترنت
# The places on the page whose statements rest on a work. $count: how many.
source-uses =
    { $count ->
        [zero] غير مستخدم في أي مدخل
        [one] مستخدم في مدخل واحد
        [two] مستخدم في مدخلين
        [few] مستخدم في { $count } مداخل
        [many] مستخدم في { $count } مدخلًا
       *[other] مستخدم في { $count } مدخل
    }
# How much of a work was read. $date: a day.
read-whole = قُرئ كاملًا، { $date }
read-part = قُرئ جزء منه، { $date }
read-excerpt = قُرئ مقتطف منه، { $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read }: { $places }
further-title = للاستزادة
further-lead = لم نفتح هذه المؤلفات، ولا يستند إليها شيء هنا.
## The figure of who was left

left-title = من بقي
left-about =
    الإطار الفارغ لمن رُمي بالرصاص أو قُتل أو أُعدم. والوجه الباهت لمن مات بطريقة أخرى، أو لمن لا تُعرف طريقة موته
    يقينًا.
# Of the first year. $count: how many.
left-all =
    { $count ->
        [zero] لا أحد على قيد الحياة.
        [one] شخص واحد على قيد الحياة.
        [two] كلاهما على قيد الحياة.
        [few] الجميع على قيد الحياة، وعددهم { $count }.
        [many] الجميع على قيد الحياة، وعددهم { $count }.
       *[other] الجميع على قيد الحياة، وعددهم { $count }.
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how }: { $names }.
left-natural = وفاة
left-murdered = قتلًا
left-executed = إعدامًا
left-shot = رميًا بالرصاص
left-suicide = انتحارًا
left-disputed = وفاة اختُلف في سببها
# After who died in a year. $count: how many others live.
left-count =
    { $count ->
        [zero] لم يبق أحد
        [one] بقي واحد
        [two] بقي اثنان
        [few] بقي { $count }
        [many] بقي { $count }
       *[other] بقي { $count }
    }
# Under the last year.
left-names = من بقي: { $names }.
# Whose death has no date. $names: one or several.
left-out = لم يُعرض لأننا لا نعرف تاريخ الوفاة: { $names }.

# $source: author and year of a work that names the other.
further-named = مذكور في { $source }
# Before the name that somebody was born with, and before other spellings.
name-born = الولادة: { $name }
name-also = ويُكتب أيضًا { $names }
# A place that has another name today.
place-now = { $name }، حاليًا { $now }

## Facts of an entry

fact-where = المكان
fact-who = من
fact-in-article = في المقال
fact-sources = المصادر
fact-born = الولادة
fact-contested = المصادر مختلفة
fact-died = الوفاة
fact-founded = التأسيس
fact-dissolved = الحل
fact-fate = المصير
fact-notes = الملاحظات
fact-offices = المناصب
fact-relations = العلاقات
fact-stays = الرحلة
fact-detail = تفصيل
fact-events = الأحداث

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = حينها: { $what }
here-ally = تحالف مع { $name } ({ $date })
here-rival = منافسة مع { $name } ({ $date })
here-enemy = عداء مع { $name } ({ $date })
here-family = قرابة مع { $name } ({ $date })
here-own = { $stance }: { $name } ({ $date })

## How somebody died

manner-natural = لأسباب طبيعية
manner-murdered = قتلًا
manner-executed = إعدامًا بحكم محكمة
manner-shot = رميًا بالرصاص بلا حكم معلن
manner-suicide = انتحارًا
manner-disputed = السبب موضع خلاف

## How a value of a contested fact stands

claim-accepted = معتمد هنا
claim-disputed = موضع خلاف
claim-rejected = مرفوض

## The edition itself

about-title = عن هذه الطبعة
about-report =
    هل وجدت خطأ؟ انسخ عنوان المدخل وأرسله إلى المحررين مع ما تعرفه.
# A link after about-report.
about-contact = مراسلة المحررين
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }، { $date }: ما صححناه ({ $count })

## How somebody stood to somebody else

stance-ally = تحالف
stance-rival = منافسة
stance-enemy = عداء
stance-family = قرابة
# Of the line on each person's card. $name: of the protagonist.
stance-legend =
    يبيّن الخط على كل بطاقة العلاقة مع { $name }: ما فوقه تحالف، وما تحته خصومة تشتد كلما نزل، وما عليه قرابة.
stance-above = وفوقه أيضًا:
stance-under = وتحته أيضًا:
stance-on = وعليه أيضًا:
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what } ({ $count })
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = وفاة، { $age }
end-murdered = قتلًا، { $age }
end-executed = إعدامًا، { $age }
end-shot = رميًا بالرصاص، { $age }
end-suicide = انتحارًا، { $age }
end-disputed = وفاة، { $age }، اختُلف في سببها

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# A year: 1921
edtf-year = { $year }
# 8 March 1921
edtf-day = { $day } { $month } { $year }
# March 1921, autumn 1921
edtf-month = { $month } { $year }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $day } { $month }
# The same within a month: 8–16 March 1921
edtf-day-alone = { $day }
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $month } في { $years }
edtf-about = نحو { $date }
edtf-uncertain = { $date } (غير مؤكد)
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }–{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from } – { $to }
edtf-since = منذ { $date }
edtf-until = حتى { $date }
edtf-end-unknown = من { $date }، والنهاية غير معروفة
edtf-start-unknown = حتى { $date }، والبداية غير معروفة
edtf-before-christ = { $year } ق.م
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = { $year } م
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }، { $to }
edtf-or = { $from } أو { $to }
edtf-between = بين { $from } و{ $to }
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date } ({ $old } بالتقويم اليولياني)
edtf-decade = عقد { $year }
edtf-century =
    { $number ->
        [1] القرن الأول
        [2] القرن الثاني
        [3] القرن الثالث
        [4] القرن الرابع
        [5] القرن الخامس
        [6] القرن السادس
        [7] القرن السابع
        [8] القرن الثامن
        [9] القرن التاسع
        [10] القرن العاشر
        [11] القرن الحادي عشر
        [12] القرن الثاني عشر
        [13] القرن الثالث عشر
        [14] القرن الرابع عشر
        [15] القرن الخامس عشر
        [16] القرن السادس عشر
        [17] القرن السابع عشر
        [18] القرن الثامن عشر
        [19] القرن التاسع عشر
        [20] القرن العشرون
        [21] القرن الحادي والعشرون
       *[other] القرن { $number }
    }
    .of =
        { $number ->
            [1] القرن الأول
            [2] القرن الثاني
            [3] القرن الثالث
            [4] القرن الرابع
            [5] القرن الخامس
            [6] القرن السادس
            [7] القرن السابع
            [8] القرن الثامن
            [9] القرن التاسع
            [10] القرن العاشر
            [11] القرن الحادي عشر
            [12] القرن الثاني عشر
            [13] القرن الثالث عشر
            [14] القرن الرابع عشر
            [15] القرن الخامس عشر
            [16] القرن السادس عشر
            [17] القرن السابع عشر
            [18] القرن الثامن عشر
            [19] القرن التاسع عشر
            [20] القرن العشرين
            [21] القرن الحادي والعشرين
           *[other] القرن { $number }
        }
month-january = يناير
month-february = فبراير
month-march = مارس
month-april = أبريل
month-may = مايو
month-june = يونيو
month-july = يوليو
month-august = أغسطس
month-september = سبتمبر
month-october = أكتوبر
month-november = نوفمبر
month-december = ديسمبر
edtf-spring = ربيع
edtf-summer = صيف
edtf-autumn = خريف
edtf-winter = شتاء

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date }. { $summary }

### Words in the files

## The columns of a table

export-id = id
# EDTF is the standard in which the dates are written there.
export-edtf = التاريخ (EDTF)
export-date = التاريخ بالكلمات
export-title = العنوان
export-text = النص
export-place = المكان
export-people = الشخصيات
export-sources = المصادر
export-group = المجموعة
export-address = الرابط
export-work = المؤلَّف
export-at = الموضع في المؤلَّف
export-read = تاريخ القراءة
# How much was read: whole, part, excerpt.
export-extent = مقدار ما قُرئ
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = الدرجة
export-says = ما يقوله، بكلماتنا
export-rests = ما يستند إليه

## What events are grouped under

export-in-article = يرويه المقال
export-context = سياق

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact = { $date }. لا يعرف التقويم سوى أيام محددة، ولذلك يعرض أيامًا أو شهورًا أو سنوات كاملة.
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = لم تُدرج، لأن التقويم لا يعرف إلا السنوات من 1 إلى 9999: { $events }.

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = بيانات «{ $title }»
data-intro = كل ما تقوله الصفحة، في ملفات تقرؤها برامج أخرى ويمكن حفظها من دونها. أسماء الحقول والأعمدة والعناصر بالإنجليزية في كل اللغات.
# What the files are.
data-story = القصة كاملة
data-schema = القواعد التي تلتزم بها القصة كاملة
data-tei = المقال وحواشيه والأشخاص والأحداث والمصادر بصيغة TEI
data-annotations = الحواشي، كل منها مع الكلمات التي تتعلق بها (Web Annotations)
data-places = أين وقع ذلك (GeoJSON)
data-table = جدول
data-picture = صورة أو صوت أو فيلم من الصفحة
data-epub = المقال مع حواشيه في كتاب
data-manifest = قائمة كل الملفات مع بصماتها ورخصها وأعمدة الجداول
# $license: its name, or data-license-unknown.
data-license-article = رخصة المقال: { $license }
data-license-edition = رخصة ما يضيفه المحررون: { $license }
data-license-unknown = غير مذكورة؛ يرجى السؤال
data-back = عودة إلى الصفحة
epub-contents = المحتويات
epub-cover = الغلاف

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = ليس في هذه الصفحة شيء باسم «{ $name }» الذي يطلبه العنوان.
card-back = الرجوع إلى { $title }
card-go = المدخل كاملًا
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = أحداث { $name }:{" "}
lens-sharing = ما يجمع { $first } و{ $second }:{" "}
lens-events =
    { $count ->
        [zero] لا أحداث من أصل { $total }
        [one] حدث واحد من أصل { $total }
        [two] حدثان من أصل { $total }
        [few] { $count } أحداث من أصل { $total }
        [many] { $count } حدثًا من أصل { $total }
       *[other] { $count } حدث من أصل { $total }
    }
lens-years = ، { $from }–{ $to }
lens-scope = ، دون السياق
lens-sentences =
    { $count ->
        [zero] ؛ لا جمل من المقال
        [one] ؛ جملة واحدة من المقال
        [two] ؛ جملتان من المقال
        [few] ؛ { $count } جمل من المقال
        [many] ؛ { $count } جملة من المقال
       *[other] ؛ { $count } جملة من المقال
    }
# Ends the line.
lens-end = .
lens-timeline = إلى الأحداث
lens-clear = مسح
between-title = { $first } و{ $second }
between-none = لا تروي الصفحة عما كان بينهما شيئًا سوى ما يلي.
followed-places = في المقال: { $count }
search-hint = المقال والشخصيات والأحداث والملاحظات والمصادر.
search-count =
    { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
search-results = النتائج
search-people = الشخصيات
search-events = الأحداث
search-notes = الملاحظات والمصطلحات
search-sources = المصادر
search-article = المقال
# Sections of the page, and tools such as printing.
search-ways = في هذه الصفحة
# What is shown where nothing matches. $query: what was typed.
search-none = لا نتائج عن «{ $query }» في المقال أو الخط الزمني أو الشخصيات أو الملاحظات أو المصادر.
search-nearest = الأقرب
# Before anything was typed: what one could ask.
search-suggestions = جرّب
# The first answer to a query of one year, or of two.
search-year =
    { $count ->
        [zero] عرض { $from } على الخط الزمني (لا أحداث)
        [one] عرض { $from } على الخط الزمني (حدث واحد)
        [two] عرض { $from } على الخط الزمني (حدثان)
        [few] عرض { $from } على الخط الزمني ({ $count } أحداث)
        [many] عرض { $from } على الخط الزمني ({ $count } حدثًا)
       *[other] عرض { $from } على الخط الزمني ({ $count } حدث)
    }
search-years =
    { $count ->
        [zero] عرض { $from }–{ $to } على الخط الزمني (لا أحداث)
        [one] عرض { $from }–{ $to } على الخط الزمني (حدث واحد)
        [two] عرض { $from }–{ $to } على الخط الزمني (حدثان)
        [few] عرض { $from }–{ $to } على الخط الزمني ({ $count } أحداث)
        [many] عرض { $from }–{ $to } على الخط الزمني ({ $count } حدثًا)
       *[other] عرض { $from }–{ $to } على الخط الزمني ({ $count } حدث)
    }
# The first answer to the names of two people.
search-together =
    { $count ->
        [zero] { $first } و{ $second } على الخط الزمني (لا أحداث مشتركة)
        [one] { $first } و{ $second } على الخط الزمني (حدث مشترك واحد)
        [two] { $first } و{ $second } على الخط الزمني (حدثان مشتركان)
        [few] { $first } و{ $second } على الخط الزمني ({ $count } أحداث مشتركة)
        [many] { $first } و{ $second } على الخط الزمني ({ $count } حدثًا مشتركًا)
       *[other] { $first } و{ $second } على الخط الزمني ({ $count } حدث مشترك)
    }
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    من ما ماذا متى أين اين كيف لماذا لم لماذا هل أي اي أية كم هو هي هم هما هن أنا انا نحن أنت انت أنتم في على إلى الى عن
    مع بين قبل بعد حتى منذ خلال عند لدى حول ضد دون أو او و ثم أم ام لكن بل إن ان أن لأن لان إذا اذا كان كانت كانوا يكون
    تكون قد لا لن ليس ليست هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللذان حدث حدثت يحدث جرى وقع فعل فعلت كل بعض
    أخبرني اخبرني أرني ارني ابحث اعرض سنة عام سنوات أعوام اعوام
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    عمر العمر سن عمره عمرها أكبر أصغر اكبر اصغر; اغتيال الاغتيال اغتال اغتالوا اغتيل قتل القتل قاتل القاتل قتلة مقتل
    قتلوا مقتله; ولد ولدت ولادة الولادة ميلاد الميلاد مولد مولده مولود; مات ماتت توفي توفيت وفاة الوفاة وفاته موت الموت
    موته ميت; إعدام الإعدام اعدام الاعدام أعدم أعدموا رمي الرصاص رميا; زوجة زوجته الزوجة زوج زوجها الزوج زوجات زواج تزوج
    تزوجت; ابن ابنه أبناء ابناء ولد أولاد اولاد ابنة ابنته بنت أطفال اطفال; مرض المرض مرضه مريض جلطة سكتة; رسالة رسائل
    خطاب وصية الوصية وصيته; منفى المنفى نفي النفي نفوه منفي إبعاد ابعاد ترحيل; سلاح السلاح أداة اداة فأس الفأس فاس معول
    المعول
# Words that stand for whom the article names most.
search-pronouns = هو له به إليه عنه منه
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = المقال مقال النص نص القصة قصة الأصل الاصل قراءة اقرأ
way-timeline-words = الخط الزمني خط زمني تسلسل أحداث الأحداث احداث الاحداث تواريخ التواريخ تقويم تاريخ سنوات السنوات
way-people-words = الشخصيات شخصيات شخصية أشخاص الأشخاص اشخاص أسماء الأسماء اسماء صور وجوه من
way-notes =
    { $count ->
        [zero] ما أخطأ فيه المقال: لا تصويبات
        [one] ما أخطأ فيه المقال: تصويب واحد
        [two] ما أخطأ فيه المقال: تصويبان
        [few] ما أخطأ فيه المقال: { $count } تصويبات
        [many] ما أخطأ فيه المقال: { $count } تصويبًا
       *[other] ما أخطأ فيه المقال: { $count } تصويب
    }
way-notes-words =
    خطأ خطا الخطأ أخطاء اخطاء الأخطاء غلط خاطئ غير صحيح دقيق دقة تصحيح التصحيح تصويب تصويبات تعليق ملاحظة ملاحظات
    الملاحظات حقيقة حقائق الحقائق تحقق صحة
way-terms-words = مسرد معجم مصطلح مصطلحات المصطلحات كلمات مفردات تعريف تعريفات معنى معاني
way-sources-words = مصادر المصادر مصدر مراجع المراجع مرجع ببليوغرافيا كتب الكتب مؤلفات أدلة ادلة
way-journey-words = خريطة الخريطة خرائط منفى المنفى رحلة الرحلة طريق الطريق مسار محطات أسفار سفر أماكن اماكن انتقل أين اين
way-about-words = عن حول طبعة الطبعة محررون المحررون محرر مؤلفون أعد
way-share-words =
    مشاركة شارك رابط الرابط استشهاد الاستشهاد اقتباس اقتبس إرسال ارسال أرسل bibtex zotero apa mla chicago تصدير تنزيل
    تحميل csv
way-print = طباعة الصفحة
way-print-words = طباعة الطباعة اطبع طابعة pdf ورق
way-dark = مظهر داكن
way-dark-words = داكن مظلم أسود اسود ليل ليلي وضع مظهر ألوان الوان سمة
way-light = مظهر فاتح
way-light-words = فاتح مضيء أبيض ابيض نهار نهاري ساطع وضع مظهر ألوان الوان سمة
way-large = نص أكبر
way-large-words = خط حجم النص نص حروف كبير أكبر اكبر تكبير صغير تصغير
way-censor-words = رقيب الرقيب رقابة الرقابة نسخة النسخة محو حذف كشط محذوف طرس palimpsest
way-help-words = مساعدة المساعدة كيف يعمل مفاتيح لوحة اختصارات تعليمات دليل شرح
link-copied = نُسخ الرابط
link-refused = لم يسمح المتصفح بالنسخ.
share-copied = تم النسخ.
share-refused = لم يسمح المتصفح بذلك. النص محدد، ويمكنك نسخه.
quotation = «{ $text }»

### When the program stops

stopped = توقف جزء من هذه الصفحة عن العمل. ولا تزال قراءتها كاملة ممكنة.
stopped-reload = إعادة التحميل
