import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARTS, plan, SIZES } from './options.mjs';

const places = ['--site', 'dist', '--publisher', 'p', '--repository', '.', '--chromium', 'c', '--out', 'target/bench'];
const planned = (line) => plan([...places, ...line.split(' ').filter(Boolean)]);

test('a run measures everything unless it is told otherwise', () => {
  const { parts, runs, sizes, name, site } = planned('');
  assert.deepEqual({ parts, runs, sizes, name, site }, { parts: PARTS, runs: 5, sizes: SIZES, name: 'bench', site: 'dist' });
  const quick = planned('--quick');
  assert.deepEqual([quick.runs, quick.sizes], [1, [30, 1000]]);
  assert.equal(planned('--quick --runs 3').runs, 3);
});

test('parts and sizes come in their own order, once', () => {
  const { parts, sizes } = planned('--only publish,paint --sizes 1000,30,1000');
  assert.deepEqual([parts, sizes], [['paint', 'publish'], [30, 1000]]);
});

test('an error names the option and the word', () => {
  for (const [line, pattern] of [
    ['--only pant', /--only.*"pant"/], ['--runs 0', /--runs.*"0"/], ['--runs 1,2', /--runs/], ['--sizes 30,many', /--sizes.*"many"/],
    ['--name a/b', /--name.*"a\/b"/], ['--fast', /--fast/],
  ]) assert.throws(() => planned(line), pattern);
  assert.throws(() => plan([]), /--site/);
});
