import type { Context, EncoderRecord, EquationRecord } from '@noether/contracts';
import type { Checkpoint, Engine } from '@noether/compute';
import { completeRun } from './complete-run.js';
import { checkSindyOptions, type SindyAutoencoderOptions } from './sindy-options.js';
import type { DerivativeData } from './derivative-samples.js';
import { SindyRun } from './sindy-run.js';

/** What {@link trainSindyAutoencoder} needs besides its options. */
export interface SindyTrainingData extends DerivativeData {
  readonly engine: Engine;
  /** Goes on from here, bit by bit as if training had not stopped. */
  readonly resume?: Checkpoint;
  /** Receives a checkpoint every `checkpointEvery` steps (default 10 000) and when stopped. */
  onCheckpoint?(checkpoint: Checkpoint): void | Promise<void>;
  readonly checkpointEvery?: number;
  /** Whether such a checkpoint, which copies all that is trained, is wanted. Default: it is. */
  readonly wantsCheckpoint?: () => boolean;
}

/** Means of the loss and its parts over the steps since the record before. */
export interface SindyEpoch {
  readonly step: number;
  /** Passes over the data so far, with a fraction. */
  readonly epoch: number;
  /** Coefficients that are not pruned. */
  readonly terms: number;
  readonly values: Readonly<Record<string, number>>;
}

/** A latent space and the equations that hold in it, learned together. */
export interface SindyAutoencoder {
  /** For `loadEncoder`. */
  readonly encoder: EncoderRecord;
  /** First-order equations in the latent variables, in z and v = ż for systems of second order. */
  readonly equations: EquationRecord;
  /** Coefficients that are not pruned. */
  readonly terms: number;
  readonly history: readonly SindyEpoch[];
}

/**
 * Trains an autoencoder and sparse equations of its latent variables together (`sindyProgram`):
 * first with the L1 term and thresholds, then refined without. Coefficients start at one. Batches
 * come in a fresh random order every epoch; all randomness is split off `context.random`, so the same
 * seed on the same engine gives the same numbers, resumed or not.
 * @throws NoetherError `invalid-argument` for options or data that make no sense, `aborted` after a
 * checkpoint was handed out, `not-finite` with the step and the term, `wrong-checkpoint`
 */
export async function trainSindyAutoencoder(
  data: SindyTrainingData,
  options: SindyAutoencoderOptions,
  context: Context,
): Promise<SindyAutoencoder> {
  checkSindyOptions(options);
  const run = await SindyRun.start(data, options, context);
  const { model } = await completeRun(run, data, context);
  return model;
}
