import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tfjsEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { denseAutoencoder, latentTerms, loadEncoder } from '../../src/index.js';
import { scaleLatent } from '../../src/sindy/scale-latent.js';
import { chooseTerms } from '../../src/sindy/term-selection.js';

const engine = await tfjsEngine('cpu');
const name = 'autoencoder.encoder.0';
const random = randomStream('states');
const count = 500;
const angles = Float64Array.from({ length: count }, () => 2.9 * (2 * random.uniform() - 1));
const rates = Float64Array.from({ length: count }, () => random.normal());

/** Terms of a pendulum whose angle is `unit` times the one latent variable. */
function pendulum(unit: number, functions: 'sin'[]) {
  const table = (values: Float64Array) => ({
    data: Float32Array.from(values, (value) => value / unit),
    width: 1,
  });
  return chooseTerms(
    {
      engine,
      network: denseAutoencoder({
        inputDimension: 1,
        latentDimension: 1,
        widths: [],
        activation: 'tanh',
      }),
      tables: {
        x: table(angles),
        velocity: table(rates),
        acceleration: table(angles.map((angle) => -Math.sin(angle))),
      },
      terms: latentTerms(['z1', 'v1'], { degree: 3, functions }),
    },
    { [`${name}.weight`]: Float32Array.of(1), [`${name}.bias`]: Float32Array.of(0) },
    1,
  );
}

test('a sine is found in whatever unit z comes, and the unit with it', async () => {
  for (const unit of [0.5, 1, 2 ** 1.25]) {
    const { scale, coefficients, unexplained } = await pendulum(unit, ['sin']);
    close(scale, unit, { rtol: 1e-12 });
    const expected = new Float64Array(12);
    expected[10] = -1;
    close(coefficients, expected, { atol: 1e-6 });
    assert.ok(unexplained < 1e-12);
  }
});

test('monomials leave the unit of z alone', async () => {
  const { scale, coefficients, unexplained } = await pendulum(0.5, []);
  assert.is(scale, 1);
  assert.equal(
    [...coefficients.keys()].filter((term) => coefficients[term] !== 0),
    [1],
  );
  assert.ok(unexplained > 0.1 && unexplained < 0.5, String(unexplained));
});

test('a latent space is scaled without a change of what comes out of the decoder', async () => {
  const autoencoder = denseAutoencoder({
    inputDimension: 3,
    latentDimension: 2,
    widths: [5, 4],
    activation: 'tanh',
  });
  const specs = { ...autoencoder.encoder.parameters, ...autoencoder.decoder.parameters };
  const parameters = Object.fromEntries(
    Object.entries(specs).map(([key, { shape, initial }]) => {
      const data = initial(random.split(key)).map((value) => value + 0.1);
      return [key, { shape, data }];
    }),
  );
  const values = Object.fromEntries(
    Object.entries(parameters).map(([key, { data }]) => [key, data]),
  );
  const states = Float64Array.from({ length: 12 }, () => random.normal());
  const before = loadEncoder(autoencoder.toRecord(parameters), engine);
  const latent = await before.encode(states);
  const decoded = await before.decode(latent);
  scaleLatent(values, 3, 3);
  const after = loadEncoder(autoencoder.toRecord(parameters), engine);
  const scaled = await after.encode(states);
  close(
    scaled,
    latent.map((value) => 3 * value),
    { rtol: 1e-5 },
  );
  close(await after.decode(scaled), decoded, { rtol: 1e-4, atol: 1e-5 });
});

test.run();
