import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import type { RandomStream } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { trace, type TensorFunction } from '../../src/index.js';
import { GraphBuilder, type Graph } from '../../src/trace/graph.js';
import { simplify } from '../../src/trace/simplify.js';
import { runGraph } from '../onnx/run-graph.js';

const count = (graph: Graph, op: string): number =>
  graph.nodes.filter((node) => node.op === op).length;

/** A random program over 3 × 3 matrices and rows of 3, with copies and dead ends. */
function randomGraph(random: RandomStream): Graph {
  const builder = new GraphBuilder();
  const matrices = ['a', 'b'].map((name) => builder.input(name, [3, 3], 'float32'));
  const rows = [builder.input('row', [3], 'float32'), builder.input('one', [1], 'float32')];
  const pick = (from: readonly string[]): string => from[random.integer(from.length)];
  const made: (() => string)[] = [
    () => builder.node('Gemm', [pick(matrices), pick(matrices)], { transB: random.integer(2) }),
    () => builder.node('Add', [pick(matrices), pick(rows)]),
    () => builder.node('Add', [pick(rows), pick(matrices)]),
    () => builder.node('Add', [pick(matrices), pick(matrices)]),
    () => builder.node('Tanh', [pick(matrices)]),
    () => builder.node('Identity', [pick(matrices)]),
  ];
  for (let step = 0; step < 14; step++) matrices.push(made[random.integer(made.length)]());
  const outputs = ['p', 'q', 'r'].map((name) => {
    const port = { name: `out:${name}`, type: 'float32', shape: [3, 3] } as const;
    builder.nodes.push({
      op: 'Identity',
      domain: '',
      inputs: [pick(matrices)],
      outputs: [port.name],
      attributes: {},
    });
    return port;
  });
  const { nodes, constants, inputs, work } = builder;
  return { nodes, constants, inputs, outputs, work };
}

test('random programs keep their results and lose nodes', async () => {
  const random = randomStream('simplify');
  let folded = 0;
  for (let program = 0; program < 40; program++) {
    const graph = randomGraph(random.split(program));
    const draw = (length: number): Float32Array =>
      Float32Array.from({ length }, () => random.uniform() - 0.5);
    const arrays = { a: draw(9), b: draw(9), row: draw(3), one: draw(1) };
    const simple = simplify(graph);
    folded += count(simple, 'Gemm') > 0 ? count(graph, 'Add') - count(simple, 'Add') : 0;
    assert.ok(simple.nodes.length <= graph.nodes.length);
    const [before, after] = [await runGraph(graph, arrays), await runGraph(simple, arrays)];
    for (const name of Object.keys(before)) {
      close(after[name], before[name], { rtol: 1e-5, atol: 1e-5 }, `program ${program}, ${name}`);
    }
  }
  assert.ok(folded > 10, `${folded} additions folded or dropped`);
});

const layer: TensorFunction = ({ x, w, b }) => ({
  y: tf.relu(tf.add(tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D), b)),
});

test('a dense layer is a Gemm with its bias and a Relu that writes the output', () => {
  const graph = trace(layer, { x: { shape: [4, 3] }, w: { shape: [3, 5] }, b: { shape: [5] } });
  assert.equal(
    graph.nodes.map(({ op, inputs }) => `${op} of ${inputs.length}`),
    ['Gemm of 3', 'Relu of 1'],
  );
  assert.equal(graph.nodes[1].outputs, ['out:y']);
});

test('a row that widens the product stays an addition', async () => {
  const graph = trace(layer, { x: { shape: [2, 2] }, w: { shape: [2, 1] }, b: { shape: [3] } });
  assert.is(count(graph, 'Add'), 1);
  const arrays = {
    x: Float32Array.of(1, 2, 3, 4),
    w: Float32Array.of(1, 1),
    b: Float32Array.of(0, 10, -20),
  };
  assert.equal(await runGraph(graph, arrays), { 'out:y': [3, 13, 0, 7, 17, 0] });
});

test('a product that is read twice keeps its own node', () => {
  const graph = trace(
    ({ x, w, b }) => {
      const product = tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D);
      return { y: tf.add(product, b), product };
    },
    { x: { shape: [4, 3] }, w: { shape: [3, 5] }, b: { shape: [5] } },
  );
  assert.is(count(graph, 'Gemm'), 1);
  assert.is(count(graph, 'Add'), 1);
});

test('duplicates are shared: evaluating a network twice costs one', () => {
  const shapes = { x: { shape: [4, 3] }, w: { shape: [3, 5] }, b: { shape: [5] } };
  const twice: TensorFunction = (tensors) => ({
    y: tf.add(layer(tensors).y, tf.mul(layer(tensors).y, 3)),
  });
  const graph = trace(twice, shapes);
  assert.equal(
    graph.nodes.map(({ op }) => op),
    ['Gemm', 'Relu', 'Mul', 'Add'],
  );
  const constants = trace(({ x }) => ({ y: tf.mul(tf.add(x, [1, 2, 3]), [1, 2, 3]) }), shapes);
  assert.is(constants.constants.size, 1);
});

test('what no output needs is dropped with its constants', () => {
  const graph = trace(
    ({ x }) => {
      tf.mul(tf.exp(x), 5);
      return { y: tf.neg(x) };
    },
    { x: { shape: [2] }, unused: { shape: [7] } },
  );
  assert.equal(
    graph.nodes.map(({ op }) => op),
    ['Neg'],
  );
  assert.is(graph.constants.size, 0);
  assert.is(graph.inputs.length, 2);
});

test('inputs may have any name, and one value may be several outputs', async () => {
  const names = ['v0', 'c0', 'x', 'a,b'];
  const graph = trace(
    (inputs) => {
      const sum = tf.addN(names.map((name) => tf.mul(inputs[name], 2)));
      return { sum, same: sum, through: inputs.v0 };
    },
    Object.fromEntries(names.map((name) => [name, { shape: [2] }])),
  );
  const arrays = Object.fromEntries(names.map((name, at) => [name, Float32Array.of(at, 1)]));
  assert.equal(await runGraph(graph, arrays), {
    'out:sum': [12, 8],
    'out:same': [12, 8],
    'out:through': [0, 1],
  });
});

test.run();
