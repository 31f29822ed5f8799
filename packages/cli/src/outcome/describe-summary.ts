import type { Summary } from '@noether/pipeline';
import { formatDuration } from '../format-duration.js';
import { formatNumber } from '../format-number.js';
import type { Style } from '../style.js';
import { percent, row } from './describe-run.js';

/** What several seeds found together: success rate, failures by name, medians of the successes. */
export function describeSummary(summary: Summary, style: Style): string[] {
  const { runs, discovered, successRate, failures, medians } = summary;
  const mark = discovered === runs ? style.good : discovered === 0 ? style.bad : style.warn;
  const rate = `${discovered} of ${runs} seeds (${Math.round(100 * successRate)} %)`;
  const failed = Object.entries(failures).map(
    ([name, seeds]) => `${name}: seed${seeds.length === 1 ? '' : 's'} ${seeds.join(', ')}`,
  );
  const median = [
    `omega ${formatNumber(medians.omega)}, mean cosine ${formatNumber(medians.meanCosine, 2)}`,
    ...(medians.invarianceRatio === null
      ? []
      : [`moves the conserved quantity by ${percent(medians.invarianceRatio)} of a shuffle`]),
    `relative MSE ${formatNumber(medians.relativeMse, 2)}, lowest R² ` +
      `${formatNumber(medians.lowestR2)}, valid time ${formatNumber(medians.validTime)}`,
    ...(medians.seconds === null ? [] : [`${formatDuration(medians.seconds)} a run`]),
  ];
  return [
    `${style.bold(mark('discovered'))}: ${rate}`,
    '',
    ...row('failures', failed.length > 0 ? failed : ['none'], style),
    ...(discovered > 0 ? row('medians', median, style) : []),
  ];
}
