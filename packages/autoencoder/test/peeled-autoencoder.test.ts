import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import type { NamedTensor } from '@noether/contracts';
import {
  createTrainer,
  selectEngine,
  tfjsEngine,
  type Program,
  type Tensors,
} from '@noether/compute';
import { randomStream, symmetricEigen } from '@noether/numerics';
import { close } from '@noether/testkit';
import { denseAutoencoder, loadEncoder, mlpAutoencoder, peeledAutoencoder } from '../src/index.js';
import { angularVelocities, quarterTurn } from '../src/angular-velocities.js';
import { imitating } from '../src/imitation.js';
import { renamedLayer } from '../src/renamed-layer.js';
import { principalProjection } from '../src/principal-projection.js';
import { whitening } from '../src/whitening.js';

const random = randomStream('peeled');
const part = denseAutoencoder({
  inputDimension: 5,
  latentDimension: 2,
  widths: [7],
  activation: 'tanh',
});
const peeled = peeledAutoencoder({ of: [part, part], stage: 10 });
const tensors = Object.fromEntries([
  ...Object.entries(peeled.encoder.parameters).map(([name, { shape, initial }]) => [
    name,
    { shape, data: initial(random.split(name)) },
  ]),
  ...Object.entries(peeled.encoder.state).map(([name, { shape, initial }]) => [
    name,
    { shape, data: initial },
  ]),
]) as Record<string, NamedTensor>;
const engine = await tfjsEngine('cpu');
const encoder = loadEncoder(peeled.toRecord(tensors), engine);
const rows = (count: number): Float64Array => random.fillNormal(new Float64Array(5 * count));

test('each part has its share of the latent coordinates, nearly of unit length', async () => {
  assert.equal([peeled.inputDimension, peeled.latentDimension], [5, 4]);
  const z = await encoder.encode(rows(6).map((value) => 30 * value));
  const lengths = Array.from({ length: 12 }, (_, at) => Math.hypot(z[2 * at], z[2 * at + 1]));
  close(lengths, new Array<number>(12).fill(1), { atol: 0.2 });
  assert.ok(Math.max(...lengths) < 1, 'a code of any size stays within the circle');
});

test('a part sends no gradient to those before it', () => {
  const names = Object.keys(peeled.encoder.parameters).filter(
    (name) => !name.includes('part1.decoder'),
  );
  const values = Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape])]),
  ) as Tensors;
  const x = tf.tensor2d(Float32Array.from(rows(6)), [6, 5]);
  const second = (...weights: tf.Tensor[]): tf.Scalar => {
    const parameters = { ...values, ...Object.fromEntries(names.map((n, i) => [n, weights[i]])) };
    const scope = { parameters, state: values, nextState: {}, training: false };
    const [, z] = tf.split(peeled.encoder.apply(x, scope), 2, 1);
    return tf.sum(tf.square(tf.slice(z, [0, 0], [6, 1])));
  };
  const slopes = tf.grads(second)(names.map((name) => values[name]));
  const steepest = (of: string): number =>
    Math.max(
      ...slopes.map((slope, i) =>
        names[i].startsWith(`autoencoder.${of}`) ? tf.max(tf.abs(slope)).dataSync()[0] : 0,
      ),
    );
  assert.is(steepest('part0'), 0);
  assert.ok(steepest('part1') > 1e-3, `${steepest('part1')}`);
});

test('the decoder adds what its parts make: no mixed difference between shares', async () => {
  const [a, b, c, d] = [1, 2, 3, 4].map(() => random.fillNormal(new Float64Array(2)));
  const at = (first: Float64Array, second: Float64Array): Promise<Float64Array> =>
    encoder.decode(Float64Array.of(...first, ...second));
  const [ab, cd, ad, cb] = await Promise.all([at(a, b), at(c, d), at(a, d), at(c, b)]);
  close(
    ab.map((value, i) => value + cd[i]),
    ad.map((value, i) => value + cb[i]),
    { atol: 1e-5 },
  );
  assert.ok(Math.hypot(...ab.map((value, i) => value - cb[i])) > 1e-3);
});

test('what imitates stays as it is and is pulled to its model', () => {
  const [own, model, upstream] = [3, 5, 7].map((seed) =>
    tf.tensor2d(
      Float32Array.from({ length: 8 }, (_, at) => Math.sin(seed * at + 1)),
      [4, 2],
    ),
  );
  close(imitating(own, model, tf.scalar(0.3)).dataSync(), own.dataSync(), { atol: 0 });
  const loss = (a: tf.Tensor, b: tf.Tensor): tf.Scalar =>
    tf.sum(tf.mul(imitating(a as tf.Tensor2D, b as tf.Tensor2D, tf.scalar(0.3)), upstream));
  const apart = (a: tf.Tensor): tf.Scalar =>
    tf.mul(tf.mean(tf.sum(tf.squaredDifference(a, model), 1)), 0.3);
  const [toOwn, toModel] = tf.grads(loss)([own, model]);
  const expected = tf.add(upstream, tf.grad(apart)(own));
  close(toOwn.dataSync(), expected.dataSync(), { atol: 1e-6 });
  close(toModel.dataSync(), new Float32Array(8), { atol: 0 });
});

const decoders = [0, 1].map((index) => renamedLayer(part.decoder, (name) => `${name}.${index}`));
const weights = Object.fromEntries(
  decoders.flatMap((decoder, index) =>
    Object.entries(decoder.parameters).map(([name, { shape, initial }]) => [
      name,
      tf.tensor(initial(random.split(`${index} ${name}`)), [...shape]),
    ]),
  ),
) as Tensors;
const scope = { parameters: weights, state: {}, nextState: {}, training: false };
const shown = decoders.map((decoder) => ({ decoder, present: 1 }));
const ROWS = 20;
const planes = [0.3, 0.9].map((from) => {
  const angles = Array.from({ length: ROWS }, (_, row) => from + 0.31 * row);
  return tf.tensor2d(angles.map((angle) => [Math.cos(angle), Math.sin(angle)]));
});

test('a state that moves as one angle turns is told to do so', () => {
  const pushed = decoders[1].push({ value: planes[1], tangent: quarterTurn(planes[1]) }, scope);
  const rates = angularVelocities(shown, planes, tf.mul(pushed.tangent, 3), scope);
  const middle = (rate: tf.Tensor): number =>
    Array.from(rate.dataSync()).sort((a, b) => a - b)[ROWS / 2];
  close([middle(rates[0]), middle(rates[1])], [0, 3], { atol: 0.3 });
});

const SIZE = 3;
const FACTOR = [2, 0, 0, 0.5, 1, 0, -0.3, 0.2, 0.7];
/** Rows with mean (1, 2, 3) and covariance F Fᵀ. */
const cloud = (count: number): Float32Array => {
  const w = random.fillNormal(new Float64Array(SIZE * count));
  return Float32Array.from(w, (_, at) => {
    const [row, i] = [Math.floor(at / SIZE) * SIZE, at % SIZE];
    return i + 1 + [0, 1, 2].reduce((sum, j) => sum + FACTOR[i * SIZE + j] * w[row + j], 0);
  });
};

/** A program that only carries state, as long as it is fed. */
async function carried(
  state: Program['state'],
  next: (x: tf.Tensor2D, state: Tensors) => Tensors,
  steps: number,
): Promise<Record<string, NamedTensor>> {
  const program: Program = {
    parameters: { 'idle.value': { shape: [1], initial: () => new Float32Array(1) } },
    state,
    inputs: { x: { shape: [64, SIZE] } },
    step: (given) => ({
      losses: { idle: tf.sum(given.parameters['idle.value']) },
      metrics: {},
      state: next(given.inputs.x as tf.Tensor2D, given.state),
    }),
  };
  const trainer = await createTrainer(program, {
    engine: await selectEngine('onnx-native'),
    random,
    optimisers: { idle: { learningRate: 1 } },
  });
  for (let step = 0; step < steps; step++) await trainer.step({ x: cloud(64) });
  const saved = Object.entries(trainer.save()).map(([name, value]) => [
    name.replace(/^state:/, ''),
    value,
  ]);
  await trainer.dispose();
  return Object.fromEntries(saved) as Record<string, NamedTensor>;
}

const covariance = Float64Array.from({ length: SIZE * SIZE }, (_, at) =>
  [0, 1, 2].reduce(
    (sum, j) => sum + FACTOR[Math.floor(at / SIZE) * SIZE + j] * FACTOR[(at % SIZE) * SIZE + j],
    0,
  ),
);

test('the projection finds the principal directions, the mean and the size of what it learns from', async () => {
  const projection = principalProjection('p', SIZE, 2);
  const found = await carried(
    projection.state,
    (x, state) => {
      const nextState: Tensors = {};
      projection.learn(x, tf.tensor1d([1]), { parameters: {}, state, nextState, training: true });
      return nextState;
    },
    300,
  );
  const { values, vectors } = symmetricEigen(covariance, SIZE);
  const order = [0, 1, 2].sort((a, b) => values[b] - values[a]);
  const p = found['p.directions'].data;
  for (const column of order.slice(0, 2)) {
    const share = [0, 1].map((own) =>
      [0, 1, 2].reduce((sum, row) => sum + p[2 * row + own] * vectors[row * SIZE + column], 0),
    );
    close(Math.hypot(...share), 1, { atol: 0.02 });
  }
  close(found['p.mean'].data, [1, 2, 3], { atol: 0.3 });
  close(found['p.size'].data, Math.sqrt((values[order[0]] + values[order[1]]) / 2), { rtol: 0.1 });
});

test('whitened rows of a batch have mean 0 and covariance I; the running statistics follow', async () => {
  const white = whitening('w', SIZE);
  const batch = cloud(64);
  const z = tf.tidy(() => {
    const state = Object.fromEntries(
      Object.entries(white.state).map(([name, { shape, initial }]) => [
        name,
        tf.tensor(initial, [...shape]),
      ]),
    );
    const scope = { parameters: {}, state, nextState: {}, training: true };
    return white.apply(tf.tensor2d(batch, [64, SIZE]), scope).dataSync();
  });
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let row = 0; row < 64; row++) sum += z[row * SIZE + i] * z[row * SIZE + j];
      close(sum / 64, i === j ? 1 : 0, { atol: 1e-4 });
    }
  }
  const found = await carried(
    white.state,
    (x, state) => {
      const nextState: Tensors = {};
      white.apply(x, { parameters: {}, state, nextState, training: true });
      return nextState;
    },
    200,
  );
  close(found['w.mean'].data, [1, 2, 3], { atol: 0.3 });
  close(found['w.covariance'].data, covariance, { atol: 0.6 });
});

test('parts that do not fit, and a stage that is no number of steps, are refused', () => {
  const other = mlpAutoencoder({ inputDimension: 4, latentDimension: 2, width: 4, hidden: 1 });
  assert.throws(() => peeledAutoencoder({ of: [], stage: 5 }), /of states of one dimension/);
  assert.throws(
    () => peeledAutoencoder({ of: [part, other], stage: 5 }),
    /of states of one dimension/,
  );
  assert.throws(() => peeledAutoencoder({ of: [part], stage: 0.5 }), /whole number of steps/);
});

test.run();
