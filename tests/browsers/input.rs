//! Input to a window: pointer and keyboard.

use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::{Page, step};

impl Page {
    /// Waits until an element is drawn, scrolls to it and clicks its center.
    pub async fn click(&self, selector: &str) {
        // What a click has just asked for, such as a panel, may open a frame later.
        self.until(&format!("$({selector:?})?.getClientRects().length > 0")).await;
        step("clicks", selector);
        // WebKit's driver scrolls to an element only once.
        self.evaluate(&format!("show({selector:?})")).await;
        let clicked = self.find(selector).await.click().await;
        // Drivers click one point of a link that is broken into lines, which other text may cover.
        if clicked.as_ref().is_err_and(|error| format!("{error:?}").contains("Intercepted")) {
            let middle = format!(
                "(({{ left, top, width, height }}) => [left + width / 2, top + height / 2])([...$({selector:?}).getClientRects()].sort((one, other) => other.width - one.width)[0])"
            );
            let middle = self.evaluate(&middle).await;
            let [x, y] = [0, 1].map(|at| middle[at].as_f64().expect("a number"));
            return self.click_at(x, y, None).await;
        }
        clicked.unwrap_or_else(|error| panic!("{:?}: click {selector}: {error:?}", self.engine));
    }

    /// Clicks a point of the window, in CSS pixels, while `held` is down.
    pub async fn click_at(&self, x: f64, y: f64, held: Option<Key>) {
        step("clicks at", &format!("{x}, {y}, holding {held:?}"));
        if let Some(key) = held {
            let down = KeyActions::new("keyboard".into()).then(KeyAction::Down { value: key.into() });
            self.perform(down).await;
        }
        let click = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.perform(click).await;
        if held.is_some() {
            self.client.release_actions().await.unwrap();
        }
    }

    /// Performs actions. WebKit's driver sometimes reports an unknown error without a message for actions that it performed,
    /// such as a click on a link within the page. Whether they had their effect is what a journey waits for.
    async fn perform(&self, actions: impl Into<Actions>) {
        let outcome = self.client.perform_actions(actions).await;
        let is_unknown = |error| format!("{error:?}").contains("UnknownError");
        if self.engine == Engine::WebKit && outcome.as_ref().is_err_and(is_unknown) {
            return step("gets", "an unknown error for these actions");
        }
        outcome.unwrap_or_else(|error| panic!("{:?}: {error:?}", self.engine));
    }

    /// Presses a key on the focused element.
    pub async fn press(&self, key: Key) {
        step("presses", &format!("{key:?}"));
        let value = key.into();
        let press = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.perform(press).await;
    }

    /// Types text into the focused element.
    pub async fn type_text(&self, words: &str) {
        step("types", words);
        let mut typing = KeyActions::new("keyboard".into());
        for value in words.chars() {
            typing = typing.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.perform(typing).await;
    }

    /// Presses Tab, or Shift+Tab, a number of times.
    pub async fn tabs(&self, times: usize, back: bool) {
        step("presses", &format!("Tab {times} times{}", if back { ", back" } else { "" }));
        let shift = Key::Shift.into();
        let tab = Key::Tab.into();
        let mut presses = KeyActions::new("keyboard".into());
        if back {
            presses = presses.then(KeyAction::Down { value: shift });
        }
        for _ in 0..times {
            presses = presses.then(KeyAction::Down { value: tab }).then(KeyAction::Up { value: tab });
        }
        if back {
            presses = presses.then(KeyAction::Up { value: shift });
        }
        self.perform(presses).await;
    }

    /// Presses a key while `held` is down.
    pub async fn chord(&self, held: Key, value: char) {
        step("presses", &format!("{held:?} and {value}"));
        let press = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: held.into() })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held.into() });
        self.perform(press).await;
    }

    /// Moves the pointer to the middle of an element's first line.
    pub async fn hover(&self, selector: &str) {
        step("hovers over", selector);
        let [x, y] = self.point(selector, [0.5, 0.5]).await;
        self.move_to(x, y).await;
    }

    /// Moves the pointer to a point of the window.
    pub async fn move_to(&self, x: f64, y: f64) {
        let moves = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x: x - 1.0, y })
            .then(PointerAction::MoveTo { duration: None, x, y });
        self.perform(moves).await;
    }

    /// Presses the middle of an element and holds it until [`let_go`](Self::let_go).
    pub async fn hold(&self, selector: &str) {
        step("holds", selector);
        let [x, y] = self.point(selector, [0.5, 0.5]).await.map(f64::round);
        let hold = MouseActions::new("mouse".into())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        self.perform(hold).await;
    }

    /// Lets go of what is held.
    pub async fn let_go(&self) {
        step("lets go of", "it");
        let release = MouseActions::new("mouse".into()).then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.perform(release).await;
    }

    /// Holds a key on the focused element until [`let_go_of_key`](Self::let_go_of_key).
    pub async fn hold_key(&self, value: char) {
        step("holds", &format!("{value:?}"));
        let hold = KeyActions::new("keyboard".into()).then(KeyAction::Down { value });
        self.perform(hold).await;
    }

    /// Lets go of a key.
    pub async fn let_go_of_key(&self, value: char) {
        step("lets go of", &format!("{value:?}"));
        let release = KeyActions::new("keyboard".into()).then(KeyAction::Up { value });
        self.perform(release).await;
    }

    /// Drags from one point of an element to another, each given as fractions of its width and height.
    pub async fn drag(&self, selector: &str, from: [f64; 2], to: [f64; 2]) {
        step("drags over", selector);
        let [from, to] = [self.point(selector, from).await, self.point(selector, to).await];
        self.drag_between(from, to).await;
    }

    /// Drags from one point of the window to another, in CSS pixels.
    pub async fn drag_between(&self, [x, y]: [f64; 2], [to_x, to_y]: [f64; 2]) {
        let move_to = |x: f64, y: f64| PointerAction::MoveTo { duration: None, x: x.round(), y: y.round() };
        let drag = MouseActions::new("mouse".into())
            .then(move_to(x, y))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(move_to(f64::midpoint(x, to_x), f64::midpoint(y, to_y)))
            .then(move_to(to_x, to_y))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.perform(drag).await;
    }

    /// The point of the window, in CSS pixels, at these fractions of the width and height of an element's first line.
    pub async fn point(&self, selector: &str, [across, down]: [f64; 2]) -> [f64; 2] {
        let area = format!(
            "(({{ left, top, width, height }}) => [left + width * {across}, top + height * {down}])($({selector:?}).getClientRects()[0])"
        );
        let area = self.evaluate(&area).await;
        [0, 1].map(|side| area[side].as_f64().unwrap())
    }

    /// Focuses an element and presses a key.
    pub async fn press_on(&self, selector: &str, key: Key) {
        self.evaluate(&format!("$({selector:?}).focus()")).await;
        self.press(key).await;
    }
}
