import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  blockCoefficients,
  blockDimension,
  representation,
  type Parametrisation,
} from '@noether/symmetry-gan';

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
    () => representation([{ kind: 'learned', copies: 1, generators: 5, dimension: 2 }]),
    /blocks\[0\]\.generators is 5; 2 × 2 matrices have room for 4 independent ones/,
  );
  assert.throws(
    () =>
      representation([{ kind: 'fixed', copies: 1, name: 'none', dimension: 2, generators: [] }]),
    /blocks\[0\]/,
  );
});

test('a parametrisation that does not fit its block is named', () => {
  const withForm = (parametrisation: Parametrisation): (() => unknown) => {
    const block = { kind: 'learned', copies: 1, generators: 1, dimension: 2 } as const;
    return () => representation([{ ...block, parametrisation }]);
  };
  const refused: [Parametrisation, RegExp][] = [
    [{ kind: 'masked', mask: [[1, 1]] }, /blocks\[0\]\.parametrisation\.mask.*2 rows of 2 numbers/],
    [{ kind: 'masked', mask: [[1, 2], [0, 1]] }, /numbers 0 or 1/], // prettier-ignore
    [{ kind: 'masked', mask: [[0, 0], [0, 0]] }, /not all of them 0/], // prettier-ignore
    [{ kind: 'span', basis: [] }, /parametrisation\.basis.*finite 2 × 2 matrices/],
    [{ kind: 'span', basis: [new Float64Array(9).fill(1)] }, /2 × 2 matrices/],
    [{ kind: 'span', basis: [new Float64Array(4)] }, /none of them 0/],
    [{ kind: 'span', basis: [Float64Array.of(1, NaN, 0, 1)] }, /finite/],
    [
      { kind: 'integer', bound: 1.5 },
      /parametrisation\.bound is 1\.5; it must be a positive whole/,
    ],
  ];
  for (const [parametrisation, message] of refused) {
    assert.throws(withForm(parametrisation), message);
  }
});

test.run();
