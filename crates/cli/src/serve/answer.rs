//! Answers the browser's requests for the files of the page and for the problems of the story.

use std::fs;
use std::path::{Component, Path};
use std::sync::{Mutex, PoisonError};

use palimpsest_publish::media_type;
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response};

use super::problems::Problems;

/// The paths of the problems, and of the script that shows them.
const PROBLEMS: &str = "/-/problems.json";
const SCRIPT: &str = "/-/preview.js";

/// The response while there is no page yet.
const NO_PAGE: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>No page yet</title>\
    <meta name=viewport content=\"width=device-width\"><link rel=icon href=\"data:,\"><body>\
    <p>There is no page yet: the story has errors. It appears here once they are mended.</p></body></html>";

/// Answers a request. If the browser has disconnected, the answer is dropped.
pub fn answer(request: Request, site: &Path, problems: &Mutex<Problems>) {
    let (status, kind, body) = if matches!(request.method(), Method::Get | Method::Head) {
        found(request.url(), site, problems)
    } else {
        (405, "text/plain", b"Only GET is answered here.".to_vec())
    };
    let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
    let headers =
        [("Content-Type", kind.as_str()), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")];
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    let response = headers.fold(Response::from_data(body).with_status_code(status), Response::with_header);
    let _ = request.respond(response);
}

/// Returns the status, the media type and the contents for a path, with or without a query.
fn found(address: &str, site: &Path, problems: &Mutex<Problems>) -> (u16, &'static str, Vec<u8>) {
    let missing = || (404, "text/plain", b"There is no such file.".to_vec());
    let path = address.split(['?', '#']).next().unwrap_or_default();
    match path {
        PROBLEMS => {
            let problems = problems.lock().unwrap_or_else(PoisonError::into_inner);
            return (200, "application/json", problems.json().into_bytes());
        }
        SCRIPT => return (200, "text/javascript", include_bytes!("preview.js").to_vec()),
        _ => {}
    }
    let Ok(name) = percent_decode_str(path.trim_start_matches('/')).decode_utf8() else { return missing() };
    let name = if name.is_empty() { "index.html" } else { &*name };
    if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
        return missing();
    }
    match fs::read(site.join(name)) {
        Ok(page) if name == "index.html" => (200, "text/html", with_script(page)),
        Ok(file) => (200, media_type(name).unwrap_or("application/octet-stream"), file),
        Err(_) if name == "index.html" => (503, "text/html", with_script(NO_PAGE.into())),
        Err(_) => missing(),
    }
}

/// Adds the script that shows problems to a page.
fn with_script(page: Vec<u8>) -> Vec<u8> {
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|window| window == end).unwrap_or(page.len());
    let script = format!("<script src=\"{SCRIPT}\"></script>");
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_the_page_are_found_and_no_others() {
        let outer = tempfile::tempdir().expect("a folder");
        let site = outer.path().join("site");
        fs::create_dir_all(site.join("a b")).expect("made");
        fs::write(outer.path().join("secret.txt"), "").expect("written");
        let problems = Mutex::default();
        let status = |address: &str| found(address, &site, &problems).0;
        assert_eq!(status("/"), 503, "there is no page yet");
        fs::write(site.join("index.html"), "<body>Page</body>").expect("written");
        fs::write(site.join("a b/c.svg"), "<svg/>").expect("written");
        let (_, kind, page) = found("/?order=article", &site, &problems);
        let page = String::from_utf8(page).expect("text");
        assert_eq!((kind, page.as_str()), ("text/html", "<body>Page<script src=\"/-/preview.js\"></script></body>"));
        assert_eq!(found("/a%20b/c.svg", &site, &problems).1, "image/svg+xml");
        assert_eq!((status(PROBLEMS), status(SCRIPT), status("/index.html")), (200, 200, 200));
        for address in
            ["/../secret.txt", "/%2e%2e/secret.txt", "/a%20b/../../secret.txt", "//etc/passwd", "/%ff", "/none"]
        {
            assert_eq!(status(address), 404, "{address}");
        }
    }
}
