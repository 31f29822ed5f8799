import type { SymmetryBasis } from '@noether/contracts';
import type { CoefficientLaw } from '../options.js';
import { turnedBy } from './characteristic.js';
import { turningPlanes, type TurningPlane } from './turning-planes.js';

/** How unevenly states lie along the orbits of the rotations that a generator contains. */
export interface OrbitHarmonic {
  /** Largest |E e^{ikθ}|: half the modulation of the density along the orbits, 0 to 1. */
  readonly amplitude: number;
  /** Its k. */
  readonly order: number;
  /** Chance of so large an amplitude among as many independent states of an even law, at most. */
  readonly pValue: number;
}

/** Harmonics k = 1 … that are looked at. */
const ORDERS = 12;
/** |1 − E e^{ikωw}| from which the coefficients w count as turning a harmonic: a plane moved by so much of a shuffle. */
const TURNED = 0.1;

/**
 * The largest harmonic of the places of states on their orbits. A generator turns planes of the latent space at rates ω; θ is the
 * phase of a state in one of them, its density along the orbits 1 + 2|a| cos(kθ − φ) + … with a = E e^{ikθ}. A random group
 * element makes a·E e^{ikωw} of it, so a law that is invariant has a = 0, however slowly its coefficients w turn it, wherever they turn
 * it at all; not for k = 7 of rotations by sevenths of a turn. The energy statistic of a ring is Σ |aₖ|²/(4k² − 1), and
 * hardly sees what varies fast along the orbits; this does. The p-value is that of Rayleigh's test, exp(−n|a|²), over all
 * planes and harmonics (Bonferroni). Null where no generator turns.
 * Source: K. V. Mardia and P. E. Jupp, Directional Statistics (2000), §6.3.
 * @param latent row-major n × k
 */
export function orbitHarmonic(
  basis: SymmetryBasis,
  latent: Float64Array,
  law: CoefficientLaw,
): OrbitHarmonic | null {
  const planes = basis.generators.flatMap((generator) => turningPlanes(generator, basis.dimension));
  const found = planes.flatMap((plane) =>
    harmonicsOf(plane, basis, latent)
      .map((amplitude, at) => ({ amplitude, order: at + 1 }))
      .filter(({ order }) => turnedBy(law, order * plane.frequency) >= TURNED),
  );
  if (found.length === 0) return null;
  const largest = found.reduce((best, one) => (one.amplitude > best.amplitude ? one : best));
  const rows = latent.length / basis.dimension;
  const chance = found.length * Math.exp(-rows * largest.amplitude ** 2);
  return { ...largest, pValue: Math.min(1, chance) };
}

/** |E e^{ikθ}| for k = 1 …. */
function harmonicsOf(
  { re, im }: TurningPlane,
  { dimension, centre }: SymmetryBasis,
  latent: Float64Array,
): number[] {
  const rows = latent.length / dimension;
  const sums = Array.from({ length: ORDERS }, () => [0, 0]);
  for (let row = 0; row < rows; row++) {
    let [x, y] = [0, 0];
    for (let j = 0; j < dimension; j++) {
      const value = latent[row * dimension + j] - centre[j];
      x += re[j] * value;
      y += im[j] * value;
    }
    const phase = Math.atan2(y, x);
    sums.forEach((sum, at) => {
      sum[0] += Math.cos((at + 1) * phase) / rows;
      sum[1] += Math.sin((at + 1) * phase) / rows;
    });
  }
  return sums.map(([x, y]) => Math.hypot(x, y));
}
