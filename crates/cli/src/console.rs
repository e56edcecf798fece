//! What the program writes: answers to standard output, the rest to standard error; in colors where those are shown.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context, Result};

/// Escape sequences: red, yellow, cyan, all bold; and the end of each.
const RED: &str = "\x1b[1;31m";
const YELLOW: &str = "\x1b[1;33m";
const CYAN: &str = "\x1b[1;36m";
const END: &str = "\x1b[0m";

/// The words that begin a message, with their colors.
const WORDS: [(&str, &str); 4] = [("error", RED), ("warning", YELLOW), ("= help", CYAN), ("= note", CYAN)];

/// Writes an answer and a line break. Whoever reads it may stop reading.
///
/// # Errors
///
/// A full disk, for instance.
pub fn say(text: &str) -> Result<()> {
    match writeln!(anstream::stdout(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("cannot write to standard output"),
        _ => Ok(()),
    }
}

/// Writes a line on what is going on.
pub fn note(text: &str) {
    // Who closes standard error does not want to read it.
    let _ = writeln!(anstream::stderr(), "{}", colored(text));
}

/// Writes what is wrong.
pub fn problem(text: &str) {
    note(&format!("error: {text}"));
}

/// A path as it is typed as a word of a command.
pub fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:~+@%,".contains(letter);
    if path.chars().all(is_plain) { path } else { format!("\"{path}\"") }
}

/// Messages with the words at the beginning of their lines in colors.
fn colored(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let bare = line.trim_start();
        let (indent, _) = line.split_at(line.len() - bare.len());
        let word = WORDS.iter().find(|(word, _)| bare.strip_prefix(word).is_some_and(|rest| rest.starts_with(':')));
        match word {
            Some((word, color)) => format!("{indent}{color}{word}{END}{}", &bare[word.len()..]),
            None => line.to_owned(),
        }
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_are_colored() {
        let report = "error: no such id\n --> events.toml:3:1\n  = help: write error: here\nerrors\n";
        let expected = format!(
            "{RED}error{END}: no such id\n --> events.toml:3:1\n  {CYAN}= help{END}: write error: here\nerrors\n"
        );
        assert_eq!(colored(report), expected);
        assert_eq!(colored(""), "");
    }

    #[test]
    fn a_path_that_is_no_word_is_quoted() {
        for (path, word) in [("my-story", "my-story"), ("C:\\a\\b", "C:\\a\\b"), ("my story", "\"my story\"")] {
            assert_eq!(typed(Path::new(path)), word);
        }
    }
}
