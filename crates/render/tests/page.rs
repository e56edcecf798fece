//! Parts of the page, printed from a small story.

mod common;

use common::{print as printed, project, sketch, small as base};
use palimpsest_story::{ReadExtent, Stance, StanceColor, StanceSide, Story};
use palimpsest_words::Words;

/// The part of the page that begins with `start` and ends with `end`.
fn part<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let from = page.find(start).unwrap_or_else(|| panic!("{start} is not in {page}"));
    let to = page[from..].find(end).unwrap_or_else(|| panic!("{end} does not follow {start}"));
    &page[from..from + to + end.len()]
}

#[test]
fn a_name_is_a_plain_link_and_a_later_one_is_plain_text() {
    let page = printed(&base());
    assert_eq!(
        part(&page, "<p><span id=\"s1\"", "</p>"),
        "<p><span id=\"s1\" class=\"sentence\">In <a id=\"m1\" href=\"#clock-made\" class=\"mention mention-event dated\">1801</a> \
         <a id=\"m2\" href=\"#voss\" data-here=\"Here aged 31\" class=\"mention\">Anna Voss</a> made a clock.</span> <span id=\"s2\" \
         class=\"sentence\"><span id=\"m3\" data-names=\"voss\" class=\"named\">Voss</span> sold it to <a id=\"m4\" href=\"#lind\" \
         data-here=\"Here aged 35–36, a rival of Voss (1801)\" class=\"mention\">Peter Lind</a>, who never paid.<a id=\"m5\" href=\"#price\" aria-label=\"Correction 1: He paid a part\" \
         data-number=\"1\" data-lead=\"The article says that Lind never paid.\" class=\"note-mark\"></a></span> <span id=\"s3\" class=\"sentence\">It was an <a id=\"m6\" \
         href=\"#astronomical\" class=\"mention mention-term\">astronomical clock</a>.</span></p>"
    );
}

#[test]
fn a_note_has_its_kind_its_text_its_source_and_a_way_back() {
    let page = printed(&base());
    let note = part(&page, "<li id=\"price\"", "</li>");
    for expected in [
        "<p class=\"note-kind note-correction\">Correction 1</p><h3>He paid a part</h3>",
        "<p class=\"note-text\">The article says that Lind never paid. The register has one payment, of 1803 (<a \
         href=\"#register-1801\" translate=\"no\" class=\"cite\">Clerk 1801</a>).</p>",
        "<dt>The article</dt><dd><a href=\"#s2\" class=\"quote-link\">… to Peter Lind, who never paid.</a></dd>",
        "<dt>The record</dt><dd><p class=\"note-text\">",
    ] {
        assert!(note.contains(expected), "{expected} is not in {note}");
    }
    let term = part(&page, "<li id=\"astronomical\"", "</li>");
    assert!(term.contains("<span class=\"note-kind note-term\">Term</span><h3>Astronomical clock</h3>"), "{term}");
    assert!(
        page.find("id=\"notes\"") < page.find("id=\"price\"") && page.find("id=\"terms\"") > page.find("id=\"price\"")
    );
}

/// What the data say of a work stands on the page: how much was read, when, where in it, and for what; what was not opened
/// stands apart.
#[test]
fn a_source_says_what_was_read_of_it() {
    let (story, words) = (common::published(), Words::load("en").expect("there are words"));
    let page = printed(&story);
    let extents = [(ReadExtent::Whole, "in full"), (ReadExtent::Part, "in part"), (ReadExtent::Excerpt, "in excerpt")];
    for source in &story.sources {
        let entry = part(&page, &format!("<li id=\"{}\"", source.id), "</li>");
        if let Some(further) = &source.further {
            assert!(page.find("Further reading") < page.find(&format!("<li id=\"{}\"", source.id)), "{}", source.id);
            assert!(!entry.contains("source-uses") && entry.contains(&words_of(&further.why)), "{entry}");
            continue;
        }
        assert!(!source.passages.is_empty(), "{}", source.id);
        for passage in &source.passages {
            let (_, extent) = extents.iter().find(|(extent, _)| *extent == passage.extent).expect("it has a word");
            let day = passage.read.text();
            assert!(entry.contains(&format!("<p class=\"source-read\">Read {extent}, {day}")), "{entry}");
            assert!(passage.at.iter().all(|at| entry.contains(&words_of(at))), "{entry}");
            for target in &passage.supports {
                assert!(entry.contains(&format!("<a href=\"#{}\">", target.fragment())), "{} in {entry}", passage.id);
            }
        }
    }
    let count = story.sources.iter().map(|source| source.passages.len()).sum::<usize>();
    assert!(count > 100, "{count} passages");
    assert_ne!(words.text("further-lead"), "");
}

/// Every value of a contested fact is in the entry that it belongs to, with its status.
#[test]
fn a_contested_fact_is_shown_with_what_each_side_holds() {
    let story = common::published();
    let page = printed(&story);
    assert!(story.claims.len() > 5);
    for claim in &story.claims {
        let entry = format!(" id=\"{}\"", claim.about.fragment());
        let after = &page[page.find(&entry).expect("the entry is there")..];
        let fact = part(after, "<div class=\"fact-contested\">", "</div>");
        assert!(fact.contains(&format!("<p class=\"claim\">{}</p>", words_of(&claim.title))), "{fact}");
        for value in &claim.values {
            let start = format!("<li data-status=\"{}\"><b>{}</b>", value.status.word(), words_of(&value.value));
            assert!(fact.contains(&start), "{start} is not in {fact}");
        }
    }
}

/// Text as it is printed.
fn words_of(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[test]
fn a_source_says_what_rests_on_it() {
    let page = printed(&base());
    let source = part(&page, "<li id=\"register-1801\"", "</details>");
    for expected in [
        "<summary>Used in 5 entries</summary>",
        "<a href=\"#clock-made\">The clock is made</a>",
        "<a href=\"#voss\">Anna Voss</a>",
        "<a href=\"#price\">He paid a part</a>",
    ] {
        assert!(source.contains(expected), "{expected} is not in {source}");
    }
}

#[test]
fn an_event_says_when_what_where_who_and_on_what_it_rests() {
    let page = printed(&base());
    let event = part(&page, "<li id=\"clock-made\"", "</details>");
    for expected in [
        "<time datetime=\"1801-04\">April</time>–<time datetime=\"1801-06\">June 1801</time>",
        "Anna Voss makes the clock.",
        "<p>It took her <em>three</em> months.</p>",
        "<dt>Where</dt><dd><span>Lindow</span> <bdi lang=\"la\" translate=\"no\" class=\"native\">Lindovia</bdi></dd>",
        "<a href=\"#voss\">Anna Voss</a><span class=\"dates\"> aged 31</span>",
        "href=\"#s1\" class=\"quote-link\">“In 1801 Anna Voss made a clock.”</a>",
        "<a href=\"#register-1801\" translate=\"no\">Clerk 1801</a>",
    ] {
        assert!(event.contains(expected), "{expected} is not in {event}");
    }
    assert!(!event.contains("<details data-event=\"clock-made\" open"), "events are closed at first");
}

#[test]
fn what_the_article_does_not_tell_says_so() {
    let mut story = base();
    story.events[0].told = None;
    let page = printed(&story);
    assert!(page.contains("Context: not in the article"));
    assert!(page.contains("Events from the article: 0; added for context: 1."));
}

#[test]
fn an_entry_has_life_offices_relations_fate_events_and_mentions() {
    let page = printed(&base());
    let entry = part(&page, "<article id=\"voss\"", "</article>");
    for expected in [
        "<h3 id=\"voss_title\">Anna Voss</h3>",
        "<time datetime=\"1770-02-03\">3 February 1770</time>, Lindow</dd>",
        "<li>Master of the guild <span class=\"dates\">",
        " <a href=\"#register-1801\" translate=\"no\" class=\"cite\">Clerk 1801</a></span></li>",
        "<span data-stance=\"rival\" class=\"stance\">rival</span>",
        "She died poor (<a href=\"#register-1801\" translate=\"no\" class=\"cite\">Clerk 1801</a>).",
        "<a href=\"#clock-made\">The clock is made</a>",
        "href=\"#s2\" class=\"quote-link\"><b>Voss</b> sold it to Peter Lind, who …</a>",
    ] {
        assert!(entry.contains(expected), "{expected} is not in {entry}");
    }
    assert!(!part(&page, "<article id=\"lind\"", "</article>").contains("Offices"), "who held none has no such line");
}

#[test]
fn the_story_is_drawn_to_scale_beside_words_that_say_the_same() {
    let mut story = base();
    // The only event: April to June 1801, in the article. A second one extends the time axis to ten years.
    let mut later = story.events[0].clone();
    later.id = "clock-stops".into();
    later.told = None;
    later.date = story.people[0].relations[0].date.clone().expect("the relation is dated");
    story.events.push(later);
    let page = printed(&story);
    let scale = part(&page, "<nav aria-label=\"Timeline position\"", "</nav>");
    assert_eq!(scale.matches("class=\"in-article").count(), 2, "upright and level: {scale}");
    assert_eq!(scale.matches("class=\"context").count(), 2);
    assert!(
        scale.contains("<a href=\"#clock-made\" tabindex=\"-1\" aria-label=\"April–June 1801: The clock is made\"><title>April–June 1801: The clock is made</title>"),
        "{scale}"
    );

    let lives = part(&page, "<figure class=\"lives\">", "</figure>");
    for expected in [
        "The events, and below them",
        "<span>Anna Voss</span></a><span class=\"dates\"> 1770–1840</span>",
        "class=\"life\"",
        "falling",
    ] {
        assert!(lives.contains(expected), "{expected} is not in {lives}");
    }

    assert!(lives.contains("<svg") && !lives.contains("<svg>"), "drawings are said in words: {lives}");

    story.events.clear();
    let page = printed(&story);
    assert!(
        !page.contains("class=\"scale-upright\"") && !page.contains("class=\"lives\""),
        "without events there is no scale"
    );
}

#[test]
fn a_card_shows_how_somebody_stood_to_the_protagonist() {
    let mut story = base();
    let entry =
        |story: &Story, id: &str| part(&printed(story), &format!("<article id=\"{id}\""), "</article>").to_owned();
    assert_eq!(story.protagonist().map(|person| &*person.id), Some("voss"), "two sentences name her");
    let date = story.people[0].relations[0].date.as_mut().expect("the relation is dated");
    date.extent = Some(palimpsest_story::Extent { first: 0, rising: 0, length: 4000, falling: 1000 });
    let drawn = entry(&story, "lind");
    assert!(
        drawn.contains(
            "<svg aria-hidden=\"true\" class=\"ribbon\"><rect data-stance=\"rival\" x=\"0%\" width=\"75%\"></rect><rect \
             data-stance=\"rival\" x=\"75%\" width=\"25%\" class=\"falling\"></rect></svg>"
        ),
        "{drawn}"
    );
    let hers = entry(&story, "voss");
    assert!(!hers.contains("ribbon"), "nobody stands to herself");
    assert!(hers.contains("<span data-stance=\"rival\" class=\"stance\">rival</span>"), "what is drawn is said");
    story.people[0].relations.clear();
    assert!(!entry(&story, "lind").contains("ribbon") && !entry(&story, "voss").contains("Relations"));
}

#[test]
fn two_prints_are_the_same() {
    assert_eq!(printed(&base()), printed(&base()));
}

#[test]
fn markup_in_a_story_is_text() {
    let mut story = base();
    "<img src=x onerror=alert(1)>".clone_into(&mut story.people[0].name);
    "\"><script>alert(1)</script>".clone_into(&mut story.events[0].title);
    let page = printed(&story);
    assert!(!page.contains("<script") && !page.contains("<img src=x"), "{page}");
}

#[test]
fn controls_that_need_the_program_are_hidden_until_it_runs() {
    let page = printed(&base());
    let sheet = std::fs::read_to_string(project("styles/base.css")).expect("there is a sheet");
    let rule = "html:not([data-live]) :is(.toolbar, .timeline-controls, .tools, .scale-search, .brush) {\n    visibility: hidden;";
    assert!(sheet.contains(rule), "their place is kept, and nothing is there to be used");
    for hidden in ["toolbar", "timeline-controls", "tools", "scale-search", "brush"] {
        assert!(page.contains(&format!("class=\"{hidden}\"")), "{hidden} is printed");
    }
    assert!(!page.contains("aria-haspopup"), "a link promises no card before there can be one");
    assert!(part(&page, "<div id=\"card\"", "</div>").ends_with("></div>"), "the card is empty until it opens");
}

#[test]
fn ages_wait_until_somebody_is_followed() {
    let mut story = base();
    let line = "<p data-age-of=\"voss\" hidden=\"hidden\" class=\"event-age\">Anna Voss aged 31</p></li>";
    assert!(printed(&story).contains(line), "{}", printed(&story));
    let ages = |story: &Story| printed(story).matches("class=\"event-age\"").count();
    assert_eq!(ages(&story), 1);
    let event = story.events[0].date.extent.expect("the event is dated");
    story.people[0].died.as_mut().expect("they died").date.extent =
        Some(palimpsest_story::Extent { first: event.first - 4000, length: 1, ..event });
    assert!(part(&printed(&story), "<p data-age-of", "</p>").ends_with("Anna Voss 10–11 years after death</p>"));
    story.people[0].born.as_mut().expect("the birth is known").date.extent = Some(event);
    story.people[0].died.as_mut().expect("they died").date.extent = None;
    assert_eq!(ages(&story), 0, "nobody has an age before their birth");
}

#[test]
fn islands_are_empty() {
    let page = printed(&base());
    for island in
        ["notice_island", "marker_island", "lens_island", "followed_island", "card", "results_island", "program_root"]
    {
        assert!(part(&page, &format!("<div id=\"{island}\""), "</div>").ends_with("></div>"), "{island}");
    }
}

#[test]
fn every_stance_has_its_word_and_its_drawing() {
    let words = Words::default();
    let sheet = std::fs::read_to_string(project("styles/drawn.css")).expect("there is a sheet");
    for stance in Stance::ALL.iter().map(|stance| stance.word()) {
        for selector in [":is(rect, stop)", ".rising", ".falling", ".stance"] {
            let rule = format!("{selector}[data-stance=\"{stance}\"] {{");
            assert!(sheet.contains(&rule), "drawn.css has no rule for {rule}");
        }
        let _ = words.text(&format!("stance-{stance}"));
    }
    assert_eq!(words.check(), Ok(()));
    let own = std::fs::read_to_string(project("styles/stances.css")).expect("there is a sheet");
    for side in StanceSide::WORDS {
        assert!(own.contains(&format!("rect[data-stance^=\"{side}-\"] {{")), "stances.css has no rule for {side}");
    }
    for color in StanceColor::WORDS {
        for class in ["", ".rising", ".falling"] {
            let rule = format!("  {class}[data-stance$=\"-{color}\"] {{");
            assert!(own.contains(&rule), "stances.css has no rule for {rule}");
        }
    }
}

#[test]
fn an_editors_stance_is_drawn_and_said_as_the_others_are() {
    let page = printed(&sketch());
    for expected in [
        "Above it also: <span data-stance=\"above-steel\" class=\"stance\">patron</span>",
        "Under it also: <span data-stance=\"under-gray\" class=\"stance\">debtor</span>",
        "On it also: <span data-stance=\"on-ochre\" class=\"stance\">teacher</span>",
        // On the card of the other, on the ribbon, in the entry and beside the name in the article.
        "<rect data-stance=\"above-steel\" x=\"",
        "<li data-with=\"guild\" data-span=\"",
        "<span data-stance=\"above-steel\" class=\"stance\">patron</span> <a href=\"#guild\">",
        "data-here=\"Here patron: Anna Voss (",
    ] {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
    assert!(!printed(&base()).contains("also: <span"));
}

#[test]
fn a_body_is_founded_and_has_no_age() {
    let page = printed(&sketch());
    let guild = part(&page, "<article id=\"guild\"", "</article>");
    for expected in [
        "<span class=\"dates\">1650–1860</span>",
        "<div class=\"fact-born\"><dt>Founded</dt>",
        "<div class=\"fact-died\"><dt>Dissolved</dt>",
    ] {
        assert!(guild.contains(expected), "{expected} is not in {guild}");
    }
    assert!(!guild.contains("aged") && !guild.contains("person-end"), "{guild}");
    assert!(!page.contains("data-age-of=\"guild\""), "{page}");
    assert!(part(&page, "<article id=\"council\"", "</article>").contains("since about 1400"), "{page}");
}

#[test]
fn a_draft_says_so_and_lists_what_has_no_source() {
    assert!(!printed(&base()).contains("class=\"draft\""));
    let mut story = sketch();
    let page = printed(&story);
    let banner = part(&page, "<aside class=\"draft\">", "</aside>");
    for expected in [
        "<summary><b>Draft</b> This edition is still being made: 3 statements lack their sources.</summary>",
        "<li><a href=\"#voss\">Anna Voss</a> <span class=\"dates\">people.toml, lines 2, 9</span></li>",
        "<li><a href=\"#cast\">The bell is cast</a> <span class=\"dates\">events.toml, line 2</span></li>",
    ] {
        assert!(banner.contains(expected), "{expected} is not in {banner}");
    }
    assert!(page.find("class=\"draft\"") < page.find("<main"), "it is the first that a reader meets");
    story.publication.draft = Some(Vec::new());
    let page = printed(&story);
    let banner = part(&page, "<aside class=\"draft\">", "</aside>");
    assert!(banner.ends_with("<p><b>Draft</b> This edition is still being made.</p></aside>"), "{banner}");
}
