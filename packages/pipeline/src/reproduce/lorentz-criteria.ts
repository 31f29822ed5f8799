import { preservedForms } from '@noether/lie-algebra';
import { onOneCopy } from '../score/on-one-copy.js';
import type { Criterion } from './criterion.js';

/**
 * |cosine| between the bilinear form that all generators together preserve best and the Minkowski form
 * diag(1, −1, −1, −1), on one four-vector.
 */
export const preservesMinkowski: Criterion = {
  id: 'A7',
  asks: '|cosine| of the preserved form with the Minkowski form ≥ 0.99',
  value: ({ symmetry: { generators } }) => {
    if (generators.length === 0) return null;
    const rows = generators.map((generator) => Float64Array.from(generator.flat()));
    const { generators: four, size } = onOneCopy(rows, generators[0].length);
    if (size !== 4) return null;
    const { best } = preservedForms(four, 4);
    return Math.abs(best[0] - best[5] - best[10] - best[15]) / (2 * Math.hypot(...best));
  },
  holds: (cosine) => cosine >= 0.99,
};

/** The generators span the whole of so(1,3) and nothing else. */
export const spansLorentz: Criterion = {
  id: 'A7b',
  asks: 'six independent generators, which span so(1,3)',
  value: ({ symmetry: { algebra } }) => algebra?.dimension ?? null,
  holds: (dimension, { symmetry: { algebra } }) => dimension === 6 && algebra?.name === 'so(1,3)',
};
