import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '@noether/contracts';
import { parseConfig, type PipelineConfig } from '../src/index.js';

/** A whole discovery in about a second; 18 steps in 3 epochs, the last of them on frozen statistics. */
export const tiny = {
  name: 'tiny',
  data: { system: 'pendulum', train: 4, validation: 2, test: 2, steps: 50 },
  autoencoder: { width: 8, hidden: 1 },
  symmetry: {
    batchSize: 32,
    epochs: 3,
    discriminator: { width: 8, hidden: 1 },
    freezeStatistics: 0.7,
  },
};

/** {@link tiny} with some sections replaced. */
export function tinyConfig(changes: object = {}): PipelineConfig {
  return parseConfig({ ...tiny, ...changes }, 'tiny');
}

export const silent = (): void => undefined;

/** Runs `work` with the path of a folder that is not there yet, and removes it afterwards. */
export async function inFolder<T>(work: (out: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'noether-'));
  try {
    return await work(join(parent, 'run'));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** A run.json without what differs from run to run: the seconds. */
export async function numbersOf(out: string): Promise<RunRecord> {
  const record = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as RunRecord;
  return timeless(record);
}

/** A record with its seconds set to zero. */
export function timeless(record: RunRecord): RunRecord {
  const seconds = { data: 0, training: 0, judgement: 0, equations: 0, forecast: 0, total: 0 };
  return { ...record, seconds };
}

/** The error of a promise that must fail. */
export async function failure(
  promise: Promise<unknown>,
): Promise<{ code: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('It should have failed.');
}
