//! The parts of the page that change, one a file; those that are only printed are in `still`. There is one component, the
//! page: each further one would cost the browser three kilobytes. All others are functions of the state.

mod card;
mod event;
mod following;
mod kept;
pub(crate) mod reader;
mod search;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod still;
mod strip;
mod timeline;
