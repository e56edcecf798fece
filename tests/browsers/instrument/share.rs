//! Addresses, citations and files.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(shares_and_cites);

async fn shares_and_cites(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring("#s12").await;
    page.until("$('.scale-here') !== null").await;
    page.evaluate("$('.toolbar [data-command=\"share\"]').click()").await;
    page.until("$('#share_panel').open && $('#share_address').value === location.href").await;
    page.assert("/#s\\d+$/.test($('#share_passage').value) && isReadable('#share_quote')").await;
    page.assert("$('#share_citation').value.startsWith('Caroline. “Betrayed by a Brother')").await;
    page.assert(
        "$('#share_bibtex').value.startsWith('@online{') && JSON.parse($('#share_csl').value)[0].type === 'webpage'",
    )
    .await;

    copies(&page).await;

    page.evaluate("$('#share_files').open = true").await;
    // The files are beside the page, and the links to them work without scripts.
    for (file, holds) in [
        ("timeline.json", "JSON.parse(text).events.length === 35"),
        ("timeline-timelinejs.json", "JSON.parse(text).events.length === 35"),
        ("timeline.ics", "text.split('BEGIN:VEVENT').length === 36 && text.includes('DTSTART;VALUE=DATE:19210308')"),
        ("timeline.csv", "text.trim().split('\\r\\n').length >= 31 && text.includes('1921-03-08/1921-03-16')"),
        ("citations.bib", "text.includes('@book{kotkin-2014')"),
        ("citations.json", "JSON.parse(text).length > 80"),
    ] {
        page.assert(&format!(
            "isReadable('#share_files a[download][href=\"{file}\"]') && $('.colophon a[href=\"{file}\"]') !== null"
        ))
        .await;
        page.until_later(&format!("fetch('{file}').then(file => file.text()).then(text => {holds})")).await;
    }

    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    // A source is cited as the compiler formatted it. Formats for other programs are in the files.
    page.evaluate("$('#kotkin-2014').closest('details').open = true").await;
    page.click("#kotkin-2014 [data-command='share here']").await;
    page.until("$('#share_panel').open && $('#share_address').value.endsWith('/#kotkin-2014')").await;
    page.assert("isReadable('#share_files') && $('#share_citation').value.includes('Paradoxes of Power')").await;
    page.assert("!isReadable('#share_bibtex') && !isReadable('#share_csl')").await;
    page.click("#share_panel .card-close").await;
    page.until("!$('#share_panel').open").await;
    // The editors' words are cited as theirs, in this edition of the author's article.
    page.evaluate("$('#kronstadt details').open = true").await;
    page.evaluate("$('#kronstadt .link-mark').click()").await;
    page.until("isReadable('#link_copied')").await;
    page.click("#link_copied button").await;
    page.until("$('#share_panel').open && $('#share_address').value.endsWith('/#kronstadt')").await;
    page.assert("$('#share_citation').value.startsWith('The founders of Palimpsest. “The Kronstadt Rising.” Betrayed by a Brother')").await;
    page.assert("$('#share_citation').value.includes(', by Caroline. Accessed ')").await;
    page.assert("$('#share_bibtex').value.startsWith('@incollection{') && $('#share_bibtex').value.includes('bookauthor = {{Caroline}}')").await;
    page.assert("JSON.parse($('#share_csl').value)[0]['container-author'][0].literal === 'Caroline'").await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    page.evaluate("$('#kronstadt details').open = false").await;
    page.until("location.hash === ''").await;

    // The address includes the card, which the panel hides and restores.
    page.click("#s9 a.mention[href='#stalin']").await;
    page.until("cardShown() && location.search === '?card=stalin'").await;
    page.evaluate("$('.toolbar [data-command=\"share\"]').click()").await;
    page.until("$('#share_panel').open && $('#share_address').value.endsWith('/?card=stalin#s9') && !cardShown()")
        .await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open && cardShown() && document.activeElement === $('#s9 a.mention')").await;
    page.assert_content().await;
}

/// Copying selects the text and reports the outcome, whether the clipboard is available, blocked or missing.
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
        page.evaluate("void (getSelection().removeAllRanges(), $(\"[data-command='copy citation']\").click())").await;
        page.until(&format!("$('#share_status').innerText.trim() === '{said}' && isReadable('#share_status')")).await;
        page.assert("$('#share_citation').selectionEnd === $('#share_citation').value.length").await;
    }
    page.assert("window.copied === $('#share_citation').value").await;
    // The report disappears with the panel.
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    page.evaluate("$('.toolbar [data-command=\"share\"]').click()").await;
    page.until("$('#share_panel').open && $('#share_status').textContent === ''").await;
    page.assert_content().await;
}
