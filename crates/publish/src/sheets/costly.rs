//! Finds selectors that make Safari's engine visit the whole page whenever the pointer, the focus or a press moves.
//!
//! That engine looks up what a state such as `:hover` changes by the id, the class or the type that stands beside it in the same
//! compound selector. Beside an attribute alone, or within `:is()` or `:not()`, it finds none and takes the rule to depend
//! on every element. If the rule is about descendants, it then visits those of each ancestor that gains or loses the state:
//! of the root as well, for `:focus-within`. On our page that took 80 ms for each press of Tab.

use lightningcss::printer::PrinterOptions;
use lightningcss::rules::CssRule;
use lightningcss::selector::{Combinator, Component, PseudoClass, Selector};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;

use super::tests::sheets;

#[test]
fn no_state_makes_webkit_visit_the_whole_page() {
    let found: Vec<_> = sheets()
        .iter()
        .flat_map(|(name, sheet)| costly(sheet).into_iter().map(move |it| format!("{name}: {it}")))
        .collect();
    assert!(found.is_empty(), "write an id, a class or a type right before the state: {found:#?}");
}

#[test]
fn a_costly_selector_is_found() {
    for (selector, is_costly) in [
        (".a:hover .b", false),
        ("li:focus-within .b", false),
        ("#a:checked ~ .b .c", false),
        (".a:is(:hover, :focus-within) .b", true),
        (".a:not(:hover) .b", true),
        ("[data-a]:hover .b", true),
        ("[data-a]:hover > .b", false),
        (".a .b:is(:hover, :focus)", false),
        (".a:has([data-a]:focus-within) .b", true),
        (".a:has([data-a]:focus-within)", false),
        (".a:has(#b:checked) .c", false),
        (".a { &:has(:active) .b { top: 0 } }", true),
    ] {
        let sheet = if selector.ends_with('}') { selector.to_owned() } else { format!("{selector} {{ top: 0 }}") };
        assert_eq!(!costly(&sheet).is_empty(), is_costly, "{selector}");
    }
}

/// Returns the costly selectors of a sheet.
fn costly(sheet: &str) -> Vec<String> {
    let sheet = StyleSheet::parse(sheet, ParserOptions::default()).expect("a sheet");
    let mut found = Vec::new();
    look(&sheet.rules.0, &mut found);
    found
}

fn look(rules: &[CssRule], found: &mut Vec<String>) {
    for rule in rules {
        match rule {
            CssRule::Style(rule) => {
                let costly = rule.selectors.0.iter().filter(|selector| is_costly(selector));
                found.extend(costly.filter_map(|selector| selector.to_css_string(PrinterOptions::default()).ok()));
                look(&rule.rules.0, found);
            }
            CssRule::Media(rule) => look(&rule.rules.0, found),
            CssRule::Supports(rule) => look(&rule.rules.0, found),
            CssRule::LayerBlock(rule) => look(&rule.rules.0, found),
            CssRule::Container(rule) => look(&rule.rules.0, found),
            CssRule::StartingStyle(rule) => look(&rule.rules.0, found),
            CssRule::Nesting(rule) => {
                look(&[CssRule::Style(rule.style.clone())], found);
            }
            _ => {}
        }
    }
}

/// Whether a selector has a state without an id, a class or a type beside it, somewhere above its subject.
fn is_costly(selector: &Selector) -> bool {
    let mut compounds = selector.iter_raw_match_order().as_slice().split(Component::is_combinator);
    let combinators = selector.iter_raw_match_order().filter_map(Component::as_combinator);
    let _subject = compounds.next();
    let mut reaches_down = false;
    for (combinator, compound) in combinators.zip(compounds) {
        reaches_down |= combinator == Combinator::Descendant;
        if reaches_down && has_bare_state(compound) {
            return true;
        }
    }
    false
}

/// Whether a compound selector, or one within it, has a state but no id, class or type.
fn has_bare_state(compound: &[Component]) -> bool {
    let is_known =
        compound.iter().any(|part| matches!(part, Component::ID(_) | Component::Class(_) | Component::LocalName(_)));
    compound.iter().any(|part| match part {
        Component::NonTSPseudoClass(class) => !is_known && is_state(class),
        Component::Is(within) | Component::Where(within) | Component::Negation(within) | Component::Has(within) => {
            within.iter().any(|selector| {
                selector.iter_raw_match_order().as_slice().split(Component::is_combinator).any(has_bare_state)
            })
        }
        _ => false,
    })
}

fn is_state(class: &PseudoClass) -> bool {
    matches!(
        class,
        PseudoClass::Hover
            | PseudoClass::Active
            | PseudoClass::Focus
            | PseudoClass::FocusVisible
            | PseudoClass::FocusWithin
            | PseudoClass::Target
            | PseudoClass::Checked
    )
}
