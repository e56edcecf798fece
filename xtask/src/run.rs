//! Runs a program that takes long: its output goes to a log, its last line and the time to the terminal.
//! Where there is no terminal, plain lines: one at the start, one every half minute, one at the end.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, IsTerminal, Read, Write},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread,
    time::{Duration, Instant},
};

use crate::{machine::Machine, problem::Problem};

/// How often the time on the terminal moves.
const TICK: Duration = Duration::from_millis(250);
/// How often a log without a terminal hears that the step still runs.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);
/// Enough for a title and most of a line, on a terminal of the usual width.
const WIDTH: usize = 78;

/// Runs `command` to its end. `title` says what it does; the log file is named after it.
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
            // A full disk must not stop the step itself.
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

/// Starts `command`, hands over each line of its output and its errors, and `None` whenever a tick passes without one.
pub fn follow(
    command: &mut Command,
    tick: Duration,
    mut hear: impl FnMut(Option<String>),
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
            Ok(line) => hear(Some(line)),
            // A grandchild that lives on may keep the pipe open: the child's own end counts.
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_some() => break,
            Err(RecvTimeoutError::Timeout) => hear(None),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    child.wait()
}

fn forward(stream: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // Programs overwrite a line by returning to its start: only what they wrote last is worth keeping.
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
    last_sign: Instant,
    terminal: bool,
}

impl<'a> Progress<'a> {
    fn start(title: &'a str) -> Self {
        let terminal = std::io::stderr().is_terminal();
        if !terminal {
            eprintln!("  {title} ...");
        }
        let now = Instant::now();
        Self { title, start: now, last_sign: now, terminal }
    }

    fn show(&mut self, line: &str) {
        if self.terminal {
            let status = format!("  {} [{}] {}", self.title, spoken(self.start.elapsed()), line.trim());
            eprint!("\r\x1b[2K{}", status.chars().take(WIDTH).collect::<String>());
        } else if self.last_sign.elapsed() >= SIGN_OF_LIFE {
            self.last_sign = Instant::now();
            eprintln!("  {} [{}] {}", self.title, spoken(self.start.elapsed()), line.trim());
        }
    }

    fn end(&self, outcome: &str) {
        let clear = if self.terminal { "\r\x1b[2K" } else { "" };
        eprintln!("{clear}  {}: {outcome} in {}", self.title, spoken(self.start.elapsed()));
    }
}

/// A duration as one says it: `0.4 s`, `17 s`, `3 min 5 s`.
pub fn spoken(duration: Duration) -> String {
    match duration.as_secs() {
        0..=9 => format!("{:.1} s", duration.as_secs_f64()),
        seconds @ 10..=59 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// The command as it can be typed, without its variables.
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
    fn durations_are_spoken() {
        assert_eq!(spoken(Duration::from_millis(430)), "0.4 s");
        assert_eq!(spoken(Duration::from_secs(17)), "17 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 5 s");
    }

    #[test]
    fn hears_both_streams_and_the_end() {
        let mut heard = Vec::new();
        let status = follow(
            Command::new("sh").args(["-c", "echo one; echo two >&2; printf 'old\\rnew\\n'; exit 3"]),
            TICK,
            |line| heard.extend(line),
        )
        .expect("sh starts");
        heard.sort();
        assert_eq!(heard, ["new", "one", "two"]);
        assert_eq!(status.code(), Some(3));
    }
}
