//! Browsers, each with its own WebDriver process, and commands that fantoccini does not provide.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request};
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::{Client as Http, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::runtime::Handle;
use tokio::task::block_in_place;
use tokio::time::{sleep, timeout};

use crate::engine::{Engine, Setup};
use crate::patience::{PATIENCE, POLL};
use crate::screen::Screen;
use palimpsest_tests::program::free_port;

/// A browser and its driver. Dropping it stops both, also when a journey panics.
pub struct Browser {
    pub engine: Engine,
    setup: Setup,
    pub client: Client,
    pub driver: Driver,
}

/// When a script returns.
#[derive(Clone, Copy, Debug)]
pub enum Answers {
    /// At once, with its return value.
    AtOnce,
    /// When it calls the function that is its last argument.
    Later,
}

/// Idle browsers, after journeys that passed.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
/// How long an idle browser may take to open a new tab, or to answer.
const TAB: Duration = Duration::from_secs(5);
/// How long a script may take before its answer counts as lost.
const LOST: Duration = Duration::from_secs(5);

impl Browser {
    /// An idle browser with a single new tab, or a new browser.
    pub async fn ready(engine: Engine, setup: Setup) -> Self {
        while let Some(browser) = take_idle(engine, setup) {
            let answers = timeout(TAB, browser.client.window()).await;
            if matches!(answers, Ok(Ok(_))) {
                return browser;
            }
        }
        let driver = Driver::start(engine, setup).await;
        let client = driver.open(engine, setup).await;
        Self { engine, setup, client, driver }
    }

    /// Opens a new tab and closes the previous one, which discards its history and settings.
    async fn begin_anew(&self) -> Result<(), CmdError> {
        let before = self.client.window().await?;
        let new = self.client.new_window(true).await?.handle;
        self.client.switch_to_window(before).await?;
        self.client.close_window().await?;
        self.client.switch_to_window(new).await
    }

    /// Keeps the browser for another journey, with a new tab: a page would go on working beside the journeys of others.
    /// The oldest Chromium is ended, as it keeps a processor half busy with nothing to do.
    pub fn put_by(self) {
        let engine = self.engine;
        let begin = || Handle::current().block_on(timeout(TAB, self.begin_anew()));
        if self.setup.oldest || !matches!(block_in_place(begin), Ok(Ok(()))) {
            return;
        }
        // The engines before have their journeys behind them.
        let past: Vec<Self> = idle().extract_if(.., |other| other.engine != engine).collect();
        drop(past);
        idle().push(self);
    }
}

/// A journey that panics never holds them.
fn idle() -> MutexGuard<'static, Vec<Browser>> {
    IDLE.lock().unwrap()
}

fn take_idle(engine: Engine, setup: Setup) -> Option<Browser> {
    let mut idle = idle();
    let at = idle.iter().position(|browser| browser.engine == engine && browser.setup == setup)?;
    Some(idle.remove(at))
}

/// Stops all idle browsers.
pub fn end_idle() {
    let idle = std::mem::take(&mut *idle());
    drop(idle);
}

/// A running WebDriver with its browser.
pub struct Driver {
    process: Child,
    /// Must outlive the windows on it.
    _screen: Option<Screen>,
    folder: TempDir,
    address: String,
}

impl Driver {
    /// Starts the engine's WebDriver and waits until it is ready.
    pub async fn start(engine: Engine, setup: Setup) -> Self {
        let folder = tempfile::Builder::new().prefix("palimpsest-").tempdir().unwrap();
        let port = free_port();
        let screen = engine.screen();
        let process = engine.driver(port, screen.as_ref(), folder.path(), setup).spawn().unwrap();
        let mut driver = Self { process, _screen: screen, folder, address: format!("http://127.0.0.1:{port}") };
        let deadline = Instant::now() + PATIENCE;
        while driver.request(Method::GET, "status", Value::Null).await.is_err() {
            let ended = driver.process.try_wait().unwrap();
            assert!(ended.is_none(), "{engine:?}: the WebDriver ended: {ended:?}");
            assert!(Instant::now() < deadline, "{engine:?}: the WebDriver does not answer");
            sleep(POLL).await;
        }
        driver
    }

    /// Opens a browser.
    pub async fn open(&self, engine: Engine, setup: Setup) -> Client {
        let opening = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(self.folder.path(), setup))
            .connect(&self.address)
            .await;
        opening.unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"))
    }

    /// Sends a command that only this engine has; `path` goes on after the session's own.
    pub async fn command(&self, client: &Client, path: &str, body: Value) -> Value {
        let session = client.session_id().await.unwrap().unwrap();
        let answer = self.request(Method::POST, &format!("session/{session}/{path}"), body).await;
        answer.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The value that a script answers with, at once or `Later`. WebKit's driver never answers where the page is
    /// replaced by one of another process meanwhile: then this does, after a while, that there is no answer.
    pub async fn evaluate(&self, client: &Client, script: &str, answers: Answers) -> Result<Value, String> {
        let session = client.session_id().await.unwrap().unwrap();
        let body = json!({ "script": script, "args": [] });
        let kind = match answers {
            Answers::AtOnce => "sync",
            Answers::Later => "async",
        };
        let path = format!("session/{session}/execute/{kind}");
        timeout(LOST, self.request(Method::POST, &path, body)).await.map_err(|_| "no answer".to_owned())?
    }

    /// Sends a command of the newer protocol; an error is an answer too.
    pub async fn ask(&self, client: &Client, path: &str) -> Result<Value, String> {
        let session = client.session_id().await.unwrap().unwrap();
        self.request(Method::GET, &format!("session/{session}/{path}"), Value::Null).await
    }

    async fn request(&self, method: Method, path: &str, body: Value) -> Result<Value, String> {
        let http: Http<_, Body> = Http::builder(TokioExecutor::new()).build_http();
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let request = Request::builder().method(method).uri(format!("{}/{path}", self.address)).body(body).unwrap();
        let response = http.request(request).await.map_err(|error| error.to_string())?;
        let status = response.status();
        let bytes = to_bytes(Body::new(response.into_body()), usize::MAX).await.map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
        if status.is_success() { Ok(answer["value"].clone()) } else { Err(answer.to_string()) }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Engines leave their process group: what belongs to this driver is known by parentage, while that lasts.
        let family = descendants(self.process.id());
        let ids: Vec<String> = family.iter().map(u32::to_string).collect();
        // Some may have ended meanwhile, which `kill` complains about.
        let _ = Command::new("kill").arg("-KILL").args(&ids).output();
        let _ = self.process.wait();
        // They may write into the folder until they are gone.
        let deadline = Instant::now() + Duration::from_secs(2);
        while family.iter().any(|id| is_running(*id)) && Instant::now() < deadline {
            std::thread::sleep(POLL);
        }
    }
}

/// A process and all its descendants.
fn descendants(ancestor: u32) -> Vec<u32> {
    let parents: BTreeMap<u32, u32> = fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|id| Some((id, stat(id)?.1)))
        .collect();
    let mut family = vec![ancestor];
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        family.extend(parents.iter().filter(|(_, of)| **of == parent).map(|(id, _)| *id));
        next += 1;
    }
    family
}

fn is_running(id: u32) -> bool {
    stat(id).is_some_and(|(state, _)| state != 'Z')
}

/// A process's state and its parent. The name before them stands in parentheses and may hold anything.
fn stat(id: u32) -> Option<(char, u32)> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
