//! An EDTF date, as it stands in a TOML string.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if !text.contains(['"', '\\', '\n']) {
        let event = palimpsest_fuzz::base("events.toml").replace("1801-04/1801-06", text);
        drop(palimpsest_fuzz::compile_with("events.toml", &event));
    }
});
