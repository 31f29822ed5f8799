import * as tf from '@tensorflow/tfjs';
import {
  type Context,
  invalidArgument,
  NoetherError,
  type Trajectories,
  type VectorField,
} from '@noether/contracts';
import {
  batches,
  chain,
  createTrainer,
  dense,
  type Engine,
  type Layer,
  type Program,
  rk4Steps,
  tanh,
  type Trainer,
} from '@noether/compute';
import { type Scales, scalesOf, windowsOf } from './neural-ode-data.js';

/** Options of {@link trainNeuralOde}. */
export interface NeuralOdeOptions {
  readonly engine: Engine;
  /** Width of the hidden layers; 32 by default. */
  readonly width?: number;
  /** Number of hidden layers; 2 by default. */
  readonly hidden?: number;
  /** Steps of the data that a training window rolls out; 8 by default. */
  readonly horizon?: number;
  /** Windows in a batch; 64 by default. */
  readonly batchSize?: number;
  /** Optimisation steps; 2000 by default. */
  readonly steps?: number;
  /** 3e-3 by default; it falls to zero along a cosine. */
  readonly learningRate?: number;
}

/** A trained vector field that can be rolled out like an equation system. */
export interface NeuralOde {
  readonly kind: 'neural-ode';
  readonly variables: readonly string[];
  /** dx/dt of a state in the units of the data; float64 with the trained weights. */
  readonly evaluate: VectorField;
  /** Mean squared one-window error at the end of the training, in units of the motion of one step. */
  readonly loss: number;
}

/**
 * A neural ordinary differential equation dx/dt = f(x) with tanh layers, trained on windows of the data:
 * from the first state of each the field is rolled out by one Runge–Kutta step a row, and the squared
 * distance to the rows is descended by Adam through all steps (Chen et al. 2018). The baseline without
 * equations: a flexible field that forecasts but explains nothing.
 * @param data equally spaced in time, the same interval in all trajectories
 * @throws NoetherError for uneven sampling, too little data, an option out of range, and `not-finite`
 */
export async function trainNeuralOde(
  data: Trajectories,
  options: NeuralOdeOptions,
  context: Context,
): Promise<NeuralOde> {
  const settings = settingsOf(options);
  const d = data.names.length;
  const scales = scalesOf(data);
  const windows = windowsOf(data, scales, settings.horizon);
  const size = Math.min(settings.batchSize, windowCount(windows, settings.horizon, d));
  const network = networkOf(d, settings.width, settings.hidden);
  const { learningRate, steps } = settings;
  const schedule = { kind: 'cosine' as const, hold: 0, steps };
  const trainer = await createTrainer(program(network, d, settings.horizon, size, scales), {
    engine: options.engine,
    random: context.random.split('initial'),
    optimisers: { ode: { learningRate, schedule } },
  });
  try {
    const random = context.random.split('batches');
    const width = (settings.horizon + 1) * d;
    const supply = batches({ window: { data: windows, width } }, { size, random });
    const loss = await descend(trainer, () => supply.next(), steps, context);
    const weights = Object.fromEntries(
      Object.entries(trainer.parameters).map(([name, values]) => [name, Float64Array.from(values)]),
    );
    const evaluate = fieldOf(weights, settings.hidden, d, scales);
    return Object.freeze({ kind: 'neural-ode', variables: data.names, evaluate, loss });
  } finally {
    await trainer.dispose();
  }
}

const defaults = { width: 32, hidden: 2, horizon: 8, batchSize: 64, steps: 2000 };
type Settings = typeof defaults & { readonly learningRate: number };

function settingsOf(options: NeuralOdeOptions): Settings {
  const settings = { ...defaults, learningRate: 3e-3, ...options };
  for (const name of Object.keys(defaults) as (keyof typeof defaults)[]) {
    if (Number.isInteger(settings[name]) && settings[name] > 0) continue;
    throw invalidArgument(name, settings[name], 'give a positive whole number');
  }
  return settings;
}

function windowCount(windows: ArrayLike<number>, horizon: number, d: number): number {
  const count = windows.length / ((horizon + 1) * d);
  if (count > 0) return count;
  throw new NoetherError(`No trajectory has more than ${horizon} rows.`, {
    code: 'too-few-rows',
    argument: 'horizon',
    value: horizon,
    hint: 'Give longer trajectories or a shorter horizon.',
  });
}

/** Returns the loss of the last step. */
async function descend(
  trainer: Trainer,
  nextBatch: () => Parameters<Trainer['step']>[0],
  steps: number,
  context: Context,
): Promise<number> {
  let loss = NaN;
  for (let step = 1; step <= steps; step++) {
    context.signal?.throwIfAborted();
    ({ loss } = await trainer.step(nextBatch()));
    if (step % 100 !== 0) continue;
    const progress = { kind: 'progress', stage: 'neural-ode', unit: 'step' } as const;
    context.observe({ ...progress, done: step, total: steps });
  }
  return loss;
}

function networkOf(d: number, width: number, hidden: number): Layer {
  const layers: Layer[] = [];
  for (let index = 0; index < hidden; index++) {
    layers.push(dense(`ode.${index}`, index === 0 ? d : width, width), tanh);
  }
  return chain([...layers, dense(`ode.${hidden}`, width, d)]);
}

/** In units of the deviations and of the interval; the network gives velocities of order one. */
function program(
  network: Layer,
  d: number,
  horizon: number,
  size: number,
  { speed }: Scales,
): Program {
  return {
    parameters: network.parameters,
    state: {},
    inputs: { window: { shape: [size, (horizon + 1) * d] } },
    step({ parameters, inputs: { window } }) {
      const scope = { parameters, state: {}, nextState: {}, training: true };
      const row = (k: number, rows = 1): tf.Tensor2D =>
        tf.slice(window as tf.Tensor2D, [0, k * d], [size, rows * d]);
      const field = (states: tf.Tensor2D): tf.Tensor2D =>
        tf.mul(network.apply(states, scope), speed);
      const path: tf.Tensor2D = tf.concat(rk4Steps(field, row(0), 1, horizon), 1);
      const error = tf.div(tf.sub(path, row(1, horizon)), speed);
      const loss: tf.Scalar = tf.mean(tf.square(error));
      return { losses: { ode: loss }, metrics: { loss }, state: {} };
    },
  };
}

/** The network in float64, between the units of the data. */
function fieldOf(
  weights: Readonly<Record<string, Float64Array>>,
  hidden: number,
  d: number,
  { mean, deviation, speed, interval }: Scales,
): VectorField {
  return (state, velocity) => {
    let values = Float64Array.from({ length: d }, (_, i) => (state[i] - mean[i]) / deviation[i]);
    for (let layer = 0; layer <= hidden; layer++) {
      const matrix = weights[`ode.${layer}.weight`];
      const next = weights[`ode.${layer}.bias`].slice();
      const outputs = next.length;
      for (let i = 0; i < values.length; i++) {
        for (let j = 0; j < outputs; j++) next[j] += values[i] * matrix[i * outputs + j];
      }
      values = layer < hidden ? next.map(Math.tanh) : next;
    }
    for (let i = 0; i < d; i++) velocity[i] = (values[i] * speed * deviation[i]) / interval;
  };
}
