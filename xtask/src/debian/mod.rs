//! What is only needed on Debian, where rustup is missing or must not download: the compiler and the browsers from Debian's
//! packages, and the standard library for WebAssembly, which no package contains in compiled form.

pub mod linker;
pub mod packages;
pub mod toolchain;
pub mod wasm_std;
