//! The map of where somebody lived: its marks lead to the stops, and light up together with them.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(leads_from_the_map_to_the_stops, works_without_the_program, stops_are_found);

const STOP: &str = "#stay-trotsky-barbizon";
const MARK: &str = ".journey-map a[href='#stay-trotsky-barbizon']";
const BAR: &str = ".whereabouts a[href='#stay-trotsky-sundby'][tabindex]";

/// The numbers of everything that is lit: stops and their marks.
const LIT: &str = "$$('[data-stop]').filter(part => getComputedStyle(part).getPropertyValue('--lit').includes('1 * 1')) \
    .map(part => part.dataset.stop)";

async fn leads_from_the_map_to_the_stops(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    arrives(&page).await;
    // An address leads to a stop, too.
    page.goto("about:blank").await;
    page.goto(&site.url("#stay-trotsky-copenhagen")).await;
    page.until_live().await;
    page.until("inView('#stay-trotsky-copenhagen')").await;
    page.assert("$('.notice').hidden").await;
    page.assert_content().await;
}

async fn works_without_the_program(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { scriptless: true, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    arrives(&page).await;
    page.assert("!root.hasAttribute('data-live')").await;
    page.goto("about:blank").await;
    page.goto(&site.url("#stay-trotsky-copenhagen")).await;
    page.until("inView('#stay-trotsky-copenhagen')").await;
    // A link in the entry of the person leads to the map.
    page.click("#trotsky summary").await;
    page.click("#trotsky .fact-stays a").await;
    page.until("location.hash === '#journey' && inView('#journey')").await;
}

/// Clicks a mark by its position, because WebKit's driver cannot click a link in a drawing.
async fn press(page: &Page, mark: &str) {
    page.evaluate(&format!("$({mark:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")).await;
    let [x, y] = page.point(&format!("{mark} rect"), [0.5, 0.5]).await;
    page.click_at(x.round(), y.round(), None).await;
}

/// Asserts that the mark, and likewise the bar of the strip, leads to its stop, and that both are lit.
async fn arrives(page: &Page) {
    press(page, MARK).await;
    page.until(&format!("location.hash === '{STOP}' && inView('{STOP}')")).await;
    page.until(&format!("{LIT}.filter(code => code === '12').length === 3")).await;
    press(page, BAR).await;
    page.until("location.hash === '#stay-trotsky-sundby' && inView('#stay-trotsky-sundby')").await;
    // The list says in words what the drawings show.
    let text = page.find(STOP).await.text().await.unwrap();
    for words in ["12", "Barbizon, France", "November 1933", "aged 53–54", "At the edge of the forest of Fontainebleau"]
    {
        assert!(text.contains(words), "{:?}: {words} is not in {text}", page.engine);
    }
}

async fn stops_are_found(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    for (asked, found) in [("barbizon", "stay-trotsky-barbizon"), ("buyukada", "stay-trotsky-prinkipo")] {
        page.chord(Key::Control, 'k').await;
        page.until("$('#search_panel').open && document.activeElement === $('#search_input')").await;
        page.type_text(asked).await;
        let answer = format!("[data-result='{found}']");
        page.until(&format!("$('#search_input').value === '{asked}' && $(\"{answer}\") !== null")).await;
        page.click(&answer).await;
        page.until(&format!("location.hash === '#{found}' && !$('#search_panel').open && inView('#{found}')")).await;
    }
    page.assert_content().await;
}
