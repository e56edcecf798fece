//! A random walk over the page (a "monkey"): it clicks, types, scrolls, drags, and goes back and forward, and after each
//! step the invariants of the page must hold. Its steps depend on a seed and on what the page then shows, so the same seed
//! repeats the same steps.
//!
//! A run consists of chapters, each in a new tab and with its own seed. A failure names that seed, and lists all steps since
//! the chapter began. The long run is not one of the ordinary journeys; `PALIMPSEST_SEED` and `PALIMPSEST_STEPS` set its
//! first seed and its length.

use std::env;
use std::time::{Duration, Instant};

use fantoccini::key::Key;
use fastrand::Rng;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::engine::{Engine, Setup};
use crate::harness::{self, Journey};
use crate::page::Page;
use crate::patience::POLL;
use crate::site::Site;

mod acts;

journeys!(a_short_walk);

/// The long run, which must be requested by name.
pub fn long_journeys() -> Vec<Journey> {
    vec![Journey {
        path: concat!(module_path!(), "::ten_thousand"),
        begin: |engine| Box::pin(ten_thousand(engine)),
        is_long: true,
    }]
}

/// The number of steps in a chapter.
const CHAPTER: u64 = 500;
/// The step of a chapter at which the page is first measured. Everything that is created only once exists by then.
const WARM: u64 = 150;

/// The time limit for the page to become idle. The long run shares its machine with that of another browser.
const REST: Duration = Duration::from_mins(1);

/// The number of steps left in a chapter when its growth is measured. Measuring closes everything that is open.
const SOME: u64 = 20;

async fn a_short_walk(engine: Engine) {
    run(engine, 1, 30).await;
}

async fn ten_thousand(engine: Engine) {
    let number = |name, otherwise| match env::var(name) {
        Ok(words) => words.parse().unwrap_or_else(|_| panic!("{name} is no number: {words}")),
        Err(_) => otherwise,
    };
    run(engine, number("PALIMPSEST_SEED", 1), number("PALIMPSEST_STEPS", 10_000)).await;
}

async fn run(engine: Engine, seed: u64, steps: u64) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    let began = Instant::now();
    let mut measured = 0;
    for (chapter, first) in (0..steps).step_by(usize::try_from(CHAPTER).unwrap()).enumerate() {
        harness::forget();
        let seed = seed + chapter as u64;
        let mut monkey = Monkey { page: &page, site: &site, random: Rng::with_seed(seed), seed, step: 0 };
        measured += monkey.chapter(CHAPTER.min(steps - first)).await;
        if steps > CHAPTER {
            eprintln!("{engine:?}, seed {seed}: {} steps, {:.0?}", first + monkey.step, began.elapsed());
        }
    }
    assert!(steps <= CHAPTER || measured > 0, "{engine:?}: no chapter stayed in one document: its growth is not known");
}

/// Addresses, valid and otherwise.
const ADDRESSES: [&str; 24] = [
    "",
    "#stalin",
    "#tenth-congress",
    "?card=stalin#s9",
    "?card=stalin,lenin,tenth-congress#s9",
    "?card=tenth-congress.3#tenth-congress",
    "?follow=kamenev,zinoviev#timeline",
    "?order=article&scope=told#raid",
    "?years=1917-1929&open=all",
    "?copy=censor",
    "?copy=censor&follow=trotsky&others=dimmed#timeline",
    "?follow=ageloff",
    "#stay-trotsky-prinkipo",
    "?open=all&open=none&card=trotsky#tenth-congress",
    "#nothing-here",
    "#%3Cscript%3E",
    "#%22%5D%",
    "#__proto__",
    "?follow=nobody&card=%3Cb%3E",
    "?years=1940-1921",
    "?years=-99999999999-3",
    "?card=stalin.4294967295#nowhere",
    "?follow=stalin,stalin,lenin&years=1921-1921#%00",
    "?&&==&card&follow=&open=,,,#s0",
];

struct Monkey<'run> {
    page: &'run Page,
    site: &'run Site,
    random: Rng,
    seed: u64,
    step: u64,
}

impl Monkey<'_> {
    /// Performs this many steps in a new tab. Returns how many times the growth was measured.
    async fn chapter(&mut self, steps: u64) -> u32 {
        let client = &self.page.client;
        let before = client.window().await.unwrap();
        let new = client.new_window(true).await.unwrap().handle;
        client.switch_to_window(before).await.unwrap();
        client.close_window().await.unwrap();
        client.switch_to_window(new).await.unwrap();
        client.set_window_size(1280, 900).await.unwrap();
        // Settings remembered from before would change what the plain address shows.
        self.page.goto(&self.site.bare_url()).await;
        self.page.evaluate("localStorage.clear()").await;
        let address = self.one_of(&ADDRESSES);
        self.visit(address).await;
        let (mut warm, mut grown) = (None, 0);
        while self.step < steps {
            self.step += 1;
            if self.step == WARM {
                warm = Some(self.size().await);
            }
            if self.step + SOME == CHAPTER {
                grown = self.growth(warm.take()).await;
            }
            // Sometimes a reader does not wait; what comes first then depends on the machine.
            while self.act().await && self.random.u32(..8) == 0 {
                self.page.evaluate("window.monkey && (monkey.hastens = true)").await;
            }
            self.check().await;
            if self.step.is_multiple_of(50) {
                let mut complaints = self.page.complaints().await;
                // When a script presses "Copy" without a user gesture, Chromium requests a permission that the page denies
                // itself.
                complaints.retain(|complaint| !complaint.contains("ClipboardReadWrite permission"));
                assert!(complaints.is_empty(), "{}: {complaints:#?}", self.name());
            }
        }
        self.afresh().await;
        grown
    }

    /// Compares the page's size with its earlier size. Returns the number of comparisons made: 1 or 0.
    async fn growth(&self, warm: Option<Value>) -> u32 {
        let Some(warm) = warm else { return 0 };
        let end = self.size().await;
        // A step back past the start of the chapter leads to another document, whose size starts small again.
        if warm["document"] != end["document"] {
            return 0;
        }
        let grows = |what: &str, room: f64| {
            let [from, to] = [&warm, &end].map(|size| size[what].as_f64().unwrap_or_default());
            let parts = |size: &Value| size["within"].as_array().cloned().unwrap_or_default();
            let grown: Vec<Value> = parts(&end).into_iter().filter(|part| !parts(&warm).contains(part)).collect();
            assert!(to <= from + room, "{}: {what}: {from} has become {to}: {grown:?}", self.name());
        };
        let told = |size: &Value| {
            let counts =
                ["elements", "nodes", "jsEventListeners", "memory"].map(|what| format!("{what} {}", size[what]));
            counts.join(", ")
        };
        if env::var_os("PALIMPSEST_STEPS").is_some() {
            eprintln!("{:?}: {}; at the end {}", self.page.engine, told(&warm), told(&end));
        }
        grows("elements", 60.0);
        grows("nodes", 1500.0);
        grows("jsEventListeners", 10.0);
        grows("memory", 262_144.0);
        1
    }

    fn name(&self) -> String {
        format!("{:?}, seed {}, step {}", self.page.engine, self.seed, self.step)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.random.usize(..all.len())]
    }

    /// Opens an address as if the reader came from elsewhere.
    async fn visit(&self, address: &str) {
        self.page.goto("about:blank").await;
        self.says(&format!("visits {address}"));
        self.page.client.goto(&self.site.url(address)).await.unwrap();
        self.check().await;
    }

    fn says(&self, does: &str) {
        harness::note(format!("{}: {does}", self.name()));
    }

    /// Waits until the page is idle, and checks its invariants.
    async fn check(&self) {
        let report = self.rest().await;
        let faults = report["faults"].as_array().unwrap();
        if !faults.is_empty() {
            sleep(Duration::from_secs(1)).await;
            let later = self.rest().await;
            panic!("{}: {faults:#?}, a second later: {:#?}", self.name(), later["faults"]);
        }
    }

    async fn rest(&self) -> Value {
        let look = "(() => {
            if (window.monkey) return monkey.look();
            if (location.protocol === 'about:' || document.title === 'Bare') history.forward();
            return root.hasAttribute('data-live') && document.readyState === 'complete' ? 'new' : null;
        })()";
        let deadline = Instant::now() + REST;
        loop {
            match self.page.try_evaluate(look).await {
                Ok(Value::String(_)) => {
                    self.page.client.execute(include_str!("endurance/page.js"), Vec::new()).await.unwrap();
                }
                Ok(report) if report.is_object() => return report,
                // A document that is being replaced refuses to answer.
                _ => {}
            }
            if Instant::now() > deadline {
                let waits = "[location.href, window.monkey?.waits(), document.readyState]";
                let before = self.page.try_evaluate(waits).await;
                sleep(Duration::from_secs(1)).await;
                let now = self.page.try_evaluate(waits).await;
                panic!("{}: does not come to rest: {before:?}, a second later {now:?}", self.name());
            }
            sleep(POLL / 2).await;
        }
    }

    /// Compares what the page shows with what its address shows in a new document.
    async fn afresh(&self) {
        let shown = "[monkey.shown(), location.href, location.search + location.hash]";
        let here = self.page.evaluate(shown).await;
        self.visit(here[2].as_str().unwrap()).await;
        let there = self.page.evaluate(shown).await;
        // The plain address shows the order that was chosen on this device.
        if here[2] != "" {
            assert_eq!(here, there, "{}: what is shown, and what its address shows in a new document", self.name());
        }
    }

    /// Measures the page once everything that can be closed is closed.
    async fn size(&self) -> Value {
        for _ in 0..4 {
            self.page.press(Key::Escape).await;
            self.check().await;
        }
        // Tab may have moved the focus to Firefox's own toolbars, where Esc closes nothing in the page.
        let rest =
            "['clear lens', 'close all', 'close notice'].map(command => `[data-command='${command}']`).concat('#card .card-close')
            .forEach(button => $(button)?.click())";
        self.page.evaluate(rest).await;
        self.check().await;
        let mut size = self.page.evaluate("monkey.size()").await;
        if self.page.engine == Engine::Chromium {
            self.page.devtools("HeapProfiler.collectGarbage", json!({})).await;
            let counted = self.page.devtools("Memory.getDOMCounters", json!({})).await;
            size.as_object_mut().unwrap().extend(counted.as_object().unwrap().clone());
        }
        size
    }
}
