import { median } from '@noether/numerics';
import { loadEngine } from '../../engine-choice.js';
import {
  AUGMENTATIONS,
  compareAugmentations,
  type ComparisonOptions,
  type PredictionErrors,
} from '../augmentation/compare-augmentations.js';
import type { Finding } from '../outcome.js';
import { shown } from '../reproduction-text.js';
import type { Study, StudyContext } from './experiment.js';

type Name = keyof PredictionErrors;

/** The sizes of the paper. */
const FULL: ComparisonOptions & { readonly seeds: number } = {
  predictor: { epochs: 2000, batchSize: 512, learningRate: 1e-4, final: 1 },
  baselineEpochs: 100,
  seeds: 5,
};

/** A predictor that is trained for seconds: it does not resolve how exact a good generator is. */
const QUICK: typeof FULL = {
  predictor: { epochs: 80, batchSize: 128, learningRate: 0.01, final: 0.01 },
  baselineEpochs: 20,
  seeds: 2,
};

/** Errors in the notebook that was released with LieGAN (`aug_pred.ipynb`), on its own orbits. */
const NOTEBOOK: Partial<PredictionErrors> = {
  'ground truth': 1.392e-5,
  LieGAN: 3.786e-5,
  'LieGAN, larger search': 6.174e-5,
  SymmetryGAN: 6.792e-4,
  'Augerino+': 1.474,
};

/** Generators that are all but exact may come in any order if their errors are as near as this. */
const TIE = 1.25;

/**
 * The augmentation study of two-body prediction, judged by medians over seeds. The order of the paper among
 * the ground truth and the two generators of LieGAN is asked for up to a tie.
 */
export const augmentation: Study = {
  name: 'two bodies, prediction with augmentation (medians over seeds)',
  study: 'augmentation',
  seeds: 1,
  quickSeeds: 1,
  share: 1,
  run: async (context) => {
    const medians = await medianErrors(context);
    const found = (better: Name, worse: Name, least: number): Finding => {
      const ratio = medians[worse] / medians[better];
      const factor = least === 1 ? '' : ` by ${least} or more`;
      const asks = `${written(better, medians)} < ${written(worse, medians)}${factor}`;
      const holds = ratio > 1 && ratio >= least;
      return { id: 'A8', asks, value: ratio, holds, ...inNotebook(worse, better) };
    };
    const near = (better: Name, worse: Name, most: number): Finding => {
      const ratio = medians[better] / medians[worse];
      const asks = `${written(better, medians)} ≤ ${most} × ${written(worse, medians)}`;
      return { id: 'A8', asks, value: ratio, holds: ratio <= most, ...inNotebook(better, worse) };
    };
    return [
      near('LieGAN', 'ground truth', 5),
      near('ground truth', 'LieGAN', TIE),
      near('LieGAN', 'LieGAN, larger search', TIE),
      found('LieGAN', 'none', 1),
      found('LieGAN', 'SymmetryGAN', 1),
      found('LieGAN, larger search', 'SymmetryGAN', 1),
      found('SymmetryGAN', 'Augerino+', 10),
    ];
  },
};

/** The ratio of two errors, where the notebook has both. */
function inNotebook(above: Name, below: Name): Pick<Finding, 'published'> {
  const ratio = (NOTEBOOK[above] ?? NaN) / (NOTEBOOK[below] ?? NaN);
  return Number.isFinite(ratio) ? { published: shown(ratio) } : {};
}

async function medianErrors(context: StudyContext): Promise<PredictionErrors> {
  const { engine } = await loadEngine(context);
  const { seeds, ...options } = context.quick ? QUICK : FULL;
  const errors: PredictionErrors[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const random = context.random.split(seed);
    errors.push(await compareAugmentations(engine, options, { ...context, random }));
  }
  const pairs = AUGMENTATIONS.map((key) => [key, median(errors.map((one) => one[key]))]);
  return Object.fromEntries(pairs) as PredictionErrors;
}

function written(name: Name, errors: PredictionErrors): string {
  return `${name} (${shown(errors[name])})`;
}
