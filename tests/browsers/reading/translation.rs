//! A page that the browser translates keeps working: what is clicked opens, and what the program writes appears once, and is
//! translated too. `translator.js` imitates the translators of the three browsers: the real ones need models from the
//! network, which no driver provides.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::built;

journeys!(
    works_when_texts_are_wrapped,
    works_when_texts_are_replaced,
    works_when_elements_are_rebuilt,
    takes_over_what_was_translated,
    leaves_names_of_works_alone,
);

async fn works_when_texts_are_wrapped(engine: Engine) {
    works(engine, "wraps").await;
}

async fn works_when_texts_are_replaced(engine: Engine) {
    works(engine, "replaces").await;
}

async fn works_when_elements_are_rebuilt(engine: Engine) {
    works(engine, "rebuilds").await;
}

/// Does everything that readers do, on a page that was translated after the program had taken over.
async fn works(engine: Engine, kind: &str) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.client.goto(&site.url("?follow=nobody")).await.unwrap();
    page.until_live().await;
    page.until("!$('.notice').hidden").await;
    translate(&page, kind).await;

    page.until("untranslated('.notice').length === 0 && says('.notice p').endsWith('asks for. Close')").await;
    page.evaluate("$('.notice button').click()").await;
    page.until("$('.notice').hidden && says('.notice') === ''").await;
    cards(&page).await;
    follows(&page).await;
    searches(&page).await;
    lens(&page).await;
    reads_on(&page).await;
    panels(&page).await;
    assert_eq!(page.evaluate("untranslated('main')").await, serde_json::json!([]), "{engine:?}, {kind}");
    page.assert_content().await;
}

async fn translate(page: &Page, kind: &str) {
    let start = format!("{}\nwindow.startTranslator('{kind}');", include_str!("translator.js"));
    page.client.execute(&start, Vec::new()).await.unwrap();
    page.assert("says('h1').startsWith('Betrayed by a Brother') && untranslated('main').length === 0").await;
}

/// Opens a card, and another from it; goes back in the card and forward in the history; closes cards by Esc and by Back.
async fn cards(page: &Page) {
    let card =
        |title: &str| format!("cardShown() && says('#card h3') === '{title}' && untranslated('#card').length === 0");
    let congress = "cardShown() && says('#card .event-title').endsWith('The Tenth Party Congress') && untranslated('#card').length === 0";
    page.click("a.mention[href='#tenth-congress']").await;
    page.until(congress).await;
    page.evaluate("$(\"#card dd a[href='#lenin']\").click()").await;
    // The history has it too, which is written after the card is drawn.
    page.until(&format!(
        "{} && says('.card-back') === 'Back to The Tenth Party Congress' && location.search === '?card=tenth-congress,lenin'",
        card("Vladimir Lenin")
    ))
    .await;
    page.evaluate("$('.card-back').click()").await;
    page.until(&format!("{congress} && !$('.card-back')")).await;
    page.forward().await;
    page.until(&card("Vladimir Lenin")).await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search === ''").await;
    page.click("a.note-mark[href='#kronstadt-first']").await;
    page.until("cardShown() && says('#card .note-kind').startsWith('Correction ')").await;
    page.back().await;
    page.until("!cardShown() && location.search === ''").await;
}

/// Follows one person, then a second, then another second person, and then nobody.
async fn follows(page: &Page) {
    let line = |words: &str| {
        format!("says('.following [role=status]').startsWith('{words}: ') && untranslated('.following').length === 0")
    };
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.until(&line("Following Lev Kamenev")).await;
    let ages = |names: &str| {
        format!(
            "$$('.event-age:not([hidden])').length > 0 && $$('.event-age:not([hidden])').every(age => /^‹({names}) [^‹›]+›$/.test(age.textContent))"
        )
    };
    page.until(&ages("Lev Kamenev")).await;
    for (second, name) in [("zinoviev", "Grigory Zinoviev"), ("stalin", "Joseph Stalin")] {
        page.evaluate(&format!("$(\".faces [data-shows='{second}'] button\").click()")).await;
        page.until(&line(&format!("What Lev Kamenev and {name} share"))).await;
        page.until(&format!("says('.between h3') === 'Lev Kamenev and {name}'")).await;
        page.until(&ages(&format!("Lev Kamenev|{name}"))).await;
        page.until(
            "(says('.followed').match(/In the article: (\\d+)/) ?? [0, '0'])[1] === String($$('.followed-places li').length)",
        )
        .await;
    }
    page.evaluate("$(\".faces [data-shows='kamenev'] button\").click()").await;
    page.evaluate("$(\".faces [data-shows='trotsky'] button\").click()").await;
    page.until(&line("What Joseph Stalin and Leon Trotsky share")).await;
    page.until("says('.between h3') === 'Joseph Stalin and Leon Trotsky'").await;
    page.evaluate("$('[data-command=\"clear lens\"]').click()").await;
    page.until("$('.following').hidden && says('.following') === '' && !$('.event-age:not([hidden])') && location.search === ''")
        .await;
}

/// Searches word by word. Each result has the same words as the place to which it leads.
async fn searches(page: &Page) {
    page.evaluate("$('.search-field').click()").await;
    page.until("$('#search_panel').open && document.activeElement === $('#search_input')").await;
    for (typed, query) in [("kro", "kro"), ("nstad", "kronstad"), (" 1921", "kronstad 1921")] {
        page.type_text(typed).await;
        page.until(&format!("$('#search_input').value === '{query}'")).await;
        page.until("$$('[data-result]').length > 0 && parseInt(says('.search-count')) === $$('[data-result]').length")
            .await;
        // The event's result has its date and title, with no piece missing and none too many.
        page.until("says('[data-result=kronstadt] b') === says('#kronstadt .event-title')").await;
    }
    page.type_text("zzz").await;
    page.until("says('.search-count').startsWith('No match for “kronstad 1921zzz”') && !!$('[data-result=timeline]')")
        .await;
    for _ in 0.."zzz".len() {
        page.press(Key::Backspace).await;
    }
    page.until("$('[data-result=kronstadt]')?.ariaSelected === 'true'").await;
    page.press(Key::Enter).await;
    page.until("!$('#search_panel').open && location.hash === '#kronstadt' && isOpen('kronstadt')").await;
    page.until("inView('#kronstadt')").await;
}

/// Opens and closes all events, chooses the order of the article, and a few years, and resets all of it.
async fn lens(page: &Page) {
    page.evaluate("$(\"[data-command='open all']\").click()").await;
    page.until("allOpen()").await;
    page.evaluate("$(\"[data-command='close all']\").click()").await;
    page.until("noneOpen()").await;
    let first = page.text("$('.events > li').id").await;
    page.evaluate("$(\"[data-command='order article']\").click()").await;
    page.until("location.search === '?order=article'").await;
    page.until("new Set($$('.events > li').map(event => says(`#${event.id} .event-title`))).size === $$('.events > li').length")
        .await;
    page.evaluate("$('.timeline-controls [data-command=\"order time\"]').click()").await;
    page.until(&format!("location.search === '?order=time' && $('.events > li').id === '{first}'")).await;
    page.evaluate("slide('from', 1917)").await;
    page.until(
        "location.search.startsWith('?order=time&years=') && says('[data-command=\"years from\"] + output') === $('[data-command=\"years from\"]').value",
    )
    .await;
    page.until("says('.following [role=status]').includes($('[data-command=\"years from\"]').value)").await;
    page.evaluate("slide('from', 1879)").await;
    page.until("location.search === '?order=time' && $('.following').hidden").await;
}

/// The time rail says where the passage is.
async fn reads_on(page: &Page) {
    let mut before = String::new();
    for sentence in ["s7", "s20", "s29"] {
        page.bring(&format!("#{sentence}")).await;
        page.until(&format!("!!$('.scale-here') && $('.scale-here').hash !== '{before}'")).await;
        before = page.text("$('.scale-here').hash").await;
        let title =
            "says($('.scale-here').hash + ' .event-title').replace(says($('.scale-here').hash + ' .event-date'), '')";
        page.until(&format!(
            "says('.scale-here .visually-hidden') === says('.scale-here [aria-hidden]') + ': ' + {title}.trim()"
        ))
        .await;
    }
}

/// Opens the panels.
async fn panels(page: &Page) {
    page.click("[popovertarget=settings_sheet]").await;
    page.until("isReadable('#settings_sheet')").await;
    page.evaluate("$(\"[data-command='size large']\").click()").await;
    page.until("localStorage.getItem('palimpsest.settings') === 'large'").await;
    page.evaluate("$('[data-command=\"forget settings\"]').click()").await;
    page.until("localStorage.length === 0").await;
    page.press(Key::Escape).await;
    page.until("!isReadable('#settings_sheet')").await;
    // Chromium complains about copying without a user gesture.
    page.evaluate("void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })").await;
    for place in ["kotkin-2014", "kronstadt"] {
        page.evaluate(&format!("$(\"#{place} :is([data-command='share here'], .link-mark)\").click()")).await;
        page.until("$('#share_panel').open || isReadable('#link_copied')").await;
        page.evaluate("$('#share_panel').open || $('#link_copied button').click()").await;
        page.until(&format!("$('#share_panel').open && $('#share_address').value.endsWith('#{place}')")).await;
        page.until(&format!("says('#share_name') === says('#{place} :is(.citation, h3)')")).await;
        page.evaluate("$('#share_panel .card-close').click()").await;
        page.until("!$('#share_panel').open").await;
    }
}

/// A translator may finish before the program starts.
async fn takes_over_what_was_translated(engine: Engine) {
    for kind in ["wraps", "replaces", "rebuilds"] {
        let site = Site::serve(&built(), "/", Program::Late).await;
        let page = Page::open(engine, Setup::default()).await;
        page.goto(&site.url("")).await;
        page.until("!!$('#card') && window.complaints?.length === 0").await;
        page.assert("!root.hasAttribute('data-live')").await;
        translate(&page, kind).await;
        site.release();
        page.until_live().await;
        page.settle().await;
        page.assert("untranslated('main').length === 0").await;
        cards(&page).await;
        follows(&page).await;
        page.assert_content().await;
    }
}

/// Names in their own script, works and their authors are looked up letter by letter, so they are not translated.
async fn leaves_names_of_works_alone(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    for selector in [".person-names [lang]", ".fact-where [lang]", ".cite", ".fact-sources li", ".citation"] {
        page.assert(&format!("$$('main {selector}').length > 0 && $$('main {selector}').every(part => (part.closest('[translate=no]') ?? part.querySelector('[translate=no]')) !== null)"))
            .await;
    }
    // Nothing else is exempt: the author's words and ours are to be read.
    page.assert("!$('#article [translate], .event-summary [translate], h3 [translate]')").await;
}
