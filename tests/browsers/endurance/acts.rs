//! The actions of the monkey: one per step, each about as often as a reader would do it.

use fantoccini::key::Key;
use serde_json::Value;

use super::{ADDRESSES, Monkey};
use crate::engine::Engine;

/// What is pressed: links, controls, and the parts of a card, which would otherwise rarely come up.
const LINKS: &str = "a[href^='#']";
const CONTROLS: &str = "button, summary, input[type=radio]";
const CARD: &str = "#card a[href^='#'], #card button";
const VIEW: &str = ".timeline-controls button, .timeline-controls input[type=radio], .event summary, .following button";
/// What came with the second edition: the switch of the censor's copy, the faces of the people, folded parts, the map and
/// its stops, the doors of the introduction, and the phases.
const SECOND: &str = ".censor input, .censor button, .faces button, .person > details > summary, .fold > summary, \
    .journey a[href^='#'], .doors a, .phases a";
/// What is dragged and zoomed.
const LINES: &str = ".scale, .lives-chart";

/// The possible actions, each with its weight.
const ACTS: [(u32, Act); 18] = [
    (14, Act::Press(LINKS)),
    (9, Act::Press("#article a")),
    (10, Act::Press(CONTROLS)),
    (12, Act::Press(CARD)),
    (8, Act::Press(VIEW)),
    (10, Act::Press(SECOND)),
    (3, Act::Press("[data-command='follow here'], [data-command='search'], [data-command='share']")),
    (16, Act::Key),
    (4, Act::Slide),
    (6, Act::Search),
    (5, Act::Scroll),
    (4, Act::Zoom),
    (5, Act::Hover),
    (5, Act::Drag),
    (8, Act::Back),
    (6, Act::Forward),
    (1, Act::Resize),
    (4, Act::Address),
];

#[derive(Clone, Copy)]
enum Act {
    Press(&'static str),
    Key,
    Slide,
    Search,
    Scroll,
    Zoom,
    Hover,
    Drag,
    Back,
    Forward,
    Resize,
    Address,
}

const KEYS: [Key; 12] = [
    Key::Enter,
    Key::Enter,
    Key::Escape,
    Key::Escape,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::PageDown,
    Key::PageUp,
];
const WORDS: [&str; 11] =
    ["stalin", "1921", "ice axe", "ж", "<b>&", "zzz", "trots", "e", "1927-1929", "kamenev and trotsky", "censor"];

impl Monkey<'_> {
    /// Chooses one of the elements that match and are visible; `None` if there is none.
    async fn choose(&mut self, kinds: &str) -> Option<Value> {
        let draw = self.random.u32(..);
        let chosen = self.page.evaluate(&format!("monkey.choose({kinds:?}, {draw})")).await;
        (!chosen.is_null()).then_some(chosen)
    }

    /// Performs one action. Returns whether another may follow at once, which a step through the history forbids: it may
    /// leave the document.
    pub async fn act(&mut self) -> bool {
        let all: u32 = ACTS.iter().map(|(often, _)| often).sum();
        let mut drawn = self.random.u32(..all);
        let act = ACTS.iter().find(|(often, _)| {
            let is_it = drawn < *often;
            drawn = drawn.saturating_sub(*often);
            is_it
        });
        let act = act.unwrap().1;
        match act {
            Act::Press(kinds) => self.press(kinds).await,
            Act::Key => self.key().await,
            Act::Slide => {
                let Some(slider) = self.choose("input[type=range]").await else { return true };
                let keys: Vec<Key> = (0..self.random.usize(1..6))
                    .map(|_| self.one_of(&[Key::Left, Key::Right, Key::PageUp, Key::PageDown, Key::Home]))
                    .collect();
                self.says(&format!("slides {} by {keys:?}", slider["name"]));
                self.page.evaluate("monkey.focus()").await;
                for key in keys {
                    self.page.press(key).await;
                }
            }
            Act::Search => self.search().await,
            Act::Scroll => {
                self.page.evaluate("monkey.choose('html', 0), monkey.hold()").await;
                let by = self.random.i32(-1500..2500);
                self.says(&format!("scrolls by {by}"));
                self.page.evaluate(&format!("scrollBy({{ top: {by}, behavior: 'instant' }})")).await;
            }
            Act::Zoom => self.zoom().await,
            Act::Hover => {
                let Some(link) = self.choose("a[aria-haspopup], #card").await else { return true };
                self.says(&format!("hovers over {}", link["name"]));
                let [x, y] = ["x", "y"].map(|side| link[side].as_f64().unwrap());
                self.page.evaluate("monkey.hold()").await;
                self.page.move_to(x, y).await;
            }
            Act::Drag => {
                let Some(line) = self.choose(LINES).await else { return true };
                let [from, to] = [0, 1].map(|_| {
                    let area = &line["area"];
                    [0, 1].map(|side| {
                        let [start, end] = [0, 1].map(|end| area[side][end].as_f64().unwrap());
                        start + (end - start) * self.random.f64()
                    })
                });
                self.says(&format!("drags {} from {from:.0?} to {to:.0?}", line["name"]));
                self.page.drag_between(from, to).await;
            }
            Act::Back | Act::Forward => {
                self.page.evaluate("monkey.choose('html', 0)").await;
                let way = if matches!(act, Act::Back) { "back" } else { "forward" };
                self.says(&format!("goes {way}"));
                // WebKit's driver can stop responding when a document is left, or while something else is in progress.
                let careful = self.page.engine == Engine::WebKit;
                let go = format!(
                    "{careful} && (Math.floor(history.state ?? 1) === 0 || monkey.hastens) || monkey.go('{way}')"
                );
                self.page.evaluate(&go).await;
            }
            Act::Resize => {
                self.page.evaluate("monkey.choose('html', 0)").await;
                let [width, height] = self.one_of(&[[1280, 900], [600, 900], [1000, 600], [1500, 1000], [800, 1100]]);
                self.says(&format!("makes the window {width} by {height}"));
                self.page.client.set_window_size(width, height).await.unwrap();
                if self.page.engine == Engine::WebKit {
                    self.page.until("document.hasFocus()").await;
                }
            }
            Act::Address => {
                self.page.evaluate("monkey.choose('html', 0)").await;
                let address = self.one_of(&ADDRESSES);
                let fragment = address.split_once('#').map_or("", |(_, fragment)| fragment);
                self.says(&format!("writes #{fragment} into the address"));
                self.page.evaluate(&format!("location.hash = {fragment:?}")).await;
            }
        }
        !matches!(act, Act::Back | Act::Forward)
    }

    /// Presses something by pointer, by key, or as assistive software does.
    async fn press(&mut self, kinds: &str) {
        let Some(part) = self.choose(kinds).await else { return };
        match self.random.u32(..10) {
            0..4 => {
                self.says(&format!("clicks {}", part["name"]));
                let [x, y] = ["x", "y"].map(|side| part[side].as_f64().unwrap());
                self.page.click_at(x, y, None).await;
            }
            4..7 => {
                let key = self.one_of(&[char::from(Key::Enter), ' ']);
                self.says(&format!("focuses {} and presses {key:?}", part["name"]));
                self.page.evaluate("monkey.focus()").await;
                self.page.type_text(&key.to_string()).await;
            }
            _ => {
                self.says(&format!("presses {}", part["name"]));
                self.page.evaluate("monkey.focus(), monkey.chosen.click?.()").await;
            }
        }
    }

    /// Presses a key on the focused element.
    async fn key(&mut self) {
        self.page.evaluate("monkey.choose('html', 0)").await;
        if self.random.u32(..3) == 0 {
            let [times, back] = [self.random.usize(1..9), self.random.usize(..2)];
            self.says(&format!("walks by Tab, {times} times{}", [", on", ", back"][back]));
            self.page.tabs(times, back == 1).await;
        } else {
            let key = self.one_of(&KEYS);
            self.says(&format!("presses {key:?}"));
            let moves = self.page.engine == Engine::Firefox && !matches!(key, Key::Enter | Key::Escape);
            self.page.evaluate(&format!("monkey.hold({moves})")).await;
            self.page.press(key).await;
        }
    }

    /// Opens the search, types a query, and follows a result or not.
    async fn search(&mut self) {
        self.page.evaluate("monkey.choose('html', 0), monkey.hold()").await;
        let words = self.one_of(&WORDS);
        let downs = self.random.usize(..4);
        let last = self.one_of(&[Key::Enter, Key::Enter, Key::Escape, Key::End]);
        self.says(&format!("searches for {words}, {downs} answers down, then {last:?}"));
        self.page.chord(Key::Control, 'k').await;
        self.page.type_text(words).await;
        for key in [Key::Down].repeat(downs).into_iter().chain([last]) {
            self.page.press(key).await;
        }
    }

    /// Zooms a drawing to scale with the wheel.
    async fn zoom(&mut self) {
        let Some(line) = self.choose(LINES).await else { return };
        let by = self.one_of(&[-100, 100]);
        self.says(&format!("zooms {} by {by}", line["name"]));
        let [x, y] = ["x", "y"].map(|side| line[side].as_f64().unwrap());
        let wheel = format!(
            "monkey.chosen.dispatchEvent(new WheelEvent('wheel', {{ deltaY: {by}, ctrlKey: true, clientX: {x}, clientY: {y},
            bubbles: true, cancelable: true }})), monkey.hold()"
        );
        self.page.evaluate(&wheel).await;
    }
}
