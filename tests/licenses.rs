//! Every crate that we depend on comes from crates.io under a license that `deny.toml` allows. cargo-deny checks more
//! (license texts, duplicates, bans), but takes minutes to compile on a fresh machine, where this test takes milliseconds:
//! `cargo xtask test --only deny`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use palimpsest_tests::repository;
use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};

/// Returns the packages that our programs and their builds are made of. Packages that only tests use are left out, because
/// nobody receives them.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut metadata = Command::new(cargo);
    metadata.args(["metadata", "--format-version=1", "--offline", "--locked"]).current_dir(repository());
    let output = metadata.output().expect("Cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("Cargo writes JSON");
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let nodes = list(&metadata["resolve"]["nodes"]);
    let nodes: BTreeMap<&str, &Value> = nodes.iter().filter_map(|node| Some((node["id"].as_str()?, node))).collect();
    let is_shipped = |dependency: &Value| list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"] != "dev");
    let mut waiting: Vec<String> =
        list(&metadata["workspace_members"]).iter().filter_map(|id| id.as_str().map(str::to_owned)).collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        let dependencies = nodes.get(id.as_str()).map(|node| list(&node["deps"])).unwrap_or_default();
        if reached.insert(id) {
            let shipped = dependencies.iter().filter(|dependency| is_shipped(dependency));
            waiting.extend(shipped.filter_map(|dependency| dependency["pkg"].as_str().map(str::to_owned)));
        }
    }
    let mut packages = list(&metadata["packages"]);
    packages.retain(|package| package["id"].as_str().is_some_and(|id| reached.contains(id)));
    packages
}

/// Returns the licenses that every crate may have, and the exceptions by the name of the crate.
fn allowed() -> (BTreeSet<String>, BTreeMap<String, BTreeSet<String>>) {
    let rules = fs::read_to_string(repository().join("deny.toml")).expect("deny.toml can be read");
    let rules: toml::Table = rules.parse().expect("deny.toml is TOML");
    let list = |value: &toml::Value| {
        let list = value["allow"].as_array().expect("a list");
        list.iter().map(|name| name.as_str().expect("a name").to_owned()).collect::<BTreeSet<_>>()
    };
    let licenses = &rules["licenses"];
    let exceptions = licenses["exceptions"].as_array().expect("a list");
    let name = |exception: &toml::Value| exception["crate"].as_str().expect("a crate").to_owned();
    (list(licenses), exceptions.iter().map(|exception| (name(exception), list(exception))).collect())
}

#[test]
fn every_crate_has_a_license_that_we_allow() {
    let (general, exceptions) = allowed();
    let mut refused = Vec::new();
    let mut read = 0;
    for package in packages().iter().filter(|package| !package["source"].is_null()) {
        let [name, source] = ["name", "source"].map(|field| package[field].as_str().unwrap_or_default());
        let license = package["license"].as_str().unwrap_or_default();
        let is_allowed = |license: &LicenseReq| {
            let name_of_license = license.to_string();
            general.contains(&name_of_license) || exceptions.get(name).is_some_and(|own| own.contains(&name_of_license))
        };
        let is_licensed = Expression::parse_mode(license, ParseMode::LAX).is_ok_and(|terms| terms.evaluate(is_allowed));
        if !is_licensed || !source.starts_with("registry+https://github.com/rust-lang/crates.io-index") {
            refused.push(format!("{name}: {license:?} from {source}"));
        }
        read += 1;
    }
    assert!(read > 100, "only {read} crates were found");
    assert!(refused.is_empty(), "read these licenses, then allow them in deny.toml: {refused:#?}");
}
