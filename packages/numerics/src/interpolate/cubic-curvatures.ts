/**
 * The second derivatives at the samples of the cubic splines through them, with the condition "not a
 * knot" at both ends (de Boor, A Practical Guide to Splines, 1978, ch. IV); through three samples the
 * parabola, through two the line.
 * @returns row-major rows × columns
 */
export function cubicCurvatures(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  columns: number,
): Float64Array {
  const n = times.length;
  const result = new Float64Array(n * columns);
  const gap = Float64Array.from({ length: Math.max(n - 1, 0) }, (_, i) => times[i + 1] - times[i]);
  for (let column = 0; column < columns; column++) {
    const slope = gap.map(
      (h, i) => (values[(i + 1) * columns + column] - values[i * columns + column]) / h,
    );
    if (n === 3) {
      const bend = (2 * (slope[1] - slope[0])) / (gap[0] + gap[1]);
      for (let row = 0; row < 3; row++) result[row * columns + column] = bend;
    } else if (n > 3) {
      inside(gap, slope).forEach((bend, row) => (result[row * columns + column] = bend));
    }
  }
  return result;
}

/** The tridiagonal system of the n − 2 inner curvatures, the outer ones eliminated, then put back. */
function inside(gap: Float64Array, slope: Float64Array): Float64Array {
  const n = gap.length + 1;
  const last = n - 3;
  const lower = new Float64Array(n - 2);
  const main = new Float64Array(n - 2);
  const upper = new Float64Array(n - 2);
  const right = new Float64Array(n - 2);
  for (let i = 0; i <= last; i++) {
    const [before, after] = [gap[i], gap[i + 1]];
    lower[i] = before;
    main[i] = 2 * (before + after);
    upper[i] = after;
    right[i] = 6 * (slope[i + 1] - slope[i]);
  }
  const [first, second] = [gap[0], gap[1]];
  main[0] += first * (1 + first / second);
  upper[0] -= (first * first) / second;
  const [end, beforeEnd] = [gap[n - 2], gap[n - 3]];
  main[last] += end * (1 + end / beforeEnd);
  lower[last] -= (end * end) / beforeEnd;
  for (let i = 1; i <= last; i++) {
    const factor = lower[i] / main[i - 1];
    main[i] -= factor * upper[i - 1];
    right[i] -= factor * right[i - 1];
  }
  const bend = new Float64Array(n);
  for (let i = last; i >= 0; i--) {
    bend[i + 1] = (right[i] - (i < last ? upper[i] * bend[i + 2] : 0)) / main[i];
  }
  bend[0] = bend[1] + (first / second) * (bend[1] - bend[2]);
  bend[n - 1] = bend[n - 2] + (end / beforeEnd) * (bend[n - 2] - bend[n - 3]);
  return bend;
}
