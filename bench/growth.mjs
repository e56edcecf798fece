// One page at one size: when its program is live, and what each thing that a reader does takes.
import { setTimeout as sleep } from 'node:timers/promises';
import { click, letter, open, press, Timeout, within } from './browser.mjs';
import { memory, OURS, quiet } from './load.mjs';

const key = (name, code, extra) => ({ key: name, code: name, windowsVirtualKeyCode: code, ...extra });

/**
 * What is done, in this order. `test` runs in the page and says whether what was asked for is there; `back` undoes it, unmeasured.
 * A step is measured from its input, which is sent once the page is at rest; only the word of the first search is typed at once.
 */
export const STEPS = [
  {
    name: 'open',
    at: () => `.events > .event:nth-child(${Math.ceil(document.querySelector('.events').childElementCount / 2)}) > details > summary`,
    test: () => document.querySelector(`.events > .event:nth-child(${Math.ceil(document.querySelector('.events').childElementCount / 2)}) > details`).open,
    back: true,
  },
  {
    name: 'follow', at: () => '.faces li:first-child button', back: true,
    test: () => document.querySelector('.faces li:first-child button').ariaPressed === 'true' && !document.querySelector('#followed_island').hidden,
  },
  {
    name: 'filter', focus: '[data-command="years from"]', keys: [key('PageUp', 33)], undo: [key('Home', 36)],
    test: () => document.querySelector('.events').hasAttribute('data-dimmed') && document.querySelector('.event').hidden !== false,
  },
  {
    name: 'order', at: () => '#timeline label:has(> [data-command="order article"])', undoAt: () => '#timeline label:has(> [data-command="order time"])',
    before: () => { globalThis.__order = [...document.querySelector('.events').children].map((event) => event.id).join(); },
    test: () => [...document.querySelector('.events').children].map((event) => event.id).join() !== globalThis.__order,
  },
  {
    name: 'openAll', at: () => '[data-command="open all"]', undoAt: () => '[data-command="close all"]',
    test: () => document.querySelector('.events > .event:last-child > details').open,
  },
];

/** Waits until no task was long for 400 ms, and nothing moves. */
async function rest(run) {
  for (;;) {
    await sleep(400);
    const since = await within(run.left(), run.page.evaluate(() => {
      const last = __bench.long.at(-1);
      return last ? performance.now() - last[0] - last[1] : Infinity;
    }), 'rest');
    if (since > 400) return;
  }
}

async function aim(run, at) {
  const selector = await run.page.evaluate(at);
  const look = () => within(run.left(), run.page.evaluate((target) => __bench.pointOf(target), selector), 'aim');
  // Aiming may scroll the page, so the point is taken again once that is drawn.
  await look();
  await rest(run);
  const point = await look();
  if (!point) throw new Error(`nothing to click at ${selector}`);
  return point;
}

/** Arms the measuring, and only then sends the input. */
async function measured(run, test, send) {
  const ask = (f, arg) => within(run.left(), run.page.evaluate(f, arg), 'step');
  await ask(`__bench.arm(${run.left()}, ${test})`);
  await send();
  const done = await ask(() => __bench.done);
  return done?.painted ?? null;
}

async function perform(run, { name, at, focus, keys, undo, undoAt, before, test, back }) {
  const { page, cdp } = run;
  if (focus) {
    await page.evaluate((selector) => document.querySelector(selector).focus(), focus);
    await rest(run);
  }
  const point = at && await aim(run, at);
  if (before) await page.evaluate(before);
  const taken = await measured(run, test, async () => {
    if (point) await click(cdp, point);
    for (const one of keys ?? []) await press(cdp, one);
  });
  if (taken === null) throw new Error(`"${name}" had no effect`);
  await rest(run);
  if (back) await click(cdp, await aim(run, at));
  if (undoAt) await click(cdp, await aim(run, undoAt));
  for (const one of undo ?? []) await press(cdp, one);
  await rest(run);
  return taken;
}

async function search(run) {
  const { page, cdp } = run;
  const results = () => document.querySelector('#search_results')?.innerHTML ?? '';
  const status = () => document.querySelector('.search-count')?.textContent ?? '';
  await press(cdp, { key: 'k', code: 'KeyK', windowsVirtualKeyCode: 75, modifiers: 2 });
  // The word is typed as soon as the field has the focus.
  await within(run.left(), page.waitForFunction(() => document.activeElement?.id === 'search_input', null, { polling: 'raf', timeout: 0 }), 'search');
  const first = await measured(run, `() => /\\d/.test((${status})()) && document.querySelector('#search_input').value === 'rive'`, async () => {
    for (const one of 'rive') await press(cdp, letter(one));
  });
  await rest(run);
  await page.evaluate(`globalThis.__results = (${results})()`);
  const next = await measured(run, `() => (${results})() !== globalThis.__results`, () => press(cdp, letter('r')));
  return { first, key: next };
}

/** One load of a page of many events: `{ live, elements, heap, wasm, steps }`, times in milliseconds. */
export async function measureGrowth(executable, { url, limit = 240_000, memoryOnly = false, way = OURS }) {
  const run = await open(executable, { url, way, limit });
  const result = { steps: {} };
  try {
    await quiet(run, way);
    const seen = await run.page.evaluate(() => ({
      live: __bench.live, parsed: performance.getEntriesByType('navigation')[0].domInteractive, fcp: __bench.fcp,
      elements: document.getElementsByTagName('*').length,
    }));
    Object.assign(result, seen, await memory(run));
    if (!memoryOnly) {
      for (const step of STEPS) result.steps[step.name] = await perform(run, step);
      const { first, key: typed } = await search(run);
      Object.assign(result.steps, { search: first, key: typed });
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
