import * as runtime from 'onnxruntime-node';
import { encodeModel } from '../../src/onnx/encode-model.js';
import type { Graph } from '../../src/trace/graph.js';

/** Runs a graph as it is, without onnxruntime's own rewriting. */
export async function runGraph(
  graph: Graph,
  arrays: Readonly<Record<string, Float32Array>>,
): Promise<Record<string, number[]>> {
  const session = await runtime.InferenceSession.create(encodeModel(graph), {
    graphOptimizationLevel: 'disabled',
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  const feeds = graph.inputs.map(({ name, shape }) => [
    name,
    new runtime.Tensor('float32', arrays[name], [...shape]),
  ]);
  const results = await session.run(Object.fromEntries(feeds));
  await session.release();
  return Object.fromEntries(
    Object.entries(results).map(([name, { data }]) => [name, [...(data as Float32Array)]]),
  );
}
