import { readFile } from 'node:fs/promises';
import { NoetherError, type RunRecord } from '@noether/contracts';
import { recordFaults } from './record-faults.js';
import type { RunFiles } from './run-files.js';

/** Entries of a record that may be null; elsewhere null stands for a number that was not finite. */
const NULLABLE = new Set([
  'algebra',
  'error',
  'growth',
  'harmonic',
  'invariance',
  'name',
  'planes',
  'quadraticForm',
  'realToImaginary',
  'spearman',
  'variance',
  'wave',
]);

/**
 * The record of a finished run, or undefined when it has not finished.
 * @throws NoetherError `corrupt-file` when `run.json` is not a record, with what it lacks
 */
export async function readRecord(files: RunFiles): Promise<RunRecord | undefined> {
  let text: string;
  try {
    text = await readFile(files.record, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
  const record = parsed(text);
  const faults = record?.kind === 'run' ? recordFaults(record) : 'it is no JSON of the kind "run"';
  if (!faults) return record as RunRecord;
  throw new NoetherError(`${files.record} is not the record of a run: ${faults}.`, {
    code: 'corrupt-file',
    argument: files.record,
    hint: 'Delete it and resume the run to have it written again.',
  });
}

function parsed(text: string): Partial<RunRecord> | null {
  try {
    return JSON.parse(text, (key, value: unknown) =>
      value === null && !NULLABLE.has(key) ? NaN : value,
    ) as Partial<RunRecord> | null;
  } catch {
    return null;
  }
}
