export { randomStream, type RandomStream } from './random/random-stream.js';

export {
  finiteDifferences,
  type FiniteDifferenceOptions,
} from './differentiate/finite-differences.js';
export { localPolynomial, type LocalPolynomialOptions } from './differentiate/local-polynomial.js';
export { noiseLevel } from './differentiate/noise-level.js';
export { savitzkyGolay, type SavitzkyGolayOptions } from './differentiate/savitzky-golay.js';
export {
  smoothingSpline,
  type SmoothedSamples,
  type SmoothingSplineOptions,
} from './differentiate/smoothing-spline.js';
export { spectralDerivative, type SpectralOptions } from './differentiate/spectral-derivative.js';

export { fourierPlan, type FourierPlan } from './fourier/fourier-plan.js';
export { fourierSquare } from './fourier/fourier-square.js';
export { waveNumbers } from './fourier/wave-numbers.js';
export { interpolate, type Interpolation, type Signal } from './interpolate/interpolate.js';

export { blockQr, type BlockQr } from './linalg/block-qr.js';
export { cholesky, solveLower } from './linalg/cholesky.js';
export { determinant } from './linalg/determinant.js';
export type { Complex } from './linalg/complex.js';
export { eigenvalues } from './linalg/eigenvalues.js';
export { expm, expmBatch } from './linalg/expm.js';
export { expmFrechet, type ExpmFrechet } from './linalg/expm-frechet.js';
export { identity } from './linalg/identity.js';
export { inverse } from './linalg/inverse.js';
export { logm } from './linalg/logm.js';
export { multiply } from './linalg/multiply.js';
export { nullSpace } from './linalg/null-space.js';
export { singularValues } from './linalg/singular-values.js';
export { solve } from './linalg/solve.js';
export { sqrtm } from './linalg/sqrtm.js';
export { streamingQr, type StreamingQr } from './linalg/streaming-qr.js';
export { symmetricEigen, type SymmetricEigen } from './linalg/symmetric-eigen.js';
export { transpose } from './linalg/transpose.js';

export type { EventRecord } from './ode/event-watch.js';
export { integrate, type Integration } from './ode/integrate.js';
export type {
  EventFunction,
  IntegrateOptions,
  IntegrationMethod,
} from './ode/integrate-options.js';
export { rk4 } from './ode/rk4.js';
export type { FieldJacobian, TimeField, VectorField } from './ode/vector-field.js';

export { correlationTime } from './statistics/correlation-time.js';
export { covariance } from './statistics/covariance.js';
export { distances } from './statistics/distances.js';
export { effectiveRank } from './statistics/effective-rank.js';
export { energyTest, energyTestOf, type EnergyTest } from './statistics/energy-test.js';
export { mean } from './statistics/mean.js';
export { median } from './statistics/median.js';
export { nearestDistances } from './statistics/nearest-distances.js';
export { slicedWasserstein, slicedWassersteins } from './statistics/sliced-wasserstein.js';
export { spearman } from './statistics/spearman.js';

export {
  assembleWasm,
  leb,
  signedLeb,
  type ValueType,
  type WasmFunction,
} from './wasm/assemble.js';
