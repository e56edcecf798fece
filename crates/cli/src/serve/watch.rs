//! Waits for changes to a story. A story has a few dozen files, so they are polled: unlike change notifications, this works
//! on every file system.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// The interval at which the files are polled.
const TICK: Duration = Duration::from_millis(100);

/// The files of a folder, each with its time of modification and its size.
pub type Files = BTreeMap<PathBuf, (SystemTime, u64)>;

/// Waits until the files of a folder differ from `seen` and have then been stable for a moment, since text editors write
/// several files, or one file in several steps. Returns the new state.
pub fn changed(folder: &Path, seen: Files) -> Files {
    let mut now = seen.clone();
    while now == seen {
        thread::sleep(TICK);
        now = files(folder);
    }
    loop {
        thread::sleep(TICK / 2);
        let later = files(folder);
        if later == now {
            return now;
        }
        now = later;
    }
}

/// Lists the files in a folder and its subfolders. Hidden files are skipped, because text editors keep unsaved changes in
/// them, and so is everything that cannot be read.
pub fn files(folder: &Path) -> Files {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_seen_in_any_folder_and_a_hidden_file_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
        fs::create_dir(folder.path().join("portraits")).expect("made");
        write("events.toml", "a");
        let before = files(folder.path());
        write(".events.toml.swp", "a");
        assert_eq!(files(folder.path()), before);
        for (name, text) in [("events.toml", "ab"), ("portraits/new.svg", "<svg/>")] {
            let seen = files(folder.path());
            write(name, text);
            let after = changed(folder.path(), seen.clone());
            assert_ne!(after, seen, "{name}");
        }
    }
}
