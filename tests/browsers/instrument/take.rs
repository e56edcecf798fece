//! What is taken along.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(take_it_along);

async fn take_it_along(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    page.bring("#s12").await;
    page.until("$('.scale-here') !== null").await;
    page.evaluate("$('.toolbar [data-do=take]').click()").await;
    page.until("$('#take_panel').open && $('#take_address').value === location.href").await;
    page.assert("/#s\\d+$/.test($('#take_passage').value) && isReadable('#take_words')").await;
    page.assert("$('#take_plain').value.startsWith('Caroline. “Betrayed by a Brother')").await;
    page.assert(
        "$('#take_bibtex').value.startsWith('@online{') && JSON.parse($('#take_csl').value)[0].type === 'webpage'",
    )
    .await;

    copies(&page).await;

    // The files, as the browser would save them.
    page.evaluate(
        "(() => { window.files = {}; URL.createObjectURL = blob => { window.blob = blob; return '#file'; };
            document.addEventListener('click', click => { const link = click.target.closest('a[download]');
                if (link) { click.preventDefault(); const name = link.download; blob.text().then(text => window.files[name] = text); } }, true);
            HTMLAnchorElement.prototype.click = function () { const name = this.download; blob.text().then(text => window.files[name] = text); }; })()",
    )
    .await;
    for kind in ["json", "ics", "csv"] {
        page.evaluate(&format!("$(\"[data-do='save {kind}']\").click()")).await;
    }
    page.until("Object.keys(window.files).length === 3").await;
    page.assert("JSON.parse(files['timeline.json']).events.length === 30").await;
    page.assert("files['timeline.ics'].split('BEGIN:VEVENT').length === 31 && files['timeline.ics'].includes('DTSTART;VALUE=DATE:19210308')").await;
    page.assert("files['timeline.csv'].trim().split('\\r\\n').length >= 31 && files['timeline.csv'].includes('1921-03-08/1921-03-16')").await;

    page.press(Key::Escape).await;
    page.until("!$('#take_panel').open").await;
    // A source by what the compiler made of it.
    page.click("#avrich-1970 [data-do='take here']").await;
    page.until("$('#take_panel').open && $('#take_address').value.endsWith('/#avrich-1970')").await;
    page.assert("$('#take_bibtex').value.startsWith('@book{avrich-1970') && JSON.parse($('#take_csl').value).id === 'avrich-1970'").await;
    page.assert("!isReadable('#take_files') && $('#take_plain').value.includes('Kronstadt 1921')").await;
    page.click("#take_panel .card-close").await;
    page.until("!$('#take_panel').open").await;

    // The address has the card that the panel hides, and gives back.
    page.click("#s9 a.mention[href='#stalin']").await;
    page.until("cardShown() && location.search === '?card=stalin'").await;
    page.evaluate("$('.toolbar [data-do=take]').click()").await;
    page.until("$('#take_panel').open && $('#take_address').value.endsWith('/?card=stalin#s9') && !cardShown()").await;
    page.press(Key::Escape).await;
    page.until("!$('#take_panel').open && cardShown() && document.activeElement === $('#s9 a.mention')").await;
    page.assert_content().await;
}

/// What is copied is selected, and what came of it is said: the clipboard may be open, shut, or not there.
async fn copies(page: &Page) {
    const SHUT: &str = "The browser did not allow that. The words are selected: you can copy them.";
    for (clipboard, said) in [
        ("{ writeText: async words => { window.copied = words; } }", "Copied."),
        ("{ writeText: () => Promise.reject(new DOMException('No.', 'NotAllowedError')) }", SHUT),
        ("{ writeText: () => { throw new TypeError('No.'); } }", SHUT),
        ("undefined", SHUT),
    ] {
        page.evaluate(&format!(
            "void Object.defineProperty(navigator, 'clipboard', {{ configurable: true, value: {clipboard} }})"
        ))
        .await;
        page.evaluate("void (getSelection().removeAllRanges(), $(\"[data-do='copy take_plain']\").click())").await;
        page.until(&format!("$('#take_said').innerText.trim() === '{said}' && isReadable('#take_said')")).await;
        page.assert("$('#take_plain').selectionEnd === $('#take_plain').value.length").await;
    }
    page.assert("window.copied === $('#take_plain').value").await;
    // What was said goes with the panel.
    page.press(Key::Escape).await;
    page.until("!$('#take_panel').open").await;
    page.evaluate("$('.toolbar [data-do=take]').click()").await;
    page.until("$('#take_panel').open && $('#take_said').textContent === ''").await;
    page.assert_content().await;
}
