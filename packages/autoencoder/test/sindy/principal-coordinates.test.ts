import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { tfjsEngine } from '@noether/compute';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { denseAutoencoder, loadEncoder } from '../../src/index.js';
import { intoCoordinates, principalCoordinates } from '../../src/sindy/principal-coordinates.js';
import { unfoldCoordinates } from '../../src/sindy/unfold-coordinates.js';

/** Rows in a plane of `dimension` dimensions, with noise. */
function planar(rows: number, dimension: number, noise: number): Float64Array {
  const random = randomStream(4);
  const axes = random.fillNormal(new Float64Array(2 * dimension));
  const centre = random.fillNormal(new Float64Array(dimension));
  const rowOf = (): number[] => {
    const [a, b] = [3 * random.normal(), random.normal()];
    return Array.from(
      centre,
      (c, at) => c + a * axes[at] + b * axes[dimension + at] + noise * random.normal(),
    );
  };
  return Float64Array.from(Array.from({ length: rows }, rowOf).flat());
}

for (const [what, rows, dimension] of [
  ['few columns', 300, 8],
  ['more columns than rows', 40, 90],
] as const) {
  test(`${what}: finds the plane, orthonormal directions and coordinates of unit variance`, () => {
    const data = planar(rows, dimension, 1e-4);
    const found = principalCoordinates(data, dimension, 1e-6);
    const { directions, scales, centre, unexplained } = found;
    assert.is(scales.length, 2);
    assert.ok(scales[0] > scales[1]);
    assert.ok(unexplained < 1e-6 && unexplained > 1e-12, String(unexplained));
    const product = (i: number, j: number): number =>
      centre.reduce((sum, _, row) => sum + directions[2 * row + i] * directions[2 * row + j], 0);
    close([product(0, 0), product(0, 1), product(1, 1)], [1, 0, 1], { atol: 1e-9 });
    const coordinates = intoCoordinates(data, found, 'states');
    for (const column of [0, 1]) {
      const values = coordinates.filter((_, at) => at % 2 === column);
      const mean = values.reduce((sum, value) => sum + value / rows, 0);
      const variance = values.reduce((sum, value) => sum + value ** 2 / (rows - 1), 0);
      close([mean, variance], [0, 1], { atol: 1e-5 });
    }
    const back = Array.from(
      { length: dimension },
      (_, at) =>
        centre[at] +
        directions[2 * at] * scales[0] * coordinates[0] +
        directions[2 * at + 1] * scales[1] * coordinates[1],
    );
    close(back, data.subarray(0, dimension), { atol: 1e-3 });
  });
}

test('without tolerance every direction stays', () => {
  assert.is(principalCoordinates(planar(50, 4, 0.1), 4, 0).scales.length, 4);
});

test('an autoencoder trained in coordinates is the same function of the data', async () => {
  const data = planar(60, 6, 0);
  const coordinates = principalCoordinates(data, 6, 1e-9);
  const options = { latentDimension: 2, widths: [5, 4], activation: 'sigmoid' } as const;
  const inside = denseAutoencoder({ ...options, inputDimension: 2 });
  const random = randomStream(1);
  const parameters = { ...inside.encoder.parameters, ...inside.decoder.parameters };
  const tensors = Object.fromEntries(
    Object.entries(parameters).map(([name, { shape }]) => {
      const size = shape.reduce((product, extent) => product * extent, 1);
      return [name, { shape, data: random.fillNormal(new Float32Array(size)) }];
    }),
  );
  const engine = await tfjsEngine('cpu');
  const short = loadEncoder(inside.toRecord(tensors), engine);
  const whole = denseAutoencoder({ ...options, inputDimension: 6 });
  const long = loadEncoder(whole.toRecord(unfoldCoordinates(tensors, coordinates, 3)), engine);
  const inner = Float64Array.from(intoCoordinates(data, coordinates, 'states'));
  const latent = await short.encode(inner);
  close(await long.encode(data), latent, { atol: 1e-5 });
  const decoded = await long.decode(latent);
  const wanted = intoCoordinates(decoded, coordinates, 'states');
  close(await short.decode(latent), wanted, { atol: 1e-4 });
});

test.run();
