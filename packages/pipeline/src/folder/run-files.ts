import { basename, join } from 'node:path';

/** The files of a run, as paths in its folder. */
export interface RunFiles {
  readonly folder: string;
  readonly config: string;
  readonly state: string;
  /** Rows of the scan of latent dimensions. */
  readonly dimensionScan: string;
  readonly metrics: string;
  readonly checkpoint: string;
  readonly previousCheckpoint: string;
  readonly encoder: string;
  readonly symmetry: string;
  readonly equations: string;
  readonly forecast: string;
  readonly reportInput: string;
  readonly figures: string;
  /** Name, title and caption of each figure, in their order. */
  readonly captions: string;
  readonly report: string;
  /** Written last: a run with this file is finished. */
  readonly record: string;
}

/**
 * The files of a run with checkpoints of their own for the training with so many generators, which may go on from one
 * with fewer.
 */
export function trialFiles(files: RunFiles, generators: number, from?: number): RunFiles {
  const own =
    from === undefined ? `generators-${generators}` : `generators-${generators}-from-${from}`;
  return withCheckpoints(files, own);
}

/** The files of a training with checkpoints of their own for one of its restarts. */
export function restartFiles(files: RunFiles, restart: number): RunFiles {
  return withCheckpoints(files, `${basename(files.checkpoint, '.safetensors')}.restart-${restart}`);
}

function withCheckpoints(files: RunFiles, own: string): RunFiles {
  const at = (name: string): string => join(files.folder, `${own}.${name}`);
  return {
    ...files,
    checkpoint: at('safetensors'),
    previousCheckpoint: at('previous.safetensors'),
  };
}

export function runFiles(folder: string): RunFiles {
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    config: at('config.json'),
    state: at('state.json'),
    dimensionScan: at('dimension-scan.json'),
    metrics: at('metrics.jsonl'),
    checkpoint: at('checkpoint.safetensors'),
    previousCheckpoint: at('checkpoint.previous.safetensors'),
    encoder: at('encoder.safetensors'),
    symmetry: at('symmetry.json'),
    equations: at('equations.json'),
    forecast: at('forecast.json'),
    reportInput: at('report-input.json'),
    figures: at('figures'),
    captions: at(join('figures', 'captions.json')),
    report: at('report.html'),
    record: at('run.json'),
  };
}
