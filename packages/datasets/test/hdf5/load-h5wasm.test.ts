import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadH5wasm } from '../../src/hdf5/load-h5wasm.js';
import { failure } from '../failure.js';

test('without the package the error says what to install', async () => {
  const absent = new Error("Cannot find package 'h5wasm' imported from here.js");
  const error = await failure(loadH5wasm(() => Promise.reject(absent)));
  assert.is(error.code, 'missing-package');
  assert.match(error.message, /need the package h5wasm.*npm install h5wasm/);
});

test('other errors pass unchanged', async () => {
  const broken = new Error('broken');
  const error = await loadH5wasm(() => Promise.reject(broken)).catch((reason: unknown) => reason);
  assert.is(error, broken);
});

test.run();
