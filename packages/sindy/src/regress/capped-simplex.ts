/**
 * The nearest point with 0 ≤ vᵢ ≤ 1 and Σvᵢ = total: vᵢ = min(max(xᵢ − s, 0), 1) with the shift s found by
 * bisection.
 * @param total between 0 and the length
 */
export function cappedSimplex(point: Float64Array, total: number): Float64Array {
  const clipped = (shift: number): Float64Array =>
    point.map((value) => Math.min(Math.max(value - shift, 0), 1));
  let low = Infinity;
  let high = -Infinity;
  for (const value of point) {
    low = Math.min(low, value - 1);
    high = Math.max(high, value);
  }
  for (let round = 0; round < 100 && low < high; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const sum = clipped(middle).reduce((all, value) => all + value, 0);
    if (sum > total) low = middle;
    else high = middle;
  }
  return clipped((low + high) / 2);
}
