import { type EquationSystem, type ForecastStatus, invalidArgument } from '@noether/contracts';
import { integrate, type IntegrationMethod } from '@noether/numerics';
import { holdFrom } from './hold-from.js';

/** Options of {@link rollOut}. */
export interface RollOutOptions {
  /** Relative error per step; 1e-9 by default. */
  readonly relative?: number;
  /** Absolute error per step; 1e-9 by default. */
  readonly absolute?: number;
  /** 100 000 by default. */
  readonly maxSteps?: number;
  /** A path with some |zᵢ| above this has diverged; 1e6 by default. */
  readonly bound?: number;
  /** `dopri5` by default; `dop853` for tight tolerances, `radau` for stiff equations. */
  readonly method?: IntegrationMethod;
  /** Wall time in seconds before a path is given up; Infinity by default. */
  readonly maxSeconds?: number;
}

/** A path of an equation. */
export interface RollOut {
  /** Row-major times × variables; rows after a divergence repeat the last finite state. */
  readonly states: Float64Array;
  readonly status: ForecastStatus;
  /** Why the path ended early; empty when complete. */
  readonly reason: string;
}

/**
 * Integrates dz/dt = f(z) from `initial` at `times[0]` and samples it at `times`, by `integrate`
 * of numerics. A path that leaves the bound, is not finite or needs too many steps gets the
 * status `diverged`, never NaN.
 * @param times increasing, in the units of the equations
 * @throws NoetherError when `initial` does not fit the equations, is not finite, or times do not increase
 */
export function rollOut(
  equations: Pick<EquationSystem, 'variables' | 'evaluate'>,
  initial: Float64Array,
  times: Float64Array,
  options: RollOutOptions = {},
): RollOut {
  const d = equations.variables.length;
  if (initial.length !== d || !initial.every(Number.isFinite)) {
    throw invalidArgument(
      'initial',
      initial,
      `give ${d} finite values (${equations.variables.join(', ')})`,
    );
  }
  if (times.length === 0 || times.some((time, row) => row > 0 && !(time > times[row - 1]))) {
    throw invalidArgument('times', times, 'give at least one time, in increasing order');
  }
  const settings = { relative: 1e-9, absolute: 1e-9, maxSteps: 100_000, bound: 1e6, dense: false };
  const path = integrate(equations.evaluate, initial, times, { ...settings, ...options });
  if (path.status === 'complete') return { states: path.states, status: 'complete', reason: '' };
  const states = new Float64Array(times.length * d);
  states.set(initial);
  states.set(path.states);
  holdFrom(states, d, Math.max(1, path.states.length / d));
  return { states, status: 'diverged', reason: path.reason };
}
