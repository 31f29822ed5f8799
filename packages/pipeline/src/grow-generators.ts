import type { GrowthRecord } from '@noether/contracts';
import { closureResidual } from '@noether/lie-algebra';
import { independentGenerators, type LearnedBlock } from '@noether/symmetry-gan';
import type { SettledConfig } from './config/settled-config.js';
import { loadCheckpoint, saveCheckpoint } from './folder/checkpoint-file.js';
import { trialFiles } from './folder/run-files.js';
import { checkHash } from './stages/check-hash.js';
import {
  chooseGenerators,
  mostGenerators,
  nextTrial,
  type GeneratorTrial,
} from './stages/generator-growth.js';
import { symmetryOptions } from './stages/symmetry-options.js';
import type { Diverged, Workplace } from './stage-context.js';
import { trainAndScore, type Trained } from './train-and-score.js';

/** Weight that keeps several generators apart, when the configuration has none. */
const CHANNELS = 0.1;

/** The training that was chosen, and how. */
export interface Grown {
  readonly outcome: Trained | Diverged;
  readonly growth: GrowthRecord;
  /** With the chosen number of generators. */
  readonly config: SettledConfig;
}

/**
 * Trains with 1, 2, … generators, each time from the beginning and with the same seed, until a further one adds
 * nothing; see {@link nextTrial} for when that is, and for when as many as there is room for are tried at once.
 * Each training has checkpoints of its own, from which an interrupted search goes on; those of the chosen one
 * become the run's.
 * @throws NoetherError `invalid-argument` before any training when the representation is not one learned block
 */
export async function growGenerators(place: Workplace): Promise<Grown> {
  const { run, context } = place;
  const { observe } = context('training');
  const { representation } = symmetryOptions(place.config, latentDimensionOf(place));
  const [block] = representation.blocks as readonly LearnedBlock[];
  const most = mostGenerators(block.dimension);
  const trials: GeneratorTrial[] = [];
  const outcomes: (Trained | Diverged)[] = [];
  for (;;) {
    const generators = nextTrial(trials, most);
    if (generators === null) break;
    const outcome = await trial(place, generators);
    const result = trialOf(outcome, generators);
    outcomes.push(outcome);
    trials.push(result);
    const noun = generators === 1 ? 'generator' : 'generators';
    const message = `with ${generators} ${noun}: ${result.status}, ${result.independent} independent`;
    observe({ kind: 'note', stage: 'training', message });
  }
  const choice = chooseGenerators(trials, most);
  const { generators } = choice;
  const last = await loadCheckpoint(trialFiles(run.files, generators), observe);
  if (last) await saveCheckpoint(run.files, last);
  const config = withGenerators(place.config, generators);
  const chosen = trials.findIndex((trial) => trial.generators === generators);
  return { outcome: outcomes[chosen], growth: { ...choice, trials }, config };
}

async function trial(place: Workplace, generators: number): Promise<Trained | Diverged> {
  const { run, hash, config, context } = place;
  const files = trialFiles(run.files, generators);
  const resume = await loadCheckpoint(files, context('training').observe);
  if (resume) checkHash(resume.metadata.data, hash);
  return trainAndScore({ ...place, config: withGenerators(config, generators) }, files, resume);
}

function withGenerators(config: SettledConfig, generators: number): SettledConfig {
  const { weights } = config.symmetry;
  const channels = generators > 1 ? weights.channels || CHANNELS : weights.channels;
  const symmetry = { ...config.symmetry, generators, weights: { ...weights, channels } };
  return { ...config, symmetry };
}

function latentDimensionOf({ config, dataset }: Workplace): number {
  const { architecture, latentDimension } = config.autoencoder;
  return architecture === 'identity' ? dataset.train.names.length : latentDimension;
}

function trialOf(outcome: Trained | Diverged, generators: number): GeneratorTrial {
  if ('failure' in outcome) {
    const reason = outcome.failure.message;
    return { generators, status: 'diverged', reason, independent: 0, closure: 0 };
  }
  const { basis } = outcome.training;
  const span = independentGenerators(basis.generators);
  const closure = span.length > 1 ? closureResidual(span, basis.dimension) : 0;
  return { generators, ...outcome.verdict, independent: span.length, closure };
}
