//! Takes messages apart for a program that does not include Fluent.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// One form of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The condition: a number in digits, or a CLDR plural category.
    pub when: String,
    /// The text, with `{name}` in place of each value.
    pub text: String,
}

/// Returns the forms of a message: one for each variant of its select, the default last.
pub(crate) fn of(pattern: &Pattern<&str>) -> Result<Vec<Form>, &'static str> {
    let mut forms = vec![Form { when: "other".to_owned(), text: String::new() }];
    let mut selects = 0;
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element {
            selects += 1;
            if selects > 1 || !matches!(selector, InlineExpression::VariableReference { id } if id.name == "count") {
                return Err("it may have one select, on $count");
            }
            let before = forms[0].text.clone();
            let mut ordered: Vec<_> = variants.iter().collect();
            ordered.sort_by_key(|variant| variant.default);
            forms.clear();
            for variant in ordered {
                let when = match &variant.key {
                    VariantKey::Identifier { name } => *name,
                    VariantKey::NumberLiteral { value } => *value,
                };
                let text = before.clone() + &plain(&variant.value)?;
                forms.push(Form { when: when.to_owned(), text });
            }
            continue;
        }
        let text = plain_element(element)?;
        for form in &mut forms {
            form.text += &text;
        }
    }
    Ok(forms)
}

fn plain(pattern: &Pattern<&str>) -> Result<String, &'static str> {
    pattern.elements.iter().map(plain_element).collect()
}

fn plain_element(element: &PatternElement<&str>) -> Result<String, &'static str> {
    match element {
        PatternElement::TextElement { value } => Ok(value.replace('\n', " ")),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Ok(format!("{{{}}}", id.name)),
            InlineExpression::StringLiteral { value } => Ok((*value).to_owned()),
            _ => Err("the program fills in values and nothing else"),
        },
        PatternElement::Placeable { .. } => Err("a select stands in no other"),
    }
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Entry;
    use fluent_syntax::parser::parse;

    fn forms(source: &str) -> Result<Vec<(String, String)>, &'static str> {
        let source = format!("m = {source}\n");
        let resource = parse(source.as_str()).expect("the message is sound");
        let Some(Entry::Message(message)) = resource.body.first() else { panic!("{source} is one message") };
        let forms = super::of(message.value.as_ref().expect("it has a value"))?;
        Ok(forms.into_iter().map(|form| (form.when, form.text)).collect())
    }

    fn pair(when: &str, text: &str) -> (String, String) {
        (when.to_owned(), text.to_owned())
    }

    #[test]
    fn values_are_named_in_braces() {
        assert_eq!(forms("Back to { $title }"), Ok(vec![pair("other", "Back to {title}")]));
        assert_eq!(forms("“{ $text }”{\" \"}"), Ok(vec![pair("other", "“{text}” ")]));
    }

    #[test]
    fn a_select_gives_a_form_for_each_variant_with_the_default_last() {
        let select = "In { $count ->\n   *[other] { $count } places\n    [0] no place\n    [one] one place\n }.";
        let expected = [("0", "In no place."), ("one", "In one place."), ("other", "In {count} places.")];
        assert_eq!(forms(select), Ok(expected.map(|(when, text)| pair(when, text)).to_vec()));
    }

    #[test]
    fn what_the_program_cannot_fill_in_is_refused() {
        for source in ["{ $n ->\n   *[other] a\n }", "{ NUMBER($count) }", "{ -brand }", "{ other-message }"] {
            assert!(forms(source).is_err(), "{source}");
        }
    }
}
