import type { EquationData, EquationShape } from './equation-data.js';
import { equationSystem } from './equation-system.js';
import type { Library } from './library/library.js';
import { columnSquare } from './regress/column-square.js';
import { determination } from './regress/determination.js';
import { residualSquare } from './regress/residual.js';
import { totalSquare } from './regress/total-square.js';
import type { RunningEquations } from './running-equations.js';

/** The fitted coefficients as a system of the terms that some equation uses, with R² of each equation. */
export function systemOf(
  data: EquationData,
  library: Library,
  factor: Float64Array,
  coefficients: Float64Array,
  options: object,
): RunningEquations {
  const totals = data.names.map((_, target) => totalSquare(data, target));
  return systemOfTotals(data, totals, library, factor, coefficients, options);
}

/**
 * {@link systemOf} without the rows.
 * @param totals Σw(ẋ − mean)² of each velocity
 */
export function systemOfTotals(
  { names, inputs, discrete }: EquationShape,
  totals: ArrayLike<number>,
  library: Library,
  factor: Float64Array,
  coefficients: Float64Array,
  options: object,
): RunningEquations {
  const p = library.terms.length;
  const rows = names.map((_, target) => coefficients.subarray(target * p, (target + 1) * p));
  const used = Array.from(library.terms.keys()).filter((term) =>
    rows.some((row) => row[term] !== 0),
  );
  const record = {
    kind: 'equation-system',
    variables: names,
    ...(inputs ? { inputs } : {}),
    ...(discrete ? { discrete: true } : {}),
    terms: used.map((term) => library.terms[term]),
    coefficients: rows.map((row) => used.map((term) => row[term])),
    r2: rows.map((row, target) => {
      const residual = residualSquare(factor, row, p + target);
      return determination(residual, totals[target], columnSquare(factor, p + target));
    }),
    provenance: { stage: 'equations', options: plain(options) },
  } as const;
  return equationSystem(record, library.functions);
}

/** The options that can be stored: a library by the names of its terms, functions by name. */
function plain(options: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'function') return [key, value.name];
      if (key === 'library') return [key, (value as Library).terms.map(({ name }) => name)];
      return [key, value];
    }),
  );
}
