import { type Context, gapText, type Trajectories, invalidArgument } from '@noether/contracts';
import { type CandidateOptions, candidatesOf } from '../candidates.js';
import { type EquationThresholds, equationThresholds } from '../equation-thresholds.js';
import { firstFew } from '../express/first-few.js';
import { warnOfEmptied } from '../fit-warnings.js';
import type { Library } from '../library/library.js';
import type { SignificantTerms } from '../regress/significant-terms.js';
import type { RunningEquations } from '../running-equations.js';
import { systemOf } from '../system-of.js';
import { naturalWindows } from './natural-windows.js';
import { noiseOf } from './noise-of.js';
import { weakRegression } from './weak-regression.js';
import type { WeakProblem } from './weak-problem.js';
import { weakRegressionInSpace } from './weak-regression-in-space.js';
import { type WeakOptions, weakSystem } from './weak-system.js';

/** Options of {@link fitWeakEquations}. */
export interface WeakFitOptions extends CandidateOptions, WeakOptions {
  /**
   * Smallest |coefficient| that stays, in the units of the data, for all equations or by the name of the variable;
   * 0.1 by default.
   */
  readonly threshold?: EquationThresholds;
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
 * R² is that of the weak equations, one value a window, not weighted. Weights of rows are not used, which is told.
 * @throws NoetherError when a window is too short or there are fewer windows than terms
 */
export function fitWeakEquations(
  data: Trajectories,
  options: WeakFitOptions,
  context: Context,
): RunningEquations {
  const thresholds = equationThresholds(data.names, options.threshold);
  const { significance = 4 } = options;
  if (!(significance >= 0 && significance < Infinity)) {
    throw invalidArgument('significance', significance, 'give a number, 0 or more');
  }
  if (data.gaps) {
    context.observe({ kind: 'note', stage: 'equations', message: gapText(data.gaps) });
  }
  if (data.items.some(({ weights }) => weights?.some((weight) => weight !== weights[0]))) {
    const message = 'the weak form does not use the weights of rows; every row counts alike';
    context.observe({ kind: 'warning', stage: 'equations', message });
  }
  const { library, allowed } = candidatesOf(data.names, options, data.inputs?.names);
  const noise = noiseOf(data, options.noise);
  const chosen = options.windows ?? options.halfWidth ?? options.count;
  const windows = chosen === undefined ? { windows: naturalWindows } : {};
  const system = weakSystem(data, library, { ...options, ...windows });
  const problem = { data, system, library, noise };
  const { space, ...rest } = options;
  const lost: LostEquation[] = [];
  const coefficients = space
    ? weakRegressionInSpace(problem, checkedSpace(space, problem, options), {
        significance,
        thresholds,
      })
    : Float64Array.from(
        data.names.flatMap((name, equation) => {
          context.signal?.throwIfAborted();
          const settings = { significance, threshold: thresholds[equation] };
          const found = weakRegression(problem, equation, allowed[equation], settings);
          if (found.lost) lost.push({ name, threshold: settings.threshold, ...found.lost });
          return Array.from(found.coefficients);
        }),
      );
  tellLost(lost, library, context);
  const { factor, target } = system;
  const inputs = data.inputs ? { inputs: data.inputs.names } : {};
  const rows = { names: data.names, ...inputs, states: target, velocities: target };
  return systemOf(rows, library, factor, coefficients, {
    ...rest,
    ...(space ? { space: 'given' } : {}),
  });
}

function checkedSpace(
  space: Float64Array,
  { data, library }: WeakProblem,
  { exclude }: WeakFitOptions,
): Float64Array {
  if (exclude) throw invalidArgument('exclude', exclude, 'leave it out when you give a space');
  const size = data.names.length * library.terms.length;
  if (space.length > 0 && space.length % size === 0) return space;
  throw invalidArgument('space', space, `give rows of ${size} coefficients`);
}

/** An equation without a term that is significant, with the last that was left. */
interface LostEquation extends NonNullable<SignificantTerms['lost']> {
  readonly name: string;
  readonly threshold: number;
}

function tellLost(lost: readonly LostEquation[], { terms }: Library, context: Context): void {
  const [small, noisy] = [true, false].map((below) =>
    lost.filter(({ value, threshold }) => Math.abs(value) < threshold === below),
  );
  const emptied = small.map(({ name, threshold, value }) => {
    return { equation: `d${name}/dt`, threshold, largest: Math.abs(value) };
  });
  warnOfEmptied(emptied, context);
  if (noisy.length === 0) return;
  const which = firstFew(noisy.map(({ name }) => `d${name}/dt`));
  const clearest = noisy.reduce((best, one) => (one.ratio > best.ratio ? one : best));
  const message =
    `no term of ${which} stands out of the noise; the clearest, ${terms[clearest.term].name} in ` +
    `d${clearest.name}/dt, has ${clearest.ratio.toPrecision(2)} standard errors`;
  context.observe({ kind: 'warning', stage: 'equations', message });
}
