//! Pictures of the page for people to look at: `cargo xtask shots`. They show each width in light and dark, what opens, what
//! a reader's settings change, and the printed page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

/// Widths and heights of windows, in CSS pixels: small phones, a phone on its side, a tablet, desktops.
const WINDOWS: [(u32, u32); 8] =
    [(320, 568), (360, 780), (740, 360), (768, 1024), (1024, 768), (1280, 800), (1920, 1080), (2560, 1440)];
/// The two windows in which everything is opened.
const PHONE_AND_DESK: [(u32, u32); 2] = [(360, 780), (1280, 800)];
/// Parts of the page, by selector, each with the maximum height of its picture, in windows.
const PARTS: [(&str, &str, u32); 6] = [
    ("article", "#article", 4),
    ("timeline", "#timeline", 3),
    ("people", "#people", 2),
    ("notes", "#notes", 1),
    ("terms", "#terms", 1),
    ("sources", "#sources", 2),
];

struct Camera {
    page: Page,
    folder: PathBuf,
    only: Vec<String>,
}

/// Takes all screenshots.
pub async fn pictures() {
    let folder = std::env::var_os("PALIMPSEST_SHOTS")
        .map_or_else(|| palimpsest_tests::repository().join("target/shots"), PathBuf::from);
    fs::create_dir_all(&folder).unwrap();
    let only = std::env::var("PALIMPSEST_SHOTS_NAMED").unwrap_or_default();
    let only = only.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let site = Site::built().await;
    let page = Page::open(Engine::Chromium, Setup::default()).await;
    let camera = Camera { page, folder, only };
    for (width, height) in WINDOWS {
        for scheme in ["light", "dark"] {
            let name = format!("{width}-{scheme}");
            camera.window(width, height).await;
            camera.media("", &[("prefers-color-scheme", scheme)]).await;
            camera.at_rest(&site, &name, height).await;
            if PHONE_AND_DESK.contains(&(width, height)) {
                camera.opened(&site, &name).await;
                camera.instrument(&site, &name).await;
            }
        }
    }
    camera.settings(&site).await;
    camera.printed(&site).await;
}

impl Camera {
    fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| name.contains(only.as_str()))
    }

    /// Whether any picture of this group is wanted. A name without a width selects all widths.
    fn visits(&self, group: &str) -> bool {
        let wanted = |only: &String| group.contains(only.as_str()) || only.contains(group) || !only.contains('-');
        self.only.is_empty() || self.only.iter().any(wanted)
    }

    async fn window(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 760 });
        self.page.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    async fn media(&self, media: &str, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.page.devtools("Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await;
    }

    async fn open(&self, site: &Site) {
        self.page.goto(&site.url("")).await;
        self.page.reload().await;
        self.page.until("document.fonts.status === 'loaded'").await;
        self.page.settle().await;
    }

    async fn at_rest(&self, site: &Site, name: &str, height: u32) {
        if !self.visits(name) {
            return;
        }
        self.open(site).await;
        self.take(&format!("{name}-top"), None).await;
        for (part, selector, windows) in PARTS {
            self.part(&format!("{name}-{part}"), selector, height.max(700) * windows).await;
        }
        self.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)").await;
        self.take(&format!("{name}-end"), None).await;
    }

    async fn opened(&self, site: &Site, name: &str) {
        if !self.visits(name) {
            return;
        }
        for (state, selector) in [
            ("card", "a.mention[href='#kamenev']"),
            ("card-long", "a.mention[href='#stalin']"),
            ("note", "a.note-mark[href='#kronstadt-first']"),
            ("term", "a.mention[href='#troika']"),
            ("event", "a.mention[href='#tenth-congress']"),
        ] {
            self.open(site).await;
            self.page.click(selector).await;
            self.page.until("cardShown() && isStill()").await;
            self.take(&format!("{name}-{state}"), None).await;
        }
        self.open(site).await;
        self.page.evaluate("document.querySelector('.article-part .mention').focus({ focusVisible: true })").await;
        self.take(&format!("{name}-focus"), None).await;
        self.page.click("[data-command='open all']").await;
        self.page.until("allOpen() && isStill()").await;
        self.page.evaluate("document.activeElement.blur()").await;
        self.part(&format!("{name}-all-open"), ".events", 6000).await;
    }

    /// What opens over the page, and the views of the events.
    async fn instrument(&self, site: &Site, name: &str) {
        if !self.visits(name) {
            return;
        }
        for (state, does, shown) in [
            ("take", "$('.toolbar [data-command=\"share\"]').click()", "#share_panel"),
            ("settings", "$('[popovertarget=settings_sheet]').click()", "#settings_sheet"),
            ("help", "$('[popovertarget=help_sheet]').click()", "#help_sheet"),
            ("search", "$('.search-field').click()", "#search_panel"),
        ] {
            self.open(site).await;
            self.page.evaluate(does).await;
            self.page.until(&format!("isReadable('{shown}') && isStill()")).await;
            if state == "search" {
                self.page.type_text("Kronstad").await;
                self.page.until("$$('[data-result]').length > 3").await;
            }
            self.take(&format!("{name}-{state}"), None).await;
        }
        for (state, address) in [
            ("follow-text", "?follow=trotsky,stalin#s9"),
            ("follow", "?follow=kamenev#timeline"),
            ("share", "?follow=kamenev,trotsky#timeline"),
            ("years", "?years=1917-1929#timeline"),
            ("order", "?order=article&scope=told#timeline"),
            ("on", "?card=stalin,trade-union-debate#s9"),
            ("notice", "?follow=nobody"),
        ] {
            self.page.goto("about:blank").await;
            self.page.client.goto(&site.url(address)).await.unwrap();
            self.page.until_live().await;
            self.page.until("isStill()").await;
            self.take(&format!("{name}-{state}"), None).await;
            if matches!(state, "follow" | "share" | "years" | "order") {
                self.part(&format!("{name}-{state}-all"), "#timeline", 4500).await;
            }
        }
    }

    /// The preferences of the reader's system.
    async fn settings(&self, site: &Site) {
        for (width, height) in PHONE_AND_DESK {
            for (name, features) in [
                ("forced-light", &[("forced-colors", "active"), ("prefers-color-scheme", "light")][..]),
                ("forced-dark", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]),
                ("contrast-light", &[("prefers-contrast", "more"), ("prefers-color-scheme", "light")]),
                ("contrast-dark", &[("prefers-contrast", "more"), ("prefers-color-scheme", "dark")]),
                ("calm", &[("prefers-reduced-motion", "reduce"), ("prefers-reduced-transparency", "reduce")]),
            ] {
                let name = format!("{width}-{name}");
                if !self.visits(&name) {
                    continue;
                }
                self.window(width, height).await;
                self.media("", features).await;
                self.open(site).await;
                self.take(&format!("{name}-top"), None).await;
                self.part(&format!("{name}-timeline"), "#timeline", 2400).await;
                self.part(&format!("{name}-people"), "#people", 1600).await;
                self.page.click("a.mention[href='#kamenev']").await;
                self.page.until("cardShown() && isStill()").await;
                self.take(&format!("{name}-card"), None).await;
            }
        }
        self.media("", &[]).await;
    }

    /// The printed pages, as a PDF file and one picture each.
    async fn printed(&self, site: &Site) {
        if !self.wants("print") {
            return;
        }
        self.window(1280, 800).await;
        self.open(site).await;
        // A4, in inches.
        let paper =
            json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": false, "preferCSSPageSize": true });
        let pdf = self.page.devtools("Page.printToPDF", paper).await;
        let file = self.folder.join("print.pdf");
        fs::write(&file, decoded(&pdf)).unwrap();
        let status =
            Command::new("pdftoppm").args(["-r", "60", "-png"]).arg(&file).arg(self.folder.join("print")).status();
        assert!(status.unwrap().success(), "pdftoppm reads {}", file.display());
        println!("print.pdf");
    }

    async fn part(&self, name: &str, selector: &str, most: u32) {
        // Content that is laid out only when it comes near is not always painted in time for a picture larger than the
        // window.
        self.page.evaluate("$('.appendix').style.contentVisibility = 'visible'").await;
        self.page.evaluate(&format!("$({selector:?}).scrollIntoView({{ behavior: 'instant' }})")).await;
        self.page.settle().await;
        let frame =
            format!("(({{ top, height }}) => [top + scrollY, height])($({selector:?}).getBoundingClientRect())");
        let frame = self.page.evaluate(&frame).await;
        let (top, height) = (frame[0].as_f64().unwrap(), frame[1].as_f64().unwrap());
        self.take(name, Some((top.floor(), height.min(f64::from(most)).ceil()))).await;
    }

    async fn take(&self, name: &str, part: Option<(f64, f64)>) {
        if !self.wants(name) {
            return;
        }
        self.page.settle().await;
        let mut order = json!({ "format": "png" });
        if let Some((top, height)) = part {
            let width = self.page.number("root.clientWidth").await;
            order["captureBeyondViewport"] = true.into();
            order["clip"] = json!({ "x": 0, "y": top, "width": width, "height": height, "scale": 1 });
        }
        let picture = self.page.devtools("Page.captureScreenshot", order).await;
        save(&self.folder, name, &decoded(&picture));
    }
}

fn decoded(answer: &Value) -> Vec<u8> {
    STANDARD.decode(answer["data"].as_str().unwrap()).unwrap()
}

fn save(folder: &Path, name: &str, bytes: &[u8]) {
    fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
    println!("{name}.png");
}
