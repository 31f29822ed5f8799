export { loadEncoder } from './load-encoder.js';
export { peeledAutoencoder, type PeeledAutoencoderOptions } from './peeled-autoencoder.js';
export { convAutoencoder, type ConvAutoencoderOptions } from './conv-autoencoder.js';
export { mlpAutoencoder, type MlpAutoencoderOptions } from './mlp-autoencoder.js';
export { withLatentCoordinates, type LatentCoordinates } from './latent-coordinates.js';
export {
  denseAutoencoder,
  type Activation,
  type DenseAutoencoderOptions,
} from './dense-autoencoder.js';
export {
  derivativeSamples,
  type DerivativeData,
  type DerivativeSamples,
} from './sindy/derivative-samples.js';
export { latentTerms, type LatentFunction, type LatentLibrary } from './sindy/latent-terms.js';
export { latentVariables } from './sindy/latent-variables.js';
export type { SindyAutoencoderOptions } from './sindy/sindy-options.js';
export {
  sindyProgram,
  type SindyProgramOptions,
  type SindyWeights,
} from './sindy/sindy-program.js';
export { scoreSindy, type SindyModel, type SindyScores } from './sindy/sindy-scores.js';
export {
  trainSindyAutoencoder,
  type SindyAutoencoder,
  type SindyEpoch,
  type SindyTrainingData,
} from './sindy/train-sindy-autoencoder.js';
export {
  alignedEquations,
  alignLatent,
  termShares,
  type LatentAlignment,
} from './sindy/align-latent.js';
export {
  searchSindyTerms,
  type TermSearchData,
  type TermSearchOptions,
  type TriedTerms,
} from './sindy/search-terms.js';
export { chooseRestart, type Restart } from './sindy/choose-restart.js';
export { phaseSpace, phaseSpaceRecord } from './phase-space.js';
export { principalEncoder, type PrincipalOptions } from './principal-encoder.js';
export { trainNeuralOde, type NeuralOde, type NeuralOdeOptions } from './neural-ode.js';
export type {
  DimensionChoice,
  DimensionScan,
  ScannedDimension,
} from './dimension/dimension-scan.js';
export { chooseDimension } from './dimension/choose-dimension.js';
export { scanDimensions, type ScanData, type ScanOptions } from './dimension/scan-dimensions.js';
