//! `people.toml`: the people with a card.

use std::collections::BTreeMap;

use palimpsest_story::{Article, Death, LifeDate, Manner, Office, Person, PersonId, PersonKind, SentenceId, Target};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::context::Context;
use crate::date;
use crate::diagnostic::{Diagnostic, Location};
use crate::files::SourceFile;
use crate::language::RawNativeName;
use crate::relations::RawRelation;
use crate::statements::{cited, sources};
use crate::stays::{RawStay, stays};
use crate::word::Word;

/// What to write in place of a birth or a death without bounds.
const OPEN: &str = "of somebody who is alive leave `died` out, and write living = true; of others leave out what nobody knows, or \
                    write the range that it lies in, as in 1936/1950";

/// The same of a body.
const OPEN_BODY: &str = "of a body that there is still leave `dissolved` out, and write living = true; of others leave out what \
                         nobody knows, or write the range that it lies in, as in 1936/1950";

/// A `[[person]]`: a person with a card.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPerson {
    /// The person's address on the page, as in `krupskaya`: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"))]
    pub id: Spanned<String>,
    /// The name that the page uses.
    #[schemars(with = "String")]
    name: Spanned<String>,
    /// The forms of the name in the article; each becomes a link.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    names: Vec<Spanned<String>>,
    /// The name at birth, if it differs.
    #[schemars(with = "Option<String>")]
    birth_name: Option<Spanned<String>>,
    /// The name in the person's own language and script, if it differs.
    native_name: Option<RawNativeName>,
    /// Other spellings and names that readers may search for.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    spellings: Vec<Spanned<String>>,
    /// The Wikidata id, as in `Q33391`.
    #[schemars(with = "Option<String>", regex(pattern = "^Q[1-9][0-9]*$"))]
    wikidata: Option<Spanned<String>>,
    /// Who they were, in a few words.
    role: String,
    /// What has the card: `person`, or `body` of a party, a committee, an army, as in `kind = "body"`. A body is `founded` and
    /// `dissolved`, and has no age. Without this field it is a person.
    kind: Option<Word<PersonKind>>,
    /// When and where they were born; left out where nothing is known of it.
    born: Option<RawLifeDate>,
    /// When and where they died; left out of somebody who is alive, and where nothing is known of it.
    died: Option<RawDeath>,
    /// Of a body, when and where it was founded, as in `founded = { date = "1903", place = "London" }`; left out where nothing
    /// is known of it.
    founded: Option<RawLifeDate>,
    /// Of a body, when it was dissolved, as in `dissolved = { date = "1952-10-14" }`; left out where there is it still, and where
    /// nothing is known of it.
    dissolved: Option<RawLifeDate>,
    /// Whether they are alive, and of a body whether there is it still, as in `living = true`; left out of the dead, and of those of whom it is not known.
    #[schemars(with = "Option<bool>")]
    living: Option<Spanned<bool>>,
    /// Posts that the person held.
    #[serde(default)]
    offices: Vec<RawOffice>,
    /// Relations to other people, one entry for each phase.
    #[serde(default)]
    relations: Vec<RawRelation>,
    /// Where the person lived, in order: the stops of an exile.
    #[serde(default)]
    stays: Vec<RawStay>,
    /// The heading over the stays and their map, as in `The road into exile`.
    stays_title: Option<String>,
    /// What became of the person, in one paragraph that cites a source; left out of somebody who is alive.
    #[schemars(with = "Option<String>")]
    fate: Option<Spanned<String>>,
    /// One telling detail, in one paragraph that cites a source.
    #[schemars(with = "Option<String>")]
    detail: Option<Spanned<String>>,
    /// Ids of the works that support the names, the birth and the death.
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
    /// The place then and, if it differs, now; left out where nothing is known of it.
    #[serde(default)]
    place: String,
}

/// A death.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawDeath {
    /// A date in EDTF.
    #[schemars(with = "String")]
    date: Spanned<String>,
    /// The place then and, if it differs, now; left out where nothing is known of it.
    #[serde(default)]
    place: String,
    /// How they died, where that is known. Needs `sources`.
    #[schemars(with = "Option<Word<Manner>>")]
    manner: Option<Spanned<Word<Manner>>>,
    /// What `manner` rests on: ids of passages.
    #[schemars(with = "Option<Vec<String>>", length(min = 1))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

/// A post.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    /// The name of the post.
    #[schemars(with = "String")]
    title: Spanned<String>,
    /// When the person held it, in EDTF.
    #[schemars(with = "String")]
    date: Spanned<String>,
    /// Ids of the works that support this.
    #[schemars(with = "Vec<String>", length(min = 1))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
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
    /// The names to find in the article, each with its place in the file.
    pub(crate) fn names<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = (String, PersonId, Location)> + 'a {
        let id = PersonId::from(self.id.get_ref().as_str());
        self.names.iter().map(move |name| (name.get_ref().clone(), id.clone(), file.id.at(name.span())))
    }

    /// All forms in which texts write the name: the one that the page uses, and those of the article.
    pub(crate) fn forms(&self) -> Vec<String> {
        [&self.name].into_iter().chain(&self.names).map(|name| name.get_ref().clone()).collect()
    }

    /// The person with everything resolved; `None` when a date of birth or death is given that cannot be read.
    pub(crate) fn resolve(self, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Person> {
        let Context { folder, file, ids, named, .. } = *context;
        let spellings = self.spellings(file, problems);
        let portrait = folder.has(&format!("portraits/{}.svg", self.id.get_ref()));
        let kind = self.kind(file, problems);
        let death = self.died.as_ref().and_then(|died| died.death(context, problems));
        let (begun, ended) = match kind {
            PersonKind::Person => (self.born, self.died.map(RawDeath::life)),
            PersonKind::Body => (self.founded, self.dissolved),
        };
        let (is_born, is_known) = (begun.is_some(), ended.is_some());
        let born = begun.and_then(|born| born.resolve(kind, context, problems));
        let died = ended.and_then(|died| died.resolve(kind, context, problems));
        if let (Some(born), Some(died)) = (&born, &died)
            && let (Some(death), Some(birth)) = (died.date.latest, born.date.earliest)
            && death < birth
        {
            let (what, help) = match kind {
                PersonKind::Person => ("dies before being born", "check the dates of `born` and `died`"),
                PersonKind::Body => {
                    ("is dissolved before being founded", "check the dates of `founded` and `dissolved`")
                }
            };
            let message = format!("\"{}\" {what}", self.name.get_ref());
            problems.push(Diagnostic::error(file.id.at(self.id.span()), message).help(help));
        }
        let living = self.living.as_ref().is_some_and(|living| *living.get_ref());
        if let Some(field) = self.living.as_ref().filter(|_| living && is_known) {
            let (what, help) = match kind {
                PersonKind::Person => ("is alive, and has died", "remove either `living` or `died`"),
                PersonKind::Body => ("is there still, and was dissolved", "remove either `living` or `dissolved`"),
            };
            let message = format!("\"{}\" {what}", self.name.get_ref());
            problems.push(Diagnostic::error(file.id.at(field.span()), message).help(help));
        }
        if let Some(wikidata) = &self.wikidata
            && wikidata.get_ref().strip_prefix('Q').is_none_or(|number| number.parse::<u64>().is_err())
        {
            problems.push(
                Diagnostic::error(file.id.at(wikidata.span()), "this is not a Wikidata id")
                    .help("write it as in wikidata = \"Q33391\", or leave it out"),
            );
        }
        let native_name = self.native_name.as_ref().map(|name| name.resolve(file, problems));
        let offices = self.offices.into_iter().filter_map(|office| office.resolve(context, problems));
        let offices = offices.collect();
        let relations = self.relations.into_iter().filter_map(|relation| relation.resolve(context, problems));
        let relations = relations.collect();
        let stays = stays(self.id.get_ref(), self.stays, context, problems);
        let fate = self.fate.map(|fate| cited(&fate, file, ids, problems)).unwrap_or_default();
        let detail = self.detail.map(|detail| cited(&detail, file, ids, problems));
        let sources = sources(self.sources.as_ref(), &self.id, file, ids, problems);
        if is_born && born.is_none() || is_known && died.is_none() {
            return None;
        }
        let id = PersonId::from(self.id.get_ref().as_str());
        let sentences = named.get(&id).cloned().unwrap_or_default();
        Some(Person {
            id,
            kind,
            name: self.name.into_inner(),
            birth_name: self.birth_name.map(Spanned::into_inner),
            native_name,
            spellings,
            wikidata: self.wikidata.map(Spanned::into_inner),
            role: self.role,
            portrait,
            born,
            died,
            living,
            death,
            offices,
            relations,
            stays,
            stays_title: self.stays_title,
            fate,
            detail,
            sentences,
            sources,
        })
    }

    /// What has the card. Reports the fields of the other kind.
    fn kind(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> PersonKind {
        let kind = self.kind.as_ref().map_or(PersonKind::Person, |kind| kind.0);
        let place = |life: &RawLifeDate| life.date.span();
        let birth_name = self.birth_name.as_ref().map(Spanned::span);
        let others = match kind {
            PersonKind::Person => vec![
                ("founded", self.founded.as_ref().map(place), "a person is born: write `born`, or kind = \"body\""),
                ("dissolved", self.dissolved.as_ref().map(place), "a person dies: write `died`, or kind = \"body\""),
            ],
            PersonKind::Body => vec![
                ("born", self.born.as_ref().map(place), "a body is founded: write `founded`"),
                ("died", self.died.as_ref().map(|died| died.date.span()), "a body is dissolved: write `dissolved`"),
                ("birth_name", birth_name, "list the earlier names of a body in `spellings`"),
            ],
        };
        for (field, span, help) in others {
            problems.extend(span.map(|span| {
                let message = format!("a {} has no `{field}`", kind.word());
                Diagnostic::error(file.id.at(span), message).help(help)
            }));
        }
        kind
    }

    /// The other spellings. Reports empty ones and duplicates.
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
                problems.push(Diagnostic::error(location, "a spelling is empty").help("write it, or remove it"));
            } else if let Some(first) = known.get(words) {
                problems.push(
                    Diagnostic::warning(location, format!("the spelling \"{}\" is given twice", spelling.get_ref()))
                        .related(first.clone(), "first given here")
                        .help("readers who search for it find the person already: remove this one"),
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
    fn resolve(self, kind: PersonKind, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<LifeDate> {
        let date = date::read(&self.date, context.words, context.file, problems)?;
        if date.extent.is_none() {
            let (what, help) = match kind {
                PersonKind::Person => ("a life begins or ends", OPEN),
                PersonKind::Body => ("a body begins or ends", OPEN_BODY),
            };
            let message = format!("\"{}\" leaves open when {what}", self.date.get_ref());
            problems.push(Diagnostic::error(context.file.id.at(self.date.span()), message).help(help));
            return None;
        }
        Some(LifeDate { date, place: self.place })
    }
}

impl RawDeath {
    /// How the person died. A manner needs sources, as every statement does.
    fn death(&self, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Death> {
        let Context { file, ids, .. } = *context;
        let Some(manner) = &self.manner else {
            problems.extend(self.sources.as_ref().map(|list| {
                Diagnostic::error(file.id.at(list.span()), "these sources support no `manner`")
                    .help("say how they died, or move the sources to those of the person")
            }));
            return None;
        };
        let of = Spanned::new(manner.span(), String::new());
        let sources = sources(self.sources.as_ref(), &of, file, ids, problems);
        Some(Death { manner: manner.get_ref().0, sources })
    }

    fn life(self) -> RawLifeDate {
        RawLifeDate { date: self.date, place: self.place }
    }
}

impl RawOffice {
    fn resolve(self, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Office> {
        let Context { words, file, ids, .. } = *context;
        let sources = sources(self.sources.as_ref(), &self.title, file, ids, problems);
        Some(Office { title: self.title.into_inner(), date: date::read(&self.date, words, file, problems)?, sources })
    }
}
