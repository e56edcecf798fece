//! Live regions: assistive software announces each change once, and nothing at rest.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::built;

journeys!(changes_are_told_once);

/// Records the text of a live region whenever it changes, unless it is hidden from assistive software.
const LISTEN: &str = "(() => {
    window.said = [];
    const told = '[role=status], [role=alert], [role=log], [aria-live], output';
    const say = region => {
        const words = region.textContent.trim();
        if (words && !region.closest('[aria-hidden=true]')) said.push(words);
    };
    new MutationObserver(changes => {
        const regions = new Set();
        for (const { target, addedNodes } of changes) {
            const region = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(told);
            if (region) regions.add(region);
            for (const added of addedNodes) {
                if (added.nodeType !== Node.ELEMENT_NODE) continue;
                if (added.matches(told)) regions.add(added);
                for (const within of added.querySelectorAll(told)) regions.add(within);
            }
        }
        regions.forEach(say);
    }).observe(document, { subtree: true, childList: true, characterData: true });
})()";

async fn changes_are_told_once(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Late).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.evaluate(LISTEN).await;
    page.assert("!root.hasAttribute('data-live')").await;
    site.release();
    page.until_live().await;
    page.settle().await;
    // Opening the page announces nothing, and the regions for later announcements are exposed.
    page.assert("said.length === 0").await;
    page.assert(
        "$$('[role=status]').every(region => region.checkVisibility() || region.closest('dialog:not([open]), [popover]'))",
    )
    .await;
    page.assert("$$('.following, .notice').every(part => part.hidden && !part.textContent)").await;

    // An action, the condition that shows its completion, and what is announced.
    let moves = [
        ("scrollTo(0, 2000)", "scrollY > 0", ""),
        ("$(\"#s9 a.mention[href='#stalin']\").click()", "cardShown()", ""),
        (
            "$(\"#card [data-command='follow here']\").click()",
            "location.search === '?follow=stalin'",
            "Following Joseph Stalin: 10 of 35 events; 8 sentences of the article.",
        ),
        (
            "$(\"#trotsky [data-command='follow here']\").click()",
            "location.search === '?follow=stalin,trotsky'",
            "What Joseph Stalin and Leon Trotsky share: 6 of 35 events; 4 sentences of the article.",
        ),
        (
            "slide('from', 1891)",
            "location.search.includes('years=')",
            "What Joseph Stalin and Leon Trotsky share: 6 of 35 events, 1891–2001; 4 sentences of the article.",
        ),
        (
            "slide('from', 1879)",
            "!location.search.includes('years=')",
            "What Joseph Stalin and Leon Trotsky share: 6 of 35 events; 4 sentences of the article.",
        ),
        // The focus moves to the timeline's title, which is read out instead.
        (
            "$('[data-command=\"clear lens\"]').click()",
            "location.search === '' && document.activeElement === $('#timeline_title')",
            "",
        ),
        ("$(\"[data-command='others show']\").click()", "location.search === '?others=dimmed'", ""),
        ("$(\"[data-command='others hide']\").click()", "location.search === ''", ""),
        // The pressed control announces its own new state.
        ("$(\"[data-command='order article']\").click()", "location.search === '?order=article'", ""),
        ("$('[data-command=\"order time\"]').click()", "location.search === '?order=time'", ""),
        ("$(\"[data-command='open all']\").click()", "allOpen()", ""),
        ("$(\"[data-command='close all']\").click()", "noneOpen()", ""),
        ("$(\"[data-command='theme dark']\").click()", "root.dataset.settings === 'dark'", ""),
        ("$('[data-command=\"theme system\"]').click()", "root.dataset.settings === ''", ""),
        ("$('.toolbar [data-command=\"share\"]').click()", "$('#share_panel').open", ""),
        ("$('#share_panel .card-close').click()", "!$('#share_panel').open", ""),
        ("$('.search-field').click()", "$('#search_panel').open", "Article, people, events, notes and sources."),
    ];
    for (does, done, says) in moves {
        page.evaluate("void (said.length = 0)").await;
        let place = page.number("scrollY").await;
        page.evaluate(does).await;
        page.until(&format!("!!({done}) && isStill()")).await;
        page.settle().await;
        // A change of theme, of order, or of how other events are shown leaves readers where they are.
        if does.contains("theme") || does.contains("order") || does.contains("others") {
            page.assert(&format!("Math.abs(scrollY - {place}) <= 2")).await;
        }
        let said = page.evaluate("said").await;
        let expected: Vec<&str> = [says].into_iter().filter(|says| !says.is_empty()).collect();
        assert_eq!(said, serde_json::json!(expected), "{engine:?}: {does}");
    }
    for (types, says) in [
        ("K", "\\d+ answers"),
        ("zzzz", "No match for “Kzzzz” in the article, the timeline, the people, the notes or the sources\\."),
    ] {
        page.evaluate("void (said.length = 0)").await;
        page.type_text(types).await;
        page.until(&format!("/^{says}$/.test(said.at(-1))")).await;
        page.assert("new Set(said).size === said.length").await;
    }
    page.press(Key::Escape).await;
    page.until("!$('#search_panel').open").await;

    // A year chosen by keyboard: the slider announces the year, and the line announces once what is shown.
    page.evaluate("void (said.length = 0)").await;
    page.press_on("[data-command='years from']", Key::Right).await;
    page.until("location.search === '?order=time&years=1880-2001' && isStill()").await;
    page.settle().await;
    page.assert("said.length === 1 && /^\\d+ of 35 events, 1880–2001\\.$/.test(said[0])").await;
    page.assert_content().await;

    // An address that leads nowhere is announced when the page opens.
    page.client.goto(&site.url("?follow=nobody")).await.unwrap();
    page.until("!$('.notice').hidden && $('.notice').textContent.includes('nobody')").await;
}
