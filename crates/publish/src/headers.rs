//! The response headers for the site's files: one list, written in the formats of Netlify and Cloudflare Pages (`_headers`),
//! of nginx and of Caddy. The page carries most of its policy itself; the headers add what only a header can express.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use palimpsest_contract::ENTRY_PAGES;
use palimpsest_export::data::{self, FOLDER};
use palimpsest_story::{MEDIA_TYPES, type_in};

use crate::embed::{self, EMBED, SCRIPT};
use crate::fingerprint::DIGITS;
use crate::folder::files;
use crate::head::OEMBED;
use crate::policy;
use crate::site::RECORD;

mod pages;
mod print;

/// The headers of every response, besides the policy.
const EVERYWHERE: [(&str, &str); 4] = [
    // A cited site learns which site a reader comes from, but not which page.
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    // The page copies and shares; every other feature is disabled.
    (
        "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), clipboard-write=(self), \
         display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
         local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
         publickey-credentials-get=(), screen-wake-lock=(), serial=(), sync-xhr=(), usb=(), \
         window-management=(), xr-spatial-tracking=()",
    ),
    // A window that opened the page has no reference to it.
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// How long browsers keep a file: not without asking, for a day, or for good.
const NO_CACHE: &str = "no-cache";
const A_DAY: &str = "public, max-age=86400";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Who may load a file: every site, or only this one.
const FOR_ALL: &str = "cross-origin";
const FOR_SITE: &str = "same-origin";

/// The media types of the files in a site that are not media of a story, by extension.
const OTHER_TYPES: [(&str, &str); 15] = [
    ("bib", "application/x-bibtex"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("epub", "application/epub+zip"),
    ("geojson", "application/geo+json"),
    ("html", "text/html"),
    ("ics", "text/calendar"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("txt", "text/plain"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
];

/// The media type of a file that an editor has added, if its extension is not in the list.
const UNKNOWN: &str = "application/octet-stream";

/// The files that are not served: the headers themselves, the record of what was published, and Trunk's lock file.
const UNPUBLISHED: [&str; 3] = ["_headers", RECORD, ".trunk-lock"];

/// A host that the headers are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Netlify and Cloudflare Pages: the file `_headers`.
    Pages,
    /// nginx: a file for its `conf.d`.
    Nginx,
    /// Caddy: a site of its `Caddyfile`.
    Caddy,
}

/// The headers of a site, by the files that they are sent with.
struct List {
    /// The headers of every response.
    everywhere: Vec<(&'static str, String)>,
    /// The headers of some responses: name, value, and the paths of the files relative to the site. A path that ends with
    /// `*` stands for every path with that prefix.
    some: Vec<(&'static str, &'static str, Vec<String>)>,
    /// The policy of the page that other sites may embed; it replaces the general one there.
    embed: Option<String>,
}

const POLICY: &str = "Content-Security-Policy";

/// Returns the headers of a built site in the format of `host`.
///
/// # Errors
///
/// Returns an error if the site cannot be read, was built for development and so has no policy, or exceeds a limit of the
/// host.
pub fn headers(site: &Path, host: Host) -> Result<String> {
    let list = List::of(site)?;
    Ok(match host {
        Host::Pages => pages::pages(&list)?,
        Host::Nginx => print::nginx(&list),
        Host::Caddy => print::caddy(&list),
    })
}

/// Writes `_headers` into a built site, and returns a notice for each limit of a host that leaves something out. A page that
/// another host delivers needs nothing of it.
pub(crate) fn add(site: &Path) -> Result<Vec<String>> {
    let file = site.join("_headers");
    let (config, left_out) = pages::within_limits(&List::of(site)?);
    fs::write(&file, config).with_context(|| format!("writing {}", file.display()))?;
    Ok(left_out.into_iter().map(|reason| format!("note: {reason}")).collect())
}

impl List {
    fn of(site: &Path) -> Result<Self> {
        let index = site.join("index.html");
        let html = fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
        let Some(policy) = policy::read(&html)? else {
            bail!("{} has no policy: build the page with `cargo xtask build`", index.display());
        };
        // Browsers accept this directive only in a header. It stops other sites from framing the article as their own.
        let policy = policy + "; frame-ancestors 'self'";
        // The policy also applies to the data folder, whose page has styles of its own.
        let policy = policy.replacen("style-src 'self'", &format!("style-src 'self' {}", data::styles()), 1);
        let mut everywhere = vec![(POLICY, policy)];
        everywhere.extend(EVERYWHERE.map(|(name, value)| (name, value.to_owned())));

        let mut some = BTreeMap::new();
        for file in files(site)?.into_iter().filter(|file| is_served(file)) {
            let kind = media_type(&file).unwrap_or(UNKNOWN);
            // There are many entry pages and data files, so the files of each of these folders share one rule.
            let shared = [ENTRY_PAGES, FOLDER].into_iter().find(|folder| Path::new(&file).starts_with(folder));
            let (path, rules) = match shared {
                Some(folder) => (format!("{folder}/*"), [caching(folder), sharing(folder, "text/html")]),
                None => (file.clone(), [caching(&file), sharing(&file, kind)]),
            };
            for (name, value) in rules {
                let paths = some.entry((name, value)).or_insert_with(Vec::new);
                if !paths.contains(&path) {
                    paths.push(path.clone());
                }
            }
        }
        let some = some.into_iter().map(|((name, value), files)| (name, value, files)).collect();
        Ok(Self { everywhere, some, embed: policy_of_embed(site)? })
    }
}

/// Returns the policy of the page that other sites may embed, including the list of those sites.
fn policy_of_embed(site: &Path) -> Result<Option<String>> {
    let file = site.join(EMBED);
    if !file.is_file() {
        return Ok(None);
    }
    let html = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let ancestors = embed::ancestors(&html)?;
    Ok(policy::read(&html)?.zip(ancestors).map(|(policy, ancestors)| format!("{policy}; {ancestors}")))
}

/// Reports whether hosts serve a file. Hidden ones, such as those in `.git`, are for the host or for the editors.
fn is_served(name: &str) -> bool {
    !UNPUBLISHED.contains(&name) && !name.split('/').any(|part| part.starts_with('.'))
}

/// Returns the media type of a file of a site, by the extension of its name.
pub fn media_type(name: &str) -> Option<&'static str> {
    palimpsest_story::media_type(name).or_else(|| type_in(&OTHER_TYPES, name))
}

/// Returns the media types of the files in a site, by extension.
fn types() -> impl Iterator<Item = (&'static str, &'static str)> {
    MEDIA_TYPES.into_iter().chain(OTHER_TYPES)
}

/// Returns the `Cache-Control` header of a file: for good if its name changes with its contents, only with revalidation if
/// it must match the rest of the site, and otherwise for a day.
fn caching(file: &str) -> (&'static str, &'static str) {
    let value = if is_named_by_content(file) {
        FOR_GOOD
    } else if ["index.html", "sw.js", EMBED].contains(&file) || file.ends_with(".webmanifest") {
        NO_CACHE
    } else {
        A_DAY
    };
    ("Cache-Control", value)
}

/// Reports whether a name contains a digest as written by `fingerprint`: a hyphen and 16 hexadecimal digits.
fn is_named_by_content(file: &str) -> bool {
    let parts = file.split('-').skip(1);
    let mut hashes = parts.map(|part| part.bytes().take_while(u8::is_ascii_hexdigit).count());
    hashes.any(|digits| digits == DIGITS)
}

/// Returns the header that limits which sites may load a file. Any site may load pictures (link previews and home screens
/// need them) and the files for embedding; the rest is limited to this site.
fn sharing(file: &str, kind: &str) -> (&'static str, &'static str) {
    let is_for_all = kind.starts_with("image/") || [EMBED, SCRIPT, OEMBED].contains(&file);
    let value = if is_for_all { FOR_ALL } else { FOR_SITE };
    ("Cross-Origin-Resource-Policy", value)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Creates a site of an empty page, with these files beside it.
    fn site(files: &[&str]) -> tempfile::TempDir {
        let site = tempfile::tempdir().expect("a temporary folder can be made");
        let page = policy::add("<meta charset=utf-8><title>T</title>").expect("the policy has a place");
        fs::write(site.path().join("index.html"), page).expect("the page can be written");
        for file in files {
            fs::write(site.path().join(file), "").expect("the file can be written");
        }
        site
    }

    #[test]
    fn names_with_a_hash_are_known() {
        for name in ["palimpsest-db5d74776e102b6c.wasm", "a-b-0123456789abcdef.js"] {
            assert!(is_named_by_content(name), "{name}");
        }
        for name in
            ["index.html", "fonts/pt-serif.woff2", "0123456789abcdef.js", "a-0123456789abcdef0.js", "icon-192.png"]
        {
            assert!(!is_named_by_content(name), "{name}");
        }
    }

    #[test]
    fn no_header_is_given_twice_for_one_file() {
        let site = site(&["sw.js", "a-0123456789abcdef.js", "social.png", "_headers", ".trunk-lock"]);
        let list = List::of(site.path()).expect("a site");
        for file in ["index.html", "sw.js", "a-0123456789abcdef.js", "social.png"] {
            let with = list.some.iter().filter(|(_, _, files)| files.iter().any(|name| name == file));
            let mut names: Vec<_> = with.map(|(name, ..)| *name).collect();
            names.extend(list.everywhere.iter().map(|(name, _)| *name));
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!((names.len(), all), (7, 7), "{file}");
        }
        let printed = headers(site.path(), Host::Pages).expect("a site");
        assert!(!printed.contains("trunk-lock") && !printed.contains("/_headers"), "{printed}");
    }

    #[test]
    fn a_page_without_a_policy_is_an_error() {
        let site = site(&[]);
        fs::write(site.path().join("index.html"), "<meta charset=utf-8>").expect("the page can be written");
        let problem = headers(site.path(), Host::Caddy).expect_err("no policy").to_string();
        assert!(problem.contains("has no policy"), "{problem}");
    }

    #[test]
    fn the_editors_own_files_have_headers_whatever_they_are() {
        let site = site(&["CNAME", "clip.mov", "a \"b\" (1).png", ".nojekyll"]);
        fs::create_dir(site.path().join(".git")).expect("made");
        fs::write(site.path().join(".git/config"), "").expect("the file can be written");
        let printed = |host: Host| headers(site.path(), host).expect("it is a site");
        for host in [Host::Pages, Host::Nginx, Host::Caddy] {
            let printed = printed(host);
            assert!(printed.contains("/CNAME") && printed.contains("/clip.mov"), "{printed}");
            assert!(!printed.contains(".nojekyll") && !printed.contains(".git"), "{printed}");
        }
        // Names may contain what separates words for the host.
        for host in [Host::Nginx, Host::Caddy] {
            assert!(printed(host).contains(" \"/a \\\"b\\\" (1).png\""), "{}", printed(host));
        }
    }
}
