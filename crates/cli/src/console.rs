//! The program's output: results on standard output, everything else on standard error, with colors where they are
//! supported.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context, Result};

/// Escape sequences for bold red, yellow and cyan, and the one that resets them.
const RED: &str = "\x1b[1;31m";
const YELLOW: &str = "\x1b[1;33m";
const CYAN: &str = "\x1b[1;36m";
const END: &str = "\x1b[0m";

/// The words at the beginning of a message, with their colors.
const WORDS: [(&str, &str); 4] = [("error", RED), ("warning", YELLOW), ("= help", CYAN), ("= note", CYAN)];

/// Writes a result and a line break to standard output. A reader that has closed the pipe is not an error.
///
/// # Errors
///
/// Returns an error if the output cannot be written, for instance because the disk is full.
pub fn say(text: &str) -> Result<()> {
    match writeln!(anstream::stdout(), "{text}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("cannot write to standard output"),
        _ => Ok(()),
    }
}

/// Writes a message to standard error.
pub fn note(text: &str) {
    // If standard error is closed, nobody wants to read it.
    let _ = writeln!(anstream::stderr(), "{}", colored(text));
}

/// Writes several messages to standard error.
pub fn notes(texts: &[String]) {
    for text in texts {
        note(text);
    }
}

/// Writes an error message.
pub fn problem(text: &str) {
    note(&format!("error: {text}"));
}

/// Formats a path as one word of a command line, in quotation marks if necessary.
pub fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./\\:~+@%,".contains(letter);
    if path.chars().all(is_plain) { path } else { format!("\"{path}\"") }
}

/// Colors the words at the beginning of the lines of a message.
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
