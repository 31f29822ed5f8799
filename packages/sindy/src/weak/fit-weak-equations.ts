import type { Context, Trajectories } from '@noether/contracts';
import { type CandidateOptions, candidatesOf } from '../candidates.js';
import { leftSide } from '../express/left-side.js';
import { warnOfFit } from '../fit-warnings.js';
import { stlsq } from '../regress/stlsq.js';
import type { RunningEquations } from '../running-equations.js';
import { systemOf } from '../system-of.js';
import { type WeakOptions, weakSystem } from './weak-system.js';

/** Options of {@link fitWeakEquations}. */
export interface WeakFitOptions extends CandidateOptions, WeakOptions {
  /** Smallest |coefficient| that stays, in the units of the data; 0.3 by default. */
  readonly threshold?: number;
  /** 0.05 by default; the last fit is without. */
  readonly ridge?: number;
}

/**
 * Equations from noisy trajectories: the weak form and STLSQ, by default with 200 windows of a tenth of
 * each trajectory and a threshold of 0.3. With these defaults 10 s of Lorenz's system with 5 % noise
 * give its seven terms in 18 of 20 draws of the noise, plain differences in none with theirs.
 *
 * R² is that of the weak equations, one value a window.
 * @throws NoetherError when a window is too short or there are fewer windows than terms
 */
export function fitWeakEquations(
  data: Trajectories,
  options: WeakFitOptions,
  context: Context,
): RunningEquations {
  const { threshold = 0.3, ridge = 0.05, count = 200 } = options;
  const { library, allowed } = candidatesOf(data.names, options, data.inputs?.names);
  const { factor, target } = weakSystem(data, library, { ...options, count });
  const equations = data.names;
  const settings = { threshold, ridge, allowed };
  const result = stlsq(factor, library.terms.length, equations.length, settings);
  const thresholds = equations.map(() => threshold);
  const sides = equations.map((name) => leftSide(name, false));
  warnOfFit(result, library, sides, thresholds, 20, context);
  const inputs = data.inputs ? { inputs: data.inputs.names } : {};
  const rows = { names: equations, ...inputs, states: target, velocities: target };
  return systemOf(rows, library, factor, result.coefficients, options);
}
