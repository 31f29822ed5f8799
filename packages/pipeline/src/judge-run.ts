import { join } from 'node:path';
import type { Observer } from '@noether/contracts';
import type { Engine } from '@noether/compute';
import type { ActionJudgement } from '@noether/symmetry-gan';
import { loadEngine, type EngineChoice } from './engine-choice.js';
import { readEncoder } from './folder/encoder-file.js';
import { finishedSeeds } from './folder/finished-seeds.js';
import { writeJson } from './folder/json.js';
import type { RunFiles } from './folder/run-files.js';
import { readSymmetry } from './folder/symmetry-file.js';
import { judgeHeldOut } from './stages/judge-held-out.js';
import { reloadData } from './stages/reload-data.js';

export interface JudgeRunOptions extends EngineChoice {
  readonly observe: Observer;
  readonly signal?: AbortSignal;
}

/** The judgement of one finished run. */
export interface SeedJudgement {
  readonly seed: number;
  readonly judgement: ActionJudgement;
}

/**
 * Judges the action that a finished run found by what it does to its validation data, without the
 * discriminator that was trained with it; for a folder of several seeds each of them. Writes
 * `judgement.json` beside each `run.json`.
 * @throws NoetherError `no-run`, `unfinished`, `changed-data` when the data are no longer those of the run
 */
export async function judgeRun(folder: string, options: JudgeRunOptions): Promise<SeedJudgement[]> {
  const { runs, engine: used } = await finishedSeeds(folder);
  const { engine } = await loadEngine({ ...options, engine: options.engine ?? used ?? undefined });
  const judged: SeedJudgement[] = [];
  for (const { seed, files } of runs) {
    const judgement = await judgeSeed(files, engine, seed, options);
    if (!judgement) continue;
    await writeJson(join(files.folder, 'judgement.json'), judgement);
    judged.push({ seed, judgement });
  }
  return judged;
}

async function judgeSeed(
  files: RunFiles,
  engine: Engine,
  seed: number,
  options: JudgeRunOptions,
): Promise<ActionJudgement | undefined> {
  const leftOut = (why: string): undefined => {
    options.observe({ kind: 'note', stage: 'judgement', message: `seed ${seed} ${why}` });
  };
  const basis = await readSymmetry(files);
  if (!basis) return leftOut('has no action to judge: it diverged, or looked for equations only');
  const { config, dataset, random } = await reloadData(files, seed, options);
  const encoder = await readEncoder(files, engine);
  const action = { encoder, basis };
  const judgement = await judgeHeldOut(action, dataset, config, random.split('judgement'));
  return judgement ?? leftOut('has too few validation windows to be judged');
}
