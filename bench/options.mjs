// What `cargo xtask bench` asks for. It has checked the values; what is checked here is that nothing is missing.
import { parseArgs } from 'node:util';

/** The parts of a run, in their order. */
export const PARTS = ['paint', 'growth', 'publish', 'edit'];
export const SIZES = [30, 100, 1000, 10_000];

const numbers = (name, text, least) => text.split(',').map((word) => {
  const number = Number(word);
  if (!Number.isInteger(number) || number < least) throw new Error(`--${name} takes whole numbers from ${least}, not "${word}"`);
  return number;
});

/**
 * What to measure: `{ parts, runs, sizes, name }`, and where things are: `{ site, publisher, repository, chromium, out }`.
 *
 * Throws an error that names the option.
 */
export function plan(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      only: { type: 'string' },
      runs: { type: 'string' },
      sizes: { type: 'string' },
      name: { type: 'string', default: 'bench' },
      quick: { type: 'boolean', default: false },
      site: { type: 'string' }, // the built page
      publisher: { type: 'string' }, // the program that publishes it, a release build
      repository: { type: 'string' },
      chromium: { type: 'string' },
      out: { type: 'string' }, // where pages are built and results are kept
    },
  });
  const { only, runs, sizes, quick, name, ...places } = values;
  for (const place of ['site', 'publisher', 'repository', 'chromium', 'out']) {
    if (!places[place]) throw new Error(`--${place} is missing; \`cargo xtask bench\` gives it`);
  }
  if (!/^[\w-]+$/.test(name)) throw new Error(`--name takes letters, digits, - and _, not "${name}"`);
  const chosen = only?.split(',') ?? PARTS;
  const unknown = chosen.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new Error(`--only knows ${PARTS.join(', ')}, and not "${unknown}"`);
  const [count, more] = numbers('runs', runs ?? (quick ? '1' : '5'), 1);
  if (more !== undefined) throw new Error('--runs takes one number');
  const wanted = sizes ? numbers('sizes', sizes, 1) : quick ? [30, 1000] : SIZES;
  return {
    ...places, name, quick, runs: count, sizes: [...new Set(wanted)].sort((a, b) => a - b),
    parts: PARTS.filter((part) => chosen.includes(part)),
  };
}
