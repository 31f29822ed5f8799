export {
  blockCoefficients,
  blockDimension,
  representation,
  type FixedBlock,
  type InvariantBlock,
  type LearnedBlock,
  type Representation,
  type RepresentationBlock,
} from './representation.js';
export type { Parametrisation } from './parametrisation/parametrisation.js';
export { blockMask } from './parametrisation/masked.js';
export { parseRepresentation } from './parse-representation.js';
export type { CoefficientLaw, Regulariser, SymmetryOptions } from './options.js';
export { laliganProgram } from './laligan-program.js';
export type { EpochRecord, SymmetryData, TrainedSymmetry } from './symmetry-data.js';
export { trainSymmetry } from './symmetry-training.js';
export { symmetryBasisOf } from './symmetry-basis-of.js';
export { latentSpread, type LatentSpread } from './latent-spread.js';
export { trainingStatistics, type TrainingStatistics } from './training-statistics.js';
export { restrictToSpan, type Span } from './restrict-to-span.js';
export { continuedStart, impliedStart, type ImpliedStart } from './implied-start.js';
export { judgeInSpan } from './judge-in-span.js';
export { judgeSymmetry, type Judgement } from './judge-symmetry.js';
export { thresholdMask } from './threshold.js';
export { independentGenerators } from './judge/independent-generators.js';
export {
  augment,
  drawElements,
  type Augmented,
  type AugmentOptions,
  type DrawnElements,
} from './augment.js';
export { act, groupElements, moveLatent } from './judge/act.js';
export { changeOfQuantity, type MovedStates } from './judge/change-of-quantity.js';
export {
  FEWEST_WINDOWS,
  judgeAction,
  type ActionJudgement,
  type ActionMeasures,
  type ActionSamples,
  type Compared,
} from './judge/judge-action.js';
export { actionBounds, type ActionVerdict } from './judge/verdict-on-action.js';
