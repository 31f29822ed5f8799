import type { Trajectory } from '@noether/contracts';
import { symmetricEigen } from '@noether/numerics';

/** What is known of the spiral of the reaction–diffusion data. */
export interface SpiralFacts {
  /** Share of the mean square in the two leading modes. */
  readonly twoModes: number;
  /** Radians per time unit in the plane of the two modes, over the second half of the frames. */
  readonly frequency: number;
}

/** Frames that the modes are computed from, evenly spaced. */
const SNAPSHOTS = 200;

/** Proper orthogonal modes of frames by the method of snapshots, and how fast the frames turn in them. */
export function spiralFacts({ times, states }: Trajectory): SpiralFacts {
  const pixels = states.length / times.length;
  const frame = (row: number): Float64Array => states.subarray(row * pixels, (row + 1) * pixels);
  const every = Math.max(1, Math.floor(times.length / SNAPSHOTS));
  const snapshots = Array.from({ length: Math.floor(times.length / every) }, (_, at) =>
    frame(at * every),
  );
  const count = snapshots.length;
  const gram = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      gram[i * count + j] = gram[j * count + i] = dot(snapshots[i], snapshots[j]);
    }
  }
  const { values, vectors } = symmetricEigen(gram, count);
  const total = values.reduce((sum, value) => sum + value, 0);
  const modes = [count - 1, count - 2].map((column) => {
    const mode = new Float64Array(pixels);
    snapshots.forEach((snapshot, row) => {
      const weight = vectors[row * count + column] / Math.sqrt(values[column]);
      for (let at = 0; at < pixels; at++) mode[at] += weight * snapshot[at];
    });
    return mode;
  });
  const rows = Array.from(times.keys()).slice(Math.floor(times.length / 2));
  const angles = unwrapped(
    rows.map((row) => Math.atan2(dot(frame(row), modes[1]), dot(frame(row), modes[0]))),
  );
  return {
    twoModes: (values[count - 1] + values[count - 2]) / total,
    frequency: Math.abs(
      slope(
        rows.map((row) => times[row]),
        angles,
      ),
    ),
  };
}

/** Angles without jumps of 2π. */
function unwrapped(angles: readonly number[]): number[] {
  let turns = 0;
  return angles.map((angle, at) => {
    const step = at === 0 ? 0 : angle - angles[at - 1];
    if (step > Math.PI) turns -= 1;
    if (step < -Math.PI) turns += 1;
    return angle + 2 * Math.PI * turns;
  });
}

/** Of the line of least squares. */
function slope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = x.reduce((sum, value, at) => sum + (value - mx) * (y[at] - my), 0);
  return product / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}
