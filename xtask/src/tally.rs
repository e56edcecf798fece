//! Sums the results of test programs and of checks that only pass or fail.

/// Number of tests and checks by outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// Ignored tests.
    pub skipped: usize,
}

impl Tally {
    /// The result of one check.
    pub fn of_check(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), skipped: 0 }
    }

    /// Sums all `test result:` lines in the output of `cargo test`. A run counts as one failure if it failed without a
    /// failed test (because it did not compile, for example), or if no test ran.
    pub fn of_tests<'a>(output: impl IntoIterator<Item = &'a str>, succeeded: bool) -> Self {
        let mut sum = output.into_iter().filter_map(result_line).fold(Self::default(), Self::plus);
        let ran = sum.passed + sum.failed;
        if sum.failed == 0 && (!succeeded || ran == 0) {
            sum.failed = 1;
        }
        sum
    }

    /// The sum of both.
    pub fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// Whether something passed and nothing failed.
    pub fn is_good(self) -> bool {
        self.failed == 0 && self.passed > 0
    }

    /// `12 passed, 1 failed, 2 skipped`.
    pub fn summary(self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// Parses `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`.
fn result_line(line: &str) -> Option<Tally> {
    let (_, counts) = line.split_once("test result: ")?;
    let counts = counts.split_once(". ")?.1;
    let count = |outcome: &str| {
        counts.split("; ").find_map(|count| count.strip_suffix(outcome)?.trim_end().parse().ok()).unwrap_or(0)
    };
    Some(Tally { passed: count("passed"), failed: count("failed"), skipped: count("ignored") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_all_test_programs() {
        let output = [
            "running 4 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 10 passed; 2 failed; 0 ignored; 0 measured; 5 filtered out",
        ];
        let tally = Tally::of_tests(output, false);
        assert_eq!(tally, Tally { passed: 13, failed: 2, skipped: 1 });
        assert_eq!(tally.summary(), "13 passed, 2 failed, 1 skipped");
        assert!(!tally.is_good());
    }

    #[test]
    fn a_run_without_tests_is_a_failure() {
        let nothing = "test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s";
        assert_eq!(Tally::of_tests([nothing], true).failed, 1);
        assert_eq!(Tally::of_tests([], true).failed, 1);
        assert!(!Tally::default().is_good());
    }

    #[test]
    fn an_aborted_run_is_a_failure() {
        let one = "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Tally::of_tests([one], true), Tally { passed: 1, failed: 0, skipped: 0 });
        assert_eq!(Tally::of_tests([one], false), Tally { passed: 1, failed: 1, skipped: 0 });
    }
}
