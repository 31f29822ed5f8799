import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import { runReadmeExample } from '@noether/testkit';

const test = suite('README');

test('the example gives a page and twelve files', async () => {
  const { page, files } = await runReadmeExample(new URL('../README.md', import.meta.url));
  assert.match(page as string, /^<!doctype html>/);
  const paths = (files as { path: string }[]).map(({ path }) => path);
  assert.is(paths.length, 12);
  assert.ok(paths.includes('latent-space.png') && paths.includes('generator.svg'));
});

test.run();
