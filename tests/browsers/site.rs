//! A static server for one journey. It serves a folder under any path, with the headers in `_headers` and with injected
//! failures.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures_util::{StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::runtime::{self, Runtime};
use tokio::time::sleep;
use tower_http::services::ServeDir;

use palimpsest_tests::built;
use palimpsest_tests::headers::Headers;
use palimpsest_tests::program::is_new;

use crate::patience::POLL;

/// How the `.wasm` file is delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// Unchanged.
    #[default]
    Sound,
    /// Status 404.
    Missing,
    /// Its beginning is corrupt.
    Corrupt,
    /// One byte in the middle is changed.
    Changed,
    /// The connection closes in the middle.
    CutOff,
    /// Its content type is generic.
    Untyped,
    /// It arrives once [`Site::release`] is called.
    Late,
    /// Its first half arrives, and the rest piece by piece once [`Site::release`] is called.
    Slow,
}

/// How the page itself is delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    /// At once.
    #[default]
    Whole,
    /// The first half at once. The rest follows piece by piece once the whole article is shown.
    Slow,
    /// Nothing after these words. The connection is closed properly and does not break: how much would arrive before a break
    /// depends on the machine.
    CutOff(&'static str),
}

/// Injected failures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trouble {
    pub program: Program,
    /// Files with this suffix are not found.
    pub missing: Option<&'static str>,
    /// Files with this suffix are changed.
    pub changed: Option<&'static str>,
    pub page: Delivery,
    /// A content security policy that the host adds.
    pub policy: Option<&'static str>,
    /// The page is served as it was built, without the recorder. Errors are then not recorded, and the page may store itself
    /// for offline use.
    pub unheard: bool,
}

/// A received request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub host: String,
    pub path: String,
}

/// A running server, stopped when dropped.
pub struct Site {
    server: Mutex<Option<Runtime>>,
    origin: String,
    base: String,
    shared: Arc<Shared>,
}

struct Shared {
    trouble: Trouble,
    base: String,
    folder: PathBuf,
    released: AtomicBool,
    asked: Mutex<Vec<Asked>>,
}

/// The number of pieces in which a slow file is sent, one after the other.
const PIECES: usize = 60;
/// The path of the recorder, outside every folder.
const RECORDER: &str = "/-/recorder.js";
/// The path of a script that lets a slow page continue.
const RELEASER: &str = "/-/releaser.js";
/// The path that the script requests once the last sentence can be read.
const RELEASE: &str = "/-/release";
const RELEASES: &str = "
    const waiting = setInterval(() => {
        if (!document.querySelector('#s30')?.getClientRects().length || document.querySelector('#story')) return;
        clearInterval(waiting);
        fetch('/-/release');
    }, 10);";
/// The path of a bare page, which belongs to no file.
const BARE: &str = "/-/bare";

impl Drop for Site {
    fn drop(&mut self) {
        self.go_down();
    }
}

impl Site {
    /// Serves the built page at the root.
    pub async fn built() -> Self {
        Self::serve(&built(), "/", Program::Sound).await
    }

    /// Serves a folder under `base`, which begins and ends with `/`.
    pub async fn serve(folder: &Path, base: &str, program: Program) -> Self {
        Self::troubled(folder, base, Trouble { program, ..Trouble::default() }).await
    }

    /// Serves a folder like [`Self::serve`], with any failures.
    pub async fn troubled(folder: &Path, base: &str, trouble: Trouble) -> Self {
        let shared = Shared {
            trouble,
            base: base.to_owned(),
            folder: folder.to_owned(),
            released: AtomicBool::new(false),
            asked: Mutex::default(),
        };
        let listener = loop {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap().into_std().unwrap();
            if is_new(listener.local_addr().unwrap().port()) {
                break listener;
            }
        };
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let site = Self { server: Mutex::default(), origin, base: base.to_owned(), shared: Arc::new(shared) };
        site.listen(listener);
        site
    }

    /// Answers on a runtime of its own: when it is dropped, every connection closes.
    fn listen(&self, listener: std::net::TcpListener) {
        let files = ServeDir::new(&self.shared.folder);
        let router = match self.base.trim_end_matches('/') {
            "" => Router::new().fallback_service(files),
            base => Router::new().nest_service(base, files),
        };
        let router = router
            .route(
                RECORDER,
                get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], include_str!("recorder.js")) }),
            )
            .route(RELEASER, get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELEASES) }))
            .route(BARE, get(|| async { Html("<!doctype html><title>Bare</title><link rel=icon href=data:,>") }))
            .route("/-/narrow", get(narrow))
            .layer(from_fn_with_state(Arc::clone(&self.shared), answer));
        let runtime = runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.spawn(async move { axum::serve(TcpListener::from_std(listener).unwrap(), router).await.unwrap() });
        *self.server.lock().unwrap() = Some(runtime);
    }

    /// Stops the server: the browser is offline.
    pub fn go_down(&self) {
        if let Some(runtime) = self.server.lock().unwrap().take() {
            // A response in progress reads files that may be deleted next. One runtime cannot wait for another, but a thread
            // can.
            std::thread::spawn(move || runtime.shutdown_timeout(Duration::from_secs(2))).join().unwrap();
        }
    }

    /// Returns the address of the page, followed by `rest`, such as `#stalin`.
    pub fn url(&self, rest: &str) -> String {
        format!("{}{}{rest}", self.origin, self.base)
    }

    /// The address of a page that shows this one in a frame 320 px wide.
    pub fn narrow_url(&self) -> String {
        format!("{}/-/narrow?{}", self.origin, self.base)
    }

    /// Returns an address of this site that has no story on it.
    pub fn bare_url(&self) -> String {
        self.origin.clone() + BARE
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Sends the rest of the delayed program.
    pub fn release(&self) {
        self.shared.released.store(true, Ordering::SeqCst);
    }

    /// Returns every request so far, except those for the recorder.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().unwrap().clone()
    }
}

/// Whether a path is that of a program (`.wasm`).
pub fn is_program(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "wasm")
}

/// Adds the headers in `_headers` to the response.
async fn answer(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == RELEASE {
        shared.released.store(true, Ordering::SeqCst);
        return StatusCode::NO_CONTENT.into_response();
    }
    if path.starts_with("/-/") {
        return next.run(request).await;
    }
    let mut response = answer_bare(&shared, request, next).await;
    let file = path.strip_prefix(shared.base.trim_end_matches('/')).unwrap_or(&path);
    // Nothing that differs from a sound site may be cached: another journey may get the same port.
    let Trouble { program, changed, .. } = shared.trouble;
    let is_sound = response.status().is_success() && program == Program::Sound && changed.is_none();
    // The headers are read again each time, because the folder may be published again.
    for (name, value) in Headers::of(&shared.folder).with(file) {
        if is_sound || name != "Cache-Control" {
            let name: HeaderName = name.parse().expect("a header's name");
            response.headers_mut().append(name, HeaderValue::from_str(value).expect("a header's value"));
        }
    }
    response
}

async fn answer_bare(shared: &Arc<Shared>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    shared.asked.lock().unwrap().push(Asked { host, path: path.clone() });
    let trouble = shared.trouble;
    if trouble.missing.is_some_and(|ending| path.ends_with(ending)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if trouble.changed.is_some_and(|ending| path.ends_with(ending)) {
        return with_body(next.run(request).await, |file| [&file, &b"\n"[..]].concat().into()).await;
    }
    if is_program(Path::new(&path)) {
        match trouble.program {
            Program::Sound => {}
            Program::Missing => return StatusCode::NOT_FOUND.into_response(),
            Program::Corrupt => return with_body(next.run(request).await, |program| corrupt(&program).into()).await,
            Program::Changed => return with_body(next.run(request).await, |program| changed(&program).into()).await,
            Program::CutOff => {
                return with_body(next.run(request).await, |program| cut_off(&program)).await;
            }
            Program::Slow => {
                let shared = Arc::clone(shared);
                let released = move || shared.released.load(Ordering::SeqCst);
                return with_body(next.run(request).await, |program| slow(program, released)).await;
            }
            Program::Untyped => {
                let mut response = next.run(request).await;
                response
                    .headers_mut()
                    .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
                return response;
            }
            Program::Late => {
                while !shared.released.load(Ordering::SeqCst) {
                    sleep(POLL).await;
                }
            }
        }
    }
    let mut response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if response.status() == StatusCode::OK && kind.is_some_and(|kind| kind.starts_with("text/html")) {
        if let Some(policy) = trouble.policy {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        }
        let scripts: &[&str] = match trouble {
            Trouble { unheard: true, .. } => &[],
            Trouble { page: Delivery::Slow, .. } => &[RECORDER, RELEASER],
            _ => &[RECORDER],
        };
        let shared = Arc::clone(shared);
        return with_body(response, |page| deliver(with_scripts(&page, scripts), shared)).await;
    }
    response
}

async fn with_body(response: Response, change: impl FnOnce(Bytes) -> Body) -> Response {
    let (mut head, body) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, change(to_bytes(body, usize::MAX).await.unwrap()))
}

fn corrupt(program: &[u8]) -> Vec<u8> {
    let mut program = program.to_vec();
    program[..4].fill(0);
    program
}

fn changed(program: &[u8]) -> Vec<u8> {
    let mut program = program.to_vec();
    let middle = program.len() / 2;
    program[middle] ^= 1;
    program
}

/// The first half of a file; then the connection closes.
fn cut_off(file: &Bytes) -> Body {
    let part = Ok(file.slice(..file.len() / 2));
    // Leave time for it to be sent: data still waiting is lost with the connection.
    let breaks = async {
        sleep(10 * POLL).await;
        Err(std::io::Error::other("the connection breaks"))
    };
    Body::from_stream(stream::once(std::future::ready(part)).chain(stream::once(breaks)))
}

/// Sends the first half of a file, and once `may_come` returns true, the rest in small pieces with pauses.
fn slow(file: Bytes, may_come: impl Fn() -> bool + Send + 'static) -> Body {
    let piece = file.len().div_ceil(PIECES);
    Body::from_stream(stream::unfold((0, may_come), move |(from, may_come)| {
        let file = file.clone();
        async move {
            let to = if from == 0 { file.len() / 2 } else { file.len().min(from + piece) };
            if from > 0 {
                sleep(POLL).await;
            }
            while from > 0 && !may_come() {
                sleep(POLL).await;
            }
            (from < file.len()).then(|| (Ok::<_, std::io::Error>(file.slice(from..to)), (to, may_come)))
        }
    }))
}

fn deliver(page: Bytes, shared: Arc<Shared>) -> Body {
    match shared.trouble.page {
        Delivery::Whole => page.into(),
        Delivery::Slow => slow(page, move || shared.released.load(Ordering::SeqCst)),
        Delivery::CutOff(after) => {
            let text = std::str::from_utf8(&page).unwrap();
            let start = text.find(after).unwrap_or_else(|| panic!("the page has no {after}"));
            page.slice(..start + after.len()).into()
        }
    }
}

/// Inserts scripts before everything else in the page, even the content security policy, which can therefore stay the same.
fn with_scripts(page: &Bytes, scripts: &[&str]) -> Bytes {
    let page = std::str::from_utf8(page).unwrap();
    let (before, after) = page.split_once("<meta charset").expect("the page says its character set first");
    let scripts: String = scripts.iter().flat_map(|script| ["<script src=\"", script, "\"></script>"]).collect();
    format!("{before}{scripts}<meta charset{after}").into()
}

/// Shows the page in a narrow frame, for engines whose windows do not get as narrow as a phone.
async fn narrow(request: Request) -> Html<String> {
    let src = request.uri().query().unwrap_or("/").to_owned();
    Html(format!(
        "<!doctype html><html lang=en><title>Narrow</title><style>body {{ margin: 0 }}</style>\
         <iframe src=\"{src}\" title=\"The page\" style=\"border: 0\" width=320 height=640></iframe>"
    ))
}
