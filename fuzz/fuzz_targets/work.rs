//! One work in CSL-JSON: its fields are read or refused, and it is cited.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| palimpsest_fuzz::work(text));
