//! Slips of typing in the TOML files of a sound story: each is told at a place in its file, with what mends it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| palimpsest_fuzz::slips(data));
