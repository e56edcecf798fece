// Writes a story of the bench as a story folder, so that our page is measured with the heading, article, events and people of
// the peers' pages.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A string of TOML. What JSON escapes, TOML reads. */
const q = (text) => JSON.stringify(text);
const inline = (text) => text.replace(/([\\*_[\]<>#`])/g, '\\$1');
const cited = (text) => `${inline(text).replace(/\.$/, '')} [@work].`;
const slug = (text) => `at-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;

/** The files of the folder: name -> text. */
export function files(story) {
  const [author] = story.byline.split(',');
  const article = [`+++\ntitle = ${q(inline(story.title))}\nauthors = [${q(author || 'The benchmark')}]\ndate = "2016-12-26"\nbyline = ${q(story.byline || author)}\ncaption = "The benchmark"\n+++\n`,
    ...story.article.map((block) => (block.h ? `## ${inline(block.h)}\n` : `${inline(block.p)}\n`))];
  const people = story.people.map((person) => {
    const [born, died] = person.life.split('–').map((text) => /\d{4}/.exec(text)?.[0]);
    return `[[person]]\nid = ${q(person.id)}\nname = ${q(person.name)}\nnames = []\nrole = ${q(inline(person.role).replace(/\.$/, ''))}\n`
      + `born = { date = ${q(born ?? '1900')}, place = "Somewhere" }\ndied = { date = ${q(died ?? '1950')}, place = "Somewhere" }\n`
      + `fate = ${q(cited(person.text))}\nsources = ["work"]\n`;
  });
  const places = new Map(story.events.filter((event) => event.place).map((event) => [slug(event.place), event.place]));
  const events = story.events.map((event) => {
    const [, summary, rest] = /^(.*?[.!?])(?:\s+(.*))?$/s.exec(event.text) ?? [null, event.text];
    return `[[event]]\nid = ${q(event.id)}\ndate = ${q(event.end ? `${event.start}/${event.end}` : event.start)}\n`
      + `title = ${q(inline(event.title).replace(/\.$/, ''))}\nsummary = ${q(inline(summary))}\ntext = ${q(cited(rest || summary))}\n`
      + (event.place ? `place = ${q(slug(event.place))}\n` : '') + (event.told ? `told = ${q(event.told)}\n` : '')
      + `people = ${JSON.stringify(event.people)}\nsources = ["work"]\n`;
  });
  const work = { id: 'work', type: 'book', title: 'A work', author: [{ family: 'Author', given: 'Ann' }], issued: { 'date-parts': [[2000]] } };
  return {
    'article.md': article.join('\n'), 'people.toml': people.join('\n'), 'events.toml': events.join('\n'),
    'places.toml': [...places].map(([id, name]) => `[[place]]\nid = ${q(id)}\nname = ${q(name)}\npoint = [0.0, 0.0]\nradius = 1000\n`).join('\n'),
    'sources.json': JSON.stringify([work]),
    'story.toml': `language = ${q(story.lang)}\ndescription = "A page of the benchmark."\neditors = ["The benchmark"]\n`,
  };
}

/** Writes a story into a folder. */
export async function writeFolder(story, folder) {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(files(story)).map(([name, text]) => writeFile(join(folder, name), text)));
}
