import { invalidArgument } from '@noether/contracts';
import { determinant } from '@noether/numerics';
import { defineGroup } from '../define-group.js';
import type { Group } from '../group.js';

/**
 * The n × n matrices of positive determinant, the component of the identity of GL(n), with the basis Eᵢⱼ in row order.
 * @throws NoetherError when n is no positive integer
 */
export function gl(n: number): Group {
  if (!Number.isInteger(n) || n < 1) throw invalidArgument('n', n, 'give a positive integer');
  const generators = Array.from({ length: n * n }, (_, entry) => {
    const generator = new Float64Array(n * n);
    generator[entry] = 1;
    return generator;
  });
  return defineGroup({
    name: `gl${n}`,
    generators,
    compact: false,
    contains: (element) => determinant(element, n) > 0,
  });
}
