//! Parts of the page as the server prints them, from a small story.

use std::path::Path;
use std::rc::Rc;

use palimpsest_compiler::compile;
use palimpsest_story::Story;

fn base() -> Story {
    let compilation = compile(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid/base"));
    assert_eq!(compilation.report(), "");
    compilation.story.expect("the base is sound")
}

/// The reader as printed, without the marks for hydration.
fn printed(story: Story) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, palimpsest::print(&Rc::new(story), false))
}

/// The stretch of the page that begins with `start` and ends with `end`.
fn part<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let from = page.find(start).unwrap_or_else(|| panic!("{start} is not in {page}"));
    let to = page[from..].find(end).unwrap_or_else(|| panic!("{end} does not follow {start}"));
    &page[from..from + to + end.len()]
}

#[test]
fn a_name_is_a_plain_link_and_a_later_one_is_plain_text() {
    let page = printed(base());
    assert_eq!(
        part(&page, "<p><span id=\"s1\"", "</p>"),
        "<p><span id=\"s1\" class=\"sentence\">In <a id=\"m1\" href=\"#clock-made\" class=\"mention mention-event dated\">1801</a> \
         <a id=\"m2\" href=\"#voss\" class=\"mention\">Anna Voss</a> made a clock.</span> <span id=\"s2\" \
         class=\"sentence\"><span id=\"m3\" class=\"named\">Voss</span> sold it to <a id=\"m4\" href=\"#lind\" \
         class=\"mention\">Peter Lind</a>, who never paid.<a id=\"m5\" href=\"#price\" aria-label=\"Correction 1: He paid a part\" \
         data-number=\"1\" class=\"note-mark\"></a></span> <span id=\"s3\" class=\"sentence\">It was an <a id=\"m6\" \
         href=\"#astronomical\" class=\"mention mention-term\">astronomical clock</a>.</span></p>"
    );
}

#[test]
fn a_note_has_its_kind_its_text_its_source_and_a_way_back() {
    let page = printed(base());
    let note = part(&page, "<li id=\"price\"", "</li>");
    for expected in [
        "<p class=\"note-kind note-correction\">Correction 1</p><h3>He paid a part</h3>",
        "<p class=\"note-text\">The article says that Lind never paid. The register has one payment, of 1803 (<a \
         href=\"#register-1801\" class=\"cite\">Clerk 1801</a>).</p>",
        "href=\"#s2\" class=\"quote-link\">… to Peter Lind, who never paid.</a>",
    ] {
        assert!(note.contains(expected), "{expected} is not in {note}");
    }
    let term = part(&page, "<li id=\"astronomical\"", "</li>");
    assert!(term.contains("<p class=\"note-kind note-term\">Term</p><h3>Astronomical clock</h3>"), "{term}");
    assert!(
        page.find("id=\"notes\"") < page.find("id=\"price\"") && page.find("id=\"terms\"") > page.find("id=\"price\"")
    );
}

#[test]
fn a_source_says_what_rests_on_it() {
    let page = printed(base());
    let source = part(&page, "<li id=\"register-1801\"", "</details>");
    for expected in [
        "<summary>What rests on it (5)</summary>",
        "<a href=\"#clock-made\">The clock is made</a>",
        "<a href=\"#voss\">Anna Voss</a>",
        "<a href=\"#price\">He paid a part</a>",
    ] {
        assert!(source.contains(expected), "{expected} is not in {source}");
    }
}

#[test]
fn an_event_says_when_what_where_who_and_on_what_it_rests() {
    let page = printed(base());
    let event = part(&page, "<li id=\"clock-made\"", "</details>");
    for expected in [
        "<time datetime=\"1801-04\">April</time><span>–</span><time datetime=\"1801-06\">June 1801</time>",
        "Anna Voss makes the clock.",
        "<p>It took her <em>three</em> months.</p>",
        "<dt>Where</dt><dd>Lindow</dd>",
        "<a href=\"#voss\">Anna Voss</a>",
        "href=\"#s1\" class=\"quote-link\">“In 1801 Anna Voss made a clock.”</a>",
        "<a href=\"#register-1801\">Clerk 1801</a>",
    ] {
        assert!(event.contains(expected), "{expected} is not in {event}");
    }
    assert!(!event.contains("<details data-event=\"clock-made\" open"), "events are closed at first");
}

#[test]
fn what_the_article_does_not_tell_says_so() {
    let mut story = base();
    story.events[0].told = None;
    let page = printed(story);
    assert!(page.contains("Context: the article does not tell this"));
    assert!(page.contains("Events that the article tells: 0. Events that we add for context: 1."));
}

#[test]
fn an_entry_has_life_offices_relations_fate_events_and_mentions() {
    let page = printed(base());
    let entry = part(&page, "<article id=\"voss\"", "</article>");
    for expected in [
        "<h3 id=\"voss_title\">Anna Voss</h3>",
        "<time datetime=\"1770-02-03\">3 February 1770</time><span>, Lindow</span>",
        "<span>Master of the guild</span> <a href=\"#register-1801\" class=\"cite\">Clerk 1801</a>",
        "<span class=\"stance stance-rival\">rival</span>",
        "She died poor (<a href=\"#register-1801\" class=\"cite\">Clerk 1801</a>).",
        "<a href=\"#clock-made\">The clock is made</a>",
        "href=\"#s2\" class=\"quote-link\"><b>Voss</b> sold it to Peter Lind, who …</a>",
    ] {
        assert!(entry.contains(expected), "{expected} is not in {entry}");
    }
    assert!(!part(&page, "<article id=\"lind\"", "</article>").contains("Offices"), "who held none has no such line");
}

#[test]
fn two_prints_are_the_same() {
    assert_eq!(printed(base()), printed(base()));
}

#[test]
fn markup_in_a_story_is_text() {
    let mut story = base();
    "<img src=x onerror=alert(1)>".clone_into(&mut story.people[0].name);
    "\"><script>alert(1)</script>".clone_into(&mut story.events[0].title);
    let page = printed(story);
    assert!(!page.contains("<script") && !page.contains("<img src=x"), "{page}");
}

#[test]
fn controls_that_need_the_program_are_hidden_until_it_runs() {
    let page = printed(base());
    assert!(page.contains("<div hidden=\"hidden\" class=\"timeline-controls\">"));
    assert!(!page.contains("aria-haspopup"), "a link promises no card before there can be one");
    assert!(part(&page, "<div id=\"card\"", "</div>").ends_with("\"></div>"), "the card is empty until it opens");
}
