//! Timeouts and the polling interval.

use std::time::Duration;

/// How long to wait for a state: far longer than it takes, for a machine that is busy with other work.
pub const PATIENCE: Duration = Duration::from_secs(50);
/// How long a whole journey may take, in case an engine stops responding. On two slow processors, WebKit takes two minutes
/// to lay out the page at every width.
pub const JOURNEY: Duration = Duration::from_mins(8);
/// The polling interval.
pub const POLL: Duration = Duration::from_millis(25);
