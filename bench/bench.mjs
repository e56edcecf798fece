// Measures our page beside its peers, how it grows, and how long publishing and editing take. `cargo xtask bench` builds what is
// measured and calls this; see README.md.
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { PROFILES } from './browser.mjs';
import { measureEdits } from './edit.mjs';
import { writeFolder } from './folder.mjs';
import { report } from './goals.mjs';
import { measureGrowth } from './growth.mjs';
import { measureLoad, measureShift, measureUsable, WAYS } from './load.mjs';
import { plan } from './options.mjs';
import { buildPeers, PEERS } from './peers.mjs';
import { serve } from './server.mjs';
import { printedCopy, publishedCopy } from './sites.mjs';
import { madeUpStory, ownStory, shortStory } from './stories.mjs';

const WIDTHS = [360, 768, 1280];

const wanted = plan(process.argv.slice(2));
const { out, chromium, repository, runs } = wanted;
const at = (...names) => join(out, ...names);
const cacheDir = at('cache');
const say = (text) => process.stderr.write(`${text}\n`);
const ms = (value) => (Number.isFinite(value) ? `${Math.round(value)} ms` : '–');

/** A browser that does not start or crashes gets a second chance; a time-out is a result and no failure. */
const twice = (measure) => measure().catch((error) => { say(`again, after: ${error.message}`); return measure(); });

/** The pages of one story: folders by names. The peers' pages are built, ours is in `site`. */
async function pagesOf(story, name, site) {
  const folder = at('sites', name);
  await rm(folder, { recursive: true, force: true });
  await buildPeers(story, folder);
  await printedCopy(site, join(folder, 'printed'));
  return { ours: site, printed: join(folder, 'printed'), ...Object.fromEntries(PEERS.map((peer) => [peer, join(folder, peer)])) };
}

/** Both stories, both profiles, all pages, interleaved: each round starts with another page. */
async function paint() {
  const short = await shortStory(repository);
  await writeFolder(short, at('stories/short'));
  await publishedCopy(wanted, at('stories/short'), at('sites/ours-short'));
  const folders = {
    own: await pagesOf(await ownStory(repository, wanted.site), 'own', wanted.site),
    short: await pagesOf(short, 'short', at('sites/ours-short')),
  };
  const pages = [];
  for (const [story, byName] of Object.entries(folders)) {
    for (const [page, folder] of Object.entries(byName)) pages.push({ story, page, server: await serve(folder, { cacheDir }) });
  }
  const result = {};
  for (let round = 0; round < runs; round++) {
    for (const profile of Object.keys(PROFILES)) {
      for (let i = 0; i < pages.length; i++) {
        const { story, page, server } = pages[(i + round) % pages.length];
        const options = { url: server.url, way: WAYS[page], profile };
        const one = {
          load: await twice(() => measureLoad(chromium, options)), usable: await twice(() => measureUsable(chromium, options)), loadavg: loadavg()[0],
        };
        (((result[story] ??= {})[profile] ??= {})[page] ??= []).push(one);
        say(`round ${round + 1}/${runs} ${profile} ${story} ${page}: FCP ${ms(one.load.fcp)}, usable ${ms(one.usable.usable)}${one.load.timeout ? `, timeout (${one.load.timeout})` : ''}`);
      }
    }
  }
  await Promise.all(pages.map(({ server }) => server.close()));
  for (const [story, { ours }] of Object.entries(folders)) {
    const server = await serve(ours, { cacheDir, late: /\.woff2$|^fonts-[^/]*\.css$/ });
    const shifts = (result[story].shift = {});
    for (const width of WIDTHS) shifts[width] = await twice(() => measureShift(chromium, { url: server.url, way: WAYS.ours, width }));
    await server.close();
  }
  return result;
}

/** The folder of a made-up story of this size, written. */
async function madeUp(size) {
  const folder = at('stories', String(size));
  await writeFolder(madeUpStory(size), folder);
  return folder;
}

async function growth() {
  const servers = [];
  for (const size of wanted.sizes) {
    const site = at('sites/growth', String(size));
    await publishedCopy(wanted, await madeUp(size), site);
    await buildPeers(madeUpStory(size), at('sites/growth-peers', String(size)), ['vis-timeline']);
    servers.push({ size, ours: await serve(site, { cacheDir }), vis: await serve(at('sites/growth-peers', String(size), 'vis-timeline'), { cacheDir }) });
  }
  const result = Object.fromEntries(wanted.sizes.map((size) => [size, { ours: [], vis: [] }]));
  for (let round = 0; round < Math.min(runs, 3); round++) {
    for (const { size, ours, vis } of servers) {
      const one = await twice(() => measureGrowth(chromium, { url: ours.url }));
      result[size].ours.push(one);
      result[size].vis.push(await twice(() => measureGrowth(chromium, { url: vis.url, way: WAYS['vis-timeline'], memoryOnly: true })));
      const steps = Object.entries(one.steps).map(([name, taken]) => `${name} ${ms(taken)}`).join(', ');
      say(`round ${round + 1} ${size} events: live ${ms(one.live - one.parsed)}, ${steps}${one.timeout ? `, timeout (${one.timeout})` : ''}`);
    }
  }
  await Promise.all(servers.flatMap(({ ours, vis }) => [ours.close(), vis.close()]));
  return result;
}

async function publishing() {
  const result = {};
  for (let round = 0; round < Math.min(runs, 3); round++) {
    for (const size of wanted.sizes) {
      const one = await publishedCopy(wanted, await madeUp(size), at('sites/published'));
      (result[size] ??= []).push(one);
      say(`round ${round + 1} publishing ${size} events: ${one.seconds.toFixed(2)} s, ${one.memory?.toFixed(0) ?? '–'} MB`);
    }
  }
  return result;
}

const started = Date.now();
const loads = [loadavg()[0].toFixed(2)];
await mkdir(out, { recursive: true });
const measure = { paint, growth, publish: publishing, edit: () => measureEdits(wanted, chromium, Math.max(3, runs)) };
const result = {};
for (const part of wanted.parts) {
  say(`== ${part}`);
  result[part] = await measure[part]();
}
loads.push(loadavg()[0].toFixed(2));
Object.assign(result, {
  name: wanted.name, date: new Date(started).toISOString().slice(0, 16).replace('T', ' '), seconds: Math.round((Date.now() - started) / 1000),
  chromium: execFileSync(chromium, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().match(/[\d.]+/)[0],
  node: process.versions.node, cpus: cpus().length, load: loads, runs,
});
const text = report(result);
await writeFile(at(`${wanted.name}.json`), `${JSON.stringify(result, null, 1)}\n`);
await writeFile(at(`${wanted.name}.md`), text);
console.log(text);
say(`${at(`${wanted.name}.json`)} has every run.`);
process.exit();
