import { availableParallelism } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { loadConfig } from '../src/index.js';
import { memoryFor } from '../src/memory-for.js';
import { processesFor } from '../src/parallel/processes-for.js';

const memoryOf = async (preset: string): Promise<number> => memoryFor(await loadConfig(preset));

test('large fields and pictures count, everything else is small', async () => {
  assert.is(await memoryOf('lotka-volterra'), 600e6);
  assert.is(await memoryOf('reaction-diffusion'), 2600e6);
  assert.ok((await memoryOf('rotating-object')) > 2e9);
});

test('no more run at once than there are tasks, processors for their threads, and memory for', () => {
  const cores = availableParallelism();
  const demand = { tasks: 1000, threads: 1, memory: 1 };
  assert.is(processesFor(demand), cores);
  assert.is(processesFor({ ...demand, threads: cores }), 1);
  assert.is(processesFor({ ...demand, threads: 2 * cores }), 1);
  assert.is(processesFor({ ...demand, tasks: 1 }), 1);
  assert.is(processesFor({ ...demand, memory: 1e15 }), 1);
  assert.is(processesFor({ ...demand, memory: 1e15 }, 7), 7, 'what is asked for counts');
});

test.run();
