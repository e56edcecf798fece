//! The moment that a sentence of the article tells of, and who a person was then.

use palimpsest_calendar::Extent;
use palimpsest_story::{Event, Paragraph, Person, Relation, Sentence, Stance, Standing, Target};

use crate::age;
use crate::edition::Edition;

/// The events that a sentence tells or, if it tells none, those of the last sentence before it in the same paragraph that
/// does. The time rail shows the same events.
#[derive(Clone, Default)]
pub(crate) struct Moment<'a>(Vec<&'a Event>);

impl Moment<'_> {
    /// Returns the sentences of a paragraph, each with its moment.
    pub(crate) fn of<'a>(
        paragraph: &'a Paragraph,
        edition: &'a Edition,
    ) -> impl Iterator<Item = (&'a Sentence, Moment<'a>)> {
        paragraph.sentences.iter().scan(Vec::new(), |last, sentence| {
            let told = |event: &&Event| event.told.as_ref() == Some(&sentence.id);
            let told: Vec<&Event> = edition.story.events.iter().filter(told).collect();
            if !told.is_empty() {
                *last = told;
            }
            Some((sentence, Moment(last.clone())))
        })
    }

    /// Returns the days that the moment may touch: those of the events with this person, or of all its events if none
    /// involves the person.
    fn extent(&self, person: &Person) -> Option<Extent> {
        let theirs = self.0.iter().filter(|event| event.people.contains(&person.id));
        let days = |extents: Vec<Extent>| {
            let first = extents.iter().map(|extent| extent.first).min()?;
            let end = extents.iter().map(Extent::end).max()?;
            Some(Extent { first, rising: 0, length: end - first, falling: 0 })
        };
        days(theirs.filter_map(|event| event.date.extent).collect())
            .or_else(|| days(self.0.iter().filter_map(|event| event.date.extent).collect()))
    }

    /// Returns who a person was at that moment, in a few words: their age, and how they stood to the protagonist. Returns
    /// `None` if neither is known.
    pub(crate) fn here(&self, target: &Target, edition: &Edition) -> Option<String> {
        let Target::Person(id) = target else { return None };
        let person = edition.story.person(id)?;
        let moment = self.extent(person)?;
        let parts: Vec<String> =
            [age::alive_in(person, moment, edition), stood(person, moment, edition)].into_iter().flatten().collect();
        (!parts.is_empty())
            .then(|| edition.format("here", &[("what", edition.words.list(parts.iter().map(String::as_str)).into())]))
    }
}

/// Returns how a person stood to the protagonist: the latest of the relations that hold at that moment. A family relation
/// counts only if there is no other, because it lasts longer and says less.
fn stood(person: &Person, moment: Extent, edition: &Edition) -> Option<String> {
    let protagonist = edition.story.protagonist().filter(|protagonist| protagonist.id != person.id)?;
    let holds = |relation: &&Relation| {
        let extent = relation.date.as_ref().and_then(|date| date.extent);
        extent.is_some_and(|extent| extent.first < moment.end() && moment.first < extent.end())
    };
    let weight = |relation: &&Relation| {
        let first = relation.date.as_ref().and_then(|date| date.extent).map(|extent| extent.first);
        (relation.stance != Standing::Known(Stance::Family), first)
    };
    let relation = edition.story.relations_between(person, protagonist).filter(holds).max_by_key(weight)?;
    let values = |of: &str| [("name", called(protagonist, edition).into()), ("date", of.to_owned().into())];
    let date = relation.date.as_ref()?.text();
    let key = match &relation.stance {
        Standing::Known(Stance::Ally) => "here-ally",
        Standing::Known(Stance::Rival) => "here-rival",
        Standing::Known(Stance::Enemy) => "here-enemy",
        Standing::Known(Stance::Family) => "here-family",
        Standing::Own(stance) => {
            let values = [&values(&date)[..], &[("stance", stance.name.as_str().into())]].concat();
            return Some(edition.format("here-own", &values));
        }
    };
    Some(edition.format(key, &values(&date)))
}

/// Returns the shortest of the words by which the article names a person.
fn called(person: &Person, edition: &Edition) -> String {
    let target = Target::Person(person.id.clone());
    let mentioned = edition.story.article.sentences().flat_map(Sentence::mentioned);
    let named = mentioned.filter(|mentioned| mentioned.mention.target == target);
    named.map(|mentioned| mentioned.words).min_by_key(String::len).unwrap_or_else(|| person.name.clone())
}
