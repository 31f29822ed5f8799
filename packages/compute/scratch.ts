import * as tf from '@tensorflow/tfjs';
import { onnxNativeEngine, onnxWasmEngine, tfjsEngine, trace } from './src/index.js';
const H = 128, B = 512;
const shapes: Record<string, number[]> = { w1: [2, H], b1: [H], w2: [H, H], b2: [H], w3: [H, 1], b3: [1] };
const fn = (t: Record<string, tf.Tensor>) => {
  const names = Object.keys(shapes);
  const f = (...p: tf.Tensor[]) => {
    const [w1, b1, w2, b2, w3, b3] = p as tf.Tensor2D[];
    const h1 = tf.relu(tf.add(tf.matMul(t.x as tf.Tensor2D, w1), b1)) as tf.Tensor2D;
    const h2 = tf.relu(tf.add(tf.matMul(h1, w2), b2)) as tf.Tensor2D;
    return tf.mean(tf.square(tf.sub(tf.add(tf.matMul(h2, w3), b3), t.y))) as tf.Scalar;
  };
  const { value, grads } = tf.valueAndGrads(f)(names.map((n) => t[n]));
  return { loss: value, ...Object.fromEntries(names.map((n, i) => ['d' + n, grads[i]])) };
};
const inputs = { ...Object.fromEntries(Object.entries(shapes).map(([n, s]) => [n, { shape: s }])), x: { shape: [B, 2] }, y: { shape: [B, 1] } };
let seed = 1; const rnd = () => ((seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32 - 0.5) * 0.3;
const arrays = Object.fromEntries(Object.entries(inputs).map(([n, { shape }]) => [n, Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, rnd)]));
const g = trace(fn, inputs); console.log(g.nodes.length, g.nodes.map((n) => n.op).join(' '));
const res: any = {};
for (const e of [await tfjsEngine('cpu'), await onnxNativeEngine(), await onnxWasmEngine(), await tfjsEngine('wasm')]) {
  const c = await e.compile(fn, inputs);
  const into = Object.fromEntries(Object.entries(c.outputs).map(([n, s]) => [n, new Float32Array(s.reduce((a, b) => a * b, 1))]));
  await c.run(arrays, into);
  const t0 = performance.now(); for (let i = 0; i < 5; i++) await c.run(arrays, into);
  console.log(e.description, into.loss[0], into.dw2[5], into.db1[3], ((performance.now() - t0) / 5).toFixed(2), 'ms', tf.memory().numTensors);
}
