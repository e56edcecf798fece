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

/// A browser and its driver. Dropping it stops both, even if a journey panics.
pub struct Browser {
    pub engine: Engine,
    setup: Setup,
    pub client: Client,
    pub driver: Driver,
}

/// When a script returns its answer.
#[derive(Clone, Copy, Debug)]
pub enum Answers {
    /// As soon as it has run: its return value.
    AtOnce,
    /// When it calls the function that is its last argument.
    Later,
}

/// Idle browsers, left by journeys that passed.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
/// The time limit for an idle browser to open a new tab or to respond.
const TAB: Duration = Duration::from_secs(5);
/// The time after which the answer of a script counts as lost.
const LOST: Duration = Duration::from_secs(5);

impl Browser {
    /// Returns an idle browser with a single new tab, or else a new browser.
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

    /// Keeps the browser for another journey, with a new tab: an open page would keep running during other journeys. The
    /// oldest Chromium is stopped instead, because it keeps half a processor busy even when idle.
    pub fn put_by(self) {
        let engine = self.engine;
        let begin = || Handle::current().block_on(timeout(TAB, self.begin_anew()));
        if self.setup.oldest || !matches!(block_in_place(begin), Ok(Ok(()))) {
            return;
        }
        // The engines run one after the other, so idle browsers of other engines are no longer needed.
        let past: Vec<Self> = idle().extract_if(.., |other| other.engine != engine).collect();
        drop(past);
        idle().push(self);
    }
}

/// Locks the idle browsers. No journey panics while it holds the lock, so it is never poisoned.
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

/// A running WebDriver and its browser.
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

    /// Sends a command that only this engine has. `path` is relative to that of the session.
    pub async fn command(&self, client: &Client, path: &str, body: Value) -> Value {
        let session = client.session_id().await.unwrap().unwrap();
        let answer = self.request(Method::POST, &format!("session/{session}/{path}"), body).await;
        answer.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs a script and returns its value. If the page is meanwhile replaced by one of another process, WebKit's driver
    /// never responds; this function then returns an error after [`LOST`].
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

    /// Sends a GET command of the newer protocol. Returns the error if the driver reports one.
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
        // Engines leave their process group. What belongs to this driver can only be found by ancestry, as long as that is
        // intact.
        let family = descendants(self.process.id());
        let ids: Vec<String> = family.iter().map(u32::to_string).collect();
        // Some may have exited meanwhile; `kill` then reports an error.
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

/// Returns a process's state and its parent. The name, which precedes them in parentheses, may contain any characters.
fn stat(id: u32) -> Option<(char, u32)> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}
