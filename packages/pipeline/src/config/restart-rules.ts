import type { PipelineConfig } from './pipeline-config.js';

/** A rule on `symmetry.restarts` that other settings decide. */
export interface RestartRule {
  /** The key in `symmetry.restarts` to change. */
  readonly key: 'count' | 'epochs';
  readonly problem: string;
  readonly broken: (
    config: PipelineConfig,
    restarts: NonNullable<PipelineConfig['symmetry']['restarts']>,
  ) => boolean;
}

/** What restarts need: an encoder of the method `symmetry` to choose by, and a training that is as long. */
export const restartRules: readonly RestartRule[] = [
  {
    key: 'count',
    problem: 'a SINDy autoencoder has no restarts; leave symmetry.restarts out',
    broken: ({ method }) => method === 'sindy-autoencoder',
  },
  {
    key: 'count',
    problem:
      'without an encoder there is no reconstruction to choose by; leave symmetry.restarts out',
    broken: ({ method, autoencoder }) =>
      method === 'symmetry' && autoencoder?.architecture === 'identity',
  },
  {
    key: 'epochs',
    problem: 'must be at most symmetry.epochs, as a restart is the beginning of the training',
    broken: ({ method, symmetry }, { epochs }) => method === 'symmetry' && epochs > symmetry.epochs,
  },
];
