import { type Context, invalidArgument } from '@noether/contracts';
import type { Supports } from '../regress/support.js';
import { type EnsembleSummary, summariseModels } from './summarise.js';

/** Options of {@link bagLibrary}. */
export interface BagLibraryOptions {
  /** 20 by default. */
  readonly models?: number;
  /** How many terms each model does without; 1 by default. */
  readonly leaveOut?: number;
}

/**
 * Bagging over the library: each model does without `leaveOut` terms drawn at random, all from one
 * triangular factor, so that a model costs no pass over the data.
 * @param regression fits the allowed terms and gives coefficients, row-major targets × terms
 */
export function bagLibrary(
  terms: number,
  targets: number,
  regression: (allowed: Supports) => Float64Array,
  { models = 20, leaveOut = 1 }: BagLibraryOptions,
  context: Context,
): EnsembleSummary {
  if (!Number.isInteger(models) || models < 1) {
    throw invalidArgument('models', models, 'give a whole number, 1 or more');
  }
  if (!Number.isInteger(leaveOut) || leaveOut < 1 || leaveOut >= terms) {
    throw invalidArgument('leaveOut', leaveOut, `give a whole number, 1 … ${terms - 1}`);
  }
  const fits = Array.from({ length: models }, (_, model) => {
    const order = context.random.split(`library ${model}`).permutation(terms);
    const kept = Array.from(order.subarray(leaveOut)).sort((a, b) => a - b);
    return regression(Array.from({ length: targets }, () => kept));
  });
  return summariseModels(fits);
}
