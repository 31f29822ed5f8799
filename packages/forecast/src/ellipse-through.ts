import { solve, streamingQr } from '@noether/numerics';

/** An ellipse whose axes are those of the plane. */
export interface Ellipse {
  readonly centre: readonly [number, number];
  /** Half its width and half its height. */
  readonly axes: readonly [number, number];
}

/** A column of the least squares whose new part is smaller than this cannot be told from the ones before. */
const DEPENDENT = 1e-9;

/**
 * The ellipse a(x − x̄)² + b(y − ȳ)² + c(x − x̄) + d(y − ȳ) = 1 through points, by linear least squares; c = d = 0 when
 * its centre is given in the place of the mean (x̄, ȳ). An arc of it is enough. Points that do not lie about an
 * ellipse, as those of a line, get that of the same mean and deviations.
 * @param points row-major rows × 2
 */
export function ellipseThrough(points: Float64Array, centre?: readonly [number, number]): Ellipse {
  const [first, second] = [0, 1].map((axis) => {
    const values = points.filter((_, at) => at % 2 === axis);
    const origin = centre?.[axis] ?? values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - origin) ** 2, 0) / values.length;
    return { origin, scale: Math.sqrt(square) || 1 };
  });
  const unknowns = centre ? 2 : 4;
  const qr = streamingQr(unknowns + 1);
  const row = new Float64Array(unknowns + 1);
  for (let at = 0; at < points.length; at += 2) {
    const u = (points[at] - first.origin) / first.scale;
    const v = (points[at + 1] - second.origin) / second.scale;
    row.set([u * u, v * v, u, v].slice(0, unknowns));
    row[unknowns] = 1;
    qr.push(row, 1);
  }
  const [a, b, c = 0, d = 0] = coefficientsOf(qr.factor(), unknowns) ?? [];
  if (!(a > 0 && b > 0)) {
    return { centre: [first.origin, second.origin], axes: [first.scale, second.scale] };
  }
  const [u, v] = [-c / (2 * a), -d / (2 * b)];
  const level = 1 + a * u * u + b * v * v;
  return {
    centre: [first.origin + u * first.scale, second.origin + v * second.scale],
    axes: [first.scale * Math.sqrt(level / a), second.scale * Math.sqrt(level / b)],
  };
}

/** Of the triangular factor of [columns | right side]; undefined when the columns depend on one another. */
function coefficientsOf(factor: Float64Array, n: number): Float64Array | undefined {
  const width = n + 1;
  const entry = (row: number, column: number): number => factor[row * width + column];
  for (let column = 0; column < n; column++) {
    let square = 0;
    for (let row = 0; row <= column; row++) square += entry(row, column) ** 2;
    if (!(entry(column, column) > DEPENDENT * Math.sqrt(square))) return undefined;
  }
  const left = Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n));
  return solve(
    left,
    Float64Array.from({ length: n }, (_, row) => entry(row, n)),
    n,
  );
}
