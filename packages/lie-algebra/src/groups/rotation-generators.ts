import { matrixUnit } from '../matrix-unit.js';

/**
 * The generators Eᵢⱼ − Eⱼᵢ, i > j in row order, of the rotations of the first n coordinates, as
 * size × size matrices.
 */
export function rotationGenerators(n: number, size: number): Float64Array[] {
  const generators: Float64Array[] = [];
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) generators.push(matrixUnit(size, [i, j, 1], [j, i, -1]));
  }
  return generators;
}

/** The coefficients of a skew-symmetric n × n matrix in the basis of {@link rotationGenerators}. */
export function rotationCoefficients(matrix: Float64Array, n: number): Float64Array {
  const coefficients = new Float64Array((n * (n - 1)) / 2);
  let place = 0;
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) coefficients[place++] = matrix[i * n + j];
  }
  return coefficients;
}
