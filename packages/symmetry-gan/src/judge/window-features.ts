/** Turns windows of states into numbers that can be compared with each other. */
export interface WindowFeatures {
  /** Features of a window. */
  readonly width: number;
  /** Row-major windows × (timesteps · d) of states to windows × width of features. */
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
  const rows = windows.length / width;
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let start = 0; start < windows.length; start += width) {
    for (let at = 0; at < width; at++) means[at] += difference(windows, start + at, at, d) / rows;
  }
  for (let start = 0; start < windows.length; start += width) {
    for (let at = 0; at < width; at++) {
      squares[at] += (difference(windows, start + at, at, d) - means[at]) ** 2 / rows;
    }
  }
  const scales = [squares.subarray(0, d), squares.subarray(d)].map(
    (own) => Math.sqrt(own.reduce((sum, square) => sum + square, 0) / own.length) || 1,
  );
  return {
    width,
    apply(given) {
      const features = new Float64Array(given.length);
      for (let start = 0; start < given.length; start += width) {
        for (let at = 0; at < width; at++) {
          const scale = at < d ? scales[0] : scales[1];
          features[start + at] = difference(given, start + at, at, d) / scale;
        }
      }
      return features;
    },
  };
}

/** Of (x₁, x₂ − x₁, x₃ − x₂, …) the number at a place of the row. */
function difference(windows: Float64Array, at: number, place: number, d: number): number {
  return place < d ? windows[at] : windows[at] - windows[at - d];
}
