import type { EngineChoice } from '../engine-choice.js';
import type { RemoteFunction } from '../parallel/remote-function.js';
import { keyOf, type PresetExperiment } from './experiments/experiment.js';
import { experiments } from './experiments/experiments.js';
import type { Finding } from './outcome.js';

/** A finished run of an experiment. */
export interface ExaminedSeed extends EngineChoice {
  /** What the experiment is called on the command line. */
  readonly key: string;
  /** Of the run. */
  readonly folder: string;
}

/** What else a finished run has to show, as its experiment asks. */
export const examineSeed: RemoteFunction<ExaminedSeed, readonly Finding[]> = {
  module: import.meta.url,
  name: 'examineSeed',
  async run({ key, folder, engine, threads }) {
    const experiment = experiments.find(
      (each): each is PresetExperiment => 'preset' in each && keyOf(each) === key,
    );
    return (await experiment?.examine?.(folder, { engine, threads })) ?? [];
  },
};
