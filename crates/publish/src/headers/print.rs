//! Prints the list of headers as configurations of nginx and Caddy.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{List, POLICY, UNPUBLISHED, types};
use crate::embed::EMBED;

/// The longest file name that fits the default bucket size of nginx's `map`: with its slash, its length and two pointers, it
/// takes 64 bytes.
const LONGEST: usize = 45;

/// nginx's variable for the policy, used if one page has its own.
const POLICIES: &str = "$palimpsest_policy";

/// Returns the comment at the top of the nginx and Caddy configurations.
fn preface(yours: &str) -> String {
    format!(
        "# Made for one build: the policy holds hashes of its page's contents. Print it again for each build.\n\
         # Yours to change: {yours}.\n"
    )
}

/// Quotes a path, since names may contain spaces.
fn quoted(path: &str) -> String {
    format!("\"{}\"", path.replace('"', "\\\""))
}

/// Prints a file for nginx's `conf.d`. It uses `map`, because an `add_header` in a `location` would drop all those around
/// it.
pub(super) fn nginx(list: &List) -> String {
    let mut config = preface("listen, server_name and root");
    if list.some.iter().any(|(.., files)| files.iter().any(|file| file.len() > LONGEST)) {
        config.push_str("map_hash_bucket_size 256;\n");
    }
    let mut maps: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (name, value, files) in &list.some {
        maps.entry(name).or_default().extend(files.iter().map(|file| (file.as_str(), *value)));
    }
    let variable = |name: &str| format!("$palimpsest_{}", name.to_lowercase().replace('-', "_"));
    for (name, files) in &maps {
        let _ = writeln!(config, "map $uri {} {{", variable(name));
        for (file, value) in files {
            let path = file.strip_suffix('*').map_or_else(|| format!("/{file}"), |start| format!("~^/{start}"));
            let _ = writeln!(config, "    {} \"{value}\";", quoted(&path));
        }
        config.push_str("}\n");
    }
    if let (Some(embed), Some((_, policy))) = (&list.embed, list.everywhere.iter().find(|(name, _)| *name == POLICY)) {
        let _ = writeln!(config, "map $uri {POLICIES} {{\n    default \"{policy}\";\n    /{EMBED} \"{embed}\";\n}}");
    }
    config.push_str("server {\n    listen 80;\n    server_name example.org;\n    root /var/www/palimpsest;\n");
    config.push_str("    charset utf-8;\n    server_tokens off;\n    types {\n");
    for (ending, kind) in types() {
        let _ = writeln!(config, "        {kind} {ending};");
    }
    config.push_str("    }\n    gzip on;\n    gzip_vary on;\n    gzip_min_length 1000;\n");
    // nginx adds HTML to these lists itself.
    let others = |kinds: &[&str]| {
        kinds.iter().filter(|kind| **kind != "text/html").fold(String::new(), |all, kind| all + " " + kind)
    };
    let _ = writeln!(config, "    gzip_types{};", others(&compressible().collect::<Vec<_>>()));
    let _ = writeln!(config, "    charset_types{};", others(&texts().collect::<Vec<_>>()));
    for (name, value) in &list.everywhere {
        let value = if list.embed.is_some() && *name == POLICY { POLICIES.to_owned() } else { format!("\"{value}\"") };
        let _ = writeln!(config, "    add_header {name} {value} always;");
    }
    for name in maps.keys() {
        let _ = writeln!(config, "    add_header {name} {};", variable(name));
    }
    config.push_str("    location = / {\n        try_files /index.html =404;\n    }\n");
    config.push_str("    location / {\n        try_files $uri =404;\n    }\n");
    for file in UNPUBLISHED {
        let _ = writeln!(config, "    location = /{file} {{\n        return 404;\n    }}");
    }
    config.push_str("}\n");
    config
}

/// Prints a site of a `Caddyfile`.
pub(super) fn caddy(list: &List) -> String {
    let mut config = preface("example.org and root");
    config.push_str("example.org {\n\troot * /var/www/palimpsest\n\tencode {\n\t\tzstd\n\t\tgzip\n\t\tmatch {\n");
    for kind in compressible() {
        let _ = writeln!(config, "\t\t\theader Content-Type {kind}*");
    }
    config.push_str("\t\t}\n\t}\n\theader {\n");
    let is_apart = |name: &str| list.embed.is_some() && name == POLICY;
    for (name, value) in list.everywhere.iter().filter(|(name, _)| !is_apart(name)) {
        let _ = writeln!(config, "\t\t{name} \"{value}\"");
    }
    config.push_str("\t}\n");
    for (name, value) in list.everywhere.iter().filter(|(name, _)| is_apart(name)) {
        let _ = writeln!(config, "\t@whole not path /{EMBED}\n\theader @whole {name} \"{value}\"");
    }
    if let Some(embed) = &list.embed {
        let _ = writeln!(config, "\t@embed path /{EMBED}\n\theader @embed {POLICY} \"{embed}\"");
    }
    for (number, (name, value, files)) in list.some.iter().enumerate() {
        let paths: Vec<_> = files.iter().map(|file| quoted(&format!("/{file}"))).collect();
        let page = if files.iter().any(|file| file == "index.html") { "/ " } else { "" };
        let _ = writeln!(config, "\t@some{number} path {page}{}", paths.join(" "));
        let _ = writeln!(config, "\theader @some{number} {name} \"{value}\"");
    }
    // Without this, Caddy's media types would depend on the system's lists, as they do in Go.
    for (ending, kind) in types() {
        let charset = if texts().any(|text| text == kind) { "; charset=utf-8" } else { "" };
        let _ = writeln!(config, "\t@{ending} path *.{ending}");
        let _ = writeln!(config, "\theader @{ending} Content-Type \"{kind}{charset}\"");
    }
    let _ = writeln!(config, "\tfile_server {{\n\t\thide {}\n\t}}\n}}", UNPUBLISHED.join(" "));
    config
}

/// Returns the media types that are worth compressing. Fonts, photographs and books are compressed already.
fn compressible() -> impl Iterator<Item = &'static str> {
    let drawn = |kind: &&str| *kind == "image/svg+xml" || !kind.starts_with("image/") && !kind.starts_with("font/");
    types().map(|(_, kind)| kind).filter(drawn).filter(|kind| !kind.ends_with("zip"))
}

/// Returns the media types of text.
fn texts() -> impl Iterator<Item = &'static str> {
    types().map(|(_, kind)| kind).filter(|kind| kind.starts_with("text/"))
}
