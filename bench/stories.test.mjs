import assert from 'node:assert/strict';
import { test } from 'node:test';
import { files } from './folder.mjs';
import { article, madeUpStory, plain } from './stories.mjs';

test('an article is split into headings and paragraphs', () => {
  assert.deepEqual(article('Title\n\nBy me\n\nA caption\n\nA heading\n\nIt begins.\nIt goes on.\n\n“It ends.”\n'),
    [{ p: 'A caption' }, { h: 'A heading' }, { p: 'It begins.\nIt goes on.' }, { p: '“It ends.”' }]);
});

test('marks of our texts are left out', () => {
  assert.equal(plain('He *left* [the city](#city) in 1921 [@deutscher-1959, p. 3; @service].'), 'He left the city in 1921.');
});

test('a made-up story is the same every time and tells eight events out of order', () => {
  const story = madeUpStory(30);
  assert.deepEqual(story, madeUpStory(30));
  assert.equal(story.events.length, 30);
  const years = new Map(story.people.map(({ id, life }) => [id, life.split('–').map(Number)]));
  for (const { start, people } of story.events) {
    assert.ok(people.length > 0);
    for (const id of people) assert.ok(years.get(id)[0] < Number(start.slice(0, 4)) && Number(start.slice(0, 4)) < years.get(id)[1], id);
  }
  const text = story.article.map(({ p }) => p).join(' ');
  const told = story.events.filter((event) => event.told);
  assert.equal(told.length, 8);
  const places = told.map((event) => text.indexOf(event.told));
  assert.ok(places.every((place, i) => place >= 0 && (i === 0 || place < places[i - 1])), String(places));
});

test('a story becomes a folder', () => {
  const story = {
    title: 'A *title*', byline: 'Ann, 1 May 2000', lang: 'en', article: [{ h: 'One' }, { p: 'Some_thing.' }],
    people: [{ id: 'p', name: 'P “Q”', life: '1800–1870', role: 'Judge.', text: 'She left.' }],
    events: [{ id: 'e', start: '1850-01-01', end: '1850-01-09', title: 'It "ends".', place: 'Old Town', people: ['p'], text: 'First. Then more.', told: 'Some' }],
  };
  const folder = files(story);
  assert.match(folder['article.md'], /title = "A \\\\\*title\\\\\*"/);
  assert.match(folder['article.md'], /## One\n\nSome\\_thing\./);
  assert.match(folder['people.toml'], /fate = "She left \[@work\]\."/);
  for (const line of ['date = "1850-01-01/1850-01-09"', 'title = "It \\"ends\\""', 'summary = "First."', 'text = "Then more [@work]."', 'place = "at-old-town"', 'told = "Some"']) {
    assert.ok(folder['events.toml'].includes(`${line}\n`), line);
  }
});
