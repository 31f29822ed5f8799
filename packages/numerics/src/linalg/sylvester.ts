import { solve } from './solve.js';

/**
 * The solution X of A X + X A = C for row-major n × n matrices, as a dense system of n² equations:
 * for the small matrices of group representations.
 * @throws RangeError when two eigenvalues of A add up to zero
 */
export function solveSylvester(a: Float64Array, c: Float64Array, n: number): Float64Array {
  const size = n * n;
  const system = new Float64Array(size * size);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const equation = (row * n + column) * size;
      for (let inner = 0; inner < n; inner++) {
        system[equation + inner * n + column] += a[row * n + inner];
        system[equation + row * n + inner] += a[inner * n + column];
      }
    }
  }
  return solve(system, c, size);
}
