//! Drawings to scale. They stand beside words that say the same, and are therefore nothing to assistive software.

use palimpsest_calendar::{CalendarDay, Extent, Scale, WHOLE, coarse, percent};
use palimpsest_contract::hook::class;
use palimpsest_story::{Event, LifeDate, Person, Standing, Story};
use yew::prelude::*;

use crate::edition::Edition;

/// How long a part must be, as a share of the line, to be drawn as long as it is.
const SHORTEST: i32 = WHOLE / 200;

/// Marks that begin closer to each other than this hide one another under their rims: two pixels of the shortest rail, which
/// is about 500 pixels long.
const CROWDED: i32 = WHOLE / 250;

/// How near to an end of the line a label does not stand in the middle of its year.
const EDGE: i32 = WHOLE / 40;

/// The pixels of a mark that is too short to be seen.
const MARK: &str = "4";

/// How a drawing is made.
#[derive(Clone, Copy)]
pub(crate) struct Drawing {
    pub scale: Scale,
    /// Whether time runs down, and not along the line.
    pub upright: bool,
    /// Whether positions are written to the day.
    pub exact: bool,
}

impl Drawing {
    /// A drawing along a short line.
    pub fn small(scale: Scale) -> Self {
        Self { scale, upright: false, exact: false }
    }

    /// A position on it, as SVG writes it.
    pub fn write(self, position: i32) -> String {
        if self.exact { percent(position) } else { coarse(position) }
    }
}

/// The scale from the first event to the last, with its focus on the phases.
pub(crate) fn story_scale(story: &Story) -> Option<Scale> {
    let whole = Scale::of(story.events.iter().filter_map(|event| event.date.extent))?;
    Some(story.focus().map_or(whole, |(first, end)| whole.focused(first, end)))
}

/// What a life covers: from the first possible day of birth to the last of death.
pub(crate) fn life(person: &Person) -> Option<Extent> {
    let (born, died) = (person.born.as_ref()?.date.extent?, person.died.as_ref()?.date.extent?);
    let length = died.end() - born.first;
    Some(Extent { first: born.first, rising: born.length - 1, length, falling: died.length - 1 })
}

/// How long a life fades where its end, or its beginning, is not known: twenty years.
const UNKNOWN: i32 = 20 * 365;

/// Of how many parts of a life that lasts the last one fades at most.
const LAST_PART: i32 = 4;

/// What is drawn of a life on a scale. Where an end is not known, the line fades: at the end of the scale for somebody who is
/// alive, otherwise before the first and after the last event with them. `None` where neither an end nor an event has a day.
pub(crate) fn lifeline(person: &Person, story: &Story, scale: Scale) -> Option<Extent> {
    let day = |date: &Option<LifeDate>| date.as_ref().and_then(|life| life.date.extent);
    let (born, died) = (day(&person.born), day(&person.died));
    if let (Some(_), Some(_)) = (born, died) {
        return life(person);
    }
    let seen: Vec<Extent> = story.events_of(&person.id).filter_map(|event| event.date.extent).collect();
    let (first, rising, known) = if let Some(born) = born {
        (born.first, born.length - 1, born.end())
    } else {
        let known = seen.iter().chain(&died).map(|extent| extent.first).min()?;
        (known - UNKNOWN, UNKNOWN, known)
    };
    let known = seen.iter().map(Extent::end).fold(known, i32::max);
    let (end, falling) = match died {
        Some(died) => (died.end(), died.length - 1),
        None if person.living => {
            let end = known.max(scale.end);
            (end, ((scale.end - scale.first) / 10).min((end - first - rising) / LAST_PART))
        }
        None => (known + UNKNOWN, UNKNOWN),
    };
    Some(Extent { first, rising, length: end - first, falling })
}

/// What lasts for a stretch of time.
#[derive(Clone, Copy)]
pub(crate) enum Lasting<'a> {
    Life,
    Relation(&'a Standing),
}

/// A stretch of time, which fades where it may have begun or ended.
pub(crate) fn stretch(extent: Extent, lasting: Lasting<'_>, drawing: Drawing) -> Html {
    let (class, stance) = match lasting {
        Lasting::Life => (Some(class::LIFE), None),
        Lasting::Relation(stance) => (None, Some(stance.drawing())),
    };
    let Extent { first, rising, falling, .. } = extent;
    let end = extent.end();
    let part = |class: Classes, from: i32, to: i32| {
        let from = drawing.scale.position(from);
        let length = (drawing.scale.position(to) - from).max(SHORTEST);
        html! { <rect {class} data-stance={stance.clone()} x={drawing.write(from.min(WHOLE - length))} width={drawing.write(length)} /> }
    };
    html! {
        <>
            if rising > 0 {
                { part(classes!(class, class::RISING), first, first + rising) }
            }
            { part(classes!(class), first + rising, end - falling) }
            if falling > 0 {
                { part(classes!(class, class::FALLING), end - falling, end) }
            }
        </>
    }
}

/// The round years of a drawing; where it has not even two of them, months or days.
pub(crate) fn years(drawing: Drawing, edition: &Edition) -> Html {
    let scale = drawing.scale;
    let [first, _] = scale.years();
    let mut named: Vec<(String, i32)> =
        scale.round_years().map(|(year, position)| (edition.year_after(year, first), position)).collect();
    if named.len() < 2 {
        let (months, days) = scale.round_days();
        let words = |day: CalendarDay| match day.month {
            1 if months => edition.year(day.year),
            month if months => edition.month(month).to_owned(),
            _ => edition.day(day),
        };
        if !days.is_empty() {
            named = days.into_iter().map(|(day, position)| (words(day), position)).collect();
        }
    }
    let label = |(words, position): (String, i32)| {
        // A word that stood in the middle of its year would be cut off at an end of the line.
        let class = match position {
            _ if drawing.upright => None,
            ..EDGE => Some(class::FROM),
            _ if position > WHOLE - EDGE => Some(class::UNTIL),
            _ => None,
        };
        let position = drawing.write(position);
        let [x, y] = if drawing.upright { [None, Some(position)] } else { [Some(position), None] };
        html! { <><rect class={class::YEAR} x={x.clone()} y={y.clone()} /><text {class} {x} {y}>{ words }</text></> }
    };
    html! { <>{ for named.into_iter().map(label) }{ breaks(drawing, edition) }</> }
}

/// Where the line of a drawing is broken: two slanted strokes, and at the ends of the line their years.
fn breaks(drawing: Drawing, edition: &Edition) -> Html {
    let Drawing { scale, upright, .. } = drawing;
    let at = |position: i32| {
        let position = Some(drawing.write(position));
        if upright { [None, position] } else { [position, None] }
    };
    let cut = |position: i32| {
        let [x, y] = at(position);
        html! { <svg class={class::BREAK} {x} {y}><path d="M-4 5 0-5M0 5 4-5" /></svg> }
    };
    let [first, last] = scale.years();
    let end = |position: i32, year: i32, class: &'static str| {
        let [x, y] = at(position);
        html! { <text {class} {x} {y}>{ edition.year_after(year, first) }</text> }
    };
    let cuts: Vec<Html> = scale.breaks().map(cut).collect();
    if cuts.is_empty() {
        return Html::default();
    }
    html! { <>{ cuts }{ end(0, first, class::FROM) }{ end(WHOLE, last, class::UNTIL) }</> }
}

/// The class of a drawing whose marks are so many that their rims would hide them: it has none.
///
/// A rim has the color of the ground and keeps a mark apart from what it lies on. Where most marks begin within two pixels of
/// the one before, each rim would cover its neighbor, and nothing would be left of a thousand events.
pub(crate) fn density<'a>(events: impl Iterator<Item = &'a Event>, scale: Scale) -> Option<&'static str> {
    let extents = events.filter_map(|event| event.date.extent);
    let mut positions: Vec<i32> = extents.map(|extent| scale.position(extent.first)).collect();
    positions.sort_unstable();
    let crowded = positions.windows(2).filter(|pair| pair[1] - pair[0] < CROWDED).count();
    (crowded > MAX_CROWDED && 2 * crowded > positions.len()).then_some(class::DENSE)
}

/// Up to this many crowded marks are tolerated: a cluster in a story of a few events.
const MAX_CROWDED: usize = 50;

/// A mark that leads to its event.
pub(crate) fn linked_mark(event: &Event, drawing: Drawing, edition: &Edition) -> Html {
    let values = [("date", event.date.text().into()), ("title", event.title.as_str().into())];
    let name = edition.format("event-mark", &values);
    // WebKit 2.50 does not name a link by its title; on the rail beside the text it must have a name.
    let label = (!drawing.exact).then(|| name.clone());
    html! {
        <a href={format!("#{}", event.id)} tabindex="-1" aria-label={label}>
            <title>{ name }</title>
            { mark(event, drawing) }
        </a>
    }
}

/// A mark as long as the event. What is too short to be seen so has a mark of four pixels.
pub(crate) fn mark(event: &Event, drawing: Drawing) -> Html {
    let Some(extent) = event.date.extent else { return Html::default() };
    let Drawing { scale, upright, .. } = drawing;
    let kind = if event.told.is_some() { class::IN_ARTICLE } else { class::CONTEXT };
    let position = scale.position(extent.first);
    let length = (scale.position(extent.end()) - position).max(1);
    let [position, true_length] = [position, length].map(|position| drawing.write(position));
    let rect = |class: Classes, length: String| {
        let [x, y] = if upright { [None, Some(position.clone())] } else { [Some(position.clone()), None] };
        let [width, height] = if upright { [None, Some(length)] } else { [Some(length), None] };
        html! { <rect {class} {x} {y} {width} {height} /> }
    };
    if length >= SHORTEST { rect(classes!(kind), true_length) } else { rect(classes!(kind), MARK.to_owned()) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_life_fades_where_an_end_is_not_known() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/invalid/base");
        let mut story = palimpsest_compiler::compile(&folder).story.expect("the story is sound");
        let event = story.events[0].date.extent.expect("it has a date");
        let [born, died] =
            [&story.people[0].born, &story.people[0].died].map(|life| life.clone().expect("it is known"));
        let [birth, death] = [&born, &died].map(|life| life.date.extent.expect("it has days"));
        let (scale, after) = (Scale::new(event.first - 1000, death.end() + 4000), event.end() + UNKNOWN);
        let lifetime = scale.end - birth.first;
        for (is_born, is_dead, living, line) in [
            (true, true, false, [birth.first, 0, death.end(), 364 + 1]),
            (true, false, false, [birth.first, 0, after, UNKNOWN]),
            (false, true, false, [event.first - UNKNOWN, UNKNOWN, death.end(), 364 + 1]),
            (false, false, false, [event.first - UNKNOWN, UNKNOWN, after, UNKNOWN]),
            (true, false, true, [birth.first, 0, scale.end, (scale.end - scale.first) / 10]),
            (false, false, true, [event.first - UNKNOWN, UNKNOWN, scale.end, (scale.end - scale.first) / 10]),
        ] {
            let person = &mut story.people[0];
            person.born = is_born.then(|| born.clone());
            person.died = is_dead.then(|| died.clone());
            person.living = living;
            let drawn = lifeline(&story.people[0], &story, scale).expect("there is a line");
            let found = [drawn.first, drawn.rising, drawn.first + drawn.length, drawn.falling];
            assert_eq!(found, line, "born {is_born}, died {is_dead}, living {living}");
        }
        // On a scale that is long beside a life, its last quarter fades.
        story.people[0].born = Some(born);
        let long = Scale::new(scale.end - 20 * lifetime, scale.end);
        let drawn = lifeline(&story.people[0], &story, long).expect("there is a line");
        assert_eq!(drawn.falling, (lifetime - 1) / LAST_PART);
        // Nothing is known of them, not even an event.
        story.people[0].born = None;
        story.events.clear();
        assert_eq!(lifeline(&story.people[0], &story, scale), None);
    }
}
