//! The time rail beside the text.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(the_scale_follows_and_is_a_window, years_are_drawn_for_long);

/// The rail marks where the passage is, its marks lead to events, and it is a window of years for pointer, wheel and keys.
async fn the_scale_follows_and_is_a_window(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring("#s4").await;
    page.until("/^192[01]/.test($('.scale-here')?.textContent)").await;
    page.bring("#s24").await;
    page.until("$('.scale-here').textContent.includes('1940') && $('.scale [aria-current=location]') !== null").await;
    page.assert("history.length <= 3 && location.hash === ''").await;

    // Keys move from the current mark to the previous one, and to its event.
    page.evaluate("$('.scale-here').focus()").await;
    page.press(Key::Up).await;
    page.until("document.activeElement.matches('.scale svg a')").await;
    page.press(Key::Enter).await;
    page.until(
        "$$('.event').some(event => '#' + event.id === location.hash && isOpen(event.id) && inView('#' + event.id))",
    )
    .await;
    page.back().await;
    page.until("location.hash === ''").await;

    // The wheel zooms with a modifier; without one it scrolls the page.
    let wheel = "(more => { const area = $('.scale').getBoundingClientRect(); const wheel = new WheelEvent('wheel',
        { bubbles: true, cancelable: true, deltaY: -100, clientX: area.left + 20, clientY: area.top + area.height * .35, ctrlKey: more });
        $('.scale').dispatchEvent(wheel); return wheel.defaultPrevented; })";
    page.assert(&format!("{wheel}(false) === false && location.search === ''")).await;
    page.assert(&format!("{wheel}(true)")).await;
    page.until("location.search.startsWith('?years=') && !$('.scale-window').hidden").await;
    let steps = page.number("history.length").await;
    page.assert(&format!("{wheel}(true)")).await;
    page.settle().await;
    page.assert(&format!("history.length === {steps}")).await;

    // Dragging across the rail selects years, and dragging inside the selection moves it.
    page.evaluate("$('[data-command=\"clear lens\"]').click()").await;
    // The events return to their places, and the pointer is ignored meanwhile.
    page.settle().await;
    page.until("location.search === '' && isStill()").await;
    page.bring("#s12").await;
    page.drag(".scale", [0.3, 0.42], [0.3, 0.56]).await;
    page.until("location.search.startsWith('?years=19')").await;
    let years = page.text("location.search").await;
    page.drag(".scale", [0.3, 0.49], [0.3, 0.56]).await;
    page.until(&format!("location.search !== '{years}'")).await;
    let width = |years: &str| {
        let ends: Vec<i32> = years[7..].split('-').map(|year| year.parse().unwrap()).collect();
        ends[1] - ends[0]
    };
    let moved = page.text("location.search").await;
    assert_eq!(width(&moved), width(&years), "{engine:?}: it was moved from {years} to {moved}");

    // The browser's own sliders, by keys.
    page.press_on("[data-command='years from']", Key::Right).await;
    page.until(&format!("location.search !== '{moved}'")).await;
    page.assert("$('.following [role=status]').textContent.includes(location.search.slice(7).replace('-', '–'))").await;
    page.click("[data-command='clear lens']").await;
    page.until("location.search === '' && $('.following').hidden").await;
    page.assert_content().await;
}

/// Engines refuse to write addresses for a while if there are too many, as when a slider is dragged back and forth. A
/// refused address is written later, and what is opened meanwhile is a step in the history too.
async fn years_are_drawn_for_long(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring("a.mention[href='#stalin']").await;
    let steps = page.number("history.length").await;
    // More writes than any engine accepts at once. With a slider they would take seconds.
    let spent = "(() => {
        const write = address => { try { history.replaceState(history.state, '', address) } catch {} };
        for (let i = 0; i < 400; i++) write(location.pathname + ['', '?'][i % 2]);
        write('?refused');
        return location.search === '';
    })()";
    page.assert(spent).await;
    let draw = "(() => {
        const slider = $('[data-command=\"years from\"]');
        slider.value = Number(slider.min) + 6;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        return slider.value;
    })()";
    let year = page.text(draw).await;
    page.until(&format!("$('[data-command=\"years from\"] + output').textContent === '{year}'")).await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown()").await;
    page.until(&format!("location.search.includes('years={year}') && location.search.includes('card=stalin')")).await;
    page.assert(&format!("history.length > {steps}")).await;
    page.back().await;
    page.until("!cardShown() && !location.search.includes('card=stalin')").await;
    page.assert("document.title.startsWith('Betrayed') && root.hasAttribute('data-live')").await;
}
