import type { Group } from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';
import { algebraIdentities } from './algebra-identities.js';
import { bchOrderShortfall } from './bch-order.js';
import { exponentialIdentities } from './exponential-identities.js';
import { flagIdentities, wholeGroupIdentities } from './flag-identities.js';
import { sampleGroup } from './group-sample.js';
import { invariantIdentities } from './invariant-identities.js';
import { logIdentities } from './log-identities.js';
import type { Residual } from './residual.js';

/** How a group is tested. */
export interface GroupTestOptions {
  /** Seed of the random elements; the name of the group when left out. */
  readonly seed?: number | string;
  /** Triples of random elements at each distance; 6 when left out. */
  readonly samples?: number;
  /**
   * Standard deviations of the coefficients: elements near the identity, where series are
   * cancelled, and far from it. 1e-6, 1e-3 and 1 when left out.
   */
  readonly scales?: readonly number[];
  /** Largest relative violation allowed; 1e-11 when left out. */
  readonly tolerance?: number;
}

/**
 * Evaluates the identities of a matrix Lie group over random elements near and far from the identity
 * and returns the largest violation of each, without asserting anything.
 */
export function groupResiduals(group: Group, options: GroupTestOptions = {}): Residual[] {
  const { seed = group.name, samples = 6, scales = [1e-6, 1e-3, 1], tolerance = 1e-11 } = options;
  const random = randomStream(seed);
  const triples = scales.flatMap((scale) =>
    Array.from({ length: samples }, () => {
      const draw = (): ReturnType<typeof sampleGroup> => sampleGroup(group, random, scale);
      return [draw(), draw(), draw()] as const;
    }),
  );
  const residuals = [
    ...exponentialIdentities,
    ...logIdentities,
    ...algebraIdentities,
    ...invariantIdentities,
    ...flagIdentities,
  ].map(([identity, violation, least = 0]): Residual => ({
    identity,
    value: Math.max(...triples.map(([a, b, c]) => violation(group, a, b, c))),
    tolerance: Math.max(tolerance, least),
  }));
  const whole = wholeGroupIdentities.map(([identity, violation, allowed]): Residual => ({
    identity,
    value: violation(group),
    tolerance: allowed,
  }));
  const shortfalls = triples.map(([a, b]) => bchOrderShortfall(group, a, b));
  return [
    ...residuals,
    ...whole,
    {
      identity: 'log(exp(A) exp(B)) follows Baker-Campbell-Hausdorff to orders 1 … 4',
      value: Math.max(...shortfalls),
      tolerance: 0.3,
    },
  ];
}
