//! The censor's copy: the names are scraped and the words stay; they come back one by one, all at once, and for good. It works
//! without the program, and is never remembered.

use fantoccini::key::Key;
use serde_json::json;

use crate::engine::{Engine, Setup, Wish};
use crate::page::Page;
use crate::reading::print::{has_everything, letters, printed};
use crate::site::Site;
use palimpsest_tests::story;

journeys!(
    scrapes_the_names_and_moves_nothing,
    scrapes_what_is_drawn_later,
    is_held_to_the_light,
    is_restored,
    opens_by_its_address,
    works_without_scripts,
    survives_a_late_program,
    strikes_names_in_forced_colors,
    is_printed_by_its_address_alone
);

/// What the journeys ask of the page, for every script of theirs.
const HELPERS: &str = "(() => {
    window.names = () => $$('#article [data-erased=\"\"]');
    // How much of the scraped paper lies over a name.
    window.over = name => {
        const { zIndex, opacity, visibility } = getComputedStyle(name, '::after');
        return visibility === 'hidden' || zIndex === '-1' ? 0 : +opacity;
    };
    window.isScraped = name => over(name) > 0.8;
    window.isLit = name => over(name) === 0 && getComputedStyle(name).color === getComputedStyle($('.note-mark')).color;
    window.boxes = () => $$('h1, h2, #article p, .sentence, #article [data-erased], figcaption, .event, .lives li')
        .filter(part => part.getClientRects().length && !part.closest('.appendix'))
        .map(part => { const { x, y, width, height } = part.getBoundingClientRect(); return [x, y, width, height]; });
    window.isOn = () => $('#copy_censor').checked && isReadable('.censor-bar button') && names().every(isScraped);
    window.isWhole = () => $('#copy_written').checked && !isReadable('.censor-bar button') && names().every(name => over(name) === 0);
})()";

async fn helped(page: &Page) {
    page.evaluate(HELPERS).await;
}

async fn live(engine: Engine, site: &Site, query: &str) -> Page {
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url(query)).await;
    page.until_live().await;
    helped(&page).await;
    page
}

/// The letters that are selected in the article: what a reader would copy.
const SELECTED: &str = "(getSelection().selectAllChildren($('#article')), getSelection().toString())";

async fn scrapes_the_names_and_moves_nothing(engine: Engine) {
    let site = Site::built().await;
    let page = live(engine, &site, "").await;
    page.assert("isWhole()").await;
    let places = page.number("names().length").await;
    #[allow(clippy::cast_precision_loss, reason = "a few names")]
    let counted = story().losses().places as f64;
    assert!((places - counted).abs() < 0.5, "{engine:?}: {places} names are marked");
    page.until("document.fonts.status === 'loaded' && isStill()").await;
    let words = ["$('#article').textContent", SELECTED];
    let before = [page.text(words[0]).await, page.text(words[1]).await];
    page.bring("#censor_switch").await;
    page.evaluate("window.before = boxes()").await;
    // Engines count shifts of what is in sight, where they do.
    page.evaluate(
        "(window.shifts = [], PerformanceObserver.supportedEntryTypes.includes('layout-shift') &&
            new PerformanceObserver(list => list.getEntries().forEach(shift =>
                shifts.push(...shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.data)))).observe({ type: 'layout-shift' }))",
    )
    .await;
    page.click("label:has(#copy_censor)").await;
    page.until("isOn() && isStill()").await;
    page.assert("location.search === '?copy=censor'").await;
    page.settle().await;
    let moved = page
        .evaluate("boxes().filter((box, at) => box.some((side, index) => Math.abs(side - before[at][index]) > 0.01))")
        .await;
    assert_eq!(moved, json!([]), "{engine:?}: what moved");
    assert_eq!(page.evaluate("shifts").await, json!([]), "{engine:?}: what shifted");
    assert_eq!([page.text(words[0]).await, page.text(words[1]).await], before, "{engine:?}");
    page.assert("$('.censor-bar').getBoundingClientRect().bottom === innerHeight").await;
    page.assert("$('.censor-bar [role=status]').textContent.includes('17 places in the article')").await;

    // His picture, his life and his face are gone; those of others are not.
    page.assert("!isReadable('#trotsky .portrait use') && isReadable('#stalin .portrait use')").await;
    page.assert("isReadable('[data-person=trotsky] .lane svg') && !isReadable('[data-person=trotsky] .life')").await;
    page.assert("isReadable('[data-person=stalin] .life') && isReadable('.cover circle')").await;
    page.evaluate("$(\"[data-command='open all']\").click()").await;
    page.until("allOpen() && isStill()").await;
    page.assert(
        "$$('[data-erased=people]').length > 2 && $$('.events [data-erased=people] .fact-who ul')
            .every(people => getComputedStyle(people, '::before').content.startsWith('\"—\"'))",
    )
    .await;
    // The notes are the witness.
    page.assert("!$('#notes [data-erased], #terms [data-erased], .source-list [data-erased]')").await;

    // A link that was scraped is a link.
    page.evaluate("$('a.mention[href=\"#trotsky\"]').click()").await;
    page.until("cardShown() && location.search === '?open=all&copy=censor&card=trotsky'").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search === '?open=all&copy=censor'").await;
    page.assert_content().await;
}

/// What the program draws is scraped as what is printed is: the line of the timeline, the search, the card.
async fn scrapes_what_is_drawn_later(engine: Engine) {
    let site = Site::built().await;
    let page = live(engine, &site, "?follow=trotsky,kamenev&copy=censor").await;
    page.until("isOn() && isReadable('.following p')").await;
    let scraped = "name => isScraped(name) && name.textContent === 'Leon Trotsky'";
    page.until(&format!(
        "$$('.following [data-erased=\"\"]').length === 1 && $$('.following [data-erased=\"\"]').every({scraped})"
    ))
    .await;
    page.assert("$('.following p').textContent.startsWith('What Leon Trotsky and Lev Kamenev share: ')").await;
    page.assert("$('.between h3 [data-erased]').textContent === 'Leon Trotsky'").await;

    page.chord(Key::Control, 'k').await;
    page.until("$('#search_panel').open").await;
    page.type_text("trotsk").await;
    page.until("$('[data-result=trotsky]') !== null").await;
    // A name is scraped as a whole, whatever of it was found.
    page.assert("[...$('[data-result=trotsky] b').querySelectorAll('[data-erased]')].map(name => name.textContent).join('') === 'Leon Trotsky'").await;
    page.assert(
        "$$('#search_results [data-erased=\"\"]').every(isScraped) && $('[data-result=trotsky] mark [data-erased]') !== null",
    )
    .await;
    page.press(Key::Escape).await;
    page.until("!$('#search_panel').open").await;

    page.bring("#s10").await;
    page.click("#s10 a[href='#zinoviev']").await;
    page.until("cardShown() && $('#card .card-here') !== null").await;
    page.assert("$$('#card [data-erased=\"\"]').map(name => name.textContent).join() === 'Trotsky' && isScraped($('#card [data-erased]'))").await;
    page.press(Key::Escape).await;
    page.until("!cardShown()").await;
    page.click(".censor-bar button").await;
    page.until("isWhole() && over($('.following [data-erased]')) === 0").await;
    page.assert_content().await;
}

async fn is_held_to_the_light(engine: Engine) {
    let site = Site::built().await;
    let page = live(engine, &site, "?copy=censor").await;
    page.until("isOn() && isStill()").await;
    let (all, none) = ("names().every(isLit)", "!names().some(isLit) && isOn()");
    // How long a press lasts is for the journey to say, not for a busy machine.
    page.evaluate(
        "(window.clock = 0, Object.defineProperty(Event.prototype, 'timeStamp', { get: () => window.clock }), 0)",
    )
    .await;

    // As long as it is pressed.
    page.hold("#censor_hold").await;
    page.until(all).await;
    page.assert("isReadable('#trotsky .portrait use') && isReadable('[data-person=trotsky] .life')").await;
    page.assert("getComputedStyle($('.cover')).opacity < 0.5").await;
    page.evaluate("window.clock += 700").await;
    page.let_go().await;
    page.until(none).await;
    page.evaluate("$('#censor_hold').focus()").await;
    page.hold_key(' ').await;
    page.until(all).await;
    page.evaluate("window.clock += 700").await;
    page.let_go_of_key(' ').await;
    page.until(none).await;
    // A short press holds it, and another lets it go.
    for does in [all, none] {
        page.click("label:has(#censor_hold)").await;
        page.until(does).await;
    }
    for does in [all, none] {
        page.press_on("#censor_hold", Key::Space).await;
        page.until(does).await;
    }

    // One name alone: under the pointer, and with the focus.
    page.bring("#s7").await;
    let name = "#article .named[data-erased]";
    page.hover(name).await;
    page.until(&format!("isLit($('{name}')) && names().filter(isLit).length === 1")).await;
    page.move_to(5.0, 5.0).await;
    page.until(none).await;
    page.evaluate("$('a.note-mark[href=\"#unions-not-trade\"]').focus()").await;
    page.tabs(1, false).await;
    page.until("isLit($('a.mention[data-erased]')) && names().filter(isLit).length === 1").await;
    page.assert("location.search === '?copy=censor'").await;
    page.assert_content().await;
}

async fn is_restored(engine: Engine) {
    let site = Site::built().await;
    let page = live(engine, &site, "").await;
    page.click("label:has(#copy_censor)").await;
    page.until("isOn() && location.search === '?copy=censor'").await;
    page.click("label:has(#censor_hold)").await;
    page.until("names().every(isLit)").await;
    page.bring("#s5").await;
    page.evaluate("window.was = scrollY").await;
    page.click(".censor-bar button").await;
    page.until("isWhole() && location.search === '' && document.activeElement === $('#copy_written')").await;
    page.assert("window.was === scrollY && !$('#censor_hold').checked").await;
    // Back and forward, like every step.
    page.back().await;
    page.until("isOn() && location.search === '?copy=censor'").await;
    page.forward().await;
    page.until("isWhole() && location.search === ''").await;
    // By keys, and by the other button of the switch.
    page.press_on("#copy_written", Key::Right).await;
    page.until("isOn() && location.search === '?copy=censor'").await;
    page.press(Key::Left).await;
    page.until("isWhole() && location.search === ''").await;
    // Nothing of it is kept.
    page.assert("!JSON.stringify(localStorage).includes('censor')").await;
    page.reload().await;
    helped(&page).await;
    page.assert("isWhole()").await;
    page.assert_content().await;
}

async fn opens_by_its_address(engine: Engine) {
    let site = Site::built().await;
    let page = live(engine, &site, "?copy=censor#s20").await;
    page.until("isOn() && inView('#s20') && $('.censor-bar').getBoundingClientRect().bottom === innerHeight").await;
    page.reload().await;
    helped(&page).await;
    page.until("isOn() && location.search === '?copy=censor'").await;
    page.goto("about:blank").await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    helped(&page).await;
    page.assert("isWhole()").await;
    page.assert_content().await;
}

async fn works_without_scripts(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { scriptless: true, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    helped(&page).await;
    page.assert("isWhole()").await;
    page.click("label:has(#copy_censor)").await;
    page.until("isOn() && isReadable('.cover circle')").await;
    page.hold("#censor_hold").await;
    page.until("names().every(isLit)").await;
    page.let_go().await;
    page.click(".censor-bar button").await;
    page.until("isWhole() && !$('#censor_hold').checked").await;
    page.assert("location.search === '' && !root.hasAttribute('data-live')").await;

    // It is not remembered.
    page.click("label:has(#copy_censor)").await;
    page.until("isOn()").await;
    page.evaluate("(window.isOld = true, location.reload())").await;
    page.until("!window.isOld && document.readyState === 'complete'").await;
    helped(&page).await;
    page.assert("isWhole()").await;
}

/// Chosen before the program runs, it is still chosen then.
async fn survives_a_late_program(engine: Engine) {
    let site = Site::serve(&palimpsest_tests::built(), "/", crate::site::Program::Late).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.assert("!root.hasAttribute('data-live')").await;
    helped(&page).await;
    page.click("label:has(#copy_censor)").await;
    page.until("isOn()").await;
    site.release();
    page.until_live().await;
    page.until("isOn() && location.search === '?copy=censor'").await;
    page.assert_content().await;
}

async fn strikes_names_in_forced_colors(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { wish: Wish::ForcedColors, ..Setup::default() }).await;
    page.goto(&site.url("?copy=censor")).await;
    page.until_live().await;
    helped(&page).await;
    page.until("isReadable('.censor-bar button')").await;
    let struck = "names().every(name => (({ textDecorationLine, outlineStyle }) =>
        textDecorationLine === 'line-through' && outlineStyle === 'dotted')(getComputedStyle(name)))";
    if engine == Engine::WebKit {
        page.assert(&format!("!({struck})")).await;
        return;
    }
    page.assert(&format!("{struck} && names().every(name => getComputedStyle(name, '::after').display === 'none')"))
        .await;
    page.assert_content().await;
}

async fn is_printed_by_its_address_alone(engine: Engine) {
    let site = Site::built().await;
    // Without the program the address says nothing of it, and the true page is printed.
    let page = Page::open(engine, Setup { scriptless: true, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    page.click("label:has(#copy_censor)").await;
    page.until("$('#copy_censor').checked").await;
    has_everything(&printed(&page).await, &story(), engine);
    let said = letters("The censor’s copy. Leon Trotsky is gone");
    assert!(!printed(&page).await.contains(&said), "{engine:?}: the true page says nothing of a copy");
    drop(page);

    let page = live(engine, &site, "?copy=censor").await;
    page.until("isOn() && isStill()").await;
    let sheets = printed(&page).await;
    assert_eq!(sheets.matches(&said).count(), 1, "{engine:?}: it says what it is");
    page.assert_content().await;
}
