//! A file of unknown format: it is recognized, or refused with a way out.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| palimpsest_fuzz::format(data));
