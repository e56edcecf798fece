//! `people.toml`: everyone with a card.

use std::collections::BTreeMap;

use palimpsest_story::{
    Article, LifeDate, Office, Person, PersonId, Place, Relation, SentenceId, Stance, Stay, Target,
};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::date;
use crate::diagnostic::{Diagnostic, Location};
use crate::files::{Folder, SourceFile};
use crate::ids::{Ids, Kind};
use crate::native::RawNativeName;
use crate::places::resolve_place;
use crate::statements::{cited, sources};

/// A `[[person]]`: somebody with a card.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPerson {
    /// The person's address on the page, as in `krupskaya`: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"))]
    pub id: Spanned<String>,
    /// What the page calls them.
    #[schemars(with = "String")]
    name: Spanned<String>,
    /// The forms in which the article's sentences write the name; each becomes a link.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    names: Vec<Spanned<String>>,
    /// The name that they were born with, where it differs.
    #[schemars(with = "Option<String>")]
    birth_name: Option<Spanned<String>>,
    /// Their name in their own language and script, where it differs.
    native_name: Option<RawNativeName>,
    /// Other spellings and names under which somebody may look for them.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    spellings: Vec<Spanned<String>>,
    /// Their number in Wikidata, as in `Q33391`.
    #[schemars(with = "Option<String>", regex(pattern = "^Q[1-9][0-9]*$"))]
    wikidata: Option<Spanned<String>>,
    /// Who they were, in a few words.
    role: String,
    /// When and where they were born.
    born: RawLifeDate,
    /// When and where they died.
    died: RawLifeDate,
    /// What they held.
    #[serde(default)]
    offices: Vec<RawOffice>,
    /// How they stood to others, turn by turn.
    #[serde(default)]
    relations: Vec<RawRelation>,
    /// Where they lived, from the first: the stops of an exile.
    #[serde(default)]
    stays: Vec<RawStay>,
    /// What became of them, in one paragraph that cites a source.
    #[schemars(with = "String")]
    fate: Spanned<String>,
    /// One thing that tells who they were, in one paragraph that cites a source.
    #[schemars(with = "Option<String>")]
    detail: Option<Spanned<String>>,
    /// Ids of the works that the names, the birth and the death rest on.
    #[schemars(with = "Vec<String>", length(min = 1))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

/// A birth or a death.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawLifeDate {
    /// A date in EDTF.
    #[schemars(with = "String")]
    date: Spanned<String>,
    /// The place then and, where it differs, now.
    place: String,
}

/// A post.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    /// What it was.
    #[schemars(with = "String")]
    title: Spanned<String>,
    /// How long they held it, in EDTF.
    #[schemars(with = "String")]
    date: Spanned<String>,
    /// Ids of the works that this rests on.
    #[schemars(with = "Vec<String>", length(min = 1))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

/// How a person stood to another for some time.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawRelation {
    /// The id of the other person.
    #[schemars(with = "String")]
    with: Spanned<String>,
    /// The kind of it.
    stance: RawStance,
    /// From when to when, in EDTF.
    #[schemars(with = "Option<String>")]
    date: Option<Spanned<String>>,
    /// What there was between them, in one paragraph that cites a source.
    #[schemars(with = "String")]
    text: Spanned<String>,
}

/// Where somebody lived for some time.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawStay {
    /// From when to when, in EDTF.
    #[schemars(with = "String")]
    date: Spanned<String>,
    /// The id of the place; left out on the way.
    #[schemars(with = "Option<String>")]
    place: Option<Spanned<String>>,
    /// How they lived there, in one paragraph that cites a source.
    #[schemars(with = "String")]
    text: Spanned<String>,
}

/// The kind of a relation: ally (on the same side), rival (against each other within one party), enemy (out to destroy) or
/// family (by blood, marriage or shared life).
#[derive(Clone, Copy, Deserialize, JsonSchema)]
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

/// What the texts of a person are resolved with.
pub(crate) struct Surroundings<'a> {
    pub folder: &'a Folder,
    pub file: &'a SourceFile,
    pub ids: &'a Ids,
    pub places: &'a BTreeMap<String, Place>,
    /// The sentences of the article that name each person.
    pub named: &'a BTreeMap<PersonId, Vec<SentenceId>>,
}

/// The sentences of the article that name each person, in reading order.
pub(crate) fn named(article: &Article) -> BTreeMap<PersonId, Vec<SentenceId>> {
    let mut named: BTreeMap<_, Vec<SentenceId>> = BTreeMap::new();
    for sentence in article.sentences() {
        for mention in sentence.prose.iter().filter_map(|inline| inline.mention.as_ref()) {
            if let Target::Person(person) = &mention.target {
                let sentences = named.entry(person.clone()).or_default();
                if sentences.last() != Some(&sentence.id) {
                    sentences.push(sentence.id.clone());
                }
            }
        }
    }
    named
}

impl RawPerson {
    /// The names that the article knows them by, each with its place.
    pub(crate) fn names<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = (String, PersonId, Location)> + 'a {
        let id = PersonId::from(self.id.get_ref().as_str());
        self.names.iter().map(move |name| (name.get_ref().clone(), id.clone(), file.id.at(name.span())))
    }

    /// The person with everything resolved; `None` when the life's dates could not be.
    pub(crate) fn resolve(self, with: &Surroundings, problems: &mut Vec<Diagnostic>) -> Option<Person> {
        let Surroundings { folder, file, ids, named, .. } = *with;
        let spellings = self.spellings(file, problems);
        let portrait = folder.has(&format!("portraits/{}.svg", self.id.get_ref()));
        let born = self.born.resolve(file, problems);
        let died = self.died.resolve(file, problems);
        let born_and_died = born.zip(died);
        if let Some((born, died)) = &born_and_died
            && let (Some(death), Some(birth)) = (died.date.latest, born.date.earliest)
            && death < birth
        {
            problems.push(
                Diagnostic::error(
                    file.id.at(self.id.span()),
                    format!("\"{}\" dies before being born", self.name.get_ref()),
                )
                .help("look at the dates of born and died"),
            );
        }
        if let Some(wikidata) = &self.wikidata
            && wikidata.get_ref().strip_prefix('Q').is_none_or(|number| number.parse::<u64>().is_err())
        {
            problems.push(
                Diagnostic::error(file.id.at(wikidata.span()), "this is no number of Wikidata")
                    .help("as in wikidata = \"Q33391\"; leave it out if you do not know it"),
            );
        }
        let native_name = self.native_name.as_ref().map(|name| name.resolve(file, problems));
        let offices = self.offices.into_iter().filter_map(|office| office.resolve(file, ids, problems));
        let offices = offices.collect();
        let relations = self.relations.into_iter().filter_map(|relation| relation.resolve(file, ids, problems));
        let relations = relations.collect();
        let stays = self.stays.into_iter().filter_map(|stay| stay.resolve(with, problems)).collect();
        let fate = cited(&self.fate, file, ids, problems);
        let detail = self.detail.map(|detail| cited(&detail, file, ids, problems));
        let sources = sources(self.sources.as_ref(), &self.id, file, ids, problems);
        let (born, died) = born_and_died?;
        let id = PersonId::from(self.id.get_ref().as_str());
        let sentences = named.get(&id).cloned().unwrap_or_default();
        Some(Person {
            id,
            name: self.name.into_inner(),
            birth_name: self.birth_name.map(Spanned::into_inner),
            native_name,
            spellings,
            wikidata: self.wikidata.map(Spanned::into_inner),
            role: self.role,
            portrait,
            born,
            died,
            offices,
            relations,
            stays,
            fate,
            detail,
            sentences,
            sources,
        })
    }

    /// The other spellings. Reports the empty ones, and those that are a name of the person already.
    fn spellings(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<String> {
        let native = self.native_name.as_ref().map(|native| &native.name);
        let names = [&self.name].into_iter().chain(&self.birth_name).chain(native);
        let mut known: BTreeMap<&str, Location> = BTreeMap::new();
        for name in names {
            known.entry(name.get_ref().trim()).or_insert_with(|| file.id.at(name.span()));
        }
        let mut spellings = Vec::new();
        for spelling in &self.spellings {
            let location = file.id.at(spelling.span());
            let words = spelling.get_ref().trim();
            if words.is_empty() {
                problems.push(Diagnostic::error(location, "a spelling is empty").help("write it out, or take it away"));
            } else if let Some(first) = known.get(words) {
                problems.push(
                    Diagnostic::warning(location, format!("the spelling \"{}\" is given twice", spelling.get_ref()))
                        .related(first.clone(), "first given here")
                        .help("who looks for it finds them already: take this one away"),
                );
            } else {
                known.insert(words, location);
                spellings.push(words.to_owned());
            }
        }
        spellings
    }
}

impl RawLifeDate {
    fn resolve(self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<LifeDate> {
        Some(LifeDate { date: date::read(&self.date, file, problems)?, place: self.place })
    }
}

impl RawOffice {
    fn resolve(self, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Option<Office> {
        let sources = sources(self.sources.as_ref(), &self.title, file, ids, problems);
        Some(Office { title: self.title.into_inner(), date: date::read(&self.date, file, problems)?, sources })
    }
}

impl RawRelation {
    fn resolve(self, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Option<Relation> {
        let with = ids.resolve(&self.with, Kind::Person, file, problems);
        let date = self.date.and_then(|date| date::read(&date, file, problems));
        let text = cited(&self.text, file, ids, problems);
        Some(Relation { with: with?, stance: self.stance.into(), date, text })
    }
}

impl RawStay {
    fn resolve(self, with: &Surroundings, problems: &mut Vec<Diagnostic>) -> Option<Stay> {
        let Surroundings { file, ids, places, .. } = *with;
        let date = date::read(&self.date, file, problems);
        let place = self.place.and_then(|id| resolve_place(&id, file, ids, places, problems));
        let text = cited(&self.text, file, ids, problems);
        Some(Stay { date: date?, place, text })
    }
}
