//! Drawings to scale. The words beside them say the same, so they are hidden from assistive software.

use palimpsest_calendar::{CalendarDay, Extent, Scale, WHOLE, coarse, percent};
use palimpsest_contract::hook::class;
use palimpsest_story::{Event, LifeDate, Person, Standing, Story};
use yew::prelude::*;

use crate::edition::Edition;

/// The shortest length, as a share of the line, at which a part is drawn to scale.
const SHORTEST: i32 = WHOLE / 200;

/// The distance below which two marks hide one another under their rims: two pixels of the shortest rail, which is about 500
/// pixels long.
const CROWDED: i32 = WHOLE / 250;

/// The distance from an end of the line within which a label is not centered on its year.
const EDGE: i32 = WHOLE / 40;

/// The length in pixels of a mark whose event is too short to be drawn to scale.
const MARK: &str = "4";

/// The way in which a drawing is made.
#[derive(Clone, Copy)]
pub(crate) struct Drawing {
    pub scale: Scale,
    /// Whether time runs downward rather than along the line.
    pub upright: bool,
    /// Whether positions are written to the day rather than rounded.
    pub exact: bool,
}

impl Drawing {
    /// Returns a drawing along a short horizontal line, with rounded positions.
    pub fn small(scale: Scale) -> Self {
        Self { scale, upright: false, exact: false }
    }

    /// Returns a position as SVG writes it.
    pub fn write(self, position: i32) -> String {
        if self.exact { percent(position) } else { coarse(position) }
    }
}

/// Returns the scale from the first event to the last, with the phases as its focus.
pub(crate) fn story_scale(story: &Story) -> Option<Scale> {
    let whole = Scale::of(story.events.iter().filter_map(|event| event.date.extent))?;
    Some(story.focus().map_or(whole, |(first, end)| whole.focused(first, end)))
}

/// Returns what a life covers, from the first possible day of birth to the last possible day of death.
pub(crate) fn life(person: &Person) -> Option<Extent> {
    let (born, died) = (person.born.as_ref()?.date.extent?, person.died.as_ref()?.date.extent?);
    let length = died.end() - born.first;
    Some(Extent { first: born.first, rising: born.length - 1, length, falling: died.length - 1 })
}

/// The number of days over which a life fades where its beginning or end is not known: twenty years.
const UNKNOWN: i32 = 20 * 365;

/// The number of equal parts of a living person's line of which at most the last one fades.
const LAST_PART: i32 = 4;

/// Returns what is drawn of a life on a scale. Where an end is not known, the line fades: for a person who is alive, toward
/// the end of the scale; otherwise before the first and after the last event that involves them. Returns `None` if no end
/// and no event has a known day.
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

/// Something that lasts for a stretch of time.
#[derive(Clone, Copy)]
pub(crate) enum Lasting<'a> {
    Life,
    Relation(&'a Standing),
}

/// Renders a stretch of time, which fades where it may have begun or ended.
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

/// Renders the round years of a drawing, or months or days if it has fewer than two round years.
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
        // A label centered on its year would be cut off at an end of the line.
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

/// Renders the breaks of a drawing's line as two slanted strokes each, and the years at the ends of the line. Renders
/// nothing if the line is unbroken.
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

/// Returns the class of a drawing whose marks are too crowded to have rims; `None` if they are not.
///
/// A rim has the background color and separates a mark from whatever is under it. Where most marks begin within two pixels
/// of the previous one, each rim would cover its neighbor, and nothing would be left of a thousand events.
pub(crate) fn density<'a>(events: impl Iterator<Item = &'a Event>, scale: Scale) -> Option<&'static str> {
    let extents = events.filter_map(|event| event.date.extent);
    let mut positions: Vec<i32> = extents.map(|extent| scale.position(extent.first)).collect();
    positions.sort_unstable();
    let crowded = positions.windows(2).filter(|pair| pair[1] - pair[0] < CROWDED).count();
    (crowded > MAX_CROWDED && 2 * crowded > positions.len()).then_some(class::DENSE)
}

/// The number of crowded marks that is tolerated: a cluster in a story of a few events.
const MAX_CROWDED: usize = 50;

/// Renders a mark that links to its event.
pub(crate) fn linked_mark(event: &Event, drawing: Drawing, edition: &Edition) -> Html {
    let values = [("date", event.date.text().into()), ("title", event.title.as_str().into())];
    let name = edition.format("event-mark", &values);
    // WebKit 2.50 does not derive a link's name from its `<title>`. On the rail beside the text, a link must have a name.
    let label = (!drawing.exact).then(|| name.clone());
    html! {
        <a href={format!("#{}", event.id)} tabindex="-1" aria-label={label}>
            <title>{ name }</title>
            { mark(event, drawing) }
        </a>
    }
}

/// Renders a mark as long as its event. An event that is too short to be seen gets a mark of four pixels.
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
        // On a scale that is long compared to a life, the last quarter of the life fades.
        story.people[0].born = Some(born);
        let long = Scale::new(scale.end - 20 * lifetime, scale.end);
        let drawn = lifeline(&story.people[0], &story, long).expect("there is a line");
        assert_eq!(drawn.falling, (lifetime - 1) / LAST_PART);
        // Nothing is known of the person, not even an event.
        story.people[0].born = None;
        story.events.clear();
        assert_eq!(lifeline(&story.people[0], &story, scale), None);
    }
}
