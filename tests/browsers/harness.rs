//! Runs each journey in every engine as a separate test, and prints its steps when it fails.

use std::any::Any;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::time::timeout;

use crate::driver;
use crate::engine::Engine;
use crate::patience::JOURNEY;

/// The future of a running journey.
pub type Steps = Pin<Box<dyn Future<Output = ()>>>;

/// A journey: the path of its function, and how to start it in an engine.
#[derive(Clone, Copy)]
pub struct Journey {
    pub path: &'static str,
    pub begin: fn(Engine) -> Steps,
    /// Has no time limit, and is ignored by default.
    pub is_long: bool,
}

/// Defines `journeys()` for a module from the names of its functions.
macro_rules! journeys {
    ($($name:ident),+ $(,)?) => {
        pub fn journeys() -> Vec<crate::harness::Journey> {
            vec![$(crate::harness::Journey {
                path: concat!(module_path!(), "::", stringify!($name)),
                begin: |engine| Box::pin($name(engine)),
                is_long: false,
            }),+]
        }
    };
}

thread_local! {
    /// The steps of the journey on this thread; `None` if no journey is running.
    static LOG: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// How long each journey took.
static TIMES: Mutex<Vec<(Duration, String)>> = Mutex::new(Vec::new());
/// The number of slowest journeys to list.
const LONGEST: usize = 12;

/// Logs a step of the current journey.
pub fn note(step: String) {
    LOG.with_borrow_mut(|log| match log {
        Some(log) => log.push(step),
        None => println!("{step}"),
    });
}

/// Clears the log of the current journey.
pub fn forget() {
    LOG.with_borrow_mut(|log| log.iter_mut().for_each(Vec::clear));
}

/// Runs the journeys that the command line selects, and `pictures` if it is selected. The arguments are those of Rust's test
/// harness. The engines run one after the other.
pub fn run(journeys: &[Journey], pictures: fn() -> Steps) -> ExitCode {
    let runtime = Arc::new(Runtime::new().unwrap());
    let mut trials = Vec::new();
    for engine in Engine::ALL {
        for Journey { path, begin, is_long } in journeys.iter().copied() {
            let name = format!("{}::{}", path.trim_start_matches("browsers::"), engine.name());
            let runtime = Arc::clone(&runtime);
            let trial = Trial::test(name.clone(), move || {
                let patience = if is_long { Duration::MAX } else { JOURNEY };
                let began = Instant::now();
                let outcome = follow(&runtime, async {
                    timeout(patience, begin(engine)).await.expect("the journey ends in time");
                });
                TIMES.lock().unwrap().push((began.elapsed(), name));
                outcome
            });
            trials.push(trial.with_ignored_flag(is_long));
        }
    }
    trials.push(Trial::test("shots::pictures", move || follow(&runtime, pictures())).with_ignored_flag(true));
    complain_into_the_log();
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    driver::end_idle();
    list_slowest();
    conclusion.exit_code()
}

/// Lists the slowest journeys. Those that come near [`JOURNEY`] should be split.
fn list_slowest() {
    let mut times = std::mem::take(&mut *TIMES.lock().unwrap());
    times.sort_unstable_by_key(|(time, _)| Reverse(*time));
    for (time, name) in times.iter().take(LONGEST) {
        println!("{:>6.1} s  {name}", time.as_secs_f64());
    }
}

/// Runs a journey to its end.
fn follow(runtime: &Runtime, journey: impl Future<Output = ()>) -> Result<(), Failed> {
    LOG.set(Some(Vec::new()));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(journey)));
    let log = LOG.take().unwrap_or_default().join("\n");
    outcome.map_err(|_: Box<dyn Any + Send>| log.into())
}

/// Sends panics of a journey into its log. Others are printed as usual.
fn complain_into_the_log() {
    let otherwise = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if LOG.with_borrow(Option::is_some) {
            note(format!("\n{panic}"));
        } else {
            otherwise(panic);
        }
    }));
}
