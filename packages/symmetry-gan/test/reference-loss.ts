import * as tf from '@tensorflow/tfjs';
import { groupOf, orthonormalRows, type Tensors } from '@noether/compute';
import type { SymmetryOptions } from '@noether/symmetry-gan';

/** What the reference is told of the case. */
export interface ReferenceCase {
  readonly options: SymmetryOptions;
  readonly timesteps: number;
  /** 0 for the identity autoencoder. */
  readonly latentDimension: number;
  readonly identity: boolean;
  readonly gate: number;
}

/** Loss terms of one batch as plain numbers, and the gradient of each parameter. */
export interface Reference {
  readonly metrics: Record<string, number>;
  readonly gradients: Record<string, Float32Array>;
}

/**
 * LaLiGAN's step written as the papers say it, without any of the program's tricks: the loss of
 * encoder, decoder and generator and the loss of the discriminator are two functions, each evaluating
 * the discriminator anew, each differentiated by its own parameters only.
 */
export function referenceStep(
  setting: ReferenceCase,
  parameters: Tensors,
  state: Tensors,
  inputs: Tensors,
): Reference {
  const { options } = setting;
  const { weights } = options;
  const players = (group: string): boolean => group !== 'discriminator';
  const terms = termsOf(setting, parameters, state, inputs);
  const metrics = Object.fromEntries(
    ['reconstruction', 'generator', 'real', 'fake', 'cosine'].map((name) => [
      name,
      terms[name].dataSync()[0],
    ]),
  );
  const first = gradientsOf(parameters, players, (values) => {
    const t = termsOf(setting, values, state, inputs);
    return tf.addN([
      tf.mul(t.reconstruction, weights.reconstruction),
      tf.mul(t.generator, weights.adversarial),
      tf.mul(t.regulariser, weights.regulariser),
      tf.mul(t.channels, weights.channels),
    ]) as tf.Scalar;
  });
  const second = gradientsOf(
    parameters,
    (group) => !players(group),
    (values) => {
      const t = termsOf(setting, values, state, inputs);
      return tf.mul(tf.add(t.real, t.fake), 0.5) as tf.Scalar;
    },
  );
  return { metrics, gradients: { ...first, ...second } };
}

function gradientsOf(
  parameters: Tensors,
  wanted: (group: string) => boolean,
  loss: (values: Tensors) => tf.Scalar,
): Record<string, Float32Array> {
  const names = Object.keys(parameters).filter((name) => wanted(groupOf(name)));
  if (names.length === 0) return {};
  const gradients = tf.grads((...values: tf.Tensor[]) =>
    loss({
      ...parameters,
      ...Object.fromEntries(names.map((name, index) => [name, values[index]])),
    }),
  )(names.map((name) => parameters[name]));
  return Object.fromEntries(
    names.map((name, index) => [name, gradients[index].dataSync() as Float32Array]),
  );
}

function termsOf(
  { options, timesteps, latentDimension: k, identity, gate }: ReferenceCase,
  parameters: Tensors,
  state: Tensors,
  inputs: Tensors,
): Tensors {
  const [batch, , n] = inputs.x.shape;
  const rows = tf.reshape(inputs.x, [-1, n]) as tf.Tensor2D;
  const free = identity ? rows : encode(parameters, rows);
  const decode = (z: tf.Tensor): tf.Tensor =>
    identity ? z : layers(parameters, 'autoencoder.decoder', tf.reshape(z, [-1, k]));
  const decoded = decode(free);
  const latent = gate === 1 ? free : constant(free);
  const z = tf.reshape(latent, [batch, timesteps, k]);

  const centre = options.centre === 'mean' ? tf.mean(z, [0, 1], true) : tf.zeros([1, 1, k]);
  const offset = tf.sub(z, centre);
  const turned = act(options, parameters, inputs, offset as tf.Tensor3D);
  const moved = tf.add(turned, centre);
  const fromOrigin = options.regulariser.kind === 'cosine' && !options.regulariser.centred;
  const cosine = fromOrigin ? meanCosine(z, moved) : meanCosine(offset, turned);

  const seen = (states: tf.Tensor, shown: tf.Tensor): tf.Tensor => {
    const parts = [view(options, states as tf.Tensor3D, state, z as tf.Tensor3D)];
    if (options.discriminator.decoded) parts.push(tf.reshape(shown, [batch, -1]));
    if (options.discriminator.labels) parts.push(inputs.labels);
    return tf.concat(parts, 1);
  };
  const discriminate = (x: tf.Tensor): tf.Tensor =>
    tf.sigmoid(layers(parameters, 'discriminator', x));
  const onFake = discriminate(seen(moved, decode(moved)));
  const onReal = discriminate(seen(z, decoded));
  return {
    reconstruction: tf.mean(tf.square(tf.sub(decoded, rows))),
    generator: tf.neg(tf.mean(tf.log(onFake))),
    real: tf.neg(tf.mean(tf.log(onReal))),
    fake: tf.neg(tf.mean(tf.log(tf.sub(1, onFake)))),
    cosine,
    regulariser: regulariser(options, parameters, inputs, cosine),
    channels: channels(options, parameters, inputs),
  };
}

function constant(x: tf.Tensor): tf.Tensor {
  return tf.tensor(x.dataSync(), x.shape);
}

function encode(parameters: Tensors, x: tf.Tensor): tf.Tensor {
  const name = 'autoencoder.encoder';
  const first = tf.add(
    tf.matMul(x as tf.Tensor2D, parameters[`${name}.0.weight`] as tf.Tensor2D),
    parameters[`${name}.0.bias`],
  );
  const hidden = tf.relu(normalise(parameters, `${name}.0.norm`, first));
  const w = orthonormalRows(parameters[`${name}.1.vectors`] as tf.Tensor2D);
  const last = tf.add(
    tf.matMul(hidden as tf.Tensor2D, tf.transpose(w) as tf.Tensor2D),
    parameters[`${name}.1.bias`],
  );
  return normalise(parameters, `${name}.1.norm`, last);
}

function normalise(parameters: Tensors, name: string, x: tf.Tensor): tf.Tensor {
  const mean = tf.mean(x, 0);
  const variance = tf.mean(tf.square(tf.sub(x, mean)), 0);
  const unit = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5)));
  return tf.add(tf.mul(unit, parameters[`${name}.scale`]), parameters[`${name}.shift`]);
}

/** Dense layers with ReLU between them. */
function layers(parameters: Tensors, name: string, x: tf.Tensor): tf.Tensor {
  let value = x;
  for (let index = 0; `${name}.${index}.weight` in parameters; index++) {
    if (index > 0) value = tf.relu(value);
    const weight = parameters[`${name}.${index}.weight`] as tf.Tensor2D;
    value = tf.add(tf.matMul(value as tf.Tensor2D, weight), parameters[`${name}.${index}.bias`]);
  }
  return value;
}

/** exp(A) z sample by sample, the exponential by its power series. */
function act(
  { representation }: SymmetryOptions,
  parameters: Tensors,
  inputs: Tensors,
  z: tf.Tensor3D,
): tf.Tensor {
  const [batch, timesteps] = z.shape;
  const parts: tf.Tensor[] = [];
  let [coordinate, coefficient] = [0, 0];
  representation.blocks.forEach((block, index) => {
    const copies = block.copies;
    const d = block.kind === 'invariant' ? 1 : block.dimension;
    const part = tf.slice(z, [0, 0, coordinate], [batch, timesteps, copies * d]);
    coordinate += copies * d;
    if (block.kind === 'invariant') {
      parts.push(part);
      return;
    }
    const generators =
      block.kind === 'learned'
        ? generatorOf(parameters, inputs, index)
        : tf.tensor(block.generators.map((entries) => Array.from(entries)));
    const count = generators.shape[0];
    const moved: tf.Tensor[] = [];
    for (let sample = 0; sample < batch; sample++) {
      const w = tf.slice(inputs.coefficients, [sample, coefficient], [1, count]);
      const a = tf.reshape(tf.matMul(w as tf.Tensor2D, tf.reshape(generators, [count, d * d])), [
        d,
        d,
      ]);
      let [g, power]: tf.Tensor[] = [tf.eye(d), tf.eye(d)];
      for (let order = 1; order < 25; order++) {
        power = tf.div(tf.matMul(power as tf.Tensor2D, a as tf.Tensor2D), order);
        g = tf.add(g, power);
      }
      const states = tf.reshape(tf.slice(part, [sample, 0, 0], [1, -1, -1]), [
        timesteps * copies,
        d,
      ]);
      const turned = tf.matMul(states as tf.Tensor2D, tf.transpose(g) as tf.Tensor2D);
      moved.push(tf.reshape(turned, [1, timesteps, copies * d]));
    }
    parts.push(tf.concat(moved, 0));
    coefficient += count;
  });
  return tf.concat(parts, 2);
}

function generatorOf(parameters: Tensors, inputs: Tensors, index: number): tf.Tensor {
  return tf.mul(parameters[`generator.${index}`], inputs[`mask.${index}`]);
}

function meanCosine(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const lengths = tf.mul(tf.norm(a, 2, -1), tf.norm(b, 2, -1));
  return tf.mean(tf.div(tf.sum(tf.mul(a, b), -1), lengths));
}

function view(
  { discriminator }: SymmetryOptions,
  states: tf.Tensor3D,
  state: Tensors,
  real: tf.Tensor3D,
): tf.Tensor {
  const [batch, timesteps] = states.shape;
  if (discriminator.sees === 'states' || timesteps === 1) return tf.reshape(states, [batch, -1]);
  const steps = (z: tf.Tensor3D): tf.Tensor[] =>
    Array.from({ length: timesteps - 1 }, (_, time) =>
      tf.sub(tf.slice(z, [0, time + 1, 0], [-1, 1, -1]), tf.slice(z, [0, time, 0], [-1, 1, -1])),
    );
  const now = tf.sqrt(tf.mean(tf.square(tf.concat(steps(real), 1)))).dataSync()[0];
  const before = state['displacement.scale'].dataSync()[0];
  const scale = before === 0 ? now : 0.98 * before + 0.02 * now;
  const parts = [
    tf.slice(states, [0, 0, 0], [-1, 1, -1]),
    ...steps(states).map((s) => tf.div(s, scale)),
  ];
  return tf.reshape(tf.concat(parts, 1), [batch, -1]);
}

function regulariser(
  options: SymmetryOptions,
  parameters: Tensors,
  inputs: Tensors,
  cosine: tf.Tensor,
): tf.Tensor {
  const { kind } = options.regulariser;
  if (kind === 'none') return tf.scalar(0);
  if (kind === 'cosine') return tf.abs(cosine);
  const terms = learned(options).map(([index, count, d]) =>
    tf.neg(tf.minimum(tf.norm(generatorOf(parameters, inputs, index)), count * d)),
  );
  return tf.addN(terms);
}

function channels(options: SymmetryOptions, parameters: Tensors, inputs: Tensors): tf.Tensor {
  const terms: tf.Tensor[] = [tf.scalar(0)];
  for (const [index, count] of learned(options)) {
    const one = tf.split(generatorOf(parameters, inputs, index), count, 0);
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const product = tf.abs(tf.sum(tf.mul(one[i], one[j])));
        terms.push(tf.div(product, tf.mul(tf.norm(one[i]), tf.norm(one[j]))));
      }
    }
  }
  return tf.addN(terms);
}

function learned({ representation }: SymmetryOptions): [index: number, count: number, d: number][] {
  return representation.blocks.flatMap((block, index): [number, number, number][] =>
    block.kind === 'learned' ? [[index, block.generators, block.dimension]] : [],
  );
}
