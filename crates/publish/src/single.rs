//! The whole page as one file that can be opened from a disk, made from a finished site. Styles are inline, pictures and
//! fonts are `data:` URLs, and the compressed program is in an element of its own. Nothing is loaded, and the policy allows
//! only the contents of the file, with each script and style identified by its digest.

use std::cell::{Cell, RefCell};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use miniz_oxide::deflate::compress_to_vec_zlib;
use palimpsest_contract::hook::{attribute, class, id};
use palimpsest_export::sha256;
use percent_encoding::percent_decode_str;

use crate::addresses::{self, RELATION};
use crate::engine::INDEX;
use crate::headers::media_type;
use crate::policy;
use crate::program::without_comments;
use crate::site::Site;

/// The id of the element with the program, known to `single.js`. It cannot clash with an id of a story, which has no
/// underscore.
const PACKED: &str = "packed_program";
/// The highest compression level of the library.
const LEVEL: u8 = 10;
/// The mark of a single-file page, with the version that made it.
const GENERATOR: &str = concat!("<meta name=\"generator\" content=\"Palimpsest ", env!("CARGO_PKG_VERSION"), "\">");
/// The beginning of the mark, without the version.
const MARK: &[u8] = b"<meta name=\"generator\" content=\"Palimpsest ";

/// The elements that a file does not need: everything a browser would preload or install, the site's policy, and the gate.
const LEFT_OUT: [&str; 6] = [
    "meta[http-equiv=Content-Security-Policy]",
    "link[rel=preload]",
    "link[rel=apple-touch-icon]",
    "link[rel=icon]:not([type=\"image/svg+xml\"])",
    "link[data-rel]",
    ".opening > script",
];
/// The data for search engines, which a file does not need. The program takes its place.
const LINKED_DATA: &str = "script[type=\"application/ld+json\"]";

/// The longest file name, in bytes, without its extension. Systems allow 255 with the extension.
const LONGEST_NAME: usize = 200;
/// The names that Windows reserves for devices, without the digit that follows some of them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The facts that are read from a finished page.
#[derive(Default)]
struct Parts {
    title: String,
    /// The page's own address, as escaped in the page.
    address: Option<String>,
    /// The file names of the script and of the program.
    script: Option<String>,
    program: Option<String>,
}

/// Folds the finished site in a folder into one file.
///
/// # Errors
///
/// Returns an error if a file of the site cannot be read or cannot be part of a page.
pub fn fold(folder: &Path) -> Result<String> {
    let site = Site::new(folder);
    let html = site.read_text(INDEX)?;
    let parts = Parts::of(&html)?;
    let html = in_one(&site, &html, &parts)?;
    let html = with_data(&site, &html)?;
    policy::add_alone(&html)
}

/// Reports whether a file is a single-file page.
pub fn is_single(file: &[u8]) -> bool {
    file.windows(MARK.len()).any(|part| part == MARK)
}

/// Returns a file name for a page with this title that is valid on every system, such as `The Bell of Sandvik.html`.
pub fn file_name(title: &str) -> String {
    let is_plain = |letter: char| !letter.is_control() && !"\\/:*?\"<>|".contains(letter);
    let words: String = title.chars().map(|letter| if is_plain(letter) { letter } else { ' ' }).collect();
    let mut name = words.split_whitespace().collect::<Vec<_>>().join(" ");
    while name.len() > LONGEST_NAME {
        name.pop();
    }
    let name = name.trim_matches(['.', ' ']);
    let bare = name.split('.').next().unwrap_or_default().trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_device = DEVICES.iter().any(|device| bare.eq_ignore_ascii_case(device));
    match name {
        "" => "page.html".to_owned(),
        name if is_device => format!("_{name}.html"),
        name => format!("{name}.html"),
    }
}

impl Parts {
    fn of(html: &str) -> Result<Self> {
        let parts = RefCell::new(Self::default());
        let titled = Cell::new(false);
        let name = |address: Option<String>| address.map(|address| address.trim_start_matches("./").to_owned());
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("link[rel=canonical]", |link| {
                parts.borrow_mut().address = link.get_attribute("href");
                Ok(())
            }))
            .append_element_content_handler(element!(format!("link[{RELATION}=modulepreload]"), |link| {
                parts.borrow_mut().script = name(link.get_attribute("href"));
                Ok(())
            }))
            .append_element_content_handler(element!(format!("link[{RELATION}=preload]"), |link| {
                parts.borrow_mut().program = name(link.get_attribute("href"));
                Ok(())
            }))
            .append_element_content_handler(text!("title", |chunk| {
                // Later `<title>` elements belong to drawings.
                if !titled.get() {
                    parts.borrow_mut().title.push_str(chunk.as_str());
                    titled.set(chunk.last_in_text_node());
                }
                Ok(())
            }));
        rewrite_str(html, settings)?;
        Ok(parts.into_inner())
    }

    /// Returns a key for the story's stored data, since all files on a disk may share one storage.
    fn key(&self) -> String {
        sha256(self.address.as_ref().unwrap_or(&self.title).as_bytes())[..8].to_owned()
    }

    /// Returns the elements added to the head: the mark, and styles that hide what the file cannot offer. Without an
    /// address, there is no link to copy or share, and no place from which to download the exported files.
    fn head(&self) -> String {
        let address = attribute::ADDRESS;
        let [mark, first, sentence] = [class::LINK_MARK, class::SHARE_FIRST, id::SHARE_SENTENCE];
        let nowhere = format!("[{address}=\"\"] :is(.{mark},.{first},#{sentence}){{display:none}}");
        let files = match self.address {
            Some(_) => "",
            None => "ul:has(>li>a[download]),p:has(+ul>li>a[download]){display:none}",
        };
        format!("{GENERATOR}<style>{nowhere}{files}</style>")
    }
}

/// Returns the page with its styles and its program inline.
fn in_one(site: &Site, html: &str, parts: &Parts) -> Result<String> {
    let (script, packed) = match (&parts.script, &parts.program) {
        (Some(script), Some(program)) => (starter(&site.read_text(script)?)?, packed(&site.read(program)?)),
        _ => (String::new(), String::new()),
    };
    let head = RefCell::new(Some(parts.head()));
    let script = RefCell::new(Some(script));
    let mut settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |root| {
            root.remove_attribute(attribute::WORKER);
            Ok(root.set_attribute(attribute::STORY, &parts.key())?)
        }))
        .append_element_content_handler(element!("title", |title| {
            if let Some(head) = head.take() {
                title.after(&head, ContentType::Html);
            }
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel=stylesheet][href]", |link| {
            let sheet = site.read_text(&link.get_attribute("href").unwrap_or_default())?;
            link.replace(&format!("<style>{sheet}</style>"), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("script[type=module]", |start| {
            if let Some(script) = script.take() {
                start.before(&script, ContentType::Html);
            }
            Ok(())
        }))
        .append_element_content_handler(element!(LINKED_DATA, |data| {
            data.replace(&packed, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("a[href][download]", |link| {
            if let Some(address) = &parts.address {
                let name = link.get_attribute("href").unwrap_or_default();
                link.set_attribute("href", &format!("{address}{name}"))?;
            }
            Ok(())
        }))
        .append_element_content_handler(element!(format!(".{}", class::COLOPHON), |colophon| {
            // The file never updates itself, so it links the published page, which may be newer.
            if let Some(address) = &parts.address {
                colophon.append(&format!("<p><a href=\"{address}\">{address}</a></p>"), ContentType::Html);
            }
            Ok(())
        }));
    // Keep one width of each picture, the one in its `src`.
    settings = settings.append_element_content_handler(element!("img[srcset]", |image| {
        image.remove_attribute("srcset");
        image.remove_attribute("sizes");
        Ok(())
    }));
    for selector in LEFT_OUT {
        settings = settings.append_element_content_handler(element!(selector, |element| {
            element.remove();
            Ok(())
        }));
    }
    Ok(rewrite_str(html, settings)?)
}

/// Returns the module that starts the program: wasm-bindgen's script, followed by `single.js`.
fn starter(script: &str) -> Result<String> {
    let follows = |word: &str| -> Vec<Option<char>> {
        script.match_indices(word).map(|(at, _)| script[at + word.len()..].chars().next()).collect()
    };
    // Skip the identifiers `imports` and `exports`, and `import.meta`, which loads nothing.
    let imports = follows("import").iter().filter(|next| !matches!(next, Some('s' | '.'))).count();
    let exports = follows("export").iter().filter(|next| !matches!(next, Some('s'))).count();
    ensure!(
        imports == 0 && exports == 1,
        "the script has {imports} imports and {exports} exports, in place of a single export"
    );
    for end in ["</script", "<!--"] {
        ensure!(!script.to_ascii_lowercase().contains(end), "the script cannot be part of a page: it contains {end}");
    }
    let at = script.match_indices("export").map(|(at, _)| at).find(|at| !script[at + 6..].starts_with('s'));
    let (before, export) = script.split_at(at.unwrap_or_default());
    let list = export["export".len()..].trim_start().strip_prefix('{').and_then(|list| list.split_once('}'));
    let Some((names, after)) = list else { bail!("the script exports no list of names") };
    let init = names.split(',').find_map(|name| name.trim().strip_suffix(" as default"));
    let init = init.context("the script has no default export")?.trim();
    let ours = without_comments(include_str!("single.js")).replace("PALIMPSEST_INIT", init);
    Ok(format!("<script type=\"module\">{before}{}\n{ours}</script>", after.trim_start_matches(';')))
}

/// Returns the program as an element of the page. The checksum in the zlib format detects damage.
fn packed(program: &[u8]) -> String {
    let text = STANDARD.encode(compress_to_vec_zlib(program, LEVEL));
    format!("<script type=\"application/zlib\" id=\"{PACKED}\">{text}</script>")
}

/// Returns the page with `data:` URLs in place of the files that it loads.
fn with_data(site: &Site, html: &str) -> Result<String> {
    let fault = RefCell::new(None);
    let html = addresses::rewrite(html, |name| {
        if name.starts_with("data:") || name.starts_with('#') {
            return None;
        }
        match data(site, name) {
            Ok(data) => Some(data),
            Err(error) => {
                fault.borrow_mut().get_or_insert(error);
                None
            }
        }
    })?;
    fault.into_inner().map_or(Ok(html), Err)
}

/// Returns a file of the site as a `data:` URL.
fn data(site: &Site, name: &str) -> Result<String> {
    let written = html_escape::decode_html_entities(name);
    let file = percent_decode_str(&written).decode_utf8_lossy();
    ensure!(site.has(&file), "the page loads {file}, which is not a file of the site");
    let kind = media_type(&file).with_context(|| format!("{file} is of a type that cannot be part of a page"))?;
    Ok(format!("data:{kind};base64,{}", STANDARD.encode(site.read(&file)?)))
}

#[cfg(test)]
mod tests;
