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

/// Pressing a face again stops following the person, and the focus stays.
async fn follow_nobody_by_and_by(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("?follow=kamenev,trotsky#timeline")).await;
    page.until_live().await;
    let pressed = "$$('.faces [aria-pressed=true]').map(face => face.parentElement.dataset.shows).join()";
    page.assert(&format!("{pressed} === 'trotsky,kamenev'")).await;
    page.press_on(".faces [data-shows='kamenev'] button", Key::Enter).await;
    page.until(&format!("location.search === '?follow=trotsky' && {pressed} === 'trotsky'")).await;
    page.assert("document.activeElement.matches('.faces [data-shows=\"kamenev\"] button')").await;
    page.press_on(".faces [data-shows='trotsky'] button", Key::Enter).await;
    page.until(&format!("location.search === '' && {pressed} === '' && $('.following').hidden")).await;
    page.assert_content().await;
}

/// Finds out when Kamenev turned from Trotsky's rival into his ally, and what made him a “brother”. Somebody else who opens
/// the address sees the same.
async fn follow_kamenev(reader: &Reader) {
    let page = &reader.page;
    reader.begin_at("#s9, #s10").await;
    reader.use_it("#s10 a.mention[href='#kamenev']").await;
    page.until("cardShown() && $('#card h3').textContent === 'Lev Kamenev'").await;
    // A rival at this moment, later an ally, and family; and how he died.
    page.assert("$('#card .card-here').textContent.includes('a rival of Trotsky')").await;
    page.assert("['rival', 'ally', 'family'].every(stance => $(`#kamenev .ribbon [data-stance=${stance}]`))").await;
    page.assert("$('#card .person-end').textContent === 'Executed, aged 53' && isReadable('#card .person-end')").await;
    page.assert("$('#card').scrollHeight <= $('#card').clientHeight").await;

    reader.use_it("#card [data-command='follow here']").await;
    page.until("location.search.includes('follow=kamenev') && !$('.following').hidden").await;
    // The card covers what is highlighted, so it closes.
    page.until("!cardShown() && location.search === '?follow=kamenev'").await;
    page.assert("$('#kamenev [data-command=\"follow here\"]').ariaPressed === 'true'").await;
    page.assert("/^Following Lev Kamenev: \\d+ of 35 events; 1 sentence of the article\\.$/.test($('.following [role=status]').textContent)")
        .await;
    page.assert("$$('#article [data-followed=first]').length === 1 && $('.lives [data-person=kamenev]').dataset.followed === 'first'")
        .await;
    page.assert(
        "$$('.events > .event').every(event => (event.hidden === 'until-found' || event.getAttribute('hidden') === 'until-found') !== event.hasAttribute('data-in-front'))",
    )
    .await;
    page.assert("$('#trial-of-the-sixteen .event-age:not([hidden])').textContent === 'Lev Kamenev aged 53'").await;
    // The Kamenev in that event is another person.
    page.assert("!$('#kronstadt-ultimatum .event-age:not([hidden])')").await;

    // A second person: the events that both share.
    reader.use_it(".faces [data-shows='trotsky'] button").await;
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

/// What the page shows about who is followed, as text.
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
