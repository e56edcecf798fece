//! Where somebody lived: each stop of the data is in the list, on the map and in the strip.

mod common;

use common::{attributes, print, published, small, texts};
use palimpsest_contract::hook::{attribute, class, id};
use palimpsest_story::{CalendarDay, Date, Extent, Place, Point, Stay, Story};

/// The section of the page.
fn section(page: &str) -> &str {
    let from = page.find(&format!("<section id=\"{}\"", id::JOURNEY)).expect("there is a section");
    &page[from..from + page[from..].find("</section>").expect("it ends")]
}

/// The addresses to which marks lead in a part of a page, sorted.
fn marks(part: &str) -> Vec<String> {
    let all = attributes(part);
    let marks = all.chunk_by(|one, other| one.0 == other.0).filter_map(|element| {
        let value = |name: &str| element.iter().find(|(_, known, _)| known == name).map(|(.., value)| value.clone());
        value("href").filter(|_| value("tabindex").is_some())
    });
    let mut marks: Vec<String> = marks.collect();
    marks.sort();
    marks
}

/// A figure of the section, by its class.
fn figure<'page>(section: &'page str, class: &str) -> &'page str {
    let from = section.find(&format!("<figure class=\"{class}\"")).expect("there is a figure");
    &section[from..from + section[from..].find("</figure>").expect("it ends")]
}

/// The small story, whose first person lived at these places, a year each: latitude, longitude, radius.
fn story(points: &[(i32, i32, u32)]) -> Story {
    let mut story = small();
    let place = story.events[0].place.clone().expect("the event has a place");
    let date: Date = story.people[0].relations[0].date.clone().expect("the relation is dated");
    story.people[0].stays = points
        .iter()
        .enumerate()
        .map(|(number, (latitude, longitude, radius))| {
            let years = i32::try_from(number).expect("there are few") * 365;
            let extent = Some(Extent { first: years, rising: 0, length: 365, falling: 0 });
            let point = Point { latitude: latitude * 100_000, longitude: longitude * 100_000 };
            let place = Place { name: format!("Town {number}"), point: Some(point), radius: *radius, ..place.clone() };
            let id = format!("stay-voss-{number}").as_str().into();
            Stay { id, date: Date { extent, ..date.clone() }, place: Some(place), text: palimpsest_story::Prose::new() }
        })
        .collect();
    story
}

#[test]
fn every_stop_is_in_the_list_on_the_map_and_in_the_strip() {
    let (story, page) = (published(), print(&published()));
    let section = section(&page);
    let stays = &story.people[0].stays;
    let ids: Vec<String> = attributes(section)
        .into_iter()
        .filter(|(element, name, _)| element == "li" && name == "id")
        .map(|(.., value)| value)
        .collect();
    assert_eq!(ids, stays.iter().map(|stay| stay.id.to_string()).collect::<Vec<_>>());
    assert_eq!(ids[6], "stay-trotsky-prinkipo");
    assert_eq!(ids[8], "stay-trotsky-prinkipo-2", "the second stay there");
    let with_a_place = stays.iter().filter(|stay| stay.place.is_some());
    let mut meant: Vec<String> = with_a_place.map(|stay| format!("#{}", stay.id)).collect();
    meant.sort();
    assert_eq!(meant.len(), 21);
    assert_eq!(marks(figure(section, class::JOURNEY_MAP)), meant);
    assert_eq!(marks(figure(section, class::WHEREABOUTS)), meant);
    let entry = page.find("<article id=\"trotsky\"").expect("he has an entry");
    assert!(page[entry..].contains("<a href=\"#journey\">The road into exile</a>"), "the entry leads there");
}

#[test]
fn what_is_drawn_is_hidden_from_assistive_software() {
    let page = print(&published());
    let section = section(&page);
    let drawings = section.matches("<svg").count();
    assert!(drawings > 10, "there are {drawings} drawings");
    for figure in [figure(section, class::JOURNEY_MAP), figure(section, class::WHEREABOUTS)] {
        let mut depth = 0;
        for part in figure.split('<').skip(1) {
            match part {
                part if part.starts_with("svg") => {
                    assert!(depth > 0 || part.contains("aria-hidden=\"true\""), "<{part}");
                    depth += 1;
                }
                part if part.starts_with("/svg") => depth -= 1,
                part => assert!(depth > 0 || !part.contains("tabindex"), "<{part} is no drawing"),
            }
        }
    }
}

#[test]
fn a_story_without_stays_has_no_section() {
    let page = print(&small());
    assert!(!page.contains("id=\"journey\"") && !page.contains("class=\"journey-map\""));
}

#[test]
fn a_story_with_stays_has_a_map_of_its_own() {
    let page = print(&story(&[(10, 20, 1000), (12, 22, 60_000), (11, 25, 500)]));
    let section = section(&page);
    assert!(section.contains(">Where Anna Voss lived</h2>"), "{section}");
    let map = figure(section, class::JOURNEY_MAP);
    assert!(map.contains(class::MAP_REGION) && !map.contains(class::MAP_GLOBE) && !map.contains(class::MAP_INSET));
    assert_eq!(map.matches("class=\"map-ring\"").count(), 1, "what is known to within 60 kilometers has a ring: {map}");
    assert!(section.contains("Our point may be 60 kilometers off."), "and says so");
    let line = map.split("class=\"map-line\"").next().and_then(|before| before.rsplit("d=\"").next());
    assert_eq!(line.expect("there is a line").matches('q').count(), 2, "two ways between three stops: {map}");
    let spread = print(&story(&[(10, 20, 1000), (12, 22, 1000), (-35, 150, 1000)]));
    let map = figure(self::section(&spread), class::JOURNEY_MAP);
    assert!(map.contains(class::MAP_GLOBE), "far from each other, they need a globe");
}

#[test]
fn no_line_crosses_a_time_of_which_nothing_is_known() {
    let lines = |story: &Story| {
        let page = print(story);
        let map = figure(section(&page), class::JOURNEY_MAP);
        map.split("class=\"map-line\"")
            .next()
            .and_then(|map| map.rsplit("d=\"").next())
            .expect("a line")
            .matches('q')
            .count()
    };
    let mut story = story(&[(10, 20, 1000), (12, 22, 1000), (11, 25, 1000)]);
    assert_eq!(lines(&story), 2);
    let last = story.people[0].stays.last_mut().expect("there are three");
    let extent = last.date.extent.as_mut().expect("it is dated");
    extent.first += 40;
    assert_eq!(lines(&story), 1, "forty days are without a word");
    let mut way = story.people[0].stays[1].clone();
    way.place = None;
    way.id = "stay-voss-way".into();
    way.date.extent = Some(Extent { first: 730, rising: 0, length: 40, falling: 0 });
    story.people[0].stays.insert(2, way);
    assert_eq!(lines(&story), 2, "now it is said what happened then");
    let page = print(&story);
    assert!(section(&page).contains("<span>On the way</span>"));
}

#[test]
fn a_place_without_a_point_has_no_number() {
    let mut story = story(&[(10, 20, 1000), (12, 22, 1000), (11, 25, 1000)]);
    story.people[0].stays[1].place.as_mut().expect("it has a place").point = None;
    let page = print(&story);
    let titles: Vec<String> = section(&page)
        .split("class=\"stop-title\"")
        .skip(1)
        .map(|title| texts(title.split("</p>").next().unwrap_or_default()).concat())
        .collect();
    let named: Vec<&str> = titles.iter().map(|title| title.trim_start_matches('>').trim()).collect();
    assert_eq!(named, ["1 Town 0", "Town 1", "2 Town 2"]);
}

#[test]
fn the_strip_names_years_or_months() {
    let axis = |first: CalendarDay, last: CalendarDay| {
        let mut story = story(&[(10, 20, 1000)]);
        let first = first.number();
        let extent = Extent { first, rising: 0, length: last.number() + 1 - first, falling: 0 };
        story.people[0].stays[0].date.extent = Some(extent);
        let page = print(&story);
        let strip = figure(section(&page), class::WHEREABOUTS).split("</ol>").nth(1).map(str::to_owned);
        texts(&strip.expect("there is an axis"))
    };
    let day = |year, month, day| CalendarDay { year, month, day };
    assert_eq!(axis(day(1928, 3, 1), day(1931, 2, 1)), ["1929", "1930", "1931"]);
    assert_eq!(axis(day(1928, 1, 15), day(1928, 4, 20)), ["February", "March", "April"]);
    assert_eq!(axis(day(1928, 11, 20), day(1929, 2, 10)), ["December", "1929", "February"]);
    assert_eq!(axis(day(-1, 3, 1), day(2, 2, 1)), ["1 BC", "AD 1", "AD 2"]);
}

#[test]
fn an_age_follows_the_comma_of_the_language() {
    for (language, age) in [("en", ", aged"), ("ar", "، العمر"), ("zh", "、")] {
        let mut story = story(&[(10, 20, 1000)]);
        story.language = language.to_owned();
        let born = story.people[0].stays[0].date.extent.map(|stay| Extent { first: stay.first - 10_000, ..stay });
        story.people[0].born.as_mut().expect("she was born").date.extent = born;
        story.people[0].died = None;
        let page = print(&story);
        let dates = section(&page).split("<p class=\"dates\">").nth(1).and_then(|rest| rest.split("</p>").next());
        assert!(dates.is_some_and(|dates| dates.contains(age)), "{language}: {dates:?}");
    }
}

#[test]
fn the_years_of_a_journey_are_those_of_its_stays() {
    let day = |year| Some(CalendarDay { year, month: 6, day: 1 });
    for (dates, years) in [
        ([("1928", day(1928), day(1928)), ("1929/1940", day(1929), day(1940))], "Anna Voss, 1928–1940: 2 stops"),
        ([("1929-06", day(1929), day(1929)), ("1929-07", day(1929), day(1929))], "Anna Voss, 1929: 2 stops"),
        ([("-0043", day(-43), day(-43)), ("-0039", day(-39), day(-39))], "Anna Voss, 44 BC – 40 BC: 2 stops"),
        ([("-0005", day(-5), day(-5)), ("0014", day(14), day(14))], "Anna Voss, 6 BC – AD 14: 2 stops"),
        ([("1928", day(1928), day(1928)), ("1929/..", day(1929), None)], "Anna Voss, since 1928: 2 stops"),
        ([("1928", day(1928), day(1928)), ("1929/", day(1929), None)], "Anna Voss, 1928–?: 2 stops"),
        ([("../1928", None, day(1928)), ("1929", day(1929), day(1929))], "Anna Voss, ?–1929: 2 stops"),
        ([("1928/1935", day(1928), day(1935)), ("1929", day(1929), day(1929))], "Anna Voss, 1928–1935: 2 stops"),
    ] {
        let mut story = story(&[(10, 20, 1000), (12, 22, 1000)]);
        for (stay, (edtf, earliest, latest)) in story.people[0].stays.iter_mut().zip(dates) {
            edtf.clone_into(&mut stay.date.edtf);
            (stay.date.earliest, stay.date.latest) = (earliest, latest);
        }
        let page = print(&story);
        assert!(section(&page).contains(years), "{years}: {}", section(&page));
    }
}

#[test]
fn a_number_with_uncertain_dates_is_hollow() {
    let mut story = story(&[(10, 20, 1000), (12, 22, 1000)]);
    "1921".clone_into(&mut story.people[0].stays[0].date.edtf);
    "1922~".clone_into(&mut story.people[0].stays[1].date.edtf);
    let page = print(&story);
    let map = figure(section(&page), class::JOURNEY_MAP);
    assert!(map.contains("<a href=\"#stay-voss-1\" tabindex=\"-1\" data-stop=\"02\" class=\"uncertain\">"), "{map}");
    assert_eq!(map.matches("class=\"uncertain\"").count(), 1);
    assert!(map.contains("A hollow number: the dates are not certain."));
}

#[test]
fn stops_and_marks_share_a_number_that_style_sheets_compare() {
    let page = print(&published());
    let mut codes: Vec<String> = attributes(section(&page))
        .into_iter()
        .filter(|(_, name, _)| name == attribute::STOP)
        .map(|(.., code)| code)
        .collect();
    codes.sort();
    let each = |number: usize| vec![format!("{number:02}"); 3];
    assert_eq!(codes, (1..=21).flat_map(each).collect::<Vec<_>>(), "in the list, on the map and in the strip");
    let sheet = std::fs::read_to_string(common::project("styles/stops-lit.css")).expect("there is a sheet");
    for (sign, place) in [("^", "tens"), ("$", "units")] {
        for digit in 0..10 {
            let with = format!("[data-stop{sign}=\"{digit}\"]");
            let lit = format!("--{}{digit}", &place[..1]);
            let lights = format!(".journey:has({with}:is(:hover, :focus-within, :target)) {{\n    {lit}: 1;\n  }}");
            let looks = format!("  {with} {{\n    --{place}: var({lit}, 0);\n  }}");
            assert!(sheet.contains(&lights), "{lights} is not in the sheet");
            assert!(sheet.contains(&looks), "{looks} is not in the sheet");
        }
    }
}
