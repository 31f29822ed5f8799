import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadConfig } from '../src/index.js';
import { memoryFor } from '../src/memory-for.js';

const memoryOf = async (preset: string): Promise<number> => memoryFor(await loadConfig(preset));

test('large fields and pictures count, everything else is small', async () => {
  assert.is(await memoryOf('lotka-volterra'), 600e6);
  assert.is(await memoryOf('reaction-diffusion'), 4900e6);
  assert.is(await memoryOf('reaction-diffusion-raw'), 600e6 + 43 * 64 * 4000);
  assert.ok((await memoryOf('rotating-object')) > 2e9);
});

test.run();
