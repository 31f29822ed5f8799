import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { onnxNativeEngine, tfjsEngine, trace, type Tensors } from '@noether/compute';
import { denseAutoencoder, latentTerms, sindyProgram, type Activation } from '../../src/index.js';
import { evaluateInFloat64, type Array64 } from './graph-in-float64.js';

type Matrix = readonly (readonly number[])[];
type Numbers = Matrix | readonly number[] | number;

interface Case {
  readonly activation: Activation;
  readonly order: 1 | 2;
  readonly include_sine: boolean;
  readonly weights: Readonly<Record<'decoder' | 'sindy_z' | 'sindy_x' | 'reg', number>>;
  readonly params: Readonly<Record<string, Numbers>>;
  readonly x: Matrix;
  readonly dx: Matrix;
  readonly ddx: Matrix | null;
  readonly mask: Matrix;
  readonly losses: Readonly<Record<string, number>>;
  readonly grads: Readonly<Record<string, Numbers>>;
}

const golden = new URL('../golden/sindyae_loss.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(golden, 'utf8')) as { cases: readonly Case[] };

/** Our names of the parameters. */
const NAMES: Readonly<Record<string, string>> = {
  eW0: 'autoencoder.encoder.0.weight',
  eb0: 'autoencoder.encoder.0.bias',
  eW1: 'autoencoder.encoder.1.weight',
  eb1: 'autoencoder.encoder.1.bias',
  dW0: 'autoencoder.decoder.0.weight',
  db0: 'autoencoder.decoder.0.bias',
  dW1: 'autoencoder.decoder.1.weight',
  db1: 'autoencoder.decoder.1.bias',
  Xi: 'equations.coefficients',
};

function array64(numbers: Numbers): Array64 {
  if (typeof numbers === 'number') return { shape: [], data: Float64Array.of(numbers) };
  const [first] = numbers;
  if (typeof first === 'number') {
    return { shape: [numbers.length], data: Float64Array.from(numbers as readonly number[]) };
  }
  const rows = numbers as Matrix;
  return { shape: [rows.length, rows[0].length], data: Float64Array.from(rows.flat()) };
}

/** The loss, its parts and its gradients by all parameters, as one function of what the case gives. */
function lossAndGradients(
  of: Case,
  derivatives: 'learned' | 'measured' = 'learned',
): {
  run: (tensors: Tensors) => Tensors;
  inputs: Record<string, Array64>;
} {
  const { activation, order, weights } = of;
  const variables = order === 1 ? ['z1', 'z2'] : ['z1', 'z2', 'v1', 'v2'];
  const functions = of.include_sine ? (['sin'] as const) : [];
  const program = sindyProgram(
    denseAutoencoder({ inputDimension: 6, latentDimension: 2, widths: [5], activation }),
    {
      batchSize: of.x.length,
      order,
      terms: latentTerms(variables, { degree: 2, functions }),
      weights: {
        reconstruction: weights.decoder,
        dataDerivative: weights.sindy_x,
        latentDerivative: weights.sindy_z,
        sparsity: weights.reg,
      },
      derivatives,
    },
  );
  const names = Object.values(NAMES);
  assert.equal(Object.keys(program.parameters).sort(), [...names].sort());
  const parameters = Object.entries(of.params).map(([name, data]) => [NAMES[name], array64(data)]);
  return {
    inputs: {
      ...(Object.fromEntries(parameters) as Record<string, Array64>),
      x: array64(of.x),
      velocity: array64(of.dx),
      ...(of.ddx && { acceleration: array64(of.ddx) }),
      mask: array64(of.mask),
      sparse: array64(1),
    },
    run: (tensors) => {
      const step = (...values: tf.Tensor[]): ReturnType<typeof program.step> => {
        const own = Object.fromEntries(names.map((name, index) => [name, values[index]]));
        return program.step({ parameters: own, state: {}, inputs: tensors });
      };
      const at = names.map((name) => tensors[name]);
      const gradients = tf.grads((...values) => step(...values).losses.autoencoder)(at);
      const found = names.map((name, index) => [`gradient ${name}`, gradients[index]] as const);
      return { ...step(...at).metrics, ...Object.fromEntries(found) };
    },
  };
}

/** What the case says that the function gives. */
function expected(of: Case): Record<string, Float64Array> {
  const { losses, grads } = of;
  const gradients = Object.entries(grads).map(
    ([name, data]) => [`gradient ${NAMES[name]}`, array64(data).data] as const,
  );
  return {
    loss: Float64Array.of(losses.total),
    reconstruction: Float64Array.of(losses.decoder),
    dataDerivative: Float64Array.of(losses.sindy_x),
    latentDerivative: Float64Array.of(losses.sindy_z),
    sparsity: Float64Array.of(losses.reg),
    ...Object.fromEntries(gradients),
  };
}

/** The largest difference, relative to the largest entry of each array. */
function worst(
  found: Readonly<Record<string, ArrayLike<number>>>,
  wanted: Readonly<Record<string, Float64Array>>,
): number {
  assert.equal(Object.keys(found).sort(), Object.keys(wanted).sort());
  return Math.max(
    ...Object.entries(wanted).map(([name, data]) => {
      const scale = Math.max(...data.map(Math.abs), 1e-3);
      return Math.max(...data.map((value, at) => Math.abs(value - found[name][at]))) / scale;
    }),
  );
}

test('has a case of first and one of second order, with masks and sines', () => {
  assert.is(cases.length, 4);
  assert.equal(new Set(cases.map(({ order }) => order)), new Set([1, 2]));
});

cases.forEach((of, index) => {
  const title = `golden case ${index}: ${of.activation}, order ${of.order}`;

  test(`${title}: losses and all gradients in float64, to 1e-10`, () => {
    const { run, inputs } = lossAndGradients(of);
    const found = evaluateInFloat64(trace(run, inputs), inputs);
    const data = Object.fromEntries(
      Object.entries(found).map(([name, value]) => [name, value.data]),
    );
    assert.ok(worst(data, expected(of)) < 1e-10, String(worst(data, expected(of))));
  });

  test(`${title}: the same on the engines in float32, to 1e-5`, async () => {
    const { run, inputs } = lossAndGradients(of);
    for (const engine of [await tfjsEngine('cpu'), await onnxNativeEngine({ threads: 1 })]) {
      const compiled = await engine.compile(run, inputs);
      const into = Object.fromEntries(
        Object.entries(compiled.outputs).map(([name, shape]) => [
          name,
          new Float32Array(shape.reduce((product, extent) => product * extent, 1)),
        ]),
      );
      const given = Object.entries(inputs).map(([name, { data }]) => [
        name,
        Float32Array.from(data),
      ]);
      await compiled.run(Object.fromEntries(given), into);
      await compiled.dispose();
      assert.ok(worst(into, expected(of)) < 1e-5, `${engine.name}: ${worst(into, expected(of))}`);
    }
  });
});

for (const order of [1, 2] as const) {
  const found = (of: Case, derivatives?: 'measured'): Record<string, Float64Array> => {
    const { run, inputs } = lossAndGradients(of, derivatives);
    const values = Object.entries(evaluateInFloat64(trace(run, inputs), inputs));
    return Object.fromEntries(values.map(([name, { data }]) => [name, data]));
  };
  const weighted = (weights: Partial<Case['weights']>, zero: readonly string[] = []): Case => {
    const of = cases.find((one) => one.order === order) as Case;
    const params = Object.entries(of.params).map(([name, value]) => [
      name,
      zero.includes(name) ? (value as Matrix).map((row) => row.map(() => 0)) : value,
    ]);
    return {
      ...of,
      params: Object.fromEntries(params) as Case['params'],
      weights: { decoder: 0, sindy_z: 0, sindy_x: 0, reg: 0, ...weights },
    };
  };
  const gradientsOf = (of: Case, derivatives?: 'measured'): Map<string, Float64Array> => {
    const all = found(of, derivatives);
    return new Map(Object.entries(NAMES).map(([short, name]) => [short, all[`gradient ${name}`]]));
  };
  const size = (values: Float64Array | undefined): number => Math.hypot(...(values ?? [NaN]));

  test(`measured derivatives, order ${order}: the losses are the same, that of ẋ teaches nothing`, () => {
    const of = weighted({ decoder: 1, sindy_z: 0.3, sindy_x: 0.7 });
    const [exact, measured] = [found(of), found(of, 'measured')];
    for (const name of ['loss', 'dataDerivative', 'latentDerivative']) {
      assert.equal(measured[name], exact[name]);
    }
    const only = weighted({ sindy_x: 1 });
    for (const [name, gradient] of gradientsOf(only, 'measured'))
      assert.is(size(gradient), 0, name);
    assert.ok(size(gradientsOf(only).get('eW0')) > 1e-3);
  });

  test(`measured derivatives, order ${order}: that of ż teaches Ξ as before, and the encoder through Θ(z) alone`, () => {
    const of = weighted({ sindy_z: 1 });
    const [exact, measured] = [gradientsOf(of), gradientsOf(of, 'measured')];
    assert.equal(measured.get('Xi'), exact.get('Xi'));
    assert.ok(size(measured.get('eW0')) > 1e-3);
    const without = weighted({ sindy_z: 1 }, ['Xi']);
    assert.is(size(gradientsOf(without, 'measured').get('eW0')), 0);
    assert.ok(size(gradientsOf(without).get('eW0')) > 1e-3);
  });
}

test('relative, the latent error is a share to which the size of z does not matter', async () => {
  const autoencoder = denseAutoencoder({
    inputDimension: 3,
    latentDimension: 2,
    widths: [],
    activation: 'tanh',
  });
  const rows = { x: [0.5, -1, 2, 1, 0.3, -0.4], velocity: [1, 0.2, -0.3, 0.4, -1, 0.6] };
  /** Equations ż = z: a scale on the encoder scales ż and Θ(z)Ξ alike. */
  const errorAt = async (scale: number, latentError: 'mean' | 'relative'): Promise<number> => {
    const program = sindyProgram(autoencoder, {
      batchSize: 2,
      order: 1,
      terms: latentTerms(['z1', 'z2'], { degree: 1, constant: false }),
      weights: { dataDerivative: 0, latentDerivative: 1, sparsity: 0 },
      latentError,
    });
    const run = (tensors: Tensors): Tensors => {
      const weight = tf.mul(tf.tensor2d([1, 0.5, -0.3, 1, 0.2, -1], [3, 2]), scale);
      const parameters = {
        'autoencoder.encoder.0.weight': weight,
        'autoencoder.encoder.0.bias': tf.zeros([2]),
        'autoencoder.decoder.0.weight': tf.ones([2, 3]),
        'autoencoder.decoder.0.bias': tf.zeros([3]),
        'equations.coefficients': tf.eye(2),
      };
      const inputs = { ...tensors, mask: tf.ones([2, 2]), sparse: tf.scalar(1) };
      return { error: program.step({ parameters, state: {}, inputs }).metrics.latentDerivative };
    };
    const shapes = { x: { shape: [2, 3] }, velocity: { shape: [2, 3] } };
    const compiled = await (await tfjsEngine('cpu')).compile(run, shapes);
    const error = new Float32Array(1);
    const given = Object.entries(rows).map(([name, data]) => [name, Float32Array.from(data)]);
    await compiled.run(Object.fromEntries(given), { error });
    return error[0];
  };
  const share = await errorAt(1, 'relative');
  assert.ok(share > 0.1);
  assert.ok(Math.abs((await errorAt(0.01, 'relative')) / share - 1) < 1e-4);
  assert.ok(Math.abs((await errorAt(0.01, 'mean')) / (await errorAt(1, 'mean')) - 1e-4) < 1e-8);
});

test.run();
