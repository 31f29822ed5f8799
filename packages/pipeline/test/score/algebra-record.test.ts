import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type SymmetryBasis } from '@noether/contracts';
import { groupByName } from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';
import { algebraRecord } from '../../src/score/algebra-record.js';

const basisOf = (generators: readonly Float64Array[], dimension: number): SymmetryBasis =>
  symmetryBasis({
    dimension,
    generators,
    centre: new Float64Array(dimension),
    provenance: { stage: 'test' },
  });

/** The generators of so(3), mixed and with noise as training leaves it. */
function mixedRotations(noise: number): Float64Array[] {
  const random = randomStream('mixed');
  const mixing = random.fillNormal(new Float64Array(9));
  return [0, 1, 2].map((row) =>
    new Float64Array(9).map(
      (_, entry) =>
        groupByName('so3').generators.reduce(
          (sum, generator, j) => sum + mixing[3 * row + j] * generator[entry],
          0,
        ) +
        noise * random.normal(),
    ),
  );
}

test('several generators are one algebra, with its closure, Killing signature and a sparse basis', () => {
  const record = algebraRecord(basisOf(mixedRotations(1e-3), 3));
  assert.ok(record);
  assert.is(record.name, 'so(3)');
  assert.is(record.dimension, 3);
  assert.ok(record.closure > 0 && record.closure < 0.01);
  assert.ok(record.error !== null && record.error < 0.01);
  assert.equal(record.signature, [0, 3, 0]);
  assert.match(record.sentence, /^so\(3\), closure/);
  record.basis.forEach((matrix) => {
    assert.is(matrix.flat().filter((entry) => Math.abs(entry) > 0.05).length, 2);
  });
});

test('generators that do nothing have none', () => {
  assert.is(algebraRecord(basisOf([new Float64Array(4)], 2)), null);
  assert.is(algebraRecord(basisOf([new Float64Array(4).fill(1e-4)], 2)), null);
  assert.is(algebraRecord(basisOf([new Float64Array(13 ** 2).fill(1)], 13)), null);
});

test.run();
