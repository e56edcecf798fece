//! The command line: words in, a [`Task`] or a mistake out. It starts nothing.

use crate::stages::Stage;

/// What `--help` prints, and what follows a mistake.
pub const USAGE: &str = "\
usage: cargo xtask <command>

  setup [--tests]            install what serve and build need; with --tests, what the tests need too
  serve [ARGUMENTS]          show the page while you work on it (trunk serve; it prints the address)
  check [DIR] [--format json]
                             tell every problem of a story folder (story/), or count what it holds
  build [ARGUMENTS]          make the finished page in dist/ (trunk build --release)
  test [--long] [--only STAGE]... [-- ARGUMENTS]
                             check everything; ARGUMENTS go to cargo test
                             stages: fmt, deny, clippy, clippy-wasm, doc, compile, build, test;
                             with --long also endurance, reproducible
  audit                      ask RustSec's database, by the network, for known faults of the crates in Cargo.lock
  headers nginx|caddy [SITE] print what such a server needs to serve the built page (dist/)
  shots [NAMES]...           take pictures of the page in all its states, into target/shots
  env                        print the variables under which plain trunk and cargo work:
                             eval \"$(cargo xtask env)\"

Each command first installs what it needs and is missing, and says so before. Tools are kept in
$PALIMPSEST_CACHE, else $XDG_CACHE_HOME/palimpsest, else ~/.cache/palimpsest.";

/// One thing that xtask can do.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Print the usage.
    Help,
    /// Install what is missing.
    Setup {
        /// Also what only the tests need: lints, browsers, drivers.
        tests: bool,
    },
    /// Print the children's environment for a shell.
    Env,
    /// `trunk serve`.
    Serve {
        /// For Trunk.
        arguments: Vec<String>,
    },
    /// The compiler alone, over a story folder.
    Check {
        /// For it.
        arguments: Vec<String>,
    },
    /// `trunk build --release`.
    Build {
        /// For Trunk.
        arguments: Vec<String>,
    },
    /// Pictures of the page.
    Shots {
        /// What their names hold; all of them when there is none.
        names: Vec<String>,
    },
    /// The crates' known faults.
    Audit,
    /// A server's configuration.
    Headers {
        /// For palimpsest-publish: which server, and optionally which site.
        arguments: Vec<String>,
    },
    /// All checks, or some.
    Test {
        /// In the order of [`Stage::ALL`] and [`Stage::LONG`]; never empty.
        only: Vec<Stage>,
        /// For `cargo test`.
        arguments: Vec<String>,
    },
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Task, String> {
    let mut words = words.into_iter();
    let Some(command) = words.next() else {
        return Err("which command?".to_owned());
    };
    let rest: Vec<String> = words.collect();
    let asks_for_help = rest.iter().take_while(|word| *word != "--").any(|word| word == "--help" || word == "-h");
    match command.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "setup" | "serve" | "check" | "build" | "shots" | "test" | "audit" | "headers" | "env" if asks_for_help => {
            Ok(Task::Help)
        }
        "setup" => match rest.as_slice() {
            [] => Ok(Task::Setup { tests: false }),
            [option] if option == "--tests" => Ok(Task::Setup { tests: true }),
            [first, ..] => Err(unexpected("setup", first)),
        },
        "env" => rest.first().map_or(Ok(Task::Env), |word| Err(unexpected("env", word))),
        "serve" => Ok(Task::Serve { arguments: rest }),
        "check" => Ok(Task::Check { arguments: rest }),
        "build" => Ok(Task::Build { arguments: rest }),
        "shots" => Ok(Task::Shots { names: rest }),
        "audit" => rest.first().map_or(Ok(Task::Audit), |word| Err(unexpected("audit", word))),
        "headers" => match rest.first().map(String::as_str) {
            Some("nginx" | "caddy") if rest.len() <= 2 => Ok(Task::Headers { arguments: rest }),
            Some("nginx" | "caddy") => Err(unexpected("headers", &rest[2])),
            Some(other) => Err(format!("`headers` knows nginx and caddy, and not `{other}`")),
            None => Err("`headers` needs the name of a server: nginx or caddy".to_owned()),
        },
        "test" => parse_test(rest),
        other => Err(format!("no command is called `{other}`")),
    }
}

/// Whether the words for `check` name a folder.
pub fn names_folder(words: &[String]) -> bool {
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if word == "--format" {
            words.next();
        } else if !word.starts_with('-') {
            return true;
        }
    }
    false
}

fn parse_test(words: Vec<String>) -> Result<Task, String> {
    let mut chosen = Vec::new();
    let mut long = false;
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        if word == "--" {
            break;
        }
        if word == "--long" {
            long = true;
            continue;
        }
        let name = match word.strip_prefix("--only") {
            Some("") => words.next().ok_or("`--only` needs the name of a stage")?,
            Some(assigned) if assigned.starts_with('=') => assigned[1..].to_owned(),
            _ => return Err(unexpected("test", &word)),
        };
        chosen.push(Stage::named(&name).ok_or_else(|| format!("no stage is called `{name}`"))?);
    }
    let is_meant =
        |stage: &Stage| if chosen.is_empty() { long || Stage::ALL.contains(stage) } else { chosen.contains(stage) };
    let only = Stage::ALL.into_iter().chain(Stage::LONG).filter(is_meant).collect();
    Ok(Task::Test { only, arguments: words.collect() })
}

fn unexpected(command: &str, word: &str) -> String {
    format!("`{command}` does not take `{word}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_every_command() {
        assert_eq!(parsed("setup"), Ok(Task::Setup { tests: false }));
        assert_eq!(parsed("setup --tests"), Ok(Task::Setup { tests: true }));
        assert_eq!(parsed("env"), Ok(Task::Env));
        assert_eq!(parsed("serve --port 9000"), Ok(Task::Serve { arguments: vec!["--port".into(), "9000".into()] }));
        assert_eq!(parsed("check story"), Ok(Task::Check { arguments: vec!["story".into()] }));
        assert_eq!(parsed("shots print"), Ok(Task::Shots { names: vec!["print".into()] }));
        assert_eq!(parsed("audit"), Ok(Task::Audit));
        assert_eq!(parsed("headers nginx dist"), Ok(Task::Headers { arguments: vec!["nginx".into(), "dist".into()] }));
        assert_eq!(parsed("build"), Ok(Task::Build { arguments: Vec::new() }));
        assert_eq!(parsed("test"), Ok(Task::Test { only: Stage::ALL.to_vec(), arguments: Vec::new() }));
        assert_eq!(parsed("test --help"), Ok(Task::Help));
    }

    #[test]
    fn test_takes_stages_in_their_own_order_and_passes_the_rest_on() {
        assert_eq!(
            parsed("test --only test --only=fmt -- --test browsers -- --help"),
            Ok(Task::Test {
                only: vec![Stage::Format, Stage::Test],
                arguments: ["--test", "browsers", "--", "--help"].map(str::to_owned).to_vec(),
            })
        );
    }

    #[test]
    fn what_takes_long_is_asked_for() {
        let all: Vec<_> = Stage::ALL.into_iter().chain(Stage::LONG).collect();
        assert_eq!(parsed("test --long"), Ok(Task::Test { only: all, arguments: Vec::new() }));
        let only = vec![Stage::Build, Stage::Reproducible];
        let arguments = Vec::new();
        assert_eq!(parsed("test --only reproducible --only build"), Ok(Task::Test { only, arguments }));
    }

    #[test]
    fn a_folder_is_neither_an_option_nor_its_value() {
        let names = |line: &str| names_folder(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert!(names("story") && names("--format json story") && names("story --format=json"));
        assert!(!names("") && !names("--format json") && !names("--format=json"));
    }

    #[test]
    fn names_the_word_it_does_not_understand() {
        for (line, word) in [
            ("tset", "tset"),
            ("setup --test", "--test"),
            ("env now", "now"),
            ("audit now", "now"),
            ("headers apache", "apache"),
            ("headers caddy dist now", "now"),
            ("test --only lint", "lint"),
            ("test --fast", "--fast"),
            ("test --only", "--only"),
        ] {
            let mistake = parsed(line).expect_err(line);
            assert!(mistake.contains(&format!("`{word}`")), "{mistake}");
        }
        assert!(parsed("").is_err() && parsed("headers").is_err());
    }
}
