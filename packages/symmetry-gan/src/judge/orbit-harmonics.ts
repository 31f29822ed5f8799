import type { RandomStream, SymmetryBasis } from '@noether/contracts';
import { moveLatent } from './act.js';
import { turningPlanes, type TurningPlane } from './turning-planes.js';

/** How unevenly states lie along the orbits of the rotations that a generator contains. */
export interface OrbitHarmonic {
  /** Largest |E e^{ikθ} − E e^{ikθ(g·z)}|: half the modulation of the density along the orbits, 0 to about 1. */
  readonly amplitude: number;
  /** Its k. */
  readonly order: number;
  /** Chance of so large an amplitude among as many independent states of an even law, at most. */
  readonly pValue: number;
}

/** Harmonics k = 1 … that are looked at. */
const ORDERS = 12;
/** Rounds of random group elements, one for each state and round. */
const DRAWS = 4;

/**
 * The largest difference between the harmonics of real states and those of transformed ones. A generator turns
 * planes of the latent space; θ is the phase of a state in one of them. A law that is invariant has the same E e^{ikθ} after
 * transformation, and 0 where the coefficients reach all phases, in which case the amplitude is |E e^{ikθ}|: the density
 * along the orbits is 1 + 2|a| cos(kθ − φ) + …. The energy statistic of a ring is Σ |aₖ|²/(4k² − 1), and
 * hardly sees what varies fast along the orbits; this does. The p-value is that of Rayleigh's test, exp(−n|a|²), over all
 * planes and harmonics (Bonferroni). Null where no generator turns.
 * Source: K. V. Mardia and P. E. Jupp, Directional Statistics (2000), §6.3.
 * @param latent row-major n × k
 * @param elements random group elements, one for each of so many states
 */
export function orbitHarmonic(
  basis: SymmetryBasis,
  latent: Float64Array,
  elements: (count: number, random: RandomStream) => Float64Array,
  random: RandomStream,
): OrbitHarmonic | null {
  const planes = basis.generators.flatMap((generator) => turningPlanes(generator, basis.dimension));
  const rows = latent.length / basis.dimension;
  if (planes.length === 0) return null;
  const before = harmonicsOf(planes, basis, latent);
  const after = before.map(() => 0);
  for (let draw = 0; draw < DRAWS; draw++) {
    const moved = moveLatent(basis, elements(rows, random.split(draw)), latent);
    harmonicsOf(planes, basis, moved).forEach((value, at) => (after[at] += value / DRAWS));
  }
  const differences = Array.from({ length: before.length / 2 }, (_, at) =>
    Math.hypot(before[2 * at] - after[2 * at], before[2 * at + 1] - after[2 * at + 1]),
  );
  const amplitude = Math.max(...differences);
  const order = (differences.indexOf(amplitude) % ORDERS) + 1;
  const chance = differences.length * Math.exp((-rows * amplitude ** 2) / (1 + 1 / DRAWS));
  return { amplitude, order, pValue: Math.min(1, chance) };
}

/** Re and Im of the mean of e^{ikθ}, by planes and k. */
function harmonicsOf(
  planes: readonly TurningPlane[],
  { dimension, centre }: SymmetryBasis,
  latent: Float64Array,
): number[] {
  const rows = latent.length / dimension;
  const sums: number[] = new Array<number>(2 * ORDERS * planes.length).fill(0);
  planes.forEach(({ re, im }, plane) => {
    for (let row = 0; row < rows; row++) {
      let [x, y] = [0, 0];
      for (let j = 0; j < dimension; j++) {
        const value = latent[row * dimension + j] - centre[j];
        x += re[j] * value;
        y += im[j] * value;
      }
      const phase = Math.atan2(y, x);
      for (let k = 1; k <= ORDERS; k++) {
        const at = 2 * (plane * ORDERS + k - 1);
        sums[at] += Math.cos(k * phase) / rows;
        sums[at + 1] += Math.sin(k * phase) / rows;
      }
    }
  });
  return sums;
}
