import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { onnxNativeEngine } from '@noether/compute';
import { integrate, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import {
  alignLatent,
  derivativeSamples,
  loadEncoder,
  searchSindyTerms,
  type DerivativeData,
  type SindyAutoencoderOptions,
} from '../../src/index.js';
import { accelerated } from './accelerated.js';

const engine = await onnxNativeEngine({ threads: 1 });
const context = () => ({ random: randomStream(3), observe: () => {} });
const [PIXELS, SQUARED_WIDTH] = [24, 0.3];

/** 24 pixels from −3.2 to 3.2 that show a spot at θ, θ'' = −sin θ, swinging up to 2.8. */
function spots(amplitudes: readonly number[]): DerivativeData {
  const made = amplitudes.map((amplitude) => {
    const times = Float64Array.from({ length: 50 }, (_, row) => row * 0.2);
    const { states } = integrate(
      (state, out) => out.set([state[1], -Math.sin(state[0])]),
      Float64Array.of(amplitude, 0),
      times,
    );
    const rowsOf = (order: number): Float64Array =>
      Float64Array.from({ length: times.length * PIXELS }, (_, at) => {
        const row = Math.floor(at / PIXELS);
        const [q, v] = states.subarray(2 * row, 2 * row + 2);
        const distance = -3.2 + ((at % PIXELS) * 6.4) / (PIXELS - 1) - q;
        const slope = (2 * distance) / SQUARED_WIDTH;
        const bend = slope ** 2 - 2 / SQUARED_WIDTH;
        const jet = [1, slope * v, bend * v * v - slope * Math.sin(q)];
        return Math.exp(-(distance ** 2) / SQUARED_WIDTH) * jet[order];
      });
    return { times, states: rowsOf(0), velocities: rowsOf(1), accelerations: rowsOf(2) };
  });
  const names = Array.from({ length: PIXELS }, (_, index) => `p${index}`);
  return accelerated(names, made);
}

const train = spots([0.5, 0.8, 1.1, 1.4, 1.7, 2, 2.2, 2.4, 2.6, 2.8]);
const validation = spots([0.9, 1.8, 2.5]);
const options: SindyAutoencoderOptions = {
  latentDimension: 1,
  order: 2,
  widths: [24, 12],
  activation: 'tanh',
  library: { degree: 3, functions: ['sin'] },
  start: 'slow',
  startSteps: 500,
  weights: { dataDerivative: 1e-3, latentDerivative: 1e-2, sparsity: 0 },
  batchSize: 64,
  steps: 1500,
  refinement: 2000,
  threshold: null,
  optimisers: {
    autoencoder: { learningRate: 3e-3, schedule: { kind: 'warm-up', steps: 200 } },
    equations: { learningRate: 1e-2 },
  },
  rates: { final: 0.1, refinement: 1 },
  unexplained: 1e-5,
};
const search = {
  terms: [1, 2],
  every: 400,
  refined: { latentError: 'relative', weights: { ...options.weights, latentDerivative: 2e-2 } },
} as const;

test('one sine is chosen for a spot that moves as a pendulum', async () => {
  const { model, tried } = await searchSindyTerms(
    { ...train, engine, validation },
    options,
    search,
    context(),
  );
  assert.equal(
    tried.map(({ terms }) => terms),
    [1, 2],
  );
  const [one, two] = tried;
  assert.is(model, one.model);
  for (const { error, scores } of tried) {
    assert.is(error, scores.states + scores.latentDerivative);
  }
  assert.ok(one.error < 2 * two.error, `${one.error}, ${two.error}`);
  assert.ok(one.scores.latentDerivative < 1e-3, `${one.scores.latentDerivative}`);
  assert.ok(one.scores.states < 0.01, `${one.scores.states}`);
  const { terms, coefficients } = model.equations;
  assert.equal(
    terms.map(({ name }) => name),
    ['sin(z1)', 'v1'],
  );
  close(coefficients.flat(), [0, 1, -1, 0], { atol: 0.02 });
  // θ = factor · z, with the angle as unit.
  const { states } = derivativeSamples(validation, 2);
  const latent = await loadEncoder(model.encoder, engine).encode(states);
  const { matrix, r2 } = alignLatent(latent, angles(states), { k: 1, d: 1 });
  close(Math.abs(matrix[0]), 1, { atol: 0.02 });
  assert.ok(r2[0] > 0.999, `${r2[0]}`);
});

test('a search that is stopped, or out of range, says so', async () => {
  const given = { ...train, engine, validation };
  const fails = async (run: Promise<unknown>, message: RegExp): Promise<void> => {
    try {
      await run;
    } catch (error) {
      assert.match((error as Error).message, message);
      return;
    }
    assert.unreachable(String(message));
  };
  const stopped = { ...context(), signal: AbortSignal.abort() };
  await fails(searchSindyTerms(given, options, search, stopped), /stopped after step 0/);
  const run = (change: object, how: object): Promise<unknown> =>
    searchSindyTerms(given, { ...options, ...change }, { ...search, ...how }, context());
  await fails(run({ startSteps: -1 }, {}), /startSteps is -1/);
  await fails(run({}, { terms: [1, 0] }), /selection\.terms is 0/);
  await fails(run({}, { terms: [] }), /terms is an array of 0/);
  await fails(run({ refinement: 0 }, {}), /refinement is 0/);
});

/** Where the spot is: the centre of what the pixels show. */
function angles(states: Float64Array): Float64Array {
  return Float64Array.from({ length: states.length / PIXELS }, (_, row) => {
    const frame = states.subarray(row * PIXELS, row * PIXELS + PIXELS);
    const sum = frame.reduce((total, value) => total + value, 0);
    return frame.reduce(
      (total, value, at) => total + (value / sum) * (-3.2 + (at * 6.4) / (PIXELS - 1)),
      0,
    );
  });
}

test.run();
