//! The command line.

use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
};

use lexopt::{Arg, Error, Parser, ValueExt};

use crate::{
    bench::{self, Plan},
    stages::Stage,
    watch,
};

/// The text of `--help`, also printed after an error.
pub const USAGE: &str = "\
usage: cargo xtask <command>

  setup [--tests]            install what serve and build need; with --tests, what the tests need too
  serve [ARGUMENTS]          serve the page while you work on it (trunk serve; it prints the address)
  check [DIR] [--all] [--gaps] [--format json|sarif]
                             report every problem in a story folder (story/), or count what it holds
  build [--single-file] [ARGUMENTS]
                             build the finished page into dist/ (trunk build --release); with --single-file
                             also one HTML file that opens from a disk (target/single)
  dist                       build the program for editors, with the page's engine inside, and its
                             packages (target/dist)
  test [--long] [--only STAGE]... [-- ARGUMENTS]
                             check everything; ARGUMENTS go to cargo test
                             stages: fmt, clippy, clippy-wasm, doc, bench, compile, build, test;
                             with --long also deny, endurance, reproducible, books, dist
  bench [--only PART,...] [--runs N] [--sizes N,...] [--name NAME] [--quick]
                             measure the page beside a static page and four timelines (target/bench);
                             parts: paint, growth, publish, edit
  sizes                      print the size of every file in dist/ and of each budget
  audit                      check the crates in Cargo.lock against RustSec's database (needs the network)
  headers nginx|caddy [SITE] print a server configuration for the built page (dist/)
  shots [NAMES]...           take screenshots of the page in all its states, into target/shots
  env                        print the variables under which plain trunk and cargo work:
                             eval \"$(cargo xtask env)\"

Each command first installs what it needs and is missing, and says so before it does. Tools are kept
in $PALIMPSEST_CACHE, else $XDG_CACHE_HOME/palimpsest, else ~/.cache/palimpsest.";

/// A parsed command line.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Setup {
        /// Also install what only the tests need: lints, browsers, drivers.
        tests: bool,
    },
    Env,
    /// With arguments for `trunk serve`.
    Serve(Vec<OsString>),
    Build {
        /// Also makes a single file of the page.
        single: bool,
        /// Arguments for `trunk build --release`.
        arguments: Vec<OsString>,
    },
    /// Builds the program for editors.
    Dist,
    Check {
        folder: Option<PathBuf>,
        /// Options for `palimpsest check`.
        options: Vec<OsString>,
    },
    Headers {
        server: String,
        site: Option<PathBuf>,
    },
    /// Takes the screenshots whose names contain one of these parts; all of them if empty.
    Shots(Vec<String>),
    Sizes,
    Audit,
    Bench(Plan),
    /// Watches the story for the page that is served from this folder. `serve` starts it.
    Watch(PathBuf),
    Test {
        /// In the order of [`Stage::ALL`]; never empty.
        only: Vec<Stage>,
        /// Arguments for `cargo test`.
        arguments: Vec<OsString>,
    },
}

/// Parses the arguments after `cargo xtask`.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Task, Error> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let is_help = |argument: &OsString| argument == "--help" || argument == "-h";
    if arguments.iter().take_while(|argument| *argument != "--").any(is_help) {
        return Ok(Task::Help);
    }
    let mut parser = Parser::from_args(arguments);
    let command = match parser.next()? {
        Some(Arg::Value(command)) => command.string()?,
        Some(other) => return Err(other.unexpected()),
        None => return Err("which command?".into()),
    };
    let task = match command.as_str() {
        "help" => Task::Help,
        "setup" => {
            let mut tests = false;
            while let Some(argument) = parser.next()? {
                match argument {
                    Arg::Long("tests") => tests = true,
                    other => return Err(other.unexpected()),
                }
            }
            Task::Setup { tests }
        }
        "env" => Task::Env,
        "serve" => Task::Serve(parser.raw_args()?.collect()),
        "build" => {
            let (single, arguments) = parser.raw_args()?.partition::<Vec<_>, _>(|word| word == "--single-file");
            Task::Build { single: !single.is_empty(), arguments }
        }
        "dist" => Task::Dist,
        "check" => parse_check(&mut parser)?,
        "headers" => {
            let server = match parser.next()? {
                Some(Arg::Value(server)) if server == "nginx" || server == "caddy" => server.string()?,
                Some(other) => return Err(format!("{}; `headers` knows nginx and caddy", other.unexpected()).into()),
                None => return Err("`headers` needs the name of a server: nginx or caddy".into()),
            };
            Task::Headers { server, site: parser.raw_args()?.next().map(PathBuf::from) }
        }
        "shots" => Task::Shots(parser.raw_args()?.map(ValueExt::string).collect::<Result<_, _>>()?),
        "sizes" => Task::Sizes,
        "audit" => Task::Audit,
        "bench" => Task::Bench(bench::parse(&mut parser)?),
        watch::COMMAND => Task::Watch(parser.value()?.into()),
        "test" => parse_test(&mut parser)?,
        other => return Err(format!("there is no command `{other}`").into()),
    };
    parser.next()?.map_or(Ok(task), |extra| Err(extra.unexpected()))
}

fn parse_check(parser: &mut Parser) -> Result<Task, Error> {
    let mut folder = None;
    let mut options = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long(flag @ ("all" | "gaps")) => options.push(format!("--{flag}").into()),
            Arg::Long("format") => options.extend(["--format".into(), parser.value()?]),
            Arg::Value(value) if folder.is_none() => folder = Some(value.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Task::Check { folder, options })
}

fn parse_test(parser: &mut Parser) -> Result<Task, Error> {
    let mut chosen = Vec::new();
    let mut long = false;
    let mut arguments = Vec::new();
    loop {
        // lexopt drops `--`, which separates our arguments from those of `cargo test`.
        if let Some(mut rest) = parser.try_raw_args()
            && rest.next_if(|word| word == OsStr::new("--")).is_some()
        {
            arguments = rest.collect();
            break;
        }
        match parser.next()? {
            Some(Arg::Long("long")) => long = true,
            Some(Arg::Long("only")) => {
                let named = |name: &str| Stage::named(name).ok_or("there is no such stage");
                chosen.push(parser.value()?.parse_with(named)?);
            }
            Some(other) => return Err(other.unexpected()),
            None => break,
        }
    }
    let is_chosen = |stage: &Stage| if chosen.is_empty() { long || !stage.is_long() } else { chosen.contains(stage) };
    Ok(Task::Test { only: Stage::ALL.into_iter().filter(is_chosen).collect(), arguments })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
    }

    fn words(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn commands_and_their_arguments() {
        for (line, task) in [
            ("setup", Task::Setup { tests: false }),
            ("setup --tests", Task::Setup { tests: true }),
            ("env", Task::Env),
            ("serve --port 9000", Task::Serve(words("--port 9000"))),
            ("dist", Task::Dist),
            ("build -v", Task::Build { single: false, arguments: words("-v") }),
            ("build -v --single-file", Task::Build { single: true, arguments: words("-v") }),
            ("check", Task::Check { folder: None, options: Vec::new() }),
            ("check --format=json a", Task::Check { folder: Some("a".into()), options: words("--format json") }),
            ("check --gaps --all", Task::Check { folder: None, options: words("--gaps --all") }),
            ("headers nginx dist", Task::Headers { server: "nginx".into(), site: Some("dist".into()) }),
            ("shots print", Task::Shots(vec!["print".into()])),
            ("sizes", Task::Sizes),
            ("audit", Task::Audit),
            ("bench", Task::Bench(bench::parse(&mut Parser::from_args([""; 0])).expect("a plan"))),
            ("watch-story target/serve", Task::Watch("target/serve".into())),
            ("help", Task::Help),
            ("test --help", Task::Help),
        ] {
            assert_eq!(parsed(line), Ok(task), "{line}");
        }
    }

    #[test]
    fn stages_run_in_their_own_order_and_the_rest_goes_to_cargo() {
        let test = |only: &[Stage], arguments| Ok(Task::Test { only: only.to_vec(), arguments: words(arguments) });
        assert_eq!(
            parsed("test --only test --only=fmt -- --test browsers -- --help"),
            test(&[Stage::Format, Stage::Test], "--test browsers -- --help")
        );
        let usual: Vec<_> = Stage::ALL.into_iter().filter(|stage| !stage.is_long()).collect();
        assert_eq!(parsed("test"), test(&usual, ""));
        assert_eq!(parsed("test --long"), test(&Stage::ALL, ""));
        assert_eq!(parsed("test --only reproducible --only build"), test(&[Stage::Build, Stage::Reproducible], ""));
    }

    #[test]
    fn errors_name_the_word() {
        for (line, word) in [
            ("tset", "tset"),
            ("setup --test", "--test"),
            ("env now", "now"),
            ("dist now", "now"),
            ("audit now", "now"),
            ("check a b", "b"),
            ("headers apache", "apache"),
            ("headers caddy dist now", "now"),
            ("bench --only now", "now"),
            ("test --only lint", "lint"),
            ("test --fast", "--fast"),
            ("test --only", "--only"),
            ("test browsers", "browsers"),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(error.contains(word), "{error}");
        }
        assert!(parsed("").is_err() && parsed("headers").is_err());
    }
}
