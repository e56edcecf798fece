//! Prints the list of headers as `_headers`, within the limits of Cloudflare Pages, which are stricter than Netlify's.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Result, ensure};

use super::{FOR_ALL, FOR_GOOD, List, NO_CACHE, POLICY};
use crate::embed::{EMBED, EMBED_BARE};

/// The limits: characters in a line, and rules in the file.
const LINE: usize = 2000;
const RULES: usize = 100;

/// The number of files or headers that a message names.
const NAMED: usize = 3;

/// The headers of a path, with their names.
type Headers = Vec<(&'static str, String)>;

/// A path, which may end with `*`, and its headers.
type Rule = (String, Headers);

/// Prints `_headers`.
///
/// # Errors
///
/// Returns an error if the rules exceed the limits.
pub(super) fn pages(list: &List) -> Result<String> {
    let (config, left_out) = within_limits(list);
    ensure!(left_out.is_empty(), "{}", left_out.join("\n"));
    Ok(config)
}

/// Prints as much of `_headers` as the limits allow, and returns it with a message for each limit that is exceeded.
pub(super) fn within_limits(list: &List) -> (String, Vec<String>) {
    let mut rules = rules(list);
    let mut left_out = Vec::new();
    if rules.len() > RULES {
        let count = rules.len();
        rules.sort_by_key(dispensable);
        let without: Vec<_> = rules.split_off(RULES).into_iter().map(|(path, _)| path).collect();
        left_out.push(format!(
            "Cloudflare Pages takes {RULES} rules in _headers, and this site has {count}; there is no room for {}\n  = help: \
             the files of a folder share a rule if all of them have the same headers, so put pictures into one folder of \
             the story, and sounds and films into another",
            some_of(&without)
        ));
    }
    let mut config = String::new();
    let mut long = Vec::new();
    for (path, headers) in rules {
        let _ = writeln!(config, "{path}");
        for (name, value) in headers {
            let line = format!("  {name}: {value}");
            if line.len() > LINE {
                long.push(format!("{name} of {path}"));
            } else {
                let _ = writeln!(config, "{line}");
            }
        }
    }
    if !long.is_empty() {
        left_out.push(format!(
            "Cloudflare Pages takes {LINE} characters in a line of _headers; there is no room for {}",
            some_of(&long)
        ));
    }
    (config, left_out)
}

/// Returns the rules. If two rules give the same header to one path, hosts join the values, so no two rules do.
fn rules(list: &List) -> Vec<Rule> {
    // If one page has a policy of its own, the policy is repeated for each file: a general rule would be joined with that
    // policy.
    let is_apart = |name: &str| list.embed.is_some() && name == POLICY;
    let (policies, everywhere): (Headers, Headers) =
        list.everywhere.iter().cloned().partition(|(name, _)| is_apart(name));
    let mut rules = vec![("/*".to_owned(), everywhere)];
    let mut files: BTreeMap<&str, Headers> = BTreeMap::new();
    for (name, value, of) in &list.some {
        for file in of {
            files.entry(file).or_default().push((name, (*value).to_owned()));
        }
    }
    for (file, mut headers) in by_folder(&files) {
        match &list.embed {
            Some(embed) if file == EMBED => headers.push((POLICY, embed.clone())),
            _ => headers.extend(policies.iter().cloned()),
        }
        // Hosts also serve pages under short names.
        if let Some((_, short)) = [("index.html", "/"), (EMBED, EMBED_BARE)].iter().find(|(page, _)| *page == file) {
            rules.push(((*short).to_owned(), headers.clone()));
        }
        rules.push((format!("/{file}"), headers));
    }
    rules
}

/// Replaces the files of a folder by the folder if all of them have the same headers.
fn by_folder(files: &BTreeMap<&str, Headers>) -> BTreeMap<String, Headers> {
    let path = |file: &str, headers: &Headers| {
        // A rule for a folder also applies to its subfolders, so the outermost folder has the only one.
        let shared = file.match_indices('/').map(|(slash, _)| &file[..=slash]).find(|folder| {
            let mut within = files.range(*folder..).take_while(|(file, _)| file.starts_with(folder));
            within.all(|(_, others)| others == headers)
        });
        shared.map_or_else(|| file.to_owned(), |folder| format!("{folder}*"))
    };
    files.iter().map(|(file, headers)| (path(file, headers), headers.clone())).collect()
}

/// Orders rules by what is lost without them, most first: those of many files, of the pages and of what must not be stale;
/// then limits on who may load a file; then the time that a file is kept.
fn dispensable((path, headers): &Rule) -> (bool, bool, bool) {
    let has = |value: &str| headers.iter().any(|(_, of)| of == value);
    let is_needed = path.ends_with('*') || has(NO_CACHE);
    (!is_needed, has(FOR_ALL), !has(FOR_GOOD))
}

/// Names some of the items, and says how many there are.
fn some_of(items: &[String]) -> String {
    let (named, others) = items.split_at(NAMED.min(items.len()));
    let named = named.join(", ");
    if others.is_empty() { named } else { format!("{named} and {} more", others.len()) }
}

#[cfg(test)]
mod tests {
    use super::super::{A_DAY, FOR_SITE};
    use super::*;

    fn list(files: &[(&str, &'static str, &'static str)], policy: &str) -> List {
        let mut some: BTreeMap<(&'static str, &'static str), Vec<String>> = BTreeMap::new();
        for (file, caching, sharing) in files {
            for header in [("Cache-Control", *caching), ("Cross-Origin-Resource-Policy", *sharing)] {
                some.entry(header).or_default().push((*file).to_owned());
            }
        }
        let some = some.into_iter().map(|((name, value), files)| (name, value, files)).collect();
        List { everywhere: vec![(POLICY, policy.to_owned())], some, embed: None }
    }

    fn paths(config: &str) -> Vec<&str> {
        config.lines().filter(|line| line.starts_with('/')).collect()
    }

    #[test]
    fn the_files_of_a_folder_share_a_rule_if_they_can() {
        let [day, all, own] = [A_DAY, FOR_ALL, FOR_SITE];
        let list = list(
            &[
                ("a.png", day, all),
                ("fonts/a.txt", day, own),
                ("fonts/a.woff2", FOR_GOOD, own),
                ("fonts/more/a.txt", day, own),
                ("fonts/more/b/c.txt", day, own),
                ("icons/a.png", day, all),
                ("icons/b/c.png", day, all),
                ("icons-old/a.png", day, own),
            ],
            "none",
        );
        let config = pages(&list).expect("there are few");
        let expected = ["/*", "/a.png", "/fonts/a.txt", "/fonts/a.woff2", "/fonts/more/*", "/icons-old/*", "/icons/*"];
        assert_eq!(paths(&config), expected);
    }

    #[test]
    fn beyond_the_limits_the_least_is_left_out() {
        let [day, all, own] = [A_DAY, FOR_ALL, FOR_SITE];
        let names: Vec<_> = (100..200).map(|number| format!("{number}.svg")).collect();
        let mut files: Vec<_> = names.iter().map(|name| (name.as_str(), day, all)).collect();
        files.extend([("index.html", NO_CACHE, own), ("sw.js", NO_CACHE, own), ("timeline.csv", day, own)]);
        files.push(("z-0123456789abcdef.svg", FOR_GOOD, all));
        let list = list(&files, &"x".repeat(LINE));
        let problem = pages(&list).expect_err("there are too many").to_string();
        let (config, left_out) = within_limits(&list);
        assert_eq!(problem, left_out.join("\n"));
        let expected = "100 rules in _headers, and this site has 106; there is no room for /194.svg, /195.svg, /196.svg \
                        and 3 more\n";
        assert!(left_out[0].contains(expected), "{left_out:?}");
        assert!(left_out[1].ends_with("no room for Content-Security-Policy of /*") && left_out.len() == 2);
        let kept = paths(&config);
        assert_eq!(kept.len(), RULES);
        for path in ["/*", "/", "/index.html", "/sw.js", "/timeline.csv", "/z-0123456789abcdef.svg", "/100.svg"] {
            assert!(kept.contains(&path), "{path}: {kept:?}");
        }
        assert!(config.lines().all(|line| line.len() <= LINE));
    }
}
