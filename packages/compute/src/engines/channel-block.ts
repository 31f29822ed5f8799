import { encodeModel } from '../onnx/encode-model.js';
import { BLOCKED_DOMAIN } from '../trace/blocked-convolutions.js';
import type { Graph } from '../trace/graph.js';
import type { OnnxRuntime } from './onnx.js';

const CHANNELS = 16;

/**
 * Channels in a block of onnxruntime's blocked layout on this processor: 16 with AVX-512, 8 with AVX;
 * undefined where it has no such layout. Found by reordering an image of two places: in blocks the
 * second place follows after the block of the first.
 */
export async function channelBlock(runtime: OnnxRuntime): Promise<number | undefined> {
  try {
    const session = await runtime.InferenceSession.create(encodeModel(reordering), {
      logSeverityLevel: 4,
    });
    const image = Float32Array.from({ length: 2 * CHANNELS }, (_, index) => index);
    const { y } = await session.run({
      x: new runtime.Tensor('float32', image, [1, CHANNELS, 1, 2]),
    });
    await session.release();
    const block = (y.data as Float32Array).indexOf(1);
    return block > 1 ? block : undefined;
  } catch {
    return undefined;
  }
}

const image = { type: 'float32', shape: [1, CHANNELS, 1, 2] } as const;
const reordering: Graph = {
  nodes: [
    { op: 'ReorderInput', domain: BLOCKED_DOMAIN, inputs: ['x'], outputs: ['y'], attributes: {} },
  ],
  constants: new Map(),
  inputs: [{ name: 'x', ...image }],
  outputs: [{ name: 'y', ...image }],
  work: 0,
};
