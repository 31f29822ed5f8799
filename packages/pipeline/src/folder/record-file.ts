import { readFile } from 'node:fs/promises';
import { NoetherError, type RunRecord } from '@noether/contracts';
import type { RunFiles } from './run-files.js';

/** Entries of a record that may be null; elsewhere null stands for a number that was not finite. */
const NULLABLE = new Set([
  'algebra',
  'error',
  'harmonic',
  'invariance',
  'name',
  'quadraticForm',
  'realToImaginary',
  'spearman',
]);

/**
 * The record of a finished run, or undefined when it has not finished.
 * @throws NoetherError `corrupt-file` when `run.json` is not a record
 */
export async function readRecord(files: RunFiles): Promise<RunRecord | undefined> {
  let text: string;
  try {
    text = await readFile(files.record, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    const record = JSON.parse(text, (key, value: unknown) =>
      value === null && !NULLABLE.has(key) ? NaN : value,
    ) as RunRecord | null;
    if (record?.kind === 'run') return record;
  } catch {
    // Reported below, as any other content that is no record.
  }
  throw new NoetherError(`${files.record} is not the record of a run.`, {
    code: 'corrupt-file',
    argument: files.record,
    hint: 'Delete it and resume the run to have it written again.',
  });
}
