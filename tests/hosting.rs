//! What real servers send: nginx and Caddy, each with the configuration that is generated for it, must send every file
//! unchanged with the headers in `_headers`.

#![allow(clippy::unwrap_used, reason = "a test ends at the first thing that is not as it must be")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use palimpsest_publish::Host;
use palimpsest_tests::headers::Headers;
use palimpsest_tests::host::Server;
use palimpsest_tests::{built, page};

/// The hosts that can run in a test.
const HOSTS: [Host; 2] = [Host::Nginx, Host::Caddy];

/// The expected content type by extension, stated here independently of the code under test.
const KINDS: [(&str, &str); 15] = [
    ("css", "text/css; charset=utf-8"),
    ("bib", "application/x-bibtex"),
    ("csv", "text/csv; charset=utf-8"),
    ("geojson", "application/geo+json"),
    ("html", "text/html; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
];

async fn get(url: &str, encodings: &str) -> (StatusCode, HeaderMap, Bytes) {
    let client: Client<_, Body> = Client::builder(TokioExecutor::new()).build_http();
    let request = Request::get(url).header("accept-encoding", encodings).body(Body::empty()).unwrap();
    let (head, body) = client.request(request).await.unwrap().into_parts();
    (head.status, head.headers, to_bytes(Body::new(body), usize::MAX).await.unwrap())
}

/// Collects all published files by their paths from the root of the site.
fn files(folder: &Path, prefix: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else if !["_headers", ".published", ".trunk-lock"].contains(&name.as_str()) {
            found.insert(name);
        }
    }
}

fn published() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    files(&built(), "", &mut found);
    assert!(found.len() > 10, "{found:?}");
    found
}

fn kind(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap();
    if ending == "webmanifest" {
        return "application/manifest+json";
    }
    KINDS.into_iter().find(|(known, _)| *known == ending).unwrap_or_else(|| panic!("what kind is {name}?")).1
}

/// Asserts that each expected header is sent once, with the expected value.
fn assert_sent(asked: &Headers, path: &str, sent: &HeaderMap, about: &str) {
    for (name, value) in asked.with(path) {
        let values: Vec<_> = sent.get_all(name).iter().collect();
        assert_eq!(values, [value], "{about}: {name}");
    }
}

#[tokio::test]
async fn every_file_comes_as_it_is_with_its_headers() {
    let asked = Headers::of(&built());
    for host in HOSTS {
        let server = Server::start(host, &built());
        let paths = published().into_iter().map(|name| (format!("/{name}"), name));
        for (path, name) in paths.chain([("/".to_owned(), "index.html".to_owned())]) {
            let about = format!("{host:?}: {path}");
            let (status, sent, body) = get(&(server.origin() + &path), "identity").await;
            // Caddy redirects the page to a single address.
            if path == "/index.html" && status == StatusCode::PERMANENT_REDIRECT {
                assert_eq!(sent["location"], "./", "{about}");
                continue;
            }
            assert_eq!(status, StatusCode::OK, "{about}: {}", server.log());
            assert_eq!(sent.get("content-type").unwrap(), kind(&name), "{about}");
            assert!(body == fs::read(built().join(&name)).unwrap(), "{about}: other bytes");
            assert_eq!(asked.with(&path).count(), 7, "{about}: every header that there is");
            assert_sent(&asked, &path, &sent, &about);
        }
    }
}

#[tokio::test]
async fn text_and_program_are_compressed_for_whom_it_helps() {
    for host in HOSTS {
        let server = Server::start(host, &built());
        for name in published() {
            let about = format!("{host:?}: {name}");
            let (status, sent, body) = get(&format!("{}/{name}", server.origin()), "gzip").await;
            if status == StatusCode::PERMANENT_REDIRECT {
                continue;
            }
            let size = usize::try_from(fs::metadata(built().join(&name)).unwrap().len()).unwrap();
            let is_text = !["png", "woff2"].iter().any(|ending| name.ends_with(ending));
            let compressed = sent.get("content-encoding").is_some_and(|encoding| encoding == "gzip");
            // Hosts do not compress short files, and each has its own threshold.
            if size >= 1000 || !is_text {
                assert_eq!(compressed, is_text, "{about}");
            }
            if compressed {
                // Fonts in a style sheet are already compressed, and base64 turns three bytes into four characters.
                assert!(body.len() < size * 4 / 5, "{about}: {} of {size}", body.len());
                assert_eq!(sent["vary"].to_str().unwrap().to_lowercase(), "accept-encoding", "{about}");
                assert_sent(&Headers::of(&built()), &format!("/{name}"), &sent, &about);
            }
        }
        let (_, sent, body) = get(&server.origin(), "gzip").await;
        assert_eq!(sent["content-encoding"], "gzip", "{host:?}: the page");
        assert!(body.len() < 160_000, "{host:?}: {}", body.len());
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_not_kept() {
    let asked = Headers::of(&built());
    for host in HOSTS {
        let server = Server::start(host, &built());
        for path in [
            "/nothing",
            "/palimpsest-0123456789abcdef_bg.wasm",
            "/fonts/",
            "/fonts",
            "/_headers",
            "/.published",
            "/.trunk-lock",
            "/stalin",
            "/%2e%2e/Cargo.toml",
        ] {
            let about = format!("{host:?}: {path}");
            let (status, sent, body) = get(&(server.origin() + path), "identity").await;
            let refused = path.contains("%2e") && status == StatusCode::BAD_REQUEST;
            assert!(status == StatusCode::NOT_FOUND || refused, "{about}: {status}");
            assert!(sent.get("cache-control").is_none(), "{about}");
            assert!(!String::from_utf8_lossy(&body).contains("<div id=reader>"), "{about}");
            if !refused {
                assert_sent(&asked, "/nothing", &sent, &about);
            }
        }
        // The query does not change which page is sent.
        let (status, _, body) = get(&(server.origin() + "/?follow=kamenev"), "identity").await;
        assert_eq!(status, StatusCode::OK, "{host:?}");
        assert!(body == page::source().as_bytes(), "{host:?}");
    }
}

/// For a page that other sites may show, hosts send the policy of that page and not that of the whole page as well.
#[tokio::test]
async fn what_others_show_comes_with_its_own_policy() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), fs::read(built().join("index.html")).unwrap()).unwrap();
    let embed = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
                 <meta name=\"frame-ancestors\" content=\"https://lms.example\">";
    fs::write(folder.path().join("embed.html"), embed).unwrap();
    for host in HOSTS {
        let server = Server::start(host, folder.path());
        for (path, end) in [
            ("/embed.html?show=map", "default-src 'none'; frame-ancestors 'self' https://lms.example"),
            ("/", "; frame-ancestors 'self'"),
            ("/nothing", "; frame-ancestors 'self'"),
        ] {
            let (_, sent, _) = get(&(server.origin() + path), "identity").await;
            let policies: Vec<_> = sent.get_all("content-security-policy").iter().collect();
            assert!(
                policies.len() == 1 && policies[0].to_str().unwrap().ends_with(end),
                "{host:?}: {path}: {policies:?}"
            );
        }
    }
}

/// A poster with a long name must not keep nginx from starting: the size of its hash buckets is limited.
#[tokio::test]
async fn a_long_name_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let page = fs::read(built().join("index.html")).unwrap();
    fs::write(folder.path().join("index.html"), page).unwrap();
    for letters in [40, 41, 42, 100, 200] {
        fs::write(folder.path().join("a".repeat(letters) + ".svg"), "<svg/>").unwrap();
    }
    for host in HOSTS {
        let server = Server::start(host, folder.path());
        for letters in [40, 41, 42, 100, 200] {
            let (status, ..) = get(&format!("{}/{}.svg", server.origin(), "a".repeat(letters)), "identity").await;
            assert_eq!(status, StatusCode::OK, "{host:?}: {letters}");
        }
    }
}

/// Hosts send the headers of files with spaces in their names, and files of types that the list of media types lacks.
#[tokio::test]
async fn files_of_the_editors_are_served() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), fs::read(built().join("index.html")).unwrap()).unwrap();
    for name in ["the storm (1).svg", "CNAME", "clip.mov"] {
        fs::write(folder.path().join(name), "<svg/>").unwrap();
    }
    for host in HOSTS {
        let server = Server::start(host, folder.path());
        for path in ["the%20storm%20(1).svg", "CNAME", "clip.mov"] {
            let (status, sent, _) = get(&format!("{}/{path}", server.origin()), "identity").await;
            assert_eq!(status, StatusCode::OK, "{host:?}: {path}: {}", server.log());
            assert_eq!(sent["cache-control"], "public, max-age=86400", "{host:?}: {path}");
        }
    }
}
