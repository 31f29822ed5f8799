import type { RunRecord } from '@noether/contracts';
import { expm } from '@noether/numerics';
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

/**
 * exp(L) is a rotation by some 2πm/`order`, m ≠ 0, about the third axis: the distance to the nearest one
 * in Frobenius norm, over the norm √3 of a rotation.
 */
export function turnsByParts(order: number): Criterion {
  return {
    id: 'A6',
    asks: `exp(L) within 1 % of a rotation by 2πm/${order}`,
    value: (record) => {
      const generator = first(record);
      if (!generator) return null;
      const element = expm(Float64Array.from(generator.flat()), 3);
      const distances = Array.from({ length: order - 1 }, (_, part) => {
        const angle = (2 * Math.PI * (part + 1)) / order;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const rotation = [c, -s, 0, s, c, 0, 0, 0, 1];
        return Math.hypot(...element.map((entry, at) => entry - rotation[at])) / Math.sqrt(3);
      });
      return Math.min(...distances);
    },
    holds: (distance) => distance <= 0.01,
  };
}

/** Each plane of latent coordinates tells one of two known angles, each another one. */
export const tellsFactors: Criterion = {
  id: 'C2',
  asks: 'each plane tells one shift, circular correlation ≥ 0.99',
  value: ({ symmetry: { factors } }) => {
    if (factors?.correlations.length !== 2) return null;
    const [[a, b], [c, d]] = factors.correlations;
    return Math.max(Math.min(a, d), Math.min(b, c));
  },
  holds: (correlation) => correlation >= 0.99,
};

/** `--generators auto` finds so many, and they hold: a discovery whose generators span an algebra. */
export function choosesGenerators(count: number): Criterion {
  return {
    id: 'N',
    asks: `${count} generators chosen, which hold`,
    value: ({ generatorGrowth }) => generatorGrowth?.generators ?? null,
    holds: (found, { generatorGrowth }) => found === count && generatorGrowth?.clear === true,
  };
}
