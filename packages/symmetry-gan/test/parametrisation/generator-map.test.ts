import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { matrixExponential } from '@noether/compute';
import { groupByName } from '@noether/lie-algebra';
import { randomStream } from '@noether/numerics';
import { blockMask, type Parametrisation } from '@noether/symmetry-gan';
import { close } from '@noether/testkit';
import { generatorMapOf } from '../../src/parametrisation/generator-map-of.js';
import { computeWith } from '../compute-with.js';

const C = 2;
const D = 4;
const span = groupByName('sp4').generators;
const SMOOTH: Record<string, Parametrisation> = {
  free: { kind: 'free' },
  skew: { kind: 'skew' },
  'masked to two blocks': { kind: 'masked', mask: blockMask([1, 3]) },
  'span of sp4': { kind: 'span', basis: span },
};

const mapOf = (parametrisation: Parametrisation): ReturnType<typeof generatorMapOf> =>
  generatorMapOf({ dimension: D, parametrisation });

const numbersOf = (parametrisation: Parametrisation, seed: string): Float32Array => {
  const count = C * mapOf(parametrisation).shape.reduce((product, extent) => product * extent, 1);
  return randomStream(seed).fillNormal(new Float32Array(count));
};

/** f = ⟨S, exp(Σ wᵢLᵢ)⟩, its gradient by the trained numbers, and the generators. */
async function evaluate(
  parametrisation: Parametrisation,
  numbers: Float32Array,
): Promise<{ f: number; gradient: number[]; generators: number[] }> {
  const map = mapOf(parametrisation);
  const random = randomStream('test function');
  const weights = tensorOf([1, D, D], random.fillNormal(new Float32Array(D * D)));
  const value = (raw: tf.Tensor, w: tf.Tensor, s: tf.Tensor): tf.Scalar => {
    const flat = tf.reshape(map.tensors(raw), [C, D * D]) as tf.Tensor2D;
    const sum = tf.reshape(tf.matMul(w as tf.Tensor2D, flat), [1, D, D]) as tf.Tensor3D;
    return tf.sum(tf.mul(matrixExponential(sum), s));
  };
  const found = await computeWith(
    ({ raw, w, s }) => ({
      f: value(raw, w, s),
      gradient: tf.grad((at: tf.Tensor) => value(at, w, s))(raw),
      generators: map.tensors(raw),
    }),
    {
      raw: tensorOf([C, ...map.shape], numbers),
      w: tensorOf([1, C], Float32Array.of(0.4, -0.3)),
      s: weights,
    },
  );
  return { f: found.f[0], gradient: found.gradient, generators: found.generators };
}

const tensorOf = (
  shape: readonly number[],
  data: Float32Array,
): { shape: readonly number[]; data: number[] } => ({ shape, data: Array.from(data) });

for (const [name, parametrisation] of Object.entries(SMOOTH)) {
  test(`${name}: the gradient is the slope by central differences`, async () => {
    const at = numbersOf(parametrisation, name);
    const { gradient } = await evaluate(parametrisation, at);
    const h = 1e-2;
    for (const seed of ['one', 'two', 'three']) {
      const direction = numbersOf(parametrisation, seed);
      const moved = (sign: number): Float32Array =>
        at.map((value, index) => value + sign * h * direction[index]);
      const ahead = await evaluate(parametrisation, moved(1));
      const behind = await evaluate(parametrisation, moved(-1));
      const slope = gradient.reduce((sum, value, index) => sum + value * direction[index], 0);
      close(slope, (ahead.f - behind.f) / (2 * h), {
        atol: 2e-3 * Math.hypot(...gradient) * Math.hypot(...direction),
      });
    }
  });
}

const ALL: Record<string, Parametrisation> = { ...SMOOTH, integer: { kind: 'integer', bound: 2 } };
for (const [name, parametrisation] of Object.entries(ALL)) {
  test(`${name}: tensors and plain arrays say the same`, async () => {
    const numbers = numbersOf(parametrisation, name).map((value) => 2 * value);
    const { generators } = await evaluate(parametrisation, numbers);
    close(mapOf(parametrisation).matrices(numbers), generators, { atol: 1e-6 });
  });
}

test('skew generators are antisymmetric, entry for entry', () => {
  const numbers = Float32Array.of(7, 1, 2, 3, 7, 4, 5, 6, 7);
  const [, a, b, c, , d, e, f] = numbers;
  const matrix = generatorMapOf({ dimension: 3, parametrisation: { kind: 'skew' } });
  assert.equal(
    matrix.matrices(numbers),
    Float32Array.of(0, a - c, b - e, c - a, 0, d - f, e - b, f - d, 0),
  );
});

test('masked entries are zero and have no gradient', async () => {
  const parametrisation = { kind: 'masked', mask: blockMask([1, 3]) } as const;
  const numbers = numbersOf(parametrisation, 'masked');
  const { gradient, generators } = await evaluate(parametrisation, numbers);
  [gradient, generators].forEach((values) =>
    values.forEach((value, index) => {
      assert.is(value !== 0, parametrisation.mask.flat()[index % (D * D)] === 1);
    }),
  );
});

test('blocks of a mask lie on the diagonal', () => {
  assert.equal(blockMask([1, 2]), [
    [1, 0, 0],
    [0, 1, 1],
    [0, 1, 1],
  ]);
  assert.is(blockMask([2, 2, 2, 2]).flat().length, 64);
  assert.throws(() => blockMask([2, 0]), /sizes.*positive whole/);
});

test('integers: rounded within the bound; the gradient of the rounded goes straight through', async () => {
  const values = [0.4, 0.6, -0.4, -1.6, 1.5, 2.5, -0.5, 7, -7, 0, 1, -1, 0.2, -0.2, 2.4, -2.4];
  const numbers = Float32Array.from([...values, ...values]);
  const rounded = [0, 1, 0, -2, 2, 2, 0, 2, -2, 0, 1, -1, 0, 0, 2, -2];
  const { gradient, generators } = await evaluate({ kind: 'integer', bound: 2 }, numbers);
  assert.equal(
    generators.map((value) => value + 0),
    [...rounded, ...rounded],
  );
  const free = await evaluate({ kind: 'free' }, Float32Array.from(generators));
  numbers.forEach((value, index) => {
    const outward = Math.abs(value) > 2 && free.gradient[index] * value < 0;
    close(gradient[index], outward ? 0 : free.gradient[index], { atol: 1e-6, rtol: 1e-5 });
  });
  assert.ok(numbers.some((value, index) => Math.abs(value) > 2 && gradient[index] === 0));
  assert.ok(numbers.some((value, index) => Math.abs(value) > 2 && gradient[index] !== 0));
});

test.run();
