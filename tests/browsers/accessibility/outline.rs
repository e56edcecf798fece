//! The outline of the page: landmarks, headings, the language of the page and of names in it.

use serde_json::json;

use super::states;
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(regions_headings_and_languages);

/// Regions by selector, with the role and the name that the browsers compute.
const REGIONS: [(&str, &str, &str); 12] = [
    (".edition", "banner", ""),
    (".edition-parts", "navigation", "Parts of the page"),
    (".toolbar", "group", "Tools"),
    ("main", "main", ""),
    ("#article", "article", ""),
    (".scale", "navigation", "Timeline position"),
    ("#timeline", "region", "Timeline"),
    ("#people", "region", "People"),
    ("#notes", "region", "Notes"),
    ("#terms", "region", "Terms"),
    ("#sources", "region", "Sources"),
    (".colophon", "contentinfo", ""),
];

/// Lists headings that skip a level, and level-one headings after the first.
const OUTLINE: &str = "(part => {
    const headings = [...$(part).querySelectorAll('h1, h2, h3, h4, h5, h6')]
        .filter(heading => heading.checkVisibility() && (part !== 'body' || !heading.closest('dialog, [popover]')));
    let before = part === 'body' ? 0 : 2;
    return headings.flatMap((heading, at) => {
        const level = Number(heading.localName[1]);
        const wrong = level > before + 1 || level === 1 && at > 0 || !heading.textContent.trim();
        before = level;
        return wrong ? [heading.outerHTML.slice(0, 100)] : [];
    });
})";

async fn regions_headings_and_languages(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.assert("root.lang === 'en-US' && $$('h1').length === 1 && document.title === $('h1').textContent").await;
    page.assert("$$('main').length === 1 && $$('body > * > header').length === 1 && $$('footer').length === 1").await;
    states::dress(&page, states::REST, "").await;
    for (selector, role, name) in REGIONS {
        let element = page.find(selector).await;
        let id = element.element_id();
        let computed = page.ask(&format!("element/{}/computedrole", &*id)).await;
        assert_eq!(computed, role, "{engine:?}: {selector}");
        if !name.is_empty() {
            let computed = page.ask(&format!("element/{}/computedlabel", &*id)).await;
            assert_eq!(computed, name, "{engine:?}: {selector}");
        }
    }
    // Letters that English does not have are in elements with a language that has them.
    let foreign = "(texts => { const found = []; while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (/\\p{Script=Cyrillic}|\\p{Script=Hebrew}|\\p{Script=Arabic}/u.test(data)
            && !parentElement.closest('script, style') && ['en-US', null].includes(parentElement.closest('[lang]').lang)) found.push(data.slice(0, 60));
        } return found; })(document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT))";
    assert_eq!(page.evaluate(foreign).await, json!([]), "{engine:?}");
    page.assert(
        "$$('[lang]').length > 10 && $$('[lang]').every(part => /^[a-z]{2,3}(-[A-Z][a-z]+)?(-[A-Z]{2})?$/.test(part.lang))",
    )
    .await;

    states::each(&page, async |state, part| {
        let wrong = page.evaluate(&format!("{OUTLINE}('{part}')")).await;
        assert_eq!(wrong, json!([]), "{engine:?}: {state}");
    })
    .await;
    page.assert_content().await;
}
