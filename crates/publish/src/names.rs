//! Short names for the program's imports and exports. wasm-bindgen gives each a hash of 16 digits, once in the program and
//! once in its script, which compression cannot shorten.
//!
//! `wasm-opt --minify-imports-and-exports` cannot do this: it only handles the module `env`, and with `-and-modules` it
//! renames the module that the script provides and prints the map for another program to apply.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Imports, Parser, Payload};

/// The number of hexadecimal digits of wasm-bindgen's hashes.
const HASH: usize = 16;

/// A map from long names to the short ones that replace them.
type Names = BTreeMap<String, String>;

/// Returns the program and its script, with the same short names in both.
pub(crate) fn shorten(program: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let names = names(program)?;
    let script = renamed_script(script, &names)?;
    Ok((renamed_program(program, &names)?, script))
}

/// Chooses a short name for each import and export whose name contains a hash.
fn names(program: &[u8]) -> Result<Names> {
    let mut names = Names::new();
    let mut add = |name: &str| {
        if name.split('_').any(|part| is_hash(part.strip_prefix('h').unwrap_or(part))) {
            let number = names.len();
            names.entry(name.to_owned()).or_insert_with(|| format!("_{number}"));
        }
    };
    for payload in Parser::new(0).parse_all(program) {
        match payload.context("reading the program")? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    add(import?.name);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    add(export?.name);
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

fn is_hash(part: &str) -> bool {
    part.len() == HASH && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Replaces long names with short ones wherever they occur in the script as identifiers.
fn renamed_script(script: &str, names: &Names) -> Result<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
    let mut renamed = String::with_capacity(script.len());
    let mut left: BTreeMap<&str, &str> = names.iter().map(|(long, short)| (long.as_str(), short.as_str())).collect();
    for run in script.split_inclusive(|letter| !is_part(letter)) {
        let word = run.trim_end_matches(|letter| !is_part(letter));
        ensure!(!names.values().any(|short| short == word), "the script has a name of its own that is {word}");
        let new = names.get(word).map_or(word, String::as_str);
        left.remove(word);
        renamed.push_str(new);
        renamed.push_str(&run[word.len()..]);
    }
    if let Some(name) = left.keys().next() {
        bail!("the script does not name {name}, which the program imports or exports");
    }
    Ok(renamed)
}

fn renamed_program(program: &[u8], names: &Names) -> Result<Vec<u8>> {
    struct Renaming<'a>(&'a Names);

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
                return Err(Error::UserError(anyhow!("the program groups its imports, which is not supported here")));
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
    use wasm_encoder::{CodeSection, EntityType, ExportKind, Function, FunctionSection, Instruction, TypeSection};

    const IMPORT: &str = "__wbg_close_0123456789abcdef";
    const EXPORT: &str = "call__h0123456789abcdef";

    /// Returns a program that imports and exports names with and without a hash.
    fn program() -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        for name in [IMPORT, "plain"] {
            imports.import("./x.js", name, EntityType::Function(0));
        }
        functions.function(0);
        let mut exports = ExportSection::new();
        for name in [EXPORT, &format!("{EXPORT}_3"), "memory"] {
            exports.export(name, ExportKind::Func, 2);
        }
        let mut code = CodeSection::new();
        code.function(Function::new([]).instruction(&Instruction::End));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    #[test]
    fn names_with_a_hash_are_shortened_alike_in_both_files() {
        let script = format!("i={{{IMPORT}:f,plain:1}};function {EXPORT}(){{wasm.{EXPORT}()}}wasm.{EXPORT}_3()");
        let (renamed, script) = shorten(&program(), &script).expect("a program and its script");
        assert_eq!(script, "i={_0:f,plain:1};function _1(){wasm._1()}wasm._2()");
        let text = String::from_utf8_lossy(&renamed).into_owned();
        assert!(!text.contains("0123456789abcdef"), "{text}");
        for name in ["_0", "_1", "_2", "plain", "memory"] {
            assert!(text.contains(name), "{name}: {text}");
        }
        let again = shorten(&renamed, &script).expect("nothing is left to shorten");
        assert_eq!(again, (renamed, script));
    }

    #[test]
    fn a_script_that_does_not_fit_the_program_is_refused() {
        let fits = format!("{IMPORT} {EXPORT} {EXPORT}_3");
        assert!(shorten(&program(), &fits).is_ok());
        assert!(shorten(&program(), IMPORT).is_err(), "a name is missing");
        assert!(shorten(&program(), &format!("{fits} _1")).is_err(), "a short name is taken");
    }
}
