//! Names that hold a digest of what is in the file: a file of that name never changes, so that browsers may keep it as long as
//! they like, and no page is ever put together from parts of two versions.

use std::fmt::Write;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Digits of a digest in a name.
const DIGITS: usize = 16;
/// Of Trunk's there are as many as the number has: one in sixteen begins with a nought, and is shorter.
const DIGITS_OF_TRUNK: RangeInclusive<usize> = 12..=16;

/// Gives such a name to everything that the page loads when it is shown: program, script, fonts, pictures. The page names
/// them anew.
pub(crate) fn rename(site: &Path, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for name in loaded(site, &html)? {
        let is_addressed = ["js", "wasm", "woff2", "svg"].iter().any(|kind| has_ending(&name, kind));
        // Icons are asked for by systems that keep their addresses.
        if is_addressed && !name.starts_with("icons/") {
            let file = site.join(&name);
            let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            let renamed = with_digest(&name, &digest(&bytes));
            let target = site.join(&renamed);
            fs::rename(&file, &target).with_context(|| format!("renaming {} to {renamed}", file.display()))?;
            html = html.replace(&name, &renamed);
        }
    }
    Ok(html)
}

/// Everything in the site that the page names, by its path from there, in order.
pub(crate) fn loaded(site: &Path, html: &str) -> Result<Vec<String>> {
    let mut names = files(site, "")?;
    // Pictures of the page are for other programs.
    names.retain(|name| html.contains(name.as_str()) && !name.starts_with("social."));
    names.sort();
    Ok(names)
}

/// The paths of all files under a folder, with `/`.
fn files(folder: &Path, prefix: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let listing = || format!("listing {}", folder.display());
    for entry in fs::read_dir(folder).with_context(listing)? {
        let entry = entry.with_context(listing)?;
        let name = [prefix, &entry.file_name().to_string_lossy()].concat();
        if entry.path().is_dir() {
            names.extend(files(&entry.path(), &[&name, "/"].concat())?);
        } else {
            names.push(name);
        }
    }
    Ok(names)
}

fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == ending)
}

/// The first digits of a SHA-256 digest, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let mut digits = hexadecimal(&Sha256::digest(bytes));
    digits.truncate(DIGITS);
    digits
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // A text takes whatever is written to it.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The name with this digest before its ending, in place of another that is there.
fn with_digest(name: &str, digest: &str) -> String {
    let path = PathBuf::from(name);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let bare = stem.strip_suffix("_bg").unwrap_or(&stem);
    let bare = match bare.rsplit_once('-') {
        Some((bare, digits))
            if DIGITS_OF_TRUNK.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            bare
        }
        _ => bare,
    };
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{bare}-{digest}.{ending}")).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_takes_the_place_of_another() {
        let digest = "0123456789abcdef";
        assert_eq!(with_digest("poster.svg", digest), "poster-0123456789abcdef.svg");
        assert_eq!(with_digest("fonts/pt-serif-italic.woff2", digest), "fonts/pt-serif-italic-0123456789abcdef.woff2");
        assert_eq!(with_digest("p-fedcba9876543210_bg.wasm", digest), "p-0123456789abcdef.wasm");
        assert_eq!(with_digest("p-fedcba9876543210.js", digest), "p-0123456789abcdef.js");
        assert_eq!(with_digest("p-edcba9876543210_bg.wasm", digest), "p-0123456789abcdef.wasm");
        assert_eq!(with_digest("p-facade.svg", digest), "p-facade-0123456789abcdef.svg");
    }

    #[test]
    fn renaming_again_changes_nothing() {
        let site = tempfile::tempdir().expect("a folder");
        fs::create_dir(site.path().join("fonts")).expect("made");
        for name in ["fonts/serif.woff2", "program.js", "unused.js", "social.svg"] {
            fs::write(site.path().join(name), name).expect("written");
        }
        let html =
            "<link href=./program.js><style>url(fonts/serif.woff2)</style><meta content=https://here/social.svg>";
        let once = rename(site.path(), html).expect("renamed");
        assert!(!once.contains("program.js") && !once.contains("serif.woff2") && once.contains("social.svg"), "{once}");
        assert_eq!(loaded(site.path(), &once).expect("listed").len(), 2);
        assert_eq!(rename(site.path(), &once).expect("renamed"), once);
    }
}
