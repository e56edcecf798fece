//! axe reports no violations at rest and with panels open, in light and dark. It finds about half of all problems: keyboard
//! use and focus order have journeys of their own.

use std::fs;
use std::time::Duration;

use fantoccini::key::Key;
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};

use crate::engine::{Engine, Setup, program};
use crate::page::Page;
use crate::site::Site;

journeys!(
    nothing_wrong_in_the_light,
    nothing_wrong_in_what_opens,
    nothing_wrong_with_people_followed,
    nothing_wrong_in_the_censors_copy,
    nothing_wrong_in_the_dark,
);

/// What axe checks: the rules for success criteria of WCAG, and those for best practices.
///
/// Contrast and the sizes of targets take most of its time and do not differ between engines, so axe checks them in Chromium
/// alone. `tests/contrast.rs` computes the contrast of all colors, and `targets.rs` measures sizes in each engine.
fn everything(engine: Engine) -> Value {
    let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    let enabled = json!({ "enabled": engine == Engine::Chromium });
    json!({
        "runOnly": { "type": "tag", "values": tags },
        "rules": { "target-size": enabled, "color-contrast": enabled },
    })
}

/// The options of [`everything`], for a page whose styles are all inline, so that there is nothing to fetch.
pub fn options(engine: Engine) -> Value {
    let mut options = everything(engine);
    options["resultTypes"] = json!(["violations"]);
    options["preload"] = false.into();
    options
}

async fn nothing_wrong_in_the_light(engine: Engine) {
    nothing_wrong(engine, Setup::default(), everything(engine)).await;
}

/// Dark mode only changes colors.
async fn nothing_wrong_in_the_dark(engine: Engine) {
    if engine != Engine::Chromium {
        return;
    }
    let colors = json!({ "runOnly": { "type": "rule", "values": ["color-contrast"] } });
    nothing_wrong(engine, Setup { dark: true, ..Setup::default() }, colors).await;
}

/// Everything that opens beside the page or over it.
async fn nothing_wrong_in_what_opens(engine: Engine) {
    let (setup, mut options, mut wrong) = (Setup::default(), everything(engine), Vec::new());
    let (_site, page) = begin(engine, setup, &mut options).await;
    for (does, state, part) in [
        ("$('#s4 a.mention-event').click()", "with an event's card", "#card"),
        ("$('#kronstadt .cite, #kronstadt .fact-sources a').click()", "with a source's card", "#card"),
        ("$('.search-field').click()", "with the search open", "#search_panel"),
        ("$('.toolbar [data-command=\"share\"]').click()", "with what can be taken along", "#share_panel"),
        ("$('#settings_sheet').showPopover()", "with the settings", "#settings_sheet"),
        ("$('#help_sheet').showPopover()", "with the help", "#help_sheet"),
    ] {
        page.evaluate(does).await;
        page.until(&format!("isReadable('{part}') && isStill()")).await;
        if part == "#search_panel" {
            page.type_text("Kronstad").await;
            page.until("$$('[data-result]').length > 3").await;
        }
        wrong.extend(check(&page, state, part, &options).await);
        page.press(Key::Escape).await;
        page.until(&format!("!isReadable('{part}') && location.search === ''")).await;
    }
    assert!(wrong.is_empty(), "{engine:?}, {setup:?}:\n{}", wrong.join("\n"));
}

async fn nothing_wrong_with_people_followed(engine: Engine) {
    let (setup, mut options, mut wrong) = (Setup::default(), everything(engine), Vec::new());
    let (_site, page) = begin(engine, setup, &mut options).await;
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"#zinoviev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"[data-command='others show']\").click()").await;
    // The events move to their places.
    page.settle().await;
    page.until("isStill()").await;
    page.evaluate("slide('from', 1891)").await;
    page.until("$('.between') && $('.events[data-dimmed] > .event:not([data-in-front])') && !$('.scale-window').hidden && isStill()").await;
    for part in ["#article", "#timeline"] {
        wrong.extend(check(&page, "with two people followed", part, &options).await);
    }
    assert!(wrong.is_empty(), "{engine:?}, {setup:?}:\n{}", wrong.join("\n"));
}

async fn nothing_wrong_in_the_censors_copy(engine: Engine) {
    let (setup, mut options, mut wrong) = (Setup::default(), everything(engine), Vec::new());
    let (_site, page) = begin(engine, setup, &mut options).await;
    page.evaluate("$('#copy_censor').click()").await;
    page.until("location.search === '?copy=censor' && isReadable('.censor-bar button') && isStill()").await;
    for part in ["#article", ".censor", ".lives"] {
        wrong.extend(check(&page, "the censor's copy", part, &options).await);
    }
    page.evaluate("$('#censor_hold').click()").await;
    page.until("$('#censor_hold').checked && isStill()").await;
    wrong.extend(check(&page, "held to the light", "#article", &options).await);
    assert!(wrong.is_empty(), "{engine:?}, {setup:?}:\n{}", wrong.join("\n"));
}

/// Opens the page, taken over by the program and at rest.
async fn begin(engine: Engine, setup: Setup, options: &mut Value) -> (Site, Page) {
    options["resultTypes"] = json!(["violations"]);
    // All styles are in the page, so there is nothing to fetch.
    options["preload"] = false.into();
    let site = Site::built().await;
    let page = Page::open(engine, setup).await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    page.assert(&format!("matchMedia('(prefers-color-scheme: dark)').matches === {}", setup.dark)).await;
    page.until("isStill()").await;
    (site, page)
}

async fn nothing_wrong(engine: Engine, setup: Setup, mut options: Value) {
    let (_site, page) = begin(engine, setup, &mut options).await;
    let mut wrong = check(&page, "at rest", "html", &options).await;

    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && isStill()").await;
    wrong.extend(check(&page, "with a card open", "#card", &options).await);

    page.click("#card .card-close").await;
    page.click("a.note-mark[href='#kronstadt-first']").await;
    page.until("cardShown() && $('#card .note-kind') && isStill()").await;
    wrong.extend(check(&page, "with a note open", "#card", &options).await);

    // WebKit's driver does not reach the button a second time.
    page.press(Key::Escape).await;
    page.until("!cardShown()").await;
    page.click("[data-command='open all']").await;
    page.until("!cardShown() && allOpen() && isStill()").await;
    wrong.extend(check(&page, "with all events open", "#timeline", &options).await);

    assert!(wrong.is_empty(), "{engine:?}, {setup:?}:\n{}", wrong.join("\n"));
}

/// Returns what axe finds in a part of the page, one line each: the state, the rule, the element, and the reason.
pub async fn check(page: &Page, state: &str, part: &str, options: &Value) -> Vec<String> {
    // Together with axe in one script, because engines differ in what a script leaves behind for the next.
    let run = "
        const [part, options, done] = arguments;
        axe.run(part, options).then(({ violations }) => done(violations), error => done(String(error)));";
    let axe = fs::read_to_string(program("PALIMPSEST_AXE")).unwrap();
    // axe looks at every element, which in Firefox takes longer than the thirty seconds that drivers allow a script.
    let patience = TimeoutConfiguration::new(Some(Duration::from_mins(2)), None, None);
    page.client.update_timeouts(patience).await.unwrap();
    let violations = page.client.execute_async(&(axe + run), vec![part.into(), options.clone()]).await.unwrap();
    let Value::Array(violations) = violations else { panic!("axe does not run: {violations}") };
    let mut wrong = Vec::new();
    for violation in &violations {
        for node in violation["nodes"].as_array().unwrap() {
            let why = node["failureSummary"].as_str().unwrap_or_default().replace('\n', " ");
            wrong.push(format!("{state}: {}: {}: {why}", violation["id"], node["target"]));
        }
    }
    wrong
}
