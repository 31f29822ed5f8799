import { invalidArgument } from '@noether/contracts';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';
import { isRotation } from '../is-rotation.js';
import { so2 } from './so2.js';

/**
 * Rotations of n-dimensional space, n ≥ 2, with the basis Eᵢⱼ − Eⱼᵢ for i > j in row order: (1,0),
 * (2,0), (2,1), (3,0) … For n = 2 it is {@link so2}, whose generator has the other sign.
 * @throws NoetherError when n is no integer of at least 2
 */
export function so(n: number): Group {
  if (!Number.isInteger(n) || n < 2) throw invalidArgument('n', n, 'give an integer of at least 2');
  if (n === 2) return so2;
  const generators: Float64Array[] = [];
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const generator = new Float64Array(n * n);
      generator[i * n + j] = 1;
      generator[j * n + i] = -1;
      generators.push(generator);
    }
  }
  return defineGroup({
    name: `so${n}`,
    generators,
    compact: true,
    contains: (element, tolerance) => isRotation(element, n, tolerance),
  });
}
