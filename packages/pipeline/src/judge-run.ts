import { join } from 'node:path';
import {
  gatherWindows,
  NoetherError,
  symmetryBasisFromJson,
  type Observer,
  type SymmetryBasisRecord,
  type Trajectories,
  type Windows,
} from '@noether/contracts';
import type { Engine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { judgeAction, type ActionJudgement } from '@noether/symmetry-gan';
import { loadEngine } from './discover.js';
import { readEncoder } from './folder/encoder-file.js';
import { readJson, writeJson } from './folder/json.js';
import { runFiles, type RunFiles } from './folder/run-files.js';
import { readClaim } from './folder/run-state.js';
import { inspectRun } from './inspect-run.js';
import { cutWindows } from './stages/cut-windows.js';
import { loadDataset } from './stages/load-dataset.js';

export interface JudgeRunOptions {
  readonly engine?: string;
  readonly observe: Observer;
  readonly signal?: AbortSignal;
}

/** The judgement of one finished run. */
export interface SeedJudgement {
  readonly seed: number;
  readonly judgement: ActionJudgement;
}

/** Windows that are handed to the judgement, at most. */
const MOST = 20_000;

/**
 * Judges the action that a finished run found by what it does to its validation data, without the
 * discriminator that was trained with it; for a folder of several seeds each of them. Writes
 * `judgement.json` beside each `run.json`.
 * @throws NoetherError `no-run`, `unfinished`
 */
export async function judgeRun(folder: string, options: JudgeRunOptions): Promise<SeedJudgement[]> {
  const found = await inspectRun(folder);
  if (found.kind === 'none') throw problem('no-run', folder, 'holds no run', 'Check the path.');
  if (found.state !== 'finished') {
    throw problem('unfinished', folder, 'is not finished', 'Resume it first.');
  }
  const several = found.kind === 'seeds';
  const { engine } = await loadEngine(options.engine ?? found.engine ?? undefined);
  const judged: SeedJudgement[] = [];
  for (const seed of several ? found.seeds : [found.seed]) {
    const own = several ? join(folder, `seed-${seed}`) : folder;
    const judgement = await judgeSeed(runFiles(own), engine, seed, options);
    if (!judgement) continue;
    await writeJson(join(own, 'judgement.json'), judgement);
    judged.push({ seed, judgement });
  }
  return judged;
}

async function judgeSeed(
  files: RunFiles,
  engine: Engine,
  seed: number,
  { observe, signal }: JudgeRunOptions,
): Promise<ActionJudgement | undefined> {
  const record = (await readJson(files.symmetry)) as SymmetryBasisRecord | undefined;
  if (!record) {
    const message = `seed ${seed} diverged; it has no action to judge`;
    observe({ kind: 'note', stage: 'judgement', message });
    return undefined;
  }
  const { config } = await readClaim(files);
  const random = randomStream(seed);
  const context = { random: random.split('data'), observe, ...(signal && { signal }) };
  const dataset = await loadDataset(config, context);
  const cut = (part: Trajectories): Float64Array => samplesOf(cutWindows(part, config, dataset));
  return judgeAction(
    {
      encoder: await readEncoder(files, engine),
      basis: symmetryBasisFromJson(record),
      heldOut: cut(dataset.validation),
      reference: cut(dataset.train),
      timesteps: config.windows.timesteps,
    },
    random.split('judgement'),
  );
}

/** Windows as rows, evenly thinned where there are many. */
function samplesOf(data: Windows): Float64Array {
  const every = Math.max(1, Math.ceil(data.offsets.length / MOST));
  const order = Int32Array.from(
    { length: Math.ceil(data.offsets.length / every) },
    (_, index) => index * every,
  );
  const rows = new Float32Array(order.length * data.timesteps * data.dimension);
  gatherWindows(data, order, 0, order.length, rows);
  return Float64Array.from(rows);
}

const problem = (code: string, folder: string, what: string, hint: string): NoetherError =>
  new NoetherError(`${folder} ${what}.`, { code, argument: 'folder', value: folder, hint });
