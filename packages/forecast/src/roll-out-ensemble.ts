import { type EquationSystem, invalidArgument } from '@noether/contracts';
import { type Band, quantileBand } from './quantile-band.js';
import { type RollOut, rollOut, type RollOutOptions } from './roll-out.js';

/** One member of an ensemble: a model and the state from which it starts. */
export interface EnsembleMember {
  readonly equations: Pick<EquationSystem, 'variables' | 'evaluate'>;
  readonly initial: Float64Array;
}

/** Options of {@link rollOutEnsemble}. */
export interface EnsembleOptions extends RollOutOptions {
  /** Quantiles of the band; 0.1 and 0.9 by default. */
  readonly levels?: readonly [low: number, high: number];
}

/** Paths of an ensemble, and the band of those that are complete, row-major times × variables. */
export interface EnsembleRollOut {
  readonly paths: readonly RollOut[];
  /** Undefined when no path is complete. */
  readonly band?: Band;
}

/**
 * Rolls every member out over the same times: other equations (bagging, seeds), other initial states
 * (noise of the measurement), or both. Members that diverge keep their status and do not enter the band.
 * @throws NoetherError when there is no member, and what `rollOut` throws
 */
export function rollOutEnsemble(
  members: readonly EnsembleMember[],
  times: Float64Array,
  options: EnsembleOptions = {},
): EnsembleRollOut {
  if (members.length === 0) throw invalidArgument('members', members, 'give at least one');
  const { levels, ...own } = options;
  const paths = members.map(({ equations, initial }) => rollOut(equations, initial, times, own));
  const complete = paths.filter(({ status }) => status === 'complete');
  if (complete.length === 0) return { paths };
  const band = quantileBand(
    complete.map(({ states }) => states),
    levels,
  );
  return { paths, band };
}
