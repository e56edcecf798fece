//! The sites that whole runs write.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

mod embed;
mod letters;
mod pictures;
mod publish;

/// What Trunk leaves of `index.html`, with two style sheets and no program.
const BUILT: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>\
    <link rel=stylesheet href=styles/tokens.css><link rel=stylesheet href=styles/faces.css data-late></head>\
    <body><div id=reader></div></body></html>";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What Trunk leaves of `index.html`, with all of its style sheets and no program.
fn template() -> TempDir {
    let template = fs::read_to_string(project().join("index.html")).expect("there is a template");
    let sheets: String = template.lines().filter(|line| line.starts_with("<link rel=\"stylesheet\"")).collect();
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>{sheets}<link rel=manifest \
         href=manifest.webmanifest></head><body><div id=reader></div></body></html>"
    );
    let site = tempfile::tempdir().expect("a folder");
    fs::write(site.path().join("index.html"), page).expect("written");
    fs::write(site.path().join("manifest.webmanifest"), "{}").expect("written");
    site
}

fn copy(from: &Path, to: &Path) {
    for name in palimpsest_publish::files(from).expect("the folder can be listed") {
        let target = to.join(&name);
        fs::create_dir_all(target.parent().expect("it is in the folder")).expect("made");
        fs::copy(from.join(name), target).expect("copied");
    }
}
