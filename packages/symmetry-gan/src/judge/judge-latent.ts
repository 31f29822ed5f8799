import type { RandomStream, SymmetryBasis } from '@noether/contracts';
import { covariance, multiply } from '@noether/numerics';
import type { CoefficientLaw } from '../options.js';
import { restrictToSpan } from '../restrict-to-span.js';
import { moveLatent } from './act.js';
import { ratesOf } from './rates-of.js';
import type { Transform } from './energy-rounds.js';
import { orbitHarmonic, radiusHarmonic, type OrbitHarmonic } from './orbit-harmonics.js';
import { planeTests, type PlaneTests } from './plane-tests.js';
import { spansNonCompact } from './spans-non-compact.js';
import { planesOf } from './turning-planes.js';
import { varianceChange, type VarianceChange } from './variance-change.js';

/** What an action does to latent states. Null where it does not apply, and of a group that is not compact. */
export interface LatentMeasures {
  /** How unevenly states lie along the orbits; null where no generator turns. */
  readonly harmonic: OrbitHarmonic | null;
  /** How the radius of states waves along the orbits; null where no generator turns. */
  readonly wave: OrbitHarmonic | null;
  /** The planes that generators turn, each for itself; null where no generator turns. */
  readonly planes: PlaneTests | null;
  /** e-folds by which generators stretch the states while they turn them: {@link ratesOf}. */
  readonly growth: number | null;
  /** The largest change of the variance of states: {@link varianceChange}. */
  readonly variance: VarianceChange | null;
  /** Whether the generators span a semisimple algebra that is not compact: {@link spansNonCompact}. */
  readonly isNonCompact: boolean;
}

/** Latent states, and how group elements are drawn. */
export interface LatentSamples {
  /** States, row-major n × k. */
  readonly states: Float64Array;
  /** Windows of states, row-major n × (timesteps · k). */
  readonly windows: Float64Array;
  readonly timesteps: number;
  readonly law: CoefficientLaw;
  /** Random elements of a group, row-major count × k × k, of coefficients that are sums of so many drawn ones. */
  elements(basis: SymmetryBasis, count: number, terms: number, random: RandomStream): Float64Array;
}

/** Rounds of random group elements for all states. */
const DRAWS = 4;
/** Group elements of a round, at most; neighbouring states share one where there are more. */
const ELEMENTS = 500;
const NONE: LatentMeasures = {
  harmonic: null,
  wave: null,
  planes: null,
  growth: null,
  variance: null,
  isNonCompact: false,
};

/**
 * Judges an action by what it does to latent states, where it is linear: by the planes that its generators turn, whose size beside the rest
 * does not matter, by its growth, and by second moments. Generators that turn slowly act several times over, by coefficients that are sums
 * of drawn ones. In the span of the states: what generators do in directions
 * that hold less than a thousandth of the variance is not looked at. Nothing of it is asked of a group that is not compact.
 */
export async function judgeLatent(
  basis: SymmetryBasis,
  samples: LatentSamples,
  random: RandomStream,
): Promise<LatentMeasures> {
  const { dimension: k, generators } = basis;
  const finite = [samples.states, ...generators].every((numbers) => numbers.every(Number.isFinite));
  if (!finite) return NONE;
  if (spansNonCompact(generators, k)) return { ...NONE, isNonCompact: true };
  const spread = covariance(samples.states, samples.states.length / k, k);
  const span = restrictToSpan(basis, { covariance: spread, smallestShare: 0 });
  const within = (states: Float64Array): Float64Array =>
    multiply(states, span.directions, states.length / k, k, span.basis.dimension);
  const [states, windows] = [samples.states, samples.windows].map(within);
  return judgeWithin(span.basis, { ...samples, states, windows }, random);
}

async function judgeWithin(
  basis: SymmetryBasis,
  { states, windows, timesteps, law, elements }: LatentSamples,
  random: RandomStream,
): Promise<LatentMeasures> {
  const { dimension: k } = basis;
  const rows = states.length / k;
  const { times, growth } = ratesOf(basis, law);
  const terms = Math.ceil(times ** 2);
  const count = Math.min(rows, ELEMENTS);
  const moved = Array.from({ length: DRAWS }, (_, draw) =>
    moveLatent(basis, elements(basis, count, terms, random.split(draw)), states),
  );
  const by =
    (sum: number): Transform =>
    (some, own) => {
      const g = elements(basis, some.length / (timesteps * k), sum, own);
      return Promise.resolve(moveLatent(basis, g, some));
    };
  const planes = planesOf(basis);
  const transforms = { once: by(1), often: by(terms) };
  return {
    harmonic: orbitHarmonic(planes, basis, states, law),
    wave: radiusHarmonic(planes, basis, states, law),
    planes: await planeTests(planes, basis, windows, timesteps, transforms, random.split('planes')),
    growth,
    variance: varianceChange(basis, states, moved),
    isNonCompact: false,
  };
}
