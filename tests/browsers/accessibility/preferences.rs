//! System preferences: forced colors, reduced motion, increased contrast, reduced transparency.

use serde_json::json;

use crate::engine::{Engine, Setup, Wish};
use crate::page::Page;
use crate::site::Site;

journeys!(
    forced_colors_keep_what_colors_say,
    nothing_moves_where_that_is_asked,
    more_contrast_and_nothing_seen_through
);

async fn open(engine: Engine, site: &Site, wish: Wish) -> Page {
    let page = Page::open(engine, Setup { wish, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    page
}

/// Everything that a color says is also said in another way, or in the system's colors. WebKitGTK does not support forced
/// colors.
async fn forced_colors_keep_what_colors_say(engine: Engine) {
    let site = Site::built().await;
    let page = open(engine, &site, Wish::ForcedColors).await;
    let forced = page.evaluate("matchMedia('(forced-colors: active)').matches").await;
    assert_eq!(forced, engine != Engine::WebKit, "{engine:?}");
    if engine == Engine::WebKit {
        return;
    }
    page.bring("#s10").await;
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"#zinoviev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"[data-command='others show']\").click()").await;
    // The events move to their places.
    page.settle().await;
    page.until("isStill()").await;
    page.evaluate("slide('from', 1891)").await;
    page.until("$('.between') && $('.events[data-dimmed] > .event:not([data-in-front])') && !$('.scale-window').hidden && $('.scale-here') && isStill()")
        .await;
    page.evaluate(
        "(() => {
            window.styled = (part, what, pseudo) =>
                getComputedStyle(typeof part === 'string' ? $(part) : part, pseudo)[what];
            window.ground = styled(root, 'backgroundColor');
            window.seen = color => color !== ground && !/^rgba.*, 0\\)$|^transparent$|^none$/.test(color);
            window.differ = (one, other, what) => styled(one, what) !== styled(other, what);
        })()",
    )
    .await;
    for told in [
        // The chosen option of a group, and a pressed button.
        "differ('[name=order]:checked + span', '[name=order]:not(:checked) + span', 'backgroundColor')",
        "differ('#kamenev [aria-pressed]', '#stalin [aria-pressed]', 'backgroundColor')",
        "styled('button[aria-disabled]', 'borderTopStyle') === 'dashed'",
        // Who is followed, and who is followed first.
        "differ('#s10 [data-followed=first]', '#s10 a.mention:not([data-followed])', 'backgroundColor')",
        "differ('#s10 [data-followed=first]', '#s10 [data-followed=second]', 'textDecorationStyle')",
        "styled('.lives li:not([data-followed])', 'display') === 'none' && styled('.lives [data-followed]', 'display') !== 'none'",
        // Where the reader is, and which years are shown.
        "seen(styled('.scale-here > [aria-hidden]', 'backgroundColor'))",
        "seen(styled('.scale-window', 'borderTopColor')) && parseFloat(styled('.scale-window', 'borderTopWidth')) >= 2",
        // The numbers of stops, with and without certain dates.
        "seen(styled('.journey-map a:not(.uncertain) rect', 'fill')) && seen(styled('.map-line', 'stroke'))",
        "differ('.journey-map a:not(.uncertain) rect', '.journey-map .uncertain rect', 'fill')",
        // Events, told by the article or added; lives, and the marks on them.
        "seen(styled('.events > .event-in-article[data-in-front]', 'backgroundColor', '::before'))",
        "styled('.events > .event-context', 'backgroundColor', '::before') === ground",
        "differ('.events > .event-context', '.events > .event-in-article', 'borderLeftStyle')",
        "seen(styled('.lives .life', 'fill')) && seen(styled('.lives-events .in-article', 'fill'))",
        "seen(styled('.events summary', 'backgroundColor', '::before'))",
        // Names, events and terms.
        "differ('#article a.mention[href=\"#lenin\"]', '#article .mention-event', 'textDecorationStyle')",
        "differ('#article .mention-event', '#article .mention-term', 'textDecorationStyle')",
    ] {
        page.assert(told).await;
    }
    // The focused element: in the text, on a button, in a list of results.
    page.tabs(1, false).await;
    page.evaluate("$('#s10 a.mention').focus()").await;
    page.assert("styled(document.activeElement, 'outlineStyle') === 'solid' && seen(styled(document.activeElement, 'outlineColor'))").await;
    page.evaluate("$('.search-field').click()").await;
    page.until("document.activeElement === $('#search_input')").await;
    page.type_text("Kronstad").await;
    page.until("$$('[data-result]').length > 3").await;
    page.assert("differ('[role=option][aria-selected=true]', '[role=option][aria-selected=false]', 'backgroundColor')")
        .await;
    page.assert("$$('.stance').every(stance => stance.textContent)").await;
    page.assert_content().await;
}

/// Records what moves, frame by frame.
const WATCH: &str = "(() => {
    window.moved = new Set();
    const look = () => {
        for (const animation of document.getAnimations()) {
            if (animation.effect.getComputedTiming().duration > 0) moved.add(animation.animationName ?? animation.transitionProperty ?? 'view');
        }
        requestAnimationFrame(look);
    };
    look();
})()";

async fn nothing_moves_where_that_is_asked(engine: Engine) {
    let site = Site::built().await;
    for wish in [Wish::LessMotion, Wish::None] {
        let page = open(engine, &site, wish).await;
        let less = wish == Wish::LessMotion;
        page.assert(&format!("matchMedia('(prefers-reduced-motion: reduce)').matches === {less}")).await;
        page.evaluate(WATCH).await;
        page.evaluate("$(\"#s9 a.mention[href='#stalin']\").click()").await;
        page.until("cardShown()").await;
        page.settle().await;
        page.press(fantoccini::key::Key::Escape).await;
        page.until("!cardShown()").await;
        page.bring("#kronstadt").await;
        page.evaluate("$('#kronstadt summary').click()").await;
        page.until("isOpen('kronstadt')").await;
        page.settle().await;
        page.evaluate("$(\"[data-command='order article']\").click()").await;
        page.until("location.search.startsWith('?order=article')").await;
        page.settle().await;
        page.until("isStill()").await;
        let moved = page.evaluate("[...moved].sort()").await;
        if less {
            assert_eq!(moved, json!([]), "{engine:?}: what moves");
        } else {
            // Without the preference, things move; otherwise the journey would prove nothing.
            assert_ne!(moved, json!([]), "{engine:?}");
        }
        page.assert_content().await;
    }
}

/// Chromium emulates these preferences. The others get the same rules, but cannot be told to emulate them.
async fn more_contrast_and_nothing_seen_through(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let wishes = ["(prefers-contrast: more)", "(prefers-reduced-transparency: reduce)"];
    if engine != Engine::Chromium {
        for wish in wishes {
            let known = format!(
                "JSON.stringify([...document.styleSheets].map(sheet => [...sheet.cssRules].map(rule => rule.cssText))).replaceAll(' ', '').includes('{}')",
                wish.replace(' ', "")
            );
            page.assert(&known).await;
        }
        return;
    }
    page.bring("#s9").await;
    page.click("#s9 a.mention[href='#stalin']").await;
    page.until("cardShown() && isStill()").await;
    let color = "getComputedStyle($('.intro')).color";
    let usual = page.text(color).await;
    let veil = "getComputedStyle(root).getPropertyValue('--veil').trim()";
    let thin = page.text(veil).await;
    let features = json!([
        { "name": "prefers-contrast", "value": "more" },
        { "name": "prefers-reduced-transparency", "value": "reduce" },
    ]);
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    page.until(&format!("{color} !== '{usual}'")).await;
    page.assert(&format!("{veil} !== '{thin}' && {veil} === getComputedStyle(root).getPropertyValue('--sunk').trim()"))
        .await;
    page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await;
    page.assert_content().await;
}
