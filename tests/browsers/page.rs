//! A browser window: where a reader goes in it, and what they then see. What their hand does is in `hand.rs`.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::driver::{Answers, Browser};
use crate::engine::{Engine, Setup, Wish};
use crate::harness;
use crate::patience::{PATIENCE, POLL};
use crate::site::Site;

/// How often something is asked again of a driver that loses it.
const TRIES: u32 = 2;
/// The window, in CSS pixels: wide enough for a card beside the text.
const WINDOW: (u32, u32) = (1280, 900);

/// A browser with one window and nothing in it, for one journey.
pub struct Page {
    pub engine: Engine,
    pub client: Client,
    browser: Option<Browser>,
}

impl Drop for Page {
    fn drop(&mut self) {
        // After a panic nobody knows in which state it is: then it ends.
        if let Some(browser) = self.browser.take().filter(|_| !std::thread::panicking()) {
            browser.put_by();
        }
    }
}

impl Page {
    /// Opens a window.
    pub async fn open(engine: Engine, setup: Setup) -> Self {
        let browser = Browser::ready(engine, setup).await;
        let page = Self { engine, client: browser.client.clone(), browser: Some(browser) };
        page.client.set_window_size(WINDOW.0, WINDOW.1).await.unwrap();
        if engine == Engine::Chromium {
            let scheme = if setup.dark { "dark" } else { "light" };
            let motion = if setup.wish == Wish::LessMotion { "reduce" } else { "" };
            let colours = if setup.wish == Wish::ForcedColours { "active" } else { "" };
            let features = json!([
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
                { "name": "forced-colors", "value": colours },
            ]);
            page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": setup.scriptless })).await;
            // What was told of the tab before.
            page.log().await;
        }
        page
    }

    /// Opens a window with the page of `site`, and waits until the program has taken over.
    pub async fn hydrated(engine: Engine, site: &Site) -> Self {
        let page = Self::open(engine, Setup::default()).await;
        page.goto(&site.url("")).await;
        page.until_hydrated().await;
        page
    }

    /// Goes to an address.
    pub async fn goto(&self, url: &str) {
        step("goes to", url);
        let arrived = format!("location.href === '{url}' && document.readyState !== 'loading'");
        // WebKit's driver now and then says that it went, and has not.
        for _ in 0..TRIES {
            self.client.goto(url).await.unwrap_or_else(|error| panic!("{:?}: {url}: {error}", self.engine));
            if self.comes_true(&arrived, PATIENCE / 2).await {
                return;
            }
        }
        self.until(&arrived).await;
    }

    /// Loads the page again, and waits until the program has taken over the new one: not every engine waits for it.
    pub async fn reload(&self) {
        step("loads", "again");
        self.tell("window.isOld = true").await;
        self.tell("location.reload()").await;
        self.until("!window.isOld && root.hasAttribute('data-hydrated') && document.readyState === 'complete'").await;
    }

    /// Goes back. Not by WebDriver's own command: WebKit's waits for a page to load, and within a page none does.
    pub async fn back(&self) {
        step("goes", "back");
        self.tell("history.back()").await;
    }

    /// Goes forward again.
    pub async fn forward(&self) {
        step("goes", "forward");
        self.tell("history.forward()").await;
    }

    /// A command of Chromium's DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.command("goog/cdp/execute", body).await
    }

    /// What the driver answers to a question that fantoccini has no words for; nothing where it has no answer.
    pub async fn ask(&self, path: &str) -> Value {
        self.browser.as_ref().unwrap().driver.ask(&self.client, path).await.unwrap_or_default()
    }

    /// A command that not every engine has.
    pub async fn command(&self, path: &str, body: Value) -> Value {
        // It is taken when the page is dropped, and not before.
        self.browser.as_ref().unwrap().driver.command(&self.client, path, body).await
    }

    /// What Chromium's console has shown since it was asked last.
    pub async fn log(&self) -> Vec<String> {
        let log = self.command("se/log", json!({ "type": "browser" })).await;
        log.as_array().unwrap().iter().map(|entry| entry["message"].to_string()).collect()
    }

    /// The value of an expression in the page.
    pub async fn tell(&self, expression: &str) -> Value {
        let answer = self.client.execute(&script(expression), Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{:?}: {expression}: {error}", self.engine))
    }

    /// The same, where the page may refuse to answer, as one does that is just being replaced.
    pub async fn try_tell(&self, expression: &str) -> Result<Value, String> {
        // It is taken when the page is dropped, and not before.
        self.browser.as_ref().unwrap().driver.evaluate(&self.client, &script(expression), Answers::AtOnce).await
    }

    /// What a promise comes to.
    pub async fn tell_later(&self, promise: &str) -> Value {
        self.client.execute_async(&later(promise), Vec::new()).await.unwrap()
    }

    /// Waits until a promise comes to true. The page may be replaced meanwhile.
    pub async fn until_later(&self, promise: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // It is taken when the page is dropped, and not before.
            let driver = &self.browser.as_ref().unwrap().driver;
            let answer = driver.evaluate(&self.client, &later(promise), Answers::Later).await;
            if answer == Ok(Value::Bool(true)) {
                return;
            }
            let engine = self.engine;
            assert!(Instant::now() < deadline, "{engine:?}: does not come true: {promise} is {answer:?}");
            sleep(POLL).await;
        }
    }

    /// The same, for a number.
    pub async fn number(&self, expression: &str) -> f64 {
        self.tell(expression).await.as_f64().unwrap_or_else(|| panic!("not a number: {expression}"))
    }

    /// The same, for a text.
    pub async fn text(&self, expression: &str) -> String {
        self.tell(expression).await.as_str().unwrap_or_else(|| panic!("not a text: {expression}")).to_owned()
    }

    /// Waits until a condition is true.
    ///
    /// # Panics
    ///
    /// When it does not come true, with what each of its parts then is.
    pub async fn until(&self, condition: &str) {
        step("waits until", condition);
        if self.comes_true(condition, PATIENCE).await {
            return;
        }
        let mut report = format!("{:?}: does not come true: {condition}", self.engine);
        for part in condition.split(" && ") {
            let is = self.try_tell(part).await.map_or_else(|error| error, |is| is.to_string());
            report = format!("{report}\n    {part}  is  {is}");
        }
        panic!("{report}\n    complaints: {:#?}", self.complaints().await);
    }

    /// Whether a condition comes true in time.
    async fn comes_true(&self, condition: &str, patience: Duration) -> bool {
        let deadline = Instant::now() + patience;
        // A page that is just being replaced refuses to answer.
        while self.try_tell(condition).await != Ok(Value::Bool(true)) {
            if Instant::now() > deadline {
                return false;
            }
            sleep(POLL).await;
        }
        true
    }

    /// Waits until the program has taken over.
    pub async fn until_hydrated(&self) {
        self.until("root.hasAttribute('data-hydrated') && document.readyState === 'complete'").await;
    }

    /// Asserts that a condition is true now.
    pub async fn assert(&self, condition: &str) {
        let answer = self.tell(condition).await;
        assert_eq!(answer, Value::Bool(true), "{:?}: {condition}", self.engine);
    }

    /// Waits until all that was done by now has been drawn, twice: what comes of it has then happened too.
    pub async fn settle(&self) {
        let frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        // WebKit's driver loses an answer now and then, and says that it cannot read it.
        for _ in 0..TRIES {
            if self.client.execute_async(frames, Vec::new()).await.is_ok() {
                return;
            }
        }
        self.client.execute_async(frames, Vec::new()).await.unwrap();
    }

    /// The first element that matches.
    pub async fn find(&self, selector: &str) -> Element {
        let found = self.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{:?}: {selector}: {error}", self.engine))
    }

    /// Scrolls an element to the middle of the window, and stays there.
    pub async fn bring(&self, selector: &str) {
        let scroll = format!("$({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})");
        self.tell(&scroll).await;
        self.settle().await;
    }

    /// Goes to the page in a window 320 px wide: a phone, or a desk at 400 % zoom.
    pub async fn go_narrow(&self, site: &Site) {
        if self.engine == Engine::Chromium {
            let phone = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true });
            self.devtools("Emulation.setDeviceMetricsOverride", phone).await;
            self.goto(&site.url("")).await;
        } else {
            // Their windows stop at about 500 px.
            self.goto(&site.narrow_url()).await;
            self.until(
                "$('iframe').contentDocument.readyState === 'complete' && $('iframe').contentDocument.URL !== 'about:blank'",
            )
            .await;
            self.client.enter_frame(0).await.unwrap();
        }
        self.until("innerWidth === 320").await;
    }

    /// What the page complained about: see `recorder.js`. Chromium adds all that its console shows: its own messages on
    /// policies, integrity, requests and unused preloads. The other engines keep
    /// those to themselves.
    pub async fn complaints(&self) -> Vec<String> {
        let heard = self.tell("window.complaints ?? ['the recorder did not run']").await;
        let mut complaints: Vec<String> = heard.as_array().unwrap().iter().map(ToString::to_string).collect();
        if self.engine == Engine::Chromium {
            complaints.extend(self.log().await);
        }
        complaints
    }

    /// Asserts that nothing complained.
    pub async fn assert_content(&self) {
        let complaints = self.complaints().await;
        assert!(complaints.is_empty(), "{:?}: {complaints:#?}", self.engine);
    }
}

/// Says what the reader does.
pub fn step(does: &str, what: &str) {
    harness::note(format!("{does} {what}"));
}

fn later(promise: &str) -> String {
    format!("const [done] = arguments; ({promise}).then(done, fault => done(String(fault)))")
}

fn script(expression: &str) -> String {
    concat!(include_str!("prelude.js"), "return (").to_owned() + expression + ");"
}
