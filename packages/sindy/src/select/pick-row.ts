import type { Sweep, SweepRow } from './sweep-thresholds.js';

/** A model whose roll-outs err at most this many times as much as the best is as good. */
const AS_GOOD = 1.5;

/** Sorts the models, marks the Pareto front and picks one. */
export function pickRow(models: readonly Omit<SweepRow, 'pareto'>[]): Sweep {
  const error = (row: Omit<SweepRow, 'pareto'>): number => row.heldOut ?? row.bic;
  const rows = [...models]
    .sort((a, b) => b.terms - a.terms)
    .map((row) => ({
      ...row,
      pareto: !models.some(
        (other) =>
          other.terms <= row.terms &&
          error(other) <= error(row) &&
          (other.terms < row.terms || error(other) < error(row)),
      ),
    }));
  const least = (list: readonly SweepRow[]): SweepRow =>
    list.reduce((best, row) => (error(row) < error(best) ? row : best));
  const best = least(rows);
  if (best.heldOut === undefined) {
    const bic = best.bic.toPrecision(6);
    return { rows, picked: best, reason: `least BIC, ${bic}, with ${best.terms} terms` };
  }
  if (best.heldOut === Infinity) {
    const stable = rows.reduce((left, row) => (row.bic < left.bic ? row : left));
    const reason = `no model could be simulated over the held-out data; least BIC with ${stable.terms} terms`;
    return { rows, picked: stable, reason };
  }
  const limit = AS_GOOD * best.heldOut;
  const good = rows.filter((row) => (row.heldOut ?? Infinity) <= limit);
  const fewest = Math.min(...good.map((row) => row.terms));
  const picked = least(good.filter((row) => row.terms === fewest));
  const reason =
    `${picked.terms} terms err by ${(picked.heldOut ?? 0).toPrecision(3)} on held-out roll-outs, ` +
    `the best of ${rows.length} models (${best.terms} terms) by ${best.heldOut.toPrecision(3)}`;
  return { rows, picked, reason };
}
