//! A monkey that reads: it presses, types, scrolls, drags and goes back and forth, and after each step the page must be
//! as it always is. What it does follows from a seed and from what the page then shows, so that a seed does the same
//! again.
//!
//! A run is cut into chapters, each in a new tab with a seed of its own: a failure names that, and all that was done
//! since. The long run is no part of the ordinary journeys; `PALIMPSEST_SEED` and `PALIMPSEST_STEPS` say where it
//! begins and how long it is.

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

/// The long run, which is asked for by name.
pub fn long_journeys() -> Vec<Journey> {
    vec![Journey {
        path: concat!(module_path!(), "::ten_thousand"),
        begin: |engine| Box::pin(ten_thousand(engine)),
        is_long: true,
    }]
}

/// How many steps a chapter has.
const CHAPTER: u64 = 500;
/// After how many steps of a chapter the page is as large as it gets: all that is made once has then been made.
const WARM: u64 = 150;

/// How long the page may take to come to rest: the long run shares its machine with another browser's.
const REST: Duration = Duration::from_mins(1);

/// How many steps of a chapter come after its growth is measured, for which all must be closed.
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

/// Addresses that are good, and others.
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
    /// Does so many steps in a new tab. Answers how often its growth was measured.
    async fn chapter(&mut self, steps: u64) -> u32 {
        let client = &self.page.client;
        let before = client.window().await.unwrap();
        let new = client.new_window(true).await.unwrap().handle;
        client.switch_to_window(before).await.unwrap();
        client.close_window().await.unwrap();
        client.switch_to_window(new).await.unwrap();
        client.set_window_size(1280, 900).await.unwrap();
        // What was chosen before would change the address of the page itself.
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
            // Now and then a reader does not wait, and then it depends on the machine what comes between.
            while self.act().await && self.random.u32(..8) == 0 {
                self.page.evaluate("window.monkey && (monkey.hastens = true)").await;
            }
            self.check().await;
            if self.step.is_multiple_of(50) {
                let mut complaints = self.page.complaints().await;
                // Nobody pressed where a script presses “Copy”: Chromium then asks for more than the page allows
                // itself.
                complaints.retain(|complaint| !complaint.contains("ClipboardReadWrite permission"));
                assert!(complaints.is_empty(), "{}: {complaints:#?}", self.name());
            }
        }
        self.afresh().await;
        grown
    }

    /// Compares how large the page is with how large it was. Answers how often it could: once or never.
    async fn growth(&self, warm: Option<Value>) -> u32 {
        let Some(warm) = warm else { return 0 };
        let end = self.size().await;
        // Another document, by going back over the beginning, begins small again.
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

    /// Opens an address as if it came from elsewhere.
    async fn visit(&self, address: &str) {
        self.page.goto("about:blank").await;
        self.says(&format!("visits {address}"));
        self.page.client.goto(&self.site.url(address)).await.unwrap();
        self.check().await;
    }

    fn says(&self, does: &str) {
        harness::note(format!("{}: {does}", self.name()));
    }

    /// Waits until the page is at rest, and looks whether it is as it must be.
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
                // A document that is just being replaced refuses to answer.
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
        // Of the page as it opens, the order is that which was chosen on this device.
        if here[2] != "" {
            assert_eq!(here, there, "{}: what is shown, and what its address shows in a new document", self.name());
        }
    }

    /// How large the page is, once it shows nothing but itself.
    async fn size(&self) -> Value {
        for _ in 0..4 {
            self.page.press(Key::Escape).await;
            self.check().await;
        }
        // Tab may have led to Firefox's own toolbars, where Esc closes nothing of the page.
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
