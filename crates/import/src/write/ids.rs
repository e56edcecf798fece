//! Assigns the page's ids to the keys of a draft.

use std::collections::{BTreeMap, BTreeSet};

use palimpsest_compiler::rules::{id_refusal, slug};

use crate::draft::{Draft, Work};

/// The length of the longest id that is made from words.
const LONGEST: usize = 60;

/// The ids of the parts of a draft, by kind and position, and by key.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    pub(super) places: Kind,
    pub(super) people: Kind,
    pub(super) events: Kind,
    pub(super) passages: Kind,
    /// The ids in `sources.json`, from which the compiler derives those of the page.
    pub(super) works: Kind,
}

/// The ids of one kind.
#[derive(Debug, Default)]
pub(super) struct Kind {
    /// The ids in the order of the draft.
    pub(super) all: Vec<String>,
    by_key: BTreeMap<String, String>,
}

impl Kind {
    /// Returns the id of the first part with this key.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }
}

impl Ids {
    /// Assigns an id to everything in a draft.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut ids = Self::default();
        ids.works = ids.works(&draft.works);
        let people: Vec<_> = draft.people.iter().map(|person| (&*person.key, &*person.name)).collect();
        let events: Vec<_> = draft.events.iter().map(|event| (&*event.key, &*event.title)).collect();
        let places: Vec<_> = draft.places.iter().map(|place| (&*place.key, &*place.name)).collect();
        // Keys that are valid ids are kept before ids are assigned to the other parts.
        let [own_people, own_events, own_places] = [&people, &events, &places].map(|parts| ids.own(parts));
        ids.people = ids.kind(&people, own_people, "person");
        ids.events = ids.kind(&events, own_events, "event");
        ids.places = ids.kind(&places, own_places, "place");
        // The id of a passage only needs to be unique among passages.
        let passages: Vec<_> = draft.passages.iter().map(|passage| (&*passage.key, &*passage.work)).collect();
        let mut apart = Self::default();
        let own = apart.own(&passages);
        ids.passages = apart.kind(&passages, own, "passage");
        ids
    }

    /// Assigns ids to works. The ids that the page derives from them are reserved, too.
    fn works(&mut self, works: &[Work]) -> Kind {
        let mut kind = Kind::default();
        for work in works {
            let key = work.get("id").and_then(serde_json::Value::as_str).unwrap_or_default();
            // A citation can name a key without spaces or characters that would end the citation.
            let plain =
                !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_:.".contains(letter));
            let plain = plain && key.ends_with(|last: char| last.is_ascii_alphanumeric());
            let id = if plain && kind.all.iter().all(|other| other != key) && !self.taken.contains(key) {
                key.to_owned()
            } else {
                self.free(if id_refusal(&slug(key)).is_none() { slug(key) } else { format!("source-{}", slug(key)) })
            };
            let page = slug(&id);
            self.taken.insert(format!("source-{page}"));
            self.taken.insert(page);
            self.taken.insert(id.clone());
            kind.by_key.entry(key.to_owned()).or_insert_with(|| id.clone());
            kind.all.push(id);
        }
        kind
    }

    /// Keeps the keys that are valid ids and not yet taken.
    fn own(&mut self, parts: &[(&str, &str)]) -> Vec<Option<String>> {
        let own = parts.iter().map(|(key, _)| {
            let is_free = id_refusal(key).is_none() && self.taken.insert((*key).to_owned());
            is_free.then(|| (*key).to_owned())
        });
        own.collect()
    }

    fn kind(&mut self, parts: &[(&str, &str)], own: Vec<Option<String>>, word: &str) -> Kind {
        let mut kind = Kind::default();
        for ((key, name), own) in parts.iter().zip(own) {
            let id = own.unwrap_or_else(|| {
                let wish = [slug(name), slug(key)].into_iter().find(|wish| id_refusal(wish).is_none());
                self.free(wish.unwrap_or_else(|| format!("{word}-{}", slug(key)).trim_end_matches('-').to_owned()))
            });
            kind.by_key.entry((*key).to_owned()).or_insert_with(|| id.clone());
            kind.all.push(id);
        }
        kind
    }

    /// Returns an id, with a number appended if it is already taken.
    fn free(&mut self, wish: String) -> String {
        let numbered = (2..).map(|number: u32| {
            let number = format!("-{number}");
            format!("{}{number}", cut(&wish, LONGEST - number.len()))
        });
        let short = cut(&wish, LONGEST).to_owned();
        let free = [short.clone()].into_iter().chain(numbered).find(|id| !self.taken.contains(id));
        // There are always more numbers than ids.
        let id = free.unwrap_or(short);
        self.taken.insert(id.clone());
        id
    }
}

/// Returns an id of at most so many letters, cut after a word if there is one.
fn cut(id: &str, most: usize) -> &str {
    let Some(short) = id.get(..most).filter(|_| id.len() > most) else { return id };
    if id[most..].starts_with('-') {
        return short.trim_end_matches('-');
    }
    let word = short.rfind('-').filter(|end| *end > most / 2);
    short[..word.unwrap_or(most)].trim_end_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_ids_end_with_a_word() {
        for (id, expected) in [
            ("the-storm", "the-storm"),
            ("the-storm-of", "the-storm"),
            ("the-storms-of", "the-storms"),
            ("thestormofnovember", "thestormof"),
            ("the-stormofnovember", "the-stormo"),
        ] {
            assert_eq!(cut(id, 10), expected);
        }
        let mut ids = Ids::default();
        let long = "word-".repeat(20) + "end";
        for _ in 0..12 {
            let id = ids.free(long.clone());
            assert!(id.len() <= LONGEST && id_refusal(&id).is_none(), "{id}");
        }
    }
}
