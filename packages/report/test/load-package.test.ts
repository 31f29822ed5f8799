import { createRequire } from 'node:module';

import { suite } from 'uvu';
import * as assert from 'uvu/assert';

import { NoetherError } from '@noether/contracts';
import { loadPackage } from '../src/load-package.js';

const test = suite('loadPackage');

async function failure(load: () => unknown): Promise<unknown> {
  try {
    await loadPackage('vega', load);
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a package that is not installed is named, with the command that installs it', async () => {
  const { resolve } = createRequire(import.meta.url);
  const imported = Object.assign(new Error('Cannot find'), { code: 'ERR_MODULE_NOT_FOUND' });
  const unknown = 'no-such-package-here';
  const absent = [
    () => resolve(unknown),
    () => Promise.reject(imported),
    // Tests run on the sources, so that this is as a loader of TypeScript fails.
    () => import(unknown) as Promise<unknown>,
    () => Promise.reject(new Error("Cannot find package 'vega' imported from /here.ts")),
  ];
  for (const load of absent) {
    const error = await failure(load);
    assert.instance(error, NoetherError);
    assert.is((error as NoetherError).code, 'missing-package');
    assert.match((error as NoetherError).message, /package vega,.*npm install vega vega-lite/);
  }
});

test('other errors pass unchanged', async () => {
  const broken = new Error('broken');
  assert.is(
    await failure(() => {
      throw broken;
    }),
    broken,
  );
});

test.run();
