//! Size budgets, in bytes after Brotli at level 11, as a static host sends them.

use std::fs;
use std::path::Path;

use palimpsest_tests::built;

/// The browser program: WebAssembly and its JavaScript.
const PROGRAM: usize = 102_000;
/// All style sheets, which are inlined in the page.
const STYLES: usize = 12_000;
/// All fonts.
const FONTS: usize = 60_000;
/// All portraits, which are inlined in the page.
const PORTRAITS: usize = 20_000;
/// The service worker, which loads in the background once the program runs.
const WORKER: usize = 1_500;
/// Everything that a first visit loads until the page answers: what stands in dist, but that worker, pictures for other
/// programs (previews of links, the icons of installed pages and of browsers that know no SVG ones), licenses, the italic
/// face, which browsers ask for once something in italics comes near, what the host reads (`_headers`), and the exported
/// files.
/// `tests/browsers/start.rs` holds that the italics are not asked for.
const FIRST_VISIT: usize = 184_900;

fn is_loaded_at_first(name: &str) -> bool {
    let other = name.starts_with("icons/") && name != "icons/icon.svg";
    !(other
        || name == "sw.js"
        || name == "social.png"
        || name == "_headers"
        || name.starts_with("fonts/pt-serif-italic")
        || palimpsest_export::Format::ALL.iter().any(|format| format.file_name == name)
        || has_ending(name, "txt"))
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == ending)
}

fn brotli(bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let options = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &options).expect("compressing in memory");
    compressed.len()
}

/// All files under a folder with their sizes: path, bytes, bytes in brotli. Trunk's lock and the record of what was published are not served.
fn files(folder: &Path, prefix: &str, found: &mut Vec<(String, usize, usize)>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let entry = entry.expect("the entry can be read");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else if ![".published", ".trunk-lock"].contains(&name.as_str()) {
            let bytes = fs::read(entry.path()).expect("the file can be read");
            found.push((name, bytes.len(), brotli(&bytes)));
        }
    }
}

#[test]
fn the_page_stays_within_its_budgets() {
    let mut found = Vec::new();
    files(&built(), "", &mut found);
    found.sort();
    println!("{:>9} {:>9}  file", "bytes", "brotli");
    for (name, bytes, compressed) in &found {
        println!("{bytes:>9} {compressed:>9}  {name}");
    }
    let extension = |name: &str| has_ending(name, "wasm") || (has_ending(name, "js") && name != "sw.js");
    let program: usize = found.iter().filter(|(name, ..)| extension(name)).map(|(_, _, size)| size).sum();
    let sum = |counts: &dyn Fn(&str) -> bool| -> usize {
        found.iter().filter(|(name, ..)| counts(name)).map(|(_, _, size)| size).sum()
    };
    let first_visit = sum(&is_loaded_at_first);
    let worker = sum(&|name| name == "sw.js");
    let fonts = sum(&|name| has_ending(name, "woff2"));
    let page = fs::read_to_string(built().join("index.html")).expect("the page can be read");
    let part = |start: &str, end: &str| {
        let from = page.find(start).unwrap_or_else(|| panic!("the page has {start}"));
        let to = page[from..].find(end).unwrap_or_else(|| panic!("{end} follows {start}"));
        brotli(&page.as_bytes()[from..from + to])
    };
    let styles = part("<style>", "</style>");
    let portraits = part("<symbol", "</defs>");
    println!("{fonts:>19}  fonts, of {FONTS}");
    println!("{styles:>19}  style sheets, of {STYLES}");
    println!("{portraits:>19}  portraits, of {PORTRAITS}");
    assert!(fonts > 0 && fonts <= FONTS, "the fonts have {fonts} bytes of {FONTS}");
    assert!(styles <= STYLES, "the style sheets have {styles} bytes of {STYLES}");
    assert!(portraits <= PORTRAITS, "the portraits have {portraits} bytes of {PORTRAITS}");
    println!("{program:>19}  program, of {PROGRAM}");
    println!("{first_visit:>19}  first visit, of {FIRST_VISIT}");
    println!("{worker:>19}  worker, of {WORKER}");
    assert!(worker > 0 && worker <= WORKER, "the worker has {worker} bytes of {WORKER}");
    assert!(found.iter().any(|(name, ..)| extension(name)), "there is a program");
    assert!(program <= PROGRAM, "the program is {} bytes too large", program - PROGRAM);
    assert!(first_visit <= FIRST_VISIT, "a first visit loads {} bytes too many", first_visit - FIRST_VISIT);
}
