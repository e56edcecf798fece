//! How people stood to each other: in dated words, and toward the protagonist as a ribbon.

use palimpsest_calendar::{Extent, Scale, percent};
use palimpsest_contract::hook::class;
use palimpsest_story::{OwnStance, Person, Relation, StanceSide, Standing, Story};
use yew::prelude::*;

use crate::censor::scraped;
use crate::drawing::{Drawing, Lasting, story_scale, stretch};
use crate::edition::Edition;
use crate::facts::{dated, folded, link};
use crate::prose::prose;

/// Renders the relations of a person, folded if there are many.
pub(crate) fn relations(person: &Person, edition: &Edition) -> Html {
    let relation = |relation: &Relation| {
        let with = edition.story.person(&relation.with)?;
        let word = word(&relation.stance, edition);
        let stood = html! {
            <>
                <span class={class::STANCE} data-stance={relation.stance.drawing()}>{ word }</span>
                { " " }{ scraped(link(&with.id, &with.name), edition) }{ ": " }{ prose(&relation.text, edition) }
            </>
        };
        let span = extent(relation).zip(story_scale(&edition.story)).map(|(extent, scale)| {
            let [from, to] = [extent.first, extent.end()].map(|day| scale.position(day));
            format!("{} {}", percent(from), percent(to - from))
        });
        Some(
            html! { <li data-with={with.id.to_string()} data-span={span}>{ dated(stood, relation.date.as_ref()) }</li> },
        )
    };
    let stood: Vec<Html> = person.relations.iter().filter_map(relation).collect();
    if stood.is_empty() {
        return Html::default();
    }
    let count = stood.len();
    let list = html! { <ul class={class::DATED_LIST}>{ stood }</ul> };
    let term = class::FACT_RELATIONS;
    folded(term, Some(term), count, count <= MOST_OPEN, list, edition)
}

/// Returns the word for a kind of relation, from the catalog or by the editors.
fn word(stance: &Standing, edition: &Edition) -> String {
    match stance {
        Standing::Known(stance) => edition.text(&format!("stance-{}", stance.word())),
        Standing::Own(stance) => stance.name.clone(),
    }
}

/// Renders which of the editors' own kinds of relations are drawn above, below and on the line; nothing if there are none.
pub(crate) fn own_stances(edition: &Edition) -> Html {
    let sides =
        [(StanceSide::Above, "stance-above"), (StanceSide::Under, "stance-under"), (StanceSide::On, "stance-on")];
    let label = |stance: &OwnStance| {
        let drawing = Standing::Own(stance.clone()).drawing();
        html! { <>{ " " }<span class={class::STANCE} data-stance={drawing}>{ &stance.name }</span></> }
    };
    let side = |(side, key): (StanceSide, &str)| {
        let mut stances = edition.story.stances.iter().filter(|stance| stance.side == side).peekable();
        stances.peek().is_some().then(|| html! { <>{ " " }{ edition.text(key) }{ for stances.map(label) }</> })
    };
    sides.into_iter().filter_map(side).collect()
}

/// The number of relations up to which they are shown without being asked for.
const MOST_OPEN: usize = 4;

/// Renders how a person stood to the protagonist, over the time span of all such relations: above the line with them, below
/// it against them. Renders nothing for the protagonist and for people who have no dated relation to them.
pub(crate) fn ribbon(person: &Person, edition: &Edition) -> Html {
    let Some(protagonist) = edition.story.protagonist().filter(|protagonist| protagonist.id != person.id) else {
        return Html::default();
    };
    let all = edition.story.people.iter().flat_map(|person| edition.story.relations_between(person, protagonist));
    let Some(scale) = Scale::of(all.filter_map(extent)) else { return Html::default() };
    let drawing = Drawing::small(scale);
    // The entries of both people may tell of the same relation.
    let mut times: Vec<(Extent, &Standing)> = Vec::new();
    for relation in edition.story.relations_between(person, protagonist) {
        let time = extent(relation).map(|extent| (extent, &relation.stance));
        times.extend(time.filter(|time| !times.contains(time)));
    }
    if times.is_empty() {
        return Html::default();
    }
    let parts = times.into_iter().map(|(extent, stance)| stretch(extent, Lasting::Relation(stance), drawing));
    html! { <svg class={class::RIBBON} aria-hidden="true">{ for parts }</svg> }
}

/// Reports whether a ribbon on this person's card shows how they stood to the protagonist.
pub(crate) fn has_ribbon(person: &Person, protagonist: &Person, story: &Story) -> bool {
    person.id != protagonist.id
        && story.relations_between(person, protagonist).any(|relation| extent(relation).is_some())
}

fn extent(relation: &Relation) -> Option<Extent> {
    relation.date.as_ref()?.extent
}
