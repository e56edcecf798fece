//! One event of the timeline.

use palimpsest_contract::hook::class;
use palimpsest_story::{Event, Illustration, Person, Place, Target};
use yew::prelude::*;

use crate::age;
use crate::block::media;
use crate::censor::{PEOPLE, scraped};
use crate::claim::claims;
use crate::control::LinkMark;
use crate::date::date;
use crate::edition::{Edition, use_edition};
use crate::facts::{self, fact, facts, link, list};
use crate::prose::prose;

#[derive(PartialEq, Properties)]
pub(crate) struct EventItemProps {
    /// The event's index in the story's list.
    pub index: usize,
}

/// The date, title and summary of an event, details that open, and ages that the program reveals (`marks::events`).
#[component]
pub(crate) fn EventItem(props: &EventItemProps) -> Html {
    let edition = use_edition();
    let event = &edition.story.events[props.index];
    let id = event.id.to_string();
    let kind = if event.told.is_some() { class::EVENT_IN_ARTICLE } else { class::EVENT_CONTEXT };
    let title = event.title.as_str();
    html! {
        <li id={id.clone()} class={classes!(class::EVENT, kind)}>
            <h3 class={class::EVENT_TITLE}><span class={class::EVENT_DATE}>{ date(&event.date) }</span>{ scraped(Html::from(format!(" {title}")), &edition) }</h3>
            <LinkMark id={id.clone()} title={title.to_owned()} />
            if event.told.is_none() {
                <p class={class::EVENT_KIND}>{ edition.text("event-context") }</p>
            }
            <p class={class::EVENT_SUMMARY}>{ scraped(prose(&event.summary, &edition), &edition) }</p>
            <details data-event={id}>
                <summary>
                    { edition.text("show-more") }
                    <span class={class::VISUALLY_HIDDEN}>{ edition.format("show-more-of", &[("title", title.into())]) }</span>
                </summary>
                { body(event, &edition) }
            </details>
            if !edition.embedded {
                { for people(event, &edition).filter_map(|person| age_line(person, event, &edition)) }
            }
        </li>
    }
}

fn people<'a>(event: &'a Event, edition: &'a Edition) -> impl Iterator<Item = &'a Person> {
    event.people.iter().filter_map(|id| edition.story.person(id))
}

/// Renders how old a person was, hidden until the person is followed.
fn age_line(person: &Person, event: &Event, edition: &Edition) -> Option<Html> {
    let age = age::at_event(person, event, edition)?;
    let words = edition.format("event-age", &[("name", person.name.as_str().into()), ("age", age.into())]);
    Some(
        html! { <p class={class::EVENT_AGE} data-age-of={person.id.to_string()} hidden=true>{ scraped(Html::from(words), edition) }</p> },
    )
}

/// Renders the details: text, picture, place, people, sentence, contested facts and sources.
fn body(event: &Event, edition: &Edition) -> Html {
    // The skipped fields are rendered elsewhere. All fields are listed, so that the compiler asks where a new field is
    // shown.
    let Event { id: _, date: _, title: _, summary: _, text, figure, place, people: _, told, sources } = event;
    let sentence = told.as_ref().and_then(|id| edition.story.article.sentences().find(|one| one.id == *id));
    let sentence = sentence.map(|sentence| {
        let quotation = edition.quotation(&sentence.text());
        let link = html! { <a class={class::QUOTE_LINK} href={format!("#{}", sentence.id)}>{ quotation }</a> };
        fact(class::FACT_IN_ARTICLE, link, edition)
    });
    let who = |person: &Person| {
        html! { <>{ scraped(link(&person.id, &person.name), edition) }{ facts::age(age::at_event(person, event, edition)) }</> }
    };
    let place = place.as_ref().map(|place| fact(class::FACT_WHERE, location(place, edition), edition));
    let deserted = edition.story.erasure.empties(event).then_some(PEOPLE);
    html! {
        <div class={class::EVENT_BODY} data-erased={deserted}>
            { for text.iter().map(|paragraph| html! { <p>{ scraped(prose(paragraph, edition), edition) }</p> }) }
            // A page that is embedded in other sites loads no media.
            { for figure.iter().filter(|_| !edition.embedded).map(|figure| self::figure(figure, edition)) }
            { facts([
                place.unwrap_or_default(),
                list(class::FACT_WHO, class::INLINE_LIST, people(event, edition).map(who).collect(), edition),
                sentence.unwrap_or_default(),
                claims(&Target::Event(event.id.clone()), edition),
                facts::sources(sources, edition),
            ]) }
        </div>
    }
}

/// Renders a picture, a sound or a film with its caption and credit.
fn figure(figure: &Illustration, edition: &Edition) -> Html {
    let Illustration { media, caption } = figure;
    let credit = (!media.credit.is_empty())
        .then(|| html! { <>{ " " }<span class={class::CREDIT}>{ prose(&media.credit, edition) }</span></> });
    html! {
        <figure class={class::FIGURE}>
            { self::media(media) }
            if !caption.is_empty() || credit.is_some() {
                <figcaption>{ scraped(prose(caption, edition), edition) }{ credit.unwrap_or_default() }</figcaption>
            }
        </figure>
    }
}

/// Renders the place, also in its own language and script where that name differs.
fn location(place: &Place, edition: &Edition) -> Html {
    let words = edition.place(place);
    let native = place.native.as_ref().filter(|native| !words.contains(&native.name));
    html! {
        <>
            <span>{ &words }</span>
            if let Some(native) = native {
                { " " }<bdi class={class::NATIVE} lang={native.language.clone()} translate="no">{ &native.name }</bdi>
            }
        </>
    }
}
