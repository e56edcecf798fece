// What is computed from what the browser reports. Times are in milliseconds.

/** The value between the values of a sorted list at which a share `q` (0 to 1) of it is reached. */
export function quantile(sorted, q) {
  const at = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** The nearest rank above: unlike a quantile, always one of the values. For what comes in steps. */
export const rank = (sorted, q) => sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)];

const known = (values) => values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);

/** The median of the finite values, or null without any. */
export function median(values) {
  const sorted = known(values);
  return sorted.length ? quantile(sorted, 0.5) : null;
}

/** Median, smallest and largest of the finite values, or null without any. */
export function spread(values) {
  const sorted = known(values);
  return sorted.length ? { median: quantile(sorted, 0.5), min: sorted[0], max: sorted.at(-1), n: sorted.length } : null;
}

/** The value that 95 of 100 do not exceed, or null without any. */
export function p95(values) {
  const sorted = known(values);
  return sorted.length ? rank(sorted, 0.95) : null;
}

/** One value as a multiple of another, or null where either is missing or nothing is divided by. */
export const ratio = (value, base) => (Number.isFinite(value) && Number.isFinite(base) && base > 0 ? value / base : null);

/** Layout shifts, pairs of time and value, in their worst session window, as web-vitals counts them. */
export function cumulativeShift(shifts) {
  let [worst, sum, first, last] = [0, 0, -Infinity, -Infinity];
  for (const [time, value] of shifts) {
    if (time - last > 1000 || time - first > 5000) [sum, first] = [0, time];
    sum += value;
    last = time;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** The parts over 50 ms of tasks, pairs of start and duration, that come after `paint`. */
export const blockingTime = (tasks, paint) =>
  tasks.reduce((sum, [start, duration]) => sum + Math.max(0, start + duration - Math.max(start, paint) - 50), 0);

/** The duration of the longest task. */
export const longest = (tasks) => Math.max(0, ...tasks.map(([, duration]) => duration));

/**
 * How long an interaction took: the longest of its events, which are [interaction, start, duration], of those that began
 * once `from` was reached. The browser reports nothing under 16 ms.
 */
export const interaction = (events, from) =>
  Math.max(16, ...events.filter(([, start]) => start >= from).map(([, , duration]) => duration));
