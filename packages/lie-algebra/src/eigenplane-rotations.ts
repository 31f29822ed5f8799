import { multiply, symmetricEigen } from '@noether/numerics';
import { checkGenerators } from './check-generators.js';
import { skewPart } from './skew-part.js';

/** Share of the fastest rate up to which planes count as still. */
const STILL = 0.05;
/** Share of the fastest rate up to which two rates count as one. */
const SAME = 0.005;

/**
 * The rotations that a skew-symmetric L consists of: L = Σ Lⱼ with one Lⱼ for each rate ωⱼ > 0, which turns the planes
 * that L turns with this rate and leaves all others still. They commute. Rates closer to each other
 * than 0.5 % of the fastest count as one, as their planes are not determined, and those below 5 % of it as 0.
 *
 * exp(tL) is dense in the torus exp(Σ tⱼLⱼ) when no whole-numbered combination of the rates vanishes (Kronecker), so that every
 * closed group which contains exp(tL) then contains the torus. With rates such as 1 and 2 it need not.
 * @param generator L, row-major n × n; only its skew-symmetric part is looked at
 * @returns row-major n × n matrices, by ascending rate; none for L = 0
 * @throws NoetherError when L is not n × n or not finite
 */
export function eigenplaneRotations(generator: Float64Array, n: number): Float64Array[] {
  checkGenerators([generator], n);
  const skew = skewPart(generator, n);
  const square = multiply(skew, skew, n, n, n);
  const { values, vectors } = symmetricEigen(
    square.map((entry) => -entry),
    n,
  );
  const rates = values.map((value) => Math.sqrt(Math.max(0, value)));
  const [still, same] = [STILL * rates[n - 1], SAME * rates[n - 1]];
  const turning = Array.from(rates.keys()).filter((at) => rates[at] > still);
  const clusters: number[][] = [];
  for (const at of turning) {
    const last = clusters.at(-1);
    if (last && rates[at] - rates[last[last.length - 1]] <= same) last.push(at);
    else clusters.push([at]);
  }
  return clusters.map((columns) => multiply(skew, projection(vectors, columns, n), n, n, n));
}

/** V Vᵀ of some columns V of an orthogonal matrix. */
function projection(vectors: Float64Array, columns: readonly number[], n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [row, column] = [Math.floor(at / n), at % n];
    return columns.reduce((sum, k) => sum + vectors[row * n + k] * vectors[column * n + k], 0);
  });
}
