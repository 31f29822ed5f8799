import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { groupOf, selectEngine } from '@noether/compute';
import { groupByName } from '@noether/lie-algebra';
import { close } from '@noether/testkit';
import { representation, type RepresentationBlock } from '@noether/symmetry-gan';
import { evaluate, evaluationOf, type Setting } from './evaluate-program.js';
import { referenceStep, type Reference } from './reference-loss.js';
import { tinyOptions } from './tiny-run.js';

const BATCH = 6;
const heavy = { reconstruction: 1.3, adversarial: 0.7, regulariser: 0.4, channels: 0.6 };
const so2 = groupByName('so2');
const BLOCKS: RepresentationBlock[] = [
  { kind: 'learned', copies: 1, generators: 2, dimension: 2 },
  { kind: 'invariant', copies: 1 },
  { kind: 'fixed', copies: 1, name: 'so2', dimension: 2, generators: so2.generators },
];

const SETTINGS: Record<string, Setting> = {
  'states, origin, cosine from the origin': {
    timesteps: 2,
    variables: 3,
    options: tinyOptions({
      batchSize: BATCH,
      weights: heavy,
      centre: 'origin',
      regulariser: { kind: 'cosine', centred: false },
      discriminator: { width: 5, hidden: 2, sees: 'states' },
    }),
  },
  'displacements, mean, centred cosine, three states': {
    timesteps: 3,
    variables: 2,
    options: tinyOptions({ batchSize: BATCH, weights: heavy }),
  },
  'mean, cosine from the origin (Q8)': {
    timesteps: 2,
    variables: 2,
    options: tinyOptions({
      batchSize: BATCH,
      weights: heavy,
      regulariser: { kind: 'cosine', centred: false },
    }),
  },
  'several blocks and generators, masks, norm, decoded data and labels': {
    timesteps: 2,
    variables: 4,
    masked: true,
    options: tinyOptions({
      batchSize: BATCH,
      weights: heavy,
      representation: representation(BLOCKS),
      generatorScale: 0.5,
      regulariser: { kind: 'norm' },
      discriminator: { width: 5, hidden: 1, sees: 'displacements', decoded: true, labels: 2 },
    }),
  },
  'LieGAN on single states, no regulariser': {
    timesteps: 1,
    variables: 2,
    identity: true,
    options: tinyOptions({ batchSize: BATCH, weights: heavy, regulariser: { kind: 'none' } }),
  },
  'encoder held back': {
    timesteps: 2,
    variables: 3,
    gate: 0,
    options: tinyOptions({ batchSize: BATCH, weights: heavy }),
  },
};

async function referenceOf(setting: Setting): Promise<Reference> {
  await selectEngine('tfjs-cpu');
  await tf.setBackend('cpu');
  const { parameters, state, inputs, program } = evaluationOf(setting);
  const specs = { ...program.parameters, ...program.state, ...program.inputs };
  tf.engine().startScope();
  try {
    const tensors = (table: Record<string, Float32Array>): Record<string, tf.Tensor> =>
      Object.fromEntries(
        Object.entries(table).map(([name, values]) => [
          name,
          tf.tensor(values, [...specs[name].shape]),
        ]),
      );
    return referenceStep(
      {
        options: setting.options,
        timesteps: setting.timesteps,
        latentDimension: setting.options.representation.dimension,
        identity: setting.identity ?? false,
        gate: setting.gate ?? 1,
      },
      tensors(parameters),
      tensors(state),
      tensors(inputs),
    );
  } finally {
    tf.engine().endScope();
  }
}

for (const [name, setting] of Object.entries(SETTINGS)) {
  for (const engine of ['tfjs-cpu', 'onnx-native']) {
    test(`${name}: losses and all gradients as the papers write them, ${engine}`, async () => {
      const expected = await referenceOf(setting);
      const { metrics, gradients } = await evaluate(evaluationOf(setting), engine);
      const { real, fake, ...rest } = expected.metrics;
      const named = { ...rest, discriminatorReal: real, discriminatorFake: fake };
      for (const [term, value] of Object.entries(named)) {
        close(metrics[term], value, { rtol: 1e-4, atol: 1e-5 }, term);
      }
      assert.equal(Object.keys(gradients).sort(), Object.keys(expected.gradients).sort());
      const groups = new Set(Object.keys(gradients).map(groupOf));
      assert.is(groups.size, setting.identity ? 2 : 3);
      for (const [parameter, gradient] of Object.entries(gradients)) {
        const wanted = expected.gradients[parameter];
        const size = Math.max(...wanted.map(Math.abs));
        close(gradient, wanted, { atol: 1e-4 * size + 1e-6 }, parameter);
      }
    });
  }
}

const PLAIN = SETTINGS['displacements, mean, centred cosine, three states'];

function norms(gradients: Record<string, Float32Array>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, gradient] of Object.entries(gradients)) {
    sums[groupOf(name)] = Math.hypot(sums[groupOf(name)] ?? 0, ...gradient);
  }
  return sums;
}

function withWeights(weights: Partial<Setting['options']['weights']>, gate = 1): Setting {
  const options = { ...PLAIN.options, weights: { ...PLAIN.options.weights, ...weights } };
  return { ...PLAIN, options, gate };
}

test('the adversarial term never reaches the discriminator (Q1)', async () => {
  const small = await evaluate(evaluationOf(withWeights({ adversarial: 0 })), 'onnx-native');
  const large = await evaluate(evaluationOf(withWeights({ adversarial: 5 })), 'onnx-native');
  for (const [name, gradient] of Object.entries(small.gradients)) {
    const same = gradient.every((value, index) => value === large.gradients[name][index]);
    const decoder = name.startsWith('autoencoder.decoder');
    assert.is(same, groupOf(name) === 'discriminator' || decoder, name);
  }
  assert.ok(norms(small.gradients).discriminator > 1e-3);
});

test('nothing but the adversarial term comes from the discriminator', async () => {
  const off = { reconstruction: 0, adversarial: 0, regulariser: 0, channels: 0 };
  const { gradients } = await evaluate(evaluationOf(withWeights(off)), 'onnx-native');
  const { autoencoder, generator, discriminator } = norms(gradients);
  assert.is(autoencoder, 0);
  assert.is(generator, 0);
  assert.ok(discriminator > 1e-3);
});

test('with the gate closed the encoder follows the reconstruction alone', async () => {
  const alone = { adversarial: 0, regulariser: 0, channels: 0 };
  const closed = await evaluate(evaluationOf(withWeights({}, 0)), 'onnx-native');
  const only = await evaluate(evaluationOf(withWeights(alone, 1)), 'onnx-native');
  const open = await evaluate(evaluationOf(withWeights({}, 1)), 'onnx-native');
  let moved = 0;
  for (const name of Object.keys(closed.gradients)) {
    if (groupOf(name) !== 'autoencoder') continue;
    close(closed.gradients[name], only.gradients[name], { atol: 1e-7 }, name);
    moved += Math.hypot(...open.gradients[name].map((v, at) => v - closed.gradients[name][at]));
  }
  assert.ok(moved > 1e-3, 'an open gate lets more through');
  close(closed.gradients['generator.0'], open.gradients['generator.0'], { atol: 1e-6 });
});

for (const engine of ['onnx-native', 'onnx-wasm', 'tfjs-cpu']) {
  test(`a hopeless generator gets the whole gradient, a winning one none, ${engine}`, async () => {
    const lengths: number[] = [];
    for (const logit of [-100, -40, -17, -14, 60]) {
      const evaluation = evaluationOf(withWeights({ reconstruction: 0, regulariser: 0 }));
      evaluation.parameters['discriminator.2.bias'].fill(logit);
      const { gradients } = await evaluate(evaluation, engine);
      lengths.push(norms(gradients).generator);
    }
    const [reference, ...others] = lengths;
    assert.ok(reference > 1e-3);
    close(
      others,
      [1, 1, 1, 0].map((share) => share * reference),
      { atol: 1e-3 * reference },
    );
  });
}

test.run();
