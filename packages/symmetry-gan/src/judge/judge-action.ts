import {
  invalidArgument,
  type ConservedQuantity,
  type Encoder,
  type InvarianceScore,
  type RandomStream,
  type SymmetryBasis,
} from '@noether/contracts';
import { closureResidual } from '@noether/lie-algebra';
import { eigenvalues, slicedWassersteins, type Complex, type EnergyTest } from '@noether/numerics';
import { drawCoefficients } from '../coefficients.js';
import type { CoefficientLaw } from '../options.js';
import { act, groupElements, products } from './act.js';
import { changeOfQuantity } from './change-of-quantity.js';
import { divisionsOf, energyRounds } from './energy-rounds.js';
import { independentGenerators } from './independent-generators.js';
import { judgeLatent, type LatentMeasures } from './judge-latent.js';
import { nearestKnown, type NearestKnown } from './nearest-known.js';
import { rowsAt } from './rows-at.js';
import { verdictOnAction, type ActionVerdict } from './verdict-on-action.js';
import { windowFeatures } from './window-features.js';
import { withoutHeldOut } from './without-held-out.js';

/** An action on data, and samples that had no part in finding it. */
export interface ActionSamples {
  readonly encoder: Encoder;
  readonly basis: SymmetryBasis;
  /** Windows of `timesteps` states, row-major n × (timesteps · d), n ≥ 40. */
  readonly heldOut: Float64Array;
  /** Windows that were learned from, among which transformed ones should lie; those that are held out too are left out. */
  readonly reference: Float64Array;
  /** States of a window; the same group element acts on all of them. */
  readonly timesteps: number;
  /** How the coefficients of group elements are drawn; standard normal by default. */
  readonly coefficients?: CoefficientLaw;
  /** What the motion is known to conserve. */
  readonly invariant?: ConservedQuantity;
}

/** A number for transformed samples, next to that of the autoencoder alone and of other real samples. */
export interface Compared {
  readonly transformed: number;
  readonly reconstructed: number;
  readonly data: number;
}

/** What an action does to data. */
export interface ActionMeasures extends LatentMeasures {
  /** Mean |ψφ(x) − x|² over the variance of the states. */
  readonly identityError: number;
  /** Mean |g(hx) − (gh)x|² over the variance of the states. */
  readonly compatibilityError: number;
  /** Mean |g⁻¹(gx) − x|² over the variance of the states. */
  readonly invertibilityError: number;
  /** Mean |gx − ψφ(x)|² over twice the variance: 0 for the identity, near 1 when no trace of x is left. */
  readonly movement: number;
  /** Sliced Wasserstein distance to other real windows, in standard deviations. */
  readonly wasserstein: Compared;
  /** Mean distance to the nearest reference window, in standard deviations. */
  readonly manifold: NearestKnown;
  /** Two-sample test between transformed windows and other real ones: means over eight divisions and draws of g. */
  readonly twoSample: EnergyTest;
  /** The same between real windows alone, which ought to pass. */
  readonly control: EnergyTest;
  /** Eigenvalues of each generator. */
  readonly eigenvalues: readonly (readonly Complex[])[];
  /** How far what the generators span is from an algebra; 0 for a single direction. */
  readonly closure: number;
  /** How far g moves the conserved quantity; null where none is known, or where it is the same for all states. */
  readonly invariance: InvarianceScore | null;
}

export interface ActionJudgement extends ActionMeasures {
  readonly verdict: ActionVerdict;
  /** Why, in one sentence with numbers. */
  readonly reason: string;
}

/** Windows in each half of the tests, at most. */
const MOST = 500;
/** States whose place on their orbits is looked at, at most. */
const MOST_ON_ORBITS = 4000;
/** Held-out windows that a judgement needs. */
export const FEWEST_WINDOWS = 40;
/** Numbers up to which sums of squares are finite. */
const LARGEST = 1e140;
/** Numbers in the reference windows, at most; the search for neighbours looks at all of them. */
const REFERENCE_NUMBERS = 4e6;

/**
 * Judges an action g·x = ψ(g·φ(x)) by what it does to data, without a discriminator and without knowing the
 * system; see {@link verdictOnAction} for the verdict. Half of the held-out
 * windows are transformed and compared with the other half, several times over. Windows enter as (x₁, (x₂ − x₁)/s, …), states and
 * displacements each in units of their standard deviation, so that the motion weighs as much as the states.
 * Identity, compatibility and invertibility are the errors by which MIRROR (2026) measures LaLiGAN.
 * @throws NoetherError when the sizes do not fit, a number is not finite or above 1e140, there are fewer than 40 held-out windows, or hardly a reference window that is
 *   not held out too
 */
export async function judgeAction(
  samples: ActionSamples,
  random: RandomStream,
): Promise<ActionJudgement> {
  const { encoder, basis, timesteps } = samples;
  const d = encoder.inputDimension;
  const width = timesteps * d;
  checkSamples(samples, width);
  const all = pickRows(samples.heldOut, width, 2 * MOST, random.split('held out'));
  const half = Math.floor(all.length / width / 2) * width;
  const [real, others] = [all.slice(0, half), all.slice(half, 2 * half)];
  const w = drawn(samples, half / width, random.split('g'));
  const u = drawn(samples, half / width, random.split('h'));
  const moved = (elements: Float64Array, states: Float64Array): Promise<Float64Array> =>
    act(encoder, basis, elements, states);
  const [g, h] = [groupElements(basis, w), groupElements(basis, u)];
  const reconstructed = await encoder.decode(await encoder.encode(others));
  const transformed = await moved(g, others);
  const twice = await moved(g, await moved(h, others));
  const once = await moved(products(g, h, basis.dimension), others);
  const back = await moved(
    groupElements(
      basis,
      w.map((value) => -value),
    ),
    transformed,
  );

  const features = windowFeatures(all, d, timesteps);
  const [a, b, r, t] = [real, others, reconstructed, transformed].map(features.apply);
  const most = Math.max(1, Math.floor(REFERENCE_NUMBERS / width));
  const known = pickRows(samples.reference, width, Math.min(4000, most), random.split('reference'));
  const reference = features.apply(withoutHeldOut(known, all, width, FEWEST_WINDOWS));
  const slices = random.split('directions');
  const [moving, still, apart] = slicedWassersteins(a, [t, r, b], width, slices);
  const transform = (windows: Float64Array, own: RandomStream): Promise<Float64Array> =>
    moved(groupElements(basis, drawn(samples, windows.length / width, own)), windows);
  const divisions = divisionsOf(all, width, transform, random.split('rounds'));
  const variance = varianceOf(all, d);
  const { invariant } = samples;
  const changed = { states: others, reconstructed, transformed: [transformed] };
  const independent = independentGenerators(basis.generators);
  const measures: ActionMeasures = {
    identityError: squareError(reconstructed, others) / variance,
    compatibilityError: squareError(twice, once) / variance,
    invertibilityError: squareError(back, others) / variance,
    movement: squareError(transformed, reconstructed) / (2 * variance),
    wasserstein: { transformed: moving, reconstructed: still, data: apart },
    manifold: nearestKnown({ transformed: t, reconstructed: r, data: b }, reference, width),
    ...(await energyRounds(all, features, divisions)),
    ...(await latentMeasures(samples, all, random.split('orbits'))),
    eigenvalues: basis.generators.map((generator) => eigenvalues(generator, basis.dimension)),
    closure: independent.length > 1 ? closureResidual(independent, basis.dimension) : 0,
    invariance: invariant
      ? changeOfQuantity(invariant, changed, d, random.split('invariance'))
      : null,
  };
  return { ...measures, ...verdictOnAction(measures) };
}

async function latentMeasures(
  samples: ActionSamples,
  windows: Float64Array,
  random: RandomStream,
): Promise<LatentMeasures> {
  const { encoder, basis, timesteps, heldOut } = samples;
  const width = timesteps * encoder.inputDimension;
  const some = pickRows(heldOut, width, MOST_ON_ORBITS, random.split('states'));
  const first = some.filter((_, at) => at % width < encoder.inputDimension);
  const latent = {
    states: await encoder.encode(first),
    windows: await encoder.encode(windows),
    timesteps,
    law: lawOf(samples),
    elements: (on: SymmetryBasis, count: number, terms: number, own: RandomStream): Float64Array =>
      groupElements(on, summed(samples, count, terms, own)),
  };
  return judgeLatent(basis, latent, random.split('elements'));
}

function lawOf({ coefficients = { law: 'normal', scale: 1 } }: ActionSamples): CoefficientLaw {
  return coefficients;
}

function drawn(samples: ActionSamples, count: number, random: RandomStream): Float64Array {
  const values = new Float32Array(count * samples.basis.generators.length);
  return Float64Array.from(drawCoefficients(lawOf(samples), random, values));
}

/** Sums of so many coefficients each. */
function summed(
  samples: ActionSamples,
  count: number,
  terms: number,
  random: RandomStream,
): Float64Array {
  const sums = new Float64Array(count * samples.basis.generators.length);
  for (let term = 0; term < terms; term++) {
    drawn(samples, count, random.split(term)).forEach((value, at) => (sums[at] += value));
  }
  return sums;
}

/** At most so many rows, in a random order. */
function pickRows(
  rows: Float64Array,
  width: number,
  most: number,
  random: RandomStream,
): Float64Array {
  return rowsAt(rows, width, random.permutation(rows.length / width).subarray(0, most));
}

/** Mean (a − b)² over all numbers. */
function squareError(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, at) => sum + (value - b[at]) ** 2, 0) / a.length;
}

/** Mean over the variables of the variance of each. */
function varianceOf(states: Float64Array, d: number): number {
  const rows = states.length / d;
  const centre = new Float64Array(d);
  for (let at = 0; at < states.length; at++) centre[at % d] += states[at] / rows;
  return states.reduce((sum, value, at) => sum + (value - centre[at % d]) ** 2, 0) / states.length;
}

function checkSamples({ heldOut, reference, encoder, basis }: ActionSamples, width: number): void {
  for (const [name, rows] of Object.entries({ heldOut, reference })) {
    if (rows.length === 0 || rows.length % width !== 0) {
      throw invalidArgument(name, rows, `expected rows of ${width} numbers`);
    }
    const wrong = rows.findIndex((value) => !(Math.abs(value) < LARGEST));
    if (wrong >= 0) {
      const hint = `row ${Math.floor(wrong / width)} has it; leave such rows out, or measure in another unit`;
      throw invalidArgument(name, rows[wrong], hint);
    }
  }
  if (heldOut.length / width < FEWEST_WINDOWS) {
    const hint = `give at least ${FEWEST_WINDOWS} windows`;
    throw invalidArgument('heldOut', heldOut.length / width, hint);
  }
  if (basis.dimension !== encoder.latentDimension || basis.generators.length === 0) {
    throw invalidArgument(
      'basis',
      basis,
      `it needs a generator on the ${encoder.latentDimension} latent dimensions`,
    );
  }
}
