//! Dates as people type them: what a message suggests is a date itself.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| palimpsest_fuzz::typed(text));
