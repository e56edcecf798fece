//! `people.toml`: everyone with a card.

use std::path::Path;

use palimpsest_story::{LifeDate, NativeName, Office, Person, PersonId, Relation, Stance};
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::diagnostic::{Diagnostic, Location};
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::statements::{prose, sources};

/// A `[[person]]` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPerson {
    pub id: Spanned<String>,
    name: String,
    #[serde(default)]
    names: Vec<Spanned<String>>,
    birth_name: Option<String>,
    native_name: Option<RawNativeName>,
    role: String,
    born: RawLifeDate,
    died: RawLifeDate,
    #[serde(default)]
    offices: Vec<RawOffice>,
    #[serde(default)]
    relations: Vec<RawRelation>,
    fate: Spanned<String>,
    sources: Spanned<Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNativeName {
    language: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLifeDate {
    date: Spanned<String>,
    place: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    title: String,
    date: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRelation {
    with: Spanned<String>,
    stance: RawStance,
    date: Option<Spanned<String>>,
    text: Spanned<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum RawStance {
    Ally,
    Rival,
    Enemy,
    Family,
}

impl From<RawStance> for Stance {
    fn from(stance: RawStance) -> Self {
        match stance {
            RawStance::Ally => Self::Ally,
            RawStance::Rival => Self::Rival,
            RawStance::Enemy => Self::Enemy,
            RawStance::Family => Self::Family,
        }
    }
}

impl RawPerson {
    /// The names that the article knows them by, each with its place.
    pub(crate) fn names<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = (String, PersonId, Location)> + 'a {
        let id = PersonId::from(self.id.get_ref().as_str());
        self.names.iter().map(move |name| (name.get_ref().clone(), id.clone(), file.id.at(name.span())))
    }

    /// The person with everything resolved; `None` when something could not be.
    pub(crate) fn resolve(
        self,
        folder: &Path,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Person> {
        let portrait = format!("portraits/{}.svg", self.id.get_ref());
        let portrait = folder.join(&portrait).is_file().then_some(portrait);
        let born = self.born.resolve(file, problems);
        let died = self.died.resolve(file, problems);
        let born_and_died = born.zip(died);
        if let Some((born, died)) = &born_and_died
            && died.date.latest < born.date.earliest
        {
            problems.push(
                Diagnostic::error(file.id.at(self.id.span()), format!("\"{}\" dies before being born", self.name))
                    .help("look at the dates of born and died"),
            );
        }
        let offices = self
            .offices
            .into_iter()
            .filter_map(|office| Some(Office { title: office.title, date: date::read(&office.date, file, problems)? }));
        let offices = offices.collect();
        let relations = self.relations.into_iter().filter_map(|relation| relation.resolve(file, ids, problems));
        let relations = relations.collect();
        let fate = prose(&self.fate, file, problems);
        let sources = sources(&self.sources, file, ids, problems);
        let (born, died) = born_and_died?;
        Some(Person {
            id: self.id.get_ref().as_str().into(),
            name: self.name,
            birth_name: self.birth_name,
            native_name: self.native_name.map(|name| NativeName { language: name.language, name: name.name }),
            role: self.role,
            portrait,
            born,
            died,
            offices,
            relations,
            fate,
            sources,
        })
    }
}

impl RawLifeDate {
    fn resolve(self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<LifeDate> {
        Some(LifeDate { date: date::read(&self.date, file, problems)?, place: self.place })
    }
}

impl RawRelation {
    fn resolve(self, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Option<Relation> {
        let with = ids.resolve(&self.with, Kind::Person, file, problems);
        let date = self.date.and_then(|date| date::read(&date, file, problems));
        let text = prose(&self.text, file, problems);
        Some(Relation { with: with?, stance: self.stance.into(), date, text })
    }
}
