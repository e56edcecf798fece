//! How people stood to each other: drawn to scale, in dated words, and who was on which side.

use palimpsest_calendar::{Extent, Scale};
use palimpsest_contract::hook::class;
use palimpsest_story::{Person, Relation, Stance};
use yew::prelude::*;

use crate::drawing::{Drawing, Lasting, stretch, years};
use crate::edition::Edition;
use crate::facts::{dated, fact, link, list};
use crate::prose::prose;

/// The list that a relation of this stance appears in.
fn list_of(stance: Stance) -> &'static str {
    match stance {
        Stance::Ally => class::FACT_COMPANIONS,
        Stance::Rival | Stance::Enemy => class::FACT_OPPONENTS,
        Stance::Family => class::FACT_FAMILY,
    }
}

/// The facts about how somebody stood to others.
pub(crate) fn relations(person: &Person, edition: &Edition) -> Html {
    let relation = |relation: &Relation| {
        let with = edition.story.person(&relation.with)?;
        let stance = relation.stance.word();
        let stood = html! {
            <>
                <span class={class::STANCE} data-stance={stance}>{ edition.text(&format!("stance-{stance}")) }</span>
                { " " }{ link(&with.id, &with.name) }{ ": " }<span>{ prose(&relation.text, edition) }</span>
            </>
        };
        Some(html! { <li data-with={with.id.to_string()}>{ dated(stood, relation.date.as_ref()) }</li> })
    };
    let stood: Vec<Html> = person.relations.iter().filter_map(relation).collect();
    html! {
        <>
            if !stood.is_empty() {
                { fact(
                    class::FACT_RELATIONS,
                    html! { <>{ ribbon(person, edition) }<ul class={class::DATED_LIST}>{ stood }</ul></> },
                    edition,
                ) }
            }
            { for [class::FACT_COMPANIONS, class::FACT_OPPONENTS, class::FACT_FAMILY].map(|term| others(term, person, edition)) }
        </>
    }
}

/// People with a relation of this kind to `person`, from either entry.
fn others(term: &'static str, person: &Person, edition: &Edition) -> Html {
    let has = |of: &Person, with: &Person| {
        of.relations.iter().any(|relation| relation.with == with.id && list_of(relation.stance) == term)
    };
    let others = edition.story.people.iter().filter(|other| has(person, other) || has(other, person));
    list(term, class::INLINE_LIST, others.map(|other| link(&other.id, &other.name)).collect(), edition)
}

/// A drawing of how somebody stood to others: above the line with them, under it against them.
fn ribbon(person: &Person, edition: &Edition) -> Html {
    let extents = person.relations.iter().filter_map(extent);
    // What is shorter than a year has no course that could be drawn.
    let Some(scale) = Scale::of(extents).filter(|scale| scale.end - scale.first > 366) else {
        return Html::default();
    };
    let drawing = Drawing::small(scale);
    let rows = person.relations.chunk_by(|one, next| one.with == next.with).filter_map(|relations| {
        let with = edition.story.person(&relations.first()?.with)?;
        let parts = relations
            .iter()
            .filter_map(|relation| Some(stretch(extent(relation)?, Lasting::Relation(relation.stance), drawing)));
        Some(html! { <div><span>{ &with.name }</span><svg>{ for parts }</svg></div> })
    });
    html! {
        <div class={class::RIBBON} aria-hidden="true" data-legend={edition.text("stance-legend")}>
            <div><svg>{ years(drawing) }</svg></div>
            { for rows }
        </div>
    }
}

fn extent(relation: &Relation) -> Option<Extent> {
    relation.date.as_ref()?.extent
}
