import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goals, report } from './goals.mjs';

const load = (fcp, more = {}) => ({ load: { fcp, lcp: fcp, tbt: 10, longest: 60, interactions: [24, 40], ...more }, usable: { usable: fcp * 2 } });
const slow = {
  static: [load(400)], printed: [load(440)], ours: [load(450, { bytes: { total: 140_000, wasm: 80_000, js: 9_000 }, elements: 5000, eventElements: 28, eventBytes: 1400 })],
  timelinejs: [load(1000, { interactions: [48] })], 'vis-timeline': [load(900, { interactions: [40] })],
};
const find = (rows, goal) => {
  const found = rows.find((row) => row.goal.startsWith(goal));
  assert.ok(found, goal);
  return found;
};

test('first paint is compared with the page without its program and with the static page', () => {
  const rows = goals({ paint: { own: { slow }, short: { slow } } });
  assert.deepEqual(find(rows, 'FCP : the page without its program, slow, our'), {
    goal: 'FCP : the page without its program, slow, our story', limit: '≤ 1.05 ×', value: '1.02 ×', reached: true,
  });
  // 1.125: good enough for both stories, whose limits differ.
  assert.equal(find(rows, 'LCP : a static page, slow, our').limit, '≤ 1.25 ×');
  assert.equal(find(rows, "LCP : a static page, slow, the peers'").limit, '≤ 1.15 ×');
  assert.equal(find(rows, 'usable : TimelineJS3, slow, our').value, '0.45 ×');
  assert.equal(find(rows, "usable : TimelineJS3, slow, the peers'").reached, false);
  assert.equal(find(rows, 'interaction p95 : the best library').reached, true);
  assert.equal(find(rows, 'program on the wire').value, '89.0 kB');
  assert.equal(find(rows, 'elements of the page').reached, false);
});

test('what was not measured is neither reached nor missed', () => {
  const rows = goals({ paint: { own: { slow: { ours: [load(450)], static: [] } } } });
  assert.equal(find(rows, 'FCP : a static page').reached, null);
  assert.deepEqual(goals({}), []);
});

test('a step may grow, or be short', () => {
  const at = (ms, extra = {}) => ({ ours: [{ parsed: 100, live: 350, steps: { open: ms, follow: ms * 2, filter: null }, ...extra }] });
  const rows = goals({ growth: { 30: at(10), 1000: at(30), 10000: at(80, { heap: 50e6, wasm: 10e6 }) } });
  const open = find(rows, 'open an event, 1000 : 30');
  assert.deepEqual([open.limit, open.value, open.reached], ['≤ 2.00 × or ≤ 50 ms', '3.00 × · 30 ms', true]);
  assert.equal(find(rows, 'follow a person, 1000 : 30').reached, false);
  assert.equal(find(rows, 'filter by years, 1000 : 30').reached, null);
  assert.equal(find(rows, 'live after the HTML is parsed, 1000').value, '250 ms');
  assert.equal(find(rows, 'open an event, 10000 : 1000').reached, true);
  // Nothing to compare with.
  assert.equal(find(rows, 'memory').reached, null);
});

test('publishing and editing have rows of their own', () => {
  const rows = goals({ publish: { 1000: [{ seconds: 1 }], 10000: [{ seconds: 11 }, { seconds: 13 }] }, edit: { runs: [{ seen: 700 }, { seen: 900 }] } });
  assert.deepEqual(rows.map(({ value, reached }) => [value, reached]), [['12.0 s', false], ['12.00 ×', true], ['800 ms', true]]);
});

test('a report has the goals and every table that was measured', () => {
  const text = report({
    name: 'x', date: 'd', chromium: '1', node: '20', cpus: 2, load: ['0', '1'], runs: 1, seconds: 60, paint: { own: { slow, shift: { 360: 0.2 } } },
    growth: { 30: { ours: [{ parsed: 1, live: 2, steps: { open: 20 }, heap: 1e6, wasm: 2e6, elements: 7, timeout: 'step' }] } },
    publish: { 30: [{ seconds: 0.5, memory: 40 }] }, edit: { runs: [{ served: 300, seen: 400, rebuilt: false }] },
  });
  for (const line of ['| layout shift at 360, late fonts, our story | ≤ 0.005 | 0.20 | **not** |', '| 30 | 0.50 | 40 |', '- 30: step', '| the program was built again | no |']) {
    assert.ok(text.includes(line), `${line}\n${text}`);
  }
  assert.match(text, /## Goals: \d+ of \d+ reached/);
});
