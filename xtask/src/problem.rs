//! Errors for the person at the terminal: what failed, the end of its output, its log, and what to do.

use std::{
    fmt,
    path::{Path, PathBuf},
    process::Command,
};

/// Number of lines shown of a failed program's output.
const TAIL: usize = 20;

/// An error with advice.
#[derive(Debug, Default)]
pub struct Problem {
    what: String,
    tail: Vec<String>,
    log: Option<PathBuf>,
    advice: Vec<String>,
}

impl Problem {
    /// A problem described in one sentence.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), ..Self::default() }
    }

    /// A program that cannot be started.
    pub fn not_started(command: &Command, error: &std::io::Error) -> Self {
        Self::new(format!("cannot start {}: {error}", command.get_program().display()))
            .advise("`cargo xtask setup` installs what is missing")
    }

    /// Adds the end of the program's output and the file that contains all of it.
    pub fn with_log(mut self, output: &[String], log: &Path) -> Self {
        self.tail = output[output.len().saturating_sub(TAIL)..].to_vec();
        self.log = Some(log.to_owned());
        self
    }

    /// Adds a suggestion.
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice.push(advice.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}", self.what)?;
        for line in &self.tail {
            write!(formatter, "\n    | {line}")?;
        }
        if let Some(log) = &self.log {
            write!(formatter, "\n  full output: {}", log.display())?;
        }
        for advice in &self.advice {
            write!(formatter, "\n  what to do: {advice}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_end_of_the_output_the_log_and_advice() {
        let output: Vec<String> = (1..=30).map(|number| format!("line {number}")).collect();
        let text = Problem::new("`apt-get update` failed")
            .with_log(&output, Path::new("/logs/apt.log"))
            .advise("check the network")
            .to_string();
        assert!(text.starts_with("error: `apt-get update` failed\n    | line 11\n"));
        assert!(text.ends_with("line 30\n  full output: /logs/apt.log\n  what to do: check the network"));
    }
}
