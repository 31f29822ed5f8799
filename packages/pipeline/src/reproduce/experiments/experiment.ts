import type { Context } from '@noether/contracts';
import type { EngineChoice } from '../../engine-choice.js';
import type { Criterion } from '../criterion.js';
import type { Finding } from '../outcome.js';

/** A row of the papers' results: how often it is run, and how many of the runs have to do. */
interface Row {
  readonly name: string;
  readonly seeds: number;
  /** 0 where there is no quick version. */
  readonly quickSeeds: number;
  /** Share of the seeds that have to meet all criteria. */
  readonly share: number;
  /** What the papers, their code or what was released with it give, by the id of the criterion. */
  readonly published?: Readonly<Record<string, string>>;
}

/** A row made of discoveries with one preset. */
export interface PresetExperiment extends Row {
  readonly preset: string;
  /** What it is called on the command line, where another row has the same preset. */
  readonly key?: string;
  /** Settings `path=value` at any size. */
  readonly settings?: readonly string[];
  /** Settings that make it a matter of a minute or two. */
  readonly quick: readonly string[];
  readonly criteria: readonly Criterion[];
  /** What is asked at full size instead of `criteria`, where more is known of it. */
  readonly fullCriteria?: readonly Criterion[];
  /** What its own forecast is called beside those of all other methods; they are not compared if left out. */
  readonly forecasts?: string;
  /** What else a finished run has to show, read off its folder. */
  readonly examine?: (folder: string, choice: EngineChoice) => Promise<readonly Finding[]>;
}

/** What a study may use of the call that it is part of. */
export interface StudyContext extends Context, EngineChoice {
  /** Smaller and shorter, a matter of a minute or two. */
  readonly quick: boolean;
}

/** A row that computes its numbers by itself. */
export interface Study extends Row {
  /** What it is called on the command line, kebab-case. */
  readonly study: string;
  /** The numbers of one seed, which is that of `context.random`. */
  run(context: StudyContext): Promise<readonly Finding[]>;
}

export type Experiment = PresetExperiment | Study;

/** What an experiment is called on the command line, and the folder of its runs. */
export function keyOf(experiment: Experiment): string {
  return 'study' in experiment ? experiment.study : (experiment.key ?? experiment.preset);
}
