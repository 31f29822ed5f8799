import type { StreamedWindows, TensorTable, Windows } from '@noether/contracts';
import type { Checkpoint, Engine, TrainableEncoder } from '@noether/compute';

/** What training works on. */
export interface SymmetryData {
  /** In memory, or rows of a file that are read as they are needed. */
  readonly windows: Windows | StreamedWindows;
  /** Encoder and decoder to be trained along; the identity for LieGAN. */
  readonly autoencoder: TrainableEncoder;
  readonly engine: Engine;
  /** What the discriminator is shown besides, samples × `discriminator.labels`, in the windows' order. */
  readonly labels?: Float32Array;
  /** First values of parameters and state, by name, as another training left them; the others start as ever. */
  readonly start?: TensorTable;
  /** Where to go on: a checkpoint that a run of the same data, options and seed handed out. */
  readonly resume?: Checkpoint;
  /** Epochs after which to stop, with a checkpoint to go on from. Default: those of the options. */
  readonly stopAfter?: number;
  /**
   * Called with all that is needed to go on: after epochs, at the end, when the run is aborted, and with what
   * was before the step that was not finite. Nothing
   * here reads or writes files, so quirks Q6 and Q7 of the reference implementation (it loads from
   * another folder than it saves to, and does not create them) have no place to arise.
   */
  readonly onCheckpoint?: (checkpoint: Checkpoint) => Promise<void>;
  /** Whether an epoch but the last one is to end with a checkpoint, which copies all that is trained. Default: all are. */
  readonly wantsCheckpoint?: () => boolean;
}

/** Averages of the loss terms over one epoch. */
export interface EpochRecord {
  readonly epoch: number;
  readonly step: number;
  readonly values: Readonly<Record<string, number>>;
}

/** The trained tensors, by parameter and state name. */
export interface TrainedSymmetry {
  readonly tensors: TensorTable;
  /** Generator stacks with their masks applied, by block index. */
  readonly generators: ReadonlyMap<number, Float32Array>;
  readonly history: readonly EpochRecord[];
  readonly steps: number;
}
