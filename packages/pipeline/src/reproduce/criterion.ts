import type { RunRecord } from '@noether/contracts';

/** One thing that a run has to show, with the number that shows it. */
export interface Criterion {
  /** Short name, e.g. `B4`. */
  readonly id: string;
  /** What is asked for, in a few words. */
  readonly asks: string;
  /** The number that is looked at; null when the run has none, which fails. */
  value(record: RunRecord): number | null;
  /** Whether the number will do. */
  holds(value: number, record: RunRecord): boolean;
}

/** |Re λ| ≤ 0.05 |Im λ| of the generator, and ω ≥ 1. */
export const rotates: Criterion = {
  id: 'B1',
  asks: 'Re/Im ≤ 0.05, ω ≥ 1',
  value: ({ symmetry }) => symmetry.realToImaginary,
  holds: (ratio, { symmetry }) => ratio <= 0.05 && symmetry.omega >= 1,
};

/** The action moves states: |mean cos(g·z, z)| ≤ 0.2. */
export const moves: Criterion = {
  id: 'B2',
  asks: '|cosine| ≤ 0.2',
  value: ({ symmetry }) => Math.abs(symmetry.meanCosine),
  holds: (cosine) => cosine <= 0.2,
};

/** Generator and discriminator stand off: BCE G ≤ 1.1, both of D in 0.5 … 0.85. */
export const standsOff: Criterion = {
  id: 'B3',
  asks: 'BCE G ≤ 1.1, D 0.5–0.85',
  value: ({ symmetry }) => symmetry.bce.generator,
  holds: (generator, { symmetry: { bce } }) =>
    generator <= 1.1 && [bce.real, bce.fake].every((value) => value >= 0.5 && value <= 0.85),
};

/** The action keeps the conserved quantity: mean |ΔH| at most `most` of that of shuffled pairs. */
export function conserves(most: number): Criterion {
  return {
    id: 'B4',
    asks: `|ΔH| ≤ ${most} of a shuffle`,
    value: ({ symmetry }) => symmetry.invariance?.ratio ?? null,
    holds: (ratio) => ratio <= most,
  };
}

/** The invariant form of the generator is constant along trajectories and tells them apart. */
export const keepsForm: Criterion = {
  id: 'B5',
  asks: 'form: within ≤ 0.2, between/within ≥ 3, rank with H ≥ 0.99',
  value: ({ symmetry }) => symmetry.quadraticForm?.within ?? null,
  holds: (within, { symmetry: { quadraticForm: form } }) =>
    within <= 0.2 && (form?.betweenToWithin ?? 0) >= 3 && Math.abs(form?.spearman ?? 0) >= 0.99,
};

/** Relative reconstruction error at most `most` on validation data. */
export function reconstructs(most: number): Criterion {
  return {
    id: 'B6',
    asks: `reconstruction ≤ ${most}`,
    value: ({ reconstruction }) => reconstruction.relativeMse,
    holds: (error) => error <= most,
  };
}

/** The latent equations are linear with R² ≥ 0.95 each. */
export const linear: Criterion = {
  id: 'B7',
  asks: 'linear equations, R² ≥ 0.95',
  value: ({ equations }) => (equations.r2.length > 0 ? Math.min(...equations.r2) : null),
  holds: (r2, { equations: { names, coefficients } }) =>
    r2 >= 0.95 &&
    names.every(
      (name, term) => !/[\^ ]/.test(name) || coefficients.every((row) => row[term] === 0),
    ),
};

/** z₁' = ±a z₂, z₂' = ∓b z₁ with √(ab) within `most` of `frequency`. */
export function turnsAt(frequency: number, most: number): Criterion {
  return {
    id: 'B8',
    asks: `√(ab) = ${frequency} ± ${most}`,
    value: frequencyOf,
    holds: (value) => Math.abs(value - frequency) <= most,
  };
}

function frequencyOf({ equations: { names, coefficients } }: RunRecord): number | null {
  const [first, second] = [names.indexOf('z1'), names.indexOf('z2')];
  if (coefficients.length !== 2 || first < 0 || second < 0) return null;
  const product = -coefficients[0][second] * coefficients[1][first];
  return product > 0 ? Math.sqrt(product) : null;
}

/**
 * The forecast over all test times has a mean squared error of at most `most` in units of the variance
 * of the truth, which for data without a mean is the relative mean squared error.
 */
export function forecasts(most: number): Criterion {
  return {
    id: 'B10',
    asks: `mean NRMSE² of the forecast ≤ ${most}`,
    value: ({ forecast: { nrmse } }) =>
      nrmse.length > 0 ? nrmse.reduce((sum, value) => sum + value ** 2, 0) / nrmse.length : null,
    holds: (error) => error <= most,
  };
}

/** No symmetry is claimed: for controls. */
export const claimsNothing: Criterion = {
  id: 'B11',
  asks: 'not called a discovery',
  value: ({ status }) => (status === 'discovered' ? 1 : 0),
  holds: (claimed) => claimed === 0,
};
