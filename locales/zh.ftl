# The words of the interface in Simplified Chinese, in the format of Project Fluent (https://projectfluent.org/fluent/guide/).
#
# A text stands on one line, because a line break would be a space in it. Punctuation is of full width; quotation marks are
# “…”, spans of years have 一字线 (—) as GB/T 15834 asks. Latin words have a space on both sides, digits have none. Nouns
# have no plural, so that a text with a number rarely needs a choice.

### The page and its parts

skip-link = 跳到文章
# Before a part of the page, for the keyboard. $part: the name of the next part, as in the bar.
skip-part = 跳到：{ $part }
edition-name = Palimpsest
reading-time = { $count }分钟
parts = 页面各部分
parts-article = 文章
parts-map = 地图
parts-about = 关于
# What the edition is, at the top of the page. $minutes: as in reading-time. $what: the counts below, with commas.
intro-label = 这是什么？
intro-what = 一篇逐字照录的文章，读完需{ $minutes }；文章周围是史料所载：{ $what }。
# Of an edition that adds nothing.
intro-alone = 一篇逐字照录的文章，读完需{ $minutes }。
# What intro-what counts, as far as there is any.
intro-events = { $count }个事件
intro-people = { $count }位人物
intro-notes = { $count }条注释
# Then three links, each in the form that such links have in the article: Tap a name, a date or a number.
intro-tap = 点按
intro-name = 人名
intro-date = 日期
intro-or = 或
intro-number = 数字
# The doors. $minutes: as in reading-time. $years: as 1917–1940. $count: of corrections.
door-read = 阅读（{ $minutes }）
door-years = { $years }，逐年展开
door-timeline = 逐年展开
door-days = 逐日展开
door-wrong = 文章有误之处：{ $count }
timeline-title = 时间线
people-title = 人物
notes-title = 注释
terms-title = 术语
sources-title = 资料来源
# A label before everything that the editors, and not the author, have written.
editors = 编者
draft = 草稿
draft-lacks =
    { $count ->
        [0] 本版仍在编写中。
       *[other] 本版仍在编写中：有 { $count } 处陈述尚无来源。
    }
draft-place =
    { $count ->
       *[other] { $file }，第 { $lines } 行
    }
# $author: who wrote the article.
# Of an edition that has all of these; of one that has some, and of one that has none.
colophon = 文章文字出自{ $author }，未作改动。时间线、人物、注释和资料来源由编者整理；肖像均为绘画。
# The same where portraits are photographs.
colophon-whole = 文章文字出自{ $author }，未作改动。时间线、人物、注释和资料来源由编者整理。
colophon-some = 文章文字出自{ $author }，未作改动。其余内容由编者整理。
colophon-alone = 文章文字出自{ $author }，未作改动。
# $names: persons and bodies. $license: a short name of a license, or an address.
colophon-editors = 编者：{ $names }。
colophon-license = 编者补充内容的许可：{ $license }。
# Before a list of who made the portraits. $name: a person. $credit: who made the portrait and under what license.
colophon-portraits = 肖像：
colophon-portrait = { $name }：{ $credit }
portrait-credit = 肖像：{ $credit }

### The censor’s copy
#
# A choice under the article: to see the page as a censor would leave it, without the people whom the story names.

censor = 本页的两个版本
# $names: who is erased.
censor-about = 看看审查官会把本页变成什么样：{ $names }已被刮去。什么也没有丢失：文字仍在底下，按一下即可恢复。
copy-written = 原貌
copy-censor = 审查官的版本
# Before a link to a note, as in note-titled.
censor-note = 确有其事。参见
# What the bar says, after copy-censor and a full stop. $count: how many people are erased, $names: who they are; $places,
# $events and $pictures: where they were, as in the next three.
censor-gone =
    { $count ->
       *[other] { $names }已被抹去：{ $places }，{ $events }，{ $pictures }。
    }
censor-places = 文章中{ $count }处
# $gone of all $count events.
censor-events = { $count }个事件中的{ $gone }个
censor-pictures = 图片{ $count }幅
# The same for assistive software, after it.
censor-text = 文字本身并未改动。
censor-hold = 对着光看
censor-restore = 恢复

### Controls

tools = 工具
close = 关闭
search = 搜索
search-page = 在本页中搜索
# The keys that open the search, as they are printed on a keyboard.
search-keys = Ctrl K
display = 显示
share = 分享
share-here = 分享
help = 这是什么？
follow-here = 显示相关事件
show-more = 详情
# For assistive software, after show-more. $title: of the event.
show-more-of = ：{ $title }

## Display settings

theme = 颜色
theme-system = 自动
theme-light = 浅色
theme-dark = 深色
size = 文字大小
size-small = 小
size-normal = 标准
size-large = 大
size-larger = 特大
order = 事件顺序
order-time = 按日期
order-article = 按文章顺序
settings-kept = 仅保存在此设备上。
forget-settings = 清除我的选择

## Controls of the timeline

lens-people = 显示谁的事件
# A face among those, for assistive software: $name: whose.
face = { $name }的事件
# What becomes of all other events.
others = 其他事件
others-hide = 隐藏
others-show = 淡化
years = 年份
# The two handles on the chart, for assistive software.
years-from = 起始年份
years-to = 结束年份
# How the years of the chart are drawn: most of a story may fall into a few of them.
measure = 图表
scale-broken = 展宽密集年份
scale-true = 等比例
open-all = 全部展开
close-all = 全部收起

## The panel of addresses and citations

share-address = 网址
copy-address = 复制链接
share-device = 分享…
# The link mark beside a title. $title: of the entry.
copy-link-to = 复制“{ $title }”的链接
# The button beside link-copied.
copied-more = 引用或打印
citation = 引文样式
citation-chicago = Chicago
citation-mla = MLA
citation-apa = APA
share-sentence = 您正在读的句子
share-citation = 引文
share-bibtex = BibTeX
share-csl = CSL-JSON
share-copy = 复制
# For assistive software, after share-copy. $label: what is copied.
share-copy-of = ：{ $label }
share-files = 文献管理软件与文件
export-files = 时间线和参考文献的文件
export-files-citations = 参考文献的文件
# The files. $format: the name of the format, as CSV or BibTeX.
export-timeline = 时间线（{ $format }）
export-citations = 参考文献（{ $format }）
export-passages = 编者所读（{ $format }）
share-embed = 在自己的网站上展示
share-embed-about = HTML。“show=”之后可以写 { $parts }，或人物、事件的标识符。
embed-of = 出自“{ $title }”，作者：{ $author }
embed-open = 在完整页面上查看：{ $title }
export-data = 全部数据
share-print = 打印
print-article = 文章
print-notes = 文章与注释
print-timeline = 当前显示的时间线
print-person = 此人物
print = 全部

## Help. The first of two is a term, the second says what it does.

# $author: who wrote the article.
help-lead = 一篇历史文章，逐字照录，编者在其周围添加了时间线、人物、注释和资料来源。文章文字出自{ $author }；其余均出自编者，皆有标明，并注明来源。
# The same of an edition that adds less.
help-lead-some = 一篇文章，逐字照录，编者在其周围添加了内容。文章文字出自{ $author }。
help-lead-alone = 一篇文章，逐字照录。文字出自{ $author }。
help-links = 文章中的人名、日期、数字或带虚线的词语
help-links-text = 会在句子旁打开一张卡片。从卡片可以转到其他卡片，也可以返回；“完整条目”带您到条目本身，浏览器的“后退”带您回到原来的句子。
help-rail = 文字旁的时间条
help-rail-text = 标出这段文字所处的时间。每一段各按比例绘制，两道斜线表示中断。在上面拖动，可以只看其中几年。指向一个标记，可以看到它是哪个事件；按下即可前往。
help-follow = 时间线上方的头像
help-follow-text = 只显示此人的事件，并注明当时的年龄，同时标亮文章中提到此人之处。再选一个头像，可以看到两人共有的事件。
help-address = 网址
help-address-text = 说明您看到的是什么：复制它，别人便会看到同样的内容。不带附加部分的网址，按每位读者自己选择的事件顺序打开。
help-keys = 按键
help-key-tab = Tab、Shift+Tab
help-key-tab-text = 移到下一个链接或按钮，或移回上一个；从已打开的链接进入其卡片
help-key-enter = Enter
help-key-enter-text = 打开卡片，关闭卡片，打开链接
help-key-escape = Esc
help-key-escape-text = 关闭卡片、搜索或本说明
help-key-search = Ctrl+K 或 Cmd+K
help-key-search-text = 搜索
help-key-arrows = 上、下方向键
help-key-arrows-text = 搜索时逐个查看结果，在时间条上逐个查看事件
help-key-arrows-search = 搜索时逐个查看结果
help-key-wheel = Ctrl 或 Cmd 加滚轮
help-key-wheel-text = 在时间条或图表上减少或增加年份
help-key-back = Alt+左方向键
help-key-back-text = 回到原来的位置
help-privacy = 您在这里做的一切都不会离开本页。您的选择只保存在此设备上。

### The timeline

# How many events are in the article, and how many the editors add. $month: of an event, or none.
timeline-lead = 文章讲述的事件：{ $article }。编者为交代背景而补充的事件：{ $context }。日期只写已知的部分，不多写{ $month ->
        [none] 。
       *[other] ：“{ $month }”就是一个月。
    }
# The time axis beside the article.
rail = 时间线上的位置
# A mark on a drawing.
event-mark = { $date }：{ $title }
event-context = 背景：文章未述及
# Who had a part in an event, and how old they were: $age is age-alive, age-range, age-about or one of the age-dead messages.
event-age = { $name }，{ $age }
lives-about = 上方是全部事件，下方是事件所涉各人的一生。人生线上的标记是有此人参与的事件；短标记是编者补充的背景。人生线若延伸到边缘，或在边缘收成尖端，则在图外仍有延续。
# A year between the round ones, where there is little room. $year: its last two digits.
year-short = { $year }
# What folds the lives that little happened in. $count: how many.
lives-more = 另外{ $count }人的一生
# Under the chart while it is drawn to true scale.
true-note = 等比例绘制：图上每一年宽度相同。
# The years of birth and death.
life-years = { $from }—{ $to }
# In their place, of somebody who is alive.
life-born = 生于{ $year }
life-since = 自{ $year }起

## How old somebody was. Lowercase: it follows a name or a date.

# $count: years.
age-alive = { $count }岁
# The age is one of the two, or lies between them.
age-range = { $from }至{ $to }岁
# Where the birth, or the other date, is approximate or uncertain.
age-about = 约{ $count }岁
# The same of a longer time.
age-about-range = 约{ $from }至{ $to }岁
# They had died within the year before.
age-dead = 去世后不满一年
age-dead-years = 去世后{ $count }年
age-dead-range = 去世后{ $from }至{ $to }年

### Where somebody lived

# The heading, where the story has none of its own.
journey-title = { $name }住过的地方
# $count: the stops with a place. $years: as 1928–1940.
journey-lead = { $name }，{ $years }：共{ $count }站，按先后编号。未知之处不画。
map-about = 连线按先后连接各站，并非实际路线。连线伸出图外之处，数字表示通往哪一站。
map-uncertain = 空心数字：日期不确定。
map-ring = 圆圈：地点可能在圈内任何一处。
# A mark on the map or the strip.
stop-mark = { $number }：{ $place }，{ $date }
# Instead of a place.
stop-way = 途中
# How far the true place may be from its point on the map.
stop-within = 图上的点可能偏差{ $count }公里。
# Over the bars by country.
whereabouts-about = { $name }身在何处，按比例绘制。空白：途中或不详。浅色：日期不确定。

### Entries

people-lead = 文章点名或暗指的人，以及文章所述之事背后的其他人。
notes-lead = 史料与文章不符之处，以及文章的说法有争议之处。文章文字保持原样。
terms-lead = 当时的用语，简要说明。
sources-lead = 编者补充的内容，均以在这些著作中读到的为依据。每部著作都注明读了多少、为何而读。
# The works by how far they were read; each is followed by their number.
sources-whole = 已读全文
sources-part = 已读部分
sources-excerpt = 已读摘录
# Works of which it is not known what was read.
sources-cited = 引用著作
note-correction = 更正
note-comment = 评注
note-term = 术语
# A note with its number. $kind: note-correction or note-comment.
# The two sides of a correction or a comment.
note-article = 文章
note-record = 史料
note-numbered = { $kind }{ $number }
# The notes that the author wrote, at the end of the article. They are apart from those of the editors.
own-notes = 作者注
# The mark of such a note in the text.
own-note = 作者注{ $number }
# From such a note back to its mark in the text. $place: which of its marks, from 1.
own-back = 返回作者注{ $number }的第{ $place }处标记
# What a table is called that scrolls on a narrow screen.
table = 表格
# A note with its title. $note: one of the above.
note-titled = { $note }：{ $title }
source-online = 在线阅读
# The places on the page whose statements rest on a work. $count: how many.
source-uses = 用于{ $count }个条目
# How much of a work was read. $date: a day.
read-whole = 已读全文，{ $date }
read-part = 已读部分，{ $date }
read-excerpt = 已读摘录，{ $date }
# $read: one of the above, $places: where in the work, as “ch. 9; ch. 10”.
read-at = { $read }：{ $places }
further-title = 延伸阅读
further-lead = 编者未曾翻阅这些著作，此处也没有任何内容以其为依据。
## The figure of who was left

left-title = 还剩下谁
left-about = 空框表示此人遭枪决、谋杀或处决。浅色面孔表示此人因其他缘故去世，或死因不能确定。
# Of the first year. $count: how many.
left-all =
    { $count ->
        [1] 1人在世。
       *[other] { $count }人全部在世。
    }
# Who died in a year: $how is one of the words below, $names of one or several.
left-died = { $how }：{ $names }。
left-natural = 去世
left-murdered = 遭谋杀
left-executed = 被处决
left-shot = 遭枪决
left-suicide = 自杀
left-disputed = 去世，死因有争议
# After who died in a year. $count: how many others live.
left-count = 尚余{ $count }人
# Under the last year.
left-names = 尚在人世：{ $names }。
# Whose death has no date. $names: one or several.
left-out = 因不知死亡日期而未列入：{ $names }。

# $source: author and year of a work that names the other.
further-named = { $source }提及
# Before the name that somebody was born with, and before other spellings.
name-born = 出生：{ $name }
name-also = 又作{ $names }
# A place that has another name today.
place-now = { $name }（今{ $now }）

## Facts of an entry

fact-where = 地点
fact-who = 人物
fact-in-article = 文章中
fact-sources = 来源
fact-born = 出生
fact-contested = 各家说法不一
fact-died = 去世
fact-founded = 成立
fact-dissolved = 解散
fact-fate = 结局
fact-notes = 注释
fact-offices = 职务
fact-relations = 关系
fact-stays = 行程
fact-detail = 细节
fact-events = 事件

## What somebody was at the moment that a sentence of the article tells of, on their card

# $what: age-alive, age-range or age-about, one of the next four, or both with a comma: “Here aged 38, a rival of Trotsky (1922–1925)”.
here = 此时：{ $what }
here-ally = { $name }的盟友（{ $date }）
here-rival = { $name }的对手（{ $date }）
here-enemy = { $name }的敌人（{ $date }）
here-family = { $name }的亲属（{ $date }）
here-own = { $stance }：{ $name }（{ $date }）

## How somebody died

manner-natural = 自然死亡
manner-murdered = 遭谋杀
manner-executed = 经法庭判决处决
manner-shot = 未经公开判决而枪决
manner-suicide = 自杀
manner-disputed = 死因有争议

## How a value of a contested fact stands

claim-accepted = 此处采用
claim-disputed = 有争议
claim-rejected = 不予采信

## The edition itself

about-title = 关于本版
about-report = 发现错误？请复制该条目的网址，连同您所知道的情况一并寄给编者。
# A link after about-report.
about-contact = 致信编者
# A list that opens. $title: the version, $date: its day as 2026-11-28, $count: of the corrections.
about-changes = { $title }，{ $date }：我们更正了什么（{ $count }）

## How somebody stood to somebody else

stance-ally = 盟友
stance-rival = 对手
stance-enemy = 敌人
stance-family = 亲属
# Of the line on each person's card. $name: of the protagonist.
stance-legend = 每张卡片上的横线表示此人与{ $name }的关系：线的上方是盟友，下方是对立，越往下越深，正在线上的是亲属。
stance-above = 线的上方还有：
stance-under = 线的下方还有：
stance-on = 正在线上的还有：
# A fact that is a list and opens, and how long it is: Offices (3).
fold = { $what }（{ $count }）
# How somebody's life ended, on their card. $age: age-alive, age-range or age-about.
end = { $age }去世
end-murdered = { $age }遭谋杀
end-executed = { $age }被处决
end-shot = { $age }遭枪决
end-suicide = { $age }自杀
end-disputed = { $age }去世，死因有争议

### Dates, as the build writes them. { $year } of a day or month may itself be one of the messages below.

# A year: 1921
edtf-year = { $year }年
# 8 March 1921
edtf-day = { $year }{ $month }{ $day }日
# March 1921, autumn 1921
edtf-month = { $year }{ $month }
# The start of a range within a year: 18 January – 12 February 1929
edtf-day-of-month = { $month }{ $day }日
# The same within a month: 8–16 March 1921
edtf-day-alone = { $day }日
# A month or a season of one of many years: spring in the 1920s
edtf-month-within = { $years }某年{ $month }
edtf-about = 约{ $date }
edtf-uncertain = { $date }（存疑）
# Two dates of which neither has a space, or which share their end: 1925–1929, 8–16 March 1921
edtf-range = { $from }—{ $to }
# Two other dates: November 1920 – March 1921
edtf-range-spaced = { $from }—{ $to }
edtf-since = { $date }起
edtf-until = { $date }止
edtf-end-unknown = { $date }起，终止时间不详
edtf-start-unknown = { $date }止，起始时间不详
edtf-before-christ = 公元前{ $year }年
# A year after 1 BC, beside one before it: 6 BC – AD 14
edtf-anno-domini = 公元{ $year }
# One of several dates: 1921, 1922 or 1923; somewhere between two: between 1921 and 1923
edtf-comma = { $from }、{ $to }
edtf-or = { $from }或{ $to }
edtf-between = { $from }至{ $to }之间
# A day of today's calendar, and the same day in the Julian one
edtf-old-style = { $date }（儒略历{ $old }）
edtf-decade = { $year }年代
edtf-century = { $number }世纪
month-january = 1月
month-february = 2月
month-march = 3月
month-april = 4月
month-may = 5月
month-june = 6月
month-july = 7月
month-august = 8月
month-september = 9月
month-october = 10月
month-november = 11月
month-december = 12月
edtf-spring = 春季
edtf-summer = 夏季
edtf-autumn = 秋季
edtf-winter = 冬季

### Entries by themselves, in previews of links

# An event. $date: in words.
summary-event = { $date }。{ $summary }

### Words in the files

## The columns of a table

export-id = id
# EDTF is the standard in which the dates are written there.
export-edtf = 日期（EDTF）
export-date = 日期（文字）
export-title = 标题
export-text = 正文
export-place = 地点
export-people = 人物
export-sources = 来源
export-group = 分组
export-address = 网址
export-work = 著作
export-at = 在著作中的位置
export-read = 阅读日期
# How much was read: whole, part, excerpt.
export-extent = 阅读范围
# A is a primary text or scholarship, B a reference work, C a weak page.
export-grade = 等级
export-says = 所述内容（编者转述）
export-rests = 以此为依据的内容

## What events are grouped under

export-in-article = 文章所述
export-context = 背景

# In a calendar, before the text of an event whose date is no exact day. $date: the date in words.
export-inexact = { $date }。日历中只有确切的日子，因此显示为整日、整月或整年。
# In the calendar. $events: the titles of the events that it lacks.
export-left-out = 未列入（日历只有公元1年至9999年）：{ $events }。

## The page of the folder that holds everything as data, and the book that may be in it

# $title: of the article.
data-title = 《{ $title }》的数据
data-intro = 本页的全部内容，以其他程序可读的文件保存，不依赖本页也能长期留存。字段、列和元素的名称在各种语言中都用英文。
# What the files are.
data-story = 完整内容
data-schema = 完整内容所遵循的规则
data-tei = 文章及其注释、人物、事件和来源（TEI）
data-annotations = 注释，每条附有所注的文字（Web Annotations）
data-places = 事件发生的地点（GeoJSON）
data-table = 表格
data-picture = 本页的图片、声音或影片
data-epub = 文章及其注释的电子书
data-manifest = 全部文件的清单，附校验值、许可证和表格的列
# $license: its name, or data-license-unknown.
data-license-article = 文章的许可证：{ $license }
data-license-edition = 编者所加内容的许可证：{ $license }
data-license-unknown = 未注明，请询问
data-back = 返回页面
epub-contents = 目录
epub-cover = 封面

### Messages of the program. They hold values, and at most one choice by { $count }; nothing else of Fluent.

# $name: what the address names.
notice-unknown = 本页没有网址所指的“{ $name }”。
card-back = 返回：{ $title }
card-go = 完整条目
# The line that says what is shown joins the next six, each with the signs between them: “Following Leon Trotsky: 12 of 30
# events, 1917–1929, without context; 24 sentences of the article.” Only the full stop is not here.
lens-following = 正在查看{ $name }：
lens-sharing = { $first }与{ $second }的共同之处：
lens-events = { $total }个事件中的{ $count }个
lens-years = ，{ $from }—{ $to }年
lens-scope = ，不含背景
lens-sentences = ；文章中{ $count }句
# Ends the line.
lens-end = 。
lens-timeline = 查看事件
lens-clear = 清除
between-title = { $first }与{ $second }
between-none = 除以下内容外，本页没有讲到两人之间的事。
followed-places = 文章中：{ $count }
search-hint = 文章、人物、事件、注释和资料来源。
search-count = { $count }个结果
search-results = 搜索结果
search-people = 人物
search-events = 事件
search-notes = 注释和术语
search-sources = 资料来源
search-article = 文章
# Sections of the page, and tools such as printing.
search-ways = 本页内容
# What is shown where nothing matches. $query: what was typed.
search-none = 在文章、时间线、人物、注释和资料来源中均未找到“{ $query }”。
search-nearest = 最接近的结果
# Before anything was typed: what one could ask.
search-suggestions = 试试
# The first answer to a query of one year, or of two.
search-year = 在时间线上显示{ $from }年（{ $count }个事件）
search-years = 在时间线上显示{ $from }—{ $to }年（{ $count }个事件）
# The first answer to the names of two people.
search-together = 时间线上的{ $first }与{ $second }（{ $count }个共同事件）
# Words that say nothing by themselves. The search drops them where others are left.
search-stop-words =
    的 地 得 了 着 过 吗 呢 吧 啊 在 是 有 和 与 及 或 也 都 就 还 又 把 被 对 从 到 向 于 以 为 由 因 因为
    所以 如果 什么 何 何时 何地 何处 哪 哪个 哪些 哪里 哪儿 谁 谁的 怎么 怎样 如何 为何 为什么 多少 几 什么时候 这 这个
    这些 那 那个 那些 它 它们 他们 她 她们 她的 我 我的 我们 你 您 你的 您的 请 请问 能 可以 会 要 想 查找 寻找 搜索
    显示 告诉 告诉我 关于 发生 发生了什么 年 年份 期间 之间 以前 之前 以后 之后 直到 a an and in of on or
    the to was what when where who why how
# Words for the same, in groups with a semicolon between them; each form that people type is its own word.
search-synonyms =
    年龄 岁 岁数 几岁 多大 年纪; 暗杀 刺杀 行刺 谋杀 杀害 杀死 凶杀 遇刺 遇害 被杀 凶手 刺客 杀手; 出生 诞生 生于 生日
    出生地; 死 死亡 去世 逝世 死去 身亡 丧生 死于 卒; 枪决 枪毙 处决 处死 死刑; 妻子 夫人 太太 老婆 丈夫 配偶 结婚
    婚姻; 儿子 女儿 子女 孩子 儿女; 病 疾病 生病 患病 中风; 信 信件 书信 遗嘱 遗书; 流亡 流放 放逐 驱逐 驱逐出境; 凶器
    武器 冰镐 冰斧 斧头
# Words that stand for whom the article names most.
search-pronouns = 他 他的
# Sections and tools, with other words that lead there. The words of each are never shown.
way-article-words = 文章 正文 全文 原文 故事 阅读 文本
way-timeline-words = 时间线 时间轴 年表 大事记 事件 日期 历史 年份 日历
way-people-words = 人物 人名 姓名 角色 名单 肖像 头像 是谁
way-notes = 文章有误之处：{ $count }处更正
way-notes-words = 错误 有误 错处 不准确 不实 更正 勘误 纠正 订正 修正 评注 注释 事实 核查 查证 准确 真实
way-terms-words = 术语 术语表 词汇 词汇表 名词解释 用语 定义 含义 意思
way-sources-words = 资料来源 来源 出处 参考文献 参考资料 书目 书籍 文献 史料 证据
way-journey-words = 地图 流亡 流放 旅程 行程 路线 道路 停留 旅行 地点 迁居 住处
way-about-words = 关于 本版 编者 编辑 作者 制作
way-share-words = 分享 链接 引用 引文 引述 发送 bibtex zotero apa mla chicago 导出 下载 csv
way-print = 打印本页
way-print-words = 打印 打印机 印刷 pdf 纸张
way-dark = 深色
way-dark-words = 深色 暗色 深色模式 暗黑模式 夜间 夜间模式 黑色 主题 颜色
way-light = 浅色
way-light-words = 浅色 亮色 浅色模式 日间 日间模式 明亮 白色 主题 颜色
way-large = 放大文字
way-large-words = 字体 字号 大小 文字 字母 大字 大 更大 放大 缩放 小
way-censor-words = 审查 审查官 审查版 副本 版本 抹去 删去 刮去 重写本 palimpsest
way-help-words = 帮助 说明 使用方法 怎么用 如何使用 按键 键盘 快捷键 指南
link-copied = 链接已复制
link-refused = 浏览器不允许复制。
share-copied = 已复制。
share-refused = 浏览器不允许此操作。文字已选中，您可以自行复制。
quotation = “{ $text }”

### When the program stops

stopped = 本页有一部分已停止工作。全部内容仍可阅读。
stopped-reload = 重新加载
