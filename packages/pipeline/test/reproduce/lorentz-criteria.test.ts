import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { RunRecord } from '@noether/contracts';
import { lorentz, so } from '@noether/lie-algebra';
import { close } from '@noether/testkit';
import { preservesMinkowski, spansLorentz } from '../../src/reproduce/lorentz-criteria.js';

/** A run with 4 × 4 generators that act on two vectors alike. */
function record(generators: readonly Float64Array[], algebra: object | null = null): RunRecord {
  const twice = generators.map((matrix) =>
    Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 8 }, (_unused, j) =>
        Math.floor(i / 4) === Math.floor(j / 4) ? matrix[4 * (i % 4) + (j % 4)] : 0,
      ),
    ),
  );
  return { symmetry: { generators: twice, algebra } } as unknown as RunRecord;
}

test('the Lorentz algebra preserves the Minkowski form, that of all rotations does not', () => {
  close(preservesMinkowski.value(record(lorentz.generators)) ?? 0, 1, { atol: 1e-9 });
  const euclidean = preservesMinkowski.value(record(so(4).generators)) ?? 1;
  close(euclidean, 0.5, { atol: 1e-9 });
  assert.not(preservesMinkowski.holds(euclidean, record([])));
  assert.is(preservesMinkowski.value(record([])), null);
});

test('six generators of another algebra, or fewer of so(1,3), are not the Lorentz algebra', () => {
  const holds = (algebra: object): boolean => {
    const run = record([], algebra);
    return spansLorentz.holds(spansLorentz.value(run) ?? 0, run);
  };
  assert.ok(holds({ dimension: 6, name: 'so(1,3)' }));
  assert.not(holds({ dimension: 6, name: 'so(4)' }));
  assert.not(holds({ dimension: 3, name: 'so(1,3)' }));
  assert.is(spansLorentz.value(record([], null)), null);
});

test.run();
