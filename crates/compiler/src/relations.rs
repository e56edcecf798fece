//! How people stand to each other: the kinds of relations that `story.toml` adds, and the relations of `people.toml`.

use std::collections::BTreeSet;

use palimpsest_story::{OwnStance, Person, Relation, Stance, StanceColor, StanceSide, Standing};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::context::Context;
use crate::date;
use crate::diagnostic::{Diagnostic, closest};
use crate::files::SourceFile;
use crate::ids::Kind;
use crate::statements::cited;
use crate::word::Word;

/// A kind of relation of the editors’ own.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStance {
    /// The word for it, in the language of the page. It is what `stance` of a relation says, and what the page prints before
    /// the other person’s name.
    #[schemars(extend("contentMediaType" = "text/plain"), with = "String", example = &"patron")]
    name: Spanned<String>,
    /// Where it is drawn.
    #[schemars(example = &"above")]
    side: Word<StanceSide>,
    /// The color of its drawing and its word.
    #[schemars(example = &"steel")]
    color: Word<StanceColor>,
}

/// What `stance` may be, for the schema: one of the four words, or a name of the editors' own.
#[derive(JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "it describes a text")]
enum StanceName {
    Known(Word<Stance>),
    Own(String),
}

/// Resolves the editors' own kinds of relations. Reports names that are taken.
pub(crate) fn stances(raw: &[RawStance], file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<OwnStance> {
    let mut stances: Vec<OwnStance> = Vec::new();
    for stance in raw {
        let name = stance.name.get_ref().trim();
        let place = file.id.at(stance.name.span());
        // An empty name is reported when its field is checked.
        if name.is_empty() {
            continue;
        }
        if Stance::from_word(name).is_some() || stances.iter().any(|known| known.name == name) {
            let problem = Diagnostic::error(place, format!("there is a stance \"{name}\" already"));
            problems.push(problem.help("give it another name, or remove it"));
        } else {
            stances.push(OwnStance { name: name.to_owned(), side: stance.side.0, color: stance.color.0 });
        }
    }
    stances
}

/// Reports the editors' own kinds that no relation uses.
pub(crate) fn unused(raw: &[RawStance], people: &[Person], file: &SourceFile, problems: &mut Vec<Diagnostic>) {
    let used: BTreeSet<&str> = people
        .iter()
        .flat_map(|person| &person.relations)
        .filter_map(|relation| match &relation.stance {
            Standing::Own(stance) => Some(stance.name.as_str()),
            Standing::Known(_) => None,
        })
        .collect();
    for stance in raw.iter().filter(|stance| !used.contains(stance.name.get_ref().trim())) {
        let message = format!("no relation has the stance \"{}\"", stance.name.get_ref());
        problems.push(
            Diagnostic::warning(file.id.at(stance.name.span()), message)
                .help("say it of a relation in people.toml, or remove it"),
        );
    }
}

/// A relation to another person.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRelation {
    /// The id of the other person.
    #[schemars(with = "String", example = &"lenin")]
    with: Spanned<String>,
    /// The kind of the relation: `ally`, `rival`, `enemy`, `family`, or a name among the `stances` of `story.toml`.
    #[schemars(with = "StanceName", example = &"ally")]
    stance: Spanned<String>,
    /// When, as a date.
    ///
    /// Without it, the relation holds for their whole lives.
    #[schemars(with = "Option<String>", extend("format" = "edtf"), example = &"1917-08/1920")]
    date: Option<Spanned<String>>,
    /// The relation in words, in one paragraph that cites a source.
    #[schemars(
        with = "String",
        example = &"Trotsky, then under arrest, was admitted to Lenin’s party in August 1917 [@polithistory-trotsky]."
    )]
    text: Spanned<String>,
}

impl RawRelation {
    /// Resolves the relation of the person `of`. Reports one with nobody else.
    pub(crate) fn resolve(self, of: &str, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Relation> {
        let Context { words, file, ids, .. } = *context;
        let with = ids.resolve(&self.with, Kind::Person, file, problems);
        if self.with.get_ref() == of {
            let problem = Diagnostic::error(file.id.at(self.with.span()), "this relation is with the person itself");
            problems.push(problem.help("write the id of the other person"));
        }
        let stance = standing(&self.stance, context, problems);
        let date = self.date.and_then(|date| date::read(&date, words, file, problems));
        let text = cited(&self.text, file, ids, problems);
        Some(Relation { with: with?, stance: stance?, date, text })
    }
}

/// Returns the kind of relation with this word. Reports an unknown word.
fn standing(word: &Spanned<String>, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Standing> {
    let given = word.get_ref().trim();
    if let Some(stance) = Stance::from_word(given) {
        return Some(Standing::Known(stance));
    }
    if let Some(stance) = context.stances.iter().find(|stance| stance.name == given) {
        return Some(Standing::Own(stance.clone()));
    }
    let known = || Stance::WORDS.iter().copied().chain(context.stances.iter().map(|stance| stance.name.as_str()));
    let help = match closest(given, known()) {
        Some(meant) => format!("did you mean \"{meant}\"?"),
        None => format!(
            "it is one of {}; for one of your own write stances = [{{ name = \"{given}\", side = \"above\", color = \
             \"steel\" }}] in story.toml",
            known().collect::<Vec<_>>().join(", ")
        ),
    };
    let place = context.file.id.at(word.span());
    problems.push(Diagnostic::error(place, format!("\"{given}\" is not a word for `stance`")).help(help));
    None
}
