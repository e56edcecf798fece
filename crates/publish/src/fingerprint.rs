//! File names that contain a digest of the contents. A file with such a name never changes, so browsers may keep it as long
//! as they like, and no page is ever assembled from parts of two versions.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::Result;
use palimpsest_export::sha256;

use crate::addresses;
use crate::site::Site;

/// The number of hexadecimal digits of a digest in a name.
pub(crate) const DIGITS: usize = 16;
/// The number of digits in a name from Trunk, which writes a 64-bit number without its leading zeros.
const DIGITS_OF_TRUNK: RangeInclusive<usize> = 12..=DIGITS;
/// The extensions of the files that get such a name.
const KINDS: [&str; 4] = ["js", "svg", "wasm", "woff2"];
/// The exception: systems that installed the page keep the addresses of its icons.
const ICONS: &str = "icons/";

/// Renames every file that the page loads (program, script, fonts, pictures) to a name with a digest. Returns the page with
/// the new names. A file in `kept` also stays under its own name, because others link to it.
pub(crate) fn rename(site: &mut Site, html: &str, kept: &[&str]) -> Result<String> {
    let mut names = BTreeMap::new();
    for name in loaded(site, html)? {
        let extension = Path::new(&name).extension().unwrap_or_default();
        if KINDS.iter().all(|kind| extension != *kind) || name.starts_with(ICONS) {
            continue;
        }
        let bytes = site.read(&name)?;
        let renamed = with_digest(&name, &short_digest(&bytes));
        if renamed != name && !kept.contains(&name.as_str()) {
            site.remove(&name)?;
        }
        site.write(&renamed, bytes)?;
        names.insert(name, renamed);
    }
    addresses::rewrite(html, |name| names.get(name).cloned())
}

/// Returns the files of the site that the page loads, directly or through its style sheets, sorted by name.
pub(crate) fn loaded(site: &Site, html: &str) -> Result<Vec<String>> {
    let mut names = addresses::loaded(html)?;
    let is_sheet = |name: &&String| Path::new(name).extension().is_some_and(|kind| kind == "css") && site.has(name);
    for sheet in names.clone().iter().filter(is_sheet) {
        names.extend(addresses::loaded_by_sheet(&site.read_text(sheet)?));
    }
    Ok(names.into_iter().filter(|name| site.has(name)).collect())
}

/// Returns the part of a SHA-256 digest that is used in names.
pub(crate) fn short_digest(bytes: &[u8]) -> String {
    let mut digits = sha256(bytes);
    digits.truncate(DIGITS);
    digits
}

/// Returns the name with this digest before its extension, replacing any digest that is there.
pub(crate) fn with_digest(name: &str, digest: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let bare = match stem.rsplit_once('-') {
        Some((bare, digits))
            if DIGITS_OF_TRUNK.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            bare
        }
        _ => stem,
    };
    format!("{bare}-{digest}.{extension}")
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

    fn site_with<'a>(folder: &'a Path, names: &[&str]) -> Site<'a> {
        let mut site = Site::new(folder);
        for name in names {
            site.write(name, name).expect("written");
        }
        site
    }

    #[test]
    fn renaming_again_changes_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut site = site_with(folder.path(), &["fonts/serif.woff2", "program.js", "unused.js", "social.svg"]);
        let html = "<link rel=modulepreload href=./program.js><style>x{src:url(fonts/serif.woff2)}</style>\
            <meta property=og:image content=https://here/social.svg>";
        let once = rename(&mut site, html, &[]).expect("renamed");
        assert!(!once.contains("program.js") && !once.contains("serif.woff2") && once.contains("social.svg"), "{once}");
        assert_eq!(loaded(&site, &once).expect("listed").len(), 2);
        assert!(!site.has("program.js") && site.has("unused.js"));
        assert_eq!(rename(&mut site, &once, &[]).expect("renamed"), once);
    }

    #[test]
    fn what_others_link_to_keeps_its_name_too() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut site = site_with(folder.path(), &["poster.svg"]);
        let html = rename(&mut site, "<img src=poster.svg>", &["poster.svg"]).expect("renamed");
        assert!(html.contains("poster-") && site.has("poster.svg"), "{html}");
        assert_eq!(loaded(&site, &html).expect("listed").len(), 1);
    }
}
