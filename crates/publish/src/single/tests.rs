use std::fs;
use std::path::Path;

use miniz_oxide::inflate::decompress_to_vec_zlib;
use palimpsest_export::integrity;
use tempfile::TempDir;

use super::*;

const SCRIPT: &str = "function load(n){return n.imports}async function __wbg_init(e){e??new URL(\"p.wasm\",import.meta.url)}\
    export{initSync,__wbg_init as default};let wasm";

/// Creates a smaller version of a site as publishing leaves it. `head` is added to its head.
fn site(head: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let page = format!(
        "<!doctype html><html lang=en data-worker=sw.js><meta charset=utf-8>\
         <meta data-published http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\"><script>settings()</script>\
         <title>Часы: on the tower</title>{head}<link data-published rel=\"preload\" as=\"style\" href=\"styles-1.css\">\
         <style>a{{background:url(icons/icon.svg)}}</style><link href=icons/icon.svg rel=icon type=image/svg+xml>\
         <link href=icons/icon-32.png rel=icon sizes=32x32 type=image/png><link href=icons/touch.png rel=apple-touch-icon>\
         <link href=manifest.webmanifest data-rel=manifest><script type=module>start()</script>\
         <div id=reader><header class=opening><h1>Часы</h1><img src=\"башня%20с часами.svg\" alt=\"&quot;\">\
         <link rel=\"stylesheet\" href=\"styles-1.css\"><link data-rel=\"modulepreload\" href=\"./p.js\">\
         <link as=\"fetch\" data-rel=\"preload\" href=\"./p.wasm\"><script>gate()</script></header><p>Text <svg><title>x</title></svg>\
         <a href=\"#s1\">s1</a><footer class=\"colophon\"><p>Files</p><ul><li><a href=\"timeline.csv\" download=\"\">CSV</a></ul></footer>\
         </div><script data-published type=\"application/json\" id=\"story\">[]</script>\
         <script data-published type=\"application/ld+json\">{{}}</script>"
    );
    fs::create_dir_all(folder.path().join("icons")).expect("made");
    fs::create_dir_all(folder.path().join("fonts")).expect("made");
    for (name, text) in [
        (INDEX, &*page),
        ("p.js", SCRIPT),
        ("p.wasm", "\0asm"),
        ("styles-1.css", "@font-face{src:url(fonts/a.woff2)}i{fill:url(#a)}"),
        ("fonts/a.woff2", "font"),
        ("icons/icon.svg", "<svg/>"),
        ("башня с часами.svg", "<svg>1</svg>"),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

const CANONICAL: &str = "<link data-published rel=\"canonical\" href=\"https://example.org/a&amp;b/\">";

#[test]
fn everything_stands_in_the_file_and_nothing_else_may_run() {
    let folder = site(CANONICAL);
    let file = fold(folder.path()).expect("a file");
    let loaded = addresses::loaded(&file).expect("a page");
    assert!(loaded.iter().all(|name| name.starts_with("data:") || name.starts_with('#')), "{loaded:?}");
    for data in ["data:font/woff2;base64,Zm9udA==", "data:image/svg+xml;base64,PHN2Zz4xPC9zdmc+"] {
        assert!(file.contains(data), "{data}: {file}");
    }
    for gone in ["sw.js", "manifest", "icon-32", "gate()", "p.js", "styles-1", "ld+json", "'self'"] {
        assert!(!file.contains(gone), "{gone}: {file}");
    }
    // The policy has a digest for each script and style, and no others.
    let policy = policy::read(&file).expect("a page").expect("a policy");
    let mut digests = Vec::new();
    for (start, end) in [("<script>", "</script>"), ("<script type=module>", "</script>"), ("<style>", "</style>")] {
        digests
            .extend(file.split(start).skip(1).map(|rest| integrity(rest.split(end).next().unwrap_or("").as_bytes())));
    }
    let ours = file.split("<script type=\"module\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let ours = ours.expect("the script of the program");
    digests.push(integrity(ours.as_bytes()));
    assert_eq!((digests.len(), policy.matches("'sha256-").count()), (6, 6), "{policy}");
    assert!(digests.iter().all(|digest| policy.contains(digest)), "{policy}");
    assert!(policy.contains("default-src 'none'") && policy.contains("trusted-types 'none'"));
    // The script lacks its export, and the program is unchanged.
    assert!(ours.starts_with("function load") && ours.contains("let wasm") && !ours.contains("export{"), "{ours}");
    assert!(ours.contains("await __wbg_init({ module_or_path"), "{ours}");
    let packed =
        file.split("id=\"packed_program\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a program");
    let program = STANDARD.decode(packed).expect("base64");
    assert_eq!(decompress_to_vec_zlib(&program).expect("whole"), b"\0asm");
    assert!(file.find("module_or_path") < file.find("start()"), "the starter is there first");
    assert!(is_single(file.as_bytes()) && !is_single(b"<!doctype html><p>Dear"));
}

#[test]
fn links_lead_to_the_published_page_or_are_not_offered() {
    let known = fold(site(CANONICAL).path()).expect("a file");
    let address = "https://example.org/a&amp;b/";
    assert!(known.contains(&format!("href=\"{address}timeline.csv\"")), "{known}");
    assert!(known.contains(&format!("<p><a href=\"{address}\">{address}</a></p></footer>")), "{known}");
    assert!(!known.contains("a[download]"), "{known}");
    let unknown = fold(site("").path()).expect("a file");
    assert!(unknown.contains("a[download]){display:none}") && unknown.contains("[data-address=\"\"]"), "{unknown}");
    let key = |file: &str| file.split("data-story=\"").nth(1).map(|rest| rest[..9].to_owned());
    assert!(key(&known).is_some_and(|key| key.ends_with('"')) && key(&known) != key(&unknown));
}

#[test]
fn what_cannot_stand_in_a_page_is_refused() {
    let starts = |script: &str| starter(script).map_err(|error| error.to_string());
    assert!(starts(SCRIPT).is_ok());
    for (script, problem) in [
        (format!("import x from \"y\";{SCRIPT}"), "1 imports"),
        (format!("{SCRIPT};import(\"y\")"), "1 imports"),
        (format!("{SCRIPT};export let a"), "2 exports"),
        ("let a".to_owned(), "0 exports"),
        (format!("{SCRIPT};\"</SCRIPT\""), "</script"),
        (format!("{SCRIPT};\"<!--\""), "<!--"),
        (SCRIPT.replace(" as default", ""), "no default"),
    ] {
        let found = starts(&script).expect_err(&script);
        assert!(found.contains(problem), "{found}");
    }
    let folder = site("<link rel=icon href=away.svg type=image/svg+xml>");
    assert!(fold(folder.path()).expect_err("no such file").to_string().contains("away.svg"));
    assert!(fold(Path::new("nowhere")).is_err());
}

#[test]
fn names_fit_every_system() {
    for (title, name) in [
        ("The Bell of Sandvik", "The Bell of Sandvik.html"),
        ("Betrayed by a Brother: When Stalin …", "Betrayed by a Brother When Stalin ….html"),
        ("Часы на башне", "Часы на башне.html"),
        ("What? <b>/\\|\"*", "What b.html"),
        ("...", "page.html"),
        ("", "page.html"),
        ("Con", "_Con.html"),
        ("Com1.a", "_Com1.a.html"),
        ("Confederates", "Confederates.html"),
    ] {
        assert_eq!(file_name(title), name);
    }
    assert!(file_name(&"ж".repeat(500)).len() <= 205);
}
