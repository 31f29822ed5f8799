import { invalidArgument, type GrowthRecord, type TensorTable } from '@noether/contracts';
import {
  continuedStart,
  impliedStart,
  type ImpliedStart,
  type LearnedBlock,
} from '@noether/symmetry-gan';
import type { Checkpoint } from '@noether/compute';
import type { SettledConfig } from './config/settled-config.js';
import { loadCheckpoint, saveCheckpoint } from './folder/checkpoint-file.js';
import { trialFiles } from './folder/run-files.js';
import { checkHash } from './stages/check-hash.js';
import {
  chooseGenerators,
  holds,
  mostGenerators,
  nextTrial,
  startOf,
  type GeneratorTrial,
  type NextTrial,
} from './stages/generator-growth.js';
import { symmetryOptions } from './stages/symmetry-options.js';
import type { Diverged, Workplace } from './stage-context.js';
import { trainAndScore, type Trained } from './train-and-score.js';

/** Weight that keeps several generators apart, when the configuration has none. */
const CHANNELS = 0.1;
/** Share of the epochs for a training that goes on from another, as its networks have learned already. */
const CONTINUED = 0.5;
/** There is room for k (k − 1)/2 generators, and what they imply costs as the sixth power of k. */
const LARGEST = 12;

/** The training that was chosen, and how. */
export interface Grown {
  readonly outcome: Trained | Diverged;
  readonly growth: GrowthRecord;
  /** With the chosen number of generators. */
  readonly config: SettledConfig;
}

/**
 * Trains with 1, 2, … generators, each time with the same seed, until a further one adds nothing; see
 * {@link nextTrial} for when that is, and for when as many as there is room for are tried at once. A training goes on from another
 * where its generators imply more ({@link impliedStart}), and begins afresh elsewhere.
 * Each training has checkpoints of its own, from which an interrupted search goes on; those of the chosen one
 * become the run's.
 * @throws NoetherError `invalid-argument` before any training when the representation is not one learned block or acts on
 * more than 12 dimensions
 */
export async function growGenerators(place: Workplace): Promise<Grown> {
  const { run, context } = place;
  const { observe } = context('training');
  const { dimension } = blockOf(place.config, place);
  if (dimension > LARGEST) {
    const hint = `it is for at most ${LARGEST} dimensions and there are ${dimension}; give a number`;
    throw invalidArgument('symmetry.generators', 'auto', hint);
  }
  const most = mostGenerators(dimension);
  const trials: GeneratorTrial[] = [];
  const outcomes: (Trained | Diverged)[] = [];
  let implied: ImpliedStart | null = null;
  for (;;) {
    const next = nextTrial(trials, most, implied?.generators);
    if (next === null) break;
    const start = next.from === next.generators ? await endOf(place, trials[0]) : implied?.tensors;
    const outcome = await trial(place, next, next.from === undefined ? undefined : start);
    const result = trialOf(outcome, next);
    outcomes.push(outcome);
    trials.push(result);
    observe({ kind: 'note', stage: 'training', message: noteOn(result) });
    implied = holds(result) ? await impliedBy(place, next) : null;
  }
  const choice = chooseGenerators(trials, most);
  const { generators } = choice;
  const chosen = trials.findLastIndex((trial) => trial.generators === generators);
  const last = await lastOf(place, trials[chosen]);
  if (last) await saveCheckpoint(run.files, last);
  const config = configOf(place.config, trials[chosen]);
  return { outcome: outcomes[chosen], growth: { ...choice, trials }, config };
}

async function trial(
  place: Workplace,
  next: NextTrial,
  start: TensorTable | undefined,
): Promise<Trained | Diverged> {
  const { run, hash, config, context } = place;
  const files = trialFiles(run.files, next.generators, next.from);
  const resume = await loadCheckpoint(files, context('training').observe);
  if (resume) checkHash(resume.metadata.data, hash);
  return trainAndScore({ ...place, config: configOf(config, next) }, files, resume, start);
}

/** Where a training that is over ended. */
async function endOf(place: Workplace, trial: NextTrial): Promise<TensorTable | undefined> {
  const checkpoint = await lastOf(place, trial);
  return checkpoint && continuedStart(checkpoint);
}

/** What the generators of a training that is over imply. */
async function impliedBy(place: Workplace, trial: NextTrial): Promise<ImpliedStart | null> {
  const checkpoint = await lastOf(place, trial);
  return checkpoint
    ? impliedStart(checkpoint, blockOf(configOf(place.config, trial), place))
    : null;
}

function lastOf(
  { run, context }: Workplace,
  { generators, from }: NextTrial,
): Promise<Checkpoint | undefined> {
  return loadCheckpoint(trialFiles(run.files, generators, from), context('training').observe);
}

/** The one block that is learned. */
function blockOf(config: SettledConfig, { dataset }: Workplace): LearnedBlock {
  const { architecture, latentDimension } = config.autoencoder;
  const dimension = architecture === 'identity' ? dataset.train.names.length : latentDimension;
  const [block] = symmetryOptions(config, dimension).representation.blocks;
  return block as LearnedBlock;
}

function noteOn(trial: GeneratorTrial): string {
  const { generators, status, independent } = trial;
  const noun = generators === 1 ? 'generator' : 'generators';
  return `with ${generators} ${noun}${startOf(trial)}: ${status}, ${independent} independent`;
}

/** The configuration that a trial is trained with. */
function configOf(config: SettledConfig, { generators, from }: NextTrial): SettledConfig {
  const { weights, epochs } = config.symmetry;
  const channels = generators > 1 ? weights.channels || CHANNELS : weights.channels;
  const symmetry = {
    ...config.symmetry,
    generators,
    weights: { ...weights, channels },
    epochs: from === undefined ? epochs : Math.ceil(CONTINUED * epochs),
  };
  return { ...config, symmetry };
}

function trialOf(outcome: Trained | Diverged, next: NextTrial): GeneratorTrial {
  if ('failure' in outcome) {
    const reason = outcome.failure.message;
    return { ...next, status: 'diverged', reason, independent: 0, closure: 0 };
  }
  return { ...next, ...outcome.verdict, ...outcome.training.span };
}
