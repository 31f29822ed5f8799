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

test('generators that act alike on copies of a space are read off one of them', () => {
  const copies = (matrix: Float64Array, n: number, rates: readonly number[]): Float64Array =>
    Float64Array.from({ length: (n * rates.length) ** 2 }, (_, at) => {
      const [row, column] = [Math.floor(at / (n * rates.length)), at % (n * rates.length)];
      if (Math.floor(row / n) !== Math.floor(column / n)) return 0;
      return rates[Math.floor(row / n)] * matrix[(row % n) * n + (column % n)];
    });
  const twice = groupByName('lorentz').generators.map((matrix) => copies(matrix, 4, [1, 1]));
  const record = algebraRecord(basisOf(twice, 8));
  assert.is(record?.name, 'so(1,3)');
  assert.equal(record?.signature, [3, 3, 0]);
  assert.is(record?.basis[0].length, 4);
  const turn = Float64Array.of(0, 1, -1, 0);
  const unequal = algebraRecord(basisOf([copies(turn, 2, [1, 3])], 4));
  assert.is(unequal?.basis[0].length, 4, 'planes at rates of their own are no copies');
});

test('generators that do nothing have none', () => {
  assert.is(algebraRecord(basisOf([new Float64Array(4)], 2)), null);
  assert.is(algebraRecord(basisOf([new Float64Array(4).fill(1e-4)], 2)), null);
  assert.is(algebraRecord(basisOf([new Float64Array(13 ** 2).fill(1)], 13)), null);
});

test.run();
