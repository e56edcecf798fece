//! What the state says, done to the page: the address bar, the card's popover, dialogs, and marks on what is printed. Only
//! what changed is done.

use palimpsest_story::{Author, Story};

use crate::address::Address;
use crate::browser::{details, dialog, history, marks, page, popover, printed, settings, sharing};
use crate::lens::{Order, Scope, Years};
use crate::scale::{Scale, WHOLE, life};
use crate::state::{Card, Panel, State};
use crate::take::{self, Page};

/// The name of the edition, as citations give it.
const EDITION: &str = "Palimpsest";

/// Does what has changed from one state to the next. Before the program runs nothing has.
pub(crate) fn show(before: &State, now: &State, story: &Story) {
    if !now.live {
        return;
    }
    let begun = !before.live;
    if begun {
        page::mark_hydrated();
    }
    if begun || before.settings != now.settings {
        settings::set(now.settings);
        marks::choose("theme", now.settings.theme.word());
        marks::choose("size", now.settings.size.word());
        marks::disable("forget", now.settings.words().is_empty());
    }
    if begun || before.open != now.open {
        details::set(&now.open);
        marks::disable("open all", now.open.len() == story.events.len());
        marks::disable("open none", now.open.is_empty());
    }
    if begun || before.lens != now.lens {
        lens(now, story);
    }
    if before.openings != now.openings || before.card != now.card {
        card(before, now);
    }
    let told = now.told_last(story);
    if begun || before.told_last(story) != told {
        marks::here(told.map(|event| &*event.id));
        let place = told.and_then(|event| Some(Scale::of_story(story)?.place(event.date.extent?.first)));
        marks::measure(".scale", "--here", &share(place.unwrap_or_default()));
    }
    if before.panel != now.panel {
        panel(now, story);
        if let Some(card) = now.card.as_ref().filter(|_| now.panel.is_none()) {
            show_card(card, now);
        }
    }
    let url = Address::of(now).url(story);
    let closed = before.closings != now.closings && now.card.is_none();
    if closed && history::is_after_opening(&rest(now, story)) {
        let rest = rest(now, story);
        // Not at once: the press that closed the card may be about to open another.
        return page::soon(move || {
            if !popover::is_open() {
                history::go_before_card(&rest);
            }
        });
    }
    if begun || before.steps != now.steps || Address::of(before).url(story) != url {
        history::write(&url, &rest(now, story), now.card.is_some(), before.steps != now.steps);
    }
}

/// The address without its place and its card.
fn rest(now: &State, story: &Story) -> String {
    Address { place: String::new(), card: None, ..Address::of(now) }.url(story)
}

fn lens(now: &State, story: &Story) {
    let lens = &now.lens;
    let order = if lens.order == Order::Article { "article" } else { "" };
    marks::choose("order", order);
    marks::choose("settings_order", order);
    marks::choose("scope", if lens.scope == Scope::Told { "told" } else { "" });
    let people: Vec<&str> = lens.follow.iter().map(|person| &**person).collect();
    marks::follow(&people);
    for (slot, name) in ["first", "second"].into_iter().enumerate() {
        marks::fill(&["[data-do=", name, "]"].concat(), people.get(slot).copied().unwrap_or_default());
    }
    marks::disable("second", people.is_empty());
    // Two lives on one measure: the longer one is as long as there is room.
    let length = |person| life(person).map_or(1, |life| life.length);
    let lengths = lens.followed(story).map(length);
    let longest = lens.followed(story).map(length).fold(1, i32::max).to_string();
    let mut part = ".followed-life".to_owned();
    for length in lengths {
        marks::measure(&part, "--life", &["calc(", &length.to_string(), " / ", &longest, ")"].concat());
        part.push_str(" + div");
    }

    let (Some(whole), Some(scale), Some(stretch)) = (Years::of(story), Scale::of_story(story), now.stretch(story))
    else {
        return;
    };
    let years = lens.years.unwrap_or(whole);
    for (name, year) in [("from", years.from), ("to", years.to)] {
        let slider = ["[data-do=", name, "]"].concat();
        marks::fill(&slider, &year.to_string());
        marks::fill(&[&slider, " + output"].concat(), &year.to_string());
    }
    marks::disable("closer", years.count() == 1);
    marks::disable("wider", years == whole);
    marks::disable("years", years == whole);
    let [from, to] = [scale.place(stretch.first), scale.place(stretch.end)];
    let length = (to - from).max(1);
    let zoom = i64::from(WHOLE) * i64::from(WHOLE) / i64::from(length);
    for (name, place) in [("--from", from), ("--to", to), ("--zoom", i32::try_from(zoom).unwrap_or(WHOLE))] {
        marks::measure(".scale, .lives", name, &share(place));
    }
    marks::close(length < WHOLE / 4);
}

fn card(before: &State, now: &State) {
    let before_card = before.card.as_ref();
    match &now.card {
        None => {
            // The button that was pressed may be gone already; the browser gives back only a focus that the popover has.
            if before.arrivals == now.arrivals {
                popover::hold_focus();
            }
            popover::hide();
        }
        Some(card) => {
            let same = before_card.is_some_and(|before| before.is_beside_same(card));
            if popover::number() != now.openings || !same {
                show_card(card, now);
            }
            if before_card.is_none_or(|before| before.trail != card.trail) {
                popover::to_top();
                if same {
                    popover::keep_focus();
                }
                // What was copied into it has buttons that say who is followed.
                let people: Vec<&str> = now.lens.follow.iter().map(|person| &**person).collect();
                marks::follow(&people);
            }
        }
    }
}

fn show_card(card: &Card, now: &State) {
    let to = card.trail.first().map(|target| target.fragment().to_owned()).unwrap_or_default();
    popover::show(&card.beside, &to, now.openings, card.pinned);
}

fn panel(now: &State, story: &Story) {
    // First the one that may give way to the search: it gives back the focus before that takes it.
    dialog::show("take_panel", matches!(now.panel, Some(Panel::Take { .. })));
    dialog::show("search_panel", matches!(now.panel, Some(Panel::Search { .. })));
    match &now.panel {
        Some(Panel::Search { query, chosen }) => {
            marks::fill("#search_input", query);
            marks::answers(*chosen);
        }
        Some(Panel::Take { place }) => take(place, now, story),
        None => {}
    }
}

/// Fills in what can be taken along.
fn take(place: &str, now: &State, story: &Story) {
    let is_page = place.is_empty();
    let article = &story.article;
    let address = history::whole(&if is_page { Address::of(now).url(story) } else { ["#", place].concat() });
    let [plain, bibtex, csl] = if let Some(csl) = printed::attribute(place, "data-csl") {
        [printed::name(place), printed::attribute(place, "data-bibtex").unwrap_or_default(), csl]
    } else {
        let page = Page {
            title: article.title.clone(),
            author: article.authors.iter().map(Author::name).collect::<Vec<_>>().join(", "),
            date: article.date.clone(),
            edition: EDITION.to_owned(),
            address: address.clone(),
            accessed: sharing::now().split('T').next().unwrap_or_default().to_owned(),
        };
        [take::plain(&page), take::bibtex(&page), take::csl_json(&page)]
    };
    let name = if is_page { article.title.clone() } else { printed::name(place) };
    let sentence = printed::selected_sentence().or_else(|| now.passage.as_ref().map(ToString::to_string));
    let sentence = sentence.filter(|_| is_page).unwrap_or_default();
    for (field, words) in [
        ("#take_name", &name),
        ("#take_address", &address),
        ("#take_plain", &plain),
        ("#take_bibtex", &bibtex),
        ("#take_csl", &csl),
        ("#take_passage", &history::whole(&["#", &sentence].concat())),
        ("#take_words", &printed::name(&sentence)),
        ("#take_said", &String::new()),
    ] {
        marks::fill(field, words);
    }
    marks::hide("#take_sentence", sentence.is_empty());
    marks::hide("#take_files", !is_page);
    marks::hide("[data-do=share]", !sharing::can_share());
}

/// A place as a number: 0 to 1, and beyond.
fn share(place: i32) -> String {
    ["calc(", &place.to_string(), " / 100000)"].concat()
}
