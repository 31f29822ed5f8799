import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { renderGallery, renderReport } from '../src/index.js';
import { exampleInput } from './example-input.js';
import { htmlFaults } from './html-faults.js';

const test = suite('renderGallery');

test('two experiments with the same figures are one sound page, with their captions and ids of their own', async () => {
  const { figures } = await renderReport(exampleInput);
  const html = renderGallery('Gallery', [
    { id: 'first', title: 'First <one>', text: 'Seed 1.', figures },
    { id: 'second', title: 'Second', text: 'Seed 1.', figures },
  ]);
  assert.equal(htmlFaults(html), []);
  assert.is(html.match(/<figure /g)?.length, 2 * figures.length);
  assert.match(html, 'First &lt;one&gt;');
  assert.match(html, '<a href="#second">');
  const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  assert.is(new Set(ids).size, ids.length);
  for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.includes(id), id);
  assert.not.match(html, /<script|https?:\/\/(?!www\.w3\.org)/);
});

test.run();
