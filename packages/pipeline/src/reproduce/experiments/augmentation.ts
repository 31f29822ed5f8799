import { median } from '@noether/numerics';
import { loadEngine } from '../../engine-choice.js';
import {
  AUGMENTATIONS,
  compareAugmentations,
  type Augmentation,
  type ComparisonOptions,
  type PredictionErrors,
} from '../augmentation/compare-augmentations.js';
import type { Finding } from '../outcome.js';
import { shown } from '../reproduction-text.js';
import type { Study, StudyContext } from './experiment.js';

/** Numbers of one kind, e.g. medians of f(x) alone. */
type Errors = Readonly<Record<Augmentation, number>>;

/** Over which the medians are taken. */
const SEEDS = 5;

/** The sizes of the paper. */
const FULL: ComparisonOptions = {
  predictor: { epochs: 2000, batchSize: 512, learningRate: 1e-4, final: 1 },
  baselineEpochs: 100,
};

/** A predictor that is trained for seconds: it does not resolve how exact a good generator is. */
const QUICK: typeof FULL = {
  predictor: { epochs: 80, batchSize: 128, learningRate: 0.01, final: 0.01 },
  baselineEpochs: 20,
};

/** Errors in the notebook that was released with LieGAN (`aug_pred.ipynb`), on its own orbits. */
const NOTEBOOK: Partial<Errors> = {
  'ground truth': 1.392e-5,
  LieGAN: 3.786e-5,
  'LieGAN, larger search': 6.174e-5,
  SymmetryGAN: 6.792e-4,
  'Augerino+': 1.474,
};

/** Generators that are all but exact may come in any order if their errors are as near as this. */
const TIE = 1.25;

/**
 * The augmentation study of two-body prediction, judged by medians over five seeds. What is predicted is the mean of
 * g⁻¹ f(g x) over four g, and in one line f(x) alone, as in the notebook. The order of the paper among the ground truth and the two
 * generators of LieGAN is asked for up to a tie.
 */
export const augmentation: Study = {
  name: 'two bodies, prediction with augmentation (medians over five seeds)',
  study: 'augmentation',
  seeds: 1,
  quickSeeds: 1,
  share: 1,
  run: async (context) => findingsOf(await eachSeed(context)),
};

/** What the errors of several seeds come to. */
export function findingsOf(errors: readonly PredictionErrors[]): Finding[] {
  const medians = mediansOf(errors, 'mean');
  return [
    near('LieGAN', 'ground truth', 5, medians),
    near('ground truth', 'LieGAN', TIE, medians),
    near('LieGAN', 'LieGAN, larger search', TIE, medians),
    above('none', 'LieGAN', 1, medians),
    above('SymmetryGAN', 'LieGAN', 1, medians),
    above('SymmetryGAN', 'LieGAN, larger search', 1, medians),
    above('Augerino+', 'SymmetryGAN', 10, medians),
    alone(near('LieGAN', 'ground truth', 5, mediansOf(errors, 'alone'))),
  ];
}

function near(one: Augmentation, other: Augmentation, most: number, errors: Errors): Finding {
  const value = errors[one] / errors[other];
  const asks = `${written(one, errors)} ≤ ${most} × ${written(other, errors)}`;
  return { id: 'A8', asks, value, holds: value <= most, ...inNotebook(one, other) };
}

function above(worse: Augmentation, better: Augmentation, least: number, errors: Errors): Finding {
  const value = errors[worse] / errors[better];
  const factor = least === 1 ? '' : ` by ${least} or more`;
  const asks = `${written(better, errors)} < ${written(worse, errors)}${factor}`;
  return {
    id: 'A8',
    asks,
    value,
    holds: value > 1 && value >= least,
    ...inNotebook(worse, better),
  };
}

function alone(finding: Finding): Finding {
  return { ...finding, asks: `f(x) alone: ${finding.asks}` };
}

/** The ratio of two errors, where the notebook has both. */
function inNotebook(over: Augmentation, under: Augmentation): Pick<Finding, 'published'> {
  const ratio = (NOTEBOOK[over] ?? NaN) / (NOTEBOOK[under] ?? NaN);
  return Number.isFinite(ratio) ? { published: shown(ratio) } : {};
}

async function eachSeed(context: StudyContext): Promise<PredictionErrors[]> {
  const { engine } = await loadEngine(context);
  const errors: PredictionErrors[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = context.random.split(seed);
    const options = context.quick ? QUICK : FULL;
    const found = await compareAugmentations(engine, options, { ...context, random });
    context.observe({ kind: 'note', stage: 'training', message: noteOn(seed, found) });
    errors.push(found);
  }
  return errors;
}

function mediansOf(errors: readonly PredictionErrors[], kind: 'mean' | 'alone'): Errors {
  const pairs = AUGMENTATIONS.map((key) => [key, median(errors.map((one) => one[key][kind]))]);
  return Object.fromEntries(pairs) as Errors;
}

function noteOn(seed: number, errors: PredictionErrors): string {
  const parts = AUGMENTATIONS.map((name) => {
    const { mean, alone: plain } = errors[name];
    return `${name} ${shown(mean)} (${shown(plain)})`;
  });
  return `errors with seed ${seed} (of f(x) alone): ${parts.join(', ')}`;
}

function written(name: Augmentation, errors: Errors): string {
  return `${name} (${shown(errors[name])})`;
}
