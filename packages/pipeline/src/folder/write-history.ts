import type { EpochLosses } from '@noether/report';
import type { RunFiles } from './run-files.js';
import { writeAtomic } from './write-atomic.js';

/** Writes `metrics.jsonl`. */
export async function writeHistory(
  { metrics }: RunFiles,
  history: readonly EpochLosses[],
): Promise<void> {
  await writeAtomic(metrics, history.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
