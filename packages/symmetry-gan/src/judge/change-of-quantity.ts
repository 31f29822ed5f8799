import type { ConservedQuantity, InvarianceScore, RandomStream } from '@noether/contracts';
import { mean } from '@noether/numerics';

/** |ΔH| counts as this at most, of the mean of shuffled states, so that a state thrown far away does not hide all others. */
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
  const from = (other: Float64Array): Float64Array =>
    other.map((value, row) => Math.abs(value - energy[row]));
  const order = random.permutation(energy.length);
  const others = from(energy.map((_, row) => energy[order[row]]));
  const largest = LARGEST * mean(others.filter(Number.isFinite));
  const bounded = (differences: Float64Array): number =>
    mean(differences.map((difference) => (difference <= largest ? difference : largest)));
  const changeTo = (other: Float64Array): number => bounded(from(energies(invariant, other, d)));
  const shuffled = bounded(others);
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
