import { readFile, rename } from 'node:fs/promises';
import { NoetherError, type Observer } from '@noether/contracts';
import { decodeCheckpoint, encodeCheckpoint, type Checkpoint } from '@noether/compute';
import type { RunFiles } from './run-files.js';
import { writeAtomic } from './write-atomic.js';

/**
 * Writes the newest checkpoint and keeps the one before it, so that a whole checkpoint is on the disk
 * at every moment.
 */
export async function saveCheckpoint(files: RunFiles, checkpoint: Checkpoint): Promise<void> {
  const next = `${files.checkpoint}.next`;
  await writeAtomic(next, await encodeCheckpoint(checkpoint));
  await rename(files.checkpoint, files.previousCheckpoint).catch(ignoreMissing);
  await rename(next, files.checkpoint);
}

/**
 * The newest whole checkpoint, the one before it when the newest is damaged, with a warning, or
 * undefined when there is none yet.
 * @throws NoetherError `corrupt-file` when there are checkpoints but all are damaged
 */
export async function loadCheckpoint(
  files: RunFiles,
  observe: Observer,
): Promise<Checkpoint | undefined> {
  const faults: unknown[] = [];
  for (const path of [files.checkpoint, files.previousCheckpoint]) {
    const bytes = await readFile(path).catch(ignoreMissing);
    if (!bytes) continue;
    try {
      const checkpoint = await decodeCheckpoint(Uint8Array.from(bytes));
      if (faults.length > 0) {
        const message = `${files.checkpoint} is damaged; the run goes on from the one before it`;
        observe({ kind: 'warning', stage: 'training', message });
      }
      return checkpoint;
    } catch (cause) {
      faults.push(cause);
    }
  }
  if (faults.length === 0) return undefined;
  throw new NoetherError(
    `No checkpoint in ${files.folder} can be read: ${(faults[0] as Error).message}`,
    {
      code: 'corrupt-file',
      argument: files.checkpoint,
      hint: 'Delete the checkpoint files to train from the beginning.',
      cause: faults[0],
    },
  );
}

function ignoreMissing(cause: unknown): undefined {
  if ((cause as { code?: string }).code !== 'ENOENT') throw cause;
  return undefined;
}
