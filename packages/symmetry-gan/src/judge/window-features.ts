/** Turns windows of states into numbers that can be compared with each other. */
export interface WindowFeatures {
  /** Row-major windows × (timesteps · d) of states to the same of features. */
  apply(windows: Float64Array): Float64Array;
}

/**
 * Features of windows x₁ … x_T: x₁ over the standard deviation of the states, and xₜ − xₜ₋₁ over that of the
 * displacements, both taken over all variables together from the windows given here.
 */
export function windowFeatures(
  windows: Float64Array,
  d: number,
  timesteps: number,
): WindowFeatures {
  const width = d * timesteps;
  const raw = differences(windows, d, width);
  const scales = [0, 1].map((kind) => {
    const values = raw.filter((_, at) => Number(at % width >= d) === kind);
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    return Math.sqrt(square / values.length) || 1;
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
