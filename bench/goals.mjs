// What we want of the page (speed), as rows of a table: reached or not, from the numbers of one run. Every comparison is of two
// pages that took turns in it. A row without numbers was not measured.
import { median, p95, ratio, spread } from './arithmetic.mjs';

const LIBRARIES = ['timelinejs', 'react-chrono', 'vis-timeline'];
const STORIES = { own: 'our story', short: "the peers' story" };

/** The median of something of the loads of a page. */
const of = (runs, page, pick) => median((runs?.[page] ?? []).map(pick));
const load = (key) => (run) => run.load?.[key];
const usable = (run) => run.usable?.usable;
const clicks = (runs, page) => p95((runs?.[page] ?? []).flatMap((run) => run.load?.interactions ?? []));
const least = (values) => values.filter((value) => value !== null).reduce((a, b) => Math.min(a, b), Infinity);

const known = (value) => value !== null && value !== undefined && Number.isFinite(value);
const digits = (value, unit) => {
  const places = unit === 'ms' ? 0 : unit === '×' ? 2 : value < 0.1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
  const text = value.toFixed(places);
  return unit === '×' ? `${text} ×` : unit ? `${text} ${unit}` : text;
};

/** A row: what is measured must be at most `limit`, or hold by another measure, `or`: [value, limit, unit]. */
function row(goal, value, limit, unit, or = null) {
  const shown = [[value, limit, unit], ...(or ? [or] : [])].filter(([number]) => known(number));
  return {
    goal,
    limit: [[limit, unit], ...(or ? [[or[1], or[2]]] : [])].map(([number, of]) => `≤ ${digits(number, of)}`).join(' or '),
    value: shown.length ? shown.map(([number, , of]) => digits(number, of)).join(' · ') : '–',
    reached: shown.length ? shown.some(([number, most]) => number <= most) : null,
  };
}

/** Rows for the first paint and what a page can be used for, of `paint`: story -> profile -> page -> runs. */
function paintRows(paint) {
  const rows = [];
  for (const [story, name] of Object.entries(STORIES)) {
    for (const [profile, runs] of Object.entries(paint?.[story] ?? {})) {
      if (profile === 'shift') continue;
      for (const key of ['fcp', 'lcp']) {
        const [ours, printed, plain] = ['ours', 'printed', 'static'].map((page) => of(runs, page, load(key)));
        rows.push(row(`${key.toUpperCase()} : the page without its program, ${profile}, ${name}`, ratio(ours, printed), 1.05, '×'));
        rows.push(row(`${key.toUpperCase()} : a static page, ${profile}, ${name}`, ratio(ours, plain), story === 'own' ? 1.25 : 1.15, '×'));
      }
    }
    const slow = paint?.[story]?.slow;
    if (slow) {
      rows.push(row(`usable : TimelineJS3, slow, ${name}`, ratio(of(slow, 'ours', usable), of(slow, 'timelinejs', usable)), story === 'own' ? 0.5 : 0.4, '×'));
      const best = least(LIBRARIES.map((page) => clicks(slow, page)));
      rows.push(row(`interaction p95 : the best library, slow, ${name}`, ratio(clicks(slow, 'ours'), best), 1, '×'));
      rows.push(row(`interaction p95, slow, ${name}`, clicks(slow, 'ours'), 50, 'ms'));
      rows.push(row(`total blocking time, slow, ${name}`, of(slow, 'ours', load('tbt')), 50, 'ms'));
      rows.push(row(`longest task, slow, ${name}`, of(slow, 'ours', load('longest')), 100, 'ms'));
    }
    for (const [width, shift] of Object.entries(paint?.[story]?.shift ?? {})) {
      rows.push(row(`layout shift at ${width}, late fonts, ${name}`, shift, 0.005, ''));
    }
  }
  const own = paint?.own && Object.entries(paint.own).find(([profile]) => profile !== 'shift')?.[1];
  if (own) {
    const bytes = (kinds) => of(own, 'ours', (run) => run.load?.bytes && kinds.reduce((sum, kind) => sum + (run.load.bytes[kind] ?? 0), 0) / 1000);
    rows.push(row('program on the wire', bytes(['wasm', 'js']), 90, 'kB'));
    rows.push(row('first visit on the wire', bytes(['total']), 150, 'kB'));
    rows.push(row('elements of an event', of(own, 'ours', load('eventElements')), 30, ''));
    rows.push(row('markup of an event', of(own, 'ours', (run) => run.load?.eventBytes / 1000), 1.5, 'kB'));
    rows.push(row('elements of the page', of(own, 'ours', load('elements')), 4000, ''));
  }
  return rows;
}

/** What the steps are called in the table. */
export const STEP_NAMES = {
  open: 'open an event', follow: 'follow a person', filter: 'filter by years', order: 'change the order', openAll: 'open all',
  search: 'first search', key: 'a key in it',
};
/** The steps that there are goals for. */
const GOALS = ['open', 'follow', 'filter', 'order', 'search', 'key'];

/** Rows for many events, of `growth`: size -> { ours: runs, vis: runs }. */
function growthRows(growth) {
  const rows = [];
  const sizes = Object.keys(growth ?? {}).map(Number).sort((a, b) => a - b);
  const step = (size, name) => of(growth[size], 'ours', (run) => run.steps?.[name]);
  for (const size of sizes) {
    rows.push(row(`live after the HTML is parsed, ${size} events`, of(growth[size], 'ours', (run) => (run.live === null ? null : run.live - run.parsed)), 300, 'ms'));
  }
  if (growth?.[1000]) {
    for (const name of GOALS) {
      const [few, many] = [30, 1000].map((size) => (growth[size] ? step(size, name) : null));
      rows.push(row(`${STEP_NAMES[name]}, 1000 : 30 events`, ratio(many, few), 2, '×', [many, 50, 'ms']));
    }
  }
  if (growth?.[10000]) {
    for (const name of GOALS) {
      const [few, many] = [1000, 10000].map((size) => (growth[size] ? step(size, name) : null));
      rows.push(row(`${STEP_NAMES[name]}, 10000 : 1000 events`, ratio(many, few), 3, '×'));
      rows.push(row(`${STEP_NAMES[name]}, 10000 events`, many, 500, 'ms'));
    }
    const bytes = (page) => of(growth[10000], page, (run) => (known(run.heap) ? (run.heap + run.wasm) / 1e6 : null));
    rows.push(row('memory : vis-timeline, 10000 events', ratio(bytes('ours'), bytes('vis')), 1, '×'));
  }
  return rows;
}

/** Rows for publishing, of `publish`: size -> [{ seconds, memory }]. */
function publishRows(publish) {
  const seconds = (size) => median((publish?.[size] ?? []).map((run) => run.seconds));
  return publish?.[10000]
    ? [row('publishing 10000 events', seconds(10000), 10, 's'), row('publishing 10000 : 1000 events', ratio(seconds(10000), seconds(1000)), 12, '×')]
    : [];
}

/** All rows of a result: `{ goal, limit, value, reached }`, `reached` null where nothing was measured. */
export function goals({ paint, growth, publish, edit }) {
  return [
    ...paintRows(paint), ...growthRows(growth), ...publishRows(publish),
    ...(edit ? [row('an edit is seen', median(edit.runs.map((run) => run.seen)), 1000, 'ms')] : []),
  ];
}

// ---- Markdown ------------------------------------------------------------

const table = (head, rows) => [head, head.map((_, i) => (i ? '---:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const cell = (values, unit = 1, places = 0) => {
  const found = spread(values.map((value) => (known(value) ? value / unit : null)));
  if (!found) return '–';
  const [middle, min, max] = [found.median, found.min, found.max].map((value) => value.toFixed(places));
  return min === max ? middle : `${middle} (${min}–${max})`;
};

const PAINT_COLUMNS = [
  ['wire, kB', (runs) => cell(runs.map((run) => run.load.bytes?.total), 1000, 1)],
  ['FCP, ms', (runs) => cell(runs.map(load('fcp')))],
  ['LCP, ms', (runs) => cell(runs.map(load('lcp')))],
  ['usable, ms', (runs) => cell(runs.map(usable))],
  ['live, ms', (runs) => cell(runs.map(load('live')))],
  ['TBT, ms', (runs) => cell(runs.map(load('tbt')))],
  ['longest task, ms', (runs) => cell(runs.map(load('longest')))],
  ['interaction p95, ms', (runs) => { const value = p95(runs.flatMap((run) => run.load.interactions ?? [])); return value === null ? '–' : value <= 16 ? '≤16' : String(value); }],
  ['heap, MB', (runs) => cell(runs.map(load('heap')), 1e6, 1)],
  ['elements', (runs) => cell(runs.map(load('elements')))],
];

const problems = (runs) => [...new Set(runs.flatMap((run) => [run.timeout, run.load?.timeout, run.usable?.timeout, ...(run.errors ?? []), ...(run.load?.errors ?? []), ...(run.load?.failed ?? [])]))].filter(Boolean);

/** The whole result as Markdown: the goals first. */
export function report(result) {
  const { paint, growth, publish, edit } = result;
  const rows = goals(result);
  const reached = rows.filter((one) => one.reached === true).length;
  const counted = rows.filter((one) => one.reached !== null).length;
  const out = [
    `# ${result.name}`, '',
    `${result.date} · Chromium ${result.chromium} · Node ${result.node} · ${result.cpus} cores · load average ${result.load.join(' → ')} · runs ${result.runs} · ${Math.round(result.seconds / 60)} min`, '',
    `## Goals: ${reached} of ${counted} reached`, '',
    table(['goal', 'limit', 'measured', ''], rows.map((one) => [one.goal, one.limit, one.value, one.reached === null ? '–' : one.reached ? 'reached' : '**not**'])),
  ];
  for (const [story, name] of Object.entries(STORIES)) {
    for (const [profile, pages] of Object.entries(paint?.[story] ?? {})) {
      if (profile === 'shift') continue;
      out.push('', `## ${name}, ${profile}`, '', table(['', ...PAINT_COLUMNS.map(([head]) => head)],
        Object.entries(pages).map(([page, runs]) => [page, ...PAINT_COLUMNS.map(([, text]) => text(runs))])));
      for (const [page, runs] of Object.entries(pages)) if (problems(runs).length) out.push('', `- ${page}: ${problems(runs).join('; ')}`);
    }
  }
  if (growth) {
    out.push('', '## Many events, plain, ms', '', table(['events', 'live', ...Object.values(STEP_NAMES), 'elements', 'heap + wasm, MB'],
      Object.entries(growth).map(([size, { ours }]) => [size, cell(ours.map((run) => (known(run.live) ? run.live - run.parsed : null))),
        ...Object.keys(STEP_NAMES).map((step) => cell(ours.map((run) => run.steps?.[step]))),
        cell(ours.map((run) => run.elements)), cell(ours.map((run) => run.heap + run.wasm), 1e6, 1)])));
    for (const [size, { ours }] of Object.entries(growth)) if (problems(ours).length) out.push('', `- ${size}: ${problems(ours).join('; ')}`);
  }
  if (publish) {
    out.push('', '## Publishing', '', table(['events', 'seconds', 'peak memory, MB'],
      Object.entries(publish).map(([size, runs]) => [size, cell(runs.map((run) => run.seconds), 1, 2), cell(runs.map((run) => run.memory))])));
  }
  if (edit) {
    out.push('', '## An edit of the story', '', table(['', 'ms'], [
      ['until the server gives it', cell(edit.runs.map((run) => run.served))], ['until it is on the screen', cell(edit.runs.map((run) => run.seen))],
      ['the program was built again', edit.runs.some((run) => run.rebuilt) ? 'yes' : 'no'],
    ]));
  }
  return `${out.join('\n')}\n`;
}
