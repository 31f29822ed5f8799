import type { Context, DimensionRecord, GrowthRecord, NoetherError } from '@noether/contracts';
import type { Checkpoint, Engine } from '@noether/compute';
import type { Dataset } from '@noether/datasets';
import type { EpochLosses } from '@noether/report';
import type { PipelineConfig } from './config/pipeline-config.js';
import type { SettledConfig } from './config/settled-config.js';
import type { RunFiles } from './folder/run-files.js';
import type { ReportMaterial } from './stages/report-input.js';
import type { Stopwatch } from './stopwatch.js';

/** A run in its folder, begun or to be gone on with. */
export interface Run {
  readonly files: RunFiles;
  readonly config: PipelineConfig;
  readonly seed: number;
  readonly engine: Engine;
  readonly engineName: string;
  /** That the engine may use. */
  readonly threads: number;
  readonly resume: Checkpoint | undefined;
}

/** What a run is carried out with, once everything that the configuration leaves open is chosen. */
export interface Settled {
  readonly config: SettledConfig;
  /** How the latent dimension was chosen, if it was. */
  readonly latentDimension?: DimensionRecord;
}

/** What every training of a run works with. */
export interface Workplace {
  readonly run: Run;
  readonly config: SettledConfig;
  readonly watch: Stopwatch;
  readonly dataset: Dataset;
  /** SHA-256 of the data. */
  readonly hash: string;
  readonly context: (stage: string) => Context;
}

/** What the stages of a run share. */
export interface StageContext extends Workplace, Settled {
  readonly config: SettledConfig;
  /** How the number of generators was chosen, if it was. */
  readonly growth?: GrowthRecord;
  readonly versions: Readonly<Record<string, string>>;
  readonly provenance: ReportMaterial['provenance'];
}

/** A training whose numbers stopped being finite, with the history before. */
export interface Diverged {
  readonly failure: NoetherError;
  readonly history: readonly EpochLosses[];
}
