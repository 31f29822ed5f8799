import { invalidArgument } from '@noether/contracts';
import type { RandomStream } from '@noether/numerics';
import { checkCount } from '../check-order.js';
import type { Group } from '../group.js';

/** How coefficients are drawn. */
export interface AlgebraSampling {
  /**
   * `normal`: standard deviation `scale`; `uniform`: from −scale to scale; `integer`: the integers from
   * −scale to scale, all equally likely. `normal` when left out.
   */
  readonly distribution?: 'normal' | 'uniform' | 'integer';
  /** 1 when left out. */
  readonly scale?: number;
}

/**
 * Random coefficients of `count` elements of the algebra, row-major count × c.
 * @throws NoetherError for a count that is no integer of at least 0, a scale that is not positive, or no
 *   integer for the integer grid, and for another distribution
 */
export function sampleAlgebra(
  group: Group,
  count: number,
  random: RandomStream,
  { distribution = 'normal', scale = 1 }: AlgebraSampling = {},
): Float64Array {
  checkCount(count);
  const isGrid = distribution === 'integer';
  if (!(scale > 0 && Number.isFinite(scale)) || (isGrid && !Number.isInteger(scale))) {
    const wanted = isGrid ? 'give a positive integer' : 'give a positive number';
    throw invalidArgument('scale', scale, wanted);
  }
  const draws = new Map<string, () => number>([
    ['normal', () => scale * random.normal()],
    ['uniform', () => scale * (2 * random.uniform() - 1)],
    ['integer', () => random.integer(2 * scale + 1) - scale],
  ]);
  const draw = draws.get(distribution);
  if (!draw) {
    const wanted = `give one of ${[...draws.keys()].join(', ')}`;
    throw invalidArgument('distribution', distribution, wanted);
  }
  return Float64Array.from({ length: count * group.dimension }, draw);
}
