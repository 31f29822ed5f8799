import type { RandomStream } from '../random/random-stream.js';

/**
 * The sliced 1-Wasserstein distance between two samples of the same size in d dimensions: the mean over
 * random directions u of the mean |a₍ᵢ₎ − b₍ᵢ₎| of the sorted projections on u. In the units of the data.
 * Source: N. Bonneel et al., J. Math. Imaging Vis. 51 (2015) 22.
 * @param a row-major n × d
 * @param b row-major n × d
 * @throws RangeError when the samples are empty or of different sizes
 */
export function slicedWasserstein(
  a: Float64Array,
  b: Float64Array,
  d: number,
  random: RandomStream,
  directions = 64,
): number {
  const n = a.length / d;
  if (n < 1 || a.length !== b.length || !Number.isInteger(n)) {
    throw new RangeError(
      `a has ${a.length} and b ${b.length} numbers; give n ≥ 1 rows of ${d} each.`,
    );
  }
  const direction = new Float64Array(d);
  let total = 0;
  for (let count = 0; count < directions; count++) {
    random.fillNormal(direction);
    const length = Math.hypot(...direction);
    const [p, q] = [a, b].map((rows) => projections(rows, direction, length).sort());
    for (let i = 0; i < n; i++) total += Math.abs(p[i] - q[i]);
  }
  return total / (n * directions);
}

function projections(rows: Float64Array, direction: Float64Array, length: number): Float64Array {
  const d = direction.length;
  return Float64Array.from({ length: rows.length / d }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < d; i++) sum += rows[row * d + i] * direction[i];
    return sum / length;
  });
}
