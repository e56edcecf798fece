//! How long the tests wait, and how often they look.

use std::time::Duration;

/// How long a state may take to come: far longer than it does, for a machine that is busy with other work.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How long a whole journey may take, in case an engine stops answering: the longest takes a sixth of it.
pub const JOURNEY: Duration = Duration::from_mins(3);
/// How long to wait between two looks at a state.
pub const POLL: Duration = Duration::from_millis(25);
