import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { symmetryBasis, type SymmetryBasis } from '@noether/contracts';
import { sweepOf } from '../../src/stages/along-the-group.js';

const basis = (dimension: number, ...generators: number[][]): SymmetryBasis =>
  symmetryBasis({
    dimension,
    generators: generators.map((generator) => Float64Array.from(generator)),
    centre: new Float64Array(dimension),
    provenance: { stage: 'training' },
  });

test('a whole turn of the fastest of several rotations', () => {
  const { generator, turn } = sweepOf(basis(2, [0, -1, 1, 0], [0, -3, 3, 0], [0, 2, -2, 0]));
  assert.is(generator, 1);
  assert.ok(Math.abs((turn as number) - (2 * Math.PI) / 3) < 1e-12, String(turn));
});

test('a boost is followed until lengths grow by exp(1/2), a spiral as well', () => {
  assert.equal(sweepOf(basis(2, [0, 2, 2, 0])), { generator: 0, turn: null, reach: 0.25 });
  const { turn, reach } = sweepOf(basis(2, [0.3, -0.4, 0.4, 0.3]));
  assert.is(turn, null);
  assert.ok(Math.abs(reach - 1) < 1e-12, String(reach));
});

test('a generator that does next to nothing stays next to nothing', () => {
  assert.equal(sweepOf(basis(2, [1e-3, 0, 0, 1e-3])), { generator: 0, turn: null, reach: 1 });
});

test.run();
