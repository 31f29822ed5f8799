import type { FoundEquations } from '@noether/pipeline';
import { wrapText } from '../wrap-text.js';

type Sweep = NonNullable<FoundEquations['sweep']>;

/** The models of a sweep as a table, > at the picked one and * at the best of each size, and the reason. */
export function sweepLines({ rows, picked, reason }: Sweep): string[] {
  const cells = rows.map((row) => [
    row === picked ? '>' : row.pareto ? '*' : '',
    row.threshold.toPrecision(3),
    String(row.terms),
    row.bic.toFixed(0),
    row.heldOut === undefined
      ? ''
      : row.heldOut === Infinity
        ? 'diverges'
        : row.heldOut.toPrecision(3),
  ]);
  const table = [['', 'threshold', 'terms', 'BIC', 'held-out error'], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return [
    ...table.map((row) => row.map((cell, column) => cell.padStart(widths[column])).join('  ')),
    ...wrapText(`picked: ${reason}`, 80),
  ];
}
