import { NoetherError, type Context, type NamedTensor } from '@noether/contracts';
import {
  batches,
  createTrainer,
  type Batches,
  type Checkpoint,
  type Program,
  type SampleTable,
  type Trainer,
} from '@noether/compute';
import { denseAutoencoder } from '../dense-autoencoder.js';
import { derivativeSamples, evenSamples, type DerivativeSamples } from './derivative-samples.js';
import { latentEquations } from './latent-equations.js';
import { latentTerms } from './latent-terms.js';
import { latentVariables } from './latent-variables.js';
import {
  intoCoordinates,
  principalCoordinates,
  type PrincipalCoordinates,
} from './principal-coordinates.js';
import { COEFFICIENTS, sindyProgram } from './sindy-program.js';
import { scaleLatent } from './scale-latent.js';
import { learnSlowFeatures } from './slow-regression.js';
import { startSlowly } from './slow-start.js';
import { rateFactor, type SindyAutoencoderOptions } from './sindy-options.js';
import { chooseTerms, type TermSelection } from './term-selection.js';
import type { SindyAutoencoder, SindyEpoch, SindyTrainingData } from './train-sindy-autoencoder.js';
import { unfoldCoordinates } from './unfold-coordinates.js';

const STAGE = 'training';
/** The share of the variance that training may leave out, when the options do not say. */
const UNEXPLAINED = 1e-8;
/** Steps between two records of the history. */
const RECORD_EVERY = 1000;
/** Rows from which the coefficients of determination come, at most. */
const JUDGED_ROWS = 10_000;

/** Values by the names of the parameters. */
export type Parameters = Readonly<Record<string, Float32Array>>;

/** A training between two steps. */
export class SindyRun {
  readonly #mask: Float32Array;
  readonly #sparse = Float32Array.of(1);
  readonly #history: SindyEpoch[] = [];
  #sums: Record<string, number> = {};

  private constructor(
    private readonly trainer: Trainer,
    private readonly batches: Batches,
    private readonly samples: DerivativeSamples,
    private readonly coordinates: PrincipalCoordinates,
    private readonly latent: TermSelection,
    private readonly options: SindyAutoencoderOptions,
    private readonly context: Context,
  ) {
    const { terms } = latent;
    this.#mask = new Float32Array(terms.length * options.latentDimension).fill(1);
  }

  static async start(
    data: SindyTrainingData & { readonly begin?: Parameters },
    options: SindyAutoencoderOptions,
    context: Context,
  ): Promise<SindyRun> {
    const { order = 1, unexplained = UNEXPLAINED } = options;
    const samples = derivativeSamples(data, order);
    const coordinates = principalCoordinates(samples.states, samples.dimension, unexplained);
    const tables = tablesOf(samples, coordinates);
    const supply = batches(tables, {
      size: options.batchSize,
      random: context.random.split('order'),
    });
    const terms = latentTerms(latentVariables(options.latentDimension, order), options.library);
    const { scales } = coordinates;
    const network = denseAutoencoder({ ...options, inputDimension: scales.length });
    const weights = scales.map((scale) => (scale ** 2 * scales.length) / samples.dimension);
    const program = sindyProgram(network, { ...options, order, terms, columnWeights: weights });
    const { engine, resume } = data;
    const latent = { engine, network, tables, terms };
    const begun =
      data.begin || resume
        ? beginningWith(program, data.begin ?? {})
        : await beginning(program, latent, weights, options, context);
    const random = context.random.split('parameters');
    const { optimisers } = options;
    const trainer = await createTrainer(begun, { engine, random, optimisers: { ...optimisers } });
    const run = new SindyRun(trainer, supply, samples, coordinates, latent, options, context);
    if (resume) run.restore(resume);
    return run;
  }

  get steps(): number {
    return this.trainer.steps;
  }

  get total(): number {
    return this.options.steps + this.options.refinement;
  }

  get finished(): boolean {
    return this.steps >= this.total;
  }

  async step(): Promise<void> {
    await this.select();
    const { selection, steps } = this.options;
    this.#sparse[0] = this.steps < steps && !selection ? 1 : 0;
    const inputs = { ...this.batches.next(), mask: this.#mask, sparse: this.#sparse };
    const values = await this.trainer.step(inputs, rateFactor(this.options, this.steps));
    for (const [name, value] of Object.entries(values)) {
      this.#sums[name] = (this.#sums[name] ?? 0) + value;
    }
    this.threshold();
    const done = this.steps;
    if (done % RECORD_EVERY === 0 || this.finished) this.record();
    const { observe } = this.context;
    observe({ kind: 'progress', stage: STAGE, done, total: this.total, unit: 'step' });
  }

  private threshold(): void {
    const { threshold, steps } = this.options;
    const done = this.steps;
    if (!threshold || done > steps || done < (threshold.from ?? 0)) return;
    if (done % threshold.every !== 0) return;
    const coefficients = this.trainer.parameters[COEFFICIENTS];
    coefficients.forEach((value, at) => {
      if (Math.abs(value) <= threshold.value) this.#mask[at] = 0;
    });
  }

  private async select(): Promise<void> {
    const { selection, steps } = this.options;
    const done = this.steps;
    if (!selection || done % selection.every !== 0 || 2 * done > steps) return;
    const { parameters } = this.trainer;
    const { coefficients, scale } = await chooseTerms(this.latent, parameters, selection.terms);
    scaleLatent(parameters, scale, this.options.widths.length + 1);
    parameters[COEFFICIENTS].set(coefficients);
    coefficients.forEach((value, at) => (this.#mask[at] = value === 0 ? 0 : 1));
  }

  private record(): void {
    const step = this.steps;
    const count = step % RECORD_EVERY || RECORD_EVERY;
    const values = Object.fromEntries(
      Object.entries(this.#sums).map(([name, sum]) => [name, sum / count]),
    );
    this.#sums = {};
    const terms = this.#mask.reduce((sum, kept) => sum + kept, 0);
    const epoch = step / this.batches.perEpoch;
    this.#history.push({ step, epoch, terms, values });
    this.context.observe({
      kind: 'metrics',
      stage: STAGE,
      epoch: Math.floor(epoch),
      step,
      values: { ...values, terms },
    });
  }

  /** The parameters as they are, copied. */
  parameters(): Parameters {
    const now = Object.entries(this.trainer.parameters);
    return Object.fromEntries(now.map(([name, values]) => [name, values.slice()]));
  }

  checkpoint(): Checkpoint {
    const mask = { shape: [this.#mask.length], data: this.#mask.slice() };
    return {
      tensors: { ...this.trainer.save(), mask },
      metadata: { history: JSON.stringify(this.#history), sums: JSON.stringify(this.#sums) },
    };
  }

  private restore({ tensors, metadata }: Checkpoint): void {
    this.trainer.load(tensors);
    if (tensors.mask?.data.length !== this.#mask.length || !metadata.history || !metadata.sums) {
      throw new NoetherError('The checkpoint is of another training.', {
        code: 'wrong-checkpoint',
        argument: 'resume',
        hint: 'Resume with the options the checkpoint was made with.',
      });
    }
    this.#mask.set(tensors.mask.data);
    this.#history.push(...(JSON.parse(metadata.history) as SindyEpoch[]));
    this.#sums = JSON.parse(metadata.sums) as Record<string, number>;
    this.batches.seek(this.steps);
  }

  result(): SindyAutoencoder {
    const { options, coordinates } = this;
    const { terms } = this.latent;
    const { latentDimension, widths, order = 1 } = options;
    const tensors: Record<string, NamedTensor> = {};
    for (const [name, tensor] of Object.entries(this.trainer.save())) {
      const parameter = /^parameter:(.*)$/.exec(name);
      if (parameter) tensors[parameter[1]] = tensor;
    }
    const inputDimension = coordinates.centre.length;
    const unfolded = unfoldCoordinates(tensors, coordinates, widths.length + 1);
    const masked = this.trainer.parameters[COEFFICIENTS].map((value, at) => value * this.#mask[at]);
    return {
      encoder: denseAutoencoder({ ...options, inputDimension }).toRecord(unfolded),
      equations: latentEquations(terms, masked, latentDimension, order),
      terms: this.#mask.reduce((sum, kept) => sum + kept, 0),
      history: this.#history,
    };
  }

  /** Training rows, evenly spread, on which the equations are judged. */
  someSamples(): DerivativeSamples {
    return evenSamples(this.samples, JUDGED_ROWS);
  }

  dispose(): Promise<void> {
    return this.trainer.dispose();
  }
}

/** The program with parameters that are there already. */
function beginningWith(program: Program, begin: Parameters): Program {
  const known = Object.entries(program.parameters).map(([name, spec]) => [
    name,
    begin[name] ? { ...spec, initial: () => begin[name].slice() } : spec,
  ]);
  return { ...program, parameters: Object.fromEntries(known) as Program['parameters'] };
}

/** The program with the beginning that the options ask for. */
function beginning(
  program: Program,
  { engine, network, tables }: TermSelection,
  columnWeights: ArrayLike<number>,
  options: SindyAutoencoderOptions,
  { random }: Context,
): Promise<Program> | Program {
  if (options.start !== 'slow') return program;
  const begun = startSlowly(program, tables, options);
  const { startSteps: steps = 0, batchSize } = options;
  if (steps === 0) return begun;
  const regression = { steps, batchSize, random: random.split('start') };
  return learnSlowFeatures(begun, { engine, network, tables, columnWeights, ...regression });
}

function tablesOf(
  samples: DerivativeSamples,
  coordinates: PrincipalCoordinates,
): Record<string, SampleTable> {
  const width = coordinates.scales.length;
  const table = (rows: Float64Array, kind: 'states' | 'derivatives'): SampleTable => ({
    data: intoCoordinates(rows, coordinates, kind),
    width,
  });
  const { states, velocities, accelerations } = samples;
  return {
    x: table(states, 'states'),
    velocity: table(velocities, 'derivatives'),
    ...(accelerations && { acceleration: table(accelerations, 'derivatives') }),
  };
}
