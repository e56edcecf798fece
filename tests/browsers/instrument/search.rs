//! The search.

use fantoccini::key::Key;

use super::reader::{Reader, Way};
use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(
    find_by_other_spellings,
    search_from_another_panel,
    search_for_where_it_stands,
    look_at_a_few_years_by_the_search,
    try_what_is_suggested,
    use_tools_by_the_search,
);

/// “Кронштадт” and “Kronstad” find Kronstadt. Enter goes there, and Back returns.
async fn find_by_other_spellings(engine: Engine) {
    for narrow in [false, true] {
        let reader = Reader::of(engine, narrow, if narrow { Way::Pointer } else { Way::Keys }).await;
        let page = &reader.page;
        for (asked, first) in [
            ("Кронштадт", "#kronstadt"),
            ("Kronstad", "#kronstadt"),
            ("kronshtadt", "#kronstadt"),
            ("trotski", "#trotsky"),
        ] {
            reader.open_search().await;
            page.until("$('#search_panel').open && document.activeElement === $('#search_input')").await;
            page.type_text(asked).await;
            page.until(&format!("$('#search_input').value === '{asked}' && $$('[data-result]').length > 0")).await;
            page.until("$('#search_panel mark') && $('.search-count').textContent.includes('answer')").await;
            page.until("$('#search_input').getAttribute('aria-activedescendant') === $('[data-result][aria-selected=true]').id").await;
            let answers = page.text("$$('[data-result]').map(answer => '#' + answer.dataset.result).join()").await;
            assert!(answers.split(',').any(|answer| answer == first), "{engine:?}: {asked} finds {answers}");
            let down = answers.split(',').position(|answer| answer == first).unwrap();
            for _ in 0..down {
                page.press(Key::Down).await;
            }
            page.until(&format!("$('[data-result][aria-selected=true]').dataset.result === '{}'", &first[1..])).await;
            match reader.way {
                Way::Keys => page.press(Key::Enter).await,
                Way::Pointer => page.click("[data-result][aria-selected=true]").await,
            }
            page.until(&format!("location.hash === '{first}' && !$('#search_panel').open && inView('{first}')")).await;
        }
        page.back().await;
        page.until("location.hash === '#kronstadt' && isOpen('kronstadt')").await;
        // Without a result, Esc returns the focus to where it was.
        page.evaluate("$('#kronstadt summary').focus()").await;
        reader.open_search().await;
        page.type_text("xyzzy").await;
        page.until("$('.search-count').textContent.startsWith('No match for “xyzzy” in the article')").await;
        page.assert("$$('[data-result]').map(answer => answer.dataset.result).join() === 'notes,article,timeline,journey,people,terms,sources,about_edition'")
            .await;
        page.until("$('#search_input').getAttribute('aria-activedescendant') === $('[data-result=notes]').id").await;
        page.press(Key::Escape).await;
        page.until("!$('#search_panel').open").await;
        if reader.way == Way::Keys {
            page.until("document.activeElement === $('#kronstadt summary')").await;
        }
        page.assert_content().await;
    }
}

/// Ctrl+K replaces one panel by the other. When that closes, the focus returns to where it was before both.
async fn search_from_another_panel(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.press_on(".toolbar [data-command='share']", Key::Enter).await;
    page.until("$('#share_panel').open").await;
    page.chord(Key::Control, 'k').await;
    page.until("$('#search_panel').open && !$('#share_panel').open").await;
    page.settle().await;
    page.until("$('#search_panel').open && document.activeElement.id === 'search_input'").await;
    page.press(Key::Escape).await;
    page.until("!$('#search_panel').open && document.activeElement.matches('.toolbar [data-command=\"share\"]')").await;
    page.assert_content().await;
}

/// The address already names the place, but the reader is elsewhere: they are taken there, and Tab goes on from there.
async fn search_for_where_it_stands(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("#stalin")).await;
    page.until_live().await;
    page.press_on("#s9 a.mention", Key::Enter).await;
    page.until("cardShown()").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.hash === '#stalin'").await;
    page.chord(Key::Control, 'k').await;
    page.until("document.activeElement.id === 'search_input'").await;
    page.type_text("joseph stalin").await;
    page.until("$('[data-result]')?.dataset.result === 'stalin'").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && location.hash === '#stalin' && $('#stalin').getBoundingClientRect().top >= 0 && $('#stalin').getBoundingClientRect().top < innerHeight").await;
    page.settle().await;
    page.tabs(1, false).await;
    page.until("document.activeElement.closest('[id]:not([id*=_])')?.id === 'stalin'").await;
    page.assert("root.hasAttribute('data-live')").await;
    page.assert_content().await;
}

/// Opens the search, types a query, and waits until this is the first result.
async fn ask(page: &Page, asked: &str, first: &str) {
    page.chord(Key::Control, 'k').await;
    answered(page, asked, first).await;
}

/// The same as [`ask`] in a search that is already open, or about to open.
async fn answered(page: &Page, asked: &str, first: &str) {
    page.until("$('#search_panel').open && document.activeElement.id === 'search_input'").await;
    page.type_text(asked).await;
    page.until(&format!("$('#search_input').value === '{asked}' && $('[data-result]')?.dataset.result === '{first}'"))
        .await;
}

/// A range of years is a view of the timeline: Enter shows it, and Back undoes that.
async fn look_at_a_few_years_by_the_search(engine: Engine) {
    for narrow in [false, true] {
        let reader = Reader::of(engine, narrow, if narrow { Way::Pointer } else { Way::Keys }).await;
        let page = &reader.page;
        reader.open_search().await;
        answered(page, "1927-1929", "?years=1927-1929").await;
        page.until("$('[data-result]').textContent === 'Show 1927–1929 on the timeline (4 events)'").await;
        page.assert("$('.search-count').textContent.includes('answer')").await;
        match reader.way {
            Way::Keys => page.press(Key::Enter).await,
            Way::Pointer => page.click("[data-result]").await,
        }
        page.until("!$('#search_panel').open && location.search + location.hash === '?years=1927-1929#timeline'").await;
        page.until("document.activeElement.id === 'timeline_title' && inView('#timeline_title') && isStill()").await;
        page.assert("$$('.event[data-in-front]').length === 4").await;
        page.back().await;
        page.until("location.search + location.hash === '' && !$('.event[data-in-front]')").await;
        page.assert_content().await;
    }
}

/// Before anything is typed, the search suggests queries. A suggestion is put into the field, and answered like a typed one.
async fn try_what_is_suggested(engine: Engine) {
    for narrow in [false, true] {
        let reader = Reader::of(engine, narrow, if narrow { Way::Pointer } else { Way::Keys }).await;
        let page = &reader.page;
        reader.open_search().await;
        page.until("$('#search_panel').open && $$('[data-result]').length === 6").await;
        page.until("$('#search_input').ariaExpanded === 'true' && $('.search-count').textContent === 'Article, people, events, notes and sources.'").await;
        page.until(
            "$('[data-result]').textContent === 'Who killed Trotsky?' && $('[data-result]').ariaSelected === 'true'",
        )
        .await;
        match reader.way {
            Way::Keys => page.press(Key::Enter).await,
            Way::Pointer => page.click("[data-result]").await,
        }
        page.until("$('#search_input').value === 'Who killed Trotsky?' && $('[data-result]').dataset.result === 'assassination'")
            .await;
        page.until("$('#search_panel').open && $('.search-count').textContent.includes('answer')").await;
        page.until("$('[data-result=mercader]').textContent.includes('Spanish agent of the NKVD')").await;
        match reader.way {
            Way::Keys => page.press(Key::Enter).await,
            Way::Pointer => page.click("[data-result=assassination]").await,
        }
        page.until("!$('#search_panel').open && location.hash === '#assassination' && inView('#assassination')").await;
        page.assert_content().await;
    }
}

/// Sections and tools of the page are found by the words that people use for them.
async fn use_tools_by_the_search(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    ask(&page, "mistakes", "notes").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && location.hash === '#notes' && inView('#notes')").await;
    ask(&page, "dark mode", "!theme dark").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && root.dataset.settings === 'dark'").await;
    page.evaluate("void (window.printed = 0, window.print = () => { window.printed += 1; })").await;
    ask(&page, "print", "!print").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && window.printed === 1").await;
    ask(&page, "cite", "!share").await;
    page.assert("$$('[data-result]').length === 1").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && $('#share_panel').open && isStill()").await;
    page.settle().await;
    page.assert("$('#share_panel').open").await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    ask(&page, "help", "!help").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && $('#help_sheet').matches(':popover-open')").await;
    page.press(Key::Escape).await;
    page.until("!$('#help_sheet').matches(':popover-open')").await;
    // Nothing matches, so a section is offered instead.
    ask(&page, "gulag", "notes").await;
    page.assert("$('.search-count').textContent.startsWith('No match for “gulag”')").await;
    page.click("[data-result=timeline]").await;
    page.until("!$('#search_panel').open && location.hash === '#timeline' && inView('#timeline')").await;
    page.assert_content().await;
}
