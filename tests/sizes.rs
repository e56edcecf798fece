//! Size budgets in bytes, after Brotli at level 11, as a static host sends the files.

use std::fs;
use std::path::Path;

use palimpsest_tests::built;

/// The browser program: WebAssembly and its JavaScript, with a standard library compiled for size.
const PROGRAM: usize = 97_000;
/// What the precompiled standard library from rustup adds to the program. On machines where `cargo xtask` does not compile
/// the library, it sets `PALIMPSEST_STD` to `precompiled`.
const PRECOMPILED_STD: usize = 12_000;
/// All style sheets: those inlined in the page, and the file with the others.
const STYLES: usize = 16_400;
/// The style sheets inlined in the page, which arrive before anything is painted.
const FIRST_STYLES: usize = 5_500;
/// All fonts: the style sheet with those that every page needs, and the other files.
const FONTS: usize = 60_000;
/// All portraits, which are inlined in the page.
const PORTRAITS: usize = 20_000;
/// The service worker, which loads in the background once the program runs.
const WORKER: usize = 1_500;
/// Everything that a first visit loads until the page responds: all of `dist/` except the worker, pictures for other
/// programs (link previews, the icons of installed pages and of browsers without SVG icons), licenses, the italic face,
/// which browsers load once italic text comes near, what the host reads (`_headers`), the small pages of entries, the
/// exported files, and the folder `data/`. `tests/browsers/start.rs` checks that the italics are not loaded.
const FIRST_VISIT: usize = 212_200;

fn is_loaded_at_first(name: &str) -> bool {
    let other = name.starts_with("icons/") && name != "icons/icon.svg";
    !(other
        || name == "sw.js"
        || name == "social.png"
        || name.starts_with("e/")
        || name.starts_with("data/")
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

/// Collects all files under a folder: path, size in bytes, size in bytes after Brotli. Trunk's lock and the record of what
/// was published are left out, because they are not served.
fn files(folder: &Path, prefix: &str, found: &mut Vec<(String, usize, usize)>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let entry = entry.expect("the entry can be read");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if name == palimpsest_export::data::FOLDER {
            // It is in no budget, and would take long to compress.
        } else if entry.path().is_dir() {
            files(&entry.path(), &format!("{name}/"), found);
        } else if ![".published", ".trunk-lock"].contains(&name.as_str()) {
            let bytes = fs::read(entry.path()).expect("the file can be read");
            found.push((name, bytes.len(), brotli(&bytes)));
        }
    }
}

#[test]
fn the_page_stays_within_its_budgets() {
    let is_precompiled = std::env::var_os("PALIMPSEST_STD").is_some_and(|std| std == "precompiled");
    let more = if is_precompiled { PRECOMPILED_STD } else { 0 };
    let (program_budget, visit_budget) = (PROGRAM + more, FIRST_VISIT + more);
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
    let is_sheet_of_fonts = |name: &str| name.starts_with("fonts-") && has_ending(name, "css");
    let fonts = sum(&|name| has_ending(name, "woff2") || is_sheet_of_fonts(name));
    let page = fs::read_to_string(built().join("index.html")).expect("the page can be read");
    let part = |start: &str, end: &str| {
        let from = page.find(start).unwrap_or_else(|| panic!("the page has {start}"));
        let to = page[from..].find(end).unwrap_or_else(|| panic!("{end} follows {start}"));
        brotli(&page.as_bytes()[from..from + to])
    };
    let first_styles = part("<style>", "</style>");
    let styles = first_styles + sum(&|name| has_ending(name, "css") && !is_sheet_of_fonts(name));
    let portraits = part("<symbol", "</defs>");
    println!("{fonts:>19}  fonts, of {FONTS}");
    println!("{styles:>19}  style sheets, of {STYLES}");
    println!("{first_styles:>19}  style sheets in the page, of {FIRST_STYLES}");
    println!("{portraits:>19}  portraits, of {PORTRAITS}");
    assert!(fonts > 0 && fonts <= FONTS, "the fonts have {fonts} bytes of {FONTS}");
    assert!(styles <= STYLES, "the style sheets have {styles} bytes of {STYLES}");
    assert!(first_styles <= FIRST_STYLES, "the first style sheets have {first_styles} bytes of {FIRST_STYLES}");
    assert!(portraits <= PORTRAITS, "the portraits have {portraits} bytes of {PORTRAITS}");
    println!("{program:>19}  program, of {program_budget}");
    println!("{first_visit:>19}  first visit, of {visit_budget}");
    println!("{worker:>19}  worker, of {WORKER}");
    assert!(worker > 0 && worker <= WORKER, "the worker has {worker} bytes of {WORKER}");
    assert!(found.iter().any(|(name, ..)| extension(name)), "there is a program");
    assert!(program <= program_budget, "the program is {} bytes too large", program - program_budget);
    assert!(first_visit <= visit_budget, "a first visit loads {} bytes too many", first_visit - visit_budget);
}
