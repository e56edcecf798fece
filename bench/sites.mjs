// Our page as it is measured: published from another story, and without its program.
import { spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Publishes a story in a folder that holds a built page: `{ seconds, memory }`, the peak in megabytes, null where the system
 * does not tell.
 */
export async function publish({ publisher, repository }, site, story) {
  const started = performance.now();
  // Trunk's variables would say that the page is being developed.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TRUNK_')));
  const child = spawn(publisher, ['trunk-hook', site, story], { cwd: repository, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => { errors += data; });
  let memory = null;
  const look = () => {
    try {
      const peak = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      if (peak) memory = (Number(peak[1]) * 1024) / 1e6;
    } catch {}
  };
  const timer = setInterval(look, 10);
  const code = await new Promise((done, fail) => { child.once('error', fail); child.once('exit', done); });
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${publisher} ${site} ${story} failed:\n${errors.slice(0, 4000)}`);
  return { seconds, memory };
}

/** A copy of the built page with another story. */
export async function publishedCopy(places, story, out) {
  await rm(out, { recursive: true, force: true });
  await cp(places.site, out, { recursive: true });
  return publish(places, out, story);
}

/**
 * A page without its program: neither the script that starts it nor what asks for it early.
 *
 * Throws if there is none to take out: what is measured would be something else.
 */
export function withoutProgram(html) {
  const count = { script: 0, link: 0 };
  const printed = html
    .replace(/<script\b[^>]*\btype="?module"?[^>]*>[\s\S]*?<\/script>/g, () => { count.script += 1; return ''; })
    .replace(/<link\b[^>]*>/g, (link) => {
      const asks = /\brel="?modulepreload"?/.test(link) || (/\brel="?preload"?/.test(link) && /\bas="?fetch"?/.test(link));
      if (asks) count.link += 1;
      return asks ? '' : link;
    });
  if (count.script === 0 || count.link === 0) throw new Error('the page has no program that could be left out: has its markup changed? (bench/sites.mjs)');
  return printed;
}

/** A copy of a published page without its program. */
export async function printedCopy(site, out) {
  await rm(out, { recursive: true, force: true });
  await cp(site, out, { recursive: true });
  await writeFile(join(out, 'index.html'), withoutProgram(await readFile(join(site, 'index.html'), 'utf8')));
}
