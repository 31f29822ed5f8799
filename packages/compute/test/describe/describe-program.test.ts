import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { describeProgram, descriptionText, type Program } from '../../src/index.js';
import { laliganProgram } from '../support/laligan-program.js';
import { regression } from '../support/small-programs.js';

/** mean((x w)²) with x of 8 × 3 and w of 3 × 5. */
const product: Program = {
  parameters: { 'a.w': { shape: [3, 5], initial: () => new Float32Array(15) } },
  state: {},
  inputs: { x: { shape: [8, 3] } },
  step({ parameters, inputs }) {
    const y = tf.matMul(inputs.x as tf.Tensor2D, parameters['a.w'] as tf.Tensor2D);
    return { losses: { a: tf.mean(tf.square(y)) }, metrics: {}, state: {} };
  },
};

test('products are counted by hand', () => {
  const { parameters, operations, flops, nodes } = describeProgram(product);
  assert.is(parameters, 15);
  assert.is(operations.Gemm, 2);
  // Forward and by the weights, 2·8·3·5 each; the rest touches the 40 entries of y a few times.
  assert.ok(flops >= 480 + 2 * 40 && flops <= 480 + 8 * 40, `${flops}`);
  assert.is(
    Object.values(operations).reduce((sum, count) => sum + count, 0),
    nodes,
  );
});

test('memory is the buffers and what lives between them', () => {
  const { memoryBytes } = describeProgram(product);
  const buffers = 4 * (4 * 15 + 24);
  assert.ok(memoryBytes >= buffers + 4 * 40 && memoryBytes <= buffers + 4 * 4 * 40 + 64);
});

test('the size of the batch counts', () => {
  const wide = { ...product, inputs: { x: { shape: [80, 3] } } };
  const [small, large] = [product, wide].map(describeProgram);
  assert.ok(large.flops > 9 * small.flops && large.memoryBytes > 4 * small.memoryBytes);
  assert.is(large.parameters, small.parameters);
});

test('whole networks are described, and nothing is left behind', () => {
  const tensors = tf.memory().numTensors;
  const { nodes, flops, memoryBytes } = describeProgram(laliganProgram(2));
  assert.ok(nodes > 50 && flops > 1e4 && memoryBytes > 1e4);
  assert.is(tf.memory().numTensors, tensors);
});

test('the text has every number', () => {
  const text = descriptionText(describeProgram(regression));
  assert.match(
    text,
    /^nodes +\d+\nparameters +3\nmemory +\d+\.\d MiB\na step +\S+ GFLOP\noperations +\w+ \d+/,
  );
});

test.run();
