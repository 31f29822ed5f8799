import type { Group } from '@noether/lie-algebra';
import { suite } from 'uvu';
import { close } from './close.js';
import { groupResiduals, type GroupTestOptions } from './group-residuals.js';
import { residualTable } from './residual-table.js';
import type { Residual } from './residual.js';

/** How a group is tested and told. */
export interface DescribeOptions extends GroupTestOptions {
  /** Whether to print the table of violations; true when left out. */
  readonly print?: boolean;
}

/**
 * Registers and runs a uvu suite named for the group, with one test for each identity that a matrix
 * Lie group fulfils: exponential map, logarithm, closure, Jacobi, adjoint, Killing form,
 * Baker-Campbell-Hausdorff and the derivative of exp. It is all that the test of a group of your own
 * needs. The largest violations are printed, ✗ before those that fail:
 *
 * ```ts
 * describeGroup(defineGroup({ name: 'so2', generators: [[[0, 1], [-1, 0]]] }));
 * ```
 *
 * @returns the largest violation of each identity
 */
export function describeGroup(group: Group, options: DescribeOptions = {}): Residual[] {
  const residuals = groupResiduals(group, options);
  if (options.print !== false) {
    const heading = `${group.name}: the largest violation of each identity`;
    process.stdout.write(`${[heading, ...residualTable(residuals)].join('\n')}\n`);
  }
  const test = suite(group.name);
  for (const { identity, value, tolerance } of residuals) {
    test(identity, () => close(value, 0, { atol: tolerance }, identity));
  }
  test.run();
  return residuals;
}
