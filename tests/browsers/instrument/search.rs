//! The search.

use fantoccini::key::Key;

use super::reader::{Reader, Way};
use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(find_by_other_spellings, search_from_another_panel, search_for_where_it_stands);

/// “Кронштадт” and “Kronstad” find Kronstadt; Enter goes there, and Back comes back.
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
            page.assert("$('#search_panel mark') && $('.search-count').textContent.includes('answer')").await;
            page.assert("$('#search_input').getAttribute('aria-activedescendant') === $('[data-result][aria-selected=true]').id").await;
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
        // Nothing found, and Esc gives the focus back to where it was.
        page.evaluate("$('#kronstadt summary').focus()").await;
        reader.open_search().await;
        page.type_text("xyzzy").await;
        page.until("$('.search-count').textContent === 'Nothing on this page matches that.'").await;
        page.press(Key::Escape).await;
        page.until("!$('#search_panel').open").await;
        if reader.way == Way::Keys {
            page.until("document.activeElement === $('#kronstadt summary')").await;
        }
        page.assert_content().await;
    }
}

/// Ctrl+K takes one panel away and shows the other; closed, it gives the focus back to what had it before both.
async fn search_from_another_panel(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.press_on(".toolbar [data-command='share']", Key::Enter).await;
    page.until("$('#share_panel').open").await;
    page.chord(Key::Control, 'k').await;
    page.until("$('#search_panel').open && !$('#share_panel').open").await;
    page.settle().await;
    page.assert("$('#search_panel').open && document.activeElement.id === 'search_input'").await;
    page.press(Key::Escape).await;
    page.until("!$('#search_panel').open && document.activeElement.matches('.toolbar [data-command=\"share\"]')").await;
    page.assert_content().await;
}

/// The address names the place already, and the reader is elsewhere: they go there, and Tab leads on from it.
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
