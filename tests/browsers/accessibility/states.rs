//! The states of the page, one after the other.

use fantoccini::key::Key;

use crate::page::Page;

/// The name of the state with nothing open.
pub const REST: &str = "at rest";

/// Something that opens over the page: its name, the script that opens it, and its part of the page.
pub struct Opened {
    pub name: &'static str,
    pub does: &'static str,
    pub part: &'static str,
    /// A condition that is true once it is open.
    pub there: &'static str,
}

const fn opened(name: &'static str, part: &'static str, does: &'static str, there: &'static str) -> Opened {
    Opened { name, does, part, there }
}

/// Everything that opens over the page.
pub const OPENED: [Opened; 8] = [
    opened("a person's card", "#card", "$(\"#s9 a.mention[href='#stalin']\").click()", "$('#card .person-role')"),
    opened("a note's card", "#card", "$(\"a.note-mark[href='#kronstadt-first']\").click()", "$('#card .note-kind')"),
    opened("an event's card", "#card", "$('#s4 a.mention-event').click()", "$('#card .event-title')"),
    opened("a source's card", "#card", "$('#notes .cite').click()", "$('#card .citation')"),
    opened("the search", "#search_panel", "$('.search-field').click()", "$('#search_panel').open"),
    opened(
        "what is taken along",
        "#share_panel",
        "$('.toolbar [data-command=\"share\"]').click()",
        "$('#share_panel').open",
    ),
    opened("the display", "#settings_sheet", "$('[popovertarget=settings_sheet]').click()", "true"),
    opened("the help", "#help_sheet", "$('[popovertarget=help_sheet]').click()", "true"),
];

/// Brings the page into each of its states, and calls `look` in each with the name of the state and the selector of the part
/// to look at.
pub async fn each(page: &Page, mut look: impl AsyncFnMut(&str, &str)) {
    dress(page, REST, "").await;
    look(REST, "body").await;
    dress(page, "", "").await;
    page.bring("#s9").await;
    page.until("$('.scale-here') && isStill()").await;
    look("in the text", ".scale").await;
    for Opened { name, does, part, there } in OPENED {
        // Going back, as closing a card does, may still scroll to where the reader was.
        page.until("(scrollTo(0, 0), scrollY === 0) && !$('.scale-here')").await;
        page.evaluate(does).await;
        page.until(&format!("isReadable('{part}') && !!({there}) && isStill()")).await;
        if part == "#search_panel" {
            page.type_text("Kronstad").await;
            page.until("$('#search_input').value === 'Kronstad' && $$('[data-result]').length > 5").await;
        }
        look(name, part).await;
        page.press(Key::Escape).await;
        page.until(&format!("!isReadable('{part}') && location.search === ''")).await;
    }
    page.evaluate("$(\"[data-command='open all']\").click()").await;
    page.until("allOpen() && isStill()").await;
    look("all events open", ".events").await;
    page.evaluate("$(\"[data-command='close all']\").click()").await;
    page.until("noneOpen() && isStill()").await;
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"#zinoviev [data-command='follow here']\").click()").await;
    page.evaluate("$(\"[data-command='others show']\").click()").await;
    // The events move to their places.
    page.settle().await;
    page.until("isStill()").await;
    page.evaluate("slide('from', 1891)").await;
    page.until("$('.between') && $('.events[data-dimmed] > .event:not([data-in-front])') && !$('.scale-window').hidden && isStill()").await;
    page.evaluate("$('.followed-places').open = true").await;
    look("two people followed", "#timeline").await;
}

/// Replaces the rules that this function added before by `rules`, in a constructed style sheet, because the policy forbids
/// inline styles. Content that is laid out only when it comes near is not in the accessibility tree yet. So all of a card is
/// laid out, and at rest all of the page, which would take the engines too long in every state.
pub async fn dress(page: &Page, state: &str, rules: &str) {
    let whole = if state == REST { ".appendix, " } else { "" };
    let sheet = format!(
        "(sheet => {{ sheet.replaceSync(`{whole}.card * {{ content-visibility: visible !important }} {rules}`); document.adoptedStyleSheets = [sheet]; }})(new CSSStyleSheet())"
    );
    page.evaluate(&sheet).await;
    page.settle().await;
}

/// Returns what a script finds in the page, line by line.
pub async fn lines(page: &Page, script: &str, arguments: Vec<serde_json::Value>) -> Vec<String> {
    let script = concat!(include_str!("../prelude.js"), "\n").to_owned() + script;
    let found = if script.contains("done] = arguments") {
        page.client.execute_async(&script, arguments).await
    } else {
        page.client.execute(&script, arguments).await
    };
    found.unwrap().as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}
