//! The printed page is complete and valid before any script runs.

use std::collections::BTreeSet;
use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use markup5ever_rcdom::SerializableHandle;
use palimpsest_export::data;
use palimpsest_tests::headers::Headers;
use palimpsest_tests::page::{Element, by_id, elements, page, source, text};
use palimpsest_tests::{built, story, styles};
use sha2::{Digest, Sha256, Sha384};

/// The markup that was rendered into `#reader`, unchanged.
fn printed() -> String {
    let source = source();
    let start = source.find("<div id=reader>").expect("the page has #reader") + "<div id=reader>".len();
    let end = source.find("</div><script data-published").expect("the story follows #reader");
    source[start..end].to_owned()
}

#[test]
fn a_parser_makes_the_tree_that_was_printed() {
    let page = page();
    let reader = by_id(&page, "reader").expect("the page has #reader");
    let mut parsed = Vec::new();
    let options = SerializeOpts { traversal_scope: TraversalScope::ChildrenOnly(None), ..SerializeOpts::default() };
    serialize(&mut parsed, &SerializableHandle::from(reader), options).expect("writing to memory");
    // The parser's output differs in how it escapes this character and writes an attribute without a value.
    let parsed = String::from_utf8(parsed)
        .expect("html5ever writes UTF-8")
        .replace("&nbsp;", "\u{a0}")
        .replace(" checked=\"\"", " checked");
    // A difference means that the parser moves, closes or adds an element: readers and the program would get another tree.
    let printed = printed();
    let same = parsed.char_indices().zip(printed.chars()).take_while(|((_, left), right)| left == right).last();
    let (at, _) = same.expect("both begin alike").0;
    assert!(parsed == printed, "after …{}", &parsed[at.saturating_sub(300)..at]);
}

#[test]
fn it_holds_the_article_the_events_and_the_people() {
    let page = page();
    let classes = |class: &str| {
        let has = |classes: String| classes.split_whitespace().any(|found| found == class);
        elements(&page).into_iter().filter(|element| element.attribute("class").is_some_and(has)).count()
    };
    assert!(classes("event") >= 12, "at least twelve events");
    assert!(classes("person") >= 7, "at least seven people");
    assert_eq!(classes("sentence"), 30);
    let timeline = text(&by_id(&page, "timeline").expect("there is a timeline"));
    for event in story().events {
        let first: String = event.text[0].iter().map(|inline| inline.text.as_str()).collect();
        // A non-breaking space keeps a day and its month together.
        let plain = |text: &str| text.replace('\u{a0}', " ");
        assert!(
            plain(&timeline).contains(&plain(&first)),
            "what an event holds is on the page while it is closed: {first}"
        );
    }
}

#[test]
fn ids_are_unique_and_links_within_the_page_lead_somewhere() {
    let page = page();
    let mut ids = BTreeSet::new();
    for id in elements(&page).iter().filter_map(|element| element.attribute("id")) {
        assert!(ids.insert(id.clone()), "two elements have the id {id}");
    }
    let hrefs = elements(&page).into_iter().filter_map(|element| element.attribute("href"));
    let fragments: Vec<_> = hrefs.filter_map(|href| href.strip_prefix('#').map(str::to_owned)).collect();
    assert!(fragments.len() > 100, "the page is dense with links, here are {}", fragments.len());
    for fragment in fragments {
        // `#top` leads to the top of any document.
        assert!(fragment == "top" || ids.contains(&fragment), "a link leads to #{fragment}, which is not there");
    }
}

#[test]
fn headings_make_one_outline() {
    let page = page();
    let level = |element: &Element| {
        element.local_name()?.strip_prefix('h')?.parse::<u32>().ok().filter(|level| (1..=6).contains(level))
    };
    let levels: Vec<u32> = elements(&page).iter().filter_map(level).collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is left out: {levels:?}");
}

#[test]
fn nothing_is_asked_of_another_host() {
    let page = page();
    for element in elements(&page) {
        let name = element.local_name().expect("an element has a name").to_string();
        let loads = match name.as_str() {
            "a" => None,
            "link" => element.attribute("href"),
            _ => element.attribute("src"),
        };
        if let Some(address) = loads {
            let elsewhere = address.contains("//") || address.starts_with('/') || address.starts_with("data:");
            assert!(!elsewhere, "<{name}> loads {address}: everything is relative, so that the folder works anywhere");
        }
    }
}

/// Width and height of a PNG file, from its first chunk.
fn png_size(name: &str) -> (u32, u32) {
    let bytes = fs::read(built().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(bytes.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]), "{name} is a PNG file");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn icons_and_the_picture_of_the_page_are_as_large_as_they_say() {
    let manifest = fs::read_to_string(built().join("manifest.webmanifest")).expect("there is a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("it is JSON");
    let icons = manifest["icons"].as_array().expect("it has icons");
    let mut kinds = BTreeSet::new();
    for icon in icons {
        let (address, size) = (icon["src"].as_str().expect("an address"), icon["sizes"].as_str().expect("a size"));
        if size != "any" {
            let (width, height) = png_size(address);
            assert_eq!(size, format!("{width}x{height}"), "{address}");
        }
        assert!(built().join(address).is_file(), "{address} is published");
        kinds.insert((size, icon["purpose"].as_str()));
    }
    for needed in [("192x192", None), ("512x512", None), ("512x512", Some("maskable"))] {
        assert!(kinds.contains(&needed), "installing asks for {needed:?}");
    }
    assert_eq!(png_size("icons/icon-32.png"), (32, 32));
    assert_eq!(png_size("icons/apple-touch-icon.png"), (180, 180));
    assert_eq!(png_size("social.png"), (1200, 630));
}

#[test]
fn colors_are_chosen_before_anything_is_painted() {
    let source = source();
    let place = |what: &str| source.find(what).unwrap_or_else(|| panic!("{what} is not in the page"));
    assert!(place("palimpsest_settings") < place("<style>") && place("<style>") < place("<body>"));
}

#[test]
fn every_drawing_that_is_used_is_in_the_page() {
    let page = page();
    let used = elements(&page).into_iter().filter(|element| element.local_name().is_some_and(|name| &*name == "use"));
    let used: Vec<_> = used.filter_map(|element| element.attribute("href")).collect();
    let people = story().people.len();
    assert!(used.len() >= 2 * people, "each person has a portrait in the timeline and in their entry: {used:?}");
    // Another test checks that all links resolve, these references among them.
    let styles = fs::read_to_string(styles().join("portrait.css")).expect("portraits have colors");
    let symbols =
        elements(&page).into_iter().filter(|element| element.local_name().is_some_and(|name| &*name == "symbol"));
    for shape in symbols.flat_map(|symbol| elements(&symbol.node)) {
        if let Some(class) = shape.attribute("class") {
            assert!(styles.contains(&format!(".{class} {{")), "portrait.css has no color for {class}");
        }
    }
}

#[test]
fn the_policy_is_strict_and_comes_first() {
    let page = page();
    let head = elements(&page);
    let policy = head.iter().position(|element| element.attribute("http-equiv").is_some()).expect("there is a policy");
    let first_to_load = head
        .iter()
        .position(|element| element.local_name().is_some_and(|name| matches!(&*name, "script" | "style" | "link")));
    assert!(Some(policy) < first_to_load);
    let policy = head[policy].attribute("content").expect("a policy has content");
    let parts: Vec<&str> = policy.split("; ").collect();
    assert_eq!(parts[0], "default-src 'none'");
    for part in [
        "img-src 'self'",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types palimpsest",
    ] {
        assert!(parts.contains(&part), "{part} is not in {policy}");
    }
    assert_eq!(parts.len(), 12, "and beside them scripts and styles: {policy}");
    let is_known = |source: &str| ["'self'", "'wasm-unsafe-eval'"].contains(&source) || source.starts_with("'sha256-");
    for kind in ["script-src ", "style-src "] {
        let sources = parts.iter().find_map(|part| part.strip_prefix(kind)).expect("scripts and styles are named");
        assert!(sources.split(' ').all(is_known), "{sources}");
    }
}

/// The headers of every response, according to the generated `_headers` file.
#[test]
fn hosts_are_asked_for_the_policy_of_this_page() {
    let page = page();
    let policy = elements(&page)
        .iter()
        .find(|element| element.attribute("http-equiv").is_some())
        .expect("a policy")
        .attribute("content");
    let asked = Headers::of(&built());
    let sent = |path: &str, header: &str| {
        let values: Vec<_> =
            asked.with(path).filter(|(name, _)| *name == header).map(|(_, value)| value.to_owned()).collect();
        assert_eq!(values.len(), 1, "{path}: {header}: hosts join the values of a header that is there twice");
        values.concat()
    };
    let whole = policy.expect("it has content") + "; frame-ancestors 'self'";
    // The HTML page of the folder `data/` has styles of its own.
    let whole = whole.replacen("style-src 'self'", &format!("style-src 'self' {}", data::styles()), 1);
    let mut kept = BTreeSet::new();
    for name in files() {
        let path = format!("/{name}");
        assert_eq!(sent(&path, "Content-Security-Policy"), whole);
        assert_eq!(sent(&path, "X-Content-Type-Options"), "nosniff");
        assert_eq!(sent(&path, "Cross-Origin-Opener-Policy"), "same-origin");
        assert_eq!(sent(&path, "Referrer-Policy"), "strict-origin-when-cross-origin");
        assert!(sent(&path, "Permissions-Policy").contains("camera=(), clipboard-read=(), clipboard-write=(self)"));
        let is_picture = ["png", "svg"].contains(&name.rsplit('.').next().unwrap_or_default());
        let shown_by = sent(&path, "Cross-Origin-Resource-Policy");
        assert_eq!(shown_by, if is_picture { "cross-origin" } else { "same-origin" }, "{name}");
        if sent(&path, "Cache-Control") == "public, max-age=31536000, immutable" {
            kept.insert(name);
        }
    }
    assert_eq!(sent("/", "Cache-Control"), "no-cache");
    assert_eq!(sent("/index.html", "Cache-Control"), "no-cache");
    assert_eq!(sent("/manifest.webmanifest", "Cache-Control"), "no-cache");
    assert_eq!(sent("/sw.js", "Cache-Control"), "no-cache");
    assert_eq!(kept.len(), 6, "the program and its script, three fonts and a picture: {kept:?}");
    for start in ["palimpsest-", "fonts/", "poster-"] {
        assert!(kept.iter().any(|name| name.starts_with(start)), "{start} in {kept:?}");
    }
}

/// The files at the top of the site and in its folders, by path.
fn files() -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for prefix in ["", "e/", "fonts/", "icons/"] {
        for entry in fs::read_dir(built().join(prefix)).expect("the folder can be listed") {
            let entry = entry.expect("the entry can be read");
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_file() && !["_headers", ".published", ".trunk-lock"].contains(&name.as_str()) {
                files.insert(name);
            }
        }
    }
    files
}

/// A file must not be rewritten after its digest is taken.
#[test]
fn what_the_page_vouches_for_is_what_is_published() {
    let page = page();
    let mut vouched = Vec::new();
    for element in elements(&page) {
        let Some(integrity) = element.attribute("integrity").or_else(|| element.attribute("data-integrity")) else {
            continue;
        };
        let address = element.attribute("href").or_else(|| element.attribute("src")).expect("it loads something");
        let bytes = fs::read(built().join(&address)).unwrap_or_else(|error| panic!("{address}: {error}"));
        let digest = match integrity.split_once('-').expect("a digest has a kind").0 {
            "sha256" => "sha256-".to_owned() + &STANDARD.encode(Sha256::digest(&bytes)),
            "sha384" => "sha384-".to_owned() + &STANDARD.encode(Sha384::digest(&bytes)),
            other => panic!("{address}: what is {other}?"),
        };
        assert_eq!(integrity, digest, "{address}");
        vouched.push(address);
    }
    for kind in [".js", ".wasm"] {
        assert!(vouched.iter().any(|address| address.ends_with(kind)), "the page vouches for no {kind}: {vouched:?}");
    }
}

#[test]
fn the_head_tells_machines_what_the_page_is() {
    let page = page();
    let head = elements(&page);
    let content = |key: &str, name: &str| {
        let meta = head.iter().find(|element| element.attribute(key).as_deref() == Some(name));
        meta.unwrap_or_else(|| panic!("there is no {name}")).attribute("content").expect("it says something")
    };
    let title = "Betrayed by a Brother: When Stalin Assassinated Trotsky";
    assert_eq!(content("property", "og:title"), title);
    assert_eq!(content("property", "og:type"), "article");
    assert_eq!(content("name", "citation_title"), title);
    assert_eq!(content("name", "citation_author"), "Caroline");
    assert_eq!(content("name", "citation_publication_date"), "2016/12/26");
    assert_eq!(content("name", "citation_language"), "en-US");
    assert_eq!(content("name", "description"), content("property", "og:description"));
    let linked_data = head.iter().find(|element| element.attribute("type").as_deref() == Some("application/ld+json"));
    let linked_data = text(&linked_data.expect("there is linked data").node);
    let linked_data: serde_json::Value = serde_json::from_str(&linked_data).expect("it is JSON");
    assert_eq!(linked_data["headline"], title);
}

#[test]
fn the_outline_is_data_and_cannot_end_its_block() {
    let page = page();
    let outline = by_id(&page, "story").expect("the page holds its outline");
    let json = text(&outline);
    assert!(!json.contains('<'));
    let outline: serde_json::Value = serde_json::from_str(&json).expect("the outline is JSON");
    assert_eq!(outline[0], "Betrayed by a Brother: When Stalin Assassinated Trotsky");
}
