//! Target sizes: 24 px or enough spacing for every pointer (WCAG 2.5.8), and 44 px on touch screens for controls outside
//! text.

use serde_json::json;

use super::states::{self, lines};
use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(large_enough, large_enough_on_a_narrow_page, large_enough_for_a_finger);

async fn large_enough(engine: Engine) {
    let site = Site::built().await;
    measure(&Page::live(engine, &site).await).await;
}

async fn large_enough_on_a_narrow_page(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    measure(&page).await;
}

async fn measure(page: &Page) {
    let mut wrong = Vec::new();
    states::each(page, async |state, _| {
        let small = lines(page, include_str!("targets.js"), vec![24.into(), true.into()]).await;
        wrong.extend(small.into_iter().map(|small| format!("{state}: {small}")));
    })
    .await;
    wrong.dedup();
    assert!(wrong.is_empty(), "{:?}:\n{}", page.engine, wrong.join("\n"));
}

/// Chromium emulates a touch screen. The others cannot, but get the same rules.
async fn large_enough_for_a_finger(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    if engine != Engine::Chromium {
        let rules = "(function rules(within) {
            return [...within.cssRules ?? []].flatMap(rule => [rule, ...rules(rule)]);
        })({ cssRules: [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]) }).filter(rule => rule.media?.mediaText === '(pointer: coarse)').length";
        assert!(page.number(rules).await >= 2.0, "{engine:?}: rules for a finger");
        return;
    }
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
    page.until("matchMedia('(pointer: coarse)').matches").await;
    let mut wrong = Vec::new();
    states::each(&page, async |state, _| {
        let small = lines(&page, include_str!("targets.js"), vec![44.into(), false.into()]).await;
        // Lists of links are as dense as text, and keep to 24 px.
        let alone = small.into_iter().filter(|small| !small.starts_with("a.") || small.contains(" in lives"));
        wrong.extend(alone.map(|small| format!("{state}: {small}")));
    })
    .await;
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": false })).await;
    assert!(wrong.is_empty(), "{engine:?}:\n{}", wrong.join("\n"));
}
