import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { close } from '@noether/testkit';
import { scheduleFactor, type Schedule } from '../../src/index.js';

const factors = (schedule: Schedule, steps: number): number[] =>
  Array.from({ length: steps }, (_, done) => scheduleFactor(schedule, done));

test('constant is one', () => {
  assert.equal(factors({ kind: 'constant' }, 3), [1, 1, 1]);
});

test('warm-up rises in equal steps, then the next schedule counts from its end', () => {
  assert.equal(factors({ kind: 'warm-up', steps: 4 }, 6), [0.25, 0.5, 0.75, 1, 1, 1]);
  const then = { kind: 'cosine', steps: 4 } as const;
  close(
    factors({ kind: 'warm-up', steps: 2, then }, 8),
    [0.5, 1, 1, (1 + Math.SQRT1_2) / 2, 0.5, (1 - Math.SQRT1_2) / 2, 0, 0],
    { atol: 1e-15 },
  );
});

test('the cosine starts where the hold ends and stays at its final value', () => {
  const schedule = { kind: 'cosine', steps: 10, hold: 0.5, final: 0.1 } as const;
  const found = factors(schedule, 13);
  assert.equal(found.slice(0, 6), [1, 1, 1, 1, 1, 1]);
  const literal = [6, 7, 8, 9, 10].map(
    (step) => 0.1 + 0.45 * (1 + Math.cos((Math.PI * (step / 10 - 0.5)) / 0.5)),
  );
  close(found.slice(6, 11), literal, { rtol: 1e-12 });
  close(found.slice(10), [0.1, 0.1, 0.1], { rtol: 1e-12 });
});

test('a hold of all steps never falls', () => {
  assert.equal(factors({ kind: 'cosine', steps: 2, hold: 1 }, 4), [1, 1, 1, 1]);
});

test.run();
