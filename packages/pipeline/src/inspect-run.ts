import { join } from 'node:path';
import { loadCheckpoint } from './folder/checkpoint-file.js';
import { readJson } from './folder/json.js';
import { readRecord } from './folder/record-file.js';
import { runFiles } from './folder/run-files.js';
import { exists, readClaim } from './folder/run-state.js';
import { readSeeds } from './folder/seeds-folder.js';
import type { RunInspection, Summary } from './run-types.js';

/**
 * What a folder holds: a run, runs of several seeds, or neither, and how far they are.
 * @throws NoetherError `corrupt-file` when a file in it cannot be read
 */
export async function inspectRun(out: string): Promise<RunInspection> {
  if (await exists(join(out, 'seeds.json'))) return inspectSeeds(out);
  const files = runFiles(out);
  if (!(await exists(files.state))) return { kind: 'none' };
  const { config, state } = await readClaim(files);
  const record = await readRecord(files);
  const checkpoint = await loadCheckpoint(files, () => undefined);
  const history = JSON.parse(checkpoint?.metadata.history ?? '[]') as unknown[];
  return {
    kind: 'run',
    state: record ? 'finished' : 'interrupted',
    config,
    seed: state.seed,
    engine: state.engine,
    epochs: history.length,
    record: record ?? null,
  };
}

async function inspectSeeds(out: string): Promise<RunInspection> {
  const { config, state } = await readSeeds(out);
  const summary = (await readJson(join(out, 'summary.json'))) as Summary | undefined;
  return {
    kind: 'seeds',
    state: summary ? 'finished' : 'interrupted',
    config,
    seeds: Array.from({ length: state.seeds }, (_, index) => state.firstSeed + index),
    engine: state.engine,
    summary: summary ?? null,
  };
}
