//! The chart of the timeline: its marks say what they are, a button draws it to true scale, its handles choose the years,
//! and between two lives it shows how they related to each other.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(a_mark_says_its_name, true_scale_and_back, years_by_the_handles, two_lives_and_what_was_between);

/// Whether the label of a mark is within the window.
const IN_WINDOW: &str = "(({ left, right, top }) => left >= 0 && right <= innerWidth && top >= 0)(\
    $('.mark-label > div').getBoundingClientRect())";

async fn a_mark_says_its_name(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    for (mark, title) in [("trotsky-born", "Trotsky is born"), ("kronstadt-ultimatum", "The ultimatum to Kronstadt")] {
        let link = format!(".lives-events [href='#{mark}']");
        page.bring(&link).await;
        page.hover(&link).await;
        page.until(&format!("$('.lives-chart .mark-label')?.textContent.includes('{title}')")).await;
        page.assert(IN_WINDOW).await;
    }
    // A pointer a few pixels beside the mark shows its label too, also on a life.
    let [x, y] = page.point(".lives-events [href='#lenin-dies']", [0.5, 0.5]).await;
    page.move_to(x + 4.0, y).await;
    page.until("$('.lives-chart .mark-label').textContent.includes('Lenin dies')").await;
    // The label covers the lives below it as long as the pointer is on it.
    page.hover(".lives > figcaption").await;
    page.until("$('.mark-label') === null").await;
    let [_, y] = page.point("[data-person=lenin] .lane", [0.5, 0.5]).await;
    page.move_to(x, y).await;
    page.until("$('.lives-chart .mark-label')?.textContent.includes('Lenin dies')").await;
    page.assert(
        "$('.mark-label').getBoundingClientRect().top > $('[data-person=lenin]').getBoundingClientRect().top - 20",
    )
    .await;
    // Where no mark is near, no label is shown; and Esc hides it.
    page.move_to(x + 300.0, y).await;
    page.until("$('.mark-label') === null").await;
    page.move_to(x, y).await;
    page.until("$('.mark-label') !== null").await;
    page.press(Key::Escape).await;
    page.until("$('.mark-label') === null").await;

    page.move_to(x + 2.0, y).await;
    page.until("$('.mark-label') !== null").await;
    page.click_at(x + 2.0, y, None).await;
    page.until("location.hash === '#lenin-dies' && isOpen('lenin-dies') && inView('#lenin-dies')").await;
    page.back().await;
    page.until("location.hash === ''").await;

    // On the time rail, the mark with the focus shows a label.
    page.bring("#s24").await;
    page.until("$('.scale-here') !== null").await;
    page.evaluate("$('.scale-here').focus()").await;
    page.press(Key::Up).await;
    page.until("document.activeElement.matches('.scale svg a')").await;
    page.until("document.activeElement.getAttribute('href') === $('.scale .mark-label a')?.getAttribute('href')").await;
    page.assert(IN_WINDOW).await;
    page.assert_content().await;
}

/// The positions of marks in the chart, for events at known days.
const PLACES: &str = "['trotsky-born', 'lenin-dies', 'trotsky-rehabilitated'].map(event =>
    $(`.lives-events [href='#${event}'] rect`).getBoundingClientRect().left)";

async fn true_scale_and_back(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let last = "$$('.lives-events a').at(-1).getAttribute('href').slice(1)";
    let last = page.text(last).await;
    let places = PLACES.replace("trotsky-rehabilitated", &last);
    let before = page.evaluate(&places).await;
    let life = "$('[data-person=trotsky] .life').getBoundingClientRect().width";
    let width = page.number(life).await;
    page.assert("!isReadable('.true-note')").await;

    page.click("[data-command='scale true']").await;
    page.until("isReadable('.true-note')").await;
    let days = format!(
        "['trotsky-born', 'lenin-dies', '{last}'].map(event => Date.parse($(`#${{event}} time`).dateTime) / 864e5)"
    );
    let even = format!(
        "(([a, b, c], [x, y, z]) => Math.abs((y - x) / (z - x) - (b - a) / (c - a)) * (z - x))({days}, {places})"
    );
    let off = page.number(&even).await;
    assert!(off < 2.0, "{engine:?}: {off} px off");
    page.assert("isReadable('.true-years') && !isReadable('.lives-years > svg')").await;
    // A handle is on the same scale.
    page.evaluate("slide('from', 1940)").await;
    page.until("location.search === '?years=1940-2001'").await;
    let handle = "(({ left, width }, edge) => (edge - left) / width)($('.lives-events > svg').getBoundingClientRect(),
        $('.year-handle').getBoundingClientRect().right)";
    let share = page.number(handle).await;
    assert!((share - 60.15 / 121.6).abs() < 0.01, "{engine:?}: the handle stands at {share}");
    page.click("[data-command='clear lens']").await;
    // The events return to their places, and the pointer is ignored meanwhile.
    page.settle().await;
    page.until("location.search === '' && isStill()").await;

    page.click("[data-command='scale broken']").await;
    page.until("!isReadable('.true-note')").await;
    assert_eq!(page.evaluate(&places).await, before, "{engine:?}");
    let now = page.number(life).await;
    assert!((now - width).abs() < 0.5, "{engine:?}: the life is {now} px long and was {width}");
    page.assert("!$('[data-x]') && !$('[data-width]')").await;
    page.assert_content().await;
}

async fn years_by_the_handles(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring(".lives-events").await;
    for (handle, key, times, year) in [("from", Key::Right, 48, 1927), ("to", Key::Left, 72, 1929)] {
        let handle = format!("[data-command='years {handle}']");
        page.evaluate(&format!("$(\"{handle}\").focus()")).await;
        for _ in 0..times {
            page.press(key).await;
        }
        page.until(&format!("$(\"{handle}\").value === '{year}' && $(\"{handle} + output\").value === '{year}'")).await;
    }
    page.until("location.search === '?years=1927-1929'").await;
    page.assert("$$('.events > .event').filter(event => event.hasAttribute('data-in-front')).every(event => /192[789]/.test(event.querySelector('.event-date').textContent))").await;
    page.assert("$$('.events > .event[data-in-front]').length === 4 && isReadable('#banished .event-summary')").await;
    // The handle and the years on the axis agree.
    let off = page
        .number(
            "$('.year-handle').getBoundingClientRect().right - (({ left, right }) => (left + right) / 2)(
                $$('.minor').find(year => year.textContent === '’27').getBoundingClientRect())",
        )
        .await;
    assert!(off.abs() < 1.5, "{engine:?}: {off} px beside its year");

    // With the pointer: first only the last year, then both, by dragging what lies between them.
    let [x, y] = page.point(".year-handle + .year-handle", [0.5, 0.5]).await;
    page.drag_between([x, y], [x + 100.0, y]).await;
    page.until("/^\\?years=1927-193[0-9]$/.test(location.search)").await;
    let [left, _] = page.point(".lives-events [href='#banished']", [0.5, 0.5]).await;
    let [_, y] = page.point(".lives-events", [0.5, 0.7]).await;
    page.drag_between([left, y], [left + 60.0, y]).await;
    page.until("/^\\?years=19(2[89]|3\\d)-19[34]\\d$/.test(location.search)").await;
    page.click("[data-command='clear lens']").await;
    page.until("location.search === '' && $('.following').hidden").await;
    page.assert_content().await;
}

async fn two_lives_and_what_was_between(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("?follow=kamenev#timeline")).await;
    page.until_live().await;
    page.assert("!isReadable('.lives-ribbon')").await;
    page.click(".faces [data-shows='trotsky'] button").await;
    page.until("isReadable('.lives-ribbon') && $('.lives-ribbon rect[data-stance=ally]') !== null").await;
    page.assert("['rival', 'family'].every(stance => $(`.lives-ribbon rect[data-stance=${stance}]`))").await;
    // The ribbon is between the two lives, on the same scale, and the words are below.
    page.assert(
        "(tops => tops.every((top, at) => at === 0 || top > tops[at - 1]))(['[data-person=trotsky] .lane', '.lives-ribbon .lane',
            '[data-person=kamenev] .lane', '.between'].map(part => $(part).getBoundingClientRect().top))",
    )
    .await;
    page.assert(
        "new Set(['[data-person=trotsky]', '.lives-ribbon'].map(row => $(`${row} svg:not(.portrait)`).getBoundingClientRect())
            .map(({ left, width }) => `${left} ${width}`)).size === 1",
    )
    .await;
    // A life that is folded away is shown when the person is followed.
    page.click(".faces [data-shows='kamenev'] button").await;
    page.click(".faces [data-shows='caridad'] button").await;
    page.until("isReadable('[data-person=caridad] .lane') && !isReadable('.lives-more > summary')").await;
    page.click("[data-command='clear lens']").await;
    page.until("location.search === '' && !isReadable('[data-person=caridad]') && isReadable('.lives-more > summary')")
        .await;
    page.assert_content().await;
}
