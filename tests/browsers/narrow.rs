//! The page on a window 320 px wide, which is a phone, or a desk at 400 % zoom, and at every width above: nothing needs
//! scrolling sideways, and no engine stops.

use fantoccini::key::Key;
use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(fits_a_narrow_window, fits_every_width);

/// Elements that extend beyond the window.
const OUTSIDE: &str = "$$('body *').filter(part => part.checkVisibility() && part.getBoundingClientRect().right > 321)
    .slice(0, 5).map(part => part.outerHTML.slice(0, 120))";

async fn fits_a_narrow_window(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    fits(&page, "at rest").await;
    // A day stands at one place, on the axis and on every life under it.
    page.assert(
        "new Set($$('.lives .lane > svg').filter(drawing => drawing.checkVisibility()).map(drawing => drawing.getBoundingClientRect()).map(({ left, width }) => `${left} ${width}`)).size === 1",
    )
    .await;

    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && isStill()").await;
    fits(&page, "with a card open").await;
    page.assert(
        "(({ left, right, top, bottom }) => left >= 0 && right <= 320 && top >= 0 && bottom < innerHeight + 0.5)(\
        $('#card').getBoundingClientRect())",
    )
    .await;

    page.click("#card .card-close").await;
    page.until("!cardShown()").await;
    page.click("[data-command='open all']").await;
    page.until("allOpen()").await;
    fits(&page, "with all events open").await;

    // What the bar has no room for stands in a sheet.
    page.assert("!isReadable('.toolbar [data-command=share]') && !isReadable('.toolbar [popovertarget=help_sheet]')")
        .await;
    page.press_on("[popovertarget=settings_sheet]", Key::Enter).await;
    page.click(".sheet-more [popovertarget=help_sheet]").await;
    page.until("isReadable('#help_sheet')").await;
    page.press(Key::Escape).await;
    page.click(".sheet-more [data-command=share]").await;
    page.until("$('#share_panel').open && !isReadable('#settings_sheet')").await;
    fits(&page, "with the panel of addresses open").await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open && document.activeElement === $('[popovertarget=settings_sheet]')").await;
    page.assert_content().await;
}

/// WebKit 2.50 stopped at some of them (20 of 370 widths and sizes) where a paragraph was broken by `text-wrap: pretty`
/// around a note's mark.
async fn fits_every_width(engine: Engine) {
    const LAY_OUT: &str =
        "const frame = $('iframe'), { contentDocument: page, contentWindow: { CSSStyleSheet: Sheet } } = frame;
        const { documentElement: all } = page, sheet = new Sheet(), wide = [];
        const [size] = arguments;
        sheet.replaceSync(`html { font-size: ${size}% !important }`);
        page.adoptedStyleSheets = [sheet];
        for (let width = 320; width < 1500; width += 20) {
            frame.width = width;
            if (all.scrollWidth > width) wide.push(`${size} %, ${width} px: ${all.scrollWidth}`);
        }
        page.adoptedStyleSheets = [];
        return wide;";
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.narrow_url()).await;
    page.until("$('iframe').contentDocument.documentElement.hasAttribute('data-live')").await;
    for size in [100, 150, 200] {
        let script = concat!(include_str!("prelude.js"), "\n").to_owned() + LAY_OUT;
        let wide = page.client.execute(&script, vec![size.into()]).await.unwrap();
        assert_eq!(wide, json!([]), "{engine:?}: the page is wider than its window");
    }
}

async fn fits(page: &Page, state: &str) {
    let width = page.number("root.scrollWidth").await;
    assert!(width <= 320.0, "{:?}: {state}: {width} px wide: {:#}", page.engine, page.evaluate(OUTSIDE).await);
}
