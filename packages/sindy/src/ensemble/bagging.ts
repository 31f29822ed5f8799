import { type Context, invalidArgument } from '@noether/contracts';
import type { EquationData } from '../equation-data.js';
import type { Library } from '../library/library.js';
import { factorData } from '../regress/factor-data.js';
import { type EnsembleSummary, summariseModels } from './summarise.js';

/** Finds the coefficients, row-major targets × terms, from the triangular factor of [Θ | Ẋ]. */
export type FactorRegression = (
  factor: Float64Array,
  terms: number,
  targets: number,
) => Float64Array;

/** Options of {@link bagRows}. */
export interface BagRowsOptions {
  /** 20 by default. */
  readonly models?: number;
  /** The rows of each model, with repeats; drawn with replacement from `context.random` by default. */
  readonly draw?: (model: number, rows: number) => ArrayLike<number>;
}

/**
 * Bagging over rows (Fasel et al., Proc. R. Soc. A 478, 2022): each model sees as many rows as there
 * are, drawn with replacement. A row drawn k times counts with weight k, so no data are copied.
 * @throws NoetherError for a number of models below 1 and all that a single fit throws
 */
export function bagRows(
  data: EquationData,
  library: Library,
  regression: FactorRegression,
  options: BagRowsOptions,
  context: Context,
): EnsembleSummary {
  const { models = 20 } = options;
  if (!Number.isInteger(models) || models < 1) {
    throw invalidArgument('models', models, 'give a whole number, 1 or more');
  }
  const d = data.names.length;
  const rows = data.velocities.length / d;
  const draw =
    options.draw ??
    ((model: number): Int32Array => {
      const random = context.random.split(`bagging ${model}`);
      return Int32Array.from({ length: rows }, () => random.integer(rows));
    });
  const fits = Array.from({ length: models }, (_, model) => {
    const weights = new Float64Array(rows);
    const drawn = draw(model, rows);
    for (let at = 0; at < drawn.length; at++) weights[drawn[at]] += data.weights?.[drawn[at]] ?? 1;
    const factor = factorData(library, { ...data, weights }, context.signal);
    return regression(factor, library.terms.length, d);
  });
  return summariseModels(fits);
}
