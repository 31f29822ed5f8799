export { affineStep, fitDmd, type AffineMap, type MapStep } from './fit-dmd.js';
export { fitQuadraticMap } from './fit-quadratic-map.js';
export {
  forecastTrajectories,
  scoreForecast,
  type ForecastInput,
  type ForecastOptions,
} from './forecast-trajectories.js';
export { invariantDrift } from './invariant-drift.js';
export { iterateMap } from './iterate-map.js';
export {
  longRunStatistics,
  type Moments,
  type StatisticsOptions,
  type VariableStatistics,
} from './long-run-statistics.js';
export {
  largestLyapunovExponent,
  type LyapunovOptions,
  type TangentEquations,
} from './lyapunov-exponent.js';
export { nrmse, spread } from './nrmse.js';
export { persistence } from './persistence.js';
export { phaseError, type PhaseError, type PhaseOptions } from './phase-error.js';
export { type Band, quantileBand } from './quantile-band.js';
export { rollOut, type RollOut, type RollOutOptions } from './roll-out.js';
export {
  type EnsembleMember,
  type EnsembleOptions,
  type EnsembleRollOut,
  rollOutEnsemble,
} from './roll-out-ensemble.js';
export { validTime } from './valid-time.js';
