//! Looking something up beside a sentence, and returning to it.

use fantoccini::key::Key;

use super::reader::{Reader, Way};
use crate::engine::Engine;

journeys!(
    who_was_the_agent_by_pointer,
    who_was_the_agent_by_keys,
    how_old_was_zinoviev_by_pointer,
    how_old_was_zinoviev_by_keys
);

async fn who_was_the_agent_by_pointer(engine: Engine) {
    for narrow in [false, true] {
        who_was_the_agent(&Reader::of(engine, narrow, Way::Pointer).await).await;
    }
}

async fn who_was_the_agent_by_keys(engine: Engine) {
    for narrow in [false, true] {
        who_was_the_agent(&Reader::of(engine, narrow, Way::Keys).await).await;
    }
}

/// From “a Russian agent” to who he was, to what the article gets wrong about him, and back to the sentence.
async fn who_was_the_agent(reader: &Reader) {
    let page = &reader.page;
    let name = "#s23 a.mention[href='#mercader']";
    reader.begin_at("#s22, #s23").await;
    reader.use_it(name).await;
    page.until("cardShown() && $('#card h3').textContent === 'Ramón Mercader'").await;
    page.assert(
        "$('#card .person-role').textContent.includes('Spanish agent of the NKVD') && $('#card .card-here').textContent.startsWith('Here aged 27, an enemy of Trotsky')",
    )
    .await;
    reader.use_it("#card .card-onward a").await;
    page.until("location.hash === '#mercader' && inView('#mercader') && !cardShown()").await;
    page.until("isReadable('#mercader .person-body .fact-fate')").await;
    page.back().await;
    page.until(&format!("cardShown() && inView(\"{name}\") && document.activeElement === $(\"{name}\")")).await;
    page.press(Key::Escape).await;
    page.until(&format!("!cardShown() && document.activeElement === $(\"{name}\")")).await;

    reader.use_it("#s23 a.note-mark[href='#not-russian']").await;
    page.until("cardShown() && $('#card .note-kind').textContent.startsWith('Comment')").await;
    page.assert("$$('#card .note-text').some(text => /Catalan|Span/.test(text.textContent))").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search + location.hash === '' && document.activeElement.matches('#s23 a')")
        .await;
    page.assert_content().await;
}

async fn how_old_was_zinoviev_by_pointer(engine: Engine) {
    for narrow in [false, true] {
        how_old_was_zinoviev(&Reader::of(engine, narrow, Way::Pointer).await).await;
    }
}

async fn how_old_was_zinoviev_by_keys(engine: Engine) {
    for narrow in [false, true] {
        how_old_was_zinoviev(&Reader::of(engine, narrow, Way::Keys).await).await;
    }
}

/// Finds out how old Zinoviev was when he was shot, and who died with him.
async fn how_old_was_zinoviev(reader: &Reader) {
    let page = &reader.page;
    let name = "#s10 a.mention[href='#zinoviev']";
    reader.begin_at("#s9, #s10").await;
    reader.use_it(name).await;
    page.until("cardShown() && $('#card h3').textContent === 'Grigory Zinoviev'").await;
    page.assert(
        "$('#card .dates').textContent === '1883–1936' && $('#card .person-end').textContent === 'Executed, aged 52'",
    )
    .await;
    // From the card to the entry, which opens, and to the event, whose card says who else was there.
    reader.use_it("#card .card-onward a").await;
    page.until("location.hash === '#zinoviev' && isReadable('#zinoviev .fact-died') && $('#zinoviev .fact-died').textContent.includes('August 25, 1936')").await;
    reader.use_it("#zinoviev .fact-events summary").await;
    reader.use_it("#zinoviev .fact-events a[href='#trial-of-the-sixteen']").await;
    page.until("$('#card .event-title')?.textContent.includes('1936')").await;
    page.assert(
        "['Zinoviev aged 52', 'Kamenev aged 53'].every(words => $('#card .fact-who').textContent.includes(words))",
    )
    .await;
    page.assert("isReadable('#card .event-summary') && isReadable('#card .fact-who')").await;
    // To the other person, and back by the card's own button.
    reader.use_it("#card .fact-who a[href='#kamenev']").await;
    page.until("$('#card h3').textContent === 'Lev Kamenev'").await;
    reader.use_it("#card .card-back").await;
    page.until("$('#card .event-title') && !$('#card .card-back')").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && document.activeElement.matches('#zinoviev .fact-events a')").await;
    page.assert_content().await;
}
