//! The modules of a crate, and which of them use which, read from the source text.
//!
//! Paths are found in the tokens of each file, inside macros too. A path that names a re-export counts as a use of the
//! module that defines the item, so a façade that only re-exports is never part of a circle. Code under `#[cfg(test)]`
//! does not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A module, by the names that lead to it from the root of its crate.
type Name = Vec<String>;

/// The maximum number of re-exports to follow from one path, more than any crate has in a row.
const HOPS: usize = 16;

/// The module graph of one crate.
#[derive(Debug, Default)]
pub struct Modules(BTreeMap<Name, Module>);

/// What one module declares and uses.
#[derive(Debug, Default)]
struct Module {
    children: BTreeSet<String>,
    /// Names that `use` brings into scope, and what they stand for.
    aliases: BTreeMap<String, Name>,
    /// Modules whose names come into scope by `use …::*`.
    globs: Vec<Name>,
    /// Items that the module defines.
    items: BTreeSet<String>,
    /// Absolute paths that occur in the code.
    paths: BTreeSet<Name>,
}

impl Modules {
    /// Reads a crate from its root file, `lib.rs` or `main.rs`, and from the files that it declares.
    pub fn of_crate(root: &Path) -> Self {
        let mut modules = Self::default();
        let folder = root.parent().expect("a file lies in a folder");
        modules.read(root, folder, &[]);
        modules
    }

    /// Returns the circles: modules that use each other, directly or through others. Each circle is sorted, and lists paths
    /// from the root.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let mut reached: BTreeMap<&Name, BTreeSet<&Name>> = BTreeMap::new();
        let uses: BTreeMap<_, _> = self.0.keys().map(|name| (name, self.uses(name))).collect();
        for name in self.0.keys() {
            let mut next: Vec<&Name> = uses[name].iter().copied().collect();
            let found = reached.entry(name).or_default();
            while let Some(module) = next.pop() {
                if found.insert(module) {
                    next.extend(&uses[module]);
                }
            }
        }
        let circles: BTreeSet<Vec<String>> = reached
            .iter()
            .filter(|(name, found)| found.contains(*name))
            .map(|(name, found)| {
                let both = found.iter().filter(|other| reached[**other].contains(name));
                both.map(|module| shown(module)).collect()
            })
            .collect();
        circles.into_iter().collect()
    }

    /// Returns the modules that a module uses, except itself and the modules that contain it: a module and its submodules
    /// count as one unit. This exception does not apply to the root of the crate: each use of it is returned.
    fn uses(&self, name: &Name) -> BTreeSet<&Name> {
        let used = self.0[name].paths.iter().filter_map(|path| self.definer(path, HOPS));
        used.filter(|used| *used != name && (used.is_empty() || !name.starts_with(used))).collect()
    }

    /// Returns the module that defines what an absolute path names, or `None` if it is a re-export from another crate.
    fn definer(&self, path: &[String], hops: usize) -> Option<&Name> {
        let depth = (0..=path.len()).rev().find(|depth| self.0.contains_key(&path[..*depth]))?;
        let (name, module) = self.0.get_key_value(&path[..depth])?;
        let Some(item) = path.get(depth) else { return Some(name) };
        if module.items.contains(item) || hops == 0 {
            return Some(name);
        }
        if let Some(target) = module.aliases.get(item) {
            return self.definer(&[target.as_slice(), &path[depth + 1..]].concat(), hops - 1);
        }
        let through = module.globs.iter().filter_map(|glob| self.0.get_key_value(glob));
        let through = through.filter(|(_, module)| module.items.contains(item) || module.aliases.contains_key(item));
        through
            .map(|(glob, _)| glob)
            .next()
            .map_or(Some(name), |glob| self.definer(&[glob.as_slice(), std::slice::from_ref(item)].concat(), hops - 1))
    }

    /// Reads a file as the module `name`; `folder` contains the files of its children.
    fn read(&mut self, file: &Path, folder: &Path, name: &[String]) {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let tokens = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.add(tokens, folder, name);
    }

    fn add(&mut self, tokens: TokenStream, folder: &Path, name: &[String]) {
        let tokens = without_tests(tokens);
        let mut module = Module::default();
        let mut declared = Vec::new();
        declare(&tokens, &mut module, &mut declared);
        Scan { name, module: &mut module }.code(&tokens);
        self.0.insert(name.to_vec(), module);
        for (child, body) in declared {
            let path = [name, std::slice::from_ref(&child)].concat();
            match body {
                Some(body) => self.add(body, &folder.join(&child), &path),
                None => self.read(&file_of(folder, &child), &folder.join(&child), &path),
            }
        }
    }
}

/// Formats the path of a module as it is written in code.
fn shown(name: &Name) -> String {
    if name.is_empty() { "crate".to_owned() } else { name.join("::") }
}

fn file_of(folder: &Path, module: &str) -> PathBuf {
    let flat = folder.join(format!("{module}.rs"));
    if flat.is_file() { flat } else { folder.join(module).join("mod.rs") }
}

/// Removes items under `#[cfg(test)]`.
fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let is_test = matches!(&token, TokenTree::Group(group) if group.to_string().replace(' ', "") == "[cfg(test)]");
        if !is_test {
            kept.push(token);
            continue;
        }
        // The `#` before the attribute.
        kept.pop();
        let _ = tokens.find(|token| match token {
            TokenTree::Punct(end) => end.as_char() == ';',
            TokenTree::Group(body) => body.delimiter() == Delimiter::Brace,
            _ => false,
        });
    }
    kept
}

/// Records the items at the top level of a module and its child modules, with the bodies of those that are inline.
fn declare(tokens: &[TokenTree], module: &mut Module, declared: &mut Vec<(String, Option<TokenStream>)>) {
    const KINDS: [&str; 9] = ["fn", "struct", "enum", "trait", "type", "const", "static", "union", "macro_rules"];
    for (index, token) in tokens.iter().enumerate() {
        let Some(word) = word(token) else { continue };
        let mut rest = tokens[index + 1..].iter().filter(|token| !is(token, '!'));
        let Some(name) = rest.next().and_then(self::word) else { continue };
        if KINDS.contains(&word.as_str()) {
            module.items.insert(name);
        } else if word == "mod" {
            let body = match rest.next() {
                Some(TokenTree::Group(body)) => Some(body.stream()),
                _ => None,
            };
            module.children.insert(name.clone());
            declared.push((name, body));
        }
    }
}

/// Looks for paths in the code of one module.
struct Scan<'a> {
    name: &'a [String],
    module: &'a mut Module,
}

impl Scan<'_> {
    fn code(&mut self, tokens: &[TokenTree]) {
        let mut index = 0;
        while index < tokens.len() {
            match &tokens[index] {
                TokenTree::Ident(ident) if ident == "use" => {
                    let is_public = is_public(&tokens[..index]);
                    let end = tokens[index..].iter().position(|token| is(token, ';')).unwrap_or(tokens.len() - index);
                    self.import(&tokens[index + 1..index + end], &[], is_public);
                    index += end;
                }
                // An inline module is a module of its own.
                TokenTree::Ident(ident) if ident == "mod" => index += 2,
                TokenTree::Group(group) => {
                    self.code(&without_tests(group.stream()));
                }
                TokenTree::Ident(_) if !follows_a_path(&tokens[..index]) => {
                    let path = path(&tokens[index..]);
                    index += 3 * (path.len() - 1);
                    // A name without `::` is in scope by an import, which is counted, or is defined here.
                    if path.len() > 1
                        && let Some(path) = self.absolute(&path)
                    {
                        self.module.paths.insert(path);
                    }
                }
                _ => {}
            }
            index += 1;
        }
    }

    /// Reads one branch of a `use` that begins with `prefix`.
    fn import(&mut self, tokens: &[TokenTree], prefix: &[String], is_public: bool) {
        let tokens = if tokens.first().is_some_and(|token| is(token, ':')) { &tokens[2..] } else { tokens };
        let path = [prefix, &path(tokens)].concat();
        let rest = &tokens[(3 * (path.len() - prefix.len())).saturating_sub(2).min(tokens.len())..];
        let last = rest.iter().find(|token| !is(token, ':'));
        match last {
            Some(TokenTree::Group(group)) => {
                let trees: Vec<_> = group.stream().into_iter().collect();
                for tree in trees.split(|token| is(token, ',')).filter(|tree| !tree.is_empty()) {
                    self.import(tree, &path, is_public);
                }
            }
            Some(star) if is(star, '*') => {
                if let Some(path) = self.absolute(&path) {
                    self.module.globs.push(path.clone());
                    if !is_public {
                        self.module.paths.insert(path);
                    }
                }
            }
            _ => {
                let named = rest.iter().filter_map(word).find(|word| word != "as");
                let path = if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                    path[..path.len() - 1].to_vec()
                } else {
                    path
                };
                if let (Some(path), Some(last)) = (self.absolute(&path), path.last()) {
                    self.module.aliases.insert(named.unwrap_or_else(|| last.clone()), path.clone());
                    if !is_public {
                        self.module.paths.insert(path);
                    }
                }
            }
        }
    }

    /// Resolves a path to one from the root of the crate, unless it leads into another crate.
    fn absolute(&self, path: &[String]) -> Option<Name> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([self.name, rest].concat()),
            "super" => {
                let up = path.iter().take_while(|name| *name == "super").count();
                Some([&self.name[..self.name.len().checked_sub(up)?], &path[up..]].concat())
            }
            child if self.module.children.contains(child) => Some([self.name, path].concat()),
            alias => self.module.aliases.get(alias).map(|target| [target.as_slice(), rest].concat()),
        }
    }
}

/// Whether the tokens before an item end with `pub`, with or without a scope.
fn is_public(before: &[TokenTree]) -> bool {
    let before = match before {
        [rest @ .., TokenTree::Group(scope)] if scope.delimiter() == Delimiter::Parenthesis => rest,
        all => all,
    };
    before.last().and_then(word).is_some_and(|word| word == "pub")
}

/// Reads the names at the start of the tokens, as far as `::` joins them.
fn path(tokens: &[TokenTree]) -> Name {
    let mut path: Name = tokens.first().and_then(word).into_iter().collect();
    for next in tokens.get(1..).unwrap_or_default().chunks(3) {
        match next {
            [first, second, name] if is(first, ':') && is(second, ':') && !path.is_empty() => match word(name) {
                Some(name) => path.push(name),
                None => break,
            },
            _ => break,
        }
    }
    path
}

/// Whether the next token continues a path, or names a field or method.
fn follows_a_path(before: &[TokenTree]) -> bool {
    match before {
        [.., first, second] if is(first, ':') && is(second, ':') => true,
        [.., last] => is(last, '.'),
        [] => false,
    }
}

fn is(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn word(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}
