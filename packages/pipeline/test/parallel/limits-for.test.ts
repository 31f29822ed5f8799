import { availableParallelism } from 'node:os';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { limitsFor } from '../../src/parallel/limits-for.js';

test('no more run at once than there are tasks and processors for their threads', () => {
  const cores = availableParallelism();
  assert.is(limitsFor(1000, 1).parallel, cores);
  assert.is(limitsFor(1000, cores).parallel, 1);
  assert.is(limitsFor(1000, 2 * cores).parallel, 1);
  assert.is(limitsFor(1, 1).parallel, 1);
  assert.ok(limitsFor(1, 1).memory < 1e15);
  assert.equal(
    limitsFor(1000, 1, 7),
    { parallel: 7, memory: Infinity },
    'what is asked for counts',
  );
});

test.run();
