// How long an edit of the story takes until it is in the page that `cargo xtask serve` gives, and on the screen. It works on a
// copy of the story.
import { spawn } from 'node:child_process';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { open } from './browser.mjs';
import { OURS } from './load.mjs';

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** When the program that is served was built: the files and their times. */
async function programs(folder) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.wasm'));
  return JSON.stringify(await Promise.all(files.sort().map(async (name) => [name, (await stat(join(folder, name))).mtimeMs])));
}

/** Starts the server: `{ url, folder, stop() }`, once it gives the page. The first build may compile for minutes. */
async function serve({ repository, out }, story) {
  const port = await freePort();
  const folder = join(out, 'serve');
  const words = ['xtask', 'serve', '--address', '127.0.0.1', '--port', String(port), `--dist=${folder}`];
  const child = spawn('cargo', words, { cwd: repository, env: { ...process.env, PALIMPSEST_STORY: story }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { output = (output + data).slice(-20_000); });
  let ended = false;
  child.once('exit', () => { ended = true; });
  const stop = () => { try { process.kill(-child.pid, 'SIGTERM'); } catch {} };
  process.on('exit', stop);
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; ; tries++) {
    const page = await fetch(url).then((response) => response.text(), () => '');
    if (page.includes('data-published')) return { url, folder, stop };
    if (ended || tries > 3600) {
      stop();
      throw new Error(`\`cargo ${words.join(' ')}\` gave no page:\n${output}`);
    }
    await sleep(250);
  }
}

/** `{ runs: [{ served, seen, rebuilt }] }`: milliseconds from the moment that the file was written. */
export async function measureEdits(places, chromium, runs) {
  const story = join(places.out, 'edited-story');
  await rm(story, { recursive: true, force: true });
  await cp(join(places.repository, 'story'), story, { recursive: true });
  const server = await serve(places, story);
  try {
    const run = await open(chromium, { url: server.url, way: OURS, limit: 120_000 });
    try {
      await run.page.waitForFunction(() => document.documentElement.hasAttribute('data-live'), null, { timeout: 60_000 });
      const file = join(story, 'events.toml');
      const original = await readFile(file, 'utf8');
      const done = [];
      for (let i = 0; i < runs; i++) {
        await sleep(1500);
        const word = `edited${Date.now()}`;
        const before = await programs(server.folder);
        await writeFile(file, original.replace(/^summary = "/m, `summary = "${word} `));
        const start = performance.now();
        const seen = run.page.waitForFunction((text) => document.querySelector('.events')?.textContent.includes(text), word, { polling: 'raf', timeout: 60_000 })
          .then(() => performance.now() - start);
        let served = null;
        while (served === null && performance.now() - start < 60_000) {
          const page = await fetch(server.url).then((response) => response.text(), () => '');
          if (page.includes(word)) served = performance.now() - start;
          else await sleep(20);
        }
        done.push({ served, seen: await seen, rebuilt: before !== await programs(server.folder) });
      }
      return { runs: done };
    } finally {
      await run.close();
    }
  } finally {
    server.stop();
  }
}
