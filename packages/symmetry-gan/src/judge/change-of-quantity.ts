import type { ConservedQuantity, InvarianceScore, RandomStream } from '@noether/contracts';
import { mean } from '@noether/numerics';

/** |ΔH| counts as this at most, so that a state thrown far away does not hide all others. */
const LARGEST = 1e3;
/** Spread of H over mean |H| up to which it is the same everywhere. */
const ROUNDING = 1e-9;

/** States, and what an action makes of them; row-major rows × d. */
export interface MovedStates {
  readonly states: Float64Array;
  /** By the autoencoder alone. */
  readonly reconstructed: Float64Array;
  /** By group elements, in one or more rounds. */
  readonly transformed: readonly Float64Array[];
}

/**
 * How far an action moves a conserved quantity H: mean |ΔH| over states and rounds, next to that of the autoencoder
 * alone and that between states in random order. Null when H is the same for all states, as the population of an epidemic
 * in shares is: then there is nothing to measure it by.
 */
export function changeOfQuantity(
  invariant: ConservedQuantity,
  { states, reconstructed, transformed }: MovedStates,
  d: number,
  random: RandomStream,
): InvarianceScore | null {
  const energy = energies(invariant, states, d);
  const difference = (other: Float64Array): number =>
    mean(other.map((value, row) => bounded(Math.abs(value - energy[row]))));
  const changeTo = (other: Float64Array): number => difference(energies(invariant, other, d));
  const order = random.permutation(energy.length);
  const shuffled = difference(energy.map((_, row) => energy[order[row]]));
  if (shuffled <= ROUNDING * mean(energy.map(Math.abs))) return null;
  const moved = transformed.reduce((sum, round) => sum + changeTo(round) / transformed.length, 0);
  const alone = changeTo(reconstructed);
  return { transformed: moved, reconstructed: alone, shuffled, ratio: moved / shuffled };
}

function energies(invariant: ConservedQuantity, states: Float64Array, d: number): Float64Array {
  return Float64Array.from({ length: states.length / d }, (_, row) =>
    invariant.evaluate(states.subarray(row * d, (row + 1) * d)),
  );
}

function bounded(difference: number): number {
  return difference <= LARGEST ? difference : LARGEST;
}
