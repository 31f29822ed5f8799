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
