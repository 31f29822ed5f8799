import { type Context, invalidArgument } from '@noether/contracts';
import { type CandidateOptions, candidatesOf } from '../candidates.js';
import type { EquationData } from '../equation-data.js';
import { type EquationThresholds, equationThresholds } from '../equation-thresholds.js';
import { factorData } from '../regress/factor-data.js';
import { stlsq, type StlsqOptions } from '../regress/stlsq.js';
import type { RunningEquations } from '../running-equations.js';
import { systemOf } from '../system-of.js';
import { bagLibrary } from './bag-library.js';
import { bagRows } from './bagging.js';
import { type EnsembleSummary, thresholdedMedian } from './summarise.js';

/** Options of {@link fitEnsemble}. */
export interface FitEnsembleOptions extends CandidateOptions, Pick<StlsqOptions, 'ridge'> {
  /** Smallest |coefficient| that stays, for all equations or by the name of the variable; 0.1 by default. */
  readonly threshold?: EquationThresholds;
  /** 20 by default. */
  readonly models?: number;
  /** How many terms each model does without, on all rows; by default each model has all terms and other rows. */
  readonly leaveOut?: number;
  /** Smallest fraction of the models that must have a term; 0.6 by default. */
  readonly inclusion?: number;
}

/** Result of {@link fitEnsemble}. */
export interface Ensemble {
  /** The medians of the terms that enough models have: this is what is printed, evaluated and simulated. */
  readonly system: RunningEquations;
  /** Names of all candidates, the columns of the summary. */
  readonly terms: readonly string[];
  /** Each model, median, mean, spread, inclusion and quantiles; row-major equations × terms. */
  readonly summary: EnsembleSummary;
}

/**
 * STLSQ on many draws of the rows, or without some candidates each (Fasel et al., Proc. R. Soc. A 478, 2022), and one
 * system of what they agree on.
 * @throws NoetherError when an option is out of range and all that `fitEquations` throws
 */
export function fitEnsemble(
  data: EquationData,
  options: FitEnsembleOptions,
  context: Context,
): Ensemble {
  const { models = 20, leaveOut, inclusion = 0.6, ridge = 0.05 } = options;
  if (!(inclusion >= 0 && inclusion <= 1)) {
    throw invalidArgument('inclusion', inclusion, 'give a number from 0 to 1');
  }
  const { library, allowed } = candidatesOf(data.names, options, data.inputs);
  const [p, d] = [library.terms.length, data.names.length];
  const factor = factorData(library, data, context.signal);
  const settings = { threshold: equationThresholds(data.names, options.threshold), ridge };
  const summary =
    leaveOut === undefined
      ? bagRows(
          data,
          library,
          (own) => stlsq(own, p, d, { ...settings, allowed }).coefficients,
          { models },
          context,
        )
      : bagLibrary(
          p,
          d,
          (kept) => {
            const both = kept.map((list, t) => list.filter((term) => allowed[t].includes(term)));
            return stlsq(factor, p, d, { ...settings, allowed: both }).coefficients;
          },
          { models, leaveOut },
          context,
        );
  const coefficients = thresholdedMedian(summary, inclusion);
  const system = systemOf(data, library, factor, coefficients, options);
  return { system, terms: library.terms.map(({ name }) => name), summary };
}
