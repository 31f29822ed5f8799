export type { Context, Observer, ProgressEvent, Provenance, RandomStream } from './context.js';
export { NoetherError, invalidArgument, type ErrorDetails } from './error.js';
export { nearestName } from './nearest-name.js';
export {
  dimensionOf,
  isTrajectories,
  trajectories,
  type ConservedQuantity,
  type InputVariables,
  type Trajectories,
  type TrajectoriesOptions,
  type Trajectory,
  type VectorField,
} from './trajectories.js';
export { gapText, rowsOf, splitAtGaps, wholeRows, type Gaps } from './split-at-gaps.js';
export { gatherWindows, type Windows, type WindowTable } from './windows.js';
export type { RowSource } from './row-source.js';
export { readWindows, type StreamedWindows } from './streamed-windows.js';
export { sizeOf, type NamedTensor, type TensorTable } from './tensors.js';
export { fromSafetensors, toSafetensors } from './safetensors.js';
export { identityEncoder, type Encoder, type EncoderRecord } from './encoder.js';
export {
  symmetryBasis,
  symmetryBasisFromJson,
  symmetryBasisToJson,
  type SymmetryBasis,
  type SymmetryBasisRecord,
} from './symmetry-basis.js';
export type { EquationRecord, EquationSystem, Term, TermFactor } from './equation-system.js';
export { forecastMethodNames, inMethodOrder } from './forecast-methods.js';
export type { Forecast, ForecastScore, ForecastStatus, ForecastTrajectory } from './forecast.js';
export type {
  ActionRecord,
  AlgebraRecord,
  ComparedScore,
  DimensionRecord,
  GrowthRecord,
  InvarianceScore,
  RunRecord,
  SindyAutoencoderScore,
  SymmetryScore,
  Verdict,
} from './run-record.js';
