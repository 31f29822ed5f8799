export type { EquationData, EquationShape } from './equation-data.js';
export { equationSystem } from './equation-system.js';
export type { CandidateOptions } from './candidates.js';
export { fitEquations, type FitOptions } from './fit-equations.js';
export type { RunningEquations, SimulateOptions } from './running-equations.js';
export type { DerivativeScore } from './score.js';

export type { ElementaryFunction } from './terms/elementary-function.js';
export { elementaryFunctions } from './terms/elementary-functions.js';

export { concat } from './library/concat.js';
export { embed } from './library/embed.js';
export { fourierLibrary, type FourierOptions } from './library/fourier.js';
export {
  functionLibrary,
  type FunctionCandidate,
  type FunctionOptions,
} from './library/function.js';
export { identityLibrary } from './library/identity.js';
export type { Library } from './library/library.js';
export { pdeLibrary, type PdeOptions } from './library/pde.js';
export { polynomialLibrary, type PolynomialOptions } from './library/polynomial.js';
export { tensor } from './library/tensor.js';
export { termLibrary } from './library/term-library.js';

export { evidenceGreedy, type EvidenceOptions, type EvidenceResult } from './regress/evidence.js';
export { frols, type FrolsOptions, type FrolsResult } from './regress/frols.js';
export type { Regression, RegressionProblem } from './regress/regression.js';
export { sr3, type Sr3Options, type Sr3Result } from './regress/sr3.js';
export { ssr, type ModelStep, type SsrOptions, type SsrResult } from './regress/ssr.js';
export { type RegressionRows, regressionRows } from './regress/regression-rows.js';
export {
  trimmedSr3,
  type TrimmedSr3Options,
  type TrimmedSr3Result,
} from './regress/trimmed-sr3.js';
export { stlsq, type StlsqOptions, type StlsqResult } from './regress/stlsq.js';
export type { Supports } from './regress/support.js';

export {
  atLeast,
  atMost,
  type CoefficientConstraint,
  type CoefficientName,
  constraintRows,
  type ConstraintRows,
  equal,
  fix,
} from './constrain/coefficient-constraint.js';
export {
  constrainedLeastSquares,
  type ConstrainedOptions,
} from './constrain/constrained-least-squares.js';
export { withConstraints, withSymmetry } from './constrain/with-constraints.js';
export { constrainedStlsq, type ConstrainedStlsqOptions } from './constrain/constrained-stlsq.js';
export {
  commutingBasis,
  type GeneratorField,
  volumePreservingBasis,
} from './constrain/commuting-basis.js';
export { equivarianceEquations, equivariantBasis } from './constrain/equivariance.js';
export {
  equivariantFit,
  type EquivariantOptions,
  type EquivariantResult,
} from './constrain/equivariant-fit.js';

export { bagLibrary, type BagLibraryOptions } from './ensemble/bag-library.js';
export { bagRows, type BagRowsOptions, type FactorRegression } from './ensemble/bagging.js';
export { type Ensemble, fitEnsemble, type FitEnsembleOptions } from './ensemble/fit-ensemble.js';
export { type EnsembleSummary, summariseModels, thresholdedMedian } from './ensemble/summarise.js';

export { informationCriteria, type InformationCriteria } from './select/information-criteria.js';

export { weakSystem, type WeakOptions, type WeakSystem, type Window } from './weak/weak-system.js';

export { equationDataOf } from './data/equation-data-of.js';
export { mapDataOf } from './data/map-data-of.js';
export { type InputSamples, type InputSource, signalOf, withInputs } from './data/with-inputs.js';
export { type Pieces, splitAtGaps } from './data/split-at-gaps.js';
export {
  byFiniteDifferences,
  byLocalPolynomials,
  bySavitzkyGolay,
  bySmoothingSpline,
  bySpectralDerivatives,
  type Differentiated,
  type VelocityMethod,
} from './data/velocity-method.js';

export { fieldVelocity } from './pde/field-velocity.js';
export { fitWeakField, type WeakFieldOptions } from './pde/fit-weak-field.js';
export { gridDataOf, type GridDataOptions } from './pde/grid-data-of.js';
export type { GridDerivativeOptions } from './pde/grid-derivative.js';
export type { GridAxis, GridField } from './pde/grid-field.js';

export { rollOutError } from './select/roll-out-error.js';
export { sweepText } from './select/sweep-text.js';
export {
  type Sweep,
  type SweepOptions,
  type SweepRow,
  sweepThresholds,
} from './select/sweep-thresholds.js';
export { fitWeakEquations, type WeakFitOptions } from './weak/fit-weak-equations.js';

export { fitStream, type StreamOptions } from './stream/fit-stream.js';
export { type TrajectoryChunk, trajectoryChunks } from './stream/trajectory-chunks.js';
export type { EquationWorkers } from './parallel/equation-workers.js';
export { webWorkers } from './parallel/web-workers.js';
