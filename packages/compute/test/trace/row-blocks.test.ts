import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { onnxNativeEngine, trace, type TensorFunction } from '../../src/index.js';
import type { Graph } from '../../src/trace/graph.js';
import { rowBlocks } from '../../src/trace/row-blocks.js';
import { runGraph } from '../onnx/run-graph.js';

const WIDTH = 128;
const shapesOf = (rows: number): Record<string, { shape: number[] }> => ({
  x: { shape: [rows, 3] },
  first: { shape: [3, WIDTH] },
  second: { shape: [WIDTH, WIDTH] },
  bias: { shape: [WIDTH] },
});

/** Two layers with statistics over the rows between them, a number for each row, and gradients. */
const network: TensorFunction = ({ x, first, second, bias }) => {
  const loss = (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor): tf.Scalar => {
    const hidden = tf.matMul(x as tf.Tensor2D, a as tf.Tensor2D);
    const centred = tf.sub(hidden, tf.mean(hidden, 0));
    const gain = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 0, true), 1e-3));
    const active = tf.relu(tf.mul(centred, gain)) as tf.Tensor2D;
    const scores = tf.add(tf.matMul(active, b as tf.Tensor2D), c);
    const scaled = tf.div(scores, tf.add(tf.sum(tf.square(scores), 1, true), 1));
    return tf.mean(tf.clipByValue(tf.leakyRelu(scaled, 0.2), -2, 2));
  };
  const [a, b, c] = tf.grads(loss)([first, second, bias]);
  return { loss: loss(first, second, bias), a, b, c };
};

const count = (graph: Graph, op: string): number =>
  graph.nodes.filter((node) => node.op === op).length;

for (const rows of [4096, 4096 + 1000]) {
  test(`a network on ${rows} rows is the same in blocks`, async () => {
    const shapes = shapesOf(rows);
    const graph = trace(network, shapes);
    const inBlocks = rowBlocks(graph);
    const blocks = Math.ceil(rows / 1024);
    assert.is(count(inBlocks, 'Gemm'), blocks * count(graph, 'Gemm'));
    assert.is(count(inBlocks, 'Relu'), blocks * count(graph, 'Relu'));
    const random = randomStream(rows);
    const arrays = Object.fromEntries(
      Object.entries(shapes).map(([name, { shape }]) => [
        name,
        random.fillNormal(new Float32Array(shape.reduce((size, extent) => size * extent, 1))),
      ]),
    );
    const [before, after] = [await runGraph(graph, arrays), await runGraph(inBlocks, arrays)];
    for (const name of Object.keys(before)) {
      const size = Math.max(...before[name].map(Math.abs));
      close(after[name], before[name], { rtol: 1e-4, atol: 1e-5 * size }, name);
    }
  });
}

test('small matrices stay whole', () => {
  const graph = trace(network, shapesOf(512));
  assert.is(rowBlocks(graph), graph);
});

test('tall results come out whole, in the order of the rows', async () => {
  const engine = await onnxNativeEngine({ threads: 1 });
  const inputs = { x: { shape: [5000, WIDTH] }, w: { shape: [WIDTH, WIDTH] } };
  const double: TensorFunction = ({ x, w }) => ({
    y: tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D),
  });
  const compiled = await engine.compile(double, inputs);
  const x = randomStream('rows').fillNormal(new Float32Array(5000 * WIDTH));
  const w = new Float32Array(WIDTH * WIDTH);
  for (let at = 0; at < WIDTH; at++) w[at * WIDTH + at] = 2;
  const y = new Float32Array(x.length);
  await compiled.run({ x, w }, { y });
  close(
    y,
    x.map((value) => 2 * value),
    { rtol: 1e-6, atol: 0 },
  );
  await compiled.dispose();
});

test.run();
