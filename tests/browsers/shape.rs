//! How large the page is when everything is closed: its height, the elements drawn, and the number of stops for Tab.

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(is_short_when_all_is_closed);

/// Measures a document: its height, the elements that are drawn, and the stops for Tab.
const MEASURE: &str = "(page => {
    const all = [...page.querySelectorAll('body *')];
    for (const part of page.querySelectorAll('.appendix')) part.style.contentVisibility = 'visible';
    const drawn = all.filter(part => part.checkVisibility({ visibilityProperty: true }));
    const stops = drawn.filter(part => part.tabIndex >= 0 && !part.disabled
        && part.matches('a[href], button, summary, input, textarea, [tabindex]')
        && !part.matches('[type=radio]:not(:checked)') && !part.closest('dialog:not([open])'));
    return [page.documentElement.scrollHeight, drawn.length, stops.length];
})";

async fn is_short_when_all_is_closed(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    let wide = page.evaluate(&format!("{MEASURE}(document)")).await;
    page.goto(&site.narrow_url()).await;
    page.until("$('iframe').contentDocument.documentElement.hasAttribute('data-live')").await;
    page.evaluate("($('iframe').width = 390, $('iframe').height = 844)").await;
    let narrow = page.evaluate(&format!("{MEASURE}($('iframe').contentDocument)")).await;
    for (what, sizes, height) in [("1280 px", wide, 16_000), ("390 px", narrow, 26_000)] {
        let [found, drawn, stops] = [0, 1, 2].map(|at| sizes[at].as_u64().unwrap_or_default());
        println!("{engine:?}, {what}: {found} px high, {drawn} elements drawn, {stops} stops of Tab");
        assert!((5_000..=height).contains(&found), "{engine:?}, {what}: {found} px high");
        assert!((1_000..=4_500).contains(&drawn), "{engine:?}, {what}: {drawn} elements are drawn");
        assert!((100..=350).contains(&stops), "{engine:?}, {what}: {stops} stops of Tab");
    }
}
