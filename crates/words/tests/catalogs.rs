//! Every catalog has the messages of the English one, with the same values, and none more.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use palimpsest_words::{Words, languages};

/// The attributes that a message may have: the forms in which it stands within others, and the one of some countries.
const FORMS: [&str; 4] = ["of", "until", "about", "month-first"];

/// The messages of a catalog, each with the values that it names.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages, and what else is wrong.
fn messages(language: &str) -> (Messages, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../locales/{language}.ftl"));
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut messages = Messages::new();
    let mut faults = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        let mut values = BTreeSet::new();
        message.value.iter().for_each(|pattern| collect(pattern, &mut values));
        for attribute in &message.attributes {
            let mut its = BTreeSet::new();
            collect(&attribute.value, &mut its);
            if !FORMS.contains(&attribute.id.name) || its != values {
                faults.push(format!(
                    "{name}.{}: an attribute is `of`, `until`, `about` or `month-first`, with the values of its message",
                    attribute.id.name
                ));
            }
        }
        if message.value.is_none() {
            faults.push(format!("{name} has no value"));
        }
        if messages.insert(name.to_owned(), values).is_some() {
            faults.push(format!("{name} is there twice"));
        }
    }
    (messages, faults)
}

fn collect(pattern: &Pattern<&str>, values: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => collect_inline(inline, values),
            Expression::Select { selector, variants } => {
                collect_inline(selector, values);
                for variant in variants {
                    collect(&variant.value, values);
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, values: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            values.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            for argument in positional {
                collect_inline(argument, values);
            }
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inline) = &**expression {
                collect_inline(inline, values);
            }
        }
        _ => {}
    }
}

#[test]
fn every_catalog_has_the_messages_of_the_english_one_with_its_values() {
    let (english, _) = messages("en");
    assert!(english.len() > 300, "the English catalog is full");
    let mut faults = Vec::new();
    for language in languages() {
        let (theirs, wrong) = messages(language);
        let mut add = |fault: String| faults.push(format!("{language}: {fault}"));
        wrong.into_iter().for_each(&mut add);
        for (key, values) in &english {
            match theirs.get(key) {
                None => add(format!("{key} is missing")),
                Some(its) if its != values => add(format!("{key} has the values {its:?}, and not {values:?}")),
                Some(_) => {}
            }
        }
        theirs.keys().filter(|key| !english.contains_key(*key)).for_each(|key| add(format!("{key} is unknown")));
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_catalog_can_be_loaded_by_its_name() {
    assert!(languages().any(|language| language == "en"));
    for language in languages() {
        let words = Words::load(language).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(words.language(), language);
    }
}
