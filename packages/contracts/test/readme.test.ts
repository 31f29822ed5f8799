import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { runReadmeExample } from '@noether/testkit';
import { fromSafetensors } from '../src/index.js';
import type { Trajectories } from '../src/index.js';

test('the example of the README runs', async () => {
  const exported = await runReadmeExample(new URL('../README.md', import.meta.url));
  const data = exported.data as Trajectories;
  assert.is(data.kind, 'trajectories');
  const { tensors } = fromSafetensors(exported.file as Uint8Array);
  assert.equal(tensors.states, { shape: [3, 2], data: data.items[0].states });
});

test.run();
