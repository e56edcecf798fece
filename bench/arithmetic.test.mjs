import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockingTime, cumulativeShift, interaction, longest, median, p95, quantile, ratio, spread } from './arithmetic.mjs';

test('medians and quantiles ignore what was not measured', () => {
  assert.equal(median([3, null, 1, undefined, NaN]), 2);
  assert.equal(median([]), null);
  assert.equal(quantile([0, 10, 20], 0.25), 5);
  assert.deepEqual(spread([5, 1, 3]), { median: 3, min: 1, max: 5, n: 3 });
});

test('a 95th percentile is a value that was measured', () => {
  assert.equal(p95(Array.from({ length: 20 }, (_, i) => 8 * (i + 1))), 152);
  assert.equal(p95([16]), 16);
  assert.equal(p95([null]), null);
});

test('a ratio needs both of its values', () => {
  assert.equal(ratio(30, 20), 1.5);
  for (const [value, base] of [[null, 1], [1, null], [1, 0], [NaN, 1]]) assert.equal(ratio(value, base), null);
});

test('layout shifts add up within a second of each other and within five seconds', () => {
  assert.equal(cumulativeShift([]), 0);
  assert.equal(cumulativeShift([[0, 0.1], [900, 0.1], [2500, 0.15]]), 0.2);
  const steady = Array.from({ length: 8 }, (_, i) => [i * 900, 1]);
  assert.equal(cumulativeShift(steady), 6);
});

test('only what blocks after the first paint counts, beyond 50 ms', () => {
  assert.equal(blockingTime([[0, 100], [300, 40], [400, 120]], 80), 70);
  assert.equal(blockingTime([[0, 200]], 100), 50);
  assert.equal(longest([[0, 60], [90, 75]]), 75);
  assert.equal(longest([]), 0);
});

test('an interaction is the longest of its events, and none of an earlier one', () => {
  assert.equal(interaction([[1, 10, 500], [2, 100, 24], [2, 101, 40]], 50), 40);
  assert.equal(interaction([], 0), 16);
});
