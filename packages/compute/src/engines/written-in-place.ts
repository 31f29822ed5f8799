import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { encodeModel } from '../onnx/encode-model.js';
import type { Graph } from '../trace/graph.js';

/** The name of the first output. */
const END = 'end';
const REFUSED = /Non tensor type/;

/** A model for {@link runInPlace}: its first output is a sequence, for which JavaScript has no value. */
export function encodeInPlace(graph: Graph): Uint8Array {
  return encodeModel(graph, END);
}

/**
 * Runs a model of {@link encodeInPlace}, whose results go into the arrays of `fetches` and nowhere
 * else. onnxruntime-node 1.30 writes results into the arrays it is given and then copies each of them
 * into a new array for the value that it returns; with large networks that is a third of a step. It
 * refuses the sequence, when all is written, and so never comes to the copies. A version that copies
 * nothing, or has a value for sequences, returns as usual.
 */
export async function runInPlace(
  session: InferenceSession,
  feeds: Readonly<Record<string, Tensor>>,
  fetches: Readonly<Record<string, Tensor>>,
): Promise<void> {
  try {
    await session.run(feeds, { [END]: null, ...fetches });
  } catch (error) {
    if (!REFUSED.test((error as Error).message)) throw error;
  }
}
