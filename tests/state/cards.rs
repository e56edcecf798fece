//! Cards, and what opens and closes them.

use crate::program::Program;
use palimpsest_state::{Act, Action, Command, Delayed};

#[test]
fn arriving_at_an_event_opens_it_and_leaves_the_card_and_the_dialog_behind() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").press(Command::Search);
    program.act(Action::CardClosed);
    assert!(program.state.card.is_some(), "a card that a dialog hides comes back when the dialog goes");
    program.act(Action::Arrived("kronstadt".to_owned()));
    assert_eq!((&program.state.panel, program.open()), (&None, vec!["kronstadt"]));
    assert_eq!(program.acts[..2], [Act::HideCard { returns: false }, Act::ShowPanel(None)]);
    assert_eq!(program.url(), "#kronstadt");
    program.toggle("kronstadt", false);
    assert_eq!(program.url(), "", "whoever closes the event is not there any more");
}

#[test]
fn a_card_leads_on_and_back_and_never_around_in_circles() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").look_on("kronstadt").look_on("lenin");
    assert!(program.is_step());
    assert_eq!(program.url(), "?card=stalin,kronstadt,lenin#s9");
    program.act(Action::LookedBack);
    assert_eq!(program.trail(), ["stalin", "kronstadt"]);
    assert!(!program.acts.iter().any(|act| matches!(act, Act::ShowCard(_))), "it is the same card");
    program.look_on("lenin").look_on("stalin");
    assert_eq!(program.trail(), ["stalin"], "it was there before");
    let before = program.state.clone();
    program.act(Action::LookedBack);
    assert_eq!((&program.state, program.acts.len()), (&before, 0), "there is nothing before the first");
    program.act(Action::CardClosed);
    assert!(matches!(program.acts.as_slice(), [Act::HideCard { returns: true }, Act::LeaveCard(_)]));
    assert_eq!(program.url(), "#s9", "the reader is where the link stands");
}

/// The program goes back in the browser's history only if the previous entry there has this address.
#[test]
fn going_back_in_a_card_names_the_address_before() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").look_on("kronstadt").look_on("lenin").press(Command::CardBack);
    assert_eq!(program.acts, [Act::FocusCard, Act::StepBack("?card=stalin,kronstadt#s9".to_owned())]);
    assert_eq!(program.trail(), ["stalin", "kronstadt", "lenin"], "the browser reports the step");
    // The previous entry in the browser's history is `?card=stalin,kronstadt,lenin`.
    program.look_on("kronstadt").press(Command::CardBack);
    assert_eq!(program.acts, [Act::FocusCard, Act::StepBack("?card=stalin#s9".to_owned())]);
}

#[test]
fn the_pointer_opens_nothing_behind_a_dialog() {
    let mut program = Program::started();
    program.press(Command::Search);
    let passing = program.card("lenin", "s7", false);
    program.act(Action::Hovered(passing));
    assert_eq!((&program.state.card, program.acts.len()), (&None, 0));
}

#[test]
fn a_clicked_link_opens_its_card_one_frame_later() {
    let mut program = Program::started();
    let card = program.card("stalin", "s9", true);
    program.act(Action::LinkClicked(card.clone()));
    assert_eq!((program.state.expanded(), program.state.card.as_ref()), (Some(&card), None));
    assert_eq!(program.acts, [Act::AfterFrame(Delayed::LookUp(card.clone()))]);
    let passing = program.card("lenin", "s7", false);
    program.act(Action::Hovered(passing));
    assert_eq!(program.state.card, None, "the pointer opens nothing meanwhile");
    program.act(Action::LookedUp(card.clone()));
    assert_eq!(program.acts[0], Act::ShowCard(card));
    assert_eq!(program.state.opening, None);
}

#[test]
fn a_card_that_is_looked_up_again_is_shown_again() {
    let mut program = Program::started();
    program.look_up("lenin", "s7").look_up("lenin", "s7");
    // Otherwise nothing would show the card again, which the browser has closed meanwhile.
    assert!(matches!(program.acts[0], Act::ShowCard(_)));
}

#[test]
fn a_card_that_comes_with_the_pointer_is_no_place_until_it_is_asked_for() {
    let mut program = Program::started();
    let passing = program.card("stalin", "s9", false);
    program.act(Action::Hovered(passing.clone()));
    assert_eq!((program.url(), program.is_step()), (String::new(), false));
    program.act(Action::HoverEnded);
    assert_eq!(program.state.card, None);
    program.act(Action::Hovered(passing.clone())).look_up("stalin", "s9");
    assert_eq!(program.url(), "?card=stalin#s9");
    program.act(Action::HoverEnded);
    assert!(program.state.card.is_some(), "a pinned card stays");
    let mut other = Program::started();
    other.act(Action::Hovered(passing)).look_on("kronstadt");
    assert_eq!(other.url(), "?card=stalin,kronstadt#s9", "whoever goes on means it");
}

#[test]
fn a_card_beside_a_closed_event_does_not_open_it() {
    let mut program = Program::started();
    program.look_up("lenin", "kronstadt");
    assert_eq!((program.open(), program.url().as_str()), (vec![], "?card=lenin#kronstadt"));
    assert_eq!(program.act(Action::CardClosed).url(), "");
}

#[test]
fn a_card_comes_back_when_the_dialog_goes() {
    let mut program = Program::started();
    program.look_up("stalin", "s9").press(Command::Share);
    let share = program.acts.iter().find(|act| matches!(act, Act::FillShare { .. }));
    assert!(matches!(share, Some(Act::FillShare { url, .. }) if url == "?card=stalin#s9"), "{share:?}");
    program.act(Action::PanelClosed);
    assert!(matches!(program.acts.as_slice(), [Act::ShowPanel(None), Act::ShowCard(_)]), "{:?}", program.acts);
}
