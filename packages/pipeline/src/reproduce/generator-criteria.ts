import type { RunRecord } from '@noether/contracts';
import type { Criterion } from './criterion.js';

type Matrix = readonly (readonly number[])[];

/** |⟨L, R⟩| / (‖L‖ ‖R‖) with R the rotation of all planes (1, 2), (3, 4) … alike, once or stacked. */
function cosineWithTurn(matrix: Matrix): number {
  const columns = matrix[0].length;
  let [product, square] = [0, 0];
  matrix.forEach((row, at) => {
    const i = at % columns;
    product += i % 2 === 0 ? row[i + 1] : -row[i - 1];
    square += row.reduce((sum, entry) => sum + entry * entry, 0);
  });
  return Math.abs(product) / Math.sqrt(square * matrix.length);
}

function first({ symmetry }: RunRecord): Matrix | null {
  return symmetry.generators[0] ?? null;
}

/** The generator is the rotation of all planes alike, up to its length. */
export const turnsAllPlanes: Criterion = {
  id: 'A4',
  asks: 'cosine with the rotation ≥ 0.999',
  value: (record) => {
    const generator = first(record);
    return generator && cosineWithTurn(generator);
  },
  holds: (cosine) => cosine >= 0.999,
};

/**
 * On states (x, −x) a generator with the blocks A, B over C, D makes (A − B)x and (C − D)x, where the
 * rotation makes Rx and −Rx: the cosine between both. The matrix itself is not determined by such data.
 */
export const turnsBothBodies: Criterion = {
  id: 'A5',
  asks: 'cosine with the rotation on the data ≥ 0.99',
  value: (record) => {
    const generator = first(record);
    if (!generator) return null;
    const half = generator.length / 2;
    const effective = generator.map((row, i) =>
      row.slice(0, half).map((entry, j) => (entry - row[half + j]) * (i < half ? 1 : -1)),
    );
    return cosineWithTurn(effective);
  },
  holds: (cosine) => cosine >= 0.99,
};
