//! The censor's copy.

use palimpsest_contract::Outline;
use palimpsest_contract::hook::id;
use palimpsest_state::{Act, Action, Address, Command, Key, Node, Settings, marks};

use crate::program::Program;

/// Returns the ids of the switch's buttons that the marks set to checked.
fn checked(program: &Program) -> Vec<String> {
    let marks = marks(&program.state, &program.outline).into_iter().filter(|mark| mark.key == Key::Checked);
    let ids = marks.filter_map(|mark| match mark.node {
        Node::Id(id) => Some(id),
        _ => None,
    });
    ids.collect()
}

#[test]
fn the_switch_is_a_step_that_can_be_taken_back() {
    let mut program = Program::started();
    assert_eq!(checked(&program), [id::COPY_WRITTEN]);
    program.press(Command::CopyCensor);
    assert_eq!((program.url().as_str(), program.is_step()), ("?copy=censor", true));
    assert_eq!(checked(&program), [id::COPY_CENSOR]);
    assert_eq!(program.press(Command::CopyCensor).acts, [], "it is on already");
    program.press(Command::CopyWritten);
    assert_eq!((program.url().as_str(), program.is_step()), ("", true));
    assert!(program.acts.contains(&Act::Focus(id::COPY_WRITTEN)), "what was pressed is gone: {:?}", program.acts);
    program.act(Action::Returned(Address::parse("?copy=censor", "", &program.outline)));
    assert!(program.state.censored && !program.is_step());
}

#[test]
fn it_is_never_remembered() {
    let mut program = Program::opened("?copy=censor", Settings::default());
    assert!(program.state.censored);
    assert_eq!(program.state.settings, Settings::default());
    program.act(Action::Returned(Address::default()));
    assert!(!program.state.censored);
}

#[test]
fn a_story_that_erases_nobody_has_none() {
    let mut program = Program::started();
    program.outline = Outline { erased: Vec::new(), ..program.outline };
    program.press(Command::CopyCensor);
    assert_eq!((program.url().as_str(), program.is_step(), program.state.censored), ("", false, false));
}
