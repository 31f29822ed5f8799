import { integrate } from '@noether/numerics';

/** dx/dt of Lorenz's system with σ = 10, ρ = 28, β = 8/3. */
export function lorenz(state: ArrayLike<number>, velocity: Float64Array): void {
  const [x, y, z] = [state[0], state[1], state[2]];
  velocity[0] = 10 * (y - x);
  velocity[1] = x * (28 - z) - y;
  velocity[2] = x * y - (8 / 3) * z;
}

/** The path from (−8, 8, 27) at the times i·0.002, with its exact velocities. */
export function lorenzPath(rows: number): { states: Float64Array; velocities: Float64Array } {
  return lorenzFrom(
    [-8, 8, 27],
    Float64Array.from({ length: rows }, (_, row) => row * 0.002),
  );
}

/** The path from a state at given times, with its exact velocities. */
export function lorenzFrom(
  initial: readonly number[],
  times: Float64Array,
): { states: Float64Array; velocities: Float64Array } {
  const options = { relative: 1e-13, absolute: 1e-13, maxSteps: 1_000_000 };
  const { states } = integrate(lorenz, initial, times, options);
  const velocities = new Float64Array(states.length);
  for (let at = 0; at < states.length; at += 3) {
    lorenz(states.subarray(at, at + 3), velocities.subarray(at, at + 3));
  }
  return { states, velocities };
}

/** Second-order differences: centred inside, one-sided at both ends, as in the golden fits. */
export function differences(states: Float64Array, d: number, step: number): Float64Array {
  const rows = states.length / d;
  return states.map((_, at) => {
    const row = Math.floor(at / d);
    const x = (shift: number): number => states[at + shift * d];
    if (row === 0) return (-3 * x(0) + 4 * x(1) - x(2)) / (2 * step);
    if (row === rows - 1) return (3 * x(0) - 4 * x(-1) + x(-2)) / (2 * step);
    return (x(1) - x(-1)) / (2 * step);
  });
}
