//! The sites that whole runs write.

use std::fs;
use std::path::{Path, PathBuf};

mod embed;
mod pictures;
mod publish;

/// What Trunk leaves of `index.html`, with two style sheets and no program.
const BUILT: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>\
    <link rel=stylesheet href=styles/tokens.css><link rel=stylesheet href=styles/faces.css data-late></head>\
    <body><div id=reader></div></body></html>";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn copy(from: &Path, to: &Path) {
    for name in palimpsest_publish::files(from).expect("the folder can be listed") {
        let target = to.join(&name);
        fs::create_dir_all(target.parent().expect("it is in the folder")).expect("made");
        fs::copy(from.join(name), target).expect("copied");
    }
}
