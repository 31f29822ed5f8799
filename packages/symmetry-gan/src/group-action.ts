import * as tf from '@tensorflow/tfjs';
import { matrixExponential, type ParameterSpec, type Tensors } from '@noether/compute';
import { generatorMapOf } from './parametrisation/generator-map-of.js';
import {
  blockCoefficients,
  blockDimension,
  type LearnedBlock,
  type Representation,
  type RepresentationBlock,
} from './representation.js';

/** Name of the parameter that holds the generators of block `index`, c × the shape of its map. */
export function generatorName(index: number): string {
  return `generator.${index}`;
}

/** Name of the 0/1 mask over the generators of block `index`. */
export function maskName(index: number): string {
  return `mask.${index}`;
}

export function learnedBlocks(
  representation: Representation,
): { readonly block: LearnedBlock; readonly index: number }[] {
  return representation.blocks.flatMap((block, index) =>
    block.kind === 'learned' ? [{ block, index }] : [],
  );
}

/**
 * The trained numbers of generators start normal with standard deviation `scale`; 1 in the reference
 * implementation, whose option for it (`g_init`) is read and ignored.
 */
export function generatorParameters(
  representation: Representation,
  scale = 1,
): Record<string, ParameterSpec> {
  return Object.fromEntries(
    learnedBlocks(representation).map(({ block, index }) => {
      const shape = [block.generators, ...generatorMapOf(block).shape];
      const size = shape.reduce((product, extent) => product * extent, 1);
      return [
        generatorName(index),
        {
          shape,
          initial: (random) =>
            random.fillNormal(new Float32Array(size)).map((value) => scale * value),
        },
      ];
    }),
  );
}

/** Number of coefficients of all blocks together. */
export function coefficientCount(representation: Representation): number {
  return representation.blocks.reduce((sum, block) => sum + blockCoefficients(block), 0);
}

/**
 * g(w)·z for a batch: every block of coordinates is multiplied by exp(Σ wᵢLᵢ) of its own
 * coefficients, the same for all states of a sample. z: B × T × k, coefficients: B × c.
 */
export function act(
  representation: Representation,
  generators: Tensors,
  coefficients: tf.Tensor2D,
  z: tf.Tensor3D,
): tf.Tensor3D {
  const [batch, timesteps] = z.shape;
  const parts: tf.Tensor3D[] = [];
  let coordinate = 0;
  let coefficient = 0;
  representation.blocks.forEach((block, index) => {
    const width = blockDimension(block);
    const part = tf.slice(z, [0, 0, coordinate], [batch, timesteps, width]);
    const count = blockCoefficients(block);
    if (block.kind === 'invariant') parts.push(part);
    else {
      const w = tf.slice(coefficients, [0, coefficient], [batch, count]);
      parts.push(actOnBlock(block, stack(block, generators[generatorName(index)]), w, part));
    }
    coordinate += width;
    coefficient += count;
  });
  return parts.length === 1 ? parts[0] : tf.concat(parts, 2);
}

function stack(block: RepresentationBlock, learned: tf.Tensor | undefined): tf.Tensor {
  if (block.kind !== 'fixed') return learned as tf.Tensor;
  const entries = block.generators.flatMap((generator) => Array.from(generator));
  return tf.tensor(entries, [block.generators.length, block.dimension, block.dimension]);
}

function actOnBlock(
  block: Exclude<RepresentationBlock, { kind: 'invariant' }>,
  generators: tf.Tensor,
  coefficients: tf.Tensor2D,
  z: tf.Tensor3D,
): tf.Tensor3D {
  const [batch, timesteps, width] = z.shape;
  const { copies, dimension } = block;
  const flat = tf.reshape(generators, [-1, dimension * dimension]) as tf.Tensor2D;
  const sum = tf.reshape(tf.matMul(coefficients, flat), [batch, dimension, dimension]);
  const g = matrixExponential(sum as tf.Tensor3D);
  const vectors = tf.reshape(z, [batch, timesteps * copies, dimension]);
  return tf.reshape(tf.matMul(vectors, g, false, true), [batch, timesteps, width]);
}
