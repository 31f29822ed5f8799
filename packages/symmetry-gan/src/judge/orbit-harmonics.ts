import type { SymmetryBasis } from '@noether/contracts';
import type { CoefficientLaw } from '../options.js';
import { turnedBy } from './characteristic.js';
import { placesIn, type TurningPlane } from './turning-planes.js';

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
 * @param planes those that the generators of the basis turn
 * @param latent row-major n × k
 */
export function orbitHarmonic(
  planes: readonly TurningPlane[],
  basis: SymmetryBasis,
  latent: Float64Array,
  law: CoefficientLaw,
): OrbitHarmonic | null {
  return largestOf(planes, basis, latent, law, () => 1);
}

/**
 * The same of the radius: the largest |E (log r − E log r) e^{ikθ}|, half the wave a of a radius that is 1 + a cos(kθ − φ). It is 0
 * for an invariant law too, and sees orbits of another shape that are evenly filled, in planes of any size. Its p-value is
 * exp(−n|a|²/Var log r).
 */
export function radiusHarmonic(
  planes: readonly TurningPlane[],
  basis: SymmetryBasis,
  latent: Float64Array,
  law: CoefficientLaw,
): OrbitHarmonic | null {
  return largestOf(planes, basis, latent, law, (radius, logarithm) => Math.log(radius) - logarithm);
}

/** What a state counts for, by its radius and the mean logarithm of all. */
type Weight = (radius: number, logarithm: number) => number;

function largestOf(
  planes: readonly TurningPlane[],
  basis: SymmetryBasis,
  latent: Float64Array,
  law: CoefficientLaw,
  weight: Weight,
): OrbitHarmonic | null {
  const found = planes.flatMap((plane) => {
    const { amplitudes, square, rows } = harmonicsOf(polar(placesIn(plane, basis, latent)), weight);
    return amplitudes
      .map((amplitude, at) => ({ amplitude, order: at + 1, square, rows }))
      .filter(({ order }) => turnedBy(law, order * plane.frequency) >= TURNED);
  });
  if (found.length === 0) return null;
  const { amplitude, order, square, rows } = found.reduce((best, one) =>
    one.amplitude > best.amplitude ? one : best,
  );
  const chance = square > 0 ? found.length * Math.exp((-rows * amplitude ** 2) / square) : 1;
  return { amplitude, order, pValue: Math.min(1, chance) };
}

interface Places {
  readonly radii: readonly number[];
  readonly phases: readonly number[];
}

/** Of all states but those at the centre; from their two coordinates in a plane. */
function polar(places: Float64Array): Places {
  const [radii, phases]: [number[], number[]] = [[], []];
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at], places[at + 1]];
    if (x === 0 && y === 0) continue;
    radii.push(Math.hypot(x, y));
    phases.push(Math.atan2(y, x));
  }
  return { radii, phases };
}

/** |E w e^{ikθ}| for k = 1 …, and E w². */
function harmonicsOf(
  { radii, phases }: Places,
  weight: Weight,
): { amplitudes: number[]; square: number; rows: number } {
  const rows = radii.length;
  const sums = Array.from({ length: ORDERS }, () => [0, 0]);
  const logarithm = radii.reduce((sum, radius) => sum + Math.log(radius) / rows, 0);
  let square = 0;
  phases.forEach((phase, row) => {
    const share = weight(radii[row], logarithm) / rows;
    square += share * share * rows;
    sums.forEach((sum, at) => {
      sum[0] += share * Math.cos((at + 1) * phase);
      sum[1] += share * Math.sin((at + 1) * phase);
    });
  });
  return { amplitudes: sums.map(([x, y]) => Math.hypot(x, y)), square, rows };
}
