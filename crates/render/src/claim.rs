//! Facts on which sources differ: the accepted value, marked as such, beside the others.

use palimpsest_contract::hook::class;
use palimpsest_story::{Claim, ClaimStatus, ClaimValue, Target};
use yew::prelude::*;

use crate::edition::Edition;
use crate::facts::fact;
use crate::prose::prose;

/// Renders the contested facts of a person, an event or a note; nothing if there are none.
pub(crate) fn claims(about: &Target, edition: &Edition) -> Html {
    let mut claims = edition.story.claims_about(about).peekable();
    if claims.peek().is_none() {
        return Html::default();
    }
    let list = claims.map(|claim| entry(claim, edition)).collect();
    fact(class::FACT_CONTESTED, list, edition)
}

fn entry(claim: &Claim, edition: &Edition) -> Html {
    let value = |value: &ClaimValue| {
        let status = match value.status {
            ClaimStatus::Accepted => "claim-accepted",
            ClaimStatus::Disputed => "claim-disputed",
            ClaimStatus::Rejected => "claim-rejected",
        };
        html! {
            <li data-status={value.status.word()}>
                <b>{ &value.value }</b>
                <span class={class::CLAIM_STATUS}>{ format!(" ({}) ", edition.text(status)) }</span>
                <span>{ prose(&value.text, edition) }</span>
            </li>
        }
    };
    html! {
        <>
            <p class={class::CLAIM}>{ &claim.title }</p>
            <ul>{ for claim.values.iter().map(value) }</ul>
        </>
    }
}
