//! Short names for what the program imports from its script. wasm-bindgen gives each a hash, once in either file, that no
//! compression can shorten: together they were five kilobytes of what a reader loads.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha384};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::{Imports, Parser, Payload};

/// Renames the imports in the program and in its script, and says in the page what the script now is. The page without a
/// program stays as it is.
pub(crate) fn shorten(site: &Path, html: &str) -> Result<String> {
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

    let program = fs::read(&program_file).with_context(|| format!("reading {}", program_file.display()))?;
    let text = fs::read_to_string(&script_file).with_context(|| format!("reading {}", script_file.display()))?;
    let names = names(&program)?;
    let text = rename(&text, &names)?;
    let renamed = program_with(&program, &names)?;
    fs::write(&program_file, renamed).with_context(|| format!("writing {}", program_file.display()))?;
    fs::write(&script_file, &text).with_context(|| format!("writing {}", script_file.display()))?;

    let integrity = ["sha384-", &STANDARD.encode(Sha384::digest(&text))].concat();
    let changed =
        element!("link[rel=modulepreload][integrity]", |link| Ok(link.set_attribute("integrity", &integrity)?));
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(changed))?)
}

/// The imports whose name ends with a hash, each with a short one.
fn names(program: &[u8]) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(program) {
        let Payload::ImportSection(section) = payload.context("reading the program")? else { continue };
        for import in section.into_imports() {
            let name = import?.name;
            let hash = name.rsplit('_').next().unwrap_or_default();
            if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                let number = names.len();
                names.entry(name.to_owned()).or_insert_with(|| short(number));
            }
        }
    }
    Ok(names)
}

/// `a`, `b` … `z`, `aa` and so on.
fn short(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let before = if number < 26 { String::new() } else { short(number / 26 - 1) };
    before + &letter.to_string()
}

/// The script with these names. Each is a property of the one object of imports.
fn rename(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut script = Cow::Borrowed(script);
    for (long, short) in names {
        ensure!(script.matches(long.as_str()).count() == 1, "the script does not hold the import {long} once");
        script = Cow::Owned(script.replace(long, short));
    }
    Ok(script.into_owned())
}

/// The program with these names.
fn program_with(program: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    struct Renaming<'a>(&'a BTreeMap<String, String>);

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
            let name = self.0.get(import.name).map_or(import.name, String::as_str);
            section.import(import.module, name, self.entity_type(import.ty)?);
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
    fn a_page_without_a_program_stays() {
        let html = "<p>Read me</p>";
        assert_eq!(shorten(Path::new("nowhere"), html).expect("nothing to do"), html);
    }
}
