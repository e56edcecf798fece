import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutProgram } from './sites.mjs';

const page = '<link rel="preload" as="style" href="styles.css"><script>settings()</script><link rel="modulepreload" href="./a.js">'
  + '<link rel=preload as=fetch href=./a.wasm><p>Text</p><script type="application/json" id="story">[]</script><script type=module>import("a")</script>';

test('a page is printed without its program, and keeps everything else', () => {
  assert.equal(withoutProgram(page), '<link rel="preload" as="style" href="styles.css"><script>settings()</script><p>Text</p>'
    + '<script type="application/json" id="story">[]</script>');
});

test('a page without a program is refused', () => {
  assert.throws(() => withoutProgram('<p>Text</p>'), /no program/);
});
