//! `palimpsest-press [SITE [STORY]]`: prints the story into the built site. Trunk calls it after each build and says in
//! the environment what it built and how.

use std::env;
use std::path::{Path, PathBuf};

use palimpsest_press::{Order, press};

fn main() -> anyhow::Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let project = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let site = arguments.next().or_else(|| env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from));
    let story = arguments.next().unwrap_or_else(|| project.join("story"));
    // Trunk builds for `serve` in its debug profile.
    let strict = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    press(&Order { site: site.as_deref().unwrap_or(Path::new("dist")), story: &story, project: &project, strict })
}
