import type { RandomStream } from '../random/random-stream.js';

/** Directions that rows are projected on at once. */
const TOGETHER = 4;

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
  return slicedWassersteins(a, [b], d, random, directions)[0];
}

/** {@link slicedWasserstein} from one sample to each of several, along the same directions. */
export function slicedWassersteins(
  a: Float64Array,
  others: readonly Float64Array[],
  d: number,
  random: RandomStream,
  directions = 64,
): number[] {
  const n = a.length / d;
  for (const b of others) {
    if (n < 1 || a.length !== b.length || !Number.isInteger(n)) {
      throw new RangeError(
        `a has ${a.length} and b ${b.length} numbers; give n ≥ 1 rows of ${d} each.`,
      );
    }
  }
  const totals = others.map(() => 0);
  for (let count = 0; count < directions; count += TOGETHER) {
    const drawn = Array.from({ length: Math.min(TOGETHER, directions - count) }, () =>
      random.fillNormal(new Float64Array(d)),
    );
    const sorted = (rows: Float64Array): Float64Array[] =>
      projections(rows, drawn).map((values) => values.sort());
    const first = sorted(a);
    others.forEach((b, other) => {
      sorted(b).forEach((second, at) =>
        second.forEach((value, i) => (totals[other] += Math.abs(first[at][i] - value))),
      );
    });
  }
  return totals.map((total) => total / (n * directions));
}

/** Rows on each of the directions; four at a time, so that the rows are read once for all. */
function projections(rows: Float64Array, directions: readonly Float64Array[]): Float64Array[] {
  const [u, v = u, w = u, x = u] = directions;
  const d = u.length;
  const lengths = directions.map((direction) => Math.hypot(...direction));
  const projected = directions.map(() => new Float64Array(rows.length / d));
  const products = new Float64Array(TOGETHER);
  for (let row = 0; row < rows.length / d; row++) {
    setProducts(products, rows.subarray(row * d, (row + 1) * d), u, v, w, x);
    projected.forEach((values, at) => (values[row] = products[at] / lengths[at]));
  }
  return projected;
}

function setProducts(
  products: Float64Array,
  values: Float64Array,
  u: Float64Array,
  v: Float64Array,
  w: Float64Array,
  x: Float64Array,
): void {
  let onU = 0;
  let onV = 0;
  let onW = 0;
  let onX = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    onU += value * u[i];
    onV += value * v[i];
    onW += value * w[i];
    onX += value * x[i];
  }
  products[0] = onU;
  products[1] = onV;
  products[2] = onW;
  products[3] = onX;
}
