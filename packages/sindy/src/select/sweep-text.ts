import type { Sweep } from './sweep-thresholds.js';

/** The sweep as lines of a table: pick and Pareto mark, threshold, terms, AICc, BIC, held-out error. */
export function sweepText({ rows, picked, reason }: Sweep): string[] {
  const cells = rows.map((row) => [
    row === picked ? '>' : row.pareto ? '*' : ' ',
    row.threshold.toPrecision(3),
    String(row.terms),
    row.aicc.toFixed(1),
    row.bic.toFixed(1),
    row.heldOut?.toPrecision(3) ?? '',
  ]);
  const table = [['', 'threshold', 'terms', 'AICc', 'BIC', 'held-out'], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padStart(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, `picked: ${reason}`];
}
