//! Following a person, and sharing the view.

use fantoccini::key::Key;

use super::reader::{Reader, Way};
use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(follow_kamenev_by_pointer, follow_kamenev_by_keys, follow_nobody_by_and_by);

async fn follow_kamenev_by_pointer(engine: Engine) {
    for narrow in [false, true] {
        follow_kamenev(&Reader::of(engine, narrow, Way::Pointer).await).await;
    }
}

async fn follow_kamenev_by_keys(engine: Engine) {
    for narrow in [false, true] {
        follow_kamenev(&Reader::of(engine, narrow, Way::Keys).await).await;
    }
}

/// Nobody instead of the first: the second takes their place in the list that has the focus. And nobody again.
async fn follow_nobody_by_and_by(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("?follow=kamenev,trotsky#timeline")).await;
    page.until_live().await;
    page.press_on("[data-command='follow first']", Key::Home).await;
    page.until("location.search === '?follow=trotsky' && $('[data-command=\"follow first\"]').value === 'trotsky'")
        .await;
    page.assert("document.activeElement === $('[data-command=\"follow first\"]') && $('[data-command=\"follow second\"]').value === ''").await;
    page.press(Key::Home).await;
    page.until("location.search === '' && $('[data-command=\"follow first\"]').value === '' && $('.following').hidden")
        .await;
    page.assert_content().await;
}

/// When Kamenev turned from Trotsky's rival to his ally and what made him a “brother”; and somebody else sees the same.
async fn follow_kamenev(reader: &Reader) {
    let page = &reader.page;
    reader.begin_at("#s9, #s10").await;
    reader.use_it("#s10 a.mention[href='#kamenev']").await;
    page.until("cardShown() && $('#card h3').textContent === 'Lev Kamenev'").await;
    let relation = |words: &str, date: &str| {
        format!(
            "$$('#card [data-with=trotsky]').some(line => line.textContent.includes('{words}') && line.textContent.includes('{date}'))"
        )
    };
    page.assert(&relation("rival", "December 1922")).await;
    page.assert(&relation("ally", "1926")).await;
    page.assert(&relation("Brothers-in-law", "1902")).await;

    reader.use_it("#card [data-command='follow here']").await;
    page.until("location.search.includes('follow=kamenev') && !$('.following').hidden").await;
    // What lights up lies under the card: it closes.
    page.until("!cardShown() && location.search === '?follow=kamenev'").await;
    page.assert("$('#kamenev [data-command=\"follow here\"]').ariaPressed === 'true'").await;
    page.assert("/^Following Lev Kamenev: \\d+ of 30 events; 1 sentence of the article\\.$/.test($('.following [role=status]').textContent)")
        .await;
    page.assert("$$('#article [data-followed=first]').length === 1 && $('.lives [data-person=kamenev]').dataset.followed === 'first'")
        .await;
    page.assert(
        "isReadable('.followed .lifeline') && $$('.events[data-dimmed] > .event:not([data-in-front])').length === 30 - $$('.events > .event[data-in-front]').length",
    )
    .await;
    page.assert("$('#trial-of-the-sixteen .event-age:not([hidden])').textContent === 'Lev Kamenev aged 53'").await;
    // Another Kamenev had a part in that one.
    page.assert("!$('#kronstadt-ultimatum .event-age:not([hidden])')").await;

    // Nobody is followed twice: the list goes back to nobody. Keys pass by another name on their way to this one.
    if reader.way == Way::Pointer {
        reader.choose("[data-command='follow second']", "Lev Kamenev").await;
        page.until("$('[data-command=\"follow second\"]').value === '' && location.search === '?follow=kamenev'").await;
    }

    // A second one: what the two share.
    reader.choose("[data-command='follow second']", "Leon Trotsky").await;
    page.until("location.search === '?follow=kamenev,trotsky'").await;
    page.until("$('.between h3').textContent === 'Lev Kamenev and Leon Trotsky' && $$('.between li').length === 4")
        .await;
    page.assert("isReadable('.between li')").await;
    same_in_a_clean_profile(reader).await;

    reader.use_it("[data-command='clear lens']").await;
    page.until("location.search === '' && $('.following').hidden && !$('[data-followed]') && !$('.events[data-dimmed] > .event:not([data-in-front])')").await;
    page.back().await;
    page.until("location.search === '?follow=kamenev,trotsky' && $$('.events[data-dimmed] > .event:not([data-in-front])').length > 0").await;
    page.assert_content().await;
}

/// What the page shows of who is followed, in words.
const VIEW: &str = "[$('.following').textContent, $('.followed').textContent, location.search, location.hash,
    $$('.events > .event').map(event => `${event.id} ${event.className} ${event.hidden} ${isOpen(event.id)}`).join(),
    $$('[data-followed]').map(lit => lit.dataset.followed + lit.textContent).join()].join('\\n')";

async fn same_in_a_clean_profile(reader: &Reader) {
    let address = reader.page.text("location.href").await;
    let view = reader.page.text(VIEW).await;
    let somebody = Page::open(reader.page.engine, Setup::default()).await;
    somebody.client.goto(&address).await.unwrap();
    somebody.until_live().await;
    somebody.until("$$('.between li').length === 4").await;
    assert_eq!(somebody.text(VIEW).await, view, "{:?}", reader.page.engine);
    somebody.assert_content().await;
}
