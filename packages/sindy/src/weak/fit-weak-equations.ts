import { type Context, gapText, type Trajectories, invalidArgument } from '@noether/contracts';
import { type CandidateOptions, candidatesOf } from '../candidates.js';
import type { RunningEquations } from '../running-equations.js';
import { systemOf } from '../system-of.js';
import { naturalWindows } from './natural-windows.js';
import { noiseOf } from './noise-of.js';
import { weakRegression } from './weak-regression.js';
import { weakRegressionInSpace } from './weak-regression-in-space.js';
import { type WeakOptions, weakSystem } from './weak-system.js';

/** Options of {@link fitWeakEquations}. */
export interface WeakFitOptions extends CandidateOptions, WeakOptions {
  /** Smallest |coefficient| that stays, in the units of the data; 0.1 by default. */
  readonly threshold?: number;
  /** Smallest |coefficient| that stays, in standard errors; 4 by default. */
  readonly significance?: number;
  /**
   * The linear space of the coefficients, orthonormal rows vec Ξ (row-major d × p): `equivariantBasis` of a
   * symmetry, `commutingBasis`, `volumePreservingBasis`. The result lies in it exactly. All by default.
   */
  readonly space?: Float64Array;
  /** Standard deviation of the noise, of all variables or of each; estimated from the data by default. */
  readonly noise?: number | readonly number[];
}

/**
 * Equations from noisy trajectories: the weak form, weighted by the covariance of its residuals (WENDy: Bortz,
 * Messenger and Dukic, Bull. Math. Biol. 85, 2023), and backward elimination of the terms that are not
 * significant. No derivative of the data is taken. Half a window is by default the time in which the
 * autocorrelation of the data falls to one half, and windows start every quarter of that, at most 400 a trajectory.
 *
 * R² is that of the weak equations, one value a window, not weighted.
 * @throws NoetherError when a window is too short or there are fewer windows than terms
 */
export function fitWeakEquations(
  data: Trajectories,
  options: WeakFitOptions,
  context: Context,
): RunningEquations {
  const { threshold = 0.1, significance = 4 } = options;
  for (const [name, value] of Object.entries({ threshold, significance })) {
    if (!(value >= 0 && value < Infinity)) {
      throw invalidArgument(name, value, 'give a number, 0 or more');
    }
  }
  if (data.gaps) {
    context.observe({ kind: 'note', stage: 'equations', message: gapText(data.gaps) });
  }
  const { library, allowed } = candidatesOf(data.names, options, data.inputs?.names);
  const noise = noiseOf(data, options.noise);
  const own = options.windows ?? options.halfWidth ?? options.count;
  const windows = own === undefined ? { windows: naturalWindows } : {};
  const system = weakSystem(data, library, { ...options, ...windows });
  const settings = { threshold, significance };
  const coefficients = options.space
    ? weakRegressionInSpace(data, system, library, checkedSpace(options.space), noise, settings)
    : Float64Array.from(data.names.flatMap(equationOf));
  const { factor, target } = system;
  const shown = { ...options, ...(options.space ? { space: 'given' } : {}) };
  const inputs = data.inputs ? { inputs: data.inputs.names } : {};
  const rows = { names: data.names, ...inputs, states: target, velocities: target };
  return systemOf(rows, library, factor, coefficients, shown);

  function equationOf(name: string, equation: number): number[] {
    context.signal?.throwIfAborted();
    const own = allowed[equation];
    const found = weakRegression(data, system, library, equation, own, noise, settings);
    if (found.lost) tellLost(name, found.lost, library.terms[found.lost.term].name);
    return Array.from(found.coefficients);
  }

  function checkedSpace(space: Float64Array): Float64Array {
    const size = data.names.length * library.terms.length;
    if (options.exclude) {
      throw invalidArgument('exclude', options.exclude, 'leave it out when you give a space');
    }
    if (space.length > 0 && space.length % size === 0) return space;
    throw invalidArgument('space', space, `give rows of ${size} coefficients`);
  }

  function tellLost(
    name: string,
    { value, ratio }: { value: number; ratio: number },
    term: string,
  ): void {
    const largest = Number(Math.abs(value).toPrecision(2));
    const message =
      Math.abs(value) < threshold
        ? `every term of d${name}/dt fell below ${threshold}; the largest was ${largest}`
        : `no term of d${name}/dt stands out of the noise; the last, ${term}, has ` +
          `${ratio.toPrecision(2)} standard errors`;
    context.observe({ kind: 'warning', stage: 'equations', message });
  }
}
