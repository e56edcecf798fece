//! Every control as the browsers expose it to assistive software: role, name and states, compared with the reviewed table
//! `controls.txt`. `PALIMPSEST_BLESS=1` rewrites the table from Chromium.
//!
//! Roles and names come from WebDriver (`computedrole`, `computedlabel`), which all three support. States come from
//! Chromium's DevTools protocol alone, because the other engines cannot report them.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::states;
use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(every_control_says_what_it_is);

/// The key of an element in WebDriver's answers.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// The states that a reader needs to know.
const STATES: [&str; 8] = ["expanded", "pressed", "checked", "disabled", "hasPopup", "selected", "readonly", "modal"];

async fn every_control_says_what_it_is(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    // The share panel offers the sentence that was read last only if the reader is at one, which is not so here.
    let mut table = String::new();
    states::each(&page, async |state, part| {
        writeln!(table, "\n{state}").unwrap();
        for [kind, count, control] in kinds(&page, part).await {
            let [kind, count] = [kind.as_str().unwrap().to_owned(), count.to_string()];
            let id = control[ELEMENT].as_str().unwrap();
            let role = role(&kind, computed(&page, id, "computedrole").await);
            let name = computed(&page, id, "computedlabel").await;
            writeln!(table, "    {kind} ×{count} | {role} | {}", tidy(&name)).unwrap();
        }
        if engine == Engine::Chromium {
            add_states(&page, &mut table).await;
        }
    })
    .await;
    compare(engine, table.trim_start());
}

async fn kinds(page: &Page, part: &str) -> Vec<[Value; 3]> {
    let script = concat!(include_str!("../prelude.js"), include_str!("controls.js"));
    let found = page.client.execute(script, vec![part.into()]).await.unwrap();
    let found: Vec<[Value; 3]> = serde_json::from_value(found).unwrap();
    assert!(!found.is_empty(), "{:?}: {part} has controls", page.engine);
    found
}

/// Returns what the browser computes for an element. WebKit builds its accessibility tree a moment after the page, so a name
/// that must come is waited for.
async fn computed(page: &Page, id: &str, what: &str) -> String {
    for _ in 0..5 {
        let answer = page.ask(&format!("element/{id}/{what}")).await;
        if let Some(answer) = answer.as_str().filter(|answer| !answer.is_empty() || what == "computedrole") {
            return answer.to_owned();
        }
        page.settle().await;
    }
    String::new()
}

/// `<summary>` has no role in ARIA: Chromium reports one of its own, the others report none.
fn role(kind: &str, role: String) -> String {
    if kind.contains("summary") && matches!(role.as_str(), "DisclosureTriangle" | "") {
        return "summary".to_owned();
    }
    role
}

/// Names as they are spoken: engines differ in the spaces around hidden words.
fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").replace(" :", ":")
}

/// Adds the states to the lines of the table's last part.
async fn add_states(page: &Page, table: &mut String) {
    let head = table.rfind("\n\n").map_or(0, |at| at + 2);
    let mut part: Vec<String> = table[head..].lines().map(str::to_owned).collect();
    // The lines before the first control name the state. In the first part, they include a blank line.
    let first = part.iter().position(|line| line.starts_with("    ")).unwrap();
    for (number, line) in part[first..].iter_mut().enumerate() {
        let expression = json!({ "expression": format!("window.controls[{number}]") });
        let object = page.devtools("Runtime.evaluate", expression).await["result"]["objectId"].clone();
        let asked = json!({ "objectId": object, "fetchRelatives": false });
        let tree = page.devtools("Accessibility.getPartialAXTree", asked).await;
        let properties = tree["nodes"][0]["properties"].as_array().cloned().unwrap_or_default();
        let mut states = Vec::new();
        for name in STATES {
            if let Some(found) = properties.iter().find(|property| property["name"] == name) {
                states.push(format!("{name}={}", found["value"]["value"].to_string().trim_matches('"')));
            }
        }
        let current = page.evaluate(&format!("controls[{number}].ariaCurrent")).await;
        states.extend(current.as_str().map(|current| format!("current={current}")));
        if !states.is_empty() {
            write!(line, " | {}", states.join(" ")).unwrap();
        }
    }
    table.truncate(head);
    table.push_str(&part.join("\n"));
    table.push('\n');
}

fn golden() -> PathBuf {
    palimpsest_tests::repository().join("tests/browsers/accessibility/controls.txt")
}

fn compare(engine: Engine, found: &str) {
    if engine == Engine::Chromium && std::env::var_os("PALIMPSEST_BLESS").is_some() {
        fs::write(golden(), found).unwrap();
    }
    let expected = fs::read_to_string(golden()).unwrap();
    let expected: Vec<String> = expected.lines().map(|line| as_told_by(engine, line)).collect();
    let mut wrong: Vec<String> = Vec::new();
    for (expected, found) in expected.iter().zip(found.lines()) {
        let same = expected == found
            || engine == Engine::WebKit && is_with_value(found) && found.starts_with(expected.as_str());
        if !same {
            wrong.push(format!("expected {expected}\n   found {found}"));
        }
    }
    assert_eq!(expected.len(), found.lines().count(), "{engine:?}: lines; {}", wrong.join("\n"));
    assert!(wrong.is_empty(), "{engine:?}:\n{}", wrong.join("\n"));
}

/// Whether WebKit 2.50 adds the value of a slider, or the choice of a list, to the name from the label.
fn is_with_value(line: &str) -> bool {
    line.contains(" | slider | ") || line.contains(" select ")
}

/// Rewrites a line of the table as another engine reports it: without states, and in WebKit 2.50 with a drop-down list as a
/// button.
fn as_told_by(engine: Engine, line: &str) -> String {
    if engine == Engine::Chromium {
        return line.to_owned();
    }
    let told = line.splitn(4, " | ").take(3).collect::<Vec<_>>().join(" | ");
    if engine == Engine::WebKit && told.contains(" select ") { told.replace("combobox", "button") } else { told }
}
