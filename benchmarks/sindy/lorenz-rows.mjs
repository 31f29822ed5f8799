/** The interval of the rows. */
export const STEP = 1e-3;

/**
 * The state of Lorenz's system, moved on row by row: classical Runge–Kutta steps from (−8, 8, 27), the same bits
 * as in peers/numpy_sindy.py. `write(states, count)` writes the next `count` states, row-major count × 3.
 */
export function lorenzRows() {
  let [x, y, z] = [-8, 8, 27];
  const slopes = Array.from({ length: 4 }, () => new Float64Array(3));
  const [a, b, c, d] = slopes;
  return {
    write(states, count) {
      for (let row = 0; row < count; row++) {
        states[3 * row] = x;
        states[3 * row + 1] = y;
        states[3 * row + 2] = z;
        lorenz(x, y, z, a);
        lorenz(x + (STEP / 2) * a[0], y + (STEP / 2) * a[1], z + (STEP / 2) * a[2], b);
        lorenz(x + (STEP / 2) * b[0], y + (STEP / 2) * b[1], z + (STEP / 2) * b[2], c);
        lorenz(x + STEP * c[0], y + STEP * c[1], z + STEP * c[2], d);
        x += (STEP / 6) * (a[0] + 2 * b[0] + 2 * c[0] + d[0]);
        y += (STEP / 6) * (a[1] + 2 * b[1] + 2 * c[1] + d[1]);
        z += (STEP / 6) * (a[2] + 2 * b[2] + 2 * c[2] + d[2]);
      }
    },
  };
}

/** dx/dt of Lorenz's system with σ = 10, ρ = 28, β = 8/3. */
export function lorenz(x, y, z, velocity) {
  velocity[0] = 10 * (y - x);
  velocity[1] = x * (28 - z) - y;
  velocity[2] = x * y - (8 / 3) * z;
}
