//! Plain text with Markdown marks: without them, it has none.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| palimpsest_fuzz::plain(text));
