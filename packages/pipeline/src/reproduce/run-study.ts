import { join } from 'node:path';
import { randomStream } from '@noether/numerics';
import type { EngineChoice } from '../engine-choice.js';
import { readJson, writeJson } from '../folder/json.js';
import { keptEvent } from '../kept-event.js';
import type { RemoteFunction, WorkContext } from '../parallel/remote-function.js';
import { noetherVersion } from '../versions.js';
import { keyOf, type Study } from './experiments/experiment.js';
import { experiments } from './experiments/experiments.js';
import type { Finding } from './outcome.js';

/** One seed of a study. */
export interface StudySeed extends EngineChoice {
  /** Of the study; `seed-N.json` in it has what a seed came to. */
  readonly folder: string;
  readonly seed: number;
  readonly quick: boolean;
}

/** What one seed of a study came to, as in its file; files of before were the list of findings alone. */
export interface StudyResult {
  /** Of Noether, which made it. */
  readonly version?: string;
  readonly findings: readonly Finding[];
}

/** What one seed of a study comes to; when it is finished in the folder, it is not run again. */
export async function runStudy(
  study: Study,
  { folder, seed, quick, engine, threads }: StudySeed,
  context: WorkContext,
): Promise<StudyResult> {
  const path = join(folder, `seed-${seed}.json`);
  const known = (await readJson(path)) as StudyResult | readonly Finding[] | undefined;
  if (known) {
    const result: StudyResult = 'findings' in known ? known : { findings: known };
    context.observe(keptEvent(path, result.version));
    return result;
  }
  const choice = { engine, threads };
  const findings = await study.run({ ...context, ...choice, random: randomStream(seed), quick });
  const result = { version: noetherVersion(), findings };
  await writeJson(path, result);
  return result;
}

/** {@link runStudy} for a study of the table, by its key. */
export const studySeed: RemoteFunction<StudySeed & { readonly key: string }, StudyResult> = {
  module: import.meta.url,
  name: 'studySeed',
  run({ key, ...seed }, context) {
    const study = experiments.find((each): each is Study => 'study' in each && keyOf(each) === key);
    return runStudy(study!, seed, context);
  },
};
