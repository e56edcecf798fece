//! The built page as one file: it is small, complete without scripts, and loads nothing.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, RcDom};
use palimpsest_publish::fold;
use palimpsest_tests::built;
use palimpsest_tests::page::{by_id, elements, page, text};
use sha2::{Digest, Sha256};

/// The maximum size of the file in bytes, with a standard library compiled for size.
const SIZE: usize = 860_000;
/// What a precompiled standard library adds, in bytes; see `tests/sizes.rs`.
const PRECOMPILED_STD: usize = 25_000;

fn parsed(html: &str) -> Handle {
    parse_document(RcDom::default(), ParseOpts::default()).one(html).document
}

#[test]
fn it_is_small() {
    let file = fold(&built()).expect("a file");
    let is_precompiled = std::env::var_os("PALIMPSEST_STD").is_some_and(|std| std == "precompiled");
    let most = SIZE + if is_precompiled { PRECOMPILED_STD } else { 0 };
    println!("{:>9} of {most}  one file", file.len());
    assert!(file.len() <= most, "the file has {} bytes of {most}", file.len());
}

#[test]
fn it_is_the_page_and_loads_nothing() {
    let file = fold(&built()).expect("a file");
    let (single, published) = (parsed(&file), page());
    let reader = |page: &Handle| {
        let reader = by_id(page, "reader").expect("there is #reader");
        // The text of styles and scripts does not count.
        let other = elements(&reader)
            .into_iter()
            .filter(|part| part.local_name().is_some_and(|name| &*name == "style" || &*name == "script"));
        other.fold(text(&reader), |all, part| all.replace(&text(&part.node), ""))
    };
    assert!(reader(&single) == reader(&published), "the file says what the page says");

    let mut digests = BTreeSet::new();
    let mut policy = String::new();
    for element in elements(&single) {
        let name = element.local_name().expect("an element has a name");
        let is_data = element.attribute("type").is_some_and(|kind| kind.starts_with("application/"));
        if &*name == "style" || (&*name == "script" && !is_data) {
            digests.insert(format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text(&element.node)))));
        }
        for address in ["src", "srcset", "poster"].iter().filter_map(|name| element.attribute(name)) {
            assert!(address.starts_with("data:"), "{name} loads {address:.80}");
        }
        let rel = element.attribute("rel").unwrap_or_default();
        let href = element.attribute("href").unwrap_or_default();
        assert!(&*name != "link" || href.starts_with("data:"), "a link of the kind {rel} leads to {href:.80}");
        if element.attribute("http-equiv").is_some() {
            policy = element.attribute("content").unwrap_or_default();
        }
    }
    let allowed: BTreeSet<String> =
        policy.split([' ', ';']).filter(|word| word.starts_with("'sha")).map(str::to_owned).collect();
    assert_eq!(allowed, digests, "{policy}");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("'self'"), "{policy}");
    // Base64 has no character that could end the element around it.
    let program = by_id(&single, "packed_program").expect("the program is there");
    assert!(STANDARD.decode(text(&program)).is_ok_and(|program| program.len() > 50_000));
}
