import type { SymmetryBasis, Verdict } from '@noether/contracts';
import { eigenvalues } from '@noether/numerics';
import type { TrainingStatistics } from './training-statistics.js';

/**
 * Bounds between success and the failures, from runs of the reference implementation (reference
 * criteria B1–B3) with ln 2 = 0.693 as the stand-off of generator and discriminator.
 */
const BOUNDS = {
  /** Share of the latent covariance in its smallest direction below which the latent lost rank. */
  smallestShare: 1e-3,
  /** |mean cos| from which g is the identity to all appearances. */
  identityCosine: 0.9,
  /** |mean cos| up to which g moves states far enough to count. */
  movedCosine: 0.2,
  /** BCE(D(g·z), 1) up to which the discriminator is fooled. */
  generatorBce: 1.1,
  /** Range of the discriminator's own two BCEs at a stand-off. */
  discriminatorBce: [0.5, 0.85],
  /** Rotation rate from which the generator turns states. */
  omega: 1,
  /** Largest |Re λ| / |Im λ| of a symmetry of a bounded distribution. */
  realToImaginary: 0.05,
} as const;

export interface Judgement {
  readonly status: Verdict;
  /** Why, in one sentence with numbers. */
  readonly reason: string;
  /** Eigenvalues of each generator. */
  readonly eigenvalues: readonly (readonly { readonly re: number; readonly im: number }[])[];
  /** Largest |Im λ| of the first generator. */
  readonly omega: number;
  /** Largest |Re λ| over largest |Im λ| of the first generator; Infinity without rotation. */
  readonly realToImaginary: number;
}

/**
 * Names the outcome of a training from what the networks show, without any knowledge of the system:
 * `rank-lost` (the latent states lie on a subspace), `collapsed` (g does nothing), `threshold-trap`
 * (thresholding left a nilpotent generator), `discriminator-won` (g·z is told apart from z, or g does
 * not turn the states), else `discovered`. The looks of the matrix alone prove nothing.
 */
export function judgeSymmetry(basis: SymmetryBasis, statistics: TrainingStatistics): Judgement {
  const spectra = basis.generators.map((generator) => eigenvalues(generator, basis.dimension));
  const [first] = spectra;
  const omega = Math.max(...first.map(({ im }) => Math.abs(im)));
  const growth = Math.max(...first.map(({ re }) => Math.abs(re)));
  const realToImaginary = omega > 0 ? growth / omega : Infinity;
  const length = Math.hypot(...basis.generators[0]);
  const measured = { eigenvalues: spectra, omega, realToImaginary };
  const { status, reason } = verdict(statistics, basis, { ...measured, length });
  return { status, reason, ...measured };
}

interface Measured {
  readonly omega: number;
  readonly realToImaginary: number;
  readonly length: number;
}

function verdict(
  statistics: TrainingStatistics,
  basis: SymmetryBasis,
  { omega, realToImaginary, length }: Measured,
): { status: Verdict; reason: string } {
  const { bce, meanCosine, latentRank, smallestShare } = statistics;
  const cosine = Math.abs(meanCosine);
  const standOff = `BCE generator ${show(bce.generator)}, real ${show(bce.real)}, fake ${show(bce.fake)}`;
  if (smallestShare < BOUNDS.smallestShare) {
    return {
      status: 'rank-lost',
      reason: `The ${basis.dimension}-dimensional latent states have effective rank ${show(latentRank)}: their smallest direction holds ${show(smallestShare)} of the variance.`,
    };
  }
  if (cosine >= BOUNDS.identityCosine) {
    return {
      status: 'collapsed',
      reason: `The generator does nothing: mean cosine ${show(meanCosine)} between g·z and z, length ${show(length)}.`,
    };
  }
  const [low, high] = BOUNDS.discriminatorBce;
  const fooled =
    bce.generator <= BOUNDS.generatorBce &&
    [bce.real, bce.fake].every((value) => value >= low && value <= high);
  if (!fooled && omega < 0.1 * length && basis.generators[0].some((value) => value === 0)) {
    return {
      status: 'threshold-trap',
      reason: `Thresholding left a generator of length ${show(length)} that does not turn (ω = ${show(omega)}); ${standOff}.`,
    };
  }
  if (!fooled) {
    return {
      status: 'discriminator-won',
      reason: `The discriminator tells transformed states from real ones: ${standOff}.`,
    };
  }
  if (cosine > BOUNDS.movedCosine || omega < BOUNDS.omega) {
    return {
      status: 'collapsed',
      reason: `The generator hardly moves the states: mean cosine ${show(meanCosine)}, ω = ${show(omega)}.`,
    };
  }
  if (realToImaginary > BOUNDS.realToImaginary) {
    return {
      status: 'discriminator-won',
      reason: `The generator stretches as it turns (|Re λ|/|Im λ| = ${show(realToImaginary)}), which no bounded distribution survives; ${standOff}.`,
    };
  }
  return {
    status: 'discovered',
    reason: `A rotation with ω = ${show(omega)} moves the states (mean cosine ${show(meanCosine)}) and the discriminator cannot tell (${standOff}).`,
  };
}

function show(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value);
}
