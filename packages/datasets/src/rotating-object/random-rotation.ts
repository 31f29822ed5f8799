import type { RandomStream } from '@noether/contracts';
import { expm, logm } from '@noether/numerics';

/**
 * A rotation from the Haar measure of SO(3), row-major: that of a unit quaternion of four normal numbers.
 * Source: K. Shoemake, Uniform random rotations, Graphics Gems III (1992) 124.
 */
export function randomRotation(random: RandomStream): Float64Array {
  const numbers = random.fillNormal(new Float64Array(4));
  const norm = Math.hypot(...numbers);
  const [w, x, y, z] = numbers.map((value) => value / norm);
  return Float64Array.of(
    1 - 2 * (y * y + z * z),
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    1 - 2 * (x * x + z * z),
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    1 - 2 * (x * x + y * y),
  );
}

/** Random rotations of a fifth of the angle of one from the Haar measure, exp(0.2 log R): at most 36°. */
export function smallTurns(count: number, random: RandomStream): Float64Array[] {
  return Array.from({ length: count }, (_, at) => {
    const full = logm(randomRotation(random.split(at)), 3);
    return expm(
      full.map((entry) => 0.2 * entry),
      3,
    );
  });
}
