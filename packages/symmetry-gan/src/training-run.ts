import { NoetherError, type Context, type NamedTensor } from '@noether/contracts';
import {
  batches,
  createTrainer,
  groupOf,
  streamedBatches,
  type Batches,
  type Checkpoint,
  type StreamedBatches,
  type Trainer,
} from '@noether/compute';
import { drawCoefficients } from './coefficients.js';
import { discriminatorWidth } from './discriminator.js';
import { coefficientCount, generatorName, learnedBlocks, maskName } from './group-action.js';
import { DIRECTIONS, laliganProgram, REGULARISER_WEIGHT } from './laligan-program.js';
import { generatorMapOf } from './parametrisation/generator-map-of.js';
import type { SymmetryOptions } from './options.js';
import type { EpochRecord, SymmetryData, TrainedSymmetry } from './symmetry-data.js';
import { RegulariserWeight } from './regulariser-weight.js';
import { startFrom } from './start-from.js';
import { thresholdMask } from './threshold.js';

const STAGE = 'training';

function compile(
  data: SymmetryData,
  options: SymmetryOptions,
  context: Context,
  statistics: 'batch' | 'running',
): Promise<Trainer> {
  const { windows, autoencoder, engine } = data;
  const step = laliganProgram(autoencoder, windows.timesteps, options, statistics);
  const program = data.start ? startFrom(step, data.start) : step;
  const groups = new Set(Object.keys(program.parameters).map(groupOf));
  const steps = Math.floor(windows.offsets.length / options.batchSize) * options.epochs;
  const schedule = { kind: 'cosine', steps, ...options.schedule } as const;
  const optimisers = Object.fromEntries(
    Object.entries(options.optimisers)
      .filter(([group]) => groups.has(group))
      .map(([group, optimiser]) => [group, { ...optimiser, schedule }]),
  );
  return createTrainer(program, { engine, random: context.random.split('parameters'), optimisers });
}

function wrongCheckpoint(missing: string): NoetherError {
  return new NoetherError(`The checkpoint is of another training: ${missing} does not fit.`, {
    code: 'wrong-checkpoint',
    argument: missing,
    hint: 'Resume with the configuration the checkpoint was made with.',
  });
}

/** A training between two steps: the trainer, and what of the epoch and the masks is not in it. */
export class TrainingRun {
  readonly #feed: Batches | StreamedBatches;
  readonly #masks: Record<string, Float32Array>;
  readonly #coefficients: Float32Array;
  readonly #gate = Float32Array.of(1);
  readonly #weight: RegulariserWeight;
  readonly #directions: Float32Array;
  readonly #history: EpochRecord[] = [];
  #sums: Record<string, number> = {};

  /** The trainer of the last part, which runs on frozen statistics. */
  #frozen = false;

  private constructor(
    public trainer: Trainer,
    private readonly data: SymmetryData,
    private readonly options: SymmetryOptions,
    private readonly context: Context,
  ) {
    const { batchSize, representation, discriminator } = options;
    this.#weight = new RegulariserWeight(options);
    const { windows, autoencoder } = data;
    const shape = { ...autoencoder, timesteps: windows.timesteps };
    const penalised = (discriminator.gradientPenalty ?? 0) > 0;
    this.#directions = new Float32Array(
      penalised ? batchSize * discriminatorWidth(discriminator, shape) : 0,
    );
    const width = discriminator.labels ?? 0;
    const labels = data.labels && width > 0 ? { data: data.labels, width } : undefined;
    const more = labels && { labels };
    const supply = { size: batchSize, random: context.random.split('order') };
    this.#feed =
      data.windows.kind === 'windows'
        ? batches({ x: data.windows, ...more }, supply)
        : streamedBatches({ x: data.windows, ...more }, supply);
    this.#coefficients = new Float32Array(batchSize * coefficientCount(representation));
    this.#masks = Object.fromEntries(
      learnedBlocks(representation).map(({ block, index }) => [
        maskName(index),
        new Float32Array(block.generators * block.dimension ** 2).fill(1),
      ]),
    );
  }

  static async start(
    data: SymmetryData,
    options: SymmetryOptions,
    context: Context,
  ): Promise<TrainingRun> {
    const trainer = await compile(data, options, context, 'batch');
    const run = new TrainingRun(trainer, data, options, context);
    if (data.resume) run.restore(data.resume);
    return run;
  }

  private get totalSteps(): number {
    return this.#feed.perEpoch * this.options.epochs;
  }

  /** The step after which the run is over, or is to stop. */
  private get lastStep(): number {
    const { data, options } = this;
    return this.#feed.perEpoch * Math.min(options.epochs, data.stopAfter ?? options.epochs);
  }

  get finished(): boolean {
    return this.trainer.steps >= this.lastStep;
  }

  get atEpochEnd(): boolean {
    return this.trainer.steps % this.#feed.perEpoch === 0;
  }

  /** Goes over to the program with frozen statistics, with everything learned so far. */
  private async freeze(): Promise<void> {
    const { data, options, context } = this;
    const trainer = await compile(data, options, context, 'running');
    trainer.load(this.trainer.save());
    await this.trainer.dispose();
    this.trainer = trainer;
    this.#frozen = true;
  }

  async step(): Promise<void> {
    const { options, context } = this;
    const step = this.trainer.steps;
    if (!this.#frozen && step >= options.freezeStatistics * this.totalSteps) await this.freeze();
    const epoch = Math.floor(step / this.#feed.perEpoch);
    const progress = step / this.totalSteps;
    const random = context.random.split('coefficients').split(step);
    drawCoefficients(options.coefficients, random, this.#coefficients, progress);
    this.#gate[0] = progress < options.encoderDelay ? 0 : 1;
    const batch = this.#feed.next();
    const values = await this.trainer.step({
      // Rows in memory are there at once: waiting would let the next batch be filled before the step runs.
      ...(batch instanceof Promise ? await batch : batch),
      coefficients: this.#coefficients,
      encoderGate: this.#gate,
      ...this.optionalInputs(step, progress),
      ...this.#masks,
    });
    this.#weight.follow(values.cosine);
    for (const [name, value] of Object.entries(values)) {
      this.#sums[name] = (this.#sums[name] ?? 0) + value;
    }
    if (this.atEpochEnd) this.endEpoch(epoch + 1);
    const done = this.trainer.steps;
    context.observe({ kind: 'progress', stage: STAGE, done, total: this.lastStep, unit: 'step' });
  }

  /** What only some programs read. */
  private optionalInputs(step: number, progress: number): Record<string, Float32Array> {
    const inputs: Record<string, Float32Array> = {};
    if (this.options.regulariser.kind !== 'none') {
      inputs[REGULARISER_WEIGHT] = Float32Array.of(this.#weight.at(progress));
    }
    if (this.#directions.length > 0) {
      const random = this.context.random.split('directions').split(step);
      inputs[DIRECTIONS] = random.fillNormal(this.#directions);
    }
    return inputs;
  }

  private endEpoch(epoch: number): void {
    const values: Record<string, number> = {};
    for (const [name, sum] of Object.entries(this.#sums)) values[name] = sum / this.#feed.perEpoch;
    this.#sums = {};
    values.generatorNorm = Math.hypot(...[...this.generators().values()].flatMap((l) => [...l]));
    const record = { epoch, step: this.trainer.steps, values };
    this.#history.push(record);
    this.context.observe({ kind: 'metrics', stage: STAGE, ...record });
    const { threshold } = this.options;
    const due = threshold !== null && epoch >= threshold.from * this.options.epochs;
    if (due && epoch % threshold.epochs === 0) this.applyThreshold(threshold.ratio);
  }

  private applyThreshold(ratio: number): void {
    for (const { block, index } of learnedBlocks(this.options.representation)) {
      const generators = generatorMapOf(block).matrices(
        this.trainer.parameters[generatorName(index)],
      );
      thresholdMask(generators, block.dimension, ratio, this.#masks[maskName(index)]);
    }
  }

  private generators(): Map<number, Float32Array> {
    return new Map(
      learnedBlocks(this.options.representation).map(({ block, index }) => {
        const mask = this.#masks[maskName(index)];
        const raw = this.trainer.parameters[generatorName(index)];
        const generators = generatorMapOf(block).matrices(raw);
        return [index, generators.map((value, entry) => value * mask[entry])];
      }),
    );
  }

  checkpoint(): Checkpoint {
    const masks = Object.entries(this.#masks).map(([name, data]): [string, NamedTensor] => [
      name,
      { shape: [data.length], data: data.slice() },
    ]);
    return {
      tensors: { ...this.trainer.save(), ...Object.fromEntries(masks) },
      metadata: {
        history: JSON.stringify(this.#history),
        sums: JSON.stringify(this.#sums),
        regulariser: String(this.#weight.logarithm),
      },
    };
  }

  private restore({ tensors, metadata }: Checkpoint): void {
    this.trainer.load(tensors);
    this.#feed.seek(this.trainer.steps);
    for (const [name, mask] of Object.entries(this.#masks)) {
      if (tensors[name]?.data.length !== mask.length) throw wrongCheckpoint(name);
      mask.set(tensors[name].data);
    }
    for (const name of ['history', 'sums', 'regulariser'])
      if (!metadata[name]) throw wrongCheckpoint(name);
    this.#history.push(...(JSON.parse(metadata.history) as EpochRecord[]));
    this.#sums = JSON.parse(metadata.sums) as Record<string, number>;
    this.#weight.logarithm = Number(metadata.regulariser);
  }

  result(): TrainedSymmetry {
    const saved = this.trainer.save();
    const tensors: Record<string, NamedTensor> = {};
    for (const [name, tensor] of Object.entries(saved)) {
      const plain = /^(?:parameter|state):(.*)$/.exec(name);
      if (plain) tensors[plain[1]] = tensor;
    }
    return {
      tensors,
      generators: this.generators(),
      history: this.#history,
      steps: this.trainer.steps,
    };
  }
}
