// A new Chromium with a new profile, one page in it, and the network and processor that a profile gives it.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps',
  '--window-size=1280,800', '--remote-debugging-port=0',
];

export const PROFILES = {
  plain: null,
  slow: { latency: 150, down: 1_600_000 / 8, up: 750_000 / 8, cpu: 4 },
};

const inpage = await readFile(join(import.meta.dirname, 'inpage.js'), 'utf8');

export class Timeout extends Error {}

/** Rejects with Timeout after `ms`, whatever became of the promise. */
export function within(ms, promise, what) {
  const timer = new AbortController();
  promise.catch(() => {});
  return Promise.race([
    promise,
    sleep(Math.max(0, ms), undefined, { signal: timer.signal }).then(() => { throw new Timeout(what); }),
  ]).finally(() => timer.abort());
}

// The browsers started here and their profiles; each is ended as its own process group, and nothing else is.
const running = new Map();
const kill = (child) => { try { process.kill(-child.pid, 'SIGKILL'); } catch {} };
const clear = (child) => {
  rmSync(running.get(child), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  running.delete(child);
};
process.on('exit', () => [...running.keys()].forEach((child) => { kill(child); clear(child); }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

async function launch(executable) {
  const { chromium } = await import('playwright-core');
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'));
  const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  running.set(child, profile);
  const gone = new Promise((done) => { child.once('exit', done); child.once('error', done); });
  let browser;
  const close = async () => {
    kill(child);
    await gone;
    await browser?.close().catch(() => {});
    clear(child);
  };
  try {
    const endpoint = await within(30_000, new Promise((done, fail) => {
      let text = '';
      child.stderr.on('data', (data) => {
        text += data;
        const found = /DevTools listening on (ws:\S+)/.exec(text);
        if (found) done(found[1]);
      });
      child.once('error', fail);
    }), 'start of Chromium');
    browser = await chromium.connectOverCDP(endpoint);
    await idleMachine();
  } catch (error) {
    await close();
    throw error;
  }
  return { browser, close };
}

/** Waits, ten seconds at most, until the machine is idle, Chromium's own start included. Nothing is measured yet. */
async function idleMachine() {
  const sample = () => cpus().reduce(([busy, all], { times }) => {
    const sum = Object.values(times).reduce((a, b) => a + b);
    return [busy + sum - times.idle, all + sum];
  }, [0, 0]);
  for (let tries = 0; ; tries++) {
    const [busy0, all0] = sample();
    await sleep(300);
    const [busy1, all1] = sample();
    if ((busy1 - busy0) / Math.max(1, all1 - all0) < 0.15 || tries >= 33) return;
  }
}

function kindOf(mime, url) {
  if (/html/.test(mime)) return 'html';
  if (/css/.test(mime)) return 'css';
  if (/javascript|ecmascript/.test(mime)) return 'js';
  if (/wasm/.test(mime)) return 'wasm';
  if (/font/.test(mime) || /\.(ttf|otf|woff2?|eot)(\?|$)/.test(url)) return 'font';
  if (/^image\//.test(mime)) return 'img';
  return 'other';
}

/** A real click: the three events go out together, as the browser would get them from the system. */
export function click(cdp, { x, y }) {
  const mouse = (type, rest) => cdp.send('Input.dispatchMouseEvent', { type, x, y, ...rest });
  const left = { button: 'left', clickCount: 1 };
  return Promise.all([mouse('mouseMoved'), mouse('mousePressed', { ...left, buttons: 1 }), mouse('mouseReleased', left)]).catch(() => {});
}

/** Presses and releases a key: `{ key, code, text?, modifiers?, windowsVirtualKeyCode }`. */
export function press(cdp, { text, ...key }) {
  return Promise.all([
    cdp.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, ...key }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]).catch(() => {});
}

/** The key of a small letter. */
export const letter = (text) => ({ key: text, code: `Key${text.toUpperCase()}`, text, windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0) });

/** Goes to a page: `{ page, cdp, net, errors, told, left(), close() }`. With `probe`, `told` is when it became usable. */
export async function open(executable, { url, way, profile = 'plain', width = 1280, probe, limit = 60_000 }) {
  const { browser, close } = await launch(executable);
  try {
    const context = browser.contexts()[0];
    const page = context.pages()[0] ?? await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    const cdp = await context.newCDPSession(page);
    const net = { requests: new Map(), lastChange: performance.now(), open: new Set() };
    cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!/^https?:/.test(request.url)) return;
      net.requests.set(requestId, { url: request.url, kind: 'other', bytes: 0, status: 0 });
      net.open.add(requestId);
      net.lastChange = performance.now();
    });
    cdp.on('Network.responseReceived', ({ requestId, response }) => {
      const request = net.requests.get(requestId);
      if (request) Object.assign(request, { kind: kindOf(response.mimeType, request.url), status: response.status });
    });
    const ended = (requestId, bytes, failed) => {
      const request = net.requests.get(requestId);
      if (!request) return;
      Object.assign(request, { bytes, failed });
      net.open.delete(requestId);
      net.lastChange = performance.now();
    };
    cdp.on('Network.loadingFinished', (e) => ended(e.requestId, e.encodedDataLength));
    cdp.on('Network.loadingFailed', (e) => ended(e.requestId, 0, e.errorText));
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error.message).slice(0, 200)));

    await cdp.send('Network.enable');
    await cdp.send('Network.setBypassServiceWorker', { bypass: true });
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    const throttle = PROFILES[profile];
    if (throttle) {
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false, latency: throttle.latency, downloadThroughput: throttle.down, uploadThroughput: throttle.up,
      });
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
    }
    let told;
    if (probe) {
      await cdp.send('Runtime.enable');
      await cdp.send('Runtime.addBinding', { name: '__benchTell' });
      told = new Promise((resolve) => cdp.on('Runtime.bindingCalled', ({ payload }) => {
        const said = JSON.parse(payload);
        if (said.usable) resolve(said);
        else click(cdp, said);
      }));
    }
    await page.addInitScript(`(${inpage})(${JSON.stringify(way)});${probe ? '__bench.probe();' : ''}`);
    const started = performance.now();
    await within(limit, page.goto(url, { waitUntil: 'commit', timeout: 0 }), 'navigation');
    return { page, cdp, net, errors, told, left: () => limit - (performance.now() - started), close };
  } catch (error) {
    await close();
    throw error;
  }
}
