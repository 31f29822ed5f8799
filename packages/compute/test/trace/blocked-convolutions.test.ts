import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as tf from '@tensorflow/tfjs';
import * as onnxruntime from 'onnxruntime-node';
import { sizeOf } from '@noether/contracts';
import { randomStream } from '@noether/numerics';
import { close } from '@noether/testkit';
import { trace, type TensorFunction } from '../../src/index.js';
import { channelBlock } from '../../src/engines/channel-block.js';
import type { OnnxRuntime } from '../../src/engines/onnx.js';
import { BLOCKED_DOMAIN, blockedConvolutions } from '../../src/trace/blocked-convolutions.js';
import type { Graph } from '../../src/trace/graph.js';
import { runGraph } from '../onnx/run-graph.js';

const found = await channelBlock(onnxruntime as unknown as OnnxRuntime);
/** Where the processor has no blocked layout nothing can be compared, only what the graph becomes. */
const block = found ?? 8;

type Case = readonly [x: number[], filter: number[], stride: number, pad: 'same' | 'valid'];
const cases: readonly Case[] = [
  [[4, 16, 16, 32], [3, 3, 32, 16], 1, 'same'],
  [[3, 20, 18, 16], [3, 3, 16, 48], 1, 'valid'],
  [[2, 32, 32, 3], [3, 3, 3, 32], 1, 'same'],
  [[3, 33, 32, 16], [5, 3, 16, 32], 2, 'same'],
];

const blocked = (graph: Graph): number =>
  graph.nodes.filter(({ op, domain }) => op === 'Conv' && domain === BLOCKED_DOMAIN).length;

const convolution =
  (stride: number, pad: 'same' | 'valid'): TensorFunction =>
  ({ x, filter }) => {
    const of = (image: tf.Tensor, weights: tf.Tensor): tf.Tensor =>
      tf.conv2d(image as tf.Tensor4D, weights as tf.Tensor4D, stride, pad);
    const [byImage, byFilter] = tf.grads((a, b) => tf.sum(tf.square(of(a, b))))([x, filter]);
    return { value: of(x, filter), byImage, byFilter };
  };

for (const [x, filter, stride, pad] of cases) {
  const name = `x ${x.join('×')}, filter ${filter.join('×')}, stride ${stride}, ${pad}`;
  test(`${name}: blocks of channels give the same numbers`, async () => {
    const graph = trace(convolution(stride, pad), { x: { shape: x }, filter: { shape: filter } });
    const rewritten = blockedConvolutions(graph, block);
    const backwards = stride === 1 && filter[2] % block === 0;
    assert.is(blocked(rewritten), backwards ? 2 : 1);
    if (found === undefined) return;
    const random = randomStream(name);
    const arrays = {
      x: random.fillNormal(new Float32Array(sizeOf(x))),
      filter: random.fillNormal(new Float32Array(sizeOf(filter))),
    };
    const [before, after] = [await runGraph(graph, arrays), await runGraph(rewritten, arrays)];
    for (const key of Object.keys(before)) {
      const size = before[key].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      close(after[key], before[key], { rtol: 1e-4, atol: 1e-5 * size }, key);
    }
  });
}

test('small, depthwise and odd convolutions stay as they are', () => {
  const stays = (x: number[], filter: number[], depthwise = false): void => {
    const run: TensorFunction = (tensors) => {
      const of = depthwise ? tf.depthwiseConv2d : tf.conv2d;
      return { y: of(tensors.x as tf.Tensor4D, tensors.filter as tf.Tensor4D, 1, 'same') };
    };
    const graph = trace(run, { x: { shape: x }, filter: { shape: filter } });
    assert.equal(blockedConvolutions(graph, block).nodes, graph.nodes);
  };
  stays([1, 4, 4, 16], [3, 3, 16, 16]);
  stays([64, 16, 16, 16], [3, 3, 16, 17]);
  stays([64, 16, 16, 17], [3, 3, 17, 16]);
  stays([64, 32, 32, 32], [3, 3, 32, 1], true);
});

test('a block is a power of two', () => {
  assert.ok(found === undefined || [4, 8, 16].includes(found));
});

test.run();
