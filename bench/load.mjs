// Two loads of a page: one that is left alone and then worked, and one that is clicked as early as it can be.
import { setTimeout as sleep } from 'node:timers/promises';
import { blockingTime, cumulativeShift, interaction, longest } from './arithmetic.mjs';
import { click, open, Timeout, within } from './browser.mjs';

/**
 * How each page's timeline is worked. `entry` matches the entries, in order. A click on one has its effect when the entry stands
 * inside (or is) a match of `effect`. `settle` is the pause after a click in milliseconds, longer than any animation. `live` is
 * the attribute that the root has once a program runs.
 */
const details = { entry: '#timeline details > summary', effect: 'details[open]', settle: 200 };
export const OURS = { entry: '.events > .event > details > summary', effect: 'details[open]', settle: 500, live: 'data-live' };
export const WAYS = {
  static: details,
  vanilla: details,
  timelinejs: { entry: '.tl-timemarker .tl-timemarker-content-container', effect: '.tl-timemarker-active', settle: 1500, scroll: 'page' },
  // The first card is active from the start, and by itself.
  'react-chrono': { entry: '.vertical-item-row:not(:first-child) .rc-card-title', effect: '.timeline-card-content.active', settle: 1000 },
  'vis-timeline': { entry: '.vis-foreground .vis-item', effect: '.vis-item.vis-selected', settle: 500, scroll: 'page' },
  ours: OURS,
  printed: { ...OURS, live: undefined },
};

/** Waits until the page is loaded and quiet: no request for half a second, no long task for a second, and its program live. */
export async function quiet(run, way) {
  const { page, net } = run;
  for (let since = null; ; await sleep(100)) {
    if (run.left() < 0) throw new Timeout('quiet');
    const { ready, live } = await within(run.left(), page.evaluate((entry) => {
      const ends = __bench.long.map(([start, duration]) => start + duration);
      const load = performance.getEntriesByType('navigation')[0].loadEventEnd;
      return {
        ready: load > 0 && document.querySelector(entry) !== null && performance.now() - Math.max(load, ...ends) > 1000,
        live: __bench.live !== null,
      };
    }, way.entry), 'quiet');
    if (!ready || net.open.size > 0 || performance.now() - net.lastChange < 500) continue;
    since ??= performance.now();
    if (!way.live || live || performance.now() - since > 5000) return;
  }
}

/** Bytes of the page's objects and of its program's memory, after a collection. */
export async function memory({ cdp, left }) {
  await within(left(), cdp.send('HeapProfiler.collectGarbage'), 'heap');
  const heap = await within(left(), cdp.send('Runtime.getHeapUsage'), 'heap');
  // The memory of WebAssembly does not count as the heap's.
  const proto = await cdp.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await within(left(), cdp.send('Runtime.queryObjects', { prototypeObjectId: proto.result.objectId }), 'heap');
  const wasm = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId, returnByValue: true, functionDeclaration: 'function () { return this.reduce((sum, m) => sum + m.buffer.byteLength, 0); }',
  });
  return { heap: heap.usedSize, wasm: wasm.result.value };
}

/** Everything of one load that happens without input. */
async function atRest(run, way) {
  await quiet(run, way);
  const { page, net } = run;
  const raw = await within(run.left(), page.evaluate(() => {
    const events = [...document.querySelectorAll('.events > .event')];
    const mean = (of) => events.reduce((sum, event) => sum + of(event), 0) / events.length;
    return {
      ...__bench, done: undefined, elements: document.getElementsByTagName('*').length,
      parsed: performance.getEntriesByType('navigation')[0].domInteractive,
      ...(events.length > 0 && {
        eventElements: mean((event) => event.getElementsByTagName('*').length + 1),
        eventBytes: mean((event) => new TextEncoder().encode(event.outerHTML).length),
      }),
    };
  }), 'reading');
  const requests = [...net.requests.values()];
  const bytes = { total: 0 };
  for (const { kind, bytes: n } of requests) {
    bytes.total += n;
    bytes[kind] = (bytes[kind] ?? 0) + n;
  }
  return {
    fcp: raw.fcp, lcp: raw.lcp, cls: cumulativeShift(raw.shifts), tbt: blockingTime(raw.long, raw.fcp),
    longest: longest(raw.long), longTotal: raw.long.reduce((sum, [, duration]) => sum + duration, 0),
    parsed: raw.parsed, live: raw.live, elements: raw.elements, eventElements: raw.eventElements, eventBytes: raw.eventBytes,
    bytes, requests: requests.length,
    failed: requests.filter((r) => r.failed || r.status >= 400).map((r) => `${r.status || r.failed} ${new URL(r.url).pathname}`),
    ...await memory(run),
  };
}

/** One load at rest, and then ten entries opened one by one. */
export async function measureLoad(executable, { url, way, profile, limit = 60_000, clicks = 10 }) {
  const run = await open(executable, { url, way, profile, limit });
  const result = {};
  try {
    Object.assign(result, await atRest(run, way));
    // The clicks have their own limit of the same length.
    const deadline = performance.now() + limit;
    const ask = (f, arg) => within(deadline - performance.now(), run.page.evaluate(f, arg), 'click');
    result.interactions = [];
    result.effects = [];
    for (let i = 0, start = 0; i < clicks; i++) {
      // Aiming may scroll the page, so the point is taken again once that is drawn.
      const aim = await ask((from) => __bench.aim(from), start);
      await sleep(50);
      const point = aim && await ask((from) => __bench.aim(from), aim.index);
      if (!point) break;
      start = point.index + 1;
      // Armed before the click goes out: the answer to this says that it is.
      const armed = await ask((ms) => __bench.arm(ms), deadline - performance.now());
      await within(deadline - performance.now(), click(run.cdp, point), 'click');
      const done = await ask(() => __bench.done);
      if (!done) throw new Timeout('click');
      await sleep(way.settle);
      result.interactions.push(interaction(await ask(() => __bench.events), armed));
      result.effects.push(done.painted);
    }
  } catch (error) {
    if (!(error instanceof Timeout)) throw error;
    result.timeout = error.message;
  } finally {
    result.errors = run.errors;
    await run.close();
  }
  return result;
}

/** The time until a click on the first entry has its visible effect, on a load of its own: input ends LCP and CLS. */
export async function measureUsable(executable, { url, way, profile, limit = 60_000 }) {
  const run = await open(executable, { url, way, profile, limit, probe: true });
  try {
    return await within(run.left(), run.told, 'usable');
  } catch (error) {
    if (!(error instanceof Timeout)) throw error;
    return { timeout: error.message };
  } finally {
    await run.close();
  }
}

/** The layout shift of a load in a window of this width. */
export async function measureShift(executable, { url, way, width }) {
  const run = await open(executable, { url, way, width });
  try {
    await quiet(run, way);
    // The late fonts, and what their swap moves.
    await sleep(1000);
    return cumulativeShift(await run.page.evaluate(() => __bench.shifts));
  } finally {
    await run.close();
  }
}
