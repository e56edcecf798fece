//! Publishes the story again whenever it is edited, while Trunk serves the page. Trunk would rebuild the program, which an
//! edit of the story does not change.
//!
//! `cargo xtask serve` becomes Trunk, so that stopping it stops the server. The watcher runs beside it, as a child that
//! exits once its parent is gone.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fs,
    os::unix::process::parent_id,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant, SystemTime},
};

use crate::{
    environment,
    machine::{Machine, named},
    problem::Problem,
    programs::{HOOK, PROGRAM},
    run::human,
};

/// The command with which xtask starts itself.
pub const COMMAND: &str = "watch-story";
/// How often the files, of which there are a few dozen, are checked for changes.
const TICK: Duration = Duration::from_millis(50);

/// The files of a folder, each with its time of modification and its length.
type Files = BTreeMap<PathBuf, (SystemTime, u64)>;

/// Starts a watcher of the story, for a page that is served from `folder`.
pub fn start(folder: &Path) -> Result<(), Problem> {
    let program = env::current_exe().map_err(|error| Problem::new(format!("cannot find xtask itself: {error}")))?;
    let mut command = Command::new(program);
    command.arg(COMMAND).arg(folder).stdin(Stdio::null());
    command.spawn().map(drop).map_err(|error| Problem::not_started(&command, &error))
}

/// Watches the story until the parent ends.
pub fn watch(machine: &Machine, folder: &Path) {
    let parent = parent_id();
    let story = machine.story();
    let mut published = files(&story);
    while parent_id() == parent {
        thread::sleep(TICK);
        let mut now = files(&story);
        if now == published {
            continue;
        }
        // Editors write several files, or one file in several steps.
        loop {
            thread::sleep(TICK / 2);
            let later = files(&story);
            if later == now {
                break;
            }
            now = later;
        }
        published = now;
        publish(machine, folder, &story);
    }
}

fn publish(machine: &Machine, folder: &Path, story: &Path) {
    // Trunk's hook has built this program, and rebuilds it when it changes.
    let built = || machine.target_directory().join("debug").join(PROGRAM);
    let program = named("PALIMPSEST_PUBLISH").unwrap_or_else(built);
    if !program.exists() || !folder.join("index.html").exists() {
        // The first build is still in progress, and reads the story at its end.
        return;
    }
    let start = Instant::now();
    let mut command = environment::command(machine, &program.to_string_lossy());
    command.arg(HOOK).arg(folder).arg(story).env("TRUNK_PROFILE", "debug");
    // The program itself reports what is wrong with the story.
    match command.status() {
        Ok(status) if status.success() => println!("Published the story in {}.", human(start.elapsed())),
        Ok(_) => eprintln!("The page stays as it was."),
        Err(error) => eprintln!("{}", Problem::not_started(&command, &error)),
    }
}

/// Lists the files in a folder now. Hidden files are skipped, because text editors keep unsaved changes in them, and so is
/// everything that cannot be read.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(data) = entry.metadata() else { continue };
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if data.is_dir() {
            files.extend(self::files(&entry.path()));
        } else {
            files.insert(entry.path(), (data.modified().unwrap_or(SystemTime::UNIX_EPOCH), data.len()));
        }
    }
    files
}

/// Returns the folder that `trunk serve` is told to serve from, if any.
pub fn served(arguments: &[OsString]) -> Option<PathBuf> {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        if word == "--dist" || word == "-d" {
            return words.next().map(PathBuf::from);
        }
        if let Some(folder) = word.strip_prefix("--dist=").or_else(|| word.strip_prefix("-d")) {
            return Some(folder.into());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_the_one_that_trunk_takes() {
        let served = |line: &str| served(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>());
        for line in ["--dist=a/b", "--port 9000 --dist a/b", "-d a/b", "-da/b --open"] {
            assert_eq!(served(line), Some("a/b".into()), "{line}");
        }
        assert_eq!(served("--port 9000 --open"), None);
    }

    #[test]
    fn an_edit_is_seen_in_any_folder_and_a_hidden_file_is_not() {
        let folder = env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        fs::create_dir_all(folder.join("portraits")).expect("made");
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("written");
        write("events.toml", "a");
        let mut before = files(&folder);
        write(".events.toml.swp", "a");
        assert_eq!(before, files(&folder));
        for (name, text) in [("events.toml", "ab"), ("portraits/new.svg", "<svg/>")] {
            write(name, text);
            let after = files(&folder);
            assert_ne!(before, after, "{name}");
            before = after;
        }
        assert_eq!(before, files(&folder));
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(files(&folder), Files::new());
    }
}
