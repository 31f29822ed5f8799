import type { Checkpoint } from '@noether/compute';
import type { EpochLosses } from '@noether/report';
import { checkpointPace } from './checkpoint-pace.js';
import { saveCheckpoint } from './folder/checkpoint-file.js';
import type { RunFiles } from './folder/run-files.js';
import { writeHistory } from './folder/write-history.js';
import type { Workplace } from './stage-context.js';

/** What hears the checkpoints of a training. */
export interface CheckpointKeeper<Line extends EpochLosses> {
  readonly keep: (checkpoint: Checkpoint) => Promise<void>;
  /** Whether the time has come for the next one; it is then to be copied at once and kept. */
  readonly due: () => boolean;
  /** That of the last checkpoint. */
  readonly history: () => readonly Line[];
}

/**
 * Writes each checkpoint of a training to the given files, with the seconds and the data it belongs to, and its history,
 * at the pace of `checkpointPace`.
 */
export function checkpointKeeper<Line extends EpochLosses>(
  { watch, hash }: Pick<Workplace, 'watch' | 'hash'>,
  files: RunFiles,
): CheckpointKeeper<Line> {
  const pace = checkpointPace();
  let history: readonly Line[] = [];
  const keep = (checkpoint: Checkpoint): Promise<void> =>
    pace.save(async () => {
      history = JSON.parse(checkpoint.metadata.history) as Line[];
      const seconds = String(watch.elapsed('training'));
      const metadata = { ...checkpoint.metadata, seconds, data: hash };
      await saveCheckpoint(files, { ...checkpoint, metadata });
      await writeHistory(files, history);
    });
  return { keep, due: () => pace.due(), history: () => history };
}
