//! A list of works in CSL-JSON: it becomes a draft that builds, or is refused with a way out.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| palimpsest_fuzz::import("works.json", data));
