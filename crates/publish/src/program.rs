//! The program and its script, made ready: a guard between it and the browser, and short names for what it imports and
//! offers. wasm-bindgen gives each import a hash, once in either file, that no compression can shorten: together they were
//! five kilobytes of what a reader loads.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Imports, Parser, Payload};

/// Guards the program, shortens names where `short`, and says in the page what both files now are. The page without a
/// program stays as it is. `src/start.js` starts the program; Trunk's own script for that goes.
pub(crate) fn prepare(site: &Path, html: &str, short: bool) -> Result<String> {
    let files = RefCell::new([None, None]);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link[rel=modulepreload]", |link| {
            files.borrow_mut()[0] = link.get_attribute("href");
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel=preload][as=fetch]", |link| {
            files.borrow_mut()[1] = link.get_attribute("href");
            Ok(())
        }));
    rewrite_str(html, settings)?;
    let [Some(script), Some(program)] = files.into_inner() else { return Ok(html.to_owned()) };
    let [script_file, program_file] = [&script, &program].map(|address| site.join(address.trim_start_matches("./")));

    let text = fs::read_to_string(&script_file).with_context(|| format!("reading {}", script_file.display()))?;
    let mut text = guard(&text)?;
    let mut program = fs::read(&program_file).with_context(|| format!("reading {}", program_file.display()))?;
    if short {
        let names = names(&program)?;
        text = rename(&text, &names)?;
        program = program_with(&program, &names)?;
        fs::write(&program_file, &program).with_context(|| format!("writing {}", program_file.display()))?;
    }
    fs::write(&script_file, &text).with_context(|| format!("writing {}", script_file.display()))?;

    let sum = |file: &[u8]| ["sha256-", &STANDARD.encode(Sha256::digest(file))].concat();
    let integrity = sum(text.as_bytes());
    // Browsers ignore `integrity` where a fetch is preloaded, and warn of it: `src/start.js` asks for it as it fetches.
    let program_integrity = sum(&program);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link[rel=modulepreload][integrity]", |link| {
            Ok(link.set_attribute("integrity", &integrity)?)
        }))
        .append_element_content_handler(element!("link[rel=preload][as=fetch]", |link| {
            link.remove_attribute("integrity");
            // WebKit 2.50 fetches it a second time where it was preloaded by the rules for other origins.
            link.remove_attribute("crossorigin");
            Ok(link.set_attribute("data-integrity", &program_integrity)?)
        }));
    let html = rewrite_str(&without_starter(html), settings)?;
    Ok(if short { without_comments(&html) } else { html })
}

/// The page whose script that starts the program says nothing to its authors: Trunk leaves comments in modules.
fn without_comments(html: &str) -> String {
    const START: &str = "<script type=module>";
    let Some((before, after)) = html.split_once(START) else { return html.to_owned() };
    let Some((script, rest)) = after.split_once("</script>") else { return html.to_owned() };
    [before, START, bare(script).trim(), "</script>", rest].concat()
}

/// A script without its lines of comments and indentation.
pub(crate) fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The page without Trunk's script that starts the program, which tells of it by this event.
fn without_starter(html: &str) -> String {
    let Some(place) = html.find("TrunkApplicationStarted") else { return html.to_owned() };
    let (before, after) = html.split_at(place);
    match (before.rfind("<script"), after.split_once("</script>")) {
        (Some(start), Some((_, rest))) => [&before[..start], rest].concat(),
        _ => html.to_owned(),
    }
}

/// The script that takes what the program offers through the guard of `src/start.js`.
fn guard(script: &str) -> Result<String> {
    const GUARD: &str = "palimpsest_guard(";
    if script.contains(GUARD) {
        return Ok(script.to_owned());
    }
    let found: Vec<_> = script.match_indices(".exports").collect();
    let &[(end, offers)] = found.as_slice() else {
        return Err(anyhow!("the script takes what the program offers in {} places, not in one", found.len()));
    };
    let (before, after) = (&script[..end], &script[end + offers.len()..]);
    let start = before.rfind(|letter: char| !(letter.is_alphanumeric() || letter == '_')).map_or(0, |at| at + 1);
    Ok([&before[..start], GUARD, &before[start..], offers, ")", after].concat())
}

/// The imports and exports in whose names a hash stands, each with a short name.
fn names(program: &[u8]) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    let mut add = |name: &str, before: &str| {
        if name.split('_').any(|part| is_hash(part.strip_prefix('h').unwrap_or(part))) {
            let number = names.len();
            names.entry(name.to_owned()).or_insert_with(|| [before, &short(number)].concat());
        }
    };
    for payload in Parser::new(0).parse_all(program) {
        match payload.context("reading the program")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    add(import?.name, "");
                }
            }
            // The script has functions by these names too, among others.
            Payload::ExportSection(section) => {
                for export in section {
                    add(export?.name, "call_");
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

fn is_hash(part: &str) -> bool {
    part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `a`, `b` … `z`, `aa` and so on.
fn short(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let before = if number < 26 { String::new() } else { short(number / 26 - 1) };
    before + &letter.to_string()
}

/// The script with these names. Each is a property, of the one object of imports or of what the program offers.
fn rename(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut script = Cow::Borrowed(script);
    // From behind: a name may begin with another.
    for (long, short) in names.iter().rev() {
        let is_known = match script.matches(long.as_str()).count() {
            0 => false,
            1 => true,
            _ => short.contains('_') && !script.contains(short.as_str()),
        };
        ensure!(is_known, "the script does not hold {long} as it should");
        script = Cow::Owned(script.replace(long, short));
    }
    Ok(script.into_owned())
}

/// The program with these names.
fn program_with(program: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    struct Renaming<'a>(&'a BTreeMap<String, String>);

    impl Renaming<'_> {
        fn name<'name>(&'name self, name: &'name str) -> &'name str {
            self.0.get(name).map_or(name, String::as_str)
        }
    }

    impl Reencode for Renaming<'_> {
        type Error = anyhow::Error;

        fn parse_imports(
            &mut self,
            section: &mut ImportSection,
            imports: Imports<'_>,
        ) -> Result<(), Error<Self::Error>> {
            let Imports::Single(_, import) = imports else {
                return Err(Error::UserError(anyhow!(
                    "the program groups its imports, which this press does not know"
                )));
            };
            let kind = self.entity_type(import.ty)?;
            section.import(import.module, self.name(import.name), kind);
            Ok(())
        }

        fn parse_export(&mut self, section: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Self::Error>> {
            let (kind, index) = (self.export_kind(export.kind)?, self.external_index(export.kind, export.index)?);
            section.export(self.name(export.name), kind, index);
            Ok(())
        }
    }

    let mut module = Module::new();
    Renaming(names).parse_core_module(&mut module, Parser::new(0), program).map_err(|error| anyhow!("{error}"))?;
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_all_different() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([short(0), short(25), short(26), short(701), short(702)], ["a", "z", "aa", "zz", "aaa"]);
    }

    #[test]
    fn names_with_a_hash_are_shortened_in_both_files() {
        let mut module = Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for name in ["__wbg_close_0123456789abcdef", "plain"] {
            imports.import("./x.js", name, wasm_encoder::EntityType::Function(0));
        }
        let program = module.section(&types).section(&imports).clone().finish();
        let names = names(&program).expect("a program");
        assert_eq!(names.get("__wbg_close_0123456789abcdef").map(String::as_str), Some("a"));
        assert_eq!(names.len(), 1);
        let renamed = program_with(&program, &names).expect("a program");
        let text = String::from_utf8_lossy(&renamed).into_owned();
        assert!(!text.contains("0123456789abcdef") && text.contains("plain"), "{text}");
        assert_eq!(super::names(&renamed).expect("a program").len(), 0);
        let script = rename("{__wbg_close_0123456789abcdef:function(){},plain:1}", &names).expect("the name is there");
        assert_eq!(script, "{a:function(){},plain:1}");
        assert!(rename("{}", &names).is_err());
    }

    #[test]
    fn what_is_offered_is_named_alike_in_both_files() {
        let names = ["call__h0123456789abcdef", "call__h0123456789abcdef_3", "memory"];
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut functions = wasm_encoder::FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in names {
            exports.export(name, wasm_encoder::ExportKind::Func, 0);
        }
        let mut code = wasm_encoder::CodeSection::new();
        code.function(wasm_encoder::Function::new([]).instruction(&wasm_encoder::Instruction::End));
        let mut module = Module::new();
        let program = module.section(&types).section(&functions).section(&exports).section(&code).clone().finish();
        let short = super::names(&program).expect("a program");
        let renamed = program_with(&program, &short).expect("a program");
        let text = String::from_utf8_lossy(&renamed).into_owned();
        assert!(
            !text.contains("0123456789abcdef") && ["call_a", "call_b", "memory"].iter().all(|name| text.contains(name)),
            "{text}"
        );
        let script = "function call__h0123456789abcdef(){wasm.call__h0123456789abcdef()}wasm.call__h0123456789abcdef_3";
        assert_eq!(rename(script, &short).expect("the names are there"), "function call_a(){wasm.call_a()}wasm.call_b");
        assert!(rename(&[script, "call_a"].concat(), &short).is_err(), "a name that is taken");
    }

    #[test]
    fn a_page_without_a_program_stays() {
        let html = "<p>Read me</p>";
        assert_eq!(prepare(Path::new("nowhere"), html, true).expect("nothing to do"), html);
    }

    #[test]
    fn what_the_program_offers_passes_the_guard() {
        let guarded = guard("function f(e,n){return wasm=e.exports,c=null}").expect("one place");
        assert_eq!(guarded, "function f(e,n){return wasm=palimpsest_guard(e.exports),c=null}");
        assert_eq!(guard(&guarded).expect("it is guarded"), guarded);
        assert!(guard("a.exports;b.exports").is_err() && guard("").is_err());
    }

    #[test]
    fn comments_stay_at_home() {
        let html = "<script type=module>// why\nstart();\n// how\nend()</script><p>// told</p>";
        assert_eq!(without_comments(html), "<script type=module>start();\nend()</script><p>// told</p>");
    }

    #[test]
    fn only_trunks_own_starter_goes() {
        let html = "<script>one()</script><script type=module>TrunkApplicationStarted</script><script>two()</script>";
        assert_eq!(without_starter(html), "<script>one()</script><script>two()</script>");
        assert_eq!(without_starter("<p>Read me</p>"), "<p>Read me</p>");
    }
}
