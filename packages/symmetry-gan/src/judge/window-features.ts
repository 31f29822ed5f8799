/** Turns windows of states into numbers that can be compared with each other. */
export interface WindowFeatures {
  /** Row-major windows × (timesteps · d) of states to the same of features. */
  apply(windows: Float64Array): Float64Array;
}

/**
 * Features of windows x₁ … x_T: x₁ over the standard deviation of the states, and xₜ − xₜ₋₁ over that of the
 * displacements, root mean squares over all variables of the deviation of each from its own mean, taken from the windows
 * given here. So it does not matter where the data lie.
 */
export function windowFeatures(
  windows: Float64Array,
  d: number,
  timesteps: number,
): WindowFeatures {
  const width = d * timesteps;
  const raw = differences(windows, d, width);
  const means = new Float64Array(width);
  raw.forEach((value, at) => (means[at % width] += (value * width) / raw.length));
  const scales = [0, 1].map((kind) => {
    const deviations = raw
      .map((value, at) => value - means[at % width])
      .filter((_, at) => Number(at % width >= d) === kind);
    const square = deviations.reduce((sum, value) => sum + value ** 2, 0);
    return Math.sqrt(square / deviations.length) || 1;
  });
  return {
    apply: (rows) =>
      differences(rows, d, width).map((value, at) => value / scales[at % width >= d ? 1 : 0]),
  };
}

/** (x₁, x₂ − x₁, x₃ − x₂, …) */
function differences(windows: Float64Array, d: number, width: number): Float64Array {
  return windows.map((value, at) => (at % width >= d ? value - windows[at - d] : value));
}
