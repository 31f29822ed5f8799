import type { RandomStream, SymmetryBasis } from '@noether/contracts';
import {
  divisionsOf,
  energyRounds,
  type Division,
  type EnergyRounds,
  type Transform,
} from './energy-rounds.js';
import { placesIn, type TurningPlane } from './turning-planes.js';
import { actionBounds } from './verdict-on-action.js';
import { windowFeatures, type WindowFeatures } from './window-features.js';

/** Windows by which it is measured how far g moves. */
const SOME = 200;

/** What an action does in the planes that its generators turn, each in units of its own. */
export interface PlaneTests {
  /** Largest excess of the energy statistic over that of real windows, of all planes. */
  readonly excess: number;
  /** p-value of the same plane where the excess is above its bound, and not asked for elsewhere: 1. */
  readonly pValue: number;
  /** How far g moves the states of a plane, in shuffles; the largest of all planes. */
  readonly movement: number;
}

/**
 * The energy tests of all windows together, in one turning plane after the other: in all of them large variables hide
 * small ones, and many that rest the few that move. Null where nothing turns.
 * @param planes those that the generators of the basis turn
 * @param latent windows of latent states, row-major n × (timesteps · k)
 * @param once moves windows by an element each, `often` by one of larger coefficients, so that slow rotations reach all phases
 */
export async function planeTests(
  planes: readonly TurningPlane[],
  basis: SymmetryBasis,
  latent: Float64Array,
  timesteps: number,
  { once, often }: { readonly once: Transform; readonly often: Transform },
  random: RandomStream,
): Promise<PlaneTests | null> {
  if (planes.length === 0) return null;
  const some = latent.subarray(0, SOME * timesteps * basis.dimension);
  const moved = await once(some, random.split('movement'));
  const divisions: Division[] = [];
  for (const division of divisionsOf(latent, timesteps * basis.dimension, often, random)) {
    const there = Promise.resolve(await division.moved());
    divisions.push({ ...division, moved: () => there });
  }
  const roundsOf = (plane: TurningPlane, permutations?: number): Promise<EnergyRounds> =>
    energyRounds(latent, planeFeatures(plane, basis, latent, timesteps), divisions, permutations);
  let [worst, excess, movement] = [planes[0], -Infinity, 0];
  for (const plane of planes) {
    const { twoSample, control } = await roundsOf(plane, 0);
    const own = twoSample.statistic - control.statistic;
    if (own > excess) [worst, excess] = [plane, own];
    movement = Math.max(movement, movementIn(plane, basis, some, moved));
  }
  const isLarge = excess > actionBounds.excess;
  const pValue = isLarge ? (await roundsOf(worst)).twoSample.pValue : 1;
  return { excess, pValue, movement };
}

function planeFeatures(
  plane: TurningPlane,
  basis: SymmetryBasis,
  latent: Float64Array,
  timesteps: number,
): WindowFeatures {
  const features = windowFeatures(placesIn(plane, basis, latent), 2, timesteps);
  return {
    width: features.width,
    apply: (windows) => features.apply(placesIn(plane, basis, windows)),
  };
}

/** Mean |gy − y|² over twice the variance of the places y. */
function movementIn(
  plane: TurningPlane,
  basis: SymmetryBasis,
  latent: Float64Array,
  moved: Float64Array,
): number {
  const [before, after] = [latent, moved].map((rows) => placesIn(plane, basis, rows));
  const rows = before.length / 2;
  const centre = [0, 0];
  before.forEach((value, at) => (centre[at % 2] += value / rows));
  let [change, variance] = [0, 0];
  before.forEach((value, at) => {
    change += (after[at] - value) ** 2;
    variance += (value - centre[at % 2]) ** 2;
  });
  return variance > 0 ? change / (2 * variance) : 0;
}
