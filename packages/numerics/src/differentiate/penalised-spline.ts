/**
 * The natural cubic spline of one column for a given penalty: (R + λQᵀQ)γ = Qᵀy for the second
 * derivatives γ inside, a system of bandwidth 2, and g = y − λQγ.
 */
export function penalisedSpline(
  times: ArrayLike<number>,
  samples: Float64Array,
  penalty: number,
): { values: Float64Array; derivatives: Float64Array } {
  const n = samples.length;
  const inner = n - 2;
  const gap = Float64Array.from({ length: n - 1 }, (_, at) => times[at + 1] - times[at]);
  const bands = [0, 1, 2].map(() => new Float64Array(inner));
  const right = new Float64Array(inner);
  const q = (row: number): [number, number, number] => {
    const [before, after] = [1 / gap[row], 1 / gap[row + 1]];
    return [before, -before - after, after];
  };
  for (let row = 0; row < inner; row++) {
    const [a, b, c] = q(row);
    right[row] = a * samples[row] + b * samples[row + 1] + c * samples[row + 2];
    bands[0][row] = (gap[row] + gap[row + 1]) / 3 + penalty * (a * a + b * b + c * c);
    if (row + 1 < inner) {
      const [d, e] = q(row + 1);
      bands[1][row] = gap[row + 1] / 6 + penalty * (b * d + c * e);
    }
    if (row + 2 < inner) bands[2][row] = penalty * c * q(row + 2)[0];
  }
  const curvature = new Float64Array(n);
  curvature.set(solveBanded(bands, right), 1);
  const values = samples.slice();
  for (let row = 0; row < inner; row++) {
    const [a, b, c] = q(row);
    const shift = penalty * curvature[row + 1];
    values[row] -= a * shift;
    values[row + 1] -= b * shift;
    values[row + 2] -= c * shift;
  }
  const derivatives = Float64Array.from({ length: n }, (_, row) => {
    const last = row === n - 1;
    const at = last ? row - 1 : row;
    const slope = (values[at + 1] - values[at]) / gap[at];
    const [left, next] = [curvature[at], curvature[at + 1]];
    return slope + ((last ? left + 2 * next : -2 * left - next) * gap[at]) / 6;
  });
  return { values, derivatives };
}

/** Symmetric positive definite system of bandwidth 2 by LDLᵀ; the bands are overwritten. */
function solveBanded([main, first, second]: Float64Array[], right: Float64Array): Float64Array {
  const n = main.length;
  const x = right.slice();
  for (let row = 0; row < n; row++) {
    const [one, two] = [first[row] / main[row], second[row] / main[row]];
    if (row + 1 < n) {
      main[row + 1] -= one * first[row];
      first[row + 1] -= one * second[row];
      x[row + 1] -= one * x[row];
    }
    if (row + 2 < n) {
      main[row + 2] -= two * second[row];
      x[row + 2] -= two * x[row];
    }
    first[row] = one;
    second[row] = two;
    x[row] /= main[row];
  }
  for (let row = n - 2; row >= 0; row--) {
    x[row] -= first[row] * x[row + 1];
    if (row + 2 < n) x[row] -= second[row] * x[row + 2];
  }
  return x;
}
