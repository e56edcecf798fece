//! `people.toml`: the people with a card.

use std::collections::BTreeMap;

use palimpsest_story::{Article, Office, Person, PersonId, PersonKind, SentenceId, Target};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::context::Context;
use crate::date;
use crate::diagnostic::{Diagnostic, Location};
use crate::files::SourceFile;
use crate::language::RawNativeName;
use crate::lives::{Life, RawDeath, RawLifeDate};
use crate::portraits::{Said, portrait};
use crate::relations::RawRelation;
use crate::statements::{cited, sources};
use crate::stays::{RawStay, stays};
use crate::word::Word;

/// A `[[person]]`: a person with a card.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPerson {
    /// The person’s address on the page: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"), example = &"trotsky")]
    pub id: Spanned<String>,
    /// The name that the page uses.
    #[schemars(extend("contentMediaType" = "text/plain"), with = "String", example = &"Leon Trotsky")]
    name: Spanned<String>,
    /// The forms in which the article writes the name. In each paragraph the page makes a link of the first that it finds;
    /// the others are found as well, so that the sentence belongs to the person. “Lenin” is found in “Lenin’s”, but
    /// neither in “Leninism” nor in “Lenin-era”. The longest form that fits counts, and no form may stand for two people.
    ///
    /// Without any, nothing in the article leads to the person but the links that you write there.
    #[serde(default)]
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        with = "Vec<String>",
        example = serde_json::json!(["Trotsky"])
    )]
    names: Vec<Spanned<String>>,
    /// The name at birth, if it differs.
    ///
    /// Without it, the card has no such line.
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        with = "Option<String>",
        example = &"Lev Davidovich Bronstein"
    )]
    birth_name: Option<Spanned<String>>,
    /// The name in the person’s own language and script, if it differs.
    ///
    /// Without it, the card has `name` alone.
    native_name: Option<RawNativeName>,
    /// Other names under which readers may search: as library catalogs and other languages write it, former names,
    /// cover names. They make no links in the article.
    ///
    /// Without them, the search finds `name`, `names`, `birth_name` and `native_name`.
    #[serde(default)]
    #[schemars(
        extend("contentMediaType" = "text/plain"),
        with = "Vec<String>",
        example = serde_json::json!(["Lev Trotskii", "Leo Trotzki"])
    )]
    spellings: Vec<Spanned<String>>,
    /// The person’s number in [Wikidata](https://www.wikidata.org), which tells search engines who is meant.
    ///
    /// Without it, they have to guess.
    #[schemars(with = "Option<String>", regex(pattern = "^Q[1-9][0-9]*$"), example = &"Q33391")]
    wikidata: Option<Spanned<String>>,
    /// Who they were, in a few words.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Revolutionary, organizer of the Red Army")]
    role: String,
    /// Who made the portrait in `portraits/`, and under what license or from which archive. It stands in the person’s entry,
    /// and the foot of the page lists it.
    ///
    /// Without it, a drawing counts as the edition’s own; the check warns of a photograph.
    #[schemars(with = "Option<String>", example = &"A. Holm, CC BY 4.0")]
    portrait_credit: Option<Spanned<String>>,
    /// The point of a photograph that comes to stand in the middle of the frame, as far as the picture reaches: how far from
    /// the left and how far from the top it is, in parts of the whole.
    ///
    /// Without it, `[0.5, 0.35]`.
    #[schemars(with = "Option<[f64; 2]>", example = serde_json::json!([0.5, 0.3]))]
    portrait_focus: Option<Spanned<[f64; 2]>>,
    /// What has the card: `person`, or `body` of a party, a committee, an army. A body is `founded` and `dissolved`, and has no
    /// age.
    ///
    /// Without it, it is a person.
    #[schemars(example = &"body")]
    kind: Option<Word<PersonKind>>,
    /// When and where they were born.
    ///
    /// Without it, nothing is known of it, and the life begins with the first event that has the person.
    born: Option<RawLifeDate>,
    /// When and where they died. Where the day is unknown, write the range that it lies in.
    ///
    /// Without it, and without `living`, nobody knows: the page says `1862–?`, and the line of the life fades after the
    /// last event with the person.
    died: Option<RawDeath>,
    /// Of a body, when and where it was founded.
    ///
    /// Without it, nothing is known of it.
    founded: Option<RawLifeDate>,
    /// Of a body, when it was dissolved.
    ///
    /// Without it, and without `living`, nobody knows.
    dissolved: Option<RawLifeDate>,
    /// Whether they are alive, or, for a body, whether it still exists. Then leave out `died`, `dissolved` and `fate`; the
    /// page says `born 1962`.
    ///
    /// Without it, they are dead, or nobody knows; where `born` and `died` are missing, too, the check does not ask.
    #[schemars(with = "Option<bool>", example = true)]
    living: Option<Spanned<bool>>,
    /// Posts that the person held.
    ///
    /// Without any, the card has no list of posts.
    #[serde(default)]
    offices: Vec<RawOffice>,
    /// How the person stood to others, turn by turn. Each side has its own entry: write it for both people.
    ///
    /// Without any, the card has no such list.
    #[serde(default)]
    relations: Vec<RawRelation>,
    /// Where the person lived, in order: the stops of an exile. The page makes a section of them, with a list, a map
    /// and a strip to scale.
    ///
    /// Without any, there is no such section.
    #[serde(default)]
    stays: Vec<RawStay>,
    /// The heading over the stays and their map.
    ///
    /// Without it, the heading says whose life it is.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"The road into exile")]
    stays_title: Option<String>,
    /// What became of the person, in one paragraph that cites a source.
    ///
    /// Without it, the card does not say. Leave it out of somebody who is alive.
    #[schemars(
        with = "Option<String>",
        example = &"A Soviet agent struck him in his study; he died the next day [@memorial-trotsky]."
    )]
    fate: Option<Spanned<String>>,
    /// One telling thing that the rest does not say, in one paragraph that cites a source.
    ///
    /// Without it, the card has no such line.
    #[schemars(
        with = "Option<String>",
        example = &"Lenin asked him in March 1923 to defend the Georgian case [@lenin-1923-mar05-trotsky]."
    )]
    detail: Option<Spanned<String>>,
    /// What the names, the birth and the death rest on: ids of passages, or of works in a story without
    /// `passages.toml`.
    #[schemars(with = "Vec<String>", length(min = 1), example = serde_json::json!(["memorial-trotsky"]))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

/// A post.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    /// The name of the post.
    #[schemars(extend("contentMediaType" = "text/plain"), with = "String", example = &"Commissar for war")]
    title: Spanned<String>,
    /// When the person held it, as a date.
    #[schemars(with = "String", extend("format" = "edtf"), example = &"1918-03-13/1925-01")]
    date: Spanned<String>,
    /// What this rests on: ids of passages.
    #[schemars(with = "Vec<String>", length(min = 1), example = serde_json::json!(["nlr-trotsky"]))]
    sources: Option<Spanned<Vec<Spanned<String>>>>,
}

/// Returns the sentences of the article that name each person, in reading order.
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
    /// Returns the names to find in the article, each with its person and its location in the file.
    pub(crate) fn names<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = (String, PersonId, Location)> + 'a {
        let id = PersonId::from(self.id.get_ref().as_str());
        self.names.iter().map(move |name| (name.get_ref().clone(), id.clone(), file.id.at(name.span())))
    }

    /// Returns the names and spellings, each with the id of the person.
    pub(crate) fn called(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = [&self.name].into_iter().chain(&self.names).chain(&self.birth_name).chain(&self.spellings);
        names.map(|name| (name.get_ref().as_str(), self.id.get_ref().as_str()))
    }

    /// Returns all forms in which texts write the name: the one that the page uses, and those of the article.
    pub(crate) fn forms(&self) -> Vec<String> {
        [&self.name].into_iter().chain(&self.names).map(|name| name.get_ref().clone()).collect()
    }

    /// Resolves the person. Returns `None` if a date of birth or death is given but cannot be read.
    pub(crate) fn resolve(self, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Person> {
        let Context { words, file, ids, named, .. } = *context;
        let spellings = self.spellings(file, problems);
        let said = Said {
            id: &self.id,
            name: self.name.get_ref(),
            credit: self.portrait_credit.as_ref(),
            focus: self.portrait_focus.as_ref(),
        };
        let portrait = portrait(&said, context, problems);
        let kind = self.kind(file, problems);
        let death = self.died.as_ref().and_then(|died| died.death(file, ids, problems));
        let (begun, ended) = match kind {
            PersonKind::Person => (self.born, self.died.map(RawDeath::life)),
            PersonKind::Body => (self.founded, self.dissolved),
        };
        let (is_born, is_known) = (begun.is_some(), ended.is_some());
        let born = begun.and_then(|born| born.resolve(kind, words, file, problems));
        let died = ended.and_then(|died| died.resolve(kind, words, file, problems));
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
        let life = Life { name: self.name.get_ref(), kind, born: born.as_ref(), died: died.as_ref() };
        let offices = self.offices.into_iter().filter_map(|office| office.resolve(&life, context, problems));
        let offices = offices.collect();
        let of = self.id.get_ref();
        let relations = self.relations.into_iter().filter_map(|relation| relation.resolve(of, context, problems));
        let relations = relations.collect();
        let stays = stays(self.id.get_ref(), &life, self.stays, context, problems);
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

    /// Returns whether the card is for a person or a body. Reports fields that belong to the other kind.
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

    /// Returns the other spellings. Reports duplicates.
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
            // An empty spelling is reported when its field is checked.
            if words.is_empty() {
                continue;
            }
            if let Some(first) = known.get(words) {
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

impl RawOffice {
    fn resolve(self, life: &Life, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Office> {
        let Context { words, file, ids, .. } = *context;
        let sources = sources(self.sources.as_ref(), &self.title, file, ids, problems);
        let date = date::read(&self.date, words, file, problems)?;
        if let Some(message) = life.lacks(&date, "office") {
            problems.push(Diagnostic::warning(file.id.at(self.date.span()), message).help("check the dates of both"));
        }
        Some(Office { title: self.title.into_inner(), date, sources })
    }
}
