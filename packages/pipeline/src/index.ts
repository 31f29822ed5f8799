export type {
  AutoencoderConfig,
  BlockConfig,
  EquationsConfig,
  FieldData,
  ForecastConfig,
  ParametrisationConfig,
  PipelineConfig,
  RecordedData,
  SimulatedData,
  SymmetryConfig,
  WindowsConfig,
} from './config/pipeline-config.js';
export { parseConfig } from './config/parse-config.js';
export { configJsonSchema } from './config/schema.js';
export { listPresets, loadConfig } from './config/load-config.js';
export { withLatentDimension, type SettledConfig } from './config/settled-config.js';
export { applySetting } from './config/apply-setting.js';
export type {
  DiscoverOptions,
  ResumeOptions,
  ResumeSeedsOptions,
  RunInspection,
  SeedsOptions,
  Summary,
  SummaryQuantity,
  SummaryRow,
} from './run-types.js';
export { discover } from './discover.js';
export { resumeDiscovery } from './resume-discovery.js';
export { discoverSeeds, resumeSeeds } from './discover-seeds.js';
export { rebuildReport } from './rebuild-report.js';
export { inspectRun } from './inspect-run.js';
export {
  type EquationMethod,
  findEquations,
  type FindEquationsOptions,
  type FoundEquations,
} from './find-equations.js';
export {
  type ForecastedRun,
  forecastRun,
  type ForecastRunOptions,
  type SeedForecast,
} from './forecast-run.js';
export {
  keyOf,
  type Experiment,
  type PresetExperiment,
  type Study,
  type StudyContext,
} from './reproduce/experiments/experiment.js';
export type { Finding, Outcome } from './reproduce/outcome.js';
export { experiments } from './reproduce/experiments/experiments.js';
export type { Criterion } from './reproduce/criterion.js';
export {
  judgeExperiment,
  outcomeOf,
  type CriterionResult,
  type ExperimentResult,
} from './reproduce/judge-experiment.js';
export {
  reproduce,
  type Reproduced,
  type Reproduction,
  type ReproduceOptions,
} from './reproduce/reproduce.js';
export { reproductionText } from './reproduce/reproduction-text.js';
export { writeData, type WriteDataOptions } from './write-data.js';
export { judgeRun, type JudgeRunOptions, type SeedJudgement } from './judge-run.js';
