import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { onnxNativeEngine, type Program } from '@noether/compute';
import { multiply, randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { denseAutoencoder, latentTerms, loadEncoder, sindyProgram } from '../../src/index.js';
import { slowFeatures } from '../../src/sindy/slow-features.js';
import { learnSlowFeatures } from '../../src/sindy/slow-regression.js';
import { startSlowly } from '../../src/sindy/slow-start.js';

const [rows, d] = [4000, 3];
const rates = [5, 1, 2];
const mixing = Float64Array.of(1, 0.4, -0.3, 0.2, 2, 0.5, -0.6, 0.1, 1.5);

/** √2 cos(ω t) for three rates over whole periods, mixed: unit variance, no correlation. */
const sources = (order: 0 | 1): Float64Array =>
  Float64Array.from({ length: rows * d }, (_, at) => {
    const [rate, time] = [rates[at % d], (2 * Math.PI * Math.floor(at / d)) / rows];
    return Math.SQRT2 * (order === 0 ? Math.cos(rate * time) : -rate * Math.sin(rate * time));
  });
const states = multiply(sources(0), mixing, rows, d, d);
const velocities = multiply(sources(1), mixing, rows, d, d);

test('sources of different rates come out of their mixture, the slowest first', () => {
  const { directions, speeds } = slowFeatures(states, velocities, d);
  close(speeds, [1, 2, 5], { rtol: 1e-3 });
  const features = multiply(states, directions, rows, d, d);
  [1, 2, 0].forEach((source, feature) => {
    const product = sources(0).reduce(
      (sum, value, at) => (at % d === source ? sum + value * features[at - source + feature] : sum),
      0,
    );
    close(Math.abs(product) / rows, 1, { atol: 1e-3 });
  });
});

test('an encoder that starts slowly sees the slowest features only, at the size of a random one', () => {
  const [latentDimension, width] = [1, 400];
  const autoencoder = denseAutoencoder({
    inputDimension: d,
    latentDimension,
    widths: [width],
    activation: 'tanh',
  });
  const name = 'autoencoder.encoder.0.weight';
  const table = (data: Float64Array) => ({ data: Float32Array.from(data), width: d });
  const begun = startSlowly(
    { parameters: autoencoder.encoder.parameters } as unknown as Program,
    { x: table(states), velocity: table(velocities) },
    { latentDimension },
  );
  const weight = Float64Array.from(begun.parameters[name].initial(randomStream(1)));
  const seen = multiply(states, weight, rows, d, width);
  const slow = sources(0).filter((_, at) => at % d === 1);
  const meanSquare = seen.reduce((sum, value) => sum + value ** 2, 0) / seen.length;
  for (let column = 0; column < width; column += 50) {
    let [product, square] = [0, 0];
    slow.forEach((value, row) => {
      product += value * seen[row * width + column];
      square += seen[row * width + column] ** 2;
    });
    close(Math.abs(product) / Math.sqrt(square * rows), 1, { atol: 1e-3 });
  }
  const whitened = (d * 2) / (d + width);
  assert.ok(meanSquare > 0.6 * whitened && meanSquare < 1.6 * whitened, String(meanSquare));
});

test('a regression teaches the slowest feature to the encoder and what it shows to the decoder', async () => {
  const engine = await onnxNativeEngine({ threads: 1 });
  const network = denseAutoencoder({
    inputDimension: d,
    latentDimension: 1,
    widths: [16],
    activation: 'tanh',
  });
  const table = (data: Float64Array) => ({ data: Float32Array.from(data), width: d });
  const program = sindyProgram(network, {
    batchSize: 64,
    order: 1,
    terms: latentTerms(['z1'], { degree: 1 }),
    weights: { dataDerivative: 0, latentDerivative: 0, sparsity: 0 },
  });
  const learn = (seed: number) =>
    learnSlowFeatures(program, {
      engine,
      network,
      tables: { x: table(states), velocity: table(velocities) },
      columnWeights: [1, 1, 1],
      steps: 600,
      batchSize: 64,
      random: randomStream(seed),
    });
  const { parameters } = await learn(1);
  const initial = (of: Program['parameters']) =>
    Object.fromEntries(
      Object.entries(of).map(([name, spec]) => [
        name,
        { shape: spec.shape, data: spec.initial(randomStream(2)) },
      ]),
    );
  const values = initial(parameters);
  assert.equal([...values['equations.coefficients'].data], [0, 0]);
  const encoder = loadEncoder(network.toRecord(values), engine);
  const latent = await encoder.encode(states);
  const slow = sources(0).filter((_, at) => at % d === 1);
  const sign = Math.sign(slow.reduce((sum, value, row) => sum + value * latent[row], 0));
  const error = slow.reduce((sum, value, row) => sum + (value - sign * latent[row]) ** 2, 0) / rows;
  assert.ok(error < 0.01, `${error}`);
  // cos 2t is a function of cos t: a decoder that were linear in the feature would leave 0.47.
  const decoded = await encoder.decode(latent);
  const left = states.reduce((sum, value, at) => sum + (value - decoded[at]) ** 2, 0);
  const share = left / states.reduce((sum, value) => sum + value ** 2, 0);
  assert.ok(share < 0.4, `${share}`);
  const again = initial((await learn(1)).parameters);
  assert.equal(again, values);
});

test.run();
