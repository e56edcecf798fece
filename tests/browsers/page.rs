//! A browser window: navigation and assertions. Pointer and keyboard are in `input.rs`.

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

/// How many times a command is tried, because drivers sometimes lose one.
const TRIES: u32 = 2;
/// The size of the window, in CSS pixels: wide enough for a card beside the text.
const WINDOW: (u32, u32) = (1280, 900);

/// A browser with one empty window, for one journey.
pub struct Page {
    pub engine: Engine,
    pub client: Client,
    browser: Option<Browser>,
}

impl Drop for Page {
    fn drop(&mut self) {
        // After a panic, the state of the browser is unknown, so it is stopped.
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
            let colors = if setup.wish == Wish::ForcedColors { "active" } else { "" };
            let features = json!([
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
                { "name": "forced-colors", "value": colors },
            ]);
            page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": setup.scriptless })).await;
            // Discards messages from the previous tab.
            page.log().await;
        }
        page
    }

    /// Opens a window with the page of `site`, and waits until the program has taken over.
    pub async fn live(engine: Engine, site: &Site) -> Self {
        let page = Self::open(engine, Setup::default()).await;
        page.goto(&site.url("")).await;
        page.until_live().await;
        page
    }

    /// Navigates to an address, and waits until the page there can be used.
    pub async fn goto(&self, url: &str) {
        step("goes to", url);
        let arrived = format!("location.href === '{url}' && document.readyState !== 'loading'");
        // WebKit's driver sometimes reports that it navigated when it did not.
        for _ in 0..TRIES {
            self.client.goto(url).await.unwrap_or_else(|error| panic!("{:?}: {url}: {error}", self.engine));
            if self.comes_true(&arrived, PATIENCE / 2).await {
                return;
            }
        }
        self.until(&arrived).await;
    }

    /// Reloads the page, and waits until the program has taken over the new one: not every engine waits for it.
    pub async fn reload(&self) {
        step("loads", "again");
        self.evaluate("window.isOld = true").await;
        self.evaluate("location.reload()").await;
        self.until("!window.isOld && root.hasAttribute('data-live') && document.readyState === 'complete'").await;
    }

    /// Goes back, but not by WebDriver's own command: WebKit's waits for a page to load, which never happens within a page.
    pub async fn back(&self) {
        step("goes", "back");
        self.evaluate("history.back()").await;
    }

    /// Goes forward.
    pub async fn forward(&self) {
        step("goes", "forward");
        self.evaluate("history.forward()").await;
    }

    /// Sends a command of Chromium's DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.command("goog/cdp/execute", body).await
    }

    /// Returns the driver's answer to a command that fantoccini does not provide, or `null` if it has none.
    pub async fn ask(&self, path: &str) -> Value {
        self.browser.as_ref().unwrap().driver.ask(&self.client, path).await.unwrap_or_default()
    }

    /// Sends a command that not every engine has.
    pub async fn command(&self, path: &str, body: Value) -> Value {
        // The browser is taken only when the page is dropped.
        self.browser.as_ref().unwrap().driver.command(&self.client, path, body).await
    }

    /// Returns the messages of Chromium's console since the last call.
    pub async fn log(&self) -> Vec<String> {
        let log = self.command("se/log", json!({ "type": "browser" })).await;
        log.as_array().unwrap().iter().map(|entry| entry["message"].to_string()).collect()
    }

    /// Evaluates a JavaScript expression in the page.
    pub async fn evaluate(&self, expression: &str) -> Value {
        let answer = self.client.execute(&script(expression), Vec::new()).await;
        answer.unwrap_or_else(|error| panic!("{:?}: {expression}: {error}", self.engine))
    }

    /// Evaluates an expression like [`Self::evaluate`]. Returns an error if the page is just being replaced, for example.
    pub async fn try_evaluate(&self, expression: &str) -> Result<Value, String> {
        // The browser is taken only when the page is dropped.
        self.browser.as_ref().unwrap().driver.evaluate(&self.client, &script(expression), Answers::AtOnce).await
    }

    /// Evaluates an expression to a promise, and awaits it.
    pub async fn evaluate_promise(&self, promise: &str) -> Value {
        self.client.execute_async(&later(promise), Vec::new()).await.unwrap()
    }

    /// Waits until a promise resolves to true. The page may be replaced meanwhile.
    pub async fn until_later(&self, promise: &str) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // The browser is taken only when the page is dropped.
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

    /// Evaluates an expression to a number.
    pub async fn number(&self, expression: &str) -> f64 {
        self.evaluate(expression).await.as_f64().unwrap_or_else(|| panic!("not a number: {expression}"))
    }

    /// Evaluates an expression to a string.
    pub async fn text(&self, expression: &str) -> String {
        self.evaluate(expression).await.as_str().unwrap_or_else(|| panic!("not a text: {expression}")).to_owned()
    }

    /// Waits until a condition becomes true.
    ///
    /// # Panics
    ///
    /// If it does not become true in time, with the value of each of its parts.
    pub async fn until(&self, condition: &str) {
        step("waits until", condition);
        if self.comes_true(condition, PATIENCE).await {
            return;
        }
        let mut report = format!("{:?}: does not come true: {condition}", self.engine);
        for part in condition.split(" && ") {
            let is = self.try_evaluate(part).await.map_or_else(|error| error, |is| is.to_string());
            report = format!("{report}\n    {part}  is  {is}");
        }
        panic!("{report}\n    complaints: {:#?}", self.complaints().await);
    }

    /// Waits until a condition becomes true. Returns false if it does not in time.
    async fn comes_true(&self, condition: &str, patience: Duration) -> bool {
        let deadline = Instant::now() + patience;
        // A page that is being replaced refuses to answer.
        while self.try_evaluate(condition).await != Ok(Value::Bool(true)) {
            if Instant::now() > deadline {
                return false;
            }
            sleep(POLL).await;
        }
        true
    }

    /// Waits until the program has taken over.
    pub async fn until_live(&self) {
        self.until("root.hasAttribute('data-live') && document.readyState === 'complete'").await;
    }

    /// Asserts that a condition is true now.
    pub async fn assert(&self, condition: &str) {
        let answer = self.evaluate(condition).await;
        assert_eq!(answer, Value::Bool(true), "{:?}: {condition}", self.engine);
    }

    /// Waits until everything done so far has been drawn, twice, so that its consequences have happened as well.
    pub async fn settle(&self) {
        let frames =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))";
        // WebKit's driver sometimes loses an answer and reports that it cannot read it.
        for _ in 0..TRIES {
            if self.client.execute_async(frames, Vec::new()).await.is_ok() {
                return;
            }
        }
        self.client.execute_async(frames, Vec::new()).await.unwrap();
    }

    /// Returns the first element that matches.
    pub async fn find(&self, selector: &str) -> Element {
        let found = self.client.find(Locator::Css(selector)).await;
        found.unwrap_or_else(|error| panic!("{:?}: {selector}: {error}", self.engine))
    }

    /// Scrolls an element to the middle of the window.
    pub async fn bring(&self, selector: &str) {
        let scroll = format!("$({selector:?}).scrollIntoView({{ block: 'center', behavior: 'instant' }})");
        self.evaluate(&scroll).await;
        self.settle().await;
    }

    /// Goes to the page in a window 320 px wide: a small phone, or a desktop at 400 % zoom.
    pub async fn go_narrow(&self, site: &Site) {
        self.go_small(site, 320, 640).await;
    }

    /// Goes to the page in a window the size of a phone's.
    pub async fn go_phone(&self, site: &Site) {
        self.go_small(site, 390, 844).await;
    }

    async fn go_small(&self, site: &Site, width: u32, height: u32) {
        if self.engine == Engine::Chromium {
            let phone = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
            self.devtools("Emulation.setDeviceMetricsOverride", phone).await;
            self.goto(&site.url("")).await;
        } else {
            // The windows of these engines are at least about 500 px wide.
            self.goto(&site.narrow_url()).await;
            self.until(
                "$('iframe').contentDocument.readyState === 'complete' && $('iframe').contentDocument.URL !== 'about:blank'",
            )
            .await;
            self.evaluate(&format!("[$('iframe').width, $('iframe').height] = [{width}, {height}]")).await;
            self.client.enter_frame(0).await.unwrap();
        }
        self.until(&format!("innerWidth === {width}")).await;
    }

    /// Returns the errors that the page reported: see `recorder.js`. Chromium adds everything in its console, including its
    /// own messages about policies, integrity, requests and unused preloads. The other engines do not report theirs.
    pub async fn complaints(&self) -> Vec<String> {
        let heard = self.evaluate("window.complaints ?? ['the recorder did not run']").await;
        let mut complaints: Vec<String> = heard.as_array().unwrap().iter().map(ToString::to_string).collect();
        if self.engine == Engine::Chromium {
            complaints.extend(self.log().await);
        }
        // Chromium may request the icon of a page after leaving it, when the site is already gone.
        let here = self.text("location.origin").await;
        complaints.retain(|complaint| {
            complaint.contains(&here) || !complaint.contains("/icons/") || !complaint.contains("ERR_EMPTY_RESPONSE")
        });
        complaints
    }

    /// Asserts that no error was reported.
    pub async fn assert_content(&self) {
        let complaints = self.complaints().await;
        assert!(complaints.is_empty(), "{:?}: {complaints:#?}", self.engine);
    }
}

/// Logs what the reader does.
pub fn step(does: &str, what: &str) {
    harness::note(format!("{does} {what}"));
}

fn later(promise: &str) -> String {
    format!("const [done] = arguments; ({promise}).then(done, fault => done(String(fault)))")
}

fn script(expression: &str) -> String {
    concat!(include_str!("prelude.js"), "return (").to_owned() + expression + ");"
}
