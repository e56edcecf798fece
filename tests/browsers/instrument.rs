//! Text, time and people as one instrument: what a reader comes for, done by pointer and by keyboard alone, on a desk
//! (1280 px) and on a phone (320 px).

use fantoccini::key::Key;
use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::harness;
use crate::page::Page;
use crate::site::Site;

journeys!(
    who_was_the_agent_by_pointer,
    who_was_the_agent_by_keys,
    how_old_was_zinoviev_by_pointer,
    how_old_was_zinoviev_by_keys,
    follow_kamenev_by_pointer,
    follow_kamenev_by_keys,
    find_by_other_spellings,
    read_the_events_in_the_articles_order,
    hover_opens_and_leaves,
    the_scale_follows_and_is_a_window,
    take_it_along,
    choices_are_remembered_and_forgotten,
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
        "$('#card .person-names').textContent.includes('Spanish agent of the NKVD') && isReadable('#card .ribbon')",
    )
    .await;
    reader.use_it("#card .card-onward a").await;
    page.until("location.hash === '#mercader' && inView('#mercader') && !cardShown()").await;
    page.back().await;
    page.until(&format!("cardShown() && inView(\"{name}\") && document.activeElement === $(\"{name}\")")).await;
    page.press(Key::Escape).await;
    page.until(&format!("!cardShown() && document.activeElement === $(\"{name}\")")).await;

    reader.use_it("#s23 a.note-mark[href='#not-russian']").await;
    page.until("cardShown() && $('#card .note-kind').textContent.startsWith('Correction')").await;
    page.assert(
        "$('#card .note-text').textContent.includes('Spain') || $('#card .note-text').textContent.includes('Span')",
    )
    .await;
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

/// How old Zinoviev was when he was shot, and who died with him.
async fn how_old_was_zinoviev(reader: &Reader) {
    let page = &reader.page;
    let name = "#s10 a.mention[href='#zinoviev']";
    reader.begin_at("#s9, #s10").await;
    reader.use_it(name).await;
    page.until("cardShown() && $('#card h3').textContent === 'Grigory Zinoviev'").await;
    page.assert("$('#card .fact-died').textContent.includes('25 August 1936') && $('#card .fact-died').textContent.includes('aged 52')")
        .await;
    // On to the event, in the card.
    reader.use_it("#card .fact-events a[href='#trial-of-the-sixteen']").await;
    page.until("$('#card .event-title')?.textContent.includes('1936')").await;
    page.assert(
        "['Zinoviev aged 52', 'Kamenev aged 53'].every(words => $('#card .fact-who').textContent.includes(words))",
    )
    .await;
    page.assert("isReadable('#card .event-body p')").await;
    // The card's own way back, then back to the sentence.
    reader.use_it("#card .card-back").await;
    page.until("$('#card h3').textContent === 'Grigory Zinoviev' && !$('#card .card-back')").await;
    page.press(Key::Escape).await;
    page.until(&format!("!cardShown() && document.activeElement === $(\"{name}\")")).await;
    page.assert_content().await;
}

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

    reader.use_it("#card [data-do='follow here']").await;
    page.until("location.search.includes('follow=kamenev') && !$('.following').hidden").await;
    // What lights up lies under the card: it closes.
    page.until("!cardShown() && location.search === '?follow=kamenev'").await;
    page.assert("$('#kamenev [data-do=\"follow here\"]').ariaPressed === 'true'").await;
    page.assert("/^Following Lev Kamenev: \\d+ of 30 events; 1 sentence of the article\\.$/.test($('.following [role=status]').textContent)")
        .await;
    page.assert("$$('#article [data-followed=first]').length === 1 && $('.lives [data-person=kamenev]').dataset.followed === 'first'")
        .await;
    page.assert(
        "isReadable('.followed .lifeline') && $$('.event-back').length === 30 - $$('.event:not(.event-back)').length",
    )
    .await;
    page.assert("$('#trial-of-the-sixteen .event-age').textContent === 'Lev Kamenev aged 53'").await;

    // A second one: what the two share.
    reader.choose("[data-do=second]", "Leon Trotsky").await;
    page.until("location.search === '?follow=kamenev,trotsky'").await;
    page.until("$('.between h3').textContent === 'Lev Kamenev and Leon Trotsky' && $$('.between li').length === 4")
        .await;
    page.assert("isReadable('.between li')").await;
    same_in_a_clean_profile(reader).await;

    reader.use_it("[data-do=everything]").await;
    page.until("location.search === '' && $('.following').hidden && !$('[data-followed]') && !$('.event-back')").await;
    page.back().await;
    page.until("location.search === '?follow=kamenev,trotsky' && $$('.event-back').length > 0").await;
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
    somebody.until_hydrated().await;
    somebody.until("$$('.between li').length === 4").await;
    assert_eq!(somebody.text(VIEW).await, view, "{:?}", reader.page.engine);
    somebody.assert_content().await;
}

/// “Кронштадт” and “Kronstad” find Kronstadt; Enter goes there, and Back comes back.
async fn find_by_other_spellings(engine: Engine) {
    for narrow in [false, true] {
        let reader = Reader::of(engine, narrow, if narrow { Way::Pointer } else { Way::Keys }).await;
        let page = &reader.page;
        for (asked, first) in [
            ("Кронштадт", "#kronstadt"),
            ("Kronstad", "#kronstadt"),
            ("kronshtadt", "#kronstadt"),
            ("trotski", "#trotsky"),
        ] {
            reader.open_search().await;
            page.until("$('#search_panel').open && document.activeElement === $('#search_input')").await;
            page.type_text(asked).await;
            page.until(&format!("$('#search_input').value === '{asked}' && $$('[data-answer]').length > 0")).await;
            page.assert("$('#search_panel mark') && $('.search-count').textContent.includes('answer')").await;
            page.assert("$('#search_input').getAttribute('aria-activedescendant') === $('[data-answer][aria-selected=true]').id").await;
            let answers = page.text("$$('[data-answer]').map(answer => '#' + answer.dataset.answer).join()").await;
            assert!(answers.split(',').any(|answer| answer == first), "{engine:?}: {asked} finds {answers}");
            let down = answers.split(',').position(|answer| answer == first).unwrap();
            for _ in 0..down {
                page.press(Key::Down).await;
            }
            page.until(&format!("$('[data-answer][aria-selected=true]').dataset.answer === '{}'", &first[1..])).await;
            match reader.way {
                Way::Keys => page.press(Key::Enter).await,
                Way::Pointer => page.click("[data-answer][aria-selected=true]").await,
            }
            page.until(&format!("location.hash === '{first}' && !$('#search_panel').open && inView('{first}')")).await;
        }
        page.back().await;
        page.until("location.hash === '#kronstadt' && isOpen('kronstadt')").await;
        // Nothing found, and Esc gives the focus back to where it was.
        page.tell("$('#kronstadt summary').focus()").await;
        reader.open_search().await;
        page.type_text("xyzzy").await;
        page.until("$('.search-count').textContent === 'Nothing on this page matches that.'").await;
        page.press(Key::Escape).await;
        page.until("!$('#search_panel').open").await;
        if reader.way == Way::Keys {
            page.until("document.activeElement === $('#kronstadt summary')").await;
        }
        page.assert_content().await;
    }
}

async fn read_the_events_in_the_articles_order(engine: Engine) {
    for (narrow, way) in [(false, Way::Pointer), (true, Way::Pointer), (false, Way::Keys), (true, Way::Keys)] {
        let reader = Reader::of(engine, narrow, way).await;
        let page = &reader.page;
        reader.begin_at("#timeline").await;
        let order = "#timeline [data-do='order article']";
        match way {
            Way::Pointer => page.click("#timeline label:has([data-do='order article'])").await,
            Way::Keys => {
                reader.reach("#timeline [data-do='order']").await;
                page.press(Key::Right).await;
            }
        }
        page.until("location.search === '?order=article'").await;
        // The focus stays where the choice was made.
        page.until(&format!("document.activeElement === $(\"{order}\") && $(\"{order}\").checked")).await;
        let told = "$$('.events > .event').map(event => event.querySelector('.fact-in-the-article a')?.hash.slice(2) ?? 99).map(Number)";
        page.assert(&format!("({told}).every((sentence, at, all) => at === 0 || all[at - 1] <= sentence) && ({told}).filter(sentence => sentence === 99).length === 4")).await;
        if engine == Engine::Chromium {
            // On paper every event is open, in the order that was chosen.
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.assert("$$('.events > .event').every(event => isReadable(`#${event.id} .event-body`)) && !isReadable('.timeline-controls') && !isReadable('.toolbar')").await;
            page.assert("$$('.events > .event').every((event, at, all) => at === 0 || all[at - 1].getBoundingClientRect().top < event.getBoundingClientRect().top)").await;
        }
        page.assert_content().await;
    }
}

/// A fine pointer that rests on a name opens its card; it goes with the pointer, unless it was asked for.
async fn hover_opens_and_leaves(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    let name = "#s9 a.mention[href='#stalin']";
    page.bring(name).await;
    if page.tell("!matchMedia('(hover: hover) and (pointer: fine)').matches").await == true {
        // This window has no fine pointer, and then nothing may open by itself.
        page.hover(name).await;
        page.settle().await;
        return page.assert("!cardShown()").await;
    }
    page.hover("#s7").await;
    page.tell(&format!(
        "($(\"{name}\").addEventListener('mouseover', () => window.over ??= performance.now()), \
          $('#card').addEventListener('toggle', () => window.shown ??= performance.now()))"
    ))
    .await;
    page.hover(name).await;
    page.until("cardShown() && $('#card h3').textContent === 'Joseph Stalin' && window.shown > 0").await;
    // Not before the pointer has rested for half a second, and the address stays.
    page.assert("shown - over > 480 && location.search === ''").await;
    // Over to the card, and it stays; away from both, and it goes.
    page.hover("#card h3").await;
    page.settle().await;
    page.assert("cardShown()").await;
    page.hover(".scale").await;
    page.until("!cardShown()").await;
    // Asked for, it stays.
    page.hover(name).await;
    page.until("cardShown()").await;
    page.click(name).await;
    page.until("cardShown() && location.search === '?card=stalin' && !$('#card').hasAttribute('data-passing')").await;
    page.hover(".scale").await;
    page.settle().await;
    page.assert("cardShown()").await;
    page.assert_content().await;
}

/// The scale marks where the passage stands; its marks lead to events; it is a window for pointer, wheel and keys.
async fn the_scale_follows_and_is_a_window(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    page.bring("#s4").await;
    page.until("/^192[01]/.test($('.scale-here')?.textContent)").await;
    page.bring("#s24").await;
    page.until("$('.scale-here').textContent.includes('1940') && $('.scale [aria-current=location]') !== null").await;
    page.assert("history.length <= 3 && location.hash === ''").await;

    // Keys: from the present mark to the one before, and to its event.
    page.tell("$('.scale-here').focus()").await;
    page.press(Key::Up).await;
    page.until("document.activeElement.matches('.scale svg a')").await;
    page.press(Key::Enter).await;
    page.until(
        "$$('.event').some(event => '#' + event.id === location.hash && isOpen(event.id) && inView('#' + event.id))",
    )
    .await;
    page.back().await;
    page.until("location.hash === ''").await;

    // The wheel with a modifier zooms; without one it is the page's own.
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

    // The pointer draws a window over the scale, and a press inside moves it.
    page.tell("$('[data-do=years]').click()").await;
    page.until("location.search === ''").await;
    page.bring("#s12").await;
    page.drag(".scale", [0.3, 0.36], [0.3, 0.5]).await;
    page.until("location.search.startsWith('?years=19')").await;
    let years = page.text("location.search").await;
    page.drag(".scale", [0.3, 0.43], [0.3, 0.5]).await;
    page.until(&format!("location.search !== '{years}'")).await;
    let width = |years: &str| {
        let ends: Vec<i32> = years[7..].split('-').map(|year| year.parse().unwrap()).collect();
        ends[1] - ends[0]
    };
    let moved = page.text("location.search").await;
    assert_eq!(width(&moved), width(&years), "{engine:?}: it was moved from {years} to {moved}");

    // The browser's own sliders, by keys.
    page.press_on("[data-do=from]", Key::Right).await;
    page.until(&format!("location.search !== '{moved}'")).await;
    page.assert("$('.following [role=status]').textContent.includes(location.search.slice(7).replace('-', '–'))").await;
    page.click("[data-do=years]").await;
    page.until("location.search === '' && $('.following').hidden").await;
    page.assert_content().await;
}

async fn take_it_along(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    page.bring("#s12").await;
    page.until("$('.scale-here') !== null").await;
    page.tell("$('.toolbar [data-do=take]').click()").await;
    page.until("$('#take_panel').open && $('#take_address').value === location.href").await;
    page.assert("/#s\\d+$/.test($('#take_passage').value) && isReadable('#take_words')").await;
    page.assert("$('#take_plain').value.startsWith('Caroline. “Betrayed by a Brother')").await;
    page.assert(
        "$('#take_bibtex').value.startsWith('@online{') && JSON.parse($('#take_csl').value)[0].type === 'webpage'",
    )
    .await;

    // The files, as the browser would save them.
    page.tell(
        "(() => { window.files = {}; URL.createObjectURL = blob => { window.blob = blob; return '#file'; };
            document.addEventListener('click', click => { const link = click.target.closest('a[download]');
                if (link) { click.preventDefault(); const name = link.download; blob.text().then(text => window.files[name] = text); } }, true);
            HTMLAnchorElement.prototype.click = function () { const name = this.download; blob.text().then(text => window.files[name] = text); }; })()",
    )
    .await;
    for kind in ["json", "ics", "csv"] {
        page.tell(&format!("$(\"[data-do='save {kind}']\").click()")).await;
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
    page.assert_content().await;
}

async fn choices_are_remembered_and_forgotten(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    let size = page.number("parseFloat(getComputedStyle($('#s1')).fontSize)").await;
    page.click("[popovertarget=settings_sheet]").await;
    page.until("$('#settings_sheet').matches(':popover-open')").await;
    page.click("label:has([data-do='size large'])").await;
    page.until(&format!("parseFloat(getComputedStyle($('#s1')).fontSize) > {size} * 1.1")).await;
    page.click("#settings_sheet label:has([data-do='order article'])").await;
    page.until(
        "location.search === '?order=article' && localStorage.getItem('palimpsest.settings') === 'large article'",
    )
    .await;

    page.goto("about:blank").await;
    page.client.goto(&site.url("")).await.unwrap();
    page.until_hydrated().await;
    page.until("location.search === '?order=article' && $(\"[data-do='size large']\").checked").await;
    page.click("[popovertarget=settings_sheet]").await;
    page.click("[data-do=forget]").await;
    page.until("location.search === '' && localStorage.length === 0 && $(\"[data-do='size']\").checked && isOff($('[data-do=forget]'))").await;
    assert!((page.number("parseFloat(getComputedStyle($('#s1')).fontSize)").await - size).abs() < 0.1, "{engine:?}");

    // Help says what there is, and needs nothing but the browser.
    page.press(Key::Escape).await;
    page.click("[popovertarget=help_sheet]").await;
    page.until("isReadable('#help_sheet .help-keys')").await;
    page.press(Key::Escape).await;
    page.until("!isReadable('#help_sheet')").await;
    page.assert_content().await;
}

/// By what the reader reaches things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Pointer,
    Keys,
}

/// A reader at a window, who has but one way.
struct Reader {
    page: Page,
    way: Way,
    _site: Site,
}

impl Reader {
    async fn of(engine: Engine, narrow: bool, way: Way) -> Self {
        harness::note(format!("{way:?}, {}", if narrow { "320 px" } else { "1280 px" }));
        let site = Site::built().await;
        let page = Page::open(engine, Setup::default()).await;
        if narrow {
            page.go_narrow(&site).await;
        } else {
            page.goto(&site.url("")).await;
        }
        page.until_hydrated().await;
        Self { page, way, _site: site }
    }

    /// The reader has read as far as this: the page is there, and Tab goes on from there.
    async fn begin_at(&self, selector: &str) -> &Self {
        self.page.bring(selector).await;
        if self.way == Way::Keys {
            let begin = format!(
                "(place => {{ place.tabIndex = -1; place.focus({{ preventScroll: true }}); place.removeAttribute('tabindex'); }})($(\"{selector}\"))"
            );
            self.page.tell(&begin).await;
        }
        self
    }

    /// Presses Tab until the focus is there. Several at a time, and then back by as many as were too many.
    async fn reach(&self, selector: &str) {
        // From the card step by step: it closes when the focus leaves it.
        let at_once = if selector.starts_with("#card") { 1 } else { 12 };
        let watch = format!("((there, way) => {{ window.way = way; if (document.activeElement === there) return true;
            window.watch ??= document.addEventListener('focusin', ({{ target }}) => window.way.push(target)) ?? true; return false; }})($(\"{selector}\"), [])");
        for _ in 0..80 {
            if self.page.tell(&watch).await == true {
                return;
            }
            self.page.tabs(at_once, false).await;
            self.page.settle().await;
            let beyond = self
                .page
                .number(&format!("(at => at < 0 ? -1 : way.length - 1 - at)(way.indexOf($(\"{selector}\")))"))
                .await;
            if beyond > 0.0 {
                // Whole and small.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                self.page.tabs(beyond as usize, true).await;
            }
            if beyond >= 0.0 {
                return self.page.until(&format!("document.activeElement === $(\"{selector}\")")).await;
            }
        }
        panic!("{:?}: Tab does not lead to {selector}", self.page.engine);
    }

    /// Clicks something, or reaches it and presses Enter.
    async fn use_it(&self, selector: &str) {
        match self.way {
            Way::Pointer => self.page.click(selector).await,
            Way::Keys => {
                self.reach(selector).await;
                self.page.press(Key::Enter).await;
            }
        }
    }

    /// Chooses from a list by its words.
    async fn choose(&self, selector: &str, words: &str) {
        match self.way {
            Way::Pointer => self.page.choose(selector, words).await,
            Way::Keys => {
                self.reach(selector).await;
                self.page.type_text(words).await;
            }
        }
    }

    async fn open_search(&self) {
        match self.way {
            Way::Keys => self.page.chord(Key::Control, 'k').await,
            Way::Pointer => self.page.click(".scale-search").await,
        }
        self.page.until("$('#search_panel').open").await;
    }
}
