// Writes one static page per peer into OUT/NAME/, all from the same story.
import { build, transform } from 'esbuild';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const here = import.meta.dirname;
export const PEERS = ['static', 'vanilla', 'timelinejs', 'react-chrono', 'vis-timeline'];

const read = (path) => readFile(join(here, path), 'utf8');
const esc = (s) => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function shell(story, { css, head = '', timeline, foot = '' }) {
  const article = story.article.map((b) => (b.h ? `<h2>${esc(b.h)}</h2>` : `<p>${esc(b.p)}</p>`)).join('\n');
  const people = story.people.map((p) =>
    `<section class="who" id="p-${p.id}"><h3>${esc(p.name)}</h3><p class="life">${p.life} · ${esc(p.role)}</p><p>${esc(p.text)}</p></section>`).join('\n');
  return `<!doctype html>
<html lang="${story.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${esc(story.title)}</title><link rel="icon" href="data:,"><style>${css}</style>${head}</head>
<body><main><h1>${esc(story.title)}</h1><p class="by">${esc(story.byline)}</p>
<section id="timeline"><h2>Timeline</h2>
${timeline}</section>
<article>
${article}
</article>
<section id="people"><h2>People</h2>
${people}
</section></main>${foot}</body></html>
`;
}

function detailsTimeline(story) {
  const names = new Map(story.people.map((p) => [p.id, esc(p.name)]));
  const entries = story.events.map((e) =>
    `<details id="${e.id}" data-people="${e.people.join(' ')}"><summary><time datetime="${e.start}">${esc(e.label)}</time> ${esc(e.title)}</summary>`
    + `<p>${esc(e.text)}</p><p>${esc(e.place)}: ${e.people.map((id) => `<a href="#p-${id}">${names.get(id)}</a>`).join(', ')}</p></details>\n`);
  // Fifty entries are laid out at a time, once they come near the view; a closed one is 32.7 pixels high.
  if (entries.length <= 50) return entries.join('');
  const parts = Array.from({ length: Math.ceil(entries.length / 50) }, (_, i) => entries.slice(i * 50, i * 50 + 50));
  return parts.map((part) => `<div class="part" style="contain-intrinsic-height:auto ${Math.round(part.length * 32.7)}px">\n${part.join('')}</div>\n`).join('');
}

/** The events as the library pages read them, with names in place of ids. */
function dataScript(story) {
  const names = new Map(story.people.map((p) => [p.id, p.name]));
  const events = story.events.map(({ people, ...e }) => ({ ...e, names: people.map((id) => names.get(id)).join(', ') }));
  const json = JSON.stringify({ title: story.title, byline: story.byline, events }).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="data">${json}</script>`;
}

const minify = async (path, loader) => (await transform(await read(path), { loader, minify: true, target: 'es2022' })).code.trim();

async function bundle(entry, dir) {
  await build({
    entryPoints: { app: join(here, 'peers', entry) },
    outdir: dir, bundle: true, minify: true, format: 'esm', target: 'es2022', jsx: 'automatic',
    legalComments: 'none', logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' },
  });
}

// react-chrono always asks Google for this style sheet, unless the page has a link to it; a disabled link is never fetched.
const noGoogleFont = '<link rel="stylesheet" disabled href="https://fonts.googleapis.com/css2?family=Inter:wght@400;500;600&display=swap">';
const bundled = '<link rel="stylesheet" href="app.css"><script type="module" src="app.js"></script>';

const MAKERS = {
  async static(story) {
    return shell(story, { css: await minify('peers/page.css', 'css') + await minify('peers/details.css', 'css'), timeline: detailsTimeline(story) });
  },
  async vanilla(story) {
    const css = await Promise.all(['page', 'details', 'vanilla'].map((f) => minify(`peers/${f}.css`, 'css')));
    const button = (id, name) => `<button value="${id}" aria-pressed="${id === ''}">${esc(name)}</button>`;
    return shell(story, {
      css: css.join(''),
      timeline: `<p id="filter">${button('', 'Everyone')}${story.people.map((p) => button(p.id, p.name)).join('')}</p>\n${detailsTimeline(story)}`,
      foot: `<dialog id="card"></dialog><script type="module">${await minify('peers/vanilla.js', 'js')}</script>`,
    });
  },
  async timelinejs(story, dir) {
    const dist = join(here, 'node_modules/@knight-lab/timelinejs/dist');
    for (const file of ['js/timeline.js', 'css/timeline.css', 'css/icons']) {
      await cp(join(dist, file), join(dir, file), { recursive: true });
    }
    return shell(story, {
      css: await minify('peers/page.css', 'css') + '#tl{height:600px}',
      head: '<link rel="stylesheet" href="css/timeline.css"><script defer src="js/timeline.js"></script>',
      timeline: '<div id="tl"></div>',
      foot: `${dataScript(story)}<script type="module">${await minify('peers/timelinejs.js', 'js')}</script>`,
    });
  },
  async 'react-chrono'(story, dir) {
    await bundle('chrono.jsx', dir);
    return shell(story, {
      css: await minify('peers/page.css', 'css') + '#tl{min-height:650px}',
      head: noGoogleFont + bundled, timeline: '<div id="tl"></div>', foot: dataScript(story),
    });
  },
  async 'vis-timeline'(story, dir) {
    await bundle('vis.js', dir);
    return shell(story, {
      css: await minify('peers/page.css', 'css') + '#tl{height:520px;font-size:15px}#detail{min-height:9rem}',
      head: bundled, timeline: '<div id="tl"></div><div id="detail" aria-live="polite"></div>', foot: dataScript(story),
    });
  },
};

/** Builds the named peers of one story. */
export async function buildPeers(story, out, names = PEERS) {
  for (const name of names) {
    const dir = join(out, name);
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'index.html'), await MAKERS[name](story, dir));
  }
}
