//! Navigation: from the text to an event and back, and directly by address.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(
    to_an_event_and_back,
    to_the_same_event_again,
    from_a_card_to_where_it_stands,
    straight_to_an_address,
    back_and_forward_through_views,
    to_words_in_what_is_closed,
    by_an_entrys_own_page,
);

const DATE: &str = "a.mention-event[href='#tenth-congress']";
const CARD: &str = "cardShown() && $('#card .event-title').textContent.includes('Tenth Party Congress')";
const ARRIVED: &str = "location.hash === '#tenth-congress' && location.search === '' && isOpen('tenth-congress') \
    && inView('#tenth-congress') && !cardShown()";

async fn to_an_event_and_back(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring(DATE).await;
    let place = page.number("scrollY").await;

    // The event is looked up beside the sentence. Going there is a step of its own.
    page.click(DATE).await;
    page.until(CARD).await;
    page.assert("isReadable('#card .event-body') && noneOpen()").await;
    page.click("#card .card-onward a").await;
    page.until(ARRIVED).await;
    // Back leads to the sentence with its card, and restores scroll position and focus.
    page.back().await;
    page.until(&format!("{CARD} && location.search === '?card=tenth-congress' && Math.abs(scrollY - {place}) <= 4"))
        .await;
    page.until(&format!("document.activeElement === $(\"{DATE}\")")).await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search === ''").await;

    // The event leads to its sentence.
    page.forward().await;
    page.until(CARD).await;
    page.forward().await;
    page.until(ARRIVED).await;
    page.bring("#tenth-congress a.quote-link").await;
    let place = page.number("scrollY").await;
    page.click("#tenth-congress a.quote-link").await;
    page.until("/^#s[0-9]+$/.test(location.hash) && inView(location.hash)").await;
    page.assert(&format!("$(location.hash).contains($(\"{DATE}\"))")).await;
    // Back leads to where the link was followed, which in a long event is below its start.
    page.back().await;
    page.until(&format!(
        "location.hash === '#tenth-congress' && isOpen('tenth-congress') && Math.abs(scrollY - {place}) <= 4 \
         && document.activeElement === $('#tenth-congress a.quote-link')"
    ))
    .await;
    page.assert_content().await;
}

async fn to_the_same_event_again(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let sentence = "$('#tenth-congress .quote-link').click()";
    page.goto(&site.url("#tenth-congress")).await;
    page.until(ARRIVED).await;
    page.click("#tenth-congress summary").await;
    page.until("!isOpen('tenth-congress') && isOff(control('Close all')) && location.hash === ''").await;
    page.click(DATE).await;
    page.until(CARD).await;
    page.click("#card .card-onward a").await;
    page.until(ARRIVED).await;
    page.evaluate(sentence).await;
    page.until("location.hash === '#s4' && inView('#s4')").await;
    // A link to the current address is followed again.
    page.evaluate("scrollTo(0, 0)").await;
    page.evaluate(sentence).await;
    page.until("inView('#s4')").await;
    page.assert_content().await;
}

/// A note leads to its sentence, which is already the current address: the card closes, and the page stays.
async fn from_a_card_to_where_it_stands(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.goto(&site.url("?open=kronstadt")).await;
    page.until_live().await;
    for number in 1..4 {
        page.click("a.note-mark[href='#post-and-troika']").await;
        page.until("cardShown() && location.hash === '#s10' && location.search.includes('card=post-and-troika')").await;
        page.evaluate("window.visits = (window.visits ?? 0) + 1, $('#card a.quote-link[href=\"#s10\"]').click()").await;
        page.until(
            "!cardShown() && location.hash === '#s10' && location.search === '?open=kronstadt' && inView('#s10')",
        )
        .await;
        page.settle().await;
        page.assert(&format!("window.visits === {number} && isOpen('kronstadt') && !cardShown()")).await;
    }
    page.assert_content().await;
}

async fn straight_to_an_address(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    let quiet = "$('.notice').hidden";
    for (address, arrived) in [
        ("#stalin", "inView('#stalin') && noneOpen()"),
        ("#tenth-congress", ARRIVED),
        ("#s4", "inView('#s4') && noneOpen()"),
        ("#card", "scrollY === 0 && noneOpen() && !cardShown()"),
        (
            "?card=stalin#s9",
            "cardShown() && $('#card h3').textContent === 'Joseph Stalin' && $('#s9 .mention').ariaExpanded === 'true'",
        ),
        ("?open=kronstadt,raid#timeline", "isOpen('kronstadt') && isOpen('raid') && inView('#timeline')"),
        (
            "?order=article&scope=told#timeline",
            "$('.events > li').id === 'trade-union-debate' && $$('.events > li').filter(event => !event.checkVisibility()).length === 9",
        ),
        (
            "?years=1917-1929#timeline",
            "$$('.events > .event[data-in-front]').length > 5 && $('#raid').matches('.events[data-dimmed] > .event:not([data-in-front])')",
        ),
        ("?follow=kamenev,zinoviev#timeline", "!$('.following').hidden && $$('[data-followed=second]').length > 0"),
        ("?utm_source=letter#s4", "inView('#s4')"),
    ] {
        straight(&page, &site, address, &format!("{arrived} && {quiet}")).await;
        page.assert(&format!(
            "location.hash === '{}'",
            address.split_once('#').unwrap().1.split('#').next_back().map(|hash| format!("#{hash}")).unwrap()
        ))
        .await;
    }
    // An address that names nothing opens the page, with one quiet line that its button closes.
    for (address, names) in [
        ("#nothing-here", "#nothing-here"),
        ("#%3Cscript%3E", "<script>"),
        ("#%22%5D%", "%22%5D%"),
        ("?follow=nobody&card=%3Cb%3E", "card=<b>"),
        ("?years=1940-1921", "years=1940-1921"),
    ] {
        let line = format!(
            "scrollY === 0 && noneOpen() && !cardShown() && isReadable('.notice') && $('.notice').textContent.includes('{names}')"
        );
        straight(&page, &site, address, &line).await;
        page.click(".notice button").await;
        page.until("$('.notice').hidden").await;
    }
}

/// Opens an address in a new document. From within the page, only the fragment would change.
async fn straight(page: &Page, site: &Site, address: &str, arrived: &str) {
    page.goto("about:blank").await;
    page.client.goto(&site.url(address)).await.unwrap();
    page.until_live().await;
    page.until(arrived).await;
    page.settle().await;
    page.assert(arrived).await;
    page.assert_content().await;
}

async fn back_and_forward_through_views(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let views = [
        ("$(\"#kamenev [data-command='follow here']\").click()", "?follow=kamenev"),
        ("$(\"[data-command='order article']\").click()", "?follow=kamenev&order=article"),
        ("$(\"[data-command='others show']\").click()", "?follow=kamenev&order=article&others=dimmed"),
        ("slide('from', 1891)", "?follow=kamenev&order=article&others=dimmed&years=1891-2001"),
        ("$('[data-command=\"clear lens\"]').click()", "?order=article&others=dimmed"),
    ];
    for (does, address) in views {
        page.evaluate(does).await;
        page.until(&format!("location.search + location.hash === '{address}'")).await;
        page.until("isStill()").await;
    }
    let shown = "[location.search, $$('.events > li').filter(event => event.checkVisibility()).map(event => event.id).join(), \
        $$('.events[data-dimmed] > .event:not([data-in-front])').length, $('.following').hidden, $('.following').textContent].join(' ')";
    let mut seen = vec![page.text(shown).await];
    for _ in 1..views.len() {
        let before = page.text("location.search").await;
        page.back().await;
        page.until(&format!("location.search !== '{before}'")).await;
        page.settle().await;
        seen.push(page.text(shown).await);
    }
    page.assert("location.search === '?follow=kamenev'").await;
    for view in seen.iter().rev().skip(1) {
        let before = page.text("location.search").await;
        page.forward().await;
        page.until(&format!("location.search !== '{before}'")).await;
        page.settle().await;
        assert_eq!(&page.text(shown).await, view, "{engine:?}");
    }
    page.assert_content().await;
}

/// A link to words finds them in a closed event, or in one that the lens is not on.
async fn to_words_in_what_is_closed(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    for (address, there) in [
        ("#:~:text=responsible%20secretary", "isOpen('tenth-congress') && location.search === '?open=tenth-congress'"),
        ("?follow=kamenev#:~:text=Sailors%20at%20the%20fortress", "location.search === '?follow=kamenev'"),
    ] {
        page.goto("about:blank").await;
        page.client.goto(&site.url(address)).await.unwrap();
        page.until_live().await;
        page.until(&format!("{there} && scrollY > innerHeight")).await;
        page.assert_content().await;
    }
}

/// The small page of an entry, from which link previews are made, leads on to the entry. Back skips it.
async fn by_an_entrys_own_page(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    for (entry, there) in [
        ("kronstadt", "isOpen('kronstadt') && inView('#kronstadt')"),
        ("zinoviev", "inView('#zinoviev')"),
        ("not-a-pick-axe", "inView('#not-a-pick-axe')"),
    ] {
        page.goto("about:blank").await;
        page.client.goto(&site.url(&format!("e/{entry}.html"))).await.unwrap();
        page.until(&format!("location.hash === '#{entry}' && location.pathname === '{}'", path(&site.url("")))).await;
        page.until_live().await;
        page.until(there).await;
        page.assert_content().await;
    }
}

/// Returns the path of an address.
fn path(url: &str) -> &str {
    url.splitn(4, '/').nth(3).map_or("/", |rest| &url[url.len() - rest.len() - 1..])
}
