import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { blockCoefficients, blockDimension, representation } from '@noether/symmetry-gan';

test('dimensions and coefficients add up over blocks', () => {
  const generators = [Float64Array.of(0, 1, -1, 0)];
  const { blocks, dimension } = representation([
    { kind: 'learned', copies: 2, generators: 3, dimension: 2 },
    { kind: 'fixed', copies: 1, name: 'so2', dimension: 2, generators },
    { kind: 'invariant', copies: 3 },
  ]);
  assert.equal(blocks.map(blockDimension), [4, 2, 3]);
  assert.equal(blocks.map(blockCoefficients), [3, 1, 0]);
  assert.is(dimension, 9);
});

test('blocks that cannot be are refused by place', () => {
  assert.throws(() => representation([]), /at least one block/);
  const invariant = { kind: 'invariant', copies: 1 } as const;
  assert.throws(
    () => representation([invariant, { kind: 'invariant', copies: 0 }]),
    /^.*blocks\[1\]/,
  );
  assert.throws(
    () => representation([{ kind: 'learned', copies: 1, generators: 1.5, dimension: 2 }]),
    /blocks\[0\].*positive and whole/,
  );
  assert.throws(
    () =>
      representation([{ kind: 'fixed', copies: 1, name: 'none', dimension: 2, generators: [] }]),
    /blocks\[0\]/,
  );
});

test.run();
