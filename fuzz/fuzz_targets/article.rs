//! `article.md`: whatever stands in it, the compiler answers with a story or with problems.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| drop(palimpsest_fuzz::compile_with("article.md", text)));
