import type { Complex } from '@noether/numerics';
import { checkGenerators } from './check-generators.js';
import { scaledEigenvalues } from './scaled-eigenvalues.js';

/** A generator of a smaller norm moves nothing: exp(wL) with w ~ N(0, 1) is within 1 % of I. */
const negligibleNorm = 0.01;

/**
 * What exp(tL) does, in plain words: the `reading` of `describeGenerator`, without the forms that it preserves,
 * whose search takes minutes from some 50 dimensions on.
 * @param generator L, row-major n × n
 * @param tolerance what is neglected relative to the largest eigenvalue; 0.05 when left out
 * @throws NoetherError when L is not n × n or an entry is not finite
 */
export function readGenerator(generator: Float64Array, n: number, tolerance = 0.05): string {
  checkGenerators([generator], n);
  return wordsForSpectrum(generator, n, scaledEigenvalues(generator, n), tolerance);
}

/** Plain words for a generator with the given eigenvalues. */
export function wordsForSpectrum(
  generator: Float64Array,
  n: number,
  spectrum: readonly Complex[],
  tolerance: number,
): string {
  const norm = Math.hypot(...generator);
  if (norm < negligibleNorm) return 'identity, no action';
  const radius = Math.max(...spectrum.map(({ re, im }) => Math.hypot(re, im)));
  if (radius <= tolerance * norm) return 'shear, nilpotent';
  const negligible = tolerance * radius;
  const rotating = spectrum.filter(({ im }) => im > negligible);
  return rotating.length > 0
    ? readRotation(spectrum, rotating, n, tolerance)
    : readReal(generator, n, spectrum, negligible);
}

function readRotation(
  spectrum: readonly Complex[],
  rotating: readonly Complex[],
  n: number,
  tolerance: number,
): string {
  const omega = Math.max(...rotating.map(({ im }) => im));
  const growth = largest(rotating.map(({ re }) => re));
  if (Math.abs(growth) > tolerance * omega) {
    const verb = growth > 0 ? 'grows' : 'shrinks';
    return `spiral, rotation that ${verb} by exp(${(growth / omega).toPrecision(2)}) a radian`;
  }
  const planes = rotating.length === 1 ? 'so(2)' : `${rotating.length} planes`;
  const rest = n - 2 * rotating.length;
  if (rest === 0) return `rotation, ${planes}`;
  const others = largest(spectrum.filter(({ im }) => im === 0).map(({ re }) => re));
  return Math.abs(others) > tolerance * omega
    ? `rotation, ${planes}, and scaling of ${rest} more`
    : `rotation, ${planes}, ${rest} fixed`;
}

function readReal(
  generator: Float64Array,
  n: number,
  spectrum: readonly Complex[],
  negligible: number,
): string {
  const rates = spectrum.map(({ re }) => re);
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / n;
  const spread = Math.max(...rates) - Math.min(...rates);
  if (spread <= 2 * negligible) {
    const rest = generator.map((entry, index) => (index % (n + 1) === 0 ? entry - mean : entry));
    return Math.hypot(...rest) <= 2 * negligible * Math.sqrt(n)
      ? 'scaling, the same in all directions'
      : 'scaling with shear';
  }
  if (Math.abs(mean) * n <= 2 * negligible) {
    return n === 2 ? 'hyperbolic, so(1,1)' : 'hyperbolic, preserves volume';
  }
  return `scaling, rates ${rates.map((rate) => (rate / largest(rates)).toFixed(2)).join(' : ')}`;
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
}
