//! Runs slow programs: output goes to a log; the terminal shows the last line and the elapsed time. Without a terminal,
//! plain lines are printed: one at the start, one every 30 seconds, one at the end.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, ErrorKind, IsTerminal, Read, Write},
    path::Path,
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use crate::{machine::Machine, problem::Problem};

/// How often the time on the terminal is updated.
const TICK: Duration = Duration::from_millis(250);
/// How often a line is printed without a terminal.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// Fits a terminal of 80 columns.
const WIDTH: usize = 78;

/// Runs `command` and waits for it. `title` says what it does and names the log file.
pub fn run(machine: &Machine, title: &str, command: &mut Command) -> Result<(), Problem> {
    let shown = shown(command);
    let log = machine.cache.join("logs").join(format!("{}.log", file_name(title)));
    let failed = |why: String| Problem::new(format!("{title}: `{shown}` {why}"));
    let mut file = fs::create_dir_all(machine.cache.join("logs"))
        .and_then(|()| File::create(&log))
        .map_err(|error| Problem::new(format!("cannot write {}: {error}", log.display())))?;

    let mut progress = Progress::start(title);
    let mut output = Vec::new();
    let ended = follow(command, TICK, |line| {
        if let Some(line) = line {
            // A full disk must not stop the program itself.
            let _ = writeln!(file, "{line}");
            output.push(line);
        }
        progress.show(output.last().map_or("", String::as_str));
    });
    match ended {
        Ok(status) if status.success() => {
            progress.end("done");
            Ok(())
        }
        Ok(status) => {
            progress.end("failed");
            Err(failed(format!("failed ({status})")).with_log(&output, &log))
        }
        Err(error) => {
            progress.end("failed");
            Err(failed(format!("could not be started: {error}")))
        }
    }
}

/// Runs `command` with the terminal's own input and output, and waits for it.
pub fn status(command: &mut Command) -> Result<ExitStatus, Problem> {
    command.status().map_err(|error| Problem::not_started(command, &error))
}

/// Removes a folder, which may be missing.
pub fn remove_folder(folder: &Path) -> Result<(), Problem> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Problem::new(format!("cannot remove {}: {error}", folder.display())))
        }
        _ => Ok(()),
    }
}

/// Runs `command` and passes each line of its output and errors to `on_line`, and `None` after each `tick` without one.
pub fn follow(
    command: &mut Command,
    tick: Duration,
    mut on_line: impl FnMut(Option<String>),
) -> std::io::Result<ExitStatus> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let (sender, lines) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        forward(stdout, sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        forward(stderr, sender);
    }
    loop {
        match lines.recv_timeout(tick) {
            Ok(line) => on_line(Some(line)),
            // A grandchild may outlive the child and keep the pipe open.
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_some() => break,
            Err(RecvTimeoutError::Timeout) => on_line(None),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    child.wait()
}

fn forward(stream: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // Progress bars rewrite a line after `\r`; only its last version matters.
            let line = line.trim_end_matches('\r').rsplit('\r').next().unwrap_or_default();
            if lines.send(line.to_owned()).is_err() {
                break;
            }
        }
    });
}

struct Progress<'a> {
    title: &'a str,
    start: Instant,
    last_line: Instant,
    terminal: bool,
}

impl<'a> Progress<'a> {
    fn start(title: &'a str) -> Self {
        let terminal = std::io::stderr().is_terminal();
        if !terminal {
            eprintln!("  {title} ...");
        }
        let now = Instant::now();
        Self { title, start: now, last_line: now, terminal }
    }

    fn show(&mut self, line: &str) {
        if self.terminal {
            let status = format!("  {} [{}] {}", self.title, human(self.start.elapsed()), line.trim());
            eprint!("\r\x1b[2K{}", status.chars().take(WIDTH).collect::<String>());
        } else if self.last_line.elapsed() >= HEARTBEAT {
            self.last_line = Instant::now();
            eprintln!("  {} [{}] {}", self.title, human(self.start.elapsed()), line.trim());
        }
    }

    fn end(&self, outcome: &str) {
        let clear = if self.terminal { "\r\x1b[2K" } else { "" };
        eprintln!("{clear}  {}: {outcome} in {}", self.title, human(self.start.elapsed()));
    }
}

/// Formats a duration: `0.4 s`, `17 s`, `3 min 5 s`.
pub fn human(duration: Duration) -> String {
    match duration.as_secs() {
        0..=9 => format!("{:.1} s", duration.as_secs_f64()),
        seconds @ 10..=59 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// The command line, without environment variables.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn file_name(title: &str) -> String {
    title.chars().map(|letter| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_durations() {
        assert_eq!(human(Duration::from_millis(430)), "0.4 s");
        assert_eq!(human(Duration::from_secs(17)), "17 s");
        assert_eq!(human(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn reads_both_streams_and_the_exit_code() {
        let mut lines = Vec::new();
        let status = follow(
            Command::new("sh").args(["-c", "echo one; echo two >&2; printf 'old\\rnew\\n'; exit 3"]),
            TICK,
            |line| lines.extend(line),
        )
        .expect("sh starts");
        lines.sort();
        assert_eq!(lines, ["new", "one", "two"]);
        assert_eq!(status.code(), Some(3));
    }
}
