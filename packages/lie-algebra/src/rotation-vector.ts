/** sin(x)/x, 1 at 0. */
export function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x) / x;
}

/**
 * Writes exp of the 3 × 3 matrix ω× to the 3 × 3 block at `at` of rows of length `width`, by Rodrigues'
 * formula I + (sin θ/θ) ω× + (2 sin²(θ/2)/θ²) ω×², θ = |ω|: the half angle loses no digits near 0.
 */
export function rotationInto(
  target: Float64Array,
  at: number,
  width: number,
  x: number,
  y: number,
  z: number,
): void {
  const angle = Math.sqrt(x * x + y * y + z * z);
  const a = sinc(angle);
  const half = sinc(angle / 2);
  combinationInto(target, at, width, x, y, z, a, (half * half) / 2);
}

/** Writes I + a ω× + b ω×² with the ω× of (x, y, z). */
export function combinationInto(
  target: Float64Array,
  at: number,
  width: number,
  x: number,
  y: number,
  z: number,
  a: number,
  b: number,
): void {
  const second = at + width;
  const third = second + width;
  target[at] = 1 - b * (y * y + z * z);
  target[at + 1] = b * x * y - a * z;
  target[at + 2] = b * x * z + a * y;
  target[second] = b * x * y + a * z;
  target[second + 1] = 1 - b * (x * x + z * z);
  target[second + 2] = b * y * z - a * x;
  target[third] = b * x * z - a * y;
  target[third + 1] = b * y * z + a * x;
  target[third + 2] = 1 - b * (x * x + y * y);
}

/**
 * The rotation vector ω, |ω| ≤ π, of the 3 × 3 rotation at the beginning of rows of length `width`, by
 * the unit quaternion whose largest part is found first (Shepperd, J. Guidance and Control 1, 1978):
 * right near 0 and near π alike.
 */
export function rotationVector(g: Float64Array, width: number): [x: number, y: number, z: number] {
  const entry = (row: number, column: number): number => g[row * width + column];
  const diagonal = [entry(0, 0), entry(1, 1), entry(2, 2)];
  const trace = diagonal[0] + diagonal[1] + diagonal[2];
  const parts = [1 + trace, ...diagonal.map((value) => 1 + 2 * value - trace)];
  const largest = parts.indexOf(Math.max(...parts));
  const odd = [entry(2, 1) - entry(1, 2), entry(0, 2) - entry(2, 0), entry(1, 0) - entry(0, 1)];
  const quaternion = new Float64Array(4);
  if (largest === 0) {
    quaternion.set([parts[0], ...odd]);
  } else {
    const i = largest - 1;
    quaternion[0] = odd[i];
    for (let j = 0; j < 3; j++) {
      quaternion[1 + j] = j === i ? parts[largest] : entry(i, j) + entry(j, i);
    }
  }
  const [w, x, y, z] = quaternion;
  const sine = Math.hypot(x, y, z);
  const sign = w < 0 ? -1 : 1;
  const scale = sine === 0 ? 0 : (sign * 2 * Math.atan2(sine, Math.abs(w))) / sine;
  return [scale * x, scale * y, scale * z];
}
