import { symmetricEigen, transpose } from '@noether/numerics';

/** An eigenvector (Re z, Im z) of a unitary matrix and the angle θ of its eigenvalue e^iθ. */
interface Turn {
  readonly vector: Float64Array;
  readonly angle: number;
}

/**
 * The logarithm of a unitary n × n matrix in real form, 2n × 2n: i Σ θ z z* over its eigenvectors with
 * angles in [−π, π]. The eigenvectors are those of cos-part + τ sin-part, Hermitian matrices that
 * commute, for a τ that keeps different angles apart.
 * @param special whether the determinant is 1: then the angles furthest from 0 are changed by 2π so that
 *   their sum is 0, and the logarithm has no trace either
 */
export function unitaryLogarithm(element: Float64Array, n: number, special: boolean): Float64Array {
  let best: readonly Turn[] = [];
  let least = Infinity;
  for (const share of [0.618, -1.271, 0.347, -0.211]) {
    const turns = turnsOf(element, n, share);
    const rest = apart(element, combined(turns, n, Math.cos, Math.sin));
    if (rest < least) [best, least] = [turns, rest];
    if (least < 1e-13) break;
  }
  return combined(
    special ? withoutTrace(best) : best,
    n,
    () => 0,
    (angle) => angle,
  );
}

function turnsOf(element: Float64Array, n: number, share: number): Turn[] {
  const width = 2 * n;
  const adjoint = transpose(element, width, width);
  const cosines = element.map((entry, index) => (entry + adjoint[index]) / 2);
  const sines = timesMinusI(
    element.map((entry, index) => (entry - adjoint[index]) / 2),
    width,
    width,
  );
  const { vectors } = symmetricEigen(
    cosines.map((entry, index) => entry + share * sines[index]),
    width,
  );
  const turns: Turn[] = [];
  for (let column = 0; column < width && turns.length < n; column++) {
    const vector = new Float64Array(width).map((_, row) => vectors[row * width + column]);
    // Each eigenvalue is there twice, for z and iz: what an accepted z covers is left out.
    for (const { vector: z } of turns) {
      for (const other of [z, timesMinusI(z, width, 1)]) subtractShare(vector, other);
    }
    const norm = Math.hypot(...vector);
    if (norm < 0.4) continue;
    for (let row = 0; row < width; row++) vector[row] /= norm;
    const angle = Math.atan2(quadratic(sines, vector), quadratic(cosines, vector));
    turns.push({ vector, angle });
  }
  return turns;
}

/** −i times a matrix of `columns` columns in real form: the upper half of rows takes the lower one. */
function timesMinusI(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const half = (rows / 2) * columns;
  return matrix.map((_, index) => (index < half ? matrix[index + half] : -matrix[index - half]));
}

/** Σ (real(θ) + i imaginary(θ)) z z* in real form. */
function combined(
  turns: readonly Turn[],
  n: number,
  real: (angle: number) => number,
  imaginary: (angle: number) => number,
): Float64Array {
  const width = 2 * n;
  const result = new Float64Array(width * width);
  for (const { vector, angle } of turns) {
    const turned = timesMinusI(vector, width, 1);
    const [x, y] = [real(angle), imaginary(angle)];
    for (let row = 0; row < width; row++) {
      for (let column = 0; column < width; column++) {
        const [a, b, c, d] = [vector[row], turned[row], vector[column], turned[column]];
        result[row * width + column] += x * (a * c + b * d) + y * (a * d - b * c);
      }
    }
  }
  return result;
}

function withoutTrace(turns: readonly Turn[]): Turn[] {
  const sum = turns.reduce((total, { angle }) => total + angle, 0);
  const rounds = Math.round(sum / (2 * Math.PI));
  const sign = Math.sign(rounds);
  const furthest = [...turns].sort((a, b) => sign * (b.angle - a.angle));
  return furthest.map(({ vector, angle }, index) => ({
    vector,
    angle: index < Math.abs(rounds) ? angle - sign * 2 * Math.PI : angle,
  }));
}

function subtractShare(vector: Float64Array, direction: Float64Array): void {
  const share = vector.reduce((sum, entry, index) => sum + entry * direction[index], 0);
  for (let row = 0; row < vector.length; row++) vector[row] -= share * direction[row];
}

function quadratic(matrix: Float64Array, vector: Float64Array): number {
  const n = vector.length;
  return matrix.reduce(
    (sum, entry, index) => sum + entry * vector[Math.floor(index / n)] * vector[index % n],
    0,
  );
}

function apart(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, entry, index) => Math.max(most, Math.abs(entry - b[index])), 0);
}
