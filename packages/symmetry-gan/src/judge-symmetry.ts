import { invalidArgument, type SymmetryBasis, type Verdict } from '@noether/contracts';
import { eigenvalues } from '@noether/numerics';
import { fixedDirections } from './fixed-share.js';
import { spansNonCompact } from './judge/spans-non-compact.js';
import type { TrainingStatistics } from './training-statistics.js';

/**
 * Bounds between success and the failures, from runs of the reference implementation (reference
 * criteria B1–B3) with ln 2 = 0.693 as the stand-off of generator and discriminator.
 */
const BOUNDS = {
  /** Share of the latent covariance in its smallest direction below which the latent lost rank. */
  smallestShare: 1e-3,
  /** |mean cos| from which g is the identity to all appearances, of the directions that it can move. */
  identityCosine: 0.9,
  /** |mean cos| up to which g moves states far enough to count, of the same directions. */
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
 *
 * - `diverged`: a statistic is not a finite number;
 * - `rank-lost`: the latent states lie on a subspace;
 * - `collapsed`: g does nothing, or hardly anything;
 * - `threshold-trap`: D wins against a generator that thresholding left unable to turn;
 * - `discriminator-won`: D tells g·z from z, or the generator stretches as it turns;
 * - `discovered`: none of these, bounds B1 to B3 are met.
 *
 * The looks of the matrix alone prove nothing: a collapsed run and one without a symmetry have purely
 * imaginary eigenvalues too. The bounds are for compact groups, whose generators rotate; of several the fastest counts, as
 * how fast each of them turns depends on the basis, and the one that stretches most, with rates as for coefficients
 * of standard deviation 1. Directions that no generator moves keep
 * the cosine up however far the others are turned: a rotation about an axis in space leaves 1/3 of round states. So a bound b on
 * the cosine is f + (1 − f) b where a share f of the states is fixed ({@link TrainingStatistics.fixedShare}; of the directions,
 * where it is left out). Generators that
 * span a semisimple algebra that is not compact ({@link spansNonCompact}) may stretch, and need not move
 * states far: no bounded distribution is exactly invariant under such a group.
 *
 * @param known whether the group was given and only the latent space learned: then nothing is asked of
 *   its generators, which cannot shrink and may stretch, only whether D tells g·z from z
 * @throws NoetherError when the basis has no generator
 */
export function judgeSymmetry(
  basis: SymmetryBasis,
  statistics: TrainingStatistics,
  known = false,
): Judgement {
  if (basis.generators.length === 0) {
    throw invalidArgument('basis', basis, 'it has no generator to judge');
  }
  const spectra = basis.generators.map((generator) => eigenvalues(generator, basis.dimension));
  const judgement = { eigenvalues: spectra, ...motionOf(spectra[0]) };
  const length = Math.hypot(...basis.generators[0]);
  const fixed = statistics.fixedShare ?? fixedDirections(basis).length / basis.dimension ** 2;
  const measured = { ...statistics, basis, ...motionOf(spectra.flat()), length, fixed };
  const kind = known ? 'known' : kindOf(basis);
  for (const [status, failure] of kind === 'rotation' ? FAILURES : FAILURES_OF_OTHER_GROUPS) {
    const reason = failure(measured);
    if (reason) return { status, reason, ...judgement };
  }
  const reason = kind === 'rotation' ? describe(measured) : describeGroup(kind, measured);
  return { status: 'discovered', reason, ...judgement };
}

type Eigenvalues = Judgement['eigenvalues'][number];

function motionOf(spectrum: Eigenvalues): Pick<Judgement, 'omega' | 'realToImaginary'> {
  const omega = Math.max(...spectrum.map(({ im }) => Math.abs(im)));
  const growth = Math.max(...spectrum.map(({ re }) => Math.abs(re)));
  return { omega, realToImaginary: omega > 0 ? growth / omega : Infinity };
}

interface Measured extends TrainingStatistics {
  readonly basis: SymmetryBasis;
  /** Largest |Im λ| of all generators. */
  readonly omega: number;
  /** Largest |Re λ| over largest |Im λ|, of all generators. */
  readonly realToImaginary: number;
  /** Frobenius norm of the first generator. */
  readonly length: number;
  /** Share of the states that no generator moves. */
  readonly fixed: number;
}

/** The first that gives a reason decides. */
const FAILURES: readonly (readonly [Verdict, (measured: Measured) => string | null])[] = [
  ['diverged', notFinite],
  ['rank-lost', rankLost],
  ['collapsed', isIdentity],
  ['threshold-trap', trapped],
  ['discriminator-won', toldApart],
  ['collapsed', hardlyMoves],
  ['discriminator-won', stretches],
];

const FAILURES_OF_OTHER_GROUPS: typeof FAILURES = [
  ['diverged', notFinite],
  ['rank-lost', rankLost],
  ['collapsed', isIdentity],
  ['discriminator-won', toldApart],
];

function notFinite({ bce, meanCosine, smallestShare, length }: Measured): string | null {
  const numbers = { ...bce, meanCosine, smallestShare, length };
  const broken = Object.entries(numbers).find(([, value]) => !Number.isFinite(value));
  return broken ? `After training, ${broken[0]} is ${broken[1]}.` : null;
}

function rankLost({ basis, latentRank, smallestShare }: Measured): string | null {
  if (smallestShare >= BOUNDS.smallestShare) return null;
  return `The ${basis.dimension}-dimensional latent states have effective rank ${show(latentRank)}: their smallest direction holds ${show(smallestShare)} of the variance.`;
}

function cosineBound({ fixed }: Measured, bound: number): number {
  return fixed + (1 - fixed) * bound;
}

function isIdentity(measured: Measured): string | null {
  const { meanCosine, length } = measured;
  if (Math.abs(meanCosine) < cosineBound(measured, BOUNDS.identityCosine)) return null;
  return `The generator does nothing: mean cosine ${show(meanCosine)} between g·z and z, length ${show(length)}.`;
}

function trapped(measured: Measured): string | null {
  const { basis, omega, length } = measured;
  const thresholded = basis.generators[0].some((value) => value === 0);
  if (isFooled(measured) || omega >= 0.1 * length || !thresholded) return null;
  return `Thresholding left a generator of length ${show(length)} that does not turn (ω = ${show(omega)}); ${standOff(measured)}.`;
}

function toldApart(measured: Measured): string | null {
  if (isFooled(measured)) return null;
  return `The discriminator tells transformed states from real ones: ${standOff(measured)}.`;
}

function hardlyMoves(measured: Measured): string | null {
  const { meanCosine, omega, coefficientSpread = 1 } = measured;
  const bound = cosineBound(measured, BOUNDS.movedCosine);
  if (Math.abs(meanCosine) <= bound && omega * coefficientSpread >= BOUNDS.omega) return null;
  return `The generator hardly moves the states: mean cosine ${show(meanCosine)}, ω = ${show(omega)}.`;
}

function stretches(measured: Measured): string | null {
  const { realToImaginary } = measured;
  if (realToImaginary <= BOUNDS.realToImaginary) return null;
  return `The generator stretches as it turns (|Re λ|/|Im λ| = ${show(realToImaginary)}), which no bounded distribution survives; ${standOff(measured)}.`;
}

function describe(measured: Measured): string {
  const { omega, meanCosine } = measured;
  return `A rotation with ω = ${show(omega)} moves the states (mean cosine ${show(meanCosine)}) and the discriminator cannot tell (${standOff(measured)}).`;
}

function kindOf({ generators, dimension }: SymmetryBasis): 'rotation' | 'non-compact' {
  return spansNonCompact(generators, dimension) ? 'non-compact' : 'rotation';
}

function describeGroup(kind: 'known' | 'non-compact', measured: Measured): string {
  const { basis, meanCosine } = measured;
  const group =
    kind === 'known'
      ? 'The known group'
      : `A group of dimension ${basis.generators.length} that is not compact`;
  return `${group} moves the states (mean cosine ${show(meanCosine)}) and the discriminator cannot tell (${standOff(measured)}).`;
}

function isFooled({ bce }: Measured): boolean {
  const [low, high] = BOUNDS.discriminatorBce;
  return (
    bce.generator <= BOUNDS.generatorBce &&
    [bce.real, bce.fake].every((value) => value >= low && value <= high)
  );
}

function standOff({ bce }: Measured): string {
  return `BCE generator ${show(bce.generator)}, real ${show(bce.real)}, fake ${show(bce.fake)}`;
}

function show(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : String(value);
}
