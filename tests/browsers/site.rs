//! A static server for one journey: a folder, under any path, with a program that is sound, missing, corrupt or late.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tower_http::services::ServeDir;

use crate::page::POLL;

/// What becomes of the `.wasm` file on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// It arrives.
    #[default]
    Sound,
    /// It is not found.
    Missing,
    /// It arrives with another beginning.
    Corrupt,
    /// It arrives once [`Site::release`] is called.
    Late,
}

/// A request that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub host: String,
    pub path: String,
}

/// A running server. Dropping it ends it.
pub struct Site {
    server: JoinHandle<()>,
    origin: String,
    base: String,
    shared: Arc<Shared>,
}

struct Shared {
    program: Program,
    released: AtomicBool,
    asked: Mutex<Vec<Asked>>,
}

/// Where the recorder is served from; outside of every folder.
const RECORDER: &str = "/-/recorder.js";

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Site {
    /// Serves the built page.
    pub async fn built() -> Self {
        Self::serve(&built(), "/", Program::Sound).await
    }

    /// Serves a folder under `base`, which begins and ends with `/`.
    pub async fn serve(folder: &Path, base: &str, program: Program) -> Self {
        let shared = Arc::new(Shared { program, released: AtomicBool::new(false), asked: Mutex::default() });
        let files = ServeDir::new(folder);
        let router = match base.trim_end_matches('/') {
            "" => Router::new().fallback_service(files),
            base => Router::new().nest_service(base, files),
        };
        let router = router
            .route(
                RECORDER,
                get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], include_str!("recorder.js")) }),
            )
            .route("/-/narrow", get(narrow))
            .layer(from_fn_with_state(Arc::clone(&shared), answer));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { server, origin, base: base.to_owned(), shared }
    }

    /// The page's address, with what may follow: `#stalin`.
    pub fn url(&self, rest: &str) -> String {
        format!("{}{}{rest}", self.origin, self.base)
    }

    /// The address of a page that shows this one in a frame 320 px wide.
    pub fn narrow_url(&self) -> String {
        format!("{}/-/narrow?{}", self.origin, self.base)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Lets the late program go.
    pub fn release(&self) {
        self.shared.released.store(true, Ordering::SeqCst);
    }

    /// Whether the program was asked for.
    pub fn was_asked_for_program(&self) -> bool {
        self.asked().iter().any(|asked| is_program(Path::new(&asked.path)))
    }

    /// Every request so far, the recorder's aside.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().unwrap().clone()
    }
}

/// The folder with the built page: `dist/`, or another that `PALIMPSEST_SITE` names.
pub fn built() -> PathBuf {
    let named = std::env::var_os("PALIMPSEST_SITE").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    let index = folder.join("index.html");
    assert!(index.exists(), "there is no built page at {}: run the tests by `cargo xtask test`", index.display());
    folder
}

/// Whether a path is a program's.
pub fn is_program(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "wasm")
}

/// The folder with the story that the built page shows.
pub fn story() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("story")
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path.starts_with("/-/") {
        return next.run(request).await;
    }
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_owned();
    shared.asked.lock().unwrap().push(Asked { host, path: path.clone() });
    if is_program(Path::new(&path)) {
        match shared.program {
            Program::Sound => {}
            Program::Missing => return StatusCode::NOT_FOUND.into_response(),
            Program::Corrupt => return with_body(next.run(request).await, corrupt).await,
            Program::Late => {
                while !shared.released.load(Ordering::SeqCst) {
                    sleep(POLL).await;
                }
            }
        }
    }
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if response.status() == StatusCode::OK && kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return with_body(response, recorded).await;
    }
    response
}

async fn with_body(response: Response, change: impl FnOnce(Bytes) -> Vec<u8>) -> Response {
    let (mut head, body) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(change(to_bytes(body, usize::MAX).await.unwrap())))
}

fn corrupt(program: Bytes) -> Vec<u8> {
    let mut program = program.to_vec();
    program[..4].fill(0);
    program
}

/// The page with the recorder first of all: before the content security policy, which therefore stays as it is.
fn recorded(page: Bytes) -> Vec<u8> {
    let page = String::from_utf8(page.to_vec()).unwrap();
    let (before, after) = page.split_once("<meta charset").expect("the page says its character set first");
    format!("{before}<script src=\"{RECORDER}\"></script><meta charset{after}").into_bytes()
}

/// Engines whose windows do not get as narrow as a phone show the page in a frame.
async fn narrow(request: Request) -> Html<String> {
    let src = request.uri().query().unwrap_or("/").to_owned();
    Html(format!(
        "<!doctype html><html lang=en><title>Narrow</title><style>body {{ margin: 0 }}</style>\
         <iframe src=\"{src}\" title=\"The page\" style=\"border: 0\" width=320 height=640></iframe>"
    ))
}
