// The stories that are measured, in the form that the pages of the peers are made of:
// { title, byline, lang, people: [{ id, name, life, role, text }], events: [{ id, start, end?, label, title, place, people, text,
// told? }], article: [{ h } or { p }] }. `told` is what the article says of the event.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The article in a plain text file: the first three paragraphs are title, byline and caption. */
export function article(text) {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean);
  // Of the rest, those without a full stop are headings.
  return blocks.slice(2).map((block, i) => (i === 0 || /[.!?”]$/.test(block) ? { p: block } : { h: block }));
}

const original = async (repository) => article(await readFile(join(repository, 'tests/fixtures/article.txt'), 'utf8'));

/** The story of the peers: the article with 12 events and 7 people. */
export async function shortStory(repository) {
  return { ...JSON.parse(await readFile(join(here, 'content.json'), 'utf8')), article: await original(repository) };
}

/** The words of a text of ours without its marks: links, citations, emphasis. */
export const plain = (text) => text.replace(/\s*\[@[^\]]*\]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]/g, '').trim();

const year = ({ date } = {}) => /-?\d{4}/.exec(date ?? '')?.[0] ?? '';

/**
 * Our own story as the peers can show it. The events come from the file that the page offers to other programs, the people
 * from the story's folder.
 */
export async function ownStory(repository, site) {
  const { parse } = await import('smol-toml');
  const timeline = JSON.parse(await readFile(join(site, 'timeline.json'), 'utf8'));
  const { person } = parse(await readFile(join(repository, 'story/people.toml'), 'utf8'));
  return {
    title: timeline.title, byline: '', lang: timeline.language, article: await original(repository),
    people: person.map((one) => ({
      id: one.id, name: one.name, life: `${year(one.born)}–${year(one.died)}`, role: one.role, text: plain(one.fate ?? one.role),
    })),
    events: timeline.events.map((event) => ({
      id: event.id, start: event.date.start, ...(event.date.end !== event.date.start && { end: event.date.end }),
      label: event.date.words, title: event.title, text: event.text.join(' '), place: event.place ?? '',
      people: event.people.map(({ id }) => id),
    })),
  };
}

/** A made-up story of `n` events, the same every time. Its article tells some of the events, in an order of its own. */
export function madeUpStory(n) {
  let seed = 0x9e3779b9 ^ n;
  const random = () => { // mulberry32
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (k) => Math.floor(random() * k);
  const words = ('party congress letter train winter city vote speech office friend rival army fleet harbour strike '
    + 'market road bridge school paper council border treaty exile house garden night morning court judge witness '
    + 'answer question promise warning order reply silence crowd station ship island river mountain').split(' ');
  const phrase = (k) => Array.from({ length: k }, () => words[below(words.length)]).join(' ');
  const sentence = (k) => { const s = phrase(k); return `${s[0].toUpperCase()}${s.slice(1)}.`; };
  const text = (sentences) => Array.from({ length: sentences }, () => sentence(9 + below(9))).join(' ');
  const name = () => phrase(2).replace(/\b./g, (letter) => letter.toUpperCase());

  // Everybody lives for ninety years, and at any time at least three people do.
  const count = Math.min(200, Math.max(7, Math.round(n / 10)));
  const people = Array.from({ length: count }, (_, i) => {
    const born = 1760 + Math.floor((200 * i) / count);
    return { id: `p${i}`, name: `${name()} ${i + 1}`, life: `${born}–${born + 90}`, role: sentence(3), text: text(2) };
  });
  const alive = (year) => people.filter(({ life }) => Number(life.slice(0, 4)) + 2 < year && year + 1 < Number(life.slice(5)));
  const first = Date.UTC(1800, 0, 1);
  const days = (200 * 365.25) / n;
  const iso = (day) => new Date(first + Math.floor(day) * 864e5).toISOString().slice(0, 10);
  const events = Array.from({ length: n }, (_, i) => {
    const day = (i + random() * 0.9) * days;
    const start = iso(day);
    const end = random() < 0.3 ? iso(day + 1 + below(20)) : undefined;
    const around = alive(Number(start.slice(0, 4)));
    const who = [...new Set([below(around.length), below(around.length), below(around.length)])];
    return {
      id: `e${i + 1}`, start, ...(end && { end }), label: end ? `${start} to ${end}` : start,
      title: sentence(4), place: name(), people: who.map((k) => around[k].id), text: text(2),
    };
  });
  const body = Array.from({ length: 8 }, () => [text(5)]);
  // Eight events, the last ones first: told in this order, they all stand elsewhere than in time.
  for (let k = 0; k < 8; k++) {
    const event = events[Math.floor(((7.5 - k) * n) / 8)];
    event.told = `The ${phrase(3)} came in chapter ${k + 1}`;
    body[k].push(`${event.told}.`);
  }
  return { title: `A story of ${n} events`, byline: 'Made by the benchmark', lang: 'en', people, events, article: body.map((parts) => ({ p: parts.join(' ') })) };
}
