//! The headers that the built site asks its host to send: `_headers`, in the format of Netlify and Cloudflare Pages.

use std::fs;
use std::path::Path;

/// Headers by path, in file order. A path that ends with `*` matches every path with that prefix.
pub struct Headers(Vec<(String, Vec<(String, String)>)>);

impl Headers {
    /// Reads the headers of a site.
    pub fn of(site: &Path) -> Self {
        let text = fs::read_to_string(site.join("_headers")).expect("a finished site says what a host is to send");
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in text.lines() {
            if line.starts_with(' ') {
                let (name, value) = line.trim().split_once(": ").expect("a header has a value");
                let (_, headers) = rules.last_mut().expect("headers follow a path");
                headers.push((name.to_owned(), value.to_owned()));
            } else {
                rules.push((line.to_owned(), Vec::new()));
            }
        }
        Self(rules)
    }

    /// The headers, as names and values, of the file at `path`, which begins with `/`.
    pub fn with<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let is_meant = move |rule: &str| rule.strip_suffix('*').map_or(rule == path, |start| path.starts_with(start));
        let rules = self.0.iter().filter(move |(rule, _)| is_meant(rule));
        rules.flat_map(|(_, headers)| headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}
