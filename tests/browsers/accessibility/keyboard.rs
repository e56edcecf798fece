//! Focus order: Tab visits every control of the page once, in reading order, and leaves the page. The focused element is
//! visible. Dialogs and popovers keep the focus and return it.

use fantoccini::key::Key;

use super::states::{OPENED, lines};
use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(
    tab_leads_through_the_page,
    tab_leads_through_a_narrow_page,
    tab_leads_through_what_is_open,
    what_opens_keeps_the_focus
);

/// The stops for Tab, in the order of the page. Of a group of radio buttons, only the chosen one is a stop.
const STOPS: &str = "$$('a[href], button, summary, input, select, textarea, [tabindex]')
    .filter(stop => stop.tabIndex >= 0 && !stop.disabled && !stop.matches('[type=radio]:not(:checked)'))
    .filter(stop => stop.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true }))
    .filter(stop => !stop.closest('dialog:not([open]), [popover]:not(:popover-open)'))";
/// Records each element that receives the focus, and those on which it rests for a frame without a visible ring.
const WATCH: &str = "(() => { window.stops = []; window.unmarked = [];
    document.addEventListener('focusin', ({ target }) => {
        stops.push(target);
        requestAnimationFrame(() => {
            if (target.matches(':focus') && getComputedStyle(target).outlineStyle !== 'solid' && !target.matches('input')) unmarked.push(target.outerHTML.slice(0, 80));
        });
    }); })()";

async fn tab_leads_through_the_page(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    walk(&page).await;
}

async fn tab_leads_through_a_narrow_page(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    walk(&page).await;
}

/// With all events open and somebody followed, a line sticks to the bottom of the window.
async fn tab_leads_through_what_is_open(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"[data-command='open all']\").click()").await;
    page.until(
        "$('.events[data-dimmed] > .event:not([data-in-front])') && allOpen() && !$('.following').hidden && isStill()",
    )
    .await;
    page.evaluate("scrollTo(0, 0)").await;
    walk(&page).await;
}

/// Walks from the start of the page to its end, and out.
async fn walk(page: &Page) {
    page.evaluate(WATCH).await;
    // On the way, the time rail begins to show where the reader is, by a link, which is a stop. It appears with a sentence,
    // not with a key.
    page.tabs(64, false).await;
    page.until("$('.scale-here') !== null && !stops.some(stop => stop.closest('.scale'))").await;
    // The count is an integer and small.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let count = page.number(&format!("{STOPS}.length")).await as usize;
    assert!(count > 300, "{:?}: {count} stops", page.engine);
    for from in (64..count).step_by(40) {
        page.tabs((count - from).min(40), false).await;
    }
    page.until(&format!("stops.length >= {count}")).await;
    page.evaluate("void (window.last = stops.at(-1))").await;
    let missed = format!(
        "{STOPS}.map((stop, at) => stop === stops[at] ? '' : `${{at}}: ${{stop.outerHTML.slice(0, 80)}} is ${{stops[at]?.outerHTML.slice(0, 80)}}`).filter(Boolean).slice(0, 5)"
    );
    assert_eq!(page.evaluate(&missed).await, serde_json::json!([]), "{:?}: Tab goes another way", page.engine);
    page.assert("stops[0].matches('.skip-link')").await;
    assert_eq!(page.evaluate("unmarked").await, serde_json::json!([]), "{:?}: no ring", page.engine);
    // Only a few of the hundreds of links in the appendix are checked, which is laid out again for each.
    page.evaluate("void (window.walked = stops, window.stops = stops.filter((stop, at) => !stop.closest('.appendix') || at % 16 === 0))").await;
    // The ring is only shown after a key was pressed in the page.
    page.evaluate("stops[0].focus()").await;
    page.tabs(1, false).await;
    // WebKit 2.50 only marks elements reached by a key. There, the walk has checked the ring wherever the focus rested.
    let is_marked = page.engine != Engine::WebKit;
    let mut wrong = lines(page, include_str!("reached.js"), vec![is_marked.into()]).await;
    // A script brings the focus from far away, and what is laid out on the way moves the element. Tab comes from the stops
    // just before it.
    while page.number("unseen.length").await > 0.0 {
        page.evaluate("void (window.stop = unseen.pop())").await;
        page.evaluate("walked[Math.max(walked.indexOf(stop) - 3, 0)].focus()").await;
        for _ in 0..3 {
            page.settle().await;
            if page.evaluate("document.activeElement !== stop").await == true {
                page.tabs(1, false).await;
            }
        }
        page.settle().await;
        if page.evaluate("document.activeElement === stop && isSeen(stop)").await != true {
            wrong.push(page.text("`covered: ${stop.outerHTML.slice(0, 80)} ${JSON.stringify(stop.getBoundingClientRect())} ${document.activeElement === stop}`").await);
        }
    }
    assert!(wrong.is_empty(), "{:?}:\n{}", page.engine, wrong.join("\n"));

    // And out of the page.
    page.evaluate("last.focus()").await;
    page.tabs(1, false).await;
    page.until("document.activeElement !== last || !document.hasFocus()").await;
}

async fn what_opens_keeps_the_focus(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let mut left = Vec::new();
    for (opener, panel) in [
        (".search-field", "#search_panel"),
        (".toolbar [data-command='share']", "#share_panel"),
        ("[popovertarget=settings_sheet]", "#settings_sheet"),
        ("[popovertarget=help_sheet]", "#help_sheet"),
        ("#s9 a.mention", "#card"),
    ] {
        assert!(OPENED.iter().any(|opened| opened.part == panel));
        page.bring(opener).await;
        page.press_on(opener, Key::Enter).await;
        page.until(&format!("isReadable('{panel}') && isStill()")).await;
        let stops = format!("{STOPS}.filter(stop => stop.closest('{panel}')).length");
        let count = page.number(&stops).await;
        assert!(count > 0.0, "{engine:?}: {panel} has controls");
        let modal = page.evaluate(&format!("$('{panel}').matches('dialog')")).await == true;
        let begins_in = page.evaluate(&format!("$('{panel}').contains(document.activeElement)")).await == true;
        // A dialog keeps the focus, however often Tab is pressed. A popover lets it leave after its last control.
        let mut times = if count > 6.0 { 6 } else { 1 };
        if modal {
            times = 20;
        }
        for number in 0..times {
            page.tabs(1, false).await;
            page.settle().await;
            let is_in =
                format!("$('{panel}').contains(document.activeElement) || document.activeElement === document.body");
            if page.evaluate(&is_in).await != true {
                let at = page.text("document.activeElement.outerHTML.slice(0, 90)").await;
                left.push(format!("{panel}: after {} of {count} at {at}; it began in it: {begins_in}", number + 1));
            }
        }
        // Firefox leads through its own toolbars: go on until the focus is back in the page.
        for _ in 0..20 {
            if engine != Engine::Firefox || page.evaluate("document.hasFocus()").await == true {
                break;
            }
            page.tabs(1, false).await;
        }
        page.press(Key::Escape).await;
        page.until(&format!("!isReadable('{panel}') && document.activeElement === $(\"{opener}\")")).await;
    }
    assert!(left.is_empty(), "{engine:?}:\n{}", left.join("\n"));
    page.assert_content().await;
}
