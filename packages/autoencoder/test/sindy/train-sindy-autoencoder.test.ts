import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { trajectories, type Trajectories } from '@noether/contracts';
import { tfjsEngine, onnxNativeEngine, type Checkpoint } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  derivativeSamples,
  loadEncoder,
  scoreSindy,
  trainSindyAutoencoder,
  type SindyAutoencoderOptions,
} from '../../src/index.js';
import { accelerated } from './accelerated.js';

const context = () => ({ random: randomStream(5), observe: () => {} });
const engine = await onnxNativeEngine({ threads: 1 });
const DIMENSION = 6;

/** A rotation z' = (z2, −z1) seen through x = (z1 + z2², z2, z1 z2, z1 − z2, z1³, z1²), with ẋ and ẍ. */
function rotation(): { trajectories: Trajectories; accelerations: Float64Array[] } {
  const random = randomStream('rotation');
  const made = Array.from({ length: 12 }, () => {
    const [radius, phase] = [0.5 + random.uniform(), 6 * random.uniform()];
    const times = Float64Array.from({ length: 40 }, (_, row) => row * 0.15);
    const rowsOf = (order: number): Float64Array =>
      Float64Array.from(
        [...times].flatMap((time) => {
          // Jets: value, first and second derivative of z1 and of z2.
          const z1 = jet(radius, phase - time, Math.sin);
          const z2 = jet(radius, phase - time, Math.cos).map((value) => value);
          return seen(z1, z2).map((of) => of[order]);
        }),
      );
    return { times, states: rowsOf(0), velocities: rowsOf(1), accelerations: rowsOf(2) };
  });
  const names = Array.from({ length: DIMENSION }, (_, index) => `x${index}`);
  return accelerated(names, made);
}

/** 24 pixels from −1.5 to 1.5 that show a spot at q, q'' = −q, narrower than the swing by far. */
function swingingSpot(): { video: Trajectories; accelerations: Float64Array[] } {
  const random = randomStream('spot');
  const pixels = Array.from({ length: 24 }, (_, at) => -1.5 + at * (3 / 23));
  const squaredWidth = 0.08;
  const made = Array.from({ length: 15 }, () => {
    const [radius, phase] = [0.6 + 0.6 * random.uniform(), 6 * random.uniform()];
    const times = Float64Array.from({ length: 40 }, (_, row) => row * 0.15);
    const rowsOf = (order: number): Float64Array =>
      Float64Array.from(
        [...times].flatMap((time) => {
          const [q, v, a] = jet(radius, phase - time, Math.sin);
          return pixels.map((at) => {
            const value = Math.exp(-((at - q) ** 2) / squaredWidth);
            const slope = (2 * (at - q)) / squaredWidth;
            const bend = slope ** 2 - 2 / squaredWidth;
            return value * [1, slope * v, bend * v * v + slope * a][order];
          });
        }),
      );
    return { times, states: rowsOf(0), velocities: rowsOf(1), accelerations: rowsOf(2) };
  });
  const names = pixels.map((_, index) => `p${index}`);
  const video = trajectories({
    names,
    units: names.map(() => ''),
    items: made.map(({ times, states, velocities }) => ({ times, states, velocities })),
    provenance: { stage: 'test' },
  });
  return { video, accelerations: made.map(({ accelerations }) => accelerations) };
}

type Jet = readonly number[];

/** radius · f(angle) with the angle falling at rate 1, for f = sin or cos. */
function jet(radius: number, angle: number, f: (x: number) => number): Jet {
  const derivative = f === Math.sin ? Math.cos : (x: number): number => -Math.sin(x);
  return [radius * f(angle), -radius * derivative(angle), -radius * f(angle)];
}

function seen(z1: Jet, z2: Jet): Jet[] {
  const product = (a: Jet, b: Jet): Jet => [
    a[0] * b[0],
    a[1] * b[0] + a[0] * b[1],
    a[2] * b[0] + 2 * a[1] * b[1] + a[0] * b[2],
  ];
  const sum = (a: Jet, b: Jet, factor: number): Jet => a.map((value, at) => value + factor * b[at]);
  return [
    sum(z1, product(z2, z2), 1),
    z2,
    product(z1, z2),
    sum(z1, z2, -1),
    product(product(z1, z1), z1),
    product(z1, z1),
  ];
}

const data = rotation();
const options: SindyAutoencoderOptions = {
  latentDimension: 2,
  widths: [12],
  activation: 'tanh',
  library: { degree: 2 },
  weights: { dataDerivative: 0.3, latentDerivative: 0.01, sparsity: 0.003 },
  batchSize: 64,
  steps: 3000,
  refinement: 1000,
  threshold: { value: 0.1, every: 300, from: 900 },
  optimisers: {
    autoencoder: { learningRate: 5e-3, schedule: { kind: 'cosine', steps: 4000 } },
    equations: { learningRate: 5e-3, schedule: { kind: 'cosine', steps: 4000 } },
  },
};

test('the data of these tests move as they say', () => {
  const [{ times, states, velocities = states }] = data.trajectories.items;
  const h = times[1] - times[0];
  const at = (values: Float64Array, row: number): Float64Array =>
    values.subarray(row * DIMENSION, row * DIMENSION + DIMENSION);
  const slope = (values: Float64Array): Float64Array =>
    at(values, 6).map((value, index) => (value - at(values, 4)[index]) / (2 * h));
  close(slope(states), at(velocities, 5), { atol: 0.06 });
  close(slope(velocities), at(data.accelerations[0], 5), { atol: 0.2 });
});

test('finds a latent space and sparse equations that hold in it', async () => {
  const model = await trainSindyAutoencoder({ ...data, engine }, options, context());
  const scores = await scoreSindy(model, derivativeSamples(data, 1), engine);
  assert.ok(scores.states < 0.01, `states ${scores.states}`);
  assert.ok(scores.dataDerivative < 0.02, `derivative ${scores.dataDerivative}`);
  assert.ok(model.terms < 12 && model.terms >= 2, `${model.terms} terms`);
  assert.ok(
    model.equations.r2.every((value) => value > 0.95),
    model.equations.r2.join(),
  );
  close(model.equations.r2, scores.r2, { atol: 1e-6 });
  const kept = model.equations.coefficients.flat().filter((value) => value !== 0).length;
  assert.is(kept, model.terms);
  // The printed equations are the derivative of the encoder: ż = J·ẋ ≈ Ξ Θ(z), term by term.
  const encoder = loadEncoder(model.encoder, engine);
  const [{ states, velocities = states }] = data.trajectories.items;
  const latent = await encoder.encode(states);
  const moving = await encoder.latentVelocity(states, velocities);
  let [errors, squares] = [0, 0];
  for (let row = 0; row < latent.length / 2; row++) {
    const z = latent.subarray(2 * row, 2 * row + 2);
    model.equations.coefficients.forEach((coefficients, equation) => {
      const predicted = model.equations.terms.reduce(
        (sum, { exponents: [a, b] }, term) => sum + coefficients[term] * z[0] ** a * z[1] ** b,
        0,
      );
      errors += (predicted - moving[2 * row + equation]) ** 2;
      squares += moving[2 * row + equation] ** 2;
    });
  }
  assert.ok(errors / squares < 0.05, `${errors / squares}`);
  const last = model.history.at(-1);
  assert.is(last?.step, 4000);
  assert.is(last?.terms, model.terms);
  assert.ok((last?.values.loss ?? 1) < 0.1 * model.history[0].values.loss);
});

const short = { ...options, steps: 120, refinement: 30, threshold: { value: 0.97, every: 40 } };

test('a spot that swings along a line of pixels is found as an oscillator from a slow start', async () => {
  const { video, accelerations } = swingingSpot();
  const model = await trainSindyAutoencoder(
    { trajectories: video, accelerations, engine },
    {
      latentDimension: 1,
      order: 2,
      widths: [24, 12],
      activation: 'tanh',
      library: { degree: 2 },
      weights: { dataDerivative: 1e-3, latentDerivative: 1e-3, sparsity: 1e-3 },
      start: 'slow',
      batchSize: 64,
      steps: 2500,
      refinement: 500,
      threshold: { value: 0.1, every: 300, from: 1200 },
      optimisers: {
        autoencoder: { learningRate: 5e-3, schedule: { kind: 'warm-up', steps: 300 } },
        equations: { learningRate: 2e-2 },
      },
      rates: { final: 0.1, refinement: 0.5 },
      unexplained: 1e-5,
    },
    context(),
  );
  const scores = await scoreSindy(
    model,
    derivativeSamples({ trajectories: video, accelerations }, 2),
    engine,
  );
  assert.ok(scores.states < 0.02, `states ${scores.states}`);
  assert.ok(scores.dataDerivative < 0.1, `acceleration ${scores.dataDerivative}`);
  assert.ok(scores.latentDerivative < 0.03, `z'' ${scores.latentDerivative}`);
  const { terms, coefficients } = model.equations;
  assert.equal(
    terms.map(({ name }) => name),
    ['z1', 'v1'],
  );
  close(coefficients.flat(), [0, 1, -1, 0], { atol: 0.02 });
});

test('stopped and resumed, training gives the same numbers', async () => {
  const whole = await trainSindyAutoencoder({ ...data, engine }, short, context());
  let kept: Checkpoint | undefined;
  const controller = new AbortController();
  const observe = (event: { readonly kind: string; readonly done?: number }): void => {
    if (event.kind === 'progress' && event.done === 70) controller.abort();
  };
  const stopped = { ...context(), observe, signal: controller.signal };
  const onCheckpoint = (checkpoint: Checkpoint): void => {
    kept = checkpoint;
  };
  try {
    await trainSindyAutoencoder({ ...data, engine, onCheckpoint }, short, stopped);
    assert.unreachable();
  } catch (error) {
    assert.is((error as { code?: string }).code, 'aborted');
  }
  assert.ok(kept);
  const resumed = await trainSindyAutoencoder({ ...data, engine, resume: kept }, short, context());
  assert.equal(resumed.equations, whole.equations);
  assert.equal(resumed.history, whole.history);
  assert.equal(resumed.encoder, whole.encoder);
});

test('checkpoints come every so many steps where they are wanted', async () => {
  const kept: Checkpoint[] = [];
  const onCheckpoint = (checkpoint: Checkpoint): void => void kept.push(checkpoint);
  const asked: number[] = [];
  const wantsCheckpoint = (): boolean => asked.push(asked.length) === 2;
  const saving = { onCheckpoint, checkpointEvery: 25, wantsCheckpoint };
  const model = await trainSindyAutoencoder({ ...data, ...saving, engine }, short, context());
  assert.is(asked.length, Math.floor((short.steps + short.refinement) / 25));
  assert.is(kept.length, 1);
  const [resume] = kept;
  const resumed = await trainSindyAutoencoder({ ...data, engine, resume }, short, context());
  assert.equal(resumed.encoder, model.encoder);
});

test('pruned coefficients stay pruned, and refinement prunes no more', async () => {
  const pruned = await trainSindyAutoencoder({ ...data, engine }, short, context());
  assert.ok(pruned.terms > 0 && pruned.terms < 12, String(pruned.terms));
  const longer = { ...short, refinement: 300 };
  const refined = await trainSindyAutoencoder({ ...data, engine }, longer, context());
  assert.is(refined.terms, pruned.terms);
  const support = ({ equations }: typeof pruned): string =>
    equations.terms.map(({ name }) => name).join();
  assert.is(support(refined), support(pruned));
});

test('a system of second order comes out in z and v = ż', async () => {
  const second = { ...short, order: 2, library: { degree: 1, functions: ['sin'] } } as const;
  const cpu = await tfjsEngine('cpu');
  const model = await trainSindyAutoencoder(
    { ...data, engine: cpu },
    { ...second, latentDimension: 1, threshold: null, steps: 20, refinement: 0 },
    context(),
  );
  const { equations } = model;
  assert.equal(equations.variables, ['z1', 'v1']);
  const column = equations.terms.findIndex(({ name }) => name === 'v1');
  assert.equal(
    equations.coefficients[0],
    equations.terms.map((_, index) => (index === column ? 1 : 0)),
  );
  assert.equal(
    equations.terms.map(({ name }) => name),
    ['1', 'z1', 'v1', 'sin(z1)', 'sin(v1)'],
  );
  assert.is(model.terms, 5);
  assert.is(equations.r2[0], 1);
});

test('what is missing or out of range is named', async () => {
  const { trajectories: given } = data;
  const still = { ...given, items: given.items.map(({ times, states }) => ({ times, states })) };
  const fails = async (run: Promise<unknown>, message: RegExp): Promise<void> => {
    try {
      await run;
    } catch (error) {
      assert.match((error as Error).message, message);
      return;
    }
    assert.unreachable(String(message));
  };
  const train = (
    of: Partial<typeof data>,
    change: Partial<SindyAutoencoderOptions>,
  ): Promise<unknown> =>
    trainSindyAutoencoder({ ...data, ...of, engine }, { ...short, ...change }, context());
  await fails(train({ trajectories: still }, {}), /Trajectory 0 has no velocities/);
  await fails(train({ accelerations: [] }, { order: 2 }), /accelerations is .* second order/);
  await fails(train({}, { steps: 0 }), /steps is 0/);
  await fails(train({}, { threshold: { value: 1, every: 0 } }), /threshold\.every is 0/);
  await fails(train({}, { threshold: { value: -1, every: 5 } }), /threshold\.value is -1/);
  await fails(train({}, { order: 3 as never }), /order is 3/);
  await fails(train({}, { startSteps: 0.5 }), /startSteps is 0\.5/);
  await fails(train({}, { selection: { terms: 0, every: 5 } }), /selection\.terms is 0/);
  await fails(train({}, { selection: { terms: 1, every: 0 } }), /selection\.every is 0/);
  await fails(train({}, { unexplained: 1 }), /unexplained is 1/);
  const weights = { ...short.weights, sparsity: -1 };
  await fails(train({}, { weights }), /weights\.sparsity is -1/);
  const resume = { tensors: {}, metadata: {} };
  await fails(trainSindyAutoencoder({ ...data, engine, resume }, short, context()), /checkpoint/i);
});

test.run();
