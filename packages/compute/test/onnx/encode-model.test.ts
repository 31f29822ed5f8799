import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as runtime from 'onnxruntime-node';
import { encodeModel } from '../../src/index.js';
import { GraphBuilder, type Graph } from '../../src/trace/graph.js';
import { runGraph } from './run-graph.js';

/** A graph whose only node makes the output y of x: 2 × 3. */
function single(build: (builder: GraphBuilder, x: string) => string, shape: number[]): Graph {
  const builder = new GraphBuilder();
  const x = builder.input('x', [2, 3], 'float32');
  const value = build(builder, x);
  const { nodes, constants, inputs, work } = builder;
  const copy = { op: 'Identity', domain: '', inputs: [value], outputs: ['y'], attributes: {} };
  const outputs = [{ name: 'y', type: 'float32', shape } as const];
  return { nodes: [...nodes, copy], constants, inputs, outputs, work };
}

const x = Float32Array.of(1, -2, 3, -4, 5, -6);

test('the smallest model, byte for byte', () => {
  const builder = new GraphBuilder();
  builder.input('x', [2], 'float32');
  const graph: Graph = {
    nodes: [{ op: 'Neg', domain: '', inputs: ['x'], outputs: ['y'], attributes: {} }],
    constants: new Map(),
    inputs: builder.inputs,
    outputs: [{ name: 'y', type: 'float32', shape: [2] }],
    work: 0,
  };
  const bytes = Buffer.from(encodeModel(graph)).toString('hex');
  const port = (name: string): string =>
    `0a01${name}` + '120a' + '0a08' + '0801' + '1204' + '0a020802';
  const node = '0a0178' + '120179' + '1a054e65672079' + '22034e6567';
  const body =
    `0a${(node.length / 2).toString(16)}${node}` +
    '120473746570' +
    `5a0f${port('78')}` +
    `620f${port('79')}`;
  const model =
    '0809' +
    '12076e6f6574686572' +
    `3a${(body.length / 2).toString(16)}${body}` +
    '42040a001012' +
    '42110a0d636f6d2e6d6963726f736f667410' +
    '01';
  assert.is(bytes, model);
});

test('onnxruntime reads names, shapes and types', async () => {
  const graph = single((builder, input) => builder.node('Neg', [input]), [2, 3]);
  const session = await runtime.InferenceSession.create(encodeModel(graph));
  assert.equal([...session.inputNames], ['x']);
  assert.equal([...session.outputNames], ['y']);
  const [metadata] = session.inputMetadata;
  assert.ok(metadata.isTensor);
  assert.is(metadata.type, 'float32');
  assert.equal([...metadata.shape], [2, 3]);
  await session.release();
});

test('attributes: integer, float, text and list; constants of every type', async () => {
  const cases: readonly (readonly [number[], number[], (b: GraphBuilder, x: string) => string])[] = [
    [[3], [-3, 3, -3], (b, input) => b.node('ReduceSum', [input, b.integers([0])], { keepdims: 0 })],
    [[2, 3], [1, -1, 3, -2, 5, -3], (b, input) => b.node('LeakyRelu', [input], { alpha: { float: 0.5 } })],
    [[3, 2], [1, -4, -2, 5, 3, -6], (b, input) => b.node('Transpose', [input], { perm: [1, 0] })],
    [
      [2, 4],
      [-2, 1, -2, 3, 5, -4, 5, -6],
      (b, input) => b.node('Pad', [input, b.integers([0, 1, 0, 0])], { mode: 'reflect' }),
    ],
    [
      [2, 3],
      [7, -2, 3, 7, 5, 7],
      (b, input) => {
        const mask = b.constant(Uint8Array.of(1, 0, 0, 1, 0, 1), [2, 3], 'bool');
        return b.node('Where', [mask, b.scalar(7), input]);
      },
    ],
    [
      [2, 2],
      [3, 1, -6, -4],
      (b, input) => b.node('Gather', [input, b.constant(Int32Array.of(2, 0), [2], 'int32')], { axis: 1 }),
    ],
    [
      [2, 2],
      [14, -32, -32, 77],
      (b, input) => b.node('FusedMatMul', [input, input], { transB: 1 }, 'com.microsoft'),
    ],
  ]; // prettier-ignore
  for (const [shape, wanted, build] of cases) {
    assert.equal(await runGraph(single(build, shape), { x }), { y: wanted });
  }
});

test.run();
